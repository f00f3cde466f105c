"""Letters by their places: rows of print, each of pieces that look alike, from the top of a page to its foot."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from precis.model import Inlines, Run, joined
from precis.reading.forms.pdf.letters import Letter, PageText, Stretch
from precis.reading.forms.pdf.tags import Tag

__all__ = ["Piece", "Row", "row_of", "rows_of"]

_LEVEL = 0.6
"""Letters of one row stand at the same height, within this many points."""
_SMALL = 0.85
"""A raised letter is at most so large as the letters beside it."""
_NEARLY = 0.92
"""The call of a note that is raised by a quarter of their size or more may be so large."""
_CALL = re.compile(r"\s*(?:\d{1,3}|\*{1,5}|[a-z])\s*")
_RAISED, _LOWERED = 0.6, 0.25
"""It is raised or lowered by no more than these parts of their size."""
_BLANK = 0.17
"""Letters that are so far apart, in parts of their size, have a blank between them."""
_NARROW = 0.06
"""So narrow may a blank be that the file itself has."""
_COLUMN = 1.2
"""A gap so wide, in parts of the size, sets apart what stands beside each other."""
_OTHER_SIZE = 1.5
"""Words of one text do not differ more in size, in points."""
_BEFORE = 72
"""The mark of a note stands so many points before it, at most: Word's tabs to it may be lost."""
_BESIDE = 0.5
"""A raised letter stands no farther beside others, in parts of their size: a blank may stand between."""
_UNNAMED = frozenset(map(chr, range(0x80, 0xA0)))
"""Control characters that nobody writes: the codes of signs in fonts that give them no names, such as those of TeX."""
_WITHOUT_UNNAMED = dict.fromkeys(map(ord, _UNNAMED))
_LIGATURES = re.compile("[\ufb00-\ufb06]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look that follow each other on a line. `raised` says that they are small and stand higher.

    `tag` is the block that the file says they are in.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool
    font: str
    raised: bool = False
    tag: Tag | None = None


@dataclass(frozen=True)
class Row:
    """What stands on one line of a page, or in one column of it, from left to right."""

    page: int
    base: float
    size: float
    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return max(piece.right for piece in self.pieces)

    @cached_property
    def inlines(self) -> Inlines:
        """Its words, with blanks where the letters are parted."""
        runs: list[Run] = []
        before: Piece | None = None
        for piece in self.pieces:
            if before is not None and _parted(before, piece, self.size):
                runs.append(replace(runs[-1], text=" ", superscript=False))
            runs.append(Run(piece.text, piece.bold, piece.italic, piece.raised))
            before = piece
        return joined(runs)

    @cached_property
    def text(self) -> str:
        """Its words alone, without blanks at the ends."""
        return "".join(item.text for item in self.inlines if isinstance(item, Run)).strip()

    @cached_property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(piece.bold for piece in self.pieces if not piece.raised and _says(piece))

    @cached_property
    def italic(self) -> bool:
        """Whether all its letters are italic."""
        return all(piece.italic for piece in self.pieces if not piece.raised and _says(piece))

    @cached_property
    def tag(self) -> Tag | None:
        """The block that the file says most of its words are in."""
        return max(self.pieces, key=_weight).tag

    def cells(self) -> list[Row]:
        """The row in parts, where gaps set them apart."""
        groups: list[list[Piece]] = []
        for piece in self.pieces:
            if groups and not _apart(groups[-1][-1], piece, self.size):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        return [row_of(self.page, group) for group in groups]


def row_of(page: int, pieces: Sequence[Piece]) -> Row:
    """The row that pieces make."""
    ordered = tuple(sorted(pieces, key=lambda piece: piece.left))
    largest = max((piece for piece in ordered if not piece.raised), key=_weight, default=ordered[0])
    return Row(page, largest.base, largest.size, ordered)


def rows_of(page: PageText, tags: Mapping[int, Tag | None]) -> list[Row]:
    """The rows of a page, from its top. `tags` are the blocks of its stretches of marked content."""
    lines: dict[int, list[list[Piece]]] = defaultdict(list)
    pieces = sorted(_pieces(page, tags), key=lambda piece: -piece.size)
    for piece in pieces:
        line, raised = _line_of(piece, lines)
        if line is None:
            lines[round(piece.base)].append([piece])
        else:
            line.append(replace(piece, raised=raised))
    groups = [line for group in lines.values() for line in group]
    if any(piece.text in _UNNAMED for piece in pieces):
        groups = [kept for line in groups if (kept := _without_unnamed(line))]
    found = [row_of(page.number, line) for line in groups]
    return sorted(found, key=lambda row: (-row.base, row.left))


def _without_unnamed(line: list[Piece]) -> list[Piece]:
    """A line without the signs that the file does not name; one that begins it, apart from the rest, is a bullet."""
    first, *others = sorted(line, key=lambda piece: piece.left)
    begins = first.text in _UNNAMED and others and others[0].left - first.right > _BLANK * first.size
    rest = [piece for piece in others if piece.text not in _UNNAMED]
    return [replace(first, text="•"), *rest] if begins else [first, *rest] if first.text not in _UNNAMED else rest


def _line_of(piece: Piece, lines: dict[int, list[list[Piece]]]) -> tuple[list[Piece] | None, bool]:
    """The line that a piece stands in, if larger ones have made it, and whether it is raised there."""
    height = round(piece.base)
    for line in _lines_about(height, 2, lines):
        if abs(line[0].base - piece.base) <= _LEVEL:
            return line, False
    for line in _lines_about(height, 14, lines):
        size, rise = line[0].size, piece.base - line[0].base
        call = piece.size <= _NEARLY * size and rise >= _LOWERED * size and _CALL.fullmatch(piece.text)
        small = piece.size <= _SMALL * size or call
        distance = min(_distance(piece, other) for other in line)
        reached = -_LOWERED * size <= rise <= _RAISED * size
        if small and reached and (abs(distance) <= _BESIDE * size or (rise > 0 and _leads(piece, line))):
            # A letter that begins larger ones stands at their foot, as the first letters of a symbol do.
            return line, rise > 0.1 * size
    return None, False


def _lines_about(height: int, reach: int, lines: dict[int, list[list[Piece]]]) -> list[list[Piece]]:
    """The lines that stand no farther from a height, in points, from the lowest up."""
    return [line for near in range(height - reach, height + reach + 1) for line in lines.get(near, ())]


def _leads(piece: Piece, line: Sequence[Piece]) -> bool:
    """Whether a piece stands before a line, as the mark of a note does."""
    return 0 < min(other.left for other in line) - piece.right <= _BEFORE


def _distance(one: Piece, other: Piece) -> float:
    return max(other.left - one.right, one.left - other.right)


def _weight(piece: Piece) -> int:
    return len(piece.text.strip())


def _apart(before: Piece, piece: Piece, size: float) -> bool:
    """Whether a piece stands in another column than the one before: far from it, or not near and of another size."""
    gap = piece.left - before.right
    other = not piece.raised and not before.raised and abs(piece.size - before.size) > _OTHER_SIZE
    return gap >= _COLUMN * size or (other and gap >= _BLANK * size)


def _says(piece: Piece) -> bool:
    return any(char.isalnum() for char in piece.text)


def _parted(before: Piece, piece: Piece, size: float) -> bool:
    if before.text[-1:].isspace() or piece.text[:1].isspace():
        return False
    return piece.left - before.right > _BLANK * (min(size, piece.size) if piece.raised else size)


def _pieces(page: PageText, tags: Mapping[int, Tag | None]) -> Iterator[Piece]:
    """The letters of a page in pieces that look alike and go on without a gap."""
    group: list[Letter] = []
    stretches = page.stretches
    silent = {index for index, stretch in enumerate(stretches) if not stretch.size}
    for letter in page.letters:
        if letter.added or not _shown(letter.char):
            continue
        if silent and group and letter.stretch - 1 in silent and _blank_between(group[-1], letter, stretches):
            group.append(group[-1]._replace(char=" ", left=group[-1].right, right=letter.left, stretch=letter.stretch))
        if group and not _goes_on(group[-1], letter, stretches):
            yield from _piece(group, stretches, tags)
            group = []
        group.append(letter)
    yield from _piece(group, stretches, tags)


def _blank_between(last: Letter, letter: Letter, stretches: Sequence[Stretch]) -> bool:
    """Whether the file draws a blank between two letters as a stretch of its own, of which pdfium gives no letter."""
    if letter.stretch != last.stretch + 2 or last.char == " ":
        return False
    gap = letter.left - last.right
    size = max(stretches[last.stretch].size, 1)
    return abs(last.base - letter.base) < 0.1 and _NARROW * size <= gap <= _BLANK * size


def _shown(char: str) -> bool:
    if " " <= char <= "~":
        return True
    return char == "\t" or char in _UNNAMED or unicodedata.category(char) not in ("Cc", "Cs", "Cn")


def _goes_on(last: Letter, letter: Letter, stretches: Sequence[Stretch]) -> bool:
    one = stretches[last.stretch]
    size = max(one.size, 1)
    near = -0.5 * size <= letter.left - last.right <= _BLANK * size and abs(last.base - letter.base) < 0.1
    return near and (letter.stretch == last.stretch or _alike(one, stretches[letter.stretch]))


def _alike(one: Stretch, other: Stretch) -> bool:
    look = (one.font, one.bold, one.italic) == (other.font, other.bold, other.italic)
    return look and abs(one.size - other.size) < 0.2


def _piece(letters: Sequence[Letter], stretches: Sequence[Stretch], tags: Mapping[int, Tag | None]) -> Iterator[Piece]:
    """The piece that letters make; blanks alone make none, as their place is told by the gap."""
    text = "".join([letter.char for letter in letters]).replace("\t", " ")
    if not text.isascii():
        text = text.replace("\u00ad", "-").replace("\uf0b7", "•")
        text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
        text = text if text in _UNNAMED else text.translate(_WITHOUT_UNNAMED)
    if not text.strip():
        return
    stretch = stretches[letters[0].stretch]
    yield Piece(
        text,
        next(letter for letter in letters if letter.char.strip()).left,
        next(letter for letter in reversed(letters) if letter.char.strip()).right,
        letters[0].base,
        max(stretch.size, 1),
        stretch.bold,
        stretch.italic,
        stretch.font,
        tag=tags.get(stretch.mark),
    )
