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
from typing import Any

from precis.corrections.cover import read_value, show_value
from precis.corrections.instruction import Correction
from precis.corrections.notation import print_correction, read_correction
from precis.model import Block, Faults, FileSpan, Symbol
from precis.source.body import Body, joined_lines, print_body, read_blocks
from precis.source.front import FrontMatter, check_keys, print_front, split_front
from precis.source.kinds import CORRECTIONS, Form, check_document

__all__ = ["CorrectionsSource", "print_corrections", "read_corrections"]

_INDENT = "  "
# The fields of the front matter, each with the field of a record's that is written in the same way.
_LIKE = {
    "symbol": "symbol",
    "issued": "issued",
    "record": "place",
    "requested_by": "place",
    "requested_on": "issued",
    "corrigendum": "session",
}


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


def read_corrections(text: str, file: str) -> CorrectionsSource:
    """The corrections of a source. Raises PrecisError with all that is wrong in it, each with its line."""
    faults = Faults(file)
    front, rest, line = split_front(text, faults)
    check_document(front, faults, Form.CORRECTIONS)
    check_keys(front, ["document", *_LIKE], faults)
    values = _values(front, faults)
    corrections = tuple(_corrections(rest, faults, line))
    faults.check()
    return CorrectionsSource(**values, corrections=corrections)


def print_corrections(source: CorrectionsSource) -> str:
    """The source that reads as `source`."""
    held = ((key, getattr(source, key)) for key in _LIKE)
    values = {key: show_value(_LIKE[key], value) for key, value in held if value is not None}
    items = "".join(_printed(correction) for correction in source.corrections)
    return print_front({"document": CORRECTIONS, **values}) + ("\n" + items if items else "")


def _values(front: FrontMatter, faults: Faults) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, like in _LIKE.items():
        if key in front.values:
            try:
                values[key] = read_value(like, front.values[key])
            except ValueError as error:
                faults.add("field-value", f"{key}: {error}", front.lines.get(key), key)
    return values


def _corrections(text: str, faults: Faults, first_line: int) -> Iterator[Correction]:
    for lines, line in _items(text, faults, first_line):
        end = next((index for index, content in enumerate(lines) if not content.strip()), len(lines))
        below = read_blocks("\n".join(lines[end:]), faults, line + end)
        try:
            location, instruction = read_correction(joined_lines(lines[:end]), below)
        except ValueError as error:
            faults.add("correction-form", str(error), line)
        else:
            yield Correction(location, instruction, FileSpan(faults.file, line))


def _items(text: str, faults: Faults, first_line: int) -> Iterator[tuple[list[str], int]]:
    """The lines of each item without its dash and indent, and the number of the first."""
    item: list[str] = []
    start = first_line
    for number, line in enumerate([*text.split("\n"), "- "], first_line):
        if line.startswith("- "):
            if item:
                yield item, start
            item, start = [line[2:]], number
        elif item and (not line.strip() or line.startswith(_INDENT)):
            item.append(line.removeprefix(_INDENT))
        elif line.strip():
            message = "this belongs to no correction; begin a line with '- ', or set it in by two spaces"
            faults.add("correction-apart", message, number)


def _printed(correction: Correction) -> str:
    """The item of one correction."""
    head, below = print_correction(correction.location, correction.instruction)
    text = f"{head}\n\n{_body(below)}" if below else f"{head}\n"
    return "- " + "\n".join(_INDENT + line if line else line for line in text.split("\n")).removeprefix(_INDENT)


def _body(blocks: tuple[Block, ...]) -> str:
    return print_body(Body(blocks, ()))
