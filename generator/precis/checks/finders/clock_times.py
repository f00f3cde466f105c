"""Times of day in another form than that of the language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import Grammar
from precis.model import plain
from precis.proceedings import normal

__all__ = ["find"]

_TIME = re.compile(
    r"\d(?<![\w.,:]\d)(?:\d?(?:[ ]?[.:][ ]?\d{2}\.?)?[ ]?(?:[aApP]\.?[ ]?[mM]\b\.?(?!\w))"
    r"|(?<!/\d)(?:(?<=[01])\d|(?<=2)[0-3])?:[0-5]\d(?![\w:,])(?: ?(?:hours|hrs|h)\b)?"
    r"|(?:(?<=[01])\d|(?<=2)[0-3])?[ ]?[hH][ ]?[0-5]\d(?!\w)"
    r"|(?:(?<=1)[3-9]|(?<=2)[0-3])\.[0-5]\d"
    r"(?: ?(?:hours|hrs)\b|(?=[,;?)]|\.?(?:\n|\Z)|\. [A-Z]| (?:on|and|to|that)\b)))"
)
_FULL = re.compile(r"\d\d\.\d\d")
"""A time of twenty-four hours with a full stop, which else is a decimal figure."""
_HOURS = re.compile(r" ?(?:hours|hrs|h)\Z")
_AT = re.compile(r"\b(?:at|until|till|before|after) \Z")
_BEFORE = re.compile(r"\b(?:at|until|till|from|to|by|and|before|after|about|between|around|à|jusqu'à|vers|dès|de) \Z")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """What reads as a time and is not as the language prints it. Figures with a colon are one behind such as "at"."""
    grammar = subject.wording.grammar
    for stretch, text, match in matches(subject, rule, _TIME):
        found = match[0]
        before = _AT if _FULL.match(found) else _BEFORE if ":" in found else None
        if before is not None and "m" not in found.lower() and not before.search(text, 0, match.start()):
            continue
        time = _read(_HOURS.sub("", found), grammar)
        right = normal(plain(subject.wording.time(time))) if time is not None else ""
        if right and right != found and not (right.rstrip(".") == found and text[match.end() :] == ""):
            # The stop of "p.m." ends the sentence too.
            end = match.end() + (right.endswith(".") and text[match.end() :] == ".")
            yield in_text(rule, subject, stretch, (match.start(), end), right)


def _read(found: str, grammar: Grammar) -> dt.time | None:
    """The time that is meant: of twenty-four hours where figures stand alone, else as the language reads it."""
    match = re.fullmatch(r"(\d{1,2})(?:[ ]?[:hH][ ]?|\.)(\d{2})", found)
    if match is None:
        return grammar.read_time(re.sub(r"(?<=\d\d)\.(?=[ ]?[aApP])", "", found))
    return dt.time(int(match[1]), int(match[2]))
