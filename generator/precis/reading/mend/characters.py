"""Characters that no document can hold, which converters leave: taken out of the lines, and told."""

from __future__ import annotations

from dataclasses import replace

from precis.model import Inlines, Run, joined, plain
from precis.model.characters import UNPRINTABLE, character_name
from precis.reading.draft import CoverDraft
from precis.reading.line import TextLine

__all__ = ["without_unprintable"]


def without_unprintable(line: TextLine, draft: CoverDraft) -> TextLine:
    """The line without the characters that no document can hold."""
    words = "".join((line.text, *map(plain, line.cells)))
    if UNPRINTABLE.search(words) is None:
        return line
    found = sorted(set(UNPRINTABLE.findall(words)))
    reason = f"no document can hold {', '.join(map(character_name, found))}"
    draft.tell("character-left-out", "text", reason, line.at)
    return replace(line, inlines=_printable(line.inlines), cells=tuple(map(_printable, line.cells)))


def _printable(inlines: Inlines) -> Inlines:
    return joined(
        replace(item, text=UNPRINTABLE.sub("", item.text)) if isinstance(item, Run) else item for item in inlines
    )
