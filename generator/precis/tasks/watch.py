"""Documents built as their sources are saved, by a process that stays warm; and what is told of them, as it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Event

from precis.assets import chosen
from precis.model import Fault, FileSpan, Finding, PrecisError
from precis.tasks.build import FORMS, stored_of_all
from precis.tasks.circumstances import circumstances, digest_of
from precis.tasks.ledger import Entry, Ledger, read_ledger
from precis.tasks.made import kind_of_file, without_sources
from precis.tasks.named import OF_PROGRAMS, SOURCES, candidates
from precis.tasks.rendering import Settings
from precis.tasks.workers import watch_parent

__all__ = ["News", "State", "turn", "watch"]


_LOOK_UP = 200
"""Milliseconds after which watchfiles gives word when nothing was saved: it has begun to watch when it first does."""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a source: what its reader is told of it, and the files that were written anew."""

    told: tuple[Fault | Finding, ...] = ()
    written: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What a change brought: files that were written, what is told for the first time, and sources that are mended."""

    written: tuple[Path, ...]
    told: tuple[Fault | Finding, ...]
    mended: tuple[str, ...]


def watch(
    names: Sequence[str],
    folder: Path,
    ask: Callable[[], Settings],
    report: Callable[[News], None],
    file: Path,
    stop: Event | None = None,
) -> None:
    """Build the sources that are named, or stand in folders that are, into `folder`, whenever one is saved.

    A fault of one source does not hold up the others. `ask` gives the settings, which hang on `file`: when that, or
    templates or other files of the settings change, they are asked for again, and all is built again. Where they are
    wrong then, that is told, and those before hold. It goes on until it is stopped. Raises PrecisError for settings
    that are wrong at first, and where watchfiles is not installed.
    """
    settings, faulty = _checked(ask()), State()
    known: dict[str, State] = {}
    while True:
        saved = _saved(names, settings, file, stop)
        next(saved, None)  # from here on nothing that is saved is missed, even while the first documents are built
        # What a process has learned of templates, it keeps: when these change, another begins.
        with ProcessPoolExecutor(1, initializer=watch_parent) as pool:
            settings_changed = False
            while not settings_changed:
                states = _states(pool, names, folder, settings, known) | {str(file): faulty}
                report(_news(known, states))
                known = states
                try:
                    settings_changed = next(saved)
                except StopIteration:
                    return
        try:
            settings, faulty = _checked(ask()), State()
        except PrecisError as error:
            faulty = State(error.faults)


def _checked(settings: Settings) -> Settings:
    """The settings, if there is the folder that they name; else PrecisError. What is in it, this process does not read:
    those that begin as copies of it would know it for good.
    """
    chosen(settings.templates)
    return settings


def _states(
    pool: ProcessPoolExecutor, names: Sequence[str], folder: Path, settings: Settings, known: Mapping[str, State]
) -> dict[str, State]:
    """The states after a turn; those that are known where the folder of templates has gone."""
    try:
        return pool.submit(turn, names, folder, settings).result()
    except PrecisError:
        return {name: replace(state, written=()) for name, state in known.items()}


def turn(names: Sequence[str], folder: Path, settings: Settings) -> dict[str, State]:
    """Build what changed, source by source, and give the state of each source; that of a folder without any, too."""
    ledger = read_ledger(folder, _word(settings))
    states: dict[str, State] = {}
    made: dict[str, Entry] = {}
    for given in names:
        found = candidates(given)
        if not found:
            states[given] = State((without_sources(given),))
        for name in found:
            states[name] = _state(name, ledger, settings, made, alone=name == given)
    if made:
        ledger.write(made)
    return states


def _state(name: str, ledger: Ledger, settings: Settings, made: dict[str, Entry], *, alone: bool) -> State:
    """The state of a source, which is built if it is not as the ledger has it."""
    entry = ledger.of(name)
    if entry is not None:
        return State(entry.told)
    try:
        if not alone and kind_of_file(name, settings.assets).form not in FORMS:
            return State()
        source = digest_of(Path(name).read_bytes())
        kept = [file for other, each in {**ledger.entries, **made}.items() if other != name for file in each.files]
        (document,) = stored_of_all([name], ledger.folder, settings, kept=kept)
    except PrecisError as error:
        return State((*error.findings, *(fault.of(name) for fault in error.faults)))
    except OSError as error:
        return State((Fault(FileSpan(name), "file-read", f"cannot be read: {error.strerror or error}"),))
    if not document.of_others:
        made[name] = Entry(source, document.files, document.warnings)
    return State(document.warnings, tuple(ledger.folder / file for file in document.files))


@lru_cache(maxsize=1)
def _word(settings: Settings) -> str:
    """The circumstances, which stay as they are in a process: when they change, another begins."""
    return circumstances(chosen(settings.templates, settings.style).folders).word(
        (settings.formats, settings.style, settings.body), (settings.emblem, settings.reference)
    )


def _news(before: Mapping[str, State], now: Mapping[str, State]) -> News:
    known = {name: state.told for name, state in before.items()}
    told = (each for name, state in now.items() for each in state.told if each not in known.get(name, ()))
    mended = (
        name
        for name, each in known.items()
        if any(isinstance(one, Fault) for one in each)
        and not any(isinstance(one, Fault) for one in now.get(name, State()).told)
    )
    written = (path for state in now.values() for path in state.written)
    return News(tuple(written), tuple(told), tuple(mended))


def _saved(names: Sequence[str], settings: Settings, file: Path, stop: Event | None) -> Iterator[bool]:
    """Waits until something is saved, and says if it is a file of the settings, or the `file` that they hang on.

    First it says that it has begun to watch. What stands in the folder of `file` is not watched for it alone, since
    that may be large: whether it was saved is looked up.
    """
    try:
        from watchfiles import watch as changes
    except ImportError as error:
        message = "precis watch needs watchfiles; install precis[watch]"
        raise PrecisError.one("package-missing", message) from error
    sources = {path.resolve() for path in map(Path, names)}
    others = {path.resolve() for path in (settings.templates, settings.emblem, settings.reference) if path is not None}

    def is_of_settings(path: Path) -> bool:
        return any(path == each or each in path.parents for each in others)

    def matters(_change: object, name: str) -> bool:
        path = Path(name)
        if path.name.startswith(OF_PROGRAMS):
            return False
        is_source = path in sources or (path.parent in sources and path.suffix.lower() in SOURCES)
        return is_source or is_of_settings(path)

    # A file that is saved may be another that is moved to its place, so that its folder is watched.
    folders = {path if path.is_dir() else path.parent for path in (*sources, *others)}
    looked_up = (file, *(each for each in folders if not each.is_dir()))
    begun, stamp = False, [*map(_stamp, looked_up)]
    there = folders.difference(looked_up)
    for found in changes(*there, watch_filter=matters, stop_event=stop, rust_timeout=_LOOK_UP, yield_on_timeout=True):
        before, stamp = stamp, [*map(_stamp, looked_up)]
        if found or not begun or stamp != before:
            begun = True
            yield stamp != before or any(is_of_settings(Path(name)) for _, name in found)


def _stamp(file: Path) -> tuple[int, int, int] | None:
    """What tells that a file was saved; None if there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
