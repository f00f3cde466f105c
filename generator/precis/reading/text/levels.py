"""At what level a heading of the text stands: that of its item in the contents, or what its words say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice

from precis.language.wording import Wording
from precis.model import Heading, Inlines, plain
from precis.proceedings.headings import considers, is_report
from precis.reading.search.letters import form_of
from precis.reading.text.items import contents_form
from precis.reading.text.signs import has_end

__all__ = ["is_of_draft", "item_level", "level_in_series", "level_without_item"]

_NUMBERED = re.compile(r"(?:(?P<numeral>[IVX]+)|(?P<letter>[A-Z]))\.\s|(?P<word>[^\W\d_]+)\s(?:\d|[IVX]+\b)")
_LONGEST_PIECE = 40
_MORE = re.compile(r"\s*[(\[]")
_LONGEST_LETTER = 5
"""So many characters has the letter of an item, with its parentheses."""

_MOST_COMMAS = 40
"""Behind one of so many the words of an item may end."""

_DEEPEST = 3
_SHORTEST_NEAR = 20
_NEAR = 4
"""Items of so many letters may differ in so many of them from their headings."""


def item_level(inlines: Inlines, contents: Mapping[str, int], wording: Wording) -> int | None:
    """The level of the item of the contents that a line of the text prints again as a heading, or None.

    The two may differ in "(continued)", and in a letter or two. A heading may have more than its item: symbols and
    other words in parentheses, or behind a comma.
    """
    form = contents_form(inlines, wording)
    if form in contents or not contents:
        return contents.get(form)
    ends = tuple(form_of(word) for word in wording.reading["continued"])
    levels = {_without_end(item, ends): level for item, level in contents.items()}
    bare = _without_end(form, ends)
    text = plain(inlines)
    sentence = has_end(text)
    if bare in levels or (sentence and "/" not in text):
        return levels.get(bare)
    commas = () if sentence else islice(re.finditer(",", text), _MOST_COMMAS)
    for more in (*islice(_MORE.finditer(text, _LONGEST_LETTER), 1), *commas):
        level = levels.get(_without_end(form_of(text[: more.start()]), ends))
        if level is not None:
            return level
    near = () if sentence else (level for item, level in levels.items() if _are_near(item, bare))
    return next(iter(near), None)


def _are_near(first: str, second: str) -> bool:
    """Whether two long items differ in a few letters: "periodic" in one of them, "period" in the other."""
    if min(len(first), len(second)) < _SHORTEST_NEAR or abs(len(first) - len(second)) > _NEAR:
        return False
    same = sum(block.size for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks())
    return max(len(first), len(second)) - same <= _NEAR


def level_without_item(text: str, above: Sequence[Heading], wording: Wording) -> int:
    """The level of a heading that the contents do not have, under the headings `above` it, the nearest last.

    A report stands under the consideration of reports; another heading below the items.
    """
    main = next((plain(heading.inlines) for heading in reversed(above) if heading.level == 1), None)
    if main is None:
        return 1
    return 2 if considers(main, wording) and is_report(text, wording) else _DEEPEST


def is_of_draft(text: str, wording: Wording) -> bool:
    """Whether a line is nothing but "Paragraphs 19 to 21": the heading of what is considered piece by piece."""
    return (
        len(text) <= _LONGEST_PIECE and not has_end(text) and _series(text, wording) not in ("", "letters", "numerals")
    )


def level_in_series(text: str, above: Sequence[Heading], wording: Wording) -> int | None:
    """The level of a heading that is one of a series, in a text without contents; None if it is of none.

    Such are "II. Definitions", "B. Positive aspects", and "Paragraph 3" of a draft that is considered piece by piece.
    The first of a series stands right below the heading above it, the others beside the first.
    """
    series = _series(text, wording)
    if not series or not above:
        return None
    last = [heading for heading in above if _series(plain(heading.inlines), wording) == series]
    return last[-1].level if last else min(above[-1].level + 1, _DEEPEST)


def _series(text: str, wording: Wording) -> str:
    """What the headings of a series have in common: the kind of their numbers, or their first word."""
    match = _NUMBERED.match(text)
    if match is None:
        return ""
    if match["word"]:
        first = match["word"].lower()
        return first.removesuffix("s") if first in wording.reading["paragraphs"] else ""
    return "letters" if match["letter"] else "numerals"


def _without_end(form: str, ends: Sequence[str]) -> str:
    return next((form.removesuffix(end) for end in ends if form.endswith(end)), form)
