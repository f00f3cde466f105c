"""The title of a record and the line that says where and when the meeting was held (un-conventions.md §2.2, §2.3)."""

from __future__ import annotations

import re

from precis.model import Access, Call, Coverage, Held, Inline, Inlines, Part, Run, joined, plain
from precis.read.cover import Cover
from precis.read.line import cut
from precis.read.loose import Found, collapsed, squeezed

__all__ = ["check_calls", "read_held", "read_title"]

_TITLES = ("title_part", "title_public_part", "title_other", "title_partial", "title")
_HELD = ("held_online", "held", "held_date")
ONLINE = "videoconference"
"""The place of a meeting that was held nowhere."""


def read_title(cover: Cover) -> None:
    """Read the title: the number of the meeting, and how much of it the record covers."""
    found = next((found for name in _TITLES if (found := cover.first(name))), None)
    if found is None:
        return
    cover.title = found
    at, values, facts = cover.take(found), found.values, cover.facts
    facts.read("meeting_as_printed", values["meeting"], at)
    partial = found.name == "title_partial" or ("note" in values and not {"part", "access"} & values.keys())
    facts.read("coverage", Coverage.PARTIAL if partial else Coverage.FULL, at)
    if "access" in values:
        facts.read("part", Part(values.get("part"), values["access"]), at)
    elif "part" in values:
        facts.infer("part", Part(values["part"], Access.PUBLIC), "records of closed parts say that they are closed", at)
    if found.name == "title_other":
        facts.read("title_as_printed", _with_calls(_inlines(cover, found)), at)
    else:
        cover.settle("title", found, cover.said(found.name, {**values, "note": None, "gap": None}))


def check_calls(cover: Cover) -> None:
    """Warn of asterisks in the title whose notes the text has lost; documents print the usual notes."""
    if cover.title is None:
        return
    unrecorded = [note for note in cover.notes if note.name.startswith("unrecorded")]
    of_part = [note for note in cover.notes if not note.name.startswith(("unrecorded", "reissued"))]
    for slot, notes in (("note", of_part), ("gap", unrecorded)):
        stars = cover.title.values.get(slot, "")
        if stars and not notes:
            reason = "the text has lost the note of these asterisks"
            cover.facts.tell("warning", "notes", reason, cover.zone.line_at(cover.title.start), old=stars)


def _inlines(cover: Cover, found: Found) -> Inlines:
    """The title as it stands; over two lines, its words."""
    index = cover.zone.index(found.start)
    if index != cover.zone.index(found.end - 1):
        return (Run(collapsed(cover.words(found))),)
    start = cover.zone.starts[index]
    return cut(cover.zone.lines[index].inlines, found.start - start, found.end - start)


def _with_calls(inlines: Inlines) -> Inlines:
    """The title with a call in the place of each group of asterisks."""
    out: list[Inline] = []
    for item in inlines:
        if isinstance(item, Run):
            pieces = re.split(r"\s*(\*+)", item.text)
            out.extend(Call(piece) if index % 2 else Run(piece) for index, piece in enumerate(pieces))
    return joined(out)


def read_held(cover: Cover) -> None:
    """Read where, on which day and at what time the meeting was held."""
    found = next((found for name in _HELD if (found := cover.first(name))), None)
    if found is None:
        return
    at, values, facts = cover.take(found), found.values, cover.facts
    held = Held(values["date"], values.get("time"), _zone_of_time(cover, found))
    facts.read("held", held, at)
    online = found.name == "held_online"
    facts.read("place", ONLINE if online else _place(cover, found), at)
    weekday = held.date.weekday()
    _check_weekday(cover, values.get("weekday", weekday), held, at)
    slots = {"time": cover.wording.gap("time"), **values, "place": facts.get("place"), "weekday": weekday, "zone": ""}
    cover.settle("held", found, plain(cover.wording.say("held_online" if online else "held", **slots)))


def _place(cover: Cover, held: Found) -> str:
    """The place; one of those that are known, if only the blanks in it are others."""
    words = squeezed(cover.zone.text[slice(*held.spans["place"])]).replace("\n", "")
    known = (key for key, phrase in cover.wording.places.items() if squeezed(phrase) == words)
    return next(known, held.values["place"])


def _check_weekday(cover: Cover, printed: int, held: Held, at: int | None) -> None:
    weekdays, weekday = cover.wording.grammar.weekdays, held.date.weekday()
    if printed != weekday:
        reason = f"{plain(cover.wording.date(held.date))} is a {weekdays[weekday]}"
        cover.facts.tell("warning", "held", reason, at, old=weekdays[printed], new=weekdays[weekday])


def _zone_of_time(cover: Cover, held: Found) -> str | None:
    """The time zone, which stands right after the time."""
    for found in cover.all("zone"):
        if held.end <= found.start and not cover.zone.text[held.end : found.start].strip():
            cover.take(found)
            return collapsed(cover.words(found)).strip("()")
    return None
