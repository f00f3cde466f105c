"""A page by its rows, and what stands on it beside its text: words with a line through them, words across the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from precis.reading.forms.pdf.drawing import Dot, Rule
from precis.reading.forms.pdf.letters import Letter, PageText
from precis.reading.forms.pdf.rows import Row, row_of, rows_of
from precis.reading.forms.pdf.tags import Tag

__all__ = ["Sheet", "sheet_of"]

_STRUCK = 0.12, 0.45
"""A line through words stands so far above their foot, in parts of their size."""
_PLACE = 6.0
"""Points: letters of one word as it is printed, and as OCR has it, are hardly farther apart."""
_TURNED = 0.5
"""A page has less than this part of its letters turned if they are a mark on it; else the page itself is turned."""
_BULLET_HEIGHT, _BULLET_WIDTH, _BEFORE_ITEM = (0.1, 0.5), 0.6, 3.0
"""A drawn bullet has its middle so high above the foot of a row, is so wide and stands so far before it at most."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page by its rows: its number, its size in points, its rules; whether it has pictures.

    `struck` are words with a line through them, `across` those that stand across the page, as a watermark does, and
    `under` those without ink in the place of others; none of them is in a row.
    """

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    rules: tuple[Rule, ...]
    pictured: bool
    struck: tuple[str, ...] = ()
    across: str = ""
    under: str = ""


def sheet_of(page: PageText, tags: Mapping[int, Tag | None]) -> Sheet:
    """The page by its rows, from its top. `tags` are the blocks of its stretches of marked content."""
    under, page = _without_doubled(page)
    across, page = _without_turned(page)
    rows = rows_of(page, tags)
    struck: tuple[str, ...] = ()
    if lines := _lines_through(rows, page.strokes):
        struck, page = _without_struck(page, lines)
        rows = rows_of(page, tags)
    if page.dots:
        rows = [_bulleted(row, page.dots) for row in rows]
    return Sheet(page.number, page.width, page.height, tuple(rows), page.rules, page.pictured, struck, across, under)


def _bulleted(row: Row, dots: Sequence[Dot]) -> Row:
    """The row with the bullet that is drawn before it, as browsers draw one: as a sign of its text."""
    size, first = row.size, row.pieces[0]
    low, high = _BULLET_HEIGHT
    before = (
        dot
        for dot in dots
        if low * size <= dot.middle - row.base <= high * size
        and dot.right - dot.left <= _BULLET_WIDTH * size
        and 0 < first.left - dot.right <= _BEFORE_ITEM * size
    )
    dot = next(before, None)
    if dot is None:
        return row
    sign = replace(first, text="•", left=dot.left, right=dot.right, bold=False, italic=False, raised=False)
    return row_of(row.page, (sign, *row.pieces))


def _without_doubled(page: PageText) -> tuple[str, PageText]:
    """The words without ink that stand in the place of others, as where OCR was run on a page of text; and the page.

    Words without ink over a picture are all the text that this has, and stay.
    """
    stretches = page.stretches
    if not any(stretch.unseen for stretch in stretches):
        return "", page
    seen = {
        (round(letter.left / _PLACE) + across, round(letter.base / _PLACE) + up)
        for letter in page.letters
        if not stretches[letter.stretch].unseen and letter.char.strip()
        for across in (-1, 0, 1)
        for up in (-1, 0, 1)
    }
    over: dict[int, list[bool]] = defaultdict(list)
    for letter in page.letters:
        if stretches[letter.stretch].unseen and letter.char.strip():
            over[letter.stretch].append((round(letter.left / _PLACE), round(letter.base / _PLACE)) in seen)
    doubled = {at for at, places in over.items() if 2 * sum(places) > len(places)}
    if not doubled:
        return "", page
    words = "".join(letter.char for letter in page.letters if letter.stretch in doubled)
    return words.strip(), replace(page, letters=tuple(each for each in page.letters if each.stretch not in doubled))


def _without_turned(page: PageText) -> tuple[str, PageText]:
    """The words of a page that do not lie level, and the page without them."""
    if not any(stretch.turned for stretch in page.stretches):
        return "", page
    turned = [letter for letter in page.letters if page.stretches[letter.stretch].turned]
    if len(turned) >= _TURNED * len(page.letters):
        return "", page
    level = tuple(letter for letter in page.letters if not page.stretches[letter.stretch].turned)
    return "".join(letter.char for letter in turned).strip(), replace(page, letters=level)


def _lines_through(rows: Sequence[Row], strokes: Sequence[Rule]) -> list[Rule]:
    """The rules that go through the words of a row, and neither below nor above them."""
    low, high = _STRUCK
    return [
        rule
        for rule in strokes
        if any(
            low * row.size <= rule.base - row.base <= high * row.size
            and rule.left < row.right
            and row.left < rule.right
            for row in rows
        )
    ]


def _without_struck(page: PageText, lines: Sequence[Rule]) -> tuple[tuple[str, ...], PageText]:
    """The words that each line goes through, and the page without them."""
    low, high = _STRUCK
    words: dict[int, list[str]] = defaultdict(list)
    kept: list[Letter] = []
    for letter in page.letters:
        size, middle = max(page.stretches[letter.stretch].size, 1), (letter.left + letter.right) / 2
        through = (
            at
            for at, line in enumerate(lines)
            if low * size <= line.base - letter.base <= high * size and line.left <= middle <= line.right
        )
        at = next(through, None)
        if at is None:
            kept.append(letter)
        else:
            words[at].append(letter.char)
    return tuple("".join(each).strip() for each in words.values()), replace(page, letters=tuple(kept))
