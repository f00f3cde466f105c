"""Fields of a front matter set in its text: what is set is written by its own grammar, the rest stays to the letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from precis.model import Faults
from precis.source.front import begins_with_front, print_front, split_front
from precis.source.yaml_fields import parsed

__all__ = ["set_fields"]

_DASHES = "---"


def set_fields(text: str, values: Mapping[str, Any], order: Sequence[str], file: str = "") -> str:
    """The text of a source with the fields `values` set; an empty value takes its field out.

    A field that is there stays where it stands, a new one comes behind the last of those before it in `order`. What has
    its value already is left as it is written, with the comments on its lines. A text without front matter gets one.
    Raises PrecisError where the front matter cannot be read.
    """
    if not begins_with_front(text):
        text = f"{_DASHES}\n{_DASHES}\n\n{text}"
    for key, value in values.items():
        text = _with(text, key, value, order, file)
    return text


def _with(text: str, key: str, value: Any, order: Sequence[str], file: str) -> str:
    """The text with one field set."""
    faults = Faults(file, text)
    split_front(text, faults)
    faults.check()
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _DASHES)
    found = parsed("\n".join(lines[1:end]) + "\n")
    nodes = {name.value: (name, node) for name, node in found.node.value} if found.node is not None else {}
    if key not in nodes:
        if value in ("", [], None):
            return text
        at = _place(key, nodes, order, lines, end)
        return "\n".join([*lines[:at], *_printed(key, value), *lines[at:]])
    if value and (found.values or {}).get(key) == value:
        return text
    first, node = nodes[key]
    start, last = first.start_mark.line + 1, _last_line(node, first, lines)
    new = [] if value in ("", [], None) else _printed(key, value)
    comment = _comment_behind(lines[start], node) if last == start and len(new) == 1 else ""
    return "\n".join([*lines[:start], *(f"{line}{comment}" for line in new), *lines[last + 1 :]])


def _place(key: str, nodes: Mapping[str, tuple[Any, Any]], order: Sequence[str], lines: Sequence[str], end: int) -> int:
    """The line before which a new field is written, counted from 0."""
    before = set(order[: order.index(key)]) if key in order else set(nodes)
    ends = [_last_line(node, name, lines) + 1 for each, (name, node) in nodes.items() if each in before]
    if ends:
        return max(ends)
    return min((name.start_mark.line + 1 for name, _ in nodes.values()), default=end)


def _last_line(node: Any, name: Any, lines: Sequence[str]) -> int:
    """The last line of a field, counted from 0 in the file; blank lines and comments below it are not its own."""
    mark = node.end_mark
    last = mark.line + 1 - (mark.column == 0 and mark.line > name.start_mark.line)
    while last > name.start_mark.line + 1 and (not lines[last].strip() or lines[last].lstrip().startswith("#")):
        last -= 1
    return int(last)


def _comment_behind(line: str, node: Any) -> str:
    """The comment that stands behind a value in its line, with the blanks before it."""
    rest = line[node.end_mark.column :]
    return rest.rstrip() if rest.lstrip().startswith("#") and rest[:1] in " \t" else ""


def _printed(key: str, value: Any) -> list[str]:
    return print_front({key: value}).split("\n")[1:-2]
