"""What a source is made into, and what it says that it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from precis.assets import Assets
from precis.model import Fault, Faults, FileSpan, Finding, PrecisError, Record
from precis.reading.files import ENDINGS, STANDARD_INPUT, read_bytes, read_text
from precis.source.front import begins_with_front, split_front
from precis.source.kinds import CORRECTIONS, KINDS, SUMMARY_RECORD, Form, Kind, check_document, kinds
from precis.tasks.named import NOT_RECORDS, OF_PROGRAMS, SOURCES

if TYPE_CHECKING:
    from precis.documents.view import View
    from precis.writers.style import HouseStyle

__all__ = [
    "NOT_RECORDS",
    "OF_PROGRAMS",
    "SOURCES",
    "Made",
    "Maker",
    "check_holds_record",
    "check_is_record",
    "file_broken",
    "is_amendment",
    "kind_of_file",
    "may_be_source",
    "without_records",
    "without_sources",
]

_MANY, _TIMES = 40, 2
"""So many lines, and so many times its paragraphs, of a published record are not left over, damaged as it may be."""
_FEW = 3
"""How many folders are named, at most."""


@dataclass(frozen=True, slots=True)
class Made:
    """What one source is made into: the views of its documents, files that are ready, what its reader should know.

    `of_others` says that it hangs on other files too, those that its source names.
    """

    views: tuple[View, ...]
    warnings: tuple[Finding, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    of_others: bool = False


Maker = Callable[[str, "HouseStyle", Assets], Made]
"""Reads the source of that name and makes its views; at the top of a module, so that processes can be sent it."""


def may_be_source(file: str) -> bool:
    """Whether a file may be a source of ours, by its name: what stands on standard input may."""
    return file == STANDARD_INPUT or Path(file).suffix.lower() in SOURCES


def is_amendment(file: str) -> bool:
    """Whether a file is a corrigendum as Akoma Ntoso."""
    if not file.lower().endswith(".xml"):
        return False
    from precis.source.akn.amendment import begins_amendment

    return begins_amendment(read_bytes(file))


def check_holds_record(record: Record, file: str) -> None:
    """Raise PrecisError if what was read of a file has nothing by which a summary record is known."""
    if record.meeting is None and record.held is None and record.opening is None and record.closing is None:
        message = "has nothing of a summary record: no symbol, title, date of a meeting, opening or closing line"
        raise PrecisError.one("no-record", message, FileSpan(file))


def check_is_record(record: Record, findings: Iterable[Finding], file: str) -> None:
    """Raise PrecisError, too, if little of a file is the text of a record: it may speak of records, with examples."""
    check_holds_record(record, file)
    unread = sum(finding.kind == "unread" for finding in findings)
    if unread > _MANY and unread > _TIMES * len(record.paragraphs):
        message = (
            f"is no summary record: {unread} lines of it are no part of one, beside {len(record.paragraphs)} paragraphs"
        )
        raise PrecisError.one("no-record", message, FileSpan(file))


def file_broken(file: str) -> Fault:
    """The fault of a file that ended the process that read it."""
    return Fault(FileSpan(file), "file-broken", "broke the program that reads it; it is damaged, or made to do harm")


def without_records(folder: str) -> Fault:
    """The fault of a folder that holds no records. Folders in it that may hold some are named."""
    advice = _below(folder, ENDINGS) or f"put files there that end in {', '.join(ENDINGS)}, or name another folder"
    return Fault(FileSpan(folder), "no-records", f"holds no records; {advice}")


def without_sources(folder: str) -> Fault:
    """The fault of a folder that holds no source of which documents are built; those in it that may are named."""
    advice = _below(folder, SOURCES) or "name a folder that has, or a file"
    return Fault(FileSpan(folder), "no-records", f"has no source of a record or a digest; {advice}")


def _below(folder: str, endings: Collection[str]) -> str:
    """Which folders to name in the place of one, since they hold files with these endings; nothing if none does."""
    files = (each for each in Path(folder).rglob("*") if each.suffix.lower() in endings)
    below = {str(each.parent) for each in files if each.name.lower() not in NOT_RECORDS} - {str(Path(folder))}
    if len(below) > _FEW:
        return f"name the folder of one session, such as {min(below)}"
    return f"name the folder of one session: {' or '.join(sorted(below))}" if below else ""


def kind_of_file(file: str, assets: Assets, *wanted: Form) -> Kind:
    """The kind of source that a file says it is; a file without front matter is a record, in whatever form.

    A corrigendum as Akoma Ntoso is told from a record where any form will do; a record that is wanted is read as one.

    Raises PrecisError if it cannot be read, or says what is no kind, or one of no form that is `wanted`. If none is
    named any form is; if one is, what is no kind is taken for the one it may have been meant for, and told as it is
    read.
    """
    if may_be_source(file):
        text = read_text(file)
        if begins_with_front(text):
            faults, of_front = Faults(file), Faults(file)
            front, _, _ = split_front(text, of_front)
            faults.columns = of_front.columns
            kind = check_document(front, faults, *(wanted or Form), known=kinds(assets))
            if not wanted:
                faults.check()
            return kind
    if not wanted and is_amendment(file):
        return KINDS[CORRECTIONS]
    return KINDS[SUMMARY_RECORD]
