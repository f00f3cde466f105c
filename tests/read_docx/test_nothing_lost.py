"""Every letter and digit of a Word file is in a line or a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from precis.assets import Assets, shipped
from precis.documents.summary_record import summary_record
from precis.documents.view import View
from precis.model import Call, List, ListItem, Note, Paragraph, PrecisError, Record, Run, Symbol
from precis.reading.forms.docx import read_docx
from precis.writers.docx import write_docx
from precis.writers.page import make_page
from precis.writers.style import HouseStyle, load_style
from tests.conftest import ROOT
from tests.read_docx.letters import lost
from tests.read_docx.shown import of_text, of_view
from tests.support.documents import CORRECTIONS, RECORDS, page_of, view_of
from tests.support.records import records

REAL = ROOT.parent / "shared" / "real-documents"


def docx_of(view: View, assets: Assets) -> bytes:
    style = load_style("geneva", assets)
    return write_docx(make_page(view, style, assets), style, assets)


@pytest.mark.parametrize("name", RECORDS)
def test_the_lines_of_our_own_files_are_those_of_the_model(name: str, assets: Assets) -> None:
    view = view_of(name)
    data = docx_of(view, assets)
    text = read_docx(data, "record.docx", shipped())
    assert of_text(text) == of_view(view, notice=view.names["sample"])
    assert lost(data, text) == []
    assert text.unit == "paragraph"


STARRED = Record(
    language="ar",
    title_as_printed=(Run("Summary record"), Call("1")),
    notes_as_printed=(Note((Run("CCPR/C/SR.2041*"),)),),
)
"""In Arabic a star behind Latin letters has a mark of direction behind it."""


@settings(max_examples=60)
@given(records())
@example(STARRED)
def test_the_lines_of_any_record_are_those_of_the_model(record: Record) -> None:
    assets = shipped()
    record = replace(record, symbol=record.symbol or Symbol("CMW/C", 7), body="cmw")
    try:
        view = summary_record(record, assets, "https://docs.un.org/{language}/{symbol}")
    except PrecisError:  # an asterisk without a note
        return
    data = docx_of(view, assets)
    text = read_docx(data, "record.docx", shipped())
    assert of_text(text) == of_view(view, notice=view.names["sample"])
    assert lost(data, text) == []


@pytest.mark.parametrize("name", CORRECTIONS)
@pytest.mark.parametrize("rejected", [False, True])
def test_nothing_is_lost_of_other_documents_of_ours(
    name: str, rejected: bool, style: HouseStyle, assets: Assets
) -> None:
    data = write_docx(page_of(name), style, assets)
    assert lost(data, read_docx(data, "own.docx", shipped(), rejected=rejected)) == []


def test_a_marked_copy_is_read_as_it_was_and_as_it_is(style: HouseStyle, assets: Assets) -> None:
    data = write_docx(page_of("marked copy"), style, assets)
    after = view_of("marked copy")
    notice = after.names["sample"]
    assert after.marking is not None
    assert of_text(read_docx(data, "copy.docx", shipped())) == of_view(after, notice=notice)
    assert of_text(read_docx(data, "copy.docx", shipped(), rejected=True)) == of_view(
        after.marking.before, notice=notice
    )


@pytest.mark.parametrize("name", ["ADAS-37-02.docx", "A_80_604_Add.1.docx"])
def test_nothing_is_lost_of_real_files(name: str) -> None:
    path = REAL / name
    if not path.exists():
        pytest.skip(f"{name} is not here (../shared/real-documents)")
    data = path.read_bytes()
    assert lost(data, read_docx(data, name, shipped())) == []


def test_a_letter_behind_one_of_a_deeper_level_that_stood_under_a_bullet(assets: Assets) -> None:
    """Word counts a level that was passed over: (b) would stand where the record has (a)."""
    places = ((1, "a"), (2, ""), (3, "a"), (2, "a"), (1, "b"))
    items = tuple(ListItem((Run(f"item {number}"),), *place) for number, place in enumerate(places))
    record = Record(symbol=Symbol("CMW/C", 7), body="cmw", blocks=(Paragraph(1, (Run("They had:"),)), List(items)))
    view = summary_record(record, assets, "https://docs.un.org/{language}/{symbol}")
    lines = of_text(read_docx(docx_of(view, assets), "record.docx", assets))
    labels = [line.split("item")[0] for line in lines if line.startswith("bullet")]
    assert labels == ["bullet | > (a) ", "bullet |   ", "bullet |     (a) ", "bullet |   (a) ", "bullet | (b) "]
