"""WordprocessingML as text: elements and attributes of the namespace `w` (ECMA-376 Part 1, clause 17).

Children are given in the order the schema wants. Text is escaped here and nowhere else.
"""

from __future__ import annotations

from functools import lru_cache
from xml.sax.saxutils import escape

__all__ = ["NAMESPACES", "document", "escaped", "for_word", "half_points", "text", "w"]

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_DECLARED = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def w(tag: str, *content: str, **attributes: object) -> str:
    """The element `w:tag`; an attribute `r_id` is `r:id`, one of None is left out."""
    head = ""
    for name, value in attributes.items():
        if value is not None:
            head += f' {_attribute(name)}="{escaped(value)}"'
    inside = "".join(content)
    return f"<w:{tag}{head}>{inside}</w:{tag}>" if inside else f"<w:{tag}{head}/>"


@lru_cache(maxsize=256)
def _attribute(name: str) -> str:
    prefix, _, rest = name.partition("_")
    return f"{prefix}:{rest}" if rest else f"w:{name}"


def escaped(value: object) -> str:
    """The value of an attribute, to stand between double quotation marks."""
    return str(value).translate(_ESCAPES)


def text(value: str, tag: str = "t") -> str:
    """The text of a run, its blanks kept."""
    return f'<w:{tag} xml:space="preserve">{escape(value)}</w:{tag}>'


def for_word(content: str, otherwise: str = "") -> str:
    """What Word alone reads, and what LibreOffice reads in its place (ECMA-376 Part 3, clause 7.6)."""
    fallback = f"<mc:Fallback>{otherwise}</mc:Fallback>" if otherwise else ""
    return f'<mc:AlternateContent><mc:Choice Requires="w15">{content}</mc:Choice>{fallback}</mc:AlternateContent>'


def document(tag: str, *content: str) -> bytes:
    """A part whose root is `w:tag`."""
    inside = "".join(content)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{tag}{_DECLARED}>{inside}</w:{tag}>'.encode()


def half_points(points: float) -> int:
    """A type size as `w:sz` counts it (clause 17.3.2.38)."""
    return round(points * 2)
