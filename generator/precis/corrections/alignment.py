"""Which items of an old list (blocks, sentences, rows) stand in a new one: kept, changed, split, merged or moved."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

__all__ = ["Alignment", "Item", "Pairing", "WordCodes", "aligned"]

# Two items are versions of one when at least this share of their words is common.
_ALIKE = 0.4
# A split or merge is one when this share of all words, and of the words of each part, is found again.
_WHOLE, _PART = 0.7, 0.5
# An item is said to be moved only when this share of its words moved with it.
_MOVED = 0.7
_MOST_PARTS = 3


class WordCodes:
    """One character for each different word, so that a text of words is compared as fast as a string."""

    _FIRST, _COUNT = 0xE000, 0x100000
    _WORD = re.compile(r"\w+")
    _TELLING = re.compile(r"\w*\d\w*|\w{4,}")

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def of(self, text: str) -> str:
        """The telling words of a text: those of four letters or with a figure. If it has none, all its words.

        What texts share in short words says nothing. After a million different words codes are used again.
        """
        codes = self._codes
        words = self._TELLING.findall(text) or self._WORD.findall(text)
        return "".join(codes.setdefault(word, chr(self._FIRST + len(codes) % self._COUNT)) for word in words)


@dataclass(frozen=True, slots=True)
class Item:
    """What is aligned: `key` is equal for equal items, `kind` for those that may be versions of one another.

    `words` are its words by WordCodes. `joins` is the kind of items it may split into or merge with; None: none.
    """

    key: Hashable
    kind: Hashable
    words: str
    joins: Hashable = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Old items and the new items they became: one and one, one and several (split) or several and one (merged)."""

    old: range
    new: range


@dataclass(frozen=True, slots=True)
class Alignment:
    """`kept` are in the same order in both lists; `moved` are pairs (old, new) that are not."""

    kept: tuple[Pairing, ...]
    moved: tuple[tuple[int, int], ...]


def aligned(old: Sequence[Item], new: Sequence[Item], *, moves: bool = False) -> Alignment:
    """Align the lists; with `moves`, say which items were moved, else they are deleted and inserted."""
    aligner = _Aligner(old, new)
    kept = aligner.kept()
    moved = aligner.moved(kept) if moves else []
    return Alignment(tuple(aligner.with_rewritten(kept, moved)), tuple(moved))


def _one(old: int, new: int) -> Pairing:
    return Pairing(range(old, old + 1), range(new, new + 1))


class _Aligner:
    """Aligns two lists: what is equal first, then between it what is alike, in order."""

    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        from rapidfuzz.distance import Indel, LCSseq

        self._old, self._new = old, new
        self._opcodes = Indel.opcodes
        self._common = LCSseq.similarity  # how many words two texts have in common, in order

    def kept(self) -> list[Pairing]:
        """The pairings that stand in the same order in both lists."""
        codes: dict[Hashable, int] = {}
        left = [codes.setdefault((item.kind, item.key), len(codes)) for item in self._old]
        right = [codes.setdefault((item.kind, item.key), len(codes)) for item in self._new]
        kept: list[Pairing] = []
        start = to = 0
        for code in self._opcodes(left, right):
            if code.tag == "equal":
                kept.extend(self._gap(range(start, code.src_start), range(to, code.dest_start)))
                steps = range(code.src_end - code.src_start)
                kept.extend(_one(code.src_start + step, code.dest_start + step) for step in steps)
                start, to = code.src_end, code.dest_end
        kept.extend(self._gap(range(start, len(left)), range(to, len(right))))
        return kept

    def moved(self, kept: Sequence[Pairing]) -> list[tuple[int, int]]:
        """The items left over on both sides that are the same or nearly, the most alike first."""
        used = {index for pairing in kept for index in pairing.old}
        taken = {index for pairing in kept for index in pairing.new}
        alike = [
            (-share, before, after)
            for before in range(len(self._old))
            for after in range(len(self._new))
            if before not in used and after not in taken and (share := self._share(before, after)) >= _MOVED
        ]
        pairs: list[tuple[int, int]] = []
        for _, before, after in sorted(alike):
            if before not in used and after not in taken:
                pairs.append((before, after))
                used.add(before)
                taken.add(after)
        return sorted(pairs)

    def with_rewritten(self, kept: Sequence[Pairing], moved: Sequence[tuple[int, int]]) -> list[Pairing]:
        """`kept` and, between them, items that gave way to others of their kind: in order, kind by kind."""
        gone = {before for before, _ in moved}
        come = {after for _, after in moved}
        end = Pairing(range(len(self._old), len(self._old)), range(len(self._new), len(self._new)))
        out: list[Pairing] = []
        start = to = 0
        for pairing in [*kept, end]:
            olds = [index for index in range(start, pairing.old.start) if index not in gone]
            news = [index for index in range(to, pairing.new.start) if index not in come]
            kinds = [self._old[index].kind for index in olds], [self._new[index].kind for index in news]
            for code in self._opcodes(*kinds):
                if code.tag == "equal":
                    steps = range(code.src_end - code.src_start)
                    out.extend(_one(olds[code.src_start + step], news[code.dest_start + step]) for step in steps)
            out.append(pairing)
            start, to = pairing.old.stop, pairing.new.stop
        return out[:-1]

    def _share(self, before: int, after: int) -> float:
        """Which share of the words of two items is common; 1 if they are equal, 0 if they are of different kinds."""
        one, other = self._old[before], self._new[after]
        if one.kind != other.kind:
            return 0.0
        if one.key == other.key:
            return 1.0
        total = len(one.words) + len(other.words)
        return 2 * self._common(one.words, other.words) / total if total else 0.0

    def _gap(self, olds: range, news: range) -> list[Pairing]:
        """Pair items that have no equal, in order, so that most words are found again."""
        best: list[list[tuple[float, Pairing | None]]] = [[(0.0, None)] * (len(news) + 1) for _ in range(len(olds) + 1)]
        for row in range(len(olds) - 1, -1, -1):
            for column in range(len(news) - 1, -1, -1):
                choice: tuple[float, Pairing | None] = (max(best[row + 1][column][0], best[row][column + 1][0]), None)
                for pairing, score in self._pairings(olds[row:], news[column:]):
                    total = score + best[row + len(pairing.old)][column + len(pairing.new)][0]
                    if total > choice[0]:
                        choice = (total, pairing)
                best[row][column] = choice
        return _path(best, olds, news)

    def _pairings(self, olds: range, news: range) -> list[tuple[Pairing, float]]:
        """The pairings that begin with the first of `olds` and of `news`, with the number of words each finds again."""
        first, other = self._old[olds.start], self._new[news.start]
        found: list[tuple[Pairing, float]] = []
        if first.kind != other.kind:
            return found
        alike = _ALIKE * (len(first.words) + len(other.words)) / 2
        needed = min(alike, _PART * min(len(first.words), len(other.words)))
        common = self._common(first.words, other.words, score_cutoff=ceil(needed))
        if common and common >= alike:
            found.append((_one(olds.start, news.start), common + 0.5))
        if first.joins is None or not common:
            return found
        if common >= _PART * len(other.words):
            parts = [self._new[index] for index in news[:_MOST_PARTS]]
            found.extend((Pairing(olds[:1], news[:count]), score) for count, score in self._parts(first, parts))
        if common >= _PART * len(first.words):
            parts = [self._old[index] for index in olds[:_MOST_PARTS]]
            found.extend((Pairing(olds[:count], news[:1]), score) for count, score in self._parts(other, parts))
        return found

    def _parts(self, whole: Item, parts: Sequence[Item]) -> Iterator[tuple[int, float]]:
        """How many of the first of `parts` make up `whole`, with the number of words found again."""
        for count in range(2, len(parts) + 1):
            used = [part.words for part in parts[:count]]
            if parts[count - 1].joins != whole.joins:
                return
            together = "".join(used)
            common = self._common(whole.words, together)
            alike = 2 * common >= _WHOLE * (len(whole.words) + len(together))
            if alike and all(self._adds(whole.words, used, index, common) for index in range(count)):
                yield count, float(common)

    def _adds(self, whole: str, parts: Sequence[str], index: int, common: int) -> bool:
        """Whether most words of one part are found only because the part is there."""
        others = "".join(part for place, part in enumerate(parts) if place != index)
        return common - self._common(whole, others) >= max(1, _PART * len(parts[index]))


def _path(best: Sequence[Sequence[tuple[float, Pairing | None]]], olds: range, news: range) -> list[Pairing]:
    """The pairings that make up the best score."""
    found: list[Pairing] = []
    row = column = 0
    while row < len(olds) and column < len(news):
        score, pairing = best[row][column]
        if pairing is not None:
            found.append(pairing)
            row, column = row + len(pairing.old), column + len(pairing.new)
        elif best[row + 1][column][0] == score:
            row += 1
        else:
            column += 1
    return found
