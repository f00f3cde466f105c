"""The words of a file, taken from it without the readers: by poppler, from the XML, by the parser of HTML in Python."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lxml import etree

from tests.support.office import needed

__all__ = ["words_of"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li td th tr div br hr blockquote section aside body".split())
_SILENT = frozenset(("style", "script", "title"))


def words_of(path: Path) -> str:
    """The words of a file, a line for each paragraph or line of print."""
    return _FORMS[path.suffix](path)


def _of_pdf(path: Path) -> str:
    program = needed("pdftotext", "poppler-utils")
    return subprocess.run((program, "-raw", path, "-"), capture_output=True, check=True).stdout.decode()


def _of_docx(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        parts = [name for name in packed.namelist() if name.startswith("word/") and name.endswith(".xml")]
        roots = [etree.fromstring(packed.read(name)) for name in parts]
    paragraphs = [each for root in roots for each in root.iter(f"{_W}p")]
    return "\n".join("".join(_said(each, f"{_W}t", {f"{_W}tab": "\t"})) for each in paragraphs)


def _said(paragraph: Any, text: str, others: Mapping[str, str]) -> Iterator[str]:
    for element in paragraph.iter(text, *others):
        yield (element.text or "") if element.tag == text else others[element.tag]


def _of_odt(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        body = etree.fromstring(packed.read("content.xml")).find("{*}body")
    return "\n".join("".join(_without_notes(each)) for each in body.iter(f"{_TEXT}p", f"{_TEXT}h"))


def _without_notes(element: Any) -> Iterator[str]:
    """The words of a paragraph, with the calls of its notes and without these, which have paragraphs of their own."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}note":
            yield child.findtext(f"{_TEXT}note-citation") or ""
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}s"):
            yield " "
        else:
            yield from _without_notes(child)
        yield child.tail or ""


class _Page(HTMLParser):
    """Gathers the words of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent += tag in _SILENT
        self.words += ["\n"] if tag in _BLOCKS else []

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        self.words += ["\n"] if tag in _BLOCKS else []

    def handle_data(self, data: str) -> None:
        self.words += [] if self.silent else [data.replace("\n", " ")]


def _of_html(path: Path) -> str:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return "".join(page.words)


_FORMS: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {".pdf": _of_pdf, ".docx": _of_docx, ".odt": _of_odt, ".html": _of_html}
)
