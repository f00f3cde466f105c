"""Briefings across dialogues: on a theme, State by State; on a member, what they asked and what was replied to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from precis.documents.session.asked import AskedExtent, asked_section
from precis.documents.session.brief_state import keys_section
from precis.documents.session.desk import Desk, role_of
from precis.documents.session.due_tables import dates_of
from precis.documents.session.dues import Due, in_order, promises_of
from precis.documents.session.fitting import Fill, Measure, packed, pages_of
from precis.documents.session.frame import about_session, finished, frame_of, session_stem
from precis.documents.session.keys import Key, key_of_topic, named_topics
from precis.documents.session.lines import place_of
from precis.documents.session.paper import Look, Paper, Section, Sheet
from precis.documents.session.topics import Topic, topics_of
from precis.documents.session.turns import items_of, told_turns, turn_blocks, turns_under
from precis.documents.session.used import Used
from precis.facts.exchange import StateDialogue
from precis.facts.themes import GENERAL
from precis.model import Block, PrecisError
from precis.source.kinds import BRIEF_MEMBER, BRIEF_THEME

__all__ = ["member_brief", "theme_brief"]

_EXTENTS = ((12, 14), (8, 10), (6, 8), (5, 6), (4, 5), (3, 4), (2, 3), (1, 2), (1, 1))
"""Sentences of questions and of replies under a theme, from most to least."""


def theme_brief(name: str, desk: Desk, records: str, measure: Measure, pages: int | None = None) -> Paper:
    """The briefing on the theme of that name. PrecisError, with the themes there are, if there is none."""
    found = [(dialogue, topic) for dialogue in desk.facts.dialogues for topic in topics_of(dialogue, desk)]
    themes = list(dict.fromkeys(topic.name for _, topic in found if topic.name != GENERAL))
    labels = {desk.theme(theme): theme for theme in themes}
    # A theme is found by its name in the language of the paper, and by that in English.
    known = name if any(name.casefold() in label.casefold() for label in labels) else _label(name, labels)
    label = _chosen(known, labels, "theme")
    theme = labels[label]
    own = [(dialogue, topic) for dialogue, topic in found if topic.name == theme]
    stem = session_stem(desk, theme.lower(), "brief")
    frame = frame_of(BRIEF_THEME, label, about_session(desk), stem, desk, records)

    def sections(extent: AskedExtent) -> Iterator[Section]:
        used = Used()
        dues = [due for dialogue, topic in own for due in promises_of(dialogue, desk) if _is_under(due, topic)]
        used.take(line for due in dues for line in due.lines)
        keys: list[Key] = []
        for dialogue, topic in own:
            key = key_of_topic(topic, dialogue, dues, desk, used)
            if key is not None:
                keys.append((desk.state(dialogue.state).name, key[1]))
        if keys:
            yield keys_section(keys, desk, "below")
        if dues:
            yield dates_of(in_order(dues), desk, desk.words.title("undertakings"))
        labelled = [(desk.state(dialogue.state).name, topic) for dialogue, topic in own]
        asked = asked_section(
            labelled, dues, desk, used, extent, desk.words.title("asked"), columns="asked_states", open_too=True
        )
        if asked is not None:
            yield asked

    most = pages_of("briefing on a theme", pages, 4)
    return finished(frame, _sheets(sections, partial(measure, frame), most), desk)


def _label(name: str, labels: Mapping[str, str]) -> str:
    """The label of the theme of that name in English; the name itself if there is none."""
    return next((label for label, theme in labels.items() if theme.casefold() == name.casefold().strip()), name)


def _is_under(due: Due, topic: Topic) -> bool:
    own = {place_of(line.at) for _, line in topic.replied}
    return any(place_of(line.at) in own for line in due.lines)


def member_brief(name: str, desk: Desk, records: str, measure: Measure, pages: int | None = None) -> Paper:
    """The briefing on the member of that name. PrecisError, with the members who spoke, if there is none."""
    members = _members(desk)
    label = _chosen(name, members, "member")
    parts = [members[label], about_session(desk)]
    stem = session_stem(desk, re.sub(r"\W+", "_", label).strip("_"), "brief")
    frame = frame_of(BRIEF_MEMBER, label, " · ".join(filter(None, parts)), stem, desk, records)

    def sections(extent: AskedExtent) -> Iterator[Section]:
        used = Used()
        for dialogue in desk.facts.dialogues:
            dues = promises_of(dialogue, desk)
            own = named_topics(list(_own(topics_of(dialogue, desk), label, dialogue, desk)), desk)
            asked = asked_section(own, dues, desk, used, extent, desk.state(dialogue.state).name, open_too=True)
            if asked is not None:
                yield asked
        yield from _statements(label, desk, used, extent)

    most = pages_of("briefing on a member", pages, 4)
    return finished(frame, _sheets(sections, partial(measure, frame), most), desk)


def _members(desk: Desk) -> Mapping[str, str]:
    """The members who spoke, each with the capacity in which they did."""
    found: dict[str, str] = {}
    for record in desk.facts.records:
        for line in desk.lines.record(record.label):
            speaker = line.speaker
            if speaker is not None and speaker.name and speaker.state is None and not speaker.organization:
                label = desk.person(speaker)
                found[label] = found.get(label) or role_of(speaker)
    return found


def _own(topics: Iterable[Topic], label: str, dialogue: StateDialogue, desk: Desk) -> Iterator[Topic]:
    """What one member asked under each theme, with what was surely replied to it."""
    answers = {
        place_of(at)
        for exchange in dialogue.exchanges
        if exchange.answer is not None and desk.person(exchange.question.speaker) == label
        for at in exchange.answer.sentences
    }

    def own(topic: Topic) -> Topic:
        asked = tuple(entry for entry in topic.asked if desk.person(entry[0].speaker) == label)
        replied = tuple(entry for entry in topic.replied if place_of(entry[1].at) in answers)
        return replace(topic, asked=asked, replied=replied, parts=tuple(map(own, topic.parts)))

    yield from (topic for topic in map(own, topics) if topic.asked)


def _statements(label: str, desk: Desk, used: Used, extent: AskedExtent) -> Iterator[Section]:
    """What the member said under items that are no dialogue."""
    for record in desk.facts.records:
        for item, lines in items_of(record.label, desk).items():
            turns = [turn for turn in turns_under(lines, desk) if turn.person(desk) == label]
            if item.dialogue or not turns:
                continue
            blocks: list[Block] = []
            for turn, told in told_turns(turns, desk, count=extent.asked, used=used):
                if not used.any(told):
                    used.take(told.lines)
                    blocks.extend(turn_blocks(turn, told, desk))
            if blocks:
                yield Section(Look.PROSE, tuple(blocks), item.listed)


def _chosen(name: str, known: Iterable[str], kind: str) -> str:
    """The one of `known` that is called `name`, or has it in its name."""
    names = list(dict.fromkeys(known))
    wanted = name.casefold().strip()
    found = [each for each in names if each.casefold() == wanted] or [
        each for each in names if wanted in each.casefold()
    ]
    if len(found) == 1 and wanted:
        return found[0]
    told = ", ".join(names) or "none"
    message = f"'{name}' is no {kind} of these records; they have: {told}"
    if len(found) > 1:
        message = f"'{name}' may be each of these: {', '.join(found)}; write the whole name"
    raise PrecisError.one("unknown-theme" if kind == "theme" else "unknown-member", message)


def _sheets(sections: Callable[[AskedExtent], Iterable[Section]], fill: Fill, most: int) -> Sequence[Sheet]:
    """The sheets with as much on them as the pages hold."""
    made: list[Sheet] = []
    for asked, replied in _EXTENTS:
        made = packed(sections(AskedExtent(40, asked, replied)), fill)
        if len(made) <= most:
            break
    return made[:most]
