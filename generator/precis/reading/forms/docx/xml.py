"""XML of an unknown file, parsed within bounds: no entities, no network, no depth that nobody writes."""

from __future__ import annotations

from typing import Any

from lxml import etree

from precis.model import FileSpan, PrecisError

__all__ = ["MAX_DEPTH", "parsed"]

MAX_DEPTH = 200
"""How deep elements may stand in one another, since readers go down by recursion; those of real files come to 30."""
MAX_MARKS = 1_000_000
"""How many elements and attributes a part may have, counted by their signs; a hundred pages have 110,000."""

_DEEP = "/" + "/".join("*" * (MAX_DEPTH + 1))
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""The names of "Strict Open XML" (ISO/IEC 29500-1) by those of the files that Word writes (ISO/IEC 29500-4)."""


def parsed(blob: bytes, name: str, place: FileSpan) -> Any:
    """The root of the part `name`; PrecisError for a part out of bounds, with a DTD, or not well formed."""
    if b"<!DOCTYPE" in blob.replace(b"\0", b""):
        raise _declares(name, place)
    if blob.count(b"<") + blob.count(b"=") > MAX_MARKS:
        message = f"has more than {MAX_MARKS:,} elements in {name!r}; no record has. Open it in Word and save it again"
        raise PrecisError.one("file-size", message, place)
    if _STRICT in blob:
        for strict, transitional in _TRANSITIONAL.items():
            blob = blob.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Any = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise _deep(name, place) from error
        message = f"is damaged: {name!r} is not XML; get the file again, or save it again in Word"
        raise PrecisError.one("file-damaged", message, place) from error
    if root.getroottree().docinfo.doctype:
        raise _declares(name, place)
    if root.xpath(f"boolean({_DEEP})"):
        raise _deep(name, place)
    return root


def _declares(name: str, place: FileSpan) -> PrecisError:
    message = f"declares a document type in {name!r}, as no Word file does; open it in Word and save it again"
    return PrecisError.one("file-dtd", message, place)


def _deep(name: str, place: FileSpan) -> PrecisError:
    message = f"has elements more than {MAX_DEPTH} deep in {name!r}; open it in Word and save it again"
    return PrecisError.one("file-depth", message, place)
