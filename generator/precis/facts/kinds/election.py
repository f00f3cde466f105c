"""Elections and appointments: who, to what office, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from precis.facts.clauses import Clause, Voice
from precis.facts.context import Context
from precis.facts.fact import Election, Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.reports import state_list

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Who was elected or appointed to what."""
    for match in matches:
        clause = match.clause
        yield from _of(context, clause, match.frame.sense)
    yield from _congratulated(context)
    yield from _approved(context)


def _congratulated(context: Context) -> Iterator[Election]:
    """Those of "she congratulated Ms. Ito on her election as Chair"."""
    match = context.find("election.by_noun")
    office = context.patterns["election.office"].match(context.text, match.end()) if match else None
    if match is None or office is None or context.patterns["election.not_ours"].search(context.text, match.end()):
        return
    for person in context.people_in(match["people"]):
        sense = "elected" if match["how"].endswith("election") else ""
        at = context.at(match.start(), office.end())
        yield Election(at, person, _single(context, office["office"]), _manner(context, "", sense))


def _approved(context: Context) -> Iterator[Election]:
    """The one named last before "her appointment was approved"."""
    match = context.find("election.own")
    before = context.before.text if context.before is not None else ""
    if match is None or context.state is not None or context.find("election.not_ours"):
        return
    people = context.people_in(context.text[: match.start()]) or context.people_in(before)
    for person in people[-1:]:
        yield Election(context.at(*match.span()), person, "", "appointed")


def _of(context: Context, clause: Clause, sense: str) -> Iterator[Election]:
    text = context.text
    behind = context.patterns["election.of_noun"].sub("", text[clause.verb[1] : _end(context, clause)])
    people = text[slice(*clause.subject)] if clause.voice is Voice.PASSIVE else behind
    if clause.voice is Voice.PASSIVE and context.patterns["election.rapporteurs"].search(people):
        yield from _assigned(context, clause)
        return
    if clause.voice is Voice.PASSIVE and not context.people_in(people):
        yield from _in_list(context, clause, sense)
        return
    told = behind if clause.voice is Voice.PASSIVE else behind[_end_of_people(context, behind) :]
    office = context.patterns["election.office"].search(told)
    if context.patterns["election.not_ours"].search(behind):
        return
    if office is None and clause.voice is Voice.PASSIVE and context.patterns["election.purpose"].match(behind):
        # "had been appointed to succeed her": the office is not said
        at = context.at(clause.verb[0], clause.object[1])
        yield from (Election(at, each, "", _manner(context, behind, sense)) for each in context.people_in(people))
    named = context.patterns["election.nomination"].match(people) if clause.voice is Voice.PASSIVE else None
    if office is None and named is not None and context.find("election.ballot") is None:
        # "the nomination of Mr. Lu to replace Ms. Fox had been approved"
        at = context.at(clause.verb[0], clause.object[1])
        yield Election(at, named["person"], "", "appointed")
    if office is None:
        return
    if clause.voice is Voice.ACTIVE and _end_of_people(context, behind):
        people = behind[: _end_of_people(context, behind)]
    manner = _manner(context, behind, sense)
    at = context.at(clause.verb[0], clause.object[1])
    for person in context.people_in(context.patterns["election.aside"].sub(",", people)):
        yield Election(at, person, _single(context, office["office"]), manner)
    yield from _without_verb(context, clause, manner)


def _in_list(context: Context, clause: Clause, sense: str) -> Iterator[Election]:
    """Those of a list: "The following members were elected by acclamation: Ms. A, Chair; Mr. B, Vice-Chair"."""
    rest = context.text[clause.verb[1] :]
    manner = _manner(context, rest, sense)
    for match in context.patterns["election.in_list"].finditer(rest):
        office = context.patterns["election.office"].match(rest, match.end())
        for person in context.people_in(match["people"]) if office else ():
            at = context.at(clause.verb[0], len(context.text))
            yield Election(at, person, _single(context, office["office"] if office else ""), manner)


def _end(context: Context, clause: Clause) -> int:
    """Where the clause ends, with the infinitive behind it: "chosen to serve as Rapporteur"."""
    after = next((each for each in context.clauses if each.verb[0] >= clause.object[1]), None)
    is_part = after is not None and after.infinitive and after.governor == clause.lemma
    return after.object[1] if after is not None and is_part else clause.object[1]


def _assigned(context: Context, clause: Clause) -> Iterator[Election]:
    """The country rapporteurs of a list: "had been appointed: Ms. A for Argentina and Mr. B for Hungary"."""
    for match in context.patterns["election.assigned"].finditer(context.text, clause.verb[1]):
        for found in state_list(context.text, match.end(), context)[:1]:
            for person in context.people_in(match["people"]):
                office = context.words.offices["rapporteur"].format(state=found.state.in_text)
                yield Election(context.at(match.start(), found.end), person, office, "appointed")


def _end_of_people(context: Context, words: str) -> int:
    listed = context.patterns["election.listed"].match(words)
    return listed.end() if listed else 0


def _without_verb(context: Context, clause: Clause, manner: str) -> Iterator[Election]:
    """Those whose verb is said once: "and Mr. Buchwald and Ms. Sveaass as Vice-Chairs"."""
    rest = context.text[clause.verb[1] : clause.object[1]]
    for match in context.patterns["election.also"].finditer(rest):
        office = context.patterns["election.office"].match(rest, match.end())
        if office is not None and (clause.voice is Voice.PASSIVE or match.start() > 0):
            for person in context.people_in(match["people"]):
                at = context.at(clause.verb[0], clause.object[1])
                yield Election(at, person, _single(context, office["office"]), manner)


def _manner(context: Context, behind: str, sense: str) -> str:
    told = context.patterns["election.manner"].search(behind) or context.patterns["election.manner"].search(
        context.text
    )
    if told is not None:
        return told[0]
    if sense != "elected":
        return "appointed"
    before = context.before.text if context.before is not None else ""
    secret = context.patterns["election.secret"].search(f"{before} {context.text}")
    return secret[0] if secret and context.find("election.ballot") else ""


def _single(context: Context, office: str) -> str:
    """The office of one: "Vice-Chairs" of several is "Vice-Chair" of each."""
    bare = context.patterns["election.article"].sub("", office.strip())
    head = context.patterns["election.head"].match(bare)
    end = head.end() if head else len(bare)
    one = context.patterns["election.plural"].sub(lambda match: _of_one(match[0], context.words.plurals), bare[:end])
    return f"{one}{bare[end:]}"


def _of_one(word: str, plurals: Mapping[str, str]) -> str:
    ending = next(each for each in plurals if word.endswith(each))
    return word.removesuffix(ending) + plurals[ending]


KIND = FactKind("election", Election, find, "officers", 80, always=True)
