"""A style sheet for lines that run from the right: what it calls left stands on the right, and the other way round."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["mirrored"]

_SIDE = re.compile(
    r"(?:(?<=margin-)|(?<=border-)|(?<=padding-)|(?<=\{)(?=\w+:)|(?<=; )(?=\w+:)|(?<=text-align: )|(?<=float: ))"
    r"(?:left|right)\b"
)
_FOUR = re.compile(r"(?<=padding: )([^\s;}]+) ([^\s;}]+) ([^\s;}]+) ([^\s;}]+)")
_FIXED = ("p.job-number", "img.bar-code", "img.qr", "@page :left", "@page :right")
_OTHER = {"left": "right", "right": "left"}


@lru_cache(maxsize=8)
def mirrored(sheet: str) -> str:
    """The rules of a sheet with their sides exchanged.

    Which pages are on the left, and their boxes, stay as they are; so does the foot of page 1.
    """
    return "\n".join(rule if rule.startswith(_FIXED) else _mirrored(rule) for rule in sheet.split("\n"))


def _mirrored(rule: str) -> str:
    turned = _SIDE.sub(lambda side: _OTHER[side[0]], rule)
    return _FOUR.sub(r"\1 \4 \3 \2", turned)
