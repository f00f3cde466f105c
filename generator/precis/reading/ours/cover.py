"""The cover of a record from lines whose places are known. A line that does not say what its place prints is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from precis.language.bodies import Body
from precis.language.cover_lines import chair_in_data, chair_label, in_parentheses
from precis.language.wording import Wording
from precis.model import MESSAGES, ONLINE, Chair, ContentsItem, Held, Symbol, plain
from precis.model.symbol import SymbolError
from precis.reading.draft import CoverDraft, Entry
from precis.reading.line import Role, TextLine
from precis.reading.ours.page import PlacedCover
from precis.reading.ours.strict import call_labels, read_form, read_printed, said_with_gaps
from precis.reading.ours.title import read_placed_title, read_title_notes
from precis.reading.search.tolerant import collapsed

__all__ = ["read_placed_cover"]

T = TypeVar("T")

_OF_MANY_LINES = (Role.LANGUAGE, Role.CHAIR, Role.CONTENTS, Role.CORRECTIONS)


_Rule = Callable[[PlacedCover, list[TextLine]], bool]
"""Reads the lines of a place; false if they do not say what precis prints there."""


def read_placed_cover(
    lines: Sequence[TextLine], notes: Sequence[TextLine], wording: Wording, bodies: Sequence[Body], draft: CoverDraft
) -> PlacedCover:
    """Read the cover. `notes` are its starred notes, whose labels are their asterisks."""
    cover = PlacedCover(wording, bodies, draft, {})
    cover.rest.extend(note for note in notes if cover.notes.setdefault(note.label, note) is not note)
    places: dict[Role, list[TextLine]] = {}
    for line in lines:
        if line.role is None:
            cover.rest.append(line)
        else:
            places.setdefault(line.role, []).append(line)
    for role, rule in _RULES.items():
        _read_place(role, rule, places.get(role, []), cover)
    if Role.TITLE in cover.read:
        read_title_notes(cover)
    else:
        cover.rest.extend(cover.notes.values())
    return cover


def _read_place(role: Role, rule: _Rule, lines: list[TextLine], cover: PlacedCover) -> None:
    """Read the lines of a place. Of a place that has one line, only the first is read, and the others are told."""
    placed, others = (lines, []) if role in _OF_MANY_LINES else (lines[:1], lines[1:])
    if placed and rule(cover, placed):
        cover.read.add(role)
    else:
        cover.rest.extend(placed)
    for line in others:
        cover.draft.tell("line-second", "cover", f"a second line of the place '{role}'", line.at, old=line.text)


def _notice(cover: PlacedCover, lines: list[TextLine]) -> bool:
    """Read the notice of a sample; another is what a document type of somebody's own has at the foot of its pages."""
    said, at = _said(lines), lines[0].at
    if said == cover.wording.labels["sample"]:
        cover.draft.sample.read(True, at)
    else:
        cover.draft.tell("page-foot", "page", MESSAGES["page-foot"].means, at, old=said)
    return True


def _official_records(cover: PlacedCover, lines: list[TextLine]) -> bool:
    """Read that a record is of the Official Records, which its body says."""
    return read_printed(("official_records",), _said(lines), cover.wording) is not None


def _label(name: str) -> Callable[[PlacedCover, list[TextLine]], bool]:
    """The rule of a line that has nothing but a label."""
    return lambda cover, lines: _said(lines) == cover.wording.labels[name]


def _symbol(cover: PlacedCover, lines: list[TextLine]) -> bool:
    calls = call_labels(lines[0].inlines)
    note = cover.notes.get(calls[0]) if calls else None
    reissued = None if note is None else read_printed(("reissued",), plain(note.inlines), cover.wording)
    try:
        symbol = Symbol.parse(_said(lines).rstrip("*"))
    except SymbolError:
        return False
    if calls and reissued is None:
        return False
    if note is not None and reissued is not None:
        cover.draft.reissued.read(reissued[1]["date"], note.at)
        del cover.notes[note.label]
    symbol = Symbol(symbol.series, symbol.meeting, symbol.element, symbol.suffixes, len(calls))
    cover.draft.symbol.read(symbol, lines[0].at)
    return True


def _body(kind: str) -> Callable[[PlacedCover, list[TextLine]], bool]:
    """The rule of a line that has the name of a body's "treaty" or "committee"."""

    def read(cover: PlacedCover, lines: list[TextLine]) -> bool:
        said = collapsed(_said(lines))
        language = cover.wording.language
        named = [body for body in cover.bodies if language in body.names]
        codes = [body.code for body in named if collapsed(getattr(body.names[language], kind)) == said]
        # The committee says which body it is: the Economic and Social Council stands over more than one.
        if codes and kind == "committee":
            cover.draft.body.read(codes[0], lines[0].at)
        return bool(codes)

    return read


def _distribution(cover: PlacedCover, lines: list[TextLine]) -> bool:
    for key in ("general", "limited", "restricted"):
        if _said(lines) == cover.wording.labels[key]:
            cover.draft.distribution.read(key, lines[0].at)
            return True
    return False


def _issued(cover: PlacedCover, lines: list[TextLine]) -> bool:
    found = read_form(cover.wording.alone("issued"), said_with_gaps(lines[0].inlines))
    return found is not None and _keep(cover.draft.issued, found["issued"], lines[0])


def _language(cover: PlacedCover, lines: list[TextLine]) -> bool:
    """Read the language of the original; a line above it has the language of the text, if that is another."""
    found = read_printed(("original",), said_with_gaps(lines[-1].inlines), cover.wording)
    if found is None:
        return False
    original = found[1]["original"]
    above = [] if original in (None, cover.wording.language) else [cover.wording.labels["this_language"]]
    return [plain(line.inlines) for line in lines[:-1]] == above and _keep(cover.draft.original, original, lines[-1])


def _session(cover: PlacedCover, lines: list[TextLine]) -> bool:
    found = read_printed(("session",), said_with_gaps(lines[0].inlines), cover.wording)
    return found is not None and _keep(cover.draft.session, found[1]["session"], lines[0])


def _keep(entry: Entry[T], value: T | None, line: TextLine) -> bool:
    """Read a field of the record, which a gap does not give. Always true."""
    if value is not None:
        entry.read(value, line.at)
    return True


def _held(cover: PlacedCover, lines: list[TextLine]) -> bool:
    formulae = ["held_online", "held"]
    if cover.draft.part.value is not None:
        formulae = list(map(cover.wording.of_part, formulae))
    found = read_printed(formulae, said_with_gaps(lines[0].inlines), cover.wording)
    if found is None:
        return False
    values = found[1]
    date = values["date"]
    if date is not None and values["weekday"] != date.weekday():
        return False
    if date is not None:
        cover.draft.held.read(Held(date, values["time"], values["zone"] or None), lines[0].at)
    place = values.get("place", ONLINE)
    if place is not None:
        cover.draft.place.read(place, lines[0].at)
    return True


def _chairs(cover: PlacedCover, lines: list[TextLine]) -> bool:
    colon = cover.wording.labels["colon"]
    chairs: list[Chair] = []
    for number, line in enumerate(lines):
        label, found, words = said_with_gaps(line.inlines).partition(colon)
        if not found or not plain(line.inlines).partition(colon)[2].strip():
            if found and not words.strip():
                # A draft has a gap there.
                cover.draft.tell("name-missing", "chair", "a label without a name", line.at, old=label + colon)
            return bool(found) and len(lines) == 1
        chair = _chair(words.strip(), cover.wording)
        if chair is None:
            return False
        own = None if chair_label(cover.wording, chair, later=number > 0) == label + colon else label
        chairs.append(chair_in_data(cover.wording, replace(chair, label=own)))
    cover.draft.chairs.read(tuple(chairs), lines[0].at)
    return True


def _chair(words: str, wording: Wording) -> Chair | None:
    try:
        chair = Chair.parse(in_parentheses(words, wording))
    except ValueError:
        return None
    return chair if chair.label is None else None


def _contents_title(cover: PlacedCover, lines: list[TextLine]) -> bool:
    cover.contents = ()
    return _said(lines) == cover.wording.labels["contents"]


def _contents(cover: PlacedCover, lines: list[TextLine]) -> bool:
    cover.contents = tuple(ContentsItem(line.level, line.inlines) for line in lines)
    return True


def _corrections(cover: PlacedCover, lines: list[TextLine]) -> bool:
    printed = [plain(cover.wording.say(name)) for name in ("corrections_1", "corrections_2")]
    return [plain(line.inlines) for line in lines] == printed


def _job_number(cover: PlacedCover, lines: list[TextLine]) -> bool:
    words = _said(lines).split()
    if len(words) != 2 or words[1] != cover.wording.labels["job_language"]:
        return False
    cover.draft.job_number.read(words[0], lines[0].at)
    return True


def _said(lines: Sequence[TextLine]) -> str:
    return "\n".join(said_with_gaps(line.inlines) for line in lines)


_RULES: Mapping[Role, _Rule] = {
    Role.NOTICE: _notice,
    Role.UNITED_NATIONS: _label("united_nations"),
    Role.SYMBOL: _symbol,
    Role.TREATY: _body("treaty"),
    Role.DISTRIBUTION: _distribution,
    Role.ISSUED: _issued,
    Role.LANGUAGE: _language,
    Role.COMMITTEE: _body("committee"),
    Role.SESSION: _session,
    Role.OFFICIAL_RECORDS: _official_records,
    Role.TITLE: read_placed_title,
    Role.HELD: _held,
    Role.CHAIR: _chairs,
    Role.CONTENTS_TITLE: _contents_title,
    Role.CONTENTS: _contents,
    Role.CORRECTIONS: _corrections,
    Role.JOB_NUMBER: _job_number,
}
