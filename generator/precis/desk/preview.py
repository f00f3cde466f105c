"""A text as its document looks: the page of `precis build --to html`, with the elements that the lines of the source
became, the printed numbers, the outline and the cover."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from lxml import etree

from precis.desk.elements import elements_of
from precis.desk.findings import Shown, Units, of_message
from precis.desk.outline import outline_of
from precis.documents.summary_record import summary_record
from precis.model import Paragraph, PrecisError
from precis.source.body import Body
from precis.source.kinds import WRITTEN
from precis.source.record import Placed, read_faulty
from precis.tasks.housed import housed, printed_by
from precis.tasks.rendering import Settings, page_of
from precis.writers.html import html_tree

__all__ = ["preview"]

_LINE = "data-line"


def preview(path: str, text: str, settings: Settings) -> dict[str, Any]:
    """What the desk shows of a text: see `api/preview` in docs/desk.md.

    Where the text is such that no page can be made of it, `html` is None, and `faults` say why.
    """
    begun = time.perf_counter()
    units = Units(text)
    shown: dict[str, Any] = {"html": None, "style": "", "places": [], "numbers": [], "outline": [], "cover": {}}
    try:
        read = read_faulty(text, path, settings.assets, forms=WRITTEN)
    except PrecisError as error:
        return shown | {"faults": _faults(error, path, units), "ms": _since(begun)}
    placed, faults = read.placed, [of_message(fault, units) for fault in read.faults]
    body = placed.body
    shown["cover"] = dict(placed.front.values)
    shown["numbers"] = [
        [line, block.number]
        for block, line in zip(body.blocks, body.lines, strict=True)
        if isinstance(block, Paragraph) and block.number is not None
    ]
    try:
        shown["outline"] = outline_of(placed, settings.assets)
        shown["html"], shown["style"], shown["places"] = _page(placed, settings)
    except PrecisError as error:
        # What hinders the page of a text with faults follows from them.
        faults = faults or _faults(error, path, units)
    return shown | {"faults": faults, "ms": _since(begun)}


def _since(begun: float) -> int:
    return round((time.perf_counter() - begun) * 1000)


def _faults(error: PrecisError, path: str, units: Units) -> list[Shown]:
    return [of_message(fault.of(path), units) for fault in error.faults]


def _page(placed: Placed, settings: Settings) -> tuple[str, str, list[list[Any]]]:
    """The inner body and the style of the page, and the ids of its elements by the lines they are of."""
    record = placed.reading.record
    style, assets = housed(record, settings.house, settings.assets)
    view = printed_by(summary_record(record, assets, style.first_foot["qr_address"]), style, assets)
    page = page_of(view, style, assets)
    _note_lines(page.body, placed.body)
    root = html_tree(page, style, assets, settings.extras.emblem)
    body = root.find("body")
    places = list(_places(body))
    inner = "".join(etree.tostring(each, encoding="unicode", method="html") for each in body)
    return inner, root.findtext("head/style") or "", places


def _note_lines(body: Any, source: Body) -> None:
    """Give each element of the text the line of the block that it is of."""
    for element, line in zip(elements_of(body, source.blocks), source.lines, strict=True):
        if element is not None:
            element.set(_LINE, str(line))


def _places(body: Any) -> Iterator[list[Any]]:
    for element in body.iter():
        line = element.attrib.pop(_LINE, None) if isinstance(element.tag, str) else None
        if line is not None:
            if element.get("id") is None:
                element.set("id", f"line-{line}")
            yield [int(line), element.get("id")]
