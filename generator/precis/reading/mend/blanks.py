"""Blanks that converters put into Chinese, which has none: where a line ended, and beside letters and figures."""

from __future__ import annotations

import re
from dataclasses import replace

from precis.language.ideographs import IDEOGRAPH
from precis.model import Inlines, Run, joined, mapped
from precis.reading.draft import CoverDraft
from precis.reading.line import stretch
from precis.reading.text.body import Body

__all__ = ["take_blanks"]

_BLANK = re.compile(rf"(?<={IDEOGRAPH})[ \u00a0]+|[ \u00a0]+(?={IDEOGRAPH})")


def take_blanks(body: Body, draft: CoverDraft) -> None:
    """Take the blanks beside Chinese characters out of the text and the notes; a finding tells how many there were."""
    count = 0

    def mended(text: Inlines) -> Inlines:
        nonlocal count
        words = "".join(item.text for item in text if isinstance(item, Run))
        found = list(_BLANK.finditer(words))
        if not found:
            return text
        count += len(found)
        starts = [0, *(match.end() for match in found)]
        ends = [*(match.start() for match in found), None]
        return joined(item for start, end in zip(starts, ends, strict=True) for item in stretch(text, start, end))

    body.blocks[:] = [mapped(block, mended) for block in body.blocks]
    body.footnotes[:] = [replace(note, inlines=mended(note.inlines)) for note in body.footnotes]
    if count:
        reason = f"Chinese has no blanks between words; {count} were taken out"
        draft.tell("blanks-mended", "text", reason, next(iter(body.lines), None))
