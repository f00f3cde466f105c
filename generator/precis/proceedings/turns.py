"""Where turns begin: the bold names that a passage begins with, or the formula of one who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from precis.language.sentences import first_sentence
from precis.language.wording import Wording
from precis.proceedings.passages import Passage
from precis.proceedings.speaker import Speaker, Speakers, any_of
from precis.proceedings.speech import speech_of

__all__ = ["Turn", "speakers_of"]

_PARENTHESIS = re.compile(r"\s?\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
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


def speakers_of(passage: Passage, speakers: Speakers, *, emphasis: bool) -> tuple[Speaker, ...]:
    """Who begins to speak in a passage; empty if it goes on with the speaker before.

    `emphasis` says that the record has names in bold type: then a name that is not is one only with a verb of speech.
    """
    if not passage.main or passage.italic:
        return ()
    labels = _bold_labels(passage, speakers.wording)
    if not labels:
        speech = speech_of(passage.text, speakers.wording)
        labels = list(speech.names) if speech.says or not emphasis else []
    return tuple(_speaker(passage.text, start, end, speakers) for start, end in labels)


def _speaker(text: str, start: int, end: int, speakers: Speakers) -> Speaker:
    parenthesis = _PARENTHESIS.match(text, end)
    after = parenthesis.end() if parenthesis else end
    aside = _ASIDE.match(text, after)
    return speakers.of(text[start:end], parenthesis[1] if parenthesis else "", aside[1] if aside else "")


def _bold_labels(passage: Passage, wording: Wording) -> list[tuple[int, int]]:
    """The stretches of bold type that a passage begins with, or that stand behind a clause at its beginning."""
    text = passage.text
    if not passage.bold or passage.bold[0] == (0, len(text)):
        return []
    first, end = passage.bold[0]
    before = text[:first]
    if before.strip() and not before.endswith(", ") and not _is_part_of_name(before, wording):
        return []
    if before.endswith(", ") and first_sentence(text, wording.small_words) < end:
        return []
    labels = [(0 if _is_part_of_name(before, wording) else first, end)]
    for start, end in passage.bold[1:]:
        if not _joins(text[labels[-1][1] : start], wording):
            break
        labels.append((start, end))
    return labels


def _is_part_of_name(before: str, wording: Wording) -> bool:
    """Whether what stands before bold type is an article or an honorific: "Mr. **RODLEY**"."""
    words = (*wording.speech["persons"], *wording.speech["articles"])
    return re.fullmatch(rf"(?:{any_of(words)})\s*", before, re.IGNORECASE) is not None


def _joins(between: str, wording: Wording) -> bool:
    """Whether the words between two bold names join them: a parenthesis, a comma, "and"."""
    return re.fullmatch(rf"(?:\s?\([^()]*\))?,?\s(?:{any_of(wording.speech['and'])})?\s?", between) is not None


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
