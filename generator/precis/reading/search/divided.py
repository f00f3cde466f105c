"""Words that are divided at the ends of lines: whether a hyphen there is one of the word, told by the other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

__all__ = ["Vocabulary", "cut_word"]

_WHOLE = 4
"""Letters of the first part of a word with a hyphen, at least: "ninety-sixth", but not "re-elect"."""
_MANY = 3
"""Divided words that show that a document divides them."""
_WORD = re.compile(r"\w+(?:[-‐]\w+)*")
_CUT = re.compile(r"(\w+)([-‐\u00ad])$")
_SOFT = "‐\u00ad"


class Vocabulary:
    """The words of a document, which tell where a hyphen at the end of a line divides one.

    Neither pdfium nor a text says whether a hyphen is a soft one. `lines` are those of the document, and `others` have
    words that it may have as well. With `divides`, its program divides words at the ends of lines. `closed` are the
    words that were closed, each as it was divided. What some words of the document have before a hyphen of theirs is no
    part of a divided one.
    """

    def __init__(self, lines: Sequence[str], *, divides: bool = False, others: Iterable[str] = ()) -> None:
        self.closed: dict[str, str] = {}
        self._words: set[str] = set()
        self._alone = _standing_alone(lines) if divides else None
        for line in (*lines, *others):
            for word in _WORD.findall(line.lower()):
                self._words.update((word, *re.split("[-‐]", word)))
        self._joined = {
            first for word in self._words if len(first := re.split("[-‐]", word)[0]) >= _WHOLE and first != word
        }
        cuts = [parts for above, line in pairwise(lines) if (parts := cut_word(above, line))]
        divided = sum(self._is_one(parts) for parts in cuts)
        # Who divides some words divides all that need it; but typed hyphens stay where a sign of its own divides.
        signed = any(parts[1] in _SOFT for parts in cuts)
        self._alone = None if signed else self._alone
        typed = signed or divided < _MANY
        self._divides = not typed and divided > sum(self._has_hyphen(parts) for parts in cuts)

    def divided(self, text: str, below: str) -> bool:
        """Whether a line ends inside a word that the document writes without a hyphen."""
        parts = cut_word(text, below)
        if parts is None or self._has_hyphen(parts) or (parts[0] in self._joined and not self._is_one(parts)):
            return False
        divides = self._divides if self._alone is None else parts[2] not in self._alone
        if parts[1] not in _SOFT and not self._is_one(parts) and not divides:
            return False
        self.closed["".join(parts)] = parts[0] + parts[2]
        return True

    def _is_one(self, parts: tuple[str, str, str]) -> bool:
        return parts[0] + parts[2] in self._words and not self._has_hyphen(parts)

    def _has_hyphen(self, parts: tuple[str, str, str]) -> bool:
        return any(f"{parts[0]}{hyphen}{parts[2]}" in self._words for hyphen in "-‐")


def _standing_alone(lines: Sequence[str]) -> set[str]:
    """The words that stand whole and alone in a document: none that a line may end or begin inside of."""
    out: set[str] = set()
    cut_off = False
    for line in lines:
        words = _WORD.findall(line.lower())
        ends_inside = bool(_CUT.search(line))
        out.update(words[cut_off : len(words) - ends_inside])
        cut_off = ends_inside
    return out


def cut_word(text: str, below: str) -> tuple[str, str, str] | None:
    """The parts of a word that a line ends inside: what stands before the hyphen, the hyphen, what follows."""
    before, after = _CUT.search(text), re.match(r"[^\W\d_]\w*", below)
    if before is None or after is None or (after[0][0].isupper() and not before[1].isupper()):
        return None
    return before[1].lower(), before[2], after[0].lower()
