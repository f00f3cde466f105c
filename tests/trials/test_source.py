"""Sources typed as Markdown has them: starred symbols, tight and nested lists, notes of two paragraphs."""

from __future__ import annotations

import pytest

from precis.model import Faults, List, Paragraph, Quotation, Run, Table, plain
from precis.source.body import Body, read_body
from precis.source.marks import inlines, marked
from precis.source.printed import print_body


def _read(text: str) -> Body:
    faults = Faults("source.md")
    body = read_body(text, faults)
    faults.check()
    return body


@pytest.mark.parametrize(
    "text",
    [
        "documents CMW/C/97/1* and CMW/C/97/2* and thanked",
        "documents CMW/C/97/1*, CMW/C/97/2**; and CMW/C/97/3*",
        "one CMW/C/97/1*",
    ],
)
def test_starred_symbols_keep_their_asterisks(text: str) -> None:
    assert inlines(text) == (Run(text),)
    assert inlines(marked(inlines(text))) == inlines(text)


def test_emphasis_that_ends_behind_a_word() -> None:
    assert inlines("*see CMW/C/97/1* and **bold** words") == (
        Run("see CMW/C/97/1", italic=True),
        Run(" and "),
        Run("bold", bold=True),
        Run(" words"),
    )


@pytest.mark.parametrize("begin", [" ", ".", ", ", ")", "\n"])
def test_emphasis_that_begins_with_a_blank_or_a_stop_has_a_way_to_be_written(begin: str) -> None:
    items = (Run("word"), Run(f"{begin}said", italic=True), Run(" on"))
    assert inlines(marked(items)) == items


def test_paragraphs_with_typed_numbers_one_below_the_other() -> None:
    blocks = _read("1. one\n2. two\n3. three\n").blocks
    assert [(block.number, plain(block.inlines)) for block in blocks if isinstance(block, Paragraph)] == [
        (1, "one"),
        (2, "two"),
        (3, "three"),
    ]


def test_a_line_that_happens_to_begin_with_a_figure_goes_on() -> None:
    (block,) = _read("1. It was said in paragraph\n14. That was so.\n").blocks
    assert isinstance(block, Paragraph) and plain(block.inlines) == "It was said in paragraph 14. That was so."


def test_nested_bullets_are_in_the_item_above() -> None:
    (block,) = _read("- one\n  - two\n    - three\n  more\n- four\n").blocks
    assert isinstance(block, List)
    told = [(item.level, plain(item.inlines)) for item in block.items]
    assert told == [(1, "one"), (2, "two"), (3, "three more"), (1, "four")]


def test_lists_and_quotations_right_below_a_paragraph() -> None:
    blocks = _read("It asked for:\n- one\n- two\n\nIt said:\n> so\n").blocks
    assert [type(block) for block in blocks] == [Paragraph, List, Paragraph, Quotation]


def test_a_note_of_two_paragraphs() -> None:
    body = _read("It was so.[^1]\n\n[^1]: See one.\n\n    See two.\n\nThe next.\n")
    assert body.footnotes[0].inlines == (Run("See one.\nSee two."),)
    assert len(body.blocks) == 2
    assert _read(print_body(body)) == body


def test_a_list_in_more_lists_than_there_are_letters_for_is_told_with_its_line() -> None:
    faults = Faults("x.md")
    body = read_body("- one\n  - two\n    - three\n      - four\n        - five\n", faults)
    assert [(fault.code, fault.span.line) for fault in faults.found] == [("list-deep", 5)]
    (block,) = body.blocks
    assert isinstance(block, List) and [item.level for item in block.items] == [1, 2, 3, 4, 4]


def test_letters_begin_items() -> None:
    text = (
        "It had before it:\n(a) The report, and\nits annexes;\n\t(i) one;\n  (ii) two;\n\n    (a) deep;\n\n"
        "    goes on.\n\n(b) \\(c) of it;\naa) more.\n"
    )
    before, block, other = _read(text).blocks
    assert isinstance(before, Paragraph) and isinstance(block, List) and isinstance(other, List)
    assert [(item.level, item.label, plain(item.inlines)) for item in block.items] == [
        (1, "a", "The report, and its annexes;"),
        (2, "i", "one;"),
        (2, "ii", "two;"),
        (3, "a", "deep;\ngoes on."),
    ]
    assert [(item.label, plain(item.inlines)) for item in other.items] == [("b", "(c) of it;"), ("aa", "more.")]


def test_a_letter_that_stands_first_in_a_line_by_chance_is_none() -> None:
    (block,) = _read("It was said of article 12\n(b) of the Convention, and (c) that\n(d) was left.\n").blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == "It was said of article 12 (b) of the Convention, and (c) that (d) was left."


@pytest.mark.parametrize("text", ["(see) that", "(ab) it", "(iiii) it", "(1) it", "(A) it", "(a)it", "(abc) it"])
def test_what_is_no_letter_begins_no_item(text: str) -> None:
    (block,) = _read(f"{text}\n").blocks
    assert isinstance(block, Paragraph)


def test_colons_in_the_rule_align_columns() -> None:
    (block,) = _read("| a | b | c | d |\n|---|:--|:-:|-:|\n| e | f | g | h |\n").blocks
    assert isinstance(block, Table) and block.aligns == ("left", "left", "center", "right")


def test_a_table_to_the_left_says_nothing_of_it() -> None:
    (block,) = _read("| a | b |\n|:--|\n| e | f |\n").blocks
    assert isinstance(block, Table) and block.aligns == ()


def test_a_caption_and_the_line_on_the_source_of_a_table() -> None:
    text = "|+ Table 1: *bonds*\n| a | b |\n|---|---|\n| c | d |\n|+ Source: the report,\\\npage 5 \\| 6.\n"
    (block,) = _read(text).blocks
    assert isinstance(block, Table) and [plain(cell) for cell in (*block.head, *block.rows[0])] == ["a", "b", "c", "d"]
    assert (plain(block.caption), plain(block.source)) == ("Table 1: bonds", "Source: the report,\npage 5 | 6.")


def test_a_row_whose_first_cell_begins_with_a_plus_is_a_row() -> None:
    (block,) = _read("|+ 5 | b |\n|---|---|\n|+ 7 | d |\n").blocks
    assert isinstance(block, Table) and not block.caption and plain(block.head[0]) == "+ 5"


def test_a_caption_without_a_rule_below_the_head_is_told_with_the_line_of_the_rule() -> None:
    faults = Faults("x.md")
    read_body("x\n\n|+ Table 1\n| a | b |\n| c | d |\n", faults)
    assert [(fault.code, fault.span.line) for fault in faults.found] == [("table-form", 5)]
