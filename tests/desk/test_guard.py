"""Who may talk to the desk: what others may send is refused, and each answer forbids what it need not allow.

The requests are as harmless as those of the desk's own script, but for one thing each.
"""

from __future__ import annotations

import http.client
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.desk.server import Server, post

READ = {"json": {"path": "1955.md"}}


def test_the_token_lets_in_one_browser_once(server: Server, client: httpx.Client) -> None:
    assert client.get("/").status_code == 200
    assert httpx.get(server.address).status_code == 401
    assert client.get(server.address).status_code == 401
    assert httpx.get(f"{server.origin}/?token=").status_code == 401
    assert httpx.get(f"{server.origin}/?token=%00").status_code == 401


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(tmp_path: Path, session: Server) -> None:
    answer = httpx.get(session.address)
    (cookie,) = answer.headers.get_list("set-cookie")
    assert answer.headers["location"] == "/"
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Domain" not in cookie


@pytest.fixture
def session(tmp_path: Path) -> Any:
    from tests.desk.server import served, session_in

    with served(session_in(tmp_path)) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/record/1955.md", "/static/desk.js", "/preview", "/events", "/page/1/1.png"])
def test_without_the_cookie_nothing_is_shown(server: Server, path: str) -> None:
    assert httpx.get(f"{server.origin}{path}").status_code == 401
    other = {"Cookie": f"precis-desk-{httpx.URL(server.origin).port}=guess"}
    assert httpx.get(f"{server.origin}{path}", headers=other).status_code == 401


def test_without_the_cookie_nothing_is_done(server: Server) -> None:
    answer = httpx.post(f"{server.origin}/api/read", headers={"X-Precis": "desk"}, **READ)
    assert answer.status_code == 401


HOSTS = ("example.org", "127.0.0.1", "localhost", "localhost.example.org:{port}", "127.0.0.1:{port}.example.org", "")


@pytest.mark.parametrize("host", HOSTS)
def test_a_request_for_another_host_is_misdirected(client: httpx.Client, server: Server, host: str) -> None:
    named = host.format(port=httpx.URL(server.origin).port)
    assert client.get("/", headers={"Host": named}).status_code == 421
    assert client.post("/api/read", headers={"Host": named}, **READ).status_code == 421


def test_a_request_that_names_two_hosts_is_refused(server: Server) -> None:
    port = httpx.URL(server.origin).port
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", f"127.0.0.1:{port}")
    connection.putheader("Host", "example.org")
    connection.endheaders()
    assert connection.getresponse().status in (400, 421)
    connection.close()


def test_the_machine_may_be_called_localhost(client: httpx.Client, server: Server) -> None:
    assert client.get("/", headers={"Host": f"localhost:{httpx.URL(server.origin).port}"}).status_code == 200


ORIGINS = ("https://example.org", "null", "http://127.0.0.1", "http://localhost:{port}", "https://127.0.0.1:{port}")


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_request_of_another_page_is_refused(client: httpx.Client, server: Server, origin: str) -> None:
    headers = {"Origin": origin.format(port=httpx.URL(server.origin).port)}
    assert client.post("/api/read", headers=headers, **READ).status_code == 403
    assert client.get("/record/1955.md", headers=headers).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_that_comes_from_another_site_is_refused(client: httpx.Client, site: str) -> None:
    assert client.post("/api/read", headers={"Sec-Fetch-Site": site}, **READ).status_code == 403
    assert client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403


def test_an_address_that_the_user_opens_is_shown_and_changes_nothing(client: httpx.Client, server: Server) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "none"}).status_code == 200
    assert client.post("/api/read", headers={"Sec-Fetch-Site": "none"}, **READ).status_code == 403
    own = {"Sec-Fetch-Site": "same-origin", "Origin": server.origin}
    assert client.post("/api/read", headers=own, **READ).status_code == 200


def test_a_post_needs_the_header_that_no_form_can_send(client: httpx.Client) -> None:
    for value in ("", "other"):
        assert client.post("/api/read", headers={"X-Precis": value}, **READ).status_code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_post_is_json(client: httpx.Client, kind: str) -> None:
    answer = client.post("/api/read", content=b'{"path": "1955.md"}', headers={"Content-Type": kind})
    assert answer.status_code == 415


@pytest.mark.parametrize("said", [b"", b"[]", b"{}", b'{"path": 1}', b'{"path": ["1955.md"]}', b"\xff", b"{"])
def test_what_is_no_request_of_the_desk_is_told(client: httpx.Client, said: bytes) -> None:
    answer = client.post("/api/read", content=said, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["message"]


def test_a_text_that_is_too_long_is_not_read(client: httpx.Client, server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", httpx.URL(server.origin).port)
    connection.putrequest("POST", "/api/read")
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    for name, value in {"Cookie": cookie, "X-Precis": "desk", "Content-Type": "application/json"}.items():
        connection.putheader(name, value)
    connection.putheader("Content-Length", "20000001")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


OUTSIDE = (
    "../README.md",
    "97/../../README.md",
    "/etc/hostname",
    "//etc/hostname",
    "..\\README.md",
    "./1955.md",
    ".precis-desk/kept.md",
    ".hidden.md",
    "~$1955.md",
    "",
    ".",
    "1955.md\0.md",
    "1955.md/",
    "below/1955.md",
    "notes.txt",
    "leads-out.md",
    "folder.md",
    "a" * 5000 + ".md",
)


@pytest.fixture
def tempting(server: Server) -> Path:
    """What a path may lead to that is not for the desk."""
    secret = server.folder.parent / "secret.md"
    secret.write_text("not for the desk", encoding="utf-8")
    for name in (".hidden.md", "~$1955.md", "notes.txt"):
        (server.folder / name).write_text("not for the desk", encoding="utf-8")
    (server.folder / "folder.md").mkdir(exist_ok=True)
    (server.folder / "leads-out.md").unlink(missing_ok=True)
    (server.folder / "leads-out.md").symlink_to(secret)
    return secret


@pytest.mark.usefixtures("tempting")
@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_outside_the_folder_is_not_found(client: httpx.Client, server: Server, path: str) -> None:
    before = {each: each.read_bytes() for each in server.folder.parent.rglob("*") if each.is_file()}
    post(client, "read", 404, path=path)
    post(client, "save", 404, path=path, text="x", version="")
    post(client, "keep", 404, path=path, text="x", version="")
    post(client, "forget", 404, path=path)
    post(client, "preview", 404, path=path, text="x")
    post(client, "check", 404, path=path, text="x")
    post(client, "cover", 404, path=path, text="x", fields={})
    post(client, "pages", 404, path=path, text="x")
    post(client, "build", 404, path=path)
    assert {each: each.read_bytes() for each in server.folder.parent.rglob("*") if each.is_file()} == before


@pytest.mark.parametrize(
    "path",
    [
        "/record/..%2FREADME.md",
        "/record/%2e%2e/README.md",
        "/static/..%2fapp.py",
        "/static/../guard.py",
        "/built/..%2f97%2f1955.md",
        "/page/none/1.png",
        "/api/read",
        "/nothing",
    ],
)
def test_there_is_nothing_else(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


SHOWN = ("/", "/record/1955.md", "/help", "/preview", "/record/none.md", "/nothing")


@pytest.mark.parametrize("path", SHOWN)
def test_every_answer_has_the_policies(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == ("'self'" if path == "/preview" else "'none'")
    if path == "/preview":
        assert policy.keys() == {
            *("default-src", "style-src", "img-src", "base-uri", "form-action", "frame-ancestors"),
        }
    else:
        assert policy["script-src"] == "'self'"
        assert policy["connect-src"] == policy["frame-src"] == policy["form-action"] == "'self'"
        assert "unsafe" not in headers["content-security-policy"]


def test_refusals_and_answers_of_the_api_have_the_policies_too(client: httpx.Client, server: Server) -> None:
    refused = httpx.get(server.origin)
    answered = client.post("/api/read", **READ)
    for answer in (refused, answered):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_nonce_is_used_once(client: httpx.Client) -> None:
    policies = {client.get("/").headers["content-security-policy"] for _ in range(3)}
    assert len(policies) == 3


def test_what_stands_in_a_record_is_no_part_of_the_page(client: httpx.Client, server: Server) -> None:
    text = "---\nsymbol: CMW/C/SR.1999\n---\n\n</script><script>alert(1)</script> <b>said</b>\n"
    post(client, "save", path="odd.md", text=text, version="")
    page = client.get("/record/odd.md").text
    assert "<script>alert" not in page
    shown = post(client, "preview", path="odd.md", text=text)
    assert "<script>" not in shown["html"]
    assert "&lt;script&gt;" in shown["html"]


def test_only_this_machine_is_listened_to(server: Server) -> None:
    listening = Path("/proc/net/tcp").read_text(encoding="utf-8") if Path("/proc/net/tcp").is_file() else ""
    port = f":{httpx.URL(server.origin).port:04X}"
    rows = [line.split()[1] for line in listening.splitlines()[1:] if f"{port} 00000000:0000" in line]
    if not rows:
        pytest.skip("/proc/net/tcp is not here")
    assert {row.partition(":")[0] for row in rows} == {"0100007F"}


def test_a_request_without_an_end_is_not_read(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post("/api/read", content=iter([b'{"path": "1955.md"}']), headers=headers)
    assert answer.status_code == 413
