"""Dialogues held with States parties, reports considered, and reports on follow-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import Context
from precis.facts.fact import Dialogue, Fact, FollowUp
from precis.facts.reports import FoundReport, find_reports, reports_in, state_list
from precis.proceedings import Report

__all__ = ["RULES"]

_DIALOGUE = re.compile(
    r"\b[Dd]ialogues?\b[^.;]{0,60}?\bwith (?:the )?(?:high-level )?(?:(?:delegations?|representatives?|Governments?"
    r"|States parties)"
    r"(?: (?:of|from))?(?:(?: the| all)? ?(?:following |\w+ )?States parties(?:,? namely|, including|:|,)?,?"
    r"| the Governments? of)?:? ?)?"
)
_ALL_OF_THEM = re.compile(
    r"\b[Dd]ialogues?\b[^.;]{0,60}?\bwith (?:all|each|both) (?:(?:of )?(?:those|the|these|them)\b)?[^.;]{0,60}?"
    r"(?:(?:except|save|with the exception of|apart from) (?P<but>[^.;]+))?(?=[.;,]|\Z)"
)
_TABLE = re.compile(r"\bthe delegation of (?=.{2,80}? (?:took|resumed|joined|was seated|were seated))")
_PARTIES = re.compile(
    r"\b[Dd]ialogues?\b[^.;]{0,60}?\bwith (?:the )?(?:\w+ )?States parties(?: to the"
    r" Convention)?\s?[:,(–-]\s?(?:namely,? )?"
)
_CONSIDERED = re.compile(
    r"\b(?:had|having|also|then) (?:also |already |thus )?(?:considered|examined|reviewed)\b"
    r"|\b(?:consideration|examination|review) of\b(?=.{0,200}\b(?:had been|was|were) (?:completed|concluded))"
)
_CONSIDERED_PASSIVE = re.compile(r"\breports?\b.{0,200}?\b(?:had been|were|was) (?:considered|examined|reviewed)\b")
_FOLLOW_UP = re.compile(
    r"\b(?:follow-up (?:progress )?(?:reports?|information|repl(?:y|ies)|responses?)|(?:reports?|information"
    r"|repl(?:y|ies)) on (?:the )?follow-up"
    r"(?: to (?:the |its )?concluding observations)?)(?: \([^()]*\))?"
    r"(?: (?:which|that) had been)?(?: (?:submitted|received|provided))? (?:of|from|by|on|for|concerning) "
)
_EXAMINED = re.compile(r"\b(?:examined|considered|assessed|reviewed|evaluated|discussed|adopted)\b")
_NOT_HELD = re.compile(
    r"\b(?:would|will)(?: \w+)? (?:feature|include|comprise|begin with|consist of)\b.{0,40}\Z"
    r"|\b(?:would|will|should|could|to)(?: \w+)? hold(?: \w+){0,3} \Z|\b(?:postpon\w*|cancel\w*|defer\w*|prepar\w+"
    r" for|forthcoming|upcoming|planned|scheduled)(?: \w+){0,3} \Z",
)
_NOT_HELD_AFTER = re.compile(r"\b(?:would|will|to) be held\b")
_FUTURE = re.compile(r"\b(?:would|will|was to|were to|due to|scheduled) (?:be |have )?(?:\w+ )?\Z")


def dialogues(context: Context) -> Iterator[Fact]:
    """Each State with which a dialogue was held."""
    if context.by_delegation:
        return
    text = context.text
    for match in _DIALOGUE.finditer(text):
        if _NOT_HELD.search(text[: match.start()]) or _NOT_HELD_AFTER.search(match[0]):
            continue
        found = _after(context, match.end()) or _all_of_them(context, match)
        if not found:
            parties = _PARTIES.match(text, match.start())
            found = _after(context, parties.end()) if parties else []
        for each in found:
            yield Dialogue(context.at(match.start(), each.end), each.state, each.report)


def at_the_table(context: Context) -> Iterator[Fact]:
    """The State whose delegation takes its places, where no heading names its report: the dialogue is held here."""
    match = _TABLE.search(context.text)
    named = any("report" in heading.lower() for heading in context.headings)
    if match is not None and not named:
        for each in state_list(context.text, match.end(), context.states):
            yield Dialogue(context.at(), each.state)


def _all_of_them(context: Context, match: re.Match[str]) -> list[FoundReport]:
    """The States named before, that "all of those States parties except Nicaragua" speaks of."""
    spoken = _ALL_OF_THEM.match(context.text, match.start())
    if spoken is None:
        return []
    but = {each.state for each in context.states.find(spoken["but"] or "")}
    return [FoundReport(state, Report(), *spoken.span()) for state in context.listed if state not in but]


def _after(context: Context, start: int) -> list[FoundReport]:
    listed = state_list(context.text, start, context.states)
    return [FoundReport(each.state, Report(), each.start, each.end) for each in listed]


def considered(context: Context) -> Iterator[Fact]:
    """Each report that the Committee considered."""
    text = context.text
    if context.by_delegation:
        return
    match = _CONSIDERED.search(text)
    if match is not None and not _FUTURE.search(text[: match.start()]):
        rest = re.split(r"; |, and had |\band had (?!also considered)| and (?:it )?had adopted", text[match.end() :])[0]
        if re.search(r"\A[^.]{0,40}\bfollow-up\b|concluding observations", rest[:80]):
            return
        for each in find_reports(rest, context.states):
            yield Dialogue(context.at(match.start(), match.end() + each.end), each.state, each.report)
    elif (passive := _CONSIDERED_PASSIVE.search(text)) is not None and "follow-up" not in passive[0]:
        for each in find_reports(passive[0], context.states):
            yield Dialogue(context.at(passive.start(), passive.end()), each.state, each.report)


def follow_up(context: Context) -> Iterator[Fact]:
    """Each State whose report on follow-up the Committee examined."""
    text = context.text
    for match in _FOLLOW_UP.finditer(text):
        examined = _EXAMINED.search(text)
        if examined is None or _FUTURE.search(text[: examined.start()]):
            continue
        rest = text[match.end() :]
        listed = state_list(text, match.end(), context.states)
        reports = {each.state: each.report for each in reports_in(rest, context.states)}
        for each in listed:
            yield FollowUp(context.at(match.start(), each.end), each.state, reports.get(each.state, Report()))


RULES = (dialogues, at_the_table, considered, follow_up)
