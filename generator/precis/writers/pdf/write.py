"""Page → PDF with WeasyPrint."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from precis.assets import Assets
from precis.writers.page import Page
from precis.writers.pdf.css import style_sheet
from precis.writers.pdf.engine import laid_out, page_source, quick
from precis.writers.pdf.fetch import fetcher, pictures_of
from precis.writers.pdf.finish import VARIANT, Finisher
from precis.writers.pdf.frame import frame_sheet
from precis.writers.pdf.mirror import mirrored
from precis.writers.pdf.prepare import prepared
from precis.writers.pdf.sheet import sheet_sheet
from precis.writers.pdf.tools import check_fonts, heard
from precis.writers.style import HouseStyle

__all__ = ["write_pdf"]


def write_pdf(page: Page, style: HouseStyle, _assets: Assets, emblem: bytes | None = None) -> bytes:
    """Set `page` in `style`: a file that is PDF/A-2a and PDF/UA-1, the same bytes for the same page.

    `emblem` is a PNG or JPEG file for the place in the masthead, which stays empty without it. Raises PrecisError for
    an emblem that is no such picture. Warns when a font or a tool is missing that the file needs to look as printed.
    """
    style = style.design(page.design, page.language)
    pictures = pictures_of(page, style, emblem)
    ready = prepared(page, style, emblem=emblem is not None)
    with heard(), quick():
        source = page_source(ready.root, fetcher(pictures))
        frame = sheet_sheet(style) if page.design == "sheet" else frame_sheet(style)
        house = f"{style_sheet(style)}\n{frame}"
        sheets = [_sheet(text) for text in (mirrored(house) if style.rtl else house, ready.shared, ready.own)]
        document = laid_out(source, stylesheets=sheets, pdf_variant=VARIANT)
        data: bytes = document.write_pdf(finisher=Finisher(document), pdf_variant=VARIANT)
    check_fonts(document.fonts.values(), style)
    return data


@lru_cache(maxsize=32)
def _sheet(text: str) -> Any:
    """A style sheet, read once: most documents share theirs."""
    from weasyprint import CSS

    return CSS(string=text)
