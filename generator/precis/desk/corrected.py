"""The corrections that were chosen, and the document that is made of them: written together, or nothing is.

The source of the corrections and a reissued record are put into the folder of the records, documents where the desk
builds. Nobody's work is written over: a source only in the version that was read.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from precis.corrections.source import Corrected, CorrectionsSource, print_corrections, read_corrections
from precis.desk.actions import BUILT, Done, done
from precis.desk.folder import ABSENT, SOURCE, ConflictError, Folder
from precis.model import PrecisError, Record
from precis.reading.files import read_file
from precis.source.front import print_front
from precis.source.kinds import CORRECTIONS
from precis.source.values import read_date
from precis.tasks.correct import corrected_record, corrigendum_of, memorandum_of, reissue_of
from precis.tasks.kept import edited
from precis.tasks.made import Made
from precis.tasks.named import records_beside
from precis.tasks.rendering import Settings, rendered
from precis.tasks.storing import Waiting

__all__ = ["WHAT", "Chosen", "corrected", "free_name"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Corrections that were chosen of a comparison, as a source of corrections writes each.

    `path` is the record in the folder, in its `version`. `by` and `requested_on` say who asks for them and when; `on`
    is the date of the document; dates are as 2024-12-20, "" for none. They are to stand in `file`, which has
    `file_version`.
    """

    path: str
    version: str
    items: tuple[str, ...]
    what: str
    by: str = ""
    requested_on: str = ""
    on: str = ""
    file: str = ""
    file_version: str = ABSENT


def _memorandum(corrected: Corrected, settings: Settings, on: dt.date | None) -> Made:
    del on
    made = memorandum_of(corrected, settings.house, settings.assets)
    return replace(made, views=made.views[:1])


def _marked(corrected: Corrected, settings: Settings, on: dt.date | None) -> Made:
    del on
    made = memorandum_of(corrected, settings.house, settings.assets)
    return replace(made, views=made.views[1:])


def _corrigendum(corrected: Corrected, settings: Settings, on: dt.date | None) -> Made:
    corrected_record(corrected, settings.assets)
    return corrigendum_of([corrected], settings.house, settings.assets, on)


def _reissue(corrected: Corrected, settings: Settings, on: dt.date | None) -> Made:
    return reissue_of(corrected, settings.house, settings.assets, on)


WHAT: Mapping[str, Callable[[Corrected, Settings, dt.date | None], Made]] = MappingProxyType(
    {"memorandum": _memorandum, "marked": _marked, "corrigendum": _corrigendum, "reissue": _reissue}
)
"""What can be made of corrections, by its name, with what makes it."""


def free_name(folder: Folder, path: str) -> str:
    """The name of a file for the corrections of a record that is not there yet: "590-corrections.md"."""
    stem = path.removesuffix(SOURCE)
    names = (f"{stem}-corrections{'' if number == 1 else f'-{number}'}{SOURCE}" for number in range(1, 1000))
    return next(name for name in names if folder.version(name) == ABSENT)


def corrected(root: Path, chosen: Chosen, output: Path, settings: Settings) -> Done:
    """Write the corrections that were chosen, and what is made of them, and tell which files these are.

    Raises ConflictError where the record or the file of the corrections is no longer the one that was read, and
    PrecisError with all that is wrong; then nothing is written.
    """
    folder, assets = Folder(root), settings.assets
    for name, version in ((chosen.path, chosen.version), (chosen.file, chosen.file_version)):
        if folder.version(name) != version:
            raise ConflictError(None if folder.version(name) == ABSENT else folder.read(name))
    file = folder.path(chosen.file)
    record = read_file(os.path.relpath(folder.path(chosen.path)), assets).record
    text = print_corrections(_source(chosen, record))
    of_record = Corrected(record, read_corrections(text, chosen.file), chosen.file)
    made = WHAT[chosen.what](of_record, settings, _day(chosen.on))
    document = rendered(made, chosen.file, records_beside(output), settings, assets)
    sources = [(file.relative_to(folder.root).as_posix(), text.encode())]
    sources += [each for each in document.files if each[0].endswith(SOURCE)]
    documents = [each for each in document.files if not each[0].endswith(SOURCE)]
    _store(folder, sources, output, documents)
    written = (*(name for name, _ in sources), *(f"{BUILT}{name}" for name, _ in documents))
    return done(written, document.warnings, folder) | {
        "file": sources[0][0],
        "file_version": folder.version(sources[0][0]),
    }


def _source(chosen: Chosen, record: Record) -> CorrectionsSource:
    """The source of the corrections that were chosen."""
    asked = {"requested_by": " ".join(chosen.by.split()), "requested_on": chosen.requested_on}
    front = print_front({"document": CORRECTIONS, **{key: value for key, value in asked.items() if value}})
    return replace(
        read_corrections(f"{front}\n{''.join(chosen.items)}", chosen.file),
        symbol=record.symbol,
        issued=record.issued,
        record=Path(os.path.relpath(chosen.path, Path(chosen.file).parent)).as_posix(),
    )


def _day(text: str) -> dt.date | None:
    """The date of the document; None if it is not said."""
    try:
        return read_date(text) if text else None
    except ValueError as error:
        raise PrecisError.one("field-value", f"on: {error}") from error


def _store(
    folder: Folder, sources: Sequence[tuple[str, bytes]], output: Path, documents: Sequence[tuple[str, bytes]]
) -> None:
    """Write sources into the folder and documents into the output, all or none."""
    own = sources[0][0]
    faults = [fault for name, data in sources if name != own for fault in edited(name, data, folder.root)]
    faults += [fault for name, data in documents for fault in edited(name, data, output)]
    if faults:
        raise PrecisError(faults)
    with Waiting(folder.root) as of_sources, Waiting(output) as of_documents:
        for name, data in sources:
            of_sources.add(name, data)
        for name, data in documents:
            of_documents.add(name, data)
        of_documents.move()
        of_sources.move()
