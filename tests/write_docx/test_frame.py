"""What stands about the text: paper, masthead, running heads and feet, the foot of page 1."""

from __future__ import annotations

import pytest

from precis.writers.page import Page
from tests.support.canonical_docx import Docx, W
from tests.support.pages import COVER, MASTHEAD, document

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture
def docx(record: Page, write) -> Docx:
    return Docx(write(record))


def attributes(element, *names: str) -> tuple[str | None, ...]:
    return tuple(element.get(f"{W}{name}") for name in names)


def heads(docx: Docx) -> dict[str, tuple[str, str | None]]:
    """The text and alignment of the head of each kind of page."""
    found = {}
    for each in docx.document.iter(f"{W}headerReference"):
        paragraph = docx.part(docx.related(each.get(f"{R}id"))).find(f"{W}p")
        align = paragraph.find(f"{W}pPr/{W}jc")
        found[each.get(f"{W}type")] = "".join(paragraph.itertext()), None if align is None else align.get(f"{W}val")
    return found


def foot(docx: Docx, kind: str) -> str:
    """The last line of a foot: tabs as ">", the page's number as "#"."""
    words = ""
    for part in docx.foot(kind).findall(f"{W}p")[-1]:
        if part.tag == f"{W}fldSimple":
            words += "#"
        elif part.tag == f"{W}r":
            words += ">" * len(part.findall(f"{W}tab")) + (part.findtext(f"{W}t") or "")
    return words


def test_the_new_geneva_page(docx: Docx) -> None:
    """docs/conventions.md §1.1."""
    section = docx.document.find(f".//{W}sectPr")
    assert attributes(section.find(f"{W}pgSz"), "w", "h", "code") == ("11907", "16840", "9")
    margins = attributes(section.find(f"{W}pgMar"), "top", "right", "bottom", "left", "header", "footer")
    assert margins == ("1418", "1134", "1134", "1134", "851", "567")
    assert section.find(f"{W}titlePg") is not None
    assert docx.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_the_masthead_is_the_floating_table_of_the_template(docx: Docx) -> None:
    """docs/conventions.md §1.3."""
    table = docx.document[0][0]
    place = attributes(table.find(f"{W}tblPr/{W}tblpPr"), "horzAnchor", "vertAnchor", "tblpX", "tblpY", "leftFromText")
    assert place == ("page", "page", "1134", "284", "142")
    assert [each.get(f"{W}w") for each in table.find(f"{W}tblGrid")] == ["1276", "2268", "3260", "2835"]
    heights = [attributes(row.find(f"{W}trPr/{W}trHeight"), "val", "hRule") for row in table.iterfind(f"{W}tr")]
    assert heights == [("851", "exact"), ("2835", "exact")]
    rules = [row.find(f".//{W}tcBorders/{W}bottom").get(f"{W}sz") for row in table.iterfind(f"{W}tr")]
    assert rules == ["4", "12"]


@pytest.mark.parametrize(("text", "size"), [("United Nations", "28"), ("CMW", "40"), ("International", "28")])
def test_the_sizes_of_the_masthead(text: str, size: str, docx: Docx) -> None:
    run = next(run for run in docx.document[0][0].iter(f"{W}r") if "".join(run.itertext()).startswith(text))
    assert run.find(f"{W}rPr/{W}sz").get(f"{W}val") == size


def test_the_text_begins_on_a_page_of_its_own(docx: Docx) -> None:
    begins = [each for each in docx.document[0] if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert ["".join(each.itertext())[:14] for each in begins] == ["The discussion"]


def test_a_heading_that_begins_the_text_stands_at_the_head_of_the_page(write) -> None:
    cover = COVER.format(contents="")
    docx = Docx(write(document('<h2 class="heading-1">H</h2><p class="line">x</p>', before=MASTHEAD + cover)))
    heading = next(docx.document.iter(f"{W}pageBreakBefore")).getparent()
    assert attributes(heading.find(f"{W}spacing"), "before", "after", "line", "lineRule") == (
        "0",
        "120",
        "240",
        "exact",
    )


def test_without_a_cover_no_page_begins(write) -> None:
    assert not list(
        Docx(write(document('<p class="line">x</p>', before=MASTHEAD))).document.iter(f"{W}pageBreakBefore")
    )


def test_heads_carry_the_symbol_on_the_outer_side(docx: Docx) -> None:
    symbol = "CMW/C/SR.1960"
    assert heads(docx) == {"even": (symbol, None), "default": (symbol, "right"), "first": ("", None)}


def test_feet_carry_the_number_on_the_outer_side_and_the_notice_on_every_page(docx: Docx) -> None:
    notice = "Sample: not a United Nations document"
    assert foot(docx, "even") == f"#>{notice}"
    assert foot(docx, "default") == f">{notice}>#"
    assert foot(docx, "first") == f"GE.91-00001 (E)>{notice}"


def test_without_a_notice_the_feet_carry_the_number_alone(write) -> None:
    docx = Docx(write(document('<p class="line">x</p>')))
    assert [foot(docx, kind) for kind in ("even", "default", "first")] == ["#>", ">>#", ""]


def test_the_qr_code_stands_where_it_is_published(docx: Docx) -> None:
    """docs/conventions.md §1.5, in English Metric Units, 635 to the twip."""
    code = next(docx.foot("first").iter("{*}anchor"))
    place = [int(code.find(f"{{*}}position{axis}/{{*}}posOffset").text) // 635 for axis in "HV"]
    size = code.find("{*}extent")
    assert (place, int(size.get("cx")) // 635, int(size.get("cy")) // 635) == ([9928, 15562], 900, 900)
    assert code.find("{*}docPr").get("descr") == "QR code with the address of this document"
