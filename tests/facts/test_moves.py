"""What holds of all moves: each is a sentence of its record, said by its speaker, and of a kind that is theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts import RecordFacts, facts_of
from precis.facts.exchange import state_dialogues
from precis.facts.fact import Move, MoveKind
from precis.model import Faults, Record
from precis.reading.files import read_file
from precis.source.body import read_body
from tests.facts.test_pairs import cases

SAMPLES = sorted((Path(__file__).parents[2] / "records" / "cmw" / "97").glob("19*.md"))
ASKED = {MoveKind.QUESTION, MoveKind.CONCERN, MoveKind.PRAISE}


@pytest.fixture(scope="module")
def records(assets: Assets) -> list[RecordFacts]:
    samples = [facts_of(read_file(path, assets).record, assets, path.name) for path in SAMPLES]
    return [*samples, *(record for case in cases(assets) for record in case.records)]


def moves(record: RecordFacts) -> list[Move]:
    return [fact for fact in record.facts if isinstance(fact, Move)]


def test_each_move_is_a_sentence_of_its_record_said_by_its_speaker(records: list[RecordFacts]) -> None:
    for record in records:
        said = {
            (sentence.number, sentence.place): (sentence.exact, each.speaker)
            for each in record.proceedings.said
            for sentence in each.sentences
        }
        for move in moves(record):
            assert said[move.at.paragraph, move.at.sentence] == (move.at.words, move.speaker)
            assert move.at.words in move.passage


def test_members_ask_and_the_delegation_replies(records: list[RecordFacts]) -> None:
    for record in records:
        for move in moves(record):
            if move.speaker.state is not None:
                assert (move.move in ASKED) is (move.speaker.state != move.state), move.at
            if move.speaker.presides:
                assert move.move in ASKED, move.at


def test_a_sentence_does_each_thing_once_and_only_answers_or_promises(records: list[RecordFacts]) -> None:
    for record in records:
        done: dict[object, list[MoveKind]] = {}
        for move in moves(record):
            done.setdefault(move.at, []).append(move.move)
        for kinds in done.values():
            assert len(kinds) == len(set(kinds))
            assert len({MoveKind.ANSWER, MoveKind.PRESENTED, MoveKind.UNDERTAKING} & set(kinds)) <= 1


def test_what_belongs_to_a_kind_is_given_with_it_alone(records: list[RecordFacts]) -> None:
    for record in records:
        for move in moves(record):
            assert (move.firmness is not None) is (move.move is MoveKind.UNDERTAKING)
            assert bool(move.figures) is (move.move is MoveKind.FIGURE)
            assert all(figure.amount in move.at.words and figure.of in move.at.words for figure in move.figures)
            assert move.date in move.at.words


def test_themes_name_who_asked_and_who_replied_with_their_paragraphs(records: list[RecordFacts]) -> None:
    for record in records:
        for dialogue in state_dialogues([record]):
            for talk in dialogue.themes:
                assert talk.asked
                for voice in (*talk.asked, *talk.replied):
                    places = [(at.record, at.paragraph) for at in voice.at]
                    assert len(places) == len(set(places))
                    own = [move for move in dialogue.moves if move.at in voice.at]
                    assert {move.speaker for move in own} == {voice.speaker}


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("At the invitation of the Chair, the delegation of Chad took places at the Committee table.", ["Chad"]),
        ("The delegation of Chad took places at the Committee table.", ["Chad"]),
        ("The delegation of Chad withdrew.", []),
    ],
)
def test_a_dialogue_is_held_where_a_delegation_comes(line: str, held: list[str], assets: Assets) -> None:
    faults = Faults()
    body = read_body(f"# Organizational matters\n\n*{line}*\n", faults)
    faults.check()
    record = facts_of(Record(blocks=body.blocks), assets)
    assert [dialogue.state.name for dialogue in state_dialogues([record])] == held
