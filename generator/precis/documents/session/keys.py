"""Key points: a theme told whole, with its concern, the reply and what remained, under the name of the theme."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from precis.documents.session.binding import HARD
from precis.documents.session.columns import due_label
from precis.documents.session.desk import Desk
from precis.documents.session.dues import Due
from precis.documents.session.lines import Line, place_of
from precis.documents.session.saying import by_delegation, member_said, named_with_role
from precis.documents.session.speech import capitalized
from precis.documents.session.telling import Told
from precis.documents.session.topics import Topic
from precis.documents.session.used import Used
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Move, MoveKind
from precis.model import Inlines, Run

__all__ = ["Key", "arrow", "key_of_topic", "named_topics", "theme_name", "welcomed"]

_MOST = 70
"""Words of a key point, at most."""
_LEAST = 14

Key = tuple[str, Inlines]
"""The label of a key point and its words."""


def theme_name(topic: Topic, desk: Desk) -> str:
    """The name of a theme; a theme without one has that of other questions."""
    return desk.theme(topic.name)


def named_topics(topics: Sequence[Topic], desk: Desk) -> list[tuple[str, Topic]]:
    """Topics, each under the name of its theme."""
    return [(theme_name(topic, desk), topic) for topic in topics]


def welcomed(dialogue: StateDialogue, desk: Desk, used: Used) -> Key | None:
    """What members praised most."""
    found: list[tuple[float, Move, Told, Line]] = []
    for move, line in desk.moves(dialogue, MoveKind.PRAISE):
        told = desk.teller.alone(line)
        if told is not None and not move.speaker.presides and not used.any(told):
            weight = 1.0 if desk.words.is_rapporteur(move.speaker.role) else 0.0
            found.append((weight, move, told, line))
    chosen = sorted(sorted(found, key=lambda each: -each[0])[:3], key=lambda each: each[3].index)
    chosen = sorted(chosen, key=lambda each: dialogue.labels.index(each[3].at.record))
    parts: list[tuple[Move, Told]] = [(move, told) for _, move, told, _ in chosen]
    words = _told(parts, dialogue, desk, used)
    return (desk.words.title("welcomed"), words) if words else None


def key_of_topic(topic: Topic, dialogue: StateDialogue, dues: Sequence[Due], desk: Desk, used: Used) -> Key | None:
    """A theme told whole; None if too little of it can be told by itself."""
    promised = {place_of(line.at) for due in dues for line in due.lines}
    parts = [*_presented(topic, dialogue, desk), *_worried(topic, desk), *_answered(topic, promised, desk)]
    order = {label: number for number, label in enumerate(dialogue.labels)}
    parts = [part for part in parts if not used.any(part[1]) and not _promises(part[1], promised)]
    kept: list[tuple[Move, Told]] = []
    told: set[object] = set()
    for move, each in parts:
        places = {place_of(line.at) for line in each.lines}
        if not places & told and sum(part.words for _, part in kept) + each.words <= _MOST:
            kept.append((move, each))
            told |= places
    if sum(part.words for _, part in kept) < _LEAST:
        return None
    kept.sort(key=lambda part: (order.get(part[1].lines[0].at.record, 0), part[1].lines[0].index))
    words = _told(kept, dialogue, desk, used)
    shown = arrow([due for due in dues if _of_topic(due, topic)], desk)
    return theme_name(topic, desk), (*words, *shown)


def _promises(told: Told, promised: Container[object]) -> bool:
    return any(place_of(line.at) in promised for line in told.lines)


def _of_topic(due: Due, topic: Topic) -> bool:
    own = {place_of(line.at) for _, line in topic.replied}
    return due.when is not None and any(place_of(line.at) in own for line in due.lines)


def arrow(dues: Sequence[Due], desk: Desk) -> Inlines:
    """ "→ 31 January, end of 2054": the dates of undertakings, which stand in a list of their own."""
    labels = list(dict.fromkeys(due_label(due, desk.words) for due in dues if due.when is not None))
    if not labels:
        return ()
    small = [labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])]
    dates = desk.words.row(label.replace(" ", HARD) for label in small)
    return Run(" "), Run(desk.words.text("arrow", dates=dates), bold=True)


def _presented(topic: Topic, dialogue: StateDialogue, desk: Desk) -> Iterator[tuple[Move, Told]]:
    """What was presented on the theme, if it was a change."""
    for move, line in desk.moves(dialogue, MoveKind.PRESENTED):
        if move.theme == topic.name and desk.prose(line).change.search(line.text):
            told = desk.teller.alone(line)
            if told is not None:
                yield move, told
                return


def _worried(topic: Topic, desk: Desk) -> list[tuple[Move, Told]]:
    """The concerns under the theme, the gravest first, two at most."""
    found: list[tuple[float, Move, Told]] = []
    for move, line in topic.asked:
        told = desk.teller.alone(line) if move.move is MoveKind.CONCERN else None
        if told is not None:
            found.append((1.0 if desk.prose(line).strong.search(line.text) else 0.0, move, told))
    return [(move, told) for _, move, told in sorted(found, key=lambda each: -each[0])[:2]]


def _answered(topic: Topic, promised: Container[object], desk: Desk) -> list[tuple[Move, Told]]:
    """The replies under the theme: what is owned up to or refused first, then as they come; with what turns them."""
    found: list[tuple[float, Move, Told]] = []
    for move, line in topic.replied:
        told = desk.teller.whole(line)
        if told is None or place_of(line.at) in promised:
            continue
        found.append((1.0 if move.stance is not None else 0.0, move, told))
    return [(move, told) for _, move, told in sorted(found, key=lambda each: -each[0])]


def _told(parts: Sequence[tuple[Move, Told]], dialogue: StateDialogue, desk: Desk, used: Used) -> Inlines:
    """Statements of members and of the delegation in the order given, each member by name and role at first."""
    out: list[Inlines] = []
    last: tuple[str, Line | None] = ("", None)
    for move, told in parts:
        for line, words in told.parts:
            if used.has(line):
                continue
            used.take((line,))
            name = move.speaker.label
            if move.speaker.state == dialogue.state:
                text, name = capitalized(by_delegation(line, words, desk)), ""
            else:
                new = name != last[0]
                shown = named_with_role(line) if new and used.meet(name) else name
                text = member_said(line, words, desk, shown, last[1], named=new)
            out.append(desk.cite(f"{' ' if out else ''}{text}", (line,)))
            last = name, line
    return tuple(item for each in out for item in each)
