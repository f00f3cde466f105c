"""Verbs of speech in the present, where what was said is reported in the past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.hints import words_of
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import tree_of

__all__ = ["find"]

_REACH = 200
"""No speaker, with what is said of him or her between commas, has more characters before the verb."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """One of the verbs of the rule between who speaks and a word that tells what is said: "that", "whether".

    Those that are `nouns`, too, are left alone before a word that stands behind one: the State party reports to come.
    """
    lists = rule.words
    past = dict(zip((*lists["says"], *lists["say"]), (*lists["said"], *lists["said_so"]), strict=True))
    for who, verbs in ((lists["who"], lists["says"]), (lists["several"], lists["say"])):
        hint = list(_side_by_side(subject, verbs, lists["then"]))
        if not hint:
            continue
        speaker, form = _forms(who, verbs, lists["then"])
        for stretch, text, match in matches(subject, rule, form, hint):
            if match["verb"] in lists["nouns"] and match["then"] in lists["behind_nouns"]:
                continue
            if speaker.search(text[max(0, match.start() - _REACH) : match.start()]):
                yield in_text(rule, subject, stretch, match.span("verb"), past[match["verb"]])


def _side_by_side(subject: Subject, verbs: tuple[str, ...], then: tuple[str, ...]) -> Iterator[str]:
    """Each verb with a word that tells what is said whose words stand beside one another in the record."""
    ends, begins = _by_word(verbs, -1), _by_word(then, 0)
    for end in ends.keys() & subject.behind.keys():
        for begin in begins.keys() & subject.behind[end]:
            yield from (f"{verb} {word}" for verb in ends[end] for word in begins[begin])


@lru_cache(maxsize=8)
def _by_word(words: tuple[str, ...], place: int) -> Mapping[str, list[str]]:
    """Words by the first or the last of each."""
    found: dict[str, list[str]] = {}
    for each in words:
        found.setdefault(words_of(each)[place], []).append(each)
    return found


@lru_cache(maxsize=8)
def _forms(
    who: tuple[str, ...], verbs: tuple[str, ...], then: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Who speaks, at the end of what stands before a verb; a verb with what tells what is said."""
    speaker = rf"(?:{'|'.join(who)})(?: \([^)]*\))?(?:,? |, [^.?!:;]+, )\Z"
    form = rf"(?P<verb>{tree_of(sorted(verbs))}) (?P<then>{tree_of(sorted(then))})\b"
    return re.compile(speaker), re.compile(form)
