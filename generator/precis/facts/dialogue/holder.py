"""Whose words are told: those of the speaker, or those of others of whom the speaker tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from precis.assets.late import LatePattern

__all__ = ["Holder"]

Span = tuple[int, int]

_BEFORE = 140
"""Letters before a verb in which its subject is looked for."""


class Holder:
    """Tells, in one language, whether a verb of asking, worrying or praising has the speaker for its subject.

    The subject stands right before the verb, but for adverbs and what commas hold; a verb that is joined to others, or
    is a participle, has that of the sentence.
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
        adverbs, person, group = patterns["adverbs"], patterns["person"], patterns["group"]
        names = patterns["names"]
        aside = r"(?:,[^,;]{2,80},)?"
        perfect = rf"(?: (?:{adverbs}|{patterns['perfect']}),?)*"
        plain = rf"(?: (?:{adverbs}),?)*"
        self.stands = patterns["stands"]
        """The pronoun that stands for the label of the speaker."""
        subjects = (
            rf"(?:{person}){aside}{perfect}",
            rf"(?:{group}){aside}{plain}",
            rf"\A(?:{names})(?: \([^)]*\))?{aside}{perfect}",
        )
        self._own = LatePattern(rf"(?<!\w)(?:{'|'.join(subjects)}),? \Z")
        self._joined = LatePattern(rf"(?:\A|[,;:(–—] ?|(?<!\w)(?:{patterns['joins']}) )(?:(?:{adverbs}),? )*\Z")
        self._head = LatePattern(rf"(?:{patterns['head']})(?!\w)")
        self._participle = LatePattern(rf"(?:{patterns['participle']})(?!\w)")
        self._named = LatePattern(rf"(?<!\w)(?:{person}|{group})(?!\w)")
        self._tells = LatePattern(rf"(?<!\w)(?:{patterns['tells']})(?!\w)")
        self._per = LatePattern(rf"(?<!\w)(?:{patterns['per']})(?!\w)")
        self._back = LatePattern(patterns["back"])

    def is_speaker(self, low: str, verb: int) -> bool:
        """Whether the verb that begins at `verb`, in a sentence in small letters, has the speaker for its subject."""
        before = low[max(0, verb - _BEFORE) : verb]
        if self.is_named(before):
            return True
        if not self._joined.search(before):
            return False
        end = len(low) if self._participle.match(low, verb) else verb
        return verb == 0 or self._head.match(low) is not None or self._named.search(low, 0, end) is not None

    def is_named(self, before: str) -> bool:
        """Whether the speaker is named right at the end of what stands before a verb."""
        return self._own.search(before) is not None

    def others(self, low: str) -> tuple[Span, ...]:
        """The stretches of a sentence in which others are quoted, until the speaker comes back."""
        return _others(self, low)

    def find_others(self, low: str) -> Iterator[Span]:
        """The same, looked for anew."""
        told = [match.end() for match in self._tells.finditer(low) if not self.is_speaker(low, match.start())]
        told.extend(match.end() for match in self._per.finditer(low))
        yield from ((start, self._return(low, start)) for start in told)

    def _return(self, low: str, start: int) -> int:
        back = self._back.search(low, start)
        return back.start() if back else len(low)


@lru_cache(maxsize=2)
def _others(holder: Holder, low: str) -> tuple[Span, ...]:
    """Kept, since each phrase of a sentence asks."""
    return tuple(holder.find_others(low))
