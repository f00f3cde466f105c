"""The text of a record as blocks: headings, numbered paragraphs, and what has no number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from precis.model import (
    Block,
    Bullets,
    Footnote,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Quotation,
    Run,
    Table,
    joined,
    plain,
)
from precis.read.facts import Facts, letters
from precis.read.line import LineLook, TextLine, cut
from precis.read.speakers import has_emphasis, restored
from precis.wording.contents import contents_of
from precis.wording.wording import Wording

__all__ = ["Body", "read_body"]

_NUMBER = re.compile(r"(\d{1,4})(?:\.|\s?[-–])(?:\s+|(?=[A-ZÀ-Þ«“\"(]))")
_FULL_STOP = re.compile(r"[.!?…:;]['\"”’»)\]]*\s*$|[.!?]['\"”’»)\]]*\d{0,3}\s*$")
_LONGEST_HEADING = 400


@dataclass
class Body:
    """The blocks of a text, and the line of the file where each begins."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[int | None] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)

    def add(self, block: Block, at: int | None) -> None:
        """Add a block that begins on a line of the file."""
        self.blocks.append(block)
        self.lines.append(at)


def read_body(lines: Sequence[TextLine], contents: Sequence[TextLine], wording: Wording, facts: Facts) -> Body:
    """Read the lines between the opening and the closing line. `contents` are those of the cover."""
    reader = _Reader(wording, facts, {letters(line.text) for line in contents})
    numbered = any(_number(line) is not None for line in lines)
    for line in lines:
        reader.read(line, numbered)
    body = reader.body
    _number_all(body, facts)
    _restore(body, wording, facts)
    _warn(body, facts)
    return body


def _number(line: TextLine) -> int | None:
    """The paragraph number that a line begins with."""
    if line.look is not LineLook.TEXT:
        return None
    if line.number is not None:
        return line.number
    match = _NUMBER.match(line.text)
    return int(match[1]) if match else None


@dataclass
class _Reader:
    wording: Wording
    facts: Facts
    contents: set[str]
    body: Body = field(default_factory=Body)

    def read(self, line: TextLine, numbered: bool) -> None:
        """Add a line to the body: as a block of its own, or to the block before it."""
        if line.look is LineLook.FOOTNOTE:
            self.body.footnotes.append(Footnote(line.label, line.inlines))
        elif line.look is LineLook.ROW:
            self._row(line)
        elif line.look in (LineLook.QUOTATION, LineLook.BULLET):
            self._listed(line)
        elif self._is_heading(line):
            self._heading(line)
        elif self._goes_on(line):
            self._join(line)
        else:
            self._paragraph(line, numbered)

    def _is_heading(self, line: TextLine) -> bool:
        if line.look is LineLook.HEADING:
            return True
        text = line.text
        if _number(line) is not None or len(text) > _LONGEST_HEADING:
            return False
        if self._contents_form(line) in self.contents:
            return True
        if _FULL_STOP.search(text) or (not text[:1].isupper() and not text.startswith("(")):
            return False
        bold = all(item.bold for item in line.inlines if isinstance(item, Run) and item.text.strip())
        capitals = text.upper() == text and letters(text) != ""
        return bold or capitals or line.indent > 1

    def _contents_form(self, line: TextLine) -> str:
        items = contents_of([Heading(1, line.inlines)], self.wording)
        return letters(plain(items[0].inlines)) if items else ""

    def _heading(self, line: TextLine) -> None:
        inlines = joined(replace(item, bold=False) if isinstance(item, Run) else item for item in line.inlines)
        last = self.body.blocks[-1] if self.body.blocks else None
        level = last.level + 1 if isinstance(last, Heading) and last.level < 3 else 1
        self.body.add(Heading(level, _tidy(inlines)), line.at)

    def _goes_on(self, line: TextLine) -> bool:
        """Whether the line is the rest of the paragraph before it, cut off by the end of a page."""
        last = self.body.blocks[-1] if self.body.blocks else None
        if not isinstance(last, Paragraph) or _number(line) is not None:
            return False
        text = plain(last.inlines).rstrip()
        return not _FULL_STOP.search(text) and line.text[:1].islower()

    def _join(self, line: TextLine) -> None:
        last = self.body.blocks[-1]
        assert isinstance(last, Paragraph)
        before, after = plain(last.inlines).rstrip(), line.text
        self.body.blocks[-1] = replace(last, inlines=_tidy(joined((*last.inlines, Run(" "), *line.inlines))))
        number = f"paragraph {last.number}" if last.number else "the paragraph"
        reason = f"{number} goes on here: no full stop stands before, and a small letter follows; a page ended between"
        old = f"… {_tail(before)} / {_head(after)} …"
        self.facts.tell("repaired", "text", reason, line.at, old=old, new=f"… {_tail(before)} {_head(after)} …")

    def _paragraph(self, line: TextLine, numbered: bool) -> None:
        number = _number(line)
        inlines = line.inlines
        if number is not None and line.number is None:
            match = _NUMBER.match(line.text)
            assert match is not None
            inlines = cut(inlines, match.end())
        self.body.add(Paragraph(number if numbered else None, _tidy(inlines)), line.at)

    def _listed(self, line: TextLine) -> None:
        last = self.body.blocks[-1] if self.body.blocks else None
        text = _tidy(line.inlines)
        if line.look is LineLook.QUOTATION:
            if isinstance(last, Quotation):
                self.body.blocks[-1] = Quotation((*last.paragraphs, text))
            else:
                self.body.add(Quotation((text,)), line.at)
        elif isinstance(last, Bullets):
            self.body.blocks[-1] = Bullets((*last.items, text))
        else:
            self.body.add(Bullets((text,)), line.at)

    def _row(self, line: TextLine) -> None:
        last = self.body.blocks[-1] if self.body.blocks else None
        if isinstance(last, Table) and len(last.head) == len(line.cells):
            self.body.blocks[-1] = Table(last.head, (*last.rows, line.cells))
        else:
            self.body.add(Table(line.cells, ()), line.at)


def _tail(text: str) -> str:
    return " ".join(text.split()[-3:])


def _head(text: str) -> str:
    return " ".join(text.split()[:3])


def _tidy(inlines: Inlines) -> Inlines:
    """The text with one blank for any run of blanks, and none at its ends."""
    out: list[Inline] = []
    for item in inlines:
        if isinstance(item, Run):
            text = re.sub(r"[ \t\n\r\f\v]+", " ", item.text)
            before = out[-1] if out else None
            if isinstance(before, Run) and before.text.endswith(" "):
                text = text.removeprefix(" ")
            item = replace(item, text=text)
        out.append(item)
    return cut(joined(out), 0)


def _number_all(body: Body, facts: Facts) -> None:
    """Number the paragraphs of a text that has lost all its numbers."""
    places = [index for index, block in enumerate(body.blocks) if isinstance(block, Paragraph)]
    if not places or any(isinstance(body.blocks[index], Paragraph) and body.blocks[index].number for index in places):  # type: ignore[union-attr]
        return
    for number, index in enumerate(places, 1):
        block = body.blocks[index]
        assert isinstance(block, Paragraph)
        body.blocks[index] = replace(block, number=number)
        facts.tell("repaired", "text", "the text has lost its paragraph numbers", body.lines[index], new=f"{number}.")


def _restore(body: Body, wording: Wording, facts: Facts) -> None:
    if has_emphasis(body.blocks):
        return
    for index, block in enumerate(body.blocks):
        if isinstance(block, Paragraph):
            body.blocks[index] = restored(block, body.lines[index], wording, facts)


def _warn(body: Body, facts: Facts) -> None:
    """Warn of paragraphs that stop in the middle of a sentence, and of numbers that are not in sequence."""
    expected = 1
    for block, at in zip(body.blocks, body.lines, strict=True):
        if not isinstance(block, Paragraph):
            continue
        text = plain(block.inlines)
        name = f"paragraph {block.number}" if block.number else "a paragraph without a number"
        if not _FULL_STOP.search(text):
            facts.tell("warning", "text", f"{name} has no full stop at its end", at, old=f"… {_tail(text)}")
        if block.number is not None:
            if block.number != expected:
                facts.tell(
                    "warning",
                    "text",
                    f"the paragraph before it makes {expected} the next number",
                    at,
                    old=str(block.number),
                )
            expected = block.number + 1
