"""Findings and faults as the desk shows them: at their place in the text as the browser has it, with their fixes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from precis.checks import Fixing
from precis.model import MESSAGES, Fault, FileSpan, Finding
from precis.proceedings import normal
from precis.tasks.check import Told

__all__ = ["Units", "found_in", "of_message", "of_told"]

Shown = dict[str, Any]
"""What stands in JSON: line, column, end_line, end_column, level, code, message, and fix where there is one."""


class Units:
    """Places of a text in UTF-16 code units, as scripts count them (ECMA-262, String)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._wide = [at for at, sign in enumerate(text) if ord(sign) > 0xFFFF] if not text.isascii() else []

    def offset(self, line: int, column: int) -> int:
        """The character of a line and a column, both counted from 1; the end of the text for a line behind it."""
        at = self._starts[min(line, len(self._starts)) - 1] + column - 1
        return max(0, min(at, len(self.text)))

    def units(self, offset: int) -> int:
        """The code units before a character."""
        return offset + bisect_left(self._wide, offset)

    def column(self, line: int, column: int) -> int:
        """A column, counted from 1 in characters, in code units."""
        begins = self.offset(line, 1)
        return self.units(self.offset(line, column)) - self.units(begins) + 1


def found_in(text: str, told: Iterable[Told]) -> list[Shown]:
    """What is told of a text, in the order of its lines."""
    units = Units(text)
    return [of_told(each, units) for each in sorted(told, key=lambda each: (each.line or 0, each.column or 0))]


def of_told(told: Told, units: Units | None = None) -> Shown:
    """One thing that is told; with its place and its fix if the text is given, without if only its file is named."""
    line, column = told.line or 1, told.column or 1
    end = told.end or (line, column)
    shown: Shown = {"path": told.file, "level": str(told.level), "code": told.code, "message": told.message}
    shown |= {"line": line, "column": column, "end_line": end[0], "end_column": end[1]}
    if units is None:
        return shown
    shown |= {"column": units.column(line, column), "end_column": units.column(*end)}
    if (fix := _fix(told, units)) is not None:
        shown["fix"] = fix
    return shown


def _fix(told: Told, units: Units) -> Shown | None:
    """What would put it right, where the words that stand there are those that were found."""
    if told.new is None or told.line is None or told.column is None or told.end is None:
        return None
    start, end = units.offset(told.line, told.column), units.offset(*told.end)
    if " ".join(normal(units.text[start:end]).split()) != " ".join(normal(told.found).split()):
        return None
    kind = "safe" if told.fixing is Fixing.SAFE else "ask"
    return {"kind": kind, "from": units.units(start), "to": units.units(end), "insert": told.new, "label": told.new}


def of_message(message: Fault | Finding, units: Units | None = None) -> Shown:
    """A fault or a finding of a command."""
    span: FileSpan = message.span
    line = span.line or 1
    first, last = span.columns or (1, 0)
    if isinstance(message, Fault):
        level, said = "error", message.message
    else:
        level = "warning" if message.kind in ("warning", "missing", "unread") else "info"
        # As the command line says it, without the place and the level, which stand beside it.
        whole = str(replace(message, span=FileSpan(), reason=message.reason or MESSAGES[message.code].means))
        said = whole.removeprefix(f"{message.kind}: ").removeprefix("text: ")
    shown: Shown = {"path": span.file, "level": level, "code": message.code, "message": said}
    columns: Sequence[int] = (first, last + 1)
    if units is not None:
        columns = [units.column(line, each) for each in columns]
    return shown | {"line": line, "column": columns[0], "end_line": line, "end_column": columns[1]}
