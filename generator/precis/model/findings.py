"""What is wrong with an input (faults), and what a reader did with it (findings)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from precis.model.messages import MESSAGES, FindingKind

__all__ = ["Columns", "Fault", "Faults", "FileSpan", "Finding", "FindingKind", "PrecisError", "Unit"]


Unit = Literal["line", "paragraph", "page"]
"""What the places of a file are counted in: lines of a text, paragraphs of a Word file, pages of a PDF."""


Columns = tuple[int, int]
"""The first and the last column of words in a line, counted from 1."""


@dataclass(frozen=True, slots=True)
class FileSpan:
    """A file, as the user named it, a line in it, and the first and the last column of the words in that line.

    Lines and columns are counted from 1; each may be unknown. In a file that has no lines, `line` counts what `unit`
    says.
    """

    file: str = ""
    line: int | None = None
    unit: Unit = "line"
    columns: Columns | None = None

    def __str__(self) -> str:
        if self.line is None:
            return self.file
        return f"{self.file}:{self.line}" if self.unit == "line" else f"{self.file}, {self.unit} {self.line}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, what was found, what to write instead.

    `code` is one of `MESSAGES`: a stable word for tests and tools. `message` reads aloud: "'13/12/24' is not a date;
    write 2024-12-13". `field` is the key of the field of the source, if it is one that is wrong.
    """

    span: FileSpan
    code: str
    message: str
    field: str = ""

    def __str__(self) -> str:
        where = str(self.span)
        return f"{where}: {self.message}" if where else self.message


class PrecisError(Exception):
    """The base of every error a user can cause."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    @classmethod
    def one(cls, code: str, message: str, span: FileSpan | None = None) -> PrecisError:
        """An error of a single fault."""
        return cls([Fault(span or FileSpan(), code, message)])


class Faults:
    """Collects the faults of one input, so that all of them are told at once."""

    def __init__(self, file: str = "") -> None:
        self.file = file
        self.found: list[Fault] = []
        self.columns: Mapping[str, Columns] = {}
        """Where the value of each field stands in its line, as far as it is known."""

    def add(
        self, code: str, message: str, line: int | None = None, field: str = "", columns: Columns | None = None
    ) -> None:
        """Note a fault on a line of the file, in the value of a field or in `columns` of the line.

        It is told in one line, whatever it quotes.
        """
        span = FileSpan(self.file, line, columns=columns or self.columns.get(field))
        self.found.append(Fault(span, code, " ".join(message.splitlines()), field))

    def check(self) -> None:
        """Raise all faults found so far, if any, in the order of their lines."""
        if self.found:
            raise PrecisError(sorted(self.found, key=lambda fault: fault.span.line or 0))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader inferred, repaired, missed or could not read; never silent.

    `code` is one of `MESSAGES`, which has its kind. `field` is the field of the record it concerns, or "text"; `old` is
    what stood there and `new` what stands in the model now (either may be empty); `reason` says why.
    """

    code: str
    span: FileSpan
    field: str
    reason: str
    old: str = ""
    new: str = ""

    @property
    def kind(self) -> FindingKind:
        """Inferred, repaired, missing, unread, or a warning."""
        kind = MESSAGES[self.code].kind
        assert kind != "fault", "a finding has the code of a finding"
        return kind

    def __str__(self) -> str:
        change = {
            (True, True): f"'{self.old}' read as '{self.new}'",
            (True, False): f"'{self.old}'",
            (False, True): f"{self.new}",
            (False, False): "",
        }[bool(self.old), bool(self.new)]
        detail = f": {change}" if change else ""
        return f"{self.span}: {self.kind}: {self.field}{detail} ({self.reason})"
