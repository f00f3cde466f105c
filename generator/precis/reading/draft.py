"""The draft of a record while it is read: its fields, where each stood, and the findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Generic, Literal, TypeVar

from precis.model import (
    Block,
    Chair,
    ContentsItem,
    Coverage,
    FileSpan,
    Finding,
    Footnote,
    Held,
    Inlines,
    Line,
    MeetingRanges,
    Note,
    Part,
    Record,
    Symbol,
)
from precis.model.findings import Unit
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import collapsed, same_words
from precis.source.fields import front_key

__all__ = ["About", "CoverDraft", "Entry"]

T = TypeVar("T")

About = Literal[
    "symbol", "meeting", "body", "session", "coverage", "part", "held", "place", "chair", "issued", "reissued",
    "distribution", "language", "original", "job_number", "unrecorded", "other_part", "began", "rose", "sample",
    "title", "contents", "notes", "treaty", "committee", "corrections", "cover", "page", "text", "footnote",
]  # fmt: skip
"""What a finding is about: a field, as a source names it, or a place that no field holds."""


class _Findings:
    """The findings of one file, in the order in which they are told."""

    def __init__(self, file: str, unit: Unit, found: Iterable[Finding]) -> None:
        self.file, self.unit = file, unit
        self.found = list(found)

    def add(self, code: str, about: str, reason: str, at: int | None, old: str = "", new: str = "") -> None:
        span = FileSpan(self.file, at, self.unit)
        self.found.append(Finding(code, span, about, reason, collapsed(old), collapsed(new)))

    def settle(self, about: str, taken: str, printed: str, at: int | None, reason: str) -> None:
        if taken == printed:
            return
        if letters(taken) != letters(printed):
            self.add("usual-form", about, reason, at, old=taken, new=printed)
        elif _spelled(taken) != _spelled(printed):
            self.add("usual-form", about, "its blanks or signs are not the usual ones", at, old=taken, new=printed)


def _spelled(text: str) -> str:
    return same_words(text.replace("*", "")).lower()


class Entry(Generic[T]):
    """A field of the cover: its value so far, the line of the file it comes from, and whether the user gave it.

    What the user gave wins over what is read or inferred.
    """

    __slots__ = ("_findings", "given", "key", "line", "value")

    def __init__(self, key: str, value: T | None, given: bool, findings: _Findings) -> None:
        self.key = key
        self.value = value
        self.given = given
        self.line: int | None = None
        self._findings = findings

    def read(self, value: T, at: int | None) -> None:
        """What the text says. If the user gave another value, that stays, and a warning says so."""
        if not self.given:
            self.value, self.line = value, at
        elif self.value != value:
            reason = "the text says otherwise; what was given is kept"
            self._findings.add("given-differs", self.key, reason, at, old=str(value), new=str(self.value))

    def infer(self, value: T, reason: str, at: int | None = None) -> None:
        """What follows from something else; nothing happens if the field is known."""
        if self.value is None:
            self.value, self.line = value, at
            self._findings.add("field-inferred", self.key, reason, at, new=str(value))

    def leave_out(self, code: str, reason: str, words: str) -> None:
        """Take out a value that cannot stand, and tell the words that said it."""
        self.value = None
        self._findings.add(code, self.key, reason, self.line, old=words)

    def tell_missing(self, reason: str, at: int | None = None) -> None:
        """Tell that the text lacks the field and that nothing tells it."""
        self._findings.add("field-missing", self.key, reason, at)


class CoverDraft:
    """Gathers the fields of a record's cover, by the names that they have in the model, and the findings.

    It is begun with the values that the user gave, by the same names; `given` are these as a source names them.
    """

    symbol: Entry[Symbol]
    meeting_as_printed: Entry[int]
    body: Entry[str]
    session: Entry[int]
    coverage: Entry[Coverage]
    part: Entry[Part]
    held: Entry[Held]
    place: Entry[str]
    chairs: Entry[tuple[Chair, ...]]
    issued: Entry[dt.date]
    reissued: Entry[dt.date]
    distribution: Entry[str]
    language: Entry[str]
    original: Entry[str]
    job_number: Entry[str]
    unrecorded: Entry[MeetingRanges]
    other_part: Entry[Symbol]
    opening: Entry[Line]
    closing: Entry[Line]
    sample: Entry[bool]
    title_as_printed: Entry[Inlines]
    contents_as_printed: Entry[tuple[ContentsItem, ...]]
    notes_as_printed: Entry[tuple[Note, ...]]

    def __init__(
        self, file: str, unit: Unit = "line", given: Mapping[str, Any] | None = None, findings: Iterable[Finding] = ()
    ) -> None:
        self.file = file
        self.paged = unit == "page"
        self._findings = _Findings(file, unit, findings)
        given = given or {}
        self.given = frozenset(map(front_key, given))
        for name in _NAMES:
            setattr(self, name, Entry(front_key(name), given.get(name), name in given, self._findings))

    @property
    def findings(self) -> list[Finding]:
        """What was told so far."""
        return self._findings.found

    def end(self, which: Literal["opening", "closing"]) -> Entry[Line]:
        """The opening or the closing line."""
        return self.opening if which == "opening" else self.closing

    def tell(
        self, code: str, about: About, reason: str, at: int | None = None, *, old: str = "", new: str = ""
    ) -> None:
        """Add a finding."""
        self._findings.add(code, about, reason, at, old, new)

    def settle(
        self, about: About, taken: str, printed: str, at: int | None, reason: str = "an older or damaged form"
    ) -> None:
        """Tell what was read of the text if precis will print something else: more than capitals and asterisks."""
        self._findings.settle(about, taken, printed, at, reason)

    def record(self, blocks: tuple[Block, ...] = (), footnotes: tuple[Footnote, ...] = ()) -> Record:
        """The record as the fields say it so far, with a text or without one."""
        usual = _USUAL
        return Record(
            symbol=self.symbol.value,
            meeting_as_printed=None if self.symbol.value else self.meeting_as_printed.value,
            body=self.body.value,
            session=self.session.value,
            coverage=self.coverage.value or usual.coverage,
            part=self.part.value,
            held=self.held.value,
            place=self.place.value,
            chairs=self.chairs.value or usual.chairs,
            issued=self.issued.value,
            reissued=self.reissued.value,
            distribution=self.distribution.value or usual.distribution,
            language=self.language.value or usual.language,
            original=self.original.value,
            job_number=self.job_number.value,
            unrecorded=self.unrecorded.value,
            other_part=self.other_part.value,
            opening=self.opening.value,
            closing=self.closing.value,
            sample=self.sample.value or usual.sample,
            title_as_printed=self.title_as_printed.value,
            contents_as_printed=self.contents_as_printed.value,
            notes_as_printed=self.notes_as_printed.value,
            blocks=blocks,
            footnotes=footnotes,
        )


_NAMES = tuple(CoverDraft.__annotations__)
_USUAL = Record()
