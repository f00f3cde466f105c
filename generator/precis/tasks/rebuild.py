"""A folder built again: only what changed is made, and all files are as if everything had been."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from precis.model import Finding
from precis.tasks.build import sources_in, stored_of_all
from precis.tasks.circumstances import digest_of
from precis.tasks.ledger import Built, Entry, Ledger
from precis.tasks.named import candidates
from precis.tasks.rendering import Settings
from precis.tasks.workers import PROCESSES, Crew

__all__ = ["rebuild"]


def rebuild(names: Sequence[str], settings: Settings, ledger: Ledger, crew: Crew = PROCESSES) -> Built:
    """Build the sources that are named, or stand in a folder that is, into the folder of `ledger`, as `build` does.

    What the ledger knows is not made again, unless it is `force`; the ledger is written when all files are.
    """
    there = () if settings.force else (each for name in names for each in candidates(name))
    as_it_was = {name: entry for name in there if (entry := ledger.of(name)) is not None}
    sources = sources_in(names, settings.assets, as_it_was)
    known = {name: as_it_was[name] for name in sources if name in as_it_was and as_it_was[name].files}
    new = [name for name in sources if name not in known]
    read = {name: digest_of(Path(name).read_bytes()) for name in new if Path(name).is_file()}
    kept = [name for entry in known.values() for name in entry.files]
    documents = dict(zip(new, stored_of_all(new, ledger.folder, settings, kept=kept, crew=crew), strict=True))
    made = {
        name: Entry(read[name], document.files, document.warnings)
        for name, document in documents.items()
        if name in read and not document.of_others
    }
    if not settings.dry_run:
        ledger.write({**_beside(names, sources), **made})
    paths: list[Path] = []
    told: list[Finding] = []
    for name in sources:
        if name in known:
            files, warnings = list(known[name].files), known[name].told
        else:
            files, warnings = list(documents[name].files), documents[name].warnings
        paths.extend(ledger.folder / file for file in files)
        told.extend(warnings)
    return Built(tuple(paths), tuple(told))


def _beside(names: Sequence[str], sources: Sequence[str]) -> dict[str, Entry]:
    """The entries of files that stand beside sources of documents and are none."""
    found = {each for name in names if Path(name).is_dir() for each in candidates(name)} - set(sources)
    return {name: Entry(digest_of(Path(name).read_bytes())) for name in found}
