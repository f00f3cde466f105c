"""Formulae found in damaged text, and where they stand in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from precis.assets import shipped
from precis.language import load_wording
from precis.reading.search.tolerant import LooseText, find, squeezed

TEXTS = st.text(alphabet="ab1 2\n\t\u00a0‑’É", max_size=60)
TITLE = load_wording("en", shipped()).forms("title")[0]


@given(TEXTS)
def test_every_letter_of_the_squeezed_text_is_found_again_where_it_stands(text: str) -> None:
    loose = LooseText(text)
    for at, char in enumerate(loose.squeezed):
        if not char.isspace():
            start, end = loose.span(at, at + 1)
            assert squeezed(text[start:end]) == char


@given(TEXTS)
def test_squeezing_leaves_blanks_only_between_figures_and_at_the_ends_of_lines(text: str) -> None:
    out = squeezed(text)
    for at, char in enumerate(out):
        assert char != " " or (out[at - 1].isdigit() and out[at + 1].isdigit())
    assert "\n\n" not in out


@given(st.integers(1, 9999), st.data())
def test_a_title_is_found_whatever_blanks_stand_in_it(meeting: int, data: st.DataObject) -> None:
    words = f"Summary record of the {meeting}th meeting"
    blanks = st.sampled_from(["", " ", "\t", "\u00a0"])
    spoilt = "".join(char + ("" if char.isdigit() else data.draw(blanks)) for char in words if char != " ")
    found = list(find("title", TITLE, LooseText(f"before\n{spoilt}\nafter")))
    assert [each.values["meeting"] for each in found] == [meeting]
