"""What a rule tells of a record: where, in words, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass

from precis.checks.rule import Fixing, Rule
from precis.proceedings import Span

__all__ = ["Alarm", "Place"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a rule is broken: words of the text (`at`), a field of the cover, or a line of the source.

    `number` is that of the numbered paragraph, where there is one.
    """

    at: Span | None = None
    field: str = ""
    line: int = 0
    columns: tuple[int, int] | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rule that is broken. `found` is what stands there, `new` what would take its place; None where nothing can."""

    rule: Rule
    place: Place
    message: str
    found: str = ""
    new: str | None = None

    @property
    def fixing(self) -> Fixing:
        """Who can mend this: nobody, where nothing is known to take the place of what stands there."""
        return Fixing.NONE if self.new is None else self.rule.fixing
