"""Texts of the Committee, and how far each has come: adopted, discussed, launched, published, postponed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Adopted, Fact, Stage
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.mentions import Mention, mentions_of, symbol_of, titles_of
from precis.facts.on_states import reports_on
from precis.facts.reports import reports_in, state_list
from precis.facts.stages import how_adopted, stage_of
from precis.language.states import State
from precis.proceedings import Report

__all__ = ["KIND"]

_PROCEDURES = ("simplified", "traditional")


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The texts that a sentence says were adopted, discussed, launched or published, one a State and report."""
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
            yield from _facts(context, match.clause, mention, stage)
        if not seen and match.frame.sense == "adopted":
            yield from _referred_to(context, match.clause)
        if match.frame.sense == "adopted":
            yield from _as_were(context, match.clause)
        elif not seen and match.frame.sense == "postponed":
            yield from _its_adoption(context, match.clause)


def _nominal(context: Context) -> Iterator[Adopted]:
    """The observations of "he noted the Committee's dialogue with Spain and adoption of concluding observations"."""
    dialogue = context.patterns["dialogue.nominal"].search(context.text)
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
    """The text of "she was pleased to announce the adoption of general comment No. 24"."""
    match = context.patterns["adopted.announced"].search(context.text) if context.state is None else None
    mention = _named_at(context, match.end()) if match else None
    if mention is None or context.patterns["adopted.by_others"].search(context.text, mention.end, mention.until):
        return
    states = list(_of_each(context, mention.start)) if mention.kind.of_state else []
    at = context.at(mention.start, mention.until)
    yield from (Adopted(at, mention.name, Stage.ADOPTED, state) for state in states)
    if not states:
        yield from _facts(context, context.clauses[0], mention, Stage.ADOPTED)


def _taken_as_adopted(context: Context) -> Iterator[Adopted]:
    """The text of "she would consider the agenda adopted", where it was so decided."""
    match = context.patterns["adopted.taken_as"].search(context.text) if context.decision is not None else None
    mention = next(iter(mentions_of(context, match.span("what"), match.end("what"))), None) if match else None
    if mention is not None and mention.kind.of_state:
        found = reports_on(context, mention.start, context.text[mention.end : mention.until])
        at = context.at(mention.start, mention.until)
        yield from (Adopted(at, mention.name, Stage.ADOPTED, state, report) for state, report in found.items())
    elif mention is not None:
        yield from _facts(context, context.clauses[-1], mention, Stage.ADOPTED)


def _of_each(context: Context, start: int) -> Iterator[State]:
    """The States of "Dialogues had been held with Chad and Peru, and each had led to the adoption of observations"."""
    if context.patterns["adopted.every"].search(context.text, 0, start):
        known = [each.state for each in context.found if each.start < start] or list(context.memory.considered)
        yield from dict.fromkeys(known)


def _named_at(context: Context, start: int) -> Mention | None:
    """The text whose name begins at a character."""
    found = mentions_of(context, (start, len(context.text)), len(context.text))
    return found[0] if found and found[0].start == start else None


def _as_were(context: Context, clause: Clause) -> Iterator[Adopted]:
    """The texts for which the verb is not said again: "had been adopted, as had lists of issues concerning Chad"."""
    match = context.patterns["adopted.as_were"].search(context.text, clause.verb[1])
    later = next((each for each in context.clauses if match and clause.verb[1] <= each.verb[0] < match.start()), None)
    if match is None or later is not None:
        return
    for mention in mentions_of(context, match.span("rest"), match.end("rest")):
        yield from _facts(context, clause, mention, how_adopted(context, clause))


def _its_adoption(context: Context, clause: Clause) -> Iterator[Adopted]:
    """The text named last before "its adoption should be postponed"."""
    if not context.patterns["adopted.its"].search(context.text, *clause.patient):
        return
    before = (context.text[: clause.patient[0]], context.before.text if context.before is not None else "")
    named = (list(context.words.mention.finditer(words)) for words in before)
    found = next(filter(None, named), [])
    for match in found[-1:]:
        kind = context.words.texts[int(str(match.lastgroup)[1:])]
        yield Adopted(context.at(*clause.verb), kind.name, Stage.POSTPONED)


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
        return mentions_of(context, span, len(context.text) if goes_on else span[1])
    return mentions_of(context, span, clause.object[1])


def _hangs_on_older(context: Context, clause: Clause) -> bool:
    """Whether a relative clause tells which text is meant: "the guidelines that the Committee had adopted in 2015"."""
    if clause.antecedent == (0, 0):
        return False
    before = clause.text[clause.antecedent[0] : clause.verb[0]]
    return clause.marker == "that" or context.patterns["adopted.non_restrictive"].search(before) is None


def _facts(context: Context, clause: Clause, mention: Mention, stage: Stage) -> Iterator[Adopted]:
    text = context.text
    at = context.at(mention.start, mention.until)
    date = _date(context, clause, mention)
    count = _count(context, mention)
    if mention.kind.of_state:
        behind = text[mention.end : max(mention.until, _passive_end(context, clause, mention))]
        procedure = next((name for name in _PROCEDURES if context.patterns[f"adopted.{name}"].search(behind)), "")
        found = reports_on(context, mention.start, behind) or _of_antecedent(context, clause)
        for state, report in found.items():
            yield Adopted(at, mention.name, stage, state, report, procedure=procedure, date=date)
        if not found:
            count = count or _count_of_states(context, behind)
            yield Adopted(at, mention.name, stage, count=count, procedure=procedure, date=date)
        return
    symbol = symbol_of(mention, text)
    after = context.words.mention.search(text, mention.end)
    partner = context.patterns["adopted.partner"].search(text, mention.start, after.start() if after else len(text))
    states = _of_views(context, mention)
    titles = titles_of(context, mention)
    for title in titles:
        made = _of_item(context, mention, title)
        yield Adopted(
            at,
            mention.name,
            stage,
            states,
            Report(),
            made[0],
            count=count if titles == [""] or mention.kind.name in ("views", "decision") else None,
            partner=partner[1] if partner else "",
            date=date,
            symbol=symbol or made[1],
        )


def _of_antecedent(context: Context, clause: Clause) -> dict[State, Report]:
    """The States of "all of them except Chad, for which the observations had been adopted provisionally"."""
    words = context.text[slice(*clause.antecedent)]
    but = context.patterns["on_states.except"].search(words)
    return {each.state: each.report for each in reports_in(but["but"] if but else words, context)}


def _passive_end(context: Context, clause: Clause, mention: Mention) -> int:
    """In "concluding observations had been adopted on all of them" what belongs to the text stands behind the verb."""
    if clause.voice is not Voice.PASSIVE or mention.start >= clause.verb[0]:
        return 0
    others = mentions_of(context, (mention.start, clause.object[1]), clause.object[1])
    return next((each.start for each in others if each.start >= clause.verb[1]), clause.object[1])


def _of_views(context: Context, mention: Mention) -> State | None:
    """The State that Views on one communication concern."""
    if mention.kind.name != "views":
        return None
    found = [each.state for each in context.found if mention.start < each.start < mention.until]
    if not found and _of_communications(context, mention) == 1:
        found = [each.state for each in context.found]
    return found[0] if len(set(found)) == 1 else None


def _of_item(context: Context, mention: Mention, title: str) -> tuple[str, str]:
    """The title, where words here say less: of chapters named before, of the item that a decision stands under."""
    item = context.item
    words = context.text[mention.start : mention.end].lower()
    if context.before is not None and context.patterns["adopted.those"].fullmatch(title):
        told = context.patterns["adopted.chapters"].findall(context.before.text)
        return (told[-1][:1].upper() + told[-1][1:], "") if told else (title, "")
    if title or item is None or mention.kind.name != "decision" or words not in item.title.lower():
        return title, ""
    return item.title, item.symbols[0] if item.symbols else ""


def _count(context: Context, mention: Mention) -> int | None:
    """How many there are: "six sets of concluding observations", "Views on three communications"."""
    text, counts = context.text, context.words.counts
    if mention.kind.name in ("views", "decision"):
        return _of_communications(context, mention) or counts.before(text, mention.start)
    sets = context.patterns["adopted.sets"].search(text[: mention.start])
    number = counts.before(text, sets.start() if sets else mention.start)
    return number if number is not None and number > 1 else None


def _count_of_states(context: Context, behind: str) -> int | None:
    """On how many States, where they are not named: "lists of issues in respect of four States parties"."""
    match = context.patterns["adopted.on_states"].match(behind)
    return context.words.counts.of(match["count"]) if match else None


def _of_communications(context: Context, mention: Mention) -> int | None:
    """How many communications the Views are on."""
    words = context.text[mention.end : mention.until]
    noun = context.patterns["adopted.communications"].search(words)
    if mention.kind.name == "views" and context.patterns["adopted.in_a_case"].match(words):
        return 1
    if noun is not None and mention.kind.name == "views":
        return context.words.counts.before(words, noun.start())
    bare = context.patterns["adopted.on_so_many"].match(words)
    return context.words.counts.of(bare["count"]) if bare else None


def _date(context: Context, clause: Clause, mention: Mention) -> str:
    """The day, if it is said and is not after the meeting."""
    first = 0 if clause.mood is Mood.PURPOSE else _clause_start(context, clause)
    before = context.patterns["adopted.on_day"].search(context.text[first : mention.start])
    told = date_of(context, context.text[first + before.end() : mention.start]) if before else ""
    behind = _behind(context, clause, mention)
    month = context.patterns["adopted.in_month"].search(behind)
    return told or date_of(context, behind) or (month["month"] if month else "")


def _behind(context: Context, clause: Clause, mention: Mention) -> str:
    """What stands behind the text and the verb, where a date would."""
    return context.text[max(mention.end, min(clause.verb[1], mention.until)) : max(mention.until, clause.object[1])]


def _clause_start(context: Context, clause: Clause) -> int:
    others = [each.verb[1] for each in context.clauses if each.verb[1] <= clause.verb[0] and not each.bare]
    return others[-1] if others else 0


KIND = FactKind("adopted", Adopted, find, "decisions", 20, always=True)
