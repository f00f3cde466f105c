"""The words of a block and their widths, and the lines they fill: reckoned from the measures of the type alone.

Both writers must break a table, and fill a page, alike; what decides that is reckoned here once, before either sets it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from precis.writers.font import face
from precis.writers.style import HouseStyle, ParagraphStyle

__all__ = ["Words", "height_of_lines", "line_count", "longest", "natural_width", "words_of"]

_WIDE = r"\u2e80-\u9fff\uff00-\uffef"
# A line may end at a blank that is not a no-break one, after a hyphen or dash that no word joiner follows, and after
# any Chinese character but behind a sign that opens and before one that closes.
_PART = re.compile(
    rf"[ \t\r\n]+|[（《“‘]*[{_WIDE}][、。，；：？！）》”’]*"
    rf"|[^ \t\r\n\-‐–—{_WIDE}]*[\-‐–—]+(?:\u2060[^ \t\r\n\-‐–—]*[\-‐–—]*)*"
    rf"|[^ \t\r\n\-‐–—{_WIDE}]+"
)
_IDEOGRAPHS = re.compile(rf"[{_WIDE}]+")
_TOGETHER = 6
"""So many Chinese characters that stand together are a word: a column is no narrower than that."""
_HYPHENS = "-‐–—"
_BLANKS = " \t\r\n"
_JOINER = "\u2060"
_RAISED = 0.7
"""The size of raised letters beside that of the text."""

Words = tuple[tuple[str, float, bool, bool], ...]
"""The texts of a block in order: the words, their size in points, whether bold, whether sans; "\\n" ends a line."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in a line undivided: its width in points; or a blank, or the end of a line that the text asks for."""

    width: float
    blank: bool = False
    ends: bool = False


def words_of(element: Any, style: ParagraphStyle, house: HouseStyle) -> Words:
    """The texts of a block of the page. What stands at the other end of its line, or in a note, is left out."""
    return tuple(_texts(element, (style.size, style.bold, style.sans), house))


_Look = tuple[float, bool, bool]


def _texts(element: Any, look: _Look, house: HouseStyle) -> Iterator[tuple[str, float, bool, bool]]:
    if element.text:
        yield (element.text, *look)
    for child in element:
        if child.tag == "br":
            yield ("\n", *look)
        elif child.get("class") not in ("end", "note"):
            yield from _texts(child, _look(child, look, house), house)
        if child.tail:
            yield (child.tail, *look)


def _look(element: Any, look: _Look, house: HouseStyle) -> _Look:
    size, bold, sans = look
    name = element.get("class")
    if element.tag == "b":
        return size, True, sans
    if element.tag == "sup":
        return size * _RAISED, bold, sans
    if name == "reference":
        return house.reference["size"], False, True
    if name == "aside":
        return house.styles["Small"].size, False, True
    return look


@lru_cache(maxsize=20_000)
def _pieces(words: Words) -> tuple[_Piece, ...]:
    """The pieces of a block, words that nothing parts as one."""
    out: list[_Piece] = []
    last = ""
    for text, size, bold, sans in words:
        if text == "\n":
            out.append(_Piece(0, ends=True))
            last = ""
            continue
        for part in _PART.findall(text):
            if part[0] in _BLANKS:
                if out and not out[-1].blank and not out[-1].ends:
                    out.append(_Piece(_width(" ", size, bold, sans), blank=True))
                    last = ""
                continue
            width = _width(part, size, bold, sans)
            if last and (last[-1] == _JOINER or not (last[-1] in _HYPHENS or _is_wide(last[-1]) or _is_wide(part[0]))):
                width += out.pop().width
            out.append(_Piece(width))
            last = part
    while out and out[-1].blank:
        out.pop()
    return tuple(out)


@lru_cache(maxsize=100_000)
def _width(text: str, size: float, bold: bool, sans: bool) -> float:
    font = face(_SANS if sans else _SERIF)
    return sum(font.width(character, bold=bold) for character in text) * size


_SERIF = ParagraphStyle("", "", 10, 240)
_SANS = ParagraphStyle("", "", 10, 240, sans=True)


@lru_cache(maxsize=20_000)
def line_count(words: Words, width: float) -> int:
    """The lines that the words of a block fill, in lines of `width` points."""
    lines, used, waiting = 1, 0.0, 0.0
    for piece in _pieces(words):
        if piece.ends:
            lines, used, waiting = lines + 1, 0.0, 0.0
        elif piece.blank:
            waiting = piece.width
        else:
            if used and used + waiting + piece.width > width:
                lines, used = lines + 1, 0.0
            used += piece.width + (waiting if used else 0.0)
            waiting = 0.0
            while used > width:
                lines, used = lines + 1, used - width
    return lines


def natural_width(words: Words) -> float:
    """The width in points of the longest line, where no line ends but where the text asks for it."""
    longest_line, used = 0.0, 0.0
    for piece in _pieces(words):
        used = 0.0 if piece.ends else used + piece.width
        longest_line = max(longest_line, used)
    return longest_line


def longest(words: Words) -> float:
    """The width in points of the longest word; of characters without blanks a few stand together."""
    runs = (min(len(run), _TOGETHER) * size for text, size, *_ in words for run in _IDEOGRAPHS.findall(text))
    return max((*(piece.width for piece in _pieces(words)), *runs), default=0.0)


def _is_wide(character: str) -> bool:
    return _IDEOGRAPHS.match(character) is not None


def height_of_lines(count: int, style: ParagraphStyle) -> float:
    """The height of so many lines of a style, in points."""
    return count * face(style).line(style)
