"""Sentences of a dialogue that speak of the same thing: they share words that few others have."""

from __future__ import annotations

from precis.facts.dialogue.likeness import alike


def of(*sentences: str) -> list[dict[int, float]]:
    return [dict(each) for each in alike([frozenset(sentence.split()) for sentence in sentences])]


def test_sentences_that_share_a_rare_word_are_alike() -> None:
    first, second, third = of("zborov operation police", "zborov officers suspended", "census roma")
    assert list(first) == [1]
    assert list(second) == [0]
    assert third == {}


def test_a_word_that_many_have_makes_none_alike() -> None:
    assert of(*["law"] * 7) == [{}] * 7
    assert all(of(*["law"] * 6))


def test_the_others_count_one_at_most_together_and_each_by_what_it_shares() -> None:
    words = "zborov truncheons villagers april operation"
    (found, *_) = of(words, words, "zborov trial", *["census"] * 40)
    assert sum(found.values()) == 1.0
    assert found[1] > found[2]
    (little, *_) = of("zborov law", "zborov trial", "census")
    assert 0 < little[1] < 1
