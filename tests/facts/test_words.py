"""Each text, frame and phrase of facts.toml beside its examples: one that gives its fact, and one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis import facts
from precis.assets import Assets, shipped
from precis.facts import facts_of
from precis.facts.fact import Adopted, Fact, Plan, Stage
from precis.facts.kinds import kinds
from precis.facts.words import Frame, Phrase, TextKind, load_fact_words
from precis.model import Faults, Record
from precis.source.body import read_body

WORDS = load_fact_words(shipped())
assert WORDS is not None  # the table is part of the package
FRAMES = tuple(dict.fromkeys(frame for frames in WORDS.frames.values() for frame in frames))


def told(example: str, assets: Assets) -> tuple[Fact, ...]:
    """The facts of an example: what the Chair says, and the line of procedure below, or a line alone."""
    said, _, line = example.partition("\n")
    speech = f"**The Chair** recalled the discussion. {said}"
    text = f"{speech}\n\n*{line}*" if line else f"*{said}*" if example.endswith("\n") else speech
    faults = Faults()
    body = read_body(f"# Organizational matters\n\n{text}\n", faults)
    faults.check()
    return facts_of(Record(blocks=body.blocks, footnotes=body.footnotes), assets).facts


def says(fact: Fact, frame: Frame) -> bool:
    """Whether a fact is what the frame tells: of its kind, and in one of its parts its sense."""
    parts = {str(getattr(fact, name)) for name in fact.__dataclass_fields__}
    adopted = isinstance(fact, Adopted) and frame.sense == "adopted" and fact.stage.adopted
    other = frame.kind not in SENSED or frame.sense in ("", "dialogue", "considered", "deposit", "list of reports")
    return fact.kind == frame.kind and (adopted or other or frame.sense in parts)


SENSED = ("adopted", "communication", "departure", "inquiry", "meeting", "plan", "ratification", "session")
"""Kinds whose facts say the sense of their frame."""


@pytest.mark.parametrize("text", WORDS.texts, ids=lambda text: text.name)
def test_a_text_is_known_by_its_words(text: TextKind, assets: Assets) -> None:
    adopted = [fact for fact in told(text.good, assets) if isinstance(fact, Adopted)]
    assert text.name in [fact.text for fact in adopted]
    spoiled = [fact for fact in told(text.bad, assets) if isinstance(fact, Adopted) and fact.text == text.name]
    assert spoiled == []


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: f"{frame.kind} {frame.sense} {min(frame.verbs)}")
def test_a_frame_fits_what_it_must(frame: Frame, assets: Assets) -> None:
    assert [fact for fact in told(frame.good, assets) if says(fact, frame)], told(frame.good, assets)
    spoiled = [fact for fact in told(frame.bad, assets) if says(fact, frame)]
    assert spoiled == []


@pytest.mark.parametrize("phrase", WORDS.phrases, ids=lambda phrase: phrase.kind)
def test_a_phrase_is_found_where_it_must(phrase: Phrase, assets: Assets) -> None:
    assert phrase.kind in [fact.kind for fact in told(phrase.good, assets)]
    assert phrase.kind not in [fact.kind for fact in told(phrase.bad, assets)]


def test_every_pattern_is_asked_for_and_is_one() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(facts.__path__[0]).rglob("*.py"))
    stages = {str(stage) for stage in Stage}
    unused = [
        name
        for name in WORDS.patterns.names
        if f'"{name}"' not in code
        and name.partition(".")[2] not in stages
        and f'"{name.partition(".")[2]}"' not in code
    ]
    assert unused == []
    assert all(WORDS.patterns[name].pattern for name in WORDS.patterns.names)


def test_every_kind_is_whole() -> None:
    for name, kind in kinds().items():
        assert kind.name == name == kind.type.kind
        assert kind.title
        has_words = any(frame.kind == name for frame in FRAMES) or any(phrase.kind == name for phrase in WORDS.phrases)
        assert kind.always or has_words, f"nothing finds {name}"


def test_every_frame_is_of_a_kind() -> None:
    assert {frame.kind for frame in FRAMES} <= set(kinds())
    assert {phrase.kind for phrase in WORDS.phrases} <= set(kinds())


def test_plans_are_of_what_frames_say(assets: Assets) -> None:
    plans = {frame.sense for frame in FRAMES if frame.kind == "plan"} - {"list of reports"}
    found = {
        fact.what
        for frame in FRAMES
        if frame.kind == "plan"
        for fact in told(frame.good, assets)
        if isinstance(fact, Plan)
    }
    assert found == plans
