"""The pages of the desk, and what else a browser gets: its script, pictures of pages, documents, and the news."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse

from precis.assets import Assets
from precis.desk.board import board_data
from precis.desk.cover import fields_of, kind_of
from precis.desk.digest import digest_languages, digest_sources
from precis.desk.folder import OutsideError
from precis.desk.guard import PREVIEW_POLICY
from precis.desk.pictures import picture_of
from precis.desk.state import PLAIN, Desk
from precis.desk.versions import symbol_in, versions_of
from precis.desk.words import interface_languages, words_of
from precis.model import Faults
from precis.source.front import split_front
from precis.source.values import read_date
from precis.writers.formats import FORMATS

__all__ = ["PAGES"]

_CLIENT = Path(__file__).parent / "client" / "dist"
_TYPES: Mapping[str, str] = {".js": "text/javascript", ".css": "text/css", ".txt": "text/plain"}
"""What of the client a browser may have."""
_OF_DOCUMENTS = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""The policy of a document: a browser shows a PDF file as an object in a page of its own."""
_EMPTY = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>–</title><style></style></head><body></body></html>'


async def _board(desk: Desk, request: Request) -> Response:
    rows = await desk.checks.do(
        ("rows", secrets.token_hex(8), desk.folder.root.name),
        board_data,
        desk.folder.root,
        desk.settings,
        desk.today(),
        checked=False,
    )
    return _page(desk, request, "board", rows, rows)


async def _record(desk: Desk, request: Request) -> Response:
    path = request.path_params["path"]
    found, kept = desk.folder.read(path), desk.folder.kept(path)
    data: dict[str, Any] = {
        "path": path,
        "symbol": symbol_in(found.text),
        "text": found.text,
        "version": found.version,
        "kept": None,
        "fields": fields_of(kind_of(found.text), desk.assets),
    }
    if kept is not None and kept.text != found.text:
        data["kept"] = {"text": kept.text, "version": kept.version, "at": kept.at}
    return _page(desk, request, "record", data, data)


async def _compare(desk: Desk, request: Request) -> Response:
    path = request.path_params["path"]
    found = desk.folder.read(path)
    data = {
        "path": path,
        "symbol": symbol_in(found.text),
        "version": found.version,
        "others": list(versions_of(desk.folder, path, desk.assets)),
        "other": request.query_params.get("other", ""),
        "today": str(_asked_on(found.text, desk.today())),
    }
    return _page(desk, request, "compare", data, {})


def _asked_on(text: str, today: dt.date) -> dt.date:
    """The day on which corrections are asked for, unless another is said: today, or that of the issue if later."""
    try:
        return max(today, read_date(split_front(text, Faults())[0].values.get("issued")))
    except ValueError:  # a draft has none, or one that is told of elsewhere
        return today


async def _digest(desk: Desk, request: Request) -> Response:
    sources = list(digest_sources(desk.folder, desk.assets))
    path = request.path_params.get("path") or (sources[0] if sources else "")
    data: dict[str, Any] = {"path": path, "symbol": "", "text": "", "version": "", "kept": None, "sources": sources}
    words = desk.words(request)
    data["words"] = {**words["script"], "cover_text": words["digest"]["front"]}
    if path:
        found, kept = desk.folder.read(path), desk.folder.kept(path)
        data |= {"text": found.text, "version": found.version}
        if kept is not None and kept.text != found.text:
            data["kept"] = {"text": kept.text, "version": kept.version, "at": kept.at}
    return _page(desk, request, "digest", data, {"in_languages": digest_languages(desk.assets)})


async def _help(desk: Desk, request: Request) -> Response:
    return _page(desk, request, "help", {}, {})


def _page(desk: Desk, request: Request, screen: str, data: Mapping[str, Any], names: Mapping[str, Any]) -> Response:
    """The page of a screen: `data` for its script, `names` for its template, and what all pages have."""
    language, words = desk.language(request), desk.words(request)
    plain = request.query_params.get("plain", request.cookies.get(PLAIN)) == "1"
    usual = {
        "screen": screen,
        "lang": language,
        "dir": words["direction"],
        "nonce": request.state.nonce,
        "plain": plain,
        "folder": desk.folder.root.name,
        "room": hashlib.sha256(os.fsencode(desk.folder.root)).hexdigest()[:16],
    }
    languages = [(code, words_of(code, desk.assets)["name"]) for code in interface_languages(desk.assets)]
    template = _environment(desk.assets).get_template(f"{screen}.html")
    all_data = {**usual, "words": words["script"], **data}
    shown = {**names, **usual, "w": words, "languages": languages, "data": all_data}
    return HTMLResponse(template.render(shown))


@lru_cache(maxsize=2)
def _environment(assets: Assets) -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: assets.text("desk", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


async def _preview(desk: Desk, request: Request) -> Response:
    """The document into which the script puts a preview."""
    del desk, request
    return HTMLResponse(_EMPTY, headers={"content-security-policy": PREVIEW_POLICY})


async def _static(desk: Desk, request: Request) -> Response:
    del desk
    name = Path(request.path_params["name"])
    if name.suffix not in _TYPES or name.name != str(name) or not (_CLIENT / name).is_file():
        raise OutsideError(str(name))
    return FileResponse(_CLIENT / name, media_type=_TYPES[name.suffix])


async def _picture(desk: Desk, request: Request) -> Response:
    job, number = desk.jobs.get(request.path_params["job"]), request.path_params["number"]
    if job is None:
        raise OutsideError(str(request.url.path))
    try:
        data = await desk.pages.do(
            ("picture", request.path_params["job"], str(number), job.path), picture_of, job.data, number
        )
    except IndexError as error:
        raise OutsideError(str(request.url.path)) from error
    return Response(data, media_type="image/png")


async def _built(desk: Desk, request: Request) -> Response:
    """A document that was built, to be read in the browser or by another program."""
    name = Path(request.path_params["name"])
    known = tuple(each.ending for each in FORMATS.values())
    path = (desk.output / name).resolve()
    if not str(name).endswith(known) or path.parent != desk.output.resolve() or not path.is_file():
        raise OutsideError(str(name))
    return FileResponse(path, headers={"content-security-policy": _OF_DOCUMENTS})


async def _events(desk: Desk, request: Request) -> Response:
    """Server-sent events: what changes in the folder, and what is built (HTML Standard, 9.2)."""
    del request

    async def lines() -> AsyncIterator[str]:
        async for event in desk.events():
            yield ":\n\n" if event is None else f"data: {json.dumps(event, ensure_ascii=False)}\n\n"

    return StreamingResponse(lines(), media_type="text/event-stream")


PAGES: Mapping[str, Callable[[Desk, Request], Awaitable[Response]]] = MappingProxyType(
    {
        "/": _board,
        "/record/{path:path}": _record,
        "/compare/{path:path}": _compare,
        "/digest": _digest,
        "/digest/{path:path}": _digest,
        "/help": _help,
        "/preview": _preview,
        "/static/{name}": _static,
        "/page/{job}/{number:int}.png": _picture,
        "/built/{name}": _built,
        "/events": _events,
    }
)
"""Each path with what answers a GET there."""
