"""The briefing on a dialogue with a State, two pages: key points, undertakings; then the other themes and who spoke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from precis.documents.session.asked import AskedExtent, asked_section
from precis.documents.session.desk import Desk, runs
from precis.documents.session.due_tables import own_undertakings
from precis.documents.session.dues import Due, promises_of
from precis.documents.session.first_sheet import symbols_of
from precis.documents.session.fitting import Fill, Measure, fullest, packed, pages_of
from precis.documents.session.frame import finished, frame_of, place_of_session, session_stem
from precis.documents.session.keys import Key, key_of_topic, named_topics, welcomed
from precis.documents.session.lead import adopted_texts
from precis.documents.session.paper import Look, Paper, Place, Section, Sheet, has_brackets
from precis.documents.session.saying import by_name
from precis.documents.session.state_sheet import days_of, documents_of, report_of, spaced
from precis.documents.session.topics import Topic, topics_of
from precis.documents.session.used import Used
from precis.facts.exchange import StateDialogue
from precis.facts.fact import MoveKind
from precis.facts.themes import GENERAL
from precis.model import Block, Inlines, Paragraph, Table
from precis.source.kinds import BRIEF_STATE

__all__ = ["keys_section", "state_brief"]


@dataclass(frozen=True, slots=True)
class _Extent:
    """How much the pages hold."""

    keys: int = 3
    undertakings: int = 12
    asked: AskedExtent = field(default_factory=AskedExtent)
    presented: int = 90


def state_brief(dialogue: StateDialogue, desk: Desk, records: str, measure: Measure, pages: int | None = None) -> Paper:
    """The briefing on a dialogue."""
    words, state = desk.words, dialogue.state
    most = pages_of("briefing on a State", pages, 2)
    place = place_of_session(desk).rpartition(", ")[2]
    about = words.text("about_state", report=report_of(dialogue, desk), days=days_of(dialogue, desk), place=place)
    stem = session_stem(desk, state.code, "brief")
    frame = frame_of(BRIEF_STATE, desk.state(state).name, about, stem, desk, records, state.name)
    return finished(frame, _sheets(dialogue, desk, partial(measure, frame), most), desk)


def _sheets(dialogue: StateDialogue, desk: Desk, fill: Fill, most: int) -> list[Sheet]:
    dues = promises_of(dialogue, desk)
    topics = topics_of(dialogue, desk)
    closing = most == 1

    def first(extent: _Extent) -> tuple[Sheet, Used]:
        return _first(dialogue, topics, dues, desk, extent, closing=closing)

    sheet, used = fullest(_firsts(len(dues)), first, fill, first=True)
    if closing:
        return [sheet]

    def second(extent: _Extent) -> tuple[Sheet, None]:
        return _second(dialogue, topics, dues, desk, used.copy(), extent, sheet), None

    if fill(sheet, True) >= _ENOUGH:
        return [sheet, fullest(_seconds(), second, fill)[0]]
    # The themes begin on what is left of the first page.
    made: list[Sheet] = []
    rows = sum(len(topic.parts) for topic in topics)
    for extent in (each for group in _seconds() for each in group):
        if made and extent.asked.rows < rows:
            continue
        again = packed([*sheet.sections, *second(extent)[0].sections], fill)
        if made and len(again) == len(made):
            continue
        made = again
        if len(made) == 1 or (len(made) <= most and fill(made[-1], False) >= _LITTLE):
            break
    return made[:most]


_ENOUGH = 0.9
"""A first page that is filled to this part is one by itself."""
_LITTLE = 0.4
"""A last page with less than this is done without, where every theme can be told on the others."""


def _firsts(dues: int) -> Iterator[list[_Extent]]:
    """What is no key point is told with the other themes."""
    yield [_Extent(3, most) for most in (14, 12, 10, 8) if most <= dues or most == 14]
    yield [_Extent(2, 6), _Extent(2, 4), _Extent(1, 3)]


def _seconds() -> Iterator[list[_Extent]]:
    for rows in _ROWS:
        yield [_Extent(asked=AskedExtent(rows, *told), presented=presented) for *told, presented in _TOLD]
    yield [_Extent(asked=AskedExtent(rows, 1, 2), presented=0) for rows in _ROWS]


_TOLD = ((4, 6, 160), (4, 6, 90), (3, 5, 90), (3, 4, 60), (2, 4, 60), (2, 3, 40), (2, 3, 0))
"""Sentences of a question and of a reply, and words of what else was presented, from most to least."""
_ROWS = (24, 20, *range(17, 2, -1))
"""Rows of exchanges on the second page, from most to least."""


def _first(
    dialogue: StateDialogue,
    topics: Sequence[Topic],
    dues: Sequence[Due],
    desk: Desk,
    extent: _Extent,
    *,
    closing: bool,
) -> tuple[Sheet, Used]:
    """The first page; the only one if it is `closing`, with who spoke and the documents at its end."""
    used = Used()
    shown = list(dues[: extent.undertakings])
    used.take(line for due in shown for line in due.lines)
    lead = _lead(dialogue, desk, used)
    keys: list[Key] = []
    praised = welcomed(dialogue, desk, used)
    if praised is not None:
        keys.append(praised)
    for topic in sorted(topics, key=lambda topic: -topic.score):
        if len(keys) > extent.keys or topic.name == GENERAL:
            continue
        key = key_of_topic(topic, dialogue, shown, desk, used)
        if key is not None:
            keys.append(key)
    sections = [Section(Look.LEAD, (lead,))] if lead.inlines else []
    if keys:
        sections.append(keys_section(keys, desk, "below"))
    if shown:
        sections.append(own_undertakings(shown, desk))
    if closing:
        sections.extend(_closing(dialogue, desk, (), sections))
    return Sheet(tuple(sections)), used


def _lead(dialogue: StateDialogue, desk: Desk, used: Used) -> Paragraph:
    """What kind of country it said it was; the concluding observations; what was asked of it."""
    parts: list[Inlines] = []
    for move, line in desk.moves(dialogue, MoveKind.PRESENTED):
        told = desk.teller.alone(line)
        if told is not None and move.state.name in told.text and not used.any(told):
            used.take(told.lines)
            parts.append(desk.cite(by_name(told, desk, role=False), told.lines))
            break
    observed = [fact.at for fact in adopted_texts(desk) if fact.state == dialogue.state and "observations" in fact.text]
    if observed:
        parts.append(desk.citations.say(desk.words.text("lead_state"), observed[0]))
    return Paragraph(None, spaced(parts))


def keys_section(keys: Sequence[Key], desk: Desk, where: str) -> Section:
    """Key points, each under its label."""
    words = desk.words
    rows = tuple((runs(label), text) for label, text in keys)
    has_dates = any("→" in getattr(item, "text", "") for _, text in keys for item in text)
    aside = words.text("aside_keys", where=words.text(where)) if has_dates else ""
    return Section(Look.KEYS, (Table(((), ()), rows),), words.title("keys"), aside)


def _second(
    dialogue: StateDialogue,
    topics: Sequence[Topic],
    dues: Sequence[Due],
    desk: Desk,
    used: Used,
    extent: _Extent,
    first: Sheet,
) -> Sheet:
    sections: list[Section] = []
    asked = asked_section(named_topics(topics, desk), dues, desk, used, extent.asked, desk.words.title("other_themes"))
    if asked is not None:
        sections.append(asked)
    sections.extend(
        _closing(dialogue, desk, _presented(dialogue, desk, used, extent.presented), (*first.sections, *sections))
    )
    return Sheet(tuple(sections))


def _closing(dialogue: StateDialogue, desk: Desk, presented: Inlines, told: Iterable[Section]) -> Iterator[Section]:
    """What else was presented, who spoke and which documents there are, side by side; below what is `told`."""
    also = Section(Look.PROSE, (Paragraph(None, presented),), desk.words.title("presented"))
    added = has_brackets((*told, also))
    columns = [
        Section(Look.SMALL, tuple(_spoke(dialogue, desk)), desk.words.title("spoke")),
        Section(Look.SMALL, tuple(_documents(dialogue, desk, added=added)), desk.words.title("documents")),
    ]
    places: tuple[Place, ...] = (Place.LEFT, Place.RIGHT)
    if presented:
        columns.insert(0, also)
        places = (Place.FIRST, Place.SECOND, Place.THIRD)
    yield from (each.at(place) for each, place in zip(columns, places, strict=True))


def _presented(dialogue: StateDialogue, desk: Desk, used: Used, most: int) -> Inlines:
    """What else the delegation presented."""
    parts: list[Inlines] = []
    count = 0
    for _, line in desk.moves(dialogue, MoveKind.PRESENTED):
        told = desk.teller.alone(line)
        if told is None or used.any(told) or count + told.words > most:
            continue
        used.take(told.lines)
        count += told.words
        parts.append(desk.cite(by_name(told, desk, role=False), told.lines))
    return spaced(parts)


def _spoke(dialogue: StateDialogue, desk: Desk) -> Iterator[Block]:
    """Who spoke, and for whom."""
    words = desk.words
    members = [speaker for speaker, _ in dialogue.members if not speaker.presides]
    groups = (
        ("who_delegation", [desk.person(speaker) for speaker, _ in dialogue.delegates]),
        ("who_rapporteurs", [desk.person(speaker) for speaker in members if desk.words.is_rapporteur(speaker.role)]),
        ("who_members", [desk.person(speaker) for speaker in members if not desk.words.is_rapporteur(speaker.role)]),
        ("who_chair", list(dict.fromkeys(desk.chair_of(label) for label in dialogue.labels if desk.chair_of(label)))),
    )
    for name, people in groups:
        if people:
            yield Paragraph(None, words.say(name, names=words.listed(dict.fromkeys(people))))


def _documents(dialogue: StateDialogue, desk: Desk, *, added: bool) -> Iterator[Block]:
    """The documents of the dialogue, its records, and how the paper is read; of brackets if words were `added`."""
    words = desk.words
    documents = [*((report_of(dialogue, desk),) if dialogue.report.symbol else ()), *documents_of(dialogue, desk)]
    if documents:
        yield Paragraph(None, runs(words.text("documents_named", documents=words.series(documents))))
    yield Paragraph(None, runs(words.text("records_named", records=symbols_of(dialogue.labels, desk))))
    yield Paragraph(None, runs(words.text("reads_short")))
    if added:
        yield Paragraph(None, runs(words.text("brackets")))
