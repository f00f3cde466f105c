"""Frozen classes with slots as `dataclasses` has them, made in a fifth of the time, and their values in a third.

By itself a frozen class costs six functions that are compiled from text, each by itself, as its module is loaded: with
some two hundred classes that is a tenth of a command that makes one file. And each of its values looks for the place of
every field by name, past the method that refuses changes. Here one function is compiled, which knows the places; those
that compare and hash are when they are needed first, and what shows values and refuses changes is the same for all.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

_KNOWN = {"frozen", "slots", "eq"}
_MISSING = dataclasses.MISSING


class _Factory:
    """In the place of a value that is made anew for each: a signature shows it as that of `dataclasses` does."""

    def __repr__(self) -> str:
        return "<factory>"


def _dataclass(cls: type[Any] | None = None, /, **options: bool) -> Any:
    """As `dataclasses.dataclass`, which makes every class but a frozen one with slots and plain fields."""
    if cls is None:
        return lambda given: _dataclass(given, **options)
    if not (options.get("frozen") and options.get("slots")) or options.keys() - _KNOWN or _is_of_others(cls):
        return dataclasses.dataclass(**options)(cls)
    return _made(cls, compared=options.get("eq", True))


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _is_of_others(cls: type[Any]) -> bool:
    """Whether a class adds to one that `dataclasses` made frozen, or has a field that is not simply given."""
    bases = (getattr(base, "__dataclass_params__", None) for base in cls.__bases__)
    fields = (value for value in vars(cls).values() if isinstance(value, dataclasses.Field))
    plain = all(each.init and each.hash is None and each.kw_only is not True for each in fields)
    return not plain or any(params is not None and params.frozen for params in bases)


def _made(cls: type[Any], *, compared: bool) -> type[Any]:
    own = set(vars(cls)) - {"__hash__"} | ({"__hash__"} if vars(cls).get("__hash__") else set())
    # Without any words `dataclasses` would look for the signature to show in their place.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = dataclasses.fields(made)
    puts = tuple(getattr(made, field.name).__set__ for field in fields)
    methods: dict[str, Callable[..., Any]] = {
        "__setattr__": _refuse_set,
        "__delattr__": _refuse_delete,
        "__getstate__": _getting([field.name for field in fields]),
        "__setstate__": _setting_all(puts),
    }
    if "__repr__" not in own:
        methods["__repr__"] = _showing([field.name for field in fields if field.repr])
    if compared:
        names = [field.name for field in fields if field.compare]
        methods |= {name: _late(made, name, names) for name in ("__eq__", "__hash__") if name not in own}
    for name, method in methods.items():
        setattr(made, name, method)
    made.__init__ = _beginning(made, fields, puts)
    return made


def _beginning(made: type[Any], fields: Sequence[dataclasses.Field[Any]], puts: Sequence[Any]) -> Callable[..., None]:
    """The `__init__` of a class, in whose module its annotations mean what they say."""
    known: dict[str, Any] = {"_new": _Factory()}
    given, lines = ["self"], []
    for number, (field, put) in enumerate(zip(fields, puts, strict=True)):
        known[f"_put{number}"] = put
        value = field.name
        if field.default is not _MISSING:
            known[f"_usual{number}"] = field.default
            given.append(f"{field.name}=_usual{number}")
        elif field.default_factory is not _MISSING:
            known[f"_make{number}"] = field.default_factory
            given.append(f"{field.name}=_new")
            value = f"_make{number}() if {field.name} is _new else {field.name}"
        else:
            given.append(field.name)
        lines.append(f"  _put{number}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append("  self.__post_init__()")
    body = "\n".join(lines) or "  pass"
    text = f"def _make({', '.join(known)}):\n def __init__({', '.join(given)}):\n{body}\n return __init__"
    defined: dict[str, Any] = {}
    exec(text, vars(sys.modules[made.__module__]), defined)
    init: Any = defined["_make"](**known)
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__annotations__ = {**{field.name: field.type for field in fields}, "return": None}
    return init  # type: ignore[no-any-return]


def _late(made: type[Any], method: str, names: Sequence[str]) -> Callable[..., Any]:
    """A method by all fields of these names, compiled when it is called first: in a run few classes need it."""

    def first(*given: Any) -> Any:
        own, other = (f"({''.join(f'{whose}.{name}, ' for name in names)})" for whose in ("self", "other"))
        alike = f"{own} == {other} if other.__class__ is self.__class__ else NotImplemented"
        bodies = {"__eq__": f"(self, other): return {alike}", "__hash__": f"(self): return hash({own})"}
        defined: dict[str, Any] = {}
        exec(f"def {method}{bodies[method]}", {}, defined)
        setattr(made, method, defined[method])
        return defined[method](*given)

    return first


def _getting(names: Sequence[str]) -> Callable[[Any], list[Any]]:
    """What gives the fields of these names together."""
    if len(names) < 2:
        return lambda self: [getattr(self, name) for name in names]
    each = attrgetter(*names)
    return lambda self: list(each(self))


def _setting_all(puts: Sequence[Callable[[Any, Any], None]]) -> Callable[[Any, Sequence[Any]], None]:
    def setting(self: Any, state: Sequence[Any]) -> None:
        for put, value in zip(puts, state, strict=True):
            put(self, value)

    return setting


def _showing(names: Sequence[str]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return shown


def _refuse_set(self: Any, name: str, value: object) -> NoReturn:
    del self, value
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: Any, name: str) -> NoReturn:
    del self
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
