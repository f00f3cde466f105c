"""The memorandum that asks for corrections to a record (docs/conventions.md §2.7 and §4.2)."""

from __future__ import annotations

import datetime as dt

from precis.assets import Assets
from precis.corrections.source import Corrected
from precis.documents.corrigendum import entries
from precis.documents.frame import document_names
from precis.documents.summary_record import identity
from precis.documents.view import View
from precis.language import load_wording
from precis.model import Inline, Run

__all__ = ["DAYS", "last_day", "late", "memorandum"]

DAYS = 7
"""Days from the date of the record in which corrections are to be sent."""


def last_day(issued: dt.date) -> dt.date:
    """The last day for corrections to a record of this date."""
    return issued + dt.timedelta(days=DAYS)


def late(corrected: Corrected) -> str:
    """What to tell of corrections that are asked for after the last day; an empty string if they are not."""
    issued = corrected.source.issued or corrected.record.issued
    asked = corrected.source.requested_on
    if issued is None or asked is None or asked <= last_day(issued):
        return ""
    return f"the corrections are late: they were asked for on {asked}, and the last day was {last_day(issued)}"


def memorandum(corrected: Corrected, assets: Assets) -> View:
    """The view of the memorandum to the Documents Management Section."""
    record, source = corrected.record, corrected.source
    symbol, body = identity(record, assets)
    wording = load_wording(record.language, assets)
    gaps: list[str] = []

    def known(value: object, name: str) -> Inline:
        if value is None:
            gaps.append(name)
            return wording.gap(name)
        return Run(str(value))

    issued = source.issued or record.issued
    date = issued or known(None, "issued")
    asked = wording.date(source.requested_on) if source.requested_on else (known(None, "requested_on"),)
    name = wording.labels["memorandum"]
    names = {
        **document_names(
            wording,
            str(symbol.bare),
            f"{symbol.bare}: {name}",
            source.requested_on or issued,
            body.named(record.language).committee,
            wording.labels["corrections"],
            sample=record.sample,
        ),
        "lines": [
            (wording.labels["to"], (Run(wording.section),)),
            (wording.labels["from"], (known(source.requested_by, "requested_by"),)),
            (wording.labels["date"], asked),
            (wording.labels["record"], wording.say("memorandum_record", symbol=str(symbol), date=date)),
        ],
        "request": wording.say("memorandum_request"),
        "entries": entries(corrected, wording),
        "deadline": () if issued is None else wording.say("memorandum_deadline", date=last_day(issued)),
    }
    return View(
        "memorandum.html",
        f"{symbol.file_name}-memorandum-{record.language}",
        names,
        {},
        tuple(gaps),
        tuple(sorted(wording.said_unconfirmed)),
    )
