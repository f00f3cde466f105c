"""Patterns that are made when they are first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["LatePattern"]

_METHODS = ("finditer", "fullmatch", "match", "search", "sub")


class LatePattern:
    """A pattern that is made when it is first asked for.

    A language has more than a thousand, of which a record needs some; to make one takes as long as to search a
    paragraph for it. Its methods are those of `re.Pattern`.
    """

    __slots__ = ("_flags", "_words", *_METHODS)

    finditer: Callable[..., Iterator[re.Match[str]]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    sub: Callable[..., str]

    def __init__(self, words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> Any:
        """A method of the pattern, which is made now; asked for again, it is found without this."""
        if name not in _METHODS:
            raise AttributeError(name)
        made = re.compile(self._words, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)
