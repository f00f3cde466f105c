"""The part of the API that the screens of comparisons and of digests ask."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from precis.desk.asked import said, text_of
from precis.desk.compare import Comparison, compared, compared_with
from precis.desk.corrected import WHAT, Chosen, corrected, free_name
from precis.desk.digest import digest_languages, digest_looked, digest_source
from precis.desk.findings import of_message
from precis.desk.folder import ABSENT, ConflictError
from precis.desk.state import Desk, SaidError
from precis.reading.files import ENDINGS

__all__ = ["PAPERS_API"]


async def _compare(desk: Desk, request: Request) -> Response:
    given = await said(request, path=str, other=str)
    version = desk.folder.read(given["path"]).version
    desk.folder.path(given["other"], *ENDINGS)
    found = await desk.checks.do(("compare", given["path"]), compared, given["path"], given["other"], desk.settings)
    return _answer(desk, given["path"], version, found)


async def _compare_file(desk: Desk, request: Request) -> Response:
    """The same with a file that the browser sends; it is not kept."""
    path, name = request.query_params.get("path", ""), request.query_params.get("name", "")
    version = desk.folder.read(path).version
    work = (path, Path(name).name, await request.body(), desk.settings)
    return _answer(desk, path, version, await desk.checks.do(("compare", path), compared_with, *work))


def _answer(desk: Desk, path: str, version: str, found: Comparison) -> Response:
    shown = asdict(found) | {"told": [of_message(each) | {"path": ""} for each in found.told]}
    return JSONResponse(shown | {"version": version, "file": free_name(desk.folder, path)})


async def _corrections(desk: Desk, request: Request) -> Response:
    given = await said(request, path=str, version=str, items=list, what=str, file=str)
    if given["what"] not in WHAT or not all(isinstance(each, str) for each in given["items"]) or not given["items"]:
        raise SaidError("the request names no document, or no corrections")
    others = {name: text_of(given, name) for name in ("by", "requested_on", "on")}
    wanted = {name: given[name] for name in ("path", "version", "what", "file")}
    chosen = Chosen(
        items=tuple(given["items"]), file_version=text_of(given, "file_version") or ABSENT, **wanted, **others
    )
    work = (desk.folder.root, chosen, desk.output, desk.settings)
    try:
        done = await desk.work.do((secrets.token_hex(8), given["path"]), corrected, *work)
    except ConflictError:
        return JSONResponse({"message": desk.words(request)["refused"]["409"]}, 409)
    desk.announce({"kind": "built", "written": done["written"]})
    return JSONResponse(done)


async def _digest_look(desk: Desk, request: Request) -> Response:
    given = await said(request, path=str, text=str)
    desk.folder.path(given["path"])
    key, work = (
        ("digest", text_of(given, "window"), given["path"]),
        (desk.folder.root, given["path"], given["text"], desk.settings),
    )
    return JSONResponse(await desk.checks.do(key, digest_looked, *work))


async def _digest_source(desk: Desk, request: Request) -> Response:
    given = await said(request, path=str, language=str)
    desk.folder.path(given["path"])
    if given["language"] not in digest_languages(desk.assets):
        raise SaidError("the request names a language in which no digest is written")
    work = (desk.folder.root, given["path"], desk.settings, given["language"])
    return JSONResponse(await desk.work.do((secrets.token_hex(8), given["path"]), digest_source, *work))


PAPERS_API: Mapping[str, Callable[[Desk, Request], Awaitable[Response]]] = MappingProxyType(
    {
        "/api/compare": _compare,
        "/api/compare/file": _compare_file,
        "/api/corrections": _corrections,
        "/api/digest/look": _digest_look,
        "/api/digest/source": _digest_source,
    }
)
