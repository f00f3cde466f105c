"""A PDF of any origin, read by the places of its letters: what it looks like is all that it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from precis.model import Call, FileSpan, Finding, Inline, Inlines, Run, joined
from precis.reading.forms.pdf.aligned import with_aligned_tables
from precis.reading.forms.pdf.blocks import Block, begins_item, blocks_of, inlines_of, unstyled
from precis.reading.forms.pdf.cells import TableRow, join_tables
from precis.reading.forms.pdf.columns import by_columns
from precis.reading.forms.pdf.drawing import Rule
from precis.reading.forms.pdf.frame import without_frame
from precis.reading.forms.pdf.line_numbers import without_line_numbers
from precis.reading.forms.pdf.looks import Rank, heading_rank, parted_heading, set_in, set_off, tag_of
from precis.reading.forms.pdf.masthead import masthead_blocks
from precis.reading.forms.pdf.measure import Measure
from precis.reading.forms.pdf.notes import Note, notes_of, with_calls, without_notes
from precis.reading.forms.pdf.rows import Row
from precis.reading.forms.pdf.sheet import Sheet
from precis.reading.forms.pdf.structure import Element
from precis.reading.forms.pdf.tables import rule_at_top, with_tables
from precis.reading.line import FileText, LineLook, TextLine, cut

__all__ = ["placed_lines"]

_JOB = re.compile(r"(?:GE\.?\s?)?\d{2}-\d{4,6}\b")
_FOOT = 0.14
_BULLET = re.compile(r"[•·▪●○]\s*")
_INTRODUCES = re.compile(r"^\d{1,4}\.?\s.*:$")
_TAB = 28.35
"""Points of a step of the indents, half an inch less (567 twips)."""


def placed_lines(pages: Sequence[Sheet], file: str, *, divides: bool = False) -> FileText:
    """The lines of a document in reading order, and of its pages' heads and feet what no line has.

    `divides` says that the program that set them divides words at the ends of lines.
    """
    counted = without_line_numbers([page.rows for page in pages])
    framed = without_frame([(page.height, rows) for page, (rows, _) in zip(pages, counted, strict=True)], file)
    findings = framed.findings
    reason = "the numbers of the lines of a draft"
    findings += [
        Finding("page-furniture", FileSpan(file, page.number, "page"), "page", reason, old=" ".join(numbers))
        for page, (_, numbers) in zip(pages, counted, strict=True)
        if numbers
    ]
    findings += [
        Finding(
            "picture-unread",
            FileSpan(file, page.number, "page"),
            "page",
            "a picture and no text; run OCR if it shows text",
        )
        for page in pages
        if page.pictured and not page.rows
    ]
    findings += [finding for page in pages for finding in _besides(page, file)]
    kept = [by_columns(rows, page.rules, page.width) for page, rows in zip(pages, framed.rows, strict=True)]
    measure = Measure((row for rows in kept for row in rows), divides=divides)
    reader = _Reader(measure, file, framed.first)
    following = [*(rule_at_top(rows, page.rules) for page, rows in zip(pages[1:], kept[1:], strict=True)), None]
    for page, rows, next_rule in zip(pages, kept, following, strict=True):
        reader.add(page, rows, next_rule)
    lines = list(reader.lines())
    if closed := measure.words.closed:
        place, reason = FileSpan(file, None, "page"), "words divided at the ends of lines were closed"
        old, new = ", ".join(closed), ", ".join(closed.values())
        reader.findings.append(Finding("hyphen-closed", place, "text", reason, old=old, new=new))
    return FileText(lines, (*findings, *reader.findings), "page")


def _besides(page: Sheet, file: str) -> Iterator[Finding]:
    """What a page has besides its text: struck words, and words across it."""
    place = FileSpan(file, page.number, "page")
    for words in page.struck:
        if words:
            yield Finding("struck-left-out", place, "text", "a line goes through these words", old=words)
    if page.across:
        yield Finding("page-furniture", place, "page", "words across the page, as a watermark", old=page.across)
    if page.under:
        reason = "words without ink in the place of others, as of OCR on a page of text"
        yield Finding("page-furniture", place, "page", reason, old=page.under)


class _Reader:
    """Takes page after page apart, and puts the text together over their ends."""

    def __init__(self, measure: Measure, file: str, first: Sequence[Row]) -> None:
        self.measure = measure
        self.file = file
        self.first = first
        self.findings: list[Finding] = []
        self.masthead: list[Block] = []
        self.rows: list[Row | TableRow] = []
        self.jobs: list[Row] = []
        self.notes: list[Note] = []
        self.levels: dict[Rank, int] = {}
        self.first_line = 0.0
        self.begun: set[int] = set()
        self.raised: Counter[str] = Counter()

    def add(self, page: Sheet, rows: Sequence[Row], next_rule: Rule | None) -> None:
        """Add the rows of a page, which are without its frame. `next_rule` stands at the top of the next page."""
        waiting = self.raised.keys() - {note.label for note in self.notes}
        text, notes = without_notes(rows, page.rules, self.measure, waiting)
        found = notes_of(notes)
        if found and not found[0].label and self.notes and self.notes[-1].rows[-1].page == page.number - 1:
            self.notes[-1].rows.extend(found.pop(0).rows)
        self.notes.extend(found)
        self.raised.update(piece.text.strip() for row in text for piece in row.pieces if piece.raised)
        if page.number == 1:
            feet = [row for row in text if row.base < _FOOT * page.height and _JOB.match(row.text)]
            text = [row for row in text if row not in feet]
            self.jobs = [cell for row in feet for cell in row.cells()]
            self.masthead, text = masthead_blocks(text, page.rules, page.width, page.height, self.measure)
        found_rows, again = join_tables(self.rows, self._tables(text, page, next_rule))
        if again:
            place, words = FileSpan(self.file, page.number, "page"), " ".join(row.text for row in again)
            reason = f"the head of a table again, on page {page.number}"
            self.findings.append(Finding("table-head", place, "page", reason, old=words))
        self.rows.extend(found_rows)

    def _tables(self, rows: Sequence[Row], page: Sheet, next_rule: Rule | None) -> list[Row | TableRow]:
        return with_aligned_tables(with_tables(rows, page.rules, self.measure, next_rule), page.width)

    def lines(self) -> Iterator[TextLine]:
        """All lines: what every page has, the masthead, page 1 and its job number, the further text.

        Each page comes with its notes.
        """
        blocks = self._blocks()
        self.first_line = _first_line([block for block in blocks if isinstance(block, Block)])
        found = (heading_rank(block, self.measure) for block in blocks if isinstance(block, Block) and _page(block) > 1)
        self.levels = {rank: level for level, rank in enumerate(sorted({rank for rank in found if rank}), 1)}
        first = [block for block in blocks if _page(block) == 1]
        yield from (self._plain(block) for block in (*(Block([row]) for row in self.first), *self.masthead))
        yield from self._with_notes(first)
        yield from self._ended(1)
        yield from (self._plain(Block([row])) for row in self.jobs)
        yield from self._with_notes(blocks[len(first) :])
        yield from (note.line(self.measure.words) for note in self.notes)

    def _blocks(self) -> list[Block | TableRow]:
        out: list[Block | TableRow] = []
        for table, stretch in groupby(self.rows, key=lambda row: isinstance(row, TableRow)):
            if table:
                out.extend(row for row in stretch if isinstance(row, TableRow))
            else:
                out.extend(blocks_of([row for row in stretch if isinstance(row, Row)], self.measure))
        return out

    def _with_notes(self, blocks: Sequence[Block | TableRow]) -> Iterator[TextLine]:
        """The lines of blocks, each with the notes that it calls; these are then no longer among the notes.

        A note that no block calls stands where its page ends.
        """
        above = ""
        for block in blocks:
            yield from self._ended(_page(block) - 1)
            line = block.line(self._labels({block.page})) if isinstance(block, TableRow) else self._line(block, above)
            above = line.text if line.look is LineLook.TEXT else ""
            yield from parted_heading(line, len(self.levels) + 1)
            last = block.page if isinstance(block, TableRow) else block.rows[-1].page
            for label in (item.label for item in line.inlines if isinstance(item, Call)):
                called = next((note for note in self.notes if note.label == label), None)
                if called is not None and called.rows[0].page <= last + 1:
                    self.notes.remove(called)
                    yield called.line(self.measure.words)

    def _ended(self, page: int) -> Iterator[TextLine]:
        """The lines of the notes that stand no later than on a page, which are then no longer among the notes."""
        while self.notes and self.notes[0].rows[0].page <= page:
            yield self.notes.pop(0).line(self.measure.words)

    def _labels(self, pages: set[int]) -> set[str]:
        """The labels of the notes on pages, and on the next: a long note may have no room on its page.

        A note is called once: a raised figure that stands again is none. One that is raised nowhere else in the text
        calls a note at the end of the document.
        """
        near = {*pages, max(pages) + 1}
        notes = [note for note in self.notes if note.label]
        at_end = {note.label for note in notes if note.rows[0].page > max(near) and self.raised[note.label] == 1}
        return at_end | {note.label for note in notes if any(row.page in near for row in note.rows)}

    def _plain(self, block: Block) -> TextLine:
        """The line of a block, whatever it looks like."""
        first = block.rows[0]
        labels = self._labels({row.page for row in block.rows})
        return TextLine(
            cut(with_calls(_settled(inlines_of(block.rows, self.measure.words)), labels), 0),
            first.page,
            indent=max(0, round((first.left - self.measure.left - self.first_line) / _TAB)),
            after_gap=block.gap,
            after_page=block.opens and first.page > 1,
        )

    def _line(self, block: Block, above: str) -> TextLine:
        """The line of a block, and what it looks like; `above` are the words of the paragraph before it."""
        line, tag = self._plain(block), tag_of(block, self.measure)
        item = tag is not None and tag.item is not None and self._begins(tag.item)
        if bullet := _BULLET.match(line.text):
            return replace(line.part(bullet.end()), look=LineLook.BULLET)
        if tag is not None and tag.quotation is not None:
            return replace(line, look=LineLook.QUOTATION, begins=self._begins(tag.quotation))
        if item and not begins_item(line.text):
            return replace(line, look=LineLook.BULLET)
        if set_off(block, self.measure) or (_INTRODUCES.search(above) and set_in(block, self.measure)):
            return replace(line, look=LineLook.QUOTATION, begins=True)
        rank = heading_rank(block, self.measure)
        if rank is not None:
            level = self.levels.get(rank, 1)
            return replace(line, inlines=unstyled(line.inlines, block.rows), look=LineLook.HEADING, level=level)
        return line

    def _begins(self, element: Element) -> bool:
        """Whether a line is the first of an element."""
        known = id(element) in self.begun
        self.begun.add(id(element))
        return not known


def _first_line(blocks: Sequence[Block]) -> float:
    """Points by which most paragraphs begin farther in than their further lines, as TeX sets them."""
    steps = Counter(round(block.rows[0].left - block.rows[1].left) for block in blocks if len(block.rows) > 1)
    (usual, count) = next(iter(steps.most_common(1)), (0, 0))
    return usual if usual > 0 and 2 * count > steps.total() else 0


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
