"""Words of a line that stands already, put into an element that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from precis.source.akn.names import element, local

__all__ = ["mark"]


def mark(line: Any, words: str, kind: str, /, behind: Any = None, **attributes: str) -> Any:
    """Put the first words of a line that are these into an element, and give it; None where they are not in one piece.

    They are whole words, in no note, and stand `behind` the element of that line if one is named.
    """
    if not words:
        return None
    form = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words.isdigit() else re.escape(words))
    for node, part in _texts(line, behind):
        text = getattr(node, part) or ""
        match = form.search(text)
        if match is None:
            continue
        made = element(kind, words, **attributes)
        if part == "text":
            node.insert(0, made)
        else:
            node.addnext(made)
        # lxml moves the tail of a node with it.
        setattr(node, part, text[: match.start()])
        made.tail = text[match.end() :]
        return made
    return None


def _texts(line: Any, behind: Any) -> Iterator[tuple[Any, str]]:
    """The texts of a line in its order, each as a node and the part of it, behind an element if one is named."""
    yielding = behind is None
    waiting: list[tuple[Any, str]] = [(line, "text")]
    while waiting:
        node, part = waiting.pop()
        if yielding:
            yield node, part
        if part == "text":
            for child in reversed(node):
                waiting.append((child, "tail"))
                if local(child) != "authorialNote":
                    waiting.append((child, "text"))
        yielding = yielding or (node is behind and part == "text")
