"""Names of States with a capital or a small letter that they do not have."""

from __future__ import annotations

import re
from collections import Counter
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
    by_part = _names(subject.assets, subject.record.language, subject.year, rule.words["also"], rule.words["things"])
    parts = by_part.keys() & subject.vocabulary
    names = {key: of_it for part in parts for key, of_it in by_part[part].items() if subject.vocabulary >= of_it[0]}
    # A name stands as often in small letters as it stands as it is, unless it has others.
    if all(subject.sieve.whole.count(key) == subject.own.count(name) for key, (_, name) in names.items()):
        return
    # The longest first: the Democratic Republic of the Congo has the name of the Congo in its own.
    there = sorted(names, key=lambda key: (-len(key), key))
    form = re.compile(rf"(?<![\w-])(?i:{'|'.join(map(re.escape, there))})(?![\w-])")
    for stretch, _, match in matches(subject, rule, form, there):
        name, found = names[match[0].lower()][1], match[0]
        if (found[1:] != name[1:] or (name[0].isupper() and found[0].islower())) and not found.isupper():
            yield in_text(rule, subject, stretch, match.span(), name)


@lru_cache(maxsize=64)
def _names(
    assets: Assets, language: str, year: int | None, also: tuple[str, ...], things: tuple[str, ...]
) -> Mapping[str, Mapping[str, tuple[frozenset[str], str]]]:
    """The names of States in a language and a year by the rarest of their words, and by all of them in small letters.

    Each has these words, and the name as it is.
    """
    states: Iterable[State] = load_states(assets, language).in_year(year).by_code.values()
    if language != "en":
        states = [state_in(state, language, assets, year) for state in states]
    forms = {normal(form) for state in states for form in (state.official, state.name, state.prose) if form}
    forms |= set(also)
    words = {form: frozenset(words_of(form)) for form in sorted(forms) if form.lower() not in things}
    counts = Counter(word for of_it in words.values() for word in of_it)
    found: dict[str, dict[str, tuple[frozenset[str], str]]] = {}
    for form, of_it in words.items():
        rarest = min(of_it, key=lambda word: (counts[word], word))
        found.setdefault(rarest, {})[form.lower()] = of_it, form
    return found
