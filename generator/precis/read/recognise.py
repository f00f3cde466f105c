"""A record from the lines of a published text, through the wording files; whatever form the lines came from."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from precis.assets import Assets
from precis.model import ContentsItem, Heading, Record, plain
from precis.read.body import Body, read_body
from precis.read.chairs import read_chairs
from precis.read.contents import read_contents, read_contents_label
from precis.read.cover import Cover
from precis.read.facts import Facts, letters
from precis.read.infer import infer, tell_missing
from precis.read.line import TextLine
from precis.read.loose import same_words
from precis.read.masthead import (
    read_distribution,
    read_issued,
    read_labels,
    read_language,
    read_names,
    read_session,
    read_symbol,
)
from precis.read.notes import read_corrections, read_notes
from precis.read.parts import sort_lines
from precis.read.reading import Reading
from precis.read.title import read_held, read_title
from precis.read.zone import Zone
from precis.wording.bodies import bodies
from precis.wording.contents import contents_of
from precis.wording.wording import Wording, load_wording

__all__ = ["recognise"]

_FIELDS = frozenset(field.name for field in dataclasses.fields(Record))
_RULES: tuple[Callable[[Cover], None], ...] = (
    read_corrections,
    read_notes,
    read_title,
    read_held,
    read_symbol,
    read_contents_label,
    read_names,
    read_session,
    read_language,
    read_distribution,
    read_chairs,
    read_issued,
    read_labels,
    read_contents,
)
"""The rules of a cover in their order: what has the most words of its own comes first."""


def recognise(lines: Sequence[TextLine], file: str, assets: Assets, given: Mapping[str, Any]) -> Reading:
    """The record that the lines are, with the findings. `given` are fields that the user supplied."""
    wording = load_wording(given.get("language", "en"), assets)
    known = bodies(assets)
    facts = Facts(file, given)
    parts = sort_lines(lines, wording, facts)
    cover = Cover(Zone([*parts.cover, *parts.tail]), wording, known, facts)
    for rule in _RULES:
        rule(cover)
    for piece in cover.zone.rest():
        if letters(piece.text):
            facts.tell("unread", "cover", "no known part of a cover", piece.line.at, old=piece.text)
    text = read_body(parts.text, cover.contents, wording, facts)
    infer(text, cover.notes, known, wording, facts)
    _keep_contents(cover, text, wording)
    tell_missing(facts)
    return Reading(_record(facts, text), tuple(sorted(facts.findings, key=lambda each: each.place.line or 0)))


def _keep_contents(cover: Cover, text: Body, wording: Wording) -> None:
    """Keep the contents as printed, if they are not what follows from the headings."""
    headings = [block for block in text.blocks if isinstance(block, Heading)]
    printed = [same_words(line.text) for line in cover.contents]
    if printed and printed != [same_words(plain(item.inlines)) for item in contents_of(headings, wording)]:
        items = tuple(ContentsItem(1, line.inlines) for line in cover.contents)
        cover.facts.read("contents_as_printed", items, cover.contents[0].at)


def _record(facts: Facts, text: Body) -> Record:
    values = {name: value for name, value in facts.values.items() if name in _FIELDS and value is not None}
    symbol = values.get("symbol")
    if symbol is not None and symbol.meeting == values.get("meeting_as_printed"):
        del values["meeting_as_printed"]
    return Record(**{"blocks": tuple(text.blocks), "footnotes": tuple(text.footnotes), **values})
