"""Names of principal organs and of the Organization that are never abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each abbreviation with its name, which has an article."""
    names = {short: long[0] for short, long in rule.words.items() if short != "but"}
    if not any(short in subject.own for short in names):
        return
    short = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    form = re.compile(
        rf"(?<![\w.-])(?P<the>[Tt]he )?(?P<short>{short})(?![\w$-])(?! (?:{'|'.join(rule.words['but'])})\b)"
    )
    for stretch, text, match in matches(subject, rule, form):
        before = text[: match.start()]
        article = match["the"] or ("The " if not before or before.endswith((". ", "? ")) else "the ")
        # In the place of an adjective there is none: "UN bodies".
        adjective = not match["the"] and re.match(r" [a-z]", text[match.end() :]) and short != "UN"
        name = names[match["short"]]
        new = name if adjective and name == "United Nations" else f"{article}{name}"
        yield in_text(rule, subject, stretch, match.span(), new)
