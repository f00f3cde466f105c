"""Work done by a cluster: the same files as by this machine, whatever becomes of its workers."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.model import PrecisError
from precis.tasks.workers import PROCESSES, mapped
from tests.conftest import ROOT
from tests.support.clusters import dask
from tests.support.commands import GOOD, run
from tests.support.sessions import SAMPLE_SESSION

pytest.importorskip("distributed", reason="Dask distributed is not installed: precis[cluster]")

from precis.tasks.cluster import cluster

RECORDS = 24
POISON = "13.md"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, which begin anew when they end."""
    with dask(tmp_path_factory.mktemp("cluster"), 2) as (found, _):
        yield found


@pytest.fixture
def given(in_tmp: Path) -> Path:
    folder = in_tmp / "given"
    folder.mkdir()
    for number in range(590, 590 + RECORDS):
        (folder / f"{number}.md").write_text(GOOD.replace("590", str(number)), encoding="utf-8")
    return folder


def files(folder: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("[!.]*"))
        if path.is_file()
    }


def both(address: str, *words: str) -> tuple[str, str]:
    """What a command says on the cluster and here, into two folders."""
    there, here = run(*words, "-o", "there", "--cluster", address), run(*words, "-o", "here")
    assert there.exit_code == here.exit_code, there.output
    return there.output.replace("there/", "here/"), here.output


@pytest.mark.parametrize(
    "words",
    [("build", "given", "--to", "html,docx"), ("digest", "97", "--to", "html"), ("brief", "97", "--to", "html")],
    ids=lambda words: words[0],
)
def test_documents_are_the_same(given: Path, address: str, words: tuple[str, ...]) -> None:
    shutil.copytree(SAMPLE_SESSION, "97")
    there, here = both(address, *words)
    assert there == here and files("there") == files("here") != {}


def test_sources_are_the_same(given: Path, address: str) -> None:
    assert run("build", "given", "--to", "docx,html", "-o", "read").exit_code == 0
    there, here = both(address, "parse", "read")
    assert there == here and len(files("here")) > RECORDS and files("there") == files("here")


def test_findings_are_the_same(given: Path, address: str) -> None:
    (given / "591.md").write_text(GOOD.replace("590", "591").replace("all was well", "all was  well"), encoding="utf-8")
    there = run("check", "given", "--cluster", address, "--force")
    assert there.output == run("check", "given", "--force").output and "591.md" in there.output


def test_an_index_is_the_same(given: Path, address: str) -> None:
    for name, more in (("there", ("--cluster", address)), ("here", ())):
        assert run("index", "given", "-o", f"{name}.index", *more).exit_code == 0
    there, here = (run("search", "well", "--index", f"{name}.index").output for name in ("there", "here"))
    assert there == here and here.count("well") >= 20


def test_faults_are_told_as_here(given: Path, address: str) -> None:
    (given / "591.md").write_text(GOOD.replace("held: 2024-12-13 15:00", "held: 13/12/24"), encoding="utf-8")
    there = run("build", "given", "--to", "html", "-o", "out", "--cluster", address)
    here = run("build", "given", "--to", "html", "-o", "out")
    assert there.exit_code == here.exit_code == 1 and there.output == here.output
    assert not Path("out").exists()


def test_a_worker_that_ends_loses_nothing(given: Path, address: str) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        one, *_ = client.run(os.getpid).values()

    def end() -> None:
        time.sleep(0.5)
        os.kill(one, signal.SIGKILL)

    ending = threading.Thread(target=end)
    ending.start()
    assert run("build", "given", "--to", "html,pdf", "-o", "there", "--cluster", address).exit_code == 0
    ending.join()
    assert run("build", "given", "--to", "html,pdf", "-o", "here").exit_code == 0
    assert files("there") == files("here")


def size_or_end(file: str) -> int:
    if file.endswith(POISON):
        os._exit(1)
    return len(file)


def test_a_file_that_ends_its_workers_is_told_and_the_others_are_done(in_tmp: Path, address: str) -> None:
    names = [f"{number}.md" for number in range(20)]
    for name in names:
        Path(name).write_text("one", encoding="utf-8")
    with cluster(address, ()) as crew:
        there = list(mapped(size_or_end, names, lambda _: -1, crew))
    assert (
        there
        == list(mapped(size_or_end, names, lambda _: -1, PROCESSES))
        == [-1 if name == POISON else len(name) for name in names]
    )


def test_no_scheduler_is_told(given: Path) -> None:
    done = run("build", "given", "--to", "html", "-o", "out", "--cluster", "tcp://127.0.0.1:9")
    assert done.exit_code == 1 and "no scheduler answers at tcp://127.0.0.1:9" in done.output
    assert not Path("out").exists()


@pytest.fixture
def own(in_tmp: Path) -> Path:
    """A folder of templates with one changed page."""
    text = (ROOT / "templates/pages/document.html").read_text("utf-8")
    (in_tmp / "own/pages").mkdir(parents=True)
    (in_tmp / "own/pages/document.html").write_text(text.replace("<body", "<body ", 1), encoding="utf-8")
    return in_tmp / "own"


def test_templates_of_the_user_count_there_too(given: Path, own: Path, address: str) -> None:
    there, here = both(address, "build", "given", "--to", "html", "--templates", "own")
    assert there == here and files("there") == files("here") != {}


def test_workers_with_other_templates_are_told(own: Path, address: str) -> None:
    # From where the workers are, no folder is called so.
    with pytest.raises(PrecisError, match="would make other files"), cluster(address, [Path("own")]):
        pass
