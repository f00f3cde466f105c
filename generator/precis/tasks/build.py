"""From sources to documents: read, view, page, file; all of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.documents.view import View
from precis.model import Fault, FileSpan, Finding, PrecisError, Reading
from precis.reading.files import read_file, read_text
from precis.source.front import begins_with_front
from precis.source.kinds import Form, Kind
from precis.source.record import read_faulty
from precis.tasks.circumstances import digest_of
from precis.tasks.housed import housed, printed_by
from precis.tasks.kept import edited, store
from precis.tasks.ledger import Built, Entry
from precis.tasks.made import Made, Maker, check_holds_record, file_broken, kind_of_file, may_be_source, without_sources
from precis.tasks.named import candidates, records_beside
from precis.tasks.rendering import Document, Settings, rendered
from precis.tasks.slips import slips_of
from precis.tasks.storing import Waiting, take_away_left
from precis.tasks.workers import PROCESSES, Crew, mapped
from precis.writers.style import HouseStyle

__all__ = ["FORMS", "Built", "Stored", "build", "build_made", "documents_of", "sources_in", "stored_of_all"]


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that was written: the digests of its files by their names, and the rest of `Document`."""

    files: Mapping[str, str]
    warnings: tuple[Finding, ...]
    of_others: bool


def documents_of(source: str, style: HouseStyle, assets: Assets) -> Made:
    """The maker of what a source says that it is. Raises PrecisError for a kind that another command takes."""
    kind = kind_of_file(source, assets, Form.RECORD, Form.DIGEST)
    if kind.form is Form.DIGEST:
        # What makes digests is loaded only for digests.
        from precis.tasks.digest import from_source

        return from_source(source, style, assets)
    reading, slips = _read(source, assets)
    style, assets = housed(reading.record, style, assets)
    view = printed_by(summary_record(reading.record, assets, style.first_foot["qr_address"]), style, assets)
    return Made((_set_in(view, kind),), (*reading.findings, *slips))


def _read(source: str, assets: Assets) -> tuple[Reading, tuple[Finding, ...]]:
    """The record of a file, and of a source of ours what its rules tell when it is built."""
    if (
        Path(source).suffix.lower() != ".json"
        and may_be_source(source)
        and begins_with_front(text := read_text(source))
    ):
        read = read_faulty(text, source, assets)
        slips = tuple(slips_of(source, text, read.placed, assets, read.lost))
        if read.faults:
            raise PrecisError(read.faults, (*read.placed.reading.findings, *slips))
        return read.placed.reading, slips
    reading = read_file(source, assets)
    check_holds_record(reading.record, source)
    return reading, ()


def _set_in(view: View, kind: Kind) -> View:
    """A view of a record, in the page of its kind and with files named for it."""
    if not kind.page:
        return view
    stem, dash, language = view.stem.rpartition("-")
    return replace(view, template=kind.page, stem=f"{stem}-{kind.file}{dash}{language}", record=None)


def sources_in(names: Sequence[str], assets: Assets, known: Mapping[str, Entry] = MappingProxyType({})) -> list[str]:
    """The files that are named, and in the place of a folder the sources in it of which documents are built.

    What is `known` of a file says whether it is one: it is not read for that. Raises PrecisError for a folder that has
    none.
    """

    def is_built(file: str) -> bool:
        return bool(known[file].files) if file in known else kind_of_file(file, assets).form in FORMS

    found: list[str] = []
    for name in names:
        if not Path(name).is_dir():
            found.append(name)
            continue
        built = list(filter(is_built, candidates(name)))
        if not built:
            raise PrecisError([without_sources(name)])
        found.extend(built)
    return found


FORMS = (Form.RECORD, Form.DIGEST)
"""The forms of source that `documents_of` builds."""


def build(
    sources: Sequence[str], folder: Path, settings: Settings, maker: Maker = documents_of, crew: Crew = PROCESSES
) -> Built:
    """Build what `maker` makes of all `sources` into `folder`.

    Raises PrecisError with the faults of all of them; then nothing is written. Several sources are built by a crew.
    """
    stored = stored_of_all(sources, folder, settings, maker, crew=crew)
    paths = tuple(folder / name for each in stored for name in each.files)
    return Built(paths, tuple(text for each in stored for text in each.warnings))


def stored_of_all(
    sources: Sequence[str],
    folder: Path,
    settings: Settings,
    maker: Maker = documents_of,
    kept: Sequence[str] = (),
    crew: Crew = PROCESSES,
) -> list[Stored]:
    """Write what `maker` makes of each of the sources into `folder`, beside the files that are `kept` there.

    Each document is written as it comes, and all are moved to their places at the end. Raises PrecisError with the
    faults of all of them; then nothing is written.
    """
    stored: list[Stored] = []
    faults: list[Fault] = []
    findings: list[Finding] = []
    edited_there: list[Fault] = []
    take_away_left(folder)
    with Waiting(folder) as waiting:
        for outcome in _outcomes(sources, folder, settings, maker, crew):
            if isinstance(outcome, PrecisError):
                faults.extend(outcome.faults)
                findings.extend(outcome.findings)
                continue
            stored.append(_stored(outcome))
            for name, data in outcome.files:
                if not settings.force:
                    edited_there.extend(edited(name, data, folder))
                if not (faults or edited_there or settings.dry_run):
                    waiting.add(name, data)
        faults.extend(_same_names([*kept, *(name for each in stored for name in each.files)]))
        if faults:
            told = (finding for each in stored for finding in each.warnings)
            raise PrecisError(dict.fromkeys(faults), (*told, *findings))
        if edited_there:
            raise PrecisError(edited_there)
        if not settings.dry_run:
            waiting.move()
    return stored


def _stored(document: Document) -> Stored:
    files = {name: digest_of(data) for name, data in document.files}
    return Stored(files, document.warnings, document.of_others)


def build_made(made: Made, folder: Path, settings: Settings) -> Built:
    """Build the documents of what was made already, of several sources together, into `folder`."""
    document = rendered(made, "", records_beside(folder), settings, settings.assets)
    paths = store(document.files, folder, force=settings.force, dry=settings.dry_run)
    return Built(paths, document.warnings)


_Job = tuple[str, tuple[str, ...], Settings, Maker]
"""A source, the files beside which its documents will stand, how they are built and who makes them."""


def _outcomes(
    sources: Sequence[str], folder: Path, settings: Settings, maker: Maker, crew: Crew
) -> Iterator[Document | PrecisError]:
    beside = records_beside(folder)
    how = settings if crew.here else settings.absolute
    jobs: list[_Job] = [(source, beside, how, maker) for source in sources]
    if crew.here and jobs:
        # What the first loads and learns, the processes that begin as copies of this one need not.
        yield _attempt(jobs[0])
        del jobs[0]
    few = 1 if (os.cpu_count() or 1) > 1 else len(jobs)
    yield from mapped(_attempt, jobs, _broken, crew, few, file_of=_source_of)


def _attempt(job: _Job) -> Document | PrecisError:
    source, beside, settings, maker = job
    try:
        assets = settings.assets
        return rendered(maker(source, settings.house, assets), source, beside, settings, assets)
    except PrecisError as error:
        return PrecisError((fault.of(source) for fault in error.faults), error.findings)


def _source_of(job: _Job) -> str:
    return job[0]


def _broken(job: _Job) -> PrecisError:
    return PrecisError([file_broken(job[0])])


def _same_names(names: list[str]) -> list[Fault]:
    return [
        Fault(FileSpan(name), "file-twice", "two sources make this file; give each record its own symbol")
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
