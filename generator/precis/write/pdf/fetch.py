"""What a page may load: its emblem and its QR code, both given or made here. No file, no network."""

from __future__ import annotations

import io
from typing import Any

from precis.model import PrecisError
from precis.write.qr import qr_svg
from precis.write.style import HouseStyle

__all__ = ["checked_emblem", "fetcher"]

# The modes of a picture that stand in a PDF as they are: the others, such as CMYK, are not of its colour space.
_MODES = {"1", "L", "LA", "P", "RGB", "RGBA"}


def checked_emblem(emblem: bytes) -> bytes:
    """An emblem that can be set; PrecisError when it is neither PNG nor JPEG, or damaged."""
    from PIL import Image, UnidentifiedImageError

    try:
        image = Image.open(io.BytesIO(emblem), formats=("PNG", "JPEG"))
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        message = "the emblem is not a picture that can be set; give it as PNG or JPEG"
        raise PrecisError.one("emblem-form", message) from error
    if image.mode in _MODES:
        return emblem
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG")
    return out.getvalue()


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
