"""Whether the tags of a file tell its paragraphs: some programs tag each line, or a page, as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from precis.reading.forms.pdf.rows import Row

__all__ = ["tags_are_sound"]

_FEW = 0.05
"""Tags are sound if they contradict the words in no more than this part of the places that show it."""
_MOST = 0.7
"""Such a part of the lines at least has tags."""
_ENDED = re.compile(r"[.!?:;][\"”’»)\]]*$")
_NUMBER = re.compile(r"\d{1,4}\.\s")


def tags_are_sound(rows: Sequence[Row]) -> bool:
    """Whether lines that go on inside a sentence are of one block, and those with new numbers begin another."""
    if sum(row.tag is not None for row in rows) < max(_MOST * len(rows), 1):
        return False
    inside = cut = begun = glued = 0
    for above, row in pairwise(rows):
        if above.tag is None or row.tag is None or above.page != row.page:
            continue
        ended = bool(_ENDED.search(above.text))
        if ended and _NUMBER.match(row.text):
            begun += 1
            glued += above.tag is row.tag
        elif not ended and row.text[:1].islower() and abs(above.left - row.left) < 1:
            inside += 1
            cut += above.tag is not row.tag
    return cut <= _FEW * inside and glued <= _FEW * begun
