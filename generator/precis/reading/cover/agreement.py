"""Items of the contents and headings of the text that differ in their blanks alone: the sound one mends the other."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from precis.model import ContentsItem, Heading, Inlines, Paragraph, Run, joined, plain
from precis.reading.cover.cover import Cover
from precis.reading.line import cut
from precis.reading.mend.mending import words_of
from precis.reading.text.body import Body
from precis.reading.text.items import contents_form

__all__ = ["with_sound_blanks"]

_WORD = re.compile(r"[^\W\d_]+")
_GLUED_TO_FIGURE = re.compile(r"\d[^\W\d_]{2,}(?<!st|nd|rd|th)")
_LONE = "aàioy"
_FEWEST_GLUED = 3
"""So many pieces of a word are hardly those that a converter tore it into."""
_PARENTHESIS = re.compile(r"\s*\(")


def with_sound_blanks(items: Sequence[ContentsItem], text: Body, cover: Cover) -> tuple[ContentsItem, ...]:
    """The items, with the blanks of their headings where these are sound; headings of the text take those of theirs.

    Converters split and glue words in one of the two and not in the other: "S tates parties". The sound one is that
    with fewer words that stand nowhere else.
    """
    out = list(items)
    draft = cover.draft
    places = {contents_form(item.inlines, cover.wording): place for place, item in enumerate(items)}
    for index, block in enumerate(text.blocks):
        place = places.get(contents_form(block.inlines, cover.wording)) if isinstance(block, Heading) else None
        if place is None or not isinstance(block, Heading):
            continue
        item, heading = _main(out[place].inlines), _main(block.inlines)
        if "".join(item.split()).lower() != "".join(heading.split()).lower() or item.split() == heading.split():
            continue
        known = _known(text, cover).union(_parts_of_glued(item, heading), _parts_of_glued(heading, item))
        both = _with_blanks_of_both(item, heading)
        if _unknown(both, known) < min(_unknown(item, known), _unknown(heading, known)):
            reason, at = "its item in the contents has the blanks that it lost", text.lines[index]
            draft.tell("heading-agreed", "text", reason, at, old=heading, new=both)
            text.blocks[index] = replace(block, inlines=_with_words(block.inlines, heading, both))
            heading = both
        more = _unknown(item, known) - _unknown(heading, known)
        if more < 0:
            item = _parted_as(item, heading)
            text.blocks[index] = replace(block, inlines=_with_words(block.inlines, heading, item))
            reason, at = "its item in the contents is sound", text.lines[index]
            draft.tell("heading-agreed", "text", reason, at, old=heading, new=item)
        elif more > 0:
            heading = _parted_as(heading, item)
            out[place] = replace(out[place], inlines=_with_words(out[place].inlines, item, heading))
            reason, at = "its heading in the text is sound", cover.contents[0].at
            draft.tell("heading-agreed", "text", reason, at, old=item, new=heading)
    return tuple(out)


def _with_blanks_of_both(first: str, second: str) -> str:
    """The words of two texts that only blanks tell apart, with a blank wherever one of them has it."""
    out: list[str] = []
    one, two = 0, 0
    while one < len(first) and two < len(second):
        blanks = first[one].isspace(), second[two].isspace()
        out.append(" " if any(blanks) else first[one])
        one += blanks[0] or not blanks[1]
        two += blanks[1] or not blanks[0]
    return "".join(out)


def _parted_as(sound: str, text: str) -> str:
    """The letters of a text with the blanks of a sound one; the two may differ in capitals."""
    letters = iter("".join(text.split()))
    return "".join(char if char.isspace() else next(letters) for char in sound)


def _main(inlines: Inlines) -> str:
    """The words of an item or a heading before its first parenthesis, but that of its letter."""
    text = plain(inlines)
    more = _PARENTHESIS.search(text, 1)
    return text[: more.start()] if more else text


def _with_words(inlines: Inlines, old: str, new: str) -> Inlines:
    """The text with `new` in the place of `old`, with which it begins."""
    first = inlines[0]
    assert isinstance(first, Run)
    return joined((replace(first, text=new), *_rest(inlines, len(old))))


def _rest(inlines: Inlines, start: int) -> Inlines:
    rest = cut(inlines, start)
    blank = plain(inlines)[start : start + 1].isspace()
    return (Run(" "), *rest) if blank else rest


def _parts_of_glued(text: str, other: str) -> set[str]:
    """The words of `other` that stand in one word of `text`: words, and no pieces, where there are some of them."""
    parts: set[str] = set()
    for word in _WORD.findall(text.lower()):
        inside = _words_in(word, _WORD.findall(other.lower()))
        if len(inside) >= _FEWEST_GLUED:
            parts.update(inside)
    return parts


def _words_in(whole: str, words: Sequence[str]) -> Sequence[str]:
    """The words one after the other that make up a longer one; none if there are no such."""
    for start in range(len(words)):
        rest = whole
        for end in range(start, len(words)):
            if not rest.startswith(words[end]):
                break
            rest = rest[len(words[end]) :]
            if not rest:
                return words[start : end + 1]
    return ()


def _known(text: Body, cover: Cover) -> frozenset[str]:
    """The words of the paragraphs, of the wording, and of the names of the bodies."""
    paragraphs = (plain(block.inlines) for block in text.blocks if isinstance(block, Paragraph))
    names = (form.text for body in cover.bodies for _, form in body.printed.get(cover.wording.language, ()))
    return words_of(cover.wording).union(*(_WORD.findall(words.lower()) for words in (*paragraphs, *names)))


def _unknown(text: str, known: Collection[str]) -> int:
    """How many words stand nowhere else, or are single letters that are no words."""
    words = _WORD.findall(text.lower())
    return len(_GLUED_TO_FIGURE.findall(text)) + sum(
        word not in known or (len(word) == 1 and word not in _LONE) for word in words
    )
