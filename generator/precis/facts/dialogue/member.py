"""What a sentence of a member does: it asks, worries and praises, or several of these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.dialogue.phrases import Phrase, Phrases
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import MoveKind

__all__ = ["asks_from", "member_kinds"]

Span = tuple[int, int]

_STOPS = re.compile(r"[;:,–—] |\. ")


def member_kinds(text: str, words: DialogueWords, *, presides: bool = False) -> Iterator[MoveKind]:
    """The kinds of a sentence of a member, given in its normal form. Thanks of the Chair are courtesies."""
    low = text.lower()
    asked = list(_asked(low, words))
    if asked:
        yield MoveKind.QUESTION
    if _thinks(low, words.concern, asked, words):
        yield MoveKind.CONCERN
    if _thinks(low, words.praise, asked, words, thanks=not presides):
        yield MoveKind.PRAISE


def _asked(low: str, words: DialogueWords) -> Iterator[Span]:
    """The stretches of a sentence that are asked: what stands in them is not what the speaker thinks."""
    for match, phrase in words.question.each(low):
        if not _is_said(low, match.start(), phrase, words):
            continue
        back = words.back.search(low, match.end())
        yield match.start(), back.start() if back else len(low)
    if low.rstrip("\"”»') ").endswith("?"):
        yield asks_from(low, words), len(low)


def asks_from(low: str, words: DialogueWords) -> int:
    """Where a question that ends in a question mark begins: behind what is said before it, if anything is."""
    if words.asks.match(low):
        return 0
    stops = [match.end() for match in _STOPS.finditer(low)]
    return next((stop for stop in stops if words.asks.match(low, stop)), 0)


def _thinks(low: str, phrases: Phrases, asked: list[Span], words: DialogueWords, *, thanks: bool = True) -> bool:
    """Whether a phrase stands in a sentence as what the speaker thinks."""
    for match, phrase in phrases.each(low):
        if (not thanks and phrase.thanks) or not _is_said(low, match.start(), phrase, words):
            continue
        within = any(start <= match.start() < end for start, end in asked)
        if not within or words.own.search(low, max(0, match.start() - 30), match.start()):
            return True
    return False


def _is_said(low: str, start: int, phrase: Phrase, words: DialogueWords) -> bool:
    """Whether a phrase is said for the speaker: a verb of theirs, and not within what others are told to have said."""
    if phrase.own and not words.holder.is_speaker(low, start):
        return False
    quoted = any(first <= start < end for first, end in words.holder.others(low))
    return not quoted or words.holder.is_named(low[:start])
