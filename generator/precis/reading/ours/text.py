"""The text of a record from lines that say what they are: each line is what its style names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from precis.language.wording import Wording
from precis.model import Coverage, Footnote, Heading, Line, LineKind, List, Paragraph, Quotation, Table, joined
from precis.reading.cover.parts import ReadLine, settle_line
from precis.reading.draft import CoverDraft
from precis.reading.line import LineLook, Role, TextLine, cut
from precis.reading.ours.strict import read_printed, said_with_gaps
from precis.reading.text.body import Body
from precis.reading.text.signs import NUMBER

__all__ = ["Places", "read_placed_text", "sort_placed"]

_OF_TEXT = (Role.LINE, Role.PARAGRAPH, Role.TABLE_CAPTION, Role.TABLE_SOURCE)
_KINDS = {
    "meeting": LineKind.MEETING,
    "discussion": LineKind.DISCUSSION,
    "part": LineKind.PART,
    "public_part": LineKind.PART,
}


@dataclass(frozen=True, slots=True)
class Places:
    """The lines of a file by their places: the cover, its starred notes, the text with its footnotes."""

    cover: Sequence[TextLine]
    notes: Sequence[TextLine]
    text: Sequence[TextLine]


def sort_placed(lines: Sequence[TextLine]) -> Places:
    """Sort lines by what their styles say; one of no place goes with the line before it."""
    cover: list[TextLine] = []
    notes: list[TextLine] = []
    text: list[TextLine] = []
    home = cover
    for line in lines:
        if line.look is LineLook.FOOTNOTE:
            (notes if line.label.startswith("*") else text).append(line)
            continue
        if line.role in _OF_TEXT or (line.role is None and line.look is not LineLook.TEXT):
            home = text
        elif line.role is not None:
            home = cover
        home.append(line)
    return Places(cover, notes, text)


def read_placed_text(lines: Sequence[TextLine], wording: Wording, draft: CoverDraft) -> Body:
    """The blocks of the text. Its opening and its closing line go to the draft."""
    body = Body()
    body.footnotes.extend(Footnote(line.label, line.inlines) for line in lines if line.look is LineLook.FOOTNOTE)
    lines = [line for line in lines if line.look is not LineLook.FOOTNOTE]
    ends: tuple[tuple[Literal["opening", "closing"], int], ...] = (("opening", 0), ("closing", -1))
    for name, place in ends:
        if lines and lines[place].role is Role.LINE and _read_end(name, lines[place], wording, draft):
            del lines[place]
    above: Role | None = None
    for line in lines:
        _add(line, above, body)
        above = line.role
    return body


def _read_end(name: Literal["opening", "closing"], line: TextLine, wording: Wording, draft: CoverDraft) -> bool:
    """Whether the line opens or closes the text; then that is read. A gap stands for a line that is not known."""
    found = read_printed([f"{kind}_{name}" for kind in _KINDS], said_with_gaps(line.inlines), wording)
    if found is None:
        return False
    formula, values = found
    if values["time"] is not None:
        draft.end(name).read(Line(values["time"], _KINDS[formula.removesuffix(f"_{name}")]), line.at)
        partial = draft.coverage.value is Coverage.PARTIAL
        settle_line(ReadLine(name, line.text, line.at), partial, wording, draft)
    return True


def _add(line: TextLine, above: Role | None, body: Body) -> None:
    """Add a line to the blocks: as one of its own, or to the quotation, list or table that it goes on with.

    `above` is the role of the line before it.
    """
    last = None if line.begins else body.last
    match line.look:
        case LineLook.HEADING:
            body.add(Heading(line.level, line.inlines), line.at)
        case LineLook.QUOTATION if isinstance(last, Quotation):
            body.blocks[-1] = Quotation((*last.paragraphs, line.inlines))
        case LineLook.QUOTATION:
            body.add(Quotation((line.inlines,)), line.at)
        case LineLook.BULLET if isinstance(last, List):
            body.blocks[-1] = last.with_item(line.inlines, line.level or 1, line.label)
        case LineLook.BULLET:
            body.add(List(()).with_item(line.inlines, 1, line.label), line.at)
        case LineLook.ROW if isinstance(last, Table) and len(last.head) == len(line.cells):
            body.blocks[-1] = replace(last, rows=(*last.rows, line.cells))
        case LineLook.ROW if above is Role.TABLE_CAPTION and isinstance(body.last, Paragraph):
            caption, at = body.last.inlines, body.lines[-1]
            del body.blocks[-1], body.lines[-1]
            body.add(Table(line.cells, (), line.aligns, caption), at)
        case LineLook.ROW:
            body.add(Table(line.cells, (), line.aligns), line.at)
        case LineLook.TEXT if line.role is Role.TABLE_SOURCE and isinstance(last, Table) and not last.source:
            body.blocks[-1] = replace(last, source=line.inlines)
        case LineLook.TEXT:
            body.add(_paragraph(line), line.at)


def _paragraph(line: TextLine) -> Paragraph:
    """A paragraph. One that was typed in since, in a style of no place, may have its number among its words."""
    match = NUMBER.match(line.text) if line.role is None and line.number is None else None
    if match is None or match.end() == len(line.text):
        return Paragraph(line.number, joined(line.inlines))
    return Paragraph(int(match[1]), cut(line.inlines, match.end()))
