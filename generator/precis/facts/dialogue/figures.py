"""The figures that a sentence gives: what is counted, not what is numbered (an article, a year, a day, an age)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from precis.assets.late import LatePattern
from precis.facts.dialogue.phrases import any_of
from precis.facts.fact import Figure

__all__ = ["Figures"]

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_GREAT = 3
"""Digits of a number in groups, "1,240", from which on it counts: nothing is numbered so."""
_BEGINNING = 4
"""Letters of a word by which it is told that it may be a number."""
_IN_YEAR = re.compile(r" (?:in|en) (?:19|20|21)\d\d(?!\d)")
"""Behind a number that stands for its noun: "had risen from 45 in 2009 to 112 in 2010"."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A number and where it stands. `sure` are shares, amounts of money and great numbers; `words`, one in words."""

    start: int
    end: int
    sure: bool
    words: bool


class Figures:
    """Finds the figures of sentences in one language."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        ones, powers, share = any_of(data["ones"]), any_of(data["powers"]), any_of(map(re.escape, data["share"]))
        written = rf"{any_of(data['words'])}(?:-{ones}| et {ones})?"
        unit, joins = rf"(?:{share}|{powers})(?!\w)", any_of(data["joins"])
        self._digits = LatePattern(
            rf"(?P<digits>(?<![\w/.,-])(?:(?:us)?[$€£] ?)?(?:\d{{1,3}}(?:[, ]\d{{3}})+|\d+)(?:[.,]\d+)?(?![\w/-]))"
            rf"(?P<unit> ?{unit})?"
        )
        self._words = LatePattern(
            rf"(?P<thirds>(?<!\w)(?:{data['thirds']})(?!\w))|(?<![\w-])(?:{written})(?![\w-])(?P<unit> {unit})?"
        )
        self._begins = frozenset(word[:_BEGINNING] for word in (*data["words"], *data["ones"], *data["parts"]))
        self._numbered = LatePattern(
            rf"(?<!\w)(?:{any_of(data['numbered'])}) (?:\d+(?: ?\([\da-z]+\))*(?:, | (?:{joins}) |–|-))*\Z"
        )
        self._range = LatePattern(rf"(?: (?:{joins}) |–|-)(?:\d+(?:[.,]\d+)?|{written})(?= )")
        self._uncounted = LatePattern(rf" (?:(?:{any_of(data['further'])}) )?(?:{any_of(data['uncounted'])})(?!\w)")
        self._definite = _last(data["definite"])
        self._age = _last(data["age"])
        self._approximate = _last(data["approximate"])
        self._pronoun = LatePattern(rf" (?:{any_of(data['pronoun'])})(?!\w)")
        self._plural = LatePattern(rf"(?:{data['plural']})\Z")
        self._limit = LatePattern(rf"(?<!\w)(?:{data['limit']})")
        self._limit_after = LatePattern(rf"(?:{data['limit_after']})(?!\w)")
        self._aged = LatePattern(rf"(?<!\w)(?:{data['aged']}) \Z")
        self._per = LatePattern(rf"(?:{data['per']})(?!\w)")
        self._changes = LatePattern(rf"(?<!\w){data['changes']}")
        self._of = LatePattern(data["of_them"])
        self._among = LatePattern(rf"(?:{data['among']})(?!\w)")
        self._ends = frozenset(data["ends"])
        self._of_share = LatePattern(rf" (?:{any_of(data['of'])}) ")

    def of(self, exact: str) -> tuple[Figure, ...]:
        """The figures of a sentence, in order."""
        low = exact.lower()
        return tuple(self._figure(exact, low, found) for found in self._numbers(low) if self._counts(low, found))

    def _numbers(self, low: str) -> Iterator[_Found]:
        for match in self._digits.finditer(low) if _DIGIT.search(low) else ():
            digits = match["digits"]
            unit = match["unit"]
            if _YEAR.fullmatch(digits) and not unit:
                continue
            great = len(re.sub(r"\D", "", digits)) > _GREAT and not digits.isdigit()
            yield _Found(match.start(), match.end(), bool(unit) or not digits[0].isdigit() or great, False)
        if self._begins.isdisjoint(word[:_BEGINNING] for word in low.split()):
            return
        for match in self._words.finditer(low):
            sure = match["thirds"] is not None or match["unit"] is not None
            yield _Found(match.start(), match.end(), sure, True)

    def _counts(self, low: str, found: _Found) -> bool:
        """Whether a number counts something."""
        before = low[max(0, found.start - 60) : found.start]
        if self._numbered.search(before):
            return False
        end = self._end_of_range(low, found.end)
        if self._is_limit(low, found, end) or self._uncounted.match(low, end):
            return False
        if found.sure:
            return True
        if not found.words and any((self._per.match(low, end), self._changes.search(before), self._of.match(low, end))):
            return True
        noun = self._noun(low, end)
        if found.words:
            return self._in_words(low, found, noun)
        if _IN_YEAR.match(low, end):
            return True
        if noun:
            return not (self._age.search(before) and end == found.end and not self._has_plural(noun))
        if self._approximate.search(before) and not self._aged.search(before):
            return True
        return self._pronoun.match(low, end) is not None and not self._age.search(before)

    def _is_limit(self, low: str, found: _Found, end: int) -> bool:
        """Whether a law sets a number as a limit: "companies with more than 50 employees", "signed by 1,000 voters"."""
        before = low[max(0, found.start - 90) : found.start]
        return bool(self._limit.search(before) or self._limit_after.match(low, end))

    def _in_words(self, low: str, found: _Found, noun: str) -> bool:
        """Whether a number in words counts: "in three towns", "two had been", not "the two" or "two visits a month"."""
        counts = self._has_plural(noun) or self._among.match(low, found.end) is not None
        if not counts or self._per.match(low, found.end):
            return False
        return self._definite.search(low[max(0, found.start - 40) : found.start]) is None

    def _end_of_range(self, low: str, end: int) -> int:
        ranged = self._range.match(low, end)
        return ranged.end() if ranged else end

    def _noun(self, low: str, end: int) -> str:
        """The words behind a number that say what is counted: up to a word that cannot be of them."""
        out: list[str] = []
        for match in re.finditer(r"\s+([^\W\d_][\w'-]*)", low[end : end + 90]):
            gap = low[end : end + match.start()]
            if match[1] in self._ends or len(out) == 5 or ((out or match.start()) and not _joined(gap, out)):
                break
            out.append(match[1])
        return " ".join(out)

    def _has_plural(self, noun: str) -> bool:
        return any(self._plural.match(word) for word in noun.split()[:4])

    def _figure(self, exact: str, low: str, found: _Found) -> Figure:
        of_share = self._of_share.match(low, found.end) if found.sure else None
        behind = of_share.end() - 1 if of_share else found.end
        noun = self._noun(low, behind)
        start = low.find(noun, behind) if noun else found.end
        of = exact[start : start + len(noun)]
        approximate = bool(self._approximate.search(low[max(0, found.start - 20) : found.start]))
        return Figure(exact[found.start : found.end], of, approximate)


def _joined(gap: str, out: Sequence[str]) -> bool:
    """Whether the words behind a number go on: nothing but the words found stands between."""
    return gap.split() == list(out)


def _last(words: Sequence[str]) -> LatePattern:
    """A pattern for one of some words at the end of a text."""
    return LatePattern(rf"(?<!\w)(?:{any_of(words)}) \Z")
