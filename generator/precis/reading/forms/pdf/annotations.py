"""What readers wrote on a page: struck words, insertions, notes, marked words, filled fields (ISO 32000-1, 12.5)."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

__all__ = ["Annotation", "annotations_of", "files_inside"]

_MOST = 2_000
"""Annotations of a page that are looked at."""
_LONGEST = 20_000
"""Bytes of what one of them says."""
_WIDGET = "filled"
_INSERTED = "to be inserted after these words"
_BEFORE = 90
"""Points before the sign of an insertion of which the words are told."""
_HIGH, _LOW = 6, 1
"""Points above and below the top of the sign of an insertion between which the letters of its line stand."""
_WIDE = 12
"""Such signs are narrower, in points; a wider box begins at its place."""
_SLACK = 0.5
"""Points within which a word that is marked may stand beside its mark."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One mark of a reader: what was done, the words on which it stands, what it says, and who made it."""

    done: str
    on: str
    says: str
    author: str


def annotations_of(page: Any, text: Any) -> tuple[Annotation, ...]:
    """The annotations of a pdfium page that have words. Links and the windows of notes have none of their own."""
    import pypdfium2.raw as pdfium

    kinds = {
        pdfium.FPDF_ANNOT_TEXT: "a note",
        pdfium.FPDF_ANNOT_FREETEXT: "a note on the page",
        pdfium.FPDF_ANNOT_HIGHLIGHT: "highlighted",
        pdfium.FPDF_ANNOT_UNDERLINE: "underlined",
        pdfium.FPDF_ANNOT_SQUIGGLY: "underlined",
        pdfium.FPDF_ANNOT_STRIKEOUT: "struck out",
        pdfium.FPDF_ANNOT_CARET: _INSERTED,
        pdfium.FPDF_ANNOT_STAMP: "a stamp",
        pdfium.FPDF_ANNOT_FILEATTACHMENT: "a file inside the file",
        pdfium.FPDF_ANNOT_WIDGET: _WIDGET,
    }
    out: list[Annotation] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        done = kinds.get(pdfium.FPDFAnnot_GetSubtype(annotation), "")
        if done:
            says = _value(annotation, b"V" if done == _WIDGET else b"Contents")
            on = _before(annotation, text) if done == _INSERTED else _marked(annotation, text)
            if says or on:
                out.append(Annotation(done, on, says, _value(annotation, b"T") if done != _WIDGET else ""))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return tuple(out)


def _value(annotation: Any, key: bytes) -> str:
    """A text that an annotation has, or nothing."""
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return " ".join(buffer.raw.decode("utf-16-le", "replace").rstrip("\0").split())


def _marked(annotation: Any, text: Any) -> str:
    """The words on which a mark stands, line by line."""
    import pypdfium2.raw as pdfium

    quad = pdfium.FS_QUADPOINTSF()
    words: list[str] = []
    for index in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), _MOST)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, quad):
            across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            words.append(_bounded(text, min(across) - _SLACK, max(up), max(across) + _SLACK, min(up)))
    return " ".join(" ".join(words).split())


def _before(annotation: Any, text: Any) -> str:
    """The words before the place of a mark on its line, at most three."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, box):
        return ""
    wide = box.right - box.left
    end = box.left if wide > _WIDE else (box.left + box.right) / 2
    # The sign stands at the foot of its line and points up to the place.
    top = max(box.top, box.bottom)
    words = _bounded(text, end - _BEFORE, top + _HIGH, end, top - _LOW)
    return " ".join(words.split()[-3:])


def files_inside(document: Any) -> list[str]:
    """The names of the files that a pdfium document holds (ISO 32000-1, 7.11.4)."""
    import pypdfium2.raw as pdfium

    names = []
    for index in range(min(pdfium.FPDFDoc_GetAttachmentCount(document), _MOST)):
        held = pdfium.FPDFDoc_GetAttachment(document, index)
        length = pdfium.FPDFAttachment_GetName(held, None, 0) if held else 0
        buffer = ctypes.create_string_buffer(length if 2 < length <= _LONGEST else 2)
        pdfium.FPDFAttachment_GetName(held, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), len(buffer))
        names.append(buffer.raw.decode("utf-16-le", "replace").rstrip("\0") or "a file")
    return names


def _bounded(text: Any, left: float, top: float, right: float, bottom: float) -> str:
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFText_GetBoundedText(text, left, top, right, bottom, None, 0)
    if not 0 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length + 1))()
    pdfium.FPDFText_GetBoundedText(text, left, top, right, bottom, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
