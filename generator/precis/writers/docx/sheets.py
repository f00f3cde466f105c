"""Sheets in WordprocessingML: each begins a page, and columns side by side are sections with columns (clause 17.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from precis.writers.docx.blocks import block_of, blocks_of, column_end
from precis.writers.docx.markup import w
from precis.writers.docx.settings import Section, section
from precis.writers.docx.writer import Writer

__all__ = ["sheets"]

_THIN = 20
"""Twips of the paragraph that ends a section; it shows nothing."""

References = tuple[Mapping[str, str], Mapping[str, str]]
"""The `r:id` of the heads and of the feet, by their kinds of pages."""


def sheets(writer: Writer, references: References) -> str:
    """The sheets of a page, with the section that ends them all."""
    flow = _Flow(writer, references)
    found = writer.page.body.findall("section[@class='sheet']")
    return "".join((*(part for sheet in found for part in _sheet(sheet, flow, writer)), flow.last()))


def _sheet(sheet: Any, flow: _Flow, writer: Writer) -> Iterator[str]:
    if sheet.getprevious() is not None:
        yield flow.turn((), "nextPage")
    writer.step = int(sheet.get("data-leading", 0))
    writer.above = 0
    for block in sheet:
        if block.get("class") == "columns":
            own = writer.style.arrangements[block.get("data-arrangement")]
            widths = _same_from_both_sides(own) if writer.style.rtl else own
            yield flow.turn(widths, "continuous")
            flow.used = True
            for number, column in enumerate(block):
                writer.part_of_width = Fraction(widths[number], own[number])
                yield _column(column, writer, first=number == 0)
            writer.part_of_width = Fraction(1)
        else:
            yield flow.turn((), "continuous")
            flow.used = True
            yield _block(block, writer)


def _same_from_both_sides(widths: tuple[int, ...]) -> tuple[int, ...]:
    """Columns of one width: programs differ in whether a page from right to left has its first column on the right.

    ECMA-376 17.6.3 says so, and LibreOffice takes the widths from the left.
    """
    return (sum(widths) // len(widths),) * len(widths)


def _column(column: Any, writer: Writer, *, first: bool) -> str:
    writer.above, writer.ends_column = 0, not first
    content = ""
    if not first and (not len(column) or column[0].tag == "table"):
        content = w("p", w("pPr", w("spacing", line=_THIN, lineRule="exact")), column_end(writer))
    return content + "".join(_block(block, writer) for block in column)


def _block(block: Any, writer: Writer) -> str:
    if block.get("class") != "box":
        return block_of(block, writer)
    writer.boxed = True
    writer.above = 0 if writer.above == 0 else writer.style.box["before"]
    content = blocks_of(block, writer)
    writer.boxed = False
    return content


def _space(height: int) -> str:
    """A paragraph that only keeps room: LibreOffice takes the one that ends a section for nothing."""
    return w("p", w("pPr", w("spacing", before=0, after=0, line=height, lineRule="exact")))


@dataclass(slots=True)
class _Flow:
    """The section that is being written, and whether anything stands in it yet."""

    writer: Writer
    references: References
    own: Section = field(default_factory=lambda: Section(first=True))
    used: bool = False

    def turn(self, columns: tuple[int, ...], begins: str) -> str:
        """The end of the section written so far, if the next has other columns or begins a page."""
        if begins == "continuous" and columns == self.own.columns:
            return ""
        if not self.used:
            self.own = replace(self.own, columns=columns)
            return ""
        ended = _space(self.writer.style.columns["before"]) if columns else ""
        ended += w("p", w("pPr", w("spacing", before=0, after=0, line=_THIN, lineRule="exact"), self._section()))
        first = self.own.first and begins == "continuous"
        self.own = Section(begins, columns, first=first, titled=False)
        self.used = False
        return ended

    def last(self) -> str:
        """The section of the end of the text."""
        return self._section()

    def _section(self) -> str:
        # Only the first names heads and feet: those that follow go on with them.
        heads, feet = self.references if self.own.titled else ({}, {})
        return section(self.writer.style, heads, feet, self.own)
