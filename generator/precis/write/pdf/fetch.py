"""What a page may load: its emblem and its QR code, both given or made here. No file, no network."""

from __future__ import annotations

from typing import Any

from precis.write.qr import qr_svg
from precis.write.style import HouseStyle

__all__ = ["fetcher"]


def fetcher(style: HouseStyle, emblem: bytes | None) -> Any:
    """The only loader WeasyPrint is given; it raises ValueError for any other address than "emblem:" and "qr:…"."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class PageFetcher(URLFetcher):  # type: ignore[misc]
        """Makes what a page shows; opens nothing."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """The picture of that address."""
            del headers
            if url == "emblem:" and emblem is not None:
                return URLFetcherResponse(url, emblem)
            if url.startswith("qr:"):
                svg = qr_svg(url.removeprefix("qr:"), style)
                return URLFetcherResponse(url, svg, {"Content-Type": "image/svg+xml"})
            raise ValueError(f"a page loads no files: {url}")

    return PageFetcher(allowed_protocols=())
