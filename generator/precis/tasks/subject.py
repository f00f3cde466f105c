"""What a briefing is on."""

from __future__ import annotations

from dataclasses import dataclass

from precis.model import PrecisError

__all__ = ["Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a briefing is on: a State, a theme or a member; with none of them the session, or the meeting of one record.

    `every` asks for one on the session, each State and each meeting. `pages` is how many it may have, if not the usual.
    """

    state: str | None = None
    theme: str | None = None
    member: str | None = None
    every: bool = False
    pages: int | None = None

    def check(self) -> None:
        """PrecisError if it names two things."""
        named = [name for name in ("state", "theme", "member") if getattr(self, name) is not None]
        named.extend(["all"] if self.every else [])
        if len(named) > 1:
            message = f"--{named[0]} and --{named[1]} do not go together; a briefing is on one of them"
            raise PrecisError.one("brief-subject", message)
