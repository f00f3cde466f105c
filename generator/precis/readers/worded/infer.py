"""What follows from what was read: the body, the session, the meeting and the symbol of a record that lost them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from precis.model import Coverage, Heading, Held, LineKind, Paragraph, Part, Symbol, plain
from precis.model.symbol import SymbolError
from precis.readers.facts import Facts
from precis.readers.worded.body import Body as Text
from precis.readers.worded.cover import StarredNote
from precis.readers.worded.furniture import HEAD
from precis.readers.worded.loose import LooseText, collapsed, find, squeezed
from precis.readers.worded.masthead import symbol_of
from precis.wording.bodies import Body
from precis.wording.wording import Wording

__all__ = ["NEEDED", "infer", "tell_missing"]

_OF_HEAD = re.compile(r"\S+\s?/\s?SR\.?\s?\d+(?:/\w+\.?\d+)*", re.IGNORECASE)
_LIKE_SYMBOL = re.compile(r"/SR\.?\s?\d", re.IGNORECASE)
_LONGEST_MEETING = 240
"""So many minutes after the time of its line a meeting, or the part of it that is recorded, has begun."""

NEEDED = ("symbol", "body", "session", "held", "place", "chairs", "issued", "original", "opening", "closing")
"""The fields that a document needs and nothing else tells."""


def infer(text: Text, notes: Sequence[StarredNote], bodies: Sequence[Body], wording: Wording, facts: Facts) -> None:
    """Fill what the text does not say but what follows from it, each with its reason and the line it follows from."""
    _warn(facts)
    _symbol_of_heads(facts)
    _coverage(notes, facts)
    _body(text, bodies, wording, facts)
    _session(text, wording, facts)
    _meeting(facts)
    _symbol(bodies, facts)
    facts.infer("distribution", "general", "the text has no distribution line; records of public meetings are general")


def _warn(facts: Facts) -> None:
    """Warn of dates and times that do not fit one another."""
    held, issued = facts.get("held"), facts.get("issued")
    opening, closing = facts.get("opening"), facts.get("closing")
    if held is not None and issued is not None and issued < held.date:
        reason = f"the meeting was held on {held.date}"
        facts.tell("warning", "issued", reason, facts.lines.get("issued"), old=str(issued))
    if held is not None and held.time is not None and opening is not None:
        early, late = opening.time < held.time, _minutes(opening.time) - _minutes(held.time) > _LONGEST_MEETING
        if early or late:
            reason = f"the meeting was held at {held.time:%H:%M}"
            facts.tell("warning", "opening", reason, facts.lines.get("opening"), old=f"{opening.time:%H:%M}")
    if opening is not None and closing is not None and closing.time < opening.time:
        reason = f"it began at {opening.time:%H:%M}"
        facts.tell("warning", "closing", reason, facts.lines.get("closing"), old=f"{closing.time:%H:%M}")


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def tell_missing(facts: Facts) -> None:
    """List the fields that the text lacks and that nothing tells."""
    for name in NEEDED:
        if not facts.get(name):
            facts.tell("missing", name, "the text does not say it and nothing in it tells it")
    symbol: Symbol | None = facts.get("symbol")
    if symbol is not None and symbol.stars and not facts.get("reissued"):
        reason = "the symbol has the asterisk of a reissue; the text does not say when that was"
        facts.tell("missing", "reissued", reason, facts.lines.get("symbol"))


def _symbol_of_heads(facts: Facts) -> None:
    """The symbol of a record that lost its cover, from the heads of its pages."""
    for finding in facts.findings:
        if facts.get("symbol") is None and finding.field == "page" and finding.reason == HEAD:
            words = _OF_HEAD.search(finding.old)
            try:
                symbol = symbol_of(words[0] if words else "")
            except SymbolError:
                continue
            facts.infer("symbol", symbol, "it stands at the head of a page", finding.place.line)


def _coverage(notes: Sequence[StarredNote], facts: Facts) -> None:
    if facts.get("part") is not None:
        return
    note = next((note for note in notes if note.name == "rest_unrecorded"), None)
    opening = facts.get("opening")
    if note is not None:
        facts.infer("coverage", Coverage.PARTIAL, "a note says that the rest of the meeting has no record", note.at)
    elif opening is not None and opening.kind is LineKind.DISCUSSION:
        reason = "only partial records open with the discussion that they cover"
        facts.infer("coverage", Coverage.PARTIAL, reason, facts.lines.get("opening"))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How often a text names a treaty and a committee in full, and how many headings have a body's symbols."""

    body: Body
    treaty: int
    committee: int
    symbols: int

    @property
    def weight(self) -> int:
        """A record calls its own committee the Committee, and names others in full; its own treaty it names too."""
        return 10 * self.symbols + self.treaty - self.committee


def _body(text: Text, bodies: Sequence[Body], wording: Wording, facts: Facts) -> None:
    """The body: from the symbol, or else from the names and symbols in the text."""
    symbol: Symbol | None = facts.get("symbol")
    if symbol is not None:
        of_symbol = [body.code for body in bodies if body.series == symbol.series]
        facts.values.update(body=facts.given.get("body", *of_symbol) if of_symbol else facts.get("body"))
        return
    if facts.get("body") is not None:
        return
    found = sorted(_evidence(text, bodies, wording), key=lambda each: -each.weight)
    if not found or found[0].weight <= 0 or (len(found) > 1 and found[1].weight == found[0].weight):
        return
    first = found[0]
    reason = f"the headings have symbols of {first.body.series}"
    wanted = f"{first.body.series}/"
    if not first.symbols:
        wanted = _instrument(first.body, wording)
        times = "once" if first.treaty == 1 else f"{first.treaty} times"
        reason = f"the text names its treaty in full {times}, and its committee only as the Committee: {wanted}"
    at = next((at for words, at in _words(text) if squeezed(wanted) in squeezed(words)), None)
    facts.infer("body", first.body.code, reason, at)


def _evidence(text: Text, bodies: Sequence[Body], wording: Wording) -> list[_Evidence]:
    words = squeezed("\n".join(words for words, _ in _words(text)))
    headings = [plain(block.inlines) for block in text.blocks if isinstance(block, Heading)]
    return [
        _Evidence(
            body,
            words.count(squeezed(_instrument(body, wording))),
            words.count(squeezed(collapsed(body.names[wording.language].committee))),
            sum(f"{body.series}/" in heading for heading in headings),
        )
        for body in bodies
        if body.report_articles and wording.language in body.names
    ]


def _instrument(body: Body, wording: Wording) -> str:
    names = body.named(wording.language)
    return names.instrument or names.treaty


def _words(text: Text) -> list[tuple[str, int | None]]:
    """The words of the headings and paragraphs, with the line of each."""
    return [
        (plain(block.inlines), at)
        for block, at in zip(text.blocks, text.lines, strict=True)
        if isinstance(block, Heading | Paragraph)
    ]


def _session(text: Text, wording: Wording, facts: Facts) -> None:
    """The session, from the words that open or close it."""
    if facts.get("session") is not None:
        return
    for words, at in _words(text):
        loose = LooseText(words)
        for form in wording.forms("session_declared"):
            for found in find("session", form, loose):
                reason = f"the text says “{words[found.start : found.end]}”"
                facts.infer("session", found.values["session"], reason, at)
                return


def _meeting(facts: Facts) -> None:
    unrecorded = facts.get("unrecorded")
    if facts.get("symbol") is None and unrecorded is not None:
        reason = f"meetings {unrecorded}, the ones before it, have no record"
        facts.infer("meeting_as_printed", unrecorded.last + 1, reason, facts.lines.get("unrecorded"))


def _symbol(bodies: Sequence[Body], facts: Facts) -> None:
    """The symbol, from the body and the number of the meeting; where symbols carry the year, from the date too."""
    meeting = facts.get("meeting_as_printed")
    body = next((body for body in bodies if body.code == facts.get("body")), None)
    if meeting is None or body is None:
        return
    if any(finding.kind == "unread" and _LIKE_SYMBOL.search(finding.old) for finding in facts.findings):
        return
    element = _element(body, facts)
    if element == 0:
        return
    symbol = Symbol(body.series, meeting, element)
    reason = f"records of this body are numbered {str(symbol).removesuffix(str(meeting))} and the meeting, {meeting}"
    part: Part | None = facts.get("part")
    if part is not None and part.which != 1:
        reason += "; that of the second part of a meeting may end in Add.1"
    if symbol == facts.get("other_part"):
        symbol = replace(symbol, suffixes=(("Add", 1),))
        reason = f"the other part of the meeting is {facts.get('other_part')}, and this one is added to it"
    facts.infer("symbol", symbol, reason, facts.lines.get("meeting_as_printed"))


def _element(body: Body, facts: Facts) -> int | None:
    """The year or session that the symbol carries before the meeting; None if it carries none, 0 if it is not known."""
    session: int | None = facts.get("session")
    if body.element == "session" and session is not None and (not body.element_until or session <= body.element_until):
        return session
    if body.element == "year":
        held: Held | None = facts.get("held")
        return held.date.year if held else 0
    return None
