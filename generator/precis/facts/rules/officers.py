"""Elections, appointments, new members and departures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import Context
from precis.facts.fact import Departure, Election, Fact
from precis.proceedings.speaker import PERSON

__all__ = ["RULES"]

_PEOPLE = rf"{PERSON}(?:(?:, | and |, and ){PERSON})*"
_OFFICE_WORD = (
    r"(?:Special |Temporary |Acting |Co-|Country |Follow-up |First |Second |Deputy )*(?:[Vv]ice-?)?"
    r"(?:Chairs?(?:person|man|woman)?s?|Vice-Chairs?(?:persons?)?|Rapporteurs?|Co-Rapporteurs?|[Cc]oordinators?"
    r"|[Ff]ocal points?|members? of (?:the|its) [\w ]+?|members?|Convenor|representatives? to [\w ]+?)"
)
_OFFICE = (
    rf"(?P<office>{_OFFICE_WORD}(?:(?:(?: of| on| for)(?: the| its)?| to the) [\w' -]+?)?(?: and (?:Vice-)?(?:Chair"
    r"|Rapporteur)\w*)?)"
)
_TAIL = (
    r"(?P<manner> (?:by acclamation|unanimously|by consensus|by secret ballot))?(?= by acclamation|,| for | at |"
    r" until | in | with | to (?=succeed|replace)| and |;|\.|\Z)"
)
_PASSIVE = re.compile(
    rf"(?P<people>{_PEOPLE})(?:, [^,]{{3,60}},)? (?:had (?:also )?been|were|was|would be) (?P<how>(?:unanimously"
    r" )?(?:re-?)?(?:elected|appointed|designated|named))"
    rf"(?P<early> by acclamation)?(?: as)?(?: the| its)? {_OFFICE}{_TAIL}"
)
_ACTIVE = re.compile(
    r"\b(?:had |having |also )*(?P<how>(?:re-?)?(?:elected|appointed|designated|named))(?P<early> by acclamation)?"
    rf" (?P<people>{_PEOPLE})"
    rf"(?:, [^,]{{3,60}},)? (?:as |to be |to serve as |to the office of )?(?:its |the |a )?{_OFFICE}{_TAIL}"
)
_WITHOUT_VERB = re.compile(rf"(?P<people>{_PEOPLE}) (?:as|to be) (?:its |the )?{_OFFICE}{_TAIL}")
_INTO = re.compile(
    rf"(?P<people>{_PEOPLE}) (?:had been|were|was) (?:re-?)?elected (?:to|as (?:a )?members? of) the"
    r" (?:Sub)?[Cc]ommittee\b"
)
_DECLARED = re.compile(rf"(?P<people>{_PEOPLE}) (?:had )?(?:made|took|taken) the solemn declaration\b")
_LIST = re.compile(rf"(?:\A|[:;,] )(?P<office>(?:Vice-)?Chairs?|Rapporteur): (?P<people>{_PEOPLE})")
_LEAVING: tuple[tuple[str, str], ...] = (
    (
        "resigned",
        rf"(?P<people>{_PEOPLE})(?:, [^,]{{3,60}},)? (?:had|has) (?:tendered (?:his|her) resignation|resigned)",
    ),
    ("resigned", rf"(?:the )?resignation (?:of|from) (?P<people>{_PEOPLE})"),
    ("stepped down", rf"(?P<people>{_PEOPLE}) (?:had stepped|was stepping|would be stepping|would step) down"),
    (
        "term ended",
        rf"(?P<people>{_PEOPLE}),? (?:whose (?:terms?|mandates?)(?: of office)? (?:(?:had|was|were|would|will|is"
        rf"|are)\b)[^.;]{{0,40}}?(?:expir\w+|end\w*|conclud\w+|come to an end))",
    ),
    (
        "term ended",
        rf"\b(?:terms? of office|terms?|mandates?) of (?P<people>{_PEOPLE})[^.;]{{0,40}}? (?:would expire|had"
        r" expired|would end|had ended|was due to expire|were due to expire|would come to an end)",
    ),
    (
        "left the Committee",
        rf"(?P<people>{_PEOPLE}),? (?:who )?(?:had left|was leaving|were leaving|would be leaving|would leave|had"
        r" departed) the (?:Sub)?[Cc]ommittee",
    ),
    (
        "left the Committee",
        r"\b(?:outgoing|departing) (?:members?|Chair|Vice-Chairs?|Rapporteur)(?: of the Committee)?,?"
        rf" (?P<people>{_PEOPLE})",
    ),
    (
        "term ended",
        rf"(?P<people>{PERSON})'s? (?:terms?|mandates?)\b[^.;]{{0,40}}? (?:would expire|had expired|would end|had ended"
        r"|was due to expire|would come to an end)",
    ),
    ("left the Committee", rf"(?:tribute|farewell|goodbye) to (?P<people>{_PEOPLE})"),
    ("died", rf"(?P<people>{_PEOPLE})(?:, [^,]{{3,60}},)? (?:had|who had) (?:passed away|died)"),
    ("died", rf"(?:the )?(?:death|passing) of (?P<people>{_PEOPLE})"),
    (
        "not standing again",
        rf"(?P<people>{_PEOPLE}) (?:would|had decided) not (?:be )?(?:to )?(?:seek|seeking"
        rf"|stand\w*)[^.;]{{0,20}}(?:re-?election|again)",
    ),
)
_LEAVERS = [(how, re.compile(pattern)) for how, pattern in _LEAVING]


def people_of(text: str) -> list[str]:
    """The persons of a list."""
    return re.findall(PERSON, text)


def elections(context: Context) -> Iterator[Fact]:
    """Who was elected, re-elected or appointed to what, and how."""
    if context.state is not None:
        return
    text = context.text
    taken: set[tuple[str, str]] = set()
    for pattern in (_PASSIVE, _ACTIVE):
        for match in pattern.finditer(text):
            planned = "would be " in match[0].split(match["how"])[0]
            if planned or (pattern is _ACTIVE and re.search(r"\b(?:not|nominated|proposed)\b", text[: match.start()])):
                continue
            office = _singular(match["office"])
            manner = (match["early"] or match["manner"] or "").strip() or _manner(match["how"], text)
            for person in people_of(match["people"]):
                if (person, office) not in taken:
                    taken.add((person, office))
                    yield Election(context.at(match.start(), match.end()), person, office, manner)
    if taken and "elected" in text:
        yield from _also_elected(context, taken)
    for pattern, office in ((_INTO, "member of the Committee"), (_DECLARED, "member of the Committee")):
        for match in pattern.finditer(text):
            for person in people_of(match["people"]):
                yield Election(
                    context.at(match.start(), match.end()),
                    person,
                    office,
                    "solemn declaration" if pattern is _DECLARED else "",
                )
    if re.search(r"\belected\b", text) or (context.before and re.search(r"\belected\b", context.before.text)):
        for match in _LIST.finditer(text):
            for person in people_of(match["people"]):
                yield Election(context.at(match.start(), match.end()), person, _singular(match["office"]))


def _also_elected(context: Context, taken: set[tuple[str, str]]) -> Iterator[Election]:
    """Those who follow without a verb of their own: "… as Chair, and Mr. B and Ms. C as Vice-Chairs"."""
    for match in _WITHOUT_VERB.finditer(context.text):
        office = _singular(match["office"])
        for person in people_of(match["people"]):
            if not any(person == name for name, _ in taken):
                taken.add((person, office))
                yield Election(context.at(match.start(), match.end()), person, office, _manner("", context.text))


def _manner(how: str, text: str) -> str:
    if "unanimously" in how:
        return "unanimously"
    if re.search(r"\bby acclamation\b", text):
        return "by acclamation"
    return "appointed" if re.search("appointed|designated|named", how) else ""


def _singular(office: str) -> str:
    return re.sub(r"\b(Chair|Rapporteur|coordinator|Coordinator|member|point)s\b", r"\1", office.strip())


def departures(context: Context) -> Iterator[Fact]:
    """Who leaves the Committee or an office."""
    if context.state is not None:
        return
    taken: set[str] = set()
    for how, pattern in _LEAVERS:
        for match in pattern.finditer(context.text):
            for person in people_of(match["people"]):
                if person not in taken:
                    taken.add(person)
                    yield Departure(context.at(match.start(), match.end()), person, how)


RULES = (elections, departures)
