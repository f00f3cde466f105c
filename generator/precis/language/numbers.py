"""The grammar of a language as its numbers.toml says it: months, ordinals, the forms of dates and times."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from precis.language.grammar import NOTHING, Grammar, alternatives, any_of
from precis.language.letters import without_accents

__all__ = ["WORDS_IN_CASE", "figure_form", "grammar_of", "letters_of", "ordinals_in_figures"]

_YEAR = r"\d(?: ?\d){3}"
"""The figures of a year, which a converter may split."""

_LEAP_YEAR = 2000
WORDS_IN_CASE = r"words_[a-z]"
"""The lists of ordinals in words in other cases than that which is printed alone."""
_RAISED = re.compile(r"\^([^^]+)\^")
_AHEAD, _BEHIND = r"\A\{{{}\}}[^{{]*", r"[^{{}}]*\{{{}\}}[^{{]*\Z"
"""Patterns of a part of a date, with the words that set it apart, where it stands first in the form or last."""
_PIECE = re.compile(r"\{(\w+)\}")


def grammar_of(data: Mapping[str, Any]) -> Grammar:
    """The grammar that the tables `months`, `weekdays`, `date`, `ordinals` and `time` of a numbers.toml say.

    A language whose times no data can say has no table `time`; it sets them itself.
    """
    ordinals, months = data["ordinals"], tuple(data["months"])
    words = ordinals.get("words", ())
    read_words = _words_of_ordinals(ordinals)
    pattern_of_words = alternatives(tuple(read_words))
    time, time_pattern, read_time = _times(data["time"]) if "hours" in data.get("time", ()) else _NO_TIMES
    date_pattern, read_date = _dates(data["date"]["printed"], data["date"], months)
    # A masthead may be in another language than the text (docs/conventions.md §5.1).
    masthead = data.get("masthead", {"date": data["date"], "months": data["months"]})
    of_issue, months_of_issue = masthead["date"], tuple(masthead["months"])
    issued_pattern, read_own_issue = _dates(of_issue["printed"], of_issue, months_of_issue)
    if "masthead" in data:
        issued_pattern = f"(?:{issued_pattern}|{date_pattern})"
    day_pattern, read_day = _dates(_without_year(data["date"]["printed"]), data["date"], months)

    printed = {key: data["date"][key] for key in ("printed", "first") if key in data["date"]}
    yearless = {key: _without_year(form) for key, form in printed.items()}

    def meeting(number: int) -> str:
        return figure_form(number, ordinals["figures"]).format(number=number)

    def nth(number: int) -> str:
        return words[number - 1] if 0 < number <= len(words) else meeting(number)

    def read_issued(text: str) -> dt.date | None:
        # Some print it in the language of the text.
        return read_own_issue(text) or read_date(text)

    def session(number: int) -> str:
        if 0 < number <= len(words) or "sessions" not in ordinals:
            return nth(number)
        return figure_form(number, ordinals["sessions"]).format(number=number)

    def read(text: str) -> int | None:
        found = re.search(r"\d+(?: \d+)*", text)
        # Ordinals begin at one: "the 0th session" is what a converter left of another.
        return int(found[0].replace(" ", "")) or None if found else read_words_by_letters.get(letters_of(text))

    read_words_by_letters = {letters_of(word): number for word, number in read_words.items()}
    return Grammar(
        meeting=meeting,
        meeting_pattern=f"(?:{ordinals_in_figures(ordinals, 5)}|{pattern_of_words})",
        read_meeting=read,
        session=session,
        session_pattern=f"(?:{ordinals_in_figures(_of_sessions(ordinals), 3)}|{pattern_of_words})",
        read_session=read,
        nth=nth,
        date=lambda date: _shown_date(date, data["date"], months),
        date_pattern=date_pattern,
        read_date=read_date,
        day=lambda date: _shown_date(date, yearless, months),
        days=lambda first, last, year: _shown_days(first, last, printed if year else yearless, months),
        issued=lambda date: _shown_date(date, of_issue, months_of_issue),
        issued_pattern=issued_pattern,
        read_issued=read_issued,
        day_pattern=day_pattern,
        read_day=read_day,
        time=time,
        time_pattern=time_pattern,
        read_time=read_time,
        months=months,
        weekdays=tuple(data["weekdays"]),
        ends=tuple(ordinals["ends"]),
    )


def figure_form(number: int, forms: Mapping[str, str]) -> str:
    """The form for a number in figures: that of "=NUMBER" itself, or that of the most of its last figures."""
    figures = str(number)
    keys = (f"={figures}", *(figures[at:] for at in range(len(figures) + 1)))
    return next(forms[key] for key in keys if key in forms)


def letters_of(text: str) -> str:
    """The letters of an ordinal without accents, blanks and hyphens, which converters lose."""
    return without_accents(re.sub(r"[\s‑-]+", "", text.lower()))


def ordinals_in_figures(ordinals: Mapping[str, Any], most: int) -> str:
    """The pattern of ordinals of at most so many figures, which a converter may split: "the 59 0th meeting"."""
    starts = {_RAISED.sub(r"\1", form).partition("{number}")[0] for form in ordinals["figures"].values()}
    before = "" if starts == {""} else f"(?:{alternatives(sorted(starts))})"
    ends = ordinals["ends"]
    after = rf"\s?(?:{'|'.join(map(_whole, ends))})" if ends else ""
    return rf"(?<!\d){before}(?:\d(?: ?\d){{0,{most - 1}}}|\d+){after}"


def _of_sessions(ordinals: Mapping[str, Any]) -> Mapping[str, Any]:
    """The ordinals of sessions: their own forms in figures, and what stands behind those."""
    forms: Mapping[str, str] = ordinals.get("sessions", ordinals["figures"])
    ends = {_RAISED.sub(r"\1", form).partition("{number}")[2] for form in forms.values()}
    return {"figures": forms, "ends": sorted({*ordinals["ends"], *ends} - {""})}


def _whole(word: str) -> str:
    """The pattern of a word that ends where it ends."""
    return re.escape(word) + (r"\b" if word[-1:].isalnum() else "")


def _words_of_ordinals(ordinals: Mapping[str, Any]) -> dict[str, int]:
    """All ordinals in words that are read, and their numbers."""
    below = {
        word: number
        for key, words in ordinals.items()
        if key == "words" or re.fullmatch(WORDS_IN_CASE, key)
        for number, word in enumerate(words, 1)
    }
    form = ordinals.get("hundred")
    above = {} if form is None else {form.format(ordinal=word): 100 + number for word, number in below.items()}
    others: dict[str, int] = ordinals.get("read", {})
    return below | above | others


def _shown_date(date: dt.date, forms: Mapping[str, Any], months: Sequence[str]) -> str:
    form: str = forms.get("first", forms["printed"]) if date.day == 1 else forms["printed"]
    return form.format(day=date.day, month=months[date.month - 1], year=date.year)


def _shown_days(first: dt.date, last: dt.date, forms: Mapping[str, str], months: Sequence[str]) -> tuple[str, str]:
    """Two days: what both have stands once, behind the last ("2", "13 May") or before the first (5月2日, 13日)."""
    begun = ended = forms
    for name in ("year", "month"):
        if getattr(first, name) != getattr(last, name):
            break
        begun = {key: re.sub(_BEHIND.format(name), "", form) for key, form in begun.items()}
        ended = {key: re.sub(_AHEAD.format(name), "", form) for key, form in ended.items()}
    return _shown_date(first, begun, months), _shown_date(last, ended, months)


def _without_year(form: str) -> str:
    """The form of a date without the year, and without the words that stand between it and the rest."""
    return re.sub(f"{_AHEAD}|{_BEHIND}".format("year", "year"), "", form)


def _dates(form: str, forms: Mapping[str, Any], months: tuple[str, ...]) -> tuple[str, Callable[[str], dt.date | None]]:
    """The pattern of a form of dates, and its reader; a date that has no year is read in a leap year."""
    pieces = _PIECE.split(_RAISED.sub(r"\1", form))
    ends = f"(?:{alternatives(forms['day_ends'])})?" if forms.get("day_ends") else ""
    # Of two names of one month either may stand alone.
    names = {name: number for number, month in enumerate(months, 1) for name in (month, *month.split("/"))}
    sought = {"day": rf"\d\s?\d?{ends}", "month": alternatives(tuple(names)), "year": _YEAR}
    # What stands behind the figures of a day may be split from them: "1 er mars".
    read = {"day": r"(?P<day>\d(?:\s?\d)?)\D*?", "month": r"(?P<month>\S.*?)", "year": rf"(?P<year>{_YEAR})"}
    reading = re.compile(_of_pieces(pieces, read), re.IGNORECASE)
    numbers = {_without_blanks(without_accents(name.lower())): number for name, number in names.items()}

    def reader(text: str) -> dt.date | None:
        # A form without blanks is one of a language that has none; converters put some in.
        found = reading.fullmatch(without_accents(text.strip() if " " in form else "".join(text.split())))
        month = numbers.get(_without_blanks(found["month"].lower())) if found else None
        if found is None or month is None:
            return None
        year = _figures(found["year"]) if "year" in found.groupdict() else _LEAP_YEAR
        try:
            return dt.date(year, month, _figures(found["day"]))
        except ValueError:
            return None

    return _of_pieces(pieces, sought), reader


def _without_blanks(text: str) -> str:
    return "".join(text.split())


def _of_pieces(pieces: Sequence[str], slots: Mapping[str, str]) -> str:
    """A pattern: of fixed words, and between them of slots by their names."""
    literal = (re.sub(r"(?:\\ )+", r"\\s+", re.escape(piece)) for piece in pieces[::2])
    found = [slots[name] for name in pieces[1::2]]
    return "".join(part for pair in zip(literal, [*found, ""], strict=True) for part in pair)


def _figures(text: str) -> int:
    return int(re.sub(r"\s", "", text))


_Times = tuple[Callable[[dt.time], str], str, Callable[[str], dt.time | None]]
"""How times are printed, their pattern, and how they are read."""


def _times(forms: Mapping[str, Any]) -> _Times:
    """Times of twenty-four hours. Words may stand behind the figures of the hour, and behind those of the minutes."""
    # What stands first: the hours, or as in Arabic the minutes.
    minutes_first = forms["minutes"].startswith("{m")
    reading = re.compile(rf"(\d\s?\d?)\s*(?:{any_of(forms['hour_words'])})\s*(\d\s?\d?)?", re.IGNORECASE)
    of_hours, of_minutes = (_sought(forms.get(name, ())) for name in ("hour_words", "minute_words"))
    behind = rf"(?:\s*(?:{of_minutes}))?" if of_minutes else ""

    def show(time: dt.time) -> str:
        form: str = forms["minutes"] if time.minute else figure_form(time.hour, forms["hours"])
        return form.format(h=time.hour, hh=f"{time.hour:02}", m=time.minute, mm=f"{time.minute:02}")

    def read(text: str) -> dt.time | None:
        found = reading.match(text)
        hours, minutes = (_figures(part or "0") for part in (found[1], found[2])) if found else (24, 0)
        if minutes_first:
            hours, minutes = minutes, hours
        return dt.time(hours, minutes) if hours < 24 and minutes < 60 else None

    return show, rf"\d ?\d?\s*(?:{of_hours})(?:\s*\d ?\d?)?{behind}", read


def _sought(words: Sequence[str]) -> str:
    """The pattern of words that end where they end, the longest first; one of them may be but a full stop."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(_whole(word.removesuffix(".")) + r"\." * word.endswith(".") for word in ordered)


_NO_TIMES: _Times = (str, NOTHING, lambda _: None)
