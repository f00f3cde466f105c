"""The addresses of records as works and texts (Akoma Ntoso Naming Convention, OASIS 2019; AKN4UN, part 1, table 3.3).

The date of the work is the day of the meeting, which a translation and a reissue keep; that of the text is its issue.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from precis.model.record import Record

__all__ = ["text_date", "text_uri", "work_date", "work_uri"]


def work_date(record: Record) -> dt.date | None:
    """The day of the meeting; the day of issue where that is not known."""
    return record.held.date if record.held is not None else record.issued


def text_date(record: Record) -> dt.date | None:
    """The day of the text: of its reissue, of its issue, or of the meeting where neither is known."""
    return record.reissued or record.issued or work_date(record)


def work_uri(record: Record) -> str:
    """The address of a record in whatever language: /akn/un/debateReport/minute/un-cmw/2024-12-13/CMW-C-SR.590.

    Empty for a record that lacks its symbol, its body or all its dates.
    """
    day = work_date(record)
    if record.symbol is None or record.body is None or day is None:
        return ""
    number = str(record.symbol.bare).replace("/", "-")
    return f"/akn/un/debateReport/minute/un-{record.body}/{day.isoformat()}/{number}"


def text_uri(record: Record, codes: Mapping[str, str]) -> str:
    """The address of a record in its language, as issued on a day: …/CMW-C-SR.590/eng@2024-12-17; empty as above.

    `codes` are those of languages in ISO 639-3 by ours.
    """
    work, day = work_uri(record), text_date(record)
    return f"{work}/{codes.get(record.language, record.language)}@{day.isoformat()}" if work and day else ""
