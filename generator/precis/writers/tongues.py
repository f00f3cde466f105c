"""What a digest has in another language than its own: the words of its records, each stretch marked with that language.

Programs that read a page out say it in its own sounds then (WCAG 2.2, 3.1.2; ISO 14289-1, 7.2). A stretch in another
script is seen by its letters; one in the same script by the small words of either language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from lxml import etree

__all__ = ["mark_tongues"]

_OF_SCRIPTS = {"ru": "\u0400-\u04ff", "ar": "\u0600-\u06ff", "zh": "\u3400-\u9fff"}
_LATIN = "A-Za-z\u00c0-\u024f"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^\s\u2060:](?:[^.:;?!]|(?<![^\W\d_]{3})[.:;?!])*[.;?!]?")
_BEFORE = re.compile(r"[^:]*:\s+")
_BEHIND = re.compile(r"(?<=[.!?])\s+[^\s.!?][^!?]*$")
_PLAIN_WORD = 4
"""Letters of a word in small letters that is none of a name, as "van" and "bin" are."""
_LEAST_HAN = 4
"""So many characters of Chinese are words, and not a name."""

Telling = Mapping[str, Collection[str]]
"""By language, the words that tell its sentences."""


def mark_tongues(body: Any, language: str, telling: Telling) -> list[str]:
    """Mark what is not in the `language` of a page; the languages that it has besides, the most frequent first.

    A stretch that no such word tells has the language of most others; names and symbols are of none.
    """
    found = [(element, place, _stretches(text, language, telling)) for element, place, text in _texts(body)]
    told = Counter(tongue for _, _, stretches in found for _, _, tongue in stretches if tongue)
    usual = next((tongue for tongue, _ in told.most_common()), "")
    # A text is set anew from its last place on: the places before stay as they are.
    for element, place, stretches in reversed(found) if usual else ():
        _set(element, place, [(start, end, tongue or usual) for start, end, tongue in stretches])
    return [tongue for tongue, _ in told.most_common()]


def _texts(body: Any) -> Iterator[tuple[Any, int, str]]:
    """Each text of a page, with its element and how many children of that stand before it; references are none."""
    for element in body.iter(etree.Element):
        if element.get("class") == "reference":
            continue
        for place, text in enumerate((element.text, *(child.tail for child in element))):
            if text and _WORD.search(text):
                yield element, place, text


def _stretches(text: str, language: str, telling: Telling) -> list[tuple[int, int, str]]:
    """The stretches of a text that are not in the language of the page, in order: where each begins and ends, and its
    language, or "" where nothing tells.
    """
    own = _OF_SCRIPTS.get(language, _LATIN)
    found: list[tuple[int, int, str]] = []
    for other, letters in (("", _LATIN), *_OF_SCRIPTS.items()):
        for match in _of_letters(letters).finditer(text) if letters != own else ():
            if other:
                known = " " in match[0] or (other == "zh" and len(match[0]) >= _LEAST_HAN)
                found += [(*match.span(), other)] if known else []
            elif _has_plain_word(match[0]):
                found.append((*_sentences(match), _tongue(match[0], telling)))
    if own == _LATIN and not found:
        for match in _SENTENCE.finditer(text):
            tongue = _tongue(match[0], telling)
            if tongue not in ("", language) and _has_plain_word(match[0]):
                found.append((*match.span(), tongue))
    return sorted(found)


def _sentences(match: re.Match[str]) -> tuple[int, int]:
    """Where the sentences of a stretch begin and end, without a name before them or a symbol behind."""
    start, end = match.span()
    if (name := _BEFORE.match(match[0])) and not _has_plain_word(name[0]):
        start += name.end()
    if (symbol := _BEHIND.search(match[0])) and not _has_plain_word(symbol[0]):
        end -= len(symbol[0])
    return start, end


@cache
def _of_letters(letters: str) -> re.Pattern[str]:
    """Words of a script, with figures and signs between them, up to a letter of another."""
    others = "".join({_LATIN, *_OF_SCRIPTS.values()} - {letters})
    return re.compile(rf"[{letters}](?:[^{others}]*[{letters}\d.?!%])?")


def _has_plain_word(text: str) -> bool:
    return any(word[0].islower() and len(word) >= _PLAIN_WORD for word in _WORD.findall(text))


def _tongue(text: str, telling: Telling) -> str:
    """The language in Latin letters whose small words a text has most of; "" where two have as many."""
    words = [word.lower().replace("’", "'").split("'")[0] for word in _WORD.findall(text)]
    hits = {tongue: sum(word in own for word in words) for tongue, own in telling.items() if tongue not in _OF_SCRIPTS}
    best = max(hits.values(), default=0)
    first = [tongue for tongue, count in hits.items() if count == best]
    return first[0] if best and len(first) == 1 else ""


def _set(element: Any, place: int, stretches: list[tuple[int, int, str]]) -> None:
    """Put each stretch of a text into a `span` of its own."""
    if not stretches:
        return
    text = element.text if place == 0 else element[place - 1].tail
    spans = []
    ends = [start for start, _, _ in stretches[1:]] + [len(text)]
    for (start, end, tongue), following in zip(stretches, ends, strict=True):
        spans.append(etree.Element("span", lang=tongue))
        spans[-1].text, spans[-1].tail = text[start:end], text[end:following]
    before = text[: stretches[0][0]]
    if place == 0:
        element.text = before
    else:
        element[place - 1].tail = before
    element[place:place] = spans
