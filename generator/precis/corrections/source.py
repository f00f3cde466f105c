"""A source of corrections: front matter, and a list with one correction an item.

    ---
    document: corrections
    symbol: CMW/C/SR.590
    issued: 2024-12-17
    record: 590.md
    requested_by: Permanent Mission of Ruritania
    requested_on: 2024-12-20
    ---

    - Paragraph 3, sentence 5: for "Secretary General" read "Secretary-General"
    - Paragraph 5: insert after it:

      **The Chair** said that the report had been adopted.
    - Renumber the paragraphs

What stands below an item is set in by two spaces. `notation` says what an item may hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from precis.corrections.instruction import Correction
from precis.corrections.notation import print_correction, read_correction
from precis.model import Block, Faults, FileSpan, Record, Symbol
from precis.source.body import Body, read_blocks
from precis.source.chunks import joined_lines
from precis.source.field import DATE, FIGURES, STRING, SYMBOL, Field, typed_values
from precis.source.front import check_keys, print_front, split_front
from precis.source.kinds import CORRECTIONS, Form, check_document
from precis.source.lengths import check_lengths
from precis.source.printed import print_body
from precis.source.values import read_date, read_number, read_symbol, read_text

__all__ = ["FIELDS", "Corrected", "CorrectionsSource", "print_corrections", "print_item", "read_corrections"]

_DASH = "- "
_INDENT = "  "
FIELDS: tuple[Field, ...] = (
    Field("symbol", "the symbol of the record, which must be that of the file", read_symbol, str, SYMBOL),
    Field("issued", "its date of issue, which must be that of the file", read_date, str, DATE),
    Field("record", "the file of the record, as seen from the folder of this source", read_text, str, STRING),
    Field("requested_by", "who asks for the corrections", read_text, str, STRING),
    Field("requested_on", "when they were asked for: 2024-12-20", read_date, str, DATE),
    Field("corrigendum", "the number of the corrigendum, if it is not the first", read_number, str, FIGURES),
)
"""The fields of a source of corrections."""


@dataclass(frozen=True, slots=True)
class CorrectionsSource:
    """The corrections of one record, asked for together.

    `symbol` and `issued` are those of the record; `record` is its file, as seen from the folder of this source;
    `requested_by` and `requested_on` say who asks, and when; `corrigendum` is the number of the corrigendum, if it is
    not the first.
    """

    symbol: Symbol | None = None
    issued: dt.date | None = None
    record: str | None = None
    requested_by: str | None = None
    requested_on: dt.date | None = None
    corrigendum: int | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record as it was issued, the corrections to it, and the file these are in, for faults."""

    record: Record
    source: CorrectionsSource
    file: str


def read_corrections(text: str, file: str) -> CorrectionsSource:
    """The corrections of a source. Raises PrecisError with all that is wrong in it, each with its line."""
    faults = Faults(file, text)
    check_lengths(text, faults)
    front, rest, line = split_front(text, faults)
    check_document(front, faults, Form.CORRECTIONS)
    check_keys(front, ["document", *(field.key for field in FIELDS)], faults)
    values = typed_values(front, FIELDS, faults)
    corrections = tuple(_corrections(rest, faults, line))
    faults.check()
    return CorrectionsSource(**values, corrections=corrections)


def print_corrections(source: CorrectionsSource) -> str:
    """The source that reads as `source`."""
    held = ((field, getattr(source, field.key)) for field in FIELDS)
    values = {field.key: field.show(value) for field, value in held if value is not None}
    items = "".join(print_item(correction) for correction in source.corrections)
    return print_front({"document": CORRECTIONS, **values}) + ("\n" + items if items else "")


def _corrections(text: str, faults: Faults, first_line: int) -> Iterator[Correction]:
    for lines, line in _items(text, faults, first_line):
        end = next((index for index, content in enumerate(lines) if not content.strip()), len(lines))
        below = read_blocks("\n".join(lines[end:]), faults, line + end)
        try:
            location, instruction = read_correction(joined_lines(lines[:end]), below)
        except ValueError as error:
            faults.add("correction-form", str(error), line, words=lines[0].rstrip())
        else:
            first = len(_DASH) + 1
            columns = first, first + len(lines[0].rstrip()) - 1
            yield Correction(location, instruction, FileSpan(faults.file, line, columns=columns))


def _items(text: str, faults: Faults, first_line: int) -> Iterator[tuple[list[str], int]]:
    """The lines of each item without its dash and indent, and the number of the first."""
    item: list[str] = []
    start = first_line
    for number, line in enumerate([*text.split("\n"), _DASH], first_line):
        if line.startswith(_DASH):
            if item:
                yield item, start
            item, start = [line.removeprefix(_DASH)], number
        elif item and (not line.strip() or line.startswith(_INDENT)):
            item.append(line.removeprefix(_INDENT))
        elif line.strip():
            message = "this belongs to no correction; begin a line with '- ', or set it in by two spaces"
            faults.add("correction-apart", message, number, words=line.strip())


def print_item(correction: Correction) -> str:
    """The item of one correction in a source."""
    head, below = print_correction(correction.location, correction.instruction)
    text = f"{head}\n\n{_body(below)}" if below else f"{head}\n"
    return _DASH + "\n".join(_INDENT + line if line else line for line in text.split("\n")).removeprefix(_INDENT)


def _body(blocks: tuple[Block, ...]) -> str:
    return print_body(Body(blocks, ()))
