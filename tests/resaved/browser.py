"""Web pages as Chromium prints them from its command line, many in one run: python -m tests.resaved.browser PAGE.html…

Each PDF stands beside its page. It runs in a process of its own: one process cannot begin Playwright twice.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.desk.browser.visit import chromium

AS_ITSELF = {
    "printBackground": True,
    "preferCSSPageSize": True,
    "displayHeaderFooter": True,
    "generateTaggedPDF": True,
}
"""What Chromium asks of itself at `--print-to-pdf` (components/headless/command_handler in its source)."""


def main() -> None:
    with sync_playwright() as running:
        browser = chromium(running)
        for name in sys.argv[1:]:
            page = browser.new_page()
            page.goto(Path(name).resolve().as_uri())
            printed = page.context.new_cdp_session(page).send("Page.printToPDF", AS_ITSELF)
            Path(name).with_suffix(".pdf").write_bytes(base64.b64decode(printed["data"]))
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
