"""Numbers typed before paragraphs that have them by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm, Place
from precis.checks.rule import Rule
from precis.checks.subject import Subject

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A number at the beginning of a paragraph that is the next one."""
    number = 0
    for match in re.finditer(
        r"(?:\A\n*|(?<=\n\n))(?!\n|#|>|- |\||\[\^|<!--)(?P<text>[^\n]+(?:\n(?!\n)[^\n]*)*)", subject.source
    ):
        text = match["text"]
        if text.rstrip().endswith("{-}"):
            continue
        typed = re.match(r"(\d{1,6})\.[ \t]+", text)
        if typed and int(typed[1]) == number + 1:
            line = subject.line + subject.source.count("\n", 0, match.start("text"))
            found = typed[0]
            place = Place(line=line, columns=(1, len(found)))
            yield Alarm(rule, place, rule.message.format(found=found.strip()), found, "")
        number = int(typed[1]) if typed else number + 1
