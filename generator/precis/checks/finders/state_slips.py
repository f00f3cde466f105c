"""Names of States with a slip: those that the rule lists, and those that are one letter away from one that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.finders import swapped
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.states import States

__all__ = ["find"]

_SHORTEST = 7
"""Letters of a name that is looked for: among shorter ones, other words and names are as near."""
_RUN = re.compile(r"(?<![\w.’'-])(?<!\. )[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){0,2}(?![\w’'-]| [A-Z])")
"""Words with capitals that stand alone. Behind a full stop they may be of a person: "Ms. Armenya"."""
_BEFORE = re.compile(r"[A-Z][\w’'-]* \Z")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """What the rule lists, but for what gives itself; and what lacks a letter within, has one more or another one."""
    yield from (each for each in swapped.find(subject, rule) if each.found != each.new)
    near = _near(subject.states)
    for stretch, text, match in matches(subject, rule, _RUN):
        words = match[0]
        if len(words) < _SHORTEST or words in rule.words or _BEFORE.search(text, 0, match.start()):
            continue
        name = _meant(words, near)
        if name is not None and subject.states.named(words) is None:
            yield in_text(rule, subject, stretch, match.span(), name)


@lru_cache(maxsize=4)
def _near(states: States) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for state in states.by_code.values():
        for name in (state.name, state.prose):
            if len(name) >= _SHORTEST and name.replace(" ", "").isalpha():
                for form in _shortened(name):
                    found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def _shortened(word: str) -> Iterator[str]:
    """The word, and what it is without one letter; its ends stay, since another one makes an adjective of a name."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


def _meant(words: str, near: Mapping[str, frozenset[str]]) -> str | None:
    """The one name that the words are but for a letter; None if they are one, or near to none or to several."""
    names = {name for form in _shortened(words) for name in near.get(form, ()) if name[-1] == words[-1]}
    return names.pop() if len(names) == 1 and words not in names else None
