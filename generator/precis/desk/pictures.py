"""The pages of a text as pictures: the PDF that `precis build` makes, and of it the page that is looked at."""

from __future__ import annotations

import io
from dataclasses import replace

from precis.documents.summary_record import summary_record
from precis.model import PrecisError
from precis.source.kinds import WRITTEN
from precis.source.record import read_faulty
from precis.tasks.housed import housed, printed_by
from precis.tasks.rendering import Settings, render

__all__ = ["pages_of", "picture_of", "warm"]

_SCALE = 1.6
"""Dots for each point of the page: 115 dpi, which is sharp enough to read on a screen."""


def warm() -> None:
    """Load what sets pages and draws them, before anybody waits for it."""
    import pypdfium2  # noqa: F401
    import weasyprint  # noqa: F401


def pages_of(path: str, text: str, settings: Settings) -> tuple[bytes, int]:
    """The PDF of a text, and how many pages it has. Raises PrecisError with the faults of a text that has any."""
    import pypdfium2

    read = read_faulty(text, path, settings.assets, forms=WRITTEN)
    if read.faults:
        raise PrecisError(read.faults)
    record = read.placed.reading.record
    style, assets = housed(record, settings.house, settings.assets)
    view = printed_by(summary_record(record, assets, style.first_foot["qr_address"]), style, assets)
    ((_, data),), _ = render(view, replace(settings, formats=("pdf",)), assets)
    with pypdfium2.PdfDocument(data) as document:
        return data, len(document)


def picture_of(data: bytes, number: int) -> bytes:
    """A page of a PDF, the first is 1, as PNG. Raises IndexError for one that it has not."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        image = document[number - 1].render(scale=_SCALE).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()
