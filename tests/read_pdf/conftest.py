from __future__ import annotations

import warnings
from collections.abc import Callable

import pytest

from precis.reading.forms.pdf.reading import read_here
from precis.reading.line import FileText
from precis.writers.page import Page
from precis.writers.pdf import write_pdf


@pytest.fixture(scope="session")
def pdf(style, assets) -> Callable[[Page], bytes]:
    """Writes a page; a warning is an error, as the machine that tests has all that is needed."""

    def write(page: Page) -> bytes:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            return write_pdf(page, style, assets)

    return write


@pytest.fixture(scope="session")
def again(pdf) -> Callable[[Page], FileText]:
    """Writes a page, and reads the file by its structure."""
    return lambda page: read_here(pdf(page), "file.pdf")
