"""The articles "a" and "an" before the sound of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_ARTICLE = re.compile(r"(?<![\w.’'/-])(?P<article>[Aa]n?) (?P<word>[^\W\d_][\w-]*)")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """An article that does not go with the first sound of the word behind it. Before h both are in use with "an"."""
    for stretch, _, match in matches(subject, rule, _ARTICLE):
        word, article = match["word"], match["article"]
        sounds = _sounds_as_vowel(word, rule)
        if sounds is None or sounds == (article.lower() == "an") or (article == "A" and match.start()):
            continue
        if article.lower() == "an" and word[0] in "hH":
            continue
        new = f"{article[0]}n" if sounds else article[0]
        yield in_text(rule, subject, stretch, match.span(), f"{new} {word}")


def _sounds_as_vowel(word: str, rule: Rule) -> bool | None:
    """Whether a word begins with the sound of a vowel; None for capitals, which are read as letters or as a word."""
    lists, small = rule.words, word.lower()
    if len(word) > 1 and word[:2].isupper():
        return True if re.split(r"[-s]", word)[0] in lists["letters"] else None
    if len(word) == 1:
        return None
    if small.startswith(tuple(lists["silent"])):
        return True
    if small[0] not in "aeiou":
        return False if small[0].isascii() else None
    if small.startswith(tuple(lists["vowels"])):
        return True
    return not small.startswith((*lists["sounded"], "uni"))
