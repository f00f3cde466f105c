"""A PDF read in this process: opened, looked at page by page, and given to the reader that its structure asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from precis.model import FileSpan, Finding, PrecisError
from precis.reading.forms.pdf.annotations import Annotation, files_inside
from precis.reading.forms.pdf.letters import text_layer
from precis.reading.forms.pdf.structure import Element, Marked, add_page, is_ours
from precis.reading.forms.pdf.tagged import tagged_lines
from precis.reading.forms.pdf.tags import Tags
from precis.reading.line import FileText

if TYPE_CHECKING:
    from precis.reading.forms.pdf.sheet import Sheet

__all__ = ["MOST_LETTERS", "MOST_PAGES", "read_here"]

MOST_PAGES = 2_000
"""Pages of a file; the longest records have less than a tenth."""
MOST_LETTERS = 5_000_000
"""Letters of a file."""
_MOST_OUTSIDE = 600
"""Letters of a page of ours that are in no element, at most: programs that put pages in leave all of theirs so."""
_DIVIDING = re.compile(r"TeX|Typst|InDesign|SILE")
"""Programs that divide words at the ends of lines unless they are told not to."""
_PASSWORD, _SECURITY = 4, 5
"""pdfium's numbers of the errors that a password would mend."""


def read_here(data: bytes, file: str, *, tagged: bool = True) -> FileText:
    """The lines of a PDF. Without `tagged`, any file is read by positions alone.

    Raises PrecisError for a file that is damaged, locked, too large, or has no text. Hostile files may take long:
    `precis.reading.forms.pdf.read_pdf` reads in a process with limits.
    """
    root = Element()
    apart: list[Sequence[str]] = []
    tags = Tags()
    sheets: list[Sheet] = []
    letters = 0
    ours = False
    beside: list[Finding] = []
    with _document(data, file) as document:
        divides = bool(_DIVIDING.search(" ".join(map(document.get_metadata_value, ("Producer", "Creator")))))
        for name in files_inside(document.raw):
            reason = "a file inside the file, which is not read; save it apart, and give that"
            beside.append(Finding("file-inside", FileSpan(file, unit="page"), "text", reason, old=name))
        for number in range(1, _page_count(document, file) + 1):
            with _page(document, number, file) as page, text_layer(page, number, file) as text:
                marked = Marked({}, ())
                if tagged and (number == 1 or root.slots):
                    marked = add_page(root, page, text, said=ours or number == 1)
                    apart.append(marked.outside)
                ours = ours or (number == 1 and is_ours(root))
                if not ours:
                    from precis.reading.forms.pdf.sheet import sheet_of

                    sheets.append(sheet_of(text.placed(), tags.of_marks(marked.elements)))
                beside += [_told(note, FileSpan(file, number, "page")) for note in text.annotations()]
                letters += text.length
            if letters > MOST_LETTERS:
                message = f"has more than {MOST_LETTERS:,} characters; give one record at a time"
                raise PrecisError.one("pdf-long", message, FileSpan(file))
    if ours and any(sum(map(len, outside)) > _MOST_OUTSIDE for outside in apart):
        return read_here(data, file, tagged=False)
    if ours:
        lines = tagged_lines(root, apart, file)
        return replace(lines, findings=(*lines.findings, *beside))
    if not any(sheet.rows for sheet in sheets):
        count = f"{len(sheets)} pages" if len(sheets) > 1 else "1 page"
        message = f"has {count} and no text on any; if they are pictures of a text, run OCR first, as with ocrmypdf"
        raise PrecisError.one("pdf-no-text", message, FileSpan(file))
    from precis.reading.forms.pdf.placing import placed_lines

    lines = placed_lines(sheets, file, divides=divides)
    return replace(lines, findings=(*lines.findings, *beside))


def _told(note: Annotation, place: FileSpan) -> Finding:
    """What a reader of the page marked, with the words on which it stands."""
    by = f" by {note.author[:80]}" if note.author else ""
    says = f": {note.says!r}" if note.on and note.says else ""
    return Finding("annotation", place, "text", f"{note.done}{by}, marked on the page{says}", note.on or note.says)


@contextmanager
def _document(data: bytes, file: str) -> Iterator[Any]:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
            message = "is locked by a password; save a copy without it, and give that"
            raise PrecisError.one("pdf-locked", message, FileSpan(file)) from error
        message = "is damaged or no PDF; get it again, or save it anew from the program that made it"
        raise PrecisError.one("pdf-damaged", message, FileSpan(file)) from error
    try:
        yield document
    finally:
        document.close()


def _page_count(document: Any, file: str) -> int:
    count = len(document)
    if count > MOST_PAGES:
        message = f"has {count:,} pages; a record has less than 100, and no more than {MOST_PAGES:,} are read"
        raise PrecisError.one("pdf-pages", message, FileSpan(file))
    if count == 0:
        raise PrecisError.one("pdf-damaged", "has no pages; get it again", FileSpan(file))
    return count


@contextmanager
def _page(document: Any, number: int, file: str) -> Iterator[Any]:
    import pypdfium2 as pdfium

    try:
        page = document[number - 1]
    except pdfium.PdfiumError as error:
        message = "cannot be read: the file is damaged; get it again"
        raise PrecisError.one("pdf-damaged", message, FileSpan(file, number, "page")) from error
    try:
        yield page
    finally:
        page.close()
