"""The labels of speakers in a language (docs/conventions.md §2.9): the patterns that all who look for them share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from precis.language.grammar import tree_of
from precis.language.wording import Wording
from precis.proceedings.passages import normal

__all__ = ["PARENTHESIS", "Labels", "any_of", "joints_of", "labels_of", "with_blanks"]

_LOWER = "a-zà-öø-ÿа-яё"
_CAPITAL = rf"[^\W\d_{_LOWER}]"
# An initial, or "St.", has a stop.
_NAME = rf"{_CAPITAL}(?:\w?\.(?:-?{_CAPITAL}\w?\.)*|[\w'-]*)"
_BEFORE_HONORIFIC = r"(?:(?:[^\W\d_\u3400-\u9fff]|[.' -]){1,40}|[\u3400-\u9fff·-]{1,15}?)"
"""A name, in Latin letters or transcribed, behind which an honorific stands."""
PARENTHESIS = r" ?\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
"""The pattern of what stands in parentheses behind a label, with parentheses inside it."""

_LONGEST_INITIAL = 2
"""A short form of so many letters may begin a word."""

_LONGEST_COMPLEMENT = 120
"""Whose representative speaks takes no more characters."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The patterns of the labels of a language; they match normal text (`normal`), and hold no group.

    `person` is a name with its honorifics, `titled` one with an office before it ("Prime Minister Holt"); `presiding`
    is who presides, `officer` another office without a name; `unnamed` is one of many ("A representative of Mexico"),
    `alone` one of whom nothing is said ("Another speaker"). `name` is a name alone; `honorific`, `office`,
    `determiner` and `representative` are what labels begin with. `lower` is the class of small letters.
    """

    person: str
    titled: str
    presiding: str
    officer: str
    unnamed: str
    alone: str
    name: str
    honorific: str
    office: str
    determiner: str
    representative: str
    lower: str = _LOWER

    @property
    def known(self) -> str:
        """Whoever does nothing but speak at a meeting: what they do without a word is a line of procedure."""
        return rf"(?i:{self.presiding})|{self.person}"

    @property
    def other(self) -> str:
        """Who may also be spoken of: a speaker only with a verb of speech."""
        return rf"{self.titled}|(?i:{self.officer})|{self.unnamed}|{self.alone}"


@lru_cache(maxsize=8)
def labels_of(wording: Wording) -> Labels:
    """The labels of the language of a wording."""
    words = wording.speech
    glued = [word for word in words["particles"] if word[-1] in "-’'"]
    loose = [word for word in words["particles"] if word[-1] not in "-’'"]
    particle = rf"(?:(?i:{any_of(loose)}) )*(?i:{any_of(glued)})?"
    last = particle + _NAME
    # A converter parts the two names of a hyphenated one; a dash without a verb stands in no sentence of Arabic.
    dash = "(?:[–-] )?" if wording.from_the_right else ""
    name = rf"{last}(?: {dash}{last})*(?<!'s)"
    honorific = any_of(words["persons"]) if wording.honorific_after else _honorific(words["persons"])
    office = rf"(?:{any_of(words['titles'])}) "
    determiner = rf"(?i:{with_blanks(words['determiners'])})"
    # Where nothing need stand before a representative, the label may begin with one.
    bare = "" in words["determiners"]
    said = [form for word in words["representatives"] for form in ((word, _begun(word)) if bare else (word,))]
    representative = rf"(?:{with_blanks(said)})"
    stop = rf"(?! (?:{any_of(words['relatives'])})\b)[^,;:()]"
    complement = rf"(?:{stop}){{1,{_LONGEST_COMPLEMENT}}}?"
    tails = rf"(?: (?:{any_of(words['officer_tails'])}))?"
    person = rf"{_BEFORE_HONORIFIC}(?:{honorific})" if wording.honorific_after else rf"(?:{honorific}){{1,3}}{name}"
    if wording.without_blanks:
        person = rf"(?:{any_of(words['officers'])})?{person}"
    return Labels(
        person,
        rf"(?i:{with_blanks(words['articles'])})?{office}{name}",
        rf"(?:{any_of(words['presiding'])})(?: (?:{any_of(words['own'])}))?",
        rf"(?:{any_of(words['officers'])}){tails}",
        rf"{determiner}{representative}{complement}",
        rf"{determiner}(?:{any_of(words['nameless'])})",
        name,
        honorific,
        office,
        determiner,
        representative,
    )


def _begun(word: str) -> str:
    """A word as it stands at the beginning of a sentence."""
    return word[:1].upper() + word[1:]


def _honorific(words: Iterable[str]) -> str:
    """A pattern for what stands before a name, with its blank: some glue "Mr.KÄLIN", some leave out the stop."""
    bare = any_of(word.removesuffix(".") for word in words)
    stopped = any_of(word for word in words if word.endswith("."))
    # "MmePROUVEZ", but not "MAROC", which begins with "M".
    glued = any_of(word for word in words if word[-1:].islower() and len(word) > _LONGEST_INITIAL)
    return rf"(?:(?:{stopped}) ?|(?:{bare}) |(?:{glued})(?={_CAPITAL}{{2}}))"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words in normal text, the longest first; of none, one that matches nothing."""
    known = sorted({normal(word) for word in words})
    return tree_of(known) if known else "(?!)"


def joints_of(wording: Wording) -> str:
    """A pattern for the words and signs that join two names: "and"."""
    return any_of(word for word in wording.connecting["joints"] if word not in "/,")


def with_blanks(words: Iterable[str]) -> str:
    """A pattern for any of some words and the blank behind it; none stands behind an apostrophe or no word."""
    return any_of(word if word[-1:] in ("", "’", "'") else f"{word} " for word in words)
