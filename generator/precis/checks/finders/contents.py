"""Contents that a record prints and that are not its headings."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.model import Inlines, plain
from precis.proceedings import normal
from precis.proceedings.contents import contents_of

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The first heading that stands in the contents otherwise, or not at all; or what the text has not."""
    printed = subject.record.contents_as_printed
    if printed is None:
        return
    given = [_words(item.inlines) for item in printed]
    own = [_words(item.inlines) for item in contents_of(subject.record.headings, subject.wording)]
    if given == own or not own:
        return
    for heading in own:
        if heading not in given:
            yield in_field(rule, "contents", heading, fix="leave contents: out, and they are the headings")
    for item in given:
        if item not in own:
            yield in_field(rule, "contents", item, fix="no heading of the text says this")


def _words(inlines: Inlines) -> str:
    return " ".join(normal(plain(inlines)).split()).casefold()
