"""The package: parts and what they refer to, as a zip file whose bytes depend on nothing else (ECMA-376 Part 2).

python-docx holds the parts and writes their relationships; the files are packed here, with fixed times and order.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from precis.writers.docx.mark import CUSTOM, marked
from precis.writers.docx.markup import escaped

__all__ = ["Package", "Part", "Relation", "Story"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_MAIN = "/word/document.xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file can name."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relationship's type, and a part's name or an address outside."""

    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Story:
    """A part with text of its own (the main text, the notes, a foot), and what its links and pictures refer to."""

    relations: list[Relation] = field(default_factory=list)

    def relate(self, kind: str, target: str, external: bool = False) -> str:
        """The `r:id` by which this story refers to `target`."""
        relation = Relation(kind, target, external)
        if relation not in self.relations:
            self.relations.append(relation)
        return _key(self.relations.index(relation))


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the package; `name` begins with a slash."""

    name: str
    content_type: str
    blob: bytes
    relations: Sequence[Relation] = ()


@dataclass(slots=True)
class Package:
    """A DOCX in the making: its parts by name, and its properties as python-docx calls them ("title", "created", …)."""

    parts: dict[str, Part] = field(default_factory=dict)
    properties: Mapping[str, str | dt.datetime] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        """Take in a part; one of the same name is replaced."""
        self.parts[part.name] = part

    def packed(self) -> bytes:
        """The file."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.package import OpcPackage
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part as OpcPart

        package: Any = OpcPackage()
        parts = {
            name: OpcPart(PackURI(name), part.content_type, part.blob, package) for name, part in self.parts.items()
        }
        package.relate_to(parts[_MAIN], RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        package.relate_to(_core_properties(self.properties, package), RELATIONSHIP_TYPE.CORE_PROPERTIES)
        package.relate_to(parts[f"/{CUSTOM}"], RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
        for name, part in self.parts.items():
            for index, relation in enumerate(part.relations):
                target = relation.target if relation.external else parts[relation.target]
                parts[name].load_rel(f"{_OFFICE}/{relation.kind}", target, _key(index), relation.external)
        return _zipped(marked(_files(package)))


def _key(index: int) -> str:
    return f"rId{index + 1}"


_LONGEST = 255
"""Characters that Word keeps of a property."""


def _core_properties(properties: Mapping[str, str | dt.datetime], package: Any) -> Any:
    """The part of the core properties (ECMA-376 Part 2, clause 11), with none that was not given."""
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.parts.coreprops import CorePropertiesPart
    from docx.oxml.coreprops import CT_CoreProperties

    name = PackURI("/docProps/core.xml")
    part = CorePropertiesPart(name, CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package)
    for key, value in properties.items():
        setattr(part.core_properties, key, value[:_LONGEST] if isinstance(value, str) else value)
    return part


def _files(package: Any) -> dict[str, bytes]:
    """The files of a package by name: its parts, their relationships and the list of content types."""
    from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI

    parts = package.parts
    files = {CONTENT_TYPES_URI.membername: _content_types(parts), PACKAGE_URI.rels_uri.membername: package.rels.xml}
    for part in parts:
        files[part.partname.membername] = part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = part.rels.xml
    return files


def _content_types(parts: Sequence[Any]) -> bytes:
    """The type of each part: that of pictures by their ending, any other by the part's name (clause 7.2.3)."""
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.spec import default_content_types

    kinds = {part.partname: (part.partname.ext, part.content_type) for part in parts}
    usual = {("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)}
    usual |= {kind for kind in kinds.values() if kind in default_content_types}
    others = ((name, kind[1]) for name, kind in sorted(kinds.items()) if kind not in usual)
    lines = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in sorted(usual)]
    lines += [f'<Override PartName="{escaped(name)}" ContentType="{kind}"/>' for name, kind in others]
    return f'{_DECLARATION}<Types xmlns="{_CONTENT_TYPES}">{"".join(lines)}</Types>'.encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file of the files, the list of content types first and the rest by name."""
    first = "[Content_Types].xml"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in sorted(files, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, files[name])
    return out.getvalue()
