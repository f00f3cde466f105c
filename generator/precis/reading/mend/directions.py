"""Marks of direction, which show nothing and say no word, taken out of the lines; what they turned is put in order.

Arabic letters that have the form of their place in a word are given their one letter, as they are written.

Poppler (pdftotext) takes the words of a PDF from the right as they stand on the page, puts each stretch from the left
between marks (Unicode, Annex 9), and leaves in it the signs at its ends in the order that is seen: "2002،" is " ،2002".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from precis.model import Inlines, Run, joined
from precis.reading.line import TextLine

__all__ = ["FORMS", "MARKS", "with_plain_letters", "without_marks"]

MARKS = re.compile("[\u061c\u200e\u200f\u202b]")
"""A mark of direction, or the beginning of a line from the right."""

FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]+")
"""Arabic letters in the forms that they have beside others, as some converters give them (Unicode, compatibility)."""

_FROM_THE_RIGHT = "\u202b"
_STRETCH = re.compile(
    "\u202a(?P<before>[^\\w\u202a-\u202e]*)(?P<words>[^\u202a-\u202e]*?)(?P<after>[^\\w\u202a-\u202e]*)\u202c"
)
"""What runs from the left in such a line: words or figures, and the signs at their ends."""

_ANY = re.compile("[\u061c\u200e\u200f]")
_ALL = re.compile("[\u061c\u200e\u200f\u202a-\u202c]")


def without_marks(line: TextLine) -> TextLine:
    """The line without marks of direction, its signs where they are read."""
    turned = line.text.startswith(_FROM_THE_RIGHT)
    return replace(line, inlines=_taken(line.inlines, turned), cells=tuple(_taken(cell, turned) for cell in line.cells))


def _taken(inlines: Inlines, turned: bool) -> Inlines:
    return joined(
        replace(item, text=_in_order(item.text) if turned else _ANY.sub("", item.text))
        if isinstance(item, Run)
        else item
        for item in inlines
    )


def with_plain_letters(line: TextLine) -> TextLine:
    """The line with Arabic letters in place of their forms; a ligature of two is two letters."""
    return replace(line, inlines=_plain(line.inlines), cells=tuple(map(_plain, line.cells)))


def _plain(inlines: Inlines) -> Inlines:
    return joined(
        replace(item, text=FORMS.sub(_letters, item.text)) if isinstance(item, Run) else item for item in inlines
    )


def _letters(forms: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", forms[0])


def _in_order(text: str) -> str:
    return _ALL.sub("", _STRETCH.sub(_read, text))


def _read(stretch: re.Match[str]) -> str:
    """The signs that are seen on the left of words are read behind them."""
    return stretch["after"][::-1] + stretch["words"] + stretch["before"][::-1]
