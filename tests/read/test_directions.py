"""Marks of direction are no words; what Poppler puts between them is read in the order of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import Run
from precis.reading.line import TextLine
from precis.reading.mend.directions import without_marks
from precis.reading.published import read_published

RLE, LRE, PDF = "\u202b", "\u202a", "\u202c"
LINES = [  # as Poppler 22.12 gives lines of a PDF, and what these lines are
    (f"{RLE}الساعة {LRE}.05/10{PDF}{PDF}", "الساعة 05/10."),
    (f"{RLE}جنيف{LRE} ،{PDF}يوم الجمعة{LRE} 26 ،{PDF}تموز{LRE}/{PDF}يوليه {LRE} ،2002{PDF}{PDF}",
     "جنيف، يوم الجمعة، 26 تموز/يوليه 2002، "),
    (f"{RLE}والفقرة {LRE}( 5{PDF}ب){LRE} ،{PDF}لا{PDF}", "والفقرة 5 (ب)، لا"),
    (f"{RLE}الوثيقة {LRE} CCPR/C/SR.2041{PDF}والوثيقة{PDF}", "الوثيقة CCPR/C/SR.2041 والوثيقة"),
    (f"{RLE}{LRE}Distr.: General{PDF}{PDF}", "Distr.: General"),
    ("\u200eCCPR/C/SR.2480\u200e", "CCPR/C/SR.2480"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_with_marks_of_direction(line: str, expected: str) -> None:
    assert without_marks(TextLine((Run(line),))).text == expected


SEEN = Path(__file__).parent / "directions"
"""A record as it is read, and the same with the letters of each line as they are seen (Unicode, Annex 9)."""


@pytest.mark.parametrize("names", [("arabic", "arabic_as_seen"), ("cover", "cover_in_shapes_as_seen")])
def test_lines_whose_letters_stand_as_they_are_seen_are_put_in_the_order_of_reading(
    names: tuple[str, str], assets: Assets
) -> None:
    read, seen = (read_published((SEEN / f"{name}.txt").read_text(encoding="utf-8"), name, assets) for name in names)
    assert seen.record == read.record
    assert [finding.code for finding in seen.findings].count("letters-turned") == 1
    assert "letters-turned" not in {finding.code for finding in read.findings}


def test_letters_in_the_form_of_their_place_tell_whether_they_stand_as_they_are_seen(assets: Assets) -> None:
    # محضر موجز للجلسة 590 and افتتحت الجلسة الساعة 05/10 with the forms of initial, medial and final letters.
    lines = [
        "\ufee3\ufea4\ufec0\ufeae \ufee3\ufeee\ufe9f\ufeb0 \ufedf\ufee0\ufea0\ufee0\ufeb4\ufe94 590",
        "\ufe8d\ufed3\ufe98\ufe98\ufea4\ufe96 \ufe8d\ufedf\ufea0\ufee0\ufeb4\ufe94 "
        "\ufe8d\ufedf\ufeb4\ufe8e\ufecb\ufe94 05/10",
    ]
    turned = ["590 " + lines[0][:-4][::-1], "05/10 " + lines[1][:-6][::-1]]
    for text, count in (("\n".join(lines), 0), ("\n".join(turned), 1)):
        reading = read_published(text, "forms.txt", assets)
        assert (reading.record.language, reading.record.meeting) == ("ar", 590)
        assert reading.record.opening is not None and f"{reading.record.opening.time:%H:%M}" == "10:05"
        assert [finding.code for finding in reading.findings].count("letters-turned") == count
