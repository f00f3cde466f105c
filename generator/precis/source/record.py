"""A record's source: read into a record, and written from one. `read_record(print_record(r)) == r`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from precis.assets import Assets
from precis.language import languages
from precis.language.bodies import with_body
from precis.language.cover_lines import with_offices
from precis.model import MESSAGES, Fault, Faults, FileSpan, Finding, PrecisError, Reading, Record
from precis.model.characters import UNPRINTABLE, character_name
from precis.source.body import Body, read_body
from precis.source.consistency import contradictions, doubts, meant_language, unknown_names
from precis.source.field import typed_values
from precis.source.fields import COUNTED, FIELDS, OF_TAKES, check_lines, record_of, values_of
from precis.source.front import FrontMatter, check_keys, print_front, split_front
from precis.source.kinds import Form, check_document, kinds
from precis.source.lengths import check_lengths
from precis.source.printed import print_body

__all__ = [
    "NOTHING",
    "Faulty",
    "Placed",
    "check_characters",
    "check_record",
    "findings_of",
    "own_values",
    "print_record",
    "read_faulty",
    "read_placed",
    "read_record",
    "read_source",
]

NOTHING: Mapping[str, Any] = {}


def read_record(text: str, file: str, assets: Assets, given: Mapping[str, Any] = NOTHING) -> Record:
    """The record of a source; else as `read_source`."""
    return read_source(text, file, assets, given).record


def read_source(text: str, file: str, assets: Assets, given: Mapping[str, Any] = NOTHING) -> Reading:
    """The record of a source, with the typed values `given` before its own, and what the source says of its reading.

    Raises PrecisError with all that is wrong in it, each with its line.
    """
    return read_placed(text, file, assets, given).reading


@dataclass(frozen=True, slots=True)
class Placed:
    """What a source holds, and where: the lines of its fields and of its blocks, and its comments."""

    reading: Reading
    front: FrontMatter
    body: Body
    line: int
    """The line on which the text below the front matter begins."""


@dataclass(frozen=True, slots=True)
class Faulty:
    """A source as far as it could be read, and its faults in the order of their lines; none if all is well.

    `lost` are the fields that may stand in it though the record has no value of them.
    """

    placed: Placed
    faults: tuple[Fault, ...]
    lost: frozenset[str] = frozenset()


def read_placed(text: str, file: str, assets: Assets, given: Mapping[str, Any] = NOTHING) -> Placed:
    """As `read_source`, with the places of what was read."""
    read = read_faulty(text, file, assets, given)
    if read.faults:
        raise PrecisError(read.faults)
    return read.placed


def read_faulty(
    text: str,
    file: str,
    assets: Assets,
    given: Mapping[str, Any] = NOTHING,
    forms: Sequence[Form] = (Form.RECORD,),
) -> Faulty:
    """As `read_placed`, of a source with faults: of its fields those that can stand, and its text without wrong marks.

    It is of one of the `forms`, of those that are written as records are. Raises PrecisError for what is another kind
    of source, and for lines too long to be read.
    """
    faults = Faults(file, text)
    check_lengths(text, faults)
    check_characters(text, faults)
    front, rest, line = split_front(text, faults)
    kind = check_document(front, faults, *forms, known=kinds(assets))
    own = OF_TAKES if kind.form is Form.TAKE else ()
    check_keys(front, ["document", COUNTED.key, *(field.key for field in (*own, *FIELDS))], faults)
    typed_values(front, own, faults)
    values = {**typed_values(front, FIELDS, faults), **given}
    check_lines(values, front, faults)
    body = read_body(rest, faults, line)
    record = replace(record_of(values), blocks=body.blocks, footnotes=body.footnotes)
    findings = findings_of(front, record, faults)
    check_record(record, front, faults, assets)
    lost = _lost(front, faults)
    if faults.found:
        record = replace(
            record_of({key: value for key, value in values.items() if key not in lost}),
            blocks=body.blocks,
            footnotes=body.footnotes,
        )
        if "language" in lost:
            # The rules of another language must not be held against the text.
            said = str(values.get("language", ""))
            record = replace(record, language=meant_language(said, languages(assets), assets) or "")
    record = with_body(record, assets)
    if record.language in languages(assets):
        record = with_offices(record, assets)
    if kind.form is Form.TAKE:
        # What one take does not say, another may.
        lost |= {field.key for field in FIELDS} - front.values.keys()
    return Faulty(Placed(Reading(record, findings), front, body, line), faults.in_order, lost)


def _lost(front: FrontMatter, faults: Faults) -> frozenset[str]:
    """The fields whose values cannot stand, and those that a name or a line out of form may have been meant for."""
    if not faults.found:
        return frozenset()
    keys = [field.key for field in FIELDS]
    if not front.whole:
        return frozenset(keys)
    odd = {*front.lost, *front.values} - set(keys)
    meant = {near for key in odd for near in get_close_matches(key, keys, 1)}
    return frozenset({*front.lost, *meant, *(fault.field for fault in faults.found if fault.field)})


def check_characters(text: str, faults: Faults, line: int = 1) -> None:
    """Note the lines of a text, which begins on `line` of the file, that have characters no document can hold."""
    if UNPRINTABLE.search(text) is None:
        return
    for number, words in enumerate(text.split("\n"), line):
        if (found := UNPRINTABLE.search(words)) is not None:
            message = f"the character {character_name(found[0])} stands here, which no document can hold; take it out"
            faults.add("character", message, number, columns=(found.start() + 1, found.end()))


def findings_of(front: FrontMatter, record: Record, faults: Faults) -> tuple[Finding, ...]:
    """What is told of a source: what it keeps of the reading that it was made by, and where a person should look."""
    found = []
    for misfit in doubts(record):
        span, said = FileSpan(faults.file, front.lines.get(misfit.key)), str(front.values.get(misfit.key, ""))
        found.append(Finding("times-differ", span, misfit.key, misfit.message, said))
    if typed_values(front, (COUNTED,), faults):
        span = FileSpan(faults.file, front.lines.get(COUNTED.key))
        found.append(Finding("number-counted", span, "text", MESSAGES["number-counted"].means))
    return tuple(found)


def own_values(record: Record, findings: Iterable[Finding]) -> dict[str, Any]:
    """The front matter of a record, with what of its reading a source keeps."""
    counted = any(finding.code == "number-counted" for finding in findings)
    return values_of(record) | ({COUNTED.key: COUNTED.show("counted")} if counted else {})


def check_record(record: Record, front: FrontMatter, faults: Faults, assets: Assets) -> None:
    """Note where the fields of a cover do not fit one another, or name what there is not."""
    for misfit in (*unknown_names(record, assets), *contradictions(record)):
        line = front.lines.get(misfit.key, front.lines.get(misfit.other))
        faults.add("field-value", str(misfit), line, misfit.key)


def print_record(record: Record, findings: Iterable[Finding] = ()) -> str:
    """The source of a record. What a reader found stands as comments above the field it concerns."""
    comments: dict[str, list[str]] = {}
    findings = tuple(findings)
    values = own_values(record, findings)
    for finding in findings:
        where = f"{finding.span.unit} {finding.span.line}: " if finding.span.line else ""
        change = f"'{finding.old}': " if finding.old else ""
        key = finding.field if finding.field in values else ""
        name = "" if key else f"{finding.field}: "
        comments.setdefault(key, []).append(f"{finding.kind}: {name}{where}{change}{finding.reason}".replace("\n", " "))
    return print_front(values, comments) + "\n" + print_body(Body(record.blocks, record.footnotes))
