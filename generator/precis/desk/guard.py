"""Who may talk to the desk: this machine, by this address, in the browser that it opened; and the headers of answers.

A page of anybody else can make a browser send requests to 127.0.0.1. What it cannot do is name our host (against DNS
rebinding), hide where it comes from (Origin, Sec-Fetch-Site), bring the cookie, or add a header of ours.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADER", "LARGEST", "PREVIEW_POLICY", "VALUE", "Guard", "policy"]

HEADER, VALUE = "x-precis", "desk"
"""The header that every POST carries: a page from elsewhere may not send it."""
LARGEST = 20_000_000
"""Bytes of a request, at most; the longest source has fewer than a tenth."""

PREVIEW_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
"""The policy of the document that the preview is put into: it runs nothing, loads nothing and leads nowhere."""

_HEADERS: Mapping[str, str] = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_TAKEN = ("application/json", "application/octet-stream")
"""What a POST brings: what the API is asked for, or a file. No form can send either."""
_OWN_SITE = ("same-origin", "none")
"""What Sec-Fetch-Site says of a request of ours, or of an address that the user opened (Fetch Metadata)."""


def policy(nonce: str) -> str:
    """The content security policy of a page whose own style has this nonce (CSP level 3)."""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
        "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


class Guard:
    """Stands before the application `app` of the desk at 127.0.0.1, `port`; refusals are told in the words of `told`.

    `token` opens the desk once: the browser that brings it gets a cookie, and after that nobody does. A request gets
    the nonce of its page's style in its state.
    """

    def __init__(self, app: ASGIApp, port: int, told: Mapping[str, str]) -> None:
        self._app, self._told = app, told
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._cookie, self._secret = f"precis-desk-{port}", secrets.token_urlsafe(32)
        self.token = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it: 421, 403, 401, 413."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers, nonce = Headers(scope=scope), secrets.token_urlsafe(16)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    given[name] = value
                given.setdefault("content-security-policy", policy(nonce))
            await send(message)

        answer = self._answer(scope, headers)
        if answer is not None:
            await answer(scope, receive, with_headers)
            return
        scope.setdefault("state", {})["nonce"] = nonce
        await self._app(scope, receive, with_headers)

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a request that does not go through; None to one that does."""
        host, posted = headers.get("host", ""), scope["method"] not in ("GET", "HEAD")
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            return self._refused(421)
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin != f"http://{host}":
            return self._refused(403)
        if site is not None and site not in (_OWN_SITE[:1] if posted else _OWN_SITE):
            return self._refused(403)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token")
        if given and scope["path"] == "/" and not posted:
            return self._opened(given[0])
        if not self._is_known(headers):
            return self._refused(401)
        if posted and headers.get(HEADER) != VALUE:
            return self._refused(403)
        if posted and not headers.get("content-type", "").startswith(_TAKEN):
            return self._refused(415)
        # A browser says how much it sends; what comes without an end is not read.
        length = headers.get("content-length", "" if posted else "0")
        if not length.isdigit() or int(length) > LARGEST or "transfer-encoding" in headers:
            return self._refused(413)
        return None

    def _opened(self, given: str) -> Response:
        """The way in for the browser that brings the token, which nobody can bring again."""
        if not self.token or not hmac.compare_digest(given.encode(), self.token.encode()):
            return self._refused(401)
        self.token = ""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._cookie, self._secret, httponly=True, samesite="strict", path="/")
        return answer

    def _is_known(self, headers: Headers) -> bool:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return found is not None and hmac.compare_digest(found.value.encode(), self._secret.encode())

    def _refused(self, status: int) -> Response:
        return PlainTextResponse(f"{self._told[str(status)]}\n", status)
