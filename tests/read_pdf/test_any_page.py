"""Pages of words and rules at random places: all is read, nothing twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from precis.reading.forms.pdf.reading import read_here
from tests.read_pdf.made import printed
from tests.read_pdf.seen import counted
from tests.read_pdf.test_real import layer

_words = st.sampled_from(
    "Summary record|1.|12. The Chair|a|1|*|CMW/C/SR.7|GE.31-00007 (E)|*3100007*|2|2/3|Please recycle|non-|"
    "a line of many words that is as wide as a column of text may well be|____________".split("|")
)
_down = st.sampled_from([20, 51, 100, 112, 113, 124, 142, 300, 311, 322, 500, 516, 700, 712, 722, 755, 812])
_across = st.sampled_from([57, 85, 108, 113, 116, 141, 250, 280, 397, 470])
_text = st.tuples(_across, _down, _words, st.sampled_from("FBI"), st.sampled_from([6, 8, 10, 10, 10, 14, 20]))
_rule = st.tuples(_across, _down, st.sampled_from([187, 480, 539]))
_pages = st.lists(st.lists(st.one_of(_text, _text, _rule), max_size=14), min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(_pages.filter(lambda pages: any(len(thing) == 5 for page in pages for thing in page)))
def test_nothing_is_lost(pages) -> None:
    data = printed(*[[thing for thing in page if len(thing) == 5 or thing[2] > thing[0] + 15] for page in pages])
    assert counted(read_here(data, "file.pdf")) == layer(data)
