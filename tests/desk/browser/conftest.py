from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.desk.browser.visit import Visit, chromium
from tests.desk.server import SAMPLES, Server, served, session_in

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is missing; install precis[dev]")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium without a window, which never asks anybody for anything."""
    with playwright.sync_playwright() as running:
        opened = chromium(running)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def let_in(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Any]]:
    """A desk of a copy of the sample session, which all tests share, and the cookie of the browser that was let in."""
    with served(session_in(tmp_path_factory.mktemp("desk"))) as server:
        context = browser.new_context()
        context.new_page().goto(server.address)
        yield server, context.storage_state()
        context.close()


@pytest.fixture
def desk(browser: Any, let_in: tuple[Server, Any]) -> Iterator[Visit]:
    """The board in a browser that was let in, on the session as it was. At the end its console has told no error."""
    server, state = let_in
    shutil.rmtree(server.folder / ".precis-desk", ignore_errors=True)
    for path in server.folder.glob("*.md"):
        path.unlink() if not (SAMPLES / path.name).exists() else None
    shutil.copytree(SAMPLES, server.folder, dirs_exist_ok=True)
    visit = Visit(browser, server, state)
    yield visit
    visit.close()
