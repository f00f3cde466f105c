"""Facts as statements of a digest: short sentences in the words of templates/languages, like ones in one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from precis.documents.digest import Words, shortened
from precis.facts.fact import (
    Adopted,
    Dialogue,
    Election,
    Encounter,
    EntryIntoForce,
    FollowUp,
    PartyCount,
    Plan,
    Ratification,
    Reference,
    Stage,
)
from precis.facts.kinds.solemn_declaration import SolemnDeclaration
from precis.language.states import State
from precis.proceedings import Report

__all__ = [
    "Statement",
    "adoptions",
    "day_range",
    "dialogues_held",
    "encounters",
    "follow_ups",
    "joined",
    "membership",
    "parties",
    "plans",
    "report_words",
    "sentence",
]

Statement = tuple[str, list[Reference]]
"""The words of a statement and the places it rests on."""

LONGEST = 260
"""Characters of a sentence that is quoted; more is cut with an ellipsis."""


def joined(names: Iterable[str]) -> str:
    """A list in a sentence: "A, B and C"."""
    *rest, last = list(names)
    return f"{', '.join(rest)} and {last}" if rest else last


def report_words(report: Report, words: Words) -> str:
    """A report in words: "combined second to fourth periodic reports"."""
    numbers = report.numbers
    if not numbers:
        return ""
    name = {1: "initial"}
    first, last = (name.get(number, words.ordinal(number)) for number in (numbers[0], numbers[-1]))
    if len(numbers) == 1:
        return words.say("report_initial") if numbers == (1,) else words.say("report_one", ordinal=first)
    return words.say("report_two" if len(numbers) == 2 else "report_many", first=first, last=last)


def _named(state: State, report: Report, words: Words) -> str:
    told = report_words(report, words)
    return words.say("report", state=state.in_text, report=told) if told else state.in_text


def dialogues_held(facts: Sequence[Dialogue], words: Words) -> list[Statement]:
    """One statement on all dialogues."""
    reports: dict[State, Report] = {}
    references: dict[State, Reference] = {}
    for fact in facts:
        if fact.state not in reports or (fact.report.numbers and not reports[fact.state].numbers):
            reports[fact.state] = fact.report
        if fact.state not in references or references[fact.state].part == "heading":
            references[fact.state] = fact.at
    if not reports:
        return []
    states = joined(_named(state, report, words) for state, report in reports.items())
    name = "dialogue" if len(reports) == 1 else "dialogues"
    return [(words.say(name, states=states) + ".", list(dict.fromkeys(references.values())))]


def adoptions(facts: Sequence[Adopted], words: Words) -> list[Statement]:
    """A statement for each kind of text, stage and procedure; the States in it in the order of the records."""
    groups: dict[tuple[str, Stage, str], list[Adopted]] = {}
    for fact in facts:
        groups.setdefault((fact.text, fact.stage, fact.procedure), []).append(fact)
    out: list[Statement] = []
    for (text, stage, procedure), group in sorted(groups.items(), key=lambda entry: _rank(entry[0][0])):
        many = _plural(text) if len({fact.state for fact in group if fact.state}) > 1 else text
        named = f"{many}{words.say('procedure', procedure=procedure) if procedure else ''}"
        listed = {fact.state: fact for fact in group if fact.state is not None}
        if listed:
            states = joined(_named(state, fact.report, words) for state, fact in listed.items())
            out.append((words.say("text", text=named, stage=stage, states=states) + ".", _places(group)))
        else:
            out.extend((_titled(fact, words) + ".", [fact.at]) for fact in group)
    return out


_ORDER = ("concluding observations", "general comment", "list of issues", "list of issues prior to reporting", "views")


def _rank(text: str) -> int:
    """The texts that matter most first; the agenda and the like last."""
    return _ORDER.index(text) if text in _ORDER else len(_ORDER)


def _plural(text: str) -> str:
    return re.sub(r"\Alist\b", "lists", text)


def _titled(fact: Adopted, words: Words) -> str:
    if fact.title:
        said = words.say("texts_titled", text=fact.text, title=fact.title, stage=fact.stage)
    elif fact.count is not None:
        said = words.say("text_counted", text=fact.text, stage=fact.stage, count=fact.count)
    else:
        said = words.say("text_alone", text=fact.text, stage=fact.stage)
    partner = words.say("with_partner", partner=fact.partner) if fact.partner else ""
    return f"{said}{partner}{words.say('on_date', date=fact.date) if fact.date else ''}"


def _places(facts: Iterable[Adopted]) -> list[Reference]:
    return list(dict.fromkeys(fact.at for fact in facts))


def follow_ups(facts: Sequence[FollowUp], words: Words) -> list[Statement]:
    """One statement on all reports on follow-up."""
    if not facts:
        return []
    states = joined(dict.fromkeys(_named(fact.state, fact.report, words) for fact in facts))
    return [(words.say("follow_up", states=states) + ".", list(dict.fromkeys(fact.at for fact in facts)))]


def encounters(facts: Sequence[Encounter], words: Words) -> list[Statement]:
    """A statement for each meeting with others."""
    out: list[Statement] = []
    for fact in facts:
        name = f"{fact.manner}_on" if fact.subject else fact.manner
        whom = f"{fact.whom[0].lower()}{fact.whom[1:]}" if fact.whom.startswith("Representatives") else fact.whom
        said = words.say(name, whom=whom, subject=shortened(fact.subject, LONGEST))
        out.append((f"{said}{words.say('on_date', date=fact.date) if fact.date else ''}.", [fact.at]))
    return out


def membership(
    elections: Sequence[Election], declarations: Sequence[SolemnDeclaration], words: Words
) -> list[Statement]:
    """A statement for each person who made the solemn declaration, or was elected or appointed."""
    out = [(words.say("declared", person=fact.person) + ".", [fact.at]) for fact in declarations]
    for fact in elections:
        name = {"appointed": "appointed"}.get(fact.manner, "elected")
        manner = f" {fact.manner}" if name == "elected" and fact.manner else ""
        out.append((words.say(name, person=fact.person, office=fact.office, manner=manner) + ".", [fact.at]))
    return out


def parties(
    ratified: Sequence[Ratification], in_force: Sequence[EntryIntoForce], counts: Sequence[PartyCount], words: Words
) -> list[Statement]:
    """Statements on States parties."""
    out: list[Statement] = []
    for count in counts:
        treaty = words.say("to_treaty", treaty=count.treaty) if count.treaty else ""
        as_at = words.say("as_at", date=count.as_at) if count.as_at else ""
        out.append((words.say("count", count=count.count, treaty=treaty, as_at=as_at) + ".", [count.at]))
    for act in ratified:
        treaty = words.say("to_treaty", treaty=act.treaty) if act.treaty else ""
        date = words.say("on_date", date=act.date) if act.date else ""
        state = act.state.in_text[0].upper() + act.state.in_text[1:]
        out.append((words.say("ratified", state=state, act=act.act, treaty=treaty, date=date) + ".", [act.at]))
    said = ((words.say("in_force", state=each.state.in_text, date=each.date), each.at) for each in in_force)
    return [*out, *((f"{text}.", [at]) for text, at in said)]


def plans(facts: Sequence[Plan], words: Words) -> list[Statement]:
    """Statements on what comes next."""
    return [(text + ("" if text.endswith("…") else "."), [fact.at]) for fact in facts if (text := _plan(fact, words))]


def _plan(fact: Plan, words: Words) -> str:
    sessions = joined(words.ordinal(number) for number in fact.sessions) if fact.sessions else ""
    if fact.what == "session":
        rest = words.say("next_place", date=fact.date, place=fact.place) if fact.place else fact.date
        if sessions:
            return words.say("next_held", session=sessions, rest=rest)
        return words.say("next_held_unnumbered", rest=rest)
    if fact.what == "consideration of reports":
        if not fact.states:
            return words.say("next_list", session=words.say("at_session", session=sessions).strip())
        at = words.say("at_session", session=sessions) if sessions else ""
        return words.say("next_states", session=at, states=joined(state.in_text for state in fact.states))
    if fact.what == "deadline":
        return words.say("deadline", words=sentence(fact.at).rstrip("."))
    return words.say("event", date=fact.date)


_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ](?:[\w'’-]*\w|\.))"
_PARTICLE = r"(?:de|van|von|der|den|di|da|dos|do|del|della|la|le|el|al|bin|ben|ibn|ould|mint|ter|y|e|du|das|zu)"
_PERSON = (
    rf"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Dame|Msgr|Judge)\.?\s(?:{_PARTICLE}\s|[Aa]l-|[Ee]l-)*{_CAPITAL}"
    rf"(?:\s(?:{_PARTICLE}\s)*{_CAPITAL})*"
)

_LEAD = re.compile(
    rf"(?:[Tt]he (?:Temporary )?Chair|{_PERSON}|(?:A|The) representative of [^,]+?)(?:\s\((?:[^()]|\([^()]*\))*\))?"
    r"(?:, [^,]{3,160},)? said(?: that|,)? "
)


_OWN = re.compile(rf"\A(?:{_PERSON}(?:\s\([^()]*\))?|S?[Hh]e) (?=(?:\w+ ){{0,2}}\w+)")


def day_range(first: dt.date, last: dt.date, words: Words) -> str:
    """The days from `first` to `last`: the year once where both have it."""
    if first == last:
        return words.date(first)
    begun = words.date(first).removesuffix(f" {first.year}") if first.year == last.year else words.date(first)
    return words.head("days", first=begun, last=words.date(last))


def sentence(at: Reference, limit: int = LONGEST, *, bare: bool = False) -> str:
    """The sentence a reference quotes, without "Mr. X said that", cut if it is long.

    With `bare` it goes on after the name of its speaker: "asked whether …" of "She asked whether …".
    """
    text = re.sub(r"\s+", " ", at.words).strip()
    lead = _LEAD.match(text)
    if lead and len(lead[0]) < 160:
        text = text[lead.end() :]
        text = text[:1].upper() + text[1:]
    elif bare:
        text = _OWN.sub("", text, count=1)
    return shortened(text, limit)
