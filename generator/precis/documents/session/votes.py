"""A vote told so that it is known what was voted on: with the sentence that put it before the committee."""

from __future__ import annotations

from precis.documents.session.desk import Desk
from precis.documents.session.lines import Line, place_of, spoken
from precis.facts.fact import Election, Reference
from precis.facts.kinds.vote import Voted

__all__ = ["vote_told", "voted_on", "voted_what"]

_CARRIED = ("voted_none", "voted_one", "voted")
_LOST = ("voted_down_none", "voted_down_one", "voted_down")
_CHOSEN = ("chosen_none", "chosen_one", "chosen")
"""How a vote is told: without an abstention, with one, with several."""


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


def voted_what(fact: Voted, desk: Desk) -> tuple[str, tuple[Reference, ...]]:
    """What was voted on, and where that stands: in the words by which it was put forward, if they say more of it.

    "draft decision under which the Committee would …", of "introduced a draft decision under which …"; what else that
    sentence says is left out.
    """
    line = desk.said(fact.at)
    put = voted_on(line, desk) if line is not None else ()
    if len(put) < 2 or not fact.what:
        return fact.what, (fact.at,)
    first, prose = put[0], desk.prose(put[0])
    begun = prose.introduced.search(first.text)
    at = first.text.lower().find(fact.what.lower(), begun.start() if begun else 0)
    if at < 0:
        return fact.what, (fact.at,)
    words = first.text[at:].rstrip(". ")
    ends = [match.start() for pattern in (prose.coordinate, prose.besides) if (match := pattern.search(words))]
    return words[: min(ends, default=len(words))], (first.at, fact.at)


def vote_told(fact: Voted, desk: Desk) -> str:
    """How a vote ended: "adopted by 6 votes to 2, with 1 abstention"; empty where the figures are not said.

    Of the election of a person, which the words of what was voted on tell, only the figures.
    """
    if fact.in_favour is None or fact.against is None:
        return ""
    elected = (each for each in desk.facts.of(Election) if place_of(each.at) == place_of(fact.at))
    chosen = any(each.person in fact.what for each in elected)
    names = _CHOSEN if chosen else _CARRIED if fact.in_favour > fact.against else _LOST
    name = names[min(fact.abstaining or 0, 2)]
    counts = {"for": fact.in_favour, "against": fact.against, "abstaining": fact.abstaining or 0}
    return desk.words.text(name, **counts)
