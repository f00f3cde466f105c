"""The facts of a text that a sentence names: one a State and report, or one with its title, number and date."""

from __future__ import annotations

from collections.abc import Iterator

from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Adopted, Stage
from precis.facts.mentions import Mention, mentions_of, symbol_of, titles_of
from precis.facts.on_states import reports_on
from precis.facts.reports import reports_in, state_list
from precis.language.states import State
from precis.proceedings import Report

__all__ = ["facts_of_text"]

_PROCEDURES = ("simplified", "traditional")


def facts_of_text(context: Context, clause: Clause, mention: Mention, stage: Stage) -> Iterator[Adopted]:
    """What a clause tells of a text: that it has come to `stage`, once for each State it is on, or for each title."""
    text = context.text
    at = context.at(mention.start, mention.until)
    date = _date(context, clause, mention)
    count, symbol = _count(context, mention), symbol_of(context, mention)
    if mention.kind.of_state:
        behind = text[mention.end : mention.until]
        if next(context.states.find(behind), None) is None:
            behind = text[mention.end : max(mention.until, _passive_end(context, clause, mention))]
        procedure = next((name for name in _PROCEDURES if context.patterns[f"adopted.{name}"].search(behind)), "")
        found = reports_on(context, mention.start, behind) or _of_antecedent(context, clause)
        found = found or _of_only_state(context, mention)
        own = symbol if len(found) == 1 else ""
        for state, report in found.items():
            yield Adopted(at, mention.name, stage, state, report, procedure=procedure, date=date, symbol=own)
        if not found:
            count = count or _count_of_states(context, behind)
            yield Adopted(at, mention.name, stage, count=count, procedure=procedure, date=date)
        return
    after = context.words.mention.search(text, mention.end)
    partner = context.patterns["adopted.partner"].search(text, mention.start, after.start() if after else len(text))
    under = _under_early_warning(context, mention)
    if under:
        yield from (Adopted(at, mention.name, stage, state, date=date) for state in under)
        return
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


def _of_only_state(context: Context, mention: Mention) -> dict[State, Report]:
    """The one State that a sentence names before "the observations": "Poland's report had been discussed; …"."""
    before = context.text[: mention.start]
    if context.patterns["adopted.told_of"].search(before) is None:
        return {}
    named = dict.fromkeys(each.state for each in context.states.find(before.replace("'s ", "   ")))
    return dict.fromkeys(named, Report()) if len(named) == 1 else {}


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
    brought = context.patterns["communication.brought"].match(context.text, mention.until)
    if not found and brought is not None:
        found = [each.state for each in context.states.find(context.text[brought.end() :])]
    if not found and _of_communications(context, mention) == 1:
        found = [each.state for each in context.found]
    first = next((each.start for each in context.found if each.start > mention.start), mention.until)
    if context.patterns["adopted.of_some"].search(context.text, mention.end, first):
        return None  # "Views on eight of them, including one in which Chad": said of one
    return found[0] if len(set(found)) == 1 else None


def _under_early_warning(context: Context, mention: Mention) -> list[State]:
    """The States of "decisions in respect of Peru and Mali under its early warning and urgent action procedure"."""
    words = context.text[mention.end : mention.until]
    told = context.patterns["adopted.of_states"].match(words) if mention.kind.name == "decision" else None
    listed = state_list(context.text, mention.end + told.end(), context) if told else []
    under = any(context.patterns["adopted.early_warning"].search(each) for each in (words, *context.headings[-1:]))
    alone = bool(listed) and context.patterns["adopted.after_state"].match(context.text, listed[-1].end) is not None
    return [each.state for each in listed] if under or alone else []


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
    others = [each for each in context.clauses if each.verb[1] <= clause.verb[0] and not each.bare]
    if not others:
        return 0
    # "had been discussed on 22 October, and its first paragraphs had been adopted": the day is of the first alone
    last = others[-1]
    return last.object[1] if last.done and last.verb[1] < last.object[1] <= clause.subject[0] else last.verb[1]
