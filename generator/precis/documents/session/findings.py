"""What was found at a session, a line each: votes, what weighs most of each State, how a follow-up was assessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from precis.documents.session.desk import Desk
from precis.documents.session.dues import Due, promises_of
from precis.documents.session.lines import Line, collapsed, place_of
from precis.documents.session.saying import by_delegation, member_said
from precis.documents.session.topics import Topic, topics_of
from precis.documents.session.votes import vote_told, voted_what
from precis.facts.clauses import Voice, clauses_of
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Firmness, Move, MoveKind, Stance
from precis.facts.kinds.vote import Voted
from precis.language.states import State
from precis.model import Inlines, List

__all__ = ["findings"]

_LINE = 104
"""Characters of a finding without its reference: a line of the page."""
_MOST = 5
_EACH = 2
"""Findings of a State, unless there are too few of others."""
_LEAST = 8
"""Words of a line that is understood without its question."""
_NAME = 2
"""Words by which whoever said it is named, at least."""
_OWN, _WOULD, _OWNED, _CONCERNED = 4, 1, 3, 2
"""What a finding weighs beside its theme: what a State itself promises by a date, firmly or by "would"; what it owns up
to or refuses; a concern with a reply."""
_ADDED = re.compile(r" ?\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class _Found:
    """A line that may be a finding: what it weighs, the theme it is of, and the sentence it tells."""

    weight: int
    theme: str
    words: Inlines
    line: Line


def findings(desk: Desk) -> List | None:
    """At most five lines: votes, then of each State as many, by what they weigh; then more of the weightiest."""
    held = desk.facts.dialogues
    votes = list(islice(_votes(desk), _MOST - len(held[: _MOST - 1])))
    room = _MOST - len(votes)
    each = max(1, min(_EACH, room // max(1, len(held))))
    ranked = [_ranked(dialogue, desk) for dialogue in held]
    chosen = [found for own in ranked for found in _apart(own, [])[:each]][:room]
    rest = [found for own in ranked for found in _apart(own, chosen) if found not in chosen]
    chosen += sorted(rest, key=lambda found: -found.weight)[: room - len(chosen)]
    lines = [*votes, *(found.words for own in ranked for found in own if found in chosen)]
    return List.of(lines) if lines else None


def _ranked(dialogue: StateDialogue, desk: Desk) -> list[_Found]:
    """The lines of a State, the weightiest first."""
    topics = topics_of(dialogue, desk)
    found = [*_promised(topics, dialogue, desk), *_owned(topics, dialogue, desk), *_worried(topics, dialogue, desk)]
    return sorted(found, key=lambda each: -each.weight)


def _apart(ranked: Sequence[_Found], before: Sequence[_Found]) -> list[_Found]:
    """The lines of a State, of each theme the weightiest, none of a theme or a sentence that is told before."""
    out: list[_Found] = []
    for found in ranked:
        told = [each for each in (*before, *out) if each.line.at.record == found.line.at.record or each in out]
        if all(each.theme != found.theme and each.line != found.line for each in told):
            out.append(found)
    return out


def _votes(desk: Desk) -> Iterator[Inlines]:
    """What a committee was divided on, with its figures; the rest it decides without a vote."""
    for fact in desk.facts.of(Voted):
        outcome = vote_told(fact, desk)
        if outcome:
            what, places = voted_what(fact, desk)
            vote = f"**{desk.words.of('labels', 'vote')}**"
            yield desk.citations.say(desk.words.text("finding_vote", vote=vote, what=what, outcome=outcome), *places)


def _worried(topics: Sequence[Topic], dialogue: StateDialogue, desk: Desk) -> Iterator[_Found]:
    """What members were worried about and the delegation replied to, or what did not satisfy them after its reply."""
    for topic in topics:
        replied = [line for part in topic.parts for _, line in part.replied]
        for move, line in topic.asked:
            strong = desk.prose(line).strong.search(line.text) is not None
            told = desk.teller.alone(line) if move.move is MoveKind.CONCERN and replied else None
            if told is None or len(told.lines) > 1:
                continue
            words = member_said(line, told.text, desk, move.speaker.label, None, named=True)
            if len(words) <= _LINE and len(words.split()) >= _LEAST + _NAME:
                named = desk.words.text("finding_state", state=_bold(dialogue, desk), words=words)
                yield _Found(topic.score + _CONCERNED * strong, topic.name, desk.cite(named, (line,)), line)


def _promised(topics: Sequence[Topic], dialogue: StateDialogue, desk: Desk) -> Iterator[_Found]:
    """What the State itself promises by a date, in a line of its own words."""
    firm = {place_of(move.at): move.firmness for move in dialogue.of(MoveKind.UNDERTAKING)}
    for due in promises_of(dialogue, desk):
        line = due.lines[-1]
        prose = desk.prose(line)
        if (
            due.when is None
            or len(due.lines) > 1
            or not (prose.persons.match(due.text) or _acts(due, desk) or _done(due, desk))
        ):
            continue
        words = f"{due.text} {collapsed(due.when.words)}."
        if _ADDED.sub("", words[1:-1]) in line.text and len(words) <= _LINE and _is_whole(words):
            topic = next((each for each in topics if any(own == line for _, own in each.replied)), None)
            weight = _WOULD if firm.get(place_of(line.at)) is Firmness.WOULD else _OWN
            told = (*desk.citations.say(stated(dialogue.state, words, desk)), *desk.citations.calls(due.places))
            yield _Found(weight + (topic.score if topic else 0), topic.name if topic else "", told, line)


def _acts(due: Due, desk: Desk) -> bool:
    """Whether the government of the State is to act, by one of the names that need no sentence before."""
    prose = desk.prose(due.lines[-1])
    named = prose.definite.match(due.text)
    by_name = prose.government.match(due.text) is not None and prose.hangs.match(due.text) is None
    return by_name or (named is not None and named["noun"].capitalize() in prose.itself)


def _done(due: Due, desk: Desk) -> bool:
    """Whether what is promised is told as to be done, and nobody else is to do it: "would be trained"."""
    line = due.lines[-1]
    grammar = desk.words.tongue(line.language).grammar
    found = list(clauses_of(desk.teller.speech(line).clause, grammar)) if grammar is not None else []
    return bool(found) and found[0].voice is Voice.PASSIVE


def _owned(topics: Sequence[Topic], dialogue: StateDialogue, desk: Desk) -> Iterator[_Found]:
    """What the delegation owned up to or refused, in one line."""
    for topic in topics:
        for move, line in topic.replied:
            told = desk.teller.alone(line) if _is_owned(move) else None
            if told is None or len(told.lines) > 1 or len(told.text) > _LINE or desk.teller.turned(line) is not None:
                continue
            if _is_whole(told.text):
                words = stated(dialogue.state, by_delegation(line, told.text, desk), desk)
                yield _Found(topic.score + _OWNED, topic.name, desk.cite(words, (line,)), line)


def _is_owned(move: Move) -> bool:
    return move.stance in (Stance.ADMITTED, Stance.REFUSED)


def _is_whole(words: str) -> bool:
    """Whether a line says enough to be understood by itself: "Three languages would be added in 2054" does not."""
    return len(words.split()) >= _LEAST


def _bold(dialogue: StateDialogue, desk: Desk) -> str:
    return f"**{desk.state(dialogue.state).name}**"


def stated(state: State, text: str, desk: Desk) -> str:
    """A statement with the State in bold: where its name stands, or before it."""
    name = desk.state(state).name
    if name in text:
        return text.replace(name, f"**{name}**", 1)
    return desk.words.text("finding_state", state=f"**{name}**", words=desk.teller.small(text))
