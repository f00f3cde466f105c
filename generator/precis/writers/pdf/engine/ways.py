"""The quick ways in the place of WeasyPrint's own, while a document of ours is made."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from precis.writers.pdf.engine.boxes import replaced as of_boxes
from precis.writers.pdf.engine.declare import CALLED
from precis.writers.pdf.engine.drawing import replaced as of_drawing
from precis.writers.pdf.engine.lines import replaced as of_lines
from precis.writers.pdf.engine.loading import loaded
from precis.writers.pdf.engine.painting import replaced as of_painting
from precis.writers.pdf.engine.pictures import replaced as of_pictures
from precis.writers.pdf.engine.rest import replaced as of_rest
from precis.writers.pdf.engine.styles import replaced as of_styles
from precis.writers.pdf.engine.text import replaced as of_text

__all__ = ["ABSENT", "KNOWN", "quick", "stand_ins"]

KNOWN = "70.0"
"""The version of WeasyPrint whose inside is known. With any other its own ways are taken: the same pages, later."""

ABSENT = object()
"""In the place of what WeasyPrint does not have."""
_lock = threading.Lock()
_makers = 0


@cache
def stand_ins() -> dict[tuple[Any, str], tuple[Any, Any]]:
    """What WeasyPrint has and what stands in for it, by class or module and name; nothing in an unknown version."""
    if loaded().__version__ != KNOWN:
        return {}
    from weasyprint.text.ffi import ffi

    ffi.cdef(CALLED)  # where somebody else has loaded WeasyPrint
    found = {}
    for replaced in (of_styles, of_text, of_lines, of_rest, of_boxes, of_drawing, of_painting, of_pictures):
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
