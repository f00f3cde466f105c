"""The last step before WeasyPrint writes the file: structure, artifacts, links, metadata.

WeasyPrint is asked for PDF/A-2u, which it can make alone; what lies between that and PDF/A-2a with PDF/UA-1 is done
here (ISO 19005-2 clause 6.7, ISO 14289-1 clause 7), in the objects of the file, with no second pass over it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from precis.writers.pdf.actual_text import tell_blanks, words_in_order
from precis.writers.pdf.blanks import write_blanks
from precis.writers.pdf.metadata import packet
from precis.writers.pdf.streams import settle_streams
from precis.writers.pdf.tagging import mark_artifacts, tag_document
from precis.writers.pdf.tree import LEADER, Annotation, Content, Element, PaintedPage, document_tree

__all__ = ["VARIANT", "Finisher"]

VARIANT = "pdf/a-2u"

_PIXELS = 0.75
"""Points in a CSS pixel."""


class Finisher:
    """Watches WeasyPrint paint the pages of a document; called with its objects, finishes them."""

    def __init__(self, document: Any) -> None:
        self.pages: list[PaintedPage] = []
        self.streams: list[Any] = []
        self.breaks = write_blanks(page._page_box for page in document.pages)
        for number, page in enumerate(document.pages):
            page.paint = partial(self._paint, number, page, page.paint)

    def _paint(self, number: int, page: Any, paint: Callable[..., None], stream: Any, scale: float = 1) -> None:
        """Paint a page with marked content, and keep which box each stretch of it belongs to."""
        stream._tags = {}
        paint(stream, scale)
        _mark_empty_cells(page._page_box, stream)
        marked = {box: entry["mcid"] for box, entry in stream._tags.items()}
        told = words_in_order(marked, self.breaks)
        tell_blanks(stream, marked, self.breaks, told)
        self.pages.append(PaintedPage(number, page._page_box, marked, told))
        self.streams.append(stream)

    def __call__(self, document: Any, pdf: Any) -> None:
        """Finish the objects of the file."""
        root = document_tree(self.pages)
        _describe_links(root)
        tag_document(pdf, root, document.pages[0].height * _PIXELS)
        self._mark_artifacts(root)
        for number, reference in enumerate(pdf.pages["Kids"][::3]):
            pdf.objects[reference].update({"StructParents": number, "Tabs": "/S"})
        metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
        metadata.stream, metadata.compress = [packet(document.metadata)], False
        settle_streams(pdf)

    def _mark_artifacts(self, root: Element) -> None:
        """Running heads and feet, and the heads of a table on its further pages, are no content."""
        told = {
            (kid.page, kid.mcid) for element in root.descendants() for kid in element.kids if isinstance(kid, Content)
        }
        for page, stream in zip(self.pages, self.streams, strict=True):
            kinds = {
                page.marked[box]: "/Header" if margin.at_keyword.startswith("@top") else "/Footer"
                for margin in page.box.children
                if hasattr(margin, "at_keyword")
                for box in margin.descendants()
                if box in page.marked
            }
            rest = {mcid for mcid in page.marked.values() if (page.number, mcid) not in told}
            dots = {mcid for box, mcid in page.marked.items() if box.element_tag == LEADER}
            marks = {mcid: {"Type": "/Pagination", "Subtype": kinds.get(mcid, "")} for mcid in rest - dots}
            mark_artifacts(stream, marks | {mcid: {"Type": "/Layout"} for mcid in dots}, page.told)


def _mark_empty_cells(page_box: Any, stream: Any) -> None:
    """Mark nothing as the content of each empty cell: an element without content is on no page, and some readers of
    the structure go by pages.
    """
    from weasyprint.formatting_structure.boxes import LineBox, TableCellBox

    boxes = [page_box]
    while boxes:
        box = boxes.pop()
        if isinstance(box, TableCellBox) and not any(inside in stream._tags for inside in box.descendants()):
            with stream.marked(box, "Span"):
                pass
        # No cell stands in a line. What is set at a place of its own is none, and has none.
        boxes.extend(child for child in reversed(box.children) if not isinstance(child, LineBox))


def _describe_links(root: Element) -> None:
    """Say in words where each link leads: the text of the note it calls, or its own (ISO 14289-1, 7.18.5)."""
    import pydyf

    for element in root.descendants():
        for kid in element.kids:
            if isinstance(kid, Annotation):
                words = element.source.get("title") or "".join(element.source.itertext())
                kid.annotation["Contents"] = pydyf.String(" ".join(words.split()))
