"""Verbs in the present, where speech is reported in the past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each of the `verbs` of the rule; and of its `plain` ones, if no modal stands before them in the sentence.

    Of each the `past` is told. Those that may be `nouns` are none behind what stands `before` a noun; `fixed` phrases
    stay as they are. What a colon announces is read out.
    """
    lists = rule.words
    past = dict(zip((*lists["verbs"], *lists["plain"]), lists["past"], strict=True))
    there = past.keys() & subject.vocabulary
    if not there:
        return
    verb = re.compile(rf"(?<![\w-])(?P<verb>{'|'.join(past)})(?![\w-])(?: not\b)?(?: [a-z]+)?")
    modal = re.compile(rf"(?<![\w-])(?i:{'|'.join(lists['modals'])})(?![\w-])")
    noun = re.compile(rf"\b(?:{'|'.join(lists['before'])}) \Z")
    for stretch, text, match in matches(subject, rule, verb, there):
        sentence = text[_start(text, match.start()) : match.start()]
        if ":" in sentence or any(text.startswith(phrase, match.start()) for phrase in lists["fixed"]):
            continue
        if match["verb"] in lists["nouns"] and noun.search(sentence):
            continue
        if match["verb"] in lists["plain"] and modal.search(sentence):
            continue
        yield in_text(rule, subject, stretch, match.span(), past[match["verb"]] + match[0][len(match["verb"]) :])


def _start(text: str, at: int) -> int:
    """Where the sentence begins in which a place is."""
    return max(text.rfind(sign, 0, at) for sign in (". ", "? ", "! ", "; ")) + 1
