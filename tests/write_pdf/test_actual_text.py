"""Blanks that are more than a blank are told in words: ISO 32000-1, 14.9.4."""

import pytest

from tests.support.canonical import read_structure
from tests.support.pages import document


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("a\u00a0b c", "a\u00a0b c"),
        ("\u00ab\u00a0oui\u00a0\u00bb : non", "\u00ab\u00a0oui\u00a0\u00bb : non"),
        ("one<br/>two", "one\ntwo"),
        ("one <b>two</b><br/><i>three</i>", "one two\nthree"),
        ("one<br/><br/>two", "one\n\ntwo"),
        ("<b>a\u00a0b<br/>c</b> d", "a\u00a0b\nc d"),
        ("word " * 40 + "last\u00a0one", "word " * 40 + "last\u00a0one"),
    ],
    ids=["no-break", "French", "break", "break between emphasis", "two breaks", "break in emphasis", "many lines"],
)
def test_a_blank_stands_for_what_was_written(pdf, inside, expected):
    # The no-break space that comes first gives the glyph of all blanks no other meaning.
    begin = '<p class="line">\u00a0first</p>'
    (section,) = read_structure(pdf(document(f'{begin}<p class="line">{inside}</p>'))).elements()[0].elements()
    assert section.elements()[-1].text() == expected
