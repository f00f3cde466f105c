"""The text of a source, written: what `body` reads as the same blocks and footnotes."""

from __future__ import annotations

import re

from precis.model import Block, Heading, Inlines, List, ListItem, Paragraph, Quotation, Table
from precis.source.body import Body
from precis.source.chunks import ITEM
from precis.source.marks import marked

__all__ = ["plain_start", "print_block", "print_body"]


_RULES = {"left": "---", "center": ":-:", "right": "--:"}


def print_body(body: Body) -> str:
    """The text that reads as `body`."""
    out: list[str] = []
    last_number = 0
    for block in body.blocks:
        out.append(print_block(block, last_number))
        if isinstance(block, Paragraph) and block.number is not None:
            last_number = block.number
    out.extend(f"[^{note.label}]: {marked(note.inlines)}" for note in body.footnotes)
    return "\n\n".join(out) + "\n" if out else ""


def print_block(block: Block, last_number: int = 0) -> str:
    """The text that reads as a block, where the last paragraph before it has the number `last_number`."""
    match block:
        case Heading():
            return f"{'#' * block.level} {marked(block.inlines)}"
        case Paragraph():
            return _paragraph(block, last_number)
        case Quotation():
            return "\n>\n".join(_prefixed("> ", marked(paragraph)) for paragraph in block.paragraphs)
        case List():
            return "\n".join(map(_item, block.items))
        case Table():
            rule = "|" + "".join(f"{_RULES[align]}|" for align in block.aligns or ["left"] * len(block.head))
            rows = [_row(block.head), rule, *(_row(row) for row in block.rows)]
            return "\n".join([*_line_of_table(block.caption), *rows, *_line_of_table(block.source)])


def _item(item: ListItem) -> str:
    set_in = "  " * (item.level - 1)
    mark = f"({item.label}) " if item.label else "- "
    text = marked(item.inlines)
    if item.label and text.endswith("{-}"):
        text = text.removesuffix("{-}") + "\\{-}"
    return _prefixed(set_in + mark, text, f"{set_in}  ")


def _prefixed(first: str, text: str, rest: str | None = None) -> str:
    return first + text.replace("\n", "\n" + (first if rest is None else rest))


def _line_of_table(text: Inlines) -> list[str]:
    return ["|+ " + _without_strokes(text)] if text else []


def _without_strokes(text: Inlines) -> str:
    return marked(text).replace("|", "\\|")


def _row(cells: tuple[Inlines, ...]) -> str:
    return "| " + " | ".join(map(_without_strokes, cells)) + " |"


def _paragraph(paragraph: Paragraph, last_number: int) -> str:
    text = plain_start(marked(paragraph.inlines), numbered=paragraph.number is not None)
    if text.endswith("{-}"):
        text = text.removesuffix("{-}") + "\\{-}"
    if paragraph.number is None:
        return f"{text} {{-}}"
    return text if paragraph.number == last_number + 1 else f"{paragraph.number}. {text}"


def plain_start(text: str, *, numbered: bool) -> str:
    """The text with an escape where its first characters would make it something other than a paragraph.

    One that is not `numbered` is no item of a list, whatever it begins with.
    """
    meant = re.match(r"\d{1,6}(?=\.[ \t])|\[\^[^\]\s]+\](?=:)", text)
    if meant:
        return f"{meant[0]}\\{text[meant.end() :]}"
    if re.match(r"#+(?:[ \t]|$)|>|-(?: |$)|\||<!--", text):
        return f"\\{text}"
    if numbered and ITEM.match(text):
        return f"\\{text}" if text.startswith("(") else text.replace(")", "\\)", 1)
    return text
