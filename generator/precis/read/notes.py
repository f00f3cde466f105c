"""The foot of a cover: the starred notes and the paragraph on corrections (un-conventions.md §2.6 and §2.7)."""

from __future__ import annotations

import re

from precis.model import MeetingRange, Note, Run, Symbol, plain
from precis.read.cover import Cover, StarredNote
from precis.read.loose import Found, collapsed, same_words

__all__ = ["read_corrections", "read_notes"]

_CORRECTIONS = ("corrections_1", "corrections_2")
_NOTES = (
    "rest_unrecorded",
    "unrecorded",
    "unrecorded_one",
    "other_part",
    "other_closed_part",
    "no_other_part",
    "no_other_closed_part",
    "reissued",
)
_STARS_BEFORE = re.compile(r"(\*+)[^\S\n]*$")


def read_corrections(cover: Cover) -> None:
    """Read the paragraph on corrections, whole or sentence by sentence. Documents print that of the house."""
    taken: list[tuple[int, str]] = []
    for name in (*_CORRECTIONS, "corrections"):
        for found in cover.all(name):
            if cover.zone.free(found.start, found.end):
                cover.take(found)
                taken.append((found.start, cover.words(found)))
    if taken:
        taken.sort()
        printed = " ".join(plain(cover.wording.say(name)) for name in _CORRECTIONS)
        at = cover.zone.line_at(taken[0][0])
        reason = "the wording of another year or house"
        cover.facts.settle("corrections", " ".join(words for _, words in taken), printed, at, reason)


def read_notes(cover: Cover) -> None:
    """Read the starred notes, and what they say of the meeting."""
    for name in _NOTES:
        for found in cover.all(name):
            if cover.zone.free(found.start, found.end):
                _read_note(cover, name, found)
    cover.notes.sort(key=lambda note: note.at or 0)
    _keep_words(cover)


def _keep_words(cover: Cover) -> None:
    """Keep the notes as printed, if their formulae would print other words."""
    notes = [note for note in cover.notes if note.name != "reissued"]
    if any(same_words(note.text) != same_words(note.usual) for note in notes):
        cover.facts.read("notes_as_printed", tuple(Note((Run(note.text),)) for note in notes), notes[0].at)


def _read_note(cover: Cover, name: str, found: Found) -> None:
    at, values, facts = cover.take(found), found.values, cover.facts
    stars = _STARS_BEFORE.search(cover.zone.text[: found.start])
    if stars:
        cover.zone.take(stars.start(), found.start)
    usual = plain(cover.wording.say(name, **values))
    cover.notes.append(StarredNote(name, collapsed(cover.words(found)), usual, stars[1] if stars else "", at))
    if name.startswith("unrecorded"):
        facts.read("unrecorded", MeetingRange(values["first"], values.get("last", values["first"])), at)
    elif name.startswith("other_"):
        facts.read("other_part", Symbol.parse(re.sub(r"\s", "", values["symbol"])), at)
    elif name == "reissued":
        facts.read("reissued", values["date"], at)
        cover.settle("reissued", found)
