"""What stands about the text of each page: running heads, feet, numbers of pages and jobs (docs/conventions.md §1.5).

They are known by their place at the head or foot of a page and by what repeats, page after page or on every other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from precis.model import DOCUMENT_SYMBOL, MESSAGES, FileSpan, Finding
from precis.reading.forms.numbers import formatted
from precis.reading.forms.pdf.rows import Piece, Row, row_of
from precis.reading.search.letters import letters

__all__ = ["Framed", "pages_in_words", "without_frame"]

_HEAD, _FOOT = 0.1, 0.14
"""The parts of a page's height in which heads and feet stand."""
_SAME_PLACE = 3
_MANY = 0.3
"""The head of a page stands on at least this part of the pages; headings of the text may stand first on two."""
_FEWEST, _COPIED = 5, 0.8
"""A page of so many lines is a copy if such a part of them stand at the same places of another."""
_ADDRESS = re.compile(r"(?:https?|file|about|data):\S+")
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?")
"""The date and time that a browser prints at the head of a page."""
_PAGE_OF = re.compile(r"\d{1,4}/\d{1,4}")
_PAGE = re.compile(
    r"(?P<word>[Pp]\s?a\s?g\s?e\s*\|?\s*)?[-–(]?\s*(?P<number>\d{1,4})\s*"
    r"(?P<more>(?:/|of)\s*\d{1,4}|\|\s*P\s?a\s?g\s?e)?\s*[-–)]?"
)
"""The number of a page; office programs have letters apart in it, as in "2 | P a g e"."""
_ROMAN = re.compile(r"[-–(]?\s*([ivx]{1,5})\s*[-–)]?")
_BAR_CODE = re.compile(r"\*?\s?\d{7}\s?\*?")
_BAR_FONT = re.compile(r"C39|3\s?of\s?9|bar\s?code|code\s?(?:39|128)", re.IGNORECASE)
_JOB = re.compile(r"(?:GE|V)\.?\s?\d{2}-?\d{4,6}(?:\s*\([A-Z]\))?")
_RECYCLE = "please recycle"
_BAR, _FIRST, _NUMBER = "bar-code", "page-first", "page-number"
_AGAIN = ("page-head", "page-foot")
_ANYWHERE = (_BAR, _FIRST)
"""What is no text even beside text; all else of the frame stands alone in its line, above all text or below it."""


@dataclass(frozen=True)
class Framed:
    """The rows of each page without its frame, and a finding for each wording of the frame.

    `first` are those of the frame of page 1 that later pages have again: a cover may say something there.
    """

    rows: list[list[Row]]
    first: list[Row]
    findings: list[Finding]


def without_frame(pages: Sequence[tuple[float, Sequence[Row]]], file: str) -> Framed:
    """The pages, given as the height and the rows of each, without what stands about their text."""
    kept: list[list[Row]] = []
    first: list[Row] = []
    frame: dict[tuple[str, str, int], list[tuple[int, str]]] = defaultdict(list)
    known = _repeated(pages)
    worded = _have_words(pages)
    for height, rows in pages:
        kept.append([])
        on_page: Counter[str] = Counter()  # the same words may stand twice at the foot of one page
        printed = _print_of_browser(rows, height)
        of_rows = [
            [(cell, _kind(cell, height, known, worded=worded) or printed.get(index, "")) for cell in row.cells()]
            for index, row in enumerate(rows)
        ]
        outside = _outside([all(kind for _, kind in cells) for cells in of_rows])
        for at, (row, cells) in enumerate(zip(rows, of_rows, strict=True)):
            rest: list[Piece] = []
            for cell, kind in cells:
                if kind in _AGAIN and cell.page == 1 and at in outside and at not in printed:
                    first.append(cell)
                elif kind and (at in outside or kind in _ANYWHERE):
                    words = "" if kind == _NUMBER else cell.text
                    frame[kind, words, on_page[words]].append((cell.page, cell.text))
                    on_page[words] += bool(words)
                else:
                    rest.extend(cell.pieces)
            if rest:
                kept[-1].append(row if len(rest) == len(row.pieces) else row_of(row.page, rest))
    told = [(kind, words, where) for (kind, words, _), where in frame.items() if letters(where[0][1])]
    return Framed(kept, first, [_told(kind, words, where, file) for kind, words, where in told])


def _outside(alone: Sequence[bool]) -> set[int]:
    """The rows of a page that stand above all its text or below it, of those that hold nothing but frame."""
    rows = range(len(alone))
    return {*takewhile(alone.__getitem__, rows), *takewhile(alone.__getitem__, reversed(rows))}


def _print_of_browser(rows: Sequence[Row], height: float) -> dict[int, str]:
    """The head and the foot that a browser prints, by the index of the row: the date, and the address of the page."""
    if not rows:
        return {}
    out: dict[int, str] = {}
    last, first = (re.sub(r"\s+", " ", row.text) for row in (rows[-1], rows[0]))
    address, _, number = last.rpartition(" ")
    if _zone(rows[-1], height) == "foot" and _ADDRESS.match(last) and _PAGE_OF.fullmatch(number) and address:
        out[len(rows) - 1] = "page-foot"
    if _zone(rows[0], height) == "head" and _PRINTED.match(first):
        out[0] = "page-head"
    return out


def _zone(cell: Row, height: float) -> str:
    return "head" if cell.base > (1 - _HEAD) * height else "foot" if cell.base < _FOOT * height else ""


def _repeated(pages: Sequence[tuple[float, Sequence[Row]]]) -> set[tuple[str, str]]:
    """The words that stand at the same height in the heads or feet of two pages or more, and of many of all.

    Words of page 1 are compared with those of later pages, where these have them at one height.
    At the head they may stand on one page alone where page 1 has them elsewhere: there the symbol has its own place.
    """
    places: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    first: set[str] = set()
    pages = list(_without_copies(pages))
    for height, rows in pages:
        for cell in (cell for row in rows for cell in row.cells()):
            if cell.page == 1:
                first.add(letters(cell.text))
            if zone := _zone(cell, height):
                places[zone, cell.text][cell.page] = cell.base if zone == "foot" else height - cell.base
    found: set[tuple[str, str]] = set()
    for (zone, words), bases in places.items():
        later = [base for page, base in bases.items() if page > 1]
        compared = later if len(later) > 1 else list(bases.values())
        many = len(compared) > 1 and len(compared) >= _MANY * (len(pages) - 1)
        again = many and max(compared) - min(compared) < _SAME_PLACE
        if later and (again or (zone == "head" and letters(words) in first and "/" in words)):
            found.add((zone, words))
    return found


def _without_copies(pages: Sequence[tuple[float, Sequence[Row]]]) -> Iterator[tuple[float, Sequence[Row]]]:
    """The pages without those that say nearly all again at the same places: what is copied is no head for that."""
    known: set[tuple[str, int]] = set()
    for height, rows in pages:
        places = [(row.text, round(row.base)) for row in rows]
        again = sum(place in known for place in places)
        if len(rows) < _FEWEST or again < _COPIED * len(rows):
            yield height, rows
        known.update(places)


def _have_words(pages: Sequence[tuple[float, Sequence[Row]]]) -> bool:
    """Whether the numbers of pages are more than figures: "2/8", "Page 2". Then a figure alone is none."""
    cells = (cell for height, rows in pages for row in rows for cell in row.cells() if _zone(cell, height))
    found = (_PAGE.fullmatch(cell.text) for cell in cells)
    return any(page and (page["word"] or page["more"]) for page in found)


def _kind(cell: Row, height: float, known: set[tuple[str, str]], *, worded: bool) -> str:
    """The code of what a cell is of the frame of its page; nothing if it is text.

    The numbers of pages may be `worded`: then a figure alone is none.
    """
    zone = _zone(cell, height)
    if not zone:
        return ""
    if any(_BAR_FONT.search(piece.font) for piece in cell.pieces) or (
        zone == "foot" and _BAR_CODE.fullmatch(cell.text)
    ):
        return _BAR
    if zone == "foot" and cell.text.lower() == _RECYCLE:
        return _FIRST
    if zone == "foot" and cell.page > 1 and _JOB.fullmatch(cell.text):
        return "page-foot"
    page = _PAGE.fullmatch(cell.text)
    # At the head, the same figure on several pages counts none of them.
    said = page and (page["word"] or page["more"] or not worded)
    fits = page and (zone == "foot" or (int(page["number"]) == cell.page and (zone, cell.text) not in known))
    if page and said and fits and abs(int(page["number"]) - cell.page) < 1000:
        return _NUMBER
    if (roman := _ROMAN.fullmatch(cell.text)) and roman[1] == formatted(cell.page, "lowerRoman"):
        return _NUMBER
    if (zone, cell.text) in known and (cell.page > 1 or not DOCUMENT_SYMBOL.search(cell.text)):
        # The symbol of the record may stand on page 1 where later pages have it, and nowhere else on page 1.
        return f"page-{zone}"
    return ""


def _told(kind: str, words: str, where: Sequence[tuple[int, str]], file: str) -> Finding:
    pages = [page for page, _ in where]
    old = words or " ".join(text for _, text in where)
    reason = f"{MESSAGES[kind].means}, on {pages_in_words(pages)}"
    return Finding(kind, FileSpan(file, pages[0], "page"), "page", reason, old=old)


def pages_in_words(pages: Sequence[int]) -> str:
    """Pages as words: "page 2", "pages 2, 4–9"."""
    spans: list[tuple[int, int]] = []
    for page in sorted(set(pages)):
        if spans and page == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], page)
        else:
            spans.append((page, page))
    said = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    return f"{'page' if said == [str(spans[0][0])] else 'pages'} {', '.join(said)}"
