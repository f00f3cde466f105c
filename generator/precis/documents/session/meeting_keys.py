"""The key points of one meeting: votes and decisions, what the committee will take up, the weightiest themes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from precis.documents.session.desk import Desk
from precis.documents.session.dues import Due
from precis.documents.session.keys import Key, key_of_topic, welcomed
from precis.documents.session.lines import Line, place_of, spoken
from precis.documents.session.meeting_items import item_label
from precis.documents.session.speech import capitalized
from precis.documents.session.state_sheet import spaced
from precis.documents.session.topics import topics_of
from precis.documents.session.used import Used
from precis.documents.session.votes import voted_on
from precis.facts.kinds.vote import Voted
from precis.facts.record import RecordFacts
from precis.facts.themes import GENERAL
from precis.model import Inlines, List, plain
from precis.proceedings import Item, ProcedureKind

__all__ = ["meeting_keys"]

_DECIDED = (ProcedureKind.DECISION, ProcedureKind.ADOPTION, ProcedureKind.ELECTION, ProcedureKind.VOTE)


def meeting_keys(
    record: RecordFacts, items: Mapping[Item, list[Line]], dues: Sequence[Due], desk: Desk, used: Used, most: int
) -> list[Key]:
    """Votes and decisions first; then what the Committee will take up; then the weightiest themes; at most `most`."""
    found = _merged((*_decided(record, desk, used), *_taken_up(items, desk, used)))[:most]
    for dialogue in desk.facts.dialogues:
        if len(found) < most and (praised := welcomed(dialogue, desk, used)) is not None:
            found.append(praised)
        for topic in sorted(topics_of(dialogue, desk), key=lambda topic: -topic.score):
            if len(found) < most and topic.name != GENERAL:
                key = key_of_topic(topic, dialogue, dues, desk, used)
                found.extend([key] if key is not None else [])
    return found


def _merged(keys: Sequence[Key]) -> list[Key]:
    """Key points under the same label as one."""
    out: dict[str, list[Inlines]] = {}
    for label, words in keys:
        out.setdefault(label, []).append(words)
    return [(label, spaced(words)) for label, words in out.items()]


def _decided(record: RecordFacts, desk: Desk, used: Used) -> Iterator[Key]:
    """The lines of procedure that decide, each with the proposal it decides on, under the title of its item."""
    lines = desk.lines.record(record.label)
    voted = {place_of(fact.at) for fact in record.facts if isinstance(fact, Voted)}
    for place, line in enumerate(lines):
        procedure = line.said.procedure
        if procedure is None or procedure.kind not in _DECIDED or used.has(line):
            continue
        own = [line]
        if procedure.kind is ProcedureKind.DECISION:
            own = [*_proposal(lines[:place]), line]
        elif place_of(line.at) in voted:
            own = list(voted_on(line, desk))
        words = _decision_words(own, desk)
        if words is None:
            continue
        used.take(own)
        item = line.said.item
        yield (item_label(item, desk) if item is not None else desk.words.title("decisions")), words


def _proposal(lines: Sequence[Line]) -> list[Line]:
    """The sentence before a decision; of a list that was decided on, the sentence that opens it."""
    paragraph = lines[-1].at.paragraph if lines else None
    own = [line for line in spoken(lines) if line.at.paragraph == paragraph]
    return own[-1:] if own and own[-1].said.passage.main else own[:1]


def _decision_words(lines: Sequence[Line], desk: Desk) -> Inlines | None:
    texts: list[str] = []
    for line in lines:
        if line.said.procedure is not None:
            texts.append(line.text)
            continue
        taken = desk.prose(line).taken.search(line.text)
        texts.append(capitalized(line.text[taken.end() :].strip()) if taken else line.text)
    block = next((each for each in _lists_after(lines[0], desk)), None)
    if block is not None:
        items = "; ".join(plain(item.lettered).rstrip(";.") for item in block.items)
        texts[0] = f"{texts[0].rstrip(':')}: {items}."
    return desk.cite(" ".join(texts), lines)


def _lists_after(line: Line, desk: Desk) -> Iterator[List]:
    blocks = desk.record(line.at.record).record.blocks
    after = blocks[line.said.passage.at.block + 1 : line.said.passage.at.block + 2]
    if line.text.endswith(":"):
        yield from (block for block in after if isinstance(block, List))


def _taken_up(items: Mapping[Item, list[Line]], desk: Desk, used: Used) -> Iterator[Key]:
    """What the Chair says that the Committee will do, or has begun."""
    for item, lines in items.items():
        parts: list[Inlines] = []
        for line in spoken(lines):
            speaker = line.speaker
            if speaker is None or not speaker.presides or used.has(line):
                continue
            if desk.prose(line).committee.search(line.text):
                told = desk.teller.alone(line)
                if told is not None and not used.any(told):
                    used.take(told.lines)
                    parts.append(desk.cite(told.text, told.lines))
        if parts:
            yield item_label(item, desk), spaced(parts[:2])
