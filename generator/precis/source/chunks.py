"""The lines of a source parted into those of each block, and what kind of block its first line begins.

Blocks are set apart by blank lines. `#` to `###` is a heading, `> ` a quotation, `- ` or `(a) ` an item of a list, `|`
a table, `[^1]:` the text of a footnote; anything else is a paragraph, which may run over lines. A line after one that
ends in a backslash goes on with the same block, whatever it begins with. A comment, `<!-- … -->` on lines of its own,
is no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from precis.model import ITEM_LABEL
from precis.source.marks import LABEL

__all__ = [
    "COMMENT",
    "FOOTNOTE",
    "HEADING",
    "ITEM",
    "NUMBER",
    "ORIGINAL",
    "TABLE_LINE",
    "TAKE",
    "Begun",
    "begun",
    "chunks",
    "escapes",
    "joined_lines",
]

HEADING = re.compile(r"(#+)[ \t]+(.*)")
FOOTNOTE = re.compile(rf"\[\^({LABEL})\]:[ \t]*")
ITEM = re.compile(rf"(?P<set_in>[ \t]*)(?:- |\(?(?P<label>{ITEM_LABEL})\)[ \t]+)")
"""What an item of a list begins with: a hyphen, or its letter; set in below the item that it is in."""
COMMENT = re.compile(r"<!--(?P<said>.*?)-->[ \t]*\Z", re.DOTALL)
ORIGINAL = "original:"
"""What a comment begins with that holds the words of which the block above it is to be a translation."""
TABLE_LINE = re.compile(r"\|\+[ \t]+(?=(?:[^|\\]|\\.)+\Z)", re.DOTALL)
"""What the caption of a table and the line on its source begin with; no upright stroke ends them, as one does a row."""
TAKE = "take:"
"""What a comment begins with that says who wrote what stands below it."""
NUMBER = re.compile(r"(\d{1,6})\.[ \t]+")
"""The number that is typed before a paragraph."""

_SET_IN = ("    ", "\t", "  ")


class Begun(StrEnum):
    """What a line begins."""

    HEADING = "heading"
    QUOTATION = "quotation"
    LIST = "list"
    TABLE = "table"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    PARAGRAPH = "paragraph"


def begun(line: str) -> Begun:
    """What kind of block a line begins."""
    if HEADING.match(line):
        return Begun.HEADING
    if line.startswith(">"):
        return Begun.QUOTATION
    if (item := ITEM.match(line)) is not None and not item["set_in"]:
        return Begun.LIST
    if line.startswith("|"):
        return Begun.TABLE
    if line.startswith("<!--"):
        return Begun.COMMENT
    if FOOTNOTE.match(line):
        return Begun.FOOTNOTE
    return Begun.PARAGRAPH


def chunks(text: str, first_line: int) -> Iterator[tuple[list[str], int]]:
    """The lines of each block, with the number of its first; `first_line` is that of the text in its file.

    Those that are set in as further paragraphs of the footnote or item before them go on with it, as in Markdown: a
    break parts them there. Items that are set in below others are items of their list.
    """
    before: tuple[list[str], int] | None = None
    for lines, line in _between_blanks(text, first_line):
        within = None if before is None else begun(before[0][0])
        set_in = within in (Begun.FOOTNOTE, Begun.LIST) and all(each.startswith(_SET_IN) for each in lines)
        if before is not None and set_in and within is Begun.LIST and ITEM.match(lines[0]):
            # The blank lines between stay, so that each item keeps its line.
            before[0].extend([""] * (line - before[1] - len(before[0])))
            before[0].extend(lines)
        elif before is not None and set_in:
            before[0][-1] = f"{before[0][-1].rstrip()}\\"
            before[0].extend(each.lstrip() for each in lines)
        else:
            if before is not None:
                yield before
            before = lines, line
    if before is not None:
        yield before


def _between_blanks(text: str, first_line: int) -> Iterator[tuple[list[str], int]]:
    """The lines between blank lines, with the number of the first; a heading is a chunk of its own."""
    chunk: list[str] = []
    start = first_line
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if chunk and (not line.strip() or (not escapes(chunk[-1]) and _begins_block(line, chunk))):
            yield chunk, start
            chunk = []
        if line.strip():
            start = start if chunk else number
            chunk.append(line)


def _begins_block(line: str, chunk: list[str]) -> bool:
    """Whether a line begins a block although none is blank above it: a heading, or what stands below one or below a
    whole comment; a note below a note; a list, quotation, table or comment below a paragraph; the next number below a
    paragraph with its number typed.
    """
    above, own = begun(chunk[0]), begun(line)
    if Begun.HEADING in (above, own):
        return True
    if above is Begun.COMMENT:
        return COMMENT.match("\n".join(chunk)) is not None
    if above is Begun.FOOTNOTE:
        return own is Begun.FOOTNOTE
    if above is not Begun.PARAGRAPH:
        return False
    if line.startswith(("- ", "> ", "|", "<!--")):
        return True
    if own is Begun.LIST:
        # A letter may stand first in a line by chance.
        return chunk[-1].rstrip().endswith(":")
    first, typed = NUMBER.match(chunk[0]), NUMBER.match(line)
    return first is not None and typed is not None and int(typed[1]) == int(first[1]) + 1


def joined_lines(lines: list[str]) -> str:
    """Lines as one text: a blank between them, or nothing after a backslash, which breaks the line."""
    out = ""
    for line in lines:
        stripped = line.lstrip(" \t")
        end = stripped.rstrip(" \t")
        if escapes(end) and end != stripped:
            end = stripped[: len(end) + 1]
        if out and escapes(out):
            out += "\n" + end
        else:
            out = f"{out} {end}" if out else end
    return out


def escapes(text: str) -> bool:
    """Whether `text` ends in a backslash that escapes what follows."""
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
