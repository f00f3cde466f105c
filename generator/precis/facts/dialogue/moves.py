"""The moves of the dialogues of a record: what each sentence of members and delegations does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from precis.facts.dialogue.delegation import Spoken, delegation_kinds
from precis.facts.dialogue.lines import unlabelled
from precis.facts.dialogue.member import member_kinds
from precis.facts.dialogue.settled import Told
from precis.facts.dialogue.sides import Side, Sides
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Move, MoveKind, Reference
from precis.facts.themes import Scores, Themes
from precis.language.states import State
from precis.model import Record
from precis.proceedings import Form, Item, Proceedings, Said, Sentence, Speaker

__all__ = ["told_moves"]

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


def told_moves(proceedings: Proceedings, record: Record, label: str, words: DialogueWords, themes: Themes) -> Told:
    """The moves of a record, in its order, each with what its passage tells of themes; of one sentence, together.

    They have the theme that this tells best, until what else the dialogue tells has settled it (settled.py).
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
            spoken = list(_spoken(sentence, speaker, side, phase, words, year))
            theme = themes.best(score) if spoken else ""
            told.extend((_move(at, each, said, state, theme), score) for each in spoken)
    return told


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


def _spoken(
    sentence: Sentence, speaker: Speaker, side: Side, phase: _Phase, words: DialogueWords, year: int | None
) -> Iterator[Spoken]:
    """What a sentence does, by whom it is said."""
    if side is Side.DELEGATION:
        yield from delegation_kinds(sentence.text, sentence.exact, words, presenting=phase.presenting, year=year)
    elif side in (Side.MEMBER, Side.CHAIR):
        text = unlabelled(sentence.text, speaker.label, words.holder.stands)
        for kind in member_kinds(text, words, presides=side is Side.CHAIR):
            if side is Side.MEMBER or kind is MoveKind.QUESTION:
                phase.ask()
            yield Spoken(kind)
