"""Who speaks in a paragraph, as it begins: the names that are bold (un-conventions.md §2.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.language.sentences import first_sentence
from precis.language.wording import Wording

__all__ = ["Speech", "begins_with_speaker", "speech_of"]

_LONGEST_BEGINNING = 40
"""No label of a speaker is longer, in characters."""

_LONGEST_CLAUSE = 350
"""No clause between a speaker and the verb is longer, in characters."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a paragraph that begins with its speaker, with several, or with a clause; and of a name.

    In most, the verb stands `at_once` behind the speaker. `beginnings` are what one of these can begin with, in small
    letters.
    """

    beginnings: tuple[str, ...]
    at_once: re.Pattern[str]
    one: re.Pattern[str]
    several: re.Pattern[str]
    after_clause: re.Pattern[str]
    name: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Speech:
    """Where a paragraph that begins with its speakers names them, and whether a verb of speech follows at once.

    The names alone are meant: not the office in parentheses, nor "speaking on behalf of …" (un-conventions.md §6,
    rule 26).
    """

    names: Sequence[tuple[int, int]] = ()
    says: bool = False


def begins_with_speaker(text: str, wording: Wording) -> bool:
    """Whether a text begins with a speaker and a verb, as a paragraph does and a heading does not."""
    return bool(speech_of(text, wording).names)


def speech_of(text: str, wording: Wording) -> Speech:
    """The speakers that a paragraph begins with; the verb stands in the same sentence."""
    patterns = _patterns(wording)
    match = patterns.at_once.match(text)
    if match is not None:
        return Speech([match.span("name")], match["says"] is not None)
    if not text[:_LONGEST_BEGINNING].lower().startswith(patterns.beginnings):
        return Speech()
    end = first_sentence(text, wording.small_words)
    several = patterns.several.match(text, 0, end)
    if several is not None:
        return Speech([found.span() for found in patterns.name.finditer(text, 0, several.end("names"))])
    match = patterns.one.match(text, 0, end) or patterns.after_clause.match(text, 0, end)
    return Speech([match.span("name")]) if match else Speech()


@lru_cache(maxsize=4)
def _patterns(wording: Wording) -> _Patterns:
    """The patterns of a language.

    A person, or who presides, speaks whatever the verb is: what they do without a word is a line of procedure. The
    others, who may also be spoken of, are speakers with the verbs of speech.
    """
    words = wording.speech
    # An initial, or "St.", has a stop.
    capital = r"[^\W\d_a-zà-öø-ÿ](?:\w?\.|[\w'’‑-]*)"
    particle = f"(?:{_any(words['particles'])})"
    # Converters glue "Mr.KÄLIN", and houses leave out the stop.
    person = _any(words["persons"]).replace(r"\.", r"\.?")
    last = rf"(?:{particle}[ \u00a0])*{capital}"
    name = rf"(?:{person})[ \u00a0]?{last}(?:[ \u00a0]{last})*(?<!['’]s)"
    office = r"(?: ?\((?:[^()]|\([^()]*\))*\))?"
    clause = f".{{1,{_LONGEST_CLAUSE}}}?"
    aside = f"(?:, {clause},)?"
    some_verb = rf" (?!(?:{_any(words['not_verbs'])})\b)[a-zà-öø-ÿ]"
    verb = rf"(?: (?:{_any(words['adverbs'])}))? (?:{_any(words['verbs'])})\b"
    # A comma too many stands before some verbs.
    then, then_speaks = f"{office}(?:{aside}{some_verb}|,{verb})", f"{office}(?:{aside}|,){verb}"
    known = rf"(?i:{_any(words['presiding'])})|{name}"
    other = rf"(?:{_any(words['officers'])})|(?:{_any(words['unnamed'])}) .+?"
    names = rf"{name}{office}(?:, {name}{office})*,? {wording.connecting['joints'][0]} {name}{office}"
    lists = ("persons", "presiding", "officers", "unnamed", "clauses")
    return _Patterns(
        tuple({word.lower().removesuffix(".") for each in lists for word in words[each]}),
        re.compile(rf"(?P<name>{known}){office}(?:(?P<says>{verb})|{some_verb})"),
        re.compile(rf"(?P<name>(?:{known})(?={then})|(?:{other})(?={then_speaks}))"),
        re.compile(rf"(?P<names>{names}){aside}{some_verb}"),
        re.compile(rf"(?:{_any(words['clauses'])})\b{clause}, (?P<name>{known}|{other}){then_speaks}"),
        re.compile(name),
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
