"""PDF files read in a process apart, with limits of time and memory.

pdfium is C code, and a small file can ask it for years of work: forms that draw forms, streams that grow a
thousandfold. No look at the file beforehand finds all of these, so a process reads it that may be ended.
The process serves the files that follow as well, as starting it takes longer than reading a record.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from typing import IO, Any

from precis.model import FileSpan, PrecisError
from precis.reading.line import FileText

__all__ = ["LIMITS", "Limits", "read_pdf", "serve"]


class Limits:
    """What reading one file may take."""

    seconds = 30
    """Of processor time; the longest of records takes less than five."""
    megabytes = 1_000
    """Of memory, the program's own among it."""


LIMITS = Limits()
_LENGTH = 8
_DYING = 1.0
_WATCH = 0.25
"""Seconds, both."""
_lock = threading.Lock()
_workers: dict[int, subprocess.Popen[bytes]] = {}


def read_pdf(data: bytes, file: str) -> FileText:
    """The lines of a PDF, by its structure where this project wrote it, and by positions where it did not.

    Raises PrecisError for a file that is damaged, locked or too large, that has no text, or takes too long to read.
    """
    with _lock:
        worker = _worker()
        assert worker.stdin is not None and worker.stdout is not None, "both are pipes"
        try:
            _send(worker.stdin, (data, file, LIMITS.seconds, LIMITS.megabytes))
            answer = _receive(worker.stdout)
        except (OSError, EOFError) as error:
            raise _died(worker, file) from error
    if isinstance(answer, FileText):
        return answer
    raise answer if isinstance(answer, Exception) else PrecisError(answer)


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Read the files that come from `source`, one after another, and give what they hold to `target`.

    Of a file that is refused, its faults are given. An error of this program is given as it is.
    """
    threading.Thread(target=_end_after, args=(os.getppid(),), daemon=True).start()
    # What is slow to load comes after: the parent may be gone meanwhile.
    from precis.reading.forms.pdf.reading import read_here

    while True:
        try:
            data, file, seconds, megabytes = _receive(source)
        except EOFError:
            return
        _limit(seconds, megabytes)
        try:
            _send(target, read_here(data, file))
        except PrecisError as error:
            _send(target, error.faults)
        except MemoryError:
            return
        except Exception as error:
            _send(target, error)


def _end_after(parent: int) -> None:
    """End this process when its parent is gone, also in the middle of a file; between two the closed pipe ends it.

    Windows gives the number of the parent for ever; the pipe alone ends the process there.
    """
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(0)


def _worker() -> subprocess.Popen[bytes]:
    """The process of this one; a fork of it starts its own."""
    worker = _workers.get(os.getpid())
    if worker is None or worker.poll() is not None:
        # -P: what lies in the user's folder is not imported, whatever its name.
        command = [sys.executable, "-P", "-m", "precis.reading.forms.pdf"]
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        worker = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=paths
        )
        _workers.clear()
        _workers[os.getpid()] = worker
        atexit.register(_end, worker)
    return worker


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.kill()
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            pipe.close()


def _died(worker: subprocess.Popen[bytes], file: str) -> PrecisError:
    """What a user is told of a file on which the process ended: it was too costly, or the process failed."""
    try:
        # Its pipe closes a moment before it is known to have ended, and how.
        ended = worker.wait(timeout=_DYING)
    except subprocess.TimeoutExpired:
        ended = 0
    _end(worker)
    if ended > 0:
        message = f"cannot be read: the process that reads PDF files ended by itself, with {ended}; try it once more"
        return PrecisError.one("pdf-reader", message, FileSpan(file))
    known = (0, -signal.SIGKILL, -getattr(signal, "SIGXCPU", 0))
    other = "" if ended in known else f", or ends its reader (by signal {-ended})"
    message = (
        f"takes more than {LIMITS.seconds} s or {LIMITS.megabytes:,} MB to read{other}, so it is damaged or made to "
        "do harm; get it again, or save it anew from the program that made it"
    )
    return PrecisError.one("pdf-costly", message, FileSpan(file))


def _send(pipe: IO[bytes], thing: Any) -> None:
    data = pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_LENGTH) + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    length = pipe.read(_LENGTH)
    if len(length) < _LENGTH:
        raise EOFError
    data = pipe.read(int.from_bytes(length))
    return pickle.loads(data)


def _limit(seconds: int, megabytes: int) -> None:
    """Set how long and how large this process may be until its next file. Windows knows no such limits.

    A hard limit that is set already stays, and none goes beyond it: no process may raise it.
    """
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds
    for kind, wanted in ((resource.RLIMIT_CPU, until), (resource.RLIMIT_AS, megabytes * 1_000_000)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
