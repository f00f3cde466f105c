"""Times of a meeting that go back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text
from precis.model import plain
from precis.proceedings import ProcedureKind

__all__ = ["find"]

_LINES = (ProcedureKind.SUSPENSION, ProcedureKind.RESUMPTION)


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each suspension and resumption against the time before it, and the last against the time at which all rose."""
    opening, closing = subject.record.opening, subject.record.closing
    last = opening.time if opening else None
    said = [each for each in subject.proceedings.said if each.procedure and each.procedure.kind in _LINES]
    stretches = {(each.at.block, each.at.part): each for each in subject.stretches}
    for each in said:
        assert each.procedure is not None, "these have a line of procedure"
        stretch = stretches[each.passage.at.block, each.passage.at.part]
        for time in filter(None, (each.procedure.time, each.procedure.until)):
            if last is not None and _is_before(time, last):
                yield in_text(rule, subject, stretch, (0, 0), found=_shown(time, subject), before=_shown(last, subject))
            last = time
        if closing is not None and last is not None and _is_before(closing.time, last):
            before = _shown(last, subject)
            yield in_text(rule, subject, stretch, (0, 0), found=_shown(closing.time, subject), before=before)


def _is_before(time: dt.time, other: dt.time) -> bool:
    """Whether a time is earlier on the same day: the first hours of the night follow an evening."""
    return time < other and not (time.hour < 6 and other.hour > 18)


def _shown(time: dt.time, subject: Subject) -> str:
    return plain(subject.wording.time(time))
