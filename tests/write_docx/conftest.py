from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from precis.writers.docx import write_docx
from precis.writers.page import Page
from precis.writers.style import HouseStyle
from tests.support.office import Office
from tests.support.pages import page_from

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.fixture(scope="session", params=PAGES, ids=lambda path: path.stem)
def page(request: pytest.FixtureRequest) -> Page:
    """Each of the pages made by hand: between them they use every element of the vocabulary."""
    return page_from(request.param)


@pytest.fixture(scope="session")
def record() -> Page:
    """A summary record with all that can stand in one."""
    return page_from(Path(__file__).parent / "pages" / "record.html")


@pytest.fixture(scope="session")
def marked() -> Page:
    """A marked copy: words and whole paragraphs inserted and deleted."""
    return page_from(Path(__file__).parent / "pages" / "marked.html")


@pytest.fixture
def write(style: HouseStyle, assets: Assets):
    """`write_docx` with the house style and the templates given."""

    def written(page: Page, **more: bytes) -> bytes:
        return write_docx(page, style, assets, **more)

    return written


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))
