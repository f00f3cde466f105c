"""What a text must hold for a pattern to be worth a look: never less than the pattern matches."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest

from precis.assets import shipped
from precis.facts.dialogue.anchors import keys_of, needs_of, needs_of_any
from precis.facts.dialogue.phrases import Phrase, filled, phrases_of
from precis.facts.dialogue.sieve import Index, Sieve
from precis.facts.dialogue.words import shorthand_of
from precis.facts.words import load_fact_words
from tests.facts.test_dialogue_words import FOLDER, KINDS, LANGUAGES, examples

ENGLISH = sorted({sentence for language, _, sentence, _ in examples() if language == "en"})


def ways(pattern: str, *, begins: bool = True) -> list[list[list[str]]]:
    """The letters that each way of a pattern needs."""
    return [[[anchor.letters for anchor in group] for group in way] for way in needs_of(pattern, begins=begins).ways]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("asked", [[["asked"]]]),
        ("(?:asked|wished) to know", [[[" to know"], ["asked", "wished"]]]),
        ("asked|wished to know", [[["asked"]], [["wished to know"]]]),
        ("(?:asked|wished to know)", [[["asked"]], [["wished to know"]]]),
        ("[ei]nquired", [[["nquired"]]]),
        ("acknowledg(?:ed|ing)?", [[["acknowledg"]]]),
        ("organi[sz]ations?", [[["organi"], ["ation"]]]),
        ("welcome(?:d)? (?!not)the report", [[["the report"], ["welcome"]]]),
        ("abc+def", [[["abc"], ["def"]]]),
        ("abcd*efg", [[["abc"], ["efg"]]]),
        (r"\bno \w+ reason", [[["no "], [" reason"]]]),
        (r"(?:very )?\d+", []),
        ("asked|in", []),
        (r"\xe9tat|\u2019s own", [[["tat"]], [["s own"]]]),
    ],
)
def test_a_pattern_needs_what_it_cannot_do_without(pattern: str, needed: list[list[list[str]]]) -> None:
    assert sorted(map(sorted, ways(pattern))) == sorted(map(sorted, needed))


def phrases(language: str) -> Iterator[Phrase]:
    """All phrases of a language, and those that take away."""
    data = tomllib.loads((FOLDER / language / "dialogue.toml").read_text(encoding="utf-8"))
    for kind in (*KINDS, *(f"not_{kind}" for kind in KINDS)):
        for entry in data.get(kind, ()):
            say = filled(entry["say"], shorthand_of(data))
            yield Phrase(say, needs_of(say))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_that_a_phrase_stands_in_is_left_out(language: str) -> None:
    texts = sorted({sentence.lower() for own, _, sentence, _ in examples() if own == language})
    known = list(phrases(language))
    index = Index(phrase.needs for phrase in known)
    assert len(known) > 50
    for text in texts:
        near = set(index.near(text))
        missed = [each.say for place, each in enumerate(known) if place not in near and each.pattern.search(text)]
        assert missed == [], text


def test_each_phrase_has_words_that_it_needs() -> None:
    assert [each.say for each in phrases("en") if not each.needs.ways] == [], "these are looked for in every sentence"


def test_no_text_that_a_pattern_of_facts_matches_is_left_out() -> None:
    words = load_fact_words(shipped())
    assert words is not None
    rows = (*words.phrases, *(frame for frames in words.frames.values() for frame in frames))
    texts = sorted({sentence for row in rows for sentence in (row.good, row.bad)})
    for text in texts:
        low = text.lower()
        keys = keys_of(low)
        out = [name for name in words.patterns.names if not words.patterns.needs(name).met(low, keys)]
        assert [name for name in out if words.patterns[name].search(text)] == [], text
        near = set(words.phrases_near(text))
        assert [each for each in words.phrases if each not in near and each.words.search(text)] == [], text


def test_by_letters_alone_no_fewer_texts_may_match() -> None:
    needs = needs_of_any(["asked", "wished to"])
    for text in ENGLISH:
        low = text.lower()
        assert needs.may(low) >= needs.met(low, keys_of(low))
    assert needs.may("the committee wished to know")
    assert not needs.may("the committee took note")


def test_tables_with_one_sieve_tell_their_own_patterns() -> None:
    sieve = Sieve()
    first = Index([needs_of("asked"), needs_of("welcomed the report")], sieve)
    assert first.near("he asked when") == [0]
    second = Index([needs_of("asked when"), needs_of(r"\d+")], sieve)
    assert first.near("he asked when") == [0]
    assert second.near("he asked when") == [0, 1]
    assert second.near("he welcomed the report") == [1]
    assert first.near("he welcomed the report") == [1]


def test_phrases_that_take_away_share_the_sieve() -> None:
    data = {"question": [{"say": "asked"}], "not_question": [{"say": "asked to leave"}]}
    found = phrases_of(data, "question", {})
    assert found.find("he asked why") is not None
    assert found.find("he asked to leave") is None
