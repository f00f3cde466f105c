"""A passage as characters that each know how they look: what corrections are found in and made to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, repeat
from operator import itemgetter

from precis.language.sentences import CALL, NO_WORDS, SmallWords, is_abbreviation, sentences
from precis.model import Call, Gap, Inline, Inlines, Link, Run

__all__ = ["CLOSING", "Cell", "Passage", "Span", "Token", "space_between"]

Cell = tuple[str, int]
"""One character and its look; the call of a footnote or a gap is one cell, of its label and the look _CALL or _GAP.

The look of a character in a link has above its bits the number of the address among _ADDRESSES.
"""

Span = tuple[int, int]

_BOLD, _ITALIC, _SUPERSCRIPT, _CALL, _GAP = 1, 2, 4, 8, 16
_SIGN = _CALL | _GAP
_LINK = 5
"""The bits below the number of an address."""
_ADDRESSES: list[tuple[str, str]] = [("", "")]
"""The addresses of the links met, with their titles; the first stands for none."""
_SIGNS = {_CALL: CALL, _GAP: "\ufffd"}
# Characters that a person types, or reads on paper, as the plain ones (docs/conventions.md §6, rules 38 and 39).
_PLAIN = str.maketrans("\u00a0\u202f\u2009‘’“”‐‑", "   ''\"\"--")
CLOSING = frozenset(",.;:!?)]}»”’%…" + CALL)
_OPENING = frozenset("([{“‘«")
_TOKEN = re.compile(r"\w+(?:(?:[-‐‑'’·./@&]|(?<=\d),(?=\d{3}(?!\d)))\w+)*|[^\w\s]")


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
    words: SmallWords = field(default=NO_WORDS, compare=False)

    @classmethod
    def of(cls, inlines: Inlines, words: SmallWords = NO_WORDS) -> Passage:
        """The passage of these runs and calls."""
        cells: list[Cell] = []
        for item in inlines:
            if isinstance(item, Call):
                cells.append((item.label, _CALL))
            elif isinstance(item, Gap):
                cells.append((item.lacks, _GAP))
            elif isinstance(item, Link):
                number = _number(item.href, item.title)
                cells.extend((text, look | number << _LINK) for run in item.runs for text, look in _cells(run))
            else:
                cells.extend(_cells(item))
        return cls(tuple(cells), words)

    @property
    def inlines(self) -> Inlines:
        """The same as runs and calls, in normal form."""
        out: list[Inline] = []
        for number, cells in groupby(self.cells, key=lambda cell: cell[1] >> _LINK):
            items = _items(cells)
            href, title = _ADDRESSES[number]
            if number:
                out.append(Link(tuple(item for item in items if isinstance(item, Run)), href, title))
            else:
                out.extend(items)
        return tuple(out)

    @cached_property
    def text(self) -> str:
        """One character a cell; a call is CALL."""
        return "".join([_SIGNS[look] if look & _SIGN else text for text, look in self.cells])

    @cached_property
    def folded(self) -> Passage:
        """The same with plain blanks, hyphens, apostrophes and quotation marks."""
        return Passage(tuple((text.translate(_PLAIN), look) for text, look in self.cells), self.words)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of its sentences."""
        return sentences(self.text, self.words)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and punctuation, in order; what is between them is space."""
        found: list[Token] = []
        for match in _TOKEN.finditer(self.text):
            last = found[-1] if found else None
            after_word = last is not None and last.is_word and last.end == match.start()
            stop = after_word and match[0] == "."
            if last and stop and is_abbreviation(self.text[last.start : last.end], self.words):
                found[-1] = Token(last.start, match.end(), True)
            else:
                found.append(Token(match.start(), match.end(), match[0][0].isalnum() or match[0][0] == "_"))
        return tuple(found)

    @property
    def look(self) -> int | None:
        """The one look of all its characters, calls and gaps aside; None if it has several, 0 if it has none."""
        looks = {look for _, look in self.cells if not look & _SIGN}
        return None if len(looks) > 1 else next(iter(looks), 0)

    def in_look(self, look: int) -> Passage:
        """The same characters, all in one look."""
        return Passage(tuple((text, old if old & _SIGN else look) for text, old in self.cells), self.words)

    def __len__(self) -> int:
        return len(self.cells)

    def __getitem__(self, span: slice) -> Passage:
        part = Passage(self.cells[span], self.words)
        part.__dict__["text"] = self.text[span]  # what it would be computed to be
        return part

    def __add__(self, other: Passage) -> Passage:
        return Passage(self.cells + other.cells, self.words)

    @property
    def looks(self) -> list[int]:
        """The look of each cell."""
        return [look for _, look in self.cells]

    @property
    def labels(self) -> list[Cell]:
        """Its calls and gaps, in order."""
        return [cell for cell in self.cells if cell[1] & _SIGN]

    def spaced(self, other: Passage) -> Passage:
        """What stands between this passage and `other` when the two are put side by side: a space, or nothing.

        The space looks as both its neighbours do, or plain where they differ.
        """
        before, after = self.text[-1:], other.text[:1]
        if not before or not after or before.isspace() or after.isspace() or before in _OPENING or after in CLOSING:
            return Passage(())
        return Passage(space_between(self.cells[-1:], other.cells[:1]))


def _number(href: str, title: str) -> int:
    """The number of an address among those met."""
    if (href, title) not in _ADDRESSES:
        _ADDRESSES.append((href, title))
    return _ADDRESSES.index((href, title))


def _cells(run: Run) -> Iterator[Cell]:
    return zip(run.text, repeat(_BOLD * run.bold | _ITALIC * run.italic | _SUPERSCRIPT * run.superscript))


def _items(cells: Iterable[Cell]) -> Iterator[Inline]:
    """The runs, calls and gaps of cells that stand in no link, or all in one."""
    for look, alike in groupby(cells, key=itemgetter(1)):
        texts = [text for text, _ in alike]
        if look & _SIGN:
            yield from (Call(text) if look & _CALL else Gap(text) for text in texts)
        else:
            yield Run("".join(texts), bool(look & _BOLD), bool(look & _ITALIC), bool(look & _SUPERSCRIPT))


def space_between(before: Iterable[Cell], after: Iterable[Cell]) -> tuple[Cell, ...]:
    """One space that looks as the cells on its two sides do, or plain where they differ or are no characters."""
    looks = {look for _, look in (*before, *after)}
    look = looks.pop() if len(looks) == 1 else 0
    return ((" ", 0 if look & _SIGN else look),)
