"""Records of a folder beside one another: each with its file, and those of one session together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.checks.alarm import Alarm
from precis.checks.subject import Subject
from precis.model import Session

__all__ = ["Found", "Named", "sessions"]


@dataclass(frozen=True, slots=True)
class Named:
    """A record under its rules, and its file; and what the source of its session says, if that is in the folder."""

    file: str
    subject: Subject
    session: Session | None = None


Found = Iterator[tuple[str, Alarm]]
"""The alarms of files."""


def sessions(records: Sequence[Named], *, apart: bool = True, least: int = 2) -> Iterator[list[Named]]:
    """The records of each session, those of each language `apart`, where there are `least` of them."""
    groups: dict[tuple[object, ...], list[Named]] = {}
    for each in records:
        record = each.subject.record
        key = (record.body, record.session, record.language if apart else "")
        if record.session is not None:
            groups.setdefault(key, []).append(each)
    yield from (group for group in groups.values() if len(group) >= least)
