"""Where turns begin: the bold names that a passage begins with, or the formula of one who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.language.sentences import first_sentence
from precis.language.states import State
from precis.language.wording import Wording
from precis.proceedings.labels import PARENTHESIS, any_of, joints_of, labels_of, with_blanks
from precis.proceedings.passages import Passage
from precis.proceedings.speaker import Speaker, Speakers
from precis.proceedings.speech import speech_of, stands_for_speaker

__all__ = ["Begun", "Labels", "Turn", "begun_in", "delegates_in", "labels_in", "turns_of"]

_PARENTHESIS = re.compile(PARENTHESIS.replace(" ", r"\s", 1) + "|（[^（）]*）")
_ASIDE = re.compile(r",\s((?:[^.;]|(?<=\b\w)\.|(?<=\b\w\w)\.|(?<=\b\w\w\w)\.){1,240}?),\s")


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks, and the passages of what is said: with the lists, quotations and notes in it."""

    speakers: tuple[Speaker, ...]
    paragraphs: tuple[Passage, ...]

    @property
    def speaker(self) -> Speaker:
        """The speaker, the first where there are several."""
        return self.speakers[0]

    @property
    def first(self) -> int | None:
        """The number of its first paragraph."""
        return self.paragraphs[0].number

    @property
    def last(self) -> int | None:
        """The number of its last paragraph."""
        return self.paragraphs[-1].number


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that a passage begins with, as characters of it.

    `sure` says that no line of procedure begins so; `slip`, that they are not bold in a record whose names are.
    """

    spans: Sequence[tuple[int, int]] = ()
    sure: bool = False
    slip: bool = False


def labels_in(passage: Passage, speakers: Speakers, *, emphasis: bool) -> Labels:
    """The labels of those who begin to speak in a passage.

    `emphasis` says that the record has names in bold type: then a name that is not is one only with a verb of speech.
    """
    if not passage.main or passage.italic:
        return Labels()
    bold = _bold_labels(passage, speakers)
    if bold:
        return Labels(bold, sure=True)
    speech = speech_of(passage.text, speakers.wording)
    return Labels(speech.names if speech.says or not emphasis else (), speech.at_once, emphasis)


@dataclass(frozen=True, slots=True)
class Begun:
    """Who begins to speak in a passage, and how many characters of it say so: "Ms. Kim (Peru), speaking for …,"."""

    speakers: tuple[Speaker, ...] = ()
    lead: int = 0


def begun_in(
    passage: Passage, labels: Labels, speakers: Speakers, current: Sequence[Speaker], state: State | None
) -> Begun:
    """Who begins to speak in a passage, by its labels; nobody if it goes on with the `current` speakers.

    `state` is the State under review.
    """
    words = [passage.text[start:end] for start, end in labels.spans]
    if not words or (current and len(words) == 1 and stands_for_speaker(words[0], speakers.wording)):
        return Begun()
    found = [_speaker(passage.exact, start, end, speakers, state) for start, end in labels.spans]
    if labels.slip and [speaker.label for speaker, _ in found] == [speaker.label for speaker in current]:
        return Begun()
    return Begun(tuple(speaker for speaker, _ in found), found[-1][1])


def _speaker(text: str, start: int, end: int, speakers: Speakers, state: State | None) -> tuple[Speaker, int]:
    """The speaker of a label, and where what is said of him or her ends."""
    parenthesis = _PARENTHESIS.match(text, end)
    after = parenthesis.end() if parenthesis else end
    inside = parenthesis[0].strip()[1:-1] if parenthesis else ""
    aside = _ASIDE.match(text, after)
    speaker = speakers.of(text[start:end], inside, aside[1] if aside else "", state)
    return speaker, aside.end(1) + 1 if aside else after


def _bold_labels(passage: Passage, speakers: Speakers) -> list[tuple[int, int]]:
    """The labels in bold type that a passage begins with, or that stand behind a clause at its beginning."""
    text = passage.text
    if not passage.bold or passage.bold[0] == (0, len(text)):
        return []
    first, end = passage.bold[0]
    forms = _forms(speakers.wording)
    before = text[:first]
    if forms.begun.fullmatch(before):
        first = 0
    elif before.strip() and not (before.endswith(", ") and first_sentence(text, speakers.wording.small_words) >= end):
        return []
    label = text[first:end]
    if not speakers.knows(label) and (first or not _may_be_label(label, text[end : end + 1])):
        return []
    labels = [(first, end)]
    for start, end in passage.bold[1:]:
        if not forms.joint.fullmatch(text, labels[-1][1], start):
            break
        labels.append((start, end))
    return [part for label in labels for part in _apart(text, *label, forms)]


def _may_be_label(words: str, after: str) -> bool:
    """Whether bold type that no rule knows may name a speaker: not the number of a point, nor a heading run in."""
    return words[:1].isalpha() and not words[:1].islower() and words[-1:] not in ".:;?!" and after not in (".", ":")


def _apart(text: str, start: int, end: int, forms: _Forms) -> list[tuple[int, int]]:
    """The labels of bold type that names several: "**Mr. Diaz and Ms. Holt**"."""
    if not forms.several.fullmatch(text, start, end):
        return [(start, end)]
    return [match.span() for match in forms.known.finditer(text, start, end)]


def delegates_in(text: str, wording: Wording) -> list[str]:
    """The persons of whom a text says that they are of a delegation; with their honorifics."""
    forms = _forms(wording)
    match = forms.delegation.search(text)
    return [found[0] for found in forms.known.finditer(match["people"])] if match else []


@dataclass(frozen=True, slots=True)
class _Forms:
    """The patterns of what stands before bold type and is part of the label, and between several labels."""

    begun: re.Pattern[str]
    joint: re.Pattern[str]
    several: re.Pattern[str]
    known: re.Pattern[str]
    delegation: re.Pattern[str]


@lru_cache(maxsize=8)
def _forms(wording: Wording) -> _Forms:
    words, labels = wording.speech, labels_of(wording)
    office = rf"(?:{PARENTHESIS})?"
    joints = joints_of(wording)
    known, person = rf"(?:{labels.known})", rf"{labels.person}{office}"
    return _Forms(
        re.compile(rf"(?:{labels.honorific}|{labels.determiner}|(?i:{with_blanks(words['articles'])}))"),
        re.compile(rf"{office},? ?(?:(?:{joints}|{any_of(words['supported'])}) )?"),
        re.compile(rf"{known}{office}(?:, {known}{office})*,? (?:{joints}) {known}{office}"),
        re.compile(known),
        re.compile(
            rf"\b(?:{any_of(words['delegation'])}) (?P<people>{person}(?:, {person})*(?:,? (?:{joints}) {person})?)"
        ),
    )


def turns_of(passages: Sequence[Passage], begun: Sequence[tuple[Speaker, ...]], ends: Sequence[bool]) -> list[Turn]:
    """The turns: each goes on to the next speaker, or to a passage that `ends` it, which is in none."""
    turns: list[Turn] = []
    current: tuple[Speaker, ...] = ()
    own: list[Passage] = []
    for passage, new, end in zip(passages, begun, ends, strict=True):
        if (new or end) and own:
            turns.append(Turn(current, tuple(own)))
            own = []
        if new or end:
            current = new
        if current:
            own.append(passage)
    return [*turns, Turn(current, tuple(own))] if own else turns
