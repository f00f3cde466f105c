"""Modules that WeasyPrint loads and a page of ours does not need, left until somebody asks for something of theirs.

What WeasyPrint takes from such a module while it is loaded is a `Late`; when one is used, the module is loaded, and the
real things take the places of all that were taken from it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

__all__ = ["late"]

_OWN = ("_module", "_name")


class Late:
    """In the place of what was taken from a module that is not loaded. What is set of it is set when it is."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return _real(self)(*arguments, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(_real(self), name)

    def __instancecheck__(self, value: object) -> bool:
        return isinstance(value, _real(self))


def _real(late: Late) -> Any:
    """What a Late stands for, when it and all of its module that WeasyPrint has are replaced."""
    module = importlib.import_module(late._module)
    for name, user in list(sys.modules.items()):
        if name.partition(".")[0] == "weasyprint":
            for taken, value in list(vars(user).items()):
                if isinstance(value, Late) and value._module == late._module:
                    setattr(user, taken, _settled(value, module))
    return _settled(late, module)


def _settled(late: Late, module: ModuleType) -> Any:
    try:
        real = getattr(module, late._name)
    except AttributeError:  # a module in a package
        real = importlib.import_module(f"{late._module}.{late._name}")
    for name, value in vars(late).items():
        if name not in _OWN:
            setattr(real, name, value)
    return real


class _LateModule(ModuleType):
    """In the place of a module that nobody has asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            return Late(self.__name__, name)
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def late(names: Iterable[str]) -> Iterator[None]:
    """Leave out the modules of these names that are not loaded yet, from whatever is loaded meanwhile."""
    modules = {name: _LateModule(name) for name in names if name not in sys.modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name in modules:
            del sys.modules[name]
