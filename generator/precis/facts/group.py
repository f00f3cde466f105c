"""Which of the records given make a session: the largest group of one session of one body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from precis.facts.record import RecordFacts
from precis.model import FileSpan, Finding, PrecisError, Record, Session
from precis.source.session import SessionSource

__all__ = ["GivenRecord", "main_session", "no_record_of", "sorted_out"]


@dataclass(frozen=True, slots=True)
class GivenRecord:
    """A record as it was read: its file, whether its paragraphs were numbered by the reader, and its facts if known."""

    file: str
    record: Record
    computed: bool = False
    facts: RecordFacts | None = field(default=None, compare=False)


def no_record_of(
    number: int | None, body: str | None, given: Sequence[GivenRecord], source: SessionSource | None
) -> PrecisError:
    """The error of a folder none of whose records is of the session that its source names."""
    sessions = ", ".join(dict.fromkeys(str(each.record.session) for each in given))
    what = f"session {number}" + (f" of {body}" if body else "")
    message = f"none of the records is of {what}; they are of session {sessions}: put `session:` right there or here"
    line = source.lines.get("session", 1) if source else None
    return PrecisError.one("no-records", message, FileSpan(source.file if source else given[0].file, line))


def main_session(
    given: Sequence[GivenRecord], source: SessionSource | None, known: Mapping[str, str]
) -> tuple[int | None, str | None]:
    """The session and the body that most records are of, together; what the source says comes first.

    Of two sessions with as many records each the earlier is taken, of two bodies the first by its code.
    """
    session = source.session if source else Session()
    groups = {(each.record.session, _body_of(each.record, known)) for each in given}
    asked = [group for group in groups if session.number in (None, group[0]) and session.body in (None, group[1])]

    def size(group: tuple[int | None, str | None]) -> int:
        return sum(_is_of(each.record, *group, known) for each in given)

    best = min(
        asked, key=lambda each: (-size(each), each[0] is None, each[0] or 0, each[1] or "~"), default=(None, None)
    )
    return session.number or best[0], session.body or best[1]


def _is_of(record: Record, number: int | None, body: str | None, known: Mapping[str, str]) -> bool:
    """Whether a record is of a session of a body; what it does not say speaks against neither."""
    return record.session in (None, number) and (body is None or _body_of(record, known) in (None, body))


def _body_of(record: Record, known: Mapping[str, str]) -> str | None:
    """The code of a record's body: its own, or that of its symbol; None for a body that is not known."""
    if record.body is not None:
        return record.body
    return None if record.symbol is None else known.get(record.symbol.series)


def sorted_out(
    given: Sequence[GivenRecord],
    number: int | None,
    body: str | None,
    known: Mapping[str, str],
    findings: list[Finding],
) -> tuple[list[GivenRecord], list[GivenRecord]]:
    """The records of the session, and those set aside: of another session or body, or of a symbol that is taken."""
    kept: list[GivenRecord] = []
    others: list[GivenRecord] = []
    symbols: dict[str, str] = {}
    for each in given:
        record, place = each.record, FileSpan(each.file)
        symbol = str(record.symbol.bare) if record.symbol else ""
        if number is not None and record.session not in (None, number):
            reason = f"the record is of session {record.session}, the others are of session {number}; it is set aside"
            findings.append(Finding("other-session", place, "session", reason))
        elif body and _body_of(record, known) not in (None, body):
            reason = f"the record is of another body than the others ({body}); it is set aside"
            findings.append(Finding("other-body", place, "symbol", reason, old=symbol))
        elif symbol and symbol in symbols:
            reason = f"{symbols[symbol]} has the same symbol; this one is set aside: give each record its own"
            findings.append(Finding("record-twice", place, "symbol", reason, old=symbol))
        else:
            symbols[symbol] = each.file
            kept.append(each)
            continue
        others.append(each)
    return kept, others
