"""The record as lines of JSON, for programs in other languages than Python."""

from __future__ import annotations

from typing import Any

from precis.model import Block, Call, Heading, Inlines, List, Paragraph, Quotation, Record, Run, Table, texts_of
from tests.producers.make.record import CLOSING, CONTENTS, COVER, FOOT, NOTES, OPENING, TITLE

__all__ = ["lines_of"]


def lines_of(record: Record) -> dict[str, Any]:
    """`lines`, each of a `kind` with its `words` or `rows`, and `notes`."""
    lines = [
        _line("heading", (Run(line),), level=1) if line == TITLE else _line("paragraph", (Run(line),)) for line in COVER
    ]
    lines.append(_line("heading", (Run("Contents"),), level=2))
    rest = (*CONTENTS, *(f"{star} {words}" for star, words in NOTES), *FOOT)
    lines += [_line("paragraph", (Run(line),)) for line in rest]
    lines.append(_line("paragraph", (Run(OPENING, italic=True),)))
    lines += [line for block in record.blocks for line in _block(block)]
    lines.append(_line("paragraph", (Run(CLOSING, italic=True),)))
    return {
        "lines": lines,
        "notes": [{"label": note.label, "words": _words(note.inlines)} for note in record.footnotes],
    }


def _block(block: Block) -> list[dict[str, Any]]:
    match block:
        case Heading():
            return [_line("heading", block.inlines, level=block.level + 1)]
        case Paragraph():
            number = () if block.number is None else (Run(f"{block.number}.\t"),)
            return [_line("paragraph", (*number, *block.inlines))]
        case Quotation():
            return [_line("quotation", each) for each in block.paragraphs]
        case List():
            return [_line("bullet", each) for each in texts_of(block)]
        case Table():
            return [{"kind": "table", "rows": [[_words(cell) for cell in row] for row in (block.head, *block.rows)]}]


def _line(kind: str, inlines: Inlines, **more: int) -> dict[str, Any]:
    return {"kind": kind, "words": _words(inlines), **more}


def _words(inlines: Inlines) -> list[dict[str, Any]]:
    words: list[dict[str, Any]] = []
    for item in inlines:
        assert isinstance(item, Call | Run)
        look = {} if isinstance(item, Call) else {"text": item.text, "bold": item.bold, "italic": item.italic}
        words.append(look or {"call": item.label})  # type: ignore[union-attr]
    return words
