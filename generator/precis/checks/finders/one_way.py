"""Two forms of one thing in one record: that which stands less often is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import COVERED, Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_ALONE = re.compile(r"(?<!\w)['’]|['’](?!\w)")
"""What is like an apostrophe and may be a quotation mark."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The first place of each form that is not the usual one of the record. Each list of the rule has such forms.

    What stands behind one of the words `but` of the rule is a name, and none of them.
    """
    whole = subject.exact if rule.exact else subject.own
    if all(sum(form in whole for form in forms) < 2 for name, forms in rule.words.items() if name != "but"):
        return
    looked = [
        (stretch, _without_names(stretch.exact if rule.exact else text, rule)) for stretch, text in texts(subject, rule)
    ]
    whole = "\n".join(text for _, text in looked)
    for name, forms in rule.words.items():
        if name == "but":
            continue
        counts = {form: whole.count(form) for form in forms}
        usual = max(forms, key=lambda form: counts[form])
        for form in forms:
            if form == usual or not counts[form]:
                continue
            stretch, text = next((stretch, text) for stretch, text in looked if form in text)
            at = text.index(form)
            yield in_text(rule, subject, stretch, (at, at + len(form)), None, other=usual)


def _without_names(text: str, rule: Rule) -> str:
    """A text in which each form that is a part of a name is covered, and each sign that no letters stand about."""
    if rule.exact:
        return _ALONE.sub(COVERED, text)
    for before in rule.words.get("but", ()):
        for form in (form for name, forms in rule.words.items() if name != "but" for form in forms):
            text = text.replace(before + form, COVERED * len(before + form))
    return text
