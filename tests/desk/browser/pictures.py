"""The pictures of the desk in docs/desk.md: python -m tests.desk.browser.pictures output/pictures"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from tests.desk.browser.test_papers import broke, compared, delegation
from tests.desk.browser.visit import Visit, chromium, write
from tests.desk.server import served, session_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

COLOURS = 128
SIZE = {"width": 1280, "height": 800}
TABLET = {"width": 820, "height": 1000}
WRONG = "**The Chair** said that 10 % of the members had met on Monday, 25 November 2053."


def keep(page: Page, path: Path) -> None:
    """The window as a picture of few colours, which is small."""
    seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    seen.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


def found(visit: Visit, name: str, text: str) -> Page:
    """The record with a paragraph that is not as it should be, at its first finding."""
    page = visit.record(name)
    write(page, text)
    page.locator("#findings-list .fix").wait_for(state="attached")
    page.keyboard.press("F8")
    page.wait_for_timeout(300)
    return page


def board(visit: Visit) -> Page:
    """The board once the records are checked."""
    visit.page.locator("[data-findings] .level").first.wait_for(timeout=30_000)
    return visit.page


def two_versions(visit: Visit) -> Page:
    """A record that was changed here and on the disk."""
    page, path = visit.record("1953.md"), visit.file("1953.md")
    write(page, "**The Chair** thanked the delegation.")
    path.write_text(path.read_text(encoding="utf-8").replace("48 hours", "two days"), encoding="utf-8")
    page.locator('.notice[data-kind="changed"] button').click()
    page.wait_for_timeout(300)
    return page


def pages(visit: Visit) -> Page:
    """A record beside its pages."""
    page = visit.record("1954.md")
    page.locator("#tab-pages").click()
    page.locator("#as-pages img").first.wait_for()
    page.wait_for_timeout(3000)
    return page


def memorandum(visit: Visit, asked: Path) -> Page:
    """What a delegation asked for, and the memorandum made of it."""
    page = compared(visit, asked)
    page.locator("#asked").fill("2053-12-15")
    page.locator("#on").fill("2054-01-17")
    page.locator('[data-what="memorandum"]').click()
    page.locator("#result a").nth(1).wait_for(timeout=60_000)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)
    return page


def make(folder: Path) -> None:
    """All of them, of the sample session."""
    with TemporaryDirectory() as elsewhere:
        # The delegation's file is made first: what runs beside a browser begins no processes of its own.
        _make(folder, delegation(Path(elsewhere)))


def _make(folder: Path, asked: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running, TemporaryDirectory() as place, served(session_in(Path(place))) as server:
        visit = Visit(chromium(running), server, viewport=SIZE)
        keep(board(visit), folder / "desk-board.png")
        keep(found(visit.again(viewport=SIZE), "1952.md", WRONG), folder / "desk-record.png")
        keep(pages(visit.again(viewport=SIZE)), folder / "desk-pages.png")
        dark = visit.again(viewport=SIZE, color_scheme="dark")
        keep(found(dark, "1955.md", WRONG), folder / "desk-record-dark.png")
        keep(two_versions(visit.again(viewport=SIZE)), folder / "desk-versions.png")
        keep(board(visit.again(viewport=SIZE, locale="ar")), folder / "desk-board-ar.png")
        keep(found(visit.again(viewport=TABLET), "1956.md", WRONG), folder / "desk-tablet.png")
        keep(memorandum(visit.again(viewport=SIZE), asked), folder / "desk-compare.png")
        keep(broke(visit.again(viewport=SIZE)), folder / "desk-digest.png")
        keep(broke(visit.again(viewport=SIZE, locale="ar", color_scheme="dark")), folder / "desk-digest-ar.png")
        visit.context.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
