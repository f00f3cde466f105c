"""The kinds of facts: one file a kind, each with how it is found, ranked and titled."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from precis.facts.kinds.kind import FactKind

__all__ = ["FactKind", "kinds"]


@cache
def kinds() -> Mapping[str, FactKind]:
    """All kinds by name, in the order of their ranks. Each module of this package that has a KIND is one."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        kind = getattr(importlib.import_module(f"{__name__}.{module.name}"), "KIND", None)
        if isinstance(kind, FactKind):
            found.append(kind)
    return MappingProxyType({kind.name: kind for kind in sorted(found, key=lambda each: (each.rank, each.name))})
