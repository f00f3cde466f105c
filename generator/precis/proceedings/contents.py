"""Which words of the headings stand in the contents (docs/conventions.md §2.5)."""

from __future__ import annotations

from collections.abc import Iterable

from precis.language.wording import Wording
from precis.model import ContentsItem, Gap, Heading, Inline, Run, joined, plain, stripped
from precis.proceedings.headings import in_heading_only

__all__ = ["contents_of"]


def contents_of(headings: Iterable[Heading], wording: Wording) -> tuple[ContentsItem, ...]:
    """The contents that follow from the headings of levels 1 and 2.

    "(agenda item 4)" and the symbols of documents stand only in the heading, "(continued)" in both.
    """
    return tuple(
        ContentsItem(heading.level, _in_contents(heading, wording)) for heading in headings if heading.level <= 2
    )


def _in_contents(heading: Heading, wording: Wording) -> tuple[Inline, ...]:
    text = plain(heading.inlines)
    dropped = list(in_heading_only(text, wording))
    if dropped and text[dropped[-1][1] :].strip() == ".":
        # A slip of some records: "Adoption of the agenda (agenda item 2)."
        dropped[-1] = (dropped[-1][0], len(text))
    kept = list(zip((0, *(end for _, end in dropped)), (*(start for start, _ in dropped), len(text)), strict=True))
    out: list[Inline] = []
    at = 0
    for item in heading.inlines:
        if isinstance(item, Gap):
            out.append(item)
        if isinstance(item, Run):
            pieces = (item.text[max(start - at, 0) : max(end - at, 0)] for start, end in kept)
            out.extend(Run(piece, italic=item.italic, superscript=item.superscript) for piece in pieces)
            at += len(item.text)
    return stripped(joined(out))
