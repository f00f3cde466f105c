"""Looking through one file: what the rules of the house say of it, and what is mended; to be sent, and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from precis.assets import Assets
from precis.checks import Alarm, Fixing, Level, Rule, Subject, alarms_of, load_rules, rules_for
from precis.checks.ignored import ignored_in, without_ignored
from precis.checks.mending import mended, place_in_file
from precis.model import Fault, FileSpan, Finding, PrecisError, Record, Session
from precis.reading.files import read_bytes, read_file, read_text
from precis.source.front import begins_with_front, line_of_item
from precis.source.kinds import WRITTEN, Form
from precis.source.placing import Placing
from precis.source.record import Placed, read_faulty
from precis.source.session import read_session
from precis.tasks.made import check_holds_record, file_broken, is_amendment, kind_of_file, may_be_source
from precis.tasks.slips import subject_of

__all__ = ["Looked", "ReadFile", "Told", "Wanted", "broken", "look", "look_at_text", "told_of_alarm"]

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
class Looked:
    """What looking through a file gave: what is told of it, its record and places, and its mended text.

    `session` is what the source of a session says. A file of another kind gives nothing. `mended` is how many places
    were.
    """

    told: tuple[Told, ...] = ()
    session: Session | None = None
    record: Record | None = None
    text: str = ""
    placed: Placed | None = None
    lost: frozenset[str] = frozenset()
    mended: int = 0
    unread: bool = False

    @property
    def lasts(self) -> bool:
        """Whether it is the same each time: a file that was not read may be, and what was mended is."""
        return not (self.unread or self.mended)

    def read(self, file: str, assets: Assets, wanted: Wanted) -> ReadFile | None:
        """The file under its rules, for those that compare records; None for one without a record."""
        if self.record is None:
            return None
        subject = Subject(self.record, assets) if self.placed is None else subject_of(self.text, self.placed, assets)
        return _under_rules(ReadFile(file, subject, (), self.text, self.placed, (), self.lost), assets, wanted)


@dataclass
class ReadFile:
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


def look(file: str, assets: Assets, wanted: Wanted, *, alone: bool) -> Looked:
    """Look through a file; `alone` says that it was named, and not its folder, so that it has to be a record.

    With `fix`, safe fixes are carried out in the text that is given.
    """
    try:
        read = _read(file, assets, alone=alone)
    except PrecisError as error:
        return Looked(tuple(_of_fault(fault, file) for fault in error.faults), unread=True)
    if isinstance(read, Session):
        return Looked(session=read)
    if read is None:
        return Looked()
    read, told, count = _under_rules(read, assets, wanted), [], 0
    if wanted.fix and read.faults:
        told.append(Told(file, "fix-faulty", Level.WARNING, _FAULTY))
    elif wanted.fix and read.placed is not None:
        read, count = _mended(read, assets)
    if wanted.fix and read.placed is None:
        told.append(Told(file, "fix-no-source", Level.WARNING, _NO_SOURCE))
    told.extend(_told(read))
    return Looked(tuple(told), None, read.subject.record, read.text, read.placed, read.lost, count)


def look_at_text(file: str, text: str, assets: Assets, wanted: Wanted) -> Looked:
    """Look through the text of a source that is being written, and will stand in a file; else as `look`."""
    try:
        read = _under_rules(_of_source(file, text, assets), assets, wanted)
    except PrecisError as error:
        return Looked(tuple(_of_fault(fault, file) for fault in error.faults), unread=True)
    return Looked(tuple(_told(read)), None, read.subject.record, read.text, read.placed, read.lost)


def broken(file: str) -> Looked:
    """What a file gives that broke the process that read it."""
    return Looked((_of_fault(file_broken(file), file),), unread=True)


def _under_rules(read: ReadFile, assets: Assets, wanted: Wanted) -> ReadFile:
    """The file with the rules that it is held to, and the words that are left alone in it."""
    read.subject.words = wanted.words
    read.known = load_rules(assets, read.subject.record.language)
    read.rules = rules_for(read.known, read.subject.year, wanted.select, wanted.ignore)
    return read


_FAULTY = "has faults, and --fix mends nothing before they are put right"
_NO_SOURCE = "is no source, and --fix mends sources alone: make one with precis parse, and check that"


def _read(file: str, assets: Assets, *, alone: bool) -> ReadFile | Session | None:
    """A file with its record; what the source of a session says; None for a corrigendum that is right.

    None also for a source of another kind in a folder.
    """
    if is_amendment(file):
        from precis.language.tongues import iso_codes
        from precis.source.akn.amendment import check_amendment

        check_amendment(read_bytes(file), file, tuple(iso_codes(assets).values()))
        return None
    kind = kind_of_file(file, assets, *(WRITTEN if alone else Form))
    if kind.form is Form.SESSION:
        return read_session(read_text(file), file, assets).session
    if kind.form not in (WRITTEN if alone else (Form.RECORD,)):
        kind_of_file(file, assets)
        return None
    if may_be_source(file) and begins_with_front(text := read_text(file)):
        return _of_source(file, text, assets)
    reading = read_file(file, assets)
    check_holds_record(reading.record, file)
    # The rules tell what is wrong with the text; of the cover, they know what was made of it, and not what stood there.
    of_cover = tuple(finding for finding in reading.findings if finding.field != "text")
    return ReadFile(file, Subject(reading.record, assets), of_cover)


def _of_source(file: str, text: str, assets: Assets) -> ReadFile:
    read = read_faulty(text, file, assets, forms=WRITTEN)
    subject = subject_of(text, read.placed, assets)
    return ReadFile(file, subject, read.placed.reading.findings, text, read.placed, read.faults, read.lost)


def _mended(read: ReadFile, assets: Assets) -> tuple[ReadFile, int]:
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


def _alarms(read: ReadFile) -> tuple[list[Alarm], list[Told]]:
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


def _told(read: ReadFile) -> list[Told]:
    alarms, beside = _alarms(read)
    placing = Placing(read.text, read.placed.body) if read.placed is not None else None
    told = [told_of_alarm(alarm, read, placing) for alarm in alarms] + beside
    told += [_of_fault(fault, read.file) for fault in read.faults]
    told += [_of_finding(finding) for finding in read.findings if finding.kind == "warning"]
    return sorted(told, key=lambda each: (each.line or 0, each.column or 0, each.code)) if placing else told


def told_of_alarm(alarm: Alarm, read: ReadFile, placing: Placing | None) -> Told:
    """What is told of an alarm in a file, with its place in the source, whose texts `placing` finds."""
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
    front = read.placed.front
    # A field that is not there would stand above the line with which the front matter ends.
    line, columns = front.lines.get(place.field, front.end if place.field else 1), front.columns.get(place.field)
    below = line_of_item(read.text.split("\n"), line, alarm.found)
    if below is not None:
        return replace(told, line=below)
    if columns is None:
        return replace(told, line=line)
    return replace(told, line=line, column=columns[0], end=(line, columns[1] + 1))


def _of_fault(fault: Fault, file: str) -> Told:
    span = fault.span
    column = span.columns[0] if span.columns else None
    return Told(span.file or file, fault.code, Level.ERROR, fault.message, span.line, column)


def _of_finding(finding: Finding) -> Told:
    span = finding.span
    said = str(replace(finding, span=FileSpan())).removeprefix("warning: ")
    return Told(span.file, finding.code, Level.WARNING, said, span.line)
