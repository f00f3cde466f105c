"""What a request asks: an object of JSON with the values that are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from precis.desk.state import SaidError

__all__ = ["said", "text_of"]


async def said(request: Request, **wanted: type) -> dict[str, Any]:
    """What a request says: an object with values of these types under these names; SaidError if it is none."""
    try:
        given = await request.json()
    except (ValueError, RecursionError) as error:
        raise SaidError("the request is no JSON") from error
    if not isinstance(given, dict):
        raise SaidError("the request is no object")
    for name, kind in wanted.items():
        if not isinstance(given.get(name), kind):
            raise SaidError(f"the request has no {name}, or one of another type")
    return given


def text_of(given: Mapping[str, Any], name: str) -> str:
    """The text under a name of what was said; an empty one if there is none."""
    value = given.get(name, "")
    return value if isinstance(value, str) else ""
