"""Files that this project wrote, read by their structure: each line is what it was on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.reading.forms.pdf.reading import read_here
from tests.read_pdf.made import BOLD, printed
from tests.read_pdf.seen import lines_of
from tests.support.pages import document, page_from, paragraph, sentences

PAGE = Path(__file__).parent.parent / "write_pdf" / "pages" / "record.html"

LINES = """\
notice: Sample: not a United Nations document
united-nations: United Nations
symbol: CXX/C/SR.7{*}
footnote *: Reissued for technical reasons on 1 April 2031.
treaty: International Convention on the Keeping of Lighthouses
distribution: Distr.: General
issued: 4 March 2031
language: English
language: Original: French
committee: Committee on the Keeping of
Lighthouses
session: Second session
title: Summary record (partial){**} of the 7th meeting
footnote **: No summary record was prepared for the rest of the meeting.
held: Held at the Old Quay, Ruritania, on Monday, 3 March 2031, at 3 p.m.
chair: Chair: Ms. Fresnel
chair: later: Mr. Argand *(Vice-Chair)*
contents-title: Contents
contents 1: Keepers
contents 2: Reports of keepers: oil, wicks and lamps
corrections: This record is subject to correction within one week of the date of the present record.
corrections: Any corrected records will be reissued for technical reasons.
job-number: XX.31-00007 (E)
line: *The meeting was called to order at 3.05 p.m.*
heading 1: Keepers
paragraph 1: **The Chair** said that a well-kept lamp{1} had, on the 1^st^ of March, been seen from 40\u00a0km away, \
<name of the ship> reporting it at once.
footnote 1: See the *Handbook of Lamps*, sect. 3.
quotation begins: The lamp shall be trimmed every evening.
quotation: It shall be trimmed again at midnight.{2}
footnote 2: In summer, an hour later.
heading 2: Oil and wicks
bullet begins: Oil, of which there was enough;
bullet: Wicks, of which there were none.{3}
footnote 3: As reported by the stores.
paragraph 2: **Mr. Argand** *(Rapporteur)* said that the lamps were worn, as paragraph 1 and the list of lamps showed.
row begins: Lighthouse | Keepers
row: North Point | Two{4}
footnote 4: One on leave.
row: South Point | None
heading 3: Decision
line: *It was so decided.*
line: *The meeting rose at 6 p.m.*"""


def test_every_element_of_a_page(again):
    text = again(page_from(PAGE))
    assert "\n".join(lines_of(text)) == LINES
    assert text.unit == "page"
    assert [line.at for line in text.lines if line.role == "paragraph"] == [2, 2]


def test_what_stands_about_the_text_is_told_once(again):
    assert [str(finding) for finding in again(page_from(PAGE)).findings] == [
        "file.pdf, page 2: repaired: text: 'old' (deleted in the marked copy)",
        "file.pdf, page 2: repaired: 'Sample: not a United Nations document' was left out of the text: "
        "the foot of a page, on page 2",
        "file.pdf, page 2: repaired: 'CXX/C/SR.7' was left out of the text: the head of a page, on page 2",
        "file.pdf, page 2: repaired: '2' was left out of the text: a page number, on page 2",
    ]


INSIDE = {
    "no-break spaces and hyphens": "No.\u00a06 of eighty\u2011ninth « oui\u00a0» “é’”",
    "blanks about emphasis": "a <b>b</b> <i>c</i> <b><i>d</i></b> e<i>f</i>g",
    "two bold words apart": "<b>one</b> <b>two</b>",
    "breaks": "one<br/>two <b>three<br/>four</b><br/><i>five</i>",
    "a long word": "x" * 200 + " awareness-raising CMW/C/RUR/3" * 20,
    "emphasis over lines": "word <b>" + "bold " * 40 + "end</b> and <i>" + "slanted " * 40 + "end</i>.",
    "calls at the ends of lines": "one" + f'{" word" * 12}<span class="note" data-mark="1">Note.</span>' + " more" * 20,
}
EXPECTED = {
    "no-break spaces and hyphens": "No.\u00a06 of eighty\u2011ninth « oui\u00a0» “é’”",
    "blanks about emphasis": "a **b** *c* ***d*** e*f*g",
    "two bold words apart": "**one** **two**",
    "breaks": "one\ntwo **three\nfour**\n*five*",
    "a long word": "x" * 200 + " awareness-raising CMW/C/RUR/3" * 20,
    "emphasis over lines": "word **" + "bold " * 40 + "end** and *" + "slanted " * 40 + "end*.",
    "calls at the ends of lines": "one" + " word" * 12 + "{1}" + " more" * 20,
}


@pytest.mark.parametrize("name", INSIDE)
def test_words(again, name):
    assert lines_of(again(document(paragraph(1, INSIDE[name]))))[0] == f"paragraph 1: {EXPECTED[name]}"


def test_a_heading_that_is_bold_by_its_style_tells_which_words_are_emphasised(again):
    text = again(document('<h2 class="heading-1">One <b>two</b> <i>three</i></h2>'))
    assert lines_of(text) == ["heading 1: One **two** *three*"]


def test_paragraphs_and_notes_over_pages_are_one(again):
    note = f'<span class="note" data-mark="1">{sentences(150)}</span>'
    text = again(document("".join(paragraph(n, sentences(9)) for n in range(1, 12)) + paragraph(12, f"Called{note}.")))
    assert [line.number for line in text.lines] == [*range(1, 13), None]
    assert {line.text for line in text.lines[:11]} == {sentences(9)}
    assert text.lines[-1].text == sentences(150)
    assert text.lines[10].at == 2


def test_the_head_of_a_table_over_pages_is_no_row_again(again):
    rows = "".join(f"<tr><td>Row {n}</td><td></td><td>{sentences(1)}</td></tr>" for n in range(60))
    head = "<thead><tr>" + "".join(f'<th scope="col">{word}</th>' for word in ("A", "", "B and C")) + "</tr></thead>"
    text = again(document(f"<table>{head}<tbody>{rows}</tbody></table>"))
    assert len(text.lines) == 61
    assert {len(line.cells) for line in text.lines} == {3}
    assert [line.begins for line in text.lines] == [True] + [False] * 60
    assert [finding.reason for finding in text.findings] == [
        "the head of a table again, on pages 2–3",
        "the head of a table again, on pages 2–3",
        "the head of a page, on pages 2–3",
        "a page number, on pages 2–3",
    ]


def test_a_file_without_our_titles_is_not_ours():
    text = read_here(printed([(113, 100, "Chair:", BOLD, 10), (200, 100, "Ms. Diallo")]), "file.pdf")
    assert [line.role for line in text.lines] == [None]
