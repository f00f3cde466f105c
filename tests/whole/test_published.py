"""A published record, read from its text and built again: the pages and lines it was published with."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.source.record import print_record
from precis.tasks.build import build
from precis.tasks.rendering import Settings
from tests.support.office import Office, printed_lines


@pytest.fixture
def published(closing_2024: Path, in_tmp: Path, assets: Assets) -> dict[str, bytes]:
    """The files built from the text of CMW/C/SR.590, by ending."""
    from precis.reading.files import read_file

    Path("590.md").write_text(print_record(read_file(closing_2024, assets).record), encoding="utf-8")
    built = build(["590.md"], Path("out"), Settings())
    assert [path.name for path in built.paths] == ["CMW_C_SR.590-en.pdf", "CMW_C_SR.590-en.docx"]
    return {path.suffix: path.read_bytes() for path in built.paths}


def words(lines: list[str]) -> str:
    return " ".join(lines)


def text_of(pages: list[list[str]], number: int, symbol: str) -> list[str]:
    """The lines of a page between its running head and its page number."""
    lines = pages[number - 1]
    frame = [symbol, str(number)]
    assert all(part in lines for part in frame), "each page has its running head and its number"
    return [line for line in lines if line not in frame]


def check_breaks(pages: list[list[str]]) -> None:
    assert len(pages) == 3
    assert words(text_of(pages, 2, "CMW/C/SR.590")).endswith("Racial Discrimination, the challenges")
    assert words(text_of(pages, 3, "CMW/C/SR.590")).startswith("the Committee was facing and the contribution")


def test_the_pdf_has_the_published_page_breaks(published: dict[str, bytes]) -> None:
    check_breaks(printed_lines(published[".pdf"]))


def test_the_docx_set_by_libreoffice_has_the_same_pages_and_lines(published: dict[str, bytes], tmp_path: Path) -> None:
    ours = printed_lines(published[".pdf"])
    office = printed_lines(Office(tmp_path).convert(published[".docx"]))
    check_breaks(office)
    for number in (2, 3):
        expected, found = (text_of(pages, number, "CMW/C/SR.590") for pages in (ours, office))
        matcher = difflib.SequenceMatcher(None, expected, found, autojunk=False)
        same = sum(block.size for block in matcher.get_matching_blocks())
        print(f"page {number}: {same} of {len(expected)} lines break at the same words")
        assert same >= 0.99 * len(expected)


def test_a_record_without_its_cover_builds_with_what_is_set(closing_2025: Path, in_tmp: Path) -> None:
    from click.testing import CliRunner

    from precis.cli import Exit, main

    def run(*given: str) -> int:
        words = [
            "parse",
            "--force",
            str(closing_2025),
            "-o",
            "608.md",
            *(part for each in given for part in ("--set", each)),
        ]
        return CliRunner().invoke(main, words, catch_exceptions=False).exit_code

    assert run() == Exit.MISSING
    given = ["symbol=CMW/C/SR.608", "held=2025-04-17 15:00", "place=Palais Wilson, Geneva", "chair=Mr. Corzo Sosa"]
    assert run(*given, "issued=2025-04-24", "original=en") == Exit.DONE
    built = build(["608.md"], Path("out"), Settings(formats=("pdf",)))
    pages = printed_lines(built.paths[0].read_bytes())
    assert "Fortieth session" in pages[0]
    assert "Held at the Palais Wilson, Geneva, on Thursday, 17 April 2025, at 3 p.m." in pages[0]
    assert not any("[" in line for line in pages[0])
