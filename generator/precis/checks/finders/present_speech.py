"""Verbs of speech in the present, where what was said is reported in the past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_REACH = 200
"""No speaker, with what is said of him or her between commas, has more characters before the verb."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """One of the verbs of the rule between who speaks and a word that tells what is said: "that", "whether"."""
    for who, verbs in ((rule.words["who"], rule.words["says"]), (rule.words["several"], rule.words["say"])):
        told = [verb for verb in verbs if subject.has(verb)]
        if not told:
            continue
        speaker = re.compile(rf"(?:{'|'.join(who)})(?: \([^)]*\))?(?:,? |, [^.?!:;]+, )\Z")
        form = re.compile(rf"(?:{'|'.join(told)}) (?={'|'.join(rule.words['then'])}\b)")
        for stretch, text, match in matches(subject, rule, form):
            before = speaker.search(text[max(0, match.start() - _REACH) : match.start()])
            if before is not None:
                yield in_text(rule, subject, stretch, (match.start() - len(before[0]), match.end() - 1))
