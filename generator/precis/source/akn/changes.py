"""What a record says other than it did before its corrections: as marks in its text, and as data on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Literal

from precis.model import (
    Block,
    Call,
    Footnote,
    Heading,
    Inline,
    Inlines,
    List,
    Paragraph,
    Quotation,
    Run,
    Table,
    joined,
    plain,
    texts_of,
)
from precis.source.akn.names import add

__all__ = ["Change", "Modifications", "Notes", "changed", "paired"]

Change = Literal["", "del", "ins"]
Notes = Mapping[str, tuple[int, Footnote]]
"""The footnotes of a record by their labels, each with its number."""

_ALIKE = 0.4
"""How much of their words two blocks share, from which one is the other corrected."""
_WORD = re.compile(r"\s*\S+|\s+")


def paired(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[Block | None, int | None]]:
    """The blocks of two records in order: each with the place of the one that it became, or of none, or from none."""
    matcher = SequenceMatcher(None, list(map(_unnumbered, old)), list(map(_unnumbered, new)), autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[i:j], range(k, m), strict=True)
            continue
        waiting = list(old[i:j])
        for place in range(k, m):
            at = next((at for at, each in enumerate(waiting) if _alike(each, new[place])), None)
            if at is None:
                yield None, place
                continue
            yield from ((each, None) for each in waiting[:at])
            yield waiting[at], place
            waiting = waiting[at + 1 :]
        yield from ((each, None) for each in waiting)


def _unnumbered(block: Block) -> Block:
    """A block without the number that only counts it."""
    return replace(block, number=0) if isinstance(block, Paragraph) and block.number is not None else block


def _alike(old: Block, new: Block) -> bool:
    """Whether one block can be the other, corrected: they have as many texts, and many words in common."""
    if _shape(old) != _shape(new):
        return False
    was, now = (" ".join(map(plain, texts_of(block))).split() for block in (old, new))
    return SequenceMatcher(None, was, now, autojunk=False).ratio() >= _ALIKE


def _shape(block: Block) -> tuple[object, ...]:
    """What a block is beside its words."""
    match block:
        case Heading():
            return Heading, block.level
        case Paragraph():
            return Paragraph, block.number is None
        case List():
            return List, tuple((item.level, item.label) for item in block.items)
        case Table():
            return Table, len(block.head), len(block.rows), block.aligns, bool(block.caption), bool(block.source)
        case Quotation():
            return Quotation, len(block.paragraphs)


def changed(old: Inlines, new: Inlines, old_notes: Notes, new_notes: Notes) -> Iterator[tuple[Change, Inlines]]:
    """The words of two texts in order, each stretch with what was done to it; a note is another with other words."""
    was, now = list(_tokens(old, old_notes)), list(_tokens(new, new_notes))
    for kind, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "", joined(item for item, _ in now[k:m])
            continue
        if i < j:
            yield "del", joined(item for item, _ in was[i:j])
        if k < m:
            yield "ins", joined(item for item, _ in now[k:m])


def _tokens(inlines: Inlines, notes: Notes) -> Iterator[tuple[Inline, Inlines]]:
    """Each word with the blank before it, and what is no word; a call with the words of its note."""
    for item in inlines:
        if isinstance(item, Run):
            yield from ((replace(item, text=word), ()) for word in _WORD.findall(item.text))
        else:
            yield item, notes[item.label][1].inlines if isinstance(item, Call) else ()


class Modifications:
    """Gathers the marks of a text as it is written: words put in, taken out, or put in the place of others."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str]] = []

    def note(self, change: Change, name: str, *, follows: bool) -> None:
        """Note a mark by its name; words that are put in may follow those in whose place they are."""
        if change == "del":
            self._found.append((name, ""))
        elif follows:
            self._found[-1] = (self._found[-1][0], name)
        else:
            self._found.append(("", name))

    def put(self, analysis: Any, event: str) -> None:
        """Put them, if there are any, into the analysis of a document; they belong to an `event` of its lifecycle."""
        if not self._found:
            return
        changes = add(analysis, "passiveModifications")
        for number, (old, new) in enumerate(self._found, 1):
            kind = "substitution" if old and new else "insertion" if new else "repeal"
            made = add(changes, "textualMod", type=kind, eId=f"pm_{number}")
            add(made, "source", href=f"#{event}")
            add(made, "destination", href=f"#{new or old}")
            for name, place in (("old", old), ("new", new)):
                if place:
                    add(made, name, href=f"#{place}")
