"""The dialogue with a State in three paragraphs of prose: presented; welcomed and worried; replied and promised.

Whole sentences of the records, in their order, joined by nothing but names and "said that". What is praised most
and what worried most is taken, with what was replied to each; then refusals and admissions, then what was promised.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from precis.documents.session.desk import Desk
from precis.documents.session.lines import Line, place_of
from precis.documents.session.saying import by_delegation, member_said
from precis.documents.session.speech import capitalized
from precis.documents.session.telling import Told
from precis.documents.session.topics import Topic
from precis.documents.session.used import Used
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Firmness, Move, MoveKind, Stance
from precis.model import Inlines, Paragraph

__all__ = ["Extent", "state_prose"]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a State's prose holds: sentences presented, concerns, and other replies and promises; words in all."""

    presented: int = 3
    praised: int = 1
    worried: int = 4
    others: int = 3
    words: int = 200


@dataclass(frozen=True, slots=True)
class _Piece:
    """A statement to be told, and the move it is."""

    move: Move
    told: Told
    weight: float

    @property
    def line(self) -> Line:
        return self.told.lines[-1]


def state_prose(
    dialogue: StateDialogue, topics: Sequence[Topic], desk: Desk, extent: Extent, used: Used | None = None
) -> list[Paragraph]:
    """The paragraphs, those that have something to say; of nothing that is `used`."""
    order = {label: number for number, label in enumerate(dialogue.labels)}
    told = used or Used()
    worried = _worried(dialogue, desk, extent, told)
    praised = _best(_new(_members(dialogue, desk, MoveKind.PRAISE), told), extent.praised)
    presented = _presented(dialogue, [*worried, *praised], desk, extent, told)
    replied = _new(_replied(worried, topics, dialogue, desk, extent), told)
    groups = _within(extent.words, (presented, [*praised, *worried], replied))
    _filled(groups, dialogue, topics, desk, extent, told)
    told.take(line for group in groups for piece in group for line in piece.told.lines)
    paragraphs = (
        _introduced(_sorted(groups[0], order), desk),
        _by_members(_sorted(groups[1], order), desk),
        _by_delegation(_sorted(groups[2], order), desk),
    )
    return [Paragraph(None, words) for words in paragraphs if words]


_REPLIED = 1.5
"""What a concern weighs more that leads to a question with a sure reply."""
_SHORT = 0.7
"""Prose with less than this part of the words it may have takes more."""


def _filled(
    groups: list[list[_Piece]],
    dialogue: StateDialogue,
    topics: Sequence[Topic],
    desk: Desk,
    extent: Extent,
    used: Used,
) -> None:
    """More of what was replied, raised and presented, where there is room: a theme after another, by its weight."""
    heaviest = sorted(topics, key=lambda topic: -topic.score)
    # Most sheets are full after a few: no more are made ready to be told than are looked at.
    replied = filter(None, (_piece(move, line, desk) for topic in heaviest for move, line in topic.replied))
    raised = filter(None, (_piece(move, line, desk) for topic in heaviest for move, line in topic.asked))
    told = used.copy()
    told.take(line for group in groups for piece in group for line in piece.told.lines)
    words = sum(piece.told.words for group in groups for piece in group)
    for number, more in ((2, replied), (1, raised), (0, _said_by(dialogue, desk))):
        for piece in more:
            if words >= _SHORT * extent.words:
                return
            if not told.any(piece.told) and words + piece.told.words <= extent.words:
                told.take(piece.told.lines)
                groups[number].append(piece)
                words += piece.told.words


def _said_by(dialogue: StateDialogue, desk: Desk) -> Iterator[_Piece]:
    """All that was presented and can be told."""
    for move, line in desk.moves(dialogue, MoveKind.PRESENTED):
        told = desk.teller.alone(line)
        if told is not None:
            yield _Piece(move, told, 0.0)


def _new(pieces: Iterable[_Piece], used: Used) -> list[_Piece]:
    return [piece for piece in pieces if not used.any(piece.told)]


def _sorted(pieces: Iterable[_Piece], order: dict[str, int]) -> list[_Piece]:
    """The pieces in the order of the records, without sentences that were told already."""
    out: list[_Piece] = []
    told: set[object] = set()
    for piece in sorted(pieces, key=lambda each: (order.get(each.line.at.record, 0), each.line.index)):
        if place_of(piece.line.at) not in told:
            out.append(piece)
            told.update(place_of(line.at) for line in piece.told.lines)
    return out


def _members(dialogue: StateDialogue, desk: Desk, kind: MoveKind) -> Iterator[_Piece]:
    """What members said of this kind that can be told by itself; thanks and courtesies of the Chair are not."""
    for move, line in desk.moves(dialogue, kind):
        told = desk.teller.alone(line)
        if told is not None and not move.speaker.presides:
            led = 1.0 if desk.words.is_rapporteur(move.speaker.role) else 0.0
            strong = 1.0 if desk.prose(line).strong.search(line.text) else 0.0
            courteous = 3.0 if desk.prose(line).courtesy.search(line.text) else 0.0
            yield _Piece(move, told, led + strong - courteous)


def _best(pieces: Iterable[_Piece], most: int) -> list[_Piece]:
    return sorted(pieces, key=lambda piece: -piece.weight)[:most]


def _worried(dialogue: StateDialogue, desk: Desk, extent: Extent, used: Used) -> list[_Piece]:
    """The concerns, the weightiest first, one of each theme before a second of any."""
    chosen: list[_Piece] = []
    sure = _sure_answers(dialogue)
    rest = _new(_members(dialogue, desk, MoveKind.CONCERN), used)
    rest.sort(key=lambda piece: -piece.weight - _REPLIED * bool(_answered(piece.line, sure)))
    while rest and len(chosen) < extent.worried:
        themes = {piece.move.theme for piece in chosen}
        piece = next((each for each in rest if each.move.theme not in themes), rest[0])
        rest.remove(piece)
        chosen.append(piece)
    return chosen


def _presented(dialogue: StateDialogue, said: Sequence[_Piece], desk: Desk, extent: Extent, used: Used) -> list[_Piece]:
    """What the head of the delegation presented: changes, and what members then spoke of, rather than figures."""
    themes = {piece.move.theme for piece in said}
    out: list[_Piece] = []
    for move, line in desk.moves(dialogue, MoveKind.PRESENTED):
        told = desk.teller.alone(line)
        if told is None or (out and move.speaker.label != out[0].move.speaker.label):
            continue
        change = 2.0 if desk.prose(line).change.search(line.text) else 0.0
        figures = sum(each.at == move.at and each.move is MoveKind.FIGURE for each in dialogue.moves)
        out.append(_Piece(move, told, change + (1.0 if move.theme in themes else 0.0) - 1.5 * figures))
    return _best((piece for piece in _new(out, used) if piece.weight > 0), extent.presented)


def _replied(
    worried: Sequence[_Piece], topics: Sequence[Topic], dialogue: StateDialogue, desk: Desk, extent: Extent
) -> list[_Piece]:
    """What was replied to each concern; then what was owned up to or refused, and what was undertaken."""
    by_theme = {topic.name: topic for topic in topics}
    sure = _sure_answers(dialogue)
    out: list[_Piece] = []
    told: set[object] = set()

    def add(pieces: Iterable[_Piece], most: int) -> None:
        for piece in pieces:
            if not most:
                return
            if place_of(piece.line.at) not in told:
                told.update(place_of(line.at) for line in piece.told.lines)
                out.append(piece)
                most -= 1

    for piece in worried:
        topic = by_theme.get(piece.move.theme)
        answers = _answered(piece.line, sure)
        if answers:
            add(filter(None, (_piece(move, line, desk) for move, line in _moves_at(answers, dialogue, desk))), 1)
        elif topic is not None:
            add(_answers(piece, topic, desk), 1)
    owned = (
        (move, line)
        for move, line in desk.moves(dialogue, MoveKind.ANSWER, MoveKind.UNDERTAKING)
        if move.stance is not None or move.firmness is Firmness.UNDERTOOK
    )
    add(filter(None, (_piece(move, line, desk) for move, line in owned)), extent.others)
    return out


def _sure_answers(dialogue: StateDialogue) -> dict[object, list[tuple[int, tuple[object, ...]]]]:
    """The questions of each paragraph, by their sentences, with the places of what surely answers them."""
    found: dict[object, list[tuple[int, tuple[object, ...]]]] = {}
    for exchange in dialogue.exchanges:
        if exchange.answer is not None:
            record, paragraph, sentence = place_of(exchange.question.at)
            answers = tuple(map(place_of, exchange.answer.sentences))
            found.setdefault((record, paragraph), []).append((sentence, answers))
    return found


def _answered(line: Line, sure: Mapping[object, Sequence[tuple[int, tuple[object, ...]]]]) -> set[object]:
    """The places of what answers the question that a concern leads to: one of the same paragraph, not before it."""
    record, paragraph, sentence = place_of(line.at)
    return {place for at, places in sure.get((record, paragraph), ()) if at >= sentence for place in places}


def _moves_at(places: Container[object], dialogue: StateDialogue, desk: Desk) -> Iterator[tuple[Move, Line]]:
    """The replies at some places, in their order: a reply is told from where it answers."""
    for move, line in desk.moves(dialogue, MoveKind.ANSWER, MoveKind.UNDERTAKING):
        if place_of(line.at) in places:
            yield move, line


def _answers(concern: _Piece, topic: Topic, desk: Desk) -> Iterator[_Piece]:
    """The replies under the theme of a concern that share words with it, the one that shares most first.

    They are made ready to be told as they are looked at: mostly the first is taken.
    """
    asked = _stems(concern.line.text)
    ends = ((move, line, desk.teller.turned(line) or line) for move, line in topic.replied)
    shared = [(len(asked & _stems(end.text)), move, line) for move, line, end in ends]
    for words, move, line in sorted(shared, key=lambda each: -each[0]):
        if words and (piece := _piece(move, line, desk)) is not None:
            yield piece


def _piece(move: Move, line: Line, desk: Desk) -> _Piece | None:
    """A reply with the sentence that turns it, if one does; None if it cannot be told."""
    told = desk.teller.whole(line)
    if told is None:
        return None
    owned = 1.0 if move.stance in (Stance.ADMITTED, Stance.REFUSED) else 0.0
    return _Piece(move, told, owned)


def _stems(text: str) -> set[str]:
    return {word[:5].lower() for word in text.split() if len(word) > 4}


def _within(most: int, groups: tuple[list[_Piece], ...]) -> list[list[_Piece]]:
    """The groups with no more words than `most`, the least of the longest group left out first."""
    kept = [list(group) for group in groups]
    while sum(piece.told.words for group in kept for piece in group) > most - 12:
        longest = max(kept, key=lambda group: (len(group) > 1, sum(piece.told.words for piece in group)))
        if len(longest) < 2:
            break
        longest.pop()
    return kept


def _introduced(pieces: Sequence[_Piece], desk: Desk) -> Inlines:
    """ "Introducing the report, Ms. X said that …"."""
    out: list[Inlines] = []
    for piece, line, words in _sentences(pieces):
        text = words
        if not out:
            text = desk.saying(line, "introducing", name=piece.move.speaker.label, clause=desk.teller.small(words))
        out.append(desk.cite(f"{' ' if out else ''}{text}", (line,)))
    return tuple(item for each in out for item in each)


def _sentences(pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, Line, str]]:
    """The sentences of pieces, each once."""
    told: set[object] = set()
    for piece in pieces:
        for line, words in piece.told.parts:
            if place_of(line.at) not in told:
                told.add(place_of(line.at))
                yield piece, line, words


def _by_members(pieces: Sequence[_Piece], desk: Desk) -> Inlines:
    """What members said, each by name; a pronoun stays where the same member has just been told."""
    out: list[Inlines] = []
    last: tuple[str, Line | None] = ("", None)
    for piece, line, words in _sentences(pieces):
        name = piece.move.speaker.label
        text = member_said(line, words, desk, name, last[1], named=name != last[0])
        out.append(desk.cite(f"{' ' if out else ''}{text}", (line,)))
        last = name, line
    return tuple(item for each in out for item in each)


def _by_delegation(pieces: Sequence[_Piece], desk: Desk) -> Inlines:
    """What the delegation said: "The delegation replied that …" once, then its words; its own verb where it has one."""
    out: list[Inlines] = []
    for _, line, words in _sentences(pieces):
        text = by_delegation(line, words, desk, begins=not out)
        out.append(desk.cite(f"{' ' if out else ''}{capitalized(text)}", (line,)))
    return tuple(item for each in out for item in each)
