"""The last page of a digest: follow-up, discussions, decisions, membership, States parties, resources, its limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.documents.session.coverage import coverage_section
from precis.documents.session.decisions import decisions_table
from precis.documents.session.desk import Desk
from precis.documents.session.halves import balanced_columns
from precis.documents.session.lines import Line
from precis.documents.session.paper import Look, Section, Sheet
from precis.documents.session.saying import by_name
from precis.documents.session.speech import capitalized
from precis.documents.session.state_sheet import spaced
from precis.documents.session.telling import Told
from precis.documents.session.turns import Turn, items_of, told_turns, turns_under, whole_table
from precis.documents.session.used import Used
from precis.documents.session.votes import voted_on
from precis.facts.fact import Adopted, Decision, Election, Fact, FollowUp
from precis.facts.kinds import kinds as kinds_of_facts
from precis.facts.kinds.vote import Voted
from precis.model import Block, Inlines, List, Paragraph, Run, Table, plain, texts_of

__all__ = ["OtherExtent", "discussions", "follow_ups", "other_sheet", "told_lines", "types_titled"]


@dataclass(frozen=True, slots=True)
class OtherExtent:
    """How much the sheet holds: sentences of a turn, turns of a discussion, statements of a list."""

    sentences: int = 2
    turns: int = 12
    listed: int = 8


_DECISIONS = 16
"""Rows of the table of decisions, at most."""
_OFFICE = 6
"""Words of an office, at most."""
_IN_TABLE = (Adopted, Decision, FollowUp)
"""The decisions that stand in the table, or in sections of their own."""


def types_titled(title: str, *without: type[Fact]) -> tuple[type[Fact], ...]:
    """The types of the facts that stand in a section, but for those `without`."""
    return tuple(kind.type for kind in kinds_of_facts().values() if kind.title == title and kind.type not in without)


def other_sheet(desk: Desk, extent: OtherExtent) -> Sheet:
    """The sheet of what is not a dialogue."""
    words = desk.words
    used = Used()
    sections = [*follow_ups(desk, extent, used), *_section("decisions", decisions_table(desk, _DECISIONS, used), desk)]
    told = {
        name: told_lines(desk, types_titled(title, *_IN_TABLE), extent.listed, used)
        for name, title in (
            *(("actions", "decisions"), ("parties", "parties")),
            *(("membership", "officers"), ("encounters", "others"), ("resources", "resources")),
        )
    }
    for name in ("actions", "parties"):
        sections.extend(_prose(name, told[name], desk))
    sections.extend(discussions(desk, extent, used))
    for name in ("membership", "encounters", "resources"):
        sections.extend(_prose(name, told[name], desk))
    about = words.row(dict.fromkeys(_about(sections, desk)))
    return Sheet((*balanced_columns(sections), coverage_section(desk)), words.title("other"), about)


def _about(sections: Sequence[Section], desk: Desk) -> Iterator[str]:
    """What the sheet holds, as the line under its title."""
    for number, section in enumerate(sections):
        title = section.title.partition(":")[0]
        yield title if number == 0 else desk.lowered(title)


def _section(name: str, table: Table | None, desk: Desk) -> Iterator[Section]:
    if table is not None:
        yield Section(Look.TABLE, (table,), desk.words.title(name))


def _prose(name: str, parts: Sequence[Inlines], desk: Desk) -> Iterator[Section]:
    if parts:
        yield Section(Look.PROSE, (Paragraph(None, spaced(parts)),), desk.words.title(name))


def told_lines(desk: Desk, kinds: tuple[type[Fact], ...], most: int, used: Used | None = None) -> list[Inlines]:
    """The sentences of facts of these kinds, each once, in the order of the records; none that is `used`."""
    told = used or Used()
    out = list(_elected(desk, told)) if Election in kinds else []
    most += len(out)
    said: set[str] = set()
    last: Line | None = None
    for fact in desk.facts.of(kinds):
        if len(out) >= most:
            break
        line = desk.said(fact.at)
        for each in voted_on(line, desk) if isinstance(fact, Voted) and line is not None else (line,):
            asks = each is not None and desk.prose(each).asks.match(desk.teller.speech(each).verb)
            found = desk.teller.alone(each) if each is not None and not asks else None
            if found is not None and not told.any(found) and found.text not in said:
                told.take(found.lines)
                said.add(found.text)
                words = by_name(found, desk, wishes=True, named=_goes_on(found, last, desk))
                out.append(desk.cite(words, found.lines))
                last = found.lines[-1]
    return out


def _goes_on(found: Told, last: Line | None, desk: Desk) -> bool:
    """Whether a sentence goes on, by a pronoun, what its speaker was just told to have said."""
    line = found.lines[0]
    return last is not None and desk.lines.before(line) == last and desk.teller.speech(last).clause == ""


def _elected(desk: Desk, used: Used) -> Iterator[Inlines]:
    """Who was elected or appointed to each office, in a line an office."""
    offices: dict[str, list[Election]] = {}
    for fact in desk.facts.of(Election):
        if fact.person and len(fact.office.split()) <= _OFFICE:
            line = desk.said(fact.at)
            named = desk.office(capitalized(fact.office), of=fact.person, language=line.language if line else "")
            offices.setdefault(named, []).append(fact)
    for named, own in offices.items():
        used.take(line for fact in own if (line := desk.said(fact.at)) is not None)
        people = list(dict.fromkeys(desk.chair(fact.person) for fact in own))
        office = capitalized(named)
        office = desk.words.data["offices_many"].get(office, office) if len(people) > 1 else office
        told = desk.words.text("elected", office=office, people=desk.words.listed(people))
        yield desk.citations.say(told, *dict.fromkeys(fact.at for fact in own))


def follow_ups(desk: Desk, extent: OtherExtent, used: Used | None = None) -> Iterator[Section]:
    """A section for each State whose follow-up report was examined under an item of its own."""
    states = {fact.state for fact in desk.facts.of(FollowUp)}
    for record in desk.facts.records:
        for item, lines in items_of(record.label, desk).items():
            if item.state in states and not item.dialogue and lines:
                title = desk.words.text("follow_up_of", state=desk.state(item.state).name if item.state else "")
                yield Section(Look.PROSE, tuple(item_blocks(lines, desk, extent, used or Used())), title)


def item_blocks(lines: Sequence[Line], desk: Desk, extent: OtherExtent, used: Used) -> Iterator[Block]:
    """What was said under an item, with its tables whole, and what was decided there, which nothing displaces."""
    turns = [
        turn for number, turn in enumerate(turns_under(lines, desk)) if number < extent.turns or _lists_decided(turn)
    ]
    for turn, told in told_turns(turns, desk, count=extent.sentences):
        if lists := _lists_decided(turn):
            used.take(told.lines)
            yield from (assessed(block, told.lines, desk) for block in lists)
            continue
        used.take(told.lines)
        yield Paragraph(None, desk.cite(told.text.rstrip(":") + ("." if told.text.endswith(":") else ""), told.lines))
        yield from (whole_table(block, desk) for _, block in turn.blocks if isinstance(block, Table))


def _lists_decided(turn: Turn) -> list[List]:
    """The lists that the Chair put to the Committee."""
    speaker = turn.lines[0].speaker
    presides = speaker is not None and speaker.presides
    return [block for _, block in turn.blocks if isinstance(block, List)] if presides else []


def assessed(block: List, lines: Sequence[Line], desk: Desk) -> Block:
    """A list that was decided on: a table where each item says what, and how it was found; else the list."""
    pairs = [re.match(r"(?P<what>[^:]+): (?P<how>.+?)[;.]?\Z", plain(text)) for text in texts_of(block)]
    if not all(pairs):
        return block
    rows = tuple(((Run(pair["what"]),), (Run(pair["how"]),)) for pair in pairs if pair is not None)
    head = ((Run(desk.words.text("measure")), *desk.cell(lines)), (Run(desk.words.text("assessment")),))
    return Table(head, rows)


def discussions(desk: Desk, extent: OtherExtent, used: Used | None = None) -> Iterator[Section]:
    """A section for each item that was a discussion."""
    for record in desk.facts.records:
        for item, lines in items_of(record.label, desk).items():
            if item.state is None and desk.words.is_discussion(item.title):
                turns = turns_under(lines, desk)[: extent.turns]
                told = [each for _, each in told_turns(turns, desk, count=1) if used is None or not used.any(each)]
                half = (len(told) + 1) // 2
                blocks = tuple(
                    Paragraph(None, spaced([desk.cite(each.text, each.lines) for each in part]))
                    for part in (told[:half], told[half:])
                    if part
                )
                if blocks:
                    yield Section(Look.PROSE, blocks, capitalized(item.title))
