"""A vote told so that it is known what was voted on: with the sentence that put it before the committee."""

from __future__ import annotations

from precis.documents.session.desk import Desk
from precis.documents.session.lines import Line, place_of, spoken
from precis.facts.kinds.vote import Voted

__all__ = ["voted_on"]


def voted_on(line: Line, desk: Desk) -> tuple[Line, ...]:
    """The line of a vote, behind the sentence under the same item that introduced what was put to it, if one did.

    What was put forward before another vote was put to that one, unless it names what this vote was on.
    """
    votes = {place_of(fact.at): fact for fact in desk.facts.of(Voted)}
    own = [each for each in desk.lines.record(line.at.record) if each.said.item == line.said.item]
    before = [each for each in own if each.index < line.index]
    last = max((each.index for each in before if place_of(each.at) in votes), default=-1)
    vote = votes.get(place_of(line.at))
    what = vote.what.lower() if vote is not None else ""
    introduced = desk.prose(line).introduced
    for each in reversed(spoken(before)):
        if introduced.search(each.text) and (each.index > last or (what and what in each.text.lower())):
            return each, line
    return (line,)
