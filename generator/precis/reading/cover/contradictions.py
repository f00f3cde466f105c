"""Fields of a text that cannot both be right: what the rules of sources refuse is taken out of the record and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from precis.language.cover_lines import end_line
from precis.language.wording import Wording
from precis.model import Call, Faults, Line, Symbol, joined, plain
from precis.reading.draft import CoverDraft
from precis.source.consistency import Misfit, contradictions
from precis.source.fields import model_fields

__all__ = ["settle_contradictions"]


def settle_contradictions(draft: CoverDraft, wording: Wording) -> None:
    """Take out of the draft what contradicts the rest, so that its record can be built; a person decides.

    Raises PrecisError if what the user gave contradicts the text, or itself.
    """
    faults = Faults("--set")
    while (misfit := next(contradictions(draft.record()), None)) is not None:
        given = set(model_fields([misfit.key, misfit.other])) & draft.given.keys()
        if given:
            faults.add(misfit.code, str(misfit))
            faults.check()
        _SETTLED[misfit.key](misfit, draft, wording)


def _rose(misfit: Misfit, draft: CoverDraft, wording: Wording) -> None:
    closing: Line = draft.values.pop("closing")
    words = plain(end_line(wording, "closing", closing.time, closing.kind, draft.get("part")))
    draft.tell("time-impossible", "closing", misfit.message, draft.lines.get("closing"), old=words)


def _issued(misfit: Misfit, draft: CoverDraft, wording: Wording) -> None:
    words = plain(wording.date(draft.values.pop("issued")))
    draft.tell("date-impossible", "issued", misfit.message, draft.lines.get("issued"), old=words)


def _reissued(misfit: Misfit, draft: CoverDraft, wording: Wording) -> None:
    words = plain(wording.say("reissued", date=draft.values.pop("reissued")))
    draft.tell("date-impossible", "reissued", misfit.message, draft.lines.get("reissued"), old=words)


def _symbol(_: Misfit, draft: CoverDraft, __: Wording) -> None:
    """Take the asterisk of a reissue off the symbol, where the date that its note needs is not known."""
    symbol: Symbol = draft.values["symbol"]
    at = draft.lines.get("symbol")
    reason = "it has the asterisk of a reissue; the text does not say when that was"
    draft.tell("asterisk-read", "symbol", reason, at, old=str(symbol), new=str(symbol.bare))
    draft.tell("field-missing", "reissued", "the symbol has the asterisk of a reissue", at)
    draft.values["symbol"] = symbol.bare


def _notes(_: Misfit, draft: CoverDraft, __: Wording) -> None:
    """Take out the notes as printed, and the calls of a title as printed, which do not fit one another."""
    for note in draft.values.pop("notes_as_printed", ()):
        reason, at = "a note that nothing on the cover calls", draft.lines.get("notes_as_printed")
        draft.tell("note-uncalled", "notes", reason, at, old=plain(note.inlines))
    title = draft.get("title_as_printed")
    if title is not None:
        reason, at = "its asterisks are not as many as its notes", draft.lines.get("title_as_printed")
        draft.tell("asterisk-read", "title", reason, at, old=plain(title))
        draft.values["title_as_printed"] = joined(item for item in title if not isinstance(item, Call))
        draft.values["notes_as_printed"] = ()


_SETTLED: Mapping[str, Callable[[Misfit, CoverDraft, Wording], None]] = {
    "rose": _rose,
    "issued": _issued,
    "reissued": _reissued,
    "symbol": _symbol,
    "notes": _notes,
}
