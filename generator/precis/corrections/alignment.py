"""Which items of an old list (blocks, sentences, rows) stand in a new one: kept, changed, split, merged or moved."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

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

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def coded(self, words: Sequence[str]) -> str:
        """The words as a string of one character a word. After a million different words codes are used again."""
        codes = self._codes
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
    from rapidfuzz.distance import Indel

    codes: dict[Hashable, int] = {}
    left = [codes.setdefault((item.kind, item.key), len(codes)) for item in old]
    right = [codes.setdefault((item.kind, item.key), len(codes)) for item in new]
    kept: list[Pairing] = []
    start = to = 0
    for code in Indel.opcodes(left, right):
        if code.tag == "equal":
            kept.extend(_gap(old, new, range(start, code.src_start), range(to, code.dest_start)))
            steps = range(code.src_end - code.src_start)
            kept.extend(_one(code.src_start + step, code.dest_start + step) for step in steps)
            start, to = code.src_end, code.dest_end
    kept.extend(_gap(old, new, range(start, len(old)), range(to, len(new))))
    moved = _moved(old, new, kept) if moves else []
    return Alignment(tuple(_with_rewritten(old, new, kept, moved)), tuple(moved))


def _one(old: int, new: int) -> Pairing:
    return Pairing(range(old, old + 1), range(new, new + 1))


def _gap(old: Sequence[Item], new: Sequence[Item], olds: range, news: range) -> list[Pairing]:
    """The versions of one another among items without an equal, in order, so that most words are found again."""
    if not olds or not news:
        return []
    best: list[list[tuple[float, Pairing | None]]] = [[(0.0, None)] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for row in range(len(olds) - 1, -1, -1):
        for column in range(len(news) - 1, -1, -1):
            skipped = max(best[row + 1][column][0], best[row][column + 1][0])
            choices: list[tuple[float, Pairing | None]] = [(skipped, None)]
            for pairing, score in _pairings(old, new, olds[row:], news[column:]):
                after = best[row + len(pairing.old)][column + len(pairing.new)][0]
                choices.append((score + after, pairing))
            best[row][column] = max(choices, key=lambda choice: choice[0])
    return _path(best, olds, news)


def _path(best: list[list[tuple[float, Pairing | None]]], olds: range, news: range) -> list[Pairing]:
    found = []
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


def _pairings(old: Sequence[Item], new: Sequence[Item], olds: range, news: range) -> list[tuple[Pairing, float]]:
    """The pairings that begin with the first of `olds` and the first of `news`, with the words each finds again."""
    first, other = old[olds.start], new[news.start]
    if first.kind != other.kind:
        return []
    common = _common(first.words, other.words)
    found: list[tuple[Pairing, float]] = []
    if 2 * common >= _ALIKE * (len(first.words) + len(other.words)) and common:
        found.append((_one(olds.start, news.start), common + 0.5))
    if first.joins is not None and common:
        found.extend(_splits(first, [new[index] for index in news[:_MOST_PARTS]], olds, news, whole_is_old=True))
        found.extend(_splits(other, [old[index] for index in olds[:_MOST_PARTS]], olds, news, whole_is_old=False))
    return found


def _splits(
    whole: Item, parts: Sequence[Item], olds: range, news: range, *, whole_is_old: bool
) -> list[tuple[Pairing, float]]:
    """The ways in which `whole` is the first two or three of `parts` in one."""
    found = []
    for count in range(2, len(parts) + 1):
        used = parts[:count]
        if any(part.joins != whole.joins for part in used):
            break
        together = "".join(part.words for part in used)
        common = _common(whole.words, together)
        if 2 * common < _WHOLE * (len(whole.words) + len(together)):
            continue
        if all(_adds(whole, used, index, common) for index in range(count)):
            spans = (olds[:1], news[:count]) if whole_is_old else (olds[:count], news[:1])
            found.append((Pairing(*spans), float(common)))
    return found


def _adds(whole: Item, parts: Sequence[Item], index: int, common: int) -> bool:
    """Whether most words of one part are found only because the part is there."""
    others = "".join(part.words for place, part in enumerate(parts) if place != index)
    return common - _common(whole.words, others) >= max(1, _PART * len(parts[index].words))


def _common(first: str, second: str) -> int:
    """How many words the two have in common, in order."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(first, second)


def _moved(old: Sequence[Item], new: Sequence[Item], kept: Sequence[Pairing]) -> list[tuple[int, int]]:
    """The items left over on both sides that are the same or nearly, the most alike first."""
    olds, news = _left(kept, len(old), len(new))
    alike = []
    for before in olds:
        for after in news:
            one, other = old[before], new[after]
            if one.kind != other.kind:
                continue
            words = len(one.words) + len(other.words)
            share = 1.0 if one.key == other.key else 2 * _common(one.words, other.words) / words if words else 0.0
            if share >= _MOVED:
                alike.append((-share, before, after))
    pairs: list[tuple[int, int]] = []
    for _, before, after in sorted(alike):
        if all(before != used and after != taken for used, taken in pairs):
            pairs.append((before, after))
    return sorted(pairs)


def _left(kept: Sequence[Pairing], old_count: int, new_count: int) -> tuple[list[int], list[int]]:
    used = {index for pairing in kept for index in pairing.old}
    taken = {index for pairing in kept for index in pairing.new}
    return [i for i in range(old_count) if i not in used], [i for i in range(new_count) if i not in taken]


def _with_rewritten(
    old: Sequence[Item], new: Sequence[Item], kept: list[Pairing], moved: list[tuple[int, int]]
) -> list[Pairing]:
    """`kept` and, between them, items that gave way to others of their kind: in order, kind by kind."""
    from rapidfuzz.distance import Indel

    gone = {before for before, _ in moved}
    come = {after for _, after in moved}
    out: list[Pairing] = []
    start = to = 0
    for pairing in [*kept, Pairing(range(len(old), len(old)), range(len(new), len(new)))]:
        olds = [index for index in range(start, pairing.old.start) if index not in gone]
        news = [index for index in range(to, pairing.new.start) if index not in come]
        for code in Indel.opcodes([old[index].kind for index in olds], [new[index].kind for index in news]):
            if code.tag == "equal":
                steps = range(code.src_end - code.src_start)
                out.extend(_one(olds[code.src_start + step], news[code.dest_start + step]) for step in steps)
        out.append(pairing)
        start, to = pairing.old.stop, pairing.new.stop
    return out[:-1]
