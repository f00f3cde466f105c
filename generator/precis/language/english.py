"""What English has of numbers and times that no table says: ordinals of any size in words, and twelve hours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from precis.language.grammar import Grammar, alternatives
from precis.language.numbers import grammar_of, ordinals_in_figures

__all__ = ["english"]

_FIGURES = r"[\dlo] ?[\dlo]?"
"""The hours or the minutes, split, or with the letters that a scanner may take for figures: "1l.15"."""

_LIKE_FIGURES = str.maketrans("lo", "10")


def _words_pattern(ordinals: tuple[str, ...], cardinals: Mapping[str, Any]) -> str:
    """Ordinals in words, of any size: records of New York have "the one hundred and sixth session".

    Slips are read too: "fiftieth-first", "sixty-four".
    """
    below_twenty, tenths = ordinals[:19], ordinals[19::10]
    tens = alternatives((*cardinals["tens"], *tenths))
    counts, hundredth = alternatives(cardinals["ones"]), f"{cardinals['hundred']}th"
    below_hundred = f"(?:(?:{tens}[-‑ ])?{alternatives(below_twenty)}|{tens}[-‑ ]{counts}|{alternatives(tenths)})"
    large = f"(?:{cardinals['thousand']}|{cardinals['hundred']})"
    hundreds = f"(?:{counts}[-‑ ]{large}[-‑ ](?:{cardinals['and']}[-‑ ])?){{0,2}}"
    # A text is searched for numbers at each of its letters: most are passed over by the first two letters.
    begins = alternatives(sorted({word[:2] for word in (*below_twenty, *tenths, *cardinals["ones"])}))
    return f"(?={begins}){hundreds}(?:{below_hundred}|{counts}[-‑ ]{hundredth})"


def _reader(ordinals: tuple[str, ...], cardinals: Mapping[str, Any]) -> Callable[[str], int | None]:
    """Reads an ordinal in figures or in words; None for other words."""
    tens = {word: number for words in (cardinals["tens"], ordinals[19::10]) for number, word in _by_ten(words)}
    numbers = {cardinals["and"]: 0} | tens | {word: number for number, word in enumerate(cardinals["ones"], 1)}
    numbers |= {word: number for number, word in enumerate(ordinals[:19], 1)}
    hundred, thousand = cardinals["hundred"], cardinals["thousand"]
    token = re.compile("|".join(sorted((*numbers, hundred, thousand), key=len)[::-1]))

    def read(text: str) -> int | None:
        found = re.match(r"\d+(?: \d+)*", text)
        if found:
            # As in other languages, the 0th is what a converter left of another.
            return int(found[0].replace(" ", "")) or None
        letters = re.sub(r"[\W\d_]+", "", text.lower())
        if letters.endswith(f"{hundred}th"):
            letters = letters.removesuffix("th")
        tokens = token.findall(letters)
        if not tokens or "".join(tokens) != letters:
            return None
        whole = part = 0
        for word in tokens:
            if word == thousand:
                whole, part = whole + part * 1000, 0
            else:
                part = part * 100 if word == hundred else part + numbers[word]
        return whole + part

    return read


def _by_ten(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Words for twenty, thirty, …, each with its number."""
    return zip(range(20, 100, 10), words, strict=True)


def _shown_time(time: dt.time, words: Mapping[str, str]) -> str:
    if not time.minute and time.hour in (0, 12):
        return words["noon" if time.hour else "midnight"]
    hour = time.hour % 12 or 12
    minutes = f".{time.minute:02}" if time.minute else ""
    return f"{hour}{minutes} {'a.m.' if time.hour < 12 else 'p.m.'}"


def _read_time(text: str, words: Mapping[str, str]) -> dt.time | None:
    lowered = text.lower()
    for hour, word in ((12, words["noon"]), (0, words["midnight"])):
        if word in lowered:
            return dt.time(hour)
    match = re.fullmatch(rf"({_FIGURES})(?:\s?[.:,]\s?({_FIGURES}))?\.?\s*(?:([ap])\.?\s?m\s?\.?)?", lowered.strip())
    if match is None:
        return None
    hours, minutes = (int((part or "0").replace(" ", "").translate(_LIKE_FIGURES)) for part in (match[1], match[2]))
    if not 1 <= hours <= 12 or minutes > 59:
        return None
    # Without a.m. or p.m.: no meeting begins before 8 in the morning, or rises after 8 in the evening.
    afternoon = match[3] == "p" if match[3] else hours % 12 < 8
    return dt.time(hours % 12 + (12 if afternoon else 0), minutes)


def english(data: Mapping[str, Any]) -> Grammar:
    """The grammar of English, whose words stand in its numbers.toml."""
    words = tuple(data["ordinals"]["words"])
    pattern, read = _words_pattern(words, data["cardinals"]), _reader(words, data["cardinals"])
    noon, midnight = data["time"]["noon"], data["time"]["midnight"]
    return replace(
        grammar_of(data),
        meeting_pattern=f"(?:{ordinals_in_figures(data['ordinals'], 5)}|{pattern})",
        read_meeting=read,
        session_pattern=f"(?:{ordinals_in_figures(data['ordinals'], 3)}|{pattern})",
        read_session=read,
        time=lambda time: _shown_time(time, data["time"]),
        time_pattern=(
            rf"(?:{_FIGURES}(?:\s?[.:,]\s?{_FIGURES})?\.?\s*[ap]\.?\s?m\b\s?\.?"
            rf"|(?:12\s+)?{noon}|(?:12\s+)?{midnight}|\d{{1,2}}[.:]\d{{2}}\b)"
        ),
        read_time=lambda text: _read_time(text, data["time"]),
    )
