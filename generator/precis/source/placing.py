"""Where the words of a source stand in its file: from a character of a text of the record to that of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from precis.model import ITEM_LABEL, Block, Heading, List, Paragraph, Table, plain, texts_of
from precis.source.body import Body
from precis.source.chunks import FOOTNOTE, escapes
from precis.source.marks import IN_GAP, LABEL

__all__ = ["Placing"]

_NEVER = re.compile(rf"(?<!\\)(?:\[\^{LABEL}\]|\[\[{IN_GAP}\]\])", re.DOTALL)
"""Marks of which no character is text: the call of a footnote, a gap."""

_MARK = re.compile(r"\]\([^\s()]*\)|\*+|\^|\\(?=.|\n)|\[|[ \t]*\n[ \t]*(?:>[ \t]*)*|[ \t]+", re.DOTALL)
_BLANK = re.compile(r"(?:(?<![ \t])[ \t]*+)?\n[ \t]*(?:>[ \t]*)*|[ \t]")
"""A blank, or the end of a line with the blanks about it, for which a run of them is searched once."""

_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")

Offsets = Sequence[int]
"""The place in the file of each character of a text, and of what follows it."""


class Placing:
    """The places of the words of a source whose whole text is `text`, which was read as `body`."""

    def __init__(self, text: str, body: Body) -> None:
        self._text, self._body = text, body
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._notes = {note.label: note for note in body.footnotes}
        self._known: dict[tuple[int, int, str], Offsets | None] = {}

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character of the file, both counted from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The place of a line and a column in the file."""
        return self._starts[line - 1] + column - 1

    def line_of(self, block: int, note: str = "") -> int:
        """The line on which a block begins, or the footnote `note`."""
        return self._body.note_lines[note] if note else self._body.lines[block]

    def of(self, block: int, part: int, note: str, start: int, end: int) -> tuple[int, int] | None:
        """The characters of the file that are those from `start` to `end` of a text; None where they cannot be told.

        `part` is the text of the block, as spans count them; `note` the footnote that is meant instead.
        """
        key = (block, part, note)
        if key not in self._known:
            self._known.update(self._note(key) if note else self._block(block))
        offsets = self._known.get(key)
        if offsets is None or end >= len(offsets):
            return None
        return offsets[start], offsets[end - 1] + 1 if end > start else offsets[start]

    def _note(self, key: tuple[int, int, str]) -> Iterator[tuple[tuple[int, int, str], Offsets | None]]:
        label = key[2]
        first = self._starts[self._body.note_lines[label] - 1]
        begins = FOOTNOTE.match(self._text, first)
        yield key, self._aligned(plain(self._notes[label].inlines), begins.end() if begins else first)

    def _block(self, index: int) -> Iterator[tuple[tuple[int, int, str], Offsets | None]]:
        block, at = self._body.blocks[index], self._starts[self._body.lines[index] - 1]
        if isinstance(block, Table):
            for part, (text, start) in enumerate(zip(texts_of(block), self._starts_in(block, index), strict=False)):
                yield (index, part, ""), self._aligned(plain(text), start)
            return
        for part, inlines in enumerate(texts_of(block)):
            offsets = self._aligned(plain(inlines), self._after_prefix(block, at))
            yield (index, part, ""), offsets
            if offsets is None:
                return
            at = offsets[-1]

    def _after_prefix(self, block: Block, at: int) -> int:
        match block:
            case Heading():
                form = r"#+[ \t]+"
            case Paragraph():
                form = r"\d{1,6}\.[ \t]+" if block.number is not None else r"[ \t]*"
            case List():
                form = rf"[*^\s\\]*(?:- |\(?{ITEM_LABEL}\)[ \t]+)"
            case _:
                form = r"[*^\s\\>]*>?[ \t]*"
        found = re.compile(form).match(self._text, at)
        return found.end() if found else at

    def _starts_in(self, table: Table, index: int) -> Iterator[int]:
        """Where each text of a table begins: its caption, its cells, and the line on its source."""
        lines = self._rows(self._body.lines[index] - 1)
        if table.caption:
            at, line = next(lines)
            yield at + len(line) - len(line.removeprefix("|+").lstrip(" \t"))
        for row in range(len(table.rows) + 2):
            at, line = next(lines)
            if row == 1:
                continue  # the rule stands below the head
            begin = len(line) - len(line.lstrip()) + line.lstrip().startswith("|")
            starts = [begin, *(end.end() for end in _CELL_END.finditer(line, begin))]
            for start in starts[: len(table.head)]:
                yield at + start + len(line[start:]) - len(line[start:].lstrip(" \t"))
        if table.source:
            at, line = next(lines)
            yield at + len(line) - len(line.removeprefix("|+").lstrip(" \t"))

    def _rows(self, number: int) -> Iterator[tuple[int, str]]:
        """The rows from a line on, each with the place where it begins: one goes on after a break."""
        ends = [*(start - 1 for start in self._starts[1:]), len(self._text)]
        while number < len(ends):
            at = self._starts[number]
            while escapes(self._text[at : ends[number]]) and number + 1 < len(ends):
                number += 1
            yield at, self._text[at : ends[number]]
            number += 1

    def _aligned(self, words: str, at: int) -> Offsets | None:
        """The place of each character of `words`, which begin at `at`; None if they do not stand there."""
        text, offsets = self._text, []
        for sign in words:
            while True:
                never = _NEVER.match(text, at)
                if never is not None:
                    at = never.end()
                    continue
                if at < len(text) and text[at] == sign and sign not in " \n":
                    offsets.append(at)
                    at += 1
                    break
                blank = _BLANK.match(text, at) if sign in " \t\n" else None
                if blank is not None:
                    offsets.append(at)
                    at = blank.end()
                    break
                mark = _MARK.match(text, at)
                if mark is None or mark.end() == at:
                    return None
                at = mark.end()
        return [*offsets, at]
