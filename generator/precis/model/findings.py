"""What is wrong with an input (faults), and what a reader did with it (findings)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from precis.model.messages import MESSAGES, FindingKind

__all__ = [
    "Columns",
    "Fault",
    "Faults",
    "FileSpan",
    "Finding",
    "FindingKind",
    "PrecisError",
    "Unit",
    "columns_of",
]


Unit = Literal["line", "paragraph", "page"]
"""What the places of a file are counted in: lines of a text, paragraphs of a Word file, pages of a PDF."""


Columns = tuple[int, int]
"""The first and the last column of words in a line, counted from 1."""


def columns_of(words: str, line: str) -> Columns | None:
    """Where words stand in a line for the first time; None if they do not."""
    at = line.find(words) if words else -1
    return None if at < 0 else (at + 1, at + len(words))


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

    @property
    def place(self) -> str:
        """The file, the line and the first column, as editors take them: "590.md:13:5"."""
        return f"{self}:{self.columns[0]}" if self.columns and self.line and self.unit == "line" else str(self)


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

    def of(self, file: str) -> Fault:
        """The fault of a file: the same, with the name of the file if it has none."""
        return self if self.span.file else replace(self, span=replace(self.span, file=file))


class PrecisError(Exception):
    """The base of every error a user can cause. `findings` are what else is told of the inputs that have faults."""

    def __init__(self, faults: Iterable[Fault], findings: Iterable[Finding] = ()) -> None:
        self.faults = tuple(faults)
        self.findings = tuple(findings)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    @classmethod
    def one(cls, code: str, message: str, span: FileSpan | None = None) -> PrecisError:
        """An error of a single fault."""
        return cls([Fault(span or FileSpan(), code, message)])


class Faults:
    """Collects the faults of one input, so that all of them are told at once.

    `text` is that of the file, in whose lines the words of faults are looked for.
    """

    def __init__(self, file: str = "", text: str = "") -> None:
        self.file = file
        self._lines = text.split("\n")
        self.found: list[Fault] = []
        self.columns: Mapping[str, Columns] = {}
        """Where the value of each field stands in its line, as far as it is known."""

    def add(
        self,
        code: str,
        message: str,
        line: int | None = None,
        field: str = "",
        columns: Columns | None = None,
        words: str = "",
    ) -> None:
        """Note a fault on a line of the file: in the value of a field, in `columns` of the line, or in these `words`.

        The words stand on the line or below it in the same block. A fault is told in one line, whatever it quotes.
        """
        if words and line is not None:
            line, columns = self._place(words, line)
        span = FileSpan(self.file, line, columns=columns or self.columns.get(field))
        self.found.append(Fault(span, code, " ".join(message.splitlines()), field))

    def _place(self, words: str, line: int) -> tuple[int, Columns | None]:
        """The line and the columns of words that stand in the block of a line; that line alone if they do not."""
        for number, told in enumerate(islice(self._lines, line - 1, None), line):
            columns = columns_of(words, told)
            if columns is not None:
                return number, columns
            if not told.strip():
                break
        return line, None

    @property
    def in_order(self) -> tuple[Fault, ...]:
        """The faults found so far in the order of their lines and columns."""
        return tuple(sorted(self.found, key=lambda fault: (fault.span.line or 0, fault.span.columns or (0, 0))))

    def check(self) -> None:
        """Raise all faults found so far, if any, in the order of their lines."""
        if self.found:
            raise PrecisError(self.in_order)


_WHOLE = ("document", "file")
"""What a finding has in the place of a field if it is of all of its file, as the file's name says already."""


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
        """Inferred, repaired, missing, unread, a warning, or a note, which is told only where all is asked for."""
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
        where = f"{self.span}: " if str(self.span) else ""
        if self.field in _WHOLE and not change:
            return f"{where}{self.kind}: {self.reason}"
        if self.kind == "warning" and not change:
            return f"{where}{self.kind}: {self.field}: {self.reason}"
        if self.field == "page" and self.old and not self.new:
            return f"{where}{self.kind}: '{self.old}' was left out of the text: {self.reason}"
        detail = f": {change}" if change else ""
        return f"{where}{self.kind}: {self.field}{detail} ({self.reason})"
