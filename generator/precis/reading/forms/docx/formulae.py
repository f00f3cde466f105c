"""Formulae on one line, as they are typed: a fraction is "a/b" (Unicode Technical Note 28; ECMA-376, clause 22.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from precis.reading.forms.docx.markup import M, W

__all__ = ["linear", "set_linear"]

_VALUE = f"{M}val"
_SIMPLE = 1


def linear(element: Any) -> str:
    """The words of a formula, or of a part of one, on one line."""
    handler = _PARTS.get(element.tag)
    if handler is not None:
        return handler(element)
    return "".join(map(linear, element.iterchildren("*")))


def set_linear(element: Any) -> bool:
    """Whether a formula has more than signs one after the other, so that its line is not what was printed."""
    return any(each.tag in _PARTS and each.tag not in _PLAIN for each in element.iter("*"))


def _part(element: Any, name: str) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else linear(found)


def _grouped(words: str) -> str:
    """Words in parentheses, where they are more than one sign or figure."""
    return words if len(words) <= _SIMPLE or words.isalnum() else f"({words})"


def _sign(element: Any, name: str, usual: str) -> str:
    found = element.find(f"{M}{element.tag.rpartition('}')[2]}Pr/{M}{name}")
    return usual if found is None else found.get(_VALUE, "")


def _fraction(element: Any) -> str:
    return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"


def _raised(element: Any) -> str:
    return f"{_grouped(_part(element, 'e'))}^{_grouped(_part(element, 'sup'))}"


def _lowered(element: Any) -> str:
    return f"{_grouped(_part(element, 'e'))}_{_grouped(_part(element, 'sub'))}"


def _both(element: Any) -> str:
    return f"{_lowered(element)}^{_grouped(_part(element, 'sup'))}"


def _before(element: Any) -> str:
    return f"_{_grouped(_part(element, 'sub'))}^{_grouped(_part(element, 'sup'))}{_part(element, 'e')}"


def _root(element: Any) -> str:
    degree = _part(element, "deg")
    return f"{f'^{_grouped(degree)}' if degree else ''}√{_grouped(_part(element, 'e'))}"


def _enclosed(element: Any) -> str:
    between = _sign(element, "sepChr", "|")
    inside = between.join(linear(each) for each in element.iterchildren(f"{M}e"))
    return f"{_sign(element, 'begChr', '(')}{inside}{_sign(element, 'endChr', ')')}"


def _large(element: Any) -> str:
    low, high = _part(element, "sub"), _part(element, "sup")
    limits = f"{f'_{_grouped(low)}' if low else ''}{f'^{_grouped(high)}' if high else ''}"
    return f"{_sign(element, 'chr', '∫')}{limits} {_part(element, 'e')}"


def _text(element: Any) -> str:
    return element.text or ""


def _nothing(_element: Any) -> str:
    return ""


_HANDLERS: Mapping[str, Callable[[Any], str]] = {
    "f": _fraction,
    "sSup": _raised,
    "sSub": _lowered,
    "sSubSup": _both,
    "sPre": _before,
    "rad": _root,
    "d": _enclosed,
    "nary": _large,
    "t": _text,
}
_PARTS = {f"{M}{name}": handler for name, handler in _HANDLERS.items()} | {f"{W}t": _text, f"{W}rPr": _nothing}
_PLAIN = frozenset((f"{M}t", f"{W}t", f"{W}rPr"))
