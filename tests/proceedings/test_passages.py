"""The words of a record by their places: nothing of its text is left out, and each place leads to its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from precis.language import load_wording
from precis.language.states import load_states
from precis.model import Block, Heading, Inlines, List, Paragraph, Quotation, Record, Table, plain
from precis.proceedings import Form, Proceedings, Span, normal, proceedings_of
from precis.reading.files import read_file
from tests.support.sessions import SAMPLE_SESSION

RECORDS = sorted(SAMPLE_SESSION.glob("19*.md"))


def texts_of(block: Block) -> list[Inlines]:
    match block:
        case Heading() | Paragraph():
            return [block.inlines]
        case Quotation():
            return list(block.paragraphs)
        case List():
            return [item.inlines for item in block.items]
        case Table():
            return [cell for row in (block.head, *block.rows) for cell in row]


def words_at(record: Record, span: Span) -> str:
    notes = {note.label: note.inlines for note in record.footnotes}
    inlines = notes[span.note] if span.note else texts_of(record.blocks[span.block])[span.part]
    return plain(inlines)[span.start : span.end]


@pytest.fixture(params=RECORDS, ids=lambda path: path.stem)
def record(request: pytest.FixtureRequest, assets: Assets) -> Record:
    path: Path = request.param
    return read_file(path, assets).record


@pytest.fixture
def found(record: Record, assets: Assets) -> Proceedings:
    return proceedings_of(record, load_wording("en", assets), load_states(assets))


def test_every_text_is_a_passage(record: Record, found: Proceedings) -> None:
    told = [each.passage.exact for each in found.said if each.passage.form is not Form.NOTE]
    texts = [plain(text) for block in record.blocks if not isinstance(block, Heading) for text in texts_of(block)]
    assert told == texts
    assert {each.passage.at.note for each in found.said} - {""} == {note.label for note in record.footnotes}


def test_places_lead_to_their_words(record: Record, found: Proceedings) -> None:
    for said in found.said:
        assert words_at(record, said.passage.at) == said.passage.exact
        assert normal(said.passage.exact) == said.passage.text
        assert len(said.passage.text) == len(said.passage.exact)
        for sentence in said.sentences:
            assert words_at(record, sentence.at) == sentence.exact
    for item in found.items:
        assert words_at(record, item.at) == item.words
    for line in found.procedure:
        if line.at is not None:
            assert words_at(record, line.at) == line.text
        if line.decision is not None:
            assert words_at(record, line.decision.at) == line.decision.text
            assert all(words_at(record, each.at) == each.words for each in line.decision.refers)


def test_turns_hold_the_passages_of_their_speakers(found: Proceedings) -> None:
    spoken = [each.passage for each in found.said if each.speakers]
    assert [passage for turn in found.turns for passage in turn.paragraphs] == spoken
    begun = [each.speakers for each in found.said if each.begins]
    assert [turn.speakers for turn in found.turns] == begun
