"""A page of sheets settled before it is written: the widths of its columns, and the leading of each sheet.

Both are reckoned from the house style, so that every writer sets the same lines: a table's columns have their natural
widths, and the lines of a sheet stand so far apart that it fills its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from precis.writers.lines import longest, natural_width, words_of
from precis.writers.measure import cell_style, inner_width, sheet_heights, sheet_room
from precis.writers.style import HouseStyle, ParagraphStyle, TableStyle

__all__ = ["settle", "settle_tables"]

_NARROW = 0.34
"""A column that wants no more than this part of a table's width has all it wants: numbers, dates, names."""

_LABEL = 0.26
"""The part of its table's width that the first column has at least, if it wants it: it is what rows are found by."""

_SLACK = 40
"""Twips that a column has more than it was reckoned to want: letters are kerned by some programs."""


def settle(body: Any, style: HouseStyle) -> None:
    """Give each table of the sheets of a page its `data-widths`, in twips, and each sheet its `data-leading`."""
    for number, sheet in enumerate(body.iterfind("section[@class='sheet']")):
        for table in sheet.iter("table"):
            widths = table_widths(table, inner_width(table, style), style)
            table.set("data-widths", " ".join(map(str, widths)))
        step = _leading(sheet, sheet_room(style, first=number == 0), style)
        if step:
            sheet.set("data-leading", str(step))


def settle_tables(body: Any, style: HouseStyle) -> None:
    """Give each table of a record its `data-widths`, in twips, by what its columns hold, where a page says none."""
    if not style.table:
        return
    cell = style.classes["cell"].style
    kind = TableStyle("", replace(cell, bold=True), cell, cell, gutter=style.table["gutter"])
    room = style.text_width - style.table["left"] - style.table["right"]
    for table in body.iter("table"):
        if table.get("data-widths") is None and len(set(map(len, table.iter("tr")))) == 1:
            table.set("data-widths", " ".join(map(str, _widths(table, kind, room, style))))


def _leading(sheet: Any, room: float, style: HouseStyle) -> int:
    """The widest leading with which the sheet stays on its page; the usual one if it never does."""
    steps = range(style.fit["widest"], style.fit["tightest"] - 1, -1)
    heights = zip(steps, sheet_heights(sheet, style, steps), strict=True)
    return next((step for step, height in heights if height <= room), 0)


def table_widths(table: Any, room: int, style: HouseStyle) -> list[int]:
    """The widths of the columns of a sheet's table in twips, gutters included; together `room`."""
    return _widths(table, style.tables[table.get("class", "plain")], room, style)


def _widths(table: Any, kind: TableStyle, room: int, style: HouseStyle) -> list[int]:
    columns = list(zip(*_rows(table, kind, style), strict=True))
    count = len(columns)
    gutters = [kind.gutter + _SLACK] * (count - 1) + [_SLACK]
    wanted = [
        max(natural for natural, _ in column) * 20 + gutter for column, gutter in zip(columns, gutters, strict=True)
    ]
    least = [max(word for _, word in column) * 20 + gutter for column, gutter in zip(columns, gutters, strict=True)]
    least[0] = max(least[0], min(wanted[0], room * _LABEL))
    if kind.label_width:
        # No word of a label is broken.
        wanted[0] = least[0] = max(float(kind.label_width), least[0])
    widths = _equal(wanted, room) if kind.equal else _natural(wanted, least, room)
    ends = [round(sum(widths[:number])) for number in range(count + 1)]
    ends[-1] = room
    return [end - start for start, end in pairwise(ends)]


def _equal(wanted: Sequence[float], room: int) -> list[float]:
    """The first column as wide as it wants to be, the others alike."""
    rest = (room - wanted[0]) / max(1, len(wanted) - 1)
    return [wanted[0], *([rest] * (len(wanted) - 1))]


def _natural(wanted: Sequence[float], least: Sequence[float], room: int) -> list[float]:
    """Narrow columns have what they want; the wide ones share the rest, by what they hold, or take what is over."""
    if sum(wanted) <= room:
        widest = max(range(len(wanted)), key=lambda number: wanted[number])
        return [width + (room - sum(wanted) if number == widest else 0) for number, width in enumerate(wanted)]
    fixed = {number for number, width in enumerate(wanted) if width <= room * _NARROW}
    # No word of a wide column is broken, so that a narrow one may have all it wants: the widest of these gives way.
    while (
        fixed and sum(wanted[number] for number in fixed) + sum(least) - sum(least[number] for number in fixed) > room
    ):
        fixed.remove(max(fixed, key=lambda number: wanted[number] - least[number]))
    wide = [number for number in range(len(wanted)) if number not in fixed]
    if not wide:
        return [width * room / sum(wanted) for width in wanted]
    left = room - sum(wanted[number] for number in fixed)
    shares = _shared({number: wanted[number] for number in wide}, least, left)
    return [shares.get(number, width) for number, width in enumerate(wanted)]


def _shared(wanted: dict[int, float], least: Sequence[float], room: float) -> dict[int, float]:
    """Room shared by what columns want, none narrower than its longest word if that can be."""
    whole = sum(wanted.values())
    narrow = {number: least[number] for number, width in wanted.items() if room * width / whole < least[number]}
    if not narrow or len(narrow) == len(wanted):
        return {number: room * width / whole for number, width in wanted.items()}
    rest = {number: width for number, width in wanted.items() if number not in narrow}
    return narrow | _shared(rest, least, room - sum(narrow.values()))


def _rows(table: Any, kind: TableStyle, style: HouseStyle) -> Iterator[list[tuple[float, float]]]:
    """The natural width and the longest word of each cell, in points; cells over several columns count for none."""
    for row in table.iter("tr"):
        if any(cell.get("colspan") for cell in row):
            continue
        yield [_measures(cell, cell_style(cell, kind), style) for cell in row]


def _measures(cell: Any, own: ParagraphStyle, style: HouseStyle) -> tuple[float, float]:
    words = words_of(cell, own, style)
    word = longest(words)
    # The head of a column of figures is broken rather than keep the figures far apart.
    return word if cell.get("class") == "figure" and cell.get("scope") == "col" else natural_width(words), word
