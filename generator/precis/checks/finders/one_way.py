"""Two forms of one thing in one record: that which stands less often is told."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The first place of each form that is not the usual one of the record. Each list of the rule has such forms."""
    looked = [(stretch, stretch.exact if rule.exact else text) for stretch, text in texts(subject, rule)]
    whole = "\n".join(text for _, text in looked)
    for forms in rule.words.values():
        counts = {form: whole.count(form) for form in forms}
        usual = max(forms, key=lambda form: counts[form])
        for form in forms:
            if form == usual or not counts[form]:
                continue
            stretch, text = next((stretch, text) for stretch, text in looked if form in text)
            at = text.index(form)
            yield in_text(rule, subject, stretch, (at, at + len(form)), None, other=usual)
