"""Texts of the Committee, and how far each has come: adopted, provisionally adopted, discussed, launched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from precis.facts.context import DATE, Context, date_in
from precis.facts.fact import Adopted, Fact, Stage
from precis.facts.reports import FoundReport, reports_in
from precis.facts.rules.decisions import is_line
from precis.proceedings import Report

__all__ = ["RULES"]

_NUMBER = r"\d+(?:/\d+)?"
_NUMBERS = rf"\(?Nos?\. ?{_NUMBER}(?:(?:, | and |, No\. ?| and No\. ?){_NUMBER})*(?: \(\d{{4}}\))?\)?"

TEXTS: tuple[tuple[str, str], ...] = (
    (
        "list of issues prior to reporting",
        r"lists? of issues (?:and questions )?prior to (?:reporting|(?:the )?submission of)",
    ),
    ("list of issues", r"lists? of (?:issues(?: and questions)?|themes)"),
    ("concluding observations", r"concluding (?:observations|comments)"),
    (
        "general comment",
        rf"(?:draft |joint |new |two |three |revised )*general (?:comments?|recommendations?)(?: {_NUMBERS})?",
    ),
    ("views", r"(?<!exchange of )(?<!exchanges of )\b[Vv]iews(?= (?:on|in|under|concerning|regarding|with|finding)\b)"),
    (
        "decision",
        r"decisions? (?:of inadmissibility|of admissibility|to discontinue|on (?:the )?(?:\w+ )?(?:individual"
        r" )?communications?)",
    ),
    (
        "declaration",
        r"(?:joint |public |general )*(?:declaration|statement)s?(?= (?:on|calling|concerning|regarding|to mark|in"
        r"|about|marking|urging|of solidarity|entitled)\b)",
    ),
    (
        "decision",
        r"decisions? (?:on|concerning) (?:the )?(?:admissibility|inadmissibility|merits|\w+ individual comm)",
    ),
    ("urgent action", r"reports? on (?:requests for )?urgent actions?(?: requests)?"),
    (
        "annual report",
        r"(?:draft |annual |biennial |sessional )*(?:annual|biennial|sessional) reports?|draft report of the"
        r" (?:Sub)?[Cc]ommittee|(?:its|the Committee's) (?:draft )?report (?:to the General Assembly|on its [\w-]+"
        r" session)|report of the (?:Sub)?[Cc]ommittee",
    ),
    (
        "follow-up report",
        r"(?:progress )?report on follow-up to (?:concluding observations|[Vv]iews)|follow-up (?:progress )?report"
        r" on (?:individual )?communications",
    ),
    ("agenda", r"(?:provisional |draft )?agenda(?! items?\b)|(?:draft |provisional |tentative )*programme of work"),
    (
        "working paper",
        r"guidance note|(?:reporting )?guidelines|rules of procedure|work ?plan|strategic plan|plan of action",
    ),
)
"""The kinds of text, and the words that name one; the first that fits is taken."""

_ON_REPORTS = ("concluding observations", "list of issues", "list of issues prior to reporting")
"""Texts on the report of one State each."""

_ADVERB = (
    r"(?:also |then |thus |likewise |already |both |all |formally |finally |unanimously |recently |in addition |just )*"
)
_DONE: tuple[tuple[Stage, str], ...] = (
    (
        Stage.PROVISIONALLY_ADOPTED,
        (r"provisionally (?:adopted|approved)|adopted (?:\w+ )?(?:on first reading|ad referendum|provisionally)"),
    ),
    (Stage.ADOPTED, r"adopted|adopting|approved|endorsed"),
    (Stage.LAUNCHED, r"launched"),
    (Stage.PUBLISHED, r"published|issued|released|made public"),
    (Stage.POSTPONED, r"postponed|deferred"),
    (
        Stage.DISCUSSED,
        r"discussed|considered|examined|reviewed|drafted|drawn up|finali[sz]ed|prepared|begun (?:work on|drafting"
        r"|discussing"
        r"|to draft)"
        r"|(?:continued|started|pursued) (?:its |their )?(?:work|discussions?|consideration|drafting"
        r"|consultations)(?: on| of)?"
        r"|made (?:\w+ )?progress (?:on|with|in \w+ing)",
    ),
)
_PARTICIPLES = "|".join(f"(?:{pattern})" for _, pattern in _DONE)
_ACTIVE = re.compile(
    r"(?:(?P<planned>would(?: be \w+ing)?|will|to|should|could|might|intended to|hoped to|planned to|due to|was to"
    r"|were to) "
    rf"(?:have )?{_ADVERB}(?:adopt|launch|publish|issue|discuss|consider|examine|finali[sz]e)"
    rf"|(?P<negated>not|unable to|decided not to) {_ADVERB}(?:adopt(?:ed)?|consider(?:ed)?)"
    r"|\b(?P<work>(?:general discussion|(?:first|second|final) reading|half-day of discussion|debate)s? (?:on|of)"
    rf"|continue(?:d)? (?:its |their )?work on|work(?:ed|ing)? on|complete[d]? .{{0,80}}? (?:for|on))"
    rf"|\b{_ADVERB}(?P<done>(?:(?:discussed|considered|examined) and )?(?:{_PARTICIPLES})))\b"
)
_PASSIVE = re.compile(
    rf"\b(?P<aux>had(?: all| both| also)? been|has been|have been|was|were|would be|to be|could be|should be) "
    rf"{_ADVERB}(?P<not>not )?(?P<done>(?:discussed and )?(?:{_PARTICIPLES}))\b"
)
_LAUNCH = re.compile(r"\bto launch |\bfor the launch of |\bthe (?:official )?launch of ")
# What parts a verb from a text that it does not govern.
_BLOCK = re.compile(
    r"\b(?:which|that|who|whom|whose|contained in|set out in|set forth in|in accordance with|pursuant to|following the"
    r"|since (?:the|its)|in (?:its|their|the) (?:previous |earlier |last )?(?:concluding|general)|recommendations?"
    r" (?:in|of)"
    r"|implement\w*|on the basis of|based on|respon\w+|replies|prepared by|would be|including in|recalled|referred"
    r"|measures|laws?|legislation|Act|plan to)\b|;"
)
_OTHERS = re.compile(
    r"\b(?:State party|States parties|Government|Parliament|National Assembly|Ministry|Minister|country|delegation"
    r"|General Assembly|Human Rights Council|Security Council|Congress|Cabinet|Supreme Court|Member"
    r" States)\b(?![\w ]{0,40}'s)"
)
_OURS = re.compile(
    r"\b(?:[Tt]he (?:two |present )?(?:Sub)?[Cc]ommittees?(?! (?:on|against|of|for) )|[Bb]oth Committees|[Ii]t"
    r"|[Tt]hey|[Mm]embers|[Ss]he|[Hh]e"
    r"|[Tt]he Working Group|[Tt]he Chair)\b"
)
_PREVIOUS = re.compile(r"\b(?:previous|earlier|past|last|former)(?:ly)? (?:\w+ ){0,2}\Z", re.I)
_PROCEDURES = (
    ("simplified", r"simplified (?:reporting )?procedure"),
    ("traditional", r"traditional (?:reporting )?procedure|standard (?:reporting )?procedure"),
)
_MENTION = re.compile("|".join(f"(?P<t{n}>{pattern})" for n, (_, pattern) in enumerate(TEXTS)), re.IGNORECASE)
_PARTNER = re.compile(
    r"\b(?:joint(?:ly)?|together|in cooperation) (?:general \w+ )?with (the (?:Sub)?[Cc]ommittee (?:on|against)"
    r" (?:the )?[A-Z][\w]*(?:(?: (?:of|on|the|and|for|All|against|with))* [A-Z][\w]*)*)"
)
_ANAPHORA = re.compile(
    r"\b(?:thereon|all|both|each|those|these|their|them|the (?:two|three|four|five|six|seven|eight|nine|ten|said"
    r"|reports))\b"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A text that a sentence names: its kind, where the words stand, and where what belongs to them ends."""

    text: str
    start: int
    end: int
    until: int


def _mentions(text: str) -> list[_Mention]:
    found = list(_MENTION.finditer(text))
    out = []
    for match, after in zip_longest(found, found[1:]):
        limit = after.start() if after else len(text)
        semicolon = text.find(";", match.end())
        kind = TEXTS[int(str(match.lastgroup)[1:])][0]
        out.append(_Mention(kind, match.start(), match.end(), limit if semicolon < 0 else min(limit, semicolon)))
    return out


def texts(context: Context) -> Iterator[Fact]:
    """The texts that a sentence says were adopted, discussed, launched or published, one a State and report."""
    if is_line(context):
        return
    for mention in _mentions(context.text):
        stage = _stage(context, mention)
        if stage is not None:
            yield from _facts(context, mention, stage)


def _stage(context: Context, mention: _Mention) -> Stage | None:
    """How far the text has come, by the verb before it or, failing that, by a passive after it."""
    text = context.text
    if _PREVIOUS.search(text[: mention.start]):
        return None
    if _LAUNCH.search(text[: mention.start]) and not _BLOCK.search(
        text[_last(_LAUNCH, text, mention.start) : mention.start]
    ):
        return Stage.LAUNCHED if re.search(r"\b(?:had|was|were|took place)\b", text) else Stage.PLANNED
    if re.match(r",? which (?:the Committee|it) had (?:\w+ly )?adopted\b", text[mention.end :]):
        return Stage.ADOPTED
    active = _governing(text, mention)
    if active is not None:
        return _stage_of_active(context, active, mention)
    return _stage_of_passive(text, mention)


def _last(pattern: re.Pattern[str], text: str, before: int) -> int:
    return [match.end() for match in pattern.finditer(text, 0, before)][-1]


def _governing(text: str, mention: _Mention) -> re.Match[str] | None:
    """The verb nearest before the text that governs it."""
    verbs = list(_ACTIVE.finditer(text, 0, mention.start))
    if not verbs:
        return None
    verb = verbs[-1]
    between = text[verb.end() : mention.start]
    # A passive before the text belongs to another: "X had been adopted and the list of issues …".
    if re.search(r"\b(?:been|was|were|be)\s(?:\w+ly\s)*\Z", text[: verb.start()]):
        return verb if re.match(r"\s*(?:\w+ )?(?:its|the|a)\b", between) and not _BLOCK.search(between) else None
    return None if _BLOCK.search(between) else verb


def _stage_of_active(context: Context, verb: re.Match[str], mention: _Mention) -> Stage | None:
    text = context.text
    if not _is_ours(context, verb.start()):
        return None
    if verb["negated"]:
        return Stage.NOT_ADOPTED
    if verb["planned"]:
        if re.fullmatch("to", verb["planned"]) and re.search(r"\bto (?:discuss|consider|examine|review)\Z", verb[0]):
            return Stage.DISCUSSED if re.search(r"\b(?:had|was|were)\b", text[: verb.start()]) else Stage.PLANNED
        decided = re.search(r"\b(?:decided|agreed) to\s*\Z", text[: verb.start() + len(verb["planned"])])
        return Stage.ADOPTED if decided else Stage.PLANNED
    if verb["work"]:
        return Stage.DISCUSSED if mention.text not in ("concluding observations", "views") else None
    return _stage_of_words(verb["done"])


def _is_ours(context: Context, before: int) -> bool:
    """Whether the subject of a verb is the Committee: the nearest that is named before it."""
    head = context.text[:before]
    if re.search(r"\bwho (?:had |have )?(?:\w+ly )?\Z", head):
        return False
    ours = [match.start() for match in _OURS.finditer(head)]
    others = [match.start() for match in _OTHERS.finditer(head)]
    if others and (not ours or others[-1] > ours[-1]):
        return bool(re.search(r"\b(?:reports?|delegations?|dialogues?|representatives?) [^.]*\Z", head[: others[-1]]))
    if ours and head[ours[-1] :].lower().startswith(("it", "they")) and context.by_delegation:
        return False
    return bool(ours) or not context.by_delegation


def _stage_of_passive(text: str, mention: _Mention) -> Stage | None:
    match = _PASSIVE.search(text, mention.end)
    if match is None or match.start() > mention.until + 12:
        return None
    between = text[mention.end : match.start()]
    if re.search(r"\b(?:which|that) (?:had|the|it)|\bhad (?!been|all been|both been)", between) or ";" in between:
        return None
    if re.search(r"\bby (?:the|a) (?!Committee\b(?! on| against))", text[match.end() : match.end() + 30]):
        return None
    if match["not"]:
        return Stage.NOT_ADOPTED
    if mention.text in _ON_REPORTS and not re.search("adopted|approved|endorsed|postponed|published", match["done"]):
        return None
    if match["aux"] in ("would be", "to be", "could be", "should be"):
        return Stage.PLANNED
    return _stage_of_words(match["done"])


def _stage_of_words(words: str) -> Stage:
    final = re.sub(r"\A(?:discussed|considered|examined) and ", "", words)
    return next(stage for stage, pattern in _DONE if re.search(rf"\b(?:{pattern})", final))


def _facts(context: Context, mention: _Mention, stage: Stage) -> Iterator[Adopted]:
    segment = context.text[mention.end : mention.until]
    whole = context.text[mention.start : mention.until]
    at = context.at(mention.start, mention.until)
    partner, date = _partner(context.text), _date(context.text, mention)
    if mention.text in _ON_REPORTS:
        found = _reports(context, mention, segment)
        if not found and context.state is not None:
            found = [FoundReport(context.state, Report(), 0, 0)]
        procedure = next((name for name, pattern in _PROCEDURES if re.search(pattern, segment)), "")
        for each in found:
            yield Adopted(at, mention.text, stage, each.state, each.report, procedure=procedure, date=date)
        if not found and (stage is not Stage.DISCUSSED):
            yield Adopted(at, mention.text, stage, count=_count(context.text, mention), procedure=procedure)
        return
    for title in _titles(mention, whole):
        yield Adopted(
            at, mention.text, stage, title=title, count=_count(context.text, mention), partner=partner, date=date
        )


def _reports(context: Context, mention: _Mention, segment: str) -> list[FoundReport]:
    """The States and reports a text is on: those named after it, or those that "all four States parties" speaks of."""
    cut = re.search(r"; |, (?:and|while|which|where) (?:it |the Committee |had |she )|\. ", segment)
    kept = segment[: cut.start()] if cut else segment
    found = reports_in(kept, context.states)
    if found:
        return found
    before = reports_in(context.text[: mention.start], context.states)
    if not _ANAPHORA.search(kept) and not before:
        return []
    named = [each.state for each in before] or list(context.listed)
    if not _ANAPHORA.search(kept) and not re.search(
        r"\bconcluding observations (?:had been|were|was) adopted", context.text
    ):
        named = []
    reports = {each.state: each.report for each in before}
    return [FoundReport(state, reports.get(state, Report()), 0, 0) for state in dict.fromkeys(named)]


def _titles(mention: _Mention, words: str) -> list[str]:
    """What tells the texts of a mention apart: the numbers, then the subject; one empty title where nothing does."""
    numbers = re.findall(rf"\b{_NUMBER}(?!\d)", re.sub(r"\(\d{4}\)", "", _numbers(words)))
    subject = re.search(
        r"\A.*?\b(?:on|concerning|regarding|calling|entitled) (.+)", words[mention.end - mention.start :]
    )
    cleaned = _subject(subject[0]) if subject and mention.text in ("general comment", "declaration") else ""
    if numbers and mention.text == "general comment":
        return [f"No. {number}{f' {cleaned}' if cleaned and len(numbers) == 1 else ''}" for number in numbers]
    return [cleaned]


def _numbers(words: str) -> str:
    found = re.search(_NUMBERS, words)
    return found[0] if found else ""


def _subject(words: str) -> str:
    """The words that say what a text is on, up to where the sentence goes on to something else."""
    cut = re.search(
        r",? (?:which|and had|and it had|while|jointly|as well as|had been|was|were|would|and was|and would)\b"
        r"|[;:–]|,? with the Committee",
        words,
    )
    kept = (words[: cut.start()] if cut else words).strip(" .,")
    start = re.search(r"\b(?:on|concerning|regarding|calling|entitled)\b.*", kept)
    return start[0] if start else ""


def _partner(text: str) -> str:
    match = _PARTNER.search(text)
    return match[1] if match else ""


def _date(text: str, mention: _Mention) -> str:
    before = re.findall(rf"\b(?:[Oo]n|[Ii]n)\s({DATE})(?=[, ])", text[: mention.start])
    return before[-1] if before else date_in(text[mention.end : mention.until])


_COUNTS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}


def _count(text: str, mention: _Mention) -> int | None:
    """How many texts there are: "six sets of concluding observations", "Views on four individual communications"."""
    before = re.search(r"\b(\w+)(?: sets? of| new| joint| draft)* \Z", text[: mention.start].replace("the ", ""))
    within = re.match(r"(?:[Vv]iews|decisions?) (?:on|concerning) (\w+)", text[mention.start :])
    own = (within,) if mention.text in ("views", "decision") else ()
    for match in (*own, before):
        word = match[1].lower() if match else ""
        if word.isdigit() and len(word) < 4:
            return int(word)
        if word in _COUNTS:
            return _COUNTS[word]
    return None


def announced(context: Context) -> Iterator[Fact]:
    """A text named in the sentence before, that this one plans: "It was hoped that the two texts would be adopted"."""
    match = re.search(
        r"\b(?P<what>[Tt]he (?:two |three )?(?:texts?|documents?|drafts?)|(?:In|in) the document)\b.{0,40}?"
        r"\b(?:would be|(?:was|were) (?:due )?to be) (?:\w+ly )?(?:adopted|made public|launched|published"
        r"|finali[sz]ed)",
        context.text,
    )
    if match is None or context.before is None or _mentions(context.text[: match.end()]):
        return
    earlier = _mentions(context.before.text)
    if earlier:
        date = date_in(context.text[match.end() :])
        yield Adopted(context.at(match.start(), match.end()), earlier[-1].text, Stage.PLANNED, date=date)


RULES = (texts, announced)
