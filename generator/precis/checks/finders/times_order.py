"""Times of a meeting that go back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Stretch, Subject
from precis.checks.telling import in_field, in_text
from precis.model import plain

__all__ = ["find"]

_FIGURE = re.compile(r"\d")
_LONGEST = 200
"""No line of a suspension is longer."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each suspension and resumption against the time before it, and the last against the time at which all rose."""
    opening, closing = subject.record.opening, subject.record.closing
    last = opening.time if opening else None
    suspended = False
    for stretch, times in _suspensions(subject):
        suspended = True
        for time in times:
            if last is not None and _is_before(time, last):
                yield in_text(rule, subject, stretch, (0, 0), found=_shown(time, subject), before=_shown(last, subject))
            last = time
    if suspended and closing is not None and last is not None and _is_before(closing.time, last):
        found, before = _shown(closing.time, subject), _shown(last, subject)
        yield in_field(rule, "rose", found, before=before)


def _suspensions(subject: Subject) -> Iterator[tuple[Stretch, list[dt.time]]]:
    """The lines that say when the meeting was suspended and resumed, with their times."""
    for stretch in subject.stretches:
        if stretch.form != "paragraph" or len(stretch.text) > _LONGEST or _FIGURE.search(stretch.text) is None:
            continue
        for name in ("procedure_suspension", "procedure_resumption"):
            read = subject.wording.read(name, stretch.exact.strip())
            if read is not None:
                yield stretch, [read[slot] for slot in ("time", "time2") if read.get(slot) is not None]
                break


def _is_before(time: dt.time, other: dt.time) -> bool:
    """Whether a time is earlier on the same day: the first hours of the night follow an evening."""
    return time < other and not (time.hour < 6 and other.hour > 18)


def _shown(time: dt.time, subject: Subject) -> str:
    return plain(subject.wording.time(time))
