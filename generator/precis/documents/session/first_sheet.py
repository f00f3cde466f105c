"""The first page of a digest: the lead, the findings, all dates to come, the calendar, and how the paper is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.documents.session.calendar_table import calendar_section
from precis.documents.session.columns import blanked, bold, index_label
from precis.documents.session.desk import Desk, runs
from precis.documents.session.due_tables import counted_notes, further_note
from precis.documents.session.dues import Due, dues_of, soonest
from precis.documents.session.findings import findings
from precis.documents.session.lead import session_lead
from precis.documents.session.next_session import next_session
from precis.documents.session.paper import Look, Place, Section, Sheet
from precis.documents.session.references import calls_in, label_stem, short_meetings
from precis.documents.session.speech import capitalized
from precis.model import Block, Inlines, Paragraph, Table

__all__ = ["FirstExtent", "dates_section", "first_sheet", "how_section", "key_of"]


@dataclass(frozen=True, slots=True)
class FirstExtent:
    """How many dates the box holds, and whether of the States' only those of a day or month."""

    dates: int = 24
    exact: bool = False


def first_sheet(desk: Desk, extent: FirstExtent) -> Sheet:
    """The first sheet of a digest."""
    words = desk.words
    sections = [Section(Look.LEAD, (session_lead(desk),))]
    found = findings(desk)
    if found is not None:
        sections.append(Section(Look.FINDINGS, (found,), words.title("findings")))
    dates = dates_section(desk, extent)
    calendar = calendar_section(desk)
    if dates is not None:
        sections.append(dates)
    if calendar is not None:
        sections.append(calendar)
    sections.append(how_section(desk, sections))
    if dates is None:
        sections = [section.at(Place.FULL) for section in sections]
    return Sheet(tuple(sections))


def dates_section(desk: Desk, extent: FirstExtent, place: Place = Place.MAIN) -> Section | None:
    """All dates to come, sorted, under the first year and "Later"; None if there are none."""
    words = desk.words
    dues, left = soonest([*dues_of(desk), *next_session(desk)], extent.dates)
    if extent.exact:
        left = [*left, *(due for due in dues if not _stays(due))]
        dues = [due for due in dues if _stays(due)]
    if not dues:
        return None
    first = min(due.when.last.year for due in dues if due.when is not None)
    early = [due for due in dues if due.when is not None and due.when.last.year == first and due.when.kind != "period"]
    later = [due for due in dues if due not in early]
    rows: list[tuple[Inlines, ...]] = []
    for title, group in ((str(first), early), (words.text("later"), later)):
        if group:
            rows.append((bold(title), (), ()))
            rows.extend(_rows(group, desk, first if group is early else 0))
    blocks: list[Block] = [
        Table(words.columns("dates"), tuple(rows)),
        *counted_notes(dues, desk),
        *further_note(left, desk),
    ]
    return Section(Look.DATES, tuple(blocks), words.title("dates"), place=place)


def _stays(due: Due) -> bool:
    """Whether something to come is of a day or a month; what is the Committee's own stands nowhere else."""
    return due.state is None or (due.when is not None and due.when.kind in ("day", "days", "month"))


def _rows(dues: Sequence[Due], desk: Desk, year: int) -> Iterator[tuple[Inlines, ...]]:
    words = desk.words
    labels = blanked([index_label(due.when, words, year) if due.when else "" for due in dues])
    for label, due in zip(labels, dues, strict=True):
        told = desk.citations.say(capitalized(due.index), *due.places)
        yield bold(label), runs(due.who or words.text("not_stated")), told


def key_of(desk: Desk, sections: Sequence[Section]) -> tuple[str, str, str]:
    """A reference as an example: how it is printed, the record and the paragraph."""
    records = [record.label for record in desk.facts.records]
    short = short_meetings(records)
    stems = {label_stem(record): record for record in records}
    for call in calls_in(sections):
        stem, _, number = call.label.partition("#")[0].rpartition(".")
        if stem in stems and number.isdigit():
            return f"{short[stems[stem]]}:{number}", stems[stem], number
    first = records[0]
    return f"{short[first]}:1", first, "1"


def how_section(desk: Desk, sections: Sequence[Section]) -> Section:
    """How a reference is read, which records there are, who presided."""
    words = desk.words
    short, record, number = key_of(desk, sections)
    blocks: list[Block] = [
        Paragraph(None, desk.citations.say(words.text("reads_as", short=f"**{short}**", record=record, number=number)))
    ]
    if any(facts.computed for facts in desk.facts.records):
        blocks.append(Paragraph(None, words.say("reads_counted")))
    blocks.append(Paragraph(None, runs(_records(desk))))
    if chairs := _presided(desk):
        blocks.append(Paragraph(None, runs(chairs)))
    return Section(Look.SMALL, tuple(blocks), words.title("how"), place=Place.SIDE)


def _records(desk: Desk) -> str:
    """The records by their symbols, in which languages, issued when."""
    words, records = desk.words, desk.facts.records
    languages = list(dict.fromkeys(words.language_named(each.record.language) for each in records))
    issued = sorted(each.record.issued for each in records if each.record.issued is not None)
    named = {"records": symbols_of([each.label for each in records], desk), "language": words.listed(languages)}
    if not issued:
        return words.text("records_undated", **named)
    if issued[0] == issued[-1]:
        return words.text("records_one_day", date=words.date(issued[0]), **named)
    first, last = words.span(issued[0], issued[-1])
    return words.text("records", begun=first, ended=last, **named)


def symbols_of(labels: Sequence[str], desk: Desk) -> str:
    """Symbols in a list, the series once: "CMW/C/SR.1950, 1952 to 1956 and 1960"."""
    words = desk.words
    series: dict[str, list[int]] = {}
    others: list[str] = []
    for label in labels:
        match = re.fullmatch(r"(.+/SR\.)(\d+)", label)
        if match:
            series.setdefault(match[1], []).append(int(match[2]))
        else:
            others.append(label)
    out: list[str] = []
    for begun, numbers in series.items():
        told = words.meetings(numbers, str)
        told[0] = f"{begun}{told[0]}"
        out.extend(told)
    return words.listed([*out, *others])


def _presided(desk: Desk) -> str:
    """Who presided at most meetings, and who at others."""
    words, facts = desk.words, desk.facts
    by: dict[str, list[str]] = {}
    for record in facts.records:
        if record.record.chairs:
            chair = record.record.chairs[-1]
            name, office = desk.chair(chair.name), desk.office(chair.capacity or "", of=chair.name)
            held = words.wording.labels["capacity"].format(name=name, office=office) if office else name
            by.setdefault(held, []).append(record.label)
    if not by:
        return ""
    main = Counter({name: len(labels) for name, labels in by.items()}).most_common(1)[0][0]
    parts = [main]
    for name, labels in by.items():
        if name != main:
            parts.append(words.text("presided_for", what=_presided_what(labels, desk), chair=name))
    return words.text("presided", chairs=words.series(parts))


def _presided_what(labels: Sequence[str], desk: Desk) -> str:
    words = desk.words
    states = [desk.state(each.state).in_text for each in desk.facts.dialogues if set(each.labels) <= set(labels)]
    if states and sum(
        len(each.labels) for each in desk.facts.dialogues if desk.state(each.state).in_text in states
    ) == len(labels):
        return words.listed(states)
    numbers = list(
        dict.fromkeys(words.meeting(meeting.numbers.first) for label in labels if (meeting := desk.meeting(label)))
    )
    name = "meetings_one_the" if len(numbers) == 1 else "meetings_many_the"
    return words.text(name, meetings=words.listed(numbers))
