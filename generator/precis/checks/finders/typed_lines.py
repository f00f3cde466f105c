"""Lines that open or close the text, typed in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text
from precis.language.wording import Wording
from precis.model import Paragraph

__all__ = ["find"]

_LONGEST = 200
"""No line that opens or closes a meeting is longer."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A paragraph at either end of the text that is the line made of `began` or `rose`."""
    paragraphs = [
        stretch
        for stretch in subject.stretches
        if isinstance(subject.record.blocks[stretch.at.block], Paragraph) and not stretch.at.note
    ]
    kinds = [(field, _names_of(subject.wording, kind)) for kind, field in (("opening", "began"), ("closing", "rose"))]
    for stretch in {id(each): each for each in (*paragraphs[:2], *paragraphs[-2:])}.values():
        if len(stretch.text) > _LONGEST:
            continue
        for field, names in kinds:
            read = next(
                (said for name in names if (said := subject.wording.read(name, stretch.exact.strip()))),
                None,
            )
            if read is not None and "time" in read:
                fix = f"{field}: {read['time']:%H:%M}" if read["time"] else f"{field}:"
                yield in_text(rule, subject, stretch, (0, len(stretch.text)), None, fix=fix)
                break


@lru_cache(maxsize=32)
def _names_of(wording: Wording, kind: str) -> tuple[str, ...]:
    """The formulae of the lines of a kind."""
    return tuple(name for name in wording.formulae if name.endswith(f"_{kind}"))
