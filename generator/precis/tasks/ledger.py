"""What each file of a folder was made of, kept beside it, so that a build makes only what changed.

The ledger says of each source the SHA-256 of its text, of each file that was made of it that of its bytes, and what its
reader was told; and the same of what is made of a folder of records, and of each page of that. It is not made again if
what it was made of, all the circumstances and the files themselves are as the ledger says. Nothing of the ledger goes
into a document: one that is damaged, or is of other circumstances, is as none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from precis.model import MESSAGES, FileSpan, Finding, PrecisError
from precis.tasks.circumstances import digest_of
from precis.tasks.named import OF_PROGRAMS, candidates
from precis.tasks.storing import write_files

__all__ = ["LEDGER", "Built", "Entry", "Ledger", "is_kept", "made_of_folder", "read_ledger", "unchanged"]

LEDGER = ".precis-ledger.json"
"""The name of the ledger in a folder of documents."""

_FORM = 2


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a build, and what their reader should know of them."""

    paths: tuple[Path, ...]
    warnings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What was made of one source: its digest, the digests of its files by their names, and what was told.

    A file that is no source of a document, beside those that are, has no files.
    """

    source: str
    files: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of a folder: the circumstances, and the entries by the names of sources, as a user gave them.

    `results` are the entries of what was not made of one source, by names of their own.
    """

    folder: Path
    circumstances: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    results: Mapping[str, Entry] = field(default_factory=dict)

    def of(self, source: str) -> Entry | None:
        """The entry of a source that is as it was, and so are all its files; otherwise None."""
        return self._current(self.entries.get(source), _digest(Path(source)))

    def result(self, name: str, made_of: str) -> Entry | None:
        """The entry of a result that is made of the same as it was, and so are all its files; otherwise None."""
        return self._current(self.results.get(name), made_of)

    def built(self, entries: Iterable[Entry]) -> Built:
        """What these entries say was built."""
        known = tuple(entries)
        paths = tuple(self.folder / name for entry in known for name in entry.files)
        return Built(paths, tuple(finding for entry in known for finding in entry.told))

    def _current(self, entry: Entry | None, made_of: str) -> Entry | None:
        if entry is None or made_of != entry.source:
            return None
        if any(_digest(self.folder / name) != known for name, known in entry.files.items()):
            return None
        return entry

    def write(self, made: Mapping[str, Entry], results: Mapping[str, Entry] = MappingProxyType({})) -> None:
        """Write the ledger anew with what was made. Where it cannot be written, there is none: it is no result."""
        entries = {name: each for name, each in {**self.entries, **made}.items() if Path(name).is_file()}
        there = {name: each for name, each in self.results.items() if self._is_there(each)}
        said = {
            "precis": _FORM,
            "circumstances": self.circumstances,
            "sources": _rows(entries),
            "results": _rows({**there, **results}),
        }
        try:
            write_files([(LEDGER, json.dumps(said, ensure_ascii=False, indent=0).encode())], self.folder)
        except PrecisError:
            return

    def _is_there(self, entry: Entry) -> bool:
        return all((self.folder / name).is_file() for name in entry.files)


def _rows(entries: Mapping[str, Entry]) -> dict[str, object]:
    return {
        name: {"source": each.source, "files": dict(each.files), "told": [asdict(finding) for finding in each.told]}
        for name, each in sorted(entries.items())
    }


def is_kept(names: Sequence[str]) -> bool:
    """Whether a ledger is kept of what is built of these: of a folder, or of several sources."""
    return len(names) > 1 or Path(names[0]).is_dir()


def read_ledger(folder: Path, circumstances: str) -> Ledger:
    """The ledger of a folder; an empty one if there is none, if it is damaged, or if it is of other circumstances."""
    try:
        said = json.loads((folder / LEDGER).read_bytes())
        if said["precis"] != _FORM or said["circumstances"] != circumstances:
            return Ledger(folder, circumstances)
        entries, results = (
            {str(name): _entry(row) for name, row in said[part].items()} for part in ("sources", "results")
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Ledger(folder, circumstances)
    return Ledger(folder, circumstances, entries, results)


def unchanged(names: Sequence[str], ledger: Ledger) -> Built | None:
    """What was built of the sources that are named, or stand in a folder that is; None if one is new or changed."""
    entries: list[Entry] = []
    for given in names:
        for name in candidates(given):
            entry = ledger.of(name)
            if entry is None or (name == given and not entry.files):
                return None
            entries.append(entry)
    return ledger.built(entries) if any(entry.files for entry in entries) else None


def made_of_folder(name: str, beside: Iterable[str]) -> str:
    """What a paper is made of: all that stands in the folder, or the file, of that name, and the files `beside` it."""
    path = Path(name)
    there = sorted(path.iterdir()) if path.is_dir() else [path]
    lines = [f"{each.name} {_digest(each)}" for each in there if not each.name.startswith(OF_PROGRAMS)]
    return digest_of("\0".join((*lines, *beside)).encode(errors="surrogateescape"))


def _digest(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""


def _entry(row: Any) -> Entry:
    """An entry from a row of a ledger; TypeError, KeyError or ValueError for what is none."""
    files = {_name(name): str(known) for name, known in row["files"].items()}
    return Entry(str(row["source"]), files, tuple(_findings(row["told"])))


def _name(name: str) -> str:
    if not name or Path(name).is_absolute() or ".." in Path(name).parts:
        raise ValueError(name)
    return name


def _findings(rows: Iterable[Any]) -> Iterable[Finding]:
    for row in rows:
        span = row["span"]
        columns = span["columns"] and (int(span["columns"][0]), int(span["columns"][1]))
        place = FileSpan(str(span["file"]), span["line"] and int(span["line"]), span["unit"], columns)
        code = row["code"]
        if code not in MESSAGES:
            raise ValueError(code)
        yield Finding(code, place, *(str(row[name]) for name in ("field", "reason", "old", "new")))
