"""Names of WordprocessingML, and the values of its properties (ECMA-376 Part 1, clauses 17 and 22.9.2)."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["MC", "A", "M", "R", "W", "all_text", "branch", "integer", "named", "switched", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_VALUE = f"{W}val"
_OFF = {"0", "false", "off", "none"}
_NUMBER = re.compile(r"[+-]?\d{1,9}")
_TEXTS = (f"{W}t", f"{W}delText", f"{M}t")
_ALTERNATE, _CHOICE, _FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"


def named(path: str) -> str:
    """The path of elements of the namespace `w`: "pPr/numPr"."""
    return "/".join(f"{W}{name}" for name in path.split("/"))


def value(element: Any, path: str) -> str | None:
    """The attribute `w:val` of the element at `path`, or None; `element` itself may be None."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(_VALUE)


def integer(text: str | None, default: int = 0) -> int:
    """The whole number that an attribute has; `default` if it has none, or one that no file means."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else default


def switched(element: Any) -> bool | None:
    """Whether a property is on or off; None where the element is not there (clause 17.17.4)."""
    return None if element is None else element.get(_VALUE) not in _OFF


def all_text(element: Any) -> str:
    """All words in an element, kept and deleted, each branch of alternatives once."""
    words: list[str] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            words.append(each)
        elif each.tag in _TEXTS:
            words.append(each.text or "")
        elif each.tag == _ALTERNATE:
            waiting.extend(reversed(branch(each)))
        else:
            if each.tag == f"{W}p":
                waiting.append(" ")
            waiting.extend(each.iterchildren("*", reversed=True))
    return " ".join("".join(words).split())


def branch(alternatives: Any) -> list[Any]:
    """What is read of `mc:AlternateContent`: the first choice, or the fallback if it alone has words.

    All branches show the same in their ways (ECMA-376 Part 3, clause 7.5), so that only one may be read.
    """
    choices = [*alternatives.iterchildren(_CHOICE), *alternatives.iterchildren(_FALLBACK)]
    worded = (each for each in choices if next(each.iter(*_TEXTS), None) is not None)
    best = next(worded, choices[0] if choices else None)
    return [] if best is None else list(best.iterchildren("*"))
