"""One canonical text of a document, from its page and from its PDF, so that the two can be compared word for word.

The canonical text is a list of lines, a block each, in reading order: masthead, cover, foot of page 1, text. White
space is collapsed. The call of a note is its mark where it stands; the note follows the block that calls it as
"[*] text". A paragraph begins with its number, a bullet with "• ", a picture is "[image] " and its alternative text.

The PDF is read by its structure tree and marked content, never by positions: so equality also proves the reading order.
"""

from __future__ import annotations

import ctypes
import difflib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["differences", "of_page", "of_pdf", "structure"]

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "li", "td", "th"}


def of_page(page: Any) -> list[str]:
    """The canonical text of a checked page (`precis.write.page.Page`)."""
    return [line for part in page.body for line in _lines_of(part)]


def _lines_of(element: Any) -> Iterator[str]:
    if element.tag == "img":
        yield f"[image] {element.get('alt')}"
    elif element.tag in _BLOCKS:
        if element.get("class") != "emblem":
            yield from _block_of(element)
    else:
        for child in element:
            yield from _lines_of(child)


def _block_of(element: Any) -> Iterator[str]:
    notes: list[str] = []
    line = _collapsed(_words_of(element, notes))
    yield f"• {line}" if element.tag == "li" else line
    yield from notes


def _words_of(element: Any, notes: list[str]) -> str:
    words = element.text or ""
    for child in element:
        if child.get("class") == "note":
            words += child.get("data-mark")
            notes.append(f"[{child.get('data-mark')}] {_collapsed(_words_of(child, []))}")
        else:
            words += " " if child.tag == "br" else _words_of(child, notes)
        words += child.tail or ""
    return words


def _collapsed(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")


@dataclass(frozen=True)
class Text:
    """A stretch of marked content: its words, and the page and the ends of the line it stands on."""

    words: str
    page: int
    begin: float
    end: float

    def goes_on(self, before: Text) -> bool:
        """Whether it stands on the line that `before` stands on; only white space depends on this."""
        return self.page == before.page and self.begin >= before.end - 0.5


@dataclass
class Element:
    """An element of a PDF's structure. Kids and texts are kept by their places in it: texts on each page apart."""

    role: str
    alt: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    parts: dict[tuple[int, int], Element | Text] = field(default_factory=dict)

    def in_order(self) -> list[Element | Text]:
        """Elements and texts in reading order."""
        return [part for _, part in sorted(self.parts.items(), key=lambda item: item[0])]

    def elements(self) -> list[Element]:
        """The elements in it, in reading order."""
        return [part for part in self.in_order() if isinstance(part, Element)]

    def texts(self) -> list[Text]:
        """All the texts in it, in reading order."""
        return [text for part in self.in_order() for text in ([part] if isinstance(part, Text) else part.texts())]

    def pages(self) -> list[int]:
        """The pages it has content on, from 1."""
        return sorted({text.page for text in self.texts()})

    def words(self) -> str:
        """All the words in it."""
        return _collapsed(_joined(self.texts()))


def _joined(texts: list[Text]) -> str:
    words, before = "", None
    for text in texts:
        words += text.words if before is None or text.goes_on(before) else f" {text.words}"
        before = text
    return words


def read_structure(data: bytes) -> Element:
    """The structure of a PDF, from its root.

    PDFium shows, for each page, the part of the tree that has content there, with every kid at its own place. The parts
    are put together by these places.
    """
    root = Element("StructTreeRoot")
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        texts = _texts_of(page, number + 1)
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            _read(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), root, index, texts)
        pdfium.FPDF_StructTree_Close(tree)
    return root


def _read(handle: Any, parent: Element, index: int, texts: dict[int, Text]) -> None:
    if not handle:
        return
    element = parent.parts.setdefault((index, 0), Element(_string(pdfium.FPDF_StructElement_GetType, handle)))
    assert isinstance(element, Element)
    element.alt = _string(pdfium.FPDF_StructElement_GetAltText, handle)
    element.attributes = _attributes(handle)
    for at in range(pdfium.FPDF_StructElement_CountChildren(handle)):
        mcid = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, at)
        if mcid in texts:
            element.parts[at, texts[mcid].page] = texts[mcid]
        _read(pdfium.FPDF_StructElement_GetChildAtIndex(handle, at), element, at, texts)


def _string(function: Any, *handle: Any) -> str:
    size = function(*handle, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(*handle, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _attributes(handle: Any) -> dict[str, str]:
    """The attributes of an element that are names, such as Scope or TextDecorationType."""
    found = {}
    for index in range(pdfium.FPDF_StructElement_GetAttributeCount(handle)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(handle, index)
        for at in range(pdfium.FPDF_StructElement_Attr_GetCount(attributes)):
            size = ctypes.c_ulong()
            pdfium.FPDF_StructElement_Attr_GetName(attributes, at, None, 0, size)
            name = ctypes.create_string_buffer(size.value)
            pdfium.FPDF_StructElement_Attr_GetName(attributes, at, name, size.value, size)
            value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name)
            if pdfium.FPDF_StructElement_Attr_GetType(value) == pdfium.FPDF_OBJECT_NAME:
                pdfium.FPDF_StructElement_Attr_GetStringValue(value, None, 0, size)
                text = ctypes.create_string_buffer(size.value)
                pdfium.FPDF_StructElement_Attr_GetStringValue(value, text, size.value, size)
                found[name.value.decode()] = text.raw.decode("utf-16-le").rstrip("\0")
    return found


def _texts_of(page: Any, number: int) -> dict[int, Text]:
    """The text of each marked content of a page.

    PDFium reads a wide blank as a distance and puts a blank of its own in for it; at the end of a marked content it
    does so for any distance, and that is no text.
    """
    words: dict[int, list[tuple[str, float]]] = defaultdict(list)
    reader = page.get_textpage()
    before, blank = -1, False
    for index in range(reader.count_chars()):
        if pdfium.FPDFText_IsGenerated(reader, index) == 1:
            blank = True
            continue
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(reader, index))
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(reader, index, x, y)
        if blank and mcid == before:
            words[mcid].append((" ", x.value))
        hyphen = pdfium.FPDFText_IsHyphen(reader, index) == 1
        words[mcid].append(("-" if hyphen else chr(pdfium.FPDFText_GetUnicode(reader, index)), x.value))
        before, blank = mcid, False
    # What PDFium has no characters for is nothing but blanks.
    for thing in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        if mcid not in words:
            left, _, right, _ = thing.get_bounds()
            words[mcid] = [(" ", left), (" ", right)]
    return {
        mcid: Text("".join(character for character, _ in found), number, found[0][1], found[-1][1])
        for mcid, found in words.items()
        if mcid >= 0
    }


def of_pdf(data: bytes) -> list[str]:
    """The canonical text of a PDF that this project wrote."""
    return list(_read_lines(read_structure(data)))


_LINES = {"P", "H1", "H2", "H3", "H4", "TH", "TD"}


def _read_lines(element: Element) -> Iterator[str]:
    if element.role == "Figure":
        yield f"[image] {element.alt}"
    elif element.role == "Note":
        mark, text = element.elements()
        yield f"[{mark.words()}] {text.words()}"
    elif element.role == "LI":
        bullet, body = element.elements()
        yield from _read_block(body, f"{bullet.words()} ")
    elif element.role in _LINES:
        yield from _read_block(element, "")
    else:
        for kid in element.elements():
            yield from _read_lines(kid)


def _read_block(element: Element, begin: str) -> Iterator[str]:
    """A block: its line, and after it the notes that stand at its end."""
    texts = []
    for part in element.in_order():
        if isinstance(part, Text):
            texts.append(part)
        elif part.role == "Lbl":
            begin += f"{part.words()} "
        elif part.role == "Span" and "TextDecorationType" in part.attributes:
            # The brackets about a change are for the eye.
            texts.extend(part.texts()[1:-1])
        elif part.role != "Note":
            texts.extend(part.texts())
    yield begin + _collapsed(_joined(texts))
    for part in element.elements():
        if part.role == "Note":
            yield from _read_lines(part)


def structure(data: bytes) -> str:
    """The structure of a PDF to read and compare: a line an element, with its pages and first words."""
    return "\n".join(_dump(element, 0) for element in read_structure(data).elements())


def _dump(element: Element, depth: int) -> str:
    pages = element.pages()
    where = f" (p. {'–'.join(str(page) for page in sorted({pages[0], pages[-1]}))})" if pages else ""
    names = "".join(f" {name}={value}" for name, value in sorted(element.attributes.items()) if name != "O")
    own = any(isinstance(part, Text) for part in element.in_order())
    words = f" | {_shortened(element.words())}" if own else f" | [{element.alt}]" if element.alt else ""
    line = f"{'  ' * depth}{element.role}{names}{where}{words}"
    return "\n".join((line, *(_dump(kid, depth + 1) for kid in element.elements())))


def _shortened(words: str) -> str:
    return words if len(words) <= 48 else f"{words[:47]}…"


def differences(expected: list[str], found: list[str]) -> list[str]:
    """The lines that differ, as a diff; a blank after a hyphen, dash or slash is forgiven: a line may end there."""
    ours, theirs = ([re.sub(r"(?<=[-‐–—/]) ", "", line) for line in lines] for lines in (expected, found))
    return [line for line in difflib.ndiff(ours, theirs) if line[0] in "+-"]
