"""The title of a record and the line that says where and when the meeting was held (docs/conventions.md §2.2, §2.3)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from precis.language.cover_lines import held_line
from precis.model import ONLINE, Access, Call, Coverage, Held, Inline, Inlines, Part, Run, Symbol, joined, plain
from precis.reading.cover.cover import Cover
from precis.reading.cover.web import rest_of_page
from precis.reading.line import cut
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import Found, collapsed

__all__ = ["HELD", "TITLES", "check_meeting", "read_held", "read_title"]

TITLES = ("title_part", "title_public_part", "title_partial", "title_other", "title_other_partial", "title")
_LONGEST_PLACE = 40
_KEPT = ("title_other", "title_other_partial")
"""Titles that no formula prints: they are kept as they stand."""

HELD = ("held_online", "held", "held_date")


def read_title(cover: Cover) -> None:
    """Read the title: the number of the meeting, and how much of it the record covers."""
    titles = [found for name in TITLES for found in cover.all(name)]
    found = min(titles, key=lambda each: _rank(cover, each), default=None)
    if found is None:
        return
    if found.values.get("gap2"):
        found = replace(found, values={**found.values, "gap": found.values["gap2"]})
    cover.title = found
    at, values, draft = cover.take(found), found.values, cover.draft
    draft.meeting_as_printed.read(values["meeting"], at)
    partial = found.name in ("title_partial", "title_other_partial")
    draft.coverage.read(Coverage.PARTIAL if partial else Coverage.FULL, at)
    if "access" in values:
        draft.part.read(Part(values.get("part"), values["access"]), at)
    elif "part" in values:
        draft.part.infer(Part(values["part"], Access.PUBLIC), "records of closed parts say that they are closed", at)
    if found.name in _KEPT:
        draft.title_as_printed.read(_with_calls(_inlines(cover, found)), at)
    else:
        cover.settle("title", found, cover.said(found.name, {**values, "note": None, "gap": None}))
    page = rest_of_page(cover, found)
    if page is not None:
        cover.page_title = cover.words(page)
        draft.tell("web-page", "title", "a web page has added it", cover.take(page), old=cover.words(page))
    _read_again(cover, titles)


def _rank(cover: Cover, title: Found) -> tuple[bool, bool, int, int]:
    """The title of a record stands alone on its lines; what a web page prints above the record, if it must."""
    return not cover.is_alone(title), rest_of_page(cover, title) is not None, title.start, -title.end


def _read_again(cover: Cover, titles: Sequence[Found]) -> None:
    """Take the title where it is printed again: above the record, on a web page, or its number, in New York."""
    if cover.title is None:
        return
    meeting, draft = cover.title.values["meeting"], cover.draft
    for again in titles:
        if again.values["meeting"] != meeting or not cover.zone.free(again.start, again.end):
            continue
        page = rest_of_page(cover, again)
        if page is not None:
            again = replace(again, end=page.end)
            cover.page_title = cover.words(page)
        draft.tell("printed-again", "title", "printed again", cover.take(again), old=cover.words(again))
    for short in cover.zone.find("title_short", cover.wording.forms("title_short"), cover.title.start):
        if short.values["meeting"] == meeting and cover.is_alone(short):
            draft.tell("printed-again", "title", "its number printed again", cover.take(short), old=cover.words(short))


def check_meeting(cover: Cover) -> None:
    """Warn of a title with another number than the symbol's, which is the one that documents print."""
    symbol: Symbol | None = cover.draft.symbol.value
    if cover.title is not None and symbol is not None and symbol.meeting != cover.title.values["meeting"]:
        reason = f"the symbol is {symbol}"
        at = cover.zone.line_at(cover.title.start)
        cover.draft.tell(
            "meeting-differs", "meeting", reason, at, old=cover.words(cover.title), new=str(symbol.meeting)
        )


def _inlines(cover: Cover, found: Found) -> Inlines:
    """The title as it stands; over two lines, its words."""
    index = cover.zone.index(found.start)
    if index != cover.zone.index(found.end - 1):
        return (Run(collapsed(cover.words(found))),)
    start = cover.zone.starts[index]
    return cut(cover.zone.lines[index].inlines, found.start - start, found.end - start)


def _with_calls(inlines: Inlines) -> Inlines:
    """The title with a call in the place of each group of asterisks."""
    words = re.split(r"\s*\*+", plain(inlines))
    out: list[Inline] = [Run(words[0])]
    for number, piece in enumerate(words[1:], 1):
        out += [Call(str(number)), Run(piece)]
    return joined(out)


def read_held(cover: Cover) -> None:
    """Read where, on which day and at what time the meeting was held."""
    first = cover.first("held_first")
    if first is not None:
        _read_held_first(cover, first)
        return
    found = next((found for name in HELD if (found := cover.first(name))), None)
    if found is None:
        if not _read_held_without_year(cover):
            _read_held_apart(cover)
        return
    at, values, draft = cover.take(found), found.values, cover.draft
    zone = _zone_of_time(cover, found)
    said = values.get("zone") or (None if zone is None else cover.words(zone).strip("()（）"))
    held = Held(values["date"], values.get("time"), said or None)
    draft.held.read(held, at)
    online = found.name == "held_online"
    draft.place.read(ONLINE if online else _place(cover, found), at)
    cover.held_end = end = found.end if zone is None else zone.end
    words = cover.zone.text[found.start : end]
    draft.settle("held", words, _said(cover, online, values.get("weekday")), at)
    _check_weekday(cover, values.get("weekday"), words, online, at)


def _said(cover: Cover, online: bool, weekday: int | None = None) -> str:
    """The line as a document prints it; with the day of the week that the text has, of which a warning speaks."""
    place = ONLINE if online else cover.draft.place.value
    held, part = cover.draft.held.value, cover.draft.part.value
    return plain(held_line(cover.wording, held, place, part, cover.wording.gap, weekday))


def _read_held_first(cover: Cover, when: Found) -> None:
    """Read a line that begins with the day, and the place after it or on the next line."""
    start = when.end + len(cover.zone.text[when.end :]) - len(cover.zone.text[when.end :].lstrip(" ,\n"))
    end = cover.zone.until_taken(start)
    draft, values = cover.draft, when.values
    if 0 < end - start <= _LONGEST_PLACE:
        draft.place.read(cover.zone.text[start:end].strip(), cover.zone.line_at(start))
        cover.zone.take(start, end)
    held = Held(values["date"], values["time"])
    draft.held.read(held, cover.take(when))
    words = cover.zone.text[when.start : end if draft.place.value else when.end]
    draft.settle("held", words, _said(cover, False, values["weekday"]), draft.held.line)
    _check_weekday(cover, values["weekday"], words, False, draft.held.line)


def _read_held_without_year(cover: Cover) -> bool:
    """Read a line that has lost the year: the latest one before another date of the cover that has its weekday."""
    found = cover.first("held_day")
    if found is None:
        return False
    for other in cover.zone.find("issued", [cover.wording.alone("issued")]):
        issued: dt.date = other.values["issued"]
        for year in (issued.year, issued.year - 1):
            day = _in_year(found.values["day"], year)
            if day is None or day > issued or day.weekday() != found.values["weekday"]:
                continue
            cover.draft.place.read(_place(cover, found), cover.take(found))
            cover.draft.held.read(Held(day, found.values["time"]), cover.zone.line_at(found.start))
            reason = "the line has no year; the day of the week and the date of issue tell it"
            at, words = cover.zone.line_at(found.start), cover.words(found)
            cover.draft.tell("year-inferred", "held", reason, at, old=words, new=_said(cover, online=False))
            return True
    return False


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _read_held_apart(cover: Cover) -> None:
    """Read a place and a date that other lines have come between."""
    draft = cover.draft
    where, when = cover.first("held_where"), cover.first("held_when")
    if where is not None and any(piece.start == where.start for piece in cover.zone.rest()):
        end = cover.zone.until_taken(where.end)
        words = cover.zone.text[where.start : end]
        place = cover.wording.forms("held")[0].slot("place").read(words.partition(" ")[2].strip(" ,;"))
        draft.place.read(place, cover.take(replace(where, end=end)))
        draft.tell("lines-apart", "place", "it stands apart from the date", draft.place.line, old=words, new=place)
    if when is not None:
        held = Held(when.values["date"], when.values["time"])
        draft.held.read(held, cover.take(when))
        words = cover.words(when)
        at = draft.held.line
        draft.tell(
            "lines-apart", "held", "it stands apart from the place", at, old=words, new=_said(cover, online=False)
        )
        _check_weekday(cover, when.values["weekday"], words, False, at)


def _place(cover: Cover, held: Found) -> str:
    """The place; one of those that are known, if only the blanks and commas in it are others."""
    words = letters(cover.zone.text[slice(*held.spans["place"])])
    known = (key for phrase, key in cover.wording.named_places.items() if letters(phrase) == words)
    return next(known, held.values["place"])


def _check_weekday(cover: Cover, printed: int | None, words: str, online: bool, at: int | None) -> None:
    """Warn of a line whose day of the week is not that of its date."""
    held = cover.draft.held.value
    if held is not None and printed not in (None, held.date.weekday()):
        date = held.date
        reason = f"{plain(cover.wording.date(date))} is a {cover.wording.grammar.weekdays[date.weekday()]}"
        cover.draft.tell("weekday-differs", "held", reason, at, old=words, new=_said(cover, online))


def _zone_of_time(cover: Cover, held: Found) -> Found | None:
    """The time zone, which stands right after the time."""
    for found in cover.all("zone"):
        if held.end <= found.start and not cover.zone.text[held.end : found.start].strip():
            cover.take(found)
            return found
    return None
