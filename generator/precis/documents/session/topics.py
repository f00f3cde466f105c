"""The themes of a dialogue: what members raised under each, what the delegation replied, and how much each weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from precis.documents.session.desk import Desk, once
from precis.documents.session.lines import Line, place_of
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Move, MoveKind, Stance
from precis.facts.themes import GENERAL

__all__ = ["Topic", "topics_of"]

_RETURNED, _STRONG, _CONCERN, _OWNED, _DATED, _UNDATED, _LED, _FIGURES = 3, 5, 4, 2, 2, 1, 1, 1
"""What a theme weighs: returned to after the reply; alarming or unsatisfied; a concern before a reply; an admission or
refusal; an undertaking with a date, or without; raised by a Country Rapporteur; two figures or more in the reply."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme of a dialogue: the questions and concerns under it, and the replies, each move with its sentence."""

    name: str
    asked: tuple[tuple[Move, Line], ...]
    replied: tuple[tuple[Move, Line], ...]
    score: int = 0
    parts: tuple[Topic, ...] = ()
    """The same exchange by exchange: a paragraph of questions with what surely answers it; last what is not paired."""


@once
def topics_of(dialogue: StateDialogue, desk: Desk) -> list[Topic]:
    """The themes of a dialogue, in the order in which they were first raised; what has no theme comes last.

    A reply stands under the theme of the question that it surely answers, else under its own.
    """
    order = {label: number for number, label in enumerate(dialogue.labels)}
    asked: dict[str, list[tuple[Move, Line]]] = {}
    first: tuple[int, int] | None = None
    leads = _leads(dialogue)
    for move, line in desk.moves(dialogue, MoveKind.QUESTION, MoveKind.CONCERN):
        if not move.speaker.presides:
            first = first or _place(line, order)
            theme = leads.get(place_of(line.at)) if move.theme in ("", GENERAL) else move.theme
            asked.setdefault(theme or GENERAL, []).append((move, line))
    paired, answers = _paired(dialogue), _answers(dialogue)
    replied: dict[str, list[tuple[Move, Line]]] = {}
    for move, line in desk.moves(dialogue, MoveKind.ANSWER, MoveKind.UNDERTAKING):
        # What was said before anybody asked is no reply.
        if first is not None and _place(line, order) > first:
            for theme in paired.get(place_of(line.at), (move.theme or GENERAL,)):
                replied.setdefault(theme, []).append((move, line))
    out = [
        Topic(
            name,
            tuple(own),
            tuple(replied.get(name, ())),
            _score(own, replied.get(name, ()), dialogue, desk),
            tuple(_parts(name, own, replied.get(name, ()), answers)),
        )
        for name, own in asked.items()
    ]
    return sorted(out, key=lambda topic: topic.name == GENERAL)


def _leads(dialogue: StateDialogue) -> dict[object, str]:
    """The theme of the question that a concern leads to, in the same paragraph, by the place of the concern."""
    found: dict[object, str] = {}
    before: list[tuple[str, int | None, int]] = []
    for move in dialogue.moves:
        place = place_of(move.at)
        if move.move is MoveKind.CONCERN:
            before.append(place)
        elif move.move is MoveKind.QUESTION:
            found.update((each, move.theme) for each in before if each[:2] == place[:2] and each != place)
            before = []
    return found


def _paired(dialogue: StateDialogue) -> dict[object, tuple[str, ...]]:
    """The themes of the questions that sentences surely answer, by their places."""
    found: dict[object, dict[str, None]] = {}
    for exchange in dialogue.exchanges:
        if exchange.answer is not None:
            for at in exchange.answer.sentences:
                found.setdefault(place_of(at), {})[exchange.question.theme or GENERAL] = None
    return {place: tuple(themes)[:1] for place, themes in found.items()}


def _answers(dialogue: StateDialogue) -> dict[object, set[object]]:
    """The places of the sentences that surely answer a question, by its place."""
    found: dict[object, set[object]] = {}
    for exchange in dialogue.exchanges:
        if exchange.answer is not None:
            found.setdefault(place_of(exchange.question.at), set()).update(map(place_of, exchange.answer.sentences))
    return found


def _parts(
    name: str,
    asked: Sequence[tuple[Move, Line]],
    replied: Sequence[tuple[Move, Line]],
    answers: Mapping[object, set[object]],
) -> Iterator[Topic]:
    """A theme exchange by exchange, in the order of the questions; what has no sure reply stands last."""
    paragraphs: dict[object, list[tuple[Move, Line]]] = {}
    for entry in asked:
        paragraphs.setdefault(place_of(entry[1].at)[:2], []).append(entry)
    paired: list[tuple[list[tuple[Move, Line]], set[object]]] = []
    open_: list[tuple[Move, Line]] = []
    told = {place_of(line.at) for _, line in replied}
    for own in paragraphs.values():
        places = {place for _, line in own for place in answers.get(place_of(line.at), ())} & told
        same = next((each for each in paired if each[1] & places), None)
        if same is not None:
            same[0].extend(own)
            same[1].update(places)
        elif places:
            paired.append((list(own), places))
        else:
            open_.extend(own)
    for own, places in paired:
        yield Topic(name, tuple(own), tuple(entry for entry in replied if place_of(entry[1].at) in places))
    if open_:
        taken = {place for _, places in paired for place in places}
        yield Topic(name, tuple(open_), tuple(entry for entry in replied if place_of(entry[1].at) not in taken))


def _score(
    asked: Sequence[tuple[Move, Line]],
    replied: Sequence[tuple[Move, Line]],
    dialogue: StateDialogue,
    desk: Desk,
) -> int:
    order = {label: number for number, label in enumerate(dialogue.labels)}
    told = {place_of(line.at) for _, line in replied}
    first = min((_place(line, order) for _, line in replied), default=None)
    score = _RETURNED * (first is not None and any(_place(line, order) > first for _, line in asked))
    concerns = [line for move, line in asked if move.move is MoveKind.CONCERN]
    strong = any(desk.prose(line).strong.search(line.text) for line in concerns)
    last = max((_place(line, order) for _, line in replied), default=(-1, 0))
    answered = any(_place(line, order) < last for line in concerns)
    score += _STRONG if strong else _CONCERN if answered else 0
    score += _OWNED * any(move.stance in (Stance.ADMITTED, Stance.REFUSED) for move, _ in replied)
    promised = [move for move, _ in replied if move.move is MoveKind.UNDERTAKING]
    score += _DATED if any(move.date for move in promised) else _UNDATED if promised else 0
    score += _LED * any(desk.words.is_rapporteur(move.speaker.role) for move, _ in asked)
    figures = sum(len(each.figures) for each in dialogue.of(MoveKind.FIGURE) if place_of(each.at) in told)
    return score + _FIGURES * (figures > 1)


def _place(line: Line, order: dict[str, int]) -> tuple[int, int]:
    return order.get(line.at.record, 0), line.index
