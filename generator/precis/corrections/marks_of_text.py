"""What a text says in any language alike: its symbols, dates, times and figures, by which two editions are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from precis.language.wording import Wording
from precis.model import DOCUMENT_SYMBOL

__all__ = ["Marks", "marks_of"]

_BLANK = "[ \u00a0\u202f]"
_FIGURE = re.compile(rf"(?<![\d.,])(?:\d{{1,3}}(?:{_BLANK}\d{{3}})+(?!\d)|\d+(?:[.,/]\d+)*)")
"""A number in figures, with the signs that part its thousands and its decimals; or two with a stroke: "107/214"."""
_THOUSANDS = re.compile(rf"\d{{1,3}}(?:(?:[.,]|{_BLANK})\d{{3}})+")
"""A sign before each three figures parts thousands, in every language; no record has three decimals."""
_SMALL = 12
"""Ordinals to this one are words of any sentence ("the second time"); larger ones number sessions and meetings."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Marks:
    """The symbols, dates, and figures of a text, each as often as it stands there; times of day are figures, "15:00",
    and so are ordinals, but for small ones in words.

    `words` are the numbers that it says in words: what one language has in figures another may spell.
    """

    symbols: Counter[str]
    dates: Counter[str]
    figures: Counter[str]
    words: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Everything that stands in figures."""
        return frozenset((*self.symbols, *self.dates, *self.figures))


def marks_of(text: str, wording: Wording) -> Marks:
    """The marks of a text in the language of a wording."""
    symbols = Counter(match[0].rstrip("*") for match in DOCUMENT_SYMBOL.finditer(text))
    rest = DOCUMENT_SYMBOL.sub(" ", text)
    dates: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    words: set[str] = set()
    said = _patterns(wording)

    def date(match: re.Match[str]) -> str:
        value = wording.grammar.read_date(match[0])
        if value is None:
            return match[0]
        dates[value.isoformat()] += 1
        return " "

    def time(match: re.Match[str]) -> str:
        value = wording.grammar.read_time(match[0])
        if value is None:
            return match[0]
        figures[f"{value:%H:%M}"] += 1
        return " "

    def ordinal(match: re.Match[str]) -> str:
        value = wording.grammar.read_session(match[0])
        if value is None:
            return match[0]
        if match[0][0].isdigit() or value > _SMALL:
            figures[str(value)] += 1
        else:
            words.add(str(value))
        return " "

    rest = said.ordinal.sub(ordinal, said.time.sub(time, said.date.sub(date, rest)))
    figures.update(_value(match[0]) for match in _FIGURE.finditer(rest))
    words.update(_spelled(rest, wording))
    return Marks(symbols, dates, figures, frozenset(words))


def _value(figure: str) -> str:
    """A number in one form for all languages: thousands without a sign, decimals behind a stop."""
    if _THOUSANDS.fullmatch(figure):
        return re.sub(r"\D", "", figure)
    return figure.replace(",", ".")


def _spelled(text: str, wording: Wording) -> Iterator[str]:
    numbers = wording.speech["numbers"]
    if wording.without_blanks:
        yield from (str(number) for word, number in numbers.items() if word in text)
    else:
        yield from (str(numbers[word]) for word in map(str.lower, _WORD.findall(text)) if word in numbers)


@dataclass(frozen=True, slots=True)
class _Patterns:
    date: re.Pattern[str]
    time: re.Pattern[str]
    ordinal: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(wording: Wording) -> _Patterns:
    grammar = wording.grammar

    def whole(pattern: str) -> re.Pattern[str]:
        edges = ("", "") if wording.without_blanks else (r"(?<!\w)", r"(?!\w)")
        return re.compile(f"{edges[0]}(?:{pattern}){edges[1]}", re.IGNORECASE)

    return _Patterns(whole(grammar.date_pattern), whole(grammar.time_pattern), whole(grammar.session_pattern))
