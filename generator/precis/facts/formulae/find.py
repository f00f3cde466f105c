"""The facts of a record in a language that has formulae, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from precis.facts.dialogue.sides import Side, Sides
from precis.facts.fact import Adopted, Citation, Decision, Fact, Reference
from precis.facts.formulae.made import MAKERS
from precis.facts.formulae.sight import Memory, Sight
from precis.facts.formulae.words import Formula, Formulae
from precis.facts.kinds.reprisal import Reprisal
from precis.language.states import State, States
from precis.language.wording import Wording
from precis.model import DOCUMENT_SYMBOL
from precis.proceedings import ProcedureKind, Proceedings, Said, Sentence, normal
from precis.proceedings.reports import report_numbers

__all__ = ["formulae_facts"]

_IN_DIALOGUE = ("ratification",)
"""Kinds of which a delegation tells."""
_BY_CHAIR = (*_IN_DIALOGUE, "dialogue", "adopted", "meeting", "plan", "resources", "translation")
"""Kinds of which the Chair tells in a dialogue."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands around a sentence: whether it was so decided, the State for which one speaks in a dialogue, and the
    name of one who speaks for none. `kinds` are those looked for; None for all.
    """

    decided: bool
    reviewed: State | None
    speaker: str
    kinds: tuple[str, ...] | None


def formulae_facts(
    proceedings: Proceedings,
    label: str,
    words: Formulae,
    states: States,
    wording: Wording,
    sides: Sides | None,
    session: int | None,
) -> Iterator[Fact]:
    """The facts of the sentences of a record of a `session`, in order. What was proposed is one if so decided."""
    decided = {line.decision.at for line in proceedings.procedure if line.decision is not None}
    memory, gave, proposed = Memory(session), False, ""
    told: tuple[int | None, int] = (None, 0)
    before: Sentence | None = None
    for said in proceedings.said:
        reviewed, in_dialogue = _reviewed(said, sides)
        for sentence in said.sentences:
            line = said.procedure
            if line is not None and line.kind is ProcedureKind.DECISION:
                if not gave and before is not None:
                    yield _decision(sentence, before, label, words, proposed)
                gave = False
                continue
            presides = said.speaker is not None and said.speaker.presides
            kinds = (_BY_CHAIR if presides else _IN_DIALOGUE) if in_dialogue else None
            seen = Seen(sentence.at in decided, reviewed, _own_name(said), kinds)
            found = list(_of_sentence(sentence, label, words, states, wording, memory, seen))
            gave = any(isinstance(fact, Adopted) for fact in found)
            if any(isinstance(fact, Reprisal) for fact in found):
                told = (sentence.number, sentence.place)
            elif _goes_on(sentence, told, words):
                told = (sentence.number, sentence.place)
                found.append(Reprisal(Reference(label, sentence.number, sentence.place, sentence.exact)))
            low = normal(sentence.exact).lower()
            lead = words.proposal.search(low) if not words.vague.search(low) else None
            proposed = sentence.exact[lead.end() :] if lead else proposed
            yield from found
            yield from _citations(sentence, label)
            before = sentence if said.passage.main else before


def _goes_on(sentence: Sentence, told: tuple[int | None, int], words: Formulae) -> bool:
    """Whether a sentence tells what was done about the reprisals of the one before, or of the paragraph before."""
    number, place = told
    low = sentence.text.lower()
    if (sentence.number, sentence.place) == (number, place + 1):
        return words.followed.search(low) is not None
    after = number is not None and sentence.number == number + 1 and sentence.place == 1
    return after and words.followed_next.search(low) is not None


def _own_name(said: Said) -> str:
    """The name of a member or officer who speaks; empty for a delegate, an organization, or an office alone."""
    speaker = said.speaker
    if speaker is None or not speaker.name or speaker.state is not None or speaker.organization:
        return ""
    return speaker.label


def _reviewed(said: Said, sides: Sides | None) -> tuple[State | None, bool]:
    """The State for which a passage is spoken, and whether it is part of a dialogue."""
    headed = [item for item in said.items if item.states]
    state = said.state if not headed or headed[-1].dialogue else None
    if state is None or said.speaker is None or sides is None:
        return None, state is not None and said.procedure is None
    own = sides.of(said.speaker, state) is Side.DELEGATION
    return (state if own else None), True


def _of_sentence(
    sentence: Sentence,
    label: str,
    words: Formulae,
    states: States,
    wording: Wording,
    memory: Memory,
    seen: Seen,
) -> Iterator[Fact]:
    text = sentence.text
    low = text.lower()
    at = Reference(label, sentence.number, sentence.place, sentence.exact)
    done: set[str] = set()
    for formula in words.near(low):
        if _once(formula) in done or (seen.kinds is not None and formula.kind not in seen.kinds):
            continue
        if formula.decided and not seen.decided:
            continue
        matches = list(formula.say.finditer(low))
        if not matches or (formula.never is not None and formula.never.search(low)):
            continue
        found: list[Fact] = []
        for match in matches if formula.kind in ("communication", "election") else matches[:1]:
            sight = Sight(
                formula,
                match,
                low,
                text,
                sentence.exact,
                at,
                words,
                states,
                wording.grammar.read_session,
                partial(report_numbers, wording=wording),
                memory,
                seen.reviewed,
                seen.speaker,
            )
            found.extend(MAKERS[formula.kind](sight))
        if found:
            done.update(filter(None, (_once(formula),)))
            yield from found


def _citations(sentence: Sentence, label: str) -> Iterator[Citation]:
    """The documents that a sentence cites, each once."""
    at = Reference(label, sentence.number, sentence.place, sentence.exact)
    symbols = dict.fromkeys(match[0].rstrip("*") for match in DOCUMENT_SYMBOL.finditer(sentence.text))
    yield from (Citation(at, symbol) for symbol in symbols)


def _once(formula: Formula) -> str:
    """What a sentence gives once: the kind, of plans and meetings each sort.

    Outcomes of communications, and acts of States, may be several: "".
    """
    if formula.kind in ("plan", "meeting"):
        return f"{formula.kind}: {formula.sense}"
    return "" if formula.kind in ("communication", "ratification", "States parties") else formula.kind


def _decision(sentence: Sentence, before: Sentence, label: str, words: Formulae, proposed: str) -> Decision:
    """What was decided, in the words of the proposal: the sentence before, or what it calls "the proposal"."""
    low = normal(before.exact).lower()
    lead = words.proposal.search(low)
    what = before.exact[lead.end() :] if lead else before.exact
    what = (words.vague.search(low) and proposed) or what
    proposal = Reference(label, before.number, before.place, before.exact)
    return Decision(Reference(label, sentence.number, sentence.place, sentence.exact), what.strip(" ,.:"), proposal)
