"""One canonical text of a document, from its page, its PDF and its HTML, so that the two can be compared word for word.

The canonical text is a list of lines, a block each, in reading order: masthead, cover, foot of page 1, text. White
space is collapsed. The call of a note is its mark where it stands; the note follows the block that calls it as
"[*] text". A paragraph begins with its number, a bullet with "• ", a picture is "[image] " and its alternative text.

The PDF is read by its structure tree and marked content, never by positions: so equality also proves the reading order.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from tests.support.pdf_file import Name, PdfFile

__all__ = ["differences", "of_html", "of_page", "of_pdf", "structure"]

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "li", "td", "th"}


def of_page(page: Any) -> list[str]:
    """The canonical text of a checked page (`precis.writers.page.Page`)."""
    return [line for part in page.body for line in _lines_of(part)]


def _lines_of(element: Any) -> Iterator[str]:
    if element.tag in ("img", "svg"):
        yield f"[image] {element.get('alt') or element.get('aria-label')}"
    elif element.tag in _BLOCKS:
        if element.get("class") != "emblem":
            yield from _block_of(element)
    else:
        for child in element:
            yield from _lines_of(child)


def _block_of(element: Any) -> Iterator[str]:
    notes: list[str] = []
    line = _collapsed(_words_of(element, notes))
    lettered = any(child.get("class") == "number" for child in element)
    yield f"• {line}" if element.tag == "li" and not lettered else line
    yield from notes
    for inner in element.iterchildren("ul", "ol"):
        yield from _lines_of(inner)


def _words_of(element: Any, notes: list[str]) -> str:
    words = element.text or ""
    for child in element:
        if child.get("class") == "note":
            words += child.get("data-mark")
            notes.append(f"[{child.get('data-mark')}] {_collapsed(_words_of(child, []))}")
        elif child.tag in ("img", "svg"):
            words += f"[image] {child.get('alt') or child.get('aria-label')}"
        elif child.tag not in ("ul", "ol"):
            words += " " if child.tag == "br" else _words_of(child, notes)
        words += child.tail or ""
    return words


def _collapsed(text: str) -> str:
    """The words with one blank between them. A font has one glyph for a blank, whether a line may end there or not.

    A word joiner shows nothing, and is no part of the words.
    """
    return " ".join(text.replace("\u2060", "").split())


def of_html(text: str) -> list[str]:
    """The canonical text of an HTML file that this project wrote: its notes put back where they are called."""
    body = html.document_fromstring(text).find("body")
    notes = {note.get("id"): note for note in body.iter("p") if (note.get("id") or "").startswith("note-")}
    for link in list(body.iter("a")):
        if link.get("role") == "doc-noteref":
            note = notes[link.get("href")[1:]]
            mark = note[0].text
            note.text = f"{note.text or ''}{note[0].tail}"
            del note[0]
            note.tag, note.tail = "span", link.getparent().tail
            note.attrib.update({"class": "note", "data-mark": mark})
            link.getparent().getparent().replace(link.getparent(), note)
    parts = [part for part in (*body, *body.find("main")) if part.get("class") not in ("notice", "notes", None)]
    return [line for part in parts for line in _lines_of(part)]


@dataclass
class Element:
    """An element of a PDF's structure; its parts are elements and texts, in reading order."""

    role: str
    alt: str = ""
    title: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Element | str] = field(default_factory=list)
    own_pages: set[int] = field(default_factory=set)

    def elements(self) -> list[Element]:
        """The elements in it."""
        return [part for part in self.parts if isinstance(part, Element)]

    def text(self) -> str:
        """All the text in it, without the brackets that stand about a change for the eye."""
        text = "".join(part if isinstance(part, str) else part.text() for part in self.parts)
        return re.sub(r"^.|[^ ](?= *$)", "", text) if "TextDecorationType" in self.attributes else text

    def words(self) -> str:
        """All the words in it, white space collapsed."""
        return _collapsed(self.text())

    def pages(self) -> set[int]:
        """The pages it has content on, from 1."""
        return self.own_pages.union(*(element.pages() for element in self.elements()))


def read_structure(data: bytes) -> Element:
    """The structure of a PDF, from its root."""
    file = PdfFile(data)
    pages = file.pages()
    texts = {page: file.marked_texts(page) for page in pages}
    numbers = {page: number for number, page in enumerate(pages, start=1)}

    def read(entry: Any) -> Element:
        attributes = {
            name: str(value) for name, value in file.get(entry.get("A", {})).items() if isinstance(value, Name)
        }
        element = Element(
            entry.get("S", "Root"), _string(entry.get("Alt", b"")), _string(entry.get("T", b"")), attributes
        )
        for kid in file.get(entry["K"]):
            value = file.get(kid)
            if isinstance(value, dict) and "S" in value:
                element.parts.append(read(value))
            elif isinstance(value, int) or value["Type"] == "MCR":
                page = entry["Pg"] if isinstance(value, int) else value["Pg"]
                element.parts.append(texts[page][value if isinstance(value, int) else value["MCID"]])
                element.own_pages.add(numbers[page])
        return element

    return read(file.get(file.catalog["StructTreeRoot"]))


def _string(data: bytes) -> str:
    return data[2:].decode("utf-16-be") if data.startswith(b"\xfe\xff") else data.decode("latin-1")


def of_pdf(data: bytes) -> list[str]:
    """The canonical text of a PDF that this project wrote."""
    return list(_read_lines(read_structure(data)))


_LINES = {"P", "H1", "H2", "H3", "H4", "TH", "TD", "Caption"}


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
    text, notes = begin, []
    for part in element.parts:
        if isinstance(part, Element) and part.role in ("Note", "L"):
            notes.append(part)
        elif isinstance(part, Element) and part.role == "Figure":
            text += f"[image] {part.alt}"
        else:
            text += part if isinstance(part, str) else part.text()
    yield _collapsed(text)
    for note in notes:
        yield from _read_lines(note)


def structure(data: bytes) -> str:
    """The structure of a PDF to read and compare: a line an element, with its pages and first words."""
    return "\n".join(_dump(element, 0) for element in read_structure(data).elements()) + "\n"


def _dump(element: Element, depth: int) -> str:
    pages = element.pages()
    where = f" (p. {'–'.join(str(page) for page in sorted({min(pages), max(pages)}))})" if pages else ""
    names = "".join(f" {name}={value}" for name, value in sorted(element.attributes.items()) if name != "O")
    title = f" {element.title}" if element.title else ""
    own = any(isinstance(part, str) for part in element.parts) and element.role != "Figure"
    words = f" | {_shortened(element.words())}" if own else f" | [{element.alt}]" if element.alt else ""
    line = f"{'  ' * depth}{element.role}{title}{names}{where}{words}"
    return "\n".join((line, *(_dump(kid, depth + 1) for kid in element.elements())))


def _shortened(words: str) -> str:
    return words if len(words) <= 48 else f"{words[:47]}…"


def differences(expected: list[str], found: list[str]) -> list[str]:
    """The lines that differ, as a diff."""
    return list(difflib.unified_diff(expected, found, "expected", "found", lineterm="", n=0))
