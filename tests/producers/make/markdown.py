"""The record in pandoc's Markdown."""

from __future__ import annotations

import re

from precis.model import Block, Heading, Inlines, List, Paragraph, Quotation, Record, Table, texts_of
from tests.producers.make.record import CLOSING, CONTENTS, COVER, FOOT, NOTES, OPENING, TITLE, marked

__all__ = ["markdown_of"]


def markdown_of(record: Record) -> str:
    """The text, in which typed numbers are escaped so that they stay as they were typed."""
    lines = [f"# {_escaped(line)}" if line == TITLE else _escaped(line) for line in COVER]
    lines += ["## Contents", *CONTENTS, *(_escaped(f"{star} {words}") for star, words in NOTES)]
    lines += [*map(_escaped, FOOT), f"*{OPENING}*", *map(_block, record.blocks), f"*{CLOSING}*"]
    lines += [f"[^{note.label}]: {_words(note.inlines)}" for note in record.footnotes]
    return "\n\n".join(lines) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {_words(block.inlines)}"
        case Paragraph():
            return f"{'' if block.number is None else f'{block.number}' + chr(92) + '. '}{_words(block.inlines)}"
        case Quotation():
            return "\n>\n".join(f"> {_words(each)}" for each in block.paragraphs)
        case List():
            return "\n".join(f"- {_words(each)}" for each in texts_of(block))
        case Table():
            rows = [f"| {' | '.join(map(_words, row))} |" for row in (block.head, *block.rows)]
            return "\n".join([rows[0], "|" + "---|" * len(block.head), *rows[1:]])


def _words(inlines: Inlines) -> str:
    return marked(inlines, "**{}**", "*{}*", "[^{}]".format, _escaped)


def _escaped(words: str) -> str:
    return re.sub(r"([*_@])", r"\\\1", words)
