"""One paragraph that became several, or several that became one: where it was cut, and what changed beside."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from precis.corrections.edits import Edit, MisfitError, carried_out, edit_of, join_of, merged
from precis.corrections.passage import Passage
from precis.corrections.passages import Part, differences, part_differences
from precis.corrections.phrasing import Phrased, split_words

__all__ = ["joined_differences", "split_differences"]


def split_differences(old: Passage, parts: Sequence[Passage]) -> list[Phrased] | None:
    """The corrections that split `old` into `parts`; None if no cuts of it can be said."""
    tokens = _cuts(old, parts)
    if tokens is None:
        return None
    starts = [old.tokens[token].start for token in tokens]
    breaks = [Edit(len(old.text[:start].rstrip()), start, breaks=True) for start in starts]
    bounds = zip([0, *starts], [*(edit.start for edit in breaks), len(old)], strict=True)
    found: list[Phrased] = []
    for token in tokens:
        split = split_words(old, token)
        if split is None:
            return None
        found.append(Phrased(split))
    for (start, end), part in zip(bounds, parts, strict=True):
        said = part_differences(Part(old, start, end), Part(part, 0, len(part)), tuple(breaks))
        if said is None:
            return None
        found.extend(said)
    try:
        edits = merged(edit_of(old, said.instruction, said.sentence) for said in found)
    except MisfitError:
        return None
    return found if carried_out(old, edits) == list(parts) else None


def joined_differences(parts: Sequence[Passage], new: Passage) -> list[list[Phrased]] | None:
    """The corrections of each of `parts` after which they join into `new`; None if it cannot be cut to match them."""
    tokens = _cuts(new, parts)
    if tokens is None:
        return None
    starts = [0, *(new.tokens[token].start for token in tokens)]
    ends = [*(len(new.text[:start].rstrip()) for start in starts[1:]), len(new)]
    pieces = [new[start:end] for start, end in zip(starts, ends, strict=True)]
    for before, after, end, start in zip(pieces, pieces[1:], ends, starts[1:], strict=False):
        if new[end:start] != join_of(before, after):
            return None
    return [differences(part, piece) for part, piece in zip(parts, pieces, strict=True)]


def _cuts(whole: Passage, parts: Sequence[Passage]) -> list[int] | None:
    """The tokens of `whole` at which the second and later parts begin; None if one would be empty.

    Where the words at a cut changed, it is put at the beginning of a sentence.
    """
    from rapidfuzz.distance import Indel

    source = [token for part in parts for token in _keys(part)]
    firsts = {_token_at(whole, start) for start, _ in whole.sentences}
    opcodes = Indel.opcodes(source, _keys(whole))
    found: list[int] = []
    boundary = 0
    for part in parts[:-1]:
        boundary += len(part.tokens)
        low, high = 0, len(whole.tokens)
        for code in opcodes:
            if code.tag == "equal" and code.src_start < boundary:
                low = code.dest_start + min(boundary, code.src_end) - code.src_start
            if code.tag == "equal" and code.src_end > boundary:
                high = min(high, code.dest_start + max(boundary, code.src_start) - code.src_start)
        found.append(next((token for token in range(low, high + 1) if token in firsts), low))
    inside = [0, *found, len(whole.tokens)]
    return found if all(first < last for first, last in pairwise(inside)) else None


def _keys(passage: Passage) -> list[str]:
    return [passage.text[token.start : token.end] for token in passage.tokens]


def _token_at(passage: Passage, start: int) -> int:
    return next((index for index, token in enumerate(passage.tokens) if token.start >= start), len(passage.tokens))
