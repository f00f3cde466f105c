"""One correction as it is typed: `Paragraph 3, sentence 6: for "Secretary General" read "Secretary-General"`.

The place comes first, then what is to be done there. Other forms that people type are brought to this one (`typed`).
Words stand in straight quotation marks, with the marks of a source inside (`*italic*`, `[^1]`); a quotation mark among
them is written with a backslash. Values of the cover are written as in front matter, in quotation marks, several of
them one behind the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from precis.corrections.cover import read_value, shown
from precis.corrections.instruction import (
    AddEntry,
    AddFootnote,
    Delete,
    InsertAfter,
    InsertAt,
    InsertBlocks,
    Instruction,
    Merge,
    Move,
    Remove,
    Renumber,
    Replace,
    Rewrite,
    SetField,
    SetLevel,
    SetNumbered,
    Side,
    Split,
)
from precis.corrections.location import Location, LocationKind
from precis.corrections.typed import as_noted
from precis.model import Block, Inlines
from precis.source.marks import inlines, marked

__all__ = ["print_correction", "read_correction"]


_AT = r"(?: (?P<nth>\d+))?(?: after paragraph (?P<number>\d+)| at the beginning)"
_LOCATIONS = {
    LocationKind.PARAGRAPH: r"paragraph (?P<number>\d+)(?: \((?P<nth>\d+)\))?",
    LocationKind.HEADING: r"heading(?: (?P<nth>\d+))?(?: before paragraph (?P<number>\d+)| at the end)",
    LocationKind.LINE: "line" + _AT,
    LocationKind.QUOTATION: "quotation" + _AT + r"(?:, paragraph (?P<entry>\d+))?",
    LocationKind.LIST: "list" + _AT + r"(?:, item (?P<entry>\d+))?",
    LocationKind.TABLE: "table"
    + _AT
    + r"(?:, (?P<name>caption|source line)|(?:, row (?P<entry>\d+))?(?:, column (?P<column>\d+))?)",
    LocationKind.FOOTNOTE: r"footnote (?P<name>\S+?)",
    LocationKind.NOTE: r"note (?P<entry>\d+)",
    LocationKind.TITLE: "title",
    LocationKind.CONTENTS: r"contents, item (?P<entry>\d+)",
    LocationKind.COVER: r"cover, (?P<name>\w+)",
    LocationKind.TEXT: "text",
}
_RENUMBER = "renumber the paragraphs"
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"', re.DOTALL)
_PLACES = "Paragraph 3, sentence 2; Heading before paragraph 7; Footnote 1; Cover, chair"
_FORMS = 'for "…" read "…"; after "…" insert "…"; at the end insert "…"; delete "…"; replace by "…"'


def read_correction(text: str, below: tuple[Block, ...] = ()) -> tuple[Location, Instruction]:
    """The correction typed as `text`, with the blocks set off `below` it; ValueError says what is wrong."""
    if not text.lower().startswith(_RENUMBER):
        text = as_noted(text)
    if text.lower().startswith(_RENUMBER):
        return Location(LocationKind.TEXT), Renumber(tuple(_ranges(text[len(_RENUMBER) :])))
    place, _, said = text.partition(": ")
    location = _read_location(place.removesuffix(":"))
    if below:
        return location, _read_blocks(said, below)
    if location.kind is LocationKind.COVER:
        return location, _read_field(location.name, said)
    for pattern, make in _INSTRUCTIONS:
        match = re.fullmatch(pattern.replace('""', _QUOTED.pattern), said, re.DOTALL)
        if match:
            return location, make(*match.groups())
    raise ValueError(f"'{said}' says no correction; write one of: {_FORMS}")


def print_correction(location: Location, instruction: Instruction) -> tuple[str, tuple[Block, ...]]:
    """The text that reads as the correction, and the blocks to set off below it."""
    if isinstance(instruction, Renumber):
        return f"{_RENUMBER.capitalize()} {_print_ranges(instruction.ranges)}".rstrip(), ()
    place = str(location)
    below = instruction.blocks if isinstance(instruction, InsertBlocks) else ()
    return f"{place[0].upper()}{place[1:]}: {_said(location, instruction)}", below


def _said(location: Location, instruction: Instruction) -> str:
    """The instruction as it is typed."""
    match instruction:
        case Replace(old, new):
            return f"for {_quoted(old)} read {_quoted(new)}"
        case InsertAfter(words, new):
            return f"after {_quoted(words)} insert {_quoted(new)}"
        case InsertAt(side, new):
            return f"at the {'beginning' if side is Side.BEFORE else 'end'} insert {_quoted(new)}"
        case Delete(words):
            return f"delete {_quoted(words)}"
        case Rewrite(new):
            return f"replace by {_quoted(new)}"
        case Remove():
            return "delete"
        case InsertBlocks(side):
            return f"insert {side} it:"
        case AddEntry(cells):
            return f"insert after it {', '.join(_quoted(cell) for cell in cells)}"
        case AddFootnote(new, after):
            return f"insert {_quoted(new)}" if after is None else f"insert after footnote {after} {_quoted(new)}"
        case Move(side, to):
            return f"move {side} {to}"
        case Split(words):
            return f"begin a new paragraph at {_quoted(words)}"
        case Merge():
            return "join to the paragraph before"
        case SetLevel(level):
            return f"make it level {level}"
        case SetNumbered(numbered):
            return "give it a number" if numbered else "take away its number"
        case SetField(old, new):
            return _print_field(location.name, old, new)
        case Renumber():
            raise AssertionError("it has no place of its own")


# What may be typed, and the instruction it makes of its words in quotation marks (written "" here) and figures.
_INSTRUCTIONS: tuple[tuple[str, Callable[..., Instruction]], ...] = (
    ('for "" read ""', lambda old, new: Replace(_words(old), _words(new))),
    ('after "" insert ""', lambda words, new: InsertAfter(_words(words), _words(new))),
    ('at the beginning insert ""', lambda new: InsertAt(Side.BEFORE, _words(new))),
    ('at the end insert ""', lambda new: InsertAt(Side.AFTER, _words(new))),
    ('delete ""', lambda words: Delete(_words(words))),
    ("delete", Remove),
    ('replace by ""', lambda new: Rewrite(_text(new))),
    ('begin a new paragraph at ""', lambda words: Split(_words(words))),
    ("join to the paragraph before", Merge),
    (r"make it level (\d+)", lambda level: SetLevel(int(level))),
    ("give it a number", lambda: SetNumbered(True)),
    ("take away its number", lambda: SetNumbered(False)),
    (r"move (before|after) (.+)", lambda side, to: Move(Side(side), _read_location(to))),
    (r'insert after it (".*")', lambda cells: AddEntry(_cells(cells))),
    ('insert ""', lambda new: AddFootnote(_words(new))),
    (r'insert after footnote (\S+) ""', lambda after, new: AddFootnote(_words(new), after)),
)


def _read_location(text: str) -> Location:
    for kind, pattern in _LOCATIONS.items():
        match = re.fullmatch(pattern + r"(?:, sentence (?P<sentence>\d+))?", text, re.IGNORECASE)
        if match:
            found = {name: value for name, value in match.groupdict().items() if value is not None}
            name = found.pop("name", "")
            name = name.lower() if kind is LocationKind.TABLE else name
            return Location(kind, name=name, **{part: int(figures) for part, figures in found.items()})
    raise ValueError(f"'{text}' is no place in a record; write one such as: {_PLACES}")


def _read_blocks(said: str, below: tuple[Block, ...]) -> InsertBlocks:
    match = re.fullmatch(r"insert (before|after) it:", said)
    if match is None:
        raise ValueError(f"'{said}' takes nothing set off below it; only 'insert after it:' and 'insert before it:' do")
    return InsertBlocks(Side(match[1]), below)


def _text(quoted: str) -> Inlines:
    return inlines(re.sub(r"\\(.)", lambda pair: '"' if pair[1] == '"' else pair[0], quoted, flags=re.DOTALL))


def _words(quoted: str) -> Inlines:
    found = _text(quoted)
    if not found:
        raise ValueError("nothing stands between the quotation marks; write the words")
    return found


def _cells(text: str) -> tuple[Inlines, ...]:
    if re.fullmatch(f"{_QUOTED.pattern}(?:, {_QUOTED.pattern})*", text, re.DOTALL) is None:
        raise ValueError(f'\'{text}\' is no row; write each cell in quotation marks: "…", "…"')
    return tuple(_text(match[1]) for match in _QUOTED.finditer(text))


def _quoted(words: Inlines) -> str:
    return '"' + marked(words).replace('"', '\\"') + '"'


def _read_field(key: str, said: str) -> SetField:
    """The values of a field of the cover, old and new: JSON texts or lists."""
    form = re.fullmatch(r"(for|insert|delete) (.+)", said, re.DOTALL)
    if form is None:
        raise ValueError(f"'{said}' says no correction of the cover; write one of: {_FIELD_FORMS}")
    first, rest = _json(form[2])
    if form[1] != "for" and not rest:
        value = read_value(key, first)
        return SetField(None, value) if form[1] == "insert" else SetField(value, None)
    if form[1] == "for" and rest.startswith(" read "):
        second, rest = _json(rest.removeprefix(" read "))
        if not rest:
            return SetField(read_value(key, first), read_value(key, second))
    raise ValueError(f"'{said}' says no correction of the cover; write one of: {_FIELD_FORMS}")


_FIELD_FORMS = 'for "…" read "…"; insert "…"; delete "…"'


def _json(text: str) -> tuple[Any, str]:
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        raise ValueError(f"'{text}' does not begin with a value in quotation marks, nor with a list of them") from None
    return value, text[end:]


def _print_field(key: str, old: Any, new: Any) -> str:
    if old is None:
        return f"insert {shown(key, new)}"
    if new is None:
        return f"delete {shown(key, old)}"
    return f"for {shown(key, old)} read {shown(key, new)}"


def _ranges(text: str) -> list[tuple[int, int]]:
    if not text.strip():
        return []
    found = [re.fullmatch(r"(\d+)(?:-(\d+))?", part.strip()) for part in text.split(",")]
    ranges = [(int(match[1]), int(match[2] or match[1])) for match in found if match is not None]
    if len(ranges) < len(found) or any(last < first for first, last in ranges):
        raise ValueError(f"'{text.strip()}' are no numbers of paragraphs; write 1-12, or 1-5, 7-12")
    return ranges


def _print_ranges(ranges: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
