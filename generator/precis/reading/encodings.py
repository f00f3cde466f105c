"""The letters of a text file: UTF-8, UTF-16 by its mark or its looks, and the 8-bit letters of older programs."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from precis.model import FileSpan, PrecisError

__all__ = ["Decoded", "decoded"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a file begins that says how it is encoded, the longest of those that begin alike first."""
_LOOKED_AT = 4096
_MANY = 0.3
"""In UTF-16 without a mark, this part of every second byte is zero, at least; in the others none is."""
_EIGHT_BIT = "windows-1252"
_INVALID = re.compile(r"[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, in composed letters (NFC) and with line ends as "\\n"; `guessed` is an encoding that it does
    not say itself, or "".
    """

    text: str
    guessed: str = ""


def decoded(data: bytes, name: str, *, guess: bool = False, encoding: str | None = None) -> Decoded:
    """The text of a file: in the `encoding` that is given, or by its mark, or in UTF-8.

    With `guess`, other letters are taken for those of Windows (code page 1252): all of them, or where a few stand in a
    text in UTF-8 those alone. Raises PrecisError for a binary file, and for letters that cannot be read.
    """
    known = encoding or next((known for mark, known in _MARKS if data.startswith(mark)), None) or _by_looks(data)
    if known is None and b"\x00" in data:
        message = "is a binary file, not text; give Markdown, plain text, HTML, DOCX, PDF or JSON"
        raise PrecisError.one("file-binary", message, FileSpan(name))
    try:
        return Decoded(_composed(data.decode(known or "utf-8")))
    except LookupError as error:
        message = f"'{encoding}' is no encoding; give one such as windows-1252, windows-1251 or utf-16"
        raise PrecisError.one("file-encoding", message, FileSpan(name)) from error
    except UnicodeError as error:
        found = _guessed(data) if guess and known is None else None
        if found is None:
            raise PrecisError.one("file-encoding", _refusal(known), FileSpan(name, _line(data, error))) from error
        return found


def _composed(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _by_looks(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its Latin letters is zero."""
    head = data[:_LOOKED_AT]
    if b"\x00" not in head or len(data) % 2:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > _MANY and not even:
        return "utf-16-le"
    return "utf-16-be" if even > _MANY and not odd else None


def _guessed(data: bytes) -> Decoded | None:
    """The text with 8-bit letters of Windows: all of them, or those that are not UTF-8 where most are."""
    text = data.decode("utf-8", "surrogateescape")
    wrong, right = len(_INVALID.findall(text)), sum(char > "\x7f" for char in text)
    try:
        if right - wrong > wrong:
            mended = _INVALID.sub(lambda found: found[0].encode("utf-8", "surrogateescape").decode(_EIGHT_BIT), text)
            return Decoded(_composed(mended), f"UTF-8 with letters in {_EIGHT_BIT}")
        return Decoded(_composed(data.decode(_EIGHT_BIT)), _EIGHT_BIT)
    except UnicodeDecodeError:
        return None


def _refusal(known: str | None) -> str:
    if known is not None:
        return f"is not text in {known}, as it says or as was given; save it as UTF-8"
    return "is not text in UTF-8; save it as UTF-8, or say how it is encoded with --encoding, such as windows-1251"


def _line(data: bytes, error: UnicodeError) -> int:
    return data.count(b"\n", 0, getattr(error, "start", 0)) + 1
