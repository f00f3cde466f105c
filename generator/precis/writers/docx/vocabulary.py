"""Elements in their places: what stands where the vocabulary of templates/README.md has no place for it is an error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from precis.model import PrecisError

__all__ = ["by_class", "misplaced"]


def by_class(parent: Any, names: Iterable[str]) -> dict[str, list[Any]]:
    """The children of `parent` by their classes, which are all of `names`; PrecisError for any other."""
    found: dict[str, list[Any]] = {name: [] for name in names}
    for child in parent:
        if child.get("class") not in found:
            raise misplaced(child)
        found[child.get("class")].append(child)
    return found


def misplaced(element: Any) -> PrecisError:
    """The error for an element that its parent has no place for."""
    message = f"{_named(element)} cannot stand in {_named(element.getparent())}; see templates/README.md"
    return PrecisError.one("page-place", message)


def _named(element: Any) -> str:
    name = element.get("class")
    return f'<{element.tag} class="{name}">' if name else f"<{element.tag}>"
