"""Meetings of the Committee, its Chair or its members with others: with whom, on what, when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import DATE, Context, date_in
from precis.facts.fact import Encounter, Fact
from precis.facts.reports import state_list

__all__ = ["RULES"]

_ADJECTIVES = (
    r"(?:(?:a|an|its|their|the|several|two|three|four|five|private|public|informal|formal|closed|joint|annual"
    r"|second|first"
    r"|third|series of|number of|fruitful|useful|productive|constructive|regular|short|brief|online|virtual|in-person"
    r"|separate|bilateral|regional|round of|thematic|open|working|high-level|interactive|of) )*"
)
_GATHERING = (
    r"(?:meetings?|talks|discussions?|consultations?|dialogues?|exchanges? of views|conversations?|briefings?"
    r"|exchanges?|working lunch|videoconference)"
)
_ASIDE = r"(?: (?:also|then|again|recently|since|already|subsequently|later|once more))?"
_WITH: tuple[tuple[str, str], ...] = (
    (
        "met",
        rf"\b(?:had|having){_ASIDE} met(?:{_ASIDE})(?: (?:\w+ly|in private|online|virtually|in person))?(?:,? in"
        r" (?:her|his|their) capacity as [^,]+?,?)?(?: (?:in|on) [A-Z0-9][\w ]+?)? with ",
    ),
    (
        "met",
        rf"\b(?:held|holding|had|organi[sz]ed|convened|conducted){_ASIDE} {_ADJECTIVES}{_GATHERING}(?: (?:on|about)"
        rf" [\w ]{{3,60}}?)? with ",
    ),
    (
        "met",
        rf"\b{_ADJECTIVES}{_GATHERING} (?:had(?: also)? been|were|was)(?: also)? held(?: (?:on|in) {DATE},?)? with ",
    ),
    (
        "met",
        r"\b(?:had|having)(?: also)? (?:taken part|participated) in (?:a|an|the) (?:\w+ )?(?:meeting|discussion"
        r"|dialogue) with ",
    ),
    ("met", r"\b(?:[Ii]n|[Aa]t|[Dd]uring) (?:a|an) (?:\w+ )?(?:meeting|discussion) with "),
    ("briefed by", r"\b(?:been|was|were) (?:\w+ )?(?:briefed|addressed) by "),
    (
        "briefed by",
        r"\b(?:received|heard) (?:\w+ )?(?:briefings?|presentations?|statements?|oral reports?|addresses?)(?: on"
        r" [\w ]{3,60}?)? (?:from|by) ",
    ),
    ("attended by", r"\b(?:been|was|were) attended by "),
    ("met", rf"\band {_ADJECTIVES}{_GATHERING} with "),
    (
        "took part in",
        r"\b(?:[Ss]he|[Hh]e|[Tt]he Chair|[Tt]hey|[Mm]embers|Committee) had (?:also )?(?:participated|taken part)"
        r"(?:, on behalf of the Committee,)? in (?=(?:a|an|the \w+ (?:conference|forum|seminar|meeting|workshop))\b)",
    ),
)
_PATTERNS = [(manner, re.compile(pattern)) for manner, pattern in _WITH]
_TOOK_PART = re.compile(
    r"\A(?:In addition, |Also, )?(?P<whom>[A-Z][^.;]*?) had (?:also )?(?:taken part in|attended|participated in)"
    r" (?P<event>the [\w -]{3,60}|it\b)"
)
_ADDRESSED = re.compile(
    r"\A(?P<whom>[^.;]*?) had (?:also )?(?:briefed|addressed) (?:the|both|the two) Committees?(?: on"
    r" (?P<subject>.+?))?[.;]?\Z"
)
_TWO = re.compile(r"\b[Tt]he two Committees had (?:\w+ )?met\b(?P<rest>[^.;]*)")

# Words after which "on" belongs to a name: "the Committee on Enforced Disappearances".
_NAMES_WITH_ON = (
    r"(?:Committees?|Subcommittees?|Rapporteurs?|Experts?|Groups?|Commissions?|Conferences?|Forum|Envoy|Adviser"
    r"|Representatives?|Force|Network|Programme|Mechanism|Advocate|Convention|Office|Alliance|Coalition|Platform"
    r"|Board|Institute)"
)
_STOP = re.compile(
    rf" and {_ADJECTIVES}{_GATHERING} with |"
    r" on (?!behalf)| (?:to (?!the |which )[a-z]+|about|concerning|regarding|in order|during|at (?:which|the)|with"
    r" a view"
    r"|following|and had|and (?:it|she|he|they) had|and discussed|and to|at its|who had|in relation to|relating to"
    r"|over|focus\w+ on|in connection with)\b"
    r"|; | – |, (?:at|during|which|who|to whom|with whom|where|and (?:it|she|he|had)|in particular|notably|in"
    r" order|with a view|as well as on|including)\b"
    rf"| (?:in|on) (?={DATE})| (?:in|at) (?:New York|Geneva|the Palais)\b|\.\Z| to whom"
)
_FIXED_ON = re.compile(rf"{_NAMES_WITH_ON} (?:of \w+ )?on ")
_SUBJECT = re.compile(
    r"\A,?(?: at which| during which| which)?[ ,]*(?:in order )?(?:on|to discuss|to exchange views on|about"
    r"|concerning|regarding|to consider|to raise|in relation to|relating to"
    r"|focus\w+ on|over|in connection with|and discussed|, (?:at|during) which (?:they|it) had discussed|to|with a"
    r" view to)"
    r" (?P<subject>.+?)[.;]?\Z"
)


def encounters(context: Context) -> Iterator[Fact]:
    """Whom the Committee, its Chair or its members met, were briefed by or received."""
    text = context.text
    if context.by_delegation or context.state is not None:
        return
    seen: set[int] = set()
    for manner, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() <= at < match.end() for at in seen) or _excluded(context, match):
                continue
            seen.add(match.end() - 1)
            whom, rest = _whom(text[match.end() :])
            if whom:
                yield Encounter(context.at(match.start(), match.end()), whom, manner, _subject(rest), _date(text, rest))
    yield from _others(context)


def _excluded(context: Context, match: re.Match[str]) -> bool:
    """Whether this is a dialogue with a State, or only planned or proposed."""
    if "dialogue" in match[0] and _is_state(context, match.end()):
        return True
    return bool(
        re.search(
            r"\b(?:would|should|could|will|might|to) (?:\w+ )?(?:hold|have|meet|be)? ?\Z", context.text[: match.start()]
        )
    )


def _is_state(context: Context, start: int) -> bool:
    if re.match(r"(?:all|each|both|those|these|them)\b", context.text[start:]):
        return True
    lead = re.match(r"(?:the )?(?:delegations?|representatives?|Governments?)(?: of| from) ", context.text[start:])
    return bool(state_list(context.text, start + (lead.end() if lead else 0), context.states))


def _whom(rest: str) -> tuple[str, str]:
    """The people met, and what follows them."""
    at = 0
    while (stop := _STOP.search(rest, at)) is not None:
        inside = _FIXED_ON.search(rest[max(0, stop.start() - 30) : stop.end()])
        if stop[0].startswith(" on") and inside and rest[: stop.start()].endswith(inside[0].removesuffix(" on ")):
            at = stop.end()
            continue
        break
    end = stop.start() if stop else len(rest)
    return rest[:end].strip(" .,"), rest[end:]


def _subject(rest: str) -> str:
    match = _SUBJECT.match(rest)
    if match is None:
        return ""
    if re.fullmatch(DATE, match["subject"].strip(" .")):
        return ""
    told = re.match(
        r"whom (?:she|he|they|it) had (?:explained|conveyed|expressed|raised) (?P<told>.+)", match["subject"]
    )
    return _topic((told or match)["told" if told else "subject"])


def _topic(words: str) -> str:
    """What was spoken of, without the verb: "the vacant posts" of "discuss the vacant posts"."""
    bare = re.sub(r"\A(?:discuss|exchange views on|consider|raise|explain|continue work on) ", "", words)
    return re.split(r",? and (?:had|it|she|he)\b|, (?:at|during) which|, which|; ", bare)[0].strip(" .,")


def _date(text: str, rest: str) -> str:
    head = re.match(rf"\s*(?:On|In)\s({DATE})", text)
    return head[1] if head else date_in(rest[:40])


def _others(context: Context) -> Iterator[Fact]:
    text = context.text
    took = _TOOK_PART.match(text)
    if took:
        yield Encounter(context.at(), took["whom"].strip(), "attended by", took["event"])
    addressed = _ADDRESSED.match(text)
    if addressed and not re.search(r"\b(?:Chair|Committee) \Z", addressed["whom"]):
        whom = re.sub(r"\A(?:In addition, |Also, )", "", addressed["whom"]).strip(" ,")
        if not re.match(r"(?:She|He|It|They|Members?)\b", whom):
            yield Encounter(context.at(), whom, "briefed by", (addressed["subject"] or "").strip(" ."))
    two = _TWO.search(text)
    if two:
        subject = re.search(r"\bto (.+)", two["rest"])
        yield Encounter(
            context.at(two.start(), two.end()), "the two Committees", "joint", _topic(subject[1]) if subject else ""
        )


RULES = (encounters,)
