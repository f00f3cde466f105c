"""A correction in parts, for templates to print."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.corrections import correct
from precis.corrections.describe import Asked, Described, described
from precis.model import Record, plain
from tests.corrections.edits import edited
from tests.corrections.test_refusals import corrections, old
from tests.support.records import records

CASES = [
    (
        "a sentence that the source does not name is found",
        '- Paragraph 1: for "two reports" read "three reports"',
        "paragraph 1, sentence 2: replace 'two reports' 'three reports'",
    ),
    (
        "the only sentence is not named",
        '- Paragraph 2: for "Secretary General" read "Secretary-General"',
        "paragraph 2: replace 'Secretary General' 'Secretary-General'",
    ),
    (
        "words of two sentences are of none",
        '- Paragraph 1: for "Geneva. It" read "Geneva, and it"',
        "paragraph 1: replace 'Geneva. It' 'Geneva, and it'",
    ),
    ("the end", '- Paragraph 1: at the end insert "Then."', "paragraph 1: insert_at_end '' 'Then.'"),
    (
        "an only paragraph of several parts",
        '- Quotation after paragraph 2, paragraph 2: delete "also"',
        "quotation_after 2, quotation_paragraph 2: delete_words 'also' ''",
    ),
    (
        "a cell",
        '- Table after paragraph 3, row 0, column 2: for "b" read "d"',
        "table_after 3, table_row 0, table_column 2: replace 'b' 'd'",
    ),
    ("a heading", "- Heading before paragraph 4: make it level 2", "heading_before 4: level '' ''"),
    ("a footnote", '- Footnote 1: replace by "New."', "footnote 1: replace_passage '' 'New.'"),
    ("a note", '- Note 1: after "No" insert "other"', "note 1: insert_after 'No' 'other'"),
    ("a field", '- Cover, chair: for "Ms. Diallo" read "Mr. Sow"', "cover chair: field '' ''"),
    ("the numbers", "- Renumber the paragraphs", "text: renumber '' ''"),
]


def shown(correction: Described) -> str:
    parts = (f"{part.key} {part.name if part.number is None else part.number}".strip() for part in correction.parts)
    return f"{', '.join(parts)}: {correction.asked} '{plain(correction.old)}' '{plain(correction.new)}'"


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_correction_in_parts(title: str, text: str, expected: str) -> None:
    assert [shown(correction) for correction in described(old(), corrections(text))] == [expected]


@given(records().flatmap(lambda record: st.tuples(st.just(record), edited(record))))
@settings(max_examples=100)
def test_every_correction_has_its_parts(pair: tuple[Record, Record]) -> None:
    found = correct(*pair)
    assert [correction.correction for correction in described(pair[0], found)] == list(found)


def test_where_a_block_is_moved_is_told_in_parts() -> None:
    moved, _ = described(old(), corrections("- Paragraph 2: move after paragraph 3\n- Renumber the paragraphs"))
    assert moved.asked is Asked.MOVE_AFTER
    assert [(part.key, part.number) for part in moved.target] == [("paragraph", 3)]
