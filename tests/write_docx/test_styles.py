"""Styles: the names and numbers of the Geneva template, and what a reader navigates by."""

from __future__ import annotations

import pytest

from precis.writers.page import Page
from precis.writers.style import HouseStyle
from tests.support.canonical_docx import Docx, W
from tests.support.pages import document


@pytest.fixture
def docx(record: Page, write) -> Docx:
    return Docx(write(record))


def value(element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


# docs/conventions.md §1.2: name, size in half-points, left/right/hanging, before/after, line, rule.
GENEVA = {
    "HChG": ("_ H _Ch_G", "28", ("1134", "1134", "1134"), ("360", "240"), ("300", "exact")),
    "H1G": ("_ H_1_G", "24", ("1134", "1134", "1134"), ("360", "240"), ("270", "exact")),
    "H23G": ("_ H_2/3_G", "20", ("1134", "1134", "1134"), ("240", "120"), ("240", "exact")),
    "H4G": ("_ H_4_G", "20", ("1134", "1134", "1134"), ("240", "120"), ("240", "exact")),
    "SingleTxtG": ("_ Single Txt_G", "20", ("1134", "1134", None), ("0", "120"), ("240", "atLeast")),
    "FootnoteText": ("footnote text", "18", ("1134", "1134", "1134"), ("0", "0"), ("220", "exact")),
}


@pytest.mark.parametrize("identifier", GENEVA)
def test_the_numbers_of_the_geneva_template(identifier: str, docx: Docx) -> None:
    style = docx.styles[identifier]
    spacing = [value(style, "pPr/spacing", name) for name in ("before", "after", "line", "lineRule")]
    found = (
        value(style, "name"),
        value(style, "rPr/sz"),
        tuple(value(style, "pPr/ind", name) for name in ("left", "right", "hanging")),
        tuple(spacing[:2]),
        tuple(spacing[2:]),
    )
    assert found == GENEVA[identifier]


def test_every_style_of_the_house_is_in_the_file(docx: Docx, style: HouseStyle) -> None:
    names = {value(each, "name") for each in docx.styles.values()}
    assert {each.name for each in style.styles.values()} <= names
    assert {"footnote reference", "page number", "Hyperlink"} <= names


def test_every_reference_to_a_style_leads_to_one(page: Page, write) -> None:
    docx = Docx(write(page))
    parts = [docx.part(name) for name in docx.blobs if name.startswith("word/") and name.endswith(".xml")]
    tags = ("pStyle", "rStyle", "basedOn", "next")
    used = {each.get(f"{W}val") for part in parts for tag in tags for each in part.iter(f"{W}{tag}")}
    assert used <= set(docx.styles)


def test_no_text_is_kerned_or_hyphenated(docx: Docx) -> None:
    defaults = docx.part("word/styles.xml").find(f"{W}docDefaults")
    assert value(defaults, "rPrDefault/rPr/kern") == "0"
    assert docx.styles["Normal"].find(f"{W}pPr/{W}suppressAutoHyphens") is not None


def navigation(docx: Docx) -> list[tuple[int, str]]:
    """What Word's navigation pane shows: level and text of each paragraph with an outline level."""
    found = []
    for paragraph in docx.document.iter(f"{W}p"):
        style = docx.styles.get(value(paragraph, "pPr/pStyle"))
        level = value(paragraph, "pPr/outlineLvl") or (style is not None and value(style, "pPr/outlineLvl"))
        if level and level != "9":
            found.append((int(level) + 1, "".join(each.text or "" for each in paragraph.iter(f"{W}t"))))
    return found


def test_headings_are_in_the_navigation_pane_and_the_contents_are_not(docx: Docx) -> None:
    assert [(level, text[:24]) for level, text in navigation(docx)] == [
        (1, "Summary record (partial)"),
        (2, "Opening of the session"),
        (2, "Consideration of reports"),
        (3, "Initial report of Rurita"),
        (4, "Questions of members"),
    ]


def test_a_table_has_a_head_that_every_page_repeats(docx: Docx) -> None:
    table = list(docx.document.iter(f"{W}tbl"))[-1]
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iterfind(f"{W}tr")]
    assert repeated == [True, False, False]
    widths = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
    assert sum(widths) == 9639 - 2 * 1134
    assert [len(row.findall(f"{W}tc")) for row in table.iterfind(f"{W}tr")] == [3, 3, 3]


def test_two_tables_do_not_run_together(write) -> None:
    table = '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>'
    blocks = [each.tag.removeprefix(W) for each in Docx(write(document(table * 2))).document[0]]
    assert blocks == ["tbl", "p", "tbl", "p", "sectPr"]


def test_the_end_rule_is_as_long_as_published_and_never_alone(docx: Docx) -> None:
    """docs/conventions.md §1.2: 85.1 points, in the middle."""
    *_, before, rule = docx.document[0].findall(f"{W}p")
    left, right = int(value(rule, "pPr/ind", "left")), int(value(rule, "pPr/ind", "right"))
    assert 9639 - left - right == 1702
    assert abs(left - right) <= 1
    assert before.find(f"{W}pPr/{W}keepNext") is not None
