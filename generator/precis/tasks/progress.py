"""How far long work has come, shown while it goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

__all__ = ["Progress", "bar", "silent"]

_MANY = 8
"""Files from which on a bar is shown."""

Item = TypeVar("Item")
Progress = Callable[[Iterable[Item], int], Iterable[Item]]
"""Gives items, of which there are so many, and shows how many of them are done."""


def silent(items: Iterable[Item], _count: int) -> Iterable[Item]:
    """The items, with nothing shown."""
    return items


def bar(items: Iterable[Item], count: int) -> Iterable[Item]:
    """The items, with a bar on standard error while there is much to do and somebody to see it."""
    if count < _MANY or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, "Reading records", total=count, console=Console(stderr=True), transient=True)
