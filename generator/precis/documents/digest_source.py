"""A digest's source, `document: digest`: written so that a person can edit it, and read again.

Its text is that of any source. A statement calls what it rests on as a footnote is called, and each footnote names the
record, the paragraph and the words that stand there: `[^590.5]: CMW/C/SR.590, para. 5: "the Committee had held …"`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from precis.documents.digest import Digest
from precis.facts.fact import Part, Reference
from precis.model import Faults, Footnote, Run, plain
from precis.source.body import Body, print_body, read_body
from precis.source.field import DATE, FIGURES, FLAG, STRING, Field, typed_values
from precis.source.front import check_keys, print_front, split_front
from precis.source.kinds import Form, check_document
from precis.source.values import read_date, read_flag, read_number, read_text

__all__ = ["FIELDS", "DigestSource", "print_digest", "print_reference", "read_digest"]

FIELDS: tuple[Field, ...] = (
    Field("title", "the title; it must be given", read_text, str, STRING),
    Field("committee", "the name of the committee, above the title", read_text, str, STRING),
    Field("session", "the number of the session, 97", read_number, str, FIGURES),
    Field("state", "the State of a briefing on a dialogue, by its United Nations short name", read_text, str, STRING),
    Field("date", "the date of the latest record: 2053-12-10", read_date, str, DATE),
    Field("language", "the language of the text, en if left out", read_text, str, STRING),
    Field(
        "records",
        "the folder of the records, or the record, as seen from the folder of this source; it must be given",
        read_text,
        str,
        STRING,
    ),
    Field(
        "file",
        "what the files built are named, without the language; the name of the source if left out",
        read_text,
        str,
        STRING,
    ),
    Field("sample", "true for a digest of samples", read_flag, lambda _: "true", FLAG),
)
"""The fields of the source of a digest or briefing."""

_WANTED = ("title", "records")
_NAMES = {"file": "stem"}
"""The field whose key and name in the model differ."""

_PLACE = re.compile(
    r"(?P<record>.+?)(?:, (?:(?P<cover>cover)|(?P<heading>heading before )?para\. "
    r"(?:(?P<number>\d+)|\[(?P<counted>\d+)\])))?: “(?P<words>.*)”",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class DigestSource:
    """A digest that was read, and the line of each reference in its file."""

    digest: Digest
    file: str
    lines: Mapping[str, int]


def print_reference(reference: Reference) -> str:
    """A reference as a source has it: the place and the words that stand there."""
    words = f"“{reference.words}”"
    if reference.part == "source":
        return f"{reference.record}: {words}"
    if reference.part == "cover":
        return f"{reference.record}, cover: {words}"
    if reference.part == "heading":
        return f"{reference.record}, heading before para. {reference.number}: {words}"
    return f"{reference.record}, para. {reference.number}: {words}"


def read_reference(text: str) -> Reference:
    """The reference that a source has as `text`; ValueError says what to write."""
    match = _PLACE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is not a reference; write CMW/C/SR.590, para. 5: “the words that stand there”")
    record, words = match["record"], match["words"]
    if match["cover"]:
        return Reference(record, None, 0, words, "cover")
    number = match["number"] or match["counted"]
    if number is None:
        return Reference(record, None, 0, words, "source")
    part: Part = "heading" if match["heading"] else "text"
    return Reference(record, int(number), 0, words, part, match["counted"] is not None)


def print_digest(digest: Digest) -> str:
    """The source that reads as `digest`."""
    held = ((field, getattr(digest, _NAMES.get(field.key, field.key))) for field in FIELDS)
    values = {field.key: field.show(value) for field, value in held if value}
    notes = tuple(Footnote(label, (Run(print_reference(reference)),)) for label, reference in digest.references.items())
    front = print_front({"document": digest.kind, **values})
    return f"{front}\n{print_body(Body(digest.blocks, notes))}"


def read_digest(text: str, file: str) -> DigestSource:
    """The digest of a source. Raises PrecisError with all that is wrong in its form, each with its line."""
    faults = Faults(file)
    front, rest, first = split_front(text, faults)
    kind = check_document(front, faults, Form.DIGEST)
    check_keys(front, ["document", *(field.key for field in FIELDS)], faults)
    values = typed_values(front, FIELDS, faults)
    body = read_body(rest, faults, first)
    lines = {match[1]: first + rest.count("\n", 0, match.start()) for match in _DEFINED.finditer(rest)}
    references: dict[str, Reference] = {}
    for note in body.footnotes:
        try:
            references[note.label] = read_reference(plain(note.inlines))
        except ValueError as error:
            faults.add("reference-form", str(error), lines.get(note.label))
    for key in _WANTED:
        if key not in front.values:
            faults.add("field-wanted", f"{key}: is missing; write it in the front matter", 1, key)
    faults.check()
    stem = values.get("file") or re.sub(r"\.\w+\Z", "", file.rsplit("/", 1)[-1])
    return DigestSource(_digest(kind.name, stem, values, body, references), file, lines)


_DEFINED = re.compile(r"^\[\^([^\]\s]+)\]:", re.MULTILINE)


def _digest(kind: str, stem: str, values: Mapping[str, Any], body: Body, references: Mapping[str, Reference]) -> Digest:
    date: dt.date | None = values.get("date")
    return Digest(
        kind,
        values["title"],
        stem,
        body.blocks,
        references,
        language=values.get("language", "en"),
        committee=values.get("committee", ""),
        session=values.get("session"),
        date=date,
        sample=values.get("sample", False),
        records=values["records"],
        state=values.get("state", ""),
    )
