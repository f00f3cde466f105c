"""The articles "a" and "an" before the sound of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """An article that does not go with the first sound of the word behind it. Before h both are in use with "an"."""
    behind = ((article, word) for article in ("a", "an") for word in subject.behind.get(article, ()))
    pairs = [pair for pair in behind if _is_wrong(*pair, rule)]
    for article, word in sorted(pairs):
        form = re.compile(
            rf"(?<![\w.’'/-])(?P<article>{article}|{article.capitalize()}) (?P<word>(?i:{re.escape(word)}))(?![\w-])"
        )
        for stretch, text, match in matches(subject, rule, form, [word]):
            # Capitals are read as letters, or as a word: only the first are sure.
            begins = not match.start() or text[match.start() - 2 : match.start()] in (". ", "? ", "! ")
            if (match["article"][0] == "A" and not begins) or _is_unsure(match["word"], rule):
                continue
            new = f"{article}n" if article == "a" else "a"
            new = new.capitalize() if match["article"][0] == "A" else new
            yield in_text(rule, subject, stretch, match.span(), f"{new} {match['word']}")


def _is_wrong(article: str, word: str, rule: Rule) -> bool:
    lists = rule.words
    if word[1:2] in ("", "-") or not word[0].isascii() or not word[0].isalpha() or word in lists["none"]:
        return False
    if word.upper() in lists["letters"] or word.startswith(tuple(lists["silent"])):
        return article == "a"
    if word[0] not in "aeiou":
        return article == "an" and word[0] != "h"
    vowel = word.startswith(tuple(lists["vowels"])) or not word.startswith((*lists["sounded"], "uni"))
    return vowel == (article == "a")


def _is_unsure(word: str, rule: Rule) -> bool:
    return word[1].isupper() and word not in rule.words["letters"]
