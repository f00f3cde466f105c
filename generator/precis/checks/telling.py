"""How finders tell what they found: the words of the rule, filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm, Place
from precis.checks.rule import Rule
from precis.checks.subject import Stretch, Subject

__all__ = ["in_field", "in_text", "matches", "texts"]


def texts(subject: Subject, rule: Rule) -> Iterator[tuple[Stretch, str]]:
    """The texts that a rule looks at, each with the words in it that are the record's own."""
    for stretch, own in zip(subject.stretches, subject.own_texts, strict=True):
        if stretch.form in rule.where:
            yield stretch, stretch.text if rule.quoted else own


def matches(subject: Subject, rule: Rule, form: re.Pattern[str]) -> Iterator[tuple[Stretch, str, re.Match[str]]]:
    """What a pattern that holds no line break finds in the texts that a rule looks at, each with its text.

    All texts are searched at once: most hold nothing of what a rule looks for.
    """
    whole = subject.whole if rule.quoted else subject.own
    for found in form.finditer(whole):
        index, first = subject.text_at(found.start())
        stretch = subject.stretches[index]
        if stretch.form in rule.where:
            text = stretch.text if rule.quoted else subject.own_texts[index]
            match = form.match(text, found.start() - first)
            if match is not None:
                yield stretch, text, match


def in_text(
    rule: Rule, subject: Subject, stretch: Stretch, span: tuple[int, int], new: str | None = None, **values: str
) -> Alarm:
    """An alarm about the characters `span` of a text; `new` is what would stand there."""
    found = stretch.exact[span[0] : span[1]]
    message = rule.message.format(**{"found": found, "fix": new or "", **values})
    return Alarm(rule, subject.within(stretch, *span), message, found, new)


def in_field(rule: Rule, field: str, found: str = "", **values: object) -> Alarm:
    """An alarm about a field of the cover."""
    return Alarm(rule, Place(field=field), rule.message.format(**{"found": found, **values}), found)
