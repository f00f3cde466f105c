"""The text of a source: its blocks, and the footnotes that they call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from precis.model import Block, Call, Faults, Footnote, texts_of
from precis.source.blocks import BlockReader, Comment, read_all

__all__ = ["Body", "Parts", "read_blocks", "read_body", "read_parts"]


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a source, and its footnotes in the order in which they are called.

    Of a text that was read, `lines` are the lines of its blocks, `note_lines` those of its footnotes by their labels.
    """

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    lines: tuple[int, ...] = field(default=(), compare=False)
    note_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    comments: tuple[Comment, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """The blocks of a text, each with its line, and all the footnotes given in it with theirs, called or not."""

    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    notes: Mapping[str, tuple[Footnote, int]]


def read_body(text: str, faults: Faults, first_line: int = 1) -> Body:
    """The blocks of `text`, whose first line is line `first_line` of the file; what is wrong goes to `faults`."""
    reader = read_all(text, faults, first_line)
    note_lines = {label: line for label, (_, line) in reader.notes.items()}
    return Body(tuple(reader.blocks), _footnotes(reader), tuple(reader.lines), note_lines, tuple(reader.comments))


def read_blocks(text: str, faults: Faults, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a `text` that belongs into another, which has the footnotes they call; else as `read_body`."""
    reader = read_all(text, faults, first_line)
    for label, (_, line) in reader.notes.items():
        faults.add("footnote", f"the text of footnote [^{label}] does not belong here; give it beside the text", line)
    return tuple(reader.blocks)


def read_parts(text: str, faults: Faults, first_line: int = 1) -> Parts:
    """As `read_body`, of a text whose footnotes may be called often, or have no text."""
    reader = read_all(text, faults, first_line)
    return Parts(tuple(reader.blocks), tuple(reader.lines), reader.notes)


def _footnotes(reader: BlockReader) -> tuple[Footnote, ...]:
    """The footnotes in the order of their calls; each is called once, and each call has one."""
    called: dict[str, int] = {}

    def fault(label: str, message: str, line: int) -> None:
        reader.faults.add("footnote", message, line, words=f"[^{label}]")

    for block, line in zip(reader.blocks, reader.lines, strict=True):
        for item in (item for text in texts_of(block) for item in text):
            if not isinstance(item, Call):
                continue
            if item.label in called:
                fault(item.label, f"footnote [^{item.label}] is called twice; give each call its own", line)
            elif item.label not in reader.notes:
                fault(item.label, f"[^{item.label}] has no text; add a line '[^{item.label}]: …'", line)
            called.setdefault(item.label, line)
    for label, (_, line) in reader.notes.items():
        if label not in called:
            fault(label, f"footnote [^{label}] is not called; write [^{label}] where it belongs", line)
    return tuple(reader.notes[label][0] for label in called if label in reader.notes)
