"""Numbers of paragraphs that stand otherwise than before a full stop: "1)", "1⇥", or in a column of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from precis.model import Run, joined, plain
from precis.reading.line import LineLook, TextLine, cut
from precis.reading.text.signs import BEGINS, NUMBER

__all__ = ["with_found_numbers"]

_TYPED = re.compile(rf"(\d{{1,3}})(?:(?:\)\s|\.?\s?\t)\s*(?=\S)|\s+(?=[{BEGINS}]))")
_ALONE = re.compile(r"(\d{1,3})\s?[.)–-]?")
_FEWEST = 2
"""So many numbers one after the other show that they are those of paragraphs."""
_PROSE = 12
"""A paragraph beside its number has so many letters, at least."""


def with_found_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a text, with the numbers of its paragraphs as such where no full stop stands behind them.

    Parts of a list that begin again at 1 inside of the paragraphs are items of a list, and keep their numbers as words.
    """
    if any(line.look is LineLook.ROW for line in lines):
        lines = [part for line in _without_columns(lines) for part in line]
    numbers = list(map(_number, lines))
    if all(number is None for number in numbers):
        lines = _with_typed(lines)
        numbers = [line.number for line in lines]
    return _with_lists(lines, numbers)


def _number(line: TextLine) -> int | None:
    """The number of a paragraph that a line has, by its form or before a full stop."""
    if line.look is not LineLook.TEXT:
        return None
    match = NUMBER.match(line.text) if line.number is None and line.text[:1].isdecimal() else None
    return int(match[1]) if match else line.number


def _without_columns(lines: Sequence[TextLine]) -> Iterator[Sequence[TextLine]]:
    """The lines, with the rows of a table as paragraphs where its first column holds the next numbers of paragraphs."""
    last = 0
    for _, stretch in groupby(enumerate(lines), key=lambda item: item[1].look is LineLook.ROW or -1 - item[0]):
        rows = [line for _, line in stretch]
        found = _numbers_of(rows) if rows[0].look is LineLook.ROW else []
        if found and found[0] == last + 1:
            yield [part for row in rows for part in _parted(row)]
            last = found[-1]
        else:
            yield rows
            last = next((number for line in reversed(rows) if (number := _number(line)) is not None), last)


def _numbers_of(rows: Sequence[TextLine]) -> list[int]:
    """The numbers in the first column of rows with one cell of words beside it; none if that is no such column."""
    numbers: list[int] = []
    for row in rows:
        first, words = _first_and_rest(row)
        number = _ALONE.fullmatch(first)
        if words is None or (first and number is None):
            return []
        if number is not None:
            numbers.append(int(number[1]))
    running = all(after == before + 1 for before, after in pairwise(numbers))
    prose = sum(len(_first_and_rest(row)[1] or "") >= _PROSE for row in rows)
    return numbers if len(numbers) >= _FEWEST and running and 2 * prose > len(rows) else []


def _first_and_rest(row: TextLine) -> tuple[str, str | None]:
    """The words of the first cell, and those of the only other one that has any; None if that is not one."""
    first, *rest = (plain(cell).strip() for cell in row.cells)
    worded = [words for words in rest if words]
    return first, worded[0] if len(worded) == 1 else None


def _parted(row: TextLine) -> Iterator[TextLine]:
    """The paragraphs of a row: the first has the number."""
    first, _ = _first_and_rest(row)
    number = _ALONE.fullmatch(first)
    words = next(cell for cell in row.cells[1:] if plain(cell).strip())
    line = replace(row, inlines=words, cells=(), look=LineLook.TEXT, number=int(number[1]) if number else None)
    edges = [-1, *(at for at, char in enumerate(line.text) if char == "\n"), len(line.text)]
    for index, (start, end) in enumerate(pairwise(edges)):
        part = line.part(start + 1, end)
        if part.text.strip():
            yield part if index == 0 else replace(part, number=None)


def _with_typed(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a text without numbers, with "1)" and "1⇥" as such where they run."""
    found = [_TYPED.match(line.text) if line.look is LineLook.TEXT else None for line in lines]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < _FEWEST or any(after != before + 1 for before, after in pairwise(numbers)):
        return list(lines)
    return [
        replace(line, inlines=cut(line.inlines, match.end()), number=int(match[1])) if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def _with_lists(lines: Sequence[TextLine], numbers: Sequence[int | None]) -> list[TextLine]:
    """The lines, with those as items of a list whose numbers begin again at 1 while paragraphs go on behind them."""
    out = list(lines)
    numbered = [(at, number) for at, number in enumerate(numbers) if number is not None]
    if all(number != 1 for _, number in numbered[1:]):
        return out
    last = index = 0
    while index < len(numbered):
        number = numbered[index][1]
        run = _run(number for _, number in numbered[index:]) if number == 1 and last else 0
        behind = numbered[index + run][1] if run and index + run < len(numbered) else None
        if run and (behind == last + 1 or (behind is None and last >= _FEWEST and run > 1)):
            for at, number in numbered[index : index + run]:
                out[at] = _item(lines[at], number, begins=number == 1)
            index += run
        else:
            last = number
            index += 1
    return out


def _run(numbers: Iterable[int]) -> int:
    """How many numbers run from 1 on without a gap."""
    count = 0
    for number in numbers:
        if number != count + 1:
            break
        count += 1
    return count


def _item(line: TextLine, number: int, *, begins: bool) -> TextLine:
    words = line.inlines if line.number is None else joined((Run(f"{number}. "), *line.inlines))
    return replace(line, look=LineLook.BULLET, inlines=words, number=None, begins=begins)
