"""A Word file opened: its text, and the parts that the text refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from precis.assets import Assets
from precis.model import FileSpan, PrecisError
from precis.reading.forms.docx.changes import Changes
from precis.reading.forms.docx.markup import A, R, W, switched
from precis.reading.forms.docx.names import StyleNames, style_names
from precis.reading.forms.docx.notes import Notes
from precis.reading.forms.docx.numbering import Numbering
from precis.reading.forms.docx.package import Package
from precis.reading.forms.docx.styles import BODY, Look, ParagraphStyle, Styles

__all__ = ["HeadOrFoot", "WordFile", "open_word_file"]

MAX_PARAGRAPHS = 50_000
"""How many paragraphs a file may have, those in the cells of tables too; a hundred pages have two thousand."""

_WORD_ROOT = f"{W}document"


@dataclass(frozen=True, slots=True)
class HeadOrFoot:
    """A head or foot of pages; `first` that of the first page of the file, where that page has its own."""

    element: Any
    is_head: bool
    first: bool


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file. `own` says that this project wrote it: it uses a style that only our files have.

    `sections` are the properties of the sections in order; `comments` those comments that have not been told, by id;
    `targets` the names of the parts and files that the text refers to, by id.
    """

    name: str
    body: Any
    styles: Styles
    names: StyleNames
    numbering: Numbering
    notes: Notes
    changes: Changes
    sections: Sequence[Any]
    heads_and_feet: Sequence[HeadOrFoot]
    comments: dict[str, Any]
    own: bool
    targets: dict[str, str]
    package: Package

    def drawn(self, identifiers: Iterable[str]) -> str:
        """The words of charts and diagrams, which the text refers to by these ids."""
        parts = (self.package.part(self.targets[each]) for each in identifiers if each in self.targets)
        found = (each.text or "" for part in parts if part is not None for each in part.iter(f"{A}t", "{*}v"))
        return " ".join(" ".join(found).split())

    def base_look(self, style: ParagraphStyle) -> Look:
        """The look of text to which nothing is done: that of the style, unless the style is known for what it is.

        The bold of a heading is not of its words.
        """
        names = style.names
        known = (self.own and names[:1] and names[0] in self.names.own) or style.outline < BODY
        return style.bare if known or self.names.meaning(names) is not None else style.look


def open_word_file(data: bytes, file: str, assets: Assets, *, rejected: bool) -> WordFile:
    """The file in `data`; PrecisError if it is no Word file, damaged, or beyond bounds."""
    package = Package(data, file)
    root = package.part(package.main)
    body = None if root.tag != _WORD_ROOT else root.find(f"{W}body")
    if body is None:
        message = "is damaged: it has no text where a Word file has it; save it again in Word"
        raise PrecisError.one("file-damaged", message, FileSpan(file))
    if sum(1 for _ in body.iter(f"{W}p")) > MAX_PARAGRAPHS:
        message = f"has more than {MAX_PARAGRAPHS:,} paragraphs; give the text of one record"
        raise PrecisError.one("file-long", message, FileSpan(file))
    relations = package.relations(package.main)
    beside = {each.kind: each.target for each in relations}

    def part(kind: str) -> Any:
        return package.part(beside[kind]) if kind in beside else None

    styles, settings, comments = Styles(part("styles")), part("settings"), part("comments")
    used = {styles.name(each.get(f"{W}val")) for each in body.iter(f"{W}pStyle")}
    names = style_names(used, assets)
    sections = [each for each in body.iter(f"{W}sectPr") if each.getparent().tag in (f"{W}pPr", f"{W}body")]
    heads = {each.identifier: each.target for each in relations if each.kind in ("header", "footer")}
    return WordFile(
        name=file,
        body=body,
        styles=styles,
        names=names,
        numbering=Numbering(part("numbering"), styles),
        notes=Notes(part("footnotes"), part("endnotes"), settings),
        changes=Changes(rejected),
        sections=sections,
        heads_and_feet=list(_heads_and_feet(package, heads, sections)),
        comments={each.get(f"{W}id"): each for each in (() if comments is None else comments)},
        own=bool(used & names.only_own),
        targets={each.identifier: each.target for each in package.relations(package.main, outside=True)},
        package=package,
    )


def _heads_and_feet(package: Package, targets: dict[str, str], sections: Sequence[Any]) -> Iterator[HeadOrFoot]:
    """The heads and feet of all sections, each once: in the order of sections, then those that no section names."""
    used: dict[str, bool] = {}
    for index, section in enumerate(sections):
        own_first = bool(switched(section.find(f"{W}titlePg")))
        for each in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            first = index == 0 and own_first and each.get(f"{W}type") == "first"
            target = targets.get(each.get(f"{R}id", ""))
            if target is not None:
                used[target] = used.get(target, False) or first
    for target in dict.fromkeys((*used, *targets.values())):
        element = package.part(target)
        if element is not None:
            yield HeadOrFoot(element, element.tag == f"{W}hdr", used.get(target, False))
