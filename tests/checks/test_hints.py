"""Hints make rules fast and hide nothing: each rule tells of every text what it tells without its hint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from precis.checks import Rule, Subject, alarms_of, load_rules
from precis.checks.explain import APART
from precis.checks.hints import REACH, hints_of
from precis.checks.rule import SOURCE
from precis.checks.sieve import Sieve
from tests.checks.subjects import as_source, subject_of

TEXTS = sorted((Path(__file__).parent / "texts").rglob("*.md"))


def samples(rules: list[Rule], language: str) -> str:
    """The samples of all rules that are only texts, as one source."""
    texts = [
        text
        for rule in rules
        for text in (*rule.good, *rule.bad)
        if APART not in text and "[^" not in text and not text.startswith(("---", "#")) and SOURCE not in rule.where
    ]
    return as_source("\n\n".join(texts), language)


def told(subject: Subject, rules: list[Rule]) -> list[tuple[str, object]]:
    return [(alarm.rule.name, alarm.place) for alarm in alarms_of(subject, rules)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rules_find_the_same_without_their_hints(language: str, assets) -> None:
    rules = [rule for rule in load_rules(assets, language).values() if not rule.across]
    unhinted = [replace(rule, hint=()) for rule in rules]
    # Their covers have faults, too.
    texts = [path.read_text(encoding="utf-8").split("\n---\n", 1) for path in TEXTS]
    sources = [
        as_source(body, language) for cover, body in texts if (f"\nlanguage: {language}" in cover) == (language != "en")
    ]
    assert len(sources) > 3
    found = 0
    for source in (samples(rules, language), *sources):
        subject = subject_of(source, assets)
        given = told(subject, rules)
        assert given == told(subject, unhinted)
        found += len(given)
    assert found > 300


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_stands_about_figures_in_a_hint_is_looked_at(language: str, assets) -> None:
    for rule in load_rules(assets, language).values():
        for hint in rule.hint:
            assert hint == hint.lower()
            assert max(map(len, hint.split("0"))) <= REACH if "0" in hint else True


def test_words_phrases_signs_and_figures_are_looked_up_in_each_text() -> None:
    sieve = Sieve(["12 March was the Day.", "A follow-up, and more; it followed up.", "On 3rd and 14,500 at 5 %"])

    def having(*hints: str) -> list[int]:
        return sieve.having(hints_of((hints,)))[0]

    assert having("day") == [0]
    assert having("follow") == []
    assert having("follow-up") == [1]
    assert having("followed up", "was the") == [0, 1]
    assert having("the was") == []
    assert having(", and") == [1]
    assert having(";", "%") == [1, 2]
    assert having("0th", "0rd") == [2]
    assert having("0,0") == having("0 %") == [2]
    assert having("^0 march") == having("12 march") == [0]
    assert having("^0rd") == []
    assert sieve.having(hints_of((("day",), (), ("more", "day"), ("0rd", "day")))) == [[0], [], [0, 1], [0, 2]]
