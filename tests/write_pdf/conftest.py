from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from precis.writers.page import Page
from precis.writers.pdf import write_pdf
from tests.support.pages import page_from

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="session")
def pdf(style, assets) -> Callable[..., bytes]:
    """Writes a page; a warning is an error, as the machine that tests has all that is needed."""

    def write(page: Page, emblem: bytes | None = None) -> bytes:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            return write_pdf(page, style, assets, emblem)

    return write


@pytest.fixture(scope="session")
def record() -> Page:
    """A short record with every element of the vocabulary."""
    return page_from(PAGES / "record.html")


@pytest.fixture(scope="session")
def record_pdf(pdf, record) -> bytes:
    return pdf(record)


@pytest.fixture(scope="session")
def emblem() -> bytes:
    """A picture that is nobody's emblem: a ring on a clear ground."""
    import io

    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (300, 248))
    ImageDraw.Draw(image).ellipse((10, 10, 238, 238), outline="black", width=12)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
