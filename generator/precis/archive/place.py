"""The numbers of the rows of an index, whose order is that of the days: newest first needs no ranking.

A number is made of the day of the meeting, the place of the record among those of its day, and the place of the
paragraph in its record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from precis.model import PrecisError

__all__ = ["SLOT", "day_of", "first_number", "free_slots", "number_of_day", "slots_for"]

_PLACES, _SLOTS = 9, 14
"""Binary digits of the place in a record, and of that among the records of a day."""
SLOT = 1 << _PLACES
"""So many rows have room beside one another; a longer record takes several such rooms."""
_START = dt.date(1945, 1, 1).toordinal()


def number_of_day(day: dt.date | None) -> int:
    """The number of the first row of a day: 0 for a record whose day is not known."""
    return 0 if day is None else max(day.toordinal() - _START, 1) << (_PLACES + _SLOTS)


def day_of(number: int) -> dt.date | None:
    """The day of a row by its number."""
    days = number >> (_PLACES + _SLOTS)
    return dt.date.fromordinal(days + _START) if days else None


def slots_for(rows: int) -> int:
    """How many rooms a record takes that has so many rows; one that has none takes one."""
    return max(1, -(-rows // SLOT))


def free_slots(taken: Iterable[tuple[int, int]], wanted: int) -> int:
    """The first room of a day from which on so many are free; `taken` are the first and the count of the others.

    Raises PrecisError where the day has no more.
    """
    free = 0
    for first, count in sorted(taken):
        if first - free >= wanted:
            break
        free = max(free, first + count)
    if free + wanted > 1 << _SLOTS:
        message = "has more records of one day, or without a day, than an index holds; index its folders one by one"
        raise PrecisError.one("index-full", message)
    return free


def first_number(day: dt.date | None, slot: int) -> int:
    """The number of the first row of a record in a room of its day."""
    return number_of_day(day) + slot * SLOT
