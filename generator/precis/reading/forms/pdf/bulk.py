"""What pdfium says of many letters, asked in one go: a call from Python costs more than the answer to it.

Handles are plain numbers here, as typed pointers cost more than a call, and the loops over the letters are those of
`map`. Answers that are more than a number are written into one array for all letters.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable
from functools import cache
from itertools import repeat
from typing import Any

__all__ = ["address_of", "chars_of", "light", "origins_of", "rights_of", "things_of", "things_on"]

_RECT = 4
"""Numbers of a box as pdfium writes it: left, top, right, bottom."""
_RIGHT = 2


@cache
def light(name: str) -> Callable[..., Any]:
    """The function of pdfium of a name, which takes and gives addresses as numbers; None for a null pointer."""
    import pypdfium2.raw as pdfium

    function = getattr(pdfium, name)
    # An object of its own, of the same calling convention: the types of the other are those that all else counts on.
    plain: Any = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    plain.argtypes = [_plain(kind) for kind in function.argtypes]
    plain.restype = _plain(function.restype)
    return plain  # type: ignore[no-any-return]


def _plain(kind: Any) -> Any:
    return ctypes.c_void_p if hasattr(kind, "contents") else kind


def address_of(handle: Any) -> int:
    """The address that a pointer of pypdfium2 holds, 0 for a null pointer."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def things_on(page: int) -> tuple[list[int | None], list[int]]:
    """The objects of a page in its order, and the kind of each."""
    things = list(map(light("FPDFPage_GetObject"), repeat(page), range(light("FPDFPage_CountObjects")(page))))
    return things, list(map(light("FPDFPageObj_GetType"), things))


def chars_of(text: int, count: int) -> str:
    """The letters of a page, one a place; halves of those beyond U+FFFF are two, as pdfium gives them."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = light("FPDFText_GetText")(text, 0, count, ctypes.addressof(buffer))
    words = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if written == count + 1 and len(words) == count:
        return words
    # Places without a letter are left out of the text, so its places are not those of the page.
    return "".join(map(chr, map(light("FPDFText_GetUnicode"), repeat(text), range(count))))


def things_of(text: int, count: int) -> list[int | None]:
    """The object that draws each letter; None for what pdfium adds between lines."""
    return list(map(light("FPDFText_GetTextObject"), repeat(text), range(count)))


def rights_of(text: int, count: int) -> list[float]:
    """Where the room of each letter ends, in points from the left of the page."""
    boxes = (ctypes.c_float * (_RECT * count))()
    size = ctypes.sizeof(ctypes.c_float) * _RECT
    places = range(ctypes.addressof(boxes), ctypes.addressof(boxes) + size * count, size)
    _ask(light("FPDFText_GetLooseCharBox"), repeat(text), range(count), places)
    return boxes[_RIGHT::_RECT]


def origins_of(text: int, count: int) -> tuple[list[float], list[float]]:
    """Where each letter begins, in points from the left of the page, and the height of its baseline."""
    across, up = (ctypes.c_double * count)(), (ctypes.c_double * count)()
    size = ctypes.sizeof(ctypes.c_double)
    places = (range(at, at + size * count, size) for at in map(ctypes.addressof, (across, up)))
    _ask(light("FPDFText_GetCharOrigin"), repeat(text), range(count), *places)
    return across[:], up[:]


def _ask(function: Callable[..., int], *arguments: Any) -> None:
    """Call a function with each of the arguments in turn."""
    deque(map(function, *arguments), maxlen=0)
