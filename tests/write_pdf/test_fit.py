"""The treaty's name in its cell: docs/conventions.md §1.3."""

import pytest

from precis.assets import shipped
from precis.writers.fit import fitted_treaty, lines_filled
from precis.writers.style import load_style

CELL = (2268 + 3260) / 20

CCPR = "International Covenant on Civil and Political Rights"
CRC = "Convention on the Rights of the Child"
CEDAW = "Convention on the Elimination of All Forms of Discrimination against Women"
CAT = "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"
CMW = "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families"
CRPD = "Convention on the Rights of Persons with Disabilities"
CERD = "International Convention on the Elimination of All Forms of Racial Discrimination"
CED = "International Convention for the Protection of All Persons from Enforced Disappearance"

# The lines of each name at 20, 17 and 14 points, as docs/conventions.md §1.3 computed them.
LINES = {
    CCPR: (2, 2, 2),
    CRPD: (2, 2, 2),
    CRC: (2, 1, 1),
    CERD: (3, 3, 2),
    CEDAW: (3, 3, 2),
    CED: (3, 3, 2),
    CAT: (4, 3, 3),
    CMW: (4, 4, 3),
}


@pytest.mark.parametrize("name", LINES, ids=["CCPR", "CRPD", "CRC", "CERD", "CEDAW", "CED", "CAT", "CMW"])
def test_lines_are_those_of_the_convention(name):
    assert tuple(lines_filled(name, size, CELL) for size in (20, 17, 14)) == LINES[name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("General Assembly", (20, 420)),
        (CRC, (17, 360)),
        (CAT, (17, 360)),
        (CMW, (14, 300)),
        (CMW * 5, (14, 300)),
        ("", (20, 420)),
    ],
    ids=["one line", "two lines", "three lines", "four lines", "fits nowhere", "none"],
)
def test_first_size_that_fits(name, expected):
    assert fitted_treaty(name, load_style("geneva", shipped())) == expected


def test_a_break_in_the_name_begins_a_line():
    assert lines_filled("Rights\nof the Child", 14, CELL) == 2


def test_an_accent_takes_no_room():
    assert (
        lines_filled("é" * 40, 14, CELL) == lines_filled("e" * 40, 14, CELL) == lines_filled("e\u0301" * 40, 14, CELL)
    )


def test_where_a_line_ends():
    room = 3 * 1479 / 2048 * 10
    assert lines_filled("AAA AAA", 10, room) == 2, "a blank hangs over the end of a line"
    assert lines_filled("A-A-AAA", 10, room) == 2, "a line may end after a hyphen"
    assert lines_filled("A\u2011A\u2011AAA", 10, room) == 1, "but not after a hyphen that does not break"
