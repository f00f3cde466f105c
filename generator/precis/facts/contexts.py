"""The sentences of a record as rules see them, in order, with what stands around each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from precis.assets import Assets
from precis.facts.clauses import ClauseGrammar
from precis.facts.context import Context, Memory
from precis.facts.dialogue.sides import Side, Sides
from precis.facts.words import FactWords
from precis.language.bodies import Names, load_body
from precis.language.states import State, States
from precis.language.wording import load_wording
from precis.model import Record
from precis.proceedings import Proceedings, Said, Sentence
from precis.proceedings.reports import report_numbers

__all__ = ["contexts_of"]


def contexts_of(
    record: Record,
    proceedings: Proceedings,
    states: States,
    words: FactWords,
    grammar: ClauseGrammar,
    sides: Sides | None,
    label: str,
    assets: Assets,
) -> Iterator[Context]:
    """Each sentence with what stands around it. What is remembered goes on from one to the next."""
    decided = {line.decision.at: line for line in proceedings.procedure if line.decision is not None}
    names = _names(record, assets)
    wording = load_wording(proceedings.language, assets)
    read_session, read_series = wording.grammar.read_session, partial(report_numbers, wording=wording)
    memory = Memory()
    before: Sentence | None = None
    for said in proceedings.said:
        if said.first:
            before = None
        for place, sentence in enumerate(said.sentences):
            yield Context(
                sentence,
                states,
                words,
                grammar,
                memory,
                said.speaker,
                _in_dialogue(said),
                tuple(item.words for item in said.items),
                before,
                said.passage.main,
                said.passage.exact,
                label,
                said.item,
                decided.get(sentence.at),
                said.procedure,
                tuple({name.lower() for name in (names.committee.replace("\n", " "), names.short)}) if names else (),
                tuple(filter(None, (names.treaty, names.instrument))) if names else (),
                record.held.date if record.held else None,
                record.session,
                said.begins and place == 0,
                tuple(state for item in said.items for state in item.states),
                _speaks_for_state(said, sides),
                read_session,
                read_series,
            )
            before = sentence if said.passage.main else before


def _in_dialogue(said: Said) -> State | None:
    """The State of the dialogue that a passage is in: not that of a heading on observations or on follow-up."""
    reviewed = [item for item in said.items if item.states]
    return said.state if not reviewed or reviewed[-1].dialogue else None


def _speaks_for_state(said: Said, sides: Sides | None) -> bool:
    if said.speaker is None or said.state is None:
        return False
    if sides is None:
        return said.speaker.state == said.state
    return sides.of(said.speaker, said.state) is Side.DELEGATION


def _names(record: Record, assets: Assets) -> Names | None:
    return load_body(record.body, assets).names.get("en") if record.body else None
