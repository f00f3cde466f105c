"""Work done by the workers of a cluster: a scheduler of Dask distributed, and precis on each of its machines.

The files that are read are sent, so that they need not stand on a folder that all machines have. Folders of templates,
and other files that options name, do.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from precis.model import PrecisError
from precis.reading.files import read_bytes, sent
from precis.reading.office import know, word_file_of
from precis.tasks.circumstances import program
from precis.tasks.workers import Promise, Team, WorkerLostError, done

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["Cluster", "cluster"]

_SECONDS = 5
"""How long is waited for a scheduler, and for a first worker."""
_ROUND, _ROUNDS = 5, 12
"""Seconds after which it is seen whether there are workers, and after how many times without any it is given up."""

_one_at_a_time = threading.Lock()
"""A worker may have several threads; setting a page is for one."""


@contextmanager
def cluster(address: str, folders: Sequence[Path]) -> Iterator[Cluster]:
    """The workers of the scheduler at an address, "tcp://10.0.0.5:8786".

    Raises PrecisError where there is none, and if a worker has another version of precis, or other templates in the
    `folders`: it would make other files.
    """
    try:
        from distributed import Client
    except ImportError as error:
        message = "--cluster needs Dask distributed; install precis[cluster]"
        raise PrecisError.one("package-missing", message) from error
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        message = f"no scheduler answers at {address}; begin one with `dask scheduler`, and name its address"
        raise PrecisError.one("cluster-missing", message) from error
    with client:
        _check(client, address, folders)
        yield Cluster(client)


def _check(client: Client, address: str, folders: Sequence[Path]) -> None:
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError as error:
        message = f"the scheduler at {address} has no workers; begin some with `dask worker {address} --nthreads 1`"
        raise PrecisError.one("cluster-missing", message) from error
    try:
        found: dict[str, str] = client.run(program, folders)
    except ImportError as error:
        message = f"precis is not installed where a worker runs: {error}; install it there, with its extra `cluster`"
        raise PrecisError.one("cluster-other", message) from error
    others = sorted(worker for worker, word in found.items() if word != program(folders))
    if others:
        message = (
            f"{', '.join(others)} would make other files: precis, the packages that set pages, or the templates are of "
            "another version there; make them the same"
        )
        raise PrecisError.one("cluster-other", message)


class Cluster:
    """The crew of a cluster."""

    here = False

    def __init__(self, client: Client) -> None:
        self._client = client

    @contextmanager
    def team(self, jobs: int) -> Iterator[Team]:
        """All workers, whatever the jobs: they are at work already, and stay so."""
        del jobs
        yield _Workers(self._client)


class _Workers:
    most = None

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def size(self) -> int:
        return max(len(self._client.nthreads()), 1)

    def submit(self, work: Callable[[Any], Any], job: Any, file: str) -> Promise:
        try:
            data = read_bytes(file)
        except PrecisError:
            # Where there is no such file, all machines say so, and this one says it best.
            return _Done(work(job))
        given = (work, job, file, data, word_file_of(data))
        return _Awaited(self._client, self._client.submit(_work, *given, pure=False))


def _work(work: Callable[[Any], Any], job: Any, file: str, data: bytes, word_file: bytes | None) -> Any:
    """Do a job on a worker, to which its file is sent, and the Word file that was made of it."""
    if word_file is not None:
        know(data, word_file)
    with _one_at_a_time, sent({file: data}):
        return done(work, job)


class _Done:
    def __init__(self, outcome: Any) -> None:
        self._outcome = outcome

    def result(self) -> Any:
        return self._outcome


class _Awaited:
    def __init__(self, client: Client, future: Future) -> None:
        self._client, self._future = client, future

    def result(self) -> Any:
        """The outcome. A worker that ends is no loss: Dask gives its work to another, until it has ended several."""
        from distributed import KilledWorker

        without = 0
        while without < _ROUNDS:
            try:
                return self._future.result(timeout=_ROUND)
            except KilledWorker as error:
                raise WorkerLostError from error
            except TimeoutError:
                without = 0 if self._client.nthreads() else without + 1
        message = "all workers of the cluster are gone; begin some, and run the command again"
        raise PrecisError.one("cluster-missing", message)
