"""Fields that cannot both be right: what the rules of sources refuse is taken out of the record and told.

What the user gave is refused, as in a source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from precis.assets import Assets
from precis.language.cover_lines import end_line, reissue_note
from precis.language.wording import Wording
from precis.model import Call, Faults, joined, plain
from precis.reading.draft import CoverDraft
from precis.source.consistency import Misfit, contradictions, unknown_names

__all__ = ["check_given", "settle_contradictions"]


def check_given(draft: CoverDraft, assets: Assets) -> None:
    """Raise PrecisError if what the user gave names a body or a language that there is not."""
    faults = Faults("--set")
    for misfit in unknown_names(draft.record(), assets) if draft.given else ():
        # The text may say of which body a symbol is that none of ours has.
        if misfit.key != "symbol":
            faults.add("field-value", str(misfit), field=misfit.key)
    faults.check()


def settle_contradictions(draft: CoverDraft, wording: Wording) -> None:
    """Take out of the draft what contradicts the rest, so that its record can be built; a person decides.

    Raises PrecisError if what the user gave contradicts the text, or itself.
    """
    faults = Faults("--set")
    while (misfit := next(contradictions(draft.record()), None)) is not None:
        if {misfit.key, misfit.other} & draft.given:
            faults.add("field-value", str(misfit), field=misfit.key)
            faults.check()
        _SETTLED[misfit.key](misfit, draft, wording)


def _rose(misfit: Misfit, draft: CoverDraft, wording: Wording) -> None:
    closing = draft.closing.value
    if closing is not None:
        words = plain(end_line(wording, "closing", closing.time, closing.kind, draft.part.value))
        draft.closing.leave_out("time-impossible", misfit.message, words)


def _issued(misfit: Misfit, draft: CoverDraft, wording: Wording) -> None:
    if draft.issued.value is not None:
        words = plain(wording.issued(draft.issued.value))
        draft.issued.leave_out("date-impossible", misfit.message, words)


def _reissued(misfit: Misfit, draft: CoverDraft, wording: Wording) -> None:
    if draft.reissued.value is not None:
        words = plain(reissue_note(wording, draft.reissued.value))
        draft.reissued.leave_out("date-impossible", misfit.message, words)


def _symbol(_: Misfit, draft: CoverDraft, __: Wording) -> None:
    """Take the asterisk of a reissue off the symbol, where the date that its note needs is not known."""
    symbol, at = draft.symbol.value, draft.symbol.line
    if symbol is not None:
        reason = "it has the asterisk of a reissue; the text does not say when that was"
        draft.tell("asterisk-read", "symbol", reason, at, old=str(symbol), new=str(symbol.bare))
        draft.reissued.tell_missing("the symbol has the asterisk of a reissue", at)
        draft.symbol.value = symbol.bare


def _notes(_: Misfit, draft: CoverDraft, __: Wording) -> None:
    """Take out the notes as printed, and the calls of a title as printed, which do not fit one another."""
    for note in draft.notes_as_printed.value or ():
        reason, at = "a note that nothing on the cover calls", draft.notes_as_printed.line
        draft.tell("note-uncalled", "notes", reason, at, old=plain(note.inlines))
    draft.notes_as_printed.value = None
    title = draft.title_as_printed.value
    if title is not None:
        reason, at = "its asterisks are not as many as its notes", draft.title_as_printed.line
        draft.tell("asterisk-read", "title", reason, at, old=plain(title))
        draft.title_as_printed.value = joined(item for item in title if not isinstance(item, Call))
        draft.notes_as_printed.value = ()


_SETTLED: Mapping[str, Callable[[Misfit, CoverDraft, Wording], None]] = {
    "rose": _rose,
    "issued": _issued,
    "reissued": _reissued,
    "symbol": _symbol,
    "notes": _notes,
    "title": _notes,
}
