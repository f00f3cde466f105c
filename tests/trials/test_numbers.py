"""Figures that are no numbers of pages, and numbers of paragraphs that look otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read_docx.made import docx
from tests.trials.made import COVER, page, paragraph, seen, word

ONE, TWO = "1.\t<b>The Chair</b> gave the figures:", "2.\t<b>Mr. Okonjo</b> thanked the Chair."
OPENING, CLOSING = "The meeting was called to order at 3.05 p.m.", "The meeting rose at 5.45 p.m."


def _row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def test_rows_of_one_figure(tmp_path: Path) -> None:
    table = f"<w:tbl>{_row('Year', 'Fines')}{_row('2051', '37')}{_row('', '12')}{_row('2052', '')}</w:tbl>"
    found = seen(word([paragraph(ONE), table, paragraph(TWO)]), tmp_path, "rows.docx")
    assert found.blocks[2] == "| Year | Fines |\n|---|---|\n| 2051 | 37 |\n|  | 12 |\n| 2052 |  |"
    assert not found.told("page-number")


def test_a_table_of_one_column(tmp_path: Path) -> None:
    found = seen(
        word([paragraph(ONE), f"<w:tbl>{''.join(map(_row, ['Votes', '8', '3']))}</w:tbl>", paragraph(TWO)]),
        tmp_path,
        "column.docx",
    )
    assert found.blocks[2] == "| Votes |\n|---|\n| 8 |\n| 3 |"


def test_rows_of_a_page(tmp_path: Path) -> None:
    body = "<p>1. The figures:</p><table><tr><td>Year</td><td>Fines</td></tr><tr><td></td><td>12</td></tr></table>"
    assert "|  | 12 |" in seen(page(body).encode(), tmp_path, "rows.html").blocks[2]


def test_items_and_lines_of_one_figure(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="List Bullet"/></w:style>'
    items = [paragraph(each, '<w:pStyle w:val="B"/>') for each in ("16", "22")]
    found = seen(word([paragraph(ONE), *items, paragraph("23"), paragraph(TWO)], styles=styles), tmp_path, "list.docx")
    assert found.blocks[2:4] == ["- 16\n- 22", "23 {-}"]


def _plain(*lines: str) -> bytes:
    return "\n\n".join([*COVER, OPENING, COVER[-1], *lines, CLOSING]).encode()


def test_numbers_that_run_with_the_pages_are_taken_off(tmp_path: Path) -> None:
    long = "said that the Committee had continued its work on the joint general comment. " * 12
    lines = [line for at in range(1, 5) for line in (f"{at}. The Chair {long}", str(at + 1))]
    found = seen(_plain(*lines), tmp_path, "pages.txt")
    assert found.told("page-number") == ["2", "3", "4", "5"]
    assert len(found.blocks) == 5


@pytest.mark.parametrize("number", ["{}) ", "{}\t", "{}.\t", "{} "])
def test_typed_numbers_without_a_full_stop(number: str, tmp_path: Path) -> None:
    words = ["<b>The Chair</b> said that it was so.", "<b>Mr. Okonjo</b> thanked the Chair.", "<b>Ms. Kim</b> left."]
    body = [paragraph(number.format(at) + text) for at, text in enumerate(words, 1)]
    found = seen(word(body), tmp_path, "typed.docx")
    assert found.blocks[1:] == [text.replace("<b>", "**").replace("</b>", "**") for text in words]
    assert not found.told("number-counted")


def test_a_list_in_a_numbered_text_stays_as_typed(tmp_path: Path) -> None:
    found = seen(
        _plain("1. The Chair asked for:", "1) data;", "2) a report.", "2. Mr. Okonjo left."), tmp_path, "a.txt"
    )
    assert "1) data; {-}" in found.blocks


def test_numbers_in_a_column_of_their_own(tmp_path: Path) -> None:
    rows = [("1.", "<b>The Chair</b> said that it was so."), ("2.", "<b>Mr. Okonjo</b> thanked the Chair.")]
    found = seen(word([f"<w:tbl>{''.join(_row(*row) for row in rows)}</w:tbl>"]), tmp_path, "layout.docx")
    assert found.blocks[1:] == ["**The Chair** said that it was so.", "**Mr. Okonjo** thanked the Chair."]


def test_a_list_that_begins_again_at_1(tmp_path: Path) -> None:
    lines = ["1. The Chair asked for:", "1. the data of the State;", "2. a report of it.", "2. Mr. Okonjo left."]
    found = seen(_plain(*lines), tmp_path, "again.txt")
    assert found.blocks[2] == "- 1. the data of the State;\n- 2. a report of it."
    assert not found.told("number-unexpected")


@pytest.mark.parametrize("place", [2, 5, 8])
def test_a_figure_on_a_cover_is_no_number_of_a_page(place: int, tmp_path: Path) -> None:
    lines = [*COVER[:place], "7" if place > 2 else "412", *COVER[place:], OPENING]
    found = seen(word_of(lines), tmp_path, "cover.docx")
    assert found.told("cover-unread") == ["7" if place > 2 else "412"]
    assert not found.told("page-number")


def test_two_figures_beside_each_other_are_no_number(tmp_path: Path) -> None:
    lines = [*COVER[:9], "745 3", *COVER[9:], OPENING]
    assert seen(word_of(lines), tmp_path, "cover.docx").told("cover-unread") == ["745 3"]


def test_a_figure_behind_other_words_of_a_cover_is_told(tmp_path: Path) -> None:
    lines = [*COVER[:3], f"{COVER[3]}\t7", *COVER[4:], OPENING]
    found = seen(word_of(lines), tmp_path, "cover.docx")
    assert found.told("cover-unread") == ["7"] and not found.told("page-number")


def word_of(lines: list[str]) -> bytes:
    """A Word file of these lines and a paragraph."""
    return docx("".join(map(paragraph, [*lines, COVER[12], TWO.replace("2.", "1."), CLOSING])))


def test_the_number_of_a_symbol_begins_no_paragraph(tmp_path: Path) -> None:
    lines = ["1. The Chair said that it was in document CMW/C/97/L.2. A vote had been requested.", "1. She left."]
    found = seen(_plain(*lines), tmp_path, "symbol.txt")
    assert "CMW/C/97/L.2. A vote had been requested." in found.blocks[1]
    assert not found.told("line-parted")
