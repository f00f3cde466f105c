"""The processes that do the desk's work, each one job at a time: what was asked for again is done once, the newest.

Work stands beside the server, so that a page answers while a session is read, and a file that breaks its reader ends a
process that another takes the place of.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from pathlib import Path
from typing import ParamSpec, TypeVar

from precis.model import PrecisError
from precis.tasks.made import file_broken
from precis.tasks.workers import watch_parent

__all__ = ["DroppedError", "Hand"]

Given = ParamSpec("Given")
Outcome = TypeVar("Outcome")

_ALONE = get_context("spawn")
"""How processes begin: a copy of the server would hold its connections open after it closed them, and a browser that
sends its next request into one of them waits for ever.
"""


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let processes that begin meanwhile not hear Ctrl-C, which is sent to all of a terminal: the server ends them.

    The signal waits for this process; what begins has it blocked, also while it loads what it needs.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # The tracker of multiprocessing lets the signal in again once it has begun, so it begins before.
    resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin(home: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.chdir(home)
    watch_parent()


Key = tuple[str, ...]
"""What a job is, and for whom, and last the file that it is on: a newer one of the same takes its place."""


class DroppedError(Exception):
    """The job was not done, since a newer one of its key waits, or the desk is closed."""


class Hand:
    """A process that stays warm, and works in the folder `home`, so that its files are told by their names there.

    Its jobs are functions at the top of modules, which a process can be sent.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()
        self._newest: dict[Key, int] = {}
        self._numbers = itertools.count()
        self._left = asyncio.Event()

    async def do(self, key: Key, work: Callable[Given, Outcome], *given: Given.args, **named: Given.kwargs) -> Outcome:
        """What the work gives, when it is its turn.

        Raises DroppedError if the same `key` was asked for again meanwhile or the desk is closed, and PrecisError of
        `file-broken` where the work ends its process.
        """
        own = self._newest[key] = next(self._numbers)
        async with self._turn:
            if self._newest.get(key) != own or self._left.is_set():
                raise DroppedError
            del self._newest[key]
            try:
                pool = self._begun()
                with _undisturbed():
                    outcome = pool.submit(work, *given, **named)
                return await self._unless_left(asyncio.wrap_future(outcome))
            except BrokenProcessPool as error:
                self._pool = None
                raise PrecisError([file_broken(key[-1])]) from error

    async def _unless_left(self, outcome: asyncio.Future[Outcome]) -> Outcome:
        """The outcome; DroppedError if the process is sent home before it is there."""
        leaving = asyncio.ensure_future(self._left.wait())
        await asyncio.wait((outcome, leaving), return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        if not outcome.done():
            raise DroppedError
        return outcome.result()

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, _ALONE, initializer=_begin, initargs=(self._home,))
        return self._pool

    def leave(self) -> None:
        """Wait for nothing more; the process ends with that of the server."""
        self._left.set()
