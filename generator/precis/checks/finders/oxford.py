"""Verbs in -ise that the United Nations writes with a z, and their nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A stem of the rule with one of its ends: with a small letter, or a capital where a sentence begins."""
    if "is" not in subject.lowered:
        return
    stems, ends = "|".join(rule.words["stems"]), "|".join(sorted(rule.words["ends"], key=len, reverse=True))
    form = re.compile(rf"(?<![\w-])(?P<stem>(?:re|de|un|over|mis)?(?:{stems}))(?P<end>{ends})(?!\w)", re.IGNORECASE)
    for stretch, text in texts(subject, rule):
        for match in form.finditer(text):
            starts = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".?!"
            if match[0][0].isupper() and not starts:
                continue
            yield in_text(rule, subject, stretch, match.span(), match["stem"] + match["end"].replace("s", "z", 1))
