"""The part of a digest or briefing on the dialogue with one State, and the themes across States."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from precis.documents.digest import Cited, Words
from precis.documents.digest_limits import Limits
from precis.documents.digest_phrases import Statement, joined, report_words, sentence
from precis.facts.exchange import Answer, Exchange, StateDialogue
from precis.facts.fact import Move, MoveKind, Reference
from precis.facts.themes import GENERAL
from precis.model import Block, Heading, Inlines, Run, Table
from precis.proceedings import Speaker

__all__ = ["Dialogues", "weight_of"]


_WHOLE = 10_000
"""Letters of a sentence of an answer: none is cut, for what turns it may stand at its end."""

MOST_COLUMNS = 6
"""States side by side in the grid of themes; more have no room for their references."""


@dataclass(frozen=True, slots=True)
class Dialogues:
    """Makes the blocks on dialogues."""

    words: Words
    cited: Cited
    limits: Limits

    def block(self, dialogue: StateDialogue) -> list[Block]:
        """The block of one State."""
        out: list[Block] = [Heading(2, self.cited.say(self.name(dialogue), *dialogue.basis[:1]))]
        out.append(self.cited.bullets(self.heads(dialogue)))
        out.extend(self.questions(dialogue))
        for name, statements in self.lists(dialogue):
            if statements:
                out.extend((self.words.heading(name, 3), self.cited.bullets(statements)))
        return out

    def name(self, dialogue: StateDialogue) -> str:
        """The State and its report: "Ruritania: third periodic report (CMW/C/RUR/3)"."""
        report = report_words(dialogue.report, self.words)
        symbol = f" ({dialogue.report.symbol})" if dialogue.report.symbol else ""
        return f"{dialogue.state.name}{f': {report}' if report else ''}{symbol}"

    def heads(self, dialogue: StateDialogue) -> list[Statement]:
        """The meetings, the rapporteurs, who spoke for the delegation and who of the members."""
        words = self.words
        out: list[Statement] = [
            (words.say("meetings_of_state", meetings=joined(dialogue.labels)) + ".", list(dialogue.basis))
        ]
        rapporteurs = [each for each in dialogue.members if "Rapporteur" in each[0].role]
        others = [each for each in dialogue.members if each not in rapporteurs]
        for name, group in (("rapporteurs", rapporteurs), ("delegation", dialogue.delegates), ("members", others)):
            if group:
                out.append((words.say(name, names=_names(group)) + ".", [at for _, at in group]))
        return out

    def questions(self, dialogue: StateDialogue) -> list[Block]:
        """The table of questions with the passages that surely answer them, the surest, in the order of the records."""
        title = self._title("questions", dialogue)
        chosen = weightiest(self.limits.take(title, ranked(dialogue.exchanges), self.limits.exchanges), dialogue)
        rows = [self._row(each.question, each.answer) for each in chosen if each.answer is not None]
        if not rows:
            return []
        head = [self.words.heading("questions", 3)]
        return [*head, Table(self.words.columns("questions"), tuple(rows))]

    def _row(self, question: Move, answer: Answer) -> tuple[Inlines, ...]:
        asked = self.cited.say(
            f"{question.speaker.label}: {sentence(question.at, self.limits.length, bare=True)}", question.at
        )
        first, *rest = answer.sentences
        whole = " ".join((sentence(first, _WHOLE, bare=True), *(sentence(each, _WHOLE) for each in rest)))
        return (Run(question.theme),), asked, self.cited.say(f"{answer.speaker.label}: {whole}", *answer.sentences)

    def lists(self, dialogue: StateDialogue) -> list[tuple[str, list[Statement]]]:
        """Progress noted, concerns, undertakings and figures."""
        limits = self.limits
        groups: tuple[tuple[str, Sequence[Move], int], ...] = (
            ("praise", dialogue.of(MoveKind.PRAISE), limits.concerns),
            ("concern", dialogue.of(MoveKind.CONCERN), limits.concerns),
            ("undertakings", dialogue.of(MoveKind.UNDERTAKING), limits.undertakings),
            ("given_figures", dialogue.of(MoveKind.FIGURE), limits.figures),
        )
        return [(name, self._chosen(name, moves, most, dialogue)) for name, moves, most in groups]

    def _chosen(self, name: str, moves: Sequence[Move], most: int, dialogue: StateDialogue) -> list[Statement]:
        """The moves with most in them, in the order of the records."""
        heavy = sorted(moves, key=lambda move: -weight_of(move))
        kept = {id(move) for move in self.limits.take(self._title(name, dialogue), heavy, most)}
        return [self.statement(move) for move in moves if id(move) in kept]

    def _title(self, name: str, dialogue: StateDialogue) -> str:
        return f"{self.words.title(name)} ({dialogue.state.name})"

    def statement(self, move: Move) -> Statement:
        """A move as a statement: who, and the sentence."""
        return f"{move.speaker.label}: {sentence(move.at, self.limits.length, bare=True)}", [move.at]

    def themes(self, dialogues: Sequence[StateDialogue]) -> list[Block]:
        """The grid of themes and States, with the paragraphs in which members raised each."""
        if len(dialogues) < 2:
            return []
        dialogues = self.limits.take(self.words.title("dialogues"), dialogues, MOST_COLUMNS)
        raised: dict[str, dict[str, list[Reference]]] = {}
        for dialogue in dialogues:
            for move in dialogue.moves:
                if move.move in (MoveKind.QUESTION, MoveKind.CONCERN) and move.theme != GENERAL:
                    raised.setdefault(move.theme, {}).setdefault(dialogue.state.name, []).append(move.at)
        names = [dialogue.state.name for dialogue in dialogues]
        ordered = sorted(raised, key=lambda theme: (-len(raised[theme]), -_count(raised[theme]), theme))
        rows = [
            ((Run(theme),), *(self._cell(raised[theme].get(name, [])) for name in names))
            for theme in self.limits.take(self.words.title("themes"), ordered, self.limits.themes)
        ]
        if not rows:
            return []
        head = (*self.words.columns("themes"), *((Run(name),) for name in names))
        return [self.words.heading("themes"), Table(head, tuple(rows))]

    def _cell(self, places: Sequence[Reference]) -> Inlines:
        paragraphs = {(place.record, place.paragraph): place for place in reversed(places)}
        if not paragraphs:
            return (Run("–"),)
        return self.cited.calls(list(reversed(paragraphs.values()))[:4])


def _count(places: dict[str, list[Reference]]) -> int:
    return sum(map(len, places.values()))


def ranked(exchanges: Sequence[Exchange]) -> list[Exchange]:
    """The exchanges that have an answer, the surest first."""
    return sorted((each for each in exchanges if each.answer is not None), key=lambda each: -each.confidence)


def weightiest(chosen: Sequence[Exchange], dialogue: StateDialogue) -> list[Exchange]:
    """The exchanges chosen, in the order of the records."""
    kept = {id(each) for each in chosen}
    return [each for each in dialogue.exchanges if id(each) in kept]


def weight_of(move: Move) -> float:
    """How much there is in a sentence: figures and dates weigh most, then its length."""
    words = move.at.words
    dated = len(re.findall(r"\b(?:19|20|21)\d{2}\b", words))
    return 2.0 * dated + 1.5 * len(re.findall(r"\d+", words)) + min(len(words), 240) / 120


def _names(group: Sequence[tuple[Speaker, Reference]]) -> str:
    return joined(speaker.label for speaker, _ in group)
