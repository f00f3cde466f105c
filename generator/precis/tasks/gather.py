"""The records of a folder and their facts. No entry of the folder is passed over without a word."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from precis.assets import Assets
from precis.facts.exchange import Pairs
from precis.facts.session import GivenRecord, SessionFacts, session_facts
from precis.model import Fault, FileSpan, Finding, PrecisError, Record
from precis.reading.files import ENDINGS, read_text
from precis.reading.office import prepare
from precis.source.front import begins_with_front
from precis.source.kinds import Form, kind_named
from precis.source.session import SessionSource, read_session
from precis.tasks.known import Known, remembered
from precis.tasks.made import NOT_RECORDS, OF_PROGRAMS, SOURCES, check_is_record, without_records
from precis.tasks.named import check_names, made_of_records, shown
from precis.tasks.progress import Progress, silent
from precis.tasks.taken import Taken, broken, take
from precis.tasks.workers import PROCESSES, Crew

__all__ = ["Gathered", "gather", "passed_over"]

_FEW, _FEW_SOURCES = 8, 64
"""Up to so many files, or sources, beside the first, are read in this process: to begin others takes as long.

Each other process learns the words of the rules again, and what it gives is packed and unpacked.
"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A session's facts, the folder or record they are from, what its user should know of them, and the records."""

    facts: SessionFacts
    name: str
    told: tuple[Finding, ...]
    given: tuple[GivenRecord, ...] = ()


def gather(
    name: str,
    assets: Assets,
    progress: Progress[tuple[str, Taken]] = silent,
    crew: Crew = PROCESSES,
    known: Known | None = None,
) -> Gathered:
    """The facts of a folder of records, with its session's source if it has one, or of one record.

    What is `known` of files is not read again. Raises PrecisError with the faults of all files that cannot be read, and
    for a folder without records.
    """
    alone = not Path(name).is_dir()
    files, passed_over = ([name], []) if alone else _entries(Path(name))
    work = f"facts {alone} {assets.body}"

    def made_of(file: str) -> str:
        return "" if known is None else known.key(work, file)

    reader = _Reader(assets, told=passed_over, alone=alone, made_of=made_of)

    def taken(files: Sequence[str], few: int) -> Iterator[Taken]:
        prepare(files)
        return remembered(work, partial(take, assets=assets, alone=alone), files, broken, crew, known, few)

    def all_taken() -> Iterator[tuple[str, Taken]]:
        texts = [file for file in files if alone or Path(file).suffix.lower() in SOURCES]
        yield from zip(texts, taken(texts, _FEW_SOURCES), strict=True)
        others = [file for file in files if file not in texts]
        # What was made of a source that is here is not read at all.
        unread = {file for file in others if reader.is_made_of(file)}
        reads = taken([file for file in others if file not in unread], _FEW)
        yield from ((file, Taken() if file in unread else next(reads)) for file in others)

    for file, each in progress(all_taken(), len(files)):
        reader.take(file, each)
    reader.check(name)

    def pairs(state: str, of_records: Sequence[str], make: Callable[[], Pairs]) -> Pairs:
        return make() if known is None else known.kept(f"pairs {state}", of_records, make)

    facts = session_facts(reader.given, next(iter(reader.sources), None), assets, pairs)
    return Gathered(facts, name, (*reader.told, *facts.findings, *_unplaced(reader.given)), tuple(reader.given))


def _unplaced(given: Sequence[GivenRecord]) -> Iterator[Finding]:
    """The sentences of the records that look like a fact and gave none, each with its words: notes for an editor."""
    for each in given:
        for at in each.facts.unplaced if each.facts is not None else ():
            reason = f"paragraph {at.paragraph}, sentence {at.sentence}, looks like a fact and gave none"
            yield Finding("fact-unplaced", FileSpan(each.file), "text", reason, old=at.words)


@dataclass
class _Reader:
    """Gathers the records and the session's source; `made_of` gives a word for what a file's facts hang on, or none."""

    assets: Assets
    told: list[Finding]
    alone: bool
    made_of: Callable[[str], str]
    faults: list[Fault] = field(default_factory=list)
    given: list[GivenRecord] = field(default_factory=list)
    sources: list[SessionSource] = field(default_factory=list)

    def is_made_of(self, file: str) -> str | None:
        """What here a file was made of, whatever it holds: the source of a record, or the records; None for a source.

        It is by its name that this is told, and only of files beside sources.
        """
        if not self._is_beside(file):
            return None
        stem = Path(file).stem
        if made_of_records(stem):
            return "the records of the folder"
        for each in self.given:
            symbol = each.record.symbol
            if symbol is not None and re.fullmatch(rf"{re.escape(symbol.file_name)}(?:-\w+)?", stem):
                return each.file
        return None

    def take(self, file: str, taken: Taken) -> None:
        """Take in one file. One that is no source, beside sources, is told if it is no record or its source is here."""
        beside, made_of = self._is_beside(file), self.is_made_of(file)
        if made_of is not None:
            self.told.append(passed_over(file, f"it was made of {made_of}, which is read"))
            return
        try:
            self._take(file, taken, beside=beside)
        except PrecisError as error:
            if beside or (not self.alone and all(fault.code == "no-record" for fault in error.faults)):
                self.told.append(passed_over(file, f"it is read as no record: {error.faults[0].message}"))
                return
            self.faults.extend(fault.of(file) for fault in error.faults)

    def _is_beside(self, file: str) -> bool:
        return bool(self.given or self.sources) and Path(file).suffix.lower() not in SOURCES

    def _take(self, file: str, taken: Taken, *, beside: bool) -> None:
        """Take in a file by its kind; `beside` says that it is no source, beside sources. PrecisError if it is none."""
        if taken.faults:
            raise PrecisError(taken.faults)
        given = taken.given(file, self.assets, self.made_of(file))
        if given is not None:
            if beside or not self._is_source(file):
                check_is_record(given.record, taken.findings, file)
            twin = self._of_same_symbol(given.record) if beside else None
            if twin is not None:
                self.told.append(passed_over(file, f"{twin} is a source of the same symbol, and is read"))
                return
            self.given.append(given)
            self.told.extend(finding for finding in taken.findings if finding.kind in ("missing", "unread"))
        elif taken.form(self.assets) is Form.SESSION:
            self.sources.append(read_session(read_text(file), file, self.assets))
        else:
            kind = kind_named(taken.kind, self.assets)
            self.told.append(passed_over(file, f"it is '{kind.name}', a source for {kind.taken_by}"))

    def _is_source(self, file: str) -> bool:
        """Whether a file says by its front matter that it is a record."""
        ending = Path(file).suffix.lower()
        return ending == ".json" or (ending in SOURCES and begins_with_front(read_text(file)))

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
    check_names(map(os.fspath, read))
    told = [passed_over(os.fspath(each), _reason(each)) for each in found if each not in read]
    return [os.fspath(each) for each in read], told


def _reason(entry: Path) -> str:
    if entry.is_dir():
        return "it is a folder, and folders in a folder are not read; name it by itself"
    return "it is no file that holds a record"


def passed_over(file: str, reason: str) -> Finding:
    """The finding of an entry of a folder that is not read."""
    return Finding("passed-over", FileSpan(shown(file)), "file", reason)
