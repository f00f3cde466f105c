"""An index of a made-up archive beside a plain script that puts the same rows into FTS5 one by one; and its answers.

`PRECIS_RECORDS=20000 make benchmarks` takes as many records; the bounds of the answers are for so many.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from precis.archive.files import Folders
from precis.archive.query import Query
from precis.archive.search import search
from precis.assets import shipped
from precis.tasks.below import looked_at
from precis.tasks.index import index, make_index
from precis.tasks.shelf import Shelved
from tests.benchmarks.made_archive import PHRASE, TOPIC, made_archive, text_size
from tests.support.commands import GOOD

RECORDS = int(os.environ.get("PRECIS_RECORDS", "2000"))
COLUMNS = "words, speaker, state, body, language, kind, theme, symbol UNINDEXED, date UNINDEXED, paragraph UNINDEXED"
MORE = "url UNINDEXED, text UNINDEXED"
CHANGED, ROUNDS, LOOKS = 20_000, 5, 20


@pytest.fixture(scope="module")
def archive() -> list[Shelved]:
    return list(made_archive(RECORDS))


def plain(archive: list[Shelved], path: Path) -> None:
    """What anybody would write: a table of FTS5 as it comes, a row at a time."""
    connection = sqlite3.connect(path)
    connection.execute(f"CREATE VIRTUAL TABLE plain USING fts5({COLUMNS}, {MORE}, tokenize = 'porter unicode61')")
    for each in archive:
        cover = each.cover
        assert cover is not None
        for row, about in zip(each.rows, each.subjects, strict=True):
            said = (about.words or row.text, about.speaker or row.speaker, row.state, cover.body, cover.language)
            more = (" ".join((row.kind, *about.moves)), " ".join(about.themes), cover.symbol, cover.date, row.paragraph)
            text = row.text if about.words else ""
            connection.execute(f"INSERT INTO plain VALUES ({', '.join('?' * 12)})", (*said, *more, cover.url, text))
    connection.commit()
    connection.close()


def seconds(work: Callable[[], object]) -> float:
    """The time of the core that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.benchmark(group="an archive")
def test_an_index(benchmark, archive: list[Shelved], tmp_path: Path) -> None:
    path, size = tmp_path / "made.index", text_size(archive)
    slow = seconds(lambda: plain(archive, tmp_path / "plain.sqlite"))
    fast = benchmark.pedantic(seconds, (lambda: make_index(path, "records", Folders(), archive),), rounds=1)
    asked: dict[str, tuple[float, Callable[[], object]]] = {
        "a State and a topic": (0.050, lambda: search([path], Query(TOPIC, state="abx0"), 20)),
        "newest first": (0.020, lambda: search([path], Query(PHRASE), 20)),
        "a phrase by rank": (0.300, lambda: search([path], Query(PHRASE, phrase=True), 20, ranked=True)),
    }
    taken = {name: min(seconds(work) for _ in range(ROUNDS)) for name, (_, work) in asked.items()}
    print(f"\n\n{RECORDS} records, {size / 1e6:.0f} MB of text")
    print(f"index {fast:.1f} s, plain script {slow:.1f} s, ratio {fast / slow:.2f}")
    print(
        f"size {path.stat().st_size / size:.2f} of the text",
        *(f"{n}: {t * 1e3:.0f} ms" for n, t in taken.items()),
        sep="\n",
    )
    assert fast <= 0.85 * slow if RECORDS < CHANGED else fast <= 0.75 * slow
    assert path.stat().st_size <= 2.1 * size if RECORDS < CHANGED else path.stat().st_size <= 2 * size
    for name, (bound, _) in asked.items():
        assert taken[name] <= bound, name


@pytest.mark.benchmark(group="an archive")
def test_one_changed_record_among_many(benchmark, archive: list[Shelved], tmp_path: Path) -> None:
    """The files are sources of one line each, but for the one that is changed: they are looked at, not read."""
    folder, path = tmp_path / "records", tmp_path / "made.index"
    places = [folder / f"{number % 100}" / f"{number}.md" for number in range(CHANGED)]
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("one", encoding="utf-8")
    names = [place.relative_to(folder).as_posix() for place in places]
    # Files that were written a moment ago are looked into: those of an archive are older.
    folders = Folders(looked_at(str(folder)).listings)
    few = [Shelved(name, each.cover, each.rows, each.subjects) for name, each in zip(names, archive, strict=False)]
    make_index(path, "records", folders, [*few, *(Shelved(name) for name in names[len(few) :])])

    def again(number: int) -> float:
        places[-1].write_text(GOOD.replace("all was well", f"all was well {number} times"), encoding="utf-8")
        start = time.process_time()
        done = index(str(folder), path, shipped(), "{language}/{symbol}")
        taken = time.process_time() - start
        assert done.read == 1
        return taken

    taken = benchmark.pedantic(lambda: min(again(number) for number in range(LOOKS)), rounds=1)
    print(f"\n\none of {CHANGED} files changed: {taken * 1e3:.0f} ms")
    assert search([path], Query("well times"), 1)
    looked = min(seconds(lambda: looked_at(str(folder))) for _ in range(LOOKS))
    print(f"to look at all files alone: {looked * 1e3:.0f} ms")
    # Asking the system for the size and time of each file takes most of it, and is as slow as the system.
    assert taken <= max(0.1, 1.5 * looked)
