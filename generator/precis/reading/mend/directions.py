"""Marks of direction, which show nothing and say no word, taken out of the lines; what they turned is put in order.

Arabic letters that have the form of their place in a word are given their one letter, as they are written. Some
programs give the letters of a line as they are seen, from the left: such lines are turned about, but for the words in
them that run from the left.

Poppler (pdftotext) takes the words of a PDF from the right as they stand on the page, puts each stretch from the left
between marks (Unicode, Annex 9), and leaves in it the signs at its ends in the order that is seen: "2002،" is " ،2002".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from precis.model import Inlines, Run, joined
from precis.reading.line import TextLine

__all__ = ["FORMS", "MARKS", "are_as_seen", "in_reading_order", "with_plain_letters", "without_marks"]

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


_FROM_THE_LEFT = re.compile(r"[A-Za-z0-9\u0660-\u0669](?:[\w./:@*+-]*[\w*])?(?: [A-Za-z0-9][\w./:@*+-]*)*", re.ASCII)
"""Words and figures that run from the left in a line from the right: a symbol, a date in English, a time."""

_ARABIC = re.compile("[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_BRACKETS = str.maketrans("()[]«»", ")(][»«")


def are_as_seen(lines: Sequence[TextLine]) -> bool:
    """Whether words whose letters have the form of their place begin with the form of their end."""
    begun = ended = 0
    for word in (word for line in lines for word in line.text.split()):
        first = unicodedata.decomposition(word[0])
        begun += first.startswith("<initial>")
        ended += first.startswith("<final>")
    return ended > begun


def in_reading_order(line: TextLine) -> TextLine:
    """A line whose letters stand as they are seen, in the order in which they are read; one without Arabic stays."""
    if _ARABIC.search(line.text) is None:
        return line
    return replace(line, inlines=_turned(line.inlines), cells=tuple(map(_turned, line.cells)))


def _turned(inlines: Inlines) -> Inlines:
    runs = [replace(item, text=_read_from_right(item.text)) if isinstance(item, Run) else item for item in inlines]
    words = "".join(item.text for item in runs if isinstance(item, Run))
    closing = next((char for char in words if char in "()[]«»"), "(") in ")]»"
    return joined(
        replace(item, text=item.text.translate(_BRACKETS)) if closing and isinstance(item, Run) else item
        for item in reversed(runs)
    )


def _read_from_right(text: str) -> str:
    return _FROM_THE_LEFT.sub(lambda stretch: stretch[0][::-1], text)[::-1]


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
