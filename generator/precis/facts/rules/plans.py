"""The session declared open and closed, and what is planned: next sessions, reports to come, events, deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import DATE, Context, date_in
from precis.facts.fact import Fact, Plan, SessionMark
from precis.language.english import our_english

__all__ = ["RULES"]

_SESSION = our_english().session_pattern
_NAMED = (
    rf"(?:(?:[Tt]he|[Ii]ts|Committee's|forthcoming|pre-sessional working group for the) )?(?:(?P<session>{_SESSION}"
    r"|next|forthcoming|following) )?session(?: of the (?:Sub)?[Cc]ommittee(?: on [A-Z][\w ]*?| against Torture)?)?"
)
_HELD = re.compile(
    rf"\b{_NAMED},? (?:(?:which )?(?:would|will|was|is) (?:now |provisionally |tentatively )?(?:be held|take place"
    r"|run|be convened|to be held|due to (?:be held|take place)|scheduled(?: to (?:be held|take place))?|open"
    r"|begin|to take place|meet))"
    rf"(?P<rest>[^.;]*)",
    re.I,
)
_HOLD = re.compile(
    r"\b(?:would|will|was to|planned to|decided to|scheduled to) (?:next )?(?:hold|convene|meet (?:in|for|at))"
    rf" (?:its |the )?(?P<session>{_SESSION}|next) session(?P<rest>[^.;]*)",
    re.I,
)
_REPORTS = re.compile(
    r"\b(?:reports?|dialogues?|States parties|lists? of issues|situation)\b(?P<what>[^.;]*?)\b(?:to be|would be"
    r"|will be|were to be|was to be|were due to be|was due to be|due to be|scheduled (?:to be|for)|would (?:also"
    r" )?(?:consider|examine|review)|due for)"
    r"(?: \w+ly)? ?(?:considered|examined|reviewed|consideration|adopted|held)?(?P<rest>[^.;]*)"
)
_REPORTS_ACTIVE = re.compile(
    r"\b(?:would|will|was due to|was scheduled to|was to|planned to|expected to) (?:also |then )?(?:consider"
    r"|examine|review|take up|feature (?:constructive )?dialogues with|hold (?:constructive )?dialogues"
    r" with)(?P<rest>[^.;]*)"
)
_DEADLINE = re.compile(
    rf"\bdeadline\b(?P<what>[^.;]*?)\b(?:was|is|would be|had been (?:set|extended)|of|to)\b[^.;]*?(?P<date>{DATE})",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:(?:ceremony|event|meeting|day of general discussion|half-day of general discussion|consultations?"
    r"|workshop|retreat|general discussion|half-day of discussion)"
    r"[^.;]{0,60}?(?:to be held|would be held|would take place|was scheduled|was due to take place|were"
    r" scheduled)(?P<rest>[^.;]*)|(?:would|will) (?:hold|organi[sz]e) (?:a|an|its) (?P<event>(?:[\w-]+"
    r" ){0,5}?(?:event|meeting|discussion|consultations?|workshop|retreat|ceremony))(?P<more>[^.;]*))"
)
_OPENED = re.compile(
    rf"\bdeclared (?:open (?:the )?(?P<a>{_SESSION})? ?(?:\w+ )?session|(?:the )?(?P<b>{_SESSION}) (?:\w+"
    r" )?session[^.;]*? open)\b",
    re.I,
)
_CLOSED = re.compile(
    rf"\bdeclared (?:closed (?:the )?(?P<a>{_SESSION})? ?(?:\w+ )?session|(?:the )?(?:(?P<b>{_SESSION}) )?(?:\w+"
    r" )?session(?: of [^.;]*?)? closed)\b",
    re.I,
)
_PROVISIONAL = re.compile(
    r"\b(?:endorsed|approved|adopted|established|agreed on) (?:the |a )?(?:provisional |tentative )?(?:list"
    r"|timetable|schedule|calendar|programme) of (?P<what>[^.;]*?(?:reports?|reviews?|dialogues?)[^.;]*)"
    r"|\b(?:list|timetable|schedule|calendar|programme) of (?P<those>(?:States parties|reports?|dialogues?)[^.;]*?"
    r" to be"
    r" (?:considered|examined|reviewed)[^.;]*)"
)
_PLACE = re.compile(
    r"\b(?:in|at) (Geneva|New York|the Palais (?:Wilson|des Nations)(?:, Geneva)?|Headquarters|Nairobi|Bangkok"
    r"|Vienna|Addis Ababa)\b"
)


def _number(text: str | None) -> int | None:
    return (
        our_english().read_session(text) if text and text.lower() not in ("next", "forthcoming", "following") else None
    )


def _numbers(text: str | None) -> tuple[int, ...]:
    found = (_number(word) for word in re.findall(_SESSION, text or "", re.I))
    return tuple(number for number in found if number is not None)


def sessions(context: Context) -> Iterator[Fact]:
    """When and where a coming session is held."""
    for pattern in (_HELD, _HOLD):
        for match in pattern.finditer(context.text):
            rest = match["rest"]
            place = _PLACE.search(rest)
            date = date_in(rest)
            if date or place:
                yield Plan(
                    context.at(match.start(), match.end()),
                    "session",
                    _numbers(match["session"]),
                    date,
                    place=place[1] if place else "",
                )
                return


def reports(context: Context) -> Iterator[Fact]:
    """The States whose reports come next, and at which session."""
    if context.by_delegation or (context.state is not None and context.speaker and context.speaker.state):
        return
    text = context.text
    provisional = _PROVISIONAL.search(text)
    match = provisional or _REPORTS_ACTIVE.search(text) or _REPORTS.search(text)
    if match is None or re.search(r"\b(?:had|was|were) (?:\w+ )?adopted\b|concluding observations", match[0]):
        return
    states = tuple(dict.fromkeys(found.state for found in context.states.find(text)))
    session = re.search(rf"{_SESSION}(?: (?:and|or) {_SESSION})? sessions?\b", text, re.I)
    if (
        states
        and (session or re.search(r"\b(?:next|forthcoming|following) session\b", text) or _sessions_named(context))
    ) or (provisional and session):
        yield Plan(
            context.at(match.start(), match.end()),
            "consideration of reports",
            _numbers(session[0]) if session else _that_session(context),
            states=states,
        )


def _that_session(context: Context) -> tuple[int, ...]:
    """The session that the sentence before names, where this one speaks of "that session" or says no other."""
    if context.before is None or re.search(r"\bnext session\b", context.text):
        return ()
    named = re.search(rf"{_SESSION} session\b", context.before.text, re.I)
    return _numbers(named[0]) if named else ()


def _sessions_named(context: Context) -> bool:
    """Whether the sentence before planned a session, so that "were due to be considered" speaks of that."""
    return (
        context.before is not None
        and (_HELD.search(context.before.text) or _HOLD.search(context.before.text)) is not None
    )


def deadlines(context: Context) -> Iterator[Fact]:
    """Days by which something is wanted."""
    if context.state is not None:
        return
    for match in _DEADLINE.finditer(context.text):
        yield Plan(context.at(match.start(), match.end()), "deadline", date=match["date"])


def events(context: Context) -> Iterator[Fact]:
    """Events to come that have a date."""
    if context.state is not None:
        return
    match = _EVENT.search(context.text)
    if match is not None and not _HELD.search(context.text):
        rest = match["rest"] or match["more"] or ""
        date = date_in(rest)
        if date:
            yield Plan(context.at(match.start(), match.end()), "event", date=date)


def marks(context: Context) -> Iterator[Fact]:
    """The session declared open or closed."""
    for pattern in (_OPENED, _CLOSED):
        match = pattern.search(context.text)
        if match is not None:
            yield SessionMark(
                context.at(), "opened" if pattern is _OPENED else "closed", _number(match["a"] or match["b"])
            )


RULES = (sessions, reports, deadlines, events, marks)
