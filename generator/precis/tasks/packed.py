"""Results as bytes, to be sent and kept; what is read of bytes makes nothing but values of ours.

Pickle runs whatever its bytes name. Here they may name the frozen classes and enumerations of this package, and days
and times: bytes that name anything else are refused, as are those that are damaged.
"""

from __future__ import annotations

import datetime as dt
import io
import pickle
import zlib
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

__all__ = ["pack", "unpack"]

_LEVEL = 1
_PROTOCOL = 5
_LARGEST = 200_000_000
"""Bytes that packed ones may make, at most."""
_OURS = "precis."
_PLAIN = {"date": dt.date, "time": dt.time, "datetime": dt.datetime, "timedelta": dt.timedelta}


def pack(value: object) -> bytes:
    """A value of frozen classes and plain ones, as bytes."""
    plain = io.BytesIO()
    _Writer(plain, _PROTOCOL).dump(value)
    return zlib.compress(plain.getvalue(), _LEVEL)


def unpack(data: bytes) -> Any:
    """The value that was packed; ValueError if the bytes are damaged, or are none of ours."""
    try:
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(data, _LARGEST)
        if not unpacking.eof or unpacking.unused_data:
            raise ValueError("cut off")
        return _Reader(io.BytesIO(plain)).load()
    except Exception as error:
        # What damaged bytes make pickle raise is not bounded.
        raise ValueError(f"cannot be unpacked: {error}") from error


class _Writer(pickle.Pickler):
    """Takes the fields of a frozen class at once, and has them put back so."""

    def reducer_override(self, value: object) -> Any:
        kind: Any = type(value)
        values = _fields_of(kind)
        if values is None:
            return NotImplemented
        return _filled, (kind, *values(value))


@cache
def _fields_of(kind: type[Any]) -> Callable[[Any], Iterable[Any]] | None:
    """What gives the fields of a value of a frozen class with slots, in the order in which they are read; else None."""
    if not is_dataclass(kind) or "__slots__" not in vars(kind):
        return None
    names = [field.name for field in fields(kind)]
    if len(names) < 2:
        return lambda value: [getattr(value, name) for name in names]
    return attrgetter(*names)


def _filled(kind: Any, *values: object) -> object:
    """A value of a frozen class whose fields are given: where `dataclasses` would look for their names each time."""
    new = object.__new__(kind)
    for put, value in zip(_puts_of(kind), values, strict=True):
        put(new, value)
    return new


@cache
def _puts_of(kind: Any) -> tuple[Callable[[object, object], None], ...]:
    """What puts each field into a new value of a frozen class with slots; TypeError for any other class."""
    if not is_dataclass(kind) or "__slots__" not in vars(kind):
        raise TypeError(f"{kind} has no slots of ours")
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _filled.__name__):
            return _filled
        if module == "datetime" and name in _PLAIN:
            return _PLAIN[name]
        if module.startswith(_OURS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")
