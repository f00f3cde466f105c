"""The text of a PDF, read by its structure, is the text of its page, word for word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.writers.html import write_html
from tests.support.canonical import differences, of_html, of_page, of_pdf
from tests.support.pages import COVER, FOOT, MASTHEAD, document, paragraph, sentences


def test_a_record(record, record_pdf):
    assert differences(of_page(record), of_pdf(record_pdf)) == []


def test_a_record_with_its_emblem(pdf, record, emblem):
    lines = of_page(record)
    lines.insert(
        lines.index("International Convention on the Keeping of Lighthouses"), "[image] Emblem of the United Nations"
    )
    assert differences(lines, of_pdf(pdf(record, emblem))) == []


LONG = f'Called<span class="note" data-mark="1">{sentences(150)}</span> here.'
ROWS = "".join(f'<tr><th scope="row">Row {number}</th><td>{sentences(2)}</td></tr>' for number in range(40))
ITEMS = "".join(f'<p class="contents-1">Item {number}</p>' for number in range(80))


@pytest.mark.parametrize(
    "page",
    [
        document("".join(paragraph(number, sentences(9)) for number in range(1, 30))),
        document(paragraph(1, LONG) + paragraph(2, sentences(30))),
        document(
            f'<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>{ROWS}</tbody></table>'
        ),
        document(paragraph(1, "Text."), before=MASTHEAD + COVER.format(contents=ITEMS) + FOOT),
        document(paragraph(1, "well-known and/or north–south " * 40)),
        document(paragraph(1, "https://example.org/" + "lamps/and/" * 30 + "oil" * 50)),
        document('<p class="line">The <b>first</b> <i>second</i> <b>third</b><br/><i>fourth</i> fifth</p>'),
    ],
    ids=["pages", "long note", "table", "long contents", "hyphens", "long word", "changes of type"],
)
def test_a_page(pdf, page):
    assert differences(of_page(page), of_pdf(pdf(page))) == []


WORDS = st.text("abc éÜß-–—/.,;()’“”", min_size=1, max_size=30).filter(lambda text: text.strip())


@st.composite
def inlines(draw, depth=0):
    """Words in any order of type, with notes, line breaks and changes."""
    out = ""
    for kind in draw(
        st.lists(st.sampled_from(["", "b", "i", "sup", "ins", "del", "br", "note"]), min_size=1, max_size=6)
    ):
        words = draw(WORDS)
        if kind == "br":
            out += f"{words}<br/>{draw(WORDS)}"
        elif kind == "note":
            inside = words if depth else draw(inlines(depth=1))
            out += words if depth else f'{words}<span class="note" data-mark="*">{inside.strip()}</span>'
        else:
            out += f"<{kind}>{words}</{kind}>" if kind else words
    return out.replace("&", "&amp;")


BLOCKS = st.one_of(
    inlines().map(lambda text: f'<p class="line">{text}</p>'),
    inlines().map(lambda text: f'<ul><li class="bullet">{text}</li></ul>'),
    inlines().map(lambda text: f'<blockquote><p class="quotation">{text}</p></blockquote>'),
    inlines().map(lambda text: f'<h2 class="heading-1">{text}</h2>'),
    st.integers(1, 12).map(lambda count: paragraph(1, sentences(count))),
)


@settings(max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_any_page(pdf, style, assets, blocks):
    page = document("".join(blocks).replace(' id="p1"', ""))
    assert differences(of_page(page), of_pdf(pdf(page))) == []
    assert differences(of_page(page), of_html(write_html(page, style, assets))) == []
