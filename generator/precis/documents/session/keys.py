"""Key points: a theme told whole, with its concern, the reply and what remained, under the name of the theme."""

from __future__ import annotations

import re
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
_MOST_REPLIED = 90
"""The same up to where the reply to its concern begins, and with what remained: a concern is not told without them."""
_SAME = 0.6
"""A concern that has this part of the longer words of a sentence that is told only says it again."""
_WORD, _STEM = 4, 5
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
            found.append((weight - 3.0 * bool(desk.prose(line).courtesy.search(line.text)), move, told, line))
    if any(weight >= 0 for weight, *_ in found):
        # Thanks for a report or for replies are told only where nothing else was praised.
        found = [each for each in found if each[0] >= 0]
    chosen = sorted(sorted(found, key=lambda each: -each[0])[:3], key=lambda each: each[3].index)
    chosen = sorted(chosen, key=lambda each: dialogue.labels.index(each[3].at.record))
    parts: list[tuple[Move, Told]] = [(move, told) for _, move, told, _ in chosen]
    words = _told(parts, dialogue, desk, used)
    return (desk.words.title("welcomed"), words) if words else None


def key_of_topic(topic: Topic, dialogue: StateDialogue, dues: Sequence[Due], desk: Desk, used: Used) -> Key | None:
    """A theme told whole; None if too little of it can be told by itself."""
    promised = {place_of(line.at) for due in dues for line in due.lines}
    order = {label: number for number, label in enumerate(dialogue.labels)}
    worried, answered = _worried(topic, desk), _answered(topic, promised, desk)
    first = _first_answer(worried[:1], topic, answered)
    owned = [part for part in answered if part[0].stance is not None]
    parts = [*worried[:1], *first, *owned, *worried[1:], *_presented(topic, dialogue, desk), *answered]
    kept: list[tuple[Move, Told]] = []
    told: set[object] = set()
    for move, each in parts:
        places = {place_of(line.at) for line in each.lines}
        if places & told or used.any(each) or _promises(each, promised):
            continue
        if (move, each) in answered and move.stance is None and not _begins(each, answered, told):
            continue
        if move.move is MoveKind.CONCERN and _echoes(each, kept):
            continue
        most = _MOST_REPLIED if (move, each) in (*first, *worried[1:]) else _MOST
        if sum(part.words for _, part in kept) + each.words <= most:
            kept.append((move, each))
            told |= places
    if sum(part.words for _, part in kept) < _LEAST:
        return None
    kept.sort(key=lambda part: (order.get(part[1].lines[0].at.record, 0), part[1].lines[0].index))
    words = _told(kept, dialogue, desk, used)
    shown = arrow([due for due in dues if _of_topic(due, topic)], desk)
    return theme_name(topic, desk), (*words, *shown)


def _first_answer(
    worried: Sequence[tuple[Move, Told]], topic: Topic, answered: Sequence[tuple[Move, Told]]
) -> list[tuple[Move, Told]]:
    """Where the reply to a concern begins: to the questions of its paragraph."""
    for move, told in worried:
        part = next((each for each in topic.parts if any(entry[0] is move for entry in each.asked)), topic)
        place = place_of(told.lines[-1].at)
        if not any(place[:2] != (at := place_of(line.at))[:2] or at[2] >= place[2] for _, line in _asks(part)):
            return []
        own = {place_of(line.at) for _, line in part.replied}
        return [each for each in answered if place_of(each[0].at) in own][:1]
    return []


def _asks(topic: Topic) -> Iterator[tuple[Move, Line]]:
    """The questions under a theme."""
    return ((move, line) for move, line in topic.asked if move.move is MoveKind.QUESTION)


def _begins(told: Told, answered: Sequence[tuple[Move, Told]], before: Container[object]) -> bool:
    """Whether all that a passage replies before a sentence is told: a reply is told from where it answers."""
    record, paragraph, sentence = place_of(told.lines[0].at)
    earlier = (
        place
        for move, _ in answered
        if (place := place_of(move.at))[:2] == (record, paragraph) and place[2] < sentence and move.stance is None
    )
    return all(place in before for place in earlier)


def _echoes(told: Told, before: Sequence[tuple[Move, Told]]) -> bool:
    """Whether a concern only repeats, in its words, what is told before it: "regretted that there were no plans to"."""
    own = _stems(told.text)
    others = [_stems(words) for _, each in before for _, words in each.parts]
    return any(len(each) > 2 and len(own & each) >= _SAME * len(each) for each in others)


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in re.findall(r"\w+", text) if len(word) > _WORD}


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
    """The replies under the theme as they come, with what turns them; what is promised stands by its date instead."""
    found: list[tuple[Move, Told]] = []
    for move, line in topic.replied:
        told = desk.teller.whole(line)
        if told is not None and place_of(line.at) not in promised:
            found.append((move, told))
    return found


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
