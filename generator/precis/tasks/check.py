"""Checking: the files of a folder, or one, held to the rules of the house; and mended where there is one right text."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from precis.assets import Assets
from precis.checks import Fixing, Level, Rule, every_rule
from precis.checks.across import alarms_across
from precis.checks.beside import Named
from precis.checks.explain import explained as explanation_of
from precis.checks.ignored import ignored_in, without_ignored
from precis.model import Fault, FileSpan, PrecisError, Session
from precis.reading.files import ENDINGS
from precis.reading.office import prepare
from precis.source.placing import Placing
from precis.tasks.known import Known, remembered
from precis.tasks.looking import Looked, ReadFile, Told, Wanted, broken, look, told_of_alarm
from precis.tasks.made import NOT_RECORDS, OF_PROGRAMS, without_records
from precis.tasks.named import check_names
from precis.tasks.progress import Progress, silent
from precis.tasks.storing import write_files
from precis.tasks.workers import PROCESSES, Crew

__all__ = ["Checked", "Told", "Wanted", "check", "explained"]


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is told, in the order of files and lines; the files that were read, and how many places were mended.

    `fixed` says that safe fixes were carried out: what has a fix yet is left for a person to decide.
    """

    told: tuple[Told, ...]
    files: tuple[str, ...]
    mended: int = 0
    rules: Mapping[str, Rule] | None = None
    fixed: bool = False

    @property
    def left(self) -> int:
        """How many fixes `--fix` left for a person to decide."""
        return sum(self.leaves(each) for each in self.told)

    def leaves(self, told: Told) -> bool:
        """Whether `--fix` was asked to mend and left this for a person, who is told what to write."""
        return self.fixed and told.fixing is Fixing.ASK and told.new is not None

    def count(self, level: Level) -> int:
        """How many of a level are told."""
        return sum(each.level is level for each in self.told)


def explained(name: str, assets: Assets) -> str:
    """What is said of a rule; PrecisError if there is none of the name."""
    _check_names([name], assets)
    return explanation_of(every_rule(assets)[name])


_NEAR = 3
"""Of the rules that begin with a name that there is not, so many are told."""


def _check_names(names: Iterable[str], assets: Assets) -> None:
    """Raise PrecisError for names of which no rule is."""
    unknown = [name for name in names if name not in every_rule(assets)]
    faults = []
    for name in unknown:
        known = sorted(every_rule(assets))
        near = [each for each in known if each.startswith(name)][:_NEAR] or get_close_matches(name, known, 1)
        hint = f"did you mean {' or '.join(near)}?" if near else "docs/checks.md lists them"
        faults.append(Fault(FileSpan(), "unknown-rule", f"there is no rule '{name}'; {hint}"))
    if faults:
        raise PrecisError(faults)


def check(
    name: str,
    assets: Assets,
    wanted: Wanted,
    progress: Progress[Looked] = silent,
    crew: Crew = PROCESSES,
    known: Known | None = None,
) -> Checked:
    """What the rules tell of a file, or of the records of a folder, one by one and beside one another.

    What is `known` of files is not looked for again. With `fix`, safe fixes are carried out in the sources, all files
    or none; what is told is what is left. Raises PrecisError for what cannot be checked at all: no such file, a rule
    that there is not.
    """
    _check_names((*wanted.select, *wanted.ignore), assets)
    files, alone = _files(name), not Path(name).is_dir()
    told: list[Told] = []
    read: list[ReadFile] = []
    listed: dict[str, Session] = {}
    written: list[tuple[str, bytes]] = []
    count = 0
    prepare(files)
    work = partial(look, assets=assets, wanted=wanted, alone=alone)
    found = remembered(f"check {alone} {assets.body} {wanted}", work, files, broken, crew, known, _FEW)
    for file, each in zip(files, progress(found, len(files)), strict=True):
        told.extend(each.told)
        if each.session is not None:
            listed[str(Path(file).parent)] = each.session
        if each.mended:
            written.append((file, each.text.encode()))
        count += each.mended
        of_record = each.read(file, assets, wanted)
        if of_record is not None:
            read.append(of_record)
    told.extend(_across(read, listed))
    if written:
        write_files(written, Path())
    places = {file: place for place, file in enumerate(files)}
    told.sort(key=lambda each: places.get(each.file, len(files)))
    rules = {rule.name: rule for each in read for rule in each.known.values()}
    return Checked(tuple(told), tuple(files), count, rules, wanted.fix)


_FEW = 16
"""Up to so many files, beside the first, are looked through in this process: to begin others takes as long."""


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
    check_names(files)
    return files


def _across(read: Sequence[ReadFile], listed: Mapping[str, Session]) -> Iterator[Told]:
    """What the records of a folder say of one another, but for what a source says is to be left alone."""
    by_file = {each.file: each for each in read}
    named = [Named(each.file, each.subject, _session_of(each, listed)) for each in read]
    for file, alarm in alarms_across(named, {each.file: each.rules for each in read}):
        each = by_file[file]
        if alarm.place.field in each.lost:
            continue
        if each.placed is None:
            yield told_of_alarm(alarm, each, None)
            continue
        ignored, _ = ignored_in(each.text, each.placed.body, file, each.known)
        kept, _ = without_ignored([alarm], ignored, each.placed.body)
        yield from (told_of_alarm(one, each, Placing(each.text, each.placed.body)) for one in kept)


def _session_of(read: ReadFile, listed: Mapping[str, Session]) -> Session | None:
    """What the source of the session in the folder of a record says, if it is that of the record's session."""
    session, record = listed.get(str(Path(read.file).parent)), read.subject.record
    if session is None or (session.number, session.body) not in {
        (number, body) for number in (None, record.session) for body in (None, record.body)
    }:
        return None
    return session
