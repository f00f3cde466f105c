"""A stretch of lines in which formulae are looked for, and which of its words have been read so far."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from precis.readers.line import TextLine
from precis.readers.worded.loose import Found, LooseText, find
from precis.wording.formula import Formula

__all__ = ["Piece", "Zone"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line: where they stand in the zone's text, and the line they are of, which begins at `first`."""

    start: int
    end: int
    of: TextLine
    first: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.of.text[self.start - self.first : self.end - self.first]

    @property
    def line(self) -> TextLine:
        """The line with its words alone."""
        return self.of.part(self.start - self.first, self.end - self.first)


@dataclass
class Zone:
    """Lines as one text. What has been read is taken, and not found again."""

    lines: Sequence[TextLine]
    taken: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts: list[int] = []
        at = 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line.text) + 1
        self.loose = LooseText("\n".join(line.text for line in self.lines))

    @property
    def text(self) -> str:
        """All words of the zone, a line each."""
        return self.loose.text

    def index(self, offset: int) -> int:
        """Which of the lines the character at `offset` is in."""
        return bisect_right(self.starts, offset) - 1

    def line_at(self, offset: int) -> int | None:
        """The line of the file that the character at `offset` is on."""
        return self.lines[self.index(offset)].at if self.lines else None

    def free(self, start: int, end: int) -> bool:
        """Whether nothing between the two has been taken."""
        for first, last in self.taken:
            if first >= end:
                break
            if start < last:
                return False
        return True

    def take(self, start: int, end: int) -> str:
        """Mark the words as read, and give them."""
        insort(self.taken, (start, end))
        return self.text[start:end]

    def find(self, name: str, forms: Iterable[Formula]) -> Iterator[Found]:
        """Where one of the forms stands in words that nothing has taken yet: each form in turn, in order of place."""
        words = self.loose.words
        for form in forms:
            # Most forms stand nowhere, which is known before a search begins.
            if words.has(form.words):
                yield from find(name, form, self.loose, self.free)

    def has(self, name: str, forms: Iterable[Formula]) -> bool:
        """Whether one of the forms stands in words that nothing has taken yet."""
        return next(self.find(name, forms), None) is not None

    def first(self, name: str, forms: Iterable[Formula]) -> Found | None:
        """The first place where any of the forms stands."""
        return min(self.find(name, forms), key=lambda found: (found.start, -found.end), default=None)

    def rest(self, start: int = 0, end: int | None = None) -> Iterator[Piece]:
        """The words between the two that nothing has taken, in order, each stretch of a line apart."""
        end = len(self.text) if end is None else end
        taken = list(self.taken)
        number = until = 0
        for index in range(max(self.index(start), 0), len(self.lines)):
            first, line = self.starts[index], self.lines[index]
            if first >= end:
                return
            at, last = max(first, start, until), min(first + len(line.text), end)
            while at < last:
                following = taken[number][0] if number < len(taken) else last
                if at < following and (piece := _piece(line, first, at, min(following, last))):
                    yield piece
                if following >= last:
                    break
                at = until = max(at, taken[number][1])
                number += 1

    def until_taken(self, start: int) -> int:
        """Where the words from `start` on end: at the end of the line, or where something taken begins."""
        line_end = self.text.find("\n", start)
        ends = [len(self.text) if line_end < 0 else line_end]
        ends.extend(first for first, _ in self.taken if first >= start)
        return min(ends)


def _piece(line: TextLine, first: int, start: int, end: int) -> Piece | None:
    words = line.text[start - first : end - first]
    lead = len(words) - len(words.lstrip())
    start, end = start + lead, start + len(words.rstrip())
    return Piece(start, end, line, first) if start < end else None
