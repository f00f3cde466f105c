"""Corrections in words: cases of a correction, and its place and what is to be done there in English and in French."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import shipped
from precis.corrections.instruction import Correction
from precis.corrections.source import read_corrections
from precis.documents.describe import describe
from precis.language import languages, load_wording
from precis.model import Block, Call, Footnote, Paragraph, Quotation, Record, Run
from precis.source.marks import marked
from tests.corrections.edits import edited
from tests.support.cases import Case, each_case
from tests.support.corrections import correct
from tests.support.records import records

WORDINGS = tuple(load_wording(language, shipped()) for language in languages(shipped()))
ENGLISH, FRENCH = (load_wording(language, shipped()) for language in ("en", "fr"))
RECORD = Record(blocks=(Paragraph(1, (Run("It was said."), Call("a"))),), footnotes=(Footnote("a", (Run("A note."),)),))


def said(block: Block) -> str:
    match block:
        case Paragraph():
            return marked(block.inlines)
        case Quotation():
            return "> " + marked(block.paragraphs[0])
    return type(block).__name__


def correction(text: str) -> Correction:
    return read_corrections(f"---\ndocument: corrections\n---\n\n- {text}\n", "c.md").corrections[0]


@each_case([Path(__file__).with_name("corrections_in_words.txt")], texts=3)
def test_a_correction_in_words(case: Case) -> None:
    text, english, french = case.texts
    for wording, expected in ((ENGLISH, english), (FRENCH, french)):
        described = describe(correction(text), RECORD, wording)
        assert "\n".join([marked(described.place), *map(said, described.blocks)]) == expected


@given(st.data())
@settings(max_examples=100)
def test_any_correction_can_be_said(data: st.DataObject) -> None:
    old = data.draw(records())
    for each in correct(old, data.draw(edited(old))):
        for wording in WORDINGS:
            described = describe(each, old, wording)
            assert described.place
            assert described.blocks
