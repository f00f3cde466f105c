"""Words of a text that its lines divide, made whole before it is read: formulae and headings are looked for in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from precis.language.formula import Formula
from precis.language.wording import Wording
from precis.model import joined
from precis.reading.draft import CoverDraft
from precis.reading.line import LineLook, TextLine, cut, is_suspended
from precis.reading.search.divided import Vocabulary, cut_word

__all__ = ["with_whole_words"]


def with_whole_words(lines: Sequence[TextLine], wording: Wording, draft: CoverDraft) -> Sequence[TextLine]:
    """The lines, with each word on one of them: what stands behind its hyphen goes up to what stands before it.

    The hyphens go only where other words of the text or of the wording tell so: the others may be those of the words.
    """
    if not any(_may_go_on(above, below) for above, below in pairwise(lines)):
        return lines
    words = Vocabulary([line.text for line in lines], others=(form.text for form in _forms(wording)))
    out = list(lines)
    first: int | None = None
    for at, (above, below) in enumerate(pairwise(lines)):
        if not _may_go_on(above, below) or not words.divided(above.text, below.text):
            continue
        # A word may take all of a line: what went up from it before is not there to go on.
        rest, end = out[at].inlines, len(out[at].text) - 1
        length = len(below.text.split(maxsplit=1)[0])
        out[at] = replace(out[at], inlines=joined((*cut(rest, 0, end), *cut(below.inlines, 0, length))))
        out[at + 1] = below.part(length)
        first = above.at if first is None else first
    if closed := words.closed:
        reason = "words divided at the ends of lines were closed"
        draft.tell("hyphen-closed", "text", reason, first, old=", ".join(closed), new=", ".join(closed.values()))
    return [line for line in out if line.inlines]


def _may_go_on(above: TextLine, below: TextLine) -> bool:
    """Whether a line of text may end inside a word that goes on in the next."""
    texts = above.look is LineLook.TEXT and below.look is LineLook.TEXT and not below.after_gap
    return texts and cut_word(above.text, below.text) is not None and not is_suspended(above.text, below.text)


def _forms(wording: Wording) -> Iterator[Formula]:
    for name in wording.formulae:
        yield from wording.forms(name)
