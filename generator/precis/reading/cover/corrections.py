"""The paragraph on corrections, at the foot of a cover (docs/conventions.md §2.7)."""

from __future__ import annotations

from precis.model import plain
from precis.reading.cover.cover import Cover
from precis.reading.search.letters import letters
from precis.reading.text.signs import has_end

__all__ = ["read_corrections"]

_CORRECTIONS = ("corrections_1", "corrections_2")


def read_corrections(cover: Cover) -> None:
    """Read the paragraph on corrections, whole or sentence by sentence. Documents print that of the house."""
    taken: list[tuple[int, int]] = []
    for name in (*_CORRECTIONS, "corrections"):
        for found in cover.all(name):
            if cover.zone.free(found.start, found.end):
                cover.take(found)
                taken.append((found.start, found.end))
    if not taken:
        return
    taken.extend(_other_sentences(cover, min(taken)[0], max(end for _, end in taken)))
    taken.sort()
    printed = " ".join(plain(cover.wording.say(name)) for name in _CORRECTIONS)
    groups = _groups(cover, taken)
    if len(groups) > 1 or letters(groups[0][1]) != letters(printed):
        for at, words in groups:
            reason = "the wording of another year or house"
            cover.draft.tell("usual-form", "corrections", reason, at, old=words, new=printed)
            printed = ""


def _groups(cover: Cover, taken: list[tuple[int, int]]) -> list[tuple[int | None, str]]:
    """The words taken, with the line of each stretch that has nothing else in it."""
    out: list[tuple[int, int]] = []
    for start, end in taken:
        if out and not letters(cover.zone.text[out[-1][1] : start]):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return [(cover.zone.line_at(start), cover.zone.text[start:end]) for start, end in out]


def _other_sentences(cover: Cover, start: int, end: int) -> list[tuple[int, int]]:
    """Take the words of the paragraph that no formula has: between its sentences on their lines, beginning as they
    do, or going on where the line above ends in the middle of one.
    """
    openings = tuple(cover.wording.reading["corrections"])
    lines = {cover.zone.index(first) for first, _ in cover.zone.taken}
    out = []
    for piece in list(cover.zone.rest(start)):
        at = cover.zone.index(piece.start)
        between = piece.start < end and at in lines and not piece.text.startswith("*")
        if between or piece.text.startswith(openings) or (at - 1 in lines and _goes_on(cover, at)):
            cover.take(piece)
            out.append((piece.start, piece.end))
            lines.add(at)
        elif piece.start > end and letters(piece.text):
            break
    return out


def _goes_on(cover: Cover, at: int) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    return not cover.zone.lines[at].after_gap and not has_end(cover.zone.lines[at - 1].text)
