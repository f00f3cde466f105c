"""Verbs in -ise that the United Nations writes with a z, and their nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_WORD = re.compile(r"(?P<stem>[^\W\d_]{3,}?)(?P<end>is(?:e[drs]?|ers|ing|ation(?:al|s)?))")
_BEFORE = ("", "re", "de", "un", "over", "mis")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A stem of the rule with one of its ends: with a small letter, or a capital where a sentence begins."""
    stems, ends = frozenset(rule.words["stems"]), frozenset(rule.words["ends"])
    words = [word for word in subject.vocabulary if "is" in word]
    wrong = sorted({part for word in words for part in word.split("-") if _is_wrong(part, stems, ends)})
    if not wrong:
        return
    whole = [word for word in words if any(part in word for part in wrong)]
    form = re.compile(rf"(?<!\w)(?:{'|'.join(f'[{word[0]}{word[0].upper()}]{word[1:]}' for word in wrong)})(?![\w-])")
    for stretch, text, match in matches(subject, rule, form, whole):
        starts = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".?!"
        if match[0][0].islower() or starts:
            stem = _WORD.fullmatch(match[0])
            assert stem is not None, "the words are of this form"
            new = stem["stem"] + stem["end"].replace("s", "z", 1)
            yield in_text(rule, subject, stretch, match.span(), new)


def _is_wrong(word: str, stems: frozenset[str], ends: frozenset[str]) -> bool:
    match = _WORD.fullmatch(word)
    return (
        match is not None
        and match["end"] in ends
        and any(match["stem"].removeprefix(before) in stems for before in _BEFORE)
    )
