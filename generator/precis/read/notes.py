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
    "reissued_undated",
)
_STARS_BEFORE = re.compile(r"(\*+)[^\S\n]*$")


def read_corrections(cover: Cover) -> None:
    """Read the paragraph on corrections, whole or sentence by sentence. Documents print that of the house."""
    taken: list[tuple[int, int]] = []
    for name in (*_CORRECTIONS, "corrections"):
        for found in cover.all(name):
            if cover.zone.free(found.start, found.end):
                cover.take(found)
                taken.append((found.start, found.end))
    if not taken:
        return
    taken.extend(_sentences_between(cover, min(taken)[0], max(end for _, end in taken)))
    taken.sort()
    words = " ".join(cover.zone.text[start:end] for start, end in taken)
    printed = " ".join(plain(cover.wording.say(name)) for name in _CORRECTIONS)
    at = cover.zone.line_at(taken[0][0])
    cover.facts.settle("corrections", words, printed, at, "the wording of another year or house")


def _sentences_between(cover: Cover, start: int, end: int) -> list[tuple[int, int]]:
    """Take the words of the paragraph that no formula has: between its sentences, or going on with it."""
    openings = tuple(cover.wording.reading["corrections"])
    out = []
    for piece in list(cover.zone.rest(start, cover.zone.until_taken(end + 1))):
        if piece.text.startswith("*"):
            continue
        if piece.start < end or piece.text.startswith(openings):
            cover.take(piece)
            out.append((piece.start, piece.end))
    return out


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
    notes = [note for note in cover.notes if not note.name.startswith("reissued")]
    if any(same_words(note.text) != same_words(note.usual) for note in notes):
        cover.facts.read("notes_as_printed", tuple(Note((Run(note.text),)) for note in notes), notes[0].at)


def _read_note(cover: Cover, name: str, found: Found) -> None:
    at, values, facts = cover.take(found), found.values, cover.facts
    stars = _STARS_BEFORE.search(cover.zone.text[: found.start])
    if stars:
        cover.zone.take(stars.start(), found.start)
    usual = cover.said(name, values)
    cover.notes.append(StarredNote(name, collapsed(cover.words(found)), usual, stars[1] if stars else "", at))
    if name.startswith("unrecorded"):
        facts.read("unrecorded", MeetingRange(values["first"], values.get("last", values["first"])), at)
    elif name.startswith("other_"):
        facts.read("other_part", Symbol.parse(re.sub(r"\s", "", values["symbol"])), at)
    elif name == "reissued":
        facts.read("reissued", values["date"], at)
        cover.settle("reissued", found)
    elif name == "reissued_undated":
        reason = "the note does not say when it was reissued, as precis prints it"
        facts.tell("missing", "reissued", reason, at, old=cover.words(found))
