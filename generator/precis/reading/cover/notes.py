"""The starred notes of a cover (docs/conventions.md §2.6)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from precis.language.cover_lines import usual_notes
from precis.model import Call, Coverage, MeetingRanges, Note, Run, Symbol, joined, plain
from precis.reading.cover.cover import Cover, StarredNote
from precis.reading.cover.masthead import symbol_of
from precis.reading.draft import CoverDraft
from precis.reading.mend.torn_symbols import with_whole_symbols
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import Found, collapsed

__all__ = ["NOTES", "TELLING", "keep_notes", "read_notes", "read_other_notes", "read_telling"]

TELLING = ("unrecorded_one", "unrecorded", "other_part", "other_closed_part")
"""The notes that say something of their own, not only what the title says."""

NOTES = (
    "rest_unrecorded",
    "unrecorded",
    "unrecorded_one",
    "other_parts",
    "other_part",
    "other_closed_part",
    "no_other_part",
    "no_other_closed_part",
    "reissued",
    "reissued_undated",
)
"""The formulae of notes."""

_STARRED = re.compile(r"(\*+)\s*/?\s*(?=\S)")
_BAR_CODE = re.compile(r"\*\s?\d{7}\s?\*")
_ONE_STAR = re.compile(r"(?<!\*)\*(?!\*)")
_BLANK_BEFORE_STOP = re.compile(r"\s+(?=\.$)")
_STARS_BEFORE = re.compile(r"(\*+)[^\S\n]*/?[^\S\n]*$|(?:(?<=\n)|\A)(\*+)[^\S\n]*\n$")
"""Asterisks before a note, on its line or alone on the line above."""


def read_notes(cover: Cover) -> None:
    """Read the starred notes, and what they say of the meeting."""
    for name in NOTES:
        # The longest first: "for the rest of the meeting (closed part)".
        for found in sorted(cover.all(name), key=lambda found: (found.start, -found.end)):
            if cover.zone.free(found.start, found.end):
                _read_note(cover, name, found)
    cover.notes.sort(key=lambda note: note.at or 0)


def read_other_notes(cover: Cover) -> None:
    """Take the starred notes in words that no formula has."""
    for piece in list(cover.zone.rest()):
        stars = _STARRED.match(piece.text)
        if stars and letters(piece.text) and not _BAR_CODE.match(piece.text):
            at = cover.take(piece)
            cover.notes.append(StarredNote("", piece.text[stars.end() :], "", stars[1], at))


def keep_notes(cover: Cover) -> None:
    """Keep the notes as printed, if documents would print other words; tell those that the record has no place for."""
    draft = cover.draft
    _read_star_of_symbol(cover)
    if _keep_as_many(cover):
        _check_stars(cover, ("part", "gap"))
        return
    found: dict[str, StarredNote] = {}
    for note in cover.notes:
        kind = _kind(note, cover)
        if kind == "reissued":
            continue
        if kind == "part" and note.name.startswith("unrecorded") and not draft.unrecorded.given:
            # The title has no place for a second note: what this one says stands in its own words.
            draft.unrecorded.value = None
        if kind in found or not _has_place(kind, draft):
            draft.tell("note-uncalled", "notes", "a note that nothing on the cover calls", note.at, old=note.text)
        else:
            found[kind] = note
    if _has_place("part", draft) and "part" not in found:
        _tell_lost(cover)
    wanted = [kind for kind in ("part", "gap") if kind in found or (kind == "part" and _has_place("part", draft))]
    # The note of another part than documents would name is kept too: a slip of the house.
    slip = "part" in found and letters(found["part"].usual) != letters(_usual(cover))
    if slip or any(letters(note.text) != letters(note.usual) for note in found.values()):
        texts = [found[kind].text if kind in found else _usual(cover) for kind in wanted]
        draft.notes_as_printed.read(tuple(Note((Run(text),)) for text in texts), cover.notes[0].at)
    else:
        for note in found.values():
            draft.settle("notes", note.text, note.usual, note.at)
    _check_stars(cover, found)
    _match_calls(cover, len(wanted))


def _keep_as_many(cover: Cover) -> bool:
    """Keep all notes where the title is kept as printed, and calls just as many."""
    title = cover.draft.title_as_printed.value or ()
    own = [note for note in cover.notes if _kind(note, cover) != "reissued"]
    if len(own) < 2 or sum(isinstance(item, Call) for item in title) != len(own):
        return False
    cover.draft.notes_as_printed.read(tuple(Note((Run(note.text),)) for note in own), own[0].at)
    return True


def _check_stars(cover: Cover, found: Collection[str]) -> None:
    """Warn of asterisks of the title whose note is lost, and of those that are not the first on the cover."""
    slots = cover.title.values if cover.title else {}
    note, gap = slots.get("note"), slots.get("gap")
    at = cover.draft.meeting_as_printed.line
    # One asterisk at the end of the title calls the one note there is.
    if gap and "gap" not in found and (note or "part" not in found):
        cover.draft.tell("note-lost", "notes", "the text has lost the note of these asterisks", at, old=gap)
    if (note or gap) == "**" and not _ONE_STAR.search(cover.zone.text):
        reason = "no single asterisk stands before these: the symbol may have lost that of a reissue"
        cover.draft.tell("asterisk-lost", "symbol", reason, at, old="**")


def _read_star_of_symbol(cover: Cover) -> None:
    """Take the asterisk off a symbol where it calls a note that speaks of something else than a reissue."""
    symbol: Symbol | None = cover.draft.symbol.value
    if symbol is None or not symbol.stars or cover.draft.reissued.value or cover.draft.symbol.given:
        return
    stars = "*" * symbol.stars
    called = {note.name for note in cover.notes if note.stars == stars}
    if called and not any(name.startswith("reissued") for name in called):
        reason = "its asterisk calls a note that tells of no reissue"
        at = cover.draft.symbol.line
        cover.draft.tell("asterisk-read", "symbol", reason, at, old=str(symbol), new=str(symbol.bare))
        cover.draft.symbol.value = symbol.bare


def _tell_lost(cover: Cover) -> None:
    """Tell that documents print the usual note of the part recorded, which the text has lost.

    The record of a part whose symbol ends in Add. is added to that of the other part. Otherwise nothing tells whether
    the other part has a record.
    """
    draft = cover.draft
    at = draft.meeting_as_printed.line
    reason = "the text has lost the note of the part that is recorded; documents print the usual one"
    symbol: Symbol | None = draft.symbol.value
    if draft.part.value and symbol is not None and symbol.suffixes and symbol.suffixes[-1][0] == "Add":
        other = replace(symbol.bare, suffixes=symbol.suffixes[:-1])
        draft.other_part.infer(other, f"the symbol {symbol.bare} is that of a part added to {other}", at)
    if draft.part.value and not draft.other_part.value:
        reason += ", which is untrue if the other part has a record"
        draft.tell("note-lost", "notes", reason, at, new=_usual(cover))
    else:
        draft.tell("note-usual", "notes", reason, at, new=_usual(cover))


def _kind(note: StarredNote, cover: Cover) -> str:
    """What a note speaks of: the "part" recorded, the "gap" before the meeting, that it was "reissued", or nothing."""
    if not note.name:
        slots = cover.title.values if cover.title else {}
        return next((kind for kind, slot in (("part", "note"), ("gap", "gap")) if slots.get(slot) == note.stars), "")
    kind = {"unrecorded": "gap", "reissued": "reissued"}.get(note.name.partition("_")[0], "part")
    if kind == "gap" and cover.title is not None and note.stars:
        # The one note of a title tells of other meetings, and maybe of the part too.
        slots = cover.title.values
        kind = "part" if slots.get("note") == note.stars and not slots.get("gap") else kind
    return kind


def _has_place(kind: str, draft: CoverDraft) -> bool:
    """Whether the title of the record has a place for a note of a kind."""
    of_part = draft.part.value is not None or draft.coverage.value is Coverage.PARTIAL
    return kind == "gap" or (kind == "part" and of_part)


def _usual(cover: Cover) -> str:
    """The note of the part recorded that a document prints where the text has lost it."""
    # Only the title of a part, or of a partial record, has a place for it.
    part, other_part = cover.draft.part.value, cover.draft.other_part.value
    return plain(usual_notes(cover.wording, Coverage.PARTIAL, part, other_part, None)[0])


def _match_calls(cover: Cover, notes: int) -> None:
    """Give a title that is kept as printed as many calls as there are notes."""
    title = cover.draft.title_as_printed.value
    if title is None or sum(isinstance(item, Call) for item in title) == notes:
        return
    reason = f"its asterisks are not as many as its notes; it is given calls of {notes}"
    cover.draft.tell("asterisk-read", "title", reason, cover.draft.title_as_printed.line, old=plain(title))
    words = (item for item in title if isinstance(item, Run))
    calls = [Call(str(number)) for number in range(1, notes + 1)]
    cover.draft.title_as_printed.value = (*joined(words), *calls)


def _read_note(cover: Cover, name: str, found: Found) -> None:
    at, values, draft = cover.take(found), found.values, cover.draft
    stars = _STARS_BEFORE.search(cover.zone.text[: found.start])
    if stars:
        cover.zone.take(stars.start(), found.start)
    usual, words = cover.said(name, values), collapsed(cover.words(found) + _rest_of_sentence(cover, found))
    text = _BLANK_BEFORE_STOP.sub("", with_whole_symbols(words))
    if text != words:
        draft.tell("blanks-mended", "notes", "blanks that a converter left", at, old=words, new=text)
    cover.notes.append(StarredNote(name, text, usual, (stars[1] or stars[2]) if stars else "", at))
    if any(note.name.partition("_")[0] == name.partition("_")[0] for note in cover.notes[:-1]):
        if name.startswith("reissued"):
            draft.tell("note-second", "notes", "the note again", at, old=cover.words(found))
        return
    if name in TELLING:
        read_telling(values, at, draft)
    elif name == "reissued":
        draft.reissued.read(values["date"], at)
        cover.settle("reissued", found)
    elif name == "reissued_undated":
        draft.tell("date-unread", "reissued", "the note does not say when that was", at, old=cover.words(found))


def _rest_of_sentence(cover: Cover, found: Found) -> str:
    """What a note says behind the words of its formula, if they are no whole sentence: ", nor for the first part"."""
    if not cover.words(found).endswith(","):
        return ""
    end = cover.zone.until_taken(found.end)
    return cover.zone.take(found.end, end) if end > found.end else ""


def read_telling(values: Mapping[str, Any], at: int | None, draft: CoverDraft) -> None:
    """Read what a note of `TELLING` says: the meetings without a record, or where the other part is recorded."""
    if "symbol" in values:
        draft.other_part.read(symbol_of(values["symbol"]), at)
    elif "meetings" in values:
        draft.unrecorded.read(values["meetings"], at)
    elif "first" in values:
        draft.unrecorded.read(MeetingRanges.of(*((values[name], values[name]) for name in ("first", "last"))), at)
    elif "meeting" in values:
        draft.unrecorded.read(MeetingRanges.of((values["meeting"], values["meeting"])), at)
