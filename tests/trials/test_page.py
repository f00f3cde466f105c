"""Web pages: what they hide, how their lists are numbered, tables that only set a page, raised labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trials.made import page, seen

ONE, TWO = "<p>1. <b>The Chair</b> said that it was so.</p>", "<p>2. <b>Mr. Okonjo</b> thanked the Chair.</p>"


@pytest.mark.parametrize(
    ("hidden", "code"),
    [
        ('<div style="display:none">Accept all cookies</div>', "hidden-left-out"),
        ("<p hidden>Accept all cookies</p>", "hidden-left-out"),
        ('<p class="off">Accept all cookies</p>', "hidden-left-out"),
        ('<p id="banner">Accept all cookies</p>', "hidden-left-out"),
        ("<template><p>Accept all cookies</p></template>", "hidden-left-out"),
        ("<noscript><p>Accept all cookies</p></noscript>", "hidden-left-out"),
        ("<footer><p>Accept all cookies</p></footer>", "web-page"),
        ("<nav>Accept all cookies</nav>", "web-page"),
        ('<img src="a.png" alt="Accept all cookies">', "picture-unread"),
    ],
)
def test_what_a_page_does_not_show_is_told(hidden: str, code: str, tmp_path: Path) -> None:
    found = seen(page(ONE + hidden + TWO, ".off, #banner {display: none}").encode(), tmp_path, "page.html")
    assert found.blocks[1:] == ["**The Chair** said that it was so.", "**Mr. Okonjo** thanked the Chair."]
    assert found.told(code) == ["Accept all cookies"]


def test_what_other_media_hide_is_read(tmp_path: Path) -> None:
    style = "@media print {.x {display: none}} .x {color: red}"
    found = seen(page(ONE + TWO.replace("<p>", '<p class="x">'), style).encode(), tmp_path, "page.html")
    assert len(found.blocks) == 3


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ('style="list-style-type: lower-alpha"', "(a) (b)"),
        ('style="list-style: upper-roman inside"', "(I) (II)"),
        ('class="roman"', "(i) (ii)"),
        ('type="i"', "(i) (ii)"),
        ('type="a" start="3"', "(c) (d)"),
        ("", "- -"),
    ],
)
def test_lists_in_paragraphs_keep_their_letters(attributes: str, labels: str, tmp_path: Path) -> None:
    inner = f"<ol {attributes}><li>provide data;</li><li>explain the delay.</li></ol>"
    body = f"<ol><li><b>Mr. Okonjo</b> asked whether it would:{inner}</li><li><b>The Chair</b> thanked him.</li></ol>"
    found = seen(page(body, ".roman {list-style-type: lower-roman}").encode(), tmp_path, "list.html")
    assert found.blocks[1] == "**Mr. Okonjo** asked whether it would:"
    assert found.blocks[-1] == "**The Chair** thanked him."
    items = [item for block in found.blocks[2:-1] for item in block.split("\n")]
    assert [item.split()[0] for item in items] == labels.split()
    assert not found.told("number-unexpected")


def test_a_table_that_sets_numbers_in_a_column(tmp_path: Path) -> None:
    rows = "<tr><td>1.</td><td><b>The Chair</b> said that it was so.</td></tr>"
    rows += "<tr><td>2.</td><td><p><b>Mr. Okonjo</b> asked why.</p><p><i>It was so decided.</i></p></td></tr>"
    found = seen(page(f"<table>{rows}</table>").encode(), tmp_path, "layout.html")
    assert found.blocks[1:] == [
        "**The Chair** said that it was so.",
        "**Mr. Okonjo** asked why.",
        "*It was so decided.* {-}",
    ]


def test_a_table_of_numbered_things_stays_one(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{at}.</td><td>A report that is late</td></tr>" for at in (1, 2))
    found = seen(page(f"{ONE}<table>{rows}</table>{TWO}").encode(), tmp_path, "table.html")
    assert found.blocks[2].startswith("| 1. | A report that is late |")


def test_raised_labels_are_notes(tmp_path: Path) -> None:
    body = "<p>1. <b>The Chair</b> said that it grew<sup>1</sup> and grew.<sup>2</sup></p>"
    body += "<p><sup>1</sup> CMW/C/GFK/1.</p><p><sup>2</sup> A/108/48.</p>"
    found = seen(page(body).encode(), tmp_path, "notes.html")
    assert found.blocks[1:] == [
        "**The Chair** said that it grew[^1] and grew.[^2]",
        "[^1]: CMW/C/GFK/1.",
        "[^2]: A/108/48.",
    ]


def test_struck_words(tmp_path: Path) -> None:
    body = '<p>1. <b>The Chair</b> saw <span style="text-decoration: line-through">three</span> four of them.</p>'
    found = seen(page(body).encode(), tmp_path, "struck.html")
    assert found.blocks[1] == "**The Chair** saw four of them."
    assert found.told("struck-left-out") == ["three"]


def test_emphasis_by_a_style(tmp_path: Path) -> None:
    body = '<p>1. <span style="font-weight:700">The Chair</span> quoted <span class="t">The Life</span>, '
    body += 'and <i>not<span style="font-style: normal"> so</span></i>.</p>'
    found = seen(page(body, ".t {font-style: italic}").encode(), tmp_path, "page.html")
    assert found.blocks[1] == "**The Chair** quoted *The Life*, and *not* so."


def test_a_quotation_that_is_only_set_in(tmp_path: Path) -> None:
    text = "No one shall be expelled."
    body = f'<p>1. <b>The Chair</b> read out:</p><p class="q">{text}</p>'
    body += '<p style="margin: 0 1cm">2. <b>Ms. Kim</b> left.</p>'
    found = seen(page(body, ".q {margin: 0 2cm 0 72pt}").encode(), tmp_path, "page.html")
    assert found.blocks[2:] == [f"> {text}", "**Ms. Kim** left."]


def test_notes_that_a_list_numbers(tmp_path: Path) -> None:
    body = "<p>1. <b>The Chair</b> said that it had grown.<sup>1</sup></p><p>2. She left.<sup>2</sup></p>"
    notes = "<p><i>The meeting rose at 5.45 p.m.</i></p><hr><ol><li>CMW/C/GFK/1.</li><li>A/108/48. ↩</li></ol>"
    found = seen(page(body + notes, closing=False).encode(), tmp_path, "notes.html")
    assert found.blocks[1:] == [
        "**The Chair** said that it had grown.[^1]",
        "She left.[^2]",
        "[^1]: CMW/C/GFK/1.",
        "[^2]: A/108/48.",
    ]
