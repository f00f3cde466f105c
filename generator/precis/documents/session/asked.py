"""What was asked beside what was replied, theme by theme, in the words of the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from precis.documents.session.desk import Desk
from precis.documents.session.dues import Due
from precis.documents.session.keys import arrow, member_said
from precis.documents.session.lines import Line, place_of
from precis.documents.session.paper import Look, Section
from precis.documents.session.speech import capitalized, speech_of
from precis.documents.session.topics import Topic
from precis.documents.session.used import Used
from precis.facts.fact import Move
from precis.model import Inlines, Run, Table

__all__ = ["AskedExtent", "asked_section"]


@dataclass(frozen=True, slots=True)
class AskedExtent:
    """How many themes are told, and how many sentences of questions and of replies."""

    themes: int = 12
    asked: int = 3
    replied: int = 4


def asked_section(
    topics: Iterable[tuple[str, Topic]],
    dues: Sequence[Due],
    desk: Desk,
    used: Used,
    extent: AskedExtent,
    title: str,
    *,
    columns: str = "asked",
    open_too: bool = False,
) -> Section | None:
    """The table of topics, each under its label; None if there is nothing to tell.

    What is promised by a date is told by its date alone. A topic without a reply is told only if `open_too`.
    """
    rows: list[tuple[Inlines, ...]] = []
    for label, topic in topics:
        told = _row(topic, dues, desk, used, extent, open_too=open_too) if len(rows) < extent.themes else None
        if told is not None:
            rows.append(((Run(label),), *told))
    if not rows:
        return None
    return Section(Look.ASKED, (Table(desk.words.columns(columns), tuple(rows)),), title)


def _row(
    topic: Topic, dues: Sequence[Due], desk: Desk, used: Used, extent: AskedExtent, *, open_too: bool
) -> tuple[Inlines, Inlines] | None:
    promised = {place_of(line.at) for due in dues for line in due.lines}
    unpromised = [entry for entry in _unused(topic.replied, used) if place_of(entry[1].at) not in promised]
    questions = _unused(topic.asked, used)[: extent.asked]
    replies = _whole(unpromised, extent.replied, desk)
    own = [line for _, line in topic.replied]
    shown = arrow([due for due in dues if any(line in own for line in due.lines)], desk)
    if not questions or not (replies or shown or open_too):
        return None
    used.take(line for _, line in (*questions, *replies))
    return _asked(questions, desk), (*_replied(replies, desk), *shown)


def _unused(entries: Sequence[tuple[Move, Line]], used: Used) -> list[tuple[Move, Line]]:
    """The sentences not told yet, each once."""
    found: dict[object, tuple[Move, Line]] = {}
    for move, line in entries:
        if not used.has(line):
            found.setdefault(place_of(line.at), (move, line))
    return list(found.values())


def _whole(entries: Sequence[tuple[Move, Line]], most: int, desk: Desk) -> list[tuple[Move, Line]]:
    """The first replies, paragraph by paragraph from its first on; one that the next turns is not cut from it."""
    out: list[tuple[Move, Line]] = []
    for place, (move, line) in enumerate(entries):
        before = entries[place - 1][1] if place else None
        own = line.at.record, line.at.paragraph
        begins = before is None or (before.at.record, before.at.paragraph) != own
        if begins and len(out) >= most:
            break
        clause = speech_of(line, desk.words.prose).clause
        turns = bool(clause) and (desk.words.prose.turns.match(clause) or desk.words.prose.joins.search(clause))
        if len(out) >= most and not turns:
            continue
        if not begins or not clause or not desk.teller.hangs(clause) or turns:
            out.append((move, line))
    return out


def _asked(entries: Sequence[tuple[Move, Line]], desk: Desk) -> Inlines:
    out: list[Inlines] = []
    last = ""
    for move, line in entries:
        words = speech_of(line, desk.words.prose).clause or line.text
        text = member_said(line, words, desk, named=move.speaker.label != last, role=False)
        out.append(desk.cite(f"{' ' if out else ''}{text}", (line,)))
        last = move.speaker.label
    return tuple(item for each in out for item in each)


def _replied(entries: Sequence[tuple[Move, Line]], desk: Desk) -> Inlines:
    out: list[Inlines] = []
    for _, line in entries:
        speech = speech_of(line, desk.words.prose)
        text = speech.clause or desk.words.text("delegation", verb=speech.verb)
        out.append(desk.cite(f"{' ' if out else ''}{capitalized(text)}", (line,)))
    return tuple(item for each in out for item in each)
