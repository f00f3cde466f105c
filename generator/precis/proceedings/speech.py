"""Who speaks in a paragraph where nothing is bold: by names, offices and verbs (docs/conventions.md §2.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from precis.language.grammar import NOTHING
from precis.language.sentences import first_sentence
from precis.language.wording import Wording
from precis.proceedings.labels import PARENTHESIS, Labels, any_of, joints_of, labels_of
from precis.proceedings.passages import normal

__all__ = ["Speech", "begins_with_speaker", "speech_of", "speeches_of", "stands_for_speaker"]

_LONGEST_BEGINNING = 40
"""No label of a speaker is longer, in characters."""

_CLAUSE = ".{1,350}?"
"""A clause between a speaker and the verb; none is longer, in characters."""

_OFFICE = f"(?:{PARENTHESIS})?"
"""The office in parentheses behind a speaker."""

_WIDE_OFFICE = "（[^（）]*）|\\([^()]*\\)"
"""The same in a language whose signs are wide."""

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


class _Patterns:
    """The patterns of a paragraph that begins with its speaker, with several, or with a clause; and of a name.

    A person, or who presides, speaks whatever the verb is: what they do without a word is a line of procedure. The
    others, who may also be spoken of, are speakers with the verbs of speech. In most paragraphs the verb stands
    `at_once` behind the speaker; `speaks` is a verb of speech, with what may stand before it. `beginnings` are what one
    of these can begin with, in small letters. A pattern is made when it is first asked for: many texts never do.
    """

    def __init__(self, wording: Wording) -> None:
        words, labels = wording.speech, labels_of(wording)
        if wording.without_blanks:
            self._set_without_blanks(words, labels)
            return
        aside = f"(?:, ?{_CLAUSE},)?"
        verb = rf"(?: (?:{any_of(words['adverbs'])}))? (?:{any_of(words['verbs'])})\b"
        some_verb = rf" (?!(?:{any_of(words['not_verbs'])})\b)[{labels.lower}]"
        self._words = words
        self._known, self._other = labels.known, labels.other
        self._joints = joints_of(wording)
        # A comma too many stands before some verbs; records of old have a colon in the place of the verb.
        self._speaks = rf"{_OFFICE}(?:(?:{aside}|,){verb}|:(?= ))"
        self._then = rf"(?:{_OFFICE}{aside}{some_verb}|{self._speaks})"
        self._at_once = rf"(?P<name>{labels.known}){_OFFICE}(?:(?P<says>{verb}|:(?= ))|{some_verb})"

    def _set_without_blanks(self, words: Mapping[str, Sequence[str]], labels: Labels) -> None:
        """The patterns of a language that parts no words, and has the honorific behind a name.

        Only verbs of speech are told from what follows; a few words may stand before one, but no other person.
        """
        known = f"(?:{labels.presiding}|{labels.person})"
        said = (
            f"(?:{_WIDE_OFFICE})?(?:[^，。；：,.;:]{{0,{_LONGEST_BEGINNING}}}?[，,]?(?:{any_of(words['verbs'])})|[：:])"
        )
        self._words, self._known, self._other, self._joints = words, known, NOTHING, NOTHING
        self._speaks = self._then = said
        # A person with an office speaks, whatever the verb is.
        self._at_once = rf"(?P<name>{known})(?:(?P<says>{said})|(?=(?:{_WIDE_OFFICE})[\u3400-\u9fff](?<![和与及])))"

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        # An honorific that stands behind a name begins nothing.
        return () if self._joints == NOTHING else _beginnings(self._words)

    @cached_property
    def at_once(self) -> re.Pattern[str]:
        return re.compile(self._at_once)

    @cached_property
    def one(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<name>(?:{self._known})(?={self._then})|(?:{self._other})(?={self._speaks}))")

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """What stands between the last two of several speakers."""
        return re.compile(f" (?:{self._joints}) ")

    @cached_property
    def several(self) -> re.Pattern[str]:
        person = f"(?:{self._known}){_OFFICE}"
        names = f"{person}(?:, {person})*,? (?:{self._joints}) (?:{self._known})"
        return re.compile(rf"(?P<names>{names}){self._then}")

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """How a clause begins that stands before a speaker."""
        return re.compile(rf"(?:{any_of(self._words['clauses'])})\b")

    @cached_property
    def after_clause(self) -> re.Pattern[str]:
        named = f"(?P<name>(?:{self._known}|{self._other})(?={self._speaks}))"
        return re.compile(f"{self.clause.pattern}{_CLAUSE}, {named}")

    @cached_property
    def name(self) -> re.Pattern[str]:
        return re.compile(self._known)

    @cached_property
    def speaks(self) -> re.Pattern[str]:
        return re.compile(self._speaks)

    @cached_property
    def same(self) -> re.Pattern[str]:
        return re.compile(rf"(?i:{any_of(self._words['same'])})")


def begins_with_speaker(text: str, wording: Wording) -> bool:
    """Whether a text begins with a speaker and a verb, as a paragraph does and a heading does not."""
    return bool(speech_of(text, wording).names)


def speech_of(text: str, wording: Wording) -> Speech:
    """The speakers that a paragraph begins with; the verb stands in the same sentence."""
    return _speech(text, _patterns(wording), wording)


def speeches_of(texts: Iterable[str], wording: Wording) -> list[Speech]:
    """The speakers that each of some paragraphs begins with."""
    patterns = _patterns(wording)
    return [_speech(text, patterns, wording) for text in texts]


def _speech(text: str, patterns: _Patterns, wording: Wording) -> Speech:
    head = normal(text[:_LONGEST_HEAD])
    match = patterns.at_once.match(head)
    if match is not None:
        says = match["says"] is not None
        return Speech((match.span("name"),), says, says)
    if not head[:_LONGEST_BEGINNING].lower().startswith(patterns.beginnings):
        return Speech()
    text = normal(text[:_LONGEST_LEAD])
    joint, clause = patterns.joint.search(text), patterns.clause.match(text)
    if joint is None and clause is None and patterns.one.match(text) is None:
        return Speech()
    end = first_sentence(text, wording.small_words)
    several = patterns.several.match(text, 0, end) if joint else None
    if several is not None:
        names = [found.span() for found in patterns.name.finditer(text, 0, several.end("names"))]
        return Speech(names, patterns.speaks.match(text, several.end("names"), end) is not None)
    match = patterns.one.match(text, 0, end)
    if match is None and clause:
        match = patterns.after_clause.match(text, 0, end)
    if match is None:
        return Speech()
    says = patterns.speaks.match(text, match.end("name"), end) is not None
    return Speech((match.span("name"),), says)


def stands_for_speaker(label: str, wording: Wording) -> bool:
    """Whether a label stands for the speaker before, where there is one: "L’oratrice"."""
    return _patterns(wording).same.fullmatch(normal(label)) is not None


@lru_cache(maxsize=8)
def _patterns(wording: Wording) -> _Patterns:
    """The patterns of a language, made once."""
    return _Patterns(wording)


def _beginnings(words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What a paragraph can begin with that begins with a speaker or a clause, in small letters."""
    lists = ("persons", "titles", "presiding", "officers", "clauses", "same")
    nouns = {word.split()[0] for word in (*words["representatives"], *words["nameless"])}
    unnamed = (
        f"{word}{'' if word[-1:] in ('', '’') else ' '}{noun}" for word in words["determiners"] for noun in nouns
    )
    titled = (f"{article} {title}" for article in words["articles"] for title in words["titles"])
    every = (*(word for each in lists for word in words[each]), *unnamed, *titled)
    return tuple({normal(word).lower().removesuffix(".") for word in every})
