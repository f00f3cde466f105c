"""States that have an article in running text, without it; and those that have none, with one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.language.states import FoundState, State

__all__ = ["find"]

_BEFORE = re.compile(
    r"(?:\b(?:of|by|from|with|and|in|to|for|between|as|including|like|visited|against|on|that|which|or"
    r"|if|whether|when|while|where|because|since|but|than|until)|,|^|\.) ?\Z"
)
_AFTER = re.compile(
    r" ?(?:[,.;:?!)]|\Z)"
    r"| (?:and|or|but|had|was|were|would|could|should|in|on|to|for|by|at|with|from|under|that|which|who|of|as|than)\b"
    r"| (?:took|withdrew|said|gave|made|came|left|went|became|began|held|met|spoke|sent|put|saw)\b"
    r"| [a-z]{3,}(?<!bas)(?<!own)ed\b"
    r"| (?:before|after|since|during|until|when|where|while|because|through|between|without|within|against)\b"
)

_BETWEEN = 16
"""Characters between two States of a list: a comma, or another name."""
_LONG = 8
"""States in a list that is long."""
_OTHER = re.compile(r" (?:and|or) [A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ][\w'-]*)*")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """An article too few or too many, where the name stands alone: not "the Niger delegation"."""
    # A name is another one from a day of its year on: in that year the one before it has its article.
    last_year = subject.states if subject.year is None else subject.states.in_year(subject.year - 1)
    years = (subject.states, last_year)
    for stretch, text in texts(subject, rule):
        listed = _bare_lists(text, subject.states_in(text))
        for found in subject.states_in(text):
            if found.start in listed:
                continue
            told = text[found.start : found.end]
            if re.match(r"[Tt]he ", told):
                new = _without(found, text, rule)
            else:
                new = _with(found, text, [states.by_code.get(found.state.code) for states in years], rule)
            if new is not None:
                yield in_text(rule, subject, stretch, (found.start, found.end), new)


def _bare_lists(text: str, every: Sequence[FoundState]) -> set[int]:
    """Where the States begin of long lists in which most have no article: New York names sponsors so."""
    lists: list[list[FoundState]] = [[]]
    for found in every:
        between = text[lists[-1][-1].end : found.start] if lists[-1] else ""
        if len(between) > _BETWEEN or "." in between:
            lists.append([])
        lists[-1].append(found)
    return {found.start for each in lists if len(each) >= _LONG and _is_bare(each, text) for found in each}


def _is_bare(found: Sequence[FoundState], text: str) -> bool:
    """Whether more States of a list lack their article than have it."""
    articled = [each for each in found if each.state.article]
    return sum(not text.startswith("the ", each.start) for each in articled) * 2 > max(len(articled), 2)


def _without(found: FoundState, text: str, rule: Rule) -> str | None:
    """The name of a State that has no article, which stands there with one."""
    name, after = text[found.start + 4 : found.end], text[found.end :]
    if found.state.article or name not in (found.state.name, found.state.prose) or not _AFTER.match(after):
        return None
    # A name behind it may make an adjective of both: "the Ghana and Togo offices", "the Suriname and Marowijne Rivers".
    other = _OTHER.match(after)
    if other and other[0].rsplit(None, 1)[-1] in rule.words["things"]:
        return None
    return None if after.startswith(" of ") or (other and not _AFTER.match(after, other.end())) else name


def _with(found: FoundState, text: str, named: Sequence[State | None], rule: Rule) -> str | None:
    """The name with its article of a State that has one, which stands there without it."""
    told, before, after = text[found.start : found.end], text[: found.start], text[found.end :]
    # In parentheses is the form of lists: "Iran (Islamic Republic of)".
    if "(" in told or told.isupper() or not _BEFORE.search(before) or not _AFTER.match(after):
        return None
    names = {
        name for each in named if each and each.article == "the" for name in (each.name, each.prose, each.official)
    }
    if told not in names and told not in rule.words["usual"]:
        return None
    if re.search(r"\b(?:[Tt]he) (?:[\w-]+ )?\Z", before):
        return None
    return f"{'The' if not before.strip() or before.rstrip().endswith('.') else 'the'} {told}"
