"""Drawings of digests and briefings: the calendar of a session, and bars of paragraphs by item, each with its words.

A drawing is a list of shapes in points, so that every writer can draw it in its own way. On the page it stands as data.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from precis.documents.digest import Words, shortened
from precis.facts.session import ABSENT, PARTIAL, RECORDED, UNRECORDED, Meeting

__all__ = ["Drawing", "calendar", "shares"]

WIDTH = 368.0
"""Points between the indents of the text (un-conventions.md §1.1)."""
_DAY_HEIGHT, _HEAD, _TEXT = 34.0, 14.0, 7.5
_BAR, _LABELS = 15.0, 150.0
_INK, _PAPER = "#000000", "#ffffff"
_FILLS = {RECORDED: "#3d5a80", PARTIAL: "#98b4d4", UNRECORDED: _PAPER, ABSENT: "#e5e5e5"}
_INKS = {RECORDED: _PAPER, PARTIAL: _INK, UNRECORDED: _INK, ABSENT: _INK}


@dataclass
class Drawing:
    """Shapes on a ground of `width` and `height` points: boxes and texts, in the order in which they are drawn."""

    width: float
    height: float
    shapes: list[list[object]] = field(default_factory=list)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A box with a thin line around it."""
        self.shapes.append(["box", round(x, 2), round(y, 2), round(width, 2), round(height, 2), fill])

    def text(self, x: float, y: float, words: str, fill: str = _INK, *, middle: bool = False) -> None:
        """A line of text that stands on `y` and begins at `x`, or has its middle there."""
        self.shapes.append(["text", round(x, 2), round(y, 2), _TEXT, words, fill, "middle" if middle else "start"])

    @property
    def data(self) -> str:
        """The drawing as a page holds it."""
        text = json.dumps([self.width, self.height, self.shapes], ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode()


def calendar(meetings: Sequence[Meeting], words: Words) -> tuple[str, str] | None:
    """The weeks of a session: a row a week, a column a day, morning over afternoon; and what it shows, in words.

    Meetings whose day is not known stand in a line below. None if no day is known.
    """
    dated = [meeting for meeting in meetings if meeting.date is not None]
    undated = [meeting for meeting in meetings if meeting.date is None]
    days = [meeting.date for meeting in dated if meeting.date is not None]
    if not days:
        return None
    columns = 7 if any(day.weekday() > 4 for day in days) else 5
    weeks = sorted({day - dt.timedelta(day.weekday()) for day in days})
    rows = _HEAD + len(weeks) * _DAY_HEIGHT
    drawing = Drawing(WIDTH, rows + (_HEAD if undated else 0) + 1)
    wide = WIDTH / columns
    for column in range(columns):
        name = words.wording.grammar.weekdays[column]
        drawing.text((column + 0.5) * wide, _HEAD - 4, name, middle=True)
    for row, week in enumerate(weeks):
        for column in range(columns):
            day = week + dt.timedelta(column)
            _draw_day(drawing, day, [each for each in dated if each.date == day], column * wide, row, wide, words)
    if undated:
        told = "; ".join(f"{_numbers(each, words)} ({words.of('status', each.status)})" for each in undated)
        drawing.text(0, rows + _HEAD - 3, shortened(told, 100))
    return drawing.data, _calendar_words(meetings, words)


def _draw_day(
    drawing: Drawing, day: dt.date, held: Sequence[Meeting], x: float, row: int, wide: float, words: Words
) -> None:
    top = _HEAD + row * _DAY_HEIGHT
    drawing.box(x, top, wide, _DAY_HEIGHT, _PAPER)
    drawing.text(x + 2, top + 8, str(day.day))
    for meeting in held:
        afternoon = meeting.time is not None and meeting.time >= dt.time(13)
        y = top + 2 + (15.5 if afternoon else 0)
        drawing.box(x + 16, y, wide - 18, 14, _FILLS.get(meeting.status, _PAPER))
        drawing.text(
            x + 16 + (wide - 18) / 2, y + 10, _numbers(meeting, words), _INKS.get(meeting.status, _INK), middle=True
        )


def _numbers(meeting: Meeting, words: Words) -> str:
    first, last = meeting.numbers.first, meeting.numbers.last
    if not first:
        return meeting.label
    return words.meeting(first) if first == last else f"{words.meeting(first)}–{words.meeting(last)}"


def _calendar_words(meetings: Sequence[Meeting], words: Words) -> str:
    """What the calendar shows: each meeting with its day and whether it has a record."""
    told = []
    for meeting in meetings:
        day = f"{words.date(meeting.date)}: " if meeting.date else ""
        status = "" if meeting.label and meeting.status == RECORDED else f" ({words.of('status', meeting.status)})"
        told.append(f"{day}{_numbers(meeting, words)}{status}")
    return words.of("figures", "calendar").format(meetings="; ".join(told))


def shares(counts: Sequence[tuple[str, int]], words: Words, name: str = "shares") -> tuple[str, str] | None:
    """Bars, and what they show, in words: "shares" of paragraphs by item, or "themes". None for fewer than two."""
    shown = [(item, count) for item, count in counts if count]
    if len(shown) < 2:
        return None
    most = max(count for _, count in shown)
    drawing = Drawing(WIDTH, _HEAD + len(shown) * _BAR + 1)
    drawing.text(0, _HEAD - 4, words.of("figures", f"{name}_title"))
    for row, (item, count) in enumerate(shown):
        y = _HEAD + row * _BAR
        drawing.text(0, y + 10, shortened(item, 40))
        length = max((WIDTH - _LABELS - 24) * count / most, 1)
        drawing.box(_LABELS, y + 2, length, _BAR - 4, _FILLS[RECORDED])
        drawing.text(_LABELS + length + 4, y + 10, str(count))
    told = ", ".join(words.of("figures", "share").format(item=item, count=count) for item, count in shown)
    return drawing.data, words.of("figures", name).format(shares=told)
