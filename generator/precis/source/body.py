"""The blocks of a source: read and written.

Blocks are set apart by blank lines. `#` to `###` is a heading, `> ` a quotation, `- ` a bullet, `|` a table, `[^1]:`
the text of a footnote; anything else is a paragraph, which may run over lines. Paragraphs are numbered in order;
`{-}` at the end of one leaves it without a number, and a number typed before it ("12. ") is taken from there. As in
Markdown, a list or quotation may follow a paragraph without a blank line, and so may the paragraph of the next number;
items below items are items of one list; a paragraph that is set in goes on with the note or bullet above it. A comment,
`<!-- … -->` on lines of its own, is no part of the text: it says what `precis check` leaves alone below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from precis.model import (
    Block,
    Bullets,
    Call,
    Faults,
    Footnote,
    Heading,
    Inlines,
    Paragraph,
    Quotation,
    Table,
)
from precis.model.findings import Columns
from precis.source.marks import MarkError, inlines, marked

__all__ = [
    "Body",
    "Comment",
    "Parts",
    "joined_lines",
    "print_block",
    "print_body",
    "read_blocks",
    "read_body",
    "read_parts",
]

MAX_HEADING = 3
_SET_IN = ("    ", "\t", "  ")
_HEADING = re.compile(r"(#+)[ \t]+(.*)")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_NUMBER = re.compile(r"(\d{1,6})\.[ \t]+")
_UNNUMBERED = re.compile(r"[ \t]*(?<!\\)\{-\}[ \t]*$")
_COMMENT = re.compile(r"<!--(?P<said>.*?)-->[ \t]*\Z", re.DOTALL)
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, its line, and the place among the blocks of the one below it."""

    said: str
    line: int
    block: int


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a source, and its footnotes in the order in which they are called.

    Of a text that was read, `lines` are the lines of its blocks, `note_lines` those of its footnotes by their labels.
    """

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    lines: tuple[int, ...] = field(default=(), compare=False)
    note_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    comments: tuple[Comment, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """The blocks of a text, each with its line, and all the footnotes given in it with theirs, called or not."""

    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    notes: Mapping[str, tuple[Footnote, int]]


@dataclass
class _Reader:
    """Gathers the blocks of a text whose lines are `text`, the first of them line `first_line` of the file."""

    faults: Faults
    text: Sequence[str]
    first_line: int
    blocks: list[Block] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    notes: dict[str, tuple[Footnote, int]] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    last_number: int = 0

    def add(self, block: Block, line: int) -> None:
        self.blocks.append(block)
        self.lines.append(line)

    def inlines(self, text: str, line: int) -> Inlines:
        try:
            return inlines(text)
        except MarkError as error:
            at, columns = self._place(text[error.at :], line)
            self.faults.add("mark-form", str(error), at, columns=columns)
            return ()

    def _place(self, words: str, line: int) -> tuple[int, Columns | None]:
        """The line and the columns of the mark that `words` begin with, which go on to the end of their block.

        The block has the line `line`; its words are those of its lines, one after the other.
        """
        mark = len(words) - len(words.lstrip(words[:1]))
        for number, told in enumerate(self.text[line - self.first_line :], line):
            if not told.strip():
                break
            for start in (at for at, sign in enumerate(told) if mark and sign == words[0]):
                rest = told[start:].rstrip(" \t")
                if words.startswith(rest) or rest.startswith(words):
                    return number, (start + 1, start + mark)
        return line, None


def read_body(text: str, faults: Faults, first_line: int = 1) -> Body:
    """The blocks of `text`, whose first line is line `first_line` of the file; what is wrong goes to `faults`."""
    reader = _read_all(text, faults, first_line)
    return Body(
        tuple(reader.blocks),
        _footnotes(reader),
        tuple(reader.lines),
        {label: line for label, (_, line) in reader.notes.items()},
        tuple(reader.comments),
    )


def read_blocks(text: str, faults: Faults, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a `text` that belongs into another, which has the footnotes they call; else as `read_body`."""
    reader = _read_all(text, faults, first_line)
    for label, (_, line) in reader.notes.items():
        faults.add("footnote", f"the text of footnote [^{label}] does not belong here; give it beside the text", line)
    return tuple(reader.blocks)


def read_parts(text: str, faults: Faults, first_line: int = 1) -> Parts:
    """As `read_body`, of a text whose footnotes may be called often, or have no text."""
    reader = _read_all(text, faults, first_line)
    return Parts(tuple(reader.blocks), tuple(reader.lines), reader.notes)


def _read_all(text: str, faults: Faults, first_line: int) -> _Reader:
    reader = _Reader(faults, text.split("\n"), first_line)
    for lines, line in _with_further_paragraphs(_chunks(text, first_line)):
        _reader_of(lines[0])(reader, lines, line)
    return reader


def _with_further_paragraphs(chunks: Iterator[tuple[list[str], int]]) -> Iterator[tuple[list[str], int]]:
    """The chunks, with those that are set in as further paragraphs of the footnote or bullet before them, as in
    Markdown: a break parts them there.
    """
    before: tuple[list[str], int] | None = None
    for lines, line in chunks:
        within = before is not None and _reader_of(before[0][0]) in (_read_footnote, _read_bullets)
        if before is not None and within and all(each.startswith(_SET_IN) for each in lines):
            before[0][-1] = f"{before[0][-1].rstrip()}\\"
            before[0].extend(each.lstrip() for each in lines)
        else:
            if before is not None:
                yield before
            before = lines, line
    if before is not None:
        yield before


def _chunks(text: str, first_line: int) -> Iterator[tuple[list[str], int]]:
    """The lines between blank lines, with the number of the first; a heading is a chunk of its own."""
    chunk: list[str] = []
    start = first_line
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        alone = bool(_HEADING.match(line))
        ended = bool(chunk) and (bool(_HEADING.match(chunk[0])) or _is_comment(chunk))
        if chunk and (not line.strip() or alone or ended or _starts_block(line, chunk)):
            yield chunk, start
            chunk = []
        if line.strip():
            start = start if chunk else number
            chunk.append(line)


def _is_comment(chunk: list[str]) -> bool:
    """Whether lines are a comment, to its end: what stands below it is a block of its own."""
    return chunk[0].startswith("<!--") and _COMMENT.match("\n".join(chunk)) is not None


def _starts_block(line: str, chunk: list[str]) -> bool:
    """Whether a line begins a block although none is blank above it: a note below a note, a list, quotation or table
    below a paragraph, or the next number of a paragraph below one with its number typed.
    """
    begun = _reader_of(chunk[0])
    if begun is _read_footnote:
        return bool(_FOOTNOTE.match(line))
    if begun is not _read_paragraph or chunk[-1].rstrip().endswith("\\"):
        return False
    if line.startswith(("- ", "> ", "|", "<!--")):
        return True
    first, typed = _NUMBER.match(chunk[0]), _NUMBER.match(line)
    return first is not None and typed is not None and int(typed[1]) == int(first[1]) + 1


def _reader_of(line: str) -> Callable[[_Reader, list[str], int], None]:
    if _HEADING.match(line):
        return _read_heading
    if line.startswith(">"):
        return _read_quotation
    if line.startswith("- "):
        return _read_bullets
    if line.startswith("|"):
        return _read_table
    if line.startswith("<!--"):
        return _read_comment
    if _FOOTNOTE.match(line):
        return _read_footnote
    return _read_paragraph


def _read_heading(reader: _Reader, lines: list[str], line: int) -> None:
    match = _HEADING.match(lines[0])
    assert match is not None
    level = len(match[1])
    if level > MAX_HEADING:
        reader.faults.add("heading-deep", f"'{match[1]}' is too deep; headings have levels # to ###", line)
        return
    reader.add(Heading(level, reader.inlines(joined_lines([match[2]]), line)), line)


def _read_quotation(reader: _Reader, lines: list[str], line: int) -> None:
    parts: list[tuple[list[str], int]] = [([], line)]
    for number, text in enumerate(lines, line):
        inner = text[1:].removeprefix(" ") if text.startswith(">") else text
        if inner.strip():
            parts[-1][0].append(inner)
        elif parts[-1][0]:
            parts.append(([], number + 1))
    reader.add(Quotation(tuple(reader.inlines(joined_lines(part), at) for part, at in parts if part)), line)


def _read_bullets(reader: _Reader, lines: list[str], line: int) -> None:
    items: list[tuple[list[str], int]] = []
    for number, text in enumerate(lines, line):
        if text.lstrip(" \t").startswith("- "):
            # Items below items are items too: a list has one level.
            items.append(([text.lstrip(" \t")[2:]], number))
        else:
            items[-1][0].append(text)
    reader.add(Bullets(tuple(reader.inlines(joined_lines(item), at) for item, at in items)), line)


def _read_table(reader: _Reader, lines: list[str], line: int) -> None:
    rows = [(_cells(reader, text, number), number) for number, text in enumerate(lines, line)]
    rule = lines[1] if len(lines) > 1 else ""
    if not re.fullmatch(r"\|(?:\s*:?-+:?\s*\|)+\s*", rule):
        reader.faults.add("table-form", "the second line of a table must be its rule; write |---|---|", line + 1)
        return
    head = rows[0][0]
    for cells, number in rows[2:]:
        if len(cells) != len(head):
            reader.faults.add("table-form", f"the row has {len(cells)} cells and the head has {len(head)}", number)
    reader.add(Table(head, tuple(cells for cells, _ in rows[2:])), line)


def _cells(reader: _Reader, text: str, line: int) -> tuple[Inlines, ...]:
    inner = text.strip().removeprefix("|")
    cells = _CELL_END.sub("\\1\x00", inner).split("\x00")
    if not cells[-1].strip():
        cells.pop()
    return tuple(reader.inlines(joined_lines([cell]), line) for cell in cells)


def _read_comment(reader: _Reader, lines: list[str], line: int) -> None:
    found = _COMMENT.match("\n".join(lines))
    if found is None:
        reader.faults.add("comment-form", "a comment has no end; write --> at the end of its line", line)
        return
    reader.comments.append(Comment(" ".join(found["said"].split()), line, len(reader.blocks)))


def _read_footnote(reader: _Reader, lines: list[str], line: int) -> None:
    match = _FOOTNOTE.match(lines[0])
    assert match is not None
    label = match[1]
    if label in reader.notes:
        reader.faults.add(
            "footnote", f"footnote [^{label}] is given twice; the first is on line {reader.notes[label][1]}", line
        )
        return
    text = joined_lines([lines[0][match.end() :], *lines[1:]])
    reader.notes[label] = (Footnote(label, reader.inlines(text, line)), line)


def _read_paragraph(reader: _Reader, lines: list[str], line: int) -> None:
    text = joined_lines(lines)
    unnumbered = _UNNUMBERED.search(text)
    if unnumbered:
        # A blank that is escaped belongs to the text.
        end = unnumbered.start() + _escapes(text[: unnumbered.start()])
        reader.add(Paragraph(None, reader.inlines(joined_lines([text[:end]]), line)), line)
        return
    number = reader.last_number + 1
    typed = _NUMBER.match(text)
    if typed:
        number, text = int(typed[1]), text[typed.end() :]
    reader.last_number = number
    reader.add(Paragraph(number, reader.inlines(text, line)), line)


def joined_lines(lines: list[str]) -> str:
    """Lines as one text: a blank between them, or nothing after a backslash, which breaks the line."""
    out = ""
    for line in lines:
        stripped = line.lstrip(" \t")
        end = stripped.rstrip(" \t")
        if _escapes(end) and end != stripped:
            end = stripped[: len(end) + 1]
        if out and _escapes(out):
            out += "\n" + end
        else:
            out = f"{out} {end}" if out else end
    return out


def _escapes(text: str) -> bool:
    """Whether `text` ends in a backslash that escapes what follows."""
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _footnotes(reader: _Reader) -> tuple[Footnote, ...]:
    called: dict[str, int] = {}
    for block, line in zip(reader.blocks, reader.lines, strict=True):
        for item in _all_inlines(block):
            if not isinstance(item, Call):
                continue
            if item.label in called:
                reader.faults.add("footnote", f"footnote [^{item.label}] is called twice; give each call its own", line)
            elif item.label not in reader.notes:
                reader.faults.add("footnote", f"[^{item.label}] has no text; add a line '[^{item.label}]: …'", line)
            called.setdefault(item.label, line)
    for label, (_, line) in reader.notes.items():
        if label not in called:
            reader.faults.add("footnote", f"footnote [^{label}] is not called; write [^{label}] where it belongs", line)
    return tuple(reader.notes[label][0] for label in called if label in reader.notes)


def _all_inlines(block: Block) -> Inlines:
    match block:
        case Heading() | Paragraph():
            return block.inlines
        case Quotation():
            return sum(block.paragraphs, ())
        case Bullets():
            return sum(block.items, ())
        case Table():
            return sum((*block.head, *sum(block.rows, ())), ())


def print_body(body: Body) -> str:
    """The text that reads as `body`."""
    out: list[str] = []
    last_number = 0
    for block in body.blocks:
        out.append(print_block(block, last_number))
        if isinstance(block, Paragraph) and block.number is not None:
            last_number = block.number
    out.extend(f"[^{note.label}]: {_without_headings(marked(note.inlines))}" for note in body.footnotes)
    return "\n\n".join(out) + "\n" if out else ""


def print_block(block: Block, last_number: int = 0) -> str:
    """The text that reads as a block, where the last paragraph before it has the number `last_number`."""
    match block:
        case Heading():
            return f"{'#' * block.level} {marked(block.inlines)}"
        case Paragraph():
            return _print_paragraph(block, last_number)
        case Quotation():
            return "\n>\n".join(_prefixed("> ", marked(paragraph)) for paragraph in block.paragraphs)
        case Bullets():
            return "\n".join(_prefixed("- ", marked(item), "  ") for item in block.items)
        case Table():
            rule = "|" + "---|" * len(block.head)
            return "\n".join([_row(block.head), rule, *(_row(row) for row in block.rows)])


def _prefixed(first: str, text: str, rest: str | None = None) -> str:
    return first + text.replace("\n", "\n" + (first if rest is None else rest))


def _row(cells: tuple[Inlines, ...]) -> str:
    return "| " + " | ".join(marked(cell).replace("|", "\\|") for cell in cells) + " |"


def _print_paragraph(paragraph: Paragraph, last_number: int) -> str:
    text = _without_headings(_plain_start(marked(paragraph.inlines)))
    if text.endswith("{-}"):
        text = text.removesuffix("{-}") + "\\{-}"
    if paragraph.number is None:
        return f"{text} {{-}}"
    return text if paragraph.number == last_number + 1 else f"{paragraph.number}. {text}"


def _without_headings(text: str) -> str:
    """The text with an escape where a line that is not its first would be a heading or a comment."""
    return re.sub(r"(?<=\n)(?=#+[ \t]|<!--)", r"\\", text)


def _plain_start(text: str) -> str:
    """The text with an escape where its first characters would make it something other than a paragraph."""
    typed = re.match(r"\d{1,6}(?=\.[ \t])", text)
    if typed:
        return f"{typed[0]}\\{text[typed.end() :]}"
    if re.match(r"#+(?:[ \t]|$)|>|-(?: |$)|\||<!--", text):
        return f"\\{text}"
    return text
