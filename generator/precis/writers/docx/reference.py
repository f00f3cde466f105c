"""What is taken from a user's own template: its styles, and the lists, theme, fonts and settings they refer to.

Nothing else of the file is read. `join` puts it together with ours.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from precis.model import PrecisError
from precis.model.zipped import UNREADABLE
from precis.writers.docx.markup import NAMESPACES

__all__ = ["MAX_BYTES", "MAX_FILES", "Reference", "read_reference"]

MAX_FILES = 2_000
MAX_BYTES = 64_000_000
"""What a template may hold, unpacked; no real one is a tenth as large."""

_W = f"{{{NAMESPACES['w']}}}"
_RELATIONS = f"{NAMESPACES['r']}/"
_WORD_TYPES = ("wordprocessingml", "ms-word")
_SETTINGS = {
    *("defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
    *("characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
}
"""The settings that change how styles come out."""
_UNREADABLE = (*UNREADABLE, etree.LxmlError, AttributeError, TypeError)
"""What zipfile, lxml and python-docx raise for a file that is damaged, encrypted or made to do harm."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The parts of a template that its styles need: parsed, or as they are. `settings` are elements by their names."""

    styles: Any
    numbering: Any = None
    theme: bytes | None = None
    fonts: bytes | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


def read_reference(data: bytes) -> Reference:
    """The template in `data`, a DOCX or DOTX; PrecisError for anything else, and for one beyond bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = packed.infolist()
        if len(files) > MAX_FILES or sum(file.file_size for file in files) > MAX_BYTES:
            message = f"the reference unpacks to more than {MAX_FILES} files or {MAX_BYTES // 1_000_000} MB"
            raise PrecisError.one("styles-size", message + "; give a template without its text and pictures")
        return _taken(data)
    except _UNREADABLE as error:
        message = "the reference is not a Word file that can be read; give a DOCX or DOTX with the styles to take"
        raise PrecisError.one("styles-form", message) from error


def _taken(data: bytes) -> Reference:
    """What python-docx finds by the relationships of the main text."""
    from docx.opc.pkgreader import PackageReader

    reader: Any = PackageReader
    package = reader.from_file(io.BytesIO(data))
    parts = {str(name): (kind, blob) for name, kind, _, blob in package.iter_sparts()}
    relations = [(str(source), relation) for source, relation in package.iter_srels() if not relation.is_external]
    main = next(_target(each) for source, each in relations if source == "/" and _kind(each) == "officeDocument")
    if not any(word in parts[main][0] for word in _WORD_TYPES):
        raise ValueError("not a Word document")
    beside = {_kind(each): _target(each) for source, each in relations if source == main}
    blobs = {kind: parts[name][1] for kind, name in beside.items()}
    # The pictures of a theme are not taken, so that one with pictures would lack them.
    pictured = any(source == beside.get("theme") for source, _ in relations)
    return Reference(
        styles=_whole_styles(blobs["styles"]),
        numbering=_plain_numbering(blobs["numbering"]) if "numbering" in blobs else None,
        theme=None if pictured else blobs.get("theme"),
        fonts=_plain_fonts(blobs["fontTable"]) if "fontTable" in blobs else None,
        settings=dict(_settings(blobs["settings"])) if "settings" in blobs else {},
    )


def _kind(relation: Any) -> str:
    """The last word of a relationship's type, if it is one of the office's."""
    return str(relation.reltype).removeprefix(_RELATIONS)


def _target(relation: Any) -> str:
    return str(relation.target_partname)


def _parsed(blob: bytes, tag: str) -> Any:
    """The root `w:tag` of a part, which may declare no entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
    root: Any = etree.fromstring(blob, parser)
    if root.tag != f"{_W}{tag}" or root.getroottree().docinfo.doctype:
        raise ValueError(f"not the {tag} of a Word file")
    return root


def _whole_styles(blob: bytes) -> Any:
    """Styles that all have a kind, a name and an id, and levels that are numbers."""
    root = _parsed(blob, "styles")
    for style in root.iterfind(f"{_W}style"):
        if None in (style.get(f"{_W}type"), style.get(f"{_W}styleId"), style.find(f"{_W}name").get(f"{_W}val")):
            raise ValueError("a style without a name")
    _check_numbers(root, "outlineLvl", "val")
    return root


def _plain_numbering(blob: bytes) -> Any:
    """Lists without pictures for bullets, which lie in parts that are not taken; each with its number."""
    root = _without(_parsed(blob, "numbering"), "numPicBullet", "lvlPicBulletId")
    _check_numbers(root, "abstractNum", "abstractNumId")
    _check_numbers(root, "num", "numId")
    return root


def _check_numbers(root: Any, tag: str, attribute: str) -> None:
    for element in root.iter(f"{_W}{tag}"):
        int(element.get(f"{_W}{attribute}"))


def _plain_fonts(blob: bytes) -> bytes:
    """Fonts without those that the template holds in files of its own."""
    root = _without(_parsed(blob, "fonts"), "embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _without(root: Any, *tags: str) -> Any:
    for element in [each for tag in tags for each in root.iter(f"{_W}{tag}")]:
        element.getparent().remove(element)
    return root


def _settings(blob: bytes) -> Iterator[tuple[str, str]]:
    for element in _parsed(blob, "settings"):
        name = str(element.tag).removeprefix(_W)
        if name in _SETTINGS:
            yield name, etree.tostring(element, encoding="unicode")
