"""The key points of one meeting: votes and decisions, what the committee will take up, the weightiest themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from precis.documents.session.desk import Desk
from precis.documents.session.dues import Due
from precis.documents.session.keys import Key, key_of_topic, welcomed
from precis.documents.session.lines import Line, place_of, spoken
from precis.documents.session.meeting_items import item_label
from precis.documents.session.saying import by_name, named_with_role, said
from precis.documents.session.speech import capitalized
from precis.documents.session.state_sheet import spaced
from precis.documents.session.topics import topics_of
from precis.documents.session.used import Used
from precis.documents.session.votes import voted_on
from precis.facts.kinds.communication import Communication
from precis.facts.kinds.inquiry import Inquiry
from precis.facts.kinds.vote import Voted
from precis.facts.record import RecordFacts
from precis.facts.themes import GENERAL
from precis.model import Inlines, List, plain
from precis.proceedings import Item, ProcedureKind

__all__ = ["meeting_keys"]

_WAITING = ("registered", "pending")
"""The outcomes of communications on which nothing was decided yet."""
_TAKEN = 2
"""So many sentences on what will be taken up are told under an item."""
_OUTCOMES = 3
"""So many sentences on communications or inquiries are told under an item."""
_DECIDED = (ProcedureKind.DECISION, ProcedureKind.ADOPTION, ProcedureKind.ELECTION, ProcedureKind.VOTE)


def meeting_keys(
    record: RecordFacts, items: Mapping[Item, list[Line]], dues: Sequence[Due], desk: Desk, used: Used, most: int
) -> list[Key]:
    """Votes and decisions first; then communications and inquiries by their outcome, and what will be taken up.

    Then come the weightiest themes; there are at most `most`.
    """
    decided = (*_decided(record, desk, used), *_outcomes(record, desk, used), *_taken_up(items, desk, used))
    found = _merged(decided)[:most]
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
        told = procedure is not None and (procedure.kind in _DECIDED or place_of(line.at) in voted)
        if procedure is None or not told or used.has(line):
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


def _outcomes(record: RecordFacts, desk: Desk, used: Used) -> Iterator[Key]:
    """What became of communications and inquiries, under the titles of their items; not what only came in."""
    taken: Counter[str] = Counter()
    for fact in record.facts:
        known = isinstance(fact, Inquiry) or (isinstance(fact, Communication) and fact.outcome not in _WAITING)
        line = desk.said(fact.at) if known else None
        told = desk.teller.alone(line) if line is not None else None
        if line is None or told is None or used.any(told) or line.said.item is None:
            continue
        label = item_label(line.said.item, desk)
        if taken[label] < _OUTCOMES:
            taken[label] += 1
            used.take(told.lines)
            words = by_name(told, desk)
            first = told.lines[0]
            named = first.speaker is not None and words[:1].isdigit()
            yield label, desk.cite(said(first, named_with_role(first), words, desk) if named else words, told.lines)


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
        found = _proposed(line, desk)
        if found is None:
            return None
        texts.append(found)
    block = next((each for each in _lists_after(lines[0], desk)), None)
    if block is not None:
        items = "; ".join(_listed(plain(item.lettered).rstrip(";."), desk) for item in block.items)
        texts[0] = f"{texts[0].rstrip(':')}: {items}."
    return desk.cite(" ".join(texts), lines)


def _listed(item: str, desk: Desk) -> str:
    """An item of a list inside a sentence: "Repayment: partly satisfactory" has a small letter and a comma."""
    what, colon, how = item.partition(": ")
    return f"{desk.lowered(what)}, {how}" if colon and ": " not in how else item


def _proposed(line: Line, desk: Desk) -> str | None:
    """What was proposed, in words that can stand alone; or None."""
    taken = desk.prose(line).taken.search(line.text)
    words = capitalized(line.text[taken.end() :].strip()) if taken else ""
    if words and not desk.teller.hangs(line, words):
        return words
    told = desk.teller.alone(line)
    return None if told is None else by_name(told, desk)


def _lists_after(line: Line, desk: Desk) -> Iterator[List]:
    blocks = desk.record(line.at.record).record.blocks
    after = blocks[line.said.passage.at.block + 1 : line.said.passage.at.block + 2]
    if line.text.endswith(":"):
        yield from (block for block in after if isinstance(block, List))


def _taken_up(items: Mapping[Item, list[Line]], desk: Desk, used: Used) -> Iterator[Key]:
    """What the Chair says that the Committee will do, or has begun; a proposal that it takes up is told before it."""
    for item, lines in items.items():
        parts: list[Inlines] = []
        said_under = spoken(lines)
        for place, line in enumerate(said_under):
            speaker = line.speaker
            if speaker is None or not speaker.presides or used.has(line):
                continue
            if desk.prose(line).committee.search(line.text):
                told = desk.teller.alone(line)
                if told is not None and not used.any(told):
                    parts.extend(_put_before(said_under[:place], told.text, desk, used))
                    used.take(told.lines)
                    parts.append(desk.cite(by_name(told, desk), told.lines))
        if parts:
            yield item_label(item, desk), spaced(parts[:_TAKEN])


def _put_before(lines: Sequence[Line], text: str, desk: Desk, used: Used) -> Iterator[Inlines]:
    """What was proposed just before, if a text speaks of "the proposal" only: how the turn before begins."""
    before = next((line for line in reversed(lines) if line.speaker and not line.speaker.presides), None)
    if before is None or not desk.prose(before).put.search(text):
        return
    first = next(line for line in lines if line.said is before.said)
    told = desk.teller.alone(first)
    if told is not None and len(told.lines) == 1 and not used.any(told):
        used.take(told.lines)
        clause = desk.teller.speech(first).clause
        words = said(first, named_with_role(first), told.text, desk) if clause else by_name(told, desk)
        yield desk.cite(words, told.lines)
