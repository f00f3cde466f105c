"""Tables: rows with their cells, and those that only set lines side by side (ECMA-376 Part 1, clause 17.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol

from precis.model import Align, Inlines, Run, joined
from precis.reading.forms.docx.file import WordFile
from precis.reading.forms.docx.lines import as_one, without_bold
from precis.reading.forms.docx.markup import MC, W, branch, integer, named, switched, value
from precis.reading.line import LineLook, Role, TextLine

__all__ = ["read_table"]

_MOST_COLUMNS = 63
"""The columns that Word allows in a table."""
_FLOATING, _STYLE = named("tblPr/tblpPr"), named("pPr/pStyle")
_ROW, _CELL, _ROW_PROPERTIES = f"{W}tr", f"{W}tc", f"{W}trPr"
_PARTICULARS = (Role.DISTRIBUTION, Role.ISSUED, Role.LANGUAGE)
_PLACES = {(0, 1): (Role.UNITED_NATIONS,), (0, 2): (Role.SYMBOL,), (1, 1): (Role.TREATY,), (1, 2): _PARTICULARS}
"""The lines in the cells of our masthead (docs/conventions.md §1.3); the last of a cell may stand more than once."""


class Story(Protocol):
    """What a table needs of the reader of the story that it stands in."""

    file: WordFile
    lines: list[TextLine]
    gap: bool

    def read(self, container: Any) -> None:
        """Read the blocks in an element."""

    def captured(self, container: Any) -> list[TextLine]:
        """The lines of the blocks in an element, which are not added to those of the story."""

    def add(self, line: TextLine, of: str = "") -> None:
        """Add a line; `of` names the table that it belongs to."""

    def leave_out(self, element: Any, code: str, reason: str) -> None:
        """Tell the words of an element that is not read."""


def read_table(table: Any, reader: Story) -> None:
    """Add the lines of a table: rows with cells, or the lines of the cells where it is no table of values."""
    rows = list(_children(table, _ROW))
    if reader.file.own and _is_masthead(table, reader):
        _read_masthead(rows, reader)
    elif not reader.file.own and _is_layout(table, rows, reader):
        for row in rows:
            if not _left_out(row, reader):
                for cell in _children(row, _CELL):
                    reader.read(cell)
    else:
        identifier = str(id(table))
        for row in rows:
            if not _left_out(row, reader):
                _read_row(row, identifier, reader)
    reader.gap = True


def _children(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through what may be wrapped about them."""
    for child in element.iterchildren("*"):
        if child.tag == tag:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            for each in branch(child):
                yield from [each] if each.tag == tag else _children(each, tag)
        elif child.tag not in (_ROW, _CELL, f"{W}tblPr", f"{W}tblGrid", _ROW_PROPERTIES):
            yield from _children(child, tag)


def _is_masthead(table: Any, reader: Story) -> bool:
    name = reader.file.names.masthead
    return any(reader.file.styles.name(value(each, _STYLE)) == name for each in table.iter(f"{W}p"))


def _is_layout(table: Any, rows: Sequence[Any], reader: Story) -> bool:
    """Whether a table only sets lines side by side: it floats, begins the story, or is a box of one cell."""
    if table.find(_FLOATING) is not None or not reader.lines:
        return True
    return len(rows) == 1 and len(list(_children(rows[0], _CELL))) == 1


def _left_out(row: Any, reader: Story) -> bool:
    """Whether a row is part of a change that is left out; its words are told."""
    properties = row.find(_ROW_PROPERTIES)
    changes = () if properties is None else (reader.file.changes.left_out(each) for each in properties)
    change = next((each for each in changes if each is not None), None)
    if change is not None:
        reader.leave_out(row, "change-left-out", f"a row of a table, {change.reason}")
    return change is not None


def _read_row(row: Any, identifier: str, reader: Story) -> None:
    properties = row.find(_ROW_PROPERTIES)
    head = reader.file.own and properties is not None and bool(switched(properties.find(f"{W}tblHeader")))
    cells: list[Inlines] = [()] * _columns(properties, "gridBefore", 0)
    at = None
    for cell in _children(row, _CELL):
        lines = reader.captured(cell)
        at = at if at is not None or not lines else lines[0].at
        text = as_one(lines)
        cells.append(without_bold(text) if head else text)
        cells += [()] * (_columns(cell.find(f"{W}tcPr"), "gridSpan", 1) - 1)
    cells += [()] * _columns(properties, "gridAfter", 0)
    if any(cells) or reader.file.own:
        words = joined(item for cell in cells for item in (*cell, Run(" ")))
        own = tuple(map(_align, _children(row, _CELL))) if reader.file.own else ()
        aligns = own if len(own) == len(cells) else ()
        reader.add(TextLine(words, at, LineLook.ROW, cells=tuple(cells), aligns=aligns), identifier)


def _align(cell: Any) -> Align:
    """How a cell is aligned: as its first paragraph."""
    said = value(next(cell.iter(f"{W}pPr"), None), f"{W}jc")
    return "center" if said == "center" else "right" if said in ("right", "end") else "left"


def _columns(properties: Any, name: str, default: int) -> int:
    """How many columns of the grid a property names."""
    count = integer(value(properties, f"{W}{name}"), default)
    return count if 0 <= count <= _MOST_COLUMNS else default


def _read_masthead(rows: Sequence[Any], reader: Story) -> None:
    for row_index, row in enumerate(rows):
        for cell_index, cell in enumerate(_children(row, _CELL)):
            roles = _PLACES.get((row_index, cell_index), ())
            for index, line in enumerate(reader.captured(cell)):
                role = roles[min(index, len(roles) - 1)] if roles else None
                # The name of the treaty is bold by its place.
                inlines = without_bold(line.inlines) if role is Role.TREATY else line.inlines
                reader.add(replace(line, inlines=inlines, role=role))
