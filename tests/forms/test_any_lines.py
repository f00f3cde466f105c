"""Nothing is lost of the lines of any file, whatever its form says of them: looks, notes, tables, numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import shipped
from precis.model import Call, Gap, Inlines, Run, Table, joined, plain
from precis.reading.line import FileText, LineLook, TextLine
from precis.reading.recognise import recognise
from tests.support.lost import kept, letters

ASSETS = shipped()

SENTENCES = (
    "Summary record (partial)* of the 590th meeting** CMW/C/SR.590 Distr.: General|17 December 2024|Original: English|"
    "Held at the Palais Wilson, Geneva, on Friday, 13 December 2024, at 3 p.m.|Chair: Ms. Diallo|Contents|"
    "Organizational matters|Organizational matters (agenda item 2)|Thirty-ninth session|Committee against Torture|"
    "The meeting was called to order at 3 p.m.|The meeting rose at 6 p.m.|The Chair said it was so.|12.|7. It was.|"
    "* No summary record was prepared for the rest of the meeting.|Ms. Lee (Ruritania) said:|“A quotation.”|GE.24-1234|"
    "CMW/C/SR.590|page 3|1 A note.|a table|It was so decided.|United Nations|E|Reports (continued)"
).split("|")
_words = st.sampled_from([*SENTENCES, "and so on", "1951", "é"])
_runs = st.builds(Run, _words, st.booleans(), st.booleans(), st.booleans())
_labels = st.sampled_from(["1", "2", "*", "**"])
_inlines = st.lists(st.one_of(_runs, _runs, st.builds(Call, _labels), st.just(Gap("date"))), max_size=3).map(joined)


def _of_cells(line: TextLine, cells: tuple[Inlines, ...]) -> TextLine:
    words = joined(item for cell in cells for item in (*cell, Run(" ")))
    return replace(line, inlines=words, cells=cells, look=LineLook.ROW)


_plain = st.builds(
    TextLine,
    _inlines.filter(bool),
    st.integers(1, 99),
    st.sampled_from([LineLook.TEXT, LineLook.TEXT, LineLook.HEADING, LineLook.QUOTATION, LineLook.BULLET]),
    level=st.integers(0, 6),
    number=st.sampled_from([None, None, None, 1, 2, 3]),
    begins=st.booleans(),
    indent=st.integers(0, 2),
    after_gap=st.booleans(),
    after_page=st.booleans(),
)
_rows = st.builds(_of_cells, _plain, st.lists(_inlines, min_size=1, max_size=3).map(tuple))
_notes = st.builds(lambda line, label: replace(line, look=LineLook.FOOTNOTE, label=label, number=None), _plain, _labels)
lines = st.lists(st.one_of(_plain, _plain, _plain, _rows, _notes), max_size=14)


def words_of(found: list[TextLine]) -> str:
    """The words of lines; the numbers of paragraphs and notes that a form counts are no words of the file."""
    return "".join(plain(words) for line in found for words in line.cells or (line.inlines,))


@given(lines)
@settings(max_examples=400)
def test_any_lines(found: list[TextLine]) -> None:
    reading = recognise(FileText(found), "file", ASSETS, {})
    assert not Counter(letters(words_of(found))) - kept(reading, ASSETS)


def test_a_number_that_is_all_of_a_table_does_not_begin_the_next_line() -> None:
    words = (Run("12."),)
    found = [TextLine(words, 1, LineLook.ROW, cells=(words,)), TextLine((Run("It was so."),), 2)]
    blocks = recognise(FileText(found), "file", ASSETS, {}).record.blocks
    assert blocks[0] == Table((words,), ())
