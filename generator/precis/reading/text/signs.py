"""The signs by which paragraphs, parts of lists and sentences begin and end."""

from __future__ import annotations

import re

__all__ = ["BEGINS", "NUMBER", "PART", "SECTION", "STARTS", "has_end", "may_go_on"]

STARTS = "A-ZÀ-Þ\u0100-\u017f\u0400-\u042f\u0621-\u064a\u3400-\u9fff"
"""What a sentence begins with, as a class of characters: a capital, or a letter of a script that has none."""

BEGINS = f'{STARTS}«“"(《'
"""The same, or a sign before it."""

NUMBER = re.compile(rf"(\d{{1,3}})(?:\.|\s?[-–])(?:\s+|(?=[{BEGINS}]|[a-zà-ÿ]{{2,3}} [A-ZÀ-Þ]{{3}})|$)")
"""The number of a paragraph at the start of a line: "12." or, in Arabic records, "12-". Four figures are a year.

A name in capitals may have its article in small letters: "12.el PRESIDENTE".
"""

PART = re.compile(r"(?:\((?:[a-zа-я]{1,2}|[ivx]{1,4}|[ء-ي])\)|[a-zа-я]\))\s")
"""How a part of a list or a lettered item begins; in French, with one parenthesis."""

SECTION = re.compile(r"(?:[A-Z]|[IVX]+)\.\s+[A-Z]")
"""How the heading of a section begins: "A. Introduction"."""

_STOPS = (".", "!", "?", ":", ";", "…", *"。！？：；؟؛")
_END = re.compile(rf"[{''.join(_STOPS)}]['\"”’»)）」』\]*]*\d{{0,3}}\s*$")
_LONGEST_END = 40
"""A full stop with all that may stand behind it has no more characters."""


def has_end(text: str) -> bool:
    """Whether a text ends as a sentence does, or a part of a list; the call of a footnote may follow."""
    # Most texts end in a stop and nothing else.
    return text.endswith(_STOPS) or _END.search(text, max(len(text) - _LONGEST_END, 0)) is not None


def may_go_on(text: str) -> bool:
    """Whether a text may be the rest of a sentence: it begins with a small letter, or has no capitals."""
    first = text[:1]
    return first.islower() or (first.isalpha() and first.upper() == first.lower())
