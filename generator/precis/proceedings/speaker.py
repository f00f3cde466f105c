"""Who speaks: a speaker from the label that a record prints (un-conventions.md §2.9). The one place that builds one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.proceedings.passages import normal

__all__ = ["PERSON", "Speaker", "Speakers", "any_of"]

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ](?:[\w'’-]*\w|\.))"
_PARTICLE = r"(?:de|van|von|der|den|di|da|dos|do|del|della|la|le|el|al|bin|ben|ibn|ould|mint|ter|y|e|du|das|zu)"
PERSON = (
    rf"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Dame|Msgr|Judge)\.?\s(?:{_PARTICLE}\s|[Aa]l-|[Ee]l-)*{_CAPITAL}"
    rf"(?:\s(?:{_PARTICLE}\s)*{_CAPITAL})*"
)
"""A pattern, without groups, for a person with a title in English: "Ms. van der Berg", "Mr. Volker Türk"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as the record has it.

    `label` is what is printed ("Ms. Ramos", "The Chair", "A representative of Mexico"); `name` is empty where it names
    nobody. `role` is an office or a capacity; `presides` says that it is that of the Chair of the meeting.
    """

    label: str
    honorific: str = ""
    name: str = ""
    role: str = ""
    state: State | None = None
    organization: str = ""
    on_behalf_of: str = ""
    presides: bool = False


@dataclass
class Speakers:
    """Makes the speakers of a record as they come: what is said once of a label holds for it later."""

    wording: Wording
    states: States
    _known: dict[str, Speaker] = field(default_factory=dict)

    def of(self, label: str, parenthesis: str = "", aside: str = "") -> Speaker:
        """The speaker whom a label names, with what stands in parentheses after it and between commas after that."""
        label, inside = _apart(" ".join(normal(label).split()).rstrip(" ,:"))
        label = label[:1].upper() + label[1:]
        key = label.casefold()
        speaker = self._known.get(key) or self._read(label)
        for words in filter(None, (inside, parenthesis)):
            speaker = self._with(speaker, normal(words))
        self._known[key] = speaker
        return self._aside(speaker, aside)

    def _read(self, label: str) -> Speaker:
        """A speaker by nothing but the label; one that no rule knows has neither name nor role."""
        forms = _forms(self.wording)
        presiding = forms.presiding.fullmatch(label)
        if presiding is not None:
            return Speaker(label, role=_office(presiding["office"]), presides=True)
        person = forms.person.fullmatch(label)
        if person is not None:
            return Speaker(label, person["honorific"].strip(), person["name"].strip())
        unnamed = forms.unnamed.fullmatch(label)
        if unnamed is not None:
            return self._with(Speaker(label), unnamed["whose"])
        officer = forms.officer.fullmatch(label)
        if officer is not None:
            return Speaker(label, role=_office(officer["office"]))
        return Speaker(label)

    def _with(self, speaker: Speaker, words: str) -> Speaker:
        """The speaker with what a parenthesis says: a State, a role, or an organization."""
        state = self.states.named(words)
        if state is not None:
            return replace(speaker, state=state)
        if _forms(self.wording).role.search(words) and not words.startswith(tuple(self.wording.speech["bodies"])):
            return replace(speaker, role=words)
        return replace(speaker, organization=words)

    def _aside(self, speaker: Speaker, aside: str) -> Speaker:
        forms = _forms(self.wording)
        behalf = forms.behalf.search(aside)
        if behalf is not None:
            return replace(speaker, on_behalf_of=behalf["whom"].strip())
        capacity = forms.capacity.search(aside)
        if capacity is not None:
            return replace(speaker, role=capacity["role"].strip(), presides=False)
        return speaker


@dataclass(frozen=True, slots=True)
class _Forms:
    """The patterns of the labels of a language, and of what stands beside them."""

    presiding: re.Pattern[str]
    person: re.Pattern[str]
    unnamed: re.Pattern[str]
    officer: re.Pattern[str]
    role: re.Pattern[str]
    behalf: re.Pattern[str]
    capacity: re.Pattern[str]


@lru_cache(maxsize=8)
def _forms(wording: Wording) -> _Forms:
    words = wording.speech
    return _Forms(
        re.compile(_with_article(words["presiding"]), re.IGNORECASE),
        re.compile(rf"(?P<honorific>(?:(?:{any_of(words['persons'])}) ?)+)(?P<name>.+)"),
        re.compile(rf"(?:{any_of(words['unnamed'])}) (?:{any_of(words['articles'])} )?(?P<whose>.+)", re.IGNORECASE),
        re.compile(_with_article(words["officers"]), re.IGNORECASE),
        re.compile(rf"\b(?:{any_of(words['roles'])})\w*\b"),
        re.compile(rf"\b(?:{any_of(words['behalf'])}) (?P<whom>.+)"),
        re.compile(rf"\b(?:{any_of(words['capacity'])}) (?:{any_of(words['indefinite'])} )?(?P<role>.+)"),
    )


def _with_article(labels: Sequence[str]) -> str:
    """A pattern for labels that begin with an article; the office is what stands behind it."""
    articles, offices = zip(*(label.split(maxsplit=1) for label in labels), strict=True)
    return rf"(?:{any_of(set(articles))}) (?P<office>{any_of(set(offices))})"


def _office(words: str) -> str:
    """An office in small letters but for its first: "CHAIRPERSON" is "Chairperson"."""
    return words.capitalize() if words.isupper() else words


def _apart(label: str) -> tuple[str, str]:
    """A label and the parenthesis at its end, if there is one."""
    match = re.fullmatch(r"(?P<label>.+?)\s*\((?P<inside>.+)\)", label)
    return (match["label"], match["inside"]) if match else (label, "")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(normal(word)) for word in sorted(words, key=len, reverse=True))
