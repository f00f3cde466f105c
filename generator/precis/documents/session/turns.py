"""What speakers said under an item, turn by turn, in the words of the record: each turn from its first sentence on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from precis.documents.session.desk import Desk, role_of
from precis.documents.session.lines import Line, spoken
from precis.documents.session.saying import said
from precis.documents.session.speech import capitalized, speech_of
from precis.documents.session.telling import Told
from precis.documents.session.used import Used
from precis.model import Block, Inlines, List, Paragraph, Quotation, Run, Table
from precis.proceedings import Form, Item, Said

__all__ = ["Turn", "items_of", "opened", "told_turns", "turn_blocks", "turns_under", "whole_table"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a row: the sentences, and the blocks that belong to them: quotations, lists, tables."""

    lines: tuple[Line, ...]
    blocks: tuple[tuple[int, Block], ...] = ()
    """Each block with how many of the sentences stand before it."""

    @property
    def name(self) -> str:
        """Who speaks."""
        speaker = self.lines[0].speaker
        return speaker.label if speaker is not None else ""

    def without(self, used: Used, desk: Desk) -> Turn:
        """What is left of it beside the sentences that are told, of what can be told without them."""
        kept = tuple(line for line in self.lines if not used.has(line) and _stands(line, used, desk))
        blocks = tuple((sum(line in kept for line in self.lines[:at]), block) for at, block in self.blocks)
        return Turn(kept, blocks)

    def person(self, desk: Desk) -> str:
        """Who speaks, as lists name them."""
        speaker = self.lines[0].speaker
        return desk.person(speaker) if speaker is not None else ""


def items_of(record: str, desk: Desk) -> Mapping[Item, list[Line]]:
    """The innermost items of a record and the sentences under each, in order."""
    known = desk.items.get(record)
    if known is None:
        known = desk.items[record] = {}
        for line in desk.lines.record(record):
            if line.said.item is not None:
                known.setdefault(line.said.item, []).append(line)
    return known


def turns_under(lines: Sequence[Line], desk: Desk) -> list[Turn]:
    """The turns among the sentences of an item; procedure ends one, the Chair's words of order are left out."""
    groups: list[list[Line]] = []
    last: Said | None = None
    for line in spoken(lines):
        if line.said.passage.form is not Form.PARAGRAPH or line.speaker is None:
            continue
        begins = line.said.begins and (last is None or line.said is not last)
        if not groups or begins:
            groups.append([])
        groups[-1].append(line)
        last = line.said
    return [Turn(tuple(group), tuple(_blocks_of(group, desk))) for group in groups]


def _blocks_of(lines: Sequence[Line], desk: Desk) -> Iterator[tuple[int, Block]]:
    """The quotations, lists and tables that follow the paragraphs of a turn."""
    blocks = desk.record(lines[0].at.record).record.blocks
    own = [line.said.passage.at.block for line in lines]
    for place in sorted(set(own)):
        after = place + 1
        while after < len(blocks) and isinstance(blocks[after], Quotation | List | Table):
            yield own.count(place) + sum(each < place for each in own), blocks[after]
            after += 1


def _stands(line: Line, used: Used, desk: Desk) -> bool:
    """Whether a sentence can be told where the one before it stands elsewhere, if it does."""
    before = desk.lines.before(line)
    if before is None or not used.has(before):
        return True
    told = desk.teller.alone(line)
    return told is not None and len(told.parts) == 1


def opened(turn: Turn, desk: Desk, *, role: bool = True, count: int | None = None) -> Told:
    """A turn from its start on: who, in what capacity, and `count` sentences, or all; never cut before a turn."""
    lines = list(turn.lines if count is None else turn.lines[:count])
    while len(lines) < len(turn.lines) and desk.teller.turns(turn.lines[len(lines)]):
        lines.append(turn.lines[len(lines)])
    first = lines[0]
    speech = speech_of(first, desk.prose(first))
    speaker = first.speaker
    name = turn.name
    if role and speaker is not None and not speaker.presides and (capacity := role_of(speaker)):
        name = f"{name} ({capacity})"
    if speech.clause:
        clause = _words(first, None, desk) if desk.lines.before(first) is not None else speech.clause
        begun = said(first, name, clause, desk)
    else:
        begun = f"{speech.lead}{desk.teller.within(name) if speech.lead else name} {speech.verb}"
    rest = ((line, _words(line, before, desk)) for before, line in pairwise(lines))
    return Told(((first, capitalized(begun)), *rest))


def _words(line: Line, before: Line | None, desk: Desk) -> str:
    """A later sentence of a turn: as it stands behind the one before it, else as it is told alone."""
    told = desk.teller.alone(line) if desk.lines.before(line) != before else None
    alone = told is not None and len(told.parts) == 1 and desk.teller.speech(line).clause
    return told.text if told is not None and alone else _going_on(line, desk)


def _going_on(line: Line, desk: Desk) -> str:
    """A later sentence of a turn, as it stands, without what names its speaker again."""
    speech = speech_of(line, desk.prose(line))
    return line.text if not speech.named or speech.pronoun else (speech.clause or line.text)


def told_turns(
    turns: Iterable[Turn], desk: Desk, *, count: int | None = None, used: Used | None = None
) -> list[tuple[Turn, Told]]:
    """The turns told; the capacity of a speaker at the first mention."""
    known = used or Used()
    return [(turn, opened(turn, desk, role=known.meet(turn.name), count=count)) for turn in turns]


def turn_blocks(turn: Turn, told: Told, desk: Desk) -> Iterator[Block]:
    """A turn as blocks: its sentences in paragraphs, with the quotations, lists and tables that stand among them."""
    if not turn.blocks or len(told.lines) < turn.blocks[0][0]:
        yield Paragraph(None, desk.cite(told.text, told.lines))
        return
    yield Paragraph(None, desk.cite(told.text, told.lines))
    for _, block in turn.blocks:
        yield whole_table(block, desk) if isinstance(block, Table) else block


def whole_table(table: Table, desk: Desk) -> Table:
    """A table of a record; where all but its first column are numbers, with their sums, which are counted."""
    sums = [_sum([row[column] for row in table.rows]) for column in range(1, len(table.head))]
    if len(table.rows) < 2 or not sums or any(each is None for each in sums):
        return table
    label: Inlines = (Run(desk.words.text("all_counted"), bold=True),)
    total = (label, *((Run(f"{each:,}", bold=True),) for each in sums))
    return replace(table, rows=(*table.rows, total))


def _sum(cells: Sequence[Inlines]) -> int | None:
    numbers = [re.sub(r"[,  ]", "", "".join(run.text for run in cell if isinstance(run, Run))) for cell in cells]
    return sum(map(int, numbers)) if all(re.fullmatch(r"\d+", number) for number in numbers) else None
