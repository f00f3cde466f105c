"""The foot of a cover: the starred notes and the paragraph on corrections (un-conventions.md §2.6 and §2.7)."""

from __future__ import annotations

import re

from precis.model import Call, Coverage, MeetingRange, Note, Run, joined, plain
from precis.readers.cover import Cover, StarredNote
from precis.readers.facts import letters
from precis.readers.loose import Found, collapsed, same_words
from precis.readers.masthead import symbol_of

__all__ = ["keep_notes", "read_corrections", "read_notes"]

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
    printed = " ".join(plain(cover.wording.say(name)) for name in _CORRECTIONS)
    groups = _groups(cover, taken)
    if len(groups) > 1 or letters(groups[0][1]) != letters(printed):
        for at, words in groups:
            reason = "the wording of another year or house"
            cover.facts.tell("repaired", "corrections", reason, at, old=words, new=printed)
            printed = ""


def _groups(cover: Cover, taken: list[tuple[int, int]]) -> list[tuple[int | None, str]]:
    """The words taken, with the line of each stretch that has nothing else in it."""
    out: list[tuple[int, int]] = []
    for start, end in taken:
        if out and not letters(cover.zone.text[out[-1][1] : start]):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return [(cover.zone.line_at(start), cover.zone.text[start:end]) for start, end in out]


def _sentences_between(cover: Cover, start: int, end: int) -> list[tuple[int, int]]:
    """Take the words of the paragraph that no formula has: on the lines of its sentences, or beginning as they do."""
    openings = tuple(cover.wording.reading["corrections"])
    lines = {cover.zone.index(first) for first, _ in cover.zone.taken}
    out = []
    for piece in list(cover.zone.rest(start, cover.zone.until_taken(end + 1))):
        between = piece.start < end and cover.zone.index(piece.start) in lines and not piece.text.startswith("*")
        if between or piece.text.startswith(openings):
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


def keep_notes(cover: Cover) -> None:
    """Keep the notes as printed, if documents would print other words; tell those that the record has no place for."""
    facts = cover.facts
    partial = facts.get("part") is not None or facts.get("coverage") is Coverage.PARTIAL
    wanted = ["part"] * partial + ["unrecorded"] * (facts.get("unrecorded") is not None)
    found: dict[str, StarredNote] = {}
    for note in cover.notes:
        kind = note.name.partition("_")[0]
        if kind == "reissued":
            continue
        kind = "unrecorded" if kind == "unrecorded" else "part"
        if kind not in wanted or kind in found:
            facts.tell("unread", "notes", "a note that nothing on the cover calls", note.at, old=note.text)
        else:
            found[kind] = note
    if any(same_words(note.text) != same_words(note.usual) for note in found.values()):
        usual = {"part": plain(cover.wording.say("rest_unrecorded")), "unrecorded": ""}
        texts = [found[kind].text if kind in found else usual[kind] for kind in wanted]
        facts.read("notes_as_printed", tuple(Note((Run(text),)) for text in texts), cover.notes[0].at)
    _match_calls(cover, len(wanted))


def _match_calls(cover: Cover, notes: int) -> None:
    """Give a title that is kept as printed as many calls as there are notes."""
    title = cover.facts.get("title_as_printed")
    if title is None or sum(isinstance(item, Call) for item in title) == notes:
        return
    reason = f"its asterisks do not match its notes, which are {notes}"
    cover.facts.tell("repaired", "title", reason, cover.facts.lines.get("title_as_printed"), old=plain(title))
    words = (item for item in title if isinstance(item, Run))
    calls = [Call(str(number)) for number in range(1, notes + 1)]
    cover.facts.values["title_as_printed"] = (*joined(words), *calls)


def _read_note(cover: Cover, name: str, found: Found) -> None:
    at, values, facts = cover.take(found), found.values, cover.facts
    stars = _STARS_BEFORE.search(cover.zone.text[: found.start])
    if stars:
        cover.zone.take(stars.start(), found.start)
    usual = cover.said(name, values)
    cover.notes.append(StarredNote(name, collapsed(cover.words(found)), usual, stars[1] if stars else "", at))
    if any(note.name.partition("_")[0] == name.partition("_")[0] for note in cover.notes[:-1]):
        if name.startswith("reissued"):
            facts.tell("unread", "notes", "the note again", at, old=cover.words(found))
        return
    if name.startswith("unrecorded"):
        facts.read("unrecorded", MeetingRange(values["first"], values.get("last", values["first"])), at)
    elif name.startswith("other_"):
        facts.read("other_part", symbol_of(values["symbol"]), at)
    elif name == "reissued":
        facts.read("reissued", values["date"], at)
        cover.settle("reissued", found)
    elif name == "reissued_undated":
        facts.tell("unread", "reissued", "the note does not say when that was", at, old=cover.words(found))
