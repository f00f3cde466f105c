"""What a desk that is open holds: its folder and settings, its processes, and who listens to news."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.requests import Request

from precis.assets import Assets
from precis.desk.board import board_data
from precis.desk.folder import Folder
from precis.desk.hands import DroppedError, Hand
from precis.desk.pictures import warm
from precis.desk.preview import preview
from precis.desk.words import Words, interface_languages, language_wanted, words_of
from precis.model import PrecisError
from precis.tasks.rendering import Settings

__all__ = ["LANGUAGE", "PLAIN", "Desk", "Job", "SaidError"]

LANGUAGE, PLAIN = "precis-lang", "precis-plain"
"""The cookies in which a browser keeps the language of the interface, and that it wants plain text fields."""
_QUIET = 15.0
"""Seconds after which a connection on which nothing was told is looked at: its page may be gone."""
_JOBS = 4
"""PDF files that are held at once, whose pages are looked at."""


_WARM = ("warm", "")


class SaidError(Exception):
    """A request does not say what it must."""


@dataclass(frozen=True, slots=True)
class Job:
    """The pages of a text: its path, and its PDF."""

    path: str
    data: bytes


@dataclass
class Desk:
    """A desk on a folder. `left_alone` are words that checks leave alone, `indexes` are searched for precedents.

    Paths of the settings, of `output` and of the indexes are absolute: the processes work in the folder.
    """

    folder: Folder
    settings: Settings
    output: Path
    left_alone: tuple[str, ...] = ()
    indexes: tuple[Path, ...] = ()
    text: Hand = field(init=False)
    checks: Hand = field(init=False)
    pages: Hand = field(init=False)
    work: Hand = field(init=False)
    jobs: dict[str, Job] = field(default_factory=dict)
    _listeners: set[asyncio.Queue[dict[str, Any]]] = field(default_factory=set)
    _stop: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.text, self.checks, self.pages, self.work = (Hand(self.folder.root) for _ in range(4))

    @property
    def assets(self) -> Assets:
        """The files of templates."""
        return self.settings.assets

    def language(self, request: Request) -> str:
        """The language of the interface that a browser has chosen, or wants."""
        chosen = request.cookies.get(LANGUAGE, "")
        known = interface_languages(self.assets)
        return chosen if chosen in known else language_wanted(request.headers.get("accept-language", ""), self.assets)

    def words(self, request: Request) -> Words:
        """The words of the interface in that language."""
        return words_of(self.language(request), self.assets)

    def today(self) -> dt.date:
        """The day by which the board tells what is late."""
        return dt.datetime.now(dt.UTC).astimezone().date()

    def put(self, job: str, made: Job) -> None:
        """Hold the pages of a text, in the place of older ones of the same file."""
        for name in [name for name, each in self.jobs.items() if each.path == made.path]:
            del self.jobs[name]
        while len(self.jobs) >= _JOBS:
            del self.jobs[next(iter(self.jobs))]
        self.jobs[job] = made

    def announce(self, event: dict[str, Any]) -> None:
        """Tell all browsers that listen."""
        for listener in self._listeners:
            listener.put_nowait(event)

    async def events(self) -> AsyncIterator[dict[str, Any] | None]:
        """What is told from now on; None now and then, so that a connection that is gone is found out."""
        listener: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            yield None
            while not self._stop.is_set():
                try:
                    event = await asyncio.wait_for(listener.get(), timeout=_QUIET)
                except TimeoutError:
                    event = {}
                yield event or None
        finally:
            self._listeners.discard(listener)

    async def watch(self) -> None:
        """Tell of each file of the folder that changes."""
        from watchfiles import awatch

        async for changes in awatch(self.folder.root, stop_event=self._stop):
            for name in sorted({name for _, path in changes if (name := self.folder.name_of(Path(path)))}):
                self.announce({"kind": "changed", "path": name, "version": self.folder.version(name)})

    async def warm(self) -> None:
        """Have the processes load what they need, and read a record once, before anybody waits for it."""
        try:
            name = next(self.folder.sources(), None)
            text = "" if name is None else self.folder.read(name).text
            await asyncio.gather(
                self.checks.do(_WARM, board_data, self.folder.root, self.settings, self.today(), checked=False),
                self.text.do(_WARM, preview, name or "", text, self.settings),
            )
            await self.pages.do(_WARM, warm)
        except (PrecisError, DroppedError, OSError):
            # What is wrong is told when somebody looks at it.
            return

    def let_go(self) -> None:
        """End what would hold up the end: those who listen hear nothing more, and no work is waited for."""
        self._stop.set()
        self.announce({})
        for hand in (self.text, self.checks, self.pages, self.work):
            hand.leave()
