"""Tracked changes: what Word can accept and reject one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from precis.writers.page import Page
from tests.support.canonical_docx import Docx, W, of_docx
from tests.support.office import Office
from tests.support.pages import document
from tests.write_docx.changes import accepted, rejected

LINKED = f"{W}hyperlink"


def test_with_all_accepted_it_is_the_new_text(marked: Page, write) -> None:
    assert of_docx(accepted(write(marked))) == [
        "Summary record of the 1960th meeting",
        "A new heading",
        "1. The Secretary-General said so1.",
        "[1] An inserted note.",
        "2. This paragraph comes.",
        "The last line stays, with more.",
    ]


def test_with_all_rejected_it_is_the_old_text(marked: Page, write) -> None:
    assert of_docx(rejected(write(marked))) == [
        "Summary record of the 1959th meeting",
        "1. The Secretary General said.",
        "2. This paragraph goes.*",
        "[*] A deleted note.",
        "The last line stays.",
    ]


def changes(root) -> list[tuple[str, str, str]]:
    tags = (f"{W}ins", f"{W}del")
    return [(each.tag.removeprefix(W), each.get(f"{W}author"), each.get(f"{W}date")) for each in root.iter(*tags)]


def test_each_change_says_who_made_it_and_when(marked: Page, write) -> None:
    found = changes(Docx(write(marked)).document)
    assert found[:3] == [
        ("del", "Ms. Petrescu", "2091-03-14T00:00:00Z"),
        ("ins", "Ms. Petrescu", "2091-03-14T00:00:00Z"),
        ("ins", "Ms. Petrescu", "2091-03-14T09:30:00Z"),
    ]


def test_no_two_changes_and_bookmarks_have_one_id(marked: Page, write) -> None:
    docx = Docx(write(marked))
    parts = [docx.document, docx.part("word/footnotes.xml")]
    tags = (f"{W}ins", f"{W}del", f"{W}bookmarkStart")
    found = [each.get(f"{W}id") for part in parts for each in part.iter(*tags)]
    assert len(found) == len(set(found)) > 10


def test_deleted_text_is_marked_as_deleted(marked: Page, write) -> None:
    root = Docx(write(marked)).document
    assert not [each for change in root.iter(f"{W}del") for each in change.iter(f"{W}t")]
    assert all(next(each.iterancestors(f"{W}del"), None) is not None for each in root.iter(f"{W}delText"))


WHOLE = [
    ("all of it inserted", "<ins {by}>new</ins>", ["ins"]),
    ("all of it deleted", "<del {by}>old</del>", ["del"]),
    ("replaced", "<del {by}>old</del><ins {by}>new</ins>", []),
    ("in part", "a <ins {by}>new</ins>", []),
    ("not at all", "a", []),
]


@pytest.mark.parametrize(("title", "inside", "expected"), WHOLE, ids=[case[0] for case in WHOLE])
def test_a_paragraph_comes_and_goes_with_its_whole_text(title: str, inside: str, expected: list[str], write) -> None:
    inside = inside.format(by='data-author="A" data-date="2091-01-01"')
    root = Docx(write(document(f'<p class="line">{inside}</p>'))).document
    marks = root.findall(f".//{W}pPr/{W}rPr/*")
    assert [each.tag.removeprefix(W) for each in marks] == expected, title


def test_libreoffice_finds_exactly_these_changes(marked: Page, write: Callable[..., bytes], office: Office) -> None:
    """LibreOffice joins the mark of a paragraph to its text; the texts of the two notes are changes of their own."""
    root = etree.fromstring(office.convert(write(marked), "fodt"))
    regions = root.findall(".//{*}tracked-changes/{*}changed-region")
    found = [(region[0].tag.rpartition("}")[2], region.findtext(".//{*}creator")) for region in regions]
    assert sorted(found) == sorted(
        [
            *[("deletion", "Ms. Petrescu"), ("insertion", "Ms. Petrescu"), ("insertion", "Ms. Petrescu")],
            *[("deletion", "Mr. Okonjo")] * 3,
            *[("insertion", "Mr. Okonjo")] * 5,
        ]
    )
