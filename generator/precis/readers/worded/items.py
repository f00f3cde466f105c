"""The items of the contents: which lines each is of, at what level it stands, and which heading prints it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from precis.model import ContentsItem, Heading, Inlines, Run, joined, plain
from precis.readers.facts import Facts, form_of
from precis.readers.line import TextLine, cut
from precis.readers.worded.signs import NUMBER, PART, has_end
from precis.wording.contents import contents_of
from precis.wording.states import States
from precis.wording.wording import Wording

__all__ = [
    "contents_form",
    "contents_items",
    "heading_forms",
    "is_of_draft",
    "is_usual_item",
    "item_level",
    "level_in_series",
    "level_without_item",
    "parted",
]

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_NUMBERED = re.compile(r"(?:(?P<numeral>[IVX]+)|(?P<letter>[A-Z]))\.\s|(?P<word>[^\W\d_]+)\s(?:\d|[IVX]+\b)")
_NEXT_ITEM = re.compile(r"\([^\W\d_A-Z][^()]*\)\s+(?=[A-ZÀ-Þ])")
_LONGEST_PIECE = 40
_MORE = re.compile(r"\s*[(\[]")
_LONGEST_LETTER = 5
"""So many characters has the letter of an item, with its parentheses."""

_LONGEST_HEADING = 600
_DEEPEST = 3
_SHORTEST_NEAR = 20
_NEAR = 4
"""Items of so many letters may differ in so many of them from their headings."""

_MOST_LINES = 6
"""The longest items run over so many lines."""


@lru_cache(maxsize=256)
def contents_form(inlines: Inlines, wording: Wording) -> str:
    """The letters of a heading as its item of the contents has them: without agenda item and symbols.

    Of each heading it is asked a few times.
    """
    text = plain(inlines)
    if "(" not in text:
        return form_of(text)
    items = contents_of([Heading(1, inlines)], wording)
    return form_of(plain(items[0].inlines)) if items else ""


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
    for more in (*islice(_MORE.finditer(text, _LONGEST_LETTER), 1), *(() if sentence else re.finditer(",", text))):
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
    return 2 if _considers(main, wording) and _is_report(text, wording) else _DEEPEST


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


def is_usual_item(text: str, wording: Wording) -> bool:
    """Whether a line begins as items do that many records have."""
    return text.lower().startswith(tuple(wording.reading["alone"])) or _considers(text, wording)


def _considers(text: str, wording: Wording) -> bool:
    """Whether an item is the consideration of reports."""
    return any(word in text.lower() for word in wording.reading["considerations"])


def _is_report(text: str, wording: Wording) -> bool:
    return any(word in text.lower() for word in wording.reading["reports"]) and not _considers(text, wording)


def _without_end(form: str, ends: Sequence[str]) -> str:
    return next((form.removesuffix(end) for end in ends if form.endswith(end)), form)


def heading_forms(lines: Sequence[TextLine], wording: Wording) -> dict[str, str]:
    """The letters that an item of the contents would have for each line of the text that may be a heading.

    Of a line that holds a whole text, that is what stands before paragraph 1. The letters of the next line are the
    value of each.
    """
    forms: dict[str, str] = {}
    heads = [_head(line) for line in lines]
    own = ["" if head is None else contents_form(head.inlines, wording) for head in heads]
    for at, head in enumerate(heads):
        end, form = at + 1, own[at]
        while head is not None:
            after = heads[end] if end < len(heads) else None
            if form:
                forms[form] = own[end] if after else ""
            if after is None or end - at >= _MOST_LINES or not _goes_on(head.text, after.text, wording):
                break
            head = replace(head, inlines=_together((head, after)))
            form = contents_form(head.inlines, wording)
            end += 1
    return forms


def _head(line: TextLine) -> TextLine | None:
    """What of a line may be a heading: nothing of a paragraph that begins with its number."""
    number = NUMBER.match(line.text)
    if number is not None and number[1] != "1" and has_end(line.text):
        return None
    first = re.search(r"(?<!\S)1\.\s", line.text) if "1." in line.text else None
    head = line.part(0, first.start()) if first else line
    return head if head.text and len(head.text) <= _LONGEST_HEADING else None


def contents_items(
    lines: Sequence[TextLine], forms: Mapping[str, str], wording: Wording, states: States
) -> tuple[ContentsItem, ...]:
    """The items that the lines of the contents are. `forms` are those of the headings of the text (`heading_forms`).

    An item stands below the last if its indent or its words say so, or if no text stands between their headings.
    """
    items = [part for group in _groups(lines, forms, wording) for part in _parts(_together(group), forms, wording)]
    out: list[ContentsItem] = []
    indents = [line.indent for line in lines]
    deeper = {form_of(line.text) for line in lines if indents and line.indent > min(indents)}
    capitals = bool(items) and _in_capitals(items[0])
    alone = tuple(wording.reading["alone"])
    for inlines in items:
        # In covers of the nineties main items are in capitals, and those below them are not.
        main = next((plain(item.inlines) for item in reversed(out) if item.level == 1), "")
        small = capitals and not _in_capitals(inlines) and not main.lower().startswith(alone)
        indented = form_of(plain(inlines)) in deeper
        below = small or indented or (bool(out) and _is_below(inlines, out[-1], forms, wording, states))
        out.append(ContentsItem(2 if below and out else 1, inlines))
    return tuple(out)


def _in_capitals(inlines: Inlines) -> bool:
    """Whether an item is in capitals, but for some letters: "(continued)", "No 2"."""
    words = _bare(inlines)
    return 10 * sum(map(str.islower, words)) <= sum(map(str.isupper, words))


def _bare(inlines: Inlines) -> str:
    """The words of an item without its parentheses."""
    return _PARENTHESES.sub("", plain(inlines))


def _groups(lines: Sequence[TextLine], forms: Mapping[str, str], wording: Wording) -> Iterator[Sequence[TextLine]]:
    """The lines of each item."""
    at = 0
    while at < len(lines):
        end = next(
            (
                end
                for end in range(min(at + _MOST_LINES, len(lines)), at, -1)
                if form_of("".join(line.text for line in lines[at:end])) in forms
            ),
            None,
        )
        if end is None:
            end = at + 1
            while end < len(lines) and _goes_on(lines[end - 1].text, lines[end].text, wording):
                end += 1
        yield lines[at:end]
        at = end


def _goes_on(before: str, after: str, wording: Wording) -> bool:
    """Whether an item goes on with the line `after`."""
    if PART.match(after):
        return False
    last = "".join(before.rsplit(maxsplit=1)[-1:])
    unfinished = before.count("(") > before.count(")") or before.endswith((",", "-", "–", ";"))
    article = (last.isalpha() and last.islower() and len(last) <= 3) or last.lower() in wording.reading["unfinished"]
    small = after[:1].islower() or after.startswith("(") or bool(re.match(r"\d+ [a-z]", after))
    return unfinished or article or small


def _together(lines: Sequence[TextLine]) -> Inlines:
    items = joined(item for line in lines for item in (Run(" "), *line.inlines))
    return cut(joined(_with_blanks(item) if isinstance(item, Run) else item for item in items), 0)


def _with_blanks(run: Run) -> Run:
    return replace(run, text=_BLANKS.sub(" ", run.text))


def _parts(inlines: Inlines, forms: Mapping[str, str], wording: Wording) -> Iterator[Inlines]:
    """The items of a line of the contents that holds more than one: headings of the text stand in it one by one."""
    text = plain(inlines)
    at = 0
    while at < len(text):
        found = [end for end in _word_ends(text, at) if form_of(text[at:end]) in forms]
        # A heading of the text may be broken over two lines, each of which looks like one.
        ends = [end for end in found if end == len(text) or not _goes_on(text[at:end], text[end:].lstrip(), wording)]
        end = max(ends, default=len(text))
        yield cut(inlines, at, end)
        at = end


def parted(line: TextLine, wording: Wording, facts: Facts) -> list[TextLine]:
    """The items or headings of a line: "(continued)" ends one if a capital follows, "Agenda item 5:" begins one."""
    starts: set[int] = set()
    if ") " in line.text:
        continued = {form_of(word) for word in wording.reading["continued"]}
        starts.update(match.end() for match in _NEXT_ITEM.finditer(line.text) if form_of(match[0]) in continued)
    if ":" in line.text:
        starts.update(match.end() for match in _numbered_item(wording).finditer(line.text))
    if not starts:
        return [line]
    reason = f"{len(starts) + 1} headings stood on one line"
    facts.tell("repaired", "text", reason, line.at)
    return [line.part(start, end) for start, end in zip((0, *sorted(starts)), (*sorted(starts), None), strict=True)]


@lru_cache(maxsize=4)
def _numbered_item(wording: Wording) -> re.Pattern[str]:
    """The blank before a numbered item of an agenda, behind other words."""
    names = "|".join(map(re.escape, wording.reading["numbered_items"]))
    return re.compile(rf"(?<=\S)\s+(?=(?:{names})\s\d+\s?:)", re.IGNORECASE)


def _word_ends(text: str, start: int) -> list[int]:
    return [match.start() for match in re.finditer(r"\s+(?=[A-Z(])|$", text) if match.start() > start]


def _is_below(inlines: Inlines, last: ContentsItem, forms: Mapping[str, str], wording: Wording, states: States) -> bool:
    """Whether an item stands under the last, or beside it.

    Under it stand its lettered parts; reports, and States by their names alone, under the consideration of reports; and
    what is printed right below its heading in the text, if the two are no items that always stand alone.
    """
    text, above = plain(inlines), plain(last.inlines)
    words = wording.reading
    if PART.match(text):
        return True
    elections, offices = tuple(words["elections"]), tuple(words["offices"])
    of_election = above.lower().startswith(elections) or (last.level == 2 and above.lower().startswith(offices))
    if of_election and text.lower().startswith(offices):
        return True
    alone = tuple(words["alone"])
    if text.lower().startswith(alone):
        return False
    if forms.get(form_of(above)) == form_of(text) and not above.lower().startswith(alone):
        return True
    report = _is_report(text, wording) or states.named(_bare(inlines)) is not None
    return report and (last.level == 2 or _considers(above, wording))
