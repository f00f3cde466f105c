"""Verbs in -ise that the United Nations writes with a z, and their nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_WORD = re.compile(r"(?<![\w-])(?P<stem>[^\W\d_]{3,}?)(?P<end>is(?:e[drs]?|ers|ing|ation(?:al|s)?))(?!\w)")
_BEFORE = ("", "re", "de", "un", "over", "mis")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A stem of the rule with one of its ends: with a small letter, or a capital where a sentence begins."""
    if "is" not in subject.lowered:
        return
    stems, ends = frozenset(rule.words["stems"]), frozenset(rule.words["ends"])
    for stretch, text in texts(subject, rule):
        for match in _WORD.finditer(text):
            stem = match["stem"].lower()
            if match["end"] not in ends or not any(stem.removeprefix(before) in stems for before in _BEFORE):
                continue
            starts = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".?!"
            if match[0][0].isupper() and not starts:
                continue
            yield in_text(rule, subject, stretch, match.span(), match["stem"] + match["end"].replace("s", "z", 1))
