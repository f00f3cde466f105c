"""The corrigendum: the corrections of one record, or of the records of a session (docs/conventions.md §4.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from precis.assets import Assets
from precis.corrections.source import Corrected
from precis.documents.describe import describe
from precis.documents.frame import Frame, document_names, language_lines, masthead_names, words
from precis.documents.summary_record import identity
from precis.documents.view import View
from precis.language import Wording, load_wording
from precis.language.bodies import Body, with_body
from precis.language.cover_lines import title_line
from precis.model import Fault, FileSpan, Inlines, PrecisError, Run, Symbol

__all__ = ["corrigendum", "entries"]


def corrigendum(corrected: Sequence[Corrected], assets: Assets, qr_address: str, issued: dt.date | None) -> View:
    """The view of the corrigendum to one record, or the consolidated one to several, in the order of their meetings.

    Raises PrecisError for records of two bodies, sessions or languages, and for two sources of one record.
    """
    _check_together(corrected)
    ordered = sorted(corrected, key=lambda each: each.record.meeting or 0)
    first = ordered[0].record
    _, body = identity(first, assets)
    wording = load_wording(first.language, assets)
    names = body.named(first.language)
    symbol = _symbol(ordered, body)
    title = _title(ordered, wording)
    gaps = ("issued",) if issued is None else ()
    frame = Frame(
        treaty=names.treaty,
        distribution=wording.labels[first.distribution],
        issued=(wording.gap("issued"),) if issued is None else wording.issued(issued),
        language_lines=language_lines(first.language, first.original or first.language, wording),
        address=qr_address.format(language=first.language, symbol=symbol),
    )
    session: Inlines = () if first.session is None else wording.say("session", session=first.session)
    name = wording.labels["corrigendum"]
    view_names = {
        **document_names(
            wording,
            symbol,
            f"{symbol}: {name}",
            issued or max((each.record.issued for each in ordered if each.record.issued), default=None),
            f"{names.committee}, {words(session)}" if session else names.committee,
            name,
            sample=any(each.record.sample for each in ordered),
        ),
        **masthead_names(frame, wording),
        "committee": (Run(names.committee),),
        "session": session,
        "title": title,
        "groups": [_group(each, wording, alone=len(ordered) == 1) for each in ordered],
    }
    stem = f"{symbol.replace('/', '_')}-{first.language}"
    return View(
        "corrigendum.html",
        stem,
        view_names,
        {},
        gaps,
        tuple(sorted(wording.said_unconfirmed)),
        corrected=tuple(replace(each, record=with_body(each.record, assets)) for each in ordered),
    )


def entries(corrected: Corrected, wording: Wording) -> list[dict[str, Any]]:
    """The corrections in order, each with its number, its place and the blocks that say what is to be done."""
    among = corrected.source.corrections
    described = [describe(each, corrected.record, wording, among) for each in among]
    return [{"number": number, "place": it.place, "blocks": it.blocks} for number, it in enumerate(described, 1)]


def _group(corrected: Corrected, wording: Wording, *, alone: bool) -> dict[str, Any]:
    symbol = corrected.record.symbol
    return {"heading": "" if alone else str(symbol.bare if symbol else ""), "entries": entries(corrected, wording)}


def _title(ordered: Sequence[Corrected], wording: Wording) -> Inlines:
    """The title of the parent, without its notes."""
    first, last = ordered[0].record, ordered[-1].record
    if len(ordered) > 1:
        together = len(ordered) == 2 and last.meeting == (first.meeting or 0) + 1
        return wording.say("titles_two" if together else "titles", first=first.meeting, last=last.meeting)
    return title_line(wording, first.meeting, first.coverage, first.part, None, None)


def _symbol(ordered: Sequence[Corrected], body: Body) -> str:
    """The parent's symbol with /Corr. and a number; of several records, the range of their meetings."""
    number = ordered[0].source.corrigendum or 1
    symbols = [each.record.symbol for each in ordered if each.record.symbol is not None]
    if len(symbols) == 1:
        return str(symbols[0].with_suffix("Corr", number))
    first, last = symbols[0], symbols[-1]
    element = "" if first.element is None else f"/{first.element}"
    return f"{body.series}{element}/SR.{first.meeting}-{last.meeting}/Corr.{number}"


def _check_together(corrected: Sequence[Corrected]) -> None:
    faults: list[Fault] = []
    first = corrected[0]
    symbols: dict[Symbol, str] = {}
    for each in corrected:
        record, symbol = each.record, each.record.symbol
        for what in ("session", "language"):
            ours, theirs = getattr(record, what), getattr(first.record, what)
            if ours != theirs:
                message = f"{what} {ours}, but {first.file} has {theirs}; build a corrigendum for each"
                faults.append(Fault(FileSpan(each.file), "corrigendum-mixed", message))
        if symbol is None:
            continue
        if first.record.symbol is not None and symbol.series != first.record.symbol.series:
            message = f"{symbol} is of another body than {first.record.symbol}; build a corrigendum for each"
            faults.append(Fault(FileSpan(each.file), "corrigendum-mixed", message))
        if symbol in symbols:
            message = f"{symbol} is corrected in {symbols[symbol]} too; put the corrections into one source"
            faults.append(Fault(FileSpan(each.file), "corrigendum-twice", message))
        symbols[symbol] = each.file
    if faults:
        raise PrecisError(faults)
