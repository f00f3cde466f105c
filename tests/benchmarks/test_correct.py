"""The speed of the corrections: two versions of a record of 40 pages, 400 paragraphs."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from precis.model import Paragraph, Record, Run
from tests.support.corrections import apply, correct

PARAGRAPHS = 400
WORDS = (
    "the Committee delegation States parties report migrants measures recommendation information had been adopted of "
    "and to in that on for by with its which rights workers families Convention article legislation access justice "
    "protection women children employment agencies consular detention expulsion training judges statistics ministry"
).split()


def record() -> Record:
    """A record whose paragraphs have five sentences each, of words chosen by a fixed seed."""
    chance = random.Random(590)
    names = [f"{chance.choice(WORDS)}{number}" for number in range(2000)]

    def sentence() -> str:
        return " ".join(chance.choices(WORDS + names, k=chance.randint(12, 28))).capitalize() + "."

    texts = [" ".join(sentence() for _ in range(5)) for _ in range(PARAGRAPHS)]
    speaker = Run("Ms. Halvorsen", bold=True)
    return Record(blocks=tuple(Paragraph(n, (speaker, Run(f" said that {t}"))) for n, t in enumerate(texts, start=1)))


def changed(old: Record, every: int) -> Record:
    """The record with a word changed in each `every`-th paragraph, one paragraph moved and one left out."""
    chance = random.Random(591)
    blocks = list(old.blocks)
    for index in range(0, len(blocks), every):
        paragraph = blocks[index]
        assert isinstance(paragraph, Paragraph)
        words = str(getattr(paragraph.inlines[1], "text", "")).split(" ")
        words[chance.randrange(4, len(words) - 1)] = "elsewhere"
        blocks[index] = replace(paragraph, inlines=(paragraph.inlines[0], Run(" ".join(words))))
    blocks.insert(300, blocks.pop(100))
    del blocks[200]
    return replace(old, blocks=tuple(replace(b, number=n) for n, b in enumerate(blocks, 1) if isinstance(b, Paragraph)))


@pytest.mark.benchmark(group="corrections")
@pytest.mark.parametrize("every", [20, 1], ids=["a word in 20 paragraphs", "a word in every paragraph"])
def test_correct(benchmark, every: int) -> None:
    old = record()
    new = changed(old, every)
    found = benchmark(lambda: correct(old, new))
    assert apply(old, found) == new


@pytest.mark.benchmark(group="corrections")
def test_apply(benchmark) -> None:
    old = record()
    found = correct(old, changed(old, 1))
    benchmark(lambda: apply(old, found))
