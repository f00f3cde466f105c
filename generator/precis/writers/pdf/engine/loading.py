"""WeasyPrint loaded with what a page of ours never needs left until somebody asks for it.

By itself it reads three style sheets of a browser and the declarations of its libraries in C, loads fontTools and
Pillow, and looks for each of these libraries with a program of the system before it tries the name that there is. That
is most of what a first file costs.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

from precis.writers.pdf.engine.late import late

__all__ = ["loaded"]

_LATE = (
    *("fontTools", "fontTools.ttLib", "fontTools.varLib.instancer"),
    *("PIL", "PIL.ImageCms", "tinyhtml5", "pyphen"),
)
"""Modules that work on fonts of other kinds than ours, on pictures in pixels, on HTML as text, on hyphens."""
_SHEETS = {"UA_STYLESHEET": "UA", "UA_FORM_STYLESHEET": "UA_FORM", "PH_STYLESHEET": "PH"}
_COUNTERS = "UA_COUNTER_STYLE"
_FOR_GOOD = getattr(os, "RTLD_NODELETE", 0)
"""How libraries are opened so that they stay to the end: what they made is given back to them only then."""


def loaded() -> Any:
    """WeasyPrint, whole for whoever else uses it."""
    if "weasyprint" not in sys.modules:
        with _without_sheets(), late(_LATE), _without_search(), _declared():
            import weasyprint
            import weasyprint.html

            for module in (weasyprint, weasyprint.html):
                for name in (*_SHEETS, _COUNTERS):
                    setattr(module, name, _LateSheet(name))
    return importlib.import_module("weasyprint")


class _LateSheet:
    """In the place of a style sheet that nobody has asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(_sheets()[self._name], name)


@cache
def _sheets() -> dict[str, Any]:
    """The style sheets of a browser and its styles of counters, read, and put where they belong."""
    import weasyprint
    import weasyprint.html
    from weasyprint.css.counters import CounterStyle

    counters = CounterStyle()
    found: dict[str, Any] = {_COUNTERS: counters}
    for name, text in _SHEETS.items():
        found[name] = weasyprint.CSS(string=getattr(weasyprint.html, text), counter_style=counters)
    for module in (weasyprint, weasyprint.html):
        vars(module).update(found)
    return found


@contextmanager
def _without_sheets() -> Iterator[None]:
    import tinycss2

    read = tinycss2.parse_stylesheet
    tinycss2.parse_stylesheet = lambda *_arguments, **_options: []
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = read


@contextmanager
def _without_search() -> Iterator[None]:
    """Where the libraries' own names are found without it, have nobody search for others."""
    from ctypes import util

    search = util.find_library
    if sys.platform == "linux":
        vars(util)["find_library"] = lambda _name: None
    try:
        yield
    finally:
        util.find_library = search


@contextmanager
def _declared() -> Iterator[None]:
    """Have what WeasyPrint declares of its libraries taken as it is packed, if that is of this very WeasyPrint."""
    from precis.writers.pdf.engine.declare import declaring, digits
    from precis.writers.pdf.engine.declared import SOURCE

    if not _FOR_GOOD or digits(declaring()) != SOURCE:
        yield
        return
    before = sys.modules.get("cffi")
    sys.modules["cffi"] = _Packed("cffi")
    try:
        yield
    finally:
        del sys.modules["cffi"]
        if before is not None:
            sys.modules["cffi"] = before


class _Packed(ModuleType):
    """In the place of cffi, which reads declarations."""

    @property
    def FFI(self) -> Any:  # noqa: N802
        from _cffi_backend import FFI

        from precis.writers.pdf.engine.declared import TABLES

        class PackedFFI(FFI):  # type: ignore[misc]
            """Has read what it is told to."""

            def cdef(self, declarations: str) -> None:
                del declarations

            def dlopen(self, name: str, flags: int = 0) -> Any:
                return super().dlopen(name, flags | _FOR_GOOD)

        return lambda: PackedFFI("declared", **TABLES)
