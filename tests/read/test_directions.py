"""Marks of direction are no words; what Poppler puts between them is read in the order of the text."""

from __future__ import annotations

import pytest

from precis.model import Run
from precis.reading.line import TextLine
from precis.reading.mend.directions import without_marks

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
