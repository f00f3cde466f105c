"""Learns from the themes written by hand what stems tell of them: templates/languages/xx/learnt.toml.

`make learnt` writes the tables anew, the same bytes from the same records; a test tells if that is due.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from precis.assets import Assets, shipped
from precis.facts.dialogue.lines import lines_of
from precis.facts.dialogue.moves import told_moves
from precis.facts.dialogue.settled import Told
from precis.facts.dialogue.signs import names_of
from precis.facts.dialogue.words import DialogueWords
from precis.facts.themes import Themes, load_themes
from tests.facts.gold.cases import Row, files, read_case
from tests.facts.gold.scores import OR

TEMPLATES = Path(__file__).parents[3] / "templates" / "languages"
_FEWEST = 3
"""Sentences that a stem must stand in to tell anything."""
_DOUBT = 6.0
"""So many sentences with the themes of all others are put beside those that a stem was seen in."""
_LEAST = 0.3
"""What tells less is left out."""

Stems = dict[str, str]
"""The stems, and what each tells: "Education 2.3, Work 0.5"."""


@dataclass(frozen=True)
class Taught:
    """A record with themes by hand: its moves, and of each sentence its stems and its themes."""

    name: str
    language: str
    words: DialogueWords
    themes: Themes
    own: frozenset[str]
    told: Told
    rows: Mapping[tuple[str, str], str]
    sentences: tuple[tuple[frozenset[str], tuple[str, ...]], ...]


def taught(folder: str, assets: Assets) -> Iterator[Taught]:
    """The records of a folder that have themes by hand."""
    for path in files(folder):
        found, written = read_case(path, assets)
        rows = {(row.kind, row.place): row.said["theme"] for row in written if "theme" in row.said}
        if rows and found.words is not None:
            record, words = found.record, found.words
            themes = load_themes(assets, record.body, record.language)
            told = told_moves(found.proceedings, record, found.label, words, themes)
            sentences = tuple(_sentences(told, written, words, found.own))
            yield Taught(path.stem, record.language, words, themes, found.own, told, rows, sentences)


def _sentences(
    told: Told, written: Iterable[Row], words: DialogueWords, own: frozenset[str]
) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
    themes: dict[str, dict[str, None]] = {}
    for row in written:
        if "theme" in row.said:
            themes.setdefault(row.place, {}).update(dict.fromkeys(row.said["theme"].split(OR)))
    for state in dict.fromkeys(move.state for move, _ in told):
        lines = lines_of([move for move, _ in told if move.state == state], words)
        silent = own | names_of(lines, words)
        for line in lines:
            known = themes.get(f"{line.at.paragraph}.{line.at.sentence}")
            if known:
                yield frozenset(stem for stem in line.stems - silent if not stem[0].isdigit()), tuple(known)


def learnt_of(records: Iterable[Taught]) -> Stems:
    """What stems tell: the logarithm of how often a theme was seen with one, beside how often it was seen at all.

    A sentence with several themes counts for each in part.
    """
    seen: dict[str, dict[str, float]] = {}
    every: dict[str, float] = {}
    names: dict[str, None] = {}
    for record in records:
        names.update(dict.fromkeys(record.themes.names))
        for stems, themes in record.sentences:
            for theme in themes:
                for counts in (every, *(seen.setdefault(stem, {}) for stem in stems)):
                    counts[theme] = counts.get(theme, 0.0) + 1 / len(themes)
    often = {name: every.get(name, 0.0) + 0.5 for name in names}
    whole = math.fsum(often.values())
    out: Stems = {}
    for stem, counts in sorted(seen.items()):
        if math.fsum(counts.values()) < _FEWEST - 0.01:
            continue
        told = {name: math.log(1 + counts[name] * whole / (_DOUBT * often[name])) for name in sorted(counts)}
        out[stem] = ", ".join(f"{name} {weight:.1f}" for name, weight in told.items() if weight >= _LEAST)
    return out


def written(stems: Stems, language: str) -> str:
    """The text of a table."""
    return _HEAD.format(language=language) + "".join(f'"{stem}" = "{told}"\n' for stem, told in stems.items())


_HEAD = """\
# What the stems of words tell of the themes of dialogues ({language}): by how much each makes a theme likelier.
# Learnt from the records of tests/facts/gold/dev, whose themes are written by hand. `make learnt` writes this file;
# what is changed here is lost then.

"""


def main() -> None:
    """Write the tables of all languages."""
    records = list(taught("dev", shipped()))
    for language in sorted({record.language for record in records}):
        stems = learnt_of(record for record in records if record.language == language)
        (TEMPLATES / language / "learnt.toml").write_text(written(stems, language), encoding="utf-8")


if __name__ == "__main__":
    main()
