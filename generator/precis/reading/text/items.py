"""The items of the contents: which lines each is of, and at what level it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from precis.language.grammar import any_of
from precis.language.states import States
from precis.language.wording import Wording
from precis.model import ContentsItem, Heading, Inlines, Run, joined, plain
from precis.proceedings.contents import contents_of
from precis.proceedings.headings import considers, is_report
from precis.reading.draft import CoverDraft
from precis.reading.line import LineLook, TextLine, cut
from precis.reading.search.letters import form_of
from precis.reading.text.signs import NUMBER, PART, STARTS, has_end

__all__ = [
    "contents_form",
    "contents_items",
    "heading_forms",
    "parted",
]

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_NEXT_ITEM = re.compile(rf"\([^\W\d_A-Z][^()]*\)\s+(?=[{STARTS}])")
_LONGEST_HEADING = 600
_MOST_LINES = 6
"""The longest items run over so many lines."""


@lru_cache(maxsize=256)
def contents_form(inlines: Inlines, wording: Wording) -> str:
    """The letters of a heading as its item of the contents has them: without agenda item and symbols.

    Of each heading it is asked a few times.
    """
    text = plain(inlines)
    if "(" not in text and "（" not in text:
        return form_of(text)
    items = contents_of([Heading(1, inlines)], wording)
    return form_of(plain(items[0].inlines)) if items else ""


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


def _heading_levels(lines: Sequence[TextLine], wording: Wording) -> dict[str, int]:
    """The letters that each heading has as an item of the contents, with the level that the file itself gives it.

    A file that gives all of them one level says nothing.
    """
    levels = {contents_form(line.inlines, wording): line.level for line in lines if line.look is LineLook.HEADING}
    return levels if len(set(levels.values())) > 1 else {}


def _head(line: TextLine) -> TextLine | None:
    """What of a line may be a heading: nothing of a paragraph that begins with its number."""
    number = NUMBER.match(line.text)
    if number is not None and number[1] != "1" and has_end(line.text):
        return None
    first = re.search(r"(?<!\S)1\.\s", line.text) if "1." in line.text else None
    head = line.part(0, first.start()) if first else line
    return head if head.text and len(head.text) <= _LONGEST_HEADING else None


def contents_items(
    lines: Sequence[TextLine], text: Sequence[TextLine], wording: Wording, states: States
) -> tuple[ContentsItem, ...]:
    """The items that the lines of the contents are, whose headings stand among the lines of the text.

    An item stands below the last if its indent or its words say so, or if no text stands between their headings and
    the file does not set both at one level.
    """
    forms, levels = heading_forms(text, wording), _heading_levels(text, wording)
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
        below = small or indented or (bool(out) and _is_below(inlines, out[-1], forms, levels, wording, states))
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


def parted(line: TextLine, wording: Wording, draft: CoverDraft) -> list[TextLine]:
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
    draft.tell("line-parted", "text", reason, line.at)
    return [line.part(start, end) for start, end in zip((0, *sorted(starts)), (*sorted(starts), None), strict=True)]


@lru_cache(maxsize=4)
def _numbered_item(wording: Wording) -> re.Pattern[str]:
    """The blank before a numbered item of an agenda, behind other words."""
    names = any_of(wording.reading["numbered_items"])
    return re.compile(rf"(?<=\S)\s+(?=(?:{names})\s\d+\s?:)", re.IGNORECASE)


def _word_ends(text: str, start: int) -> list[int]:
    return [match.start() for match in re.finditer(r"\s+(?=[A-Z(])|$", text) if match.start() > start]


def _is_below(
    inlines: Inlines,
    last: ContentsItem,
    forms: Mapping[str, str],
    levels: Mapping[str, int],
    wording: Wording,
    states: States,
) -> bool:
    """Whether an item stands under the last, or beside it.

    Under it stand its lettered parts; reports, and States by their names alone, under the consideration of reports; and
    what is printed right below its heading in the text, if the two are no items that always stand alone, and no
    headings of one level in the file.
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
    one, other = form_of(above), form_of(text)
    beside = one in levels and levels[one] == levels.get(other)
    if forms.get(one) == other and not beside and not above.lower().startswith(alone):
        return True
    report = is_report(text, wording) or states.named(_bare(inlines)) is not None
    return report and (last.level == 2 or considers(above, wording))
