"""Work mapped over many jobs, in their order, whoever does it: processes of this machine, or workers elsewhere.

Only so many jobs are under way at once as the workers can do while the first result is taken: results do not gather.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["PROCESSES", "Crew", "Processes", "Promise", "Team", "WorkerLostError", "done", "mapped", "watch_parent"]

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")

_AHEAD = 4
"""Jobs under way for each worker."""
_MOST = 40
"""Jobs that a process does: libraries in C keep something of each, and one that begins as a copy begins warm."""


class WorkerLostError(Exception):
    """A worker ended in the middle of its work, and the work with it."""


class Promise(Protocol):
    """What will be the outcome of a job."""

    def result(self) -> Any:
        """The outcome, when it is there; WorkerLostError if its worker is no more."""


class Team(Protocol):
    """Workers at work."""

    @property
    def size(self) -> int:
        """How many there are."""

    @property
    def most(self) -> int | None:
        """After so many jobs others take their place; None if they stay."""

    def submit(self, work: Callable[[Any], Any], job: Any, file: str) -> Promise:
        """Begin a job on a file, which can be sent to a process like its outcome. WorkerLostError if none is left."""


class Crew(Protocol):
    """Who does the work. `here` says that it is this machine."""

    @property
    def here(self) -> bool:
        """Whether it is this machine, where a few jobs are not worth a team."""

    def team(self, jobs: int) -> AbstractContextManager[Team]:
        """Workers for so many jobs, at work until it is left."""


def mapped(
    work: Callable[[Job], Outcome],
    jobs: Sequence[Job],
    broken: Callable[[Job], Outcome],
    crew: Crew,
    few: int = 0,
    file_of: Callable[[Job], str] = str,
) -> Iterator[Outcome]:
    """What `work` makes of each of the jobs, in their order; up to `few` jobs are done in this process if it is `here`.

    `file_of` tells of a job the file that it reads; a job may be that file. Where a worker ends, what was under way is
    done again, each job alone; one that ends its worker then, too, gives what `broken` makes of it.
    """
    if crew.here and len(jobs) <= few:
        yield from map(work, jobs)
        return
    waiting = deque(jobs)
    while waiting:
        for job in (yield from _together(work, waiting, crew, file_of)):
            yield _alone(work, job, broken, crew, file_of)


def _together(
    work: Callable[[Job], Outcome], waiting: deque[Job], crew: Crew, file_of: Callable[[Job], str]
) -> Generator[Outcome, None, list[Job]]:
    """Outcomes of the jobs that wait, until the team is done or a worker is lost; then the jobs that were under way."""
    begun: deque[tuple[Job, Promise]] = deque()
    with crew.team(len(waiting)) as team:
        last = 0 if team.most is None else max(len(waiting) - team.most, 0)
        while len(waiting) > last or begun:
            try:
                while len(waiting) > last and len(begun) < _AHEAD * team.size:
                    begun.append((waiting[0], team.submit(work, waiting[0], file_of(waiting[0]))))
                    waiting.popleft()
                outcome: Outcome = begun[0][1].result()
            except WorkerLostError:
                return [job for job, _ in begun]
            begun.popleft()
            yield outcome
    return []


def _alone(
    work: Callable[[Job], Outcome],
    job: Job,
    broken: Callable[[Job], Outcome],
    crew: Crew,
    file_of: Callable[[Job], str],
) -> Outcome:
    with crew.team(1) as team:
        try:
            outcome: Outcome = team.submit(work, job, file_of(job)).result()
        except WorkerLostError:
            return broken(job)
        return outcome


def done(work: Callable[[Job], Outcome], job: Job) -> Outcome:
    """What work makes of a job, in a worker, which has as much memory after it as before.

    Python looks for what holds itself only after many objects; those of one job are few, but hold whole pages.
    """
    outcome = work(job)
    gc.collect(1)
    return outcome


class Processes:
    """The processes of this machine, as many as it has cores; they end when this one is killed.

    A process of such a pool waits for work from a pipe that it holds open itself: alone it would wait for ever.
    """

    here = True

    @contextmanager
    def team(self, jobs: int) -> Iterator[Team]:
        """So many processes, or one for each core."""
        # One file alone, made in this process, needs nothing of this.
        from concurrent.futures import ProcessPoolExecutor

        size = min(jobs, os.cpu_count() or 1)
        with ProcessPoolExecutor(size, initializer=begin) as pool:
            yield _Pool(pool, size)


PROCESSES = Processes()
"""The crew that works where no other is named."""


class _Pool:
    def __init__(self, pool: ProcessPoolExecutor, size: int) -> None:
        self._pool, self.size, self.most = pool, size, size * _MOST

    def submit(self, work: Callable[[Any], Any], job: Any, file: str) -> Promise:
        del file  # it is on this machine
        from concurrent.futures.process import BrokenProcessPool

        try:
            return _Awaited(self._pool.submit(done, work, job))
        except BrokenProcessPool as error:
            raise WorkerLostError from error


class _Awaited:
    def __init__(self, future: Future[Any]) -> None:
        self._future = future

    def result(self) -> Any:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._future.result()
        except BrokenProcessPool as error:
            raise WorkerLostError from error


def begin() -> None:
    """Begin in a process of a pool: what it has as a copy stays to its end, and is not looked through for garbage."""
    gc.freeze()
    watch_parent()


def watch_parent() -> None:
    """End this process, which works for another, when that one ends."""
    import threading

    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    assert parent is not None, "this runs in a process of a pool"
    parent.join()
    os._exit(1)
