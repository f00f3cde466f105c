"""Labels of footnotes in two versions of a record: they name notes and are not printed, so each note keeps its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count

from precis.model import Block, Call, Footnote, Inlines, Record, mapped, plain

__all__ = ["with_labels_of"]

_NEAR = 60
"""Notes are versions of one where they are so much alike, of a hundred."""


def with_labels_of(old: Record, new: Record, eye: Callable[[str], str]) -> Record:
    """The record `new` with the labels of `old` for the notes that both have, in whatever words.

    A program that saves a record again counts its notes anew, with those of the cover; and a note put in before others
    moves their numbers on. `eye` gives a text as it looks.
    """
    if not new.footnotes:
        return new
    labels = dict(_paired(old.footnotes, new.footnotes, eye))
    taken = {note.label for note in old.footnotes} | set(labels.values())
    for note in new.footnotes:
        if note.label not in labels:
            labels[note.label] = _free(note.label, taken)
            taken.add(labels[note.label])
    if all(before == after for before, after in labels.items()):
        return new
    notes = tuple(replace(note, label=labels[note.label]) for note in new.footnotes)
    return replace(new, blocks=tuple(_relabelled(block, labels) for block in new.blocks), footnotes=notes)


def _paired(old: Sequence[Footnote], new: Sequence[Footnote], eye: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The label of each new note that is a version of an old one, with that of the old one."""
    before, after = ([eye(plain(note.inlines)) for note in notes] for notes in (old, new))
    for _, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if last - first == end - start:
            pairs = zip(range(first, last), range(start, end), strict=True)
        else:
            pairs = zip(*_alike(before, after, range(first, last), range(start, end)), strict=True)
        yield from ((new[other].label, old[one].label) for one, other in pairs)


def _alike(before: Sequence[str], after: Sequence[str], ones: range, others: range) -> tuple[list[int], list[int]]:
    """Of two stretches of notes those that are most alike, in order."""
    from rapidfuzz import fuzz

    found: tuple[list[int], list[int]] = ([], [])
    start = others.start
    for one in ones:
        likeness = {at: fuzz.ratio(before[one], after[at]) for at in range(start, others.stop)}
        best = max(likeness, key=lambda at: likeness[at], default=None)
        if best is not None and likeness[best] >= _NEAR:
            found[0].append(one)
            found[1].append(best)
            start = best + 1
    return found


def _free(label: str, taken: set[str]) -> str:
    """A label that no note has: a word stays itself, a number is the next that is free."""
    if label not in taken and not label.isdigit():
        return label
    return next(name for name in map(str, count(1)) if name not in taken)


def _relabelled(block: Block, labels: dict[str, str]) -> Block:
    return mapped(block, lambda text: _text(text, labels))


def _text(inlines: Inlines, labels: dict[str, str]) -> Inlines:
    return tuple(Call(labels.get(item.label, item.label)) if isinstance(item, Call) else item for item in inlines)
