"""One message: a code, its kind, what it means and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["FindingKind", "Message", "faults"]

FindingKind = Literal["inferred", "repaired", "missing", "unread", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Message:
    """What a code stands for, in any input: a finding of some kind, or a fault.

    `means` is a phrase that can follow a colon, and is the reason of a finding that gives none of its own. `do` is what
    the user does about it, a sentence; empty where nothing is to be done.
    """

    code: str
    kind: FindingKind | Literal["fault"]
    means: str
    do: str = ""


def faults(*rows: tuple[str, str, str]) -> tuple[Message, ...]:
    """The messages of faults: rows of code, meaning and what to do."""
    return tuple(Message(code, "fault", means, do) for code, means, do in rows)
