"""What one file of a session gives, so that it can be sent from another process, and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from precis.assets import Assets
from precis.facts.dialogue.words import load_dialogue_words
from precis.facts.group import GivenRecord
from precis.facts.record import RecordFacts, facts_of
from precis.model import Fault, Finding, PrecisError, Record
from precis.reading.files import read_file
from precis.source.kinds import SUMMARY_RECORD, Form, kind_named
from precis.tasks.made import file_broken, kind_of_file

__all__ = ["Taken", "broken", "take"]


@dataclass(frozen=True, slots=True)
class Taken:
    """The kind of a file, and of a record what was read and found in it; or why it cannot be read.

    `computed` says that the reader numbered its paragraphs. The words of dialogues are left out of the facts.
    """

    kind: str = SUMMARY_RECORD
    record: Record | None = None
    computed: bool = False
    findings: tuple[Finding, ...] = ()
    facts: RecordFacts | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def lasts(self) -> bool:
        """Whether it was read: a file that was not may be another time."""
        return not self.faults

    def form(self, assets: Assets) -> Form:
        """The form of its kind."""
        return kind_named(self.kind, assets).form

    def given(self, file: str, assets: Assets, made_of: str = "") -> GivenRecord | None:
        """The record with its facts, and a word for what they hang on; None for a file of another form."""
        if self.record is None or self.facts is None:
            return None
        words = load_dialogue_words(self.record.language, assets)
        return GivenRecord(file, self.record, self.computed, replace(self.facts, words=words, made_of=made_of))


def take(file: str, assets: Assets, *, alone: bool) -> Taken:
    """Read a file; `alone` says that it was named, and not its folder, so that it has to be a record."""
    try:
        kind = kind_of_file(file, assets, *((Form.RECORD,) if alone else ()))
        if kind.form is not Form.RECORD:
            return Taken(kind.name)
        reading = read_file(file, assets)
    except PrecisError as error:
        return Taken(faults=error.faults)
    computed = any(finding.code == "number-counted" for finding in reading.findings)
    facts = facts_of(reading.record, assets, file, computed=computed)
    return Taken(kind.name, reading.record, computed, reading.findings, replace(facts, words=None))


def broken(file: str) -> Taken:
    """What a file gives that broke the process that read it."""
    return Taken(faults=(file_broken(file),))
