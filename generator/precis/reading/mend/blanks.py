"""Blanks that converters put where a script has none: into Chinese, and into the words of Arabic."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from precis.language.ideographs import IDEOGRAPH
from precis.language.wording import Wording
from precis.model import Inlines, Run, joined, mapped, plain, texts_of
from precis.reading.draft import CoverDraft
from precis.reading.line import stretch
from precis.reading.text.body import Body

__all__ = ["take_blanks"]

_BLANK = "[ \u00a0]+"
_IN_CHINESE = re.compile(rf"(?<={IDEOGRAPH}){_BLANK}|{_BLANK}(?={IDEOGRAPH})")
"""Where a line ended, and beside letters and figures."""

_LETTER = "[\u0621-\u064a]"
_MARK = "[\u064b-\u0652]"
_TORN = (
    rf"(?<={_LETTER}){_BLANK}(?=[\u0621\u0629\u0649](?!{_LETTER}))"  # hamza, teh marbuta and alef maqsura begin no word
    rf"|{_BLANK}(?={_MARK})|(?<={_MARK}){_BLANK}(?={_LETTER}(?!{_LETTER}))|(?<= {_MARK}){_BLANK}(?={_LETTER})"
    rf"|(?<={_LETTER}){_BLANK}(?=\u0640+ ?{_LETTER})|(?<=\u0640){_BLANK}(?={_LETTER})"
    rf"|(?<=\b\u0627\u0644){_BLANK}(?={_LETTER})"  # the article is no word
)
_IN_ARABIC = re.compile(_TORN)
_IN_TORN_ARABIC = re.compile(rf"{_TORN}|(?<=\b[\u0628\u0641\u0643\u0644\u0648]){_BLANK}(?={_LETTER}{{2}})")
"""In a text that has such blanks a prefix of one letter is torn from its word too; elsewhere it names a paragraph."""

_MOST_PASSES = 3
"""A word may be torn into so many pieces that what is joined first tells the rest."""


def take_blanks(body: Body, wording: Wording, draft: CoverDraft) -> None:
    """Take such blanks out of the contents, the text and its footnotes; a finding tells how many there were."""
    items = draft.contents_as_printed.value or ()
    if wording.without_blanks:
        mended = _Taken(_IN_CHINESE)
        reason = "Chinese has no blanks between words; {} were taken out"
    elif wording.from_the_right:
        texts = [plain(text) for block in body.blocks for text in texts_of(block)]
        torn = any(map(_IN_ARABIC.search, (*texts, *(plain(item.inlines) for item in items))))
        if not torn:
            return
        mended = _Taken(_IN_TORN_ARABIC)
        reason = "a converter tore Arabic words; {} blanks were taken out"
    else:
        return
    _map(body, draft, mended)
    if mended.count:
        draft.tell("blanks-mended", "text", reason.format(mended.count), next(iter(body.lines), None))


def _map(body: Body, draft: CoverDraft, mended: Callable[[Inlines], Inlines]) -> None:
    body.blocks[:] = [mapped(block, mended) for block in body.blocks]
    items = draft.contents_as_printed.value
    if items is not None:
        draft.contents_as_printed.value = tuple(replace(item, inlines=mended(item.inlines)) for item in items)
    body.footnotes[:] = [replace(note, inlines=mended(note.inlines)) for note in body.footnotes]


class _Taken:
    """Takes the blanks of a pattern out of texts, and counts them."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.count = 0

    def __call__(self, text: Inlines) -> Inlines:
        for _ in range(_MOST_PASSES):
            words = "".join(item.text for item in text if isinstance(item, Run))
            found = list(self._pattern.finditer(words))
            if not found:
                break
            self.count += len(found)
            starts = [0, *(match.end() for match in found)]
            ends = [*(match.start() for match in found), None]
            text = joined(item for start, end in zip(starts, ends, strict=True) for item in stretch(text, start, end))
        return text
