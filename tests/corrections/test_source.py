"""The source of corrections: read is the inverse of written, and what is wrong is told by its line."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from precis.corrections import Correction, Location, LocationKind
from precis.corrections.instruction import InsertBlocks, Merge, Move, Renumber, Replace, Side
from precis.corrections.leaves import leaves
from precis.corrections.source import CorrectionsSource, print_corrections, read_corrections
from precis.model import FileSpan, List, Paragraph, PrecisError, Record, Run, Symbol, plain
from precis.source.chunks import joined_lines
from precis.source.marks import inlines, marked
from tests.corrections.edits import edited
from tests.support.corrections import correct
from tests.support.records import records

versions = records().flatmap(lambda record: st.tuples(st.just(record), edited(record)))


def is_tidy(record: Record) -> bool:
    """Whether a source can hold the text: only cells are empty, and no blank stands at an end or a line break."""
    return all(
        (text or location.kind is LocationKind.TABLE)
        and plain(text).strip() == plain(text)
        and inlines(joined_lines(marked(text).split("\n"))) == text
        for location, text in leaves(record).items()
    )


@given(versions)
@settings(max_examples=200)
def test_a_source_reads_as_the_corrections_it_was_written_from(pair: tuple[Record, Record]) -> None:
    assume(is_tidy(pair[1]))
    source = CorrectionsSource(Symbol("CMW/C", 590), dt.date(2024, 12, 17), corrections=correct(*pair))
    assert read_corrections(print_corrections(source), "c.md") == source


WHOLE = """---
document: corrections
symbol: CMW/C/SR.590
issued: 2024-12-17
record: 590.md
requested_by: Permanent Mission of Ruritania
requested_on: 2024-12-20
corrigendum: 2
---

- Paragraph 3, sentence 5: for "Secretary General" read "Secretary-General"
- Paragraph 5: insert after it:

  **The Chair** said so.

  - One;
  - two.
- Paragraph 8: join to the paragraph before
- Paragraph 9: move before heading before paragraph 8
- Renumber the paragraphs
"""


def paragraph(number: int, sentence: int | None = None) -> Location:
    return Location(LocationKind.PARAGRAPH, number, sentence=sentence)


def test_a_source_as_it_is_typed() -> None:
    said = Paragraph(1, (Run("The Chair", bold=True), Run(" said so.")))
    listed = List.of(((Run("One;"),), (Run("two."),)))
    expected = CorrectionsSource(
        symbol=Symbol("CMW/C", 590),
        issued=dt.date(2024, 12, 17),
        record="590.md",
        requested_by="Permanent Mission of Ruritania",
        requested_on=dt.date(2024, 12, 20),
        corrigendum=2,
        corrections=(
            Correction(paragraph(3, 5), Replace((Run("Secretary General"),), (Run("Secretary-General"),))),
            Correction(paragraph(5), InsertBlocks(Side.AFTER, (said, listed))),
            Correction(paragraph(8), Merge()),
            Correction(paragraph(9), Move(Side.BEFORE, Location(LocationKind.HEADING, 8))),
            Correction(Location(LocationKind.TEXT), Renumber()),
        ),
    )
    source = read_corrections(WHOLE, "c.md")
    assert source == expected
    lines = WHOLE.split("\n")
    assert [correction.source for correction in source.corrections] == [
        FileSpan("c.md", line, columns=(3, len(lines[line - 1]))) for line in (11, 12, 18, 19, 20)
    ]
    assert print_corrections(source) == WHOLE


FAULTS = [
    (
        "a place that is none",
        '- Paragrph 3: delete "x"',
        "c.md:5: 'Paragrph 3' is no place in a record; write one such as: "
        "Paragraph 3, sentence 2; Heading before paragraph 7; Footnote 1; Cover, chair",
    ),
    (
        "an instruction that is none",
        '- Paragraph 3: change "x"',
        "c.md:5: 'change \"x\"' says no correction; write one of: "
        'for "…" read "…"; after "…" insert "…"; at the end insert "…"; delete "…"; replace by "…"',
    ),
    (
        "words that are none",
        '- Paragraph 3: delete ""',
        "c.md:5: nothing stands between the quotation marks; write the words",
    ),
    (
        "emphasis that does not end",
        '- Paragraph 3: delete "*x"',
        "c.md:5: '*' is opened and not closed; close it, or write \\* for the character",
    ),
    (
        "a field that is none",
        '- Cover, chaire: insert "x"',
        "c.md:5: 'chaire' is no field of the cover; the fields are: symbol, meeting, body, session, coverage, part, "
        "held, place, chair, issued, reissued, distribution, language, original, job_number, unrecorded, other_part, "
        "began, opening, rose, closing, sample, title, contents, notes",
    ),
    (
        "a value that is none",
        '- Cover, held: for "13/12/24" read "2024-12-13"',
        "c.md:5: '13/12/24' is not a date; write 2024-12-13 15:00",
    ),
    (
        "a value without quotation marks",
        "- Cover, chair: for Ms. X read Ms. Y",
        "c.md:5: 'Ms. X read Ms. Y' does not begin with a value in quotation marks, nor with a list of them",
    ),
    (
        "a text between the items",
        '- Paragraph 3: delete "x"\nand more',
        "c.md:6: this belongs to no correction; begin a line with '- ', or set it in by two spaces",
    ),
    (
        "blocks below what takes none",
        '- Paragraph 3: delete "x"\n\n  More.',
        "c.md:5: 'delete \"x\"' takes nothing set off below it; only 'insert after it:' and 'insert before it:' do",
    ),
    (
        "blocks that are wrong",
        "- Paragraph 3: insert after it:\n\n  Well.\n\n  #### Too deep",
        "c.md:9: '####' is too deep; headings have levels # to ###",
    ),
    (
        "numbers that are none",
        "- Renumber the paragraphs 5-1",
        "c.md:5: '5-1' are no numbers of paragraphs; write 1-12, or 1-5, 7-12",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), FAULTS, ids=[case[0] for case in FAULTS])
def test_what_is_wrong_is_told_by_its_line(title: str, text: str, expected: str) -> None:
    with pytest.raises(PrecisError) as error:
        read_corrections(f"---\ndocument: corrections\n---\n\n{text}\n", "c.md")
    assert str(error.value) == expected


def test_another_document_is_told() -> None:
    with pytest.raises(
        PrecisError, match=r"c\.md:2: document: is missing, so this is a summary record, and here corrections is wanted"
    ):
        read_corrections("---\nsymbol: CMW/C/SR.590\n---\n", "c.md")


def test_all_faults_are_told_at_once() -> None:
    text = "---\ndocument: corrections\nrecrod: x\nissued: yesterday\n---\n\n- Nowhere: delete\n- Title: shout\n"
    with pytest.raises(PrecisError) as error:
        read_corrections(text, "c.md")
    assert [fault.span.line for fault in error.value.faults] == [3, 4, 7, 8]
