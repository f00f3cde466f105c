"""Names of States with a slip: those that the rule lists, and those that are one letter away from one that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from precis.assets import Assets
from precis.checks.alarm import Alarm
from precis.checks.finders import swapped
from precis.checks.rule import HEADING, Rule
from precis.checks.spelling import Told
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.states import load_states, state_in
from precis.proceedings.reports import reviews_in

__all__ = ["find"]

_SHORTEST = 7
"""Letters of a name that is looked for: among shorter ones, other words and names are as near."""
_RUN = re.compile(
    r"[A-ZÀ-Þ](?:(?<![\w.’'-].)(?<!\. .)[a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+){0,2}|(?<=\b[dl]'.)[a-zà-ÿ]+)"
    r"(?![\w’'-]| [A-ZÀ-Þ])"
)
"""Words with capitals that stand alone. Behind a full stop they may be of a person: "Ms. Armenya"."""
_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]* \Z")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """What the rule lists, but for what gives itself; and what lacks a letter within, has one more or another one.

    The States of the record's headings are known, too, whose names no list has.
    """
    yield from (each for each in swapped.find(subject, rule) if each.found != each.new)
    near = _near(subject.assets, subject.record.language, subject.year)
    own = tuple(sorted(_of_headings(subject)))
    every = (near, _slips_of(own)) if own else (near,)
    for stretch, text, match in matches(subject, rule, _RUN):
        words = match[0]
        if len(words) < _SHORTEST or words in rule.words or words in own:
            continue
        name = next((told[words] for each in every if (told := each.among([words]))), None)
        if name is None or subject.states.named(words) is not None:
            continue
        if _BEFORE.search(text, 0, match.start()) is None:
            yield in_text(rule, subject, stretch, match.span(), name)


def _of_headings(subject: Subject) -> Iterator[str]:
    """The names of the States in headings that no list has."""
    for stretch, own in zip(subject.stretches, subject.own_texts, strict=True):
        if stretch.form == HEADING and "/" in stretch.text and not subject.states_in(own):
            for review in reviews_in(stretch.text, subject.wording, subject.states):
                yield review.state.unlisted


@lru_cache(maxsize=64)
def _near(assets: Assets, language: str, year: int | None) -> Told[str]:
    """The State in a language and a year whose name words are with a slip."""
    states = load_states(assets, language).in_year(year).by_code.values()
    told = states if language == "en" else [state_in(state, language, assets, year) for state in states]
    return _slips_of(tuple(name for state in told for name in (state.name, state.prose)))


def _slips_of(names: Iterable[str]) -> Told[str]:
    """The one of some names that words are with a slip, by what is left of each without one letter."""
    found: dict[str, set[str]] = {}
    for name in names:
        if len(name) >= _SHORTEST and name.replace(" ", "").replace("-", "").isalpha():
            for form in _shortened(name):
                found.setdefault(form, set()).add(name)
    return Told(lambda words: _meant(words, found))


def _shortened(word: str) -> Iterator[str]:
    """The word, and what it is without one letter; its ends stay, since another one makes an adjective of a name."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


def _meant(words: str, near: Mapping[str, set[str]]) -> str | None:
    """The one name that the words are but for a letter; None if they are one, or near to none or to several."""
    names = {name for form in _shortened(words) for name in near.get(form, ()) if name[-1] == words[-1]}
    return names.pop() if len(names) == 1 and words not in names else None
