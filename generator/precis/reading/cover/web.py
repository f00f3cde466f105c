"""The title that a web page prints above a record: "Summary record of the 1069th meeting : Mexico. 25/08/94."

The words of the formula are those of the record; what follows them is of the page, but for the date of the document.
"""

from __future__ import annotations

import datetime as dt
import re

from precis.reading.cover.cover import Cover
from precis.reading.search.tolerant import Found

__all__ = ["date_of_page", "rest_of_page"]

_REST = re.compile(r"\s?:[^\n]*")
_DATED = re.compile(
    r"[^\n:]{0,60}?\s?:[^\n]{0,200}?\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)?\d{2})\b\.?"
)
_LONGEST_REST = 200
_FIRST_YEAR = 46
"""The first meetings were held in 1946: a year of two figures from there on is one of the last century."""


def rest_of_page(cover: Cover, title: Found) -> Found | None:
    """What a page has added to a title after a colon, if it has."""
    line = cover.zone.text[title.end : cover.zone.until_taken(title.end)]
    rest = _DATED.match(line) or (_REST.match(line) if len(line) <= _LONGEST_REST else None)
    return Found("page", title.end, title.end + rest.end()) if rest else None


def date_of_page(words: str) -> dt.date | None:
    """The day, month and year that such a title ends in; None if it has none."""
    found = _DATED.search(words)
    if found is None:
        return None
    year = int(found["year"])
    if year < 100:
        year += 1900 if year >= _FIRST_YEAR else 2000
    try:
        return dt.date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
