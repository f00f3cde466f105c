"""Signs that stand beside Chinese characters, set in their font: quotation marks there are as wide as a character."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from precis.language.ideographs import wide_signs

__all__ = ["set_wide_signs"]


def set_wide_signs(body: Any, signs: str) -> None:
    """Put what of `signs` stands beside a Chinese character into spans of the class "wide"."""
    pattern = wide_signs(signs)
    for element in list(body.iter()):
        if element.tag in ("img", "br"):
            continue
        for at, child in reversed(list(enumerate(element))):
            _set(element, at + 1, child.tail, pattern)
        _set(element, 0, element.text, pattern)


def _set(parent: Any, at: int, text: str | None, pattern: re.Pattern[str]) -> None:
    """Set the signs of a text that stands in `parent` before its child `at`."""
    found = list(pattern.finditer(text or ""))
    if not text or not found:
        return
    ends = [match.start() for match in found[1:]] + [len(text)]
    spans = []
    for match, end in zip(found, ends, strict=True):
        span = etree.Element("span")
        span.set("class", "wide")
        span.text, span.tail = match[0], text[match.end() : end]
        spans.append(span)
    if at == 0:
        parent.text = text[: found[0].start()]
    else:
        parent[at - 1].tail = text[: found[0].start()]
    for place, span in enumerate(spans):
        parent.insert(at + place, span)
