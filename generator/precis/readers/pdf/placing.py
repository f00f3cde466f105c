"""A PDF of any origin, read by the places of its letters: what it looks like is all that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from precis.model import Finding, Inline, Inlines, Place, Run, joined
from precis.readers.line import FileText, LineLook, TextLine, cut
from precis.readers.pdf.blocks import Block, Measure, blocks_of, inlines_of, unstyled
from precis.readers.pdf.frame import without_frame
from precis.readers.pdf.masthead import masthead_blocks
from precis.readers.pdf.notes import Note, notes_of, with_calls, without_notes
from precis.readers.pdf.rows import Row, Sheet
from precis.readers.pdf.tables import TableRow, with_tables

__all__ = ["placed_lines"]

_JOB = re.compile(r"(?:GE\.?\s?)?\d{2}-\d{4,6}\b")
_FOOT = 0.14
_LONGEST_HEADING = 4
_CLOSED = re.compile(r"[.;:,]$")
_BULLET = re.compile(r"[•·▪●○]\s*")
_SET_OFF = 18
"""Points by which a quotation stands farther in than the text."""
_TAB = 28.35
"""Points of a step of the indents, half an inch less (567 twips)."""


def placed_lines(pages: Sequence[Sheet], file: str) -> FileText:
    """The lines of a document in reading order, and of its pages' heads and feet what no line has."""
    kept, findings = without_frame([(page.height, page.rows) for page in pages], file)
    findings += [
        Finding("unread", Place(file, page.number, "page"), "page", "a picture and no text; run OCR if it shows text")
        for page in pages
        if page.pictured and not page.rows
    ]
    measure = Measure(row for rows in kept for row in rows)
    reader = _Reader(measure)
    for page, rows in zip(pages, kept, strict=True):
        reader.add(page, rows)
    return FileText(list(reader.lines()), tuple(findings), "page")


class _Reader:
    """Takes page after page apart, and puts the text together over their ends."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.masthead: list[Block] = []
        self.rows: list[Row | TableRow] = []
        self.jobs: list[Row] = []
        self.notes: list[Note] = []

    def add(self, page: Sheet, rows: Sequence[Row]) -> None:
        """Add the rows of a page, which are without its frame."""
        text, notes = without_notes(rows, page.rules, self.measure)
        found = notes_of(notes)
        if found and not found[0].label and self.notes and self.notes[-1].rows[-1].page == page.number - 1:
            self.notes[-1].rows.extend(found.pop(0).rows)
        self.notes.extend(found)
        if page.number == 1:
            feet = [row for row in text if row.base < _FOOT * page.height and _JOB.match(row.text)]
            text = [row for row in text if row not in feet]
            self.jobs = [cell for row in feet for cell in row.cells()]
            self.masthead, text = masthead_blocks(text, page.rules, page.width, page.height, self.measure)
        self.rows.extend(with_tables(text, page.rules, self.measure))

    def lines(self) -> Iterator[TextLine]:
        """All lines: the masthead, page 1 and its job number, the further text; each page with its notes."""
        blocks = self._blocks()
        first = [block for block in blocks if _page(block) == 1]
        yield from (self._line(block) for block in self.masthead)
        yield from self._with_notes(first, 1)
        yield from (self._line(Block([row])) for row in self.jobs)
        yield from self._with_notes(blocks[len(first) :], None)

    def _blocks(self) -> list[Block | TableRow]:
        out: list[Block | TableRow] = []
        for table, stretch in groupby(self.rows, key=lambda row: isinstance(row, TableRow)):
            if table:
                out.extend(row for row in stretch if isinstance(row, TableRow))
            else:
                out.extend(blocks_of([row for row in stretch if isinstance(row, Row)], self.measure))
        return out

    def _with_notes(self, blocks: Sequence[Block | TableRow], page: int | None) -> Iterator[TextLine]:
        """The lines of blocks, and the notes of each page after the last block that begins there."""
        notes = [note for note in self.notes if (note.rows[0].page == 1) == (page == 1)]
        for block in blocks:
            while notes and notes[0].rows[0].page < _page(block):
                yield notes.pop(0).line()
            yield block.line() if isinstance(block, TableRow) else self._line(block)
        yield from (note.line() for note in notes)

    def _line(self, block: Block) -> TextLine:
        first = block.rows[0]
        pages = {row.page for row in block.rows}
        labels = {note.label for note in self.notes if note.label and any(row.page in pages for row in note.rows)}
        line = TextLine(
            cut(with_calls(_settled(inlines_of(block.rows, self.measure.words)), labels), 0),
            first.page,
            indent=max(0, round((first.left - self.measure.left) / _TAB)),
            after_gap=block.gap,
            after_page=block.opens and first.page > 1,
        )
        if bullet := _BULLET.match(line.text):
            return replace(line.part(bullet.end()), look=LineLook.BULLET)
        if self._set_off(block):
            return replace(line, look=LineLook.QUOTATION, begins=True)
        level = self._heading_level(block, line.text)
        if level:
            return replace(line, inlines=unstyled(line.inlines, block.rows), look=LineLook.HEADING, level=level)
        return line

    def _set_off(self, block: Block) -> bool:
        """Whether lines stand farther in than the text on both sides, as a quotation does."""
        edge = max(self.measure.edges, default=0)
        inside = all(row.left > self.measure.left + _SET_OFF and row.right < edge - _SET_OFF for row in block.rows)
        return inside and len(block.rows) > 1 and block.rows[0].page > 1

    def _heading_level(self, block: Block, text: str) -> int:
        """The level of a heading, or 0: bold lines of the text are one, and italic ones that are no sentence."""
        if block.rows[0].page == 1 or len(block.rows) > _LONGEST_HEADING or _CLOSED.search(text):
            return 0
        if all(row.bold for row in block.rows):
            return 1
        return 2 if all(row.italic for row in block.rows) else 0


def _page(block: Block | TableRow) -> int:
    return block.page if isinstance(block, TableRow) else block.rows[0].page


def _settled(inlines: Inlines) -> Inlines:
    """The words with the blanks at the ends of emphasised ones set like what is about them."""
    out: list[Inline] = []
    for item in inlines:
        if isinstance(item, Run) and (item.bold or item.italic) and item.text.strip():
            words = item.text.strip(" ")
            before, _, after = item.text.partition(words)
            out += [Run(before), replace(item, text=words), Run(after)]
        else:
            out.append(item)
    return joined(out)
