"""The blocks of a page: paragraphs, quotations, lists, tables and the end rule into WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from precis.writers.docx.inline import PLAIN, Look, Piece, pieces_of
from precis.writers.docx.markup import w
from precis.writers.docx.sheet_tables import sheet_table
from precis.writers.docx.styles import bullet_levels, paragraph_spacing
from precis.writers.docx.vocabulary import misplaced
from precis.writers.docx.writer import Writer
from precis.writers.lettered import ITEM_CLASSES, lettered, level_of
from precis.writers.style import PageClass, ParagraphStyle

__all__ = ["block_of", "blocks_of", "column_end"]


def blocks_of(section: Any, writer: Writer) -> str:
    """The blocks inside a section, a quotation or a list."""
    return "".join(block_of(element, writer) for element in section)


def block_of(element: Any, writer: Writer) -> str:
    """A block by its tag."""
    if element.tag not in _BLOCKS:
        raise misplaced(element)
    return _BLOCKS[element.tag](element, writer)


def _paragraph(element: Any, writer: Writer) -> str:
    """A paragraph or heading of a class of the house style."""
    page_class = writer.page_class(element)
    pieces = [_led(piece, page_class) for piece in pieces_of(element)]
    change = _change_of_all(pieces)
    if page_class.style.heading_tab is not None:
        # The first tab is the place of a heading's number, the second leads to the indent (docs/conventions.md §1.2).
        pieces = [Piece("tab", Look(change=change))] * 2 + pieces
    mark = "" if change is None else w("rPr", writer.tracked(change))
    properties = w("pPr", _properties(element, page_class, writer), mark)
    return w("p", properties, column_end(writer), writer.anchored(element, writer.runs(pieces, writer.main)))


def _led(piece: Piece, page_class: PageClass) -> Piece:
    """What leads to a State: dots, where its class has them."""
    if piece.kind != "leader":
        return piece
    return Piece("tab", piece.look) if page_class.leader else Piece("text", piece.look, " ")


def column_end(writer: Writer) -> str:
    """The end of the column before, where the next paragraph begins another."""
    ends, writer.ends_column = writer.ends_column, False
    return w("r", w("br", type="column")) if ends else ""


def _change_of_all(pieces: list[Piece]) -> Any:
    """The change that the whole paragraph is part of, if there is one: then its mark is too."""
    changes = {piece.look.change for piece in pieces}
    return changes.pop() if len(changes) == 1 else None


def _properties(element: Any, page_class: PageClass, writer: Writer) -> str:
    style = page_class.style
    begins_page, writer.break_pending = writer.break_pending, False
    above, writer.above = 0 if begins_page else writer.above, None
    own = style.led(writer.step)
    number, level = _number(element, page_class, writer)
    return "".join(
        (
            writer.paragraph_style(style.id),
            w("keepNext") if _rule_follows(element) else _let_go(element, style),
            w("pageBreakBefore") if begins_page else "",
            "" if number is None else w("numPr", w("ilvl", val=level), w("numId", val=number)),
            _tabs(element, page_class, writer),
            writer.direction(element),
            # Nothing stands above the first line of a page (docs/conventions.md §8).
            paragraph_spacing(own, before=above) if own is not style or above not in (None, style.before) else "",
            writer.sheet.outline(page_class),
        )
    )


def _tabs(element: Any, page_class: PageClass, writer: Writer) -> str:
    """The tabs behind a label, before a State and before what stands at the other end of the line."""
    width = writer.style.text_width
    tabs = "" if page_class.label_tab is None else w("tab", val="left", pos=page_class.label_tab)
    if page_class.leader:
        tabs += w("tab", val="right", leader="dot", pos=width - page_class.style.right)
    if _has_end(element):
        tabs += w("tab", val="right", pos=width)
    return w("tabs", tabs) if tabs else ""


def _number(element: Any, page_class: PageClass, writer: Writer) -> tuple[int | None, int]:
    """The `w:numId` by which Word counts a paragraph, and its level; None where its style says it, or it has none."""
    if element in writer.letters:
        return writer.letters[element]
    if page_class.number_tab is not None:
        return writer.numbering.number(page_class, element.findtext("span", "").strip()), 0
    if page_class.bullet and page_class.style.id not in writer.sheet.numbered:
        levels = next(levels for levels in bullet_levels(writer.style) if page_class in levels)
        return writer.numbering.bullets(levels), levels.index(page_class)
    return None, 0


def _let_go(element: Any, style: ParagraphStyle) -> str:
    """That a heading in a column is not kept with its words: they stay together, and LibreOffice moves what follows."""
    in_column = any(each.get("class") == "column" for each in element.iterancestors())
    return w("keepNext", val=0) if style.keep and in_column else ""


def _has_end(element: Any) -> bool:
    """Whether a part of its line stands at the other end."""
    return any(child.get("class") == "end" for child in element)


def _rule_follows(element: Any) -> bool:
    """Whether the end rule comes next; it never stands alone on a page."""
    following = element.getnext()
    return following is not None and following.tag == "hr"


def _container(element: Any, writer: Writer) -> str:
    """The paragraphs of a quotation or list; a line without height parts it from one of its kind above.

    Nothing else in a Word file would say where the first ends.
    """
    if element.tag == "ul":
        _count_letters(element, writer)
    above = element.getprevious()
    parted = above is not None and above.tag == element.tag
    line = w("p", w("pPr", w("spacing", line=1, lineRule="exact"))) if parted else ""
    return line + blocks_of(element, writer)


def _count_letters(element: Any, writer: Writer) -> None:
    """Let Word count the letters of a list."""
    found = zip(element, lettered(element), strict=True)
    items = [(each, level_of(each), item) for each, item in found if item is not None]
    if items:
        classes = [writer.style.classes[name] for name in ITEM_CLASSES]
        numbers = writer.numbering.letters([(level, item) for _, level, item in items], classes)
        writer.letters.update(
            {each: (number, level - 1) for (each, level, _), number in zip(items, numbers, strict=True)}
        )


def _end_rule(_element: Any, writer: Writer) -> str:
    """A short line in the middle of the text: the border of a paragraph that is as narrow as the line is long."""
    end = writer.style.end
    side = (writer.style.text_width - end["width"]) // 2
    thickness = end["rule"] * 20 // 8
    writer.break_pending = False
    return w(
        "p",
        w(
            "pPr",
            w("pBdr", w("top", val="single", sz=end["rule"], space=0, color="auto")),
            w("spacing", before=end["before"], line=thickness, lineRule="exact"),
            w("ind", left=side, right=writer.style.text_width - end["width"] - side),
        ),
    )


def _table(element: Any, writer: Writer) -> str:
    """A table whose heads are repeated on each page, and the space below it."""
    if writer.style.tables:
        return sheet_table(element, writer)
    table = writer.style.table
    rows = list(element.iter("tr"))
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return ""
    widths = _widths(element, writer.style.text_width - table["left"] - table["right"], columns)
    properties = w(
        "tblPr",
        w("bidiVisual") if writer.style.rtl else "",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=table["left"], type="dxa"),
        w("tblBorders", _rule("top", table["rule_top"]), _rule("bottom", table["rule_bottom"])),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=table["gutter"], type="dxa")),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        _caption(element),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    content = "".join(_row(row, widths, writer) for row in rows)
    following = element.getnext()
    if following is not None and following.get("class") == "table-source":
        return w("tbl", properties, grid, content)
    below = w("p", w("pPr", w("spacing", line=table["after"], lineRule="exact")))
    return w("tbl", properties, grid, content) + below


def _caption(table: Any) -> str:
    """The title of a table for those who do not see the page (clause 17.4.61): the words of the caption above it."""
    above = table.getprevious()
    if above is None or above.get("class") != "table-caption":
        return ""
    words = "".join(piece.text for piece in pieces_of(above) if piece.kind == "text")
    return w("tblCaption", val=words)


def _widths(table: Any, whole: int, columns: int) -> list[int]:
    """The widths of so many columns in twips, as the table has them in parts of their sum; together the whole."""
    parts = [int(width) for width in table.get("data-widths", "").split()] or [1] * columns
    ends = [whole * sum(parts[:count]) // sum(parts) for count in range(columns + 1)]
    return [end - start for start, end in pairwise(ends)]


def _rule(side: str, thickness: int) -> str:
    return w(side, val="single", sz=thickness, space=0, color="auto")


def _row(row: Any, widths: list[int], writer: Writer) -> str:
    head = row.getparent().tag == "thead"
    repeated = w("tblHeader") if head else ""
    cells = (_cell(cell, width, writer, head=head) for cell, width in zip(row, widths, strict=False))
    change = _change_of_all([piece for cell in row for piece in pieces_of(cell)])
    tracked = "" if change is None else writer.tracked(change)
    return w("tr", w("trPr", w("cantSplit"), repeated, tracked), *cells)


def _cell(cell: Any, width: int, writer: Writer, *, head: bool) -> str:
    page_class = writer.style.classes["cell"]
    rule = w("tcBorders", _rule("bottom", writer.style.table["rule_head"])) if head else ""
    last = w("tcMar", w("right", w=0, type="dxa")) if cell.getnext() is None else ""
    low = w("vAlign", val="bottom") if head else ""
    pieces = pieces_of(cell, replace(PLAIN, bold=head))
    content = writer.anchored(cell, writer.runs(pieces, writer.main))
    align = cell.get("class")
    aligned = w("jc", val=align) if align in ("center", "right") else ""
    properties = w("pPr", _properties(cell, page_class, writer), aligned)
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), rule, last, low), w("p", properties, content))


_BLOCKS: Mapping[str, Callable[[Any, Writer], str]] = {
    "p": _paragraph,
    "h1": _paragraph,
    "h2": _paragraph,
    "h3": _paragraph,
    "h4": _paragraph,
    "li": _paragraph,
    "blockquote": _container,
    "ul": _container,
    "table": _table,
    "hr": _end_rule,
}
