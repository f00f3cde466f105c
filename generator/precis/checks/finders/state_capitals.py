"""Names of States with a capital or a small letter that they do not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from precis.assets import Assets
from precis.checks.alarm import Alarm
from precis.checks.capitals import Names, by_rarest, otherwise
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.language.states import State, load_states, state_in
from precis.proceedings import normal

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A name that stands with other capitals than its own, but for those of a text in capitals.

    `also` are more names than the lists of States have; `things` are names that in small letters are words.
    """
    language, words = subject.record.language, rule.words
    yield from otherwise(subject, rule, _names(subject.assets, language, subject.year, words["also"], words["things"]))


@lru_cache(maxsize=64)
def _names(assets: Assets, language: str, year: int | None, also: tuple[str, ...], things: tuple[str, ...]) -> Names:
    """The names of States in a language and a year."""
    states: Iterable[State] = load_states(assets, language).in_year(year).by_code.values()
    if language != "en":
        states = [state_in(state, language, assets, year) for state in states]
    forms = {normal(form) for state in states for form in (state.official, state.name, state.prose) if form}
    return by_rarest(sorted(form for form in forms | set(also) if form.lower() not in things))
