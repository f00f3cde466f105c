"""What was asked beside what was replied, theme by theme, in the words of the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from precis.documents.session.desk import Desk, runs
from precis.documents.session.dues import Due
from precis.documents.session.keys import arrow
from precis.documents.session.lines import Line, place_of
from precis.documents.session.paper import Look, Section
from precis.documents.session.saying import by_delegation, member_said
from precis.documents.session.speech import capitalized
from precis.documents.session.telling import Told
from precis.documents.session.topics import Topic
from precis.documents.session.used import Used
from precis.facts.fact import Move
from precis.model import Inlines, Table

__all__ = ["AskedExtent", "asked_section", "asked_words"]


@dataclass(frozen=True, slots=True)
class AskedExtent:
    """How many exchanges are told, a row each, and how many sentences of questions and of replies."""

    rows: int = 24
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
        named = label
        for part in topic.parts or (topic,):
            told = _row(part, dues, desk, used, extent, open_too=open_too) if len(rows) < extent.rows else None
            if told is not None:
                rows.append((runs(named), *told))
                named = ""
    if not rows:
        return None
    return Section(Look.ASKED, (Table(desk.words.columns(columns), tuple(rows)),), title)


def _row(
    topic: Topic, dues: Sequence[Due], desk: Desk, used: Used, extent: AskedExtent, *, open_too: bool
) -> tuple[Inlines, Inlines] | None:
    promised = {place_of(line.at) for due in dues for line in due.lines}
    if any(used.has(line) and place_of(line.at) not in promised for _, line in topic.replied):
        # A reply is told beside its question or where its theme is told whole, and not in two pieces.
        return None
    unpromised = [entry for entry in _unused(topic.replied, used) if place_of(entry[1].at) not in promised]
    questions = _told(topic.asked, desk, used)[: extent.asked]
    replies = _whole(unpromised, extent.replied, desk)
    own = [line for _, line in topic.replied]
    shown = arrow([due for due in dues if any(line in own for line in due.lines)], desk)
    if not questions or not (replies or shown or open_too):
        return None
    used.take(line for told in questions for line in told.lines)
    used.take(line for line, _ in replies)
    return asked_words(questions, desk), (*_replied(replies, desk), *shown)


def _told(entries: Sequence[tuple[Move, Line]], desk: Desk, used: Used) -> list[Told]:
    """What was asked, in the order of the records, each question behind the sentences that it needs."""
    found: list[Told] = []
    seen = used.copy()
    for _, line in entries:
        told = desk.teller.alone(line)
        if told is not None and not seen.any(told):
            seen.take(told.lines)
            found.append(told)
    return found


def _unused(entries: Sequence[tuple[Move, Line]], used: Used) -> list[tuple[Move, Line]]:
    """The sentences not told yet, each once."""
    found: dict[object, tuple[Move, Line]] = {}
    for move, line in entries:
        if not used.has(line):
            found.setdefault(place_of(line.at), (move, line))
    return list(found.values())


def _whole(entries: Sequence[tuple[Move, Line]], most: int, desk: Desk) -> list[tuple[Line, str]]:
    """The first replies, paragraph by paragraph from its first on, each with its words.

    One that the next turns is not cut from it; one that hangs on what is not told has its noun in brackets, or is not
    told.
    """
    out: list[tuple[Line, str]] = []
    last: Line | None = None
    for _, line in entries:
        before = desk.lines.before(line)
        begins = last is None or before != last
        if begins and len(out) >= most:
            break
        clause, turns = desk.teller.speech(line).clause, desk.teller.turns(line)
        if len(out) >= most and not turns:
            continue
        if not begins or not clause or not desk.teller.hangs(line, clause):
            out.append((line, clause or line.text))
            last = line
        elif (told := desk.teller.alone(line)) is not None and len(told.parts) == 1:
            out.append((line, told.text))
            last = line
    return out


def asked_words(questions: Sequence[Told], desk: Desk) -> Inlines:
    """What was asked, each member by name at the first of their sentences in a row."""
    out: list[Inlines] = []
    last: Line | None = None
    for told in questions:
        for line, words in told.parts:
            name = line.speaker.label if line.speaker is not None else ""
            named = last is None or last.speaker is None or last.speaker.label != name
            text = member_said(line, words, desk, name, last, named=named)
            out.append(desk.cite(f"{' ' if out else ''}{text}", (line,)))
            last = line
    return tuple(item for each in out for item in each)


def _replied(replies: Sequence[tuple[Line, str]], desk: Desk) -> Inlines:
    out: list[Inlines] = []
    for line, words in replies:
        text = by_delegation(line, words, desk)
        out.append(desk.cite(f"{' ' if out else ''}{capitalized(text)}", (line,)))
    return tuple(item for each in out for item in each)
