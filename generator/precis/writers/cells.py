"""What a cell of a table is by what stands in it, and so how it looks: figures, references, meetings of a calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from precis.model import Inlines, Link, Run, Table, plain

__all__ = ["align_class", "cell_class", "column_class", "is_group", "is_look", "is_total"]

_FIGURE = re.compile(r"(?:≈ )?[\d.,\u00a0\u202f ]+(?: ?%| (?:million|billion))?")


NONE = "–"
"""What a cell has where there is nothing to count."""
_CALENDARS = ("calendar", "legend")
"""The tables whose cells are meetings."""


def cell_class(cell: Inlines, kind: str, table: Table, column: int) -> Markup:
    """The class of a cell in a column of a kind of table, as an attribute; nothing for one of words."""
    looks = _look(cell) if kind in _CALENDARS else ""
    name = looks or ("reference" if _is_reference(cell) else "figure" if _is_figure(cell) else "")
    if not name and plain(cell) == NONE and _counts(table, column):
        name = "figure"
    return Markup(' class="{}"').format(name) if name else Markup("")


def align_class(table: Table, column: int) -> Markup:
    """The class of the cells of a column of a record's table, by how it is aligned; nothing to the left."""
    align = table.aligns[column] if table.aligns else "left"
    return Markup("") if align == "left" else Markup(' class="{}"').format(align)


def column_class(table: Table, column: int) -> Markup:
    """The class of the head of a column: that of its cells, where all that hold anything are figures."""
    return Markup(' class="figure"') if _counts(table, column) else Markup("")


def _counts(table: Table, column: int) -> bool:
    """Whether a column has figures, and nothing else but dashes where there are none."""
    cells = [row[column] for row in table.rows if row[column] and plain(row[column]) != NONE and not is_group(row)]
    return bool(cells) and all(map(_is_figure, cells))


def is_look(cell: Inlines, table: str) -> bool:
    """Whether a cell is of the kinds that a calendar tells apart."""
    return table in _CALENDARS and bool(_look(cell))


def is_group(row: Sequence[Inlines]) -> bool:
    """Whether a row only names those below it: its first cell is bold, the others are empty."""
    return len(row) > 1 and _all_bold(row[0]) and not any(row[1:])


def is_total(row: Sequence[Inlines]) -> bool:
    """Whether all the cells of a row are bold: it sums up those above."""
    return len(row) > 1 and all(map(_all_bold, row))


def _all_bold(cell: Inlines) -> bool:
    return bool(cell) and all(isinstance(item, Run) and item.bold for item in cell)


def _look(cell: Inlines) -> str:
    """The look of a meeting: its number in bold, and a word; with the word in italics, or all of it."""
    runs = [item for item in cell if isinstance(item, Run) and item.text.strip()]
    if not runs or len(runs) != sum(not isinstance(item, Run) or bool(item.text.strip()) for item in cell):
        return ""
    if not re.match(r"\d", runs[0].text):
        return ""
    if runs[0].italic:
        return "closed" if all(run.italic for run in runs) else ""
    if not runs[0].bold or (all(run.bold for run in runs) and len(runs) > 1):
        return ""
    return "partial" if any(run.italic for run in runs) else "recorded"


def _is_reference(cell: Inlines) -> bool:
    return any(isinstance(item, Link) for item in cell) and not any(
        character.isalnum() for item in cell if isinstance(item, Run) for character in item.text
    )


def _is_figure(cell: Inlines) -> bool:
    text = plain(cell).strip()
    return any(character.isdigit() for character in text) and _FIGURE.fullmatch(text) is not None
