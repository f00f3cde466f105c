"""The notes that the title of a record calls: of the part that is not recorded, of meetings without a record."""

from __future__ import annotations

from precis.language.wording import Wording
from precis.model import Access, Coverage, Inlines, MeetingRange, Part, Symbol

__all__ = ["usual_notes"]


def usual_notes(
    wording: Wording,
    coverage: Coverage | None,
    part: Part | None,
    other_part: Symbol | None,
    unrecorded: MeetingRange | None,
) -> tuple[Inlines, ...]:
    """The notes of a title in order, in the words of the house (un-conventions.md §2.6)."""
    texts: list[Inlines] = []
    if part is not None:
        texts.append(_of_other_part(wording, part, other_part))
    elif coverage is Coverage.PARTIAL:
        texts.append(wording.say("rest_unrecorded"))
    if unrecorded is not None:
        first, last = unrecorded.first, unrecorded.last
        texts.append(wording.say("unrecorded_one" if first == last else "unrecorded", first=first, last=last))
    return tuple(texts)


def _of_other_part(wording: Wording, part: Part, symbol: Symbol | None) -> Inlines:
    access = Access.CLOSED if part.access is Access.PUBLIC else Access.PUBLIC
    which = "part" if part.which else "closed_part"
    other = 3 - part.which if part.which else None
    if symbol is None:
        return wording.say(f"no_other_{which}", access=access, part=other)
    return wording.say(f"other_{which}", symbol=str(symbol), access=access, part=other)
