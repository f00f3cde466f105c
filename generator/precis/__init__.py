"""precis: record data into the documents of a United Nations treaty body's session, and back.

Each command that reads or makes something is a function here, with the same words; docs/api.md shows them at work. A
function loads what it needs when it is called, and so do the types: importing this module loads nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from typing import TypedDict, Unpack

    from precis.archive.search import Hit
    from precis.assets import Assets
    from precis.corrections.source import CorrectionsSource
    from precis.model import Fault, Finding, PrecisError, Reading, Record
    from precis.tasks.editions import Compared
    from precis.tasks.export import Exported
    from precis.tasks.index import Indexed
    from precis.tasks.ledger import Built
    from precis.tasks.rendering import Settings
    from precis.tasks.translate import Translated

    AnyPath = str | os.PathLike[str]
    Fields = Mapping[str, str | Sequence[str]]

    class Options(TypedDict, total=False):
        """How documents are built; the options of the command line that have the same names."""

        formats: Sequence[str]
        style: str
        emblem: AnyPath
        reference: AnyPath
        templates: AnyPath
        force: bool

    class Narrowing(TypedDict, total=False):
        """How a search is narrowed; the options of the command line that have the same names."""

        state: str
        body: str
        since: dt.date | None
        kind: str
        speaker: str
        theme: str
        language: str
        templates: AnyPath


__all__ = [
    "Built",
    "Compared",
    "CorrectionsSource",
    "Exported",
    "Fault",
    "Finding",
    "Hit",
    "Indexed",
    "PrecisError",
    "Reading",
    "Record",
    "Translated",
    "__version__",
    "brief",
    "build",
    "compare_editions",
    "correct",
    "digest",
    "draft",
    "export",
    "index",
    "read",
    "search",
    "translate",
    "write",
]

__version__ = "0.2.0"

_TYPES = {
    "Built": "precis.tasks.build",
    "Compared": "precis.tasks.editions",
    "CorrectionsSource": "precis.corrections.source",
    "Exported": "precis.tasks.export",
    "Hit": "precis.archive.search",
    "Indexed": "precis.tasks.index",
    "Translated": "precis.tasks.translate",
    **dict.fromkeys(("Fault", "Finding", "PrecisError", "Reading", "Record"), "precis.model"),
}


def __getattr__(name: str) -> Any:
    if name not in _TYPES:
        raise AttributeError(f"module 'precis' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_TYPES[name]), name)


def read(
    path: AnyPath, fields: Fields | None = None, *, rejected: bool = False, templates: AnyPath | None = None
) -> Reading:
    """Read a record: a published record as Word file, PDF, web page or text; a source or JSON.

    `fields` gives what the text lacks, written as in a source: {"symbol": "CMW/C/SR.608", "chair": ["Ms. X", "Mr. Y"]};
    it wins over the text. Tracked changes are read as accepted, or as `rejected`. `templates` is a folder of your own
    files, searched before ours. The reading has the record and its findings: what was inferred, repaired, missed or not
    read. Raises PrecisError for a file that cannot be read, and for a source that is wrong, with all that is wrong.
    """
    from precis.reading.files import read_file

    return read_file(path, _assets(templates), _typed(fields or {}), rejected=rejected)


def draft(
    symbol: str, fields: Fields | None = None, items: Sequence[str] = (), *, templates: AnyPath | None = None
) -> str:
    """A source ready to fill for the record `symbol`, with a heading for each of the agenda `items`.

    It builds at once; what it still lacks is printed as gaps. `fields` are written as in a source. Raises PrecisError
    for a field that there is not, and for a value that it cannot have.
    """
    from precis.tasks.draft import draft as draft_of

    given = fields or {}
    original = {"original": given.get("language", "en")}
    return draft_of(_typed({"symbol": symbol, **original, **given}), items, _assets(templates))


def build(sources: AnyPath | Iterable[AnyPath], folder: AnyPath = ".", **options: Unpack[Options]) -> Built:
    """Build the documents of one source, or of several, into `folder`: all of them, or none.

    The result has the paths of the files, and warnings. Raises PrecisError with the faults of all sources.
    """
    from precis.tasks.build import build as build_all

    several = [sources] if isinstance(sources, str | os.PathLike) else sources
    return build_all([os.fspath(source) for source in several], Path(folder), _settings(options))


def correct(
    old: AnyPath, new: AnyPath, *, by: str | None = None, on: dt.date | None = None, folder: AnyPath = "."
) -> CorrectionsSource:
    """The corrections that make the record of the file `new` of that of the file `old`.

    `by` and `on` say who asks for them, and when. `write` makes a source of them, which names the record as seen from
    `folder`, where it is to stand. Raises PrecisError for a file that cannot be read.
    """
    from precis.tasks.correct import computed

    return computed(os.fspath(old), os.fspath(new), Path(folder), _assets(None), by, on).source


def translate(record: AnyPath, language: str, *, templates: AnyPath | None = None) -> Translated:
    """The edition in `language` ("es") of the record of a file, ready to be translated.

    Its `text` is a source: the cover, the notes, headings and lines of procedure known by their formulae are in that
    language; each other text is a gap, with its original beneath as a comment. `said` and `gaps` count them, and the
    findings tell what no published document has confirmed. Raises PrecisError for a file that cannot be read, for a
    language that there is not, and for that of the record.
    """
    from precis.tasks.translate import translated

    return translated(os.fspath(record), language, _assets(templates))[0]


def compare_editions(one: AnyPath, other: AnyPath, *, templates: AnyPath | None = None) -> Compared:
    """Where two editions of one record disagree: paragraphs, speakers, figures, symbols, dates, and on the cover.

    Each finding has its place in both files; `count` is how many disagreements they are, `texts` how many texts were
    compared. Raises PrecisError for files that cannot be read, for records of two meetings and for two in one language.
    """
    from precis.tasks.editions import compared

    return compared(os.fspath(one), os.fspath(other), _assets(templates))


def digest(records: AnyPath, folder: AnyPath = ".", *, language: str = "en", **options: Unpack[Options]) -> Built:
    """Build the digest of the session whose records are in the folder `records`, into `folder`.

    What records say stays in their languages; the digest around it is in `language`.
    The warnings tell what was set aside or not read. Raises PrecisError for a folder without records, and with the
    faults of all that are wrong.
    """
    from precis.tasks.build import build_made
    from precis.tasks.digest import digest as digest_of
    from precis.tasks.gather import gather

    settings = _settings(options)
    gathered = gather(os.fspath(records), settings.assets)
    return build_made(digest_of(gathered, settings.house, settings.assets, language), Path(folder), settings)


def brief(
    records: AnyPath,
    folder: AnyPath = ".",
    *,
    state: str | None = None,
    theme: str | None = None,
    member: str | None = None,
    every: bool = False,
    language: str = "en",
    pages: int | None = None,
    **options: Unpack[Options],
) -> Built:
    """Build a briefing into `folder`: on the meeting of one record, or on the session of a folder of `records`.

    With `state`, on the dialogue with that State; with `theme` or `member`, across all dialogues; with `every`, one on
    the session, each State and each meeting. `language` is as for `digest`; `pages` is how many it may have, if fewer
    than usual. Raises PrecisError as `digest` does, and for a State, theme or member that the records do not have.
    """
    from precis.tasks.build import build_made
    from precis.tasks.digest import brief as brief_of
    from precis.tasks.gather import gather
    from precis.tasks.subject import Subject

    subject = Subject(state, theme, member, every, pages)
    subject.check()
    settings = _settings(options)
    gathered = gather(os.fspath(records), settings.assets)
    return build_made(brief_of(gathered, subject, settings.house, settings.assets, language), Path(folder), settings)


def export(records: AnyPath, folder: AnyPath = ".", *, to: str = "csv", templates: AnyPath | None = None) -> Exported:
    """Write tables of the `records` of a folder and those below into `folder`: a row a paragraph, and a row a fact.

    `to` is one of csv, jsonl, parquet and sqlite; a data dictionary stands beside them. The result has the paths of the
    files, how much they hold, and the faults of files that could not be read. Raises PrecisError for a form that there
    is not, for a folder without records, and if none of them can be read.
    """
    from precis.tasks.export import export as export_all
    from precis.tasks.shelf import address_of
    from precis.writers.tables import table_format_named

    assets = _assets(templates)
    return export_all(os.fspath(records), Path(folder), table_format_named(to).name, assets, address_of(assets))


def index(records: AnyPath, path: AnyPath = "precis.index", *, templates: AnyPath | None = None) -> Indexed:
    """Make the index `path` of the `records` of a folder and those below, or read again what has changed.

    The result says how many records it has, how many files were read, and the faults of those that could not be. Raises
    PrecisError for a folder without records, and if the index cannot be written.
    """
    from precis.tasks.index import index as index_all
    from precis.tasks.shelf import address_of

    assets = _assets(templates)
    return index_all(os.fspath(records), Path(path), assets, address_of(assets))


def search(
    words: str = "",
    indexes: AnyPath | Iterable[AnyPath] = "precis.index",
    *,
    most: int = 20,
    ranked: bool = False,
    **narrowing: Unpack[Narrowing],
) -> list[Hit]:
    """The paragraphs that have all `words`, at most so many: the newest first, or with `ranked` the best.

    Words in quotation marks stand beside one another. Several indexes are read as one. A search is narrowed by `state`
    (that speaks or is under review), `body` (a code), `since` (the first day), `kind`, `speaker`, `theme` and
    `language`. A hit has the `row` of its paragraph and the `cover` of its record, with the columns of the table that
    `export` writes, and the `file` of its record as seen from the folder that was indexed. Raises PrecisError for a
    search for nothing, for a State, body, kind, theme or language that there is not, and for a file that is no index.
    """
    from precis.archive.search import search as search_all
    from precis.tasks.search import query_of

    unknown = narrowing.keys() - _NARROWING
    if unknown:
        raise TypeError(
            f"there is no option {', '.join(sorted(unknown))}; write one of: {', '.join(sorted(_NARROWING))}"
        )
    several = [indexes] if isinstance(indexes, str | os.PathLike) else indexes
    paths = [Path(each) for each in several]
    given = {name: value for name, value in narrowing.items() if name != "templates"}
    return search_all(paths, query_of(words, given, paths, _assets(narrowing.get("templates"))), most, ranked=ranked)


def write(document: Record | CorrectionsSource, path: AnyPath, **options: Unpack[Options]) -> None:
    """Write a record as its source (.md), as JSON or as a document, by the ending of `path`; corrections as a source.

    Raises PrecisError for an ending that is none of these, for a record that lacks what its document needs, and if the
    file cannot be written; then nothing is.
    """
    from precis.tasks.write import write_one

    write_one(document, Path(path), _settings(options))


def _assets(templates: AnyPath | None) -> Assets:
    from precis.assets import chosen

    return chosen(_path(templates))


def _typed(fields: Fields) -> dict[str, Any]:
    from precis.reading.files import typed_fields

    return typed_fields({key: value if isinstance(value, str) else list(value) for key, value in fields.items()})


_NARROWING = frozenset({"state", "body", "since", "kind", "speaker", "theme", "language", "templates"})
"""The names of `Narrowing`, as `_OPTIONS` has those of `Options`."""
_OPTIONS = frozenset({"formats", "style", "emblem", "reference", "templates", "force"})
"""The names of `Options`, which Python itself does not look at."""


def _settings(options: Options) -> Settings:
    from precis.tasks.rendering import Settings

    unknown = options.keys() - _OPTIONS
    if unknown:
        raise TypeError(f"there is no option {', '.join(sorted(unknown))}; write one of: {', '.join(sorted(_OPTIONS))}")
    usual = Settings()
    formats = options.get("formats", usual.formats)
    return Settings(
        # A word is a sequence of letters for Python, and one format for who writes it.
        formats=(formats,) if isinstance(formats, str) else tuple(formats),
        style=options.get("style", usual.style),
        emblem=_path(options.get("emblem")),
        templates=_path(options.get("templates")),
        reference=_path(options.get("reference")),
        force=options.get("force", usual.force),
    )


def _path(path: AnyPath | None) -> Path | None:
    return None if path is None else Path(path)
