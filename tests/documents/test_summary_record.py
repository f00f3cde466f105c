"""What the cover of a summary record says: cases of front matter, and of lines of the page by their classes.

A case gives the fields that differ from those of FULL; a note is printed as its mark and its text in braces.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import PrecisError
from precis.source.record import read_record
from precis.writers.page import Page, make_page
from precis.writers.style import HouseStyle
from tests.support.cases import Case, each_case

FULL = """symbol: CMW/C/SR.590
session: 39
held: 2024-12-13 15:00
place: Palais Wilson, Geneva
chair: Ms. Diallo
issued: 2024-12-17
original: en
began: 15:00
rose: 18:00
"""
REST = "No summary record was prepared for the rest of the meeting."
GAP = "No summary records were issued for the 580th to the 589th meetings."


def page_of(front: str, assets: Assets, style: HouseStyle, body: str = "") -> Page:
    record = read_record(f"---\n{front}---\n\n{body}", "x.md", assets)
    return make_page(summary_record(record, assets, style.first_foot["qr_address"]), style, assets)


def lines(page: Page, cls: str) -> list[str]:
    """The texts of the page's elements of a class, with a note as its mark and its text in braces."""
    out = []
    for element in page.root.iterfind(f".//*[@class='{cls}']"):
        copy = etree.fromstring(etree.tostring(element, with_tail=False))
        for note in copy.iterfind(".//span[@class='note']"):
            note.text = f"{note.get('data-mark')}{{{note.text or ''}"
            note.tail = f"}}{note.tail or ''}"
        out.append(" ".join("".join(copy.itertext()).split()))
    return out


@each_case([Path(__file__).with_name("covers.txt")])
def test_the_cover(case: Case, assets: Assets, style: HouseStyle) -> None:
    front, expected = case.texts
    set_again = {line.split(":")[0] for line in front.splitlines()}
    usual = "".join(line + "\n" for line in FULL.splitlines() if line.split(":")[0] not in set_again)
    page = page_of(f"{usual}{front}\n", assets, style)
    classes = dict.fromkeys(line.split(": ")[0] for line in expected.split("\n"))
    assert "\n".join(f"{cls}: {words}" for cls in classes for words in lines(page, cls)) == expected


def test_a_reissued_record_moves_the_other_asterisks_on(assets: Assets, style: HouseStyle) -> None:
    front = FULL.replace("SR.590", "SR.590*") + "reissued: 2025-01-17\ncoverage: partial\nunrecorded: 580-589\n"
    page = page_of(front, assets, style)
    assert lines(page, "symbol") == ["CMW/C/SR.590*{Reissued for technical reasons on 17 January 2025.}"]
    assert lines(page, "title") == [f"Summary record (partial)**{{{REST}}} of the 590th meeting***{{{GAP}}}"]


def test_contents_are_the_headings_without_symbols_and_agenda_items(assets: Assets, style: HouseStyle) -> None:
    body = (
        "# Consideration of reports (agenda item 4) (*continued*)\n\n"
        "## Initial report of Ruritania (*continued*) (CMW/C/RUR/1; CMW/C/RUR/Q/1 and Add.1)\n\n"
        "## Report of Grand Fenwick (CMW/C/GFW/1)\n\n### Not in the contents\n"
    )
    page = page_of(FULL, assets, style, body)
    assert lines(page, "contents-1") == ["Consideration of reports (continued)"]
    assert lines(page, "contents-2") == [
        "Initial report of Ruritania (continued)",
        "Report of Grand Fenwick",
    ]
    assert page.root.findtext(".//p[@class='contents-1']/i") == "continued"


def test_notes_as_printed_win(assets: Assets, style: HouseStyle) -> None:
    notes = f"notes:\n- {REST}\n- No summary records were issued for the 580th to 589th meetings.\n"
    page = page_of(FULL + "coverage: partial\nunrecorded: 580-589\n" + notes, assets, style)
    assert lines(page, "title")[0].endswith("No summary records were issued for the 580th to 589th meetings.}")


def test_footnotes_of_the_text_are_numbered_in_order(assets: Assets, style: HouseStyle) -> None:
    page = page_of(FULL, assets, style, "One.[^b] Two.[^a]\n\n[^a]: Second.\n\n[^b]: First.\n")
    assert lines(page, "paragraph") == ["1. One.1{First.} Two.2{Second.}"]


def test_gaps_are_printed_and_told(assets: Assets, style: HouseStyle) -> None:
    record = read_record("---\nsymbol: CMW/C/SR.620\n---\n", "x.md", assets)
    view = summary_record(record, assets, style.first_foot["qr_address"])
    assert view.gaps == ("session", "issued", "original", "place", "held", "chair", "began", "rose")
    page = make_page(view, style, assets)
    assert lines(page, "held") == ["Held [place], on [day], [date], at [time]"]
    assert "[date of issue]" in lines(page, "gap")


def test_a_document_needs_a_symbol(assets: Assets, style: HouseStyle) -> None:
    with pytest.raises(PrecisError, match=r"the record has no symbol; give it one, such as symbol: CMW/C/SR.590"):
        page_of(FULL.replace("symbol: CMW/C/SR.590\n", "meeting: 590\n"), assets, style)
