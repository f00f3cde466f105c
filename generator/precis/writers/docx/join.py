"""Our styles and lists joined to those of a user's template.

Styles are matched by name: theirs are kept, ours that they lack are added. Their ids and the numbers of
their lists stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from lxml import etree

from precis.writers.docx.markup import NAMESPACES
from precis.writers.docx.numbering import Numbering
from precis.writers.docx.reference import Reference
from precis.writers.docx.styles import NO_OUTLINE, StyleSheet

__all__ = ["joined_numbering", "joined_styles", "numbering_after"]

_W = f"{{{NAMESPACES['w']}}}"


def numbering_after(reference: Reference) -> Numbering:
    """An empty numbering whose lists and numbers come after those of the template."""
    return Numbering(
        first_list=1 + max(_numbers(reference.numbering, "abstractNum", "abstractNumId"), default=-1),
        first_number=1 + max(_numbers(reference.numbering, "num", "numId"), default=0),
    )


def _numbers(root: Any, tag: str, attribute: str) -> Iterator[int]:
    if root is not None:
        yield from (int(each.get(f"{_W}{attribute}")) for each in root.iterfind(f"{_W}{tag}"))


def joined_numbering(ours: bytes, reference: Reference) -> bytes:
    """The numbering part: their lists before ours, their numbers before ours, as the schema orders them."""
    if reference.numbering is None:
        return ours
    root = reference.numbering
    last_list = max((index for index, each in enumerate(root, 1) if each.tag == f"{_W}abstractNum"), default=0)
    last = max((index for index, each in enumerate(root, 1) if each.tag == f"{_W}num"), default=last_list)
    added: Any = etree.fromstring(ours)
    root[last:last] = added.findall(f"{_W}num")
    root[last_list:last_list] = added.findall(f"{_W}abstractNum")
    return _part(root)


def joined_styles(ours: StyleSheet, reference: Reference) -> StyleSheet:
    """Their styles, and after them those of ours that they lack."""
    root = reference.styles
    theirs = [_Style(each) for each in root.iterfind(f"{_W}style")]
    known = {(each.kind, each.name): each.identifier for each in theirs}
    defaults = {each.kind for each in theirs if each.element.get(f"{_W}default")}
    taken = {each.identifier for each in theirs}
    ids, added = {}, []
    for style in map(_Style, etree.fromstring(ours.blob).iterfind(f"{_W}style")):
        identifier = known.get((style.kind, style.name))
        if identifier is None:
            identifier = _free(style.identifier, taken)
            added.append(style)
        ids[style.identifier] = identifier
    for style in added:
        style.rename(ids)
        if style.kind in defaults:
            style.element.attrib.pop(f"{_W}default", "")
        root.append(style.element)
    return _sheet(root, ids)


@dataclass(frozen=True, slots=True)
class _Style:
    """A `w:style`. Word compares names without regard to case."""

    element: Any

    @property
    def kind(self) -> str:
        return str(self.element.get(f"{_W}type"))

    @property
    def name(self) -> str:
        return str(self.element.find(f"{_W}name").get(f"{_W}val")).casefold()

    @property
    def identifier(self) -> str:
        return str(self.element.get(f"{_W}styleId"))

    def rename(self, ids: Mapping[str, str]) -> None:
        """Give this style and those it refers to their ids in the file."""
        self.element.set(f"{_W}styleId", ids[self.identifier])
        for tag in ("basedOn", "next"):
            for link in self.element.iterfind(f"{_W}{tag}"):
                link.set(f"{_W}val", ids[link.get(f"{_W}val")])


def _free(identifier: str, taken: set[str]) -> str:
    names = (f"{identifier}{end or ''}" for end in count())
    return next(name for name in names if name not in taken)


def _sheet(root: Any, ids: Mapping[str, str]) -> StyleSheet:
    styles = {each.get(f"{_W}styleId"): each for each in root.iterfind(f"{_W}style")}
    outlines, numbered = {}, set()
    for own, identifier in ids.items():
        level = _inherited(styles, identifier, "outlineLvl")
        if level is not None and int(level.get(f"{_W}val")) < NO_OUTLINE:
            outlines[own] = int(level.get(f"{_W}val")) + 1
        if _inherited(styles, identifier, "numPr") is not None:
            numbered.add(own)
    return StyleSheet(_part(root), ids, outlines, frozenset(numbered))


def _inherited(styles: Mapping[str, Any], identifier: str, tag: str) -> Any:
    """The paragraph property `tag` of a style, or of the nearest style it is based on."""
    seen: set[str] = set()
    while identifier in styles and identifier not in seen:
        seen.add(identifier)
        found = styles[identifier].find(f"{_W}pPr/{_W}{tag}")
        if found is not None:
            return found
        base = styles[identifier].find(f"{_W}basedOn")
        identifier = "" if base is None else base.get(f"{_W}val")
    return None


def _part(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
