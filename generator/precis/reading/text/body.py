"""The text of a record as blocks: headings, numbered paragraphs, and what has no number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from precis.language.wording import Wording
from precis.model import (
    Block,
    Footnote,
    Heading,
    Inline,
    Inlines,
    List,
    Paragraph,
    Quotation,
    Run,
    Table,
    joined,
    plain,
)
from precis.proceedings.headings import ends_in_symbols
from precis.proceedings.speech import begins_with_speaker
from precis.reading.draft import CoverDraft
from precis.reading.line import LineLook, TextLine, cut
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import with_one_blank
from precis.reading.text.levels import is_of_draft, item_level, level_in_series, level_without_item
from precis.reading.text.paragraphs import between, is_line, with_glue
from precis.reading.text.quotations import QUOTATION_MARKS, quoted_lines
from precis.reading.text.signs import NUMBER, PART, SECTION, has_end, may_go_on

__all__ = ["Body", "read_body"]

_SENTENCE = re.compile(r"[.!?]['\"”’»)\]]*\s*$")
_LONGEST_SECTION = 150
"""The heading of a section of conclusions that are read out: "A. Introduction"."""

_LONGEST_HEADING = 400
_DEEPEST = 3
_MOST_HEADINGS = 5
"""How many headings may stand one below the other."""


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

    @property
    def last(self) -> Block | None:
        """The last block."""
        return self.blocks[-1] if self.blocks else None


def read_body(lines: Sequence[TextLine], contents: Mapping[str, int], wording: Wording, draft: CoverDraft) -> Body:
    """Read the lines between the opening and the closing line, one a paragraph.

    `contents` are the letters of each item of the contents, and its level.
    """
    reader = _Reader(wording, draft, contents, any(_number(line) is not None for line in lines))
    quoted = quoted_lines(lines)
    for index, line in enumerate(lines):
        if index in quoted:
            reader.quote(line)
        else:
            reader.read(line, lines[index + 1 : index + 1 + _MOST_HEADINGS])
    return reader.body


def _number(line: TextLine) -> int | None:
    """The paragraph number that a line begins with."""
    if line.look is not LineLook.TEXT:
        return None
    if line.number is not None:
        return line.number
    match = NUMBER.match(line.text)
    return int(match[1]) if match else None


@dataclass
class _Reader:
    wording: Wording
    draft: CoverDraft
    contents: Mapping[str, int]
    numbered: bool
    body: Body = field(default_factory=Body)

    def quote(self, line: TextLine) -> None:
        """Add a line of a quotation to the body."""
        self._listed(replace(line, look=LineLook.QUOTATION))

    def read(self, line: TextLine, after: Sequence[TextLine]) -> None:
        """Add a line to the body: as a block of its own, or to the block before it."""
        if line.look is LineLook.QUOTATION and self._is_no_quotation(line):
            line = replace(line, look=LineLook.TEXT)
        number = _number(line)
        if number is not None:
            self._paragraph(line, number)
        elif line.look is LineLook.FOOTNOTE:
            self.body.footnotes.append(Footnote(line.label, line.inlines))
        elif line.look is LineLook.ROW:
            self._row(line)
        elif line.look in (LineLook.QUOTATION, LineLook.BULLET) or self._is_quotation(line):
            self._listed(line)
        elif self._is_heading(line, after):
            self._heading(line)
        elif self._goes_on(line):
            self._join(line)
        else:
            self._paragraph(line, None)

    def _is_no_quotation(self, line: TextLine) -> bool:
        """Whether a passage set off is a paragraph or a heading, which converters set off for their indents."""
        if NUMBER.match(line.text) or item_level(line.inlines, self.contents, self.wording) is not None:
            return True
        return isinstance(self.body.last, Heading) and not has_end(line.text)

    def _is_quotation(self, line: TextLine) -> bool:
        """Whether a line without a number is a passage set off: it has quotation marks, and a colon introduces it."""
        last = self.body.last
        if line.text[:1] not in QUOTATION_MARKS:
            return False
        introduced = isinstance(last, Paragraph) and plain(last.inlines).rstrip().endswith(":")
        return introduced or (self.numbered and isinstance(last, Quotation))

    def _is_heading(self, line: TextLine, after: Sequence[TextLine]) -> bool:
        """Whether a line without a number is a heading: by its looks, by the contents, or above a paragraph."""
        if line.look is LineLook.HEADING:
            return True
        text = line.text
        if line.aside:
            return item_level(line.inlines, self.contents, self.wording) is not None
        if len(text) > _LONGEST_HEADING and not ("/" in text and "(" in text[:_LONGEST_HEADING]):
            return False
        if item_level(line.inlines, self.contents, self.wording) is not None or is_of_draft(text, self.wording):
            return True
        if self._ends_in_symbols(text, after):
            return True
        if has_end(text) or not (text[:1].isupper() or text.startswith("(")) or self._unfinished():
            return False
        if _all(line.inlines, bold=True) or _all(line.inlines, italic=True) or line.indent > 1:
            return True
        if text.upper() == text and letters(text):
            return True
        if len(text) <= _LONGEST_SECTION and SECTION.match(text):
            return True
        return self._paragraph_follows(after) and not begins_with_speaker(text, self.wording)

    def _ends_in_symbols(self, text: str, after: Sequence[TextLine]) -> bool:
        """Whether a line of a numbered text ends in symbols and a full stop, as few headings and no paragraphs do."""
        if not (self.numbered and ends_in_symbols(text)):
            return False
        return self._paragraph_follows(after) and not begins_with_speaker(text, self.wording)

    def _paragraph_follows(self, after: Sequence[TextLine]) -> bool:
        """Whether a paragraph begins below: in a numbered text, one with its number; there may be headings between."""
        if not self.numbered:
            return bool(after)
        for line in after:
            if _number(line) is not None or line.look is LineLook.HEADING:
                return True
            if has_end(line.text):
                return False
        return False

    def _unfinished(self) -> bool:
        """Whether the text so far stops in the middle of a sentence."""
        last = self.body.last
        return isinstance(last, Paragraph) and not has_end(plain(last.inlines))

    def _heading(self, line: TextLine) -> None:
        italic = _all(line.inlines, italic=True)
        inlines = joined(
            replace(item, bold=False, italic=item.italic and not italic) if isinstance(item, Run) else item
            for item in line.inlines
        )
        self.body.add(Heading(self._level(line, italic), _tidy(inlines)), line.at)

    def _level(self, line: TextLine, italic: bool) -> int:
        """The level of a heading: that of its item in the contents; below the last, where the contents have none."""
        level = item_level(line.inlines, self.contents, self.wording)
        if level is not None:
            return level
        last = self.body.last
        above = [block for block in self.body.blocks if isinstance(block, Heading)]
        if self.contents:
            return level_without_item(line.text, above, self.wording)
        in_series = level_in_series(line.text, above, self.wording)
        if in_series is not None:
            return in_series
        if isinstance(last, Heading):
            siblings = PART.match(plain(last.inlines)) and PART.match(line.text)
            return last.level if siblings else min(last.level + 1, _DEEPEST)
        return 2 if italic and above else 1

    def _goes_on(self, line: TextLine) -> bool:
        """Whether a line without a number is the rest of the paragraph before it, cut off by the end of a page."""
        last = self.body.last
        if not isinstance(last, Paragraph) or PART.match(line.text):
            return False
        if self._unfinished():
            return may_go_on(line.text) or (self.numbered and has_end(line.text))
        if not line.after_page or last.number is None or is_line(line.text, self.wording):
            return False
        sentence = line.text[:1].isupper() and bool(_SENTENCE.search(line.text))
        return sentence and bool(_SENTENCE.search(plain(last.inlines)))

    def _join(self, line: TextLine) -> None:
        last = self.body.last
        assert isinstance(last, Paragraph)
        before, after = plain(last.inlines).rstrip(), line.text
        glue = between(before, after)
        self.body.blocks[-1] = replace(last, inlines=_tidy(with_glue(last.inlines, glue, line.inlines)))
        number = f"paragraph {last.number}" if last.number else "the paragraph"
        follows = "a small letter follows" if after[:1].islower() else "no number follows"
        cut_off = "a page ended" if has_end(before) else "no full stop stands"
        reason = f"{number} goes on here: {cut_off} before, and {follows}"
        old = f"… {_tail(before)} / {_head(after)} …"
        self.draft.tell(
            "paragraph-joined", "text", reason, line.at, old=old, new=f"… {_tail(before)}{glue}{_head(after)} …"
        )

    def _paragraph(self, line: TextLine, number: int | None) -> None:
        inlines = line.inlines
        match = NUMBER.match(line.text)
        if match and line.number is None and match.end() == len(line.text):
            number = None
        elif match and line.number is None:
            inlines = cut(inlines, match.end())
        self.body.add(Paragraph(number, _tidy(inlines)), line.at)

    def _listed(self, line: TextLine) -> None:
        last, text = self.body.last, _tidy(line.inlines)
        if line.look is not LineLook.BULLET:
            if isinstance(last, Quotation):
                self.body.blocks[-1] = Quotation((*last.paragraphs, text))
            else:
                self.body.add(Quotation((text,)), line.at)
        elif isinstance(last, List):
            self.body.blocks[-1] = last.with_item(text, line.level or 1, line.label)
        else:
            self.body.add(List(()).with_item(text, 1, line.label), line.at)

    def _row(self, line: TextLine) -> None:
        last = self.body.last
        if isinstance(last, Table) and len(last.head) == len(line.cells):
            self.body.blocks[-1] = replace(last, rows=(*last.rows, line.cells))
        else:
            self.body.add(Table(_head_cells(line.cells), ()), line.at)


def _head_cells(cells: tuple[Inlines, ...]) -> tuple[Inlines, ...]:
    """The cells of a head, whose letters are bold by their place where all of them are."""
    if not all(_all(cell, bold=True) for cell in cells if cell):
        return cells
    return tuple(
        joined(replace(item, bold=False) if isinstance(item, Run) else item for item in cell) for cell in cells
    )


def _all(inlines: Inlines, *, bold: bool = False, italic: bool = False) -> bool:
    """Whether all words are bold, or all are italic."""
    runs = [item for item in inlines if isinstance(item, Run) and item.text.strip()]
    return bool(runs) and all((item.bold or not bold) and (item.italic or not italic) for item in runs)


def _tail(text: str) -> str:
    return " ".join(text.split()[-3:])


def _head(text: str) -> str:
    return " ".join(text.split()[:3])


def _tidy(inlines: Inlines) -> Inlines:
    """The text with one blank for any run of blanks, and none at its ends."""
    if len(inlines) == 1 and isinstance(inlines[0], Run) and with_one_blank(inlines[0].text) == inlines[0].text:
        return cut(inlines, 0)
    out: list[Inline] = []
    for item in joined(inlines):
        if isinstance(item, Run):
            text = with_one_blank(item.text)
            before = out[-1] if out else None
            if isinstance(before, Run) and before.text.endswith(" "):
                text = text.removeprefix(" ")
            out.append(item if text == item.text else replace(item, text=text))
        else:
            out.append(item)
    return cut(joined(out), 0)
