"""Numbers, dates and times in English (un-conventions.md §0 items 7 and 8)."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from precis.language.grammar import YEAR, Grammar, alternatives, month_names, read_date, weekday_names

__all__ = ["english"]

_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_COUNTS = "one two three four five six seven eight nine".split()
_FIGURES = r"[\dlo] ?[\dlo]?"
"""The hours or the minutes, split, or with the letters that a scanner may take for figures: "1l.15"."""

_LIKE_FIGURES = str.maketrans("lo", "10")
_TOKEN = re.compile("|".join(sorted((*_ONES, *_TENS, *_TENTHS, *_COUNTS, "hundred", "thousand", "and"), key=len)[::-1]))


def figure_ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 590th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def word_ordinal(number: int) -> str:
    """The ordinal in words below one hundred, "thirty-ninth"; in figures from there, "106th"."""
    if not 0 < number < 100:
        return figure_ordinal(number)
    if number < 20:
        return _ONES[number - 1]
    tens, ones = divmod(number, 10)
    return _TENTHS[tens - 2] if ones == 0 else f"{_TENS[tens - 2]}-{_ONES[ones - 1]}"


def _words_pattern() -> str:
    """Ordinals in words, of any size: records of New York have "the one hundred and sixth session".

    Slips are read too: "fiftieth-first", "sixty-four".
    """
    below_twenty, tenths, counts = (alternatives(tuple(words)) for words in (_ONES, _TENTHS, _COUNTS))
    tens = alternatives((*_TENS, *_TENTHS))
    below_hundred = f"(?:(?:{tens}[-‑ ])?{below_twenty}|{tens}[-‑ ]{counts}|{tenths})"
    hundreds = f"(?:{counts}[-‑ ](?:thousand|hundred)[-‑ ](?:and[-‑ ])?){{0,2}}"
    # A text is searched for numbers at each of its letters: most are passed over by the first two letters.
    begins = alternatives(tuple(sorted({word[:2] for word in (*_ONES, *_TENTHS, *_COUNTS)})))
    return f"(?={begins}){hundreds}(?:{below_hundred}|{counts}[-‑ ]hundredth)"


@cache
def _numbers_of_words() -> dict[str, int]:
    counts = {word: number for number, word in enumerate(_COUNTS, 1)}
    tens = {word: number for words in (_TENS, _TENTHS) for number, word in zip(range(20, 100, 10), words, strict=True)}
    return {"and": 0} | counts | tens | {word: number for number, word in enumerate(_ONES, 1)}


def _read_words(text: str) -> int | None:
    """The number that an ordinal in words is; None for other words."""
    letters = re.sub(r"[\W\d_]+", "", text.lower()).removesuffix("th" if text.lower().endswith("hundredth") else "")
    tokens = _TOKEN.findall(letters)
    if not tokens or "".join(tokens) != letters:
        return None
    whole = part = 0
    for token in tokens:
        if token == "thousand":
            whole, part = whole + part * 1000, 0
        else:
            part = part * 100 if token == "hundred" else part + _numbers_of_words()[token]
    return whole + part


def _read_ordinal(text: str) -> int | None:
    found = re.match(r"\d+(?: \d+)*", text)
    return int(found[0].replace(" ", "")) if found else _read_words(text)


def _time(time: dt.time) -> str:
    if (time.hour, time.minute) == (12, 0):
        return "noon"
    if (time.hour, time.minute) == (0, 0):
        return "midnight"
    hour = time.hour % 12 or 12
    minutes = f".{time.minute:02}" if time.minute else ""
    return f"{hour}{minutes} {'a.m.' if time.hour < 12 else 'p.m.'}"


def _read_time(text: str) -> dt.time | None:
    lowered = text.lower()
    if "noon" in lowered:
        return dt.time(12)
    if "midnight" in lowered:
        return dt.time(0)
    match = re.fullmatch(rf"({_FIGURES})(?:\s?[.:,]\s?({_FIGURES}))?\.?\s*(?:([ap])\.?\s?m\s?\.?)?", lowered.strip())
    if match is None:
        return None
    hours, minutes = (int((part or "0").replace(" ", "").translate(_LIKE_FIGURES)) for part in (match[1], match[2]))
    if not 1 <= hours <= 12 or minutes > 59:
        return None
    # Without a.m. or p.m.: no meeting begins before 8 in the morning, or rises after 8 in the evening.
    afternoon = match[3] == "p" if match[3] else hours % 12 < 8
    return dt.time(hours % 12 + (12 if afternoon else 0), minutes)


@cache
def english() -> Grammar:
    """The grammar of English."""
    months = month_names("en")
    # A converter may split the figures: "the 59 0th meeting", "11 7th session".
    ending, words = r"\s?(?:st|nd|rd|th)\b", _words_pattern()
    return Grammar(
        meeting=figure_ordinal,
        meeting_pattern=rf"(?:(?<!\d)(?:\d(?: ?\d){{0,4}}|\d+){ending}|{words})",
        read_meeting=_read_ordinal,
        session=word_ordinal,
        session_pattern=rf"(?:(?<!\d)(?:\d(?: ?\d){{0,2}}|\d+){ending}|{words})",
        read_session=_read_ordinal,
        date=lambda date: f"{date.day} {months[date.month - 1]} {date.year}",
        date_pattern=rf"\d\s?\d?\s+{alternatives(months)}\s+{YEAR}",
        read_date=lambda text: read_date(text, months),
        time=_time,
        time_pattern=(
            rf"(?:{_FIGURES}(?:\s?[.:,]\s?{_FIGURES})?\.?\s*[ap]\.?\s?m\b\s?\.?"
            r"|(?:12\s+)?noon|(?:12\s+)?midnight|\d{1,2}[.:]\d{2}\b)"
        ),
        read_time=_read_time,
        weekdays=weekday_names("en"),
    )
