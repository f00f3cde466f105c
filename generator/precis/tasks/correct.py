"""From sources of corrections to their documents: memorandum and marked copy, corrigendum, reissued record."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from precis.assets import Assets
from precis.corrections import apply, correct
from precis.corrections.eye import settled
from precis.corrections.request import check_day, check_something
from precis.corrections.source import Corrected, CorrectionsSource, read_corrections
from precis.documents.corrigendum import corrigendum
from precis.documents.memorandum import late, memorandum
from precis.documents.summary_record import summary_record
from precis.documents.view import Marking, View
from precis.language import load_wording
from precis.model import Fault, Faults, FileSpan, Finding, PrecisError, Record, plain, texts_of
from precis.reading.files import read_file, read_text
from precis.source.front import FrontMatter
from precis.source.record import check_record, print_record
from precis.tasks.housed import housed, printed_by
from precis.tasks.made import Made, Maker, may_be_source
from precis.writers.style import HouseStyle

__all__ = [
    "Compared",
    "computed",
    "corrected_record",
    "corrigenda",
    "corrigendum_of",
    "marked_view",
    "memoranda",
    "memorandum_of",
    "read_corrected",
    "reissue_of",
    "reissues",
]

_LONGEST = 20_000
"""Characters of a text that is compared, at most; the paragraphs of records have fewer than 6,000."""

_QUOTED = 30


@dataclass(frozen=True, slots=True)
class Compared:
    """The record OLD and the source of the corrections to it; how many texts differ in letters that look equal; what
    the reader of NEW found.
    """

    record: Record
    source: CorrectionsSource
    alike: int
    findings: tuple[Finding, ...]


def computed(
    old: str,
    new: str,
    folder: Path,
    assets: Assets,
    requested_by: str | None,
    requested_on: dt.date | None,
    *,
    force: bool = False,
) -> Compared:
    """The corrections that make the record of file `new` of that of `old`; their source will stand in `folder`.

    Where the two look equal, nothing is corrected. Raises PrecisError, unless it is `force`, where the two are records
    of different meetings.
    """
    before, reading = read_file(old, assets).record, read_file(new, assets)
    if not force:
        _check_same_meeting(before, reading.record, new)
    _check_lengths((before, old), (reading.record, new))
    after = settled(before, reading.record)
    source = CorrectionsSource(
        symbol=before.symbol,
        issued=before.issued,
        record=Path(os.path.relpath(old, folder)).as_posix(),
        requested_by=requested_by,
        requested_on=requested_on,
        corrections=correct(before, after.record, load_wording(before.language, assets).small_words),
    )
    return Compared(before, source, after.alike, reading.findings)


def _check_lengths(*records: tuple[Record, str]) -> None:
    """Refuse a text that is longer than any of a record: words are compared each with each."""
    faults = []
    for record, file in records:
        texts = [plain(text) for block in record.blocks for text in texts_of(block)]
        texts += [plain(note.inlines) for note in record.footnotes]
        for text in texts:
            if len(text) > _LONGEST:
                message = (
                    f"the text '{text[:_QUOTED]} …' has {len(text):,} characters; one of a record has fewer than "
                    f"{_LONGEST:,}; part it into paragraphs"
                )
                faults.append(Fault(FileSpan(file, _line_of(text, file)), "text-long", message))
    if faults:
        raise PrecisError(faults)


def _line_of(text: str, file: str) -> int | None:
    """The line of a source in which a long text stands, as far as one line is as long; None in another form."""
    if not may_be_source(file):
        return None
    lines = read_text(file).split("\n")
    return next((number for number, line in enumerate(lines, 1) if len(line) >= len(text)), None)


def _check_same_meeting(before: Record, after: Record, file: str) -> None:
    one, other = before.symbol, after.symbol
    if one is not None and other is not None and (one.series, one.meeting) != (other.series, other.meeting):
        message = f"is the record {other}, not of {one}; name two texts of one meeting, or add --force"
        raise PrecisError.one("other-record", message, FileSpan(file))


def read_corrected(file: str, assets: Assets) -> Corrected:
    """The corrections of a source with the record they are to; PrecisError if the two do not belong together."""
    source = read_corrections(read_text(file), file)
    faults = Faults(file)
    if source.record is None:
        faults.add(
            "field-wanted", "record: is missing; name the file of the record, as seen from this folder", 1, "record"
        )
        faults.check()
        raise AssertionError("a fault is raised")
    record = read_file(os.fspath(Path(file).parent / source.record), assets).record
    if source.symbol is not None and record.symbol is not None and source.symbol != record.symbol:
        faults.add("other-record", f"symbol: is {source.symbol}, but the record {source.record} is {record.symbol}")
    if source.issued is not None and record.issued is not None and source.issued != record.issued:
        message = f"issued: is {source.issued}, but the record {source.record} is of {record.issued}"
        faults.add("other-record", message)
    faults.check()
    return Corrected(record, source, file)


def corrected_record(corrected: Corrected, assets: Assets) -> Record:
    """The record with its corrections carried out; PrecisError for those that do not fit it, or one another."""
    record, corrections = corrected.record, corrected.source.corrections
    words = load_wording(record.language, assets).small_words
    after, faults = apply(record, corrections, words), Faults(corrected.file)
    lines = {each.location.name: each.source.line for each in corrections if each.source and each.source.line}
    check_record(after, FrontMatter({}, lines), faults, assets)
    faults.check()
    return after


def memoranda(file: str, style: HouseStyle, assets: Assets) -> Made:
    """The maker of the memorandum, and of the copy of the record with its corrections marked."""
    return memorandum_of(read_corrected(file, assets), style, assets)


def memorandum_of(corrected: Corrected, style: HouseStyle, assets: Assets) -> Made:
    """The memorandum that asks for corrections, and the copy of the record with them marked, in this order."""
    check_something(corrected)
    check_day(corrected, corrected.source.requested_on, "requested_on")
    after = corrected_record(corrected, assets)
    warning = late(corrected)
    style, assets = housed(corrected.record, style, assets)
    views = (memorandum(corrected, assets), marked_view(corrected, after, style, assets))
    told = (Finding("corrections-late", FileSpan(corrected.file), "requested_on", warning),) if warning else ()
    return Made(tuple(printed_by(view, style, assets) for view in views), told)


def marked_view(corrected: Corrected, after: Record, style: HouseStyle, assets: Assets) -> View:
    """The view of the record `after` its corrections, with what they changed marked."""
    record, source = corrected.record, corrected.source
    address = style.first_foot["qr_address"]
    before = summary_record(record, assets, address)
    wording = load_wording(record.language, assets)
    author = source.requested_by or wording.gap("requested_by").lacks
    date = source.requested_on or record.issued or (record.held.date if record.held else dt.date(1970, 1, 1))
    assert record.symbol is not None, "a record without a symbol has no view"
    stem = f"{record.symbol.file_name}-marked-{record.language}"
    return replace(summary_record(after, assets, address), stem=stem, marking=Marking(before, author, date.isoformat()))


def corrigenda(files: Sequence[str], style: HouseStyle, assets: Assets, issued: dt.date | None) -> Made:
    """What is made of several sources together: one corrigendum."""
    corrected: list[Corrected] = []
    faults: list[Fault] = []
    for file in files:
        try:
            corrected.append(read_corrected(file, assets))
            corrected_record(corrected[-1], assets)
        except PrecisError as error:
            faults.extend(fault.of(file) for fault in error.faults)
    if faults:
        raise PrecisError(faults)
    return corrigendum_of(corrected, style, assets, issued)


def corrigendum_of(corrected: Sequence[Corrected], style: HouseStyle, assets: Assets, issued: dt.date | None) -> Made:
    """The corrigendum of corrections that fit their records."""
    for each in corrected:
        check_something(each)
        check_day(each, issued, "--on")
    style, assets = housed(corrected[0].record, style, assets)
    view = corrigendum(corrected, assets, style.first_foot["qr_address"], issued)
    return Made((printed_by(view, style, assets),))


def reissues(on: dt.date | None) -> Maker:
    """The maker of records reissued `on` a date, as sources and as documents."""
    return partial(_reissue, on)


def _reissue(on: dt.date | None, file: str, style: HouseStyle, assets: Assets) -> Made:
    return reissue_of(read_corrected(file, assets), style, assets, on)


def reissue_of(corrected: Corrected, style: HouseStyle, assets: Assets, on: dt.date | None) -> Made:
    """The record with its corrections carried out, reissued `on` a date or that of the request."""
    check_something(corrected)
    record = corrected_record(corrected, assets)
    symbol = record.symbol
    if symbol is None:
        raise PrecisError.one("no-symbol", "the record has no symbol; give it one, such as symbol: CMW/C/SR.590")
    date = on or corrected.source.requested_on
    if date is None:
        raise PrecisError.one("no-date", "the day of the reissue is not known; give it with --on 2025-01-17")
    check_day(corrected, date, "--on" if on else "requested_on")
    reissued = replace(record, symbol=replace(symbol, stars=symbol.stars + 1), reissued=date)
    style, assets = housed(reissued, style, assets)
    view = printed_by(summary_record(reissued, assets, style.first_foot["qr_address"]), style, assets)
    stem = f"{symbol.file_name}-reissued-{record.language}"
    return Made(
        (replace(view, stem=stem, corrected=(corrected,)),),
        files=((f"{stem}.md", print_record(reissued).encode()),),
    )
