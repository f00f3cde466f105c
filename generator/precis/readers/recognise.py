"""A record from the lines of a published text, through the wording files; whatever form the lines came from."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from precis.assets import Assets
from precis.model import ContentsItem, Heading, Record, plain
from precis.readers.body import Body as Text
from precis.readers.body import read_body
from precis.readers.chairs import read_chairs
from precis.readers.columns import by_columns
from precis.readers.contents import contents_items, heading_forms, read_contents, read_contents_label
from precis.readers.cover import Cover
from precis.readers.facts import Facts, letters
from precis.readers.footnotes import read_footnotes, settle_footnotes
from precis.readers.furniture import read_furniture, without_furniture
from precis.readers.infer import infer, tell_missing
from precis.readers.line import TextLine
from precis.readers.loose import same_words
from precis.readers.masthead import (
    read_distribution,
    read_issued,
    read_language,
    read_names,
    read_session,
    read_symbol,
)
from precis.readers.notes import keep_notes, read_corrections, read_notes, read_other_notes
from precis.readers.paragraphs import paragraph_lines
from precis.readers.parts import read_before_opening, settle_line, sort_lines
from precis.readers.reading import Reading
from precis.readers.repair import repair
from precis.readers.title import check_meeting, read_held, read_title
from precis.readers.zone import Zone
from precis.wording.bodies import Body, bodies
from precis.wording.contents import contents_of
from precis.wording.wording import Wording, languages, load_wording

__all__ = ["recognise"]

_FIELDS = frozenset(field.name for field in dataclasses.fields(Record))
_RULES: tuple[Callable[[Cover], None], ...] = (
    read_corrections,
    read_notes,
    read_title,
    read_held,
    read_symbol,
    check_meeting,
    read_contents_label,
    read_distribution,
    read_language,
    read_names,
    read_session,
    read_before_opening,
    read_chairs,
    read_issued,
    read_other_notes,
    read_furniture,
    read_contents,
)
"""The rules of a cover in their order: what has the most words of its own comes first."""

TELLING = ("title", "title_partial", "meeting_opening", "meeting_closing", "discussion_opening", "part_opening")
"""The formulae that tell the language of a text."""


def recognise(lines: Sequence[TextLine], file: str, assets: Assets, given: Mapping[str, Any]) -> Reading:
    """The record that the lines are, with the findings. `given` are fields that the user supplied."""
    wordings, known = _known(assets)
    zone = Zone(lines)
    wording = _wording(zone, wordings, given, assets)
    facts = Facts(file, given=given)
    facts.values["language"] = wording.language
    parts = sort_lines(zone, wording, facts)
    cover_lines = by_columns(parts.cover)
    cover_zone = Zone([*cover_lines, *parts.tail])
    tail_start = cover_zone.starts[len(cover_lines)] if parts.tail else len(cover_zone.text)
    cover = Cover(cover_zone, wording, known, facts, tail_start)
    for rule in _RULES:
        rule(cover)
    for line in parts.ends:
        settle_line(line, wording, facts)
    text = _read_text([*cover.before_opening, *parts.text], cover)
    read_footnotes(cover, text)
    settle_footnotes(text, facts)
    for piece in cover.zone.rest():
        if letters(piece.text):
            facts.tell("unread", "cover", "no known part of a cover", piece.line.at, old=piece.text)
    infer(text, cover.notes, known, wording, facts)
    keep_notes(cover)
    tell_missing(facts)
    return Reading(_record(facts, text), tuple(sorted(facts.findings, key=lambda each: each.place.line or 0)))


@lru_cache(maxsize=4)
def _known(assets: Assets) -> tuple[list[Wording], list[Body]]:
    """The wordings and the bodies, loaded once: a folder of records is read with the same ones."""
    return [load_wording(language, assets) for language in languages(assets)], bodies(assets)


def _wording(zone: Zone, known: Sequence[Wording], given: Mapping[str, Any], assets: Assets) -> Wording:
    """The wording of the language that the text is in: the first that has its title, opening or closing line."""
    if "language" in given and given["language"] not in [wording.language for wording in known]:
        load_wording(given["language"], assets)
    for wording in known:
        if given.get("language") == wording.language:
            return wording
    speaks = (wording for wording in known if any(zone.first(name, wording.forms(name)) for name in TELLING))
    return next(speaks, known[0])


def _read_text(lines: Sequence[TextLine], cover: Cover) -> Text:
    """The blocks of the text; and the contents as printed, if they are not what follows from the headings."""
    wording, facts = cover.wording, cover.facts
    lines = without_furniture(lines, wording, facts)
    items = contents_items(cover.contents, heading_forms(lines, wording), wording)
    levels = {letters(plain(item.inlines)): item.level for item in items}
    text = read_body(paragraph_lines(lines, levels, facts), levels, wording, facts)
    repair(text, wording, facts)
    derived = contents_of([block for block in text.blocks if isinstance(block, Heading)], wording)
    if items and [_printed(item) for item in items] != [_printed(item) for item in derived]:
        facts.read("contents_as_printed", items, cover.contents[0].at)
    return text


def _printed(item: ContentsItem) -> tuple[int, str]:
    return item.level, same_words(plain(item.inlines))


def _record(facts: Facts, text: Text) -> Record:
    values = {name: value for name, value in facts.values.items() if name in _FIELDS and value is not None}
    if "symbol" in values:
        values.pop("meeting_as_printed", None)
    return Record(**{"blocks": tuple(text.blocks), "footnotes": tuple(text.footnotes), **values})
