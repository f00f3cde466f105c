"""The desk's pages and its API: one table of routes. docs/desk.md says what each takes and gives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from precis.desk.api import API
from precis.desk.findings import of_message
from precis.desk.folder import OutsideError
from precis.desk.hands import DroppedError
from precis.desk.pages import PAGES
from precis.desk.state import Desk, SaidError
from precis.model import PrecisError

__all__ = ["application"]

Answer = Callable[[Request], Awaitable[Response]]


def application(desk: Desk) -> Starlette:
    """The application of a desk; its guard stands before it."""

    def bound(handler: Callable[[Desk, Request], Awaitable[Response]]) -> Answer:
        async def answer(request: Request) -> Response:
            try:
                return await handler(desk, request)
            except SaidError as error:
                return JSONResponse({"message": str(error)}, 400)
            except OutsideError:
                return _answered(desk, request, 404)
            except DroppedError:
                return JSONResponse({"dropped": True, "message": desk.words(request)["refused"]["dropped"]}, 409)
            except PrecisError as error:
                told = [*map(of_message, error.findings), *map(of_message, error.faults)]
                for each in told:
                    each["path"] = desk.folder.shown(each["path"]) if each["path"] else ""
                return JSONResponse({"told": told, "message": "; ".join(f.message for f in error.faults)}, 422)

        return answer

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        watching = [asyncio.create_task(work) for work in (desk.watch(), desk.warm())]
        yield
        for task in watching:
            task.cancel()
        desk.let_go()

    routes = [
        *(Route(path, bound(handler), methods=["GET"]) for path, handler in PAGES.items()),
        *(Route(path, bound(handler), methods=["POST"]) for path, handler in API.items()),
    ]
    told = {404: _told(desk, 404), 405: _told(desk, 404), Exception: _told(desk, 500)}
    return Starlette(routes=routes, lifespan=running, exception_handlers=told)


def _answered(desk: Desk, request: Request, status: int) -> Response:
    """What is told with a status: to the script as JSON, and in the place of a page as text."""
    message = desk.words(request)["refused"][str(status)]
    return (
        PlainTextResponse(f"{message}\n", status)
        if request.method == "GET"
        else JSONResponse({"message": message}, status)
    )


def _told(desk: Desk, status: int) -> Any:
    """What answers with that status, in the words of the interface."""

    async def answer(request: Request, error: Exception) -> Response:
        del error
        return _answered(desk, request, status)

    return answer
