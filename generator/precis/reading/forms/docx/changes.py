"""Tracked changes, read as accepted or as rejected (ECMA-376 Part 1, clause 17.13.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from precis.reading.forms.docx.markup import W

__all__ = ["Change", "Changes", "authors_in"]

_ADDING = {f"{W}ins": "inserted", f"{W}moveTo": "moved here", f"{W}cellIns": "inserted"}
_TAKING = {f"{W}del": "deleted", f"{W}moveFrom": "moved away", f"{W}cellDel": "deleted"}
_FORMER = {f"{W}rPr": (f"{W}rPrChange", f"{W}rPr"), f"{W}pPr": (f"{W}pPrChange", f"{W}pPr")}


@dataclass(frozen=True, slots=True)
class Change:
    """A change whose words are left out; `reason` says what was done, by whom, and how changes are read."""

    reason: str


@dataclass(frozen=True, slots=True)
class Changes:
    """How changes are read: as `rejected`, or accepted."""

    rejected: bool

    def left_out(self, element: Any) -> Change | None:
        """The change that `element` is, if its words are not of the text."""
        done = (_ADDING if self.rejected else _TAKING).get(element.tag)
        if done is None:
            return None
        author = _author(element)
        by = f" by {author}" if author else ""
        return Change(f"{done}{by}; changes are read as {'rejected' if self.rejected else 'accepted'}")

    def mark_left_out(self, properties: Any) -> bool:
        """Whether the end of a paragraph is left out, so that the next one goes on with it (clause 17.13.5.15).

        `properties` are those of the paragraph.
        """
        mark = None if properties is None else properties.find(f"{W}rPr")
        return mark is not None and any(self.left_out(each) is not None for each in mark.iterchildren("*"))

    def settled(self, properties: Any) -> Any:
        """Properties as they are, or as they were before changes that are rejected."""
        if not self.rejected or properties is None:
            return properties
        change, inside = _FORMER[properties.tag]
        former = properties.find(change)
        return properties if former is None else former.find(inside)


def authors_in(body: Any) -> tuple[str, ...] | None:
    """Who made the tracked changes of a text, each once, as far as they say who; None for a text without any."""
    changes = list(body.iter(*_ADDING, *_TAKING))
    return tuple(dict.fromkeys(filter(None, map(_author, changes)))) if changes else None


def _author(element: Any) -> str:
    return str(element.get(f"{W}author", "")).strip()[:80]
