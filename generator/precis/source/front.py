"""Front matter: the YAML between the two lines of dashes at the head of a source, with the line of each field.

Everything in it is text, a list or a mapping: YAML's own types are not used (see `fields`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from precis.model import Faults
from precis.model.findings import Columns
from precis.source.yaml_fields import COMMENT, parsed

__all__ = [
    "FrontMatter",
    "begins_with_front",
    "check_keys",
    "lacks_first_line",
    "line_of_item",
    "print_front",
    "split_front",
]

_BEGINS = re.compile(r"---[ \t]*\n")
_FRONT = re.compile(rf"{_BEGINS.pattern}(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)

_FIELD = re.compile(r"[a-z_]+:(?: |\Z)")
_MOST_LINES = 100
"""No front matter is as long."""

_WITHOUT_END = re.compile(rf"{_BEGINS.pattern}((?:[ \t]*\S.*\n?)*)")
"""A front matter that does not end goes to the first blank line."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a front matter, as they stand there, the line of each, counted in the file, and its columns.

    `lost` are the names of those that are no YAML; `whole` is false where nothing of the front matter could be read.
    `end` is its last line.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, Columns] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    whole: bool = True
    end: int = 1


def begins_with_front(text: str) -> bool:
    """Whether a text begins as sources do: with the line of dashes above a front matter."""
    return _BEGINS.match(text) is not None


def lacks_first_line(text: str) -> bool:
    """Whether a text begins with a front matter but for its first line: with fields, and dashes below the last."""
    for number, line in enumerate(text.split("\n", _MOST_LINES)[:_MOST_LINES]):
        if line.rstrip() == "---":
            return number > 0
        if _FIELD.match(line) is None and (number == 0 or not line.startswith((" ", "-", "#"))):
            return False
    return False


def split_front(text: str, faults: Faults) -> tuple[FrontMatter, str, int]:
    """The front matter, the text after it, and the line on which that text begins.

    A text without front matter, or with one that is not YAML, is a fault.
    """
    match = _FRONT.match(text)
    if match is None:
        if not begins_with_front(text):
            message = "the file does not begin with front matter; write it between two lines of ---"
            faults.add("front-matter", message, 1)
            return FrontMatter({}, whole=False), text, 1
        faults.add("front-matter", "the front matter does not end; write a line of --- below its last field", 1)
        match = _WITHOUT_END.match(text)
        assert match is not None, "it begins as a front matter does"
    rest_line = match[0].count("\n") + 1
    front = replace(_read(match[1], faults), end=match[0].rstrip().count("\n") + 1)
    return front, text[match.end() :], rest_line


def _read(text: str, faults: Faults) -> FrontMatter:
    found = parsed(text)
    for slip in found.slips:
        at = None if slip.column is None else (slip.column + 1, slip.column + 1)
        faults.add("front-matter", slip.message, slip.line + 2, columns=at)
    node, values = found.node, found.values
    if node is None:
        return FrontMatter({}, lost=found.lost, whole=found.whole)
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        faults.add("front-matter", "the front matter is not a list of fields; write 'name: value' on each line", 2)
        return FrontMatter({}, whole=False)
    lines: dict[str, int] = {}
    columns: dict[str, Columns] = {}
    faults.columns = {key.value: _columns(value, key) for key, value in node.value}
    for key, _ in node.value:
        line, own = key.start_mark.line + 2, _columns(key, key)
        if key.value in lines:
            message = f"{key.value}: stands twice; the first is on line {lines[key.value]}"
            faults.add("field-twice", message, line, columns=own)
        lines.setdefault(key.value, line)
        columns.setdefault(key.value, own)
    return FrontMatter(values, lines, columns, found.lost)


def _columns(node: Any, key: Any) -> Columns:
    """Where a value stands in the line of its key; where it stands below, or there is none, where the key does."""
    start, end = node.start_mark, node.end_mark
    if start.line != key.start_mark.line or (start.line, start.column) == (end.line, end.column):
        start, end = key.start_mark, key.end_mark
    last = end.column if end.line == start.line else start.column + 1
    return start.column + 1, last


def check_keys(front: FrontMatter, known: Collection[str], faults: Faults) -> None:
    """Note every field that is not of `known`, with the one it may have been meant for."""
    for key in front.values:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"the fields are: {', '.join(known)}"
            message = COMMENT if key.startswith("<!--") else f"{key}: is not a field; {hint}"
            faults.add("unknown-field", message, front.lines.get(key), columns=front.columns.get(key))


_MARKS = str.maketrans({"\u2019": "'", "[": None, "]": None, "*": None})
"""An item is looked for without its marks."""


def line_of_item(lines: Sequence[str], field: int, words: str) -> int | None:
    """The line of the item of a list that has these words, below the line of its field; both are counted from 1."""
    for number, line in enumerate(lines[field:], field + 1):
        if not line.startswith(("-", " ")) or line.startswith("---"):
            return None
        if words and words in line.translate(_MARKS):
            return number
    return None


def print_front(values: Mapping[str, Any], comments: Mapping[str, list[str]] | None = None) -> str:
    """The front matter that reads as `values`; the `comments` of a field stand above it, those of "" at the end."""
    import yaml
    from yaml.emitter import Emitter
    from yaml.representer import SafeRepresenter
    from yaml.resolver import BaseResolver
    from yaml.serializer import Serializer

    class Dumper(Emitter, Serializer, SafeRepresenter, BaseResolver):
        """Without YAML's types, a text needs quotes only where its characters mean something."""

        def __init__(self, stream: Any, **_settings: Any) -> None:
            Emitter.__init__(self, stream, width=10**9, allow_unicode=True)
            Serializer.__init__(self)
            SafeRepresenter.__init__(self, sort_keys=False, default_flow_style=False)
            BaseResolver.__init__(self)

    comments = comments or {}
    out = ["---\n"]
    for key, value in values.items():
        out.extend(f"# {comment}\n" for comment in comments.get(key, ()))
        out.append(yaml.dump({key: value}, Dumper=Dumper))
    out.extend(f"# {comment}\n" for comment in comments.get("", ()))
    out.append("---\n")
    return "".join(out)
