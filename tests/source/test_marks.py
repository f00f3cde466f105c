"""The marks inside a line of a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precis.model import Call, Gap, Link, Run, joined
from precis.source.marks import MarkError, inlines, marked

CASES = [
    ("plain words", "plain words", (Run("plain words"),)),
    ("a speaker", "**The Chair** said", (Run("The Chair", bold=True), Run(" said"))),
    ("italic", "*It was so decided.*", (Run("It was so decided.", italic=True),)),
    ("both", "***x***", (Run("x", bold=True, italic=True),)),
    ("bold that ends in a blank", "**Mr. X **said", (Run("Mr. X ", bold=True), Run("said"))),
    ("bold beside italic", "**a***b*", (Run("a", bold=True), Run("b", italic=True))),
    ("raised", "590^e^ séance", (Run("590"), Run("e", superscript=True), Run(" séance"))),
    ("a call", "said.[^1]", (Run("said."), Call("1"))),
    ("a gap", "on [[date]].", (Run("on "), Gap("date"), Run("."))),
    ("escapes", r"\*\* 2\^3 \[x]", (Run("** 2^3 [x]"),)),
    ("brackets that are words", "[sic]", (Run("[sic]"),)),
    ("brackets before a parenthesis", "[two](see below)", (Run("[two](see below)"),)),
    ("a link", "see [SR.590](a.html#p5).", (Run("see "), Link((Run("SR.590"),), "a.html#p5"), Run("."))),
    ("a link with marks", "[**5**](#p5)", (Link((Run("5", bold=True),), "#p5"),)),
    ("brackets in a link", r"[x\]](http://y.z)", (Link((Run("x]"),), "http://y.z"),)),
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_reading(title: str, text: str, expected: tuple) -> None:
    assert inlines(text) == expected


@pytest.mark.parametrize("text", ["**open", "a * b", "^x", "****x****"])
def test_a_mark_without_its_end_is_told(text: str) -> None:
    with pytest.raises(MarkError):
        inlines(text)


def test_a_lenient_reader_takes_a_lone_asterisk_for_a_character() -> None:
    assert inlines(r"CMW/C/SR.590\* and * more", lenient=True) == (Run("CMW/C/SR.590* and * more"),)


runs = st.builds(
    Run, st.text(st.characters(exclude_categories=["C"]), min_size=1), st.booleans(), st.booleans(), st.booleans()
)
addresses = st.sampled_from(["#p5", "https://docs.un.org/en/CMW/C/SR.590", "CMW_C_SR.590-en.html#p5"])
links = st.builds(Link, st.lists(runs, min_size=1).map(joined), addresses)
items = st.lists(runs | links | st.just(Call("1")) | st.just(Gap("date"))).map(joined)


@given(items)
def test_a_line_reads_as_it_was_written(line: tuple) -> None:
    assert inlines(marked(line)) == line
