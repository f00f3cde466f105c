"""The page of a digest on one State: who took part, prose, figures, undertakings, and themes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from precis.documents.session.desk import Desk, runs
from precis.documents.session.due_tables import undertakings_section
from precis.documents.session.dues import promises_of
from precis.documents.session.figures import Row, figure_rows
from precis.documents.session.halves import beside
from precis.documents.session.lines import Line
from precis.documents.session.paper import Look, Place, Section, Sheet
from precis.documents.session.state_prose import Extent, state_prose
from precis.documents.session.topics import Topic, topics_of
from precis.documents.session.words import first_capital
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Citation, Move, MoveKind
from precis.model import Block, Inlines, Paragraph, Run, Table

__all__ = ["StateExtent", "about_dialogue", "documents_of", "state_sheet", "who_blocks"]

_SHOWN = 8
"""Paragraphs that a cell names, at most: more, nobody looks up."""


@dataclass(frozen=True, slots=True)
class StateExtent:
    """How much a State's page holds."""

    prose: Extent = field(default_factory=Extent)
    figures: int = 15
    undertakings: int = 12
    themes: int = 14


def state_sheet(dialogue: StateDialogue, desk: Desk, extent: StateExtent) -> Sheet:
    """The sheet of a dialogue."""
    words = desk.words
    topics = topics_of(dialogue, desk)
    figures = figure_rows(dialogue, desk)[: extent.figures]
    dues = promises_of(dialogue, desk)[: extent.undertakings]
    sections = [Section(Look.WHO, tuple(who_blocks(dialogue, desk)))]
    prose = state_prose(dialogue, topics, desk, extent.prose)
    if figures:
        sections.append(Section(Look.PROSE, tuple(prose), place=Place.MAIN))
        blocks = (_figures(figures, desk), *_figures_note(figures, desk))
        sections.append(Section(Look.FIGURES, blocks, words.title("figures"), place=Place.SIDE))
    else:
        sections.extend(beside(prose, ""))
    if dues:
        sections.append(undertakings_section(dues, desk))
    if topics:
        sections.append(themes_section(topics[: extent.themes], desk))
    return Sheet(tuple(sections), desk.state(dialogue.state).name, about_dialogue(dialogue, desk))


def about_dialogue(dialogue: StateDialogue, desk: Desk) -> str:
    """The line under a State: its report, the meetings, their days."""
    words = desk.words
    meetings = [meeting for label in dialogue.labels if (meeting := desk.meeting(label)) is not None]
    numbers = [words.meeting(meeting.numbers.first) for meeting in meetings]
    name = "meetings_one" if len(numbers) == 1 else "meetings_many"
    told = words.text(name, meetings=words.listed(numbers) if numbers else "")
    return words.text("about_dialogue", report=report_of(dialogue, desk), meetings=told, days=days_of(dialogue, desk))


def days_of(dialogue: StateDialogue, desk: Desk) -> str:
    """The days of a dialogue: "25 and 26 November 2053"."""
    words = desk.words
    days = sorted({meeting.date for label in dialogue.labels if (meeting := desk.meeting(label)) and meeting.date})
    if len(days) < 2:
        return words.date(days[0]) if days else ""
    if len(days) == 2:
        return words.listed(words.span(*days))
    return words.days(days[0], days[-1])


def report_of(dialogue: StateDialogue, desk: Desk) -> str:
    """The report of a dialogue with its symbol: "Second periodic report (CMW/C/BOR/2)"."""
    words = desk.words
    report = first_capital(words.report(dialogue.report) or words.text("report_plain"))
    symbol = dialogue.report.symbol
    return words.text("report_named", report=report, symbol=symbol) if symbol else report


def who_blocks(dialogue: StateDialogue, desk: Desk) -> Iterable[Block]:
    """Who led the dialogue, who came, and the other documents, in one paragraph."""
    words = desk.words
    rapporteurs = [desk.person(speaker) for speaker, _ in dialogue.members if desk.words.is_rapporteur(speaker.role)]
    parts: list[Inlines] = []
    if rapporteurs:
        name = "who_rapporteur" if len(rapporteurs) == 1 else "who_rapporteurs"
        parts.append(words.say(name, names=words.listed(rapporteurs)))
    delegates = _delegates(dialogue, desk)
    if delegates:
        parts.append(words.say("who_delegation", names=words.listed(delegates)))
    documents = documents_of(dialogue, desk)
    if documents:
        name = "who_document" if len(documents) == 1 else "who_documents"
        parts.append(words.say(name, documents=words.listed(documents)))
    if parts:
        yield Paragraph(None, spaced(parts))


def spaced(parts: Iterable[Inlines]) -> Inlines:
    """Texts that follow each other with a blank between them."""
    out: list[Inlines] = []
    for part in parts:
        out.extend(((Run(" "),), part) if out else (part,))
    return tuple(item for each in out for item in each)


def _delegates(dialogue: StateDialogue, desk: Desk) -> list[str]:
    """Who spoke for the State; the one who introduced its report first."""
    names = list(dict.fromkeys(desk.person(speaker) for speaker, _ in dialogue.delegates))
    first = next((desk.person(move.speaker) for move in dialogue.moves if move.move is MoveKind.PRESENTED), None)
    if first in names:
        names.remove(first)
        # Before "and" the clause is closed: "X, who introduced the report, and Y".
        told = desk.words.text("introduced", name=first)
        closed = "," if len(names) == 1 and told.startswith(f"{first},") else ""
        names.insert(0, told + closed)
    return names


def documents_of(dialogue: StateDialogue, desk: Desk) -> list[str]:
    """The other documents of the State that its headings cite, each with what it is."""
    kinds = desk.words.data["symbols"]
    found: dict[str, str] = {}
    for fact in desk.facts.of(Citation):
        if f"/{dialogue.state.code}/" in fact.document and fact.document != dialogue.report.symbol:
            what = [name for pattern, name in kinds.items() if re.search(pattern, fact.document)]
            if what:
                found.setdefault(fact.document, what[-1])
    return [desk.words.text("document", what=what, symbol=symbol) for symbol, what in found.items()]


def _figures(rows: Sequence[Row], desk: Desk) -> Table:
    cells = tuple((desk.cite(row.label, (row.line,)), runs(row.amount)) for row in rows)
    return Table(((), ()), cells)


def _figures_note(rows: Sequence[Row], desk: Desk) -> Iterable[Block]:
    approximate = any(row.amount.startswith("≈") for row in rows)
    yield Paragraph(None, desk.words.say("approximate_note" if approximate else "figures_note"))


def themes_section(topics: Sequence[Topic], desk: Desk) -> Section:
    """Where each theme was asked about and replied to."""
    words = desk.words
    rows = tuple(
        (
            runs(desk.theme(topic.name)),
            runs(words.row(_people(topic.asked, desk))),
            _places(topic.asked, desk),
            runs(words.row(_people(topic.replied, desk)) or "–"),
            _places(topic.replied, desk),
        )
        for topic in topics
    )
    return Section(
        Look.TABLE, (Table(words.columns("themes"), rows),), words.title("themes"), words.text("aside_themes")
    )


def _people(entries: Iterable[tuple[Move, Line]], desk: Desk) -> list[str]:
    """Who speaks in moves, each once."""
    return list(dict.fromkeys(desk.person(move.speaker) for move, _ in entries))


def _places(moves: Iterable[tuple[Move, Line]], desk: Desk) -> Inlines:
    """The paragraphs of moves; of very many the first, and how many more there are."""
    lines = _paragraphs(line for _, line in moves)
    if len(lines) <= _SHOWN + 1:
        return desk.cell(lines)
    return (*desk.cell(lines[:_SHOWN]), *runs(desk.words.text("more_places", count=len(lines) - _SHOWN)))


def _paragraphs(lines: Iterable[Line]) -> list[Line]:
    """The first sentence of each paragraph among sentences."""
    found: dict[tuple[str, int | None], Line] = {}
    for line in lines:
        found.setdefault((line.at.record, line.at.paragraph), line)
    return list(found.values())
