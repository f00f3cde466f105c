"""The lines of a cover, and the two that open and close a text: each said here, for all who print or read one."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from precis.language.wording import Wording
from precis.model import Gap, Inlines, LineKind, Part

__all__ = ["end_line"]


def end_line(
    wording: Wording, which: Literal["opening", "closing"], time: dt.time | Gap, kind: LineKind, part: Part | None
) -> Inlines:
    """The line that opens or closes the text (un-conventions.md §2.8); one of a part only where there is a part."""
    if kind is LineKind.PART and part is not None:
        name = "part" if part.which else "public_part"
        return wording.say(f"{name}_{which}", time=time, part=part.which, access=part.access)
    name = "discussion" if kind is LineKind.DISCUSSION else "meeting"
    return wording.say(f"{name}_{which}", time=time)
