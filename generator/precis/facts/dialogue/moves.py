"""The moves of the dialogues of a record: what each sentence of members and delegations does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from precis.facts.dialogue.delegation import Spoken, delegation_kinds
from precis.facts.dialogue.likeness import alike
from precis.facts.dialogue.lines import Line, lines_of, unlabelled
from precis.facts.dialogue.member import member_kinds
from precis.facts.dialogue.pairs import SURE, pairs_of
from precis.facts.dialogue.sides import Side, Sides
from precis.facts.dialogue.signs import names_of
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Move, MoveKind, Reference
from precis.facts.themes import Scores, Themes
from precis.language.states import State
from precis.model import Record
from precis.proceedings import Form, Item, Proceedings, Said, Sentence, Speaker

__all__ = ["moves_of"]

_SPOKEN = (Form.PARAGRAPH, Form.BULLET)
"""The forms of passages in which somebody speaks; what is quoted or stands in a table is nobody's move."""


@dataclass
class _Phase:
    """How far the dialogue under a heading has come: whether the delegation still presents its report."""

    item: Item | None = None
    state: State | None = None
    presenting: bool = False
    asked: bool = False

    def see(self, said: Said) -> None:
        """Take in a passage: what stands under a heading that is not continued begins with the introduction."""
        item = next((each for each in reversed(said.items) if each.states), None)
        if item is not self.item or said.state != self.state:
            self.item, self.state = item, said.state
            self.presenting = item is not None and not item.continued
            self.asked = False

    def hear(self, low: str, words: DialogueWords, *, first: bool) -> None:
        """Take in a sentence of the delegation, the first of a speaker or another: does it present, or reply?"""
        if first and words.introduces.search(low):
            self.presenting, self.asked = True, False
        elif words.replies.search(low):
            self.presenting = False
        elif first and not self.asked and words.presents.search(low):
            self.presenting = True

    def ask(self) -> None:
        """A member has the floor: from now on the delegation replies."""
        self.presenting, self.asked = False, True


def moves_of(
    proceedings: Proceedings, record: Record, label: str, words: DialogueWords, themes: Themes, own: frozenset[str]
) -> list[Move]:
    """The moves of a record, in its order; several of one sentence stand together.

    `own` are the stems of the words of the body, which tell nothing there.
    """
    told: list[tuple[Move, Scores]] = []
    sides, phase = Sides(proceedings, words), _Phase()
    year = record.held.date.year if record.held else None
    carried: Scores = {}
    for said in proceedings.said:
        phase.see(said)
        state, speaker = said.state, said.speaker
        if state is None or speaker is None or said.procedure is not None or said.passage.form not in _SPOKEN:
            continue
        if phase.item is not None and not phase.item.dialogue:
            continue
        side = sides.of(speaker, state)
        scores, carried = _scores(said, {} if said.begins else carried, words, themes)
        for place, (sentence, score) in enumerate(zip(said.sentences, scores, strict=True)):
            if side is Side.DELEGATION:
                phase.hear(sentence.text.lower(), words, first=said.begins and place == 0)
            at = Reference(label, sentence.number, sentence.place, sentence.exact)
            theme = themes.best(score)
            told.extend(
                (_move(at, spoken, said, state, theme), score)
                for spoken in _spoken(sentence, speaker, side, phase, words, year)
            )
    return list(_with_pairs(told, words, themes, own))


def _scores(said: Said, carried: Scores, words: DialogueWords, themes: Themes) -> tuple[list[dict[str, float]], Scores]:
    """How well each theme is told in the sentences of a passage; one that takes up another matter begins anew."""
    out: list[dict[str, float]] = []
    texts = [sentence.text for sentence in said.sentences]
    begins = [number for number, text in enumerate(texts) if number == 0 or words.takes_up.match(text.lower())]
    for start, end in zip(begins, (*begins[1:], len(texts)), strict=True):
        scores, carried = themes.of_passage(texts[start:end], carried if start == 0 else {})
        out.extend(scores)
    return out, carried


def _move(at: Reference, spoken: Spoken, said: Said, state: State, theme: str) -> Move:
    speaker = said.speaker
    assert speaker is not None
    firmness, date, figures, stance = spoken.firmness, spoken.date, spoken.figures, spoken.stance
    return Move(at, spoken.move, state, speaker, theme, said.passage.exact, firmness, date, figures, stance)


_OTHER = 0.5
"""What the words of a reply count for the theme of its question, beside those of the question; and the other way."""
_LIKELY, _LESS = 2.0, 0.6
"""A pair that is less than sure tells a theme too, for less, from this weight on."""


_ALIKE = 0.4
"""What the sentences with the same rare words count, beside the sentence itself."""


def _with_pairs(
    told: Sequence[tuple[Move, Scores]], words: DialogueWords, themes: Themes, own: frozenset[str]
) -> Iterator[Move]:
    """The moves, with their themes by the words of others too: of sentences alike, of a question and of its answer."""
    scores = {id(move): score for move, score in told}
    gained: dict[int, dict[str, float]] = {id(move): dict(score) for move, score in told}
    for state in dict.fromkeys(move.state for move, _ in told):
        lines = lines_of([move for move, _ in told if move.state == state], words)
        _gain_of_alike(lines, words, own, scores, gained)
        for pair in pairs_of(lines, words, own):
            if pair.weight < _LIKELY:
                continue
            other = _OTHER if pair.weight >= SURE else _OTHER * _LESS
            for line in pair.answer.lines:
                _add(gained[id(pair.question)], scores[id(line.moves[0])], other / len(pair.answer.lines))
                for move in line.moves:
                    _add(gained[id(move)], scores[id(pair.question)], other)
    for move, _ in told:
        theme = themes.best(gained[id(move)])
        yield move if theme == move.theme else replace(move, theme=theme)


def _gain_of_alike(
    lines: Sequence[Line],
    words: DialogueWords,
    own: frozenset[str],
    scores: Mapping[int, Scores],
    gained: Mapping[int, dict[str, float]],
) -> None:
    silent = own | names_of(lines, words)
    for line, others in zip(lines, alike([each.stems - silent for each in lines]), strict=True):
        for place, part in others.items():
            for move in line.moves:
                _add(gained[id(move)], scores[id(lines[place].moves[0])], _ALIKE * part)


def _add(total: dict[str, float], scores: Scores, part: float) -> None:
    for name, score in scores.items():
        total[name] = total.get(name, 0.0) + part * score


def _spoken(
    sentence: Sentence, speaker: Speaker, side: Side, phase: _Phase, words: DialogueWords, year: int | None
) -> Iterator[Spoken]:
    """What a sentence does, by whom it is said."""
    if side is Side.DELEGATION:
        yield from delegation_kinds(sentence.text, sentence.exact, words, presenting=phase.presenting, year=year)
    elif side in (Side.MEMBER, Side.CHAIR):
        text = unlabelled(sentence.text, speaker, words.holder.stands)
        for kind in member_kinds(text, words, presides=side is Side.CHAIR):
            if side is Side.MEMBER or kind is MoveKind.QUESTION:
                phase.ask()
            yield Spoken(kind)
