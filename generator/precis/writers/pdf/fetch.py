"""What a page may load: its emblem and its QR code, given or made here. No file, no network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from precis.writers.bars import bars_svg, code_of
from precis.writers.page import Page
from precis.writers.picture import checked_picture
from precis.writers.qr import qr_svg
from precis.writers.style import HouseStyle

__all__ = ["BARS", "fetcher", "pictures_of"]


BARS = "bars:"
"""What the address of a bar code begins with; behind it stands what the code says."""


def pictures_of(page: Page, style: HouseStyle, emblem: bytes | None) -> dict[str, tuple[str, bytes]]:
    """The pictures of a page by their addresses: media type and bytes. PrecisError for one that cannot be."""
    pictures = {"emblem:": checked_picture(emblem)} if emblem is not None else {}
    for image in page.body.iter("img"):
        address = image.get("src") or ""
        if address.startswith("qr:"):
            pictures[address] = ("image/svg+xml", qr_svg(address.removeprefix("qr:"), style).encode())
    if code := code_of(page.body, style):
        pictures[f"{BARS}{code}"] = ("image/svg+xml", bars_svg(code).encode())
    return pictures


def fetcher(pictures: Mapping[str, tuple[str, bytes]]) -> Any:
    """The only loader WeasyPrint is given; it has these pictures, and raises ValueError for any other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse, iri_to_uri

    known = {iri_to_uri(address): picture for address, picture in pictures.items()}

    class PageFetcher(URLFetcher):  # type: ignore[misc]
        """Gives what a page shows; opens nothing, and so has none of the ways to open an address."""

        def __init__(self) -> None:
            self._fail_on_errors = False

        def fetch(self, url: str, headers: Any = None) -> Any:
            """The picture of that address."""
            del headers
            if url not in known:
                raise ValueError(f"a page loads no files: {url}")
            media_type, data = known[url]
            return URLFetcherResponse(url, data, {"Content-Type": media_type})

    return PageFetcher()
