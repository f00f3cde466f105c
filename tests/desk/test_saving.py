"""Nothing that was typed is lost, and nobody's work is written over: saved whole or not at all, over what was read."""

from __future__ import annotations

import json
import re
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.desk.server import Server, post, served, session_in, wait_until


def test_a_text_is_saved_over_the_version_that_was_read(client: httpx.Client, server: Server) -> None:
    found = post(client, "read", path="1955.md")
    version = post(client, "save", path="1955.md", text=found["text"] + "\nMore.\n", version=found["version"])[
        "version"
    ]
    assert (server.folder / "1955.md").read_text(encoding="utf-8") == found["text"] + "\nMore.\n"
    assert post(client, "read", path="1955.md")["version"] == version != found["version"]


def test_what_changed_on_the_disk_is_not_written_over(client: httpx.Client, server: Server) -> None:
    found = post(client, "read", path="1956.md")
    (server.folder / "1956.md").write_text("another's words\n", encoding="utf-8")
    told = post(client, "save", 409, path="1956.md", text="mine", version=found["version"])
    assert told["text"] == "another's words\n"
    assert told["version"] == post(client, "read", path="1956.md")["version"]
    assert (server.folder / "1956.md").read_text(encoding="utf-8") == "another's words\n"
    # Who has seen both may write over it.
    post(client, "save", path="1956.md", text="both", version=told["version"])
    assert (server.folder / "1956.md").read_text(encoding="utf-8") == "both"


def test_a_new_file_is_not_written_over_another(client: httpx.Client, server: Server) -> None:
    post(client, "save", path="new.md", text="first", version="")
    assert post(client, "save", 409, path="new.md", text="second", version="")["text"] == "first"
    assert (server.folder / "new.md").read_text(encoding="utf-8") == "first"


def test_a_file_that_is_gone_is_not_made_again_without_asking(client: httpx.Client, server: Server) -> None:
    found = post(client, "read", path="1953.md")
    (server.folder / "1953.md").unlink()
    assert post(client, "save", 409, path="1953.md", text="x", version=found["version"])["version"] == ""
    assert not (server.folder / "1953.md").exists()
    post(client, "read", 404, path="1953.md")
    post(client, "save", path="1953.md", text=found["text"], version="")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_of_a_file_stay_as_they_were(client: httpx.Client, server: Server, mark: bytes) -> None:
    (server.folder / "ends.md").write_bytes(mark + b"one\r\ntwo\r\n")
    found = post(client, "read", path="ends.md")
    assert found["text"] == "one\ntwo\n"
    post(client, "save", path="ends.md", text="one\n2\n", version=found["version"])
    assert (server.folder / "ends.md").read_bytes() == mark + b"one\r\n2\r\n"


def test_a_file_that_is_no_text_is_told(client: httpx.Client, server: Server) -> None:
    (server.folder / "bytes.md").write_bytes(b"\x00\x01 no text")
    told = post(client, "read", 422, path="bytes.md")["told"]
    assert told[0]["code"] in ("file-encoding", "file-binary")
    assert told[0]["path"] == "bytes.md"
    (server.folder / "bytes.md").unlink()


def test_what_is_typed_is_kept_and_offered_until_it_is_saved(client: httpx.Client, server: Server) -> None:
    found = post(client, "read", path="1952.md")
    post(client, "keep", path="1952.md", text="typed", version=found["version"])
    assert (server.folder / "1952.md").read_text(encoding="utf-8") == found["text"]
    assert _offered(client, "1952.md")["text"] == "typed"
    post(client, "save", path="1952.md", text="typed", version=found["version"])
    assert _offered(client, "1952.md") is None


def test_what_is_not_wanted_is_forgotten(client: httpx.Client, server: Server) -> None:
    post(client, "keep", path="1954.md", text="typed", version="")
    post(client, "forget", path="1954.md")
    assert _offered(client, "1954.md") is None
    assert list((server.folder / ".precis-desk").glob("1954*")) == []


def test_a_change_of_a_file_is_told_to_who_listens(client: httpx.Client, server: Server) -> None:
    heard: list[str] = []
    with client.stream("GET", "/events") as news:
        assert news.headers["content-type"].startswith("text/event-stream")
        listening = threading.Thread(target=lambda: heard.extend(_first(news)))
        listening.start()
        time.sleep(0.5)
        (server.folder / "1950.md").write_text("changed outside\n", encoding="utf-8")
        listening.join(20)
    event = json.loads(heard[0].removeprefix("data: "))
    assert event["kind"] == "changed"
    assert event["path"] == "1950.md"
    assert event["version"] == post(client, "read", path="1950.md")["version"]


def _first(news: httpx.Response) -> list[str]:
    return [next(line for line in news.iter_lines() if line.startswith("data: "))]


def _offered(client: httpx.Client, path: str) -> dict[str, str] | None:
    page = client.get(f"/record/{path}").text
    said = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert said is not None
    kept: dict[str, str] | None = json.loads(said[1])["kept"]
    return kept


MOMENTS = 20


@pytest.mark.slow
def test_a_desk_that_is_killed_while_it_saves_leaves_one_text_or_the_other(tmp_path: Path) -> None:
    folder = session_in(tmp_path)
    texts = ["old " * 400_000, "new " * 400_000]
    (folder / "1955.md").write_text(texts[0], encoding="utf-8")
    seen = set()
    for moment in range(MOMENTS):
        with served(folder) as server:
            client = server.client()
            version = post(client, "read", path="1955.md")["version"]
            saving = threading.Thread(target=_save_for_ever, args=(client, version, texts))
            saving.start()
            time.sleep(0.05 + moment * 0.013)
            server.kill()
            saving.join()
            client.close()
        left = (folder / "1955.md").read_text(encoding="utf-8")
        assert left in texts, f"moment {moment}: {len(left)} characters"
        seen.add(left)
    with served(folder) as server:
        wait_until(lambda: not list(folder.glob(".precis-*-*")))
        assert post(server.client(), "read", path="1955.md")["text"] == left
    assert seen == set(texts), "all moments fell before or after the saving"


def _save_for_ever(client: httpx.Client, version: str, texts: list[str]) -> None:
    number = 0
    with suppress(httpx.HTTPError, KeyError):
        while True:
            number += 1
            said = {"path": "1955.md", "text": texts[number % 2], "version": version}
            version = client.post("/api/save", json=said).json()["version"]


def test_what_was_typed_survives_the_desk(tmp_path: Path) -> None:
    folder = session_in(tmp_path)
    with served(folder) as server:
        client = server.client()
        post(client, "keep", path="1955.md", text="typed and not saved", version="")
        server.kill()
    with served(folder) as server:
        assert (_offered(server.client(), "1955.md") or {})["text"] == "typed and not saved"
