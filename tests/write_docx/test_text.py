"""The text: the same words as the page, in the same order, each run as it looks."""

from __future__ import annotations

import pytest

from precis.model import PrecisError
from precis.writers.page import Page
from tests.support.canonical import differences, of_page
from tests.support.canonical_docx import Docx, W, of_docx
from tests.support.pages import document


def test_one_canonical_text(page: Page, write) -> None:
    assert differences(of_page(page), of_docx(write(page))) == []


def runs(data: bytes) -> list[str]:
    """The runs of the first paragraph, each with its properties in short: "b|The Chair"."""
    found = []
    for run in Docx(data).document.find(f".//{W}p").iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        names = [] if properties is None else [each.tag.removeprefix(W) for each in properties]
        short = "+".join(name for name in names if not name.endswith("Cs"))
        inside = "".join({f"{W}br": "/", f"{W}tab": ">"}.get(each.tag, each.text or "") for each in run)
        found.append(f"{short}|{inside}" if short else inside)
    return found


CASES = [
    ("a run of white space is one blank", "a \n  b", ["a b"]),
    ("no blank at the ends", " \n a ", ["a"]),
    ("blanks across elements", "a <b> b </b> c", ["a ", "b|b ", "c"]),
    ("a blank between two elements", "<b>a</b> <i>b</i>", ["b|a", " ", "i|b"]),
    ("no blank beside a line break", "a <br/> b", ["a", "/", "b"]),
    ("a blank that may not break is kept", "at 3\u00a0p.m.", ["at 3\u00a0p.m."]),
    ("looks inside each other", "<b>a<i>b<sup>c</sup></i></b>", ["b|a", "b+i|b", "b+i+vertAlign|c"]),
    ("a gap on its ground", 'on <span class="gap">[date]</span>', ["on ", "rStyle|[date]"]),
    ("characters of XML", "A &amp; B &lt;c&gt; “d”", ["A & B <c> “d”"]),
    ("an empty paragraph", "", []),
]


@pytest.mark.parametrize(("title", "inside", "expected"), CASES, ids=[case[0] for case in CASES])
def test_inline(title: str, inside: str, expected: list[str], write) -> None:
    assert runs(write(document(f'<p class="line">{inside}</p>'))) == expected, title


def test_a_label_ends_at_its_tab(write, style) -> None:
    data = write(document('<p class="chair"><span class="label"><i>Chair:</i></span> Ms. Petrescu</p>'))
    assert runs(data) == ["i|Chair:", ">", "Ms. Petrescu"]
    tab = Docx(data).document.find(f".//{W}tabs/{W}tab")
    assert int(tab.get(f"{W}pos")) == style.classes["chair"].label_tab


def test_a_heading_stands_where_its_number_would_leave_it(write) -> None:
    assert runs(write(document('<h2 class="heading-1">Closure</h2>'))) == [">", ">", "Closure"]


def test_links_lead_to_addresses_and_to_paragraphs(write) -> None:
    text = '<p class="line">See <a href="https://example.org/?a=1&amp;b=é">it</a>, <a href="#é 1">there</a>.</p>'
    docx = Docx(write(document(text + '<p class="line" id="é 1">Here.</p><p class="line" id="É_1">And here.</p>')))
    outside, inside = docx.document.iter(f"{W}hyperlink")
    assert docx.related(next(iter(outside.attrib.values()))) == "https://example.org/?a=1&b=é"
    names = [each.get(f"{W}name") for each in docx.document.iter(f"{W}bookmarkStart")]
    assert inside.get(f"{W}anchor") == names[0]
    assert len({name.casefold() for name in names}) == 2


LOST = [
    ("a link to nowhere", '<p class="line"><a href="#x">x</a></p>', "the link '#x' leads nowhere"),
    ("a block inside a block", '<p class="line"><table/></p>', "<table> cannot stand in <p>"),
    (
        "text of the masthead in the text",
        '<p class="treaty">T</p>',
        '<p class="treaty"> cannot stand in <section class',
    ),
    ("an element among the blocks", "<b>x</b>", "<b> cannot stand in <section"),
    ("one id twice", '<p class="line" id="a"/><p class="line" id="a"/>', "two elements have the id 'a'"),
    ("a number that is none", '<p class="paragraph"><span class="number">x</span> y</p>', "'x' is not the number of a"),
]


@pytest.mark.parametrize(("title", "text", "message"), LOST, ids=[case[0] for case in LOST])
def test_what_cannot_be_written_is_told(title: str, text: str, message: str, write) -> None:
    with pytest.raises(PrecisError) as caught:
        write(document(text))
    assert message in str(caught.value), title


@pytest.mark.parametrize("place", ["header class='masthead'", "footer class='first-foot'"])
def test_nothing_is_lost_in_the_frame(place: str, write) -> None:
    frame = f"<{place}><p class='line'>x</p></{place.split()[0]}>"
    with pytest.raises(PrecisError, match='<p class="line"> cannot stand in'):
        write(document('<p class="line">y</p>', before=frame))
