"""The blocks of a source, read: the marks and numbers of each, and what is wrong with it.

Paragraphs are numbered in order; `{-}` at the end of one leaves it without a number, and a number typed before it
("12. ") is taken from there. As in Markdown, a list or quotation may follow a paragraph without a blank line, and so
may the paragraph of the next number; an item that is set in below another is in it; a paragraph that is set in goes on
with the note or item above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from precis.model import (
    DEEPEST,
    Align,
    Block,
    Faults,
    Footnote,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Table,
)
from precis.model.findings import Columns
from precis.source.chunks import (
    COMMENT,
    FOOTNOTE,
    HEADING,
    ITEM,
    NUMBER,
    TABLE_LINE,
    Begun,
    begun,
    chunks,
    escapes,
    joined_lines,
)
from precis.source.marks import MarkError, inlines

__all__ = ["BlockReader", "Comment", "read_all"]

MAX_HEADING = 3
_SET_IN = 2
"""An item is in another if it is set in by so many blanks more."""
_UNNUMBERED = "{-}"
_LONG_LINE = 10_000
"""In a line of more characters, a mark is not looked for from each of its signs."""
_ALIGNS: Mapping[tuple[str, str], Align] = {
    ("", ""): "left",
    (":", ""): "left",
    (":", ":"): "center",
    ("", ":"): "right",
}
"""How a column is aligned by the colons of the rule below its head."""
_MOST_PIECES = 5_000
"""Runs, calls and gaps of a text: long paragraphs have a dozen."""
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says to `precis check`, its line, and the place among the blocks of the one below it."""

    said: str
    line: int
    block: int


@dataclass
class BlockReader:
    """Gathers the blocks of a text whose lines are `text`, the first of them line `first_line` of the file.

    `lines` are those of the blocks; `notes` are the footnotes by their labels, each with its line.
    """

    faults: Faults
    text: Sequence[str]
    first_line: int
    blocks: list[Block] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    notes: dict[str, tuple[Footnote, int]] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    last_number: int = 0

    def add(self, block: Block, line: int) -> None:
        """A block that begins on a line."""
        self.blocks.append(block)
        self.lines.append(line)

    def inlines(self, text: str, line: int) -> Inlines:
        """The runs of a text of the block that begins on a line.

        Marks that are wrong go to the faults, all of them, and are left out.
        """
        left, cuts = text, list[tuple[int, int]]()
        while True:
            try:
                found = inlines(left)
                if len(found) > _MOST_PIECES:
                    message = (
                        f"the text changes its look {len(found):,} times; no text of a record does so {_MOST_PIECES:,}"
                    )
                    self.faults.add("text-long", f"{message} times; part it into paragraphs", line)
                return found
            except MarkError as error:
                words = left[error.at :]
                begin = error.at
                for start, length in sorted(cuts):
                    begin += length if start <= begin else 0
                at, columns = self._place(text[begin:], line)
                self.faults.add("mark-form", str(error), at, columns=columns)
                rest = words.lstrip(words[:1])
                if left[: error.at].endswith(" "):
                    rest = rest.lstrip(" ")
                cuts.append((begin, len(words) - len(rest)))
                left = left[: error.at] + rest

    def _place(self, words: str, line: int) -> tuple[int, Columns | None]:
        """The line and the columns of the mark that `words` begin with, which go on to the end of their block.

        The block has the line `line`; its words are those of its lines, one after the other.
        """
        mark = len(words) - len(words.lstrip(words[:1]))
        for number, told in enumerate(self.text[line - self.first_line :], line):
            if not told.strip():
                break
            end = len(told.rstrip(" \t"))
            if mark and told.endswith(words, 0, end):
                return number, (end - len(words) + 1, end - len(words) + mark)
            if len(told) > _LONG_LINE:
                continue
            for start in (at for at, sign in enumerate(told) if mark and sign == words[0]):
                rest = told[start:].rstrip(" \t")
                if words.startswith(rest) or rest.startswith(words):
                    return number, (start + 1, start + mark)
        return line, None


def read_all(text: str, faults: Faults, first_line: int) -> BlockReader:
    """All blocks and footnotes of a text, which begins on `first_line` of its file."""
    reader = BlockReader(faults, text.split("\n"), first_line)
    for lines, line in chunks(text, first_line):
        _READERS[begun(lines[0])](reader, lines, line)
    return reader


def _heading(reader: BlockReader, lines: list[str], line: int) -> None:
    match = HEADING.match(lines[0])
    assert match is not None
    level = len(match[1])
    if level > MAX_HEADING:
        reader.faults.add("heading-deep", f"'{match[1]}' is too deep; headings have levels # to ###", line)
    reader.add(Heading(min(level, MAX_HEADING), reader.inlines(joined_lines([match[2], *lines[1:]]), line)), line)


def _quotation(reader: BlockReader, lines: list[str], line: int) -> None:
    parts: list[tuple[list[str], int]] = [([], line)]
    for number, text in enumerate(lines, line):
        inner = text[1:].removeprefix(" ") if text.startswith(">") else text
        if inner.strip():
            parts[-1][0].append(inner)
        elif parts[-1][0]:
            parts.append(([], number + 1))
    reader.add(Quotation(tuple(reader.inlines(joined_lines(part), at) for part, at in parts if part)), line)


@dataclass(frozen=True, slots=True)
class _Item:
    """An item as it is typed: its lines, the number of the first, how far it is set in, its level and its letter."""

    lines: list[str]
    line: int
    set_in: int
    level: int
    label: str


def _list(reader: BlockReader, lines: list[str], line: int) -> None:
    items = _items(lines, line)
    if len(items) == 1 and items[0].label and _has_no_number(joined_lines(lines)):
        # A line of a text that others wrote: "(a) One; {-}".
        _paragraph(reader, lines, line)
        return
    for item in items:
        if item.level > DEEPEST:
            reader.faults.add("list-deep", f"an item of level {item.level}; a list has {DEEPEST} levels", item.line)
    texts = [reader.inlines(joined_lines(item.lines), item.line) for item in items]
    made = (ListItem(text, min(each.level, DEEPEST), each.label) for text, each in zip(texts, items, strict=True))
    reader.add(List(tuple(made)), line)


def _items(lines: list[str], line: int) -> list[_Item]:
    """The items of a list, those in others after these."""
    items: list[_Item] = []
    within: list[_Item] = []
    for number, text in enumerate(lines, line):
        begins = ITEM.match(text)
        if begins is None or (items and escapes(items[-1].lines[-1])):
            if text.strip():
                items[-1].lines.append(text)
            continue
        set_in = len(begins["set_in"].expandtabs(4))
        while len(within) > 1 and set_in < within[-1].set_in:
            within.pop()
        deeper = bool(within) and set_in >= within[-1].set_in + _SET_IN
        level = len(within) + 1 if deeper else max(len(within), 1)
        items.append(_Item([text[begins.end() :]], number, set_in, level, begins["label"] or ""))
        within[level - 1 :] = items[-1:]
    return items


def _table(reader: BlockReader, lines: list[str], line: int) -> None:
    found = list(_rows(lines, line))
    caption, source = (_line_of_table(reader, found, at) for at in (0, -1))
    rows = [(_cells(reader, text, number), number) for text, number in found]
    rule = lines[rows[1][1] - line] if len(rows) > 1 else ""
    if not re.fullmatch(r"\|(?:\s*:?-+:?\s*\|)+\s*", rule):
        at = rows[1][1] if len(rows) > 1 else line
        reader.faults.add("table-form", "the second line of a table must be its rule; write |---|---|", at)
        return
    head = rows[0][0]
    for cells, number in rows[2:]:
        if len(cells) != len(head):
            reader.faults.add("table-form", f"the row has {len(cells)} cells and the head has {len(head)}", number)
    aligns = [_ALIGNS[rule_cell] for rule_cell in re.findall(r"(:?)-+(:?)", rule)][: len(head)]
    aligns += ["left"] * (len(head) - len(aligns))
    # A row that was told of has the cells of the head.
    made = (cells[: len(head)] + ((),) * (len(head) - len(cells)) for cells, _ in rows[2:])
    reader.add(Table(head, tuple(made), tuple(aligns), caption, source), line)


def _line_of_table(reader: BlockReader, rows: list[tuple[str, int]], at: int) -> Inlines:
    """The caption of a table, its first row, or the line on its source, its last, which is taken from the rows."""
    begins = TABLE_LINE.match(rows[at][0]) if len(rows) > 2 else None
    if begins is None:
        return ()
    text, number = rows.pop(at)
    return reader.inlines(joined_lines(text[begins.end() :].split("\n")), number)


def _rows(lines: list[str], line: int) -> Iterator[tuple[str, int]]:
    """The text of each row, with its line: one goes on after a break."""
    row, start = "", line
    for number, text in enumerate(lines, line):
        row, start = (f"{row}\n{text}", start) if escapes(row) else (text, number)
        if not escapes(row):
            yield row, start
    if escapes(row):
        yield row, start


def _cells(reader: BlockReader, text: str, line: int) -> tuple[Inlines, ...]:
    inner = text.strip().removeprefix("|")
    cells = _CELL_END.sub("\\1\x00", inner).split("\x00")
    if not cells[-1].strip():
        cells.pop()
    return tuple(reader.inlines(joined_lines(cell.split("\n")), line) for cell in cells)


def _comment(reader: BlockReader, lines: list[str], line: int) -> None:
    found = COMMENT.match("\n".join(lines))
    if found is None:
        reader.faults.add("comment-form", "a comment has no end; write --> at the end of its line", line)
        return
    reader.comments.append(Comment(" ".join(found["said"].split()), line, len(reader.blocks)))


def _footnote(reader: BlockReader, lines: list[str], line: int) -> None:
    match = FOOTNOTE.match(lines[0])
    assert match is not None
    label = match[1]
    if label in reader.notes:
        message = f"footnote [^{label}] is given twice; the first is on line {reader.notes[label][1]}"
        reader.faults.add("footnote", message, line)
        return
    text = joined_lines([lines[0][match.end() :], *lines[1:]])
    reader.notes[label] = (Footnote(label, reader.inlines(text, line)), line)


def _has_no_number(text: str) -> bool:
    """Whether a paragraph says that it has no number."""
    marked = text.rstrip(" \t")
    return marked.endswith(_UNNUMBERED) and not marked.endswith("\\" + _UNNUMBERED)


def _paragraph(reader: BlockReader, lines: list[str], line: int) -> None:
    text = joined_lines(lines)
    if _has_no_number(text):
        words = text.rstrip(" \t").removesuffix(_UNNUMBERED)
        bare = words.rstrip(" \t")
        # A blank that is escaped belongs to the text.
        end = len(bare) + (escapes(bare) and bare != words)
        reader.add(Paragraph(None, reader.inlines(joined_lines([words[:end]]), line)), line)
        return
    number = reader.last_number + 1
    typed = NUMBER.match(text)
    if typed:
        number, text = int(typed[1]), text[typed.end() :]
    reader.last_number = number
    reader.add(Paragraph(number, reader.inlines(text, line)), line)


_READERS: Mapping[Begun, Callable[[BlockReader, list[str], int], None]] = MappingProxyType(
    {
        Begun.HEADING: _heading,
        Begun.QUOTATION: _quotation,
        Begun.LIST: _list,
        Begun.TABLE: _table,
        Begun.COMMENT: _comment,
        Begun.FOOTNOTE: _footnote,
        Begun.PARAGRAPH: _paragraph,
    }
)
