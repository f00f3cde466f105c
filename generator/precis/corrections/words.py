"""Which words of two passages differ: aligned by words, never by characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from precis.corrections.passage import Passage, Token

__all__ = ["Hunk", "hunks"]

# Hunks with no more words than this between them read better as one.
_JOINED = 2


@dataclass(frozen=True, slots=True)
class Hunk:
    """Tokens of the old passage, `old` to `old_end`, that give way to tokens of the new, `new` to `new_end`."""

    old: int
    old_end: int
    new: int
    new_end: int


def hunks(
    old: Passage, new: Passage, old_tokens: range | None = None, new_tokens: range | None = None
) -> tuple[Hunk, ...]:
    """The differences between the passages, or between these tokens of them, in order.

    They are joined where few words stand between, and a word put in or left out lies, of all the places where it
    could be said to lie, at the end of a sentence or of a clause.
    """
    from rapidfuzz.distance import Indel

    olds = old_tokens if old_tokens is not None else range(len(old.tokens))
    news = new_tokens if new_tokens is not None else range(len(new.tokens))
    left = [_key(old, old.tokens[index]) for index in olds]
    right = [_key(new, new.tokens[index]) for index in news]
    codes = {key: code for code, key in enumerate(dict.fromkeys([*left, *right]))}
    changed: list[Hunk] = []
    for code in Indel.opcodes([codes[key] for key in left], [codes[key] for key in right]):
        start, to = olds.start + code.src_start, news.start + code.dest_start
        if code.tag == "equal":
            changed.extend(_respaced(old, new, start, to, code.src_end - code.src_start))
        else:
            changed.append(Hunk(start, olds.start + code.src_end, to, news.start + code.dest_end))
    return tuple(_joined(_touching(_all_slid(old, new, _touching(changed), olds)), old.tokens))


def _key(passage: Passage, token: Token) -> Passage:
    return passage[token.start : token.end]


def _respaced(old: Passage, new: Passage, start: int, to: int, count: int) -> list[Hunk]:
    """The pairs of neighbouring words, among `count` equal tokens, that have other space between them."""
    found = []
    for step in range(1, count):
        before, after = old.tokens[start + step - 1], old.tokens[start + step]
        new_before, new_after = new.tokens[to + step - 1], new.tokens[to + step]
        if old.cells[before.end : after.start] != new.cells[new_before.end : new_after.start]:
            found.append(Hunk(start + step - 1, start + step + 1, to + step - 1, to + step + 1))
    return found


def _touching(changed: Sequence[Hunk]) -> list[Hunk]:
    """The same with hunks that touch or overlap made one."""
    out: list[Hunk] = []
    for hunk in changed:
        last = out[-1] if out else None
        if last is not None and (hunk.old <= last.old_end and hunk.new <= last.new_end):
            out[-1] = _both(last, hunk)
        else:
            out.append(hunk)
    return out


def _both(first: Hunk, last: Hunk) -> Hunk:
    return Hunk(first.old, max(first.old_end, last.old_end), first.new, max(first.new_end, last.new_end))


def _all_slid(old: Passage, new: Passage, changed: Sequence[Hunk], olds: range) -> list[Hunk]:
    """Each pure insertion or deletion put where it reads best among the places that mean the same."""
    out: list[Hunk] = []
    for index, hunk in enumerate(changed):
        left = hunk.old - (out[-1].old_end if out else olds.start)
        right = (changed[index + 1].old if index + 1 < len(changed) else olds.stop) - hunk.old_end
        if hunk.old == hunk.old_end:
            best = _best_shift(new, hunk.new, hunk.new_end, left, right)
        elif hunk.new == hunk.new_end:
            best = _best_shift(old, hunk.old, hunk.old_end, left, right)
        else:
            best = 0
        out.append(Hunk(hunk.old + best, hunk.old_end + best, hunk.new + best, hunk.new_end + best))
    return out


def _best_shift(passage: Passage, start: int, end: int, left: int, right: int) -> int:
    """By how many tokens to slide the window from `start` to `end`; at most `left` or `right`.

    It may slide while what it leaves behind is equal to what it takes in.
    """
    tokens = passage.tokens
    shifts = [0]
    for step in range(1, left + 1):
        if _key(passage, tokens[start - step]) != _key(passage, tokens[end - step]):
            break
        shifts.append(-step)
    for step in range(right):
        if _key(passage, tokens[start + step]) != _key(passage, tokens[end + step]):
            break
        shifts.append(step + 1)
    return max(shifts, key=lambda shift: _boundary(passage, start + shift, end + shift))


def _boundary(passage: Passage, start: int, end: int) -> int:
    """How well a window of tokens reads as a unit: its first is a word, its last ends a clause or a phrase."""
    tokens, text = passage.tokens, passage.text
    score = 0
    if tokens[start].is_word:
        score += 1
    if start > 0 and not tokens[start - 1].is_word:
        score += 2 if text[tokens[start - 1].start] in ".!?" else 1
    if end == len(tokens) or not tokens[end - 1].is_word:
        score += 1
    return score


def _joined(changed: Sequence[Hunk], tokens: Sequence[Token]) -> list[Hunk]:
    out: list[Hunk] = []
    for hunk in changed:
        last = out[-1] if out else None
        if last is not None and sum(token.is_word for token in tokens[last.old_end : hunk.old]) <= _JOINED:
            out[-1] = _both(last, hunk)
        else:
            out.append(hunk)
    return out
