"""A browser at a desk: its pages, what its console told, and what a hand does there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.desk.server import Server
from tests.support.office import needed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright

QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)
"""What keeps Chromium from calling home; it runs as root in containers, where it has no sandbox."""

WAIT = 10_000
"""Milliseconds in which what is waited for must come; far more than it takes."""


def chromium(running: Playwright) -> Browser:
    """The browser of the system; none is ever downloaded."""
    return running.chromium.launch(executable_path=needed("chromium", "chromium"), headless=True, args=list(QUIET))


ANSWERED = ("409", "422")
"""A refusal that the desk shows: the file is another one, the source has faults. Chromium notes each such answer."""


def is_fault(said: ConsoleMessage) -> bool:
    """Whether a line of the console is one that nobody should be told."""
    return said.type == "error" and not any(f"with a status of {status}" in said.text for status in ANSWERED)


class Visit:
    """One browser at a desk, let in by its address or by the cookie of `state`.

    `errors` is what its pages told that nobody should be told.
    """

    def __init__(self, browser: Any, server: Server, state: Any = None, **options: Any) -> None:
        self.browser, self.server, self.errors = browser, server, list[str]()
        size = {"width": 1440, "height": 900}
        usual = {"viewport": size, "locale": "en-GB", "reduced_motion": "reduce", "storage_state": state}
        self.context = browser.new_context(**{**usual, **options})
        self.context.set_default_timeout(WAIT)
        self.page = self.opened(server.address if state is None else "/")

    def opened(self, address: str) -> Page:
        """A new page at an address of the desk."""
        page: Page = self.context.new_page()
        page.on("console", lambda said: self.errors.append(said.text) if is_fault(said) else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(address if address.startswith("http") else self.server.origin + address)
        return page

    def again(self, **options: Any) -> Visit:
        """The same browser with another size, other colours, another language."""
        return Visit(self.browser, self.server, self.context.storage_state(), **options)

    def record(self, name: str, page: Page | None = None) -> Page:
        """The screen of a record, once its text was looked at."""
        page = page or self.page
        page.goto(f"{self.server.origin}/record/{name}")
        looked_at(page)
        return page

    def file(self, name: str) -> Path:
        """A file of the folder."""
        return self.server.folder / name

    def close(self) -> None:
        """End it; no page may have told an error."""
        self.context.close()
        assert not self.errors, self.errors


def looked_at(page: Page) -> None:
    """Wait until the preview and the findings are there."""
    page.frame_locator("#frame").locator("h1").first.wait_for(state="attached")
    page.locator("#findings-list li").first.wait_for(state="attached")


def saved(page: Page) -> None:
    """Save by its key, and wait until it is."""
    page.keyboard.press("Control+s")
    page.locator('#state[data-state="saved"]').wait_for()


def write(page: Page, text: str) -> None:
    """Add a paragraph at the end of the source."""
    page.locator("#editor .cm-content, #editor textarea").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(f"\n\n{text}")
