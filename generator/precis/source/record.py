"""A record's source: read into a record, and written from one. `read_record(print_record(r)) == r`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from precis.assets import Assets
from precis.language import languages
from precis.language.bodies import bodies, with_body
from precis.model import MESSAGES, Call, Coverage, Faults, Finding, Place, Reading, Record
from precis.source.body import Body, print_body, read_body
from precis.source.fields import COUNTED, FIELDS, record_of, values_of
from precis.source.front import FrontMatter, check_keys, print_front, split_front
from precis.source.kinds import Form, check_document

__all__ = [
    "NOTHING",
    "check_record",
    "findings_of",
    "own_values",
    "print_record",
    "read_record",
    "read_source",
    "typed_values",
]

NOTHING: Mapping[str, Any] = {}


def read_record(text: str, file: str, assets: Assets, given: Mapping[str, Any] = NOTHING) -> Record:
    """The record of a source; else as `read_source`."""
    return read_source(text, file, assets, given).record


def read_source(text: str, file: str, assets: Assets, given: Mapping[str, Any] = NOTHING) -> Reading:
    """The record of a source, with the typed values `given` before its own, and what the source says of its reading.

    Raises PrecisError with all that is wrong in it, each with its line.
    """
    faults = Faults(file)
    front, rest, line = split_front(text, faults)
    check_document(front, faults, Form.RECORD)
    check_keys(front, ["document", COUNTED.key, *(field.key for field in FIELDS)], faults)
    values = {**typed_values(front, faults), **given}
    body = read_body(rest, faults, line)
    record = replace(record_of(values), blocks=body.blocks, footnotes=body.footnotes)
    findings = findings_of(front, faults)
    check_record(record, front, faults, assets)
    faults.check()
    return Reading(with_body(record, assets), findings)


def findings_of(front: FrontMatter, faults: Faults) -> tuple[Finding, ...]:
    """The findings that a front matter keeps of the reading that the source was made by."""
    if COUNTED.key not in front.values:
        return ()
    line = front.lines.get(COUNTED.key)
    try:
        COUNTED.read(front.values[COUNTED.key])
    except ValueError as error:
        faults.add(f"field-{COUNTED.key}", f"{COUNTED.key}: {error}", line)
        return ()
    return (Finding("number-counted", Place(faults.file, line), "text", MESSAGES["number-counted"].means),)


def own_values(record: Record, findings: Iterable[Finding]) -> dict[str, Any]:
    """The front matter of a record, with what of its reading a source keeps."""
    counted = any(finding.code == "number-counted" for finding in findings)
    return values_of(record) | ({COUNTED.key: COUNTED.show("counted")} if counted else {})


def typed_values(front: FrontMatter, faults: Faults) -> dict[str, Any]:
    """The values of the fields of a front matter; what cannot be read goes to `faults` and is left out."""
    out: dict[str, Any] = {}
    for field in FIELDS:
        if field.key not in front.values:
            continue
        try:
            out[field.key] = field.read(front.values[field.key])
        except ValueError as error:
            faults.add(f"field-{field.key}", f"{field.key}: {error}", front.lines.get(field.key))
    return out


def check_record(record: Record, front: FrontMatter, faults: Faults, assets: Assets) -> None:
    """Note where the fields of a cover do not fit one another, or name what there is not."""

    def fault(key: str, message: str) -> None:
        faults.add(f"field-{key}", f"{key}: {message}", front.lines.get(key))

    known = bodies(assets)
    codes = [body.code for body in known]
    if record.body is not None and record.body not in codes:
        fault("body", f"'{record.body}' is not a known treaty body; choose one of: {', '.join(codes)}")
    if record.symbol is not None and record.body is None and record.symbol.series not in [b.series for b in known]:
        series = ", ".join(body.series for body in known)
        fault("symbol", f"'{record.symbol}' is of no known treaty body; their symbols begin with: {series}")
    if record.language not in languages(assets):
        fault("language", f"there is no wording in '{record.language}'; choose one of: {', '.join(languages(assets))}")
    _check_order(record, fault)
    _check_marks(record, fault)


def _check_order(record: Record, fault: Callable[[str, str], None]) -> None:
    opening, closing, held = record.opening, record.closing, record.held
    if opening and closing and closing.time <= opening.time:
        fault("rose", f"{closing.time:%H:%M} is not after {opening.time:%H:%M}, when the meeting began")
    if held and record.issued and record.issued < held.date:
        fault("issued", f"{record.issued} is before the meeting, which was held on {held.date}")
    if record.issued and record.reissued and record.reissued < record.issued:
        fault("reissued", f"{record.reissued} is before the record was issued, on {record.issued}")
    if record.meeting_as_printed is not None and record.symbol is not None:
        fault("meeting", f"the symbol says {record.symbol.meeting} already; leave this line out")


def _check_marks(record: Record, fault: Callable[[str, str], None]) -> None:
    """Each asterisk has its note, and each note its asterisk (un-conventions.md §6 rule 29)."""
    if record.symbol is not None and record.symbol.stars and record.reissued is None:
        fault("symbol", f"'{record.symbol}' has an asterisk and no note; give the date as reissued: 2025-01-17")
    if record.notes_as_printed is None:
        return
    notes = len(record.notes_as_printed)
    if record.title_as_printed is not None:
        calls = sum(isinstance(item, Call) for item in record.title_as_printed)
        wanted = {calls}
    else:
        own = int(record.part is not None or record.coverage is Coverage.PARTIAL)
        wanted = {own + 1} if record.unrecorded is not None else {own, own + 1}
    if notes not in wanted:
        fault("notes", f"{notes} are given for {max(wanted)} asterisks; give each asterisk its note")


def print_record(record: Record, findings: Iterable[Finding] = ()) -> str:
    """The source of a record. What a reader found stands as comments above the field it concerns."""
    comments: dict[str, list[str]] = {}
    findings = tuple(findings)
    values = own_values(record, findings)
    for finding in findings:
        where = f"{finding.place.unit} {finding.place.line}: " if finding.place.line else ""
        change = f"'{finding.old}': " if finding.old else ""
        key = finding.field if finding.field in values else ""
        name = "" if key else f"{finding.field}: "
        comments.setdefault(key, []).append(f"{finding.kind}: {name}{where}{change}{finding.reason}".replace("\n", " "))
    return print_front(values, comments) + "\n" + print_body(Body(record.blocks, record.footnotes))
