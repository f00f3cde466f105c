"""Decisions: "It was so decided" with its proposal, lines of procedure, decisions that a speaker reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import Context
from precis.facts.fact import Adopted, Decision, Fact, Stage

__all__ = ["RULES"]

_SO_DECIDED = re.compile(r"\AIt was so (?:decided|agreed)\.?\Z")
_PROPOSAL = re.compile(
    r"\b(?:took it that|if (?:he|she) heard no objections?, (?:he|she) would take it that|would take it that)"
    r" (?:the (?:Sub)?[Cc]ommittee|members|it) (?:wished|agreed|decided|was prepared|wanted) (?:to"
    r" )?(?P<what>.+?)[.:;]?\Z"
    r"|\b(?:proposed|suggested) that (?P<that>the (?:Sub)?[Cc]ommittee .+?)[.;]?\Z|\binvited (?:the"
    r" )?(?:(?:Sub)?[Cc]ommittee|members) to (?P<invited>.+?)[.;]?\Z"
    r"|\b(?:proposed|suggested) (?P<thing>.+?)[.;]?\Z"
)
_DECIDED = re.compile(
    r"\b(?:[Tt]he (?:two )?(?:Sub)?[Cc]ommittees?|[Ii]t|[Tt]hey) (?:had )?(?:also |then |therefore |further"
    r" )*(?P<not>not )?(?:decided|agreed|resolved) (?P<what>(?:to|that|on|not to) [^;]+?)[.;]?\Z"
)
_AS_LINE = re.compile(
    r"\A(?P<what>The .+?)(?:, as (?:a whole|orally (?:amended|revised)|amended|a whole, as \w+ \w+),?)* (?:was"
    r"|were) (?P<how>provisionally adopted|adopted|approved)(?: as \w+ \w+)?\.?\Z"
)
_KINDS = (
    ("agenda", r"\bagenda\b|programme of work"),
    ("annual report", r"\b(?:annual|draft) report|report of the Committee"),
    ("concluding observations", r"concluding observations"),
    ("list of issues prior to reporting", r"list of issues prior"),
    ("list of issues", r"lists? of issues"),
    ("general comment", r"general (?:comment|recommendation)"),
    ("follow-up report", r"follow-up"),
    ("views", r"\bviews\b"),
    ("working paper", r"rules of procedure|guidelines|note"),
)


def so_decided(context: Context) -> Iterator[Fact]:
    """What was decided, in the words of the proposal."""
    if not _SO_DECIDED.match(context.text):
        return
    what = ""
    if context.before is not None:
        match = _PROPOSAL.search(context.before.text)
        what = next((part for part in match.groups() if part), "") if match else ""
        what = what or context.before.text
    yield Decision(context.at(), what.strip(" .:"), context.whole(context.before) if context.before else None)


def is_line(context: Context) -> bool:
    """Whether the sentence is a line of procedure that says what was adopted, even where italics were lost."""
    if _AS_LINE.match(context.text) is None or context.by_delegation:
        return False
    return context.procedure or (context.state is None and len(context.text) < 200)


def in_line(context: Context) -> Iterator[Fact]:
    """A line of procedure that says what was adopted: "The agenda was adopted." """
    match = _AS_LINE.match(context.text)
    if match is None or not is_line(context):
        return
    kind = next((name for name, pattern in _KINDS if re.search(pattern, match["what"], re.I)), "")
    if not kind:
        yield Decision(context.at(), context.text.rstrip("."))
        return
    stage = Stage.PROVISIONALLY_ADOPTED if "provisionally" in match["how"] else Stage.ADOPTED
    titled = match["what"] if kind == "annual report" else ""
    yield Adopted(context.at(), kind, stage, title=titled)


def decided(context: Context) -> Iterator[Fact]:
    """A decision that a speaker reports: "The Committee had decided to …"."""
    if context.by_delegation or context.state is not None:
        return
    match = _DECIDED.search(context.text)
    if match is not None and not re.match(r"to (?:provisionally )?(?:adopt|approve)\b", match["what"]):
        yield Decision(context.at(match.start(), match.end()), match["what"].strip(" ."))


RULES = (so_decided, in_line, decided)
