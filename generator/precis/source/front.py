"""Front matter: the YAML between the two lines of dashes at the head of a source, with the line of each field.

Everything in it is text, a list or a mapping: YAML's own types are not used (see `fields`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from precis.model import Faults
from precis.model.findings import Columns

__all__ = ["FrontMatter", "begins_with_front", "check_keys", "print_front", "split_front"]

_BEGINS = re.compile(r"---[ \t]*\n")
_FRONT = re.compile(rf"{_BEGINS.pattern}(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a front matter, as they stand there, the line of each, counted in the file, and its columns."""

    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, Columns] = field(default_factory=dict)


def begins_with_front(text: str) -> bool:
    """Whether a text begins as sources do: with the line of dashes above a front matter."""
    return _BEGINS.match(text) is not None


def split_front(text: str, faults: Faults) -> tuple[FrontMatter, str, int]:
    """The front matter, the text after it, and the line on which that text begins.

    A text without front matter, or with one that is not YAML, is a fault.
    """
    match = _FRONT.match(text)
    if match is None:
        message = "the file does not begin with front matter; write it between two lines of ---"
        if begins_with_front(text):
            message = "the front matter does not end; write a line of --- below its last field"
        faults.add("front-matter", message, 1)
        return FrontMatter({}), text, 1
    rest_line = match[0].count("\n") + 1
    return _read(match[1], faults), text[match.end() :], rest_line


@lru_cache(maxsize=4)
def _parsed(text: str) -> tuple[Any, Any] | None:
    """The tree of a YAML text and its values, parsed once for all that ask; None if an alias stands in it."""
    import yaml

    class AliasError(Exception):
        """An alias stands in the text: what it stands for may be as large as one likes."""

    class Loader(yaml.BaseLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise AliasError
            return super().compose_node(parent, index)

    loader = Loader(text)
    try:
        node = loader.get_single_node()
        return node, None if node is None else loader.construct_document(node)
    except AliasError:
        return None
    finally:
        loader.dispose()


def _read(text: str, faults: Faults) -> FrontMatter:
    import yaml

    try:
        parsed = _parsed(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 2
        at = (mark.column + 1, mark.column + 1) if mark else None
        message = f"the front matter is not YAML: {error.problem}; put the value in quotes"
        faults.add("front-matter", message, line, columns=at)
        return FrontMatter({})
    except (yaml.YAMLError, RecursionError) as error:
        faults.add("front-matter", f"the front matter is not YAML: {str(error).splitlines()[0]}", 2)
        return FrontMatter({})
    if parsed is None:
        faults.add("front-matter", "an alias (*name) stands in the front matter; write the value itself", 2)
        return FrontMatter({})
    node, values = parsed
    if node is None:
        return FrontMatter({})
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        faults.add("front-matter", "the front matter is not a list of fields; write 'name: value' on each line", 2)
        return FrontMatter({})
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
    return FrontMatter(values, lines, columns)


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
            message = f"{key}: is not a field; {hint}"
            faults.add("unknown-field", message, front.lines.get(key), columns=front.columns.get(key))


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
