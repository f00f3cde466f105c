"""The board of a session: a row a meeting, with what is done of its record and what is still to come."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from precis.assets import Assets
from precis.checks import Level
from precis.corrections.source import CorrectionsSource, read_corrections
from precis.desk.findings import Shown, of_message
from precis.desk.folder import Folder
from precis.desk.row import Row, begun, row_of
from precis.language import languages, load_wording
from precis.language.bodies import load_body
from precis.model import Fault, Faults, PrecisError, Record, Session, plain
from precis.source.field import typed_values
from precis.source.fields import OF_TAKES
from precis.source.kinds import Form
from precis.source.record import read_faulty
from precis.source.session import read_session
from precis.tasks.check import Wanted, check
from precis.tasks.circumstances import circumstances
from precis.tasks.known import Known
from precis.tasks.made import kind_of_file
from precis.tasks.rendering import Settings

__all__ = ["Board", "board", "board_data"]


@dataclass
class Board:
    """The rows of a session in the order of its meetings; its name; and faults of files that could not be read."""

    rows: list[Row] = field(default_factory=list)
    session: str = ""
    told: list[Shown] = field(default_factory=list)

    @property
    def data(self) -> dict[str, Any]:
        """The same for a page."""
        return {"rows": [asdict(row) for row in self.rows], "session": self.session, "told": self.told}


def board(
    folder: Folder, settings: Settings, today: dt.date, *, checked: bool, left_alone: tuple[str, ...] = ()
) -> Board:
    """The board of a folder on a day; with `checked`, records are held to the rules of the house, as far as changed.

    `left_alone` are words that rules leave alone.
    """
    reader = _Reader(folder, settings.assets, today)
    for name in folder.sources():
        try:
            reader.take(name)
        except PrecisError as error:
            reader.faults.extend(fault.of(name) for fault in error.faults)
    made = Board(reader.in_order(), reader.title(), [of_message(fault) for fault in reader.faults])
    if checked and any(row.path for row in made.rows):
        counts = _checked(folder, settings, left_alone)
        made.rows = [_with_counts(row, counts) for row in made.rows]
    return made


def _with_counts(row: Row, counts: Mapping[str, tuple[int, int]]) -> Row:
    if row.path is None:
        return row
    errors, warnings = counts.get(row.path, (0, 0))
    return replace(row, errors=errors, warnings=warnings)


def _checked(folder: Folder, settings: Settings, words: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """How many errors and warnings each file has, by `precis check` of the folder."""
    word = circumstances(settings.assets.folders).word((settings.body,))
    known = Known(folder.own, word)
    done = check(os.path.relpath(folder.root), settings.assets, Wanted(words=words), known=known)
    known.write()
    counts: dict[str, tuple[int, int]] = {}
    for each in done.told:
        name = folder.shown(each.file)
        errors, warnings = counts.get(name, (0, 0))
        counts[name] = errors + (each.level is Level.ERROR), warnings + (each.level is Level.WARNING)
    return counts


@dataclass
class _Reader:
    """Gathers what the sources of a folder say of its meetings."""

    folder: Folder
    assets: Assets
    today: dt.date
    faults: list[Fault] = field(default_factory=list)
    rows: dict[tuple[int | None, str], Row] = field(default_factory=dict)
    takes: dict[int | None, list[tuple[int, dict[str, Any], Record]]] = field(default_factory=dict)
    corrections: list[CorrectionsSource] = field(default_factory=list)
    session: Session | None = None
    first: Record | None = None

    def take(self, name: str) -> None:
        """Take in a source. PrecisError if it cannot be read."""
        text = self.folder.read(name).text
        form = kind_of_file(str(self.folder.path(name)), self.assets, *Form).form
        if form is Form.RECORD:
            self._record(name, text)
        elif form is Form.TAKE:
            self._take(name, text)
        elif form is Form.CORRECTIONS:
            self.corrections.append(read_corrections(text, name))
        elif form is Form.SESSION:
            self.session = read_session(text, name, self.assets).session

    def _take(self, name: str, text: str) -> None:
        read = read_faulty(text, name, self.assets, forms=(Form.TAKE,))
        own = typed_values(read.placed.front, OF_TAKES, Faults())
        record = read.placed.reading.record
        self.first = self.first or record
        take = {"path": name, "who": own.get("writer", ""), "done": own.get("done", False)}
        self.takes.setdefault(record.meeting, []).append((own.get("take", 0), take, record))

    def _record(self, name: str, text: str) -> None:
        row, record = row_of(name, text, self.assets)
        self.first = self.first or record
        row = replace(row, late=bool(row.last_day) and dt.date.fromisoformat(row.last_day) < self.today)
        key = row.number, row.language
        other = self.rows.get(key)
        if other is None or row.number is None:
            self.rows[key if row.number is not None else (None, name)] = row
        elif row.reissued:
            # The record as it was issued is the one that is worked on.
            self.rows[key] = replace(other, reissued=row.reissued)
        elif other.reissued:
            self.rows[key] = replace(row, reissued=other.reissued)
        else:
            self.rows[row.number, name] = row

    def in_order(self) -> list[Row]:
        """The rows, with the corrections to each, and those of meetings without a record."""
        rows = [replace(row, corrections=self._corrections(row)) for row in self.rows.values()]
        rows = [replace(row, takes=self._takes_of(row.number)) for row in rows]
        have = {row.number for row in rows}
        rows.extend(self._of_takes(number) for number in self.takes if number not in have)
        rows.extend(self._listed({*have, *self.takes}))
        return sorted(rows, key=lambda row: (row.number is None, row.number or 0, row.language, row.path or ""))

    def _takes_of(self, number: int | None) -> tuple[dict[str, Any], ...]:
        takes = sorted(self.takes.get(number, ()), key=lambda each: each[0])
        return tuple(shown for _, shown, _ in takes)

    def _of_takes(self, number: int | None) -> Row:
        """The row of a meeting whose takes are not joined yet."""
        _, _, record = min(self.takes[number], key=lambda each: each[0])
        return replace(begun("", record, self.assets), path=None, takes=self._takes_of(number))

    def _corrections(self, row: Row) -> int:
        bare = row.symbol.rstrip("*")
        return sum(
            each.record == row.path or (each.symbol is not None and str(each.symbol.bare) == bare)
            for each in self.corrections
        )

    def _listed(self, known: Iterable[int | None]) -> list[Row]:
        have = set(known)
        return [
            Row(number, about=meeting.subject, held=str(meeting.date or ""))
            for meeting in (self.session.meetings if self.session else ())
            for number in range(meeting.numbers.first, meeting.numbers.last + 1)
            if number not in have
        ]

    def title(self) -> str:
        """The committee and the session, as records of the first language name them."""
        record = self.first or Record()
        number = (self.session.number if self.session else None) or record.session
        body = (self.session.body if self.session else None) or record.body
        language = record.language if record.language in languages(self.assets) else "en"
        committee = load_body(body, self.assets).named(language).committee if body else ""
        session = plain(load_wording(language, self.assets).say("session", session=number)) if number else ""
        return ", ".join(" ".join(each.split()) for each in (committee, session) if each)


def board_data(
    root: Path, settings: Settings, today: dt.date, *, checked: bool, left_alone: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The board of the folder `root` for a page; else as `board`."""
    return board(Folder(root), settings, today, checked=checked, left_alone=left_alone).data
