"""Lists of what is to come, by date, in the words of the records: of one State, and of a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from precis.documents.session.columns import blanked, bold, due_label
from precis.documents.session.desk import Desk, runs
from precis.documents.session.dues import Due
from precis.documents.session.paper import Look, Section
from precis.documents.session.speech import capitalized
from precis.model import Paragraph, Table

__all__ = ["counted_notes", "dates_of", "further_note", "own_undertakings", "undertakings_section"]


def dates_of(dues: Sequence[Due], desk: Desk, title: str, notes: Iterable[Paragraph] = ()) -> Section:
    """Dates to come of several who must act, in the tinted box, and what is to be told of them."""
    words = desk.words
    labels = blanked([due_label(due, words) for due in dues])
    who = [due.who or words.text("not_stated") for due in dues]
    rows = tuple(
        (
            bold(label),
            runs("" if number and not label and who[number] == who[number - 1] else who[number]),
            desk.citations.say(due.text),
            desk.citations.calls(due.places),
        )
        for number, (label, due) in enumerate(zip(labels, dues, strict=True))
    )
    return Section(Look.DATES, (Table(words.columns("dates_cited"), rows), *notes), title, _aside(dues, desk))


def own_undertakings(dues: Sequence[Due], desk: Desk) -> Section:
    """The undertakings of one State by date, in the tinted box, with who gave them."""
    words = desk.words
    labels = blanked([due_label(due, words) for due in dues])
    rows = tuple(
        (bold(label), runs(due.by), desk.citations.say(_unnamed(due)), desk.citations.calls(due.places))
        for label, due in zip(labels, dues, strict=True)
    )
    table = Table(words.columns("own_undertakings"), rows)
    return Section(Look.DATES, (table,), words.title("undertakings"), _aside(dues, desk))


def undertakings_section(dues: Sequence[Due], desk: Desk) -> Section:
    """The undertakings of one State by date, on its page of a digest."""
    words = desk.words
    labels = blanked([due_label(due, words) for due in dues])
    rows = tuple(
        (bold(label), desk.citations.say(_unnamed(due)), runs(due.by), desk.citations.calls(due.places))
        for label, due in zip(labels, dues, strict=True)
    )
    table = Table(((), (), (), ()), rows)
    return Section(Look.UNDERTAKINGS, (table,), words.title("undertakings"), _aside(dues, desk))


def _unnamed(due: Due) -> str:
    """What is to come without who said it, who stands in the column beside it."""
    return capitalized(due.text.removeprefix(f"{due.by} ")) if due.by else due.text


def _aside(dues: Sequence[Due], desk: Desk) -> str:
    """How the list is to be read: whose words it has, where words were added, from which words days were counted."""
    name = "aside_undertakings" if any("[" in due.text for due in dues) else "aside_words"
    counted = [due.when for due in dues if due.when is not None and due.when.counted]
    if counted:
        return desk.words.text(f"{name}_counted", words=" ".join(counted[0].words.split()))
    return desk.words.text(name)


def counted_notes(dues: Sequence[Due], desk: Desk) -> Iterator[Paragraph]:
    """How the days with a star were counted."""
    told: set[str] = set()
    for due in dues:
        held = desk.held(due.lines[-1]) if due.lines else None
        if due.when is None or not due.when.counted or held is None:
            continue
        text = desk.words.text("counted_note", date=desk.words.date(held), words=" ".join(due.when.words.split()))
        if text not in told:
            told.add(text)
            yield Paragraph(None, runs(text))


def further_note(left: Sequence[Due], desk: Desk, *, briefing: bool = False) -> Iterator[Paragraph]:
    """Where the dates stand for which the page has no room: with their States, or in the briefings on them."""
    of = {due.state for due in left if due.state is not None}
    names = [desk.state(each.state).in_text for each in desk.facts.dialogues if each.state in of]
    if names:
        states = desk.words.listed(list(dict.fromkeys(names)))
        yield Paragraph(
            None, runs(desk.words.text("dates_more_briefings" if briefing else "dates_more", states=states))
        )
