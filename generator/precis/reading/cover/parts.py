"""The parts of a text: the cover, the text between the opening and the closing line, and what stands after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from precis.language.cover_lines import end_line
from precis.language.wording import Wording
from precis.model import Gap, Line, LineKind, Run, plain
from precis.proceedings.procedure import takes_chair
from precis.reading.cover.cover import Cover
from precis.reading.cover.title import HELD, TITLES
from precis.reading.draft import CoverDraft
from precis.reading.line import LineLook, TextLine
from precis.reading.search.letters import form_of
from precis.reading.search.tolerant import Found, collapsed
from precis.reading.search.zone import Piece, Zone
from precis.reading.text.items import contents_form
from precis.reading.text.signs import NUMBER, has_end

__all__ = ["Parts", "ReadLine", "read_before_opening", "settle_line", "sort_lines"]

_SHORTEST_NUMBERED = 40
_SHORTEST_SENTENCES = 300
_SHORTEST_PARAGRAPH = 600
"""A line of so many letters is a paragraph: with a number and a full stop, with a full stop alone, without either."""

_MOST_HEADINGS = 4
"""So many headings may stand one below the other."""

_OPENINGS = ("meeting_opening", "discussion_opening", "part_opening", "public_part_opening")
_CLOSINGS = ("meeting_closing", "discussion_closing", "part_closing", "public_part_closing")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """The words of an opening or closing line, as they stand."""

    name: Literal["opening", "closing"]
    words: str
    at: int | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a text, sorted. The opening and the closing line are only among the `ends`."""

    cover: Sequence[TextLine]
    text: Sequence[TextLine]
    tail: Sequence[TextLine]
    ends: Sequence[ReadLine]


def sort_lines(zone: Zone, wording: Wording, draft: CoverDraft) -> Parts:
    """Sort the lines of a text by the opening and the closing line, and read those two.

    A text that lost its opening line begins with its first paragraph, or the headings above that; so does one whose
    cover stands after the opening line.
    """
    opening = _opening(zone.short, wording) or _opening(zone, wording)
    if opening is None:
        opening = _opening_without_time(zone, wording, draft)
    start = _first_paragraph(zone, wording, 0 if opening is None else opening.end)
    after = start if opening is None else opening.end
    closing = _closing(zone.short, after, wording)
    if closing is None or not zone.is_short(closing.start):
        closing = _closing(zone, after, wording)
    end = len(zone.text) if closing is None else max(closing.start, start)
    cover = _between(zone, 0, start if opening is None else opening.start)
    tail = [] if closing is None else _between(zone, closing.end, len(zone.text))
    before = [line for line in cover if _is_paragraph(line, wording)]
    behind = [line for line in tail if line.look is not LineLook.FOOTNOTE and _is_paragraph(line, wording)]
    if behind and _first_number(behind) == 1 == _first_number(_between(zone, start, end)):
        behind = []  # They are notes: the paragraphs of a text do not begin again.
    for line in (*before, *behind):
        reason = "a paragraph stands outside the opening and the closing line; the record has it between them"
        draft.tell("paragraph-moved", "text", reason, line.at, old=line.text)
    ends = [_read("opening", opening, zone, draft)] if opening is not None and "time" in opening.values else []
    ends += [] if closing is None else [_read("closing", closing, zone, draft)]
    return Parts(
        cover=[*(line for line in cover if line not in before), *_between(zone, after, start)],
        text=[
            *before,
            *_between(zone, start, end),
            *behind,
            *(line for line in tail if line.look is LineLook.FOOTNOTE),
        ],
        tail=[line for line in tail if line not in behind and line.look is not LineLook.FOOTNOTE],
        ends=ends,
    )


def _opening_without_time(zone: Zone, wording: Wording, draft: CoverDraft) -> Found | None:
    """The line of an opening whose time cannot be read, which is told: it parts the cover from the text."""
    found = zone.first("opening_line", wording.forms("opening_line"))
    if found is None:
        return None
    line_end = zone.text.find("\n", found.end)
    found = replace(found, end=len(zone.text) if line_end < 0 else line_end)
    reason = "the time at which the meeting was opened cannot be read"
    draft.tell("time-unread", "began", reason, zone.line_at(found.start), old=zone.text[found.start : found.end])
    return found


def _first_paragraph(zone: Zone, wording: Wording, after: int) -> int:
    """Where the text begins: after the last line of the cover that stands behind `after`, at the first paragraph.

    That is `after` itself where the cover stands before it, or is lost.
    """
    last = after
    # The usual title is the last of them, and one that stands before `after` is all that most texts need.
    for searched in (zone.short, zone) if after else (zone,):
        for name in (*reversed(TITLES), *HELD):
            for found in searched.find(name, wording.forms(name)):
                if found.start < after:
                    return after
                last = max(last, found.end)
    if last == after:
        return after
    first = zone.index(last - 1) + 1
    places = range(first, len(zone.lines))
    start = next((at for at in places if _is_paragraph(zone.lines[at], wording)), None)
    if start is None:
        return len(zone.text)
    return zone.starts[_first_heading(zone.lines, first, start, wording)]


def _first_heading(lines: Sequence[TextLine], first: int, start: int, wording: Wording) -> int:
    """The first of the headings above the paragraph at `start`: between two of them, others may stand."""
    at = start
    while at > first and not has_end(lines[at - 1].text) and start - at < _MOST_HEADINGS:
        at -= 1
        if _is_heading(lines[:at], lines[at], wording):
            start = at
    return start


def _is_heading(above: Sequence[TextLine], line: TextLine, wording: Wording) -> bool:
    """Whether a line is a heading of the text: an item of the contents `above` it, or with what items do not have."""
    form = contents_form(line.inlines, wording)
    return form != form_of(line.text) or form in {form_of(other.text) for other in above}


def _is_paragraph(line: TextLine, wording: Wording) -> bool:
    """Whether a line is a paragraph of a text: long, and none of the paragraphs of a cover."""
    shortest = _SHORTEST_PARAGRAPH
    if has_end(line.text):
        shortest = _SHORTEST_NUMBERED if NUMBER.match(line.text) else _SHORTEST_SENTENCES
    if len(line.text) < shortest:
        return False
    own = Zone([line])
    names = (
        *TITLES,
        *HELD,
        "original",
        "corrections_1",
        "corrections_2",
        "corrections",
        "rest_unrecorded",
        "unrecorded",
    )
    return not any(own.has(name, wording.forms(name)) for name in names)


def _first_number(lines: Sequence[TextLine]) -> int | None:
    """The first number of a paragraph that lines have."""
    found = (line.number or (int(match[1]) if (match := NUMBER.match(line.text)) else None) for line in lines)
    return next((number for number in found if number is not None), None)


def read_before_opening(cover: Cover) -> None:
    """Read the lines that stand between the cover and the opening line: who took the chair before the meeting began."""
    lines: list[Found | Piece] = list(cover.all("before_opening"))
    lines.extend(piece for piece in cover.zone.rest() if takes_chair(_with_stop(piece.text), cover.wording))
    for found in lines:
        if not cover.zone.free(found.start, found.end):
            continue
        at, words = cover.take(found), cover.words(found)
        line = _with_stop(collapsed(words))
        cover.before_opening.append(TextLine((Run(line),), at))
        reason = "it stands before the opening line; a record of precis has it after"
        cover.draft.tell("paragraph-moved", "text", reason, at, old=words, new=line)


def _with_stop(text: str) -> str:
    """The line with its full stop, which some have lost."""
    return text if text.endswith(".") else f"{text}."


def _opening(zone: Zone, wording: Wording) -> Found | None:
    """The first opening line, in the longest of its forms."""
    return min(_all(zone, _OPENINGS, wording), key=lambda found: (found.start, -found.end), default=None)


def _closing(zone: Zone, after: int, wording: Wording) -> Found | None:
    """The last closing line behind a place, in the longest of its forms."""
    closings = (found for found in _all(zone, _CLOSINGS, wording) if found.start >= after)
    return max(closings, key=lambda found: (found.end, -found.start), default=None)


def _all(zone: Zone, names: Sequence[str], wording: Wording) -> list[Found]:
    return [found for name in names for found in zone.find(name, wording.forms(name))]


def _between(zone: Zone, start: int, end: int) -> list[TextLine]:
    """The lines between two places of the text; a line that lies across one is cut there."""
    out = []
    for first, line in zip(zone.starts, zone.lines, strict=True):
        last = first + len(line.text)
        if last <= start or first >= end:
            continue
        part = line if start <= first and last <= end else line.part(max(start - first, 0), min(end, last) - first)
        if part.text.strip() or any(isinstance(item, Gap) for item in part.inlines):
            out.append(part)
    return out


def _read(name: Literal["opening", "closing"], found: Found, zone: Zone, draft: CoverDraft) -> ReadLine:
    kind = LineKind.PART if {"access", "part"} & found.values.keys() else LineKind.MEETING
    if found.name.startswith("discussion"):
        kind = LineKind.DISCUSSION
    at = zone.line_at(found.start)
    draft.end(name).read(Line(found.values["time"], kind), at)
    return ReadLine(name, zone.text[found.start : found.end], at)


def settle_line(line: ReadLine, partial: bool, wording: Wording, draft: CoverDraft) -> None:
    """Tell the words of an opening or closing line if a document would print others.

    A line that speaks of a part of the meeting is printed so only in the record of a part; in a partial record, as that
    of the discussion that it covers.
    """
    entry, part = draft.end(line.name), draft.part.value
    read = entry.value
    if read is None:
        return
    if read.kind is LineKind.PART and part is None:
        read = Line(read.time, LineKind.DISCUSSION if partial else LineKind.MEETING)
        entry.value = read
    printed = plain(end_line(wording, line.name, read.time, read.kind, part))
    draft.settle("began" if line.name == "opening" else "rose", line.words, printed, line.at)
