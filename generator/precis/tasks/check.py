"""Checking: the files of a folder, or one, held to the rules of the house; and mended where there is one right text."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from precis.assets import Assets
from precis.checks import Alarm, Fixing, Level, Rule, Subject, alarms_of, every_rule, load_rules, rules_for
from precis.checks.across import alarms_across
from precis.checks.beside import Named
from precis.checks.explain import explained as explanation_of
from precis.checks.ignored import ignored_in, without_ignored
from precis.checks.mending import mended, place_in_file
from precis.model import Fault, FileSpan, Finding, PrecisError, Session
from precis.reading.files import ENDINGS, read_file, read_text
from precis.reading.office import prepare
from precis.source.front import begins_with_front
from precis.source.kinds import Form
from precis.source.placing import Placing
from precis.source.record import Placed, read_faulty
from precis.source.session import read_session
from precis.tasks.made import (
    NOT_RECORDS,
    OF_PROGRAMS,
    check_holds_record,
    kind_of_file,
    may_be_source,
    without_records,
)
from precis.tasks.progress import Progress, silent
from precis.tasks.slips import subject_of
from precis.tasks.storing import write_files

__all__ = ["Checked", "Told", "Wanted", "check", "explained"]

_ROUNDS = 8
"""A fix can lay open another: a text is mended until nothing more is found, or so often."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: rules by name, those to leave out, whether safe fixes are carried out; words left alone."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fix: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told of a file. `code` is the name of its rule, or the code of a fault or finding.

    `columns` are those of the words in their line, `end` the line and column behind them where they go over lines;
    `number` is that of the paragraph. `new` is what would take the place of `found`, and `fixing` who can mend it.
    """

    file: str
    code: str
    level: Level
    message: str
    line: int | None = None
    column: int | None = None
    end: tuple[int, int] | None = None
    number: int | None = None
    found: str = ""
    new: str | None = None
    fixing: Fixing = Fixing.NONE
    source: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is told, in the order of files and lines; the files that were read, and how many places were mended."""

    told: tuple[Told, ...]
    files: tuple[str, ...]
    mended: int = 0
    rules: Mapping[str, Rule] | None = None

    def count(self, level: Level) -> int:
        """How many of a level are told."""
        return sum(each.level is level for each in self.told)


@dataclass
class _Read:
    """A file with its record, and the places of its words if it is a source of ours."""

    file: str
    subject: Subject
    findings: tuple[Finding, ...] = ()
    text: str = ""
    placed: Placed | None = None
    faults: tuple[Fault, ...] = ()
    lost: frozenset[str] = frozenset()
    rules: Sequence[Rule] = ()
    known: Mapping[str, Rule] = field(default_factory=dict)


def explained(name: str, assets: Assets) -> str:
    """What is said of a rule; PrecisError if there is none of the name."""
    _check_names([name], assets)
    return explanation_of(every_rule(assets)[name])


def _check_names(names: Iterable[str], assets: Assets) -> None:
    """Raise PrecisError for names of which no rule is."""
    unknown = [name for name in names if name not in every_rule(assets)]
    faults = []
    for name in unknown:
        near = get_close_matches(name, sorted(every_rule(assets)), 1)
        hint = f"did you mean {near[0]}?" if near else "docs/checks.md lists them"
        faults.append(Fault(FileSpan(), "unknown-rule", f"there is no rule '{name}'; {hint}"))
    if faults:
        raise PrecisError(faults)


def check(name: str, assets: Assets, wanted: Wanted, progress: Progress[str] = silent) -> Checked:
    """What the rules tell of a file, or of the records of a folder, one by one and beside one another.

    With `fix`, safe fixes are carried out in the sources, all files or none; what is told is what is left. Raises
    PrecisError for what cannot be checked at all: no such file, a rule that there is not.
    """
    _check_names((*wanted.select, *wanted.ignore), assets)
    files = _files(name)
    told: list[Told] = []
    read: list[_Read] = []
    listed: dict[str, Session] = {}
    written: list[tuple[str, bytes]] = []
    count = 0
    prepare(files)
    for file in progress(files, len(files)):
        try:
            each = _read(file, assets, alone=name == file)
        except PrecisError as error:
            told.extend(_of_fault(fault, file) for fault in error.faults)
            continue
        if isinstance(each, Session):
            listed[str(Path(file).parent)] = each
        if not isinstance(each, _Read):
            continue
        each.subject.words = wanted.words
        each.known = load_rules(assets, each.subject.record.language)
        each.rules = rules_for(each.known, each.subject.year, wanted.select, wanted.ignore)
        if wanted.fix and each.faults:
            told.append(Told(file, "fix-faulty", Level.WARNING, _FAULTY))
        elif wanted.fix and each.placed is not None:
            each, done = _mended(each, assets)
            count += done
            if done:
                written.append((file, each.text.encode()))
        if wanted.fix and each.placed is None:
            told.append(Told(file, "fix-no-source", Level.WARNING, _NO_SOURCE))
        read.append(each)
        told.extend(_told(each))
    told.extend(_across(read, listed))
    if written:
        write_files(written, Path())
    told.sort(key=lambda each: files.index(each.file) if each.file in files else len(files))
    rules = {rule.name: rule for each in read for rule in each.known.values()}
    return Checked(tuple(told), tuple(files), count, rules)


_FAULTY = "has faults, and --fix mends nothing before they are put right"
_NO_SOURCE = "is no source, and --fix mends sources alone: make one with precis parse, and check that"


def _files(name: str) -> list[str]:
    """The file itself, or the files of a folder that may hold records."""
    if not Path(name).is_dir():
        return [name]
    found = sorted(each for each in Path(name).rglob("*") if each.suffix.lower() in ENDINGS and each.is_file())
    files = [
        os.fspath(each)
        for each in found
        if each.name.lower() not in NOT_RECORDS and not each.name.startswith(OF_PROGRAMS)
    ]
    if not files:
        raise PrecisError([without_records(name)])
    return files


def _read(file: str, assets: Assets, *, alone: bool) -> _Read | Session | None:
    """A file with its record; what the source of a session says; None for a source of another kind in a folder."""
    kind = kind_of_file(file, assets, *((Form.RECORD,) if alone else Form))
    if kind.form is Form.SESSION:
        return read_session(read_text(file), file, assets).session
    if kind.form is not Form.RECORD:
        kind_of_file(file, assets)
        return None
    if may_be_source(file) and begins_with_front(text := read_text(file)):
        return _of_source(file, text, assets)
    record = read_file(file, assets).record
    check_holds_record(record, file)
    return _Read(file, Subject(record, assets))


def _of_source(file: str, text: str, assets: Assets) -> _Read:
    read = read_faulty(text, file, assets)
    subject = subject_of(text, read.placed, assets)
    return _Read(file, subject, read.placed.reading.findings, text, read.placed, read.faults, read.lost)


def _mended(read: _Read, assets: Assets) -> tuple[_Read, int]:
    """A source with its safe fixes carried out, until nothing more is to be mended."""
    count = 0
    for _ in range(_ROUNDS):
        assert read.placed is not None, "only a source is mended"
        alarms, *_rest = _alarms(read)
        text, done = mended(read.text, alarms, Placing(read.text, read.placed.body))
        if not done:
            break
        again = _of_source(read.file, text, assets)
        if again.faults:
            # A blank that makes a heading of a line may part marks that went on to the next one.
            break
        again.subject.words = read.subject.words
        read, count = replace(again, rules=read.rules, known=read.known), count + done
    return read, count


def _alarms(read: _Read) -> tuple[list[Alarm], list[Told]]:
    """The alarms of a file that it does not say are to be left alone; and what is told of its saying so."""
    alarms = [each for each in alarms_of(read.subject, read.rules) if each.place.field not in read.lost]
    if read.placed is None:
        return alarms, []
    ignored, faults = ignored_in(read.text, read.placed.body, read.file, read.known)
    told, unused = without_ignored(alarms, ignored, read.placed.body)
    looked = {rule.name for rule in read.rules}
    beside = [_of_fault(fault, read.file) for fault in faults]
    for each in unused:
        if each.rule in looked and not read.known[each.rule].across:
            message = f"'{each.rule}' is left alone here and is not found; take the comment out"
            beside.append(Told(read.file, "ignore-unused", Level.WARNING, message, each.line))
    return told, beside


def _told(read: _Read) -> list[Told]:
    alarms, beside = _alarms(read)
    placing = Placing(read.text, read.placed.body) if read.placed is not None else None
    told = [_of_alarm(alarm, read, placing) for alarm in alarms] + beside
    told += [_of_fault(fault, read.file) for fault in read.faults]
    told += [_of_finding(finding) for finding in read.findings if finding.kind == "warning"]
    return sorted(told, key=lambda each: (each.line or 0, each.column or 0, each.code)) if placing else told


def _across(read: Sequence[_Read], listed: Mapping[str, Session]) -> Iterator[Told]:
    """What the records of a folder say of one another, but for what a source says is to be left alone."""
    by_file = {each.file: each for each in read}
    named = [Named(each.file, each.subject, _session_of(each, listed)) for each in read]
    for file, alarm in alarms_across(named, {each.file: each.rules for each in read}):
        each = by_file[file]
        if alarm.place.field in each.lost:
            continue
        if each.placed is None:
            yield _of_alarm(alarm, each, None)
            continue
        ignored, _ = ignored_in(each.text, each.placed.body, file, each.known)
        kept, _ = without_ignored([alarm], ignored, each.placed.body)
        yield from (_of_alarm(one, each, Placing(each.text, each.placed.body)) for one in kept)


def _session_of(read: _Read, listed: Mapping[str, Session]) -> Session | None:
    """What the source of the session in the folder of a record says, if it is that of the record's session."""
    session, record = listed.get(str(Path(read.file).parent)), read.subject.record
    if session is None or (session.number, session.body) not in {
        (number, body) for number in (None, record.session) for body in (None, record.body)
    }:
        return None
    return session


def _of_alarm(alarm: Alarm, read: _Read, placing: Placing | None) -> Told:
    rule, place = alarm.rule, alarm.place
    told = Told(
        read.file,
        rule.name,
        rule.level,
        alarm.message,
        number=place.number,
        found=alarm.found,
        new=alarm.new,
        fixing=alarm.fixing,
        source=rule.source,
    )
    if placing is None or read.placed is None:
        return told
    found = place_in_file(alarm, placing)
    if found is not None:
        line, column = placing.line_and_column(found[0])
        return replace(told, line=line, column=column, end=placing.line_and_column(max(found[1], found[0])))
    if place.at is not None:
        return replace(told, line=placing.line_of(place.at.block, place.at.note))
    line, columns = read.placed.front.lines.get(place.field, 1), read.placed.front.columns.get(place.field)
    if columns is None:
        return replace(told, line=line)
    return replace(told, line=line, column=columns[0], end=(line, columns[1] + 1))


def _of_fault(fault: Fault, file: str) -> Told:
    span = fault.span
    column = span.columns[0] if span.columns else None
    return Told(span.file or file, fault.code, Level.ERROR, fault.message, span.line, column)


def _of_finding(finding: Finding) -> Told:
    span = finding.span
    return Told(span.file, finding.code, Level.WARNING, f"{finding.field}: {finding.reason}", span.line)
