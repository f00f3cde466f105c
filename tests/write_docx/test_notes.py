"""Notes: real ones, with marks of their own where the page has asterisks."""

from __future__ import annotations

import pytest

from precis.model import PrecisError
from precis.writers.page import Page
from tests.support.canonical_docx import Docx, W
from tests.support.pages import COVER, FOOT, MASTHEAD, document


def note(mark: str, text: str = "A note.") -> str:
    return f'<span class="note" data-mark="{mark}">{text}</span>'


def calls(docx: Docx) -> list[tuple[str, str]]:
    """The calls of a document: the note's id, and the custom mark or an empty string."""
    found = []
    for reference in docx.document.iter(f"{W}footnoteReference"):
        custom = reference.get(f"{W}customMarkFollows")
        mark = "".join(reference.getparent().itertext())
        assert bool(custom) == bool(mark)
        found.append((reference.get(f"{W}id"), mark))
    return found


def texts(docx: Docx) -> dict[str, str]:
    """The text of each note by its id, tabs as ">" and the number that Word counts as "#"."""
    words = {f"{W}tab": ">", f"{W}footnoteRef": "#"}
    return {
        each.get(f"{W}id"): "".join(words.get(part.tag, part.text or "") for part in each.iter())
        for each in docx.part("word/footnotes.xml")
        if each.get(f"{W}type") is None
    }


def test_asterisks_are_custom_marks_and_numbers_are_counted_by_word(record: Page, write) -> None:
    docx = Docx(write(record))
    assert calls(docx) == [("1", "*"), ("2", "**"), ("3", "***"), ("4", ""), ("5", ""), ("6", "")]
    found = texts(docx)
    assert found["1"] == ">*>Reissued for technical reasons on 12 May 2091."
    assert found["5"] == ">#>Ibid., with a link."


def test_a_note_may_be_called_in_the_masthead(record: Page, write) -> None:
    table = next(Docx(write(record)).document.iter(f"{W}tbl"))
    assert len(list(table.iter(f"{W}footnoteReference"))) == 1


def test_numbers_that_word_would_not_count_so_are_written_out(write) -> None:
    docx = Docx(write(document(f'<p class="line">a{note("1")}b{note("3")}c{note("2")}d{note("a")}</p>')))
    assert [mark for _, mark in calls(docx)] == ["", "3", "", "a"]


def test_a_custom_mark_is_one_character_a_text(write) -> None:
    """LibreOffice 7 takes the first text after the reference for the mark, and prints what is left of a longer one."""
    docx = Docx(write(document(f'<p class="line">a{note("***")}</p>')))
    call = next(docx.document.iter(f"{W}footnoteReference")).getparent()
    assert [each.text for each in call.iter(f"{W}t")] == ["*", "*", "*"]


def test_separators_are_the_first_notes(record: Page, write) -> None:
    docx = Docx(write(record))
    found = [(each.get(f"{W}id"), each.get(f"{W}type")) for each in docx.part("word/footnotes.xml")][:3]
    assert found == [("-1", "separator"), ("0", "continuationSeparator"), ("1", None)]


@pytest.mark.parametrize(
    "text",
    [f'<p class="line">a{note("1", "b" + note("2"))}</p>', '<p class="line">a</p>'],
    ids=["inside a note", "at the foot of page 1"],
)
def test_where_word_has_no_notes(text: str, write) -> None:
    foot = FOOT.replace("correction.", f"correction.{note('*')}")
    with pytest.raises(PrecisError, match="a note cannot be called inside a note or at the foot of a page"):
        write(document(text, before=MASTHEAD + COVER.format(contents="") + foot))
