"""For words that are not where a correction looks for them: where they stand, or what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from precis.corrections.edits import occurrences
from precis.corrections.location import Location
from precis.corrections.passage import Passage
from precis.language.sentences import SmallWords
from precis.model import Inlines
from precis.source.marks import marked

__all__ = ["hint"]

_NEAR = 50.0  # of 100: how alike words must be to be worth telling


def hint(passages: dict[Location, Inlines], location: Location, words: Passage, small: SmallWords) -> str:
    """A clause that says where the words stand in the record or what is most like them in the passage, or nothing."""
    here = Passage.of(passages[replace(location, sentence=None)], small)
    elsewhere = [str(place) for place in _standing(passages, words, small) if place != location]
    if elsewhere:
        return f"; they stand in {elsewhere[0]}"
    nearest = _nearest(here, words)
    return f"; the nearest text is '{nearest}'" if nearest else ""


def _standing(passages: dict[Location, Inlines], words: Passage, small: SmallWords) -> Iterator[Location]:
    """The passages and sentences in which the words stand."""
    for location, inlines in passages.items():
        passage = Passage.of(inlines, small)
        for at in occurrences(passage, (0, len(passage)), words):
            numbers = [n for n, (start, end) in enumerate(passage.sentences, 1) if start <= at < end]
            several = len(passage.sentences) > 1 and numbers
            yield replace(location, sentence=numbers[0]) if several else location


def _nearest(passage: Passage, words: Passage) -> str:
    """The words of the passage most like these, whole, or nothing."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(passage) < len(words):
        return marked(passage.inlines) if passage.cells else ""
    found = partial_ratio_alignment(words.text, passage.text, score_cutoff=_NEAR)
    if found is None or found.dest_start == found.dest_end:
        return ""
    tokens = [token for token in passage.tokens if token.start < found.dest_end and token.end > found.dest_start]
    return marked(passage[tokens[0].start : tokens[-1].end].inlines) if tokens else ""
