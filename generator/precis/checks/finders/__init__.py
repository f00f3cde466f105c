"""What no pattern finds: one module a way of finding, with a function `find`, named by the rules that use it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject

__all__ = ["FINDERS", "Finder", "finder"]

Finder = Callable[[Subject, Rule], Iterator[Alarm]]
"""Gives the alarms of a rule in a record."""

FINDERS = tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)))
"""The names by which rules call them."""


@cache
def finder(name: str) -> Finder:
    """The function `find` of the module of that name."""
    found: Finder = importlib.import_module(f"{__name__}.{name.replace('-', '_')}").find
    return found
