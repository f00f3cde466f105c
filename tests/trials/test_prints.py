"""Prints of drafts, scans and Word: numbers of lines and pages, words without blanks, layers of recognised letters."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.read_docx.made import docx
from tests.read_pdf.made import page_of, printed, stream
from tests.support.office import Office
from tests.trials.made import COVER, paragraph, printed_page, seen

SAID = ("1. The Chair said that it was so.", "2. Mr. Okonjo thanked the Chair.")
BLOCKS = ["**The Chair** said that it was so.", "**Mr. Okonjo** thanked the Chair."]
OPENING, CLOSING = "The meeting was called to order at 3.05 p.m.", "The meeting rose at 5.45 p.m."
TEXT = (*COVER, OPENING, COVER[12], *SAID, CLOSING)
LONG = "noted with interest the replies of the delegation to the questions that members had put to it on the report"
COURIER = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
"""Each letter takes six tenths of its size."""
STEP, LEFT, SIZE = 16, 20, 8


def _set(words: str, left: float, line: int, mode: int = 0) -> bytes:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT %d Tr /F %d Tf 1 0 0 1 %g %d Tm (%s) Tj ET\n" % (mode, SIZE, left, 780 - STEP * line, escaped)


def _whole(line: int, words: str) -> bytes:
    return _set(words, LEFT, line)


def _unseen(line: int, words: str) -> bytes:
    """Words that are not drawn, as character recognition puts them over the picture of a page."""
    return _set(words, LEFT, line, mode=3)


def _by_words(line: int, words: str) -> bytes:
    """Each word by itself, without blanks."""
    starts = [at for at in range(len(words)) if words[at] != " " and words[at - 1 : at] in ("", " ")]
    return b"".join(_set(words[at:].split(" ")[0], LEFT + 0.6 * SIZE * at, line) for at in starts)


def _by_letters(line: int, words: str) -> bytes:
    return b"".join(_set(sign, LEFT + 0.6 * SIZE * at, line) for at, sign in enumerate(words) if sign != " ")


@pytest.mark.parametrize("way", [_whole, _unseen, _by_words, _by_letters])
def test_ways_to_set_words(way: Callable[[int, str], bytes], tmp_path: Path) -> None:
    content = b"".join(way(line, words) for line, words in enumerate(TEXT))
    found = seen(page_of(stream(content), more={5: COURIER}), tmp_path, "set.pdf")
    assert found.blocks[1:] == BLOCKS
    assert {finding.code for finding in found.findings} <= {"emphasis-restored", "usual-form"}


def test_words_about_a_page(tmp_path: Path) -> None:
    """What is printed beyond its edge, and along it."""
    edge = _set("C:\\RECORDS\\SR1953.DOC 2053-12-02", LEFT, 48)
    margin = b"BT /F 8 Tf 0 1 -1 0 15 300 Tm (Please recycle) Tj ET\n"
    content = b"".join(_whole(line, words) for line, words in enumerate(TEXT)) + edge + margin
    found = seen(page_of(stream(content), more={5: COURIER}), tmp_path, "set.pdf")
    assert found.blocks[1:] == BLOCKS
    assert found.told("page-furniture") == ["Please recycle"]
    assert found.told("cover-unread") == ["C:\\RECORDS\\SR1953.DOC 2053-12-02"]


PAGES = [[f"{number}. The Chair {LONG} {number}." for number in range(first, first + 6)] for first in (1, 7, 13)]
ALL = [f"**The Chair** {LONG} {number}." for number in range(1, 19)]


def _pages(foot: Callable[[int], str]) -> bytes:
    """Three pages with something at their feet."""
    pages = []
    for number, paragraphs in enumerate(PAGES, 1):
        lines = [*(TEXT[:15] if number == 1 else ()), *paragraphs, *((CLOSING,) if number == 3 else ())]
        pages.append([*((40, 60 + STEP * at, line) for at, line in enumerate(lines)), (270, 800, foot(number))])
    return printed(*pages)


@pytest.mark.parametrize(
    "foot",
    [
        "{0}".format,
        "- {0} -".format,
        "{0}/3".format,
        "Page {0} of 3".format,
        "{0} | P a g e".format,
        "P a g e | {0}".format,
        lambda number: "i" * number,
    ],
    ids=["figure", "dashes", "of all", "in words", "in letters apart", "in letters before", "Roman"],
)
def test_numbers_of_pages(foot: Callable[[int], str], tmp_path: Path) -> None:
    found = seen(_pages(foot), tmp_path, "pages.pdf")
    assert found.blocks[1:] == ALL
    assert found.told("page-number") == [" ".join(map(foot, (1, 2, 3)))]


@pytest.mark.parametrize("odd", ["1", "ii"])
def test_a_figure_at_a_foot_that_is_no_number_of_the_page(odd: str, tmp_path: Path) -> None:
    """Other pages have theirs in another form, or it is that of another page."""
    found = seen(_pages(lambda number: odd if number == 1 else f"{number}/3"), tmp_path, "pages.pdf")
    assert found.told("page-number") == ["2/3 3/3"]


def test_two_pages_on_one(tmp_path: Path) -> None:
    import pypdfium2
    import pypdfium2.raw

    document = pypdfium2.PdfDocument(_pages("{0}".format))
    both = pypdfium2.PdfDocument(pypdfium2.raw.FPDF_ImportNPagesToOne(document.raw, 842, 595, 2, 1))
    target = io.BytesIO()
    both.save(target)
    assert seen(target.getvalue(), tmp_path, "pages.pdf").blocks[1:] == ALL


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines(step: int, tmp_path: Path) -> None:
    """On the last page stand too few to be known by themselves."""
    section = f'<w:sectPr><w:lnNumType w:countBy="{step}" w:restart="newPage"/></w:sectPr>'
    body = [f"{number}.\t<b>The Chair</b> {LONG}, and {LONG}, and {LONG}." for number in range(1, 13)]
    lines = (*COVER, OPENING, f"<b>{COVER[12]}</b>", *body, CLOSING)
    print_ = Office(tmp_path).convert(docx("".join(map(paragraph, lines)) + section))
    found = seen(print_, tmp_path, "lines.pdf")
    assert found.blocks[1:] == [f"**The Chair** {LONG}, and {LONG}, and {LONG}."] * 12
    first, last = found.told("page-furniture")
    assert len(first.split()) >= 50 // step
    assert last.split() == [str(number) for number in range(step, step * (len(last.split()) + 1), step)]


def test_paragraphs_in_lines_that_are_numbered_one_by_one_are_no_counted_lines(tmp_path: Path) -> None:
    lines = [(40.0, 60 + STEP * at, words) for at, words in enumerate(TEXT[:15])]
    said = [(40.0, 60 + STEP * at, str(at + 1)) for at in range(30)]
    more = [(70.0, 60 + STEP * at, "The Chair said that it was so.") for at in range(30)]
    end = (40.0, 60 + STEP * 31, CLOSING)
    found = seen(
        printed(lines, [each for pair in zip(said, more, strict=True) for each in pair] + [end]), tmp_path, "p.pdf"
    )
    assert not found.told("page-furniture")


def test_a_note_on_the_page_after_its_call(tmp_path: Path) -> None:
    """WeasyPrint sets it there where the call is in the last lines of a page; paragraphs go on over notes."""
    style = ".note{float:footnote;font-size:8pt} p{hyphens:auto;text-align:justify}"
    note = '<span class="note">See A/108/48, paragraphs 12 to 14, and the documents listed there.</span>'
    words = f"intergovernmental considerations notwithstanding, {LONG}, and {LONG}, and {LONG}, and {LONG}."
    body = "".join(
        f"<p>{number}. <b>The Chair</b> {words}{note if number % 3 == 0 else ''}</p>" for number in range(1, 19)
    )
    found = seen(printed_page(body, style), tmp_path, "notes.pdf").blocks[1:]
    calls = [f"[^{number // 3}]" if number % 3 == 0 else "" for number in range(1, 19)]
    assert found[:18] == [f"**The Chair** {words}{call}" for call in calls]
    assert found[18:] == [
        f"[^{number}]: See A/108/48, paragraphs 12 to 14, and the documents listed there." for number in range(1, 7)
    ]


def test_a_note_over_two_pages(tmp_path: Path) -> None:
    style = ".note{float:footnote;font-size:8pt}"
    note = f'<span class="note">{f"The Committee {LONG}. " * 14}</span>'
    words = f"{LONG}, and {LONG}, and {LONG}, and {LONG}."
    body = "".join(f"<p>{number}. <b>The Chair</b> {words}{note if number == 4 else ''}</p>" for number in range(1, 12))
    found = seen(printed_page(body, style), tmp_path, "notes.pdf").blocks[1:]
    assert found[:11] == [f"**The Chair** {words}{'[^1]' if number == 4 else ''}" for number in range(1, 12)]
    assert found[11:] == [f"[^1]: {f'The Committee {LONG}. ' * 14}".strip()]
