"""The mask of a QR code, chosen by counting all modules at once (ISO/IEC 18004, 7.8.3).

segno looks at each module eight times, once for each mask: most of what a code costs. Here a code is one number, a bit
for each module, and what is counted of all its lines is counted by a few steps on it. The choice is the same.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

__all__ = ["KNOWN", "masking"]

KNOWN = "1.6.6"
"""The version of segno whose inside is known. Another chooses by itself."""

_lock = threading.Lock()
_GAP = 4
"""Light modules between two lines, as there are about a code: a finder's likeness ends at them, and none goes on."""
_FINDER = "1011101"
_WORDS, _MODULES = bytes.maketrans(b"\0\1", b"01"), bytes.maketrans(b"01", b"\0\1")


@contextmanager
def masking() -> Iterator[None]:
    """Have segno choose masks so, for one code after the other."""
    from segno import __version__, encoder

    with _lock:
        own = encoder.find_and_apply_best_mask
        if __version__ == KNOWN:
            encoder.find_and_apply_best_mask = partial(_best, own)
        try:
            yield
        finally:
            encoder.find_and_apply_best_mask = own


@dataclass(frozen=True, slots=True)
class _Masks:
    """The masks of a size of code, by lines and by columns, and which modules have one beside them in their line."""

    lines: tuple[int, ...]
    columns: tuple[int, ...]
    beside: int


def _best(own: Callable[..., Any], matrix: Any, width: int, height: int, proposed_mask: Any = None) -> Any:
    """The number of the mask with the fewest penalties, the first of them, and the modules that it gives."""
    if proposed_mask is not None or width != height or width < 21 or any(max(line) > 1 for line in matrix):
        return own(matrix, width, height, proposed_mask)
    masks = _masks(width)
    lines, columns = _number(matrix), _number(zip(*matrix, strict=True))
    stride = width + _GAP
    scores = [
        _penalty(lines ^ by_line, columns ^ by_column, masks.beside, width)
        for by_line, by_column in zip(masks.lines, masks.columns, strict=True)
    ]
    best = scores.index(min(scores))
    words = _text(lines ^ masks.lines[best], width).encode().translate(_MODULES)
    return best, tuple(bytearray(words[at : at + width]) for at in range(0, stride * width, stride))


def _penalty(lines: int, columns: int, beside: int, width: int) -> int:
    """The penalties of a code: long lines of one colour, blocks, likenesses of finders, more of one colour."""
    stride, total = width + _GAP, 0
    for code in (lines, columns):
        alike = ~(code ^ code >> 1) & beside
        five = alike & alike >> 1 & alike >> 2 & alike >> 3
        total += five.bit_count() + 2 * (five & ~(five >> 1)).bit_count()
        total += 40 * _finders(_text(code, width))
    alike = ~(lines ^ lines >> 1) & beside
    total += 3 * (alike & alike >> stride & ~(lines ^ lines >> stride)).bit_count()
    return total + 10 * int(abs(lines.bit_count() / width**2 * 100 - 50) / 5)


def _finders(text: str) -> int:
    """How often modules are like a finder, with four light ones before or behind."""
    found, at = 0, text.find(_FINDER)
    while at >= 0:
        like = not int(text[max(at - _GAP, 0) : at] or "0") or not int(text[at + 7 : at + 7 + _GAP])
        found += like
        at = text.find(_FINDER, at + (7 if like else 4))
    return found


@cache
def _masks(width: int) -> _Masks:
    encoder: Any = importlib.import_module("segno.encoder")
    function = encoder.make_matrix(width, width)
    encoder.add_finder_patterns(function, width, width)
    encoder.add_alignment_patterns(function, width, width)
    function[-8][8] = 1
    masks = [
        [[function[i][j] > 1 and bool(mask(i, j)) for j in range(width)] for i in range(width)]
        for mask in encoder.get_data_mask_functions(False)
    ]
    return _Masks(
        tuple(_number(map(bytes, mask)) for mask in masks),
        tuple(_number(map(bytes, zip(*mask, strict=True))) for mask in masks),
        _number([bytes([1] * (width - 1)).rjust(width, b"\0")] * width),
    )


def _number(lines: Any) -> int:
    """Lines of modules as a number, the first module as its highest bit, a gap behind each line."""
    return int(b"".join(bytes(line) + bytes(_GAP) for line in lines).translate(_WORDS), 2)


def _text(code: int, width: int) -> str:
    return f"{code:0{(width + _GAP) * width}b}"
