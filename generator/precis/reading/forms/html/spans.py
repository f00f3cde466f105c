"""Cells of a web page that take several columns or rows (HTML standard, 4.9.11)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from precis.model import Inlines

__all__ = ["Spans"]

_MOST = 60
"""A cell takes no more columns or rows."""


@dataclass(frozen=True)
class Spans:
    """How many rows more the cells of a table go on in each of its columns, by the element that holds its rows."""

    left: dict[Any, list[int]] = field(default_factory=dict)

    def reach(self, row: Any) -> bool:
        """Whether cells above go on in a row."""
        return any(self.left.get(row.getparent(), ()))

    def filled(self, row: Any, cells: Sequence[Any], words: Sequence[Inlines]) -> list[Inlines]:
        """The words of the cells of a row, and empty ones where cells above go on or one takes several columns."""
        left = self.left.setdefault(row.getparent(), [])
        out: list[Inlines] = []
        for cell, said in zip(cells, words, strict=True):
            self._pass(left, out)
            rows, columns = (_span(cell, name) for name in ("rowspan", "colspan"))
            start = len(out)
            out += [said, *((),) * (columns - 1)]
            left += [0] * (len(out) - len(left))
            left[start : len(out)] = [rows - 1] * columns
        self._pass(left, out)
        return out

    def _pass(self, left: list[int], out: list[Inlines]) -> None:
        while len(out) < len(left) and left[len(out)]:
            left[len(out)] -= 1
            out.append(())


def _span(cell: Any, name: str) -> int:
    """How many rows or columns a cell takes; a number that no table has is one."""
    said = (cell.get(name) or "").strip()
    return min(int(said), _MOST) if re.fullmatch(r"[1-9]\d{0,3}", said) else 1
