"""The facts of one record: its sentences through the kinds, and the sentences that look like a fact and gave none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache, lru_cache
from typing import Any

from precis.assets import Assets
from precis.facts.clauses import load_clause_grammar
from precis.facts.context import Context
from precis.facts.contexts import contexts_of
from precis.facts.dialogue.moves import told_moves
from precis.facts.dialogue.plans import state_plans
from precis.facts.dialogue.settled import settled
from precis.facts.dialogue.sides import Sides
from precis.facts.dialogue.words import DialogueWords, load_dialogue_words
from precis.facts.fact import Adopted, Citation, Dialogue, Fact, Reference, Stage
from precis.facts.frames import matches
from precis.facts.kinds import FactKind, kinds
from precis.facts.learnt import load_learnt
from precis.facts.themes import load_themes
from precis.facts.unplaced import looks_like_fact
from precis.facts.words import load_fact_words
from precis.language.states import State, load_states
from precis.language.wording import Wording, languages, load_wording
from precis.model import FileSpan, Finding, Record
from precis.proceedings import Item, Proceedings, Turn, proceedings_of

__all__ = ["RecordFacts", "facts_of"]

_LONGEST_BEGINNING = 120
"""The place of a turn is told by so many characters of it."""


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What one record says happened. `unplaced` are sentences that look like a fact and gave none.

    `computed` says that its paragraphs were numbered by the reader. `words` are those of dialogues in its language,
    `own` the stems of those of its body, which tell nothing there; `findings` tell of what no table knows. `made_of` is
    a word for all that they hang on, the same only where that is; empty where nobody knows one.
    """

    label: str
    record: Record
    proceedings: Proceedings
    facts: tuple[Fact, ...]
    unplaced: tuple[Reference, ...]
    computed: bool = False
    words: DialogueWords | None = None
    own: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    made_of: str = field(default="", compare=False)

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
    """The facts of a record, in the order of its text. The kinds know the languages that have a facts.toml.

    A language that has none gives its facts by its formulae. `file` names a record without a symbol; `computed` says
    that its paragraphs were numbered by the reader.
    """
    states = load_states(assets, record.language).in_year(record.held.date.year if record.held else None)
    label = label_of(record, file)
    wording = _wording(record.language, assets)
    proceedings = proceedings_of(record, wording, states)
    dialogue_words = load_dialogue_words(record.language, assets)
    sides = Sides(proceedings, dialogue_words) if dialogue_words else None
    facts: list[Fact] = list(_of_headings(proceedings.items, label))
    unplaced: list[Reference] = []
    words, grammar = load_fact_words(assets, record.language), load_clause_grammar(assets, record.language)
    if words is not None and grammar is not None:
        contexts = contexts_of(record, proceedings, states, words, grammar, sides, label, assets)
        facts.extend(_of_sentences(contexts, unplaced))
    else:
        from precis.facts.formulae.find import formulae_facts
        from precis.facts.formulae.words import load_formulae

        formulae = load_formulae(record.language, assets, wording.grammar)
        if formulae is not None:
            facts.extend(formulae_facts(proceedings, label, formulae, states, wording, sides, record.session))
    own = frozenset[str]()
    if dialogue_words is not None:
        themes = load_themes(assets, record.body, record.language)
        own = dialogue_words.stems.of(" ".join(themes.own))
        told = told_moves(proceedings, record, label, dialogue_words, themes)
        moves = list(settled(told, dialogue_words, themes, own, load_learnt(assets, record.language)))
        facts.extend(moves)
        facts.extend(state_plans(moves, dialogue_words.plans, record.held.date if record.held else None))
    if computed:
        facts = [replace(fact, at=replace(fact.at, computed=True)) for fact in facts]
        unplaced = [replace(at, computed=True) for at in unplaced]
    kept = tuple(_unique(facts))
    findings = tuple(_unlisted(kept, file))
    return RecordFacts(label, record, proceedings, kept, tuple(unplaced), computed, dialogue_words, own, findings)


def _unlisted(facts: Sequence[Fact], file: str) -> Iterator[Finding]:
    """The States that no table knows, each once: they are printed as they stand."""
    typed: list[tuple[Fact, Any]] = [(fact, type(fact)) for fact in facts]
    named = (getattr(fact, name) for fact, kind in typed for name in _of_states(kind))
    each = (state for value in named for state in (value if isinstance(value, tuple) else (value,)))
    for state in dict.fromkeys(state for state in each if isinstance(state, State) and state.status == "unlisted"):
        reason = f"no table of States knows {state.name}; it is printed as it stands"
        yield Finding("state-unlisted", FileSpan(file), "text", reason, old=state.name)


def _of_sentences(contexts: Iterable[Context], unplaced: list[Reference]) -> Iterator[Fact]:
    """The facts of the sentences of a record; those that look like a fact and give none are `unplaced`."""
    for context in contexts:
        given = list(_unique(_of_kinds(context)))
        settled = (fact.stage for fact in given if isinstance(fact, Adopted))
        context.memory.gave = any(stage.adopted or stage is Stage.POSTPONED for stage in settled)
        yield from given
        if all(isinstance(fact, Citation) for fact in given) and looks_like_fact(context):
            unplaced.append(context.whole(context.sentence))


def _of_kinds(context: Context) -> Iterator[Fact]:
    """The facts of a sentence, kind by kind. Most kinds are no matter of a dialogue with a State."""
    looked, names = _looked_for(context.state is not None and context.line is None, context.presided)
    found = matches(context, names)
    for kind in looked:
        if kind.always or kind.name in found:
            yield from kind.find(context, found.get(kind.name, ()))


@lru_cache(maxsize=4)
def _looked_for(in_dialogue: bool, presided: bool) -> tuple[tuple[FactKind, ...], frozenset[str]]:
    own = (kind for kind in kinds().values() if kind.in_dialogue or (kind.by_chair and presided) or not in_dialogue)
    looked = tuple(own)
    return looked, frozenset(kind.name for kind in looked)


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


def _unique(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without those that say the same of the same sentence."""
    seen: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        at = fact.at
        here = seen.setdefault((at.record, at.paragraph, at.sentence, at.part, at.computed), [])
        if not any(_say_same(fact, other) for other in here):
            here.append(fact)
            yield fact


def _say_same(fact: Fact, other: Fact) -> bool:
    """Whether two facts of one sentence say the same, whatever words of it they cite."""
    kind: Any = type(fact)
    names = _said(kind)
    return type(other) is kind and all(getattr(fact, name) == getattr(other, name) for name in names)


@cache
def _said(kind: type[Any]) -> tuple[str, ...]:
    """What facts of a type say besides their place."""
    return tuple(each.name for each in fields(kind) if each.name != "at")


@cache
def _of_states(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a type of facts that name States."""
    return tuple(each.name for each in fields(kind) if "State" in str(each.type))


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
            yield from (Dialogue(at, state, item.report) for state in item.states)
