"""Formulae of MathML on one line, as they are typed (MathML Core, clause 3): a fraction is "a/b"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["linear"]


def linear(element: Any) -> str:
    """The words of a formula, or of a part of one, on one line; annotations say it again."""
    handler = _PARTS.get(element.tag)
    if handler is not None:
        return handler([linear(each) for each in element.iterchildren("*")])
    if element.tag in ("annotation", "annotation-xml"):
        return ""
    inside = (part for each in element.iterchildren("*") for part in (linear(each), each.tail or ""))
    return "".join("".join((element.text or "", *inside)).split())


def _grouped(words: str) -> str:
    return words if len(words) <= 1 or words.isalnum() else f"({words})"


def _joined(parts: list[str], *signs: str) -> str:
    """Parts with signs between them; what a damaged formula has too many or too few of is kept as it is."""
    if len(parts) != len(signs) + 1:
        return " ".join(parts)
    return _grouped(parts[0]) + "".join(sign + _grouped(part) for sign, part in zip(signs, parts[1:], strict=True))


_PARTS: Mapping[str, Callable[[list[str]], str]] = {
    "mfrac": lambda parts: _joined(parts, "/"),
    "msup": lambda parts: _joined(parts, "^"),
    "mover": lambda parts: _joined(parts, "^"),
    "msub": lambda parts: _joined(parts, "_"),
    "munder": lambda parts: _joined(parts, "_"),
    "msubsup": lambda parts: _joined(parts, "_", "^"),
    "munderover": lambda parts: _joined(parts, "_", "^"),
    "msqrt": lambda parts: f"√{_grouped(''.join(parts))}",
    "mroot": lambda parts: f"^{_grouped(parts[1])}√{_grouped(parts[0])}" if len(parts) == 2 else " ".join(parts),
}
