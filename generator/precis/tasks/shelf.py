"""The records of a folder and those below it, each as the rows of its paragraphs and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from precis.archive.fact_rows import fact_rows
from precis.archive.rows import Cover, Row, cover_of, rows_of
from precis.archive.subjects import Subjects, subjects_of
from precis.assets import Assets
from precis.facts.record import RecordFacts, facts_of, label_of
from precis.language.tongues import iso_codes
from precis.model import Fault, Finding, PrecisError
from precis.reading.files import read_file
from precis.source.kinds import Form
from precis.tasks.below import files_below, may_be_record, read_each
from precis.tasks.gather import passed_over
from precis.tasks.made import SOURCES, check_holds_record, kind_of_file, without_records
from precis.tasks.named import made_of_records
from precis.tasks.progress import Progress, silent
from precis.tasks.workers import PROCESSES, Crew
from precis.writers.style import load_style

__all__ = ["Shelved", "address_of", "holds_record", "once", "order", "record_files", "shelved", "shelved_facts"]


@dataclass(frozen=True, slots=True)
class Shelved:
    """What one file gives: its cover, its rows, what each row is about, and its facts; or why it gives nothing.

    A file without a cover has faults, or is passed over with a word in `told`, if it is not the source of the session.
    """

    file: str
    cover: Cover | None = None
    rows: tuple[Row, ...] = ()
    subjects: tuple[Subjects, ...] = ()
    facts: tuple[tuple[str | int | None, ...], ...] = ()
    faults: tuple[Fault, ...] = ()
    told: tuple[Finding, ...] = ()


def address_of(assets: Assets) -> str:
    """The pattern of the address where a record is published, by the usual house style."""
    address: str = load_style(assets.house, assets).first_foot["qr_address"]
    return address


def record_files(folder: str) -> list[str]:
    """The files of a folder and those below that may hold records, sources first; PrecisError if there are none."""
    found = filter(holds_record, files_below(folder)) if Path(folder).is_dir() else ()
    files = sorted(found, key=order)
    if not files:
        raise PrecisError([without_records(folder)])
    return files


def holds_record(file: str) -> bool:
    """Whether a file may hold a record, by its name, and is no digest of precis."""
    return may_be_record(file) and not made_of_records(_stem(file))


def order(file: str) -> tuple[bool, str]:
    """By which the file is chosen that is read of two with one record: sources first, then by name."""
    return not file.lower().endswith(SOURCES), file


def _stem(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]


def shelved(
    files: Sequence[str],
    assets: Assets,
    address: str,
    progress: Progress[Shelved] = silent,
    crew: Crew = PROCESSES,
) -> Iterator[Shelved]:
    """What each of some files gives, in their order, read by a crew.

    `address` is the pattern of the address of a published document.
    """
    read = read_each(files, assets, partial(_read, assets=assets, address=address), _broken, crew)
    return iter(progress(read, len(files)))


def _broken(fault: Fault) -> Shelved:
    return Shelved(fault.span.file, faults=(fault,))


def once(found: Iterable[Shelved]) -> Iterator[Shelved]:
    """The same, where of two files with the record of one symbol in one language the second gives no rows."""
    first: dict[tuple[str, str], str] = {}
    for each in found:
        key = (each.cover.symbol, each.cover.language) if each.cover is not None else ("", "")
        if key[0] and key in first:
            reason = f"{first[key]} is a record of the same symbol, and is read"
            yield Shelved(each.file, told=(passed_over(each.file, reason),))
            continue
        first.setdefault(key, each.file)
        yield each


def _read(file: str, assets: Assets, address: str) -> Shelved:
    """What one file gives, as a process of its own makes it."""
    try:
        kind = kind_of_file(file, assets)
        if kind.form is Form.SESSION:
            # It belongs beside the records, and nobody takes it for one.
            return Shelved(file)
        if kind.form is not Form.RECORD:
            return Shelved(file, told=(passed_over(file, f"it is '{kind.name}', which is no record"),))
        reading = read_file(file, assets)
        check_holds_record(reading.record, file)
        counted = any(finding.code == "number-counted" for finding in reading.findings)
        facts = facts_of(reading.record, assets, file, computed=counted)
    except PrecisError as error:
        return Shelved(file, faults=tuple(fault.of(file) for fault in error.faults))
    return replace(shelved_facts(facts, label_of(reading.record, file), address, assets), file=file)


def shelved_facts(facts: RecordFacts, label: str, address: str, assets: Assets) -> Shelved:
    """What the facts of a record give, whose name is `label` where it has no symbol."""
    cover = cover_of(facts.record, label, address, iso_codes(assets))
    rows = tuple(rows_of(facts))
    return Shelved("", cover, rows, tuple(subjects_of(rows, facts)), tuple(fact_rows(facts, cover)))
