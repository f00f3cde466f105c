"""The briefing on one meeting, one page: what was decided, what will be taken up, and what was said, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from precis.documents.session.asked import AskedExtent, asked_section, asked_words
from precis.documents.session.brief_state import keys_section
from precis.documents.session.columns import blanked, bold, due_label
from precis.documents.session.desk import Desk, runs
from precis.documents.session.due_tables import counted_notes
from precis.documents.session.dues import Due, dues_of
from precis.documents.session.fitting import Measure, fullest, pages_of
from precis.documents.session.frame import finished, frame_of
from precis.documents.session.halves import beside
from precis.documents.session.keys import named_topics
from precis.documents.session.lines import place_of
from precis.documents.session.meeting_items import ItemExtent, main_item, opening_lead, substance
from precis.documents.session.meeting_keys import meeting_keys
from precis.documents.session.next_session import next_session
from precis.documents.session.paper import Look, Paper, Section, Sheet, has_brackets
from precis.documents.session.references import short_meetings
from precis.documents.session.saying import said
from precis.documents.session.speech import capitalized
from precis.documents.session.state_sheet import spaced
from precis.documents.session.telling import Told
from precis.documents.session.topics import Topic, topics_of
from precis.documents.session.turns import items_of
from precis.documents.session.used import Used
from precis.facts.fact import Citation, MoveKind
from precis.facts.record import RecordFacts
from precis.model import Block, Coverage, Inlines, Paragraph, Table
from precis.source.kinds import BRIEF_MEETING

__all__ = ["meeting_brief"]


@dataclass(frozen=True, slots=True)
class _Extent:
    """How much the page holds: of the items, or of a dialogue; key points; members who asked more; words of replies."""

    items: ItemExtent = field(default_factory=ItemExtent)
    keys: int = 3
    members: int = 8
    asked: AskedExtent = field(default_factory=AskedExtent)
    said: int = 0


def meeting_brief(desk: Desk, records: str, measure: Measure, pages: int | None = None) -> Paper:
    """The briefing on the meeting of the one record."""
    pages_of("briefing on a meeting", pages, 1)
    record = desk.facts.records[0]
    symbol = record.record.symbol
    stem = f"{symbol.file_name if symbol else record.label}_brief"
    frame = frame_of(BRIEF_MEETING, _title(record, desk), _about(record, desk), stem, desk, records)

    def made(extent: _Extent) -> tuple[Sheet, None]:
        return _sheet(record, desk, extent), None

    groups = _extents(dialogue=bool(desk.facts.dialogues))
    sheet, _ = fullest(groups, made, partial(measure, frame), first=True)
    return finished(frame, (sheet,), desk)


def _extents(*, dialogue: bool) -> Iterator[list[_Extent]]:
    if not dialogue:
        yield from ([_Extent(ItemExtent(main, others, turns))] for main, others, turns in _TURNS)
        return
    for asked, replied, members in _QUESTIONS:
        most = AskedExtent(_ROWS[0], asked, replied)
        yield [
            *(_Extent(members=members, asked=most, said=words) for words in _SAID),
            *(_Extent(members=members, asked=replace(most, rows=rows), said=0) for rows in _ROWS[1:]),
        ]


_QUESTIONS = ((9, 14, 12), (5, 8, 9), (3, 4, 8), (2, 3, 8), (2, 3, 5), (2, 3, 3), (2, 3, 1), (1, 2, 0))
"""Sentences of questions and of replies under a theme, and members who asked more, from most to least."""
_ROWS = (20, 16, 13, 11, 10, 9, 8, 7, 6, 5, 4, 3)
"""Rows of exchanges, from most to least."""
_SAID = (700, 500, 400, 320, 250, 180, 120, 80, 40, 0)
"""Words of what else the delegation said."""
_ITEMS = 6
"""So many key points has a meeting without a dialogue, an item each."""
_TURNS = (
    *((6, 4, 20), (5, 3, 18), (4, 3, 16), (3, 3, 16), (3, 2, 14), (2, 2, 14), (2, 1, 12)),
    *((1, 1, 12), (1, 1, 9), (1, 1, 6), (1, 1, 4), (1, 1, 3), (1, 1, 2), (1, 1, 1)),
)
"""Sentences of a turn in the main item and in others, and turns of an item, from most to least."""


def _title(record: RecordFacts, desk: Desk) -> str:
    """The number of the meeting and what it was on: the item with most paragraphs."""
    words = desk.words
    meeting = desk.meeting(record.label)
    number = meeting.numbers.first if meeting else 0
    what = _what(record, desk)
    if not number:
        return record.label
    return (
        words.text("title_meeting", meeting=number, what=what)
        if what
        else words.text("title_meeting_alone", meeting=number)
    )


def _what(record: RecordFacts, desk: Desk) -> str:
    states = [desk.state(dialogue.state).name for dialogue in desk.facts.dialogues]
    if states:
        return desk.words.listed(states)
    items = items_of(record.label, desk)
    if not items:
        return ""
    main = main_item(items)
    assert main is not None, "there is an item"
    return desk.lowered(desk.words.on(main.title))


def _about(record: RecordFacts, desk: Desk) -> str:
    words, held = desk.words, record.record.held
    parts: list[str] = []
    if held is not None:
        weekday = words.wording.grammar.weekdays[held.date.weekday()]
        parts.append(capitalized(words.text("day_of", name=weekday, date=words.date(held.date))))
        if held.time is not None:
            parts.append(words.wording.grammar.time(held.time))
    if record.record.place:
        parts.append(words.place(record.record.place))
    told = words.joined("about_meeting", parts)
    chair = desk.chair_of(record.label)
    return words.text("about_chair", about=told, chair=chair) if chair and told else told


def _sheet(record: RecordFacts, desk: Desk, extent: _Extent) -> Sheet:
    used = Used()
    dues = [due for due in (*dues_of(desk), *next_session(desk)) if due.when is not None]
    used.take(line for due in dues for line in due.lines)
    sections = [*_of_items(record, dues, desk, used, extent), *_of_dialogues(record, dues, desk, used, extent)]
    return Sheet((*sections, _record(record, desk, added=has_brackets(sections))))


def _of_items(record: RecordFacts, dues: Sequence[Due], desk: Desk, used: Used, extent: _Extent) -> Iterator[Section]:
    """The page on a meeting without a dialogue."""
    if desk.facts.dialogues:
        return
    items = items_of(record.label, desk)
    main = main_item(items)
    lead = opening_lead(main, items, desk, used)
    if lead:
        yield Section(Look.LEAD, (Paragraph(None, lead),))
    keys = meeting_keys(record, items, dues, desk, used, _ITEMS)
    if keys:
        yield keys_section(keys, desk, "below")
    yield from substance(main, items, list(_coming(dues, desk)), desk, used, extent.items)


def _of_dialogues(
    record: RecordFacts, dues: Sequence[Due], desk: Desk, used: Used, extent: _Extent
) -> Iterator[Section]:
    """The page on a meeting of dialogues."""
    if not desk.facts.dialogues:
        return
    keys = meeting_keys(record, items_of(record.label, desk), dues, desk, used, extent.keys)
    if keys:
        yield keys_section(keys, desk, "below")
    told = {label for label, _ in keys}
    left = [topic for dialogue in desk.facts.dialogues for topic in topics_of(dialogue, desk) if topic.name not in told]
    asked = asked_section(named_topics(left, desk), dues, desk, used, extent.asked, desk.words.title("asked"))
    if asked is not None:
        yield asked
    yield from _coming(dues, desk)
    every = [topic for dialogue in desk.facts.dialogues for topic in topics_of(dialogue, desk)]
    yield from beside(_also_asked(every, desk, used, extent), desk.words.title("also_asked"))
    yield from beside(list(_also_said(dues, desk, used, extent.said)), desk.words.title("also_said"))


def _also_said(dues: Sequence[Due], desk: Desk, used: Used, most: int) -> Iterator[Block]:
    """What else the delegation said, a paragraph a speaker: replies to what was asked at a meeting before, too."""
    promised = {place_of(line.at) for due in dues for line in due.lines}
    by_speaker: dict[str, list[Told]] = {}
    count = 0
    for dialogue in desk.facts.dialogues:
        for move, line in desk.moves(dialogue, MoveKind.PRESENTED, MoveKind.ANSWER, MoveKind.UNDERTAKING):
            told = desk.teller.whole(line)
            if told is None or used.any(told) or count + told.words > most:
                continue
            if not any(place_of(each.at) in promised for each in told.lines):
                used.take(told.lines)
                count += told.words
                by_speaker.setdefault(move.speaker.label, []).append(told)
    for name, parts in by_speaker.items():
        texts = [desk.cite(told.text, told.lines) for told in parts[1:]]
        first = desk.cite(said(parts[0].lines[0], name, parts[0].text, desk), parts[0].lines)
        yield Paragraph(None, spaced([first, *texts]))


def _also_asked(topics: Sequence[Topic], desk: Desk, used: Used, extent: _Extent) -> list[Block]:
    """What else was asked, a paragraph a member: it is not said that nobody replied."""
    by_member: dict[str, list[Told]] = {}
    for topic in topics:
        for move, line in topic.asked:
            told = desk.teller.alone(line)
            if told is not None and not used.any(told):
                used.take(told.lines)
                by_member.setdefault(move.speaker.label, []).append(told)
    return [
        Paragraph(None, asked_words(sorted(own, key=lambda told: told.lines[0].index)[: extent.asked.asked], desk))
        for own in list(by_member.values())[: extent.members]
    ]


def _coming(dues: Sequence[Due], desk: Desk) -> Iterator[Section]:
    """The dates to come that the meeting names."""
    labels = blanked([due_label(due, desk.words) for due in dues])
    rows = tuple(
        (bold(label), desk.citations.say(due.text, *due.places)) for label, due in zip(labels, dues, strict=True)
    )
    if rows:
        blocks: tuple[Block, ...] = (Table(((), ()), rows), *counted_notes(dues, desk))
        yield Section(Look.DATES, blocks, desk.words.title("next_dates"))


def _record(record: RecordFacts, desk: Desk, *, added: bool) -> Section:
    """What the record is, what it covers, the documents it cites; of brackets if words were `added`."""
    words, own = desk.words, record.record
    short = short_meetings([record.label])[record.label]
    parts: list[Inlines] = []
    number = next((line.at.number for line in desk.lines.record(record.label) if line.at.paragraph), "1")
    parts.append(
        desk.citations.say(words.text("reads_as", short=f"**{short}:{number}**", record=record.label, number=number))
    )
    if own.opening is not None and own.closing is not None:
        clock = words.wording.grammar.time
        name = "partial" if own.coverage is Coverage.PARTIAL or own.part is not None else "complete"
        told = words.text(name, begun=clock(own.opening.time), ended=clock(own.closing.time).rstrip("."))
        parts.append(runs(told))
    if own.issued is not None:
        parts.append(runs(words.text("issued", date=words.date(own.issued))))
    documents = list(dict.fromkeys(fact.document for fact in record.facts if isinstance(fact, Citation)))
    if documents:
        parts.append(runs(words.text("documents_named", documents=words.series(documents[:12]))))
    if added:
        parts.append(runs(words.text("brackets")))
    block = Paragraph(None, spaced(parts))
    return Section(Look.SMALL, (block,), words.title("record"))
