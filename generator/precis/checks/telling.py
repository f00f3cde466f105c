"""How finders tell what they found: the words of the rule, filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from precis.checks.alarm import Alarm, Place
from precis.checks.rule import Rule
from precis.checks.subject import Stretch, Subject

__all__ = ["found_by", "in_field", "in_text", "listed", "matches", "texts"]


def texts(subject: Subject, rule: Rule) -> Iterator[tuple[Stretch, str]]:
    """The texts that a rule looks at, each with the words in it that are the record's own."""
    for index in subject.looked_at(rule):
        stretch = subject.stretches[index]
        if stretch.form in rule.where:
            yield stretch, stretch.text if rule.quoted else subject.own_texts[index]


def found_by(rule: Rule, subject: Subject, form: re.Pattern[str], hint: Iterable[str] = ()) -> Iterator[re.Match[str]]:
    """What a pattern that holds no line break finds in all texts as one.

    Only those texts are searched that have one of the words of `hint`, or else a hint of the rule.
    """
    text = subject.exact if rule.exact else subject.whole if rule.quoted else subject.own
    if not hint and not rule.hint:
        yield from form.finditer(text)
        return
    for index in subject.having(tuple(hint), rule.quoted) if hint else subject.looked_at(rule):
        yield from form.finditer(text, *subject.bounds(index))


def matches(
    subject: Subject, rule: Rule, form: re.Pattern[str], hint: Iterable[str] = ()
) -> Iterator[tuple[Stretch, str, re.Match[str]]]:
    """What a pattern that holds no line break finds in the texts that a rule looks at, each with its text.

    All texts are searched at once, or those that have one of the words of `hint`, which are in small letters: most hold
    nothing of what a rule looks for.
    """
    for found in found_by(rule, subject, form, hint):
        index, first = subject.text_at(found.start())
        stretch = subject.stretches[index]
        if stretch.form in rule.where:
            text = stretch.text if rule.quoted else subject.own_texts[index]
            match = form.match(text, found.start() - first)
            if match is not None:
                yield stretch, text, match


def listed(rule: Rule, subject: Subject) -> list[str]:
    """Which of the words that a rule lists a record has; of several words, all may stand apart."""
    vocabulary = subject.vocabulary
    return [
        word
        for part in rule.by_part.keys() & vocabulary
        for word, words in rule.by_part[part].items()
        if len(words) == 1 or vocabulary >= words
    ]


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
