"""What was found at a session, a line each: what it was divided on, then what weighs most of each State."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from precis.documents.session.desk import Desk
from precis.documents.session.dues import promises_of
from precis.documents.session.lines import Line, collapsed
from precis.documents.session.saying import by_delegation, member_said
from precis.documents.session.topics import Topic, topics_of
from precis.documents.session.votes import vote_told, voted_what
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Firmness, Move, MoveKind
from precis.facts.kinds.vote import Voted
from precis.language.states import State
from precis.model import Call, Inlines, List

__all__ = ["finding_of", "findings", "stated"]

_LINE = 104
"""Characters of a finding without its reference: a line of the page."""
_MOST = 5
_LEAST = 8
"""Words of a line that is understood without its question."""
_NAME = 2
"""Words by which whoever said it is named, at least."""
_WORTH = 2
"""What a reply must weigh to be a finding."""


def findings(desk: Desk) -> List | None:
    """At most five lines: votes, then of each State as many, by the weight of its themes."""
    held = desk.facts.dialogues
    votes = list(islice(_votes(desk), _MOST - len(held[: _MOST - 1])))
    each = max(1, min(2, (_MOST - len(votes)) // max(1, len(held))))
    lines = [*votes, *(line for dialogue in held for line in _of_state(dialogue, desk, each))][:_MOST]
    return List.of(lines) if lines else None


def _votes(desk: Desk) -> Iterator[Inlines]:
    """What a committee was divided on, with its figures; the rest it decides without a vote."""
    for fact in desk.facts.of(Voted):
        outcome = vote_told(fact, desk)
        if outcome:
            what, places = voted_what(fact, desk)
            vote = f"**{desk.words.of('labels', 'vote')}**"
            yield desk.citations.say(desk.words.text("finding_vote", vote=vote, what=what, outcome=outcome), *places)


def _of_state(dialogue: StateDialogue, desk: Desk, most: int) -> list[Inlines]:
    """The weightiest worry, then what is promised, owned up to or refused; of a single line, the latter if any."""
    topics = sorted(topics_of(dialogue, desk), key=lambda topic: -topic.score)
    worried = _worried(topics, dialogue, desk)
    replied = (found for topic in topics if (found := finding_of(topic, dialogue, desk)) is not None)
    first = () if most == 1 else islice(worried, 1)
    out: list[Inlines] = []
    for found in chain(first, replied, _promised(dialogue, desk), worried):
        if len(out) == most:
            break
        if not set(_calls(found)) & {call for line in out for call in _calls(line)}:
            out.append(found)
    return out


def _calls(line: Inlines) -> Inlines:
    """The references of a line."""
    return tuple(run for run in line if isinstance(run, Call))


def _worried(topics: Sequence[Topic], dialogue: StateDialogue, desk: Desk) -> Iterator[Inlines]:
    """What members were worried about, by the weight of its theme; the gravest of a theme first."""
    for topic in topics:
        concerns = [(move, line) for move, line in topic.asked if move.move is MoveKind.CONCERN]
        for move, line in sorted(concerns, key=lambda each: not desk.prose(each[1]).strong.search(each[1].text)):
            told = desk.teller.alone(line)
            if told is None or len(told.lines) > 1:
                continue
            words = member_said(line, told.text, desk, move.speaker.label, None, named=True)
            if len(words) <= _LINE and len(words.split()) >= _LEAST + _NAME:
                told_by = desk.words.text("finding_state", state=_bold(dialogue, desk), words=words)
                yield desk.cite(told_by, (line,))


def _promised(dialogue: StateDialogue, desk: Desk) -> Iterator[Inlines]:
    """What is promised by a date, in a line of its own words."""
    for due in promises_of(dialogue, desk):
        if due.when is None or len(due.lines) > 1:
            continue
        words = f"{due.text} {collapsed(due.when.words)}."
        if words[:-1] in due.lines[0].text and len(words) <= _LINE and _is_whole(words):
            yield (*desk.citations.say(stated(dialogue.state, words, desk)), *desk.citations.calls(due.places))


def _is_whole(words: str) -> bool:
    """Whether a line says enough to be understood by itself: "Three languages would be added in 2054" does not."""
    return len(words.split()) >= _LEAST


def _bold(dialogue: StateDialogue, desk: Desk) -> str:
    return f"**{desk.state(dialogue.state).name}**"


def finding_of(topic: Topic, dialogue: StateDialogue, desk: Desk) -> Inlines | None:
    """What was found under a theme in one line: what is promised by a date, owned up to or refused, or replied."""
    ranked = sorted(topic.replied, key=lambda entry: -_rank(entry[0], entry[1], desk))
    for move, line in ranked:
        if _rank(move, line, desk) < _WORTH:
            break
        told = desk.teller.alone(line)
        if told is None or len(told.lines) > 1 or len(told.text) > _LINE or "?" in told.text:
            continue
        if desk.teller.turned(line) is not None or not _is_whole(told.text):
            continue
        return desk.cite(stated(dialogue.state, by_delegation(line, told.text, desk), desk), told.lines)
    return None


def _rank(move: Move, line: Line, desk: Desk) -> int:
    """What a reply weighs as a finding: a promise by a date, what is owned up to or refused, what was undertaken."""
    dated = move.move is MoveKind.UNDERTAKING and any(desk.dates(line))
    return 3 * dated + 2 * (move.stance is not None) + 2 * (move.firmness is Firmness.UNDERTOOK)


def stated(state: State, text: str, desk: Desk) -> str:
    """A statement with the State in bold: where its name stands, or before it."""
    name = desk.state(state).name
    if name in text:
        return text.replace(name, f"**{name}**", 1)
    return desk.words.text("finding_state", state=f"**{name}**", words=desk.teller.small(text))
