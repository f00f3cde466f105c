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
    """Each heading that stands in the contents otherwise, or not at all; and each item that the text has not.

    An item in the place of a heading is told once, with the words of the heading.
    """
    printed = subject.record.contents_as_printed
    if printed is None:
        return
    given = [_words(item.inlines) for item in printed]
    own = [_words(item.inlines) for item in contents_of(subject.record.headings, subject.wording)]
    wanting = [heading for heading in own if not _among(heading, given)]
    strange = [item for item in given if not _among(item, own)]
    if not own or not (wanting or strange):
        return
    # As many of both, in one place: the heading was written otherwise.
    beside = dict(zip(given, own, strict=True)) if len(given) == len(own) else {}
    for item in strange:
        heading = beside.get(item, "")
        if heading in wanting:
            wanting.remove(heading)
            yield in_field(rule, "contents", item, fix=f"the heading there is “{heading}”")
        else:
            yield in_field(rule, "contents", item, fix="no heading of the text says this")
    for heading in wanting:
        yield in_field(rule, "contents", heading, fix="leave contents: out, and they are the headings")


def _words(inlines: Inlines) -> str:
    return " ".join(normal(plain(inlines)).split())


def _among(words: str, others: list[str]) -> bool:
    """Whether words stand among others, in capitals or not."""
    return words.casefold() in (other.casefold() for other in others)
