"""Whether there is anything to ask for, and on a day on which it could be asked for."""

from __future__ import annotations

import datetime as dt

from precis.corrections.source import Corrected
from precis.model import FileSpan, PrecisError

__all__ = ["check_day", "check_something"]


def check_something(corrected: Corrected) -> None:
    """Raise PrecisError for a source without a correction: a paper made of it would ask for nothing."""
    if not corrected.source.corrections:
        message = "has no correction, so there is nothing to correct; write one, such as: - Para. 3: for two read three"
        raise PrecisError.one("no-corrections", message, FileSpan(corrected.file))


def check_day(corrected: Corrected, day: dt.date | None, said: str) -> None:
    """Raise PrecisError for a day, of which `said` says where it stands, before the issue of the record or its meeting.

    Nobody corrects a record that there is not yet.
    """
    record = corrected.record
    issued = corrected.source.issued or record.issued
    if day is None:
        return
    if issued is not None and day < issued:
        message = f"{said}: {day} is before the record was issued, on {issued}"
    elif record.held is not None and day < record.held.date:
        message = f"{said}: {day} is before the meeting, which was held on {record.held.date}"
    else:
        return
    raise PrecisError.one("no-date", message, FileSpan(corrected.file))
