"""A record from its Akoma Ntoso: the fields of its cover, and its text as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from lxml import etree

from precis.assets import Assets
from precis.language.bodies import with_body
from precis.language.cover_lines import with_offices
from precis.language.tongues import iso_codes
from precis.model import Block, Faults, Heading, List, ListItem, Paragraph, Quotation, Reading, Table
from precis.model.blocks import Align
from precis.source.akn.inlines import NoteReader, read_inlines
from precis.source.akn.meta import own_values, said_values
from precis.source.akn.names import AKN, SOURCE, local, tag
from precis.source.akn.schema import check, parsed
from precis.source.field import typed_values
from precis.source.fields import FIELDS, record_of
from precis.source.front import FrontMatter, check_keys
from precis.source.record import check_record

__all__ = ["read_akn"]

_LEVEL = re.compile(r"level-(\d+)")
_ALIGNS: Mapping[str, Align] = MappingProxyType({"left": "left", "center": "center", "right": "right"})
_BLOCKS = tuple(
    map(
        tag,
        (
            *("p", "li", "ul", "table", "heading", "embeddedStructure"),
            *("summary", "scene", "narrative", "speech", "debateSection"),
        ),
    )
)
"""The elements that are not there where all their words were taken out."""
_LINES = ("summary", "scene", "narrative")


def read_akn(data: bytes, file: str, assets: Assets, *, rejected: bool = False) -> Reading:
    """The record of a document; PrecisError with all that is wrong in it, each with its line.

    Marked changes (`ins`, `del`) are read as accepted, or as `rejected`.
    """
    faults = Faults(file)
    root = parsed(data, faults)
    faults.check()
    codes = iso_codes(assets)
    check(root, tuple(codes.values()), faults)
    report = root.find(tag("debateReport"))
    if report is None:
        message = f"has no debateReport of {AKN}; precis reads summary records alone"
        faults.add("akn-kind", message, 1)
    faults.check()
    _settle(report, *(("ins", "del") if rejected else ("del", "ins")))
    own = own_values(root, faults)
    values = {key: value for key, value in {**said_values(root, codes), **own}.items() if value != ""}
    front = FrontMatter(values)
    check_keys(front, [field.key for field in FIELDS], faults)
    typed = typed_values(front, FIELDS, faults)
    notes = NoteReader()
    main = report.find(tag("mainBody"))
    blocks = tuple(_blocks(main, 0, notes))
    record = replace(record_of(typed), blocks=blocks, footnotes=notes.footnotes)
    check_record(record, front, faults, assets)
    faults.check()
    return Reading(with_offices(with_body(record, assets), assets))


def _settle(report: Any, gone: str, kept: str) -> None:
    """Take out the words that changes took out, and what is left empty by it; those that they kept are as others."""
    places = [each for node in report.iter(tag(gone)) for each in node.iterancestors(*_BLOCKS)]
    # A table of which nothing but the line on its source had words goes with that line.
    places += [each.getprevious() for each in places if each.get("class") == SOURCE]
    etree.strip_elements(report, tag(gone), with_tail=False)
    etree.strip_tags(report, tag(kept))
    for place in places:
        behind = place.getnext()
        # A table without words in its cells may have a line on its source.
        sourced = behind is not None and behind.get("class") == SOURCE and _says(behind)
        if place.getparent() is not None and not _says(place) and not sourced:
            place.getparent().remove(place)


def _says(node: Any) -> bool:
    """Whether an element has words, but for the number of a paragraph or of an item."""
    if (node.text or "").strip():
        return True
    return any((not _is_number(child) and _says(child)) or (child.tail or "").strip() for child in node if local(child))


def _is_number(node: Any) -> bool:
    return local(node) == "num" or (local(node) == "inline" and node.get("name") == "number")


def _blocks(node: Any, depth: int, notes: NoteReader) -> Iterator[Block]:
    """The blocks of a section and of what stands in it; `depth` is how many headings stand above."""
    number: int | None = None
    for child in node:
        name = local(child)
        if name == "num":
            number = int((child.text or "0").strip().rstrip(".") or 0)
        elif name == "heading":
            yield Heading(_level(node) or depth, read_inlines(child, notes))
        elif name == "debateSection" and child.get("name") == "opening":
            continue
        elif name in ("debateSection", "speech"):
            yield from _blocks(child, depth + (child.find(tag("heading")) is not None), notes)
        elif name == "p" and child.get("class") == SOURCE:
            continue
        elif name in _LINES or (name == "p" and child.find(tag("embeddedStructure")) is None):
            yield Paragraph(number, read_inlines(child, notes))
            number = None
        elif name == "p":
            quoted = child.find(tag("embeddedStructure"))
            yield Quotation(tuple(read_inlines(each, notes) for each in quoted))
        elif name == "ul":
            yield List(tuple(_item(each, notes) for each in child if local(each) == "li"))
        elif name == "table":
            behind = child.getnext()
            source = behind if behind is not None and behind.get("class") == SOURCE else None
            yield _table(child, source, notes)


def _item(item: Any, notes: NoteReader) -> ListItem:
    return ListItem(read_inlines(item, notes), _level(item) or 1, item.get("value", ""))


def _table(table: Any, source: Any, notes: NoteReader) -> Table:
    """A table: its first row is the head, whose cells say how their columns are aligned."""
    above = table.find(tag("caption"))
    caption = () if above is None else read_inlines(above, notes)
    rows = [[cell for cell in row if local(cell) in ("th", "td")] for row in table if local(row) == "tr"]
    head, *others = (tuple(read_inlines(cell, notes) for cell in row) for row in rows)
    aligns: tuple[Align, ...] = tuple(_ALIGNS.get(cell.get("class", ""), "left") for cell in rows[0])
    return Table(head, tuple(others), aligns, caption, () if source is None else read_inlines(source, notes))


def _level(node: Any) -> int | None:
    match = _LEVEL.fullmatch(node.get("class", ""))
    return int(match[1]) if match else None
