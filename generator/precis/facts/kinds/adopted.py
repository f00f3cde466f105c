"""Texts of the Committee, and how far each has come: adopted, discussed, launched, published, postponed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from precis.facts.clauses import Clause, Voice
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Adopted, Fact, Stage
from precis.facts.frames import Match
from precis.facts.kinds.adopted_text import facts_of_text
from precis.facts.kinds.kind import FactKind
from precis.facts.mentions import Mention, mentions_of
from precis.facts.on_states import reports_on
from precis.facts.reports import reports_in, state_list
from precis.facts.signs import clause_around, event_of
from precis.facts.stages import how_adopted, stage_of
from precis.language.states import State

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The texts that a sentence says were adopted, discussed, launched or published, one a State and report."""
    found = list(_of_sentence(context, matches))
    settled = {(each.text, each.state, each.title) for each in found if each.stage.adopted}
    settled |= {(each.text, each.state, each.title) for each in found if each.stage is Stage.NOT_ADOPTED}
    now_named = bool(settled) and context.find("adopted.now_named") is not None
    for each in found:
        # "had completed the second reading of general comment No. 34 and had adopted it": told once
        if each.stage is not Stage.DISCUSSED or not (now_named or (each.text, each.state, each.title) in settled):
            yield each


def _of_sentence(context: Context, matches: Sequence[Match]) -> Iterator[Adopted]:
    """What each clause and noun of a sentence tells of texts."""
    yield from _nominal(context)
    yield from _by_noun(context)
    yield from _taken_as_adopted(context)
    seen: set[tuple[int, str]] = set()
    for match in matches:
        for mention in _acted_upon(context, match):
            stage = stage_of(context, match, mention)
            if stage is None or (mention.start, stage) in seen:
                continue
            seen.add((mention.start, stage))
            context.memory.text = mention.name
            yield from facts_of_text(context, match.clause, mention, stage)
        yield from _of_pronoun(context, match, named=bool(seen))
        if not seen and match.frame.sense == "adopted":
            yield from _referred_to(context, match.clause)
            yield from _by_symbol(context, match.clause)
            yield from _of_rapporteur(context, match)
        if match.frame.sense == "adopted":
            yield from _as_were(context, match.clause)
        elif not seen and match.frame.sense == "postponed":
            yield from _its_adoption(context, match.clause)
    yield from _could_not(context, {start for start, _ in seen})


def _could_not(context: Context, seen: Set[int]) -> Iterator[Adopted]:
    """The text of "it had not been possible to adopt rule 12", or "too many objections to be adopted"."""
    match = context.find("adopted.could_not") if context.state is None else None
    if match is None or context.find("adopted.could_not_never"):
        return
    clause = clause_around(context, event_of(match))
    if clause is None or clause.lemma in context.words.verbs["adopted.thinking"]:
        return
    subjects = [each.subject for each in reversed(context.clauses) if each.verb[0] <= event_of(match)]
    for span in ((match.end(), len(context.text)), *subjects):
        until = max(span[1], match.start())
        found = [each for each in mentions_of(context, span, until) if each.start not in seen]
        for mention in found:
            yield from facts_of_text(context, clause, mention, Stage.NOT_ADOPTED)
        if found:
            return


def _nominal(context: Context) -> Iterator[Adopted]:
    """The observations of "he noted the Committee's dialogue with Spain and adoption of concluding observations"."""
    dialogue = context.find("dialogue.nominal")
    adoption = context.patterns["adopted.nominal"].search(context.text, dialogue.end()) if dialogue else None
    if dialogue is None or adoption is None:
        return
    mention = context.words.mention.match(context.text, adoption.end())
    if mention is None:
        return
    name = context.words.texts[int(str(mention.lastgroup)[1:])].name
    for each in state_list(context.text, dialogue.end(), context):
        yield Adopted(context.at(adoption.start(), mention.end()), name, Stage.ADOPTED, each.state)


def _by_noun(context: Context) -> Iterator[Adopted]:
    """The texts of "she was pleased to announce the adoption of general comment No. 24"."""
    match = context.find("adopted.announced") or _agreed_on(context) if context.state is None else None
    for mention in _named_at(context, match.end()) if match else ():
        if context.patterns["adopted.by_others"].search(context.text, mention.end, mention.until):
            return
        states = list(_of_each(context, mention.start)) if mention.kind.of_state else []
        at = context.at(mention.start, mention.until)
        yield from (Adopted(at, mention.name, Stage.ADOPTED, state) for state in states)
        if not states:
            yield from facts_of_text(context, context.clauses[0], mention, Stage.ADOPTED)


def _taken_as_adopted(context: Context) -> Iterator[Adopted]:
    """The text of "she would consider the agenda adopted", where it was so decided."""
    match = context.find("adopted.taken_as") if context.decision is not None else None
    part = "what" if match and match["what"] else "accepted"
    mention = next(iter(mentions_of(context, match.span(part), match.end(part))), None) if match else None
    if mention is not None and mention.kind.of_state:
        found = reports_on(context, mention.start, context.text[mention.end : mention.until])
        at = context.at(mention.start, mention.until)
        yield from (Adopted(at, mention.name, Stage.ADOPTED, state, report) for state, report in found.items())
    elif mention is not None:
        yield from facts_of_text(context, context.clauses[-1], mention, Stage.ADOPTED)


def _of_each(context: Context, start: int) -> Iterator[State]:
    """The States of "Dialogues had been held with Chad and Peru, and each had led to the adoption of observations"."""
    if context.patterns["adopted.every"].search(context.text, 0, start):
        known = [each.state for each in context.found if each.start < start] or list(context.memory.considered)
        yield from dict.fromkeys(known)


def _agreed_on(context: Context) -> re.Match[str] | None:
    """The words that lead to the text on which agreement was reached."""
    match = context.find("adopted.agreed_on")
    clause = clause_around(context, match.start()) if match else None
    return match if clause is None or clause.done else None


def _named_at(context: Context, start: int) -> list[Mention]:
    """The texts of a list whose first name, or number, begins at a character."""
    found = mentions_of(context, (start, len(context.text)), len(context.text))
    number = context.words.counts.before(context.text, found[0].start) if found else None
    begins = found and (found[0].start == start or number is not None)
    return found if begins else []


def _as_were(context: Context, clause: Clause) -> Iterator[Adopted]:
    """The texts for which the verb is not said again: "had been adopted, as had lists of issues concerning Chad"."""
    match = context.patterns["adopted.as_were"].search(context.text, clause.verb[1])
    later = next((each for each in context.clauses if match and clause.verb[1] <= each.verb[0] < match.start()), None)
    if match is None or later is not None:
        return
    for mention in mentions_of(context, match.span("rest"), match.end("rest")):
        yield from facts_of_text(context, clause, mention, how_adopted(context, clause))


def _its_adoption(context: Context, clause: Clause) -> Iterator[Adopted]:
    """The text named last before "its adoption should be postponed", or else the one that the heading names."""
    if not context.patterns["adopted.its"].search(context.text, *clause.patient):
        return
    before = (context.text[: clause.patient[0]], context.before.text if context.before is not None else "")
    named = (list(context.words.mention.finditer(words)) for words in before)
    found = next(filter(None, named), [])[-1:]
    if not found and _is_of_follow_up(context):
        yield Adopted(context.at(*clause.verb), "follow-up report", Stage.POSTPONED)
        return
    heading = context.item.title if context.item is not None else ""
    for match in found or list(context.words.mention.finditer(heading))[:1]:
        kind = context.words.texts[int(str(match.lastgroup)[1:])]
        title = match[0] if kind.name in ("paragraphs", "chapter") else ""
        yield Adopted(context.at(*clause.verb), kind.name, Stage.POSTPONED, title=title)


def _is_of_follow_up(context: Context) -> bool:
    """Whether a Rapporteur on follow-up speaks of his or her report in the paragraph: "her report was not ready"."""
    role = context.speaker.role if context.speaker is not None else ""
    told = context.patterns["adopted.own_report"].search(context.passage) is not None
    return told and context.patterns["adopted.follow_up"].search(role) is not None


def _of_pronoun(context: Context, match: Match, *, named: bool) -> Iterator[Adopted]:
    """The text that "it" or "the draft" stands for: the last that was named before as the Committee's.

    That is one of the same sentence where it names any, which may tell of it beside (`named`).
    """
    words = context.text[slice(*match.clause.patient)]
    if context.decision is not None or not words or not context.patterns["adopted.it"].match(words):
        return
    if context.patterns["adopted.under_name"].match(context.text[match.clause.verb[1] :]):
        return  # "the text had been adopted as general comment No. 4": named behind
    if context.words.mention.search(context.text, 0, match.clause.verb[0]) is not None:
        if match.frame.sense != "adopted":
            return
        earlier, until = context, match.clause.verb[0]
    elif context.before is not None and not named:
        earlier, until = replace(context, sentence=context.before), len(context.before.text)
    else:
        return
    clauses = [clause for clause in earlier.clauses if clause.verb[1] <= until]
    heads = [each for clause in clauses for each in mentions_of(earlier, clause.patient, min(clause.object[1], until))]
    for mention in heads[-1:]:
        stage = stage_of(context, match, mention)
        made = facts_of_text(earlier, earlier.clauses[-1], mention, stage) if stage is not None else ()
        at, date = context.at(*match.clause.verb), date_of(context, context.text)
        yield from (replace(fact, at=at, date=date) for fact in made)


def _by_symbol(context: Context, clause: Clause) -> Iterator[Adopted]:
    """The text of the heading above, where a line of procedure has its symbol alone: "Document …/L.1 was adopted"."""
    words = context.text[slice(*clause.patient)]
    document = context.patterns["adopted.document"].match(words.lstrip())
    heading = context.headings[-1] if context.headings else ""
    named = context.words.mention.search(heading) if document is not None and context.procedure else None
    if document is not None and named is not None:
        kind = context.words.texts[int(str(named.lastgroup)[1:])]
        stage, at = how_adopted(context, clause), context.at(clause.verb[0], clause.object[1])
        yield Adopted(at, kind.name, stage, title=words.strip(" ,."), symbol=document["symbol"])


def _of_rapporteur(context: Context, match: Match) -> Iterator[Adopted]:
    """The report on follow-up that a heading on it lets "the report of the Special Rapporteur" be."""
    report = context.patterns["adopted.rapporteur_report"].search(context.text, *match.clause.patient)
    heading = context.headings[-1] if context.headings else ""
    if report is None or context.patterns["adopted.follow_up"].search(heading) is None:
        return
    at = context.at(match.clause.verb[0], match.clause.object[1])
    yield Adopted(at, "follow-up report", how_adopted(context, match.clause), title=report[0].strip())


def _referred_to(context: Context, clause: Clause) -> Iterator[Adopted]:
    """The text that a proposal calls "the amended text", by what the proceedings say that it stands for."""
    decision = context.decision.decision if context.decision is not None else None
    for referent in decision.refers if decision is not None else ():
        named = context.words.mention.search(referent.stands_for)
        if named is None or not context.patterns["adopted.the_text"].match(referent.words):
            continue
        kind = context.words.texts[int(str(named.lastgroup)[1:])]
        found = reports_in(referent.stands_for, context) if kind.of_state else []
        stage, at = how_adopted(context, clause), context.at(clause.verb[0], clause.object[1])
        for each in found:
            yield Adopted(at, kind.name, stage, each.state, each.report)
        if not found:
            yield Adopted(at, kind.name, stage)


def _acted_upon(context: Context, match: Match) -> list[Mention]:
    """The texts that the verb of a clause acts upon."""
    clause = match.clause
    span = clause.patient
    if _hangs_on_older(context, clause):
        return []
    named = context.patterns["adopted.under_name"].match(context.text[clause.verb[1] : clause.object[1]])
    if named is not None:
        # "the text had been adopted as general comment No. 4"
        return mentions_of(context, (clause.verb[1] + named.end(), clause.object[1]), clause.object[1])
    if clause.voice is Voice.PASSIVE and clause.object[1] > span[1] > 0:
        # "lists of issues had been approved for Chad, and a list of themes for Peru": the verb is said once.
        return mentions_of(context, (span[0], clause.object[1]), clause.object[1])
    if clause.voice is Voice.ACTIVE:
        # "the draft decision by which the guidelines would be annexed to the rules (CMW/C/17/CRP.2)"
        goes_on = context.patterns["adopted.by_which"].match(context.text, span[1])
        found = mentions_of(context, span, len(context.text) if goes_on else span[1])
        if not found and clause.lemma in context.words.verbs["adopted.of_subject"]:
            return mentions_of(context, clause.subject, clause.verb[0])
        works = clause.lemma in context.words.verbs["adopted.working"] and match.frame.sense == "discussed"
        # "consideration of the draft general comment had continued"
        return mentions_of(context, clause.subject, clause.verb[0]) if works and not found else found
    return mentions_of(context, span, clause.object[1])


def _hangs_on_older(context: Context, clause: Clause) -> bool:
    """Whether a relative clause tells which text is meant: "the guidelines that the Committee had adopted in 2015"."""
    if clause.antecedent == (0, 0):
        return False
    before = clause.text[clause.antecedent[0] : clause.verb[0]]
    return clause.marker == "that" or context.patterns["adopted.non_restrictive"].search(before) is None


KIND = FactKind("adopted", Adopted, find, "decisions", 20, always=True, by_chair=True)
