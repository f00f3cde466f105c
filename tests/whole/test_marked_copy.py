"""The marked copy: accepting all of its changes gives the corrected record, rejecting them the record as issued."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from precis.assets import shipped
from precis.documents.summary_record import summary_record
from precis.model import PrecisError, Record, Symbol
from precis.writers.marked import marked_page
from precis.writers.page import Page, make_page
from precis.writers.style import load_style
from tests.corrections.edits import edited
from tests.support import canonical, canonical_docx
from tests.support.changes import changes_found, changes_in, counted_changes, resolved_docx, resolved_page
from tests.support.documents import corrected_sample
from tests.support.office import Office
from tests.support.records import records

ASSETS = shipped()
STYLE = load_style("geneva", ASSETS)


def page_of(record: Record) -> Page:
    return make_page(summary_record(record, ASSETS, STYLE.first_foot["qr_address"]), STYLE, ASSETS)


def marked(old: Record, new: Record) -> tuple[Page, Page, Page]:
    before, after = page_of(old), page_of(new)
    return before, after, marked_page(before, after, "Permanent Mission of Ruritania", "2053-12-15")


def text_of(page: Page) -> list[str]:
    """The canonical text, without the numbers of paragraphs and notes: they are counted when a file is read."""
    copy = page.copy()
    for number in copy.body.iterfind(".//span[@class='number']"):
        number.text = ""
    for note in copy.body.iterfind(".//span[@class='note']"):
        note.set("data-mark", "*" if note.get("data-mark", "").startswith("*") else "1")
    return canonical.of_page(copy)


def test_every_kind_of_change_is_marked_and_can_be_taken_back() -> None:
    before, after, copy = marked(corrected_sample({}), corrected_sample())
    assert text_of(resolved_page(copy, accept=True)) == text_of(after)
    assert text_of(resolved_page(copy, accept=False)) == text_of(before)


def test_the_words_of_a_change_are_whole_and_few() -> None:
    _, _, copy = marked(corrected_sample({}), corrected_sample({"three weeks after": "four weeks after"}))
    assert [(each.tag, "".join(each.itertext())) for each in copy.body.iter("ins", "del")] == [
        ("del", "three"),
        ("ins", "four"),
    ]
    assert {each.get("data-author") for each in copy.body.iter("ins", "del")} == {"Permanent Mission of Ruritania"}


def test_nothing_is_marked_where_nothing_changed() -> None:
    before, _, copy = marked(corrected_sample({}), corrected_sample({}))
    assert etree.tostring(copy.root) == etree.tostring(before.root)


@pytest.mark.parametrize("accept", [True, False], ids=["accepted", "rejected"])
def test_the_word_file_can_be_accepted_and_rejected(accept: bool) -> None:
    from precis.writers.docx import write_docx

    before, after, copy = marked(corrected_sample({}), corrected_sample())
    data = resolved_docx(write_docx(copy, STYLE, ASSETS), accept=accept)
    expected = after if accept else before
    assert canonical.differences(canonical.of_page(expected), canonical_docx.of_docx(data)) == []


def test_the_word_file_holds_just_the_changes() -> None:
    from precis.writers.docx import write_docx

    _, _, copy = marked(
        corrected_sample({}), corrected_sample({"three weeks after": "four weeks after", "rose: 17:55": "rose: 18:05"})
    )
    assert changes_in(write_docx(copy, STYLE, ASSETS)) == [
        ("del", "three"),
        ("ins", "four"),
        ("del", "5.55"),
        ("ins", "6.05"),
    ]


def test_libreoffice_finds_just_the_changes(tmp_path: Path) -> None:
    from precis.writers.docx import write_docx

    _, _, copy = marked(corrected_sample({}), corrected_sample())
    data = write_docx(copy, STYLE, ASSETS)
    found = changes_found(Office(tmp_path).convert(data, "fodt"))
    assert found == counted_changes(data)
    assert found["insertion"] >= 6
    assert found["deletion"] >= 6


@pytest.mark.slow
@given(st.data())
@settings(max_examples=150, phases=(Phase.explicit, Phase.generate))
def test_any_edit_can_be_accepted_and_rejected(data: st.DataObject) -> None:
    fixed = {"symbol": Symbol.parse("CMW/C/SR.590"), "body": None, "language": "en", "reissued": None}
    old = replace(data.draw(records()), **fixed, notes_as_printed=None, title_as_printed=None)
    new = replace(data.draw(edited(old)), **fixed, notes_as_printed=None, title_as_printed=None)
    try:
        before, after, copy = marked(old, new)
    except PrecisError:
        return  # a record that no page can be made of, such as one whose notes are not called
    assert worded(resolved_page(copy, accept=True)) == worded(after)
    assert worded(resolved_page(copy, accept=False)) == worded(before)


def worded(page: Page) -> list[str]:
    """The canonical text without empty lines: a block without words has none that could be marked."""
    return [line for line in text_of(page) if line.strip(" •")]
