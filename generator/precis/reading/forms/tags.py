"""Tags and entities of HTML inside a text or Markdown, as some converters leave them, made the marks of Markdown."""

from __future__ import annotations

import html
import re

__all__ = ["TAG", "without_tags"]

TAG = re.compile(
    r"</?(?P<name>br|sup|sub|u|b|strong|i|em|span|p|div|a|font|center|small|big|ins|del|s|strike|mark|img|hr"
    r"|table|thead|tbody|tr|td|th|colgroup|col|ul|ol|li|blockquote|h[1-6])(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
_MARKS = {"br": "\n", "sup": "^", "b": "**", "strong": "**", "i": "*", "em": "*", "td": " ", "th": " ", "li": " "}
"""What a tag is in Markdown; the others say nothing that a line of ours can have."""

_EMPTY = re.compile(r"\*\*\*\*|\^\^")


def without_tags(line: str) -> str:
    """The line with the marks of Markdown for its tags, and the signs for its entities. A break is a line end."""
    if "<" in line:
        line = _EMPTY.sub("", TAG.sub(lambda match: _MARKS.get(match["name"].lower(), ""), line))
    return _ENTITY.sub(lambda match: html.unescape(match[0]), line) if "&" in line else line
