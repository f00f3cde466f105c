"""The speed of the desk: a text shown as it is typed against the bare rendering of its page, pictures, and its start.

All is measured as the script of the desk sees it, through a server of its own; times of the wall, the best of some.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.source.record import read_record
from precis.writers.html import write_html
from precis.writers.page import make_page
from precis.writers.style import HouseStyle
from tests.desk.server import SAMPLES, post, served, session_in

RUNS = 7
EDITED = 0.3
"""Seconds from an edit of 100 paragraphs to its preview."""
FACTOR, BESIDE = 1.3, 0.15
"""A preview of 400 takes no more than so many times the bare rendering, and so many seconds."""
PICTURE = 2.0
"""Seconds to the picture of a page."""
OPENED = 5.0
"""Seconds from the command to a record on the screen."""


def best(work: Callable[[int], Any]) -> float:
    """The least time that some work takes; it is given the number of the run, so that no two are of one text."""
    times = []
    for run in range(RUNS):
        begun = time.perf_counter()
        work(run)
        times.append(time.perf_counter() - begun)
    return min(times)


def text_of(paragraphs: int) -> str:
    """A record of so many paragraphs."""
    front, _, body = (SAMPLES / "1955.md").read_text(encoding="utf-8").partition("\n---\n")
    some = [each for each in body.strip().split("\n\n") if not each.startswith("#")]
    return f"{front}\n---\n\n# Item\n\n" + "\n\n".join(some[at % len(some)] for at in range(paragraphs)) + "\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with served(session_in(tmp_path_factory.mktemp("desk"))) as server:
        yield server.client()


def previewed(client: httpx.Client, text: str) -> float:
    return best(lambda run: post(client, "preview", path="1955.md", text=f"{text}\nMore {run}.\n"))


def test_an_edit_is_shown_at_once(client: httpx.Client, benchmark: Any) -> None:
    seconds = benchmark.pedantic(previewed, (client, text_of(100)))
    print(f"\nedit to preview, 100 paragraphs: {seconds * 1000:.0f} ms")
    assert seconds < EDITED


def test_a_preview_takes_little_more_than_the_bare_page(
    client: httpx.Client, style: HouseStyle, assets: Assets, benchmark: Any
) -> None:
    text = text_of(400)

    def bare(run: int) -> None:
        record = read_record(f"{text}\nMore {run}.\n", "1955.md", assets)
        view = summary_record(record, assets, style.first_foot["qr_address"])
        write_html(make_page(view, style, assets), style, assets)

    rendering = best(bare)
    seconds = benchmark.pedantic(previewed, (client, text))
    print(f"\nbare {rendering * 1000:.0f} ms, preview {seconds * 1000:.0f} ms: {seconds / rendering:.2f}")
    assert seconds <= FACTOR * rendering + BESIDE


def test_a_page_is_a_picture_soon(client: httpx.Client, benchmark: Any) -> None:
    text = text_of(100)

    def picture(run: int) -> None:
        made = post(client, "pages", path="1955.md", text=f"{text}\nMore {run}.\n")
        assert client.get(f"/page/{made['job']}/1.png").status_code == 200

    post(client, "pages", path="1955.md", text=text)
    seconds = benchmark.pedantic(best, (picture,))
    print(f"\npicture of a page: {seconds:.2f} s")
    assert seconds < PICTURE


def test_a_record_is_shown_soon_after_the_command(tmp_path: Path, benchmark: Any) -> None:
    folder = session_in(tmp_path)

    def opened() -> float:
        begun = time.perf_counter()
        with served(folder) as server:
            assert "CMW/C/SR.1955" in server.client().get("/record/1955.md").text
            return time.perf_counter() - begun

    seconds = benchmark.pedantic(opened)
    print(f"\ncommand to record: {seconds:.2f} s")
    assert seconds < OPENED
