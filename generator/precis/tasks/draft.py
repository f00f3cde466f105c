"""Drafting: the source of a record of a meeting that is about to be held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from precis.assets import Assets
from precis.language import load_wording
from precis.language.bodies import body_of_symbol, with_body
from precis.language.states import load_states
from precis.model import (
    Block,
    Faults,
    FileSpan,
    Gap,
    Heading,
    Inlines,
    Paragraph,
    PrecisError,
    Record,
    Run,
    Symbol,
    joined,
    plain,
)
from precis.proceedings import Item, ProcedureKind, proceedings_of
from precis.reading.files import read_file
from precis.source.body import Body
from precis.source.fields import FIELDS, record_of, values_of
from precis.source.front import FrontMatter, print_front
from precis.source.printed import print_body
from precis.source.record import check_record

__all__ = ["WANTED", "Earlier", "draft", "earlier"]

WANTED = ("session", "held", "place", "chair", "issued", "original", "began", "rose")
"""The fields that every record's cover and text need, beside the symbol."""

_CARRIED = ("body", "session", "place", "distribution", "language", "original", "sample")
"""The fields that the next meeting of a session shares with one, beside who presides."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the record of an earlier meeting gives to the next: typed values of the cover, and how its text begins."""

    values: Mapping[str, Any]
    blocks: tuple[Block, ...] = ()
    symbol: Symbol | None = None
    file: str = ""

    def check(self, symbol: Symbol) -> None:
        """PrecisError if the record of that symbol is no later one of the same body."""
        if self.symbol is None:
            return
        if self.symbol.series != symbol.series:
            message = f"is the record {self.symbol}, of another body than {symbol}; name a record of the same session"
        elif self.symbol.element == symbol.element and self.symbol.meeting >= symbol.meeting:
            message = f"is the record {self.symbol}, which is not before {symbol}; name that of an earlier meeting"
        else:
            return
        raise PrecisError.one("other-record", message, FileSpan(self.file))


def earlier(file: str, assets: Assets) -> Earlier:
    """What the next meeting shares with that of a record: the session, the place, who presides; a dialogue goes on.

    The headings of a dialogue that stood last are "(continued)", and the delegation comes again by the same formula.
    """
    record = read_file(file, assets).record
    usual = Record()
    values = {key: getattr(record, key) for key in _CARRIED if getattr(record, key) != getattr(usual, key)}
    of_symbol = None if record.symbol is None else body_of_symbol(record.symbol, assets)
    if of_symbol is not None and of_symbol.code == record.body:
        # So will that of the next tell it.
        values.pop("body", None)
    if record.chairs:
        values["chair"] = record.chairs[-1:]
    return Earlier(values, tuple(_going_on(record, assets)), record.symbol, file)


def _going_on(record: Record, assets: Assets) -> Iterator[Block]:
    wording = load_wording(record.language, assets)
    year = record.held.date.year if record.held else None
    proceedings = proceedings_of(record, wording, load_states(assets, record.language).in_year(year))
    last = proceedings.said[-1].items if proceedings.said else ()
    if not any(item.dialogue for item in last):
        return
    continued = wording.reading["continued"][0]
    for item in last:
        heading = record.blocks[item.at.block]
        assert isinstance(heading, Heading), "an item is what a heading says"
        yield Heading(
            heading.level, heading.inlines if item.continued else _continued(heading.inlines, item, continued)
        )
    arrivals = [line for line in proceedings.procedure if line.kind is ProcedureKind.ARRIVAL]
    if arrivals:
        yield Paragraph(1, (Run(arrivals[-1].text, italic=True),))


def _continued(inlines: Inlines, item: Item, words: str) -> Inlines:
    """A heading with "(continued)" at its end, or before the symbols of its documents; the word is in italics."""
    text = plain(inlines)
    symbol = text.find(item.symbols[0]) if item.symbols else -1
    at = text.rfind(" (", 0, symbol) if symbol >= 0 else len(text)
    at = len(text) if at < 0 else at
    inner = re.sub(r"[()]", "", words)
    return joined((Run(f"{text[:at]} ("), Run(inner, italic=True), Run(f"){text[at:]}")))


def draft(
    values: Mapping[str, Any],
    items: Sequence[str],
    assets: Assets,
    begun: Sequence[Block] = (),
) -> str:
    """A source ready to fill: the typed `values` of the front matter, what is wanted as comments, a heading an item.

    `begun` are the blocks that the text begins with. The treaty body of the `assets` is written where the symbol tells
    none. It builds at once; what is still wanted is printed as gaps. Raises PrecisError if the values do not fit one
    another.
    """
    record, faults = record_of(values), Faults()
    if record.symbol is None or body_of_symbol(record.symbol, assets) is None:
        record = with_body(record, assets)
    check_record(record, FrontMatter({}), faults, assets)
    faults.check()
    shown = values_of(record)
    helps = {field.key: field.help for field in FIELDS}
    wanted = [f"{key}: {helps[key]}" for key in WANTED if key not in shown]
    blocks: list[Block] = [] if items else list(begun)
    first = sum(isinstance(block, Paragraph) for block in blocks) + 1
    for number, item in enumerate(items or [""], first):
        if item:
            blocks.append(Heading(1, (Run(item),)))
        blocks.append(Paragraph(number, (Gap("text"),)))
    comments = {"": ["Still wanted:", *wanted]} if wanted else {}
    return print_front(shown, comments) + "\n" + print_body(Body(tuple(blocks), ()))
