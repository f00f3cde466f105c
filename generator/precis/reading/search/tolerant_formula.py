"""The patterns of formulae in squeezed text: small letters without blanks, whatever signs a house or converter sets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from precis.language.formula import CALL, Formula
from precis.language.letters import unaccented, without_accents

__all__ = ["next_match", "same_signs"]

_SAME = {
    "\u2010": "-",
    "\u2011": "-",
    "’": "'",
    "‘": "'",
    "\u00ad": " ",
    "\u200b": " ",
    "\ufeff": " ",
    "∗": "*",
    **dict(zip("，：；（）。０１２３４５６７８９", ",:;().0123456789", strict=True)),
    **dict(zip("،؛٠١٢٣٤٥٦٧٨٩", ",;0123456789", strict=True)),
    # The vowels and the stretching of Arabic words, and marks of direction: they come and go.
    **dict.fromkeys(map(chr, (*range(0x64B, 0x653), 0x640, 0x670, 0x61C, 0x200E, 0x200F)), " "),
}
_SPLIT = re.compile(r"\{(\w+)\}")
_MARKUP = re.compile(r"\*([^*]+)\*|\^([^^]+)\^")
_WORD = re.compile(r"[^\W_]+")
_IN_CHINESE = re.compile("(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])")
"""Between two Chinese characters, where a line may end anywhere."""

_AFTER_STRAY_STOP = ("time", "date", "weekday")
"""Before these slots a stray stop or comma may stand: "at. 5.40 p.m.", "on, Monday"."""

_STOPS = ("", ".")

_LONGEST_NUMBER = 60
"""So many letters has the longest number in words, with what may stand between it and its noun."""

_FREE = r"[^:]{1,200}?"
"""What a slot of any words may hold: it stops somewhere, where the end of a formula was lost; no label is in it."""


def same_signs(text: str) -> str:
    """The text with one sign for those that only typography tells apart; as many characters as before.

    Accents go too: French capitals may stand without them.
    """
    return text if text.isascii() else _others().sub(lambda found: _same()[found[0]], text)


@cache
def _same() -> dict[str, str]:
    return {chr(code): plain for code, plain in unaccented().items()} | _SAME


@cache
def _others() -> re.Pattern[str]:
    """A letter with an accent or another sign: to look for the few there are is faster than to look up all letters."""
    return re.compile(f"[{''.join(_same())}]")


def next_match(formula: Formula, text: str, at: int, end: int) -> re.Match[str] | None:
    """The first match of the formula between two places of a squeezed text; each slot is a group."""
    number = _leading_number(formula)
    if number is None:
        return _pattern(formula).search(text, at, end)
    # A number in words may begin at any letter, and is slow to look for: only the letters before its noun are tried.
    noun = text.find(number.noun, at, end)
    while noun >= 0:
        found = number.pattern.search(text, max(at, noun - _LONGEST_NUMBER), noun)
        if found is not None:
            return _pattern(formula).search(text, found.start(), end)
        noun = text.find(number.noun, noun + 1, end)
    return None


@lru_cache(maxsize=2048)
def _pattern(formula: Formula) -> re.Pattern[str]:
    return _compiled(formula, _SPLIT.split(formula.text))


@dataclass(frozen=True, slots=True)
class _Number:
    """What a formula begins with that begins with a number: its pattern, and the first word behind it."""

    pattern: re.Pattern[str]
    noun: str


@lru_cache(maxsize=2048)
def _leading_number(formula: Formula) -> _Number | None:
    """The number that a formula begins with: of a session or a meeting; None if it begins with something else."""
    pieces = _SPLIT.split(formula.text)
    index = next((index for index in range(2, len(pieces), 2) if pieces[index].strip()), 0)
    noun = _WORD.match(_plain(pieces[index]).strip())
    if pieces[0] or noun is None or pieces[1].lower() not in ("session", "meeting"):
        return None
    return _Number(_compiled(formula, [*pieces[:index], " "], r"\Z"), noun[0])


def _compiled(formula: Formula, pieces: Sequence[str], end: str = "") -> re.Pattern[str]:
    parts = [_of_slot(formula, piece) if index % 2 else _of_words(piece) for index, piece in enumerate(pieces)]
    if not end and len(pieces) > 2 and pieces[-1] in _STOPS and formula.slot(pieces[-2]).pattern == r".+?":
        # Words of any kind have no end of their own: they go on to the end of the line.
        end = r"(?=\n|\Z)"
    return re.compile("".join(parts) + end, re.DOTALL)


def _plain(words: str) -> str:
    """The fixed words of a formula in small letters, without their emphasis."""
    return same_signs(_MARKUP.sub(lambda match: match[1] or match[2], words)).lower()


def _of_words(words: str) -> str:
    words = _plain(words)
    lead, tail = words[:1].isspace(), words[-1:].isspace()
    # "Compte-rendu" is also "compte rendu".
    literal = r"[\n-]?".join(_IN_CHINESE.sub(r"\\n?", re.escape(word)) for word in words.split())
    for sign in (":", ";", r"\-", "'"):
        literal = literal.replace(sign, f"{sign}?")
    # A scanner takes one for the other.
    literal = re.sub(r",|\\\.", "[.,]?", literal)
    # A colon on a line of its own belongs to the label before it.
    literal = literal.replace(":?", r"\n?:?")
    return ("\\n?" if lead else "") + literal + ("\\n?" if tail and literal else "")


def _of_slot(formula: Formula, name: str) -> str:
    stray = "[.,]?" if name.startswith(_AFTER_STRAY_STOP) else ""
    return f"{stray}(?P<{name.lower()}>{_loosened(formula.slot(name).pattern)})"


def _loosened(pattern: str) -> str:
    if pattern == r".+?":
        return _FREE
    if pattern == CALL:
        # The end of a line is before asterisks, or after the formula.
        return r"(?:\n?\*+)?"
    if pattern.endswith("*?)?"):
        # It has no end of its own: what follows the formula is looked at by whoever reads it.
        return ""
    pattern = without_accents(pattern).replace(r"\b", "").replace("[-‑ ]", r"-?\n?")
    pattern = re.sub(r"\\s[+*?]", r"[\\n ]?", pattern)
    return re.sub(r"\\.|[^\\]+", lambda match: match[0] if match[0].startswith("\\") else match[0].lower(), pattern)
