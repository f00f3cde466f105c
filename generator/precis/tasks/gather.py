"""The records of a folder and their facts. No entry of the folder is passed over without a word."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from precis.assets import Assets
from precis.facts.session import GivenRecord, SessionFacts, session_facts
from precis.model import Fault, FileSpan, Finding, PrecisError, Record
from precis.reading.files import ENDINGS, read_file, read_text
from precis.reading.office import prepare
from precis.source.kinds import Form
from precis.source.session import SessionSource, read_session
from precis.tasks.made import NOT_RECORDS, OF_PROGRAMS, SOURCES, check_holds_record, kind_of_file, without_records
from precis.tasks.progress import Progress, silent

__all__ = ["Gathered", "gather", "made_of_records", "passed_over"]

_DIGESTS = re.compile(r"_(?:digest|brief)(?:[-_.]|\Z)")
"""What the names of the digests and briefings hold that precis makes."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A session's facts, the folder or record they are from, what its user should know of them, and the records."""

    facts: SessionFacts
    name: str
    told: tuple[Finding, ...]
    given: tuple[GivenRecord, ...] = ()


def gather(name: str, assets: Assets, progress: Progress[str] = silent) -> Gathered:
    """The facts of a folder of records, with its session's source if it has one, or of one record.

    Raises PrecisError with the faults of all files that cannot be read, and for a folder without records.
    """
    files, passed_over = _entries(Path(name)) if Path(name).is_dir() else ([name], [])
    reader = _Reader(assets, alone=not Path(name).is_dir(), told=passed_over)
    prepare(files)
    for file in progress(files, len(files)):
        reader.take(file)
    reader.check(name)
    facts = session_facts(reader.given, next(iter(reader.sources), None), assets)
    return Gathered(facts, name, (*reader.told, *facts.findings), tuple(reader.given))


@dataclass
class _Reader:
    """Gathers the records and the session's source; `alone` says that one file was named, not its folder."""

    assets: Assets
    alone: bool
    told: list[Finding]
    faults: list[Fault] = field(default_factory=list)
    given: list[GivenRecord] = field(default_factory=list)
    sources: list[SessionSource] = field(default_factory=list)

    def take(self, file: str) -> None:
        """Read one file. One that is no source, beside sources, is told if it is no record or if its source is here."""
        beside = bool(self.given or self.sources) and Path(file).suffix.lower() not in SOURCES
        made_of = self._source_of(file) if beside else None
        if made_of is not None:
            self.told.append(passed_over(file, f"it was made of {made_of}, which is read"))
            return
        try:
            self.read(file, beside=beside)
        except PrecisError as error:
            if beside:
                self.told.append(passed_over(file, f"it is read as no record: {error.faults[0].message}"))
                return
            self.faults.extend(fault.of(file) for fault in error.faults)

    def _source_of(self, file: str) -> str | None:
        """What a file was made of, by its name: the source of a record, or the records of the folder."""
        stem = Path(file).stem
        if made_of_records(stem):
            return "the records of the folder"
        for each in self.given:
            symbol = each.record.symbol
            if symbol is not None and re.fullmatch(rf"{re.escape(symbol.file_name)}(?:-\w+)?", stem):
                return each.file
        return None

    def read(self, file: str, *, beside: bool = False) -> None:
        """Read one file by its kind; `beside` says that it is no source, beside sources. PrecisError if that fails."""
        kind = kind_of_file(file, self.assets, *((Form.RECORD,) if self.alone else ()))
        if kind.form is Form.RECORD:
            reading = read_file(file, self.assets)
            if beside:
                check_holds_record(reading.record, file)
            twin = self._of_same_symbol(reading.record) if beside else None
            if twin is not None:
                self.told.append(passed_over(file, f"{twin} is a source of the same symbol, and is read"))
                return
            counted = any(finding.code == "number-counted" for finding in reading.findings)
            self.given.append(GivenRecord(file, reading.record, counted))
            self.told.extend(finding for finding in reading.findings if finding.kind in ("missing", "unread"))
        elif kind.form is Form.SESSION:
            self.sources.append(read_session(read_text(file), file, self.assets))
        else:
            self.told.append(passed_over(file, f"it is '{kind.name}', a source for {kind.taken_by}"))

    def _of_same_symbol(self, record: Record) -> str | None:
        symbols = {each.record.symbol.bare: each.file for each in self.given if each.record.symbol is not None}
        return None if record.symbol is None else symbols.get(record.symbol.bare)

    def check(self, name: str) -> None:
        """Raise what is wrong, if anything is: with the files, with two sources, without a record."""
        self.faults.extend(
            Fault(FileSpan(source.file), "session-twice", f"{self.sources[0].file} is a session's source too; keep one")
            for source in self.sources[1:]
        )
        if not self.given and not self.faults:
            self.faults.append(without_records(name))
        if self.faults:
            raise PrecisError(self.faults)


def _entries(folder: Path) -> tuple[list[str], list[Finding]]:
    """The files of a folder to read, the sources first, and a finding for each entry that is none of them."""
    found = sorted(each for each in folder.iterdir() if not each.name.startswith(OF_PROGRAMS))
    files = [each for each in found if each.is_file() and each.name.lower() not in NOT_RECORDS]
    read = [each for each in files if each.suffix.lower() in ENDINGS]
    read.sort(key=lambda each: (each.suffix.lower() not in SOURCES, each))
    told = [passed_over(os.fspath(each), _reason(each)) for each in found if each not in read]
    return [os.fspath(each) for each in read], told


def _reason(entry: Path) -> str:
    if entry.is_dir():
        return "it is a folder, and folders in a folder are not read; name it by itself"
    return "it is no file that holds a record"


def made_of_records(stem: str) -> bool:
    """Whether a file is a digest or a briefing that precis made, by its name without ending."""
    return _DIGESTS.search(stem) is not None


def passed_over(file: str, reason: str) -> Finding:
    """The finding of an entry of a folder that is not read."""
    return Finding("passed-over", FileSpan(file), "file", reason)
