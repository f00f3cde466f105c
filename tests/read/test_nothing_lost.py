"""Nothing is lost: the letters and digits of a text are in the record or in a finding, however damaged the text is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from precis.assets import Assets, shipped
from precis.model import Paragraph
from precis.reading.published import read_published
from precis.source.record import print_record, read_record
from tests.support.cases import cases_of
from tests.support.lost import lost

TESTS = Path(__file__).parent.parent
ASSETS: Assets = shipped()


def texts() -> list[str]:
    """The texts of the covers, and the two published records where they are here."""
    out = [
        path.read_text(encoding="utf-8") for path in sorted((TESTS.parent.parent / "shared" / "seeds").glob("*.txt"))
    ]
    return [*out, *(case.texts[0] for case in cases_of((TESTS / "covers").glob("*.txt")))]


SPOKEN = "# Initial report of Ruritania\n\n1. **Mr. Tall** said that wages were low."

Damage = Callable[[str, int, int], str]


def _line_lost(text: str, at: int, _length: int) -> str:
    lines = text.split("\n")
    del lines[at % len(lines)]
    return "\n".join(lines)


def _line_twice(text: str, at: int, length: int) -> str:
    lines = text.split("\n")
    lines.insert(length % (len(lines) + 1), lines[at % len(lines)])
    return "\n".join(lines)


def _lines_swapped(text: str, at: int, length: int) -> str:
    lines = text.split("\n")
    first, second = at % len(lines), length % len(lines)
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def _words_lost(text: str, at: int, length: int) -> str:
    start = at % (len(text) + 1)
    return text[:start] + text[start + length % 40 :]


def _words_moved(text: str, at: int, length: int) -> str:
    start = at % (len(text) + 1)
    words, rest = text[start : start + length % 60], text[:start] + text[start + length % 60 :]
    place = length % (len(rest) + 1)
    return rest[:place] + words + rest[place:]


def _word_split(text: str, at: int, length: int) -> str:
    start = at % (len(text) + 1)
    return text[:start] + (" ", "\n", "\n\n", "\t", "*")[length % 5] + text[start:]


def _blanks_lost(text: str, at: int, length: int) -> str:
    start = at % (len(text) + 1)
    part = text[start : start + length % 80]
    return text[:start] + part.replace(" ", "").replace("\n", "") + text[start + length % 80 :]


def _one_line(text: str, _at: int, _length: int) -> str:
    return " ".join(text.split())


def _capitals(text: str, at: int, length: int) -> str:
    start = at % (len(text) + 1)
    return text[:start] + text[start : start + length % 200].upper() + text[start + length % 200 :]


def _tail_only(text: str, at: int, _length: int) -> str:
    return text[at % (len(text) + 1) :]


DAMAGES = [
    _line_lost,
    _line_twice,
    _lines_swapped,
    _words_lost,
    _words_moved,
    _word_split,
    _blanks_lost,
    _one_line,
    _capitals,
    _tail_only,
]
PLACES = st.integers(0, 20_000)
damaged = st.builds(
    lambda text, damages: _spoil(text, damages),
    st.sampled_from(texts()),
    st.lists(st.tuples(st.sampled_from(DAMAGES), PLACES, PLACES), max_size=6),
)


def _spoil(text: str, damages: list[tuple[Damage, int, int]]) -> str:
    for damage, at, length in damages:
        text = damage(text, at, length)
    return text


ONE_LINE = (
    "CERD/C/SR.1637 Committee on the Elimination of Racial Discrimination Sixty-fourth session "
    "Summary record of the first part (public)* of the 1637th meeting Held at the Palais Wilson, Geneva, on Friday, "
    "12 March 2004, at 10 a.m. Chairman: Mr. Yutzis * The summary record of the second part (closed) of the meeting "
    "appears as document CERD/C/SR.1637/Add.1. The meeting was called to order at 10.10 a.m. Opening of the session "
    "1. The Chairman opened the meeting."
)


@given(damaged)
@settings(max_examples=150)
@example("")
@example("\ufeff")
@example(f"{ONE_LINE}\n{ONE_LINE}")
@example(f"{ONE_LINE.replace('Sixty-fourth session ', '')}\n{ONE_LINE}")
@example(f"{ONE_LINE.replace('of the 1637th', '16 37th')}\n{ONE_LINE.replace('Sixty-fourth', '0th')}")
@example(f"{ONE_LINE} {ONE_LINE}\n{ONE_LINE} {ONE_LINE}")
def test_damaged_records_lose_nothing(text: str) -> None:
    assert lost(text, read_published(text, "damaged", ASSETS), ASSETS) == ""


@given(damaged)
@example(f"{SPOKEN}\n\n| Place |  | Number |\n| --- | --- | --- |\n| Geneva |  | 3 |")
@settings(max_examples=100)
def test_what_is_read_of_damaged_records_is_a_source(text: str) -> None:
    reading = read_published(text, "damaged", ASSETS)
    if reading.record.symbol is not None and reading.record.body is None:
        # The symbol is of no body that there are names of.
        assert "body" in reading.missing
        return
    assert read_record(print_record(reading.record), "source", ASSETS) == reading.record


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
@settings(max_examples=150)
def test_any_text_loses_nothing(text: str) -> None:
    assert lost(text, read_published(text, "any", ASSETS), ASSETS) == ""


@pytest.mark.parametrize("words", ["a word of the text", "Diallo", "5.40"])
def test_the_check_sees_what_a_reading_loses(words: str, closing_2024: Path, assets: Assets) -> None:
    text = closing_2024.read_text(encoding="utf-8")
    reading = read_published(text, "seed", assets)
    assert lost(f"{text}\n{words}", reading, assets) == "".join(char for char in words.lower() if char.isalnum())


def test_the_check_sees_the_number_of_a_paragraph(assets: Assets) -> None:
    text = f"{ONE_LINE} {ONE_LINE}"
    reading = read_published(text, "twice", assets)
    blocks = [replace(block, number=None) if isinstance(block, Paragraph) else block for block in reading.record.blocks]
    assert lost(text, reading, assets) == ""
    assert lost(text, replace(reading, record=replace(reading.record, blocks=tuple(blocks))), assets) == "1"
