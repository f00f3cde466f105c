"""From a folder of published records, in whatever forms, to sources sorted by body and session, and a table of them."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from precis.assets import Assets
from precis.model import Fault, FileSpan, Finding, PrecisError, Record
from precis.model.findings import FindingKind
from precis.reading.files import read_file
from precis.source.record import print_record
from precis.tasks.below import files_below, may_be_record, read_each
from precis.tasks.made import check_holds_record, without_records
from precis.tasks.progress import Progress, silent
from precis.tasks.storing import write_files
from precis.tasks.workers import PROCESSES, Crew

__all__ = ["COUNTED", "TABLE", "Collected", "Row", "collect"]

TABLE = "records.csv"
"""The table of a collection; programs for tables open it by its name."""

_UNKNOWN = "unknown"
_NAMED = 5
_COLUMNS = ("file", "record", "symbol", "body", "session", "meeting", "held", "headings", "paragraphs")
COUNTED: tuple[FindingKind, ...] = ("inferred", "repaired", "unread", "warning")
"""The kinds of findings that are counted in the table; what is missing is named there."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one file: where its source stands in the collection, or the faults for which there is none.

    `about` has what the table says of the record, `counts` its findings by their kinds, `findings` all of them; `note`
    says why the source is not written, or not in the usual place. `print` is the same for two files of the same record.
    """

    file: str
    place: str = ""
    about: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    note: str = ""
    print: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """The rows of a collection in the order of their files, the path of its table, and what was not read."""

    rows: tuple[Row, ...]
    table: Path
    findings: tuple[Finding, ...] = ()


def collect(
    folder: str,
    target: Path,
    assets: Assets,
    crew: Crew = PROCESSES,
    *,
    rejected: bool = False,
    progress: Progress[Row] = silent,
) -> Collected:
    """Read all files of a folder and those below it, by a crew, and write their sources into `target`.

    A source stands at BODY/SESSION/MEETING.md. What stands there already and differs is kept, and so is what two
    files have in two ways: the table says so. A file that cannot be read has its faults in the table. Raises
    PrecisError for a folder without files to read, and if nothing can be written.
    """
    own = target.resolve() if target.resolve() != Path(folder).resolve() else None
    entries = files_below(folder, own)
    files = [each for each in entries if may_be_record(each)]
    if not files:
        raise PrecisError([without_records(folder)])
    read = read_each(files, assets, partial(_read, assets=assets, rejected=rejected), _unread, crew)
    rows = tuple(_written(progress(read, len(files)), target))
    (table,) = write_files([(TABLE, _table(rows).encode("utf-8-sig"))], target)
    return Collected(rows, table, _passed_over(folder, [each for each in entries if not may_be_record(each)]))


def _passed_over(folder: str, others: Sequence[str]) -> tuple[Finding, ...]:
    """What is told of the files that hold no record: a few by their names, many counted by their endings."""
    endings = Counter(Path(each).suffix.lower() or Path(each).name for each in others)
    listed = ", ".join(f"{count} {ending}" for ending, count in sorted(endings.items()))
    if len(others) <= _NAMED:
        listed = ", ".join(os.path.relpath(each, folder) for each in others)
    reason = f"not read, for no record has such a name: {listed}"
    return (Finding("passed-over", FileSpan(folder), "file", reason),) if others else ()


def _unread(fault: Fault) -> Row:
    """The row of a file that broke the process that reads it."""
    return Row(fault.span.file, faults=(fault,))


def _read(file: str, assets: Assets, *, rejected: bool) -> Row:
    """The row of one file, as a process of its own makes it."""
    try:
        reading = read_file(file, assets, rejected=rejected)
        check_holds_record(reading.record, file)
    except PrecisError as error:
        return Row(file, faults=error.faults)
    record, findings = reading.record, reading.findings
    kinds = Counter(finding.kind for finding in findings)
    return Row(
        file,
        _place(record, file),
        _about(record),
        tuple(kinds[kind] for kind in COUNTED),
        reading.missing,
        findings,
        print=hashlib.sha256(print_record(record).encode()).hexdigest(),
        source=print_record(record, findings),
    )


def _about(record: Record) -> tuple[str, ...]:
    """What the table says of a record, from `symbol` to `paragraphs`."""
    held = record.held.date.isoformat() if record.held else None
    values = (record.symbol, record.body, record.session, record.meeting, held)
    counts = (len(record.headings), len(record.paragraphs))
    return (*("" if value is None else str(value) for value in values), *map(str, counts))


def _written(rows: Iterable[Row], target: Path) -> Iterator[Row]:
    """Write the source of each row and give the row without it. Nothing that is there is written over."""
    taken: dict[str, Row] = {}
    for row in rows:
        if not row.source:
            yield row
            continue
        place, note, source = row.place, "", row.source.encode()
        first = taken.get(place)
        if first is not None and first.print == row.print:
            note, source = f"the same record as {first.file}", b""
        elif first is not None:
            place, note = _beside(place, row.file, taken), f"another text of the record of {first.file}"
        path = target / place
        if source and path.exists() and path.read_bytes() != source:
            note, source = f"not written: {place} is there and differs; move it, and read again", b""
        if source:
            write_files([(path.name, source)], path.parent)
        taken.setdefault(place, row)
        yield replace(row, place=place, note=note, source="")


def _place(record: Record, file: str) -> str:
    """Where the source of a record stands: cmw/39/590.md; in another language, cmw/39/590-fr.md."""
    session = _UNKNOWN if record.session is None else str(record.session)
    name = Path(file).stem
    if record.symbol is not None:
        suffixes = "".join(f"-{kind}.{number}" for kind, number in record.symbol.suffixes)
        name = f"{record.symbol.meeting}{suffixes}"
    elif record.meeting is not None:
        name = str(record.meeting)
    language = "" if record.language == "en" else f"-{record.language}"
    return f"{record.body or _UNKNOWN}/{session}/{name}{language}.md"


def _beside(place: str, file: str, written: Iterable[str]) -> str:
    """A place beside one that is taken, with the name of the file, and a number if that is taken too."""
    first = f"{place.removesuffix('.md')} ({Path(file).name}"
    taken = set(written)
    number = 1
    while (found := f"{first}{f', {number}' if number > 1 else ''}).md") in taken:
        number += 1
    return found


def _table(rows: Iterable[Row]) -> str:
    """The table: a line a file, with what was read, repaired and missing."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*_COLUMNS, *COUNTED, "missing", "note"))
    for row in rows:
        writer.writerow(_cells(row))
    return out.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    if row.faults:
        empty = [""] * (len(_COLUMNS) + len(COUNTED))
        return (row.file, *empty, "not read: " + "; ".join(fault.message for fault in row.faults))
    # A doubt is told where the reader of the table looks: nothing else says so once the screen is gone.
    doubts = [f"{_where(each)}{_said(each)} [{each.code}]" for each in row.findings if each.kind == "warning"]
    notes = "; ".join(([row.note] if row.note else []) + doubts)
    return (row.file, row.place, *row.about, *map(str, row.counts), ", ".join(row.missing), notes)


def _where(finding: Finding) -> str:
    return f"{finding.span.unit} {finding.span.line}: " if finding.span.line else ""


def _said(finding: Finding) -> str:
    """What a finding says, without its place."""
    return str(replace(finding, span=FileSpan()))
