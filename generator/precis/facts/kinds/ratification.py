"""States that ratified a treaty, acceded to it, signed it, or accepted a procedure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.clauses import Clause, Voice
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Fact, Ratification
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.ratification_days import both_days, date_of_act, each_day
from precis.facts.kinds.ratification_more import acts_of_others, further_acts
from precis.facts.kinds.ratification_told import ACTS, told_by_noun
from precis.facts.kinds.ratification_treaty import note_protocols, treaties_of
from precis.facts.reports import state_list
from precis.facts.signs import clause_around, sign
from precis.facts.treaties import treaty_in
from precis.language.states import FoundState, State

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Each State with its act and the treaty. In a dialogue only what the delegation says of its own State counts.

    What stands in a relative clause is told in passing. Where a sentence says that a State became a party and how,
    it became one by that act.
    """
    note_protocols(context)
    told = list(_told(context, matches))
    by_act = {(fact.state, fact.treaty) for fact in told if isinstance(fact, Ratification) and fact.act != "party"}
    for fact in told:
        if not (isinstance(fact, Ratification) and fact.act == "party" and (fact.state, fact.treaty) in by_act):
            yield fact


def _told(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    acted: set[str] = set()
    for match in matches:
        clause = match.clause
        before, space, _ = context.text[: clause.verb[1]].rpartition(" ")
        # "signed but not yet ratified": the clause has the subject of the one before, and its own "not".
        if clause.antecedent != (0, 0) or context.patterns["ratification.negated"].search(before + space):
            continue
        behind = context.text[clause.verb[1] : clause.object[1]]
        if context.patterns["ratification.neither"].match(behind):
            continue
        act = match.frame.sense
        if act == "deposit":
            told = context.patterns["ratification.deposited"].search(f"{clause.words(clause.subject)} {behind}")
            act = told["act"] if told else "ratification"
        if act == "party" and acted:
            continue
        if match.frame.sense == "deposit" and acted and context.find("ratification.party_instrument"):
            continue  # "had become a party on 4 May, when it had deposited its instrument": told already
        if clause.governor in context.words.verbs["ratification.intending"]:
            continue  # "had decided to ratify the Protocol": not done yet
        if act == _SIGNATURE and context.patterns["ratification.long_ago"].search(behind):
            acted.add("")
            continue  # "had signed it long before, but the ratification was awaited": told in passing
        date = date_of_act(context, clause)
        dated = [(state, date) for state in _states(context, clause)]
        if act == "party" and not dated:
            yield from _each_by(context, clause)
        if len(dated) == _TWO and (told := context.patterns["ratification.each"].search(context.text, clause.verb[1])):
            dated = [(dated[0][0], told["former"]), (dated[1][0], told["latter"])]
        elif len(dated) == _TWO:
            dated = both_days(context, clause, dated)
        if not dated and clause.voice is Voice.ACTIVE and _only_counts(context, clause.words(clause.subject)):
            # "The following States had ratified the amendment: Andorra, on 14 October, and Malta, on 5 March"
            dated = list(_gapped(context, clause)) or [(state, date) for state in _listed_behind(context, clause)]
        if act == "party" and len(dated) == _TWO:
            told_apart = list(_respectively(context, [state for state, _ in dated]))
            if told_apart:
                yield from told_apart
                continue
        if act == "party" and dated:
            act = _how(context, clause, behind) if len(dated) == 1 else act
        if act == "party" and len(dated) == 1 and (told := context.find("ratification.party_instrument")):
            act = told["act"]
        passive = clause.voice is Voice.PASSIVE and not _deposits(context, clause)
        treaties = treaties_of(context, clause, clause.words(clause.subject) if passive else behind)
        own = {state for state, _ in dated}
        later = [each for each in _gapped(context, clause) if each[0] not in own] if dated else []
        if passive and dated:
            own |= {state for state, _ in later}
            dated += [(each.state, "") for each in _and_by(context, clause) if each.state not in own]
        for state, day in (*dated, *later):
            if _may_tell(context, state):
                acted.add(state.code)
                days = each_day(context, clause, day) if len(treaties) == _TWO and len(dated) == 1 else (day, day)
                for name, when in zip(treaties, days, strict=False):
                    yield Ratification(context.at(clause.verb[0], clause.object[1]), state, act, when, name)
                yield from further_acts(context, clause, state, act) if day else ()
        if dated and not passive:
            others = acts_of_others(context, clause, act)
            yield from (each for each in others if _may_tell(context, each.state))
    if context.state is None and not acted and _may_tell(context, None):
        yield from told_by_noun(context)
        if not acted:
            yield from _in_other_words(context)


def _how(context: Context, clause: Clause, behind: str) -> str:
    """The act by which a State became a party: "by accession", "by acceding to it"; "party" where it is not told."""
    end = next((each.object[1] for each in context.clauses if each.governor == clause.lemma), clause.object[1])
    words = behind if end <= clause.object[1] else context.text[clause.verb[1] : end]
    told = context.patterns["ratification.party_by"].search(words)
    return "party" if told is None else told["act"] or ("accession" if told["accede"] else "ratification")


def _in_other_words(context: Context) -> Iterator[Fact]:
    """The States of "Samoa had put its name to both Protocols", with the treaty that stands behind the act."""
    match = sign(context, "ratification.treaty_act", "ratification.own_act_never") if context.found else None
    clause = clause_around(context, match.start()) if match else None
    if match is None or clause is None or clause.antecedent != (0, 0) or not clause.perfect:
        return
    behind = context.text[match.end() : max(clause.object[1], match.end())]
    treaty = treaty_in(context, behind)
    if treaty is None:
        return
    act = next(name for name, words in match.groupdict().items() if words)
    for state in _states(context, clause):
        yield Ratification(context.at(*match.span()), state, act, date_of_act(context, clause), treaty)


def _deposits(context: Context, clause: Clause) -> bool:
    """Whether it is an instrument that the clause is about, not the treaty."""
    return clause.lemma in context.words.verbs["ratification.depositing"]


_SIGNATURE = "signature"
_TWO = 2
"""States that "the former" and "the latter" tell apart."""


def _respectively(context: Context, states: Sequence[State]) -> Iterator[Fact]:
    """What each of two States did to become a party: "the former having acceded, the latter having ratified"."""
    if context.state is not None:
        return
    for match in context.patterns["ratification.respectively"].finditer(context.text):
        state = states[0 if match["former"] else 1]
        act = match["instrument"] or next(name for name in ACTS.values() if match[name])
        yield Ratification(context.at(*match.span()), state, act, date_of(context, match["behind"]), "")


def _each_by(context: Context, clause: Clause) -> Iterator[Fact]:
    """The States of "Two States had become parties: Andorra, by accession, and Monaco, by ratification"."""
    if context.state is not None:
        return
    for found in context.found:
        told = context.patterns["ratification.by_each"].match(context.text, found.end)
        if told is not None and found.start > clause.verb[1]:
            yield Ratification(context.at(*clause.verb), found.state, told["act"], "", "")


def _only_counts(context: Context, subject: str) -> bool:
    patterns = context.patterns
    counted = patterns["ratification.counted"].match(subject.lstrip()) or patterns["ratification.so_many"].search(
        subject
    )
    return counted is not None


def _listed_behind(context: Context, clause: Clause) -> list[State]:
    """The States of a list behind those that were counted: "six countries had become parties (Benin, Chad, …)"."""
    lead = context.patterns["ratification.list_behind"].search(context.text, clause.verb[1])
    listed = state_list(context.text, lead.end(), context) if lead is not None else []
    return [each.state for each in listed] if len(listed) > 1 else []


def _and_by(context: Context, clause: Clause) -> list[FoundState]:
    """The other States of "had been ratified by Chad on 2 May and by Togo shortly thereafter"."""
    match = context.patterns["ratification.and_by"].search(context.text, clause.verb[1])
    return state_list(context.text, match.end(), context) if match is not None else []


def _gapped(context: Context, clause: Clause) -> Iterator[tuple[State, str]]:
    """States with their days alone: "Czechia had ratified it on 8 February and Malawi on 14 July"."""
    text = context.text
    for found in context.found:
        on = context.patterns["ratification.on"].match(text, found.end)
        if found.start < clause.verb[1] or on is None:
            continue
        if context.patterns["ratification.joined"].search(text, clause.verb[1], found.start):
            yield found.state, on["date"] or on["year"] or ""


def _states(context: Context, clause: Clause) -> list[State]:
    """The States that acted: the subject, which begins with the first of them or their number; or those behind "by"."""
    span = clause.agent if clause.voice is Voice.PASSIVE else clause.subject
    # What stands between dashes parts a subject from its verb: "Two States – Chad and Peru – had ratified …".
    before = context.text[: clause.verb[0]] if span == (0, 0) and clause.voice is Voice.ACTIVE else ""
    words = (before or context.text[slice(*span)]).lstrip(",; ")
    lead = context.patterns["ratification.lead"].match(words)
    words = words[lead.end() :] if lead else words
    counted = context.patterns["ratification.counted"].match(words)
    listed = []
    if counted or not before:
        listed = [each.state for each in state_list(words, counted.end() if counted else 0, context)]
    if not listed and clause.voice is Voice.ACTIVE:
        listed = _at_end(context, words)
    if not listed and _deposits(context, clause) and clause.voice is Voice.PASSIVE:
        # "Georgia's instrument had been deposited", "the instrument of Georgia".
        listed = [each.state for each in context.states.find(clause.words(clause.subject).replace("'s ", " "))]
    if listed:
        return listed
    earlier = [each.state for each in context.found if each.end <= clause.verb[0]]
    if earlier and clause.voice is Voice.ACTIVE and context.patterns["ratification.it"].fullmatch(words):
        return earlier[-1:]
    own = context.speaker.state if context.speaker is not None else None
    is_own = clause.voice is Voice.PASSIVE and not words and context.by_delegation
    is_own = is_own or (
        context.by_delegation and context.patterns["ratification.legislature"].fullmatch(words.strip(" ,")) is not None
    )
    return [own] if own is not None and (is_own or context.patterns["ratification.own"].match(words)) else []


def _at_end(context: Context, words: str) -> list[State]:
    """The States that end a subject which no comma parts from what leads it: "Since her last account Chad and Peru"."""
    for first in context.states.find(words):
        listed = state_list(words, first.start, context)
        led = context.patterns["ratification.led"].match(words, 0, first.start)
        if led is not None and listed and not words[listed[-1].end :].strip(" ,"):
            return [each.state for each in listed]
    return []


def _may_tell(context: Context, state: State | None) -> bool:
    """Whether the speaker tells of a State's acts: the Committee, the secretariat, or the State's own delegation."""
    if context.state is not None:
        return context.by_delegation and state == context.state
    speaker = context.speaker
    if speaker is None:
        return True
    if speaker.organization:
        return context.patterns["ratification.secretariat"].search(speaker.organization) is not None
    return speaker.state in (None, state)


KIND = FactKind("ratification", Ratification, find, "parties", 90, always=True, in_dialogue=True)
