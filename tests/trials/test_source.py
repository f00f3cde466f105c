"""Sources typed as Markdown has them: starred symbols, tight and nested lists, notes of two paragraphs."""

from __future__ import annotations

import pytest

from precis.model import Bullets, Faults, Paragraph, Quotation, Run, plain
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


def test_nested_bullets_are_items() -> None:
    (block,) = _read("- one\n  - two\n    - three\n  more\n").blocks
    assert block == Bullets(((Run("one"),), (Run("two"),), (Run("three more"),)))


def test_lists_and_quotations_right_below_a_paragraph() -> None:
    blocks = _read("It asked for:\n- one\n- two\n\nIt said:\n> so\n").blocks
    assert [type(block) for block in blocks] == [Paragraph, Bullets, Paragraph, Quotation]


def test_a_note_of_two_paragraphs() -> None:
    body = _read("It was so.[^1]\n\n[^1]: See one.\n\n    See two.\n\nThe next.\n")
    assert body.footnotes[0].inlines == (Run("See one.\nSee two."),)
    assert len(body.blocks) == 2
    assert _read(print_body(body)) == body
