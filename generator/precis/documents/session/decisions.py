"""What a committee adopted and decided at a session, and how, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from precis.documents.session.desk import Desk, runs
from precis.documents.session.lead import adopted_texts, of_this_session, text_named, titled, views_told
from precis.documents.session.lines import place_of
from precis.documents.session.speech import capitalized
from precis.documents.session.used import Used
from precis.documents.session.votes import vote_told, voted_what
from precis.facts.fact import Adopted, Decision, Reference
from precis.facts.kinds.vote import Voted
from precis.model import Inlines, Table

__all__ = ["decisions_table"]

_NOT_YET = ("discussed", "launched", "published")
_AGENDA = "agenda"
_VIEWS = "views"
_PARTS = ("paragraphs", "chapter")
_PLACES = 3
"""So many places are cited of a text that is adopted at several."""

Row = tuple[Inlines, ...]


def decisions_table(desk: Desk, most: int, used: Used) -> Table | None:
    """What was adopted and decided, and how; the agenda last. At most `most` rows; None for nothing.

    A decision whose proposal is `used` is told elsewhere.
    """
    rows = [*_adopted(desk), *_voted(desk), *_decided(desk, used)][:most]
    return Table(desk.words.columns("decisions"), tuple(rows)) if rows else None


def _adopted(desk: Desk) -> Iterator[Row]:
    """A row for each kind of text, with the States or the titles."""
    groups: dict[tuple[str, str, str], list[Adopted]] = {}
    voted = {place_of(fact.at) for fact in desk.facts.of(Voted)}
    for fact in desk.facts.of(Adopted):
        if fact.stage not in _NOT_YET and place_of(fact.at) not in voted and of_this_session(fact, desk):
            groups.setdefault((fact.text, str(fact.stage), _whole(fact, desk)), []).append(fact)
    for text, stage, whole in sorted(groups, key=lambda key: key[0] == _AGENDA):
        own = groups[text, stage, whole]
        label = _label(text, own, desk)
        if whole:
            label = desk.words.text("decision_on", what=whole, states=desk.lowered(label))
        yield desk.citations.say(label, *_places(own)), runs(desk.words.of("stages", stage))


def _whole(fact: Adopted, desk: Desk) -> str:
    """The text that paragraphs or a chapter are of, as the item says under which they were adopted; else nothing."""
    line = desk.said(fact.at) if fact.text in _PARTS else None
    item = line.said.item if line is not None else None
    return item.title if item is not None else ""


def _voted(desk: Desk) -> Iterator[Row]:
    """A row for each vote, with its figures."""
    for fact in desk.facts.of(Voted):
        outcome = vote_told(fact, desk)
        if outcome:
            what, places = voted_what(fact, desk)
            yield desk.citations.say(capitalized(what), *places), runs(outcome)


def _label(kind: str, own: Sequence[Adopted], desk: Desk) -> str:
    words = desk.words
    text = words.of("texts", kind)
    if titles := list(dict.fromkeys(titled(fact, desk) for fact in own if fact.title and fact.state is None)):
        return capitalized(words.series(titles))
    named = [desk.state(fact.state).in_text for fact in own if fact.state is not None]
    counts = [fact.count for fact in own if fact.count is not None]
    if named:
        return words.text("decision_on", what=capitalized(text), states=words.listed(dict.fromkeys(named)))
    if counts and kind == _VIEWS:
        return capitalized(views_told(sum(counts), desk))
    if counts:
        return capitalized(
            words.text("adopted_counted", count=words.number(sum(counts)), text=text_named(own[0], desk))
        )
    return capitalized(text)


def _places(facts: Iterable[Adopted]) -> list[Reference]:
    found: dict[tuple[str, int | None], Reference] = {}
    for fact in facts:
        found.setdefault((fact.at.record, fact.at.paragraph), fact.at)
    return list(found.values())[:_PLACES]


def _decided(desk: Desk, used: Used) -> Iterator[Row]:
    """A row for each decision that adopts no text."""
    told = {place_of(adopted.at) for adopted in adopted_texts(desk)}
    for fact in desk.facts.of(Decision):
        places = [at for at in (fact.proposal, fact.at) if at is not None]
        if not any(place_of(at) in told or place_of(at) in used.places for at in places):
            outcome = runs(desk.words.text("decided"))
            yield desk.citations.say(capitalized(fact.what.rstrip(".")), *places), outcome
