"""Days as texts write them, held against the day of the meeting: what was adopted after it was not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from precis.facts.context import Context

__all__ = ["date_of", "last_day"]


def date_of(context: Context, text: str, *, coming: bool = False) -> str:
    """The first date in a text, as printed; empty if there is none, or if it is after the day of the meeting.

    With `coming`, empty if it is before that. A date without a year counts as it stands.
    """
    match = context.patterns["dates.date"].search(text)
    if match is None:
        return ""
    day = last_day(match[0], context.words.months)
    if context.held is None or day is None:
        return match[0]
    first = day.replace(day=1) if not re.search(r"\d{1,2} [A-Z]", match[0]) else day
    if coming:
        return match[0] if day >= context.held else ""
    return match[0] if first <= context.held else ""


def last_day(words: str, months: Sequence[str]) -> dt.date | None:
    """The last day that a date with a year can mean: of "March 2016", 31 March; None without a year."""
    years = re.findall(r"\b\d{4}\b", words)
    if not years:
        return None
    year = int(years[-1])
    named = [name for name in re.findall(r"[^\W\d_]\w+", words) if name in months]
    if not named:
        return dt.date(year, 12, 31)
    month = months.index(named[-1]) + 1
    days = re.findall(r"\b(\d{1,2})\b(?=\D)", words)
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(int(days[-1]), last) if days and int(days[-1]) else last)
