"""Questions without a question mark, and what is asked in reported speech with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches, texts

__all__ = ["find"]

_SHOWN = 3
"""Of a sentence, so many words at its end are told."""
_MARK = re.compile(r"\?")
_SENTENCE = re.compile(r"[A-Z](?:(?<=^.)|(?<=[.?!] .))")
_ASKS = r"(?:asked|wondered|[ie]nquired|wished to know|would like to know)"
_AUXILIARIES = frozenset({"was", "were", "had", "did", "would", "could", "should", "might"})


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A sentence that asks "whether" and ends in a question mark, and one that begins as a question and ends in a stop.

    Behind a colon, a semicolon or a dash a question may follow. "What had been done was enough" is no question: it has
    a second verb.
    """
    asked, begins = _forms(rule.words["asked"], rule.words["begins"])
    for stretch, text, match in matches(subject, rule, _MARK):
        end = match.end()
        sentence = text[max(text.rfind(sign, 0, end - 1) for sign in ".?!;") + 1 : end]
        if asked.search(sentence):
            yield in_text(rule, subject, stretch, _end(text, end), why="what is reported has a full stop")
    for stretch, text in texts(subject, rule):
        for start in _SENTENCE.finditer(text):
            question = begins.match(text, start.start())
            if question is not None and sum(word in _AUXILIARIES for word in question[0].split()) == 1:
                yield in_text(rule, subject, stretch, _end(text, question.end()), why="a question has a question mark")


@lru_cache(maxsize=4)
def _forms(asked: tuple[str, ...], begins: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is asked in reported speech, with a question mark; what begins as a question, with a stop."""
    return (
        re.compile(rf"{_ASKS} (?:{'|'.join(asked)})\b[^:–□]*\?\Z"),
        re.compile(rf"(?:{'|'.join(begins)})\b(?P<rest>[^,.?!:;□]*)\.(?= |\Z)"),
    )


def _end(text: str, end: int) -> tuple[int, int]:
    words = text[:end].rsplit(maxsplit=_SHOWN)[-_SHOWN:]
    return end - len(" ".join(words)), end
