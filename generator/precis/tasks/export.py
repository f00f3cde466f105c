"""From a folder of records to tables of their paragraphs and facts, with a data dictionary beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from precis.archive.columns import FACTS, PARAGRAPHS
from precis.assets import Assets
from precis.model import Fault, FileSpan, Finding, PrecisError
from precis.tasks.kept import store
from precis.tasks.progress import Progress, silent
from precis.tasks.shelf import Shelved, once, record_files, shelved
from precis.writers.tables import DICTIONARY, TABLE_FORMATS, Written, data_dictionary

__all__ = ["Exported", "export", "tables_of"]


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, how many records and paragraphs they hold, and what was told; `faults` of files."""

    paths: tuple[Path, ...]
    records: int
    paragraphs: int
    told: tuple[Finding, ...]
    faults: tuple[Fault, ...]


def export(
    folder: str,
    target: Path,
    form: str,
    assets: Assets,
    address: str,
    progress: Progress[Shelved] = silent,
    *,
    dry: bool = False,
) -> Exported:
    """Write the tables of a folder of records into `target`, in one of the forms of `TABLE_FORMATS`; nothing if `dry`.

    A file that cannot be read has its faults told, and the others are written. Raises PrecisError for a folder without
    records, and if none of them can be read.
    """
    found = list(once(shelved(record_files(folder), assets, address, progress)))
    faults = tuple(fault for each in found for fault in each.faults)
    if not any(each.cover for each in found):
        raise PrecisError(faults or [Fault(FileSpan(folder), "no-records", "holds no summary record")])
    written = tables_of(found, form)
    dictionary = data_dictionary(TABLE_FORMATS[form], (PARAGRAPHS, FACTS))
    paths = store([*written.files, (DICTIONARY, dictionary)], target, dry=dry)
    told = [finding for each in found for finding in each.told]
    if written.harmless:
        reason = (
            f"{written.harmless} cells begin as a formula does; each has an apostrophe before it, so that none is run"
        )
        told.append(Finding("cells-harmless", FileSpan(str(paths[0].parent)), "file", reason))
    count = sum(each.cover is not None for each in found)
    return Exported(paths, count, sum(len(each.rows) for each in found), tuple(told), faults)


def tables_of(found: Iterable[Shelved], form: str) -> Written:
    """The files of the two tables of some records, in the order of days and symbols."""
    shelf = [(each.cover, each) for each in found if each.cover is not None]
    shelf.sort(key=lambda each: (each[0].date or "", each[0].symbol, each[0].record_uri))
    paragraphs = [row.cells(cover) for cover, each in shelf for row in each.rows]
    facts = [row for _, each in shelf for row in each.facts]
    return TABLE_FORMATS[form].write(((PARAGRAPHS, paragraphs), (FACTS, facts)))
