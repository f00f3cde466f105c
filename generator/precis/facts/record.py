"""The facts of one record: its sentences through the rules, and the sentences that look like a fact and gave none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from precis.assets import Assets
from precis.facts.context import Context, Rule
from precis.facts.fact import Citation, Dialogue, Fact, Move, Reference, Report, Speaker, Turn
from precis.facts.phrases import Phrases, load_phrases
from precis.facts.reports import numbers_of, state_list
from precis.facts.rules import citations, decisions, dialogues, encounters, officers, parties, plans, resources, texts
from precis.facts.rules.moves import move_of
from precis.facts.sentences import Passage, Sentence, label_of, normal, passages_of
from precis.facts.speakers import Speakers, Table, turns, under_review
from precis.facts.themes import Themes, load_themes
from precis.language.sentences import sentences
from precis.language.states import State, States, load_states
from precis.model import Record

__all__ = ["RULES", "RecordFacts", "facts_of"]

RULES: tuple[Rule, ...] = (
    *dialogues.RULES,
    *texts.RULES,
    *encounters.RULES,
    *officers.RULES,
    *parties.RULES,
    *plans.RULES,
    *resources.RULES,
    *decisions.RULES,
    *citations.RULES,
)

# Words of a fact, for sentences that gave none. The rules see more; this sees what they may have missed.
_LOOKS_LIKE = re.compile(
    r"\b(?:Committees? had (?:\w+ )?(?:adopted|approved|elected|appointed)|had been (?:adopted|elected|re-elected) "
    r"|resigned|had (?:ratified|acceded)|ratification by|accession by"
    r"|(?:adopted|considered|examined) (?:\w+ ){0,4}(?:concluding observations|lists? of issues|general comment"
    r"|reports? of)|had met|(?:meetings?|talks|consultations|dialogues?) with"
    r"|session would|would be held|States [Pp]arties to the Convention|declared (?:open|closed)|(?:campaign"
    r"|efforts) to promote ratification)\b"
)


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What one record says happened. `unplaced` are sentences that look like a fact and gave none."""

    label: str
    record: Record
    facts: tuple[Fact, ...]
    unplaced: tuple[Reference, ...]

    @property
    def items(self) -> tuple[tuple[str, int], ...]:
        """The items of the text and how many numbered paragraphs each has."""
        counts: dict[str, set[int | None]] = {}
        for passage in passages_of(self.record):
            if passage.headings:
                name = re.sub(r"\s*\((?!continued|concluded)[^()]*\)", "", passage.headings[-1]).strip()
                counts.setdefault(name, set()).add(passage.number)
        return tuple((name, len(numbers - {None})) for name, numbers in counts.items())

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The speakers in order, with their paragraphs."""
        return tuple(fact for fact in self.facts if isinstance(fact, Turn))


def facts_of(record: Record, assets: Assets, file: str = "", *, computed: bool = False) -> RecordFacts:
    """The facts of a record, in the order of its text. The rules know the language of English records.

    `file` names a record without a symbol; `computed` says that its paragraphs were numbered by the reader.
    """
    states, themes, phrases = load_states(assets), load_themes(assets), load_phrases(assets)
    label = label_of(record, file)
    passages = list(passages_of(record))
    found_turns, speakers = turns(passages, Speakers(states), label)
    facts: list[Fact] = [*_of_headings(passages, states, label), *found_turns]
    unplaced: list[Reference] = []
    if record.language == "en":
        for context in _contexts(passages, speakers, states, phrases, label):
            given = list(_unique(fact for rule in RULES for fact in rule(context)))
            given.extend(_moves(context, themes))
            facts.extend(given)
            if _LOOKS_LIKE.search(context.text) and not any(not isinstance(fact, Citation) for fact in given):
                unplaced.append(context.sentence.at)
    if computed:
        facts = [replace(fact, at=replace(fact.at, computed=True)) for fact in facts]
        unplaced = [replace(at, computed=True) for at in unplaced]
    return RecordFacts(label, record, tuple(_unique(facts)), tuple(unplaced))


def _unique(facts: Sequence[Fact] | Iterator[Fact]) -> Iterator[Fact]:
    """The facts without those that say the same of the same sentence."""
    seen: set[Fact] = set()
    for fact in facts:
        bare = replace(fact, at=replace(fact.at, words=""))
        if bare not in seen:
            seen.add(bare)
            yield fact


def _contexts(
    passages: Sequence[Passage],
    speakers: Sequence[Speaker | None],
    states: States,
    phrases: Phrases,
    label: str,
) -> Iterator[Context]:
    before: Sentence | None = None
    listed: tuple[State, ...] = ()
    last: Speaker | None = None
    counts: dict[int | None, int] = {}
    table = Table(states)
    for passage, speaker in zip(passages, speakers, strict=True):
        if passage.new_item:
            before, listed = None, ()
        if speaker is not last and speaker is not None:
            listed = ()
        last = speaker or last
        table.see(passage)
        state = under_review(passage.headings, states) or table.state
        for start, end in sentences(passage.exact):
            counts[passage.number] = counts.get(passage.number, 0) + 1
            exact = passage.exact[start:end]
            at = Reference(label, passage.number, counts[passage.number], exact)
            sentence = Sentence(normal(exact), exact, at)
            yield Context(
                sentence,
                states,
                phrases,
                speaker,
                state,
                passage.headings,
                before,
                listed,
                passage.whole_italic,
                passage.main,
                passage.exact,
            )
            before = sentence if passage.main else before
            listed = _listed(sentence.text, states) or listed


def _listed(text: str, states: States) -> tuple[State, ...]:
    """The longest list of States in a sentence."""
    best: tuple[State, ...] = ()
    for found in states.find(text):
        here = tuple(each.state for each in state_list(text, found.start, states))
        best = max(best, here, key=len)
    return best


def _moves(context: Context, themes: Themes) -> Iterator[Move]:
    """The move of a sentence in a dialogue with a State."""
    state, speaker = context.state, context.speaker
    if state is None or speaker is None or context.procedure or not context.main or speaker.organization:
        return
    if any("follow-up" in heading.lower() for heading in context.headings):
        return
    member = speaker.state is None
    if member and "Chair" in speaker.name:
        return
    move = move_of(context, member=member)
    if move is not None and (member or speaker.state == state):
        yield Move(context.sentence.at, move, state, speaker, themes.of(context.text), context.passage)


def _of_headings(passages: Sequence[Passage], states: States, label: str) -> Iterator[Fact]:
    """The reports considered, from the headings they are considered under, each once."""
    seen: set[str] = set()
    for passage in passages:
        for heading in passage.headings:
            if not passage.new_item or heading in seen:
                continue
            seen.add(heading)
            at = Reference(label, passage.number, 0, heading, "heading")
            symbols = citations.cited(heading)
            yield from (Citation(at, symbol) for symbol in dict.fromkeys(symbols))
            text = normal(heading)
            if not re.search(r"\breports?\b", text, re.I) or re.search(r"\bfollow-up|annual report", text, re.I):
                continue
            state = under_review((heading,), states)
            if state is not None:
                numbers = numbers_of(text.split(" of ")[0])
                yield Dialogue(at, state, Report(numbers, symbols[0] if symbols else ""))
