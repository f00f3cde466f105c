"""A passage as characters that each know how they look: what corrections are found in and made to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, repeat
from operator import itemgetter

from precis.language.sentences import CALL, is_abbreviation, sentences
from precis.model import Call, Gap, Inline, Inlines, Run

__all__ = ["CLOSING", "Cell", "Passage", "Span", "Token", "space_between"]

Cell = tuple[str, int]
"""One character and its look; the call of a footnote or a gap is one cell, of its label and the look _CALL or _GAP."""

Span = tuple[int, int]

_BOLD, _ITALIC, _SUPERSCRIPT, _CALL, _GAP = 1, 2, 4, 8, 16
_SIGNS = {_CALL: CALL, _GAP: "\ufffd"}
# Characters that a person types, or reads on paper, as the plain ones (un-conventions.md §6, rules 38 and 39).
_PLAIN = str.maketrans("\u00a0\u202f\u2009‘’“”‐‑", "   ''\"\"--")
CLOSING = frozenset(",.;:!?)]}»”’%…" + CALL)
_OPENING = frozenset("([{“‘«")
_TOKEN = re.compile(r"\w+(?:[-‐‑'’·./@&]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with what is inside it (a hyphen, the stop of an abbreviation), or one sign of punctuation."""

    start: int
    end: int
    is_word: bool


@dataclass(frozen=True)
class Passage:
    """The cells of one text: of a paragraph, a heading, a cell of a table."""

    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, inlines: Inlines) -> Passage:
        """The passage of these runs and calls."""
        cells: list[Cell] = []
        for item in inlines:
            if isinstance(item, Call):
                cells.append((item.label, _CALL))
            elif isinstance(item, Gap):
                cells.append((item.lacks, _GAP))
            else:
                look = _BOLD * item.bold | _ITALIC * item.italic | _SUPERSCRIPT * item.superscript
                cells.extend(zip(item.text, repeat(look)))
        return cls(tuple(cells))

    @property
    def inlines(self) -> Inlines:
        """The same as runs and calls, in normal form."""
        out: list[Inline] = []
        for look, cells in groupby(self.cells, key=itemgetter(1)):
            texts = [text for text, _ in cells]
            if look == _CALL:
                out.extend(Call(text) for text in texts)
            elif look == _GAP:
                out.extend(Gap(text) for text in texts)
            else:
                out.append(Run("".join(texts), bool(look & _BOLD), bool(look & _ITALIC), bool(look & _SUPERSCRIPT)))
        return tuple(out)

    @cached_property
    def text(self) -> str:
        """One character a cell; a call is CALL."""
        return "".join([text if look < _CALL else _SIGNS[look] for text, look in self.cells])

    @cached_property
    def folded(self) -> Passage:
        """The same with plain blanks, hyphens, apostrophes and quotation marks."""
        return Passage(tuple((text.translate(_PLAIN), look) for text, look in self.cells))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of its sentences."""
        return sentences(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and punctuation, in order; what is between them is space."""
        found: list[Token] = []
        for match in _TOKEN.finditer(self.text):
            last = found[-1] if found else None
            after_word = last is not None and last.is_word and last.end == match.start()
            if last and after_word and match[0] == "." and is_abbreviation(self.text[last.start : last.end]):
                found[-1] = Token(last.start, match.end(), True)
            else:
                found.append(Token(match.start(), match.end(), match[0][0].isalnum() or match[0][0] == "_"))
        return tuple(found)

    @property
    def look(self) -> int | None:
        """The one look of all its characters, calls and gaps aside; None if it has several, 0 if it has none."""
        looks = {look for _, look in self.cells if look < _CALL}
        return None if len(looks) > 1 else next(iter(looks), 0)

    def in_look(self, look: int) -> Passage:
        """The same characters, all in one look."""
        return Passage(tuple((text, look if old < _CALL else old) for text, old in self.cells))

    def __len__(self) -> int:
        return len(self.cells)

    def __getitem__(self, span: slice) -> Passage:
        part = Passage(self.cells[span])
        part.__dict__["text"] = self.text[span]  # what it would be computed to be
        return part

    def __add__(self, other: Passage) -> Passage:
        return Passage(self.cells + other.cells)

    @property
    def looks(self) -> list[int]:
        """The look of each cell."""
        return [look for _, look in self.cells]

    @property
    def labels(self) -> list[Cell]:
        """Its calls and gaps, in order."""
        return [cell for cell in self.cells if cell[1] >= _CALL]

    def spaced(self, other: Passage) -> Passage:
        """What stands between this passage and `other` when the two are put side by side: a space, or nothing.

        The space looks as both its neighbours do, or plain where they differ.
        """
        before, after = self.text[-1:], other.text[:1]
        if not before or not after or before.isspace() or after.isspace() or before in _OPENING or after in CLOSING:
            return Passage(())
        return Passage(space_between(self.cells[-1:], other.cells[:1]))


def space_between(before: Iterable[Cell], after: Iterable[Cell]) -> tuple[Cell, ...]:
    """One space that looks as the cells on its two sides do, or plain where they differ or are no characters."""
    looks = {look for _, look in (*before, *after)}
    look = looks.pop() if len(looks) == 1 else 0
    return ((" ", look if look < _CALL else 0),)
