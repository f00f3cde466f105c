"""How sections are shared out over two columns."""

from __future__ import annotations

from precis.documents.session.halves import balanced_columns, two_columns
from precis.documents.session.paper import Look, Place, Section
from precis.model import Paragraph, Run


def section(title: str, lines: int) -> Section:
    return Section(Look.PROSE, (Paragraph(None, (Run("x" * 54 * lines),)),), title)


def columns(sections: list[Section]) -> tuple[str, str]:
    sides = [[each.title for each in sections if each.place is place] for place in (Place.LEFT, Place.RIGHT)]
    return "".join(sides[0]), "".join(sides[1])


def test_the_order_is_kept_where_that_is_nearly_as_good() -> None:
    assert columns(balanced_columns([section("a", 10), section("b", 10), section("c", 9), section("d", 9)])) == (
        "ab",
        "cd",
    )


def test_a_section_moves_where_that_gains_lines() -> None:
    assert columns(balanced_columns([section("a", 20), section("b", 12), section("c", 12), section("d", 4)])) == (
        "ad",
        "bc",
    )


def test_items_of_a_meeting_keep_their_order() -> None:
    assert columns(two_columns([section("a", 20), section("b", 12), section("c", 12), section("d", 4)])) == (
        "a",
        "bcd",
    )
