"""Numbers, dates and times in French (un-conventions.md §5.1, §5.2 and §5.6)."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from precis.language.grammar import YEAR, Grammar, alternatives, month_names, read_date, weekday_names, without_accents

__all__ = ["french"]

_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def _cardinal(number: int) -> str:
    """The number in words, 1 to 99; "quatre-vingts" without its s, as ordinals are made from it."""
    if number < 20:
        return _UNITS[number]
    tens = number // 20 * 20 if number >= 60 else number // 10 * 10
    rest = number - tens
    if rest == 0:
        return _TENS[tens]
    joint = " et " if rest in (1, 11) and tens != 80 else "-"
    return f"{_TENS[tens]}{joint}{_UNITS[rest]}"


def feminine_ordinal(number: int) -> str:
    """The ordinal of a session in words below one hundred, "trente-neuvième"; in figures from there, "106^e^"."""
    if not 0 < number < 100:
        return figure_ordinal(number)
    if number == 1:
        return "première"
    stem = _cardinal(number)
    for ending, changed in (("cinq", "cinqu"), ("neuf", "neuv")):
        if stem.endswith(ending):
            return stem.removesuffix(ending) + changed + "ième"
    return stem.removesuffix("e") + "ième"


def figure_ordinal(number: int) -> str:
    """1^re^, 2^e^, 590^e^: séance and session are feminine."""
    return f"{number}^{'re' if number == 1 else 'e'}^"


@cache
def _numbers_of_words() -> dict[str, int]:
    below = {feminine_ordinal(number): number for number in range(1, 100)}
    above = {f"cent {word}": 100 + number for word, number in below.items() if number > 1}
    return below | above | {"centième": 100, "cent unième": 101}


@cache
def _numbers_of_letters() -> dict[str, int]:
    """The ordinals without blanks and hyphens, which converters lose, and without accents."""
    return {_letters(word): number for word, number in _numbers_of_words().items()}


def _letters(text: str) -> str:
    return without_accents(re.sub(r"[\s‑-]+", "", text.lower()))


def _read_ordinal(text: str) -> int | None:
    found = re.match(r"\d+(?: \d+)*", text)
    if found:
        return int(found[0].replace(" ", ""))
    return _numbers_of_letters().get(_letters(text))


def _time(time: dt.time) -> str:
    if time.minute:
        return f"{time.hour} h {time.minute}"
    return f"{time.hour} heure{'s' if time.hour > 1 else ''}"


def _read_time(text: str) -> dt.time | None:
    match = re.match(r"(\d\s?\d?)\s*h(?:eures?)?\.?\s*(\d\s?\d?)?", text.lower())
    if match is None:
        return None
    hours, minutes = (int(re.sub(r"\s", "", part or "0")) for part in (match[1], match[2]))
    return dt.time(hours, minutes) if hours < 24 and minutes < 60 else None


@cache
def french() -> Grammar:
    """The grammar of French."""
    months = month_names("fr")
    # A converter may split the figures: "la 59 0e séance", "10 6e session".
    ending, words = r"\s?(?:re|er|e|ère|ème)\b", alternatives(tuple(_numbers_of_words()))
    return Grammar(
        meeting=figure_ordinal,
        meeting_pattern=rf"(?:(?<!\d)(?:\d(?: ?\d){{0,4}}|\d+){ending}|{words})",
        read_meeting=_read_ordinal,
        session=feminine_ordinal,
        session_pattern=rf"(?:(?<!\d)(?:\d(?: ?\d){{0,2}}|\d+){ending}|{words})",
        read_session=_read_ordinal,
        date=lambda date: f"{date.day}{'^er^' if date.day == 1 else ''} {months[date.month - 1]} {date.year}",
        date_pattern=rf"\d\s?\d?(?:er)?\s+{alternatives(months)}\s+{YEAR}",
        read_date=lambda text: read_date(text, months),
        time=_time,
        time_pattern=r"\d ?\d?\s*(?:heures?\b(?:\s*\d ?\d?)?|h\b\.?\s*(?:\d ?\d?)?)",
        read_time=_read_time,
        weekdays=weekday_names("fr"),
    )
