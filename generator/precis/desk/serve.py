"""The desk opened: its address told, the browser opened, and requests answered until Ctrl-C."""

from __future__ import annotations

import multiprocessing
import os
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

from precis.model import FileSpan, PrecisError
from precis.tasks.rendering import Settings

__all__ = ["serve"]

_HOST = "127.0.0.1"
_NEEDED = 'precis desk needs {name}; run: pip install "precis[desk]"'
_USUAL = 61997
"""The port of a desk that is told none: of those that belong to nobody (RFC 6335, 6) and that systems do not give away.

What a browser keeps of a text that was not saved belongs to the address, with its port.
"""
_GRACE = 1
"""Seconds in which answers under way are finished after Ctrl-C."""


def serve(
    folder: Path,
    output: Path,
    settings: Settings,
    opened: Callable[[str], None],
    *,
    port: int = 0,
    words: Sequence[str] = (),
    indexes: Sequence[Path] = (),
) -> None:
    """Serve the desk of a folder at a port of this machine, the usual or a free one if it is 0, until Ctrl-C.

    `opened` is given the address, which opens the desk once. Raises PrecisError for a folder that is not there, a port
    that is taken, and where a package is missing.
    """
    if not folder.is_dir():
        message = (
            "is a file; name the folder it is in" if folder.exists() else "is not there; name the folder of a session"
        )
        raise PrecisError.one("desk-folder", message, FileSpan(folder.as_posix()))
    try:
        import starlette  # noqa: F401
        import uvicorn
        import watchfiles  # noqa: F401
    except ImportError as error:
        raise PrecisError.one("package-missing", _NEEDED.format(name=error.name)) from error
    from precis.desk.app import application
    from precis.desk.folder import Folder
    from precis.desk.guard import Guard
    from precis.desk.state import Desk
    from precis.desk.words import interface_languages, words_of

    for language in interface_languages(settings.assets):
        words_of(language, settings.assets)
    with _listening(port) as listener:
        desk = Desk(
            Folder(folder),
            settings.absolute,
            output.absolute(),
            tuple(words),
            tuple(path.absolute() for path in indexes),
        )
        desk.folder.tidy()
        own = listener.getsockname()[1]
        guard = Guard(application(desk), own, words_of("en", settings.assets)["refused"])
        config = uvicorn.Config(
            guard,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            ws="none",
            timeout_graceful_shutdown=_GRACE,
        )
        address = f"http://{_HOST}:{own}/?token={guard.token}"
        threading.Thread(target=opened, args=(address,), daemon=True).start()
        server = uvicorn.Server(config)
        leave = server.handle_exit

        def handle_exit(sign: int, frame: FrameType | None) -> None:
            # Pages that are open listen for news, or wait for work, and would hold the server up.
            desk.let_go()
            leave(sign, frame)

        server.handle_exit = handle_exit  # type: ignore[assignment, method-assign]
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
        for worker in multiprocessing.active_children():
            worker.kill()


def _listening(port: int) -> socket.socket:
    """A socket that only this machine reaches, at the port; if it is 0 at the usual one, or another if it is taken."""
    for tried in (port,) if port else (_USUAL, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            # A desk that was killed can be begun again at once; elsewhere this would let two desks share a port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((_HOST, tried))
            listener.listen()
        except OSError as error:
            listener.close()
            if port or not tried:
                message = f"port {port} cannot be had: {error.strerror}; name another with --port, or none"
                raise PrecisError.one("port-taken", message) from error
        else:
            return listener
    raise AssertionError("some port is free")
