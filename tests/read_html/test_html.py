"""Web pages as lines: pages of other programs by cases, nothing lost, and pages that would do harm.

What a case expects is a line each: its look, its level, number or label, and its words in the marks of a source.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from precis.model import PrecisError
from precis.reading.forms.html import read_html
from precis.reading.line import FileText, LineLook, TextLine
from precis.source.marks import marked
from tests.support.cases import Case, each_case


def shown(text: FileText) -> str:
    told = [f"({each.kind}: '{each.old}': {each.reason})" for each in text.findings]
    return "\n".join([*map(_line, text.lines), *told])


def _line(line: TextLine) -> str:
    level = f" {line.level}" if line.look is LineLook.HEADING else f" {line.number}" if line.number else ""
    label = f" {line.label}" if line.label else ""
    words = " | ".join(map(marked, line.cells)) if line.cells else marked(line.inlines)
    words = words.replace("\u00a0", "~")
    return f"{line.look}{level}{label}{', begins' if line.begins else ''}: {words}"


@each_case(Path(__file__).parent.glob("*.txt"))
def test_lines(case: Case) -> None:
    page, lines = case.texts
    assert shown(read_html(page.encode(), "page.html")) == lines


def test_changes_are_read_as_rejected() -> None:
    text = read_html(b"<p>a <del>b</del><ins>c</ins> d</p>", "page.html", rejected=True)
    assert shown(text).startswith("text: a b d\n(repaired: 'c': ")


@pytest.mark.parametrize(
    ("title", "data"),
    [
        ("UTF-8 that is not declared", "<p>Türk “é”</p>".encode()),
        ("windows-1252 that is not declared", "<p>Türk “é”</p>".encode("cp1252")),
        ("what is declared", b'<meta charset="windows-1252">' + "<p>Türk “é”</p>".encode("cp1252")),
        ("UTF-16", "<p>Türk “é”</p>".encode("utf-16")),
    ],
)
def test_encodings(title: str, data: bytes) -> None:
    assert [line.text for line in read_html(data, "page.html").lines] == ["Türk “é”"]


TAGS = "p div b i sup span ul li table tr td th h1 h2 blockquote br pre a ins section".split()
pieces = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["one", "two 2 ", "Geneva", " ", "\n", "&amp;", "1.", "<a href='#x'>1</a>", "<p id=x>1 note</p>"]),
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_nothing_is_lost(page: str) -> None:
    data = page.encode()
    try:
        text = read_html(data, "page.html")
    except PrecisError:
        assert not page.strip() or not letters(html.fromstring(f"<div>{page}</div>").text_content())
        return
    words = "".join(
        line.label + "".join(map(_words, line.cells or (line.inlines,))) + str(line.number or "") for line in text.lines
    )
    words += "".join(finding.old for finding in text.findings)
    expected = letters(html.document_fromstring(data).text_content())
    assert sorted(letters(words)) == sorted(expected)


def _words(inlines: tuple) -> str:
    return "".join(getattr(item, "text", None) or getattr(item, "label", "") for item in inlines)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize(
    ("title", "data", "message"),
    [
        ("10,000 nested tags", b"<div>" * 10_000 + b"words" + b"</div>" * 10_000, "more than 200 others"),
        ("a million paragraphs", b"<p>x" * 1_000_000, "more than 10,000 paragraphs"),
        ("no text", b"<!-- -->", "has no text"),
    ],
)
def test_pages_that_are_refused(title: str, data: bytes, message: str) -> None:
    start = time.process_time()
    with pytest.raises(PrecisError) as error:
        read_html(data, "page.html")
    assert message in str(error.value)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("title", "data"),
    [
        ("entities that stand for others", b"<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><p>&b;</p>"),
        ("nine thousand links to one note", b"<p id=x>1</p>" + b"<p><a href='#x'>1</a></p>" * 9_000),
    ],
)
def test_pages_that_are_read_in_bounded_time(title: str, data: bytes) -> None:
    start = time.process_time()
    assert read_html(data, "page.html").lines
    assert time.process_time() - start < 30
