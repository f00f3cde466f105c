"""The facts of one record: its sentences through the rules, and the sentences that look like a fact and gave none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from precis.assets import Assets
from precis.facts.context import Context, Rule
from precis.facts.dialogue.moves import moves_of
from precis.facts.dialogue.words import DialogueWords, load_dialogue_words
from precis.facts.fact import Citation, Dialogue, Fact, Reference
from precis.facts.phrases import Phrases, load_phrases
from precis.facts.reports import state_list
from precis.facts.rules import citations, decisions, dialogues, encounters, officers, parties, plans, resources, texts
from precis.facts.themes import load_themes
from precis.language.states import State, States, load_states
from precis.language.wording import Wording, languages, load_wording
from precis.model import Record
from precis.proceedings import Item, Proceedings, Sentence, Speaker, Turn, proceedings_of

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


_LONGEST_BEGINNING = 120
"""The place of a turn is told by so many characters of it."""


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What one record says happened. `unplaced` are sentences that look like a fact and gave none.

    `computed` says that its paragraphs were numbered by the reader. `words` are those of dialogues in its language,
    `own` the stems of those of its body, which tell nothing there.
    """

    label: str
    record: Record
    proceedings: Proceedings
    facts: tuple[Fact, ...]
    unplaced: tuple[Reference, ...]
    computed: bool = False
    words: DialogueWords | None = None
    own: frozenset[str] = frozenset()

    @property
    def items(self) -> tuple[tuple[str, int], ...]:
        """The items of the text and how many numbered paragraphs each has."""
        counts: dict[str, set[int | None]] = {}
        for said in self.proceedings.said:
            if said.item is not None:
                counts.setdefault(said.item.listed, set()).add(said.passage.number)
        return tuple((name, len(numbers - {None})) for name, numbers in counts.items())

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of the speakers, in order."""
        return self.proceedings.turns

    def place_of(self, turn: Turn) -> Reference:
        """The place where a turn begins."""
        first = turn.paragraphs[0]
        return Reference(self.label, first.number, 0, first.exact[:_LONGEST_BEGINNING], computed=self.computed)


def facts_of(record: Record, assets: Assets, file: str = "", *, computed: bool = False) -> RecordFacts:
    """The facts of a record, in the order of its text. The rules know the language of English records.

    `file` names a record without a symbol; `computed` says that its paragraphs were numbered by the reader.
    """
    themes, phrases = load_themes(assets), load_phrases(assets)
    states = load_states(assets, record.language).in_year(record.held.date.year if record.held else None)
    label = label_of(record, file)
    proceedings = proceedings_of(record, _wording(record.language, assets), states)
    facts: list[Fact] = list(_of_headings(proceedings.items, label))
    unplaced: list[Reference] = []
    if record.language == "en":
        for context in _contexts(proceedings, states, phrases, label):
            given = list(_unique(fact for rule in RULES for fact in rule(context)))
            facts.extend(given)
            if _LOOKS_LIKE.search(context.text) and not any(not isinstance(fact, Citation) for fact in given):
                unplaced.append(context.whole(context.sentence))
    words, own = load_dialogue_words(record.language, assets), frozenset[str]()
    if words is not None:
        themes = load_themes(assets, record.body, record.language)
        own = words.stems.of(" ".join(themes.own))
        facts.extend(moves_of(proceedings, record, label, words, themes, own))
    if computed:
        facts = [replace(fact, at=replace(fact.at, computed=True)) for fact in facts]
        unplaced = [replace(at, computed=True) for at in unplaced]
    return RecordFacts(label, record, proceedings, tuple(_unique(facts)), tuple(unplaced), computed, words, own)


def label_of(record: Record, file: str = "") -> str:
    """How references name a record: by its symbol, or the meeting, or the file where it has no symbol."""
    if record.symbol is not None:
        return str(record.symbol.bare)
    if record.meeting is not None:
        return f"meeting {record.meeting}"
    return re.sub(r"\.\w+\Z", "", file.rsplit("/", 1)[-1]) or "the record"


@lru_cache(maxsize=8)
def _wording(language: str, assets: Assets) -> Wording:
    """The wording of a record's language; of English for a language that has none. Its patterns are made once."""
    return load_wording(language if language in languages(assets) else "en", assets)


def _unique(facts: Sequence[Fact] | Iterator[Fact]) -> Iterator[Fact]:
    """The facts without those that say the same of the same sentence."""
    seen: set[Fact] = set()
    for fact in facts:
        bare = replace(fact, at=replace(fact.at, words=""))
        if bare not in seen:
            seen.add(bare)
            yield fact


def _contexts(proceedings: Proceedings, states: States, phrases: Phrases, label: str) -> Iterator[Context]:
    """Each sentence with what stands around it."""
    decided = {line.decision.at: line for line in proceedings.procedure if line.decision is not None}
    before: Sentence | None = None
    listed: tuple[State, ...] = ()
    last: tuple[Speaker, ...] = ()
    for said in proceedings.said:
        if said.first:
            before, listed = None, ()
        if said.speakers and said.speakers is not last:
            last, listed = said.speakers, ()
        for sentence in said.sentences:
            yield Context(
                sentence,
                states,
                phrases,
                said.speaker,
                said.state,
                tuple(item.words for item in said.items),
                before,
                listed,
                said.passage.italic,
                said.passage.main,
                said.passage.exact,
                label,
                said.item,
                decided.get(sentence.at),
                proceedings.language,
            )
            before = sentence if said.passage.main else before
            listed = _listed(sentence.text, states) or listed


def _listed(text: str, states: States) -> tuple[State, ...]:
    """The longest list of States in a sentence."""
    best: tuple[State, ...] = ()
    for found in states.find(text):
        here = tuple(each.state for each in state_list(text, found.start, states))
        best = max(best, here, key=len)
    return best


def _of_headings(items: Sequence[Item], label: str) -> Iterator[Fact]:
    """The reports considered, from the headings they are considered under, each once."""
    seen: set[str] = set()
    for item in items:
        if item.words in seen:
            continue
        seen.add(item.words)
        at = Reference(label, item.paragraph, 0, item.words, "heading")
        yield from (Citation(at, symbol) for symbol in item.symbols)
        if item.dialogue:
            yield from (Dialogue(at, review.state, review.report) for review in item.reviews)
