"""Verbs in the present, where speech is reported in the past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


_NEAR = 3
"""Words, of which the last is empty: what stands before a verb ends in a blank."""
_IS_VERB = re.compile(r" (?:be|have|not|also|continue|remain)\b")
"""What stands before these words is no noun."""


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
        if match["verb"] in lists["nouns"] and noun.search(sentence) and not _IS_VERB.match(text, match.end("verb")):
            continue
        if match["verb"] in lists["plain"] and _is_bound(modal, sentence):
            continue
        yield in_text(rule, subject, stretch, match.span(), past[match["verb"]] + match[0][len(match["verb"]) :])


def _is_bound(modal: re.Pattern[str], before: str) -> bool:
    """Whether a modal stands before a verb: "to" right before it, or with a word between, the others anywhere."""
    near = len(before) - len(" ".join(before.split(" ")[-_NEAR:]))
    return any(match[0].lower() != "to" or match.start() >= near for match in modal.finditer(before))


def _start(text: str, at: int) -> int:
    """Where the sentence begins in which a place is."""
    return max(text.rfind(sign, 0, at) for sign in (". ", "? ", "! ", "; ")) + 1
