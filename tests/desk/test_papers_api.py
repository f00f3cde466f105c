"""The screens of comparisons and digests over HTTP: what the routes take, give and refuse."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.desk.server import Server, post

OLD, NEW = "three weeks", "four weeks"


@pytest.fixture(scope="module")
def asked(server: Server) -> bytes:
    """The record of the closing meeting with one word changed."""
    text = (server.folder / "1960.md").read_text(encoding="utf-8")
    assert text.count(OLD) == 1
    data = text.replace(OLD, NEW).encode()
    (server.folder / "asked.md").write_bytes(data)
    return data


def test_a_file_of_the_folder_and_one_that_is_sent_compare_alike(
    server: Server, client: httpx.Client, asked: bytes
) -> None:
    found = post(client, "compare", path="1960.md", other="asked.md")
    (group,) = found["groups"]
    assert [(item["old"], item["new"]) for item in group["items"]] == [("three", "four")]
    assert f"<del>{OLD.split()[0]}</del><ins>{NEW.split()[0]}</ins>" in group["html"]
    assert (found["symbol"], found["file"]) == ("CMW/C/SR.1960", "1960-corrections.md")
    query = {"path": "1960.md", "name": "from the mission.md"}
    headers = {"content-type": "application/octet-stream"}
    sent = client.post("/api/compare/file", params=query, content=asked, headers=headers)
    assert sent.status_code == 200 and sent.json() == found
    for name in ("../" * 9 + "x.md", "é" * 300 + ".md", "a\0b.md", "."):
        assert (
            client.post("/api/compare/file", params={**query, "name": name}, content=asked, headers=headers).json()
            == found
        )
    before = sorted(each.name for each in server.folder.iterdir())
    broken = client.post("/api/compare/file", params=query, content=b"nothing of a record", headers=headers)
    assert broken.status_code == 422 and all(each["path"] in ("", query["name"]) for each in broken.json()["told"])
    assert sorted(each.name for each in server.folder.iterdir()) == before


@pytest.mark.parametrize("said", [{"path": "../1960.md"}, {"other": "../../x.docx"}, {"path": "gone.md"}])
def test_paths_outside_the_folder_are_not_found(client: httpx.Client, said: dict[str, str]) -> None:
    post(client, "compare", 404, **{"path": "1960.md", "other": "1952.md", **said})


def chosen(client: httpx.Client, **said: Any) -> dict[str, Any]:
    found = post(client, "compare", path="1960.md", other="asked.md")
    items = [item["source"] for group in found["groups"] for item in group["items"]]
    wanted = {"path": "1960.md", "version": found["version"], "items": items, "what": "memorandum"}
    return {**wanted, "by": "Mission", "requested_on": "2053-12-15", "file": found["file"], **said}


def test_what_is_chosen_is_written_and_can_be_read(server: Server, client: httpx.Client, asked: bytes) -> None:
    del asked
    post(client, "corrections", 400, **chosen(client, items=[]))
    post(client, "corrections", 400, **chosen(client, what="everything"))
    post(client, "corrections", 404, **chosen(client, file="../c.md"))
    post(client, "corrections", 409, **chosen(client, version="0"))
    assert not (server.folder / "1960-corrections.md").exists()
    done = post(client, "corrections", **chosen(client))
    assert done["written"][0] == "1960-corrections.md" and len(done["written"]) > 1
    for address in done["written"][1:]:
        assert client.get(address).status_code == 200
    post(client, "corrections", 409, **chosen(client, file="1960-corrections.md"))
    again = chosen(client, what="reissue", file=done["file"], file_version=done["file_version"])
    assert "CMW_C_SR.1960-reissued-en.md" in post(client, "corrections", **again)["written"]
    page = client.get("/compare/1960.md").text
    data = json.loads(re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[0])
    assert {"1960-corrections.md", "asked.md", "CMW_C_SR.1960-reissued-en.md"} == set(data["others"])


def test_the_digest_of_the_session_is_written_and_looked_at(server: Server, client: httpx.Client) -> None:
    (server.folder / "asked.md").unlink(missing_ok=True)
    (server.folder / "CMW_C_SR.1960-reissued-en.md").unlink(missing_ok=True)
    assert '"path": ""' in client.get("/digest").text
    post(client, "digest/source", 400, path="digest.md", language="xx")
    post(client, "digest/source", 404, path="../digest.md", language="en")
    assert post(client, "digest/source", path="digest.md", language="en")["written"] == ["digest.md"]
    text = Path(server.folder, "digest.md").read_text(encoding="utf-8")
    looked = post(client, "digest/look", path="digest.md", text=text)
    assert looked["told"] == [] and looked["references"]["1960.6"]["holds"]
    post(client, "digest/look", 404, path="digest.md", text=text.replace("records: .", "records: ../..", 1))
    assert '"path": "digest.md"' in client.get("/digest").text


def test_a_connection_that_rested_is_closed_for_the_browser_too(server: Server, client: httpx.Client) -> None:
    """A process of the desk that begins meanwhile must not hold it open: the next request would wait for ever."""
    host, _, port = server.origin.removeprefix("http://").partition(":")
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    with socket.create_connection((host, int(port)), timeout=30) as resting:
        resting.sendall(f"GET /help HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookies}\r\n\r\n".encode())
        assert resting.recv(65_536).startswith(b"HTTP/1.1 200")
        post(client, "compare", path="1950.md", other="1950.md")
        post(client, "brief", path="1950.md")
        received = b"-"
        while received:
            received = resting.recv(65_536)
