"""A correction that does not fit is refused: the place, why, and the nearest text that would fit."""

from __future__ import annotations

import pytest

from precis.assets import shipped
from precis.corrections import Correction
from precis.corrections.source import read_corrections
from precis.model import PrecisError, Record, Run, plain
from precis.source.record import read_record
from tests.support.corrections import apply

RECORD = """---
symbol: CMW/C/SR.590
chair: Ms. Diallo
notes:
- No summary record was prepared.
coverage: partial
---

# Organizational matters

**The Chair** said that the Committee had met in Geneva. It had adopted two reports. The reports had been published.

The States had called upon the Secretary General to assess the need for funds.[^1]

> The Committee recommends it.
>
> It also requests it.

*It was so decided.*

- Repayment;
- publication.

| a | b |
|---|---|
| c | d |

# Closure of the session

**The Chair** declared the session closed.

[^1]: See it.
"""


def old() -> Record:
    return read_record(RECORD, "590.md", shipped())


def corrections(text: str) -> tuple[Correction, ...]:
    return read_corrections(f"---\ndocument: corrections\n---\n\n{text}\n", "c.md").corrections


CASES = [
    (
        "a paragraph that is not there",
        "- Paragraph 9: delete",
        "paragraph 9: the record has no such paragraph; its paragraphs are 1 to 4",
    ),
    (
        "a sentence that is not there",
        '- Paragraph 1, sentence 4: delete "It"',
        "paragraph 1, sentence 4: it has 3 sentences; name one of them",
    ),
    (
        "words that are nearly there",
        '- Paragraph 2: for "Secretary-General" read "Director-General"',
        "paragraph 2: the words 'Secretary-General' are not there; the nearest text is 'Secretary General'",
    ),
    (
        "a part of a word",
        '- Paragraph 1: for "Committe" read "Committees"',
        "paragraph 1: the words 'Committe' are not there; the nearest text is 'Committee'",
    ),
    (
        "words of another paragraph",
        '- Paragraph 1: for "Secretary General" read "Secretary-General"',
        "paragraph 1: the words 'Secretary General' are not there; they stand in paragraph 2",
    ),
    (
        "words of another sentence",
        '- Paragraph 1, sentence 1: for "two reports" read "three reports"',
        "paragraph 1, sentence 1: the words 'two reports' are not there; they stand in paragraph 1, sentence 2",
    ),
    ("words like none", '- Paragraph 1: for "xyzzy" read "b"', "paragraph 1: the words 'xyzzy' are not there"),
    (
        "words that stand there twice",
        '- Paragraph 1: for "reports" read "studies"',
        "paragraph 1: the words 'reports' stand there twice; add words before or after them",
    ),
    (
        "words with emphasis only in part",
        '- Paragraph 1: for "The Chair said" read "The Chair stated"',
        "paragraph 1: the words 'The Chair said' have other emphasis there; write '**The Chair** said'",
    ),
    (
        "words with other emphasis",
        '- Paragraph 1: for "*The Chair*" read "Ms. X"',
        "paragraph 1: the words 'The Chair' have other emphasis there; write '**The Chair**'",
    ),
    (
        "a heading that is not there",
        "- Heading before paragraph 2: delete",
        "heading before paragraph 2: the record has no such heading; it has heading before paragraph 1, "
        "heading before paragraph 4",
    ),
    (
        "a quotation of two paragraphs",
        '- Quotation after paragraph 2: for "it" read "x"',
        "quotation after paragraph 2: it has several parts; "
        "name one, such as 'quotation after paragraph 2, paragraph 1'",
    ),
    (
        "an item that is not there",
        "- List after paragraph 3, item 5: delete",
        "list after paragraph 3, item 5: it has items 1 to 2",
    ),
    (
        "the heading row of a table",
        "- Table after paragraph 3, row 0: delete",
        "table after paragraph 3, row 0: a table keeps its heading",
    ),
    (
        "a row of too few cells",
        '- Table after paragraph 3, row 1: insert after it "x"',
        "table after paragraph 3, row 1: a row of 1 cells for 2 columns",
    ),
    (
        "a footnote that is not there",
        "- Footnote 2: delete",
        "footnote 2: the record has no such footnote; it has footnote 1",
    ),
    ("a footnote that is there", '- Footnote 1: insert "x"', "footnote 1: the record has this footnote already"),
    (
        "a footnote in a paragraph",
        '- Paragraph 3: insert "x"',
        "paragraph 3: say where: at the beginning, at the end, after …",
    ),
    (
        "a title that follows from the cover",
        '- Title: for "a" read "b"',
        "title: there is no such text: the title follows from the coverage, part and meeting; correct those",
    ),
    (
        "another value of the cover",
        '- Cover, chair: for "Ms. Dialo" read "Ms. D"',
        'cover, chair: the record has "Ms. Diallo", not "Ms. Dialo"',
    ),
    ("no value of the cover", '- Cover, place: delete "Rome"', 'cover, place: the record has nothing, not "Rome"'),
    (
        "a heading to be split",
        '- Heading before paragraph 1: begin a new paragraph at "matters"',
        "heading before paragraph 1: a heading cannot be split; only a paragraph can",
    ),
    (
        "a split at the first words",
        '- Paragraph 1: begin a new paragraph at "The Chair"',
        "paragraph 1: these words begin the paragraph; name those that begin the new one",
    ),
    ("the level of a paragraph", "- Paragraph 1: make it level 2", "paragraph 1: a paragraph cannot be so corrected"),
    (
        "no paragraph to be joined to",
        "- Paragraph 4: join to the paragraph before",
        "paragraph 4: no paragraph stands right before it to be joined to",
    ),
    (
        "more numbers than paragraphs",
        "- Renumber the paragraphs 1-9",
        "the numbers given are more or fewer than the paragraphs; write 'Renumber the paragraphs' alone",
    ),
    (
        "numbers out of order",
        "- Paragraph 2: move after paragraph 3",
        "a paragraph 2 would stand out of order; add 'Renumber the paragraphs'",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_does_not_fit_is_refused(title: str, text: str, expected: str) -> None:
    with pytest.raises(PrecisError) as error:
        apply(old(), corrections(text))
    assert str(error.value) == f"c.md:5: {expected}"


CONTRADICTIONS = [
    (
        "two corrections of the same words",
        '- Paragraph 2: for "States had" read "State had"\n- Paragraph 2: for "States" read "Parties"',
        "c.md:6: paragraph 2: two corrections change the same words; write them as one",
    ),
    (
        "a paragraph deleted and corrected",
        '- Paragraph 3: delete\n- Paragraph 3: for "so decided" read "agreed"',
        "c.md:6: paragraph 3: it is deleted and corrected; leave one of the two out",
    ),
    (
        "a row deleted and corrected",
        '- Table after paragraph 3, row 1: delete\n- Table after paragraph 3, row 1, column 1: for "c" read "e"',
        "c.md:6: table after paragraph 3, row 1, column 1: it is deleted and corrected; leave one of the two out",
    ),
    (
        "a footnote deleted and corrected",
        '- Footnote 1: delete\n- Footnote 1: for "it" read "them"',
        "c.md:6: footnote 1: it is deleted and corrected; leave one of the two out",
    ),
    (
        "a paragraph moved after one that is moved",
        "- Paragraph 2: move after paragraph 3\n- Paragraph 1: move after paragraph 2",
        "c.md:6: paragraph 1: paragraph 2 is moved too; name a place that stays",
    ),
    (
        "a paragraph moved twice",
        "- Paragraph 2: move after paragraph 3\n- Paragraph 2: move after paragraph 4",
        "c.md:6: paragraph 2: it is moved twice; say it once",
    ),
    (
        "a field corrected twice",
        '- Cover, place: insert "Geneva"\n- Cover, place: insert "Rome"',
        "c.md:6: cover, place: it is corrected twice; say it once",
    ),
    (
        "words of notes that are replaced",
        '- Note 1: for "No" read "A"\n- Cover, notes: for ["No summary record was prepared."] read ["None."]',
        "c.md:6: cover, notes: words of it are corrected too; leave one of the two out",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), CONTRADICTIONS, ids=[case[0] for case in CONTRADICTIONS])
def test_corrections_that_contradict_one_another_are_refused(title: str, text: str, expected: str) -> None:
    with pytest.raises(PrecisError) as error:
        apply(old(), corrections(text))
    assert str(error.value) == expected


def test_all_that_does_not_fit_is_told_at_once_and_nothing_is_done() -> None:
    record = old()
    text = '- Paragraph 9: delete\n- Paragraph 3: for "so decided" read "agreed"\n- Paragraph 1: delete "reports"'
    with pytest.raises(PrecisError) as error:
        apply(record, corrections(text))
    assert [fault.span.line for fault in error.value.faults] == [5, 7]
    assert record == old()


def test_corrections_are_read_against_the_old_record_whatever_their_order() -> None:
    lines = [
        "- Paragraph 3: delete",
        '- Paragraph 2: for "Secretary General" read "Secretary-General"',
        "- Paragraph 4: insert after it:\n\n  New text.",
        "- Renumber the paragraphs",
    ]
    assert apply(old(), corrections("\n".join(lines))) == apply(old(), corrections("\n".join(reversed(lines))))


def test_words_without_emphasis_take_that_of_the_words_they_stand_for() -> None:
    new = apply(old(), corrections('- Paragraph 1: for "The Chair" read "The Vice-Chair"'))
    assert [new.paragraphs[0].inlines[0], old().paragraphs[0].inlines[0]] == [
        Run("The Vice-Chair", bold=True),
        Run("The Chair", bold=True),
    ]


def test_plain_blanks_and_apostrophes_fit_those_of_print() -> None:
    text = "---\n---\n\nSee No.\u00a06 of the States’ reports on awareness\u2011raising.\n"
    record = read_record(text, "x.md", shipped())
    new = apply(
        record, corrections('- Paragraph 1: for "No. 6 of the States\' reports" read "No. 7 of the States\' reports"')
    )
    assert plain(new.paragraphs[0].inlines) == "See No.\u00a07 of the States’ reports on awareness\u2011raising."
    with pytest.raises(PrecisError, match="stand there twice"):
        apply(
            read_record("---\n---\n\nNo. 6 and No.\u00a06.\n", "x.md", shipped()),
            corrections('- Paragraph 1: delete "No. 6"'),
        )
