"""The quick ways in the place of WeasyPrint's own, while a document of ours is made."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from precis.writers.pdf.engine.boxes import replaced as of_boxes
from precis.writers.pdf.engine.drawing import replaced as of_drawing
from precis.writers.pdf.engine.lines import replaced as of_lines
from precis.writers.pdf.engine.loading import loaded
from precis.writers.pdf.engine.styles import replaced as of_styles
from precis.writers.pdf.engine.text import replaced as of_text

__all__ = ["ABSENT", "KNOWN", "quick", "stand_ins"]

KNOWN = "70.0"
"""The version of WeasyPrint whose inside is known. With any other its own ways are taken: the same pages, later."""

_CALLED = "PangoLayout * pango_layout_copy (PangoLayout *layout); gpointer g_object_ref (gpointer object);"
"""What the quick ways call in C and WeasyPrint does not."""
ABSENT = object()
"""In the place of what WeasyPrint does not have."""
_ARRAY = re.compile(r"(\w+)\[(\d+)\]")
_lock = threading.Lock()
_makers = 0


@cache
def stand_ins() -> dict[tuple[Any, str], tuple[Any, Any]]:
    """What WeasyPrint has and what stands in for it, by class or module and name; nothing in an unknown version."""
    if loaded().__version__ != KNOWN:
        return {}
    from weasyprint.text.ffi import ffi

    ffi.cdef(_CALLED)
    ffi._parsed_types = _Types(ffi)
    found = {}
    for replaced in (of_styles, of_text, of_lines, of_boxes, of_drawing):
        found.update({(owner, name): (vars(owner).get(name, ABSENT), new) for (owner, name), new in replaced().items()})
    return found


@contextmanager
def quick() -> Iterator[None]:
    """Take the quick ways. Whoever makes a document of other makers meanwhile takes them too, and notices nothing."""
    global _makers
    with _lock:
        _makers += 1
        if _makers == 1:
            _put(1)
    try:
        yield
    finally:
        with _lock:
            _makers -= 1
            if not _makers:
                _put(0)


def _put(which: int) -> None:
    for (owner, name), ways in stand_ins().items():
        if ways[which] is ABSENT:
            delattr(owner, name)
        else:
            setattr(owner, name, ways[which])


class _Types(dict[str, Any]):
    """The types of C by their names. Those of arrays of some length are made of those without one.

    cffi reads all type names that it knows anew for each name that it has not met, one for each number of glyphs.
    """

    def __init__(self, ffi: Any) -> None:
        super().__init__(ffi._parsed_types)
        self.ffi = ffi

    def __missing__(self, name: str) -> Any:
        array = _ARRAY.fullmatch(name)
        if array is None:
            raise KeyError(name)
        make, of = self.ffi._backend, self.ffi.typeof(f"{array[1]}[]").item
        found = self[name] = (make.new_array_type(make.new_pointer_type(of), int(array[2])), False)
        return found
