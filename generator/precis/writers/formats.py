"""The formats that documents are written in: one entry a format. A writer is loaded when it writes.

docs/how-to/format.md says how one is added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from precis.assets import Assets
    from precis.corrections.source import Corrected
    from precis.model import Record
    from precis.writers.page import Page
    from precis.writers.style import HouseStyle

__all__ = ["FORMATS", "USUAL", "Extras", "Format", "format_named"]


@dataclass(frozen=True, slots=True)
class Extras:
    """What a user may add to a build: a picture for the place of the emblem, a Word file to take styles from.

    `record` is the one whose document it is, None for a document of other things; `corrected` are the records of a
    corrigendum with their corrections, in its order, or the one that a reissued record was made of.
    """

    emblem: bytes | None = None
    reference: bytes | None = None
    record: Record | None = None
    corrected: tuple[Corrected, ...] = ()


Writer = Callable[["Page", "HouseStyle", "Assets", Extras], bytes]
"""Writes a page in a house style; the same arguments give the same bytes. PrecisError for extras out of form."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for `--to`, the ending of its files with the dot, what it is in a phrase, and its writer."""

    name: str
    ending: str
    help: str
    write: Writer


def _pdf(page: Page, style: HouseStyle, assets: Assets, extras: Extras) -> bytes:
    from precis.writers.pdf import write_pdf

    return write_pdf(page, style, assets, extras.emblem)


def _docx(page: Page, style: HouseStyle, assets: Assets, extras: Extras) -> bytes:
    from precis.writers.docx import write_docx

    return write_docx(page, style, assets, extras.emblem, extras.reference)


def _html(page: Page, style: HouseStyle, assets: Assets, extras: Extras) -> bytes:
    from precis.writers.html import write_html

    return write_html(page, style, assets, extras.emblem).encode()


def _akn(page: Page, style: HouseStyle, assets: Assets, extras: Extras) -> bytes:
    from precis.model import PrecisError
    from precis.writers.akn import write_akn

    del style
    if extras.record is None and extras.corrected:
        from precis.writers.akn_corrigendum import write_corrigendum

        return write_corrigendum(page, extras.corrected, assets)
    if extras.record is None:
        message = "Akoma Ntoso is written of records and of corrigenda; name another format with --to"
        raise PrecisError.one("akn-kind", message)
    # The record that a reissued one was made of.
    before = extras.corrected[0].record if extras.corrected else None
    return write_akn(page, extras.record, assets, before)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format("pdf", ".pdf", "PDF, archival and accessible (PDF/A-2a and PDF/UA-1)", _pdf),
            Format("docx", ".docx", "a Word file, with real styles, footnotes and numbering", _docx),
            Format("html", ".html", "a web page, in one file", _html),
            Format("akn", ".xml", "Akoma Ntoso, for archives of documents; of records and corrigenda", _akn),
        )
    }
)
"""All formats by their names."""

USUAL = ("pdf", "docx")
"""What is written if no format is named."""


def format_named(name: str) -> Format:
    """The format of that name; PrecisError if there is none."""
    if name not in FORMATS:
        from precis.model import PrecisError

        raise PrecisError.one("unknown-format", f"there is no format '{name}'; choose one of: {', '.join(FORMATS)}")
    return FORMATS[name]
