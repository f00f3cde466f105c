"""The changes of a marked copy carried out or taken back, in its page and in its DOCX."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Any

from lxml import etree

from precis.writers.page import Page

__all__ = ["changes_found", "changes_in", "counted_changes", "resolved_docx", "resolved_page"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "tr")
_CONTAINERS = ("ul", "blockquote", "tbody", "thead", "table")


def resolved_page(page: Page, *, accept: bool) -> Page:
    """The page with all changes accepted, or all rejected; a block of which nothing stays is taken out."""
    out = page.copy()
    for block in [element for element in out.body.iter(*_BLOCKS) if element.xpath(".//ins|.//del")]:
        _resolve_block(block, gone="del" if accept else "ins")
    for container in reversed(list(out.body.iter(*_CONTAINERS))):
        if len(container) == 0:
            container.getparent().remove(container)
    numbers = out.body.iterfind(".//p[@class='paragraph']/span[@class='number']")
    for number, element in enumerate(numbers, 1):
        element.text = f"{number}."
    return out


def _resolve_block(block: Any, gone: str) -> None:
    for element in list(block.iter("ins", "del")):
        parent, tail = element.getparent(), element.tail
        if element.tag == gone:
            _append(parent, element, tail or "")
            parent.remove(element)
        else:
            _unwrap(element)
    words = "".join(block.itertext())
    number = block.findtext("span[@class='number']") or ""
    if not words.replace(number, "", 1).strip() and block.find(".//img") is None:
        block.getparent().remove(block)


def _append(parent: Any, before: Any, text: str) -> None:
    """Add a text where `before` stands."""
    previous = before.getprevious()
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text
    before.tail = None


def _unwrap(element: Any) -> None:
    parent, index, tail = element.getparent(), element.getparent().index(element), element.tail or ""
    _append(parent, element, element.text or "")
    children = list(element)
    for offset, child in enumerate(children):
        parent.insert(index + offset, child)
    parent.remove(element)
    last = children[-1] if children else None
    if last is not None:
        last.tail = (last.tail or "") + tail
    elif index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def changes_in(docx: bytes) -> list[tuple[str, str]]:
    """The tracked changes of the text in order: ("ins" or "del", words)."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        root = etree.fromstring(packed.read("word/document.xml"))
    found = []
    for element in root.iter(f"{W}ins", f"{W}del"):
        words = "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))
        if words:
            found.append((etree.QName(element).localname, words))
    return found


def counted_changes(docx: bytes) -> Counter[str]:
    """How many insertions and deletions of runs the text and the notes hold."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        for name in ("word/document.xml", "word/footnotes.xml"):
            for element in etree.fromstring(packed.read(name)).iter(f"{W}ins", f"{W}del"):
                if element.find(f"{W}r") is not None:
                    found[{"ins": "insertion", "del": "deletion"}[etree.QName(element).localname]] += 1
    return found


def changes_found(fodt: bytes) -> Counter[str]:
    """How many insertions and deletions LibreOffice found, from the file in its own XML."""
    regions = etree.fromstring(fodt).iterfind(f".//{TEXT}changed-region")
    return Counter(etree.QName(region[0]).localname for region in regions)


def resolved_docx(docx: bytes, *, accept: bool) -> bytes:
    """The DOCX with all tracked changes accepted, or all rejected (ECMA-376 Part 1, clause 17.13.5)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as packed, zipfile.ZipFile(out, "w") as written:
        for name in packed.namelist():
            data = packed.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                root = etree.fromstring(data)
                _resolve_part(root, gone="del" if accept else "ins")
                data = etree.tostring(root)
            written.writestr(name, data)
    return out.getvalue()


def _resolve_part(root: Any, gone: str) -> None:
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            row.getparent().remove(row)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            paragraph.getparent().remove(paragraph)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for element in list(root.iter(f"{W}{gone}")):
        if element.getparent().tag not in (f"{W}rPr", f"{W}trPr"):
            element.getparent().remove(element)
    kept = "ins" if gone == "del" else "del"
    for element in list(root.iter(f"{W}{kept}")):
        parent = element.getparent()
        if parent.tag in (f"{W}rPr", f"{W}trPr"):
            parent.remove(element)
            continue
        index = parent.index(element)
        for offset, child in enumerate(list(element)):
            parent.insert(index + offset, child)
        parent.remove(element)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
