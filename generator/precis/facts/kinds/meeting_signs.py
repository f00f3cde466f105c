"""Meetings told in other words than those of the frames: by nouns of meeting, events, and those who came."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Encounter
from precis.facts.signs import clause_around, event_of, sign

__all__ = ["Maker", "met_by_signs"]

Maker = Callable[[Context, Clause, str, str], Encounter]
"""Makes the fact of a clause: the words that begin with who was met, and the manner."""


def met_by_signs(context: Context, make: Maker) -> Iterator[Encounter]:
    """The meeting that a sentence tells of, if any: at most one."""
    for find in (_jointly, _saw, _led_by_event, _at_event, _in_contact, _told_by_others, _came, _with_them, _with_us):
        made = find(context, make)
        if made is not None and made.whom:
            yield made
            return


def _sign(context: Context, name: str) -> tuple[re.Match[str], Clause] | None:
    patterns = context.patterns
    found = sign(context, name)
    if found is None or patterns["meeting.no_sign"].search(context.text, 0, found.end()) is not None:
        return None
    if context.find("meeting.undone") is not None:
        return None
    clause = clause_around(context, event_of(found))
    if clause is None or clause.antecedent != (0, 0) or patterns["meeting.in_passing"].fullmatch(clause.marker):
        return None
    if event_of(found) < clause.verb[0] and context.find("meeting.future") is not None:
        return None
    told = clause.perfect or clause.form in ("to", "ing") or clause.mood is Mood.ONGOING
    return (found, clause) if told else None


def _at_event(context: Context, make: Maker) -> Encounter | None:
    """Where members were: "had been among the speakers at a conference", "had flown to Bogotá for a colloquium"."""
    told = _sign(context, "meeting.at_event")
    if told is None:
        return None
    found, clause = told
    main = _main(context, clause)
    if actor_of(context, main) is not Actor.OURS or main.voice is Voice.PASSIVE:
        return None
    spoke = context.patterns["meeting.spoke"].search(context.text[main.verb[0] : found.start("whom")]) is not None
    return make(context, clause, context.text[found.start("whom") :], "addressed" if spoke else "took part in")


def _led_by_event(context: Context, make: Maker) -> Encounter | None:
    """Where members were, told first: "At a side event held by Finland, Ms. Sow had spoken of widows"."""
    told = _sign(context, "meeting.led_by_event")
    if told is None or actor_of(context, told[1]) is not Actor.OURS or told[1].voice is Voice.PASSIVE:
        return None
    found, clause = told
    spoke = context.patterns["meeting.spoke"].search(context.text[slice(*clause.verb)]) is not None
    matter = context.patterns["meeting.spoken_of"].match(context.text, clause.verb[1]) if spoke else None
    topic = f" on {matter['subject']}" if matter else ""
    return make(context, clause, f"{found['whom']}{topic}", "addressed" if spoke else "took part in")


def _main(context: Context, clause: Clause) -> Clause:
    """The clause whose subject acts in another that has none of its own."""
    before = (each for each in context.clauses if each.verb[0] <= clause.verb[0] and each.form == "finite")
    own = [each for each in before if each.marker != "which"]
    return clause if clause.form == "finite" or not own else own[-1]


def _in_contact(context: Context, make: Maker) -> Encounter | None:
    """With whom "an hour had been set apart for a conversation", or from whom "the Committee had had a visit"."""
    told = _sign(context, "meeting.contact")
    if told is None:
        return None
    found, clause = told
    whom = context.text[found.start("whom") :]
    if _is_ours(context, whom) or actor_of(context, _main(context, clause)) not in (Actor.OURS, Actor.NOBODY):
        return None
    return make(context, clause, whom, "met")


def _told_by_others(context: Context, make: Maker) -> Encounter | None:
    """Those outside who told the Committee of a thing: "had laid before members its findings"."""
    told = _sign(context, "meeting.told_us")
    if told is None:
        return None
    found, clause = told
    whom = _outsiders(context, _main(context, clause))
    if not whom:
        return None
    rest = context.text[found.end("us") :]
    thing = context.patterns["meeting.thing"].match(rest)
    before = context.patterns["meeting.to_us"].sub("", context.text[found.end("event") : found.start("us")])
    topic = f" on{before}" if before.strip() else " on" if thing else ""
    return make(context, clause, f"{whom}{topic}{rest}", "briefed by")


def _jointly(context: Context, make: Maker) -> Encounter | None:
    """The other body of "the Committee and the Committee against Torture had held a joint meeting"."""
    told = _sign(context, "meeting.jointly")
    return make(context, told[1], f"{told[0]['whom']}{context.text[told[0].end() :]}", "met") if told else None


def _saw(context: Context, make: Maker) -> Encounter | None:
    """Whom members went to see: "had called on the Ambassador"."""
    told = _sign(context, "meeting.saw")
    if told is None or actor_of(context, _main(context, told[1])) is not Actor.OURS:
        return None
    found, clause = told
    return make(context, clause, context.text[found.start("whom") :], "met")


def _came(context: Context, make: Maker) -> Encounter | None:
    """Those who came to see the Committee, its Bureau or its Chair."""
    told = _sign(context, "meeting.came")
    if told is None:
        return None
    found, clause = told
    main = _main(context, clause)
    return make(context, clause, f"{main.words(main.subject)}{context.text[found.end() :]}", "met")


def _with_them(context: Context, make: Maker) -> Encounter | None:
    """Whom members were with, by whatever verb: "had had a word with the envoy"."""
    told = _sign(context, "meeting.joined_them")
    if told is None or context.patterns["meeting.by_mail"].search(context.text, *told[1].verb) is not None:
        return None
    found, clause = told
    between = context.text[clause.verb[0] : found.start("whom")]
    if context.patterns["meeting.by_mail"].search(between) or actor_of(context, clause) is not Actor.OURS:
        return None
    return make(context, clause, context.text[found.start("whom") :], "met")


def _with_us(context: Context, make: Maker) -> Encounter | None:
    """Those outside who were with members, by whatever verb: "had spent the afternoon with members"."""
    told = _sign(context, "meeting.joined_us")
    if told is None:
        return None
    found, clause = told
    main = _main(context, clause)
    whom = _outsiders(context, main)
    if not whom:
        return None
    if context.patterns["meeting.by_mail"].search(context.text, main.subject[0], found.end()) is not None:
        return None
    return make(context, clause, f"{whom}{context.text[found.end() :]}", "met")


def _outsiders(context: Context, main: Clause) -> str:
    """Those outside who act in a clause; "" if others do."""
    whom = main.words(main.subject)
    outside = context.patterns["meeting.outsiders"].search(whom) is not None and not _is_ours(context, whom)
    return whom if outside else ""


def _is_ours(context: Context, words: str) -> bool:
    table = context.words.actors
    bare = words.strip(" ,")
    if context.patterns["meeting.own_members"].match(bare):
        return True
    return context.is_own_body(bare) or (table.committee.match(bare) is not None and table.others.match(bare) is None)
