"""The API of the desk: each path with what answers a POST there. What is asked for is JSON, and so are the answers."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from precis.desk import actions
from precis.desk.asked import said as _said
from precis.desk.asked import text_of as _text
from precis.desk.board import board_data
from precis.desk.cover import with_fields
from precis.desk.folder import ABSENT, ConflictError
from precis.desk.looked import checked, names_in
from precis.desk.papers_api import PAPERS_API
from precis.desk.pictures import pages_of
from precis.desk.precedents import precedents
from precis.desk.preview import preview
from precis.desk.state import LANGUAGE, PLAIN, Desk, Job, SaidError
from precis.desk.words import interface_languages

__all__ = ["API"]

_YEAR = 365 * 24 * 3600


async def _read(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str)
    found = desk.folder.read(given["path"])
    return JSONResponse({"text": found.text, "version": found.version})


async def _save(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str, text=str, version=str)
    try:
        return JSONResponse({"version": desk.folder.save(given["path"], given["text"], given["version"])})
    except ConflictError as error:
        return _conflict(desk, request, error)


def _conflict(desk: Desk, request: Request, error: ConflictError) -> Response:
    """What stands in the file now."""
    now = error.now
    said = {"text": "", "version": ABSENT} if now is None else {"text": now.text, "version": now.version}
    return JSONResponse({**said, "message": desk.words(request)["refused"]["409"]}, 409)


async def _keep(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str, text=str, version=str)
    desk.folder.keep(given["path"], given["text"], given["version"])
    return JSONResponse({})


async def _forget(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str)
    desk.folder.path(given["path"])
    desk.folder.forget(given["path"])
    return JSONResponse({})


async def _preview(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str, text=str)
    desk.folder.path(given["path"])
    return JSONResponse(
        await desk.text.do(_key(given, "preview"), preview, given["path"], given["text"], desk.settings)
    )


async def _check(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str, text=str)
    desk.folder.path(given["path"])
    work = (given["path"], given["text"], desk.settings, desk.left_alone)
    return JSONResponse({"findings": await desk.checks.do(_key(given, "check"), checked, *work)})


async def _cover(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str, text=str, fields=dict)
    desk.folder.path(given["path"])
    work = (given["path"], given["text"], given["fields"], desk.assets)
    # Each setting of a field counts, none is dropped for a later one.
    return JSONResponse({"text": await desk.text.do((secrets.token_hex(8), given["path"]), with_fields, *work)})


async def _names(desk: Desk, request: Request) -> Response:
    given = await _said(request)
    return JSONResponse(await desk.checks.do(_key(given, "names"), names_in, desk.folder.root, desk.settings))


async def _precedents(desk: Desk, request: Request) -> Response:
    given = await _said(request, words=str)
    return JSONResponse(
        await desk.checks.do(_key(given, "precedents"), precedents, given["words"], desk.indexes, desk.settings)
    )


async def _pages(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str, text=str)
    desk.folder.path(given["path"])
    data, count = await desk.pages.do(_key(given, "pages"), pages_of, given["path"], given["text"], desk.settings)
    job = secrets.token_hex(8)
    desk.put(job, Job(given["path"], data))
    return JSONResponse({"job": job, "count": count})


async def _board(desk: Desk, request: Request) -> Response:
    given = await _said(request)
    work = (desk.folder.root, desk.settings, desk.today())
    done = await desk.checks.do(_key(given, "board"), board_data, *work, checked=True, left_alone=desk.left_alone)
    return JSONResponse(done)


async def _build(desk: Desk, request: Request) -> Response:
    given = await _said(request, path=str)
    return await _done(desk, actions.built, desk.folder.root, given["path"], desk.output, desk.settings)


async def _draft(desk: Desk, request: Request) -> Response:
    given = await _said(request, fields=dict)
    return await _done(desk, actions.drafted, desk.folder.root, given["fields"], desk.settings)


async def _join(desk: Desk, request: Request) -> Response:
    """Join takes into a record, which is saved over `version` of the target: a new one if that is not given."""
    given = await _said(request, paths=list, target=str)
    if not given["paths"]:
        raise SaidError("the request has no paths")
    desk.folder.path(given["target"])
    work = (desk.folder.root, [str(each) for each in given["paths"]], desk.settings)
    text, told = await desk.work.do((secrets.token_hex(8), given["target"]), actions.joined, *work)
    try:
        version = desk.folder.save(given["target"], text, _text(given, "version"))
    except ConflictError as error:
        return _conflict(desk, request, error)
    desk.announce({"kind": "built", "written": [given["target"]]})
    return JSONResponse({"written": [given["target"]], "version": version, "told": told})


async def _digest(desk: Desk, request: Request) -> Response:
    given = await _said(request)
    language = _text(given, "language") or "en"
    return await _done(desk, actions.digest, desk.folder.root, desk.output, desk.settings, language)


async def _brief(desk: Desk, request: Request) -> Response:
    given = await _said(request)
    language = _text(given, "language") or "en"
    subject = (_text(given, "path"), _text(given, "state"))
    return await _done(desk, actions.brief, desk.folder.root, desk.output, desk.settings, language, *subject)


async def _done(desk: Desk, work: Callable[..., actions.Done], *given: Any) -> Response:
    """Do a piece of work, none of which is dropped, and tell all windows what was written."""
    done = await desk.work.do((secrets.token_hex(8), desk.folder.root.name), work, *given)
    desk.announce({"kind": "built", "written": done["written"]})
    return JSONResponse(done)


async def _settings(desk: Desk, request: Request) -> Response:
    given, answer = await _said(request), JSONResponse({})
    if given.get("lang") in interface_languages(desk.assets):
        answer.set_cookie(LANGUAGE, given["lang"], max_age=_YEAR, samesite="strict", httponly=True)
    if isinstance(given.get("plain"), bool):
        answer.set_cookie(PLAIN, "1" if given["plain"] else "0", max_age=_YEAR, samesite="strict", httponly=True)
    return answer


def _key(given: Mapping[str, Any], what: str) -> tuple[str, ...]:
    """What a newer request takes the place of: that of the same window for the same file."""
    return what, _text(given, "window"), _text(given, "path")


API: Mapping[str, Callable[[Desk, Request], Awaitable[Response]]] = MappingProxyType(
    {
        "/api/read": _read,
        "/api/save": _save,
        "/api/keep": _keep,
        "/api/forget": _forget,
        "/api/preview": _preview,
        "/api/check": _check,
        "/api/cover": _cover,
        "/api/names": _names,
        "/api/precedents": _precedents,
        "/api/pages": _pages,
        "/api/board": _board,
        "/api/build": _build,
        "/api/draft": _draft,
        "/api/join": _join,
        "/api/digest": _digest,
        "/api/brief": _brief,
        "/api/settings": _settings,
        **PAPERS_API,
    }
)
