"""What a reader gives: the record, and what it inferred, repaired, missed or could not read."""

from __future__ import annotations

from dataclasses import dataclass

from precis.model.findings import Finding
from precis.model.record import Record

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A record and the findings of its reading, in the order of their lines."""

    record: Record
    findings: tuple[Finding, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that the text lacks and nothing in it tells."""
        return tuple(finding.field for finding in self.findings if finding.kind == "missing")
