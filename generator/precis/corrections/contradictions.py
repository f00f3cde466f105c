"""Corrections that cannot both be carried out."""

from __future__ import annotations

from precis.corrections.edits import require
from precis.corrections.instruction import (
    AddEntry,
    AddFootnote,
    Correction,
    InsertBlocks,
    Merge,
    Move,
    Remove,
    SetField,
)
from precis.corrections.location import Location, LocationKind
from precis.corrections.plan import Plan, block_of
from precis.model import Paragraph

__all__ = ["check_together"]

_PRINTED = {"title": LocationKind.TITLE, "contents": LocationKind.CONTENTS, "notes": LocationKind.NOTE}
_TWICE = "leave one of the two out"


def check_together(plan: Plan, correction: Correction) -> None:
    """MisfitError if the correction, which is in the plan, contradicts another."""
    location = correction.location
    index = plan.block_at(block_of(location))
    gone = index in plan.removed
    match correction.instruction:
        case SetField():
            told = any(key.kind == _PRINTED.get(location.name) for key in plan.edits)
            require(not told, "corrections-differ", f"words of it are corrected too; {_TWICE}")
        case AddFootnote():
            stays = plan.footnote(location.name) not in (None, *plan.footnotes_removed)
            require(not stays, "corrected-twice", "the record has this footnote already")
        case InsertBlocks():
            require(index not in plan.moved, "corrections-differ", "it is moved; name a place that stays")
        case Move(_, to):
            fixed = plan.block_at(block_of(to)) not in plan.moved
            require(fixed, "corrections-differ", f"{to} is moved too; name a place that stays")
            require(not gone and index not in plan.merged, "corrections-differ", "it is moved, and deleted or joined")
        case Merge():
            before = plan.record.blocks[index - 1] if index else None
            stands = isinstance(before, Paragraph) and index is not None and index - 1 not in plan.removed
            require(stands and not gone, "no-paragraph", "no paragraph stands right before it to be joined to")
        case Remove() if location.sentence is None:
            pass
        case AddEntry():
            require(not gone, "corrections-differ", f"it is deleted and added to; {_TWICE}")
        case _:
            stands = not gone and not _part_gone(plan, location)
            require(stands, "corrections-differ", f"it is deleted and corrected; {_TWICE}")


def _part_gone(plan: Plan, location: Location) -> bool:
    """Whether the row or the footnote that is corrected is also deleted."""
    if location.kind is LocationKind.FOOTNOTE:
        return plan.footnote(location.name) in plan.footnotes_removed
    if location.entry is None:
        return False
    row = location.entry - (location.kind is not LocationKind.TABLE)
    return (plan.block_at(block_of(location)), row) in plan.rows_removed
