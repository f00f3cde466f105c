"""A record as Akoma Ntoso: its cover as the page prints it, its text with who speaks (docs/akoma-ntoso.md)."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from precis.assets import Assets
from precis.documents.memorandum import last_day
from precis.language.states import load_states
from precis.language.tongues import iso_codes
from precis.language.wording import Wording, load_wording
from precis.model import Heading, PrecisError, Record, plain
from precis.model.uri import text_uri
from precis.proceedings import Proceedings, proceedings_of
from precis.source.akn.body import Written, put_body, section_names
from precis.source.akn.marking import mark
from precis.source.akn.meta import put_meta, put_own
from precis.source.akn.names import add, add_text, element, local, tag
from precis.source.akn.things import Things
from precis.writers.page import Page

__all__ = ["put_line", "said", "serialized", "write_akn"]

_LOOKS = ("b", "i", "sup")
_IN_CONTENTS = 2
"""Headings down to this level stand in the contents (docs/conventions.md §2.5)."""
_STRUCTURE = frozenset(
    """akomaNtoso debateReport meta identification FRBRWork FRBRExpression FRBRManifestation lifecycle references
    proprietary coverPage preface container mainBody amendment analysis parliamentary voting workflow
    activeModifications passiveModifications textualMod
    amendmentBody amendmentContent debateSection speech adjournment table tr ul embeddedStructure toc""".split()
)
"""The elements that have no words of their own: their children stand on lines of their own."""


def write_akn(page: Page, record: Record, assets: Assets, before: Record | None = None) -> bytes:
    """The document of a record, whose page has what the cover prints.

    In a record that was reissued with corrections, what is other than in the record `before` is marked.

    Raises PrecisError for a record without symbol, body or date: its address is made of them.
    """
    codes = iso_codes(assets)
    if not text_uri(record, codes):
        message = (
            "an address in Akoma Ntoso is made of the symbol, the body and a date; give the record symbol: and held:"
        )
        raise PrecisError.one("akn-address", message)
    wording = load_wording(record.language, assets)
    states = load_states(assets, record.language).in_year(record.held.date.year if record.held else None)
    body: Any = page.body
    lines = {
        key: body.findall(f".//p[@class='{key}']") for key in ("committee", "session", "held", "chair", "corrections")
    }
    committee = said(lines["committee"][0])
    things = Things(record, committee)
    root = element("akomaNtoso")
    contains = "singleVersion" if record.reissued else "originalVersion"
    report = add(root, "debateReport", name="summaryRecord", contains=contains)
    meta = add(report, "meta")
    published = next((image.get("src", "") for image in page.body.iter("img") if image.get("class") == "qr"), "")
    references = put_meta(meta, record, published.removeprefix("qr:"), codes)
    _put_masthead(add(report, "coverPage"), page, record, wording)
    preface = add(report, "preface")
    put_line(add(add(preface, "p"), "docCommittee", refersTo=things.body), lines["committee"][0])
    _put_session(add(preface, "p"), lines["session"][0], record, things)
    put_line(add(add(preface, "p"), "docTitle"), page.body.find(".//h1[@class='title']"))
    held = add(preface, "p")
    put_line(held, lines["held"][0])
    _mark_held(held, record, wording, things)
    for chair, line in zip([*record.chairs, *[None] * len(lines["chair"])], lines["chair"], strict=False):
        told = add(preface, "p")
        put_line(told, line)
        if chair is not None:
            mark(told, str(chair.named), "person", refersTo=things.person(chair.name), as_=things.role("Chair"))
    _put_contents(add(preface, "container", name="contents", eId="contents"), page, record)
    if lines["corrections"]:
        corrections = add(preface, "container", name="corrections", eId="corrections")
        for line in lines["corrections"]:
            put_line(add(corrections, "p"), line)
    proceedings = proceedings_of(record, wording, states)
    main = add(report, "mainBody", eId="body")
    text = _put_text(main, page, record, proceedings, things, wording, before)
    if record.issued is not None and lines["corrections"]:
        workflow = element("workflow", source="#precis")
        references.addprevious(workflow)
        due = things.concept("correctionsDue", "last day for corrections")
        day = last_day(record.issued).isoformat()
        add(workflow, "step", date=day, by="#dms", refersTo=due, eId="step_1")
    analysis = element("analysis", source="#precis")
    text.modifications.put(analysis, meta.findall(f".//{tag('eventRef')}")[-1].get("eId"))
    text.votes.put_counts(analysis)
    if len(analysis):
        references.addprevious(analysis)
    things.put(references)
    put_own(meta, record, codes)
    return serialized(root)


def _put_masthead(cover: Any, page: Page, record: Record, wording: Wording) -> None:
    masthead = add(cover, "container", name="masthead", eId="masthead")
    body: Any = page.body
    for line in body.findall(".//header[@class='masthead']/p"):
        if said(line):
            put_line(add(masthead, "p"), line)
    if record.symbol is not None:
        mark(masthead, str(record.symbol.bare), "docNumber")
    if record.issued is not None:
        mark(masthead, plain(wording.date(record.issued)), "date", date=record.issued.isoformat())


def _put_session(line: Any, printed: Any, record: Record, things: Things) -> None:
    if record.session is None:
        put_line(line, printed)
        return
    words = said(printed)
    event = things.thing("TLCEvent", words, "session", f"{record.body}.session.{record.session}")
    put_line(add(line, "session", refersTo=event, value=str(record.session)), printed)


def _mark_held(line: Any, record: Record, wording: Wording, things: Things) -> None:
    """Mark in the line that says when and where the meeting was held its place, its day and its hour."""
    if record.held is None:
        return
    mark(line, plain(wording.date(record.held.date)), "docDate", date=record.held.date.isoformat())
    if record.held.time is not None:
        mark(line, plain(wording.time(record.held.time)), "recordedTime", time=f"{record.held.time:%H:%M}:00")
    if record.place is not None:
        shown = wording.places.get(record.place, record.place)
        mark(line, shown, "location", refersTo=things.thing("TLCLocation", record.place))


def _put_contents(container: Any, page: Page, record: Record) -> None:
    """Put the contents: each line leads to the section of its heading, or to the text where it has none of its own."""
    title = page.body.find(".//p[@class='contents-title']")
    if title is not None:
        put_line(add(container, "p"), title)
    body: Any = page.body
    lines = [line for line in body.iter("p") if re.fullmatch(r"contents-\d", line.get("class", ""))]
    if not lines:
        return
    toc, sections = add(container, "toc"), section_names(record)
    levels = [block.level for block in record.blocks if isinstance(block, Heading)]
    shown = [name for name, level in zip(sections, levels, strict=True) if level <= _IN_CONTENTS]
    for place, line in enumerate(lines):
        href = f"#{shown[place]}" if len(shown) == len(lines) else "#body"
        put_line(add(toc, "tocItem", level=line.get("class", "")[-1], href=href), line)


def _put_text(
    main: Any,
    page: Page,
    record: Record,
    proceedings: Proceedings,
    things: Things,
    wording: Wording,
    before: Record | None,
) -> Written:
    """Put the text, between the line that opens it and the line that closes it."""
    body: Any = page.body
    lines = body.find(".//section[@class='text']").findall("p[@class='line']")
    opening = add(main, "debateSection", name="opening", eId="opening_line")
    narrative = add(opening, "narrative")
    put_line(narrative, lines[0])
    if record.opening is not None:
        mark(
            narrative,
            plain(wording.time(record.opening.time)),
            "recordedTime",
            type="startEvent",
            time=f"{record.opening.time:%H:%M}:00",
        )
    written = put_body(main, record, proceedings, things, wording, before)
    closing = add(add(written.last, "adjournment", eId="adjournment"), "p")
    put_line(closing, lines[-1])
    if record.closing is not None:
        mark(
            closing,
            plain(wording.time(record.closing.time)),
            "recordedTime",
            type="endEvent",
            time=f"{record.closing.time:%H:%M}:00",
        )
    return written


def put_line(place: Any, printed: Any) -> None:
    """Put the words of a line of the page, with their looks and notes."""
    _words(place, printed.text)
    for child in printed:
        kind = child.get("class", "")
        if child.tag in _LOOKS:
            put_line(add(place, child.tag), child)
        elif child.tag == "br":
            add(place, "eol")
        elif child.tag == "a":
            put_line(add(place, "a", href=child.get("href", "")), child)
        elif kind == "note":
            count = len(place.getroottree().getroot().findall(".//{*}authorialNote")) + 1
            note = add(
                place, "authorialNote", marker=child.get("data-mark", ""), placement="bottom", eId=f"note_{count}"
            )
            put_line(add(note, "p"), child)
        elif kind == "gap":
            add(place, "placeholder", "".join(child.itertext()))
        elif child.tag != "img":
            # An element that means nothing here: its words stand by themselves.
            put_line(place, child)
        _words(place, child.tail)


def said(line: Any) -> str:
    """The words of a line of the page, in one line."""
    return " ".join("".join(line.itertext()).split())


def _words(place: Any, text: str | None) -> None:
    if text:
        add_text(place, text)


def serialized(root: Any) -> bytes:
    """The bytes of a document; what stands beside one another is on lines of its own, where that adds no words."""
    for node in root.iter():
        if local(node) in _STRUCTURE and len(node):
            node.text = "\n"
            for child in node:
                child.tail = "\n"
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
