"""Who speaks in a paragraph where nothing is bold: by names, offices and verbs (docs/conventions.md §2.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.language.sentences import first_sentence
from precis.language.wording import Wording
from precis.proceedings.labels import PARENTHESIS, any_of, joints_of, labels_of
from precis.proceedings.passages import normal

__all__ = ["Speech", "begins_with_speaker", "speech_of", "stands_for_speaker"]

_LONGEST_BEGINNING = 40
"""No label of a speaker is longer, in characters."""

_LONGEST_CLAUSE = 350
"""No clause between a speaker and the verb is longer, in characters."""

_LONGEST_HEAD = 240
"""A label with its parenthesis and the verb behind it is no longer, in characters, but in few paragraphs."""

_LONGEST_LEAD = 1000
"""So many characters of these are looked at for who speaks."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Where a paragraph that begins with its speakers names them.

    The names alone are meant: not the office in parentheses, nor "speaking on behalf of …" (docs/conventions.md §6,
    rule 26). `says` tells whether a verb of speech follows, `at_once` that it stands right behind one person, as in no
    line of procedure.
    """

    names: Sequence[tuple[int, int]] = ()
    says: bool = False
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a paragraph that begins with its speaker, with several, or with a clause; and of a name.

    In most, the verb stands `at_once` behind the speaker; `speaks` is a verb of speech, with what may stand before it.
    `beginnings` are what one of these can begin with, in small letters.
    """

    beginnings: tuple[str, ...]
    at_once: re.Pattern[str]
    one: re.Pattern[str]
    several: re.Pattern[str]
    after_clause: re.Pattern[str]
    name: re.Pattern[str]
    speaks: re.Pattern[str]
    same: re.Pattern[str]


def begins_with_speaker(text: str, wording: Wording) -> bool:
    """Whether a text begins with a speaker and a verb, as a paragraph does and a heading does not."""
    return bool(speech_of(text, wording).names)


def speech_of(text: str, wording: Wording) -> Speech:
    """The speakers that a paragraph begins with; the verb stands in the same sentence."""
    patterns = _patterns(wording)
    head = normal(text[:_LONGEST_HEAD])
    match = patterns.at_once.match(head)
    if match is not None:
        says = match["says"] is not None
        return Speech((match.span("name"),), says, says)
    if not head[:_LONGEST_BEGINNING].lower().startswith(patterns.beginnings):
        return Speech()
    text = normal(text[:_LONGEST_LEAD])
    end = first_sentence(text, wording.small_words)
    several = patterns.several.match(text, 0, end)
    if several is not None:
        names = [found.span() for found in patterns.name.finditer(text, 0, several.end("names"))]
        return Speech(names, patterns.speaks.match(text, several.end("names"), end) is not None)
    match = patterns.one.match(text, 0, end) or patterns.after_clause.match(text, 0, end)
    if match is None:
        return Speech()
    says = patterns.speaks.match(text, match.end("name"), end) is not None
    return Speech((match.span("name"),), says)


def stands_for_speaker(label: str, wording: Wording) -> bool:
    """Whether a label stands for the speaker before, where there is one: "L’oratrice"."""
    return _patterns(wording).same.fullmatch(normal(label)) is not None


@lru_cache(maxsize=8)
def _patterns(wording: Wording) -> _Patterns:
    """The patterns of a language.

    A person, or who presides, speaks whatever the verb is: what they do without a word is a line of procedure. The
    others, who may also be spoken of, are speakers with the verbs of speech.
    """
    words, labels = wording.speech, labels_of(wording)
    office = rf"(?:{PARENTHESIS})?"
    clause = f".{{1,{_LONGEST_CLAUSE}}}?"
    aside = f"(?:, {clause},)?"
    some_verb = rf" (?!(?:{any_of(words['not_verbs'])})\b)[{labels.lower}]"
    verb = rf"(?: (?:{any_of(words['adverbs'])}))? (?:{any_of(words['verbs'])})\b"
    # A comma too many stands before some verbs; records of old have a colon in the place of the verb.
    speaks = rf"{office}(?:(?:{aside}|,){verb}|:(?= ))"
    then = rf"(?:{office}{aside}{some_verb}|{speaks})"
    known, other = labels.known, labels.other
    person = rf"(?:{known}){office}"
    names = rf"{person}(?:, {person})*,? (?:{joints_of(wording)}) (?:{known})"
    return _Patterns(
        _beginnings(words),
        re.compile(rf"(?P<name>{known}){office}(?:(?P<says>{verb}|:(?= ))|{some_verb})"),
        re.compile(rf"(?P<name>(?:{known})(?={then})|(?:{other})(?={speaks}))"),
        re.compile(rf"(?P<names>{names}){then}"),
        re.compile(rf"(?:{any_of(words['clauses'])})\b{clause}, (?P<name>(?:{known}|{other})(?={speaks}))"),
        re.compile(known),
        re.compile(speaks),
        re.compile(rf"(?i:{any_of(words['same'])})"),
    )


def _beginnings(words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What a paragraph can begin with that begins with a speaker or a clause, in small letters."""
    lists = ("persons", "titles", "presiding", "officers", "clauses", "same")
    nouns = {word.split()[0] for word in (*words["representatives"], *words["nameless"])}
    unnamed = (f"{word}{'' if word[-1] in '’' else ' '}{noun}" for word in words["determiners"] for noun in nouns)
    titled = (f"{article} {title}" for article in words["articles"] for title in words["titles"])
    every = (*(word for each in lists for word in words[each]), *unnamed, *titled)
    return tuple({normal(word).lower().removesuffix(".") for word in every})
