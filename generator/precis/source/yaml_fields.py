"""The YAML of a front matter, parsed: as a whole, or, where it is none, field by field, so that each slip is told.

What cannot be parsed is blanked, line by line, so that what is left keeps its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

__all__ = ["COMMENT", "Parsed", "Slip", "parsed"]

_KEY = re.compile(r"[\"']?(?P<key>[^\W\d][\w-]*)")
_BEGINS = re.compile(r"(?!#|-(?:[ \t]|\Z))\S")
"""What a line of a field begins with; those that are set in, items and comments belong to the field above them."""
_OF_VALUE = re.compile(r"quoted scalar|flow|simple key")
"""What YAML was reading when it came upon the slip, if that began the value: the slip is told where this began."""

_ADVICE = (
    ("unexpected end of stream", "close the quotation mark, or take it out"),
    ("'\\t'", "write blanks in the place of the tab"),
    ("<stream end>", "close the bracket, or put the value in quotes"),
)
_QUOTES = "put the value in quotes"
_NO_FIELD = "this line of the front matter is no field; write 'name: value', with a colon and a blank"
COMMENT = "a comment in the front matter begins with #, as in: # ignore percent-sign: the report prints it so"
_ALIAS = "an alias (*name) stands in the front matter; write the value itself"


@dataclass(frozen=True, slots=True)
class Slip:
    """What is no YAML: what is said of it, and its line and column in the text, both counted from 0."""

    message: str
    line: int
    column: int | None = None


class _SlipError(Exception):
    def __init__(self, slip: Slip) -> None:
        self.slip = slip


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a YAML text and its values, None where it has none; its slips, and the keys of what has one.

    `whole` is false where nothing of it could be read.
    """

    node: Any
    values: Any
    slips: tuple[Slip, ...] = ()
    lost: frozenset[str] = frozenset()
    whole: bool = True


@lru_cache(maxsize=4)
def parsed(text: str) -> Parsed:
    """A YAML text, parsed once for all that ask; slips of several fields are all noted, and the others are read."""
    from yaml.reader import Reader

    try:
        return Parsed(*_parsed(text))
    except _SlipError as error:
        first = error.slip
    slips = [first] if (bad := Reader.NON_PRINTABLE.search(text)) else []
    lines = (Reader.NON_PRINTABLE.sub(" ", text) if bad else text).split("\n")
    lost = set()
    for start, end in _fields(lines):
        slip = _slip_of("\n".join(lines[start:end]) + "\n")
        if slip is not None:
            slips.append(Slip(slip.message, slip.line + start, slip.column))
            key = _KEY.match(lines[start])
            lost |= {key["key"]} if key else set()
            lines[start:end] = [""] * (end - start)
    try:
        node, values = _parsed("\n".join(lines))
    except _SlipError as error:
        return Parsed(None, None, tuple(slips) or (error.slip,), frozenset(lost), whole=False)
    return Parsed(node, values, tuple(slips) or (first,), frozenset(lost))


def _fields(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first line of each field, and the one behind its last."""
    starts = [number for number, line in enumerate(lines) if _BEGINS.match(line)]
    yield from zip(starts, [*starts, len(lines)][1:], strict=True)


def _slip_of(text: str) -> Slip | None:
    """What is wrong with one field."""
    try:
        _, values = _parsed(text)
    except _SlipError as error:
        return error.slip
    if isinstance(values, dict):
        return None
    return Slip(COMMENT if text.startswith("<!--") else _NO_FIELD, 0, 0)


def _parsed(text: str) -> tuple[Any, Any]:
    """The tree of a text and its values. Raises _SlipError where it is no YAML, or an alias stands in it.

    What an alias stands for may be as large as one likes.
    """
    import yaml

    class Loader(yaml.BaseLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                mark = self.current_event.start_mark
                raise _SlipError(Slip(_ALIAS, mark.line, mark.column))
            return super().compose_node(parent, index)

    try:
        loader = Loader(text)
        try:
            node = loader.get_single_node()
            return node, None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if error.context_mark is not None and (mark is None or _OF_VALUE.search(error.context or "")):
            mark = error.context_mark
        advice = next((said for sign, said in _ADVICE if sign in str(error.problem)), _QUOTES)
        message = f"the front matter cannot be read as fields: {error.problem}; {advice}"
        raise _SlipError(Slip(message, mark.line if mark else 0, mark.column if mark else None)) from error
    except (yaml.YAMLError, RecursionError) as error:
        line = text.count("\n", 0, error.position) if isinstance(error, yaml.reader.ReaderError) else 0
        raise _SlipError(
            Slip(f"the front matter cannot be read as fields: {str(error).splitlines()[0]}", line)
        ) from error
