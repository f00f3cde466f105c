"""A paragraph as a line: what its style, its number and its place say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from precis.model import Inline, Inlines, Run, joined, plain
from precis.reading.forms.docx.file import WordFile
from precis.reading.forms.docx.held import PAGE_END, Words
from precis.reading.forms.docx.markup import W, integer, switched, value
from precis.reading.forms.docx.names import OwnClass
from precis.reading.forms.docx.numbering import Printed
from precis.reading.forms.docx.styles import BODY, ParagraphStyle
from precis.reading.line import LineLook, Role, TextLine, cut

__all__ = ["Set", "as_one", "line_of", "without_bold"]

_TYPED_BULLET = re.compile(r"[•●▪·]\s*(?=\S)")
_PAGE_BEFORE, _OUTLINE = f"{W}pageBreakBefore", f"{W}outlineLvl"


@dataclass(slots=True)
class Set:
    """A paragraph as it is set: the `w:pPr` and the style, the words, and its place, counted from 1.

    `empty` says that it holds nothing that a line could.
    """

    properties: Any
    style: ParagraphStyle
    words: Words
    at: int | None
    empty: bool
    printed: Printed | None = None


def line_of(paragraph: Set, file: WordFile) -> TextLine:
    """The line of a paragraph that is not empty. The `level` of a heading that is not ours is its rank."""
    text = plain(paragraph.words.inlines)
    lead = text[: len(text) - len(text.lstrip())]
    page = PAGE_END in lead or bool(switched(_found(paragraph.properties, _PAGE_BEFORE)))
    inlines = cut(_with_breaks(paragraph.words.inlines), 0)
    outline = integer(value(paragraph.properties, _OUTLINE), paragraph.style.outline)
    own = _own_class(paragraph, outline, file, plain(inlines)) if file.own else None
    if own is not None:
        return _own_line(inlines, own, paragraph, page)
    return _by_style(inlines, paragraph, outline, file, lead.count("\t"), page)


def without_bold(inlines: Inlines) -> Inlines:
    """The text as it is where all of it is bold by its place."""
    return joined(replace(item, bold=False) if isinstance(item, Run) else item for item in inlines)


def as_one(lines: Sequence[TextLine]) -> Inlines:
    """The lines as one text, with the numbers and bullets that Word prints before them."""
    return joined(item for index, line in enumerate(lines) for item in _whole(line, first=index == 0))


def _whole(line: TextLine, *, first: bool) -> Iterator[Inline]:
    before = "" if first else "\n"
    if line.look is LineLook.BULLET:
        before += f"({line.label}) " if line.label else "• "
    if line.number is not None:
        before += f"{line.number}. "
    yield Run(before)
    yield from line.inlines


def _found(properties: Any, name: str) -> Any:
    return None if properties is None else properties.find(name)


def _with_breaks(inlines: Sequence[Inline]) -> Inlines:
    """The text where a page that ends in it by hand is a line that ends."""
    return tuple(
        replace(item, text=item.text.replace(PAGE_END, "\n"))
        if isinstance(item, Run) and PAGE_END in item.text
        else item
        for item in inlines
    )


def _own_class(paragraph: Set, outline: int, file: WordFile, text: str) -> OwnClass | None:
    numbered = paragraph.printed is not None and not paragraph.printed.bullet
    return file.names.own_class(paragraph.style.names, outline, numbered, "\t" in text)


def _own_line(inlines: Inlines, own: OwnClass, paragraph: Set, page: bool) -> TextLine:
    """The line of a paragraph that this project wrote."""
    printed = "" if paragraph.printed is None else paragraph.printed.text
    return TextLine(
        _labelled(inlines) if own.labelled else inlines,
        paragraph.at,
        own.look,
        own.role,
        own.level,
        re.sub(r"[\W_]", "", printed) if own.look is LineLook.BULLET else "",
        number=paragraph.printed.number if paragraph.printed is not None and own.numbered else None,
        after_page=page,
    )


def _labelled(inlines: Inlines) -> Inlines:
    """A label, whose italics are those of its place, and after a blank what it labels."""
    out: list[Inline] = []
    labelled = False
    for item in inlines:
        if labelled or not isinstance(item, Run):
            out.append(item)
            continue
        label, tab, rest = item.text.partition("\t")
        labelled = bool(tab)
        # A second tab has the dots that lead to the State of a Chair.
        out += [Run(label), Run(" " if tab else ""), replace(item, text=rest.replace("\t", " "))]
    return joined(out)


def _by_style(inlines: Inlines, paragraph: Set, outline: int, file: WordFile, indent: int, page: bool) -> TextLine:
    """The line that style, outline and number make of a paragraph of any file."""
    look, level = _look(paragraph, outline, file)
    printed, number = paragraph.printed, None
    bullet = _TYPED_BULLET.match(plain(inlines)) if look in (LineLook.TEXT, LineLook.BULLET) else None
    if bullet is not None:
        look, inlines = LineLook.BULLET, cut(inlines, bullet.end())
    if look is LineLook.TEXT and printed is not None:
        number = printed.number
    if printed is not None and printed.text and number is None:
        inlines = joined((Run(f"{printed.text} "), *inlines))
    role = None
    if file.own and look is LineLook.TEXT:
        role = Role.LINE if number is None else Role.PARAGRAPH
    return TextLine(inlines, paragraph.at, look, role, level, number=number, indent=indent, after_page=page)


def _look(paragraph: Set, outline: int, file: WordFile) -> tuple[LineLook, int]:
    """What a paragraph is by the name of its style, its place in the outline, or its bullet; and its rank."""
    meaning = file.names.meaning(paragraph.style.names)
    if meaning is None and outline < BODY:
        return LineLook.HEADING, outline + 1
    look = LineLook.TEXT if meaning is None else meaning.look
    if look is LineLook.TEXT and paragraph.printed is not None and paragraph.printed.bullet:
        return LineLook.BULLET, 0
    return look, 0 if meaning is None else meaning.rank
