"""What was decided by "It was so decided": the proposal before it, and what the words of that stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from precis.proceedings.passages import Span
from precis.proceedings.proposals import proposed_in
from precis.proceedings.referents import Earlier, Referent, referents_in

__all__ = ["Decision", "decision_on"]

_REACH = 5
"""So many sentences before the line is the proposal looked for."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a line of procedure decided: `at` is the sentence that proposes it, `text` its words.

    `what` are the words of it that say what is decided ("adopt those reports"), `refers` what they stand for.
    """

    at: Span
    text: str
    what: str
    refers: tuple[Referent, ...] = ()


def decision_on(earlier: Earlier) -> Decision | None:
    """What is decided by a line of procedure behind what was said before it; None if nothing was.

    The nearest sentence that proposes something is the proposal, or else the last.
    """
    before = earlier.sentences
    if not before:
        return None
    recent = before[: -_REACH - 1 : -1]
    found = ((sentence, proposed_in(sentence.text, earlier.wording)) for sentence in recent)
    sentence, span = next(((each, span) for each, span in found if span is not None), (before[-1], None))
    start, end = span or (0, len(sentence.text.rstrip(" .:;")))
    told = replace(earlier, sentences=before[: before.index(sentence)])
    refers = tuple(referents_in(sentence, start, end, told))
    return Decision(sentence.at, sentence.exact, sentence.exact[start:end], refers)
