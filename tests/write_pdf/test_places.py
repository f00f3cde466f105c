"""Where things stand on the page: measured in real files, docs/conventions.md §1.1, §1.2, §1.3 and §1.5."""

from itertools import pairwise

import pytest
from pytest import approx

from tests.support.pages import COVER, FOOT, MASTHEAD, document, page_from, paragraph, sentences
from tests.support.places import extent_at, lines_of, page_count, rules_at

TEXT = "".join(paragraph(number, sentences(9)) for number in range(1, 20))
BEFORE = MASTHEAD.replace("International Convention on the Keeping of Lighthouses", "General Assembly")


@pytest.fixture(scope="module")
def data(pdf):
    return pdf(document(TEXT + '<hr class="end"/>', before=BEFORE + COVER.format(contents="") + FOOT))


@pytest.fixture(scope="module")
def line(data):
    """The line of a page that begins with these words."""

    def find(page, words):
        return next(found for found in lines_of(data, page) if found.words.startswith(words))

    return find


@pytest.mark.parametrize(
    ("words", "baseline", "left"),
    [
        ("United Nations", 49.7, 120.5),
        ("CXX", 52.3, None),
        ("General Assembly", 80.0, 120.5),
        ("Distr.: General", 78.8, 396.9),
        ("4 March 2031", 90.9, 396.9),
        ("Original: English", 114.9, 396.9),
        ("XX.31-00007", 811.6, 56.6),
    ],
)
def test_the_lines_of_page_1(line, words, baseline, left):
    found = line(1, words)
    assert found.baseline == approx(baseline, abs=0.35)
    assert left is None or found.left == approx(left, abs=0.2)


def test_the_symbol_ends_at_the_margin_and_begins_large(data):
    letters = [found for found in lines_of(data, 1) if found.baseline == approx(52.4, abs=0.1)]
    assert letters[-1].right == approx(538.8, abs=0.3)
    assert letters[0].words == "CXX/C/SR.7"
    assert letters[0].size == approx(20, abs=0.1)


def test_the_rules_of_the_masthead(data):
    assert rules_at(data, 1, 300, 56, 58) == [approx((56.6, 57.1), abs=0.2)]
    assert rules_at(data, 1, 300, 190, 205) == [approx((198.5, 199.9), abs=0.2)]


def test_the_code_at_the_foot_of_page_1(data):
    # Its first row is dark for the seven modules of each of its corners.
    runs = extent_at(data, 1, 778.7)
    assert (runs[0][0], runs[-1][1]) == approx((496.4, 541.4), abs=0.2)
    edges = rules_at(data, 1, 496.8, 770, 835)
    assert (edges[0][0], edges[-1][1]) == approx((778.1, 823.1), abs=0.2)


@pytest.mark.parametrize(("page", "edge"), [(2, "left"), (3, "right")])
def test_running_heads_stand_on_the_outer_side(data, line, page, edge):
    place = 56.6 if edge == "left" else 538.8
    head = line(page, "CXX/C/SR.7")
    assert head.baseline == approx(51.0, abs=0.1)
    assert getattr(head, edge) == approx(place, abs=0.3)
    number = line(page, str(page))
    numbers = [found for found in lines_of(data, page) if found.baseline == approx(812.0, abs=0.4)]
    assert [found.words for found in numbers] == [str(page)] or number in numbers
    assert getattr(numbers[0], edge) == approx(place, abs=0.3)
    assert rules_at(data, page, 300, 54, 60) == [approx((56.8, 57.2), abs=0.2)]
    assert extent_at(data, page, 57.0) == [approx((55.2, 540.1), abs=0.2)]


def test_page_1_has_neither_head_nor_number(data):
    words = {found.words for found in lines_of(data, 1)}
    assert "1" not in words
    assert sum("CXX/C/SR.7" in found for found in words) == 1


def test_the_first_and_last_line_of_a_page(data):
    text = [found for found in lines_of(data, 3) if 60 < found.baseline < 800]
    assert text[0].baseline == approx(80.8, abs=0.15)
    assert max(found.baseline for found in text) <= 783.4


def test_a_paragraph_hangs_from_its_number(data):
    first = next(found for found in lines_of(data, 2) if found.words.startswith("1."))
    assert first.left == approx(113.3, abs=0.1)
    second = next(found for found in lines_of(data, 2) if found.baseline == approx(first.baseline + 12, abs=0.1))
    assert second.left == approx(113.3, abs=0.1)
    assert first.right == approx(481.9, abs=0.2)


def test_the_text_begins_at_the_tab(pdf):
    (found,) = lines_of(pdf(document(paragraph(1, "T"))), 1)[:1]
    width_of_t = 1251 / 2048 * 10
    assert (found.left, found.right - width_of_t) == approx((113.3, 141.7), abs=0.1)


def test_space_after_and_space_before_are_added(pdf):
    data = pdf(document('<p class="line">A</p><h2 class="heading-1">B</h2><p class="line">C</p>'))
    first, heading, last = (found.baseline for found in lines_of(data, 1))
    assert heading - first == approx(6 + 12 + 12, abs=0.05)
    assert last - heading == approx(6 + 12, abs=0.05)


def test_a_raised_call_does_not_open_its_line(pdf):
    text = f'{sentences(1)} lamp<span class="note" data-mark="1">A note.</span> 1<sup>st</sup> {sentences(2)}'
    found = [line for line in lines_of(pdf(document(paragraph(1, text))), 1) if line.size > 9.5]
    baselines = sorted({round(line.baseline, 2) for line in found})
    steps = [after - before for before, after in pairwise(baselines)]
    assert steps == approx([12] * len(steps), abs=0.02)
    assert len(steps) >= 2


def test_notes_hang_from_their_marks_below_their_line(pdf):
    note = '<span class="note" data-mark="*">A note.</span>'
    data = pdf(document(f'<p class="line">Text{note}</p>'))
    mark, text = lines_of(data, 1)[-2:]
    assert (mark.words, mark.left) == ("*", approx(104.4, abs=0.3))
    assert (text.words, text.left, text.size) == ("A note.", approx(113.3, abs=0.1), approx(9, abs=0.01))
    (rule,) = rules_at(data, 1, 120, text.baseline - 20, text.baseline - 10)
    assert rule[0] == approx(text.baseline - 13.9, abs=0.3)
    assert extent_at(data, 1, sum(rule) / 2) == [approx((90.6, 164.4), abs=0.1)]


def test_the_end_rule(data):
    page = page_count(data)
    last = max(found.baseline for found in lines_of(data, page) if found.baseline < 800)
    (rule,) = rules_at(data, page, 300, last + 3, last + 30)
    assert rule[1] - rule[0] == approx(0.5, abs=0.1)
    assert extent_at(data, page, sum(rule) / 2) == [approx((255.1, 340.2), abs=0.1)]


def test_the_notice_stands_at_the_foot_of_every_page(pdf):
    head = '<meta name="foot" content="Sample: not a \\ &quot;United Nations&quot; document"/>'
    data = pdf(document(TEXT, before=BEFORE + COVER.format(contents=""), head=head))
    assert page_count(data) > 2
    for page in range(1, page_count(data) + 1):
        (notice,) = (found for found in lines_of(data, page) if "Sample" in found.words)
        assert notice.words.endswith('Sample: not a \\ "United Nations" document') or page > 1
        assert notice.baseline == approx(812, abs=0.4)


def test_a_long_cover_flows_on_and_keeps_the_foot_of_page_1(pdf):
    items = "".join(f'<p class="contents-1">Item {number}</p>' for number in range(80))
    data = pdf(document(paragraph(1, "Text."), before=MASTHEAD + COVER.format(contents=items) + FOOT))
    pages = [[found.words for found in lines_of(data, page)] for page in range(1, page_count(data) + 1)]
    assert "This record is subject to correction." in pages[0]
    assert [word for page in pages for word in page if word.startswith("Item")] == [f"Item {n}" for n in range(80)]
    assert any(words.startswith("1. Text") for words in pages[-1])
    assert not any(words.startswith("Item") for words in pages[-1])


def test_text_without_a_cover_begins_on_page_1(pdf):
    data = pdf(document(paragraph(1, "Text."), before=MASTHEAD + FOOT))
    assert page_count(data) == 1


def test_nothing_leaves_the_page(pdf):
    """A long note over several pages stays between head and foot."""
    text = f'Called<span class="note" data-mark="1">{sentences(200)}</span> here.'
    data = pdf(document(paragraph(1, text) + paragraph(2, sentences(40))))
    for page in range(1, page_count(data) + 1):
        baselines = [found.baseline for found in lines_of(data, page) if found.size < 9.5 or 60 < found.baseline < 800]
        assert all(45 < baseline < 815 for baseline in baselines)


def test_a_page_needs_no_symbol_and_no_date(pdf):
    page = page_from(
        '<html lang="en"><head><title>T</title></head><body class="x"><section class="text"/></body></html>'
    )
    assert page_count(pdf(page)) == 1
