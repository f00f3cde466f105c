"""Processes that work for this one, and end with it, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor

__all__ = ["workers"]


def workers(count: int | None = None) -> ProcessPoolExecutor:
    """A pool of so many processes, or of as many as there are cores; they end when this process is killed.

    A process of such a pool waits for work from a pipe that it holds open itself: alone it would wait for ever.
    """
    return ProcessPoolExecutor(count, initializer=_watch_parent)


def _watch_parent() -> None:
    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None, "this runs in a process of a pool"
    parent.join()
    os._exit(1)
