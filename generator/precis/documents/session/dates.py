"""Dates to come that a sentence names: "by 30 June 2054", "in the course of 2054", "within six months"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Calendar", "When"]

_YEAR = r"(?:19|20|21)\d\d"


@dataclass(frozen=True, slots=True)
class When:
    """A date to come: the words that name it and where they stand, and the days from `first` to `last`.

    `kind` is "day", "days", "month", "season", "year" or "period". `lead` is how it is reached: "by", "from", "in",
    "before", "on", "within"; `part` the part of a year or month: "end", "begin" or nothing. `counted` says that the
    day was counted from that of the meeting, `exact` that it is meant to the day.
    """

    words: str
    start: int
    end: int
    kind: str
    lead: str
    first: dt.date
    last: dt.date
    part: str = ""
    counted: bool = False

    @property
    def order(self) -> tuple[dt.date, int]:
        """What dates are sorted by: the earliest day on which something can be late."""
        if self.kind in ("day", "days"):
            return (self.first if self.lead != "by" else self.last), 0
        if self.kind == "month":
            return self.first, (3 if self.part == "end" else 1 if self.lead == "from" else 2)
        if self.kind == "season":
            return self.first, 4
        if self.kind == "period":
            return dt.date.max, 9
        if self.lead in ("by", "before") and not self.part:
            return self.first, 5
        return self.last, (6 if self.part == "end" else 5)


class Calendar:
    """Finds the dates to come in sentences of a language, by its words and the names of its months."""

    def __init__(self, words: Mapping[str, Any], months: Sequence[str]) -> None:
        data = self._data = {
            key: {_straight(word): value for word, value in own.items()} if isinstance(own, Mapping) else own
            for key, own in words.items()
        }
        self._months = {name.lower(): number for number, name in enumerate(months, start=1)}
        month, leads, within = map(_either, (self._months, data["leads"], data["within"]))
        parts = _either((*data["parts"], *data["seasons"]))
        counts = "|".join((*data["counts"], r"\d+"))
        units, to, nth = "|".join(data["units"]), _either(data["to"]), "|".join(data["nth"])
        self._pattern = re.compile(
            rf"(?<![\w-])(?:(?:(?P<lead>{leads}) )?(?:(?P<part>{parts}) ?)?"
            rf"(?:(?P<from>\d{{1,2}})(?:{nth})?(?: (?P<from_month>{month}))? (?:{to}) )?"
            rf"(?:(?P<day>\d{{1,2}})(?:{nth})? )?(?:(?P<month>{month})(?: (?P<year>{_YEAR}))?|(?P<alone>{_YEAR}))"
            rf"|(?:{within}) ?(?P<count>{counts}) (?P<unit>{units}))(?!\w)",
            re.IGNORECASE,
        )
        self._may = re.compile(rf"{_YEAR}|{month.lower()}|{units}")

    def find(self, text: str, held: dt.date | None) -> Iterator[When]:
        """The dates in a sentence of a meeting held on `held` that lie after it, in order."""
        # A year, a month or a unit stands in each date: few sentences have one.
        for match in self._pattern.finditer(text) if self._may.search(text.lower()) else ():
            when = self._within(match, held) if match["count"] else self._named(match, held)
            if when is not None and (held is None or when.last > held):
                yield when

    def _within(self, match: re.Match[str], held: dt.date | None) -> When | None:
        if held is None:
            return None
        count = self._data["counts"].get(match["count"].lower()) or int(match["count"])
        unit = self._data["units"][match["unit"].lower()]
        due = _later(held, count, unit)
        if due is None:
            return None
        exact = unit in ("day", "week", "month")
        words = (match[0], match.start(), match.end())
        return When(*words, "day" if exact else "period", "by" if exact else "within", due, due, counted=exact)

    def _named(self, match: re.Match[str], held: dt.date | None) -> When | None:
        year = int(match["alone"] or match["year"] or 0)
        month = self._months[match["month"].lower()] if match["month"] else 0
        if not year:
            # A day without its year is the next there is.
            if held is None or not match["day"]:
                return None
            year = held.year + (dt.date(held.year, month, 1) < held.replace(day=1))
        lead = self._data["leads"].get(_straight(match["lead"] or ""), "")
        part = _straight(match["part"] or "")
        days = self._days(match, year, month, part)
        if days is None:
            return None
        kind, first, last = days
        named = self._data["parts"].get(part, "")
        return When(match[0], match.start(), match.end(), kind, lead, first, last, named)

    def _days(self, match: re.Match[str], year: int, month: int, part: str) -> tuple[str, dt.date, dt.date] | None:
        try:
            if match["day"]:
                last = dt.date(year, month, int(match["day"]))
                if not match["from"]:
                    return "day", last, last
                begun = self._months[match["from_month"].lower()] if match["from_month"] else month
                return "days", dt.date(year, begun, int(match["from"])), last
        except ValueError:
            return None
        if match["from"]:
            return None
        if month:
            return "month", dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        if part in self._data["seasons"]:
            begun = self._data["seasons"][part]
            return "season", dt.date(year, begun, 1), dt.date(year, min(12, begun + 3), 28)
        return "year", dt.date(year, 1, 1), dt.date(year, 12, 31)


def _straight(words: str) -> str:
    """Words in small letters, with straight apostrophes."""
    return words.lower().replace("’", "'")


def _either(words: Iterable[str]) -> str:
    """One of the words, the longest first; an apostrophe is straight or curly."""
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return "|".join(each.replace("’", "'").replace("'", "['’]") for each in longest)


def _later(day: dt.date, count: int, unit: str) -> dt.date | None:
    """The day so many days, weeks, months or years later."""
    if unit in ("day", "week"):
        return day + dt.timedelta(days=count * (7 if unit == "week" else 1))
    months = day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    if year > dt.MAXYEAR:
        return None
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
