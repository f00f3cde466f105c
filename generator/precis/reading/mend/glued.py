"""Words that a converter glued together: nobody but a reader can tell where the blank stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from precis.language.grammar import any_of
from precis.language.ideographs import ideographs
from precis.language.wording import Wording
from precis.model import plain, texts_of
from precis.reading.draft import CoverDraft
from precis.reading.text.body import Body

__all__ = ["warn_of_glued_words"]

_GLUED = re.compile(r"[a-zß-ÿ][A-Z]|[а-яё][А-ЯЁ]|[^\W\d_]{36}|[^\W\d_]{2}[,;][^\W\d_]{2}|[a-zß-ÿ]{2}\.[A-Z][a-zß-ÿ]")
_IN_ONE_WORD = ("@", "www.", "/")
"""What stands in addresses and symbols, which have signs and capitals inside."""


def warn_of_glued_words(body: Body, wording: Wording, draft: CoverDraft) -> None:
    """Warn of each place with glued words, or of the whole text if most of its letters are in such words."""
    texts = [[plain(text) for text in texts_of(block)] for block in body.blocks]
    places = [_glued_words(each, wording) for each in texts]
    glued = sum(len(word) for words in places for word in words)
    if not glued:
        return
    if 2 * glued > sum(len(text) for each in texts for text in each):
        draft.tell("words-glued", "text", "the text has lost the blanks between its words", body.lines[0])
        return
    for words, at in zip(places, body.lines, strict=True):
        if words:
            draft.tell("words-glued", "text", "words are glued together", at, old=" … ".join(words))


def _glued_words(texts: Iterable[str], wording: Wording) -> Sequence[str]:
    """The words that hold a capital after a small letter, or go on after a sign; names such as "McBride" are none."""
    names = _names(wording)
    return [
        word
        for text in texts
        for word in ideographs("").sub(" ", text).split()
        if _GLUED.search(names.sub("", word)) and not any(sign in word for sign in _IN_ONE_WORD)
    ]


@lru_cache(maxsize=4)
def _names(wording: Wording) -> re.Pattern[str]:
    """What names begin with before a second capital."""
    return re.compile(rf"\b(?:{any_of(wording.reading['name_starts'])})(?=[A-Z])")
