"""PDF files made by hand, so that a test says what is in one byte by byte (ISO 32000-1, clause 7.5)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

__all__ = ["BOLD", "ITALIC", "ROMAN", "deflated", "file", "page_of", "printed", "stream", "words"]

ROMAN, BOLD, ITALIC = "F", "B", "I"
_FONTS = {"F": "Times-Roman", "B": "Times-Bold", "I": "Times-Italic"}
_RESOURCES = b"<</Font<</F 5 0 R/B 6 0 R/I 7 0 R>>%s>>"


def file(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects, of which 1 is the catalog; its table of places is right."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, thing in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    begin, size = len(out), max(objects) + 1
    rows = (b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 00000 f \n" for n in range(1, size))
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, b"".join(rows))
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, begin))


def stream(data: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    """A stream, with a length that may be a lie."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data) if length is None else length, data)


def deflated(data: bytes, times: int = 1) -> bytes:
    """A stream that is compressed as often as is said."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter[%s]" % (b"/FlateDecode" * times))


def words(*lines: str) -> bytes:
    """A content stream of lines of text, one below the other."""
    return stream(b"\n".join(_shown(113, 700 - 12 * at, ROMAN, 10, line) for at, line in enumerate(lines)))


def page_of(
    content: bytes,
    *,
    box: bytes = b"0 0 595 842",
    entries: bytes = b"",
    kids: bytes = b"3 0 R",
    count: int = 1,
    resources: bytes = b"",
    more: dict[int, bytes] | None = None,
    trailer: bytes = b"",
) -> bytes:
    """A file of one page, or of as many as its tree says, with a content stream that is given whole."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources%s>>"
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % entries,
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        3: page % (box, _RESOURCES % resources),
        4: content,
        **_fonts(),
        **(more or {}),
    }
    return file(objects, trailer)


Shown = tuple[float, float, str] | tuple[float, float, str, str, float]
"""Words with the place where they begin, in points from the upper left corner; with their font and size if these are
not roman and 10.
"""


def printed(*pages: Sequence[Shown | tuple[float, float, float]]) -> bytes:
    """A file of pages with words at their places; three numbers are a rule, by its left, its top and its right end."""
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"", **_fonts()}
    kids = []
    for number, page in enumerate(pages):
        content = b"\n".join(_drawn(*thing) for thing in page)
        place = 10 + 2 * number
        kids.append(b"%d 0 R" % place)
        objects[place] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources%s>>" % (
            place + 1,
            _RESOURCES % b"",
        )
        objects[place + 1] = stream(content)
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(pages))
    return file(objects)


def _fonts() -> dict[int, bytes]:
    kind = b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
    return {number: kind % name.encode() for number, name in enumerate(_FONTS.values(), start=5)}


def _drawn(left: float, top: float, what: str | float, font: str = ROMAN, size: float = 10) -> bytes:
    if isinstance(what, str):
        return _shown(left, 842 - top, font, size, what)
    return f"{left} {842 - top} {what - left} 0.5 re f".encode()


def _shown(left: float, base: float, font: str, size: float, text: str) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font.encode(), size, left, base, escaped)
