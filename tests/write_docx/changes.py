"""A document with all its tracked changes accepted, or all rejected, as Word would leave it."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from tests.support.canonical_docx import W

__all__ = ["accepted", "rejected"]


def accepted(docx: bytes) -> bytes:
    """With every insertion kept and every deletion carried out."""
    return _settled(docx, keep="ins", drop="del")


def rejected(docx: bytes) -> bytes:
    """As it stood before the changes."""
    return _settled(docx, keep="del", drop="ins")


def _settled(docx: bytes, keep: str, drop: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            blob = source.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                blob = _settled_part(blob, keep, drop)
            target.writestr(name, blob)
    return out.getvalue()


def _settled_part(blob: bytes, keep: str, drop: str) -> bytes:
    root = etree.fromstring(blob)
    for mark in root.findall(f".//{W}pPr/{W}rPr/{W}{drop}"):
        # Without its mark a paragraph runs into the next; all of its text goes too, so that nothing of it is left.
        paragraph = mark.getparent().getparent().getparent()
        assert all(each.tag in (f"{W}pPr", f"{W}{drop}", f"{W}hyperlink") for each in paragraph)
        paragraph.getparent().remove(paragraph)
    for change in root.findall(f".//{W}{drop}"):
        change.getparent().remove(change)
    for change in root.findall(f".//{W}{keep}"):
        parent = change.getparent()
        at = parent.index(change)
        parent[at : at + 1] = list(change)
    return etree.tostring(root)
