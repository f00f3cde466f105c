"""The briefing on a session, two pages: lead, key points, dialogues; then dates, themes and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from precis.documents.session.brief_state import keys_section
from precis.documents.session.coverage import coverage_section
from precis.documents.session.desk import Desk, runs
from precis.documents.session.due_tables import dates_of, further_note
from precis.documents.session.dues import Due, dues_of, promises_of, soonest
from precis.documents.session.fitting import Measure, fullest, pages_of
from precis.documents.session.frame import about_session, finished, frame_of, session_stem, session_title
from precis.documents.session.halves import balanced_columns
from precis.documents.session.keys import Key, key_of_topic, theme_name
from precis.documents.session.lead import formal_lead, resource_lines
from precis.documents.session.lines import place_of
from precis.documents.session.next_session import next_session
from precis.documents.session.other_sheet import OtherExtent, discussions, follow_ups, told_lines, types_titled
from precis.documents.session.paper import Look, Paper, Place, Section, Sheet
from precis.documents.session.saying import by_name
from precis.documents.session.state_prose import Extent, state_prose
from precis.documents.session.state_sheet import about_dialogue, spaced
from precis.documents.session.topics import Topic, topics_of
from precis.documents.session.used import Used
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Adopted, Decision, Fact, FollowUp
from precis.facts.themes import GENERAL
from precis.model import Block, Inlines, Paragraph, Run, Table
from precis.source.kinds import BRIEF_SESSION

__all__ = ["session_brief"]

_BESIDE = 4
"""So many dialogues are told side by side; of more only the line under the State."""


@dataclass(frozen=True, slots=True)
class _Extent:
    """How much the pages hold."""

    each: int = 2
    words: int = 150
    dates: int = 24
    themes: int = 14
    other: OtherExtent = field(default_factory=lambda: OtherExtent(2, 8, 5))


def session_brief(desk: Desk, records: str, measure: Measure, pages: int | None = None) -> Paper:
    """The briefing on a session."""
    most = pages_of("briefing on a session", pages, 2)
    stem = session_stem(desk, "brief")
    frame = frame_of(BRIEF_SESSION, session_title(desk), about_session(desk), stem, desk, records)
    fill = partial(measure, frame)
    dues = [due for dialogue in desk.facts.dialogues for due in promises_of(dialogue, desk)]

    def first(extent: _Extent) -> tuple[Sheet, Used]:
        return _first(desk, dues, extent, closing=most == 1)

    sheet, used = fullest(_firsts(len(desk.facts.dialogues)), first, fill, first=True)
    if most == 1:
        return finished(frame, (sheet,), desk)

    def second(extent: _Extent) -> tuple[Sheet, None]:
        return _second(desk, used.copy(), extent), None

    return finished(frame, (sheet, fullest(_seconds(), second, fill)[0]), desk)


_OTHERS = (
    *((4, 12, 12), (3, 10, 9), (2, 8, 8), (2, 8, 6), (2, 6, 5), (1, 6, 5), (1, 6, 4), (1, 5, 4), (1, 5, 3)),
    *((1, 3, 3), (1, 3, 2), (1, 2, 2), (1, 2, 1), (1, 1, 1), (1, 1, 0)),
)
"""Sentences of a turn, turns of an item and statements of a list that are no dialogue, from most to least."""


def _firsts(dialogues: int) -> Iterator[list[_Extent]]:
    for each in range(2 if dialogues <= 3 else 1, 0, -1):
        yield [_Extent(each, words) for words in (150, 130, 110, 90, 70, 50, 0)]


def _seconds() -> Iterator[list[_Extent]]:
    for dates in (28, 26, 24, 22, 19, 16, 14, 12, 10, 8):
        yield [
            *(_Extent(dates=dates, other=OtherExtent(*extent)) for extent in _OTHERS),
            *(_Extent(dates=dates, themes=themes, other=OtherExtent(*_OTHERS[-1])) for themes in (11, 8, 5, 4, 3)),
        ]


def _first(desk: Desk, dues: Sequence[Due], extent: _Extent, *, closing: bool) -> tuple[Sheet, Used]:
    """The first page; the only one if it is `closing`, with the dates to come instead of the dialogues."""
    used = Used()
    used.take(line for due in (*dues_of(desk), *next_session(desk)) for line in due.lines)
    lead = spaced(list(formal_lead(desk)))
    sections = [Section(Look.LEAD, (Paragraph(None, lead),))] if lead else []
    keys: list[Key] = []
    held = desk.facts.dialogues
    ranked = [_ranked(dialogue, desk) for dialogue in held]
    for _ in range(extent.each):
        for dialogue, topics in zip(held, ranked, strict=True):
            keys.extend(_key(dialogue, topics, dues, desk, used))
    keys.extend(_of_committee(desk, used))
    if keys:
        sections.append(keys_section(keys, desk, "below" if closing else "page_two"))
    if closing:
        sections.extend(_closing(desk, extent))
    else:
        sections.extend(_dialogues(held, desk, used, extent))
    return Sheet(tuple(sections)), used


def _ranked(dialogue: StateDialogue, desk: Desk) -> list[Topic]:
    return sorted(
        (topic for topic in topics_of(dialogue, desk) if topic.name != GENERAL), key=lambda topic: -topic.score
    )


def _key(dialogue: StateDialogue, topics: list[Topic], dues: Sequence[Due], desk: Desk, used: Used) -> Iterator[Key]:
    """The next key point of a State: of the weightiest of its themes that can be told."""
    own = [due for due in dues if due.state == dialogue.state]
    while topics:
        topic = topics.pop(0)
        key = key_of_topic(topic, dialogue, own, desk, used)
        if key is not None:
            label, words = key
            yield desk.words.text("key_of_state", state=desk.state(dialogue.state).name, theme=label), words
            return


def _of_committee(desk: Desk, used: Used) -> Iterator[Key]:
    """What is said of the Committee's own means."""
    parts: list[Inlines] = []
    for line in resource_lines(desk):
        told = desk.teller.alone(line) if desk.teller.stands(line) else None
        if told is not None and not used.any(told) and len(parts) < 2:
            used.take(told.lines)
            parts.append(desk.cite(by_name(told, desk), told.lines))
    if parts:
        yield desk.words.title("committee"), spaced(parts)


def _closing(desk: Desk, extent: _Extent) -> Iterator[Section]:
    dates = _dates(desk, replace(extent, dates=extent.words // 10 + 5))
    if dates is not None:
        yield dates
    yield coverage_section(desk, briefing=True)


def _dialogues(held: Sequence[StateDialogue], desk: Desk, used: Used, extent: _Extent) -> Iterator[Section]:
    """The dialogues side by side, each in a few sentences that are not key points."""
    if not held:
        return
    places = (Place.LEFT, Place.RIGHT)
    if len(held) > 1:
        yield Section(Look.PROSE, (), desk.words.title("dialogues"))
    for number, dialogue in enumerate(held):
        blocks: list[Block] = [Paragraph(None, runs(about_dialogue(dialogue, desk)))]
        if len(held) <= _BESIDE and extent.words:
            prose = state_prose(dialogue, topics_of(dialogue, desk), desk, Extent(2, 1, 2, 2, extent.words), used)
            blocks.extend(prose)
        place = places[number % 2] if len(held) > 1 else Place.FULL
        yield Section(Look.DIALOGUE, tuple(blocks), desk.state(dialogue.state).name, place=place)


def _second(desk: Desk, used: Used, extent: _Extent) -> Sheet:
    sections: list[Section] = []
    dates = _dates(desk, extent)
    if dates is not None:
        sections.append(dates)
    below = [
        *(section for section in (_themes(desk, extent.themes),) if section is not None),
        *follow_ups(desk, extent.other, used),
        *discussions(desk, extent.other, used),
        *_prose("actions", types_titled("decisions", Adopted, Decision, FollowUp), desk, used, extent),
        *_prose("membership", types_titled("officers"), desk, used, extent),
        *_prose("parties", types_titled("parties"), desk, used, extent),
        *_prose("encounters", types_titled("others"), desk, used, extent),
        *_prose("resources", types_titled("resources"), desk, used, extent),
    ]
    sections.extend(balanced_columns(below))
    sections.append(coverage_section(desk, briefing=True))
    return Sheet(tuple(sections))


def _prose(name: str, kinds: tuple[type[Fact], ...], desk: Desk, used: Used, extent: _Extent) -> Iterator[Section]:
    parts = told_lines(desk, kinds, extent.other.listed, used)
    if parts:
        yield Section(Look.PROSE, (Paragraph(None, spaced(parts)),), desk.words.title(name))


def _dates(desk: Desk, extent: _Extent) -> Section | None:
    """All dates to come, in the words of the records."""
    dues, left = soonest([*dues_of(desk), *next_session(desk)], extent.dates)
    if not dues:
        return None
    return dates_of(dues, desk, desk.words.title("dates"), further_note(left, desk, briefing=True))


def _themes(desk: Desk, most: int) -> Section | None:
    """The themes of all dialogues, and in how many paragraphs each was asked about and replied to, State by State."""
    words = desk.words
    held = desk.facts.dialogues[:3]
    counts: dict[str, dict[str, tuple[int, int]]] = {}
    for dialogue in held:
        for topic in topics_of(dialogue, desk):
            asked = len({place_of(line.at)[:2] for _, line in topic.asked})
            replied = len({place_of(line.at)[:2] for _, line in topic.replied})
            counts.setdefault(theme_name(topic, desk), {})[desk.state(dialogue.state).name] = (asked, replied)
    if not counts or not held:
        return None
    other = desk.theme(GENERAL)
    ranked = sorted(counts, key=lambda name: (name == other, -len(counts[name]), -sum(map(sum, counts[name].values()))))
    names = [desk.state(each.state).name for each in held]
    rows = [_counted(name, counts[name], names) for name in ranked[:most]]
    aside = "aside_counted"
    if len(ranked) > most:
        aside = "aside_counted_some"
    elif len(rows) > 1:
        rows.append(_totals(counts, names, desk))
    head: list[Inlines] = [words.columns("counted")[0]]
    for dialogue in held:
        head.extend(
            (runs(words.text("asked_of", state=desk.state(dialogue.state).name)), runs(words.text("replied_of")))
        )
    return Section(Look.TABLE, (Table(tuple(head), tuple(rows)),), words.title("themes"), words.text(aside))


def _totals(counts: dict[str, dict[str, tuple[int, int]]], states: Sequence[str], desk: Desk) -> tuple[Inlines, ...]:
    """The sums of all themes, which are counted as they are."""
    sums = (sum(own.get(state, (0, 0))[side] for own in counts.values()) for state in states for side in (0, 1))
    return (Run(desk.words.of("labels", "all"), bold=True),), *((Run(str(each), bold=True),) for each in sums)


def _counted(name: str, counts: dict[str, tuple[int, int]], states: Sequence[str]) -> tuple[Inlines, ...]:
    cells: list[Inlines] = [runs(name)]
    for state in states:
        cells.extend((Run(str(count)),) if count else (Run("–"),) for count in counts.get(state, (0, 0)))
    return tuple(cells)
