"""A small reader of PDF files (ISO 32000-1): objects, and the text of marked content, exactly as the file holds it.

It is here because PDF libraries guess at blanks and hyphens from positions, and tests want what is written. It reads
what WeasyPrint writes: object streams, Flate streams, fonts with two bytes a glyph and a ToUnicode map.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Name", "PdfFile", "Reference", "Stream"]


class Name(str):
    """A name, without its slash."""


class Operator(str):
    """An operator of a content stream, or any bare word."""


@dataclass(frozen=True)
class Reference:
    """An indirect object by its number."""

    number: int


@dataclass
class Stream:
    """A stream and its dictionary."""

    entries: dict[str, Any]
    data: bytes


_TOKEN = re.compile(
    rb"(?P<space>[\s\0]+|%[^\r\n]*)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<hex><[0-9A-Fa-f\s]*>)"
    rb"|(?P<text>\()"
    rb"|/(?P<name>[^\s\0()<>\[\]{}/%]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<word>[^\s\0()<>\[\]{}/%]+)"
)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class _Reader:
    """Reads the values of a piece of a file, one after another."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def values(self) -> Iterator[Any]:
        """All values to the end of the data or of the array or dictionary that is being read."""
        while self.at < len(self.data) and (match := _TOKEN.match(self.data, self.at)):
            self.at = match.end()
            kind, found = match.lastgroup, match.group(match.lastgroup or 0)
            if kind == "close":
                return
            if kind != "space":
                yield self._value(kind, found)

    def _value(self, kind: str | None, found: bytes) -> Any:
        if kind == "open":
            values = _with_references(list(self.values()))
            return values if found == b"[" else dict(zip(values[::2], values[1::2], strict=True))
        if kind == "hex":
            return bytes.fromhex(found[1:-1].decode())
        if kind == "text":
            return self._literal()
        if kind == "name":
            return Name(found.decode())
        if kind == "number":
            return float(found) if b"." in found else int(found)
        return {b"true": True, b"false": False, b"null": None}.get(found, Operator(found.decode("latin-1")))

    def _literal(self) -> bytes:
        out, depth = b"", 1
        while True:
            byte = self.data[self.at : self.at + 1]
            self.at += 1
            if byte == b"\\":
                escaped = self.data[self.at : self.at + 1]
                self.at += 1
                out += _ESCAPES.get(escaped, escaped)
                continue
            depth += {b"(": 1, b")": -1}.get(byte, 0)
            if depth == 0:
                return out
            out += byte


def _with_references(values: list[Any]) -> list[Any]:
    """The values, with every "7 0 R" made a reference."""
    out: list[Any] = []
    for value in values:
        if isinstance(value, Operator) and value == "R":
            number, _ = out[-2:]
            out[-2:] = [Reference(number)]
        else:
            out.append(value)
    return out


@dataclass
class PdfFile:
    """A file by its objects."""

    data: bytes
    objects: dict[int, Any] = field(default_factory=dict)
    trailer: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        at = 0
        while match := re.compile(rb"(?:^|\n)(\d+) 0 obj\s").search(self.data, at):
            reader = _Reader(self.data, match.end())
            value = next(iter(_with_references([next(reader.values())])))
            at = reader.at
            if begin := re.compile(rb"\s*stream\r?\n").match(self.data, at):
                at = begin.end() + value["Length"]
                data = self.data[begin.end() : at]
                value = Stream(value, zlib.decompress(data) if value.get("Filter") == "FlateDecode" else data)
            self.objects[int(match[1])] = value
        for value in list(self.objects.values()):
            if isinstance(value, Stream) and value.entries.get("Type") == "ObjStm":
                self._unpack(value)
            elif isinstance(value, Stream) and value.entries.get("Type") == "XRef":
                self.trailer = value.entries

    def _unpack(self, stream: Stream) -> None:
        first = stream.entries["First"]
        numbers = [int(number) for number in stream.data[:first].split()]
        for number, offset in zip(numbers[::2], numbers[1::2], strict=True):
            reader = _Reader(stream.data, first + offset)
            self.objects[number] = next(reader.values())

    def get(self, value: Any) -> Any:
        """The object a reference stands for; any other value as it is."""
        return self.get(self.objects[value.number]) if isinstance(value, Reference) else value

    @property
    def catalog(self) -> dict[str, Any]:
        """The root of the file."""
        return self.get(self.trailer["Root"])

    def pages(self) -> list[Reference]:
        """The pages in their order."""
        return list(self.get(self.catalog["Pages"])["Kids"])

    def addresses(self) -> list[str]:
        """The addresses that links lead to, outside the file, each once."""
        actions = [each.get("A") for each in self.objects.values() if isinstance(each, dict)]
        found = [self.get(action).get("URI") for action in actions if isinstance(self.get(action), dict)]
        return list(dict.fromkeys(address.decode("latin-1") for address in found if isinstance(address, bytes)))

    def marked_texts(self, page: Reference) -> dict[int, str]:
        """The text of each marked content of a page, by its MCID, with replacement text; artifacts are left out."""
        entries = self.get(page)
        fonts = {name: self._letters(font) for name, font in self.get(self.get(entries["Resources"])["Font"]).items()}
        texts: dict[int, str] = defaultdict(str)
        marks: list[int | None] = []
        letters: dict[int, str] = {}
        replaced = False
        operands: list[Any] = []
        for value in _Reader(self.get(entries["Contents"]).data).values():
            if not isinstance(value, Operator):
                operands.append(value)
                continue
            if value in ("BDC", "BMC"):
                given = operands[-1] if value == "BDC" else {}
                marks.append(given.get("MCID", marks[-1] if marks else None))
                if "ActualText" in given:
                    texts[marks[-1]] += _text_of(given["ActualText"])
                replaced = "ActualText" in given
            elif value == "EMC":
                marks.pop()
                replaced = False
            elif value == "Tf":
                letters = fonts[operands[-2]]
            elif value in ("TJ", "Tj") and marks and marks[-1] is not None and not replaced:
                shown = operands[-1] if isinstance(operands[-1], list) else [operands[-1]]
                codes = b"".join(part for part in shown if isinstance(part, bytes))
                pairs = (int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2))
                texts[marks[-1]] += "".join(letters[code] for code in pairs)
            operands = []
        return texts

    def _letters(self, font: Any) -> dict[int, str]:
        """What each glyph of a font stands for, from its ToUnicode map."""
        data = self.get(self.get(font)["ToUnicode"]).data
        pairs = re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>", data.partition(b"endcodespacerange")[2])
        return {int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be") for code, letters in pairs}


def _text_of(string: bytes) -> str:
    """A text string: UTF-16 behind its mark, or else PDFDocEncoding, of which only ASCII is met (clause 7.9.2.2)."""
    return string[2:].decode("utf-16-be") if string.startswith(b"\xfe\xff") else string.decode("ascii")
