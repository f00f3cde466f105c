"""The styles of a user's own template, taken into our file.

Styles are matched by name: theirs are kept, ours that they lack are added. Their lists, theme, fonts and some settings
come along, because their styles refer to them. Nothing else of the template is read.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from precis.model import PrecisError
from precis.write.docx.markup import NAMESPACES
from precis.write.docx.styles import StyleSheet

__all__ = ["Reference", "read_reference"]

MAX_FILES = 2_000
MAX_BYTES = 64_000_000
"""What a template may hold, unpacked; no real one is a tenth as large."""

_W = f"{{{NAMESPACES['w']}}}"
_VAL = f"{_W}val"
_RELATIONS = f"{NAMESPACES['r']}/"
_WORD_TYPES = ("wordprocessingml", "ms-word")
_KEPT_SETTINGS = {
    *("defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
    *("characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
}
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, etree.LxmlError, LookupError, ValueError, EOFError, OSError),
    *(RuntimeError, AttributeError, TypeError),
)
"""What zipfile, lxml and python-docx raise for a file that is damaged, encrypted or made to do harm."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The parts of a template that its styles need, as parsed or as they are."""

    styles: Any
    numbering: Any = None
    theme: bytes | None = None
    fonts: bytes | None = None
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def first_list(self) -> int:
        """The first number free for a list of ours."""
        return 1 + max(_numbers(self.numbering, "abstractNum", "abstractNumId"), default=-1)

    @property
    def first_number(self) -> int:
        """The first `w:numId` free for ours."""
        return 1 + max(_numbers(self.numbering, "num", "numId"), default=0)

    def joined_numbering(self, ours: bytes) -> bytes:
        """Their lists, and ours after them."""
        if self.numbering is None:
            return ours
        for element in etree.fromstring(ours):
            before = [each for each in self.numbering if each.tag in (element.tag, f"{_W}abstractNum")]
            self.numbering.insert(self.numbering.index(before[-1]) + 1 if before else 0, element)
        return _blob(self.numbering)

    def joined_styles(self, ours: StyleSheet) -> StyleSheet:
        """Their styles, and those of ours that they lack; references among ours follow the ids of theirs."""
        theirs = {(each.get(f"{_W}type"), _name(each)): each for each in self.styles.iterfind(f"{_W}style")}
        taken = {each.get(f"{_W}styleId") for each in theirs.values()}
        defaults = {kind for (kind, _), each in theirs.items() if each.get(f"{_W}default")}
        ids, added = dict(ours.ids), []
        for style in etree.fromstring(ours.blob).iterfind(f"{_W}style"):
            kind, own = style.get(f"{_W}type"), style.get(f"{_W}styleId")
            match = theirs.get((kind, _name(style)))
            if match is not None:
                ids[own] = match.get(f"{_W}styleId")
                continue
            ids[own] = next(name for name in _candidates(own) if name not in taken)
            added.append(style)
            if kind in defaults:
                style.attrib.pop(f"{_W}default", None)
        for style in added:
            style.set(f"{_W}styleId", ids[style.get(f"{_W}styleId")])
            for link in style.iterfind(f"{_W}basedOn"), style.iterfind(f"{_W}next"):
                for element in link:
                    element.set(_VAL, ids[element.get(_VAL)])
            self.styles.append(style)
        return self._sheet(ids)

    def _sheet(self, ids: Mapping[str, str]) -> StyleSheet:
        found = {each.get(f"{_W}styleId"): each for each in self.styles.iterfind(f"{_W}style")}
        outlines, numbered = {}, set()
        for own, identifier in ids.items():
            level = _inherited(found, identifier, "outlineLvl")
            if level is not None and int(level.get(_VAL)) < 9:
                outlines[own] = int(level.get(_VAL)) + 1
            if _inherited(found, identifier, "numPr") is not None:
                numbered.add(own)
        return StyleSheet(_blob(self.styles), ids, outlines, frozenset(numbered))


def read_reference(data: bytes) -> Reference:
    """The template in `data`, a DOCX or DOTX; PrecisError for anything else, and for one beyond bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = packed.infolist()
        if len(files) > MAX_FILES or sum(file.file_size for file in files) > MAX_BYTES:
            message = f"the reference unpacks to more than {MAX_FILES} files or {MAX_BYTES // 1_000_000} MB"
            raise PrecisError.one("reference-size", message + "; give a template without its text and pictures")
        return _taken(data)
    except _UNREADABLE as error:
        message = "the reference is not a Word file that can be read; give a DOCX or DOTX with the styles to take"
        raise PrecisError.one("reference-form", message) from error


def _taken(data: bytes) -> Reference:
    """What python-docx finds by the relationships of the main text."""
    from docx.opc.pkgreader import PackageReader

    package = PackageReader.from_file(io.BytesIO(data))
    parts = {str(name): (kind, blob) for name, kind, _, blob in package.iter_sparts()}
    relations = [(str(source), relation) for source, relation in package.iter_srels() if not relation.is_external]
    main = next(str(each.target_partname) for source, each in relations if _is(each, "officeDocument", source, "/"))
    if not any(word in parts[main][0] for word in _WORD_TYPES):
        raise ValueError("not a Word document")
    beside = {
        kind: str(each.target_partname)
        for kind in ("styles", "numbering", "theme", "fontTable", "settings")
        for source, each in relations
        if _is(each, kind, source, main)
    }
    blobs = {kind: parts[name][1] for kind, name in beside.items()}
    if any(source == beside.get("theme") for source, _ in relations):
        blobs.pop("theme", None)  # its pictures are not taken, so it would lack them
    return Reference(
        styles=_parsed(blobs["styles"], "styles"),
        numbering=_plain_numbering(blobs["numbering"]) if "numbering" in blobs else None,
        theme=blobs.get("theme"),
        fonts=_plain_fonts(blobs["fontTable"]) if "fontTable" in blobs else None,
        settings=dict(_kept_settings(blobs["settings"])) if "settings" in blobs else {},
    )


def _is(relation: Any, kind: str, source: str, wanted: str) -> bool:
    return source == wanted and str(relation.reltype) == _RELATIONS + kind


def _parsed(blob: bytes, tag: str) -> Any:
    """The root `w:tag` of a part, which may declare no entities."""
    root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))
    if root.tag != f"{_W}{tag}" or root.getroottree().docinfo.doctype:
        raise ValueError(f"not the {tag} of a Word file")
    return root


def _plain_numbering(blob: bytes) -> Any:
    """Lists without pictures for bullets, which lie in parts that are not taken."""
    root = _parsed(blob, "numbering")
    for tag in ("numPicBullet", "lvlPicBulletId"):
        _remove(root, tag)
    return root


def _plain_fonts(blob: bytes) -> bytes:
    """Fonts without those that the template holds in files of its own."""
    root = _parsed(blob, "fonts")
    for tag in ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"):
        _remove(root, tag)
    return _blob(root)


def _remove(root: Any, tag: str) -> None:
    for element in list(root.iter(f"{_W}{tag}")):
        element.getparent().remove(element)


def _kept_settings(blob: bytes) -> Iterator[tuple[str, str]]:
    for element in _parsed(blob, "settings"):
        name = etree.QName(element).localname
        if name in _KEPT_SETTINGS:
            yield name, etree.tostring(element, encoding="unicode")


def _numbers(root: Any, tag: str, attribute: str) -> Iterator[int]:
    if root is not None:
        yield from (int(each.get(f"{_W}{attribute}")) for each in root.iterfind(f"{_W}{tag}"))


def _name(style: Any) -> str:
    """The name of a style; Word compares names without regard to case."""
    return str(style.find(f"{_W}name").get(_VAL)).casefold()


def _candidates(identifier: str) -> Iterator[str]:
    yield identifier
    number = 1
    while True:
        yield f"{identifier}{number}"
        number += 1


def _inherited(styles: Mapping[str, Any], identifier: str, tag: str) -> Any:
    """The paragraph property `tag` of a style, or of the nearest style it is based on."""
    seen: set[str] = set()
    while identifier in styles and identifier not in seen:
        seen.add(identifier)
        found = styles[identifier].find(f"{_W}pPr/{_W}{tag}")
        if found is not None:
            return found
        base = styles[identifier].find(f"{_W}basedOn")
        identifier = "" if base is None else base.get(_VAL)
    return None


def _blob(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
