"""Takes joined into one record: their covers as one, their texts one after the other, with running numbers.

A meeting is divided into takes of ten or fifteen minutes, which several précis-writers write. What each typed stays to
the letter; above it a comment says who wrote it. Only what cannot be said twice changes: paragraph numbers that were
typed, labels of footnotes that two takes use, and the headings that a take repeats to say where it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from precis.assets import Assets
from precis.language import languages, load_wording
from precis.language.states import load_states
from precis.model import Fault, Faults, FileSpan, Finding, Heading, Paragraph, PrecisError, Record
from precis.proceedings.items import items_of
from precis.source.chunks import NUMBER, TAKE
from precis.source.fields import FIELDS, record_of
from precis.source.front import print_front
from precis.source.printed import plain_start
from precis.source.record import check_record
from precis.tasks.takes import Take, read_takes, told_of_takes

__all__ = ["Joined", "join"]


@dataclass(frozen=True, slots=True)
class Joined:
    """The source of a record, the number of its meeting, and what its reader should know of the takes."""

    text: str
    meeting: int | None
    told: tuple[Finding, ...]


def join(files: Sequence[str], assets: Assets) -> Joined:
    """The record that takes make, in the order of their numbers.

    Raises PrecisError with the faults of all of them: what is no take, two of one number, fields that differ.
    """
    takes, faults = read_takes(files, assets)
    faults.extend(_same_numbers(takes))
    values, differing = _cover(takes)
    faults.extend(differing)
    if faults:
        raise PrecisError(faults)
    record = record_of(values)
    fitting = Faults(takes[0].file)
    check_record(record, takes[0].placed.front, fitting, assets)
    fitting.check()
    shown = {field.key: field.show(values[field.key]) for field in FIELDS if field.key in values}
    text = print_front(shown) + "\n" + "\n\n".join(_parts(takes, record, assets)) + "\n"
    return Joined(text, record.meeting, tuple(told_of_takes(takes, record, assets)))


def _same_numbers(takes: Sequence[Take]) -> Iterator[Fault]:
    for one, other in pairwise(takes):
        if one.number == other.number:
            span = FileSpan(other.file, other.placed.front.lines["take"])
            message = f"take: {one.file} is take {one.number} too; give each its own number"
            yield Fault(span, "take-twice", message, "take")


def _cover(takes: Sequence[Take]) -> tuple[dict[str, Any], list[Fault]]:
    """The typed fields of the record, each from the first take that has it; a fault for each that is said otherwise.

    Who presides may change from take to take: all are named in their order.
    """
    values: dict[str, Any] = {}
    said: dict[str, Take] = {}
    faults: list[Fault] = []
    for take in takes:
        for field in FIELDS:
            if field.key not in take.values:
                continue
            value, key = take.values[field.key], field.key
            if key not in values:
                values[key], said[key] = value, take
            elif key == "chair":
                values[key] = tuple(dict.fromkeys((*values[key], *value)))
            elif values[key] != value:
                message = f"{key}: is {field.show(value)} here and {field.show(values[key])} in {said[key].file}"
                span = FileSpan(take.file, take.placed.front.lines.get(key))
                faults.append(Fault(span, "take-differs", f"{message}; write the same in both", key))
    return values, faults


def _parts(takes: Sequence[Take], record: Record, assets: Assets) -> Iterator[str]:
    """The text of each take below a comment on who wrote it."""
    labels: set[str] = set()
    above: dict[int, str] = {}
    for take in takes:
        lines = dict(enumerate(take.text.split("\n")[take.placed.line - 1 :], take.placed.line))
        _drop_headings(take, lines, above, record, assets)
        _drop_numbers(take, lines, first=take is takes[0])
        text = _with_labels("\n".join(lines.values()).strip("\n"), take, labels)
        who = f"{TAKE} {take.number}{f', {take.writer}' if take.writer else ''}".replace("--", "–")
        yield f"<!-- {who} -->" + (f"\n\n{text}" if text else "")


def _drop_headings(take: Take, lines: dict[int, str], above: dict[int, str], record: Record, assets: Assets) -> None:
    """Take out the headings that a take begins with and that stand above it already; note those that do now."""
    blocks, starts = take.placed.body.blocks, take.placed.body.lines
    titles = _titles(take, record, assets)
    begins = True
    for at, (block, line) in enumerate(zip(blocks, starts, strict=True)):
        if not isinstance(block, Heading):
            begins = False
            continue
        words = titles[at]
        if begins and above.get(block.level) == words:
            end = starts[at + 1] if at + 1 < len(starts) else max(lines, default=line) + 1
            for number in range(line, end):
                if not lines.get(number, "").strip() and number > line:
                    break
                lines.pop(number, None)
            continue
        begins = False
        for level in [level for level in above if level >= block.level]:
            del above[level]
        above[block.level] = words


def _titles(take: Take, record: Record, assets: Assets) -> dict[int, str]:
    """The headings by their blocks, as they are known again: without "(continued)" and symbols."""
    own = replace(take.placed.reading.record, language=record.language)
    language = record.language if record.language in languages(assets) else "en"
    items = items_of(own, load_wording(language, assets), load_states(assets, language))
    return {item.at.block: " ".join(item.title.split()).casefold() for item in items}


def _drop_numbers(take: Take, lines: dict[int, str], *, first: bool) -> None:
    """Take out typed paragraph numbers, so that numbers run on; that of the first paragraph of all says where from."""
    for block, line in zip(take.placed.body.blocks, take.placed.body.lines, strict=True):
        if not isinstance(block, Paragraph) or block.number is None:
            continue
        typed = NUMBER.match(lines.get(line, ""))
        if typed is not None and not (first and block.number > 1):
            lines[line] = plain_start(lines[line][typed.end() :], numbered=True)
        first = False


def _with_labels(text: str, take: Take, taken: set[str]) -> str:
    """The text with a label of its own for each footnote; those that are `taken` get the next free number."""
    own = [note.label for note in take.placed.body.footnotes]
    free = _free({*taken, *own})
    new = {label: next(free) for label in own if label in taken}
    taken.update(new.get(label, label) for label in own)
    if not new:
        return text
    form = re.compile(rf"(?<!\\)\[\^({'|'.join(map(re.escape, new))})\]")
    return form.sub(lambda call: f"[^{new[call[1]]}]", text)


def _free(taken: Iterable[str]) -> Iterator[str]:
    known, number = set(taken), 0
    while True:
        number += 1
        if str(number) not in known:
            yield str(number)
