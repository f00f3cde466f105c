"""A vote told so that it is known what was voted on: with the sentence that put it before the committee."""

from __future__ import annotations

from precis.documents.session.desk import Desk
from precis.documents.session.lines import Line, spoken

__all__ = ["voted_on"]


def voted_on(line: Line, desk: Desk) -> tuple[Line, ...]:
    """The line of a vote, behind the sentence under the same item that introduced what was put to it, if one did."""
    own = [each for each in desk.lines.record(line.at.record) if each.said.item == line.said.item]
    before = spoken([each for each in own if each.index < line.index])
    introduced = desk.prose(line).introduced
    found = next((each for each in reversed(before) if introduced.search(each.text)), None)
    return (line,) if found is None else (found, line)
