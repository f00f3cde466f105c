"""The themes of a dialogue: what a sentence is on, by its words and by what stands around it (templates/themes)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table, shapes
from precis.facts.dialogue.anchors import needs_of
from precis.facts.theme_words import Entry, KnownWord, heaviest

__all__ = ["GENERAL", "Scores", "Themes", "load_themes", "theme_labels"]

GENERAL = "General"
"""The theme of what no word tells."""

_WORD = 2.0
_SEVERAL = 3.5
_WEAK = 0.75
_LESS = 0.6
"""What each further word of a theme in one sentence counts, beside the one before."""
_BEFORE = 0.3
"""What the sentence before, of the same speaker, counts beside the sentence itself."""
_GROUP = 0.5
"""What the words of a group of persons count where the words of another matter stand beside them."""
_MEANS = 0.7
"""What the words of laws, courts, bodies and money, by which all matters are dealt with, count beside a matter's."""
_SUBJECT = 0.3
"""What the words of those whom the whole treaty is about count beside those of a matter."""
_YIELDS = {"group": _GROUP, "means": _MEANS, "subject": _SUBJECT}
_AROUND = 0.2
"""What the rest of the paragraph counts."""

_WORDS = re.compile(r"[^\W_][\w'/-]*\*?")
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu)'(?=\w)")
"""What stands for an article or a pronoun before a vowel, in French."""

_RANGES = frozenset({"to", "à", "-", "–"})
_LONGEST_RANGE = 12
"""A range of so many articles is of no one matter."""

Scores = Mapping[str, float]


class Themes:
    """Tells the themes of texts in one language and for one body."""

    def __init__(
        self, tables: Iterable[Mapping[str, Any]], own: Iterable[str] = (), offices: str = "", articles: str = ""
    ) -> None:
        self._whole: dict[str, list[Entry]] = {}
        self._begun: dict[str, list[Entry]] = {}
        self._known: dict[str, KnownWord | None] = {}
        self.own = frozenset(own)
        self._offices = re.compile(offices) if offices else None
        self._of_offices = needs_of(offices, begins=False)
        self._named = re.compile(articles) if articles else None
        self._articles: dict[int, list[str]] = {}
        names: dict[str, None] = {}
        self._yields: dict[str, float] = {}
        for table in tables:
            names[table["name"]] = None
            for flag, counts in _YIELDS.items():
                if table.get(flag):
                    self._yields[table["name"]] = counts
            for number in table.get("articles", ()):
                self._articles.setdefault(number, []).append(table["name"])
            weak = frozenset(table.get("weak", ()))
            for entry in (*table.get("words", ()), *table.get("weak", ())):
                self._add(entry, table["name"], weak=entry in weak)
        names.pop(GENERAL, None)
        self.names = (*names, GENERAL)
        self._rank = {name: place for place, name in enumerate(self.names)}

    def _add(self, entry: str, theme: str, *, weak: bool) -> None:
        words = _words(entry)
        weight = _WEAK if weak or entry in self.own else _SEVERAL if len(words) > 1 else _WORD
        table = self._begun if words[0].endswith("*") else self._whole
        table.setdefault(words[0].removesuffix("*"), []).append(Entry(words, theme, weight))

    def scores(self, text: str) -> dict[str, float]:
        """How well each theme is told by the words of a text; those that are not told are left out.

        The names of ministries, which act in all matters, and of treaties that a State became a party to, count only
        where no other word tells one.
        """
        named = self._offices is not None and self._of_offices.may(text.lower())
        bare = self._offices.sub(_kept, text) if self._offices is not None and named else text
        found = self._of_words(_words(bare)) or (self._of_words(_words(text)) if bare != text else {})
        for name, weight in self._of_articles(text):
            found[name] = found.get(name, 0.0) + weight
        return found

    def _of_articles(self, text: str) -> Iterator[tuple[str, float]]:
        """The themes of the articles of the treaty that a text names; those that share it share what they count."""
        for match in self._named.finditer(text) if self._named and self._articles else ():
            names = [name for number in _numbers(match["numbers"]) for name in self._articles.get(number, ())]
            weight = _SEVERAL if match["treaty"] else _WORD
            yield from ((name, weight / len(set(names))) for name in dict.fromkeys(names))

    def _of_words(self, words: Sequence[str]) -> dict[str, float]:
        weights: dict[str, list[float]] = {}
        taken = 0
        for place, word in enumerate(words):
            known = self._known[word] if word in self._known else self._entries(word)
            if known is None:
                continue
            found = known.longer(words, place + 1) if place + 1 < len(words) else []
            longest = max([len(entry.rest) for entry in found], default=0)
            # A word within several that are taken together tells nothing by itself.
            if place < taken and place + longest < taken:
                continue
            here = known.alone if not found else heaviest(found, longest)
            for theme, weight in here.items():
                weights.setdefault(theme, []).append(weight)
            taken = max(taken, place + longest + 1) if longest else taken
        return {theme: _sum(each) for theme, each in weights.items()}

    def _entries(self, word: str) -> KnownWord | None:
        """The entries whose first word a word is; None if there are none."""
        found = list(self._whole.get(word, ()))
        for end in range(3, len(word) + 1):
            found.extend(self._begun.get(word[:end], ()))
        self._known[word] = KnownWord(found) if found else None
        return self._known[word]

    def best(self, scores: Scores) -> str:
        """The theme that is told best; of two alike, the one that stands first in the table."""
        weights = self.weights(scores)
        return min(weights, key=lambda name: (-weights[name], self._rank[name]), default=GENERAL)

    def weights(self, scores: Scores) -> Scores:
        """What each theme that is told counts.

        A group of persons, or what all matters are dealt with by, counts less where another matter is told as well.
        """
        if self._yields.keys() >= scores.keys():
            return scores
        return {name: score * self._yields.get(name, 1.0) for name, score in scores.items()}

    def of(self, text: str) -> str:
        """The theme of a text by itself."""
        return self.best(self.scores(text))

    def of_passage(self, sentences: Sequence[str], before: Scores) -> tuple[list[dict[str, float]], Scores]:
        """How well each theme is told in the sentences of a paragraph, with regard to the rest of it.

        `before` is what the paragraph before left; with them stands what the last leaves to the next of the speaker.
        """
        own = [self.scores(sentence) for sentence in sentences]
        whole = Counter[str]()
        for each in own:
            whole.update(each)
        totals: list[dict[str, float]] = []
        carried: Scores = before
        for each in own:
            total = {
                name: each.get(name, 0.0)
                + _BEFORE * carried.get(name, 0.0)
                + _AROUND * (whole[name] - each.get(name, 0.0))
                for name in {*each, *carried, *whole}
            }
            totals.append(total)
            carried = {name: min(score, _SEVERAL) for name, score in total.items() if score >= _BEFORE}
        return totals, {name: _BEFORE * score for name, score in carried.items()}


def _kept(match: re.Match[str]) -> str:
    """What is left of a name that is taken out of a sentence."""
    return match.groupdict().get("kept") or " "


def _words(text: str) -> list[str]:
    """The words of a text or an entry, in small letters; what ends in * keeps it."""
    low = text.lower().replace("’", "'")
    return _WORDS.findall(_ELIDED.sub("", low) if "'" in low else low)


def _numbers(said: str) -> Iterator[int]:
    """The numbers of articles, "10 to 15" and "3, 5 and 7": what stands between two is one of them in a range."""
    last = 0
    for match in re.finditer(r"(?P<joint>[^\d]*)(?P<number>\d+)", said):
        number = int(match["number"])
        if last and match["joint"].strip() in _RANGES and number - last < _LONGEST_RANGE:
            yield from range(last + 1, number)
        yield number
        last = number


def _sum(weights: list[float]) -> float:
    """The weights together, the greatest in full and each further one for less."""
    if len(weights) == 1:
        return weights[0]
    return sum(weight * _LESS**place for place, weight in enumerate(sorted(weights, reverse=True)))


_TEXTS = shapes.TEXTS
_THEME = shapes.table(
    {"name": shapes.TEXT},
    {
        "words": _TEXTS,
        "weak": _TEXTS,
        "articles": shapes.each(shapes.WHOLE),
        "yes": _TEXTS,
        "no": _TEXTS,
        "label": shapes.TEXT,
        "group": shapes.FLAG,
        "means": shapes.FLAG,
        "subject": shapes.FLAG,
    },
)
_THEMES = shapes.table({"theme": shapes.each(_THEME)}, {"own": _TEXTS, "offices": shapes.TEXT, "article": shapes.TEXT})


@lru_cache(maxsize=32)
def theme_labels(assets: Assets, language: str) -> Mapping[str, str]:
    """What a language prints for the names of themes, where that is another word."""
    tables = (read_table(assets, *_general(language), shape=_THEMES) or {}).get("theme", ())
    return {table["name"]: table["label"] for table in tables if table.get("label")}


def _general(language: str) -> tuple[str, ...]:
    return ("themes", "general.toml") if language == "en" else ("languages", language, "themes.toml")


@lru_cache(maxsize=32)
def load_themes(assets: Assets, body: str | None = None, language: str = "en") -> Themes:
    """The themes for the records of a body in a language: templates/themes, or languages/xx/themes.toml for others.

    PrecisError if a file is wrong.
    """
    general, own = (
        read_table(assets, *file, shape=_THEMES) if file else None
        for file in (_general(language), ("themes", f"{body}.toml") if body else None)
    )
    of_body = own["theme"] if own else ()
    if language != "en":
        # The words of bodies are English; the articles of their treaties, and whom these are about, have no language.
        of_body = [{key: theme[key] for key in ("name", "articles", "subject") if key in theme} for theme in of_body]
    read = general or {}
    silent = (*read.get("own", ()), *(own.get("own", ()) if own and language == "en" else ()))
    return Themes((*read.get("theme", ()), *of_body), silent, read.get("offices", ""), read.get("article", ""))
