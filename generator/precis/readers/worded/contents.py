"""The contents of a cover (un-conventions.md §2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from precis.model import ContentsItem, Heading, Inlines, Run, joined, plain
from precis.readers.facts import letters
from precis.readers.line import TextLine, cut
from precis.readers.worded.cover import Cover
from precis.readers.worded.mending import Mender
from precis.readers.worded.paragraphs import NUMBER, has_end
from precis.wording.contents import contents_of
from precis.wording.wording import Wording

__all__ = [
    "contents_form",
    "contents_items",
    "heading_forms",
    "item_level",
    "read_contents",
    "read_contents_label",
    "read_unlabelled_contents",
]

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_SUB_ITEM = re.compile(r"\([a-z]{1,2}\)\s")
_SHORTEST_ITEM = 10
"""So many letters tell a heading."""

_LONGEST_HEADING = 600
_MOST_LINES = 6
"""The longest items run over so many lines."""


def read_contents_label(cover: Cover) -> None:
    """Find the word Contents: on a line of its own, or on a line with others."""
    text = cover.zone.text
    for found in sorted(cover.all("contents", "contents"), key=lambda found: (found.start, -found.end)):
        if not cover.zone.free(found.start, found.end) or _inside_word(text, found.start, found.end):
            continue
        first = cover.contents_start is None
        if first or cover.begins(found) or cover.words(found).endswith(")"):
            at = cover.take(found)
            cover.contents_labels.append((found.start, found.end))
            if first:
                cover.contents_start = found.end
                cover.settle("contents", found, cover.wording.labels["contents"])
            else:
                cover.facts.tell("repaired", "contents", "printed again", at, old=cover.words(found))


def _inside_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def read_contents(cover: Cover) -> None:
    """Read the lines below the word Contents, up to the next thing that is known.

    What stands before the word "Contents (continued)" is of the contents too, whatever has come between.
    """
    if cover.contents_start is None:
        return
    start, text = cover.contents_labels[-1][1], cover.zone.text
    known = [first for first, _ in cover.zone.taken if first >= start]
    if start < cover.tail_start:
        known.append(cover.tail_start)
    if known and not letters(text[start : min(known)]):
        # The notes of the cover stand right below the word.
        known = [first for first in known if letters(text[start:first]) and not _all_taken(cover, start, first)]
    _take_contents(cover, cover.contents_start, min(known, default=len(text)))


def _all_taken(cover: Cover, start: int, end: int) -> bool:
    return not any(letters(piece.text) for piece in cover.zone.rest(start, end))


def read_unlabelled_contents(cover: Cover, lines: Sequence[TextLine]) -> None:
    """Read the contents of a cover that lost the word: the lines below the last Chair, of which some are headings.

    `lines` are those of the text.
    """
    anchors = [cover.facts.get("chairs") and cover.chairs_end, cover.title and cover.title.end]
    start = max((end for end in anchors if end), default=None)
    if cover.contents_start is not None or start is None:
        return
    pieces = [piece for piece in cover.zone.rest(start, cover.tail_start) if letters(piece.text)]
    if not pieces:
        return
    forms = tuple(form for form in heading_forms(lines, cover.wording) if len(form) >= _SHORTEST_ITEM)
    items = tuple(words for piece in pieces if len(words := letters(piece.text)) >= _SHORTEST_ITEM)
    if any(item.startswith(forms) for item in items) or any(form.startswith(items) for form in forms):
        at = pieces[0].line.at
        _take_contents(cover, start, cover.tail_start)
        label = cover.wording.labels["contents"]
        cover.facts.tell("repaired", "contents", "the text has lost the word above its contents", at, new=label)


def _take_contents(cover: Cover, start: int, end: int) -> None:
    columns = {letters(word) for word in cover.wording.reading["columns"]}
    mender = Mender(cover.wording)
    for piece in list(cover.zone.rest(start, end)):
        at = cover.take(piece)
        if letters(piece.text) in columns:
            cover.facts.tell("repaired", "page", "the head of a column", at, old=piece.text)
        elif letters(piece.text):
            inlines, old, new = mender.mend(piece.line.inlines)
            if new:
                cover.facts.tell("repaired", "text", "blanks that a converter left", at, old=old, new=new)
            cover.contents.append(replace(piece.line, inlines=inlines))


@lru_cache(maxsize=256)
def contents_form(inlines: Inlines, wording: Wording) -> str:
    """The letters of a heading as its item of the contents has them: without agenda item and symbols.

    Of each heading it is asked a few times.
    """
    text = plain(inlines)
    if "(" not in text:
        return letters(text)
    items = contents_of([Heading(1, inlines)], wording)
    return letters(plain(items[0].inlines)) if items else ""


def item_level(inlines: Inlines, contents: Mapping[str, int], wording: Wording) -> int | None:
    """The level of the item of the contents that a line of the text prints again as a heading, or None.

    The two may differ in "(continued)", and a heading may have more symbols than parentheses hold.
    """
    form = contents_form(inlines, wording)
    if form in contents or not contents:
        return contents.get(form)
    words = tuple(letters(word) for word in wording.reading["continued"])
    bare = _without_end(form, words)
    found = next((level for item, level in contents.items() if _without_end(item, words) == bare), None)
    if found is not None or "/" not in plain(inlines):
        return found
    before_symbols = letters(re.split(r"\((?=[^()]*/)", plain(inlines))[0])
    return contents.get(before_symbols)


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
            if after is None or end - at >= _MOST_LINES or not _goes_on(head.text, after.text):
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


def contents_items(lines: Sequence[TextLine], forms: Mapping[str, str], wording: Wording) -> tuple[ContentsItem, ...]:
    """The items that the lines of the contents are. `forms` are those of the headings of the text (`heading_forms`).

    An item stands below the last if its indent or its words say so, or if no text stands between their headings.
    """
    items = [part for group in _groups(lines, forms) for part in _parts(_together(group), forms)]
    out: list[ContentsItem] = []
    indents = [line.indent for line in lines]
    deeper = {letters(line.text) for line in lines if indents and line.indent > min(indents)}
    capitals = bool(items) and plain(items[0]).isupper()
    for inlines in items:
        # In covers of the nineties main items are in capitals, and those below them are not.
        small = capitals and not re.sub(r"\([^()]*\)", "", plain(inlines)).isupper()
        form = letters(plain(inlines))
        follows = bool(out) and out[-1].level == 1 and forms.get(letters(plain(out[-1].inlines))) == form
        below = bool(out) and (small or follows or form in deeper or _is_below(plain(inlines), out[-1], wording))
        out.append(ContentsItem(2 if below else 1, inlines))
    return tuple(out)


def _groups(lines: Sequence[TextLine], forms: Mapping[str, str]) -> Iterator[Sequence[TextLine]]:
    """The lines of each item."""
    at = 0
    while at < len(lines):
        end = next(
            (
                end
                for end in range(min(at + _MOST_LINES, len(lines)), at, -1)
                if letters("".join(line.text for line in lines[at:end])) in forms
            ),
            None,
        )
        if end is None:
            end = at + 1
            while end < len(lines) and _goes_on(lines[end - 1].text, lines[end].text):
                end += 1
        yield lines[at:end]
        at = end


def _goes_on(before: str, after: str) -> bool:
    """Whether an item goes on with the line `after`."""
    last = "".join(before.rsplit(maxsplit=1)[-1:])
    unfinished = before.count("(") > before.count(")") or before.endswith((",", "-", "–", ";"))
    article = last.isalpha() and last.islower() and len(last) <= 3
    small = after[:1].islower() or bool(re.match(r"\((?![a-z]{1,2}\)\s)", after)) or bool(re.match(r"\d+ [a-z]", after))
    return unfinished or article or small


def _together(lines: Sequence[TextLine]) -> Inlines:
    items = joined(item for line in lines for item in (Run(" "), *line.inlines))
    return cut(joined(_with_blanks(item) if isinstance(item, Run) else item for item in items), 0)


def _with_blanks(run: Run) -> Run:
    return replace(run, text=_BLANKS.sub(" ", run.text))


def _parts(inlines: Inlines, forms: Mapping[str, str]) -> Iterator[Inlines]:
    """The items of a line of the contents that holds more than one: headings of the text stand in it one by one."""
    text = plain(inlines)
    at = 0
    while at < len(text):
        found = [end for end in _word_ends(text, at) if letters(text[at:end]) in forms]
        # A heading of the text may be broken over two lines, each of which looks like one.
        ends = [end for end in found if end == len(text) or not _goes_on(text[at:end], text[end:].lstrip())]
        end = max(ends, default=len(text))
        yield cut(inlines, at, end)
        at = end


def _word_ends(text: str, start: int) -> list[int]:
    return [match.start() for match in re.finditer(r"\s+(?=[A-Z(])|$", text) if match.start() > start]


def _is_below(text: str, last: ContentsItem, wording: Wording) -> bool:
    """Whether an item stands under the last: a lettered part of it, or a report under the consideration of reports."""
    if _SUB_ITEM.match(text):
        return True
    words = wording.reading
    report = any(word in text.lower() for word in words["reports"])
    considers = any(word in text.lower() for word in words["considerations"])
    above = last.level == 2 or any(word in plain(last.inlines).lower() for word in words["considerations"])
    return report and not considers and above
