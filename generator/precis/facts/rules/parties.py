"""Ratifications and accessions, entry into force, and the number of States parties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import DATE, Context, date_in
from precis.facts.fact import EntryIntoForce, Fact, PartyCount, Ratification
from precis.facts.reports import state_list
from precis.language.states import State

__all__ = ["RULES"]

_ACTS = (
    ("accession", r"acceded to|deposited (?:its|their|an?) instruments? of accession"),
    ("ratification", r"ratified|deposited (?:its|their|an?) instruments? of ratification"),
    ("acceptance", r"deposited (?:its|their|an?) instruments? of acceptance"),
    ("succession", r"succeeded to|deposited (?:its|their|an?) instruments? of succession"),
    ("signature", r"signed"),
    ("party", r"become (?:a |the \S+ )?(?:State )?[Pp]art(?:y|ies)"),
    ("declaration", r"(?:made|deposited) (?:the|a) declarations? (?:under|provided for in|recogni[sz]ing)"),
)
_HAD = r"(?:,? which)? (?:had|have|having)(?: both| all| also| recently| each| since)? "
_TREATY = re.compile(
    r"\A[^.;]{0,30}?\b(?P<own>the (?:International )?(?:Convention|Covenant)\b(?! on| of| against| for| relating|"
    r" concerning| No\.))"
    r"|\A\s*(?:to |of )?(?P<other>the (?:International |Optional |First |Second )*(?:Convention|Covenant"
    r"|Protocol)(?: (?:to the|on the|for the|against|on|of|relating to|concerning|and|the|to|for) ?|\s?[A-Z][\w-]*|"
    r" No\. \d+)*)"
)
_WITH_ACT = re.compile(
    r"\b(?:[Ww]ith|[Ff]ollowing|[Aa]fter|[Uu]pon|[Ww]elcomed|[Ss]ince) the (?:recent )?(?P<act>accession"
    r"|ratification)s?"
    r" (?:of|by) (?!the (?:International |Optional )?(?:Convention|Covenant|Protocol))"
)
_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine".split())}
_COUNT = re.compile(
    r"\b(?:had been|was) ratified by (?P<f>\d+) States\b|"
    r"\b(?:there (?:were|had been|are) (?:now |currently |still only |only )?(?P<a>\d+|[a-z-]+) States [Pp]arties"
    r"|(?P<b>\d+) States (?:had|were|have) (?:now )?(?:ratified|acceded|become parties|parties)"
    r"|(?:number|total)(?: number)? of (?:States [Pp]arties|ratifications|Parties)(?: to [^.;]*?)? (?:to |stood at "
    r"|was |had (?:risen|increased|reached) (?:to |from \d+ to )?|remained (?:at )?|had reached )(?P<c>\d+)"
    r"|had (?:(?:now|only|already) )?(?P<d>\d+) (?:States )?[Pp]arties"
    r"|(?:Convention|Covenant|Protocol|treaty),? (?:which )?(?:now )?(?:had|with|counted) (?:now )?(?P<e>\d+)"
    r" States [Pp]arties)\b"
)
_FORCE = re.compile(
    r"\bentered into force (?:for|in respect of) (?P<who>that State|that country|(?:the )?[A-Z][\w' -]*?) on"
    rf" (?P<date>{DATE})"
)


def ratifications(context: Context) -> Iterator[Fact]:
    """Each State that ratified or acceded; what a State under review says of itself is left to its dialogue."""
    if context.state is not None:
        return
    text = context.text
    seen: set[str] = set()
    for act, pattern in _ACTS:
        for match in re.finditer(rf"{_HAD}(?:{pattern})\b", text):
            named = _subject(context, match.start())
            rest = text[match.end() :]
            treaty = _treaty(rest)
            for state in named:
                if state.code in seen and act == "party":
                    continue
                seen.add(state.code)
                yield Ratification(context.at(match.start(), match.end()), state, act, date_in(rest[:200]), treaty)
    for match in re.finditer(
        r"\b(?P<act>ratification|accession)s? (?:of|to) (?P<treaty>the [\w ]{3,80}?) (?:by|of) ", text
    ):
        for found in state_list(text, match.end(), context.states):
            if re.search(r"\b(?:welcomed|following|announced|noted|since|recent)\b", text[: match.start()]):
                yield Ratification(
                    context.at(match.start(), found.end),
                    found.state,
                    match["act"],
                    date_in(text[found.end :]),
                    _treaty(f" {match['treaty']}"),
                )


def with_act(context: Context) -> Iterator[Fact]:
    """A State named with its act: "With the accession of Tuvalu on 25 March 2024, …"."""
    for match in _WITH_ACT.finditer(context.text):
        for found in state_list(context.text, match.end(), context.states):
            date = date_in(context.text[found.end : found.end + 40])
            yield Ratification(context.at(match.start(), found.end), found.state, match["act"], date)


def _subject(context: Context, end: int) -> list[State]:
    """The States of the list that ends at `end`."""
    found = list(context.states.find(context.text[:end]))
    out: list[State] = []
    at = end
    for each in reversed(found):
        if not re.fullmatch(
            r"\s*(?:,|and|, and|\([^()]*\)|, respectively,)*\s*", context.text[each.end : at].strip(" ")
        ):
            break
        out.insert(0, each.state)
        at = each.start
    return out


def _treaty(rest: str) -> str:
    match = _TREATY.match(rest)
    if match is None or match["own"]:
        return ""
    return re.sub(r"(?: (?:on|of|to|the|for|and|against))+\Z", "", match["other"].strip())


def counts(context: Context) -> Iterator[Fact]:
    """How many States are parties, and as at when."""
    text = context.text
    for match in _COUNT.finditer(text):
        figure = next(filter(None, (match[name] for name in "abcdef")))
        number = int(figure) if figure.isdigit() else _WORDS.get(figure, _tens(figure))
        if number is None:
            continue
        as_at = re.search(rf"\b[Aa]s (?:at|of) ({DATE})", text)
        yield PartyCount(
            context.at(match.start(), match.end()), number, as_at[1] if as_at else "", _treaty_of_count(text, match)
        )
    for match in re.finditer(
        r"\bbringing (?:the (?:total )?number of (?:States )?[Pp]arties|the total)(?: to the Convention)? to"
        r" (?P<count>\d+)",
        text,
    ):
        yield PartyCount(context.at(match.start(), match.end()), int(match["count"]))


def _tens(word: str) -> int | None:
    from precis.language.english import our_english

    cardinals = {
        "sixty": 60,
        "fifty": 50,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "forty": 40,
        "thirty": 30,
        "twenty": 20,
    }
    tens, _, ones = word.partition("-")
    if tens in cardinals:
        return cardinals[tens] + _WORDS.get(ones, 0)
    return our_english().read_session(word)


def _treaty_of_count(text: str, match: re.Match[str]) -> str:
    """Another treaty than the Committee's own, named right before or after the count."""
    before = re.search(
        r"\b(the (?:International )?(?:Convention|Covenant) (?:on|against|for)(?: (?:the|of|and|on|All|from|with"
        r"|for)| [A-Z]\w+)+),?(?: for example,)?[^,;.]{0,20}\Z",
        text[: match.start()],
    )
    if before:
        return before[1]
    after = re.match(
        r" to (the (?:International |Optional )?(?:Convention|Covenant|Protocol) (?:on|against|for|to)(?: (?:the|of"
        r"|and|on|All|from|with|for|its)| [A-Z]\w+)+)",
        text[match.end() :],
    )
    return after[1] if after else ""


def in_force(context: Context) -> Iterator[Fact]:
    """The day on which the treaty entered into force for a State."""
    for match in _FORCE.finditer(context.text):
        named = context.states.named(match["who"])
        before = [found.state for found in context.states.find(context.text[: match.start()])]
        state = named or (before[-1] if before and match["who"].startswith("that") else None)
        if state is None and match["who"].startswith("that") and context.listed:
            state = context.listed[-1]
        if state is not None:
            yield EntryIntoForce(context.at(match.start(), match.end()), state, match["date"])


RULES = (ratifications, with_act, counts, in_force)
