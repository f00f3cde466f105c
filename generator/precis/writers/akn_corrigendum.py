"""The corrigendum of records as Akoma Ntoso: an amendment with a modification a correction (docs/akoma-ntoso.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from precis.assets import Assets
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
from precis.corrections.source import Corrected
from precis.documents.describe import describe
from precis.language.tongues import iso_codes
from precis.language.wording import Wording, load_wording
from precis.model import Inlines, PrecisError, Run, plain, texts_of
from precis.model.uri import text_uri
from precis.source.akn.marking import wrap
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


_WORDS: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Replace: {"old": "old", "new": "new"},
        InsertAfter: {"old": "words", "new": "new"},
        InsertAt: {"new": "new"},
        Rewrite: {"new": "new"},
        AddFootnote: {"new": "new"},
        Delete: {"old": "words"},
        Split: {"old": "words"},
    }
)
"""The fields of instructions that hold words of the record, and words to be read, by their names in textualMod."""
_MARKS = MappingProxyType({"old": "\x02\x03", "new": "\x04\x05"})
"""Signs that no text holds."""


def write_corrigendum(page: Page, corrected: Sequence[Corrected], assets: Assets) -> bytes:
    """The document of the corrigendum to some records, whose page has their corrections as they are printed, in order.

    Raises PrecisError for a record without symbol, body or date: the addresses are made of them.
    """
    codes = iso_codes(assets)
    targets = [text_uri(each.record, codes) for each in corrected]
    if not all(targets) or not page.meta("date"):
        message = (
            "an address in Akoma Ntoso is made of the symbol, the body and a date; give the record symbol: and held:"
        )
        raise PrecisError.one("akn-address", message)
    body: Any = page.body
    first = corrected[0].record
    things = Things(first, said(body.find(".//p[@class='committee']")))
    root = element("akomaNtoso")
    amendment = add(root, "amendment", name="corrigendum", contains="originalVersion")
    meta = add(amendment, "meta")
    date, symbol = dt.date.fromisoformat(page.meta("date")), page.meta("symbol")
    work = f"/akn/un/amendment/modification/un-{first.body}/{date.isoformat()}/{symbol.replace('/', '-')}"
    language = codes.get(first.language, first.language)
    names = Names(work, f"{work}/{language}@{date.isoformat()}", symbol, "modification", language)
    put_levels(meta, names, Dates({"issued": date}, {"issued": date}, date))
    changes = add(add(meta, "analysis", source="#precis"), "activeModifications")
    references = add(meta, "references", source="#precis")
    for number, (each, target) in enumerate(zip(corrected, targets, strict=True), 1):
        symbol_shown = "" if each.record.symbol is None else str(each.record.symbol)
        add(references, "activeRef", eId=f"record_{number}", href=target, showAs=symbol_shown)
    title = add(add(add(amendment, "preface"), "p"), "docTitle")
    put_line(title, body.find(".//h2[@class='corrigendum']"))
    content = add(add(amendment, "amendmentBody"), "amendmentContent")
    wording = load_wording(first.language, assets)
    asked = [
        (correction, each, target)
        for each, target in zip(corrected, targets, strict=True)
        for correction in each.source.corrections
    ]
    for number, ((correction, each, target), printed) in enumerate(zip(asked, _printed(body), strict=True), 1):
        if printed.heading is not None:
            put_line(add(content, "p"), printed.heading)
        words = _quoted(correction, each, wording)
        _put(content, changes, number, correction, words, printed.lines, target)
    things.put(references)
    return serialized(root)


@dataclass(slots=True)
class _Printed:
    """A correction on the page: the lines that say it, its place first, and the heading above it, if there is one."""

    heading: Any
    lines: list[Any]


def _printed(body: Any) -> Iterator[_Printed]:
    """The corrections of the page, in order."""
    heading: Any = None
    found: _Printed | None = None
    for line in body.find(".//section[@class='text']"):
        if line.get("class") == "place":
            if found is not None:
                yield found
            found, heading = _Printed(heading, [line]), None
        elif line.tag == "h3":
            heading = line
        elif found is not None and line.tag != "hr":
            found.lines.append(line)
    if found is not None:
        yield found


def _put(
    content: Any,
    changes: Any,
    number: int,
    correction: Correction,
    quoted: Mapping[str, tuple[int, int]],
    lines: list[Any],
    target: str,
) -> None:
    """Put one correction: the words that say it, and what it does, where. `quoted` are the places of the record's."""
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
    for line in lines[1:]:
        put_line(mod, line)
        add_text(mod, " ")
    wrap(mod, ref, "quotedText", {f"{name}__{kind}": place for kind, place in quoted.items()})
    ref.tail = f": {ref.tail or ''}"
    change = add(changes, "textualMod", type=KINDS[type(correction.instruction)], eId=f"am_{number}")
    add(change, "source", href=f"#{name}")
    add(change, "destination", href=address)
    for kind in quoted:
        add(change, kind, href=f"#{name}__{kind}")


def _quoted(correction: Correction, corrected: Corrected, wording: Wording) -> dict[str, tuple[int, int]]:
    """Where the words of the record and those to be read stand in what is said of a correction, below its place.

    Letters are counted, without blanks. They are found by saying the same with marks around the words. Words that are
    not said as they are, such as a sign by its name, have no place.
    """
    instruction = correction.instruction
    marked: dict[str, Any] = {}
    for kind, name in _WORDS.get(type(instruction), {}).items():
        words: Inlines = getattr(instruction, name)
        if isinstance(instruction, Replace) or wording.sign_name(plain(words).strip()) is None:
            marked[name] = (Run(_MARKS[kind][0]), *words, Run(_MARKS[kind][1]))
    told = describe(
        Correction(correction.location, replace(instruction, **marked)),
        corrected.record,
        wording,
        corrected.source.corrections,
    )
    said_all = "".join(plain(inlines) for block in told.blocks for inlines in texts_of(block))
    found: dict[str, tuple[int, int]] = {}
    letters, first = 0, 0
    for letter in said_all:
        kind = next((kind for kind, marks in _MARKS.items() if letter in marks), "")
        if not kind:
            letters += not letter.isspace()
        elif letter == _MARKS[kind][0]:
            first = letters
        elif letters > first:
            found[kind] = (first, letters)
    return found
