"""Each phrase of languages/xx/dialogue.toml makes its examples what they are, and the others not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts.dialogue.delegation import delegation_kinds
from precis.facts.dialogue.member import member_kinds
from precis.facts.dialogue.words import DialogueWords, load_dialogue_words
from precis.facts.fact import MoveKind, Stance

FOLDER = Path(__file__).parents[2] / "templates" / "languages"
LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/dialogue.toml"))
KINDS = ("question", "concern", "praise", "undertaking", "admitted", "refused", "courtesy")


def told(sentence: str, kind: str, words: DialogueWords) -> bool:
    """Whether a sentence is of a kind."""
    if kind in ("question", "concern", "praise"):
        return MoveKind(kind) in set(member_kinds(sentence, words))
    spoken = list(delegation_kinds(sentence, sentence, words, presenting=False))
    if kind == "undertaking":
        return any(each.move is MoveKind.UNDERTAKING for each in spoken)
    if kind == "courtesy":
        return not spoken
    return any(each.stance is Stance(kind) for each in spoken)


def examples() -> Iterator[tuple[str, str, str, bool]]:
    """Language, kind, sentence, and whether it is of the kind."""
    for language in LANGUAGES:
        data = tomllib.loads((FOLDER / language / "dialogue.toml").read_text(encoding="utf-8"))
        for kind in KINDS:
            for entry in data[kind]:
                yield from ((language, kind, sentence, True) for sentence in listed(entry["yes"]))
                yield from ((language, kind, sentence, False) for sentence in listed(entry.get("no", [])))
            for entry in data.get(f"not_{kind}", ()):
                yield from ((language, kind, sentence, False) for sentence in listed(entry["yes"]))


def listed(sentences: str | list[str]) -> list[str]:
    return [sentences] if isinstance(sentences, str) else sentences


@pytest.mark.parametrize(("language", "kind", "sentence", "is_kind"), list(examples()))
def test_an_example_is_of_its_kind(language: str, kind: str, sentence: str, is_kind: bool, assets: Assets) -> None:
    words = load_dialogue_words(language, assets)
    assert words is not None
    assert told(sentence, kind, words) is is_kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_phrase_stands_in_its_examples(language: str) -> None:
    from precis.facts.dialogue.phrases import phrases_of
    from precis.facts.dialogue.words import shorthand_of

    data = tomllib.loads((FOLDER / language / "dialogue.toml").read_text(encoding="utf-8"))
    for kind in (*KINDS, *(f"not_{kind}" for kind in KINDS)):
        for entry in data.get(kind, ()):
            phrase = phrases_of({kind: [entry]}, kind, shorthand_of(data))
            for sentence in listed(entry["yes"]):
                assert phrase.find(sentence.lower()) is not None, f"{kind}: {entry['say']}: {sentence}"
