"""The canonical text of a DOCX, read from its XML alone, to the rule that `canonical` states.

Numbers and bullets are computed from the numbering part, as Word does. The foot of page 1 comes after the cover, which
ends where a paragraph begins a page; running heads and feet, and the emblem, are no text.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

__all__ = ["Docx", "of_docx"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class Docx:
    """The parts of a DOCX by name, parsed."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            self.blobs = {name: packed.read(name) for name in packed.namelist()}
        self.document = self.part("word/document.xml")
        self.styles = {each.get(f"{W}styleId"): each for each in self.part("word/styles.xml").iterfind(f"{W}style")}

    def part(self, name: str) -> Any:
        """The root of a part."""
        return etree.fromstring(self.blobs[name])

    def related(self, identifier: str, source: str = "word/document.xml") -> str:
        """The name of the part, or the address, that `source` refers to as `identifier`."""
        folder, name = posixpath.split(source)
        for each in self.part(f"{folder}/_rels/{name}.rels"):
            if each.get("Id") == identifier:
                target = each.get("Target")
                inside = each.get("TargetMode") != "External"
                return posixpath.normpath(posixpath.join(folder, target)) if inside else target
        raise KeyError(identifier)

    def foot(self, kind: str) -> Any:
        """The foot of the "even", "default" or "first" pages."""
        for each in self.document.iter(f"{W}footerReference"):
            if each.get(f"{W}type") == kind:
                return self.part(self.related(each.get(f"{R}id")))
        raise KeyError(kind)

    def style_name(self, paragraph: Any) -> str:
        """The name of a paragraph's style."""
        style = self.styles.get(_value(paragraph, "pPr/pStyle"))
        return "Normal" if style is None else str(_value(style, "name"))


def of_docx(data: bytes) -> list[str]:
    """The canonical text of a DOCX."""
    return _Reader(Docx(data)).lines()


@dataclass
class _Reader:
    docx: Docx
    counted: int = 0
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    begun: set[tuple[str, str]] = field(default_factory=set)

    def lines(self) -> list[str]:
        masthead, cover, text = self._parts()
        foot = [line for paragraph in self.docx.foot("first") for line in self._foot_lines(paragraph)]
        first = [line for block in (*masthead, *cover) for line in self._block(block)]
        return [*first, *foot, *(line for block in text for line in self._block(block))]

    def _parts(self) -> tuple[list[Any], list[Any], list[Any]]:
        """Masthead, cover and text."""
        blocks = [block for block in self.docx.document[0] if block.tag in (f"{W}p", f"{W}tbl")]
        masthead = blocks[:1] if blocks[0].find(f"{W}tblPr/{W}tblpPr") is not None else []
        rest = blocks[len(masthead) :]
        pages = [index for index, block in enumerate(rest) if block.find(f".//{W}pageBreakBefore") is not None]
        return masthead, rest[: pages[0]] if pages else [], rest[pages[0] :] if pages else rest

    def _block(self, block: Any) -> Iterator[str]:
        if block.tag == f"{W}p":
            if _value(block, "pPr/pStyle") is not None:
                yield from self._paragraph(block)
        elif block.find(f"{W}tblPr/{W}tblpPr") is not None:
            for paragraph in block.iter(f"{W}p"):
                if "".join(paragraph.itertext()).strip():
                    yield from self._paragraph(paragraph)
        else:
            for paragraph in block.iter(f"{W}p"):
                yield from self._paragraph(paragraph)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        notes: list[str] = []
        line = _collapsed(self._words(paragraph, notes))
        drawn = [each for each in paragraph.iter(f"{WP}docPr") if each.get("name", "").startswith("drawing")]
        line += "".join(f"[image] {each.get('descr')}" for each in drawn)
        yield f"{self._number(paragraph)}{line}"
        yield from notes

    def _foot_lines(self, paragraph: Any) -> Iterator[str]:
        """The lines of the foot of page 1: in its last line a notice may follow the job number, after a tab.

        That of sheets, which counts the pages, is none of their text.
        """
        if any("NUMPAGES" in field.get(f"{W}instr", "") for field in paragraph.iter(f"{W}fldSimple")):
            return
        words = self._words(paragraph, [])
        if self.docx.style_name(paragraph) == "footer":
            words = words.partition("\t")[0]
        if _collapsed(words):
            yield _collapsed(words)
        for picture in paragraph.iter(f"{WP}docPr"):
            yield f"[image] {picture.get('descr')}"

    def _words(self, element: Any, notes: list[str]) -> str:
        words = ""
        for run in element.iter(f"{W}r"):
            for child in run:
                if child.tag in (f"{W}t", f"{W}delText"):
                    words += child.text or ""
                elif child.tag == f"{W}noBreakHyphen":
                    words += "-"
                elif child.tag in (f"{W}tab", f"{W}br"):
                    words += "\t" if child.tag == f"{W}tab" else " "
                elif child.tag == f"{W}footnoteReference":
                    mark = self._mark(child)
                    words += "" if child.get(f"{W}customMarkFollows") else mark
                    notes.append(f"[{mark}] {self._note(child.get(f'{W}id'))}")
        return words

    def _mark(self, reference: Any) -> str:
        if reference.get(f"{W}customMarkFollows"):
            return "".join(reference.getparent().itertext())
        self.counted += 1
        return str(self.counted)

    def _note(self, identifier: str) -> str:
        """The text of a note, without the mark before it."""
        for note in self.docx.part("word/footnotes.xml"):
            if note.get(f"{W}id") == identifier:
                return _collapsed(self._words(note, []))
        raise KeyError(identifier)

    def _number(self, paragraph: Any) -> str:
        """The number or bullet that Word prints before a paragraph (ECMA-376 Part 1, clause 17.9)."""
        style = self.docx.styles.get(_value(paragraph, "pPr/pStyle"))
        identifier = _value(paragraph, "pPr/numPr/numId") or (style is not None and _value(style, "pPr/numPr/numId"))
        if not identifier:
            return ""
        numbering = self.docx.part("word/numbering.xml")
        number = _found(numbering, "num", "numId", identifier)
        list_id = _value(number, "abstractNumId")
        at = _value(paragraph, "pPr/numPr/ilvl") or (style is not None and _value(style, "pPr/numPr/ilvl")) or "0"
        level = _found(_found(numbering, "abstractNum", "abstractNumId", list_id), "lvl", "ilvl", at)
        if _value(level, "numFmt") == "bullet":
            return f"{_value(level, 'lvlText')} "
        restart = number.find(f"{W}lvlOverride[@{W}ilvl='{at}']/{W}startOverride")
        if restart is not None and (identifier, at) not in self.begun:
            self.counts[list_id, at] = int(restart.get(f"{W}val")) - 1
        self.begun.add((identifier, at))
        count = self.counts[list_id, at] = self.counts.get((list_id, at), int(_value(level, "start")) - 1) + 1
        for deeper in range(int(at) + 1, 9):
            self.counts.pop((list_id, str(deeper)), None)
        return _value(level, "lvlText").replace(f"%{int(at) + 1}", _printed(count, _value(level, "numFmt"))) + " "


_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def _printed(count: int, form: str) -> str:
    if form == "lowerLetter":
        return chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26)
    return "x" * (count // 10) + _ROMAN[count % 10] if form == "lowerRoman" else str(count)


def _value(element: Any, path: str) -> Any:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def _found(parent: Any, tag: str, attribute: str, value: str) -> Any:
    return next(each for each in parent.iterfind(f"{W}{tag}") if each.get(f"{W}{attribute}") == value)


def _collapsed(text: str) -> str:
    return " ".join(text.split())
