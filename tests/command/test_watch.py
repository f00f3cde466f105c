"""Documents built as sources are saved; what is told of them comes and goes."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from precis.model import Fault
from precis.tasks.rendering import Settings
from precis.tasks.watch import News, watch
from tests.conftest import ROOT
from tests.support.commands import GOOD, run

pytest.importorskip("watchfiles", reason="watchfiles is not installed: precis[watch]")

LONGEST = 60


class Watched:
    """A folder that is watched, and the news of it."""

    def __init__(self, settings: Settings) -> None:
        self._news: queue.Queue[News] = queue.Queue()
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=watch, args=(["given"], Path("out"), lambda: settings, self._news.put, Path("x.toml"), self._stop)
        )
        self._thread.start()

    def news(self) -> News:
        return self._news.get(timeout=LONGEST)

    def quiet(self) -> bool:
        return self._news.empty()

    def end(self) -> None:
        self._stop.set()
        self._thread.join(LONGEST)
        assert not self._thread.is_alive()


@pytest.fixture
def given(in_tmp: Path) -> Path:
    folder = in_tmp / "given"
    folder.mkdir()
    for number in (590, 591):
        (folder / f"{number}.md").write_text(GOOD.replace("590", str(number)), encoding="utf-8")
    return folder


@pytest.fixture
def own(in_tmp: Path) -> Path:
    """A folder of templates, with a page and a house style of the user's."""
    (in_tmp / "own").mkdir()
    return in_tmp / "own"


@pytest.fixture
def watched(given: Path, own: Path) -> Iterator[Watched]:
    begun = Watched(Settings(formats=("html",), templates=Path("own")))
    yield begun
    begun.end()


def names(news: News) -> list[str]:
    return [path.name for path in news.written]


def as_clean() -> bool:
    done = run("build", "given", "--to", "html", "-o", "clean", "--templates", "own", "--force")
    assert done.exit_code == 0, done.output
    return all((Path("out") / each.name).read_bytes() == each.read_bytes() for each in Path("clean").glob("[!.]*"))


def write(file: Path, text: str) -> None:
    """Save as editors do: another file is moved to its place."""
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def test_what_is_saved_is_built(given: Path, watched: Watched) -> None:
    assert names(watched.news()) == ["CMW_C_SR.590-en.html", "CMW_C_SR.591-en.html"]
    write(given / "591.md", GOOD.replace("590", "591").replace("all was well", "much was well"))
    assert names(watched.news()) == ["CMW_C_SR.591-en.html"]
    write(given / "592.md", GOOD.replace("590", "592"))
    assert names(watched.news()) == ["CMW_C_SR.592-en.html"]
    assert as_clean()


def test_what_is_saved_while_the_first_documents_are_built_is_built(given: Path, watched: Watched) -> None:
    first = watched.news()
    write(given / "590.md", GOOD.replace("all was well", "much was well"))
    assert names(first) == ["CMW_C_SR.590-en.html", "CMW_C_SR.591-en.html"]
    assert names(watched.news()) == ["CMW_C_SR.590-en.html"]
    assert as_clean()


def test_faults_come_and_go_and_hold_up_no_other(given: Path, watched: Watched) -> None:
    watched.news()
    write(given / "590.md", GOOD.replace("held: 2024-12-13 15:00", "held: 13/12/24"))
    news = watched.news()
    assert len([each for each in news.told if isinstance(each, Fault)]) == 1
    assert not news.written and not news.mended
    write(given / "591.md", GOOD.replace("590", "591").replace("all was well", "much was well"))
    news = watched.news()
    assert names(news) == ["CMW_C_SR.591-en.html"] and not any(isinstance(each, Fault) for each in news.told)
    write(given / "590.md", GOOD)
    assert watched.news().mended == ("given/590.md",)
    assert as_clean()


def test_two_sources_of_one_file_are_told(given: Path, watched: Watched) -> None:
    watched.news()
    write(given / "592.md", GOOD)
    assert [each.code for each in watched.news().told if isinstance(each, Fault)] == ["file-twice"]
    (given / "592.md").unlink()
    assert watched.news().mended == ("given/592.md",)


def test_templates_and_houses_are_watched(given: Path, own: Path, watched: Watched) -> None:
    watched.news()
    text = (ROOT / "templates/pages/document.html").read_text("utf-8")
    (own / "pages").mkdir()
    write(own / "pages/document.html", f"{{# changed #}}\n{text}")
    assert len(names(watched.news())) == 2
    (own / "houses").mkdir()
    (own / "houses/geneva").mkdir()
    style = (ROOT / "templates/houses/geneva/style.toml").read_text("utf-8")
    before = Path("out/CMW_C_SR.590-en.html").read_bytes()
    write(own / "houses/geneva/style.toml", style.replace('font = "Times New Roman"', 'font = "Liberation Serif"', 1))
    while not watched.news().written:
        pass
    assert as_clean() and Path("out/CMW_C_SR.590-en.html").read_bytes() != before


def test_a_folder_of_templates_that_goes_and_comes_back(given: Path, own: Path, watched: Watched) -> None:
    watched.news()
    own.rename("gone")
    assert [each.code for each in watched.news().told if isinstance(each, Fault)] == ["templates-folder"]
    Path("gone").rename(own)
    assert watched.news().mended == ("x.toml",)
    assert as_clean()


@pytest.fixture
def command(given: Path) -> Iterator[Callable[[], str]]:
    """What `precis watch` says, line by line, while it runs in the folder of a precis.toml."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    words = [sys.executable, "-m", "precis", "watch", "given", "-o", "out", "--to", "html"]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as begun:
        lines: queue.Queue[str] = queue.Queue()
        assert begun.stdout
        threading.Thread(target=lambda out: [lines.put(line) for line in out], args=(begun.stdout,)).start()
        yield lambda: lines.get(timeout=LONGEST).rstrip()
        # Where tests run in the background SIGINT may be ignored, and so it is by the programs that they begin.
        begun.terminate()


def test_the_settings_of_the_folder_are_watched(given: Path, own: Path, command: Callable[[], str]) -> None:
    paths = ["out/CMW_C_SR.590-en.html", "out/CMW_C_SR.591-en.html"]
    assert [command(), command()] == paths
    before = Path(paths[0]).read_bytes()
    (own / "houses/geneva").mkdir(parents=True)
    usual = (ROOT / "templates/houses/geneva/style.toml").read_text("utf-8")
    style = own / "houses/geneva/style.toml"
    write(style, usual.replace('font = "Times New Roman"', 'font = "Liberation Serif"', 1))
    write(Path("precis.toml"), 'templates = "own"')
    assert [command(), command()] == paths
    assert as_clean() and Path(paths[0]).read_bytes() != before
    write(Path("precis.toml"), "templates = 1")
    assert command().startswith("precis.toml:1:")
    write(style, usual)
    assert [command(), command()] == paths and Path(paths[0]).read_bytes() == before
    Path("precis.toml").unlink()
    assert [command(), command(), command()] == [*paths, "precis.toml: is right now"]


def test_other_files_are_left_alone(given: Path, watched: Watched) -> None:
    watched.news()
    write(given / "notes.txt.bak", "notes")
    (given / ".590.md.swp").write_text("one", encoding="utf-8")
    write(given / "591.md", GOOD.replace("590", "591").replace("all was well", "much was well"))
    assert names(watched.news()) == ["CMW_C_SR.591-en.html"] and watched.quiet()
