"""The corrigendum of a record as Akoma Ntoso: an amendment with a modification a correction (docs/akoma-ntoso.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from precis.corrections.instruction import (
    AddEntry,
    AddFootnote,
    Correction,
    Delete,
    InsertAfter,
    InsertAt,
    InsertBlocks,
    Merge,
    Move,
    Remove,
    Renumber,
    Replace,
    Rewrite,
    SetField,
    SetLevel,
    SetNumbered,
    Split,
)
from precis.corrections.location import LocationKind
from precis.corrections.source import CorrectionsSource
from precis.model import Inlines, PrecisError, Record, plain
from precis.model.uri import LANGUAGES, text_uri
from precis.source.akn.marking import mark
from precis.source.akn.meta import Dates, Names, put_levels
from precis.source.akn.names import add, add_text, element
from precis.source.akn.things import Things
from precis.writers.akn import put_line, said, serialized
from precis.writers.page import Page

__all__ = ["KINDS", "write_corrigendum"]

KINDS: Mapping[type, str] = MappingProxyType(
    {
        **dict.fromkeys((Replace, Rewrite, SetField, SetLevel, SetNumbered), "substitution"),
        **dict.fromkeys((InsertAfter, InsertAt, InsertBlocks, AddEntry, AddFootnote), "insertion"),
        **dict.fromkeys((Delete, Remove), "repeal"),
        Move: "replacement",
        Split: "split",
        Merge: "join",
        Renumber: "renumbering",
    }
)
"""What each instruction is in Akoma Ntoso (textualMod)."""


def write_corrigendum(page: Page, record: Record, source: CorrectionsSource) -> bytes:
    """The document of the corrigendum to one record, whose page has the corrections as they are printed.

    Raises PrecisError for a record without symbol, body or date: the addresses are made of them.
    """
    target = text_uri(record)
    if not target or not page.meta("date"):
        message = (
            "an address in Akoma Ntoso is made of the symbol, the body and a date; give the record symbol: and held:"
        )
        raise PrecisError.one("akn-address", message)
    body: Any = page.body
    things = Things(record, said(body.find(".//p[@class='committee']")))
    root = element("akomaNtoso")
    amendment = add(root, "amendment", name="corrigendum", contains="originalVersion")
    meta = add(amendment, "meta")
    date, symbol = dt.date.fromisoformat(page.meta("date")), page.meta("symbol")
    work = f"/akn/un/amendment/modification/un-{record.body}/{date.isoformat()}/{symbol.replace('/', '-')}"
    language = LANGUAGES.get(record.language, record.language)
    names = Names(work, f"{work}/{language}@{date.isoformat()}", symbol, "modification", record.language)
    put_levels(meta, names, Dates({"issued": date}, {"issued": date}, date))
    changes = add(add(meta, "analysis", source="#precis"), "activeModifications")
    references = add(meta, "references", source="#precis")
    add(references, "activeRef", eId="record", href=target, showAs=str(record.symbol))
    title = add(add(add(amendment, "preface"), "p"), "docTitle")
    put_line(title, body.find(".//h2[@class='corrigendum']"))
    content = add(add(amendment, "amendmentBody"), "amendmentContent")
    for number, (correction, lines) in enumerate(zip(source.corrections, _printed(body), strict=True), 1):
        _put(content, changes, number, correction, lines, target)
    things.put(references)
    return serialized(root)


def _printed(body: Any) -> Iterator[list[Any]]:
    """The lines of the page that say each correction, its place first."""
    lines: list[Any] = []
    for line in body.find(".//section[@class='text']"):
        if line.get("class") == "place":
            if lines:
                yield lines
            lines = [line]
        elif lines and line.tag != "hr":
            lines.append(line)
    if lines:
        yield lines


def _put(content: Any, changes: Any, number: int, correction: Correction, lines: list[Any], target: str) -> None:
    """Put one correction: the words that say it, and what it does, where."""
    name = f"mod_{number}"
    where = correction.location
    place = f"#para_{where.number}" if where.kind is LocationKind.PARAGRAPH else ""
    address = f"{target}/!main{place}"
    mod = add(add(content, "p"), "mod", eId=name)
    ref = add(mod, "ref", href=address)
    for child in lines[0]:
        # The number of a correction is that of its element.
        add_text(
            ref, (child.tail or "").lstrip() if child.get("class") == "number" else said(child) + (child.tail or "")
        )
    add_text(mod, ": ")
    for line in lines[1:]:
        put_line(mod, line)
        add_text(mod, " ")
    change = add(changes, "textualMod", type=KINDS[type(correction.instruction)], eId=f"am_{number}")
    add(change, "source", href=f"#{name}")
    add(change, "destination", href=address)
    old, new = _words(correction)
    for kind, words in (("old", old), ("new", new)):
        if mark(mod, words, "quotedText", eId=f"{name}__{kind}") is not None:
            add(change, kind, href=f"#{name}__{kind}")


def _words(correction: Correction) -> tuple[str, str]:
    """The words of the record that a correction names, and those that are to be read; empty where it has none."""
    found: tuple[Inlines, Inlines]
    match correction.instruction:
        case Replace(old, new) | InsertAfter(old, new):
            found = (old, new)
        case InsertAt(_, new) | Rewrite(new) | AddFootnote(new):
            found = ((), new)
        case Delete(words) | Split(words):
            found = (words, ())
        case _:
            found = ((), ())
    return plain(found[0]), plain(found[1])
