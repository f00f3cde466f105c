"""What follows from what was read: the body, the session, the meeting and the symbol of a record that lost them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from precis.language.bodies import Body
from precis.language.wording import Wording
from precis.model import Coverage, Heading, Held, LineKind, Part, Symbol, plain
from precis.model.symbol import SymbolError
from precis.reading.cover.cover import StarredNote
from precis.reading.cover.infer_body import infer_body, words_with_lines
from precis.reading.cover.masthead import symbol_of
from precis.reading.draft import CoverDraft
from precis.reading.search.tolerant import LooseText, find
from precis.reading.text.body import Body as Text
from precis.source.consistency import doubts

__all__ = ["infer", "tell_missing"]

_OF_HEAD = re.compile(r"\S+\s?/\s?SR\.?\s?\d+(?:/\w+\.?\d+)*", re.IGNORECASE)
_LIKE_SYMBOL = re.compile(r"/SR\.?\s?\d", re.IGNORECASE)
_NOTHING = "the text does not say it and nothing in it tells it"


def infer(
    text: Text, notes: Sequence[StarredNote], bodies: Sequence[Body], wording: Wording, draft: CoverDraft
) -> None:
    """Fill what the text does not say but what follows from it, each with its reason and the line it follows from."""
    _warn(draft)
    _symbol_of_heads(draft)
    _coverage(notes, draft)
    infer_body(text, bodies, wording, draft)
    _session(text, wording, draft)
    _session_of_symbols(text, bodies, draft)
    _meeting(draft)
    _symbol(bodies, draft)
    draft.distribution.infer("general", "the text has no distribution line; records of public meetings are general")


def _warn(draft: CoverDraft) -> None:
    """Warn of fields that fit one another badly."""
    for misfit in doubts(draft.record()):
        opening = draft.opening.value
        old = f"{opening.time:%H:%M}" if opening else ""
        draft.tell("times-differ", "began", misfit.message, draft.opening.line, old=old)


def tell_missing(draft: CoverDraft, bodies: Sequence[Body]) -> None:
    """List the fields that the text lacks, that nothing tells, and that a document needs."""
    unnumbered = {body.code for body in bodies if not body.sessions}
    meeting = (draft.symbol, draft.body, draft.session, draft.held, draft.place, draft.chairs)
    for entry in (*meeting, draft.issued, draft.original, draft.opening, draft.closing):
        if not entry.value and not (entry is draft.session and draft.body.value in unnumbered):
            left_out = entry.line is not None
            reason = (
                "what the text says cannot be right" if left_out else "the text does not say it and nothing tells it"
            )
            entry.tell_missing(reason, entry.line)


def _symbol_of_heads(draft: CoverDraft) -> None:
    """The symbol of a record that lost its cover, from the heads of its pages."""
    for finding in draft.findings:
        if draft.symbol.value is None and finding.code == "page-head":
            words = _OF_HEAD.search(finding.old)
            try:
                symbol = symbol_of(words[0] if words else "")
            except SymbolError:
                continue
            draft.symbol.infer(symbol, "it stands at the head of a page", finding.span.line)


def _coverage(notes: Sequence[StarredNote], draft: CoverDraft) -> None:
    if draft.part.value is not None:
        return
    note = next((note for note in notes if note.name == "rest_unrecorded"), None)
    opening = draft.opening.value
    if note is not None:
        draft.coverage.infer(Coverage.PARTIAL, "a note says that the rest of the meeting has no record", note.at)
    elif opening is not None and opening.kind is LineKind.DISCUSSION:
        reason = "only partial records open with the discussion that they cover"
        draft.coverage.infer(Coverage.PARTIAL, reason, draft.opening.line)


def _session(text: Text, wording: Wording, draft: CoverDraft) -> None:
    """The session, from the words that open or close it."""
    if draft.session.value is not None:
        return
    for words, at in words_with_lines(text):
        loose = LooseText(words)
        for form in wording.forms("session_declared"):
            for found in find("session", form, loose):
                reason = f"the text says “{words[found.start : found.end]}”"
                draft.session.infer(found.values["session"], reason, at)
                return


def _session_of_symbols(text: Text, bodies: Sequence[Body], draft: CoverDraft) -> None:
    """The session that all the documents of the body have in their symbols which the headings name: A/C.3/56/L.36."""
    body = next((body for body in bodies if body.code == draft.body.value), None)
    if draft.session.value is not None or body is None or body.element != "session" or body.element_until:
        return
    of_body = re.compile(rf"\b{re.escape(body.series)}/(\d+)/")
    found = [
        (number, at)
        for block, at in zip(text.blocks, text.lines, strict=True)
        if isinstance(block, Heading)
        for number in of_body.findall(plain(block.inlines))
    ]
    if len({number for number, _ in found}) == 1:
        number, at = found[0]
        draft.session.infer(int(number), f"the headings have symbols of {body.series}/{number}", at)


def _meeting(draft: CoverDraft) -> None:
    unrecorded = draft.unrecorded.value
    if draft.symbol.value is None and unrecorded is not None:
        reason = f"meetings {unrecorded}, the ones before it, have no record"
        draft.meeting_as_printed.infer(unrecorded.ranges[-1].last + 1, reason, draft.unrecorded.line)


def _symbol(bodies: Sequence[Body], draft: CoverDraft) -> None:
    """The symbol, from the body and the number of the meeting; where symbols carry the year, from the date too."""
    meeting = draft.meeting_as_printed.value
    body = next((body for body in bodies if body.code == draft.body.value), None)
    if meeting is None or body is None:
        return
    if any(finding.kind == "unread" and _LIKE_SYMBOL.search(finding.old) for finding in draft.findings):
        return
    element = _element(body, draft)
    if element == 0:
        return
    symbol = Symbol(body.series, meeting, element)
    reason = f"records of this body are numbered {str(symbol).removesuffix(str(meeting))} and the meeting, {meeting}"
    part: Part | None = draft.part.value
    if part is not None and part.which != 1:
        reason += "; that of the second part of a meeting may end in Add.1"
    if symbol == draft.other_part.value:
        symbol = replace(symbol, suffixes=(("Add", 1),))
        reason = f"the other part of the meeting is {draft.other_part.value}, and this one is added to it"
    draft.symbol.infer(symbol, reason, draft.meeting_as_printed.line)


def _element(body: Body, draft: CoverDraft) -> int | None:
    """The year or session that the symbol carries before the meeting; None if it carries none, 0 if it is not known."""
    session: int | None = draft.session.value
    if body.element == "session":
        if session is None:
            return None if body.element_until else 0
        is_carried = body.element_from <= session <= (body.element_until or session)
        return session if is_carried else None
    if body.element == "year":
        held: Held | None = draft.held.value
        return held.date.year if held else 0
    return None
