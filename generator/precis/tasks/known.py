"""What files gave when they were read, kept beside what was made of it, so that only what changed is read again.

Each result has a key that says what it was made from: the work, the name and the digest of the file, and all the
circumstances. A store that is damaged, or is of others, is as none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from precis.tasks.workers import Crew, mapped

if TYPE_CHECKING:
    import sqlite3

__all__ = ["KNOWN", "Known", "Result", "remembered"]

KNOWN = ".precis-known"
"""The name of the store in a folder of results."""

_SECONDS = 1.0
"""How long is waited for another run that writes."""
_RUNS = 20
"""What so many runs did not use is thrown away."""

_TABLE = "CREATE TABLE IF NOT EXISTS known (key TEXT PRIMARY KEY, used INTEGER, data BLOB) WITHOUT ROWID"


class Result(Protocol):
    """What a file gives."""

    @property
    def lasts(self) -> bool:
        """Whether it is the same each time: what could not be read today may be tomorrow."""


Given = TypeVar("Given", bound=Result)
Made = TypeVar("Made")


class Known:
    """The store of a folder. What goes wrong with it is as if there were nothing; `anew` all is found out again."""

    def __init__(self, folder: Path, circumstances: str, *, anew: bool = False) -> None:
        self._path, self._circumstances = folder / KNOWN, circumstances
        self._anew = anew
        self._connection: sqlite3.Connection | None = None
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._keys: dict[tuple[str, str], str] = {}

    def key(self, work: str, file: str) -> str:
        """The key of what some work makes of a file as it was when first asked; nothing if it cannot be read."""
        if (work, file) not in self._keys:
            self._keys[work, file] = self._key(work, file)
        return self._keys[work, file]

    def _key(self, work: str, file: str) -> str:
        try:
            data = Path(file).read_bytes()
        except OSError:
            return ""
        said = hashlib.sha256(f"{self._circumstances}\0{work}\0{file}\0".encode())
        said.update(data)
        return said.hexdigest()

    def kept(self, work: str, keys: Sequence[str], make: Callable[[], Made]) -> Made:
        """What some work makes of the results of these keys: it is made where it is not known, and known from then on.

        What hangs on a result without a key is made each time.
        """
        if not all(keys):
            return make()
        key = hashlib.sha256("\0".join((self._circumstances, work, *keys)).encode()).hexdigest()
        found = self.get(key)
        if found is not None:
            return cast(Made, found)
        from precis.tasks.packed import pack

        made = make()
        self.put(key, pack(made))
        return made

    def get(self, key: str) -> Any:
        """The result of that key; None if it is not known."""
        if self._anew or not self._path.exists():
            return None
        import sqlite3

        from precis.tasks.packed import unpack

        try:
            row = self._opened().execute("SELECT data FROM known WHERE key = ?", (key,)).fetchone()
            found = None if row is None else unpack(row[0])
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return None
        self._used.add(key)
        return found

    def put(self, key: str, packed: bytes) -> None:
        """Know a result from now on, if the store is written."""
        if key:
            self._new[key] = packed

    def write(self) -> None:
        """Write what is new, when all is done, and throw away what was not used for long."""
        if not self._new:
            return
        import sqlite3

        try:
            self._write(self._opened())
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return
            self._begin_anew()
        except OSError:
            return

    def _write(self, connection: sqlite3.Connection) -> None:
        with connection:
            connection.execute(_TABLE)
            run = (connection.execute("SELECT max(used) FROM known").fetchone()[0] or 0) + 1
            connection.executemany("UPDATE known SET used = ? WHERE key = ?", [(run, key) for key in self._used])
            rows = [(key, run, data) for key, data in self._new.items()]
            connection.executemany("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", rows)
            connection.execute("DELETE FROM known WHERE used <= ?", (run - _RUNS,))

    def _begin_anew(self) -> None:
        """Write a new store in the place of one that is damaged."""
        import sqlite3

        with suppress(sqlite3.Error, OSError):
            if self._connection is not None:
                self._connection.close()
            self._connection = None
            self._path.unlink(missing_ok=True)
            self._used.clear()
            self._write(self._opened())

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            import sqlite3

            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, timeout=_SECONDS)
        return self._connection


def remembered(
    name: str,
    work: Callable[[str], Given],
    files: Sequence[str],
    broken: Callable[[str], Given],
    crew: Crew,
    known: Known | None,
    few: int,
) -> Iterator[Given]:
    """What `work`, which is called `name`, gives of each of the files, in their order; what is known is not done again.

    Up to `few` files are read in this process if the crew is here. What `work` gives is packed, and so can be kept.
    """
    keys = [known.key(name, file) if known is not None else "" for file in files]
    found = {key: given for key in keys if known is not None and key and (given := known.get(key)) is not None}
    new = [(file, key) for file, key in zip(files, keys, strict=True) if key not in found]
    fresh = _done(work, [file for file, _ in new], broken, crew, few)
    for key in keys:
        if key in found:
            yield found[key]
            continue
        given, packed = next(fresh)
        if known is not None and given.lasts:
            from precis.tasks.packed import pack

            known.put(key, packed or pack(given))
        yield given


def _done(
    work: Callable[[str], Given], files: Sequence[str], broken: Callable[[str], Given], crew: Crew, few: int
) -> Iterator[tuple[Given, bytes]]:
    """What work gives of each file, and that packed where it came from another process."""
    if crew.here and files:
        # What the first loads and learns, the processes that begin as copies of this one need not.
        yield work(files[0]), b""
        files = files[1:]
    if crew.here and len(files) < few:
        yield from ((work(file), b"") for file in files)
        return
    from precis.tasks.packed import unpack

    outcomes: Iterator[bytes | Given] = mapped(partial(_packed, work), files, broken, crew)
    for outcome in outcomes:
        yield (unpack(outcome), outcome) if isinstance(outcome, bytes) else (outcome, b"")


def _packed(work: Callable[[str], Result], file: str) -> bytes:
    from precis.tasks.packed import pack

    return pack(work(file))
