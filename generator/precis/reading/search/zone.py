"""A stretch of lines in which formulae are looked for, and which of its words have been read so far."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property

from precis.language.formula import Formula
from precis.model import Call, plain
from precis.reading.line import TextLine
from precis.reading.search.tolerant import Found, LooseText, find

__all__ = ["Piece", "Zone"]

_LONGEST_SHORT = 200
"""No title, and no line that opens or closes a meeting, has more characters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line: where they stand in the zone's text, and the line they are of, which begins at `first`."""

    start: int
    end: int
    text: str
    of: TextLine
    first: int

    @property
    def line(self) -> TextLine:
        """The line with its words alone."""
        return self.of.part(self.start - self.first, self.end - self.first)

    @property
    def said(self) -> str:
        """Its words with the calls of notes among them, and with the label of the note that they are."""
        whole = self.end - self.start == len(self.of.text)
        items = self.of.inlines if whole else self.line.inlines
        label = f"[^{self.of.label}]: " if self.of.label else ""
        words = (f"[^{item.label}]" if isinstance(item, Call) else plain((item,)) for item in items)
        return f"{label}{''.join(words)}"


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
        # Of each line, what has been taken, and what has not: asked for again and again, and mostly the same.
        self._taken: list[list[tuple[int, int]]] = [[] for _ in self.lines]
        self._pieces: list[Sequence[Piece] | None] = [None for _ in self.lines]
        self.loose = LooseText("\n".join(line.text for line in self.lines))

    @cached_property
    def short(self) -> Zone:
        """The same lines, where only the short ones are searched: in sound texts, titles and formulae stand there."""
        short = copy(self)
        short.loose = LooseText(self.text, _LONGEST_SHORT)
        return short

    def is_short(self, start: int) -> bool:
        """Whether only short lines stand from a place on."""
        return all(len(line.text) <= _LONGEST_SHORT for line in self.lines[self.index(start) :])

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
        for index in range(self.index(start), self.index(end - 1) + 1):
            insort(self._taken[index], (start, end))
            self._pieces[index] = None
        return self.text[start:end]

    def find(self, name: str, forms: Iterable[Formula], end: int | None = None) -> Iterator[Found]:
        """Where one of the forms stands in words that nothing has taken yet: each form in turn, in order of place.

        With an `end`, only the lines before that place are searched.
        """
        # Most forms stand nowhere, which is known before a search begins.
        for form in self.loose.words.among(forms):
            yield from find(name, form, self.loose, self.free, end)

    def has(self, name: str, forms: Iterable[Formula]) -> bool:
        """Whether one of the forms stands in words that nothing has taken yet."""
        return next(self.find(name, forms), None) is not None

    def first(self, name: str, forms: Iterable[Formula]) -> Found | None:
        """The first place where any of the forms stands."""
        return min(self.find(name, forms), key=lambda found: (found.start, -found.end), default=None)

    def rest(self, start: int = 0, end: int | None = None) -> Iterator[Piece]:
        """The words between the two that nothing has taken so far, in order, each stretch of a line apart."""
        end = len(self.text) if end is None else end
        indexes = range(max(self.index(start), 0), self.index(end - 1) + 1)
        for piece in [piece for index in indexes for piece in self._rest_of(index)]:
            if start <= piece.start and piece.end <= end:
                yield piece
            elif piece.start < end and start < piece.end:
                yield from _piece(piece.of, piece.first, max(start, piece.start), min(piece.end, end))

    def _rest_of(self, index: int) -> Sequence[Piece]:
        """The words of a line that nothing has taken."""
        pieces = self._pieces[index]
        if pieces is None:
            line, first = self.lines[index], self.starts[index]
            pieces, at = [], first
            for start, end in [*self._taken[index], (first + len(line.text), 0)]:
                pieces += _piece(line, first, at, max(start, at))
                at = max(end, at)
            self._pieces[index] = pieces
        return pieces

    def until_taken(self, start: int) -> int:
        """Where the words from `start` on end: at the end of the line, or where something taken begins."""
        line_end = self.text.find("\n", start)
        ends = [len(self.text) if line_end < 0 else line_end]
        ends.extend(first for first, _ in self.taken if first >= start)
        return min(ends)


def _piece(line: TextLine, first: int, start: int, end: int) -> Iterator[Piece]:
    """The words of a line between the two, without the blanks at their ends, if there are any."""
    words = line.text[start - first : end - first]
    text = words.strip()
    if text:
        start += len(words) - len(words.lstrip())
        yield Piece(start, start + len(text), text, line, first)
