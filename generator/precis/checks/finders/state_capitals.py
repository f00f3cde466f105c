"""Names of States with a capital or a small letter that they do not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from precis.assets import Assets
from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.sieve import words_of
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.states import State, load_states, state_in
from precis.proceedings import normal

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A name that stands with other capitals than its own, but for those of a text in capitals.

    `also` are more names than the lists of States have; `things` are names that in small letters are words.
    """
    names = _names(subject.assets, subject.record.language, subject.year, rule.words["also"], rule.words["things"])
    there = sorted(key for key, (words, _) in names.items() if subject.vocabulary >= words)
    if not there:
        return
    # The longest first: the Democratic Republic of the Congo has the name of the Congo in its own.
    form = re.compile(rf"(?<![\w-])(?i:{'|'.join(map(re.escape, sorted(there, key=len, reverse=True)))})(?![\w-])")
    hint = {word for key in there for word in names[key][0]}
    for stretch, _, match in matches(subject, rule, form, hint):
        name, found = names[match[0].lower()][1], match[0]
        if (found[1:] != name[1:] or (name[0].isupper() and found[0].islower())) and not found.isupper():
            yield in_text(rule, subject, stretch, match.span(), name)


@lru_cache(maxsize=64)
def _names(
    assets: Assets, language: str, year: int | None, also: tuple[str, ...], things: tuple[str, ...]
) -> Mapping[str, tuple[frozenset[str], str]]:
    """The names of States in a language and a year by their words in small letters: these, and the name as it is."""
    states: Iterable[State] = load_states(assets, language).in_year(year).by_code.values()
    if language != "en":
        states = [state_in(state, language, assets, year) for state in states]
    forms = {normal(form) for state in states for form in (state.official, state.name, state.prose) if form}
    forms |= set(also)
    return {form.lower(): (frozenset(words_of(form)), form) for form in sorted(forms) if form.lower() not in things}
