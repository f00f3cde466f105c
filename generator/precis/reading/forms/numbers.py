"""Numbers as lists print them: figures, letters, roman numerals, marks (ECMA-376 Part 1, clause 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["formatted"]

_MOST_LETTERS = 26 * 30
_MOST_ROMAN = 4_000
_MOST_DIGITS = 1_000_000
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MARKS = "*†‡§"


def formatted(number: int, form: str) -> str:
    """A number as `w:numFmt` has it (clause 17.18.59); a form that is not known prints figures."""
    return _FORMS.get(form, str)(number) if 0 < number < _MOST_DIGITS or form in ("none", "bullet") else str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb …: after z the letter is doubled."""
    if number > _MOST_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if number >= _MOST_ROMAN:
        return str(number)
    out = ""
    for worth, figure in _ROMAN:
        out += figure * (number // worth)
        number %= worth
    return out


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _mark(number: int) -> str:
    """*, †, ‡, §, **, ††, …"""
    return _MARKS[(number - 1) % len(_MARKS)] * min((number - 1) // len(_MARKS) + 1, 9)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "chicago": _mark,
    "none": lambda _: "",
    "bullet": lambda _: "",
}
