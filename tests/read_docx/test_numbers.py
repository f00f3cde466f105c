"""The forms of numbers that Word prints."""

from __future__ import annotations

import pytest

from precis.reading.forms.docx.numbering import formatted

FORMS = [
    ("decimal", 12, "12"),
    ("decimalZero", 7, "07"),
    ("lowerLetter", 1, "a"),
    ("lowerLetter", 26, "z"),
    ("lowerLetter", 27, "aa"),
    ("upperLetter", 54, "BBB"),
    ("lowerRoman", 4, "iv"),
    ("upperRoman", 1994, "MCMXCIV"),
    ("ordinal", 1, "1st"),
    ("ordinal", 12, "12th"),
    ("ordinal", 103, "103rd"),
    ("chicago", 6, "††"),
    ("none", 3, ""),
    ("bullet", 3, ""),
    ("japaneseCounting", 3, "3"),
    ("lowerRoman", 0, "0"),
    # A file may ask for two thousand million letters.
    ("lowerLetter", 2_000_000_000, "2000000000"),
    ("upperRoman", 999_999, "999999"),
]


@pytest.mark.parametrize(("form", "number", "printed"), FORMS)
def test_a_number_is_printed_in_its_form(form: str, number: int, printed: str) -> None:
    assert formatted(number, form) == printed
