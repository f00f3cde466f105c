"""Paragraphs and bullets are numbered by Word: what it counts is what the page prints."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from precis.assets import shipped
from precis.writers.docx import write_docx
from precis.writers.style import load_style
from tests.support.canonical_docx import Docx, W, of_docx
from tests.support.pages import document, paragraph


def written(text: str) -> bytes:
    return write_docx(document(text), load_style("geneva", shipped()), shipped())


@given(st.lists(st.integers(0, 30), min_size=1, max_size=20))
def test_word_counts_the_numbers_of_the_page(numbers: list[int]) -> None:
    text = "".join(f'<p class="paragraph"><span class="number">{number}.</span> x</p>' for number in numbers)
    assert of_docx(written(text)) == [f"{number}. x" for number in numbers]


@given(st.lists(st.sampled_from([".", "-", ")"]), min_size=1, max_size=8))
def test_what_follows_the_number_is_words_too(ends: list[str]) -> None:
    text = "".join(f'<p class="paragraph"><span class="number">4{end}</span> x</p>' for end in ends)
    assert of_docx(written(text)) == [f"4{end} x" for end in ends]


def numbers_of(docx: Docx) -> list[str]:
    return [each.get(f"{W}val") for each in docx.document.iter(f"{W}numId")]


def test_a_paragraph_added_in_word_takes_the_next_number() -> None:
    """All of a series are of one list, also across headings: only a jump begins another."""
    text = (
        paragraph(1, "a") + paragraph(2, "b") + '<h2 class="heading-1">H</h2>' + paragraph(3, "c") + paragraph(9, "d")
    )
    first, second, third, fourth = numbers_of(Docx(written(text)))
    assert first == second == third != fourth


def test_a_number_is_not_typed() -> None:
    docx = Docx(written(paragraph(1, "a")))
    assert "".join(docx.document.itertext()) == "a"


def test_the_number_stands_at_the_indent_and_the_text_at_the_tab() -> None:
    """docs/conventions.md §8: turn-over lines go back to the indent."""
    docx = Docx(written(paragraph(1, "a")))
    level = next(each for each in docx.part("word/numbering.xml").iter(f"{W}lvl") if "%1." in str(each[2].attrib))
    indent, tab = level.find(f"{W}pPr/{W}ind"), level.find(f"{W}pPr/{W}tabs/{W}tab")
    assert (indent.get(f"{W}left"), indent.get(f"{W}firstLine"), tab.get(f"{W}pos")) == ("1134", "0", "1701")


def test_bullets_come_from_their_style() -> None:
    docx = Docx(written('<ul><li class="bullet">a</li><li class="bullet">b</li></ul>'))
    assert numbers_of(docx) == []
    assert docx.styles["Bullet1G"].find(f"{W}pPr/{W}numPr") is not None


def item(label: str, level: int = 1) -> str:
    name = "item" if level == 1 else f"item-{level}"
    return f'<li class="{name}"><span class="number">({label})</span> x</li>'


def test_word_counts_the_letters_of_a_list_by_its_levels() -> None:
    text = f"<ul>{item('a')}{item('i', 2)}{item('ii', 2)}{item('b')}{item('i', 2)}</ul>"
    docx = Docx(written(text))
    assert [each.get(f"{W}val") for each in docx.document.iter(f"{W}ilvl")] == ["0", "1", "1", "0", "1"]
    assert len(set(numbers_of(docx))) == 1
    assert of_docx(written(text)) == ["(a) x", "(i) x", "(ii) x", "(b) x", "(i) x"]
    assert "".join(docx.document.itertext()) == "xxxxx"


LABELS = [*"abchijvxyz", "aa", "bb", "ii", "iv", "ix", "xii"]


@given(st.lists(st.tuples(st.sampled_from(LABELS), st.integers(1, 4)), min_size=1, max_size=12))
def test_word_counts_whatever_letters_the_page_has(labels: list[tuple[str, int]]) -> None:
    """Also those that leave letters out, and two lists one below the other."""
    levels = [1]
    for _, wanted in labels[1:]:
        levels.append(min(wanted, levels[-1] + 1))
    items = "".join(item(label, level) for (label, _), level in zip(labels, levels, strict=True))
    expected = [f"({label}) x" for label, _ in labels]
    assert of_docx(written(f"<ul>{items}</ul><p class='line'>y</p><ul>{items}</ul>")) == [*expected, "y", *expected]


def test_bullets_of_all_levels_are_of_one_list() -> None:
    docx = Docx(written('<ul><li class="bullet">a</li><li class="bullet-2">b</li></ul>'))
    numbers = [docx.styles[name].find(f"{W}pPr/{W}numPr") for name in ("Bullet1G", "Bullet2G")]
    assert len({each.find(f"{W}numId").get(f"{W}val") for each in numbers}) == 1
    assert numbers[0].find(f"{W}ilvl") is None and numbers[1].find(f"{W}ilvl").get(f"{W}val") == "1"
