"""The letters and digits of a Word file, taken from its XML alone, and those that a reading of it has.

Of alternatives that show the same (mc:AlternateContent) only the first with words counts. Heads and feet count once
each, since a reading tells a text that stands in several of them once.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from precis.model import Call, Gap, Inlines
from precis.reading.line import FileText, TextLine

__all__ = ["letters_read", "lost"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
NAMES = re.compile(r"word/(document|footnotes|endnotes|comments|header[^/]*|footer[^/]*)\.xml")
TEXTS = (f"{W}t", f"{W}delText", MATH)


def lost(data: bytes, text: FileText) -> list[str]:
    """What a reading lacks of a file: its letters, in order, then the words of heads and feet it never has."""
    wanted: Counter[str] = Counter()
    heads: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            root = etree.fromstring(packed.read(name)) if NAMES.fullmatch(name) else None
            if root is not None and root.tag in (f"{W}hdr", f"{W}ftr"):
                heads += [words for each in root.iter(f"{W}p") for words in _words(each).split("\t")]
            elif root is not None:
                wanted.update(_letters(_words(root)))
    read = "".join(_wholes(text))
    return [*sorted((wanted - letters_read(text)).elements()), *(each for each in heads if _letters(each) not in read)]


def letters_read(text: FileText) -> Counter[str]:
    """The letters of the lines and findings of a reading, with how many there are of each."""
    return Counter("".join(_wholes(text)))


def _wholes(text: FileText) -> Iterator[str]:
    yield from (_letters(_line(line)) for line in text.lines)
    yield from (_letters(finding.old) for finding in text.findings)


def _line(line: TextLine) -> str:
    mark = line.label if line.look == "footnote" and not line.label.isdigit() else ""
    return mark + (" ".join(map(_inlines, line.cells)) if line.cells else _inlines(line.inlines))


def _inlines(inlines: Inlines) -> str:
    return "".join(
        item.label if isinstance(item, Call) else item.lacks if isinstance(item, Gap) else item.text for item in inlines
    )


def _words(element: Any) -> str:
    if element.tag in TEXTS:
        return element.text or ""
    if element.tag == f"{W}r" and element.find(f"{W}tab") is not None:
        return "".join("\t" if each.tag == f"{W}tab" else _words(each) for each in element.iterchildren("*"))
    if element.tag == f"{W}footnote" and element.get(f"{W}type", "normal") != "normal":
        return ""
    if element.tag == f"{MC}AlternateContent":
        branches = [_words(child) for child in element]
        return next((words for words in branches if words.strip()), "")
    return "".join(_words(child) for child in element.iterchildren("*"))


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
