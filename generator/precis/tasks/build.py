"""From sources to documents: read, view, page, file; all of it or nothing."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from precis.assets import Assets, chosen
from precis.documents.summary_record import summary_record
from precis.documents.view import View
from precis.model import Fault, FileSpan, Finding, PrecisError, Reading
from precis.reading.files import read_bytes, read_file, read_text
from precis.source.front import begins_with_front
from precis.source.kinds import Form, Kind
from precis.source.record import read_faulty
from precis.tasks.beside import lead_to_records
from precis.tasks.kept import store
from precis.tasks.ledger import Built
from precis.tasks.made import Made, Maker, check_holds_record, kind_of_file, may_be_source, without_sources
from precis.tasks.named import candidates
from precis.tasks.slips import slips_of
from precis.tasks.workers import workers
from precis.writers.formats import USUAL, Extras, format_named
from precis.writers.marked import marked_page
from precis.writers.page import make_page
from precis.writers.style import HouseStyle, load_style

__all__ = [
    "Built",
    "Document",
    "Settings",
    "build",
    "build_made",
    "documents_of",
    "files_of",
    "made_of_all",
    "render",
    "sources_in",
]


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are built. Paths are as the user named them; the emblem is a PNG or SVG file.

    Word files that somebody changed are written over by `force` alone; with `dry_run` nothing is written. `body` is the
    treaty body of records that do not tell their own.
    """

    formats: tuple[str, ...] = USUAL
    style: str = "geneva"
    emblem: Path | None = None
    templates: Path | None = None
    reference: Path | None = None
    force: bool = False
    dry_run: bool = False
    body: str | None = None

    @property
    def assets(self) -> Assets:
        """The files of the user's folder of templates, if there is one, before ours, and the words of the house."""
        return chosen(self.templates, self.style, self.body)

    @property
    def house(self) -> HouseStyle:
        """The house style; PrecisError if there is none of its name."""
        return load_style(self.style, self.assets)

    @property
    def extras(self) -> Extras:
        """The files that the user adds, read; PrecisError for one that cannot be."""
        return Extras(
            read_bytes(self.emblem) if self.emblem else None, read_bytes(self.reference) if self.reference else None
        )


@dataclass(frozen=True, slots=True)
class Document:
    """The files of one source, by name, and its warnings; `of_others` says that it hangs on other files too."""

    files: tuple[tuple[str, bytes], ...]
    warnings: tuple[Finding, ...]
    of_others: bool = False


def documents_of(source: str, style: HouseStyle, assets: Assets) -> Made:
    """The maker of what a source says that it is. Raises PrecisError for a kind that another command takes."""
    kind = kind_of_file(source, assets, Form.RECORD, Form.DIGEST)
    if kind.form is Form.DIGEST:
        # What makes digests is loaded only for digests.
        from precis.tasks.digest import from_source

        return from_source(source, style, assets)
    reading, slips = _read(source, assets)
    view = summary_record(reading.record, assets, style.first_foot["qr_address"])
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


def sources_in(names: Sequence[str], assets: Assets) -> list[str]:
    """The files that are named, and in the place of a folder the sources in it of which documents are built.

    Raises PrecisError for a folder that has none.
    """
    found: list[str] = []
    for name in names:
        if not Path(name).is_dir():
            found.append(name)
            continue
        built = [each for each in candidates(name) if kind_of_file(each, assets).form in _BUILT]
        if not built:
            raise PrecisError([without_sources(name)])
        found.extend(built)
    return found


_BUILT = (Form.RECORD, Form.DIGEST)
"""The forms of source that `documents_of` builds."""


def build(sources: Sequence[str], folder: Path, settings: Settings, maker: Maker = documents_of) -> Built:
    """Build what `maker` makes of all `sources` into `folder`.

    Raises PrecisError with the faults of all of them; then nothing is written. Several sources are built in as many
    processes as there are cores.
    """
    documents = made_of_all(sources, folder, settings, maker)
    paths = store(files_of(documents), folder, force=settings.force, dry=settings.dry_run)
    return Built(paths, tuple(text for document in documents for text in document.warnings))


def made_of_all(
    sources: Sequence[str], folder: Path, settings: Settings, maker: Maker = documents_of, kept: Sequence[str] = ()
) -> list[Document]:
    """What `maker` makes of each of the sources, to stand in `folder` beside the files that are `kept` there.

    Raises PrecisError with the faults of all of them.
    """
    documents: list[Document] = []
    faults: list[Fault] = []
    findings: list[Finding] = []
    for outcome in _outcomes(sources, folder, settings, maker):
        if isinstance(outcome, PrecisError):
            faults.extend(outcome.faults)
            findings.extend(outcome.findings)
        else:
            documents.append(outcome)
    faults.extend(_same_names([*kept, *(name for name, _ in files_of(documents))]))
    if faults:
        told = (finding for document in documents for finding in document.warnings)
        raise PrecisError(dict.fromkeys(faults), (*told, *findings))
    return documents


def files_of(documents: Iterable[Document]) -> list[tuple[str, bytes]]:
    """The files of documents, by name, in their order."""
    return [file for document in documents for file in document.files]


def build_made(made: Made, folder: Path, settings: Settings) -> Built:
    """Build the documents of what was made already, of several sources together, into `folder`."""
    document = _rendered(made, "", folder, settings, settings.assets)
    paths = store(document.files, folder, force=settings.force, dry=settings.dry_run)
    return Built(paths, document.warnings)


def _outcomes(
    sources: Sequence[str], folder: Path, settings: Settings, maker: Maker
) -> Iterable[Document | PrecisError]:
    jobs = [(source, folder, settings, maker) for source in sources]
    if len(jobs) < 3 or (os.cpu_count() or 1) == 1:
        return map(_attempt, jobs)
    # What the first loads and learns, the processes that begin as copies of this one need not.
    first = _attempt(jobs[0])
    with workers() as pool:
        return [first, *pool.map(_attempt, jobs[1:])]


def _attempt(job: tuple[str, Path, Settings, Maker]) -> Document | PrecisError:
    source, folder, settings, maker = job
    try:
        assets = settings.assets
        return _rendered(maker(source, settings.house, assets), source, folder, settings, assets)
    except PrecisError as error:
        return PrecisError((fault.of(source) for fault in error.faults), error.findings)


def _rendered(made: Made, source: str, folder: Path, settings: Settings, assets: Assets) -> Document:
    files: list[tuple[str, bytes]] = []
    told = list(made.warnings)
    for view in made.views:
        rendered, notes = render(view, settings, assets, folder)
        files.extend(rendered)
        told.extend(replace(note, span=FileSpan(source or view.stem)) for note in notes)
    return Document((*made.files, *files), tuple(told), made.of_others)


def render(
    view: View, settings: Settings, assets: Assets, folder: Path = Path()
) -> tuple[list[tuple[str, bytes]], list[Finding]]:
    """The files of a view, name and bytes, in each of the formats; and findings of gaps and unconfirmed wording.

    References to records lead to those in `folder`, where the files will stand.
    """
    style, formats = settings.house, [format_named(name) for name in settings.formats]
    extras = replace(settings.extras, record=view.record, corrections=view.corrections)
    page = make_page(view, style, assets)
    lead_to_records(page, folder, style.first_foot["qr_address"])
    if view.marking is not None:
        before = make_page(view.marking.before, style, assets)
        page = marked_page(before, page, view.marking.author, view.marking.date)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        files = [(f"{view.stem}{each.ending}", each.write(page, style, assets, extras)) for each in formats]
    notes = [_told("program-missing", str(each.message)) for each in caught if issubclass(each.category, UserWarning)]
    if view.gaps:
        notes.append(_told("gap-printed", f"gaps are printed for: {', '.join(view.gaps)}"))
    if view.unconfirmed:
        reason = f"wording that no published document has confirmed: {', '.join(view.unconfirmed)}"
        notes.append(_told("unconfirmed-printed", reason))
    return files, notes


def _told(code: str, reason: str) -> Finding:
    return Finding(code, FileSpan(), "document", reason)


def _same_names(names: list[str]) -> list[Fault]:
    return [
        Fault(FileSpan(name), "file-twice", "two sources make this file; give each record its own symbol")
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
