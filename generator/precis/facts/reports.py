"""Reports of States parties as records name them: "the combined second to fourth periodic reports of Jamaica"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from precis.language.english import our_english
from precis.language.states import FoundState, State, States
from precis.proceedings import Report

__all__ = ["FoundReport", "find_reports", "numbers_of", "reports_in", "state_list"]

_ORDINAL = rf"(?:initial|{our_english().session_pattern})"
_SERIES = rf"{_ORDINAL}(?:\s*,\s*{_ORDINAL})*(?:\s*,?\s*(?:and|to|-|–)\s*{_ORDINAL})?"
_REPORT = re.compile(
    rf"(?:(?P<numbers>{_SERIES})\s+)?(?:(?:combined|periodic|State\s+party|additional|joint|overdue)\s+)*"
    r"(?:reports?|additional\s+information|information)"
    r"(?:\s*\([^()]*\))?"
    r"(?P<link>\s+(?:submitted\s+by|received\s+from|of|by|from|on|for)\s+)",
    re.IGNORECASE,
)
_OF_COUNTRY = re.compile(rf"(?P<numbers>{_SERIES})\s+(?:(?:combined|periodic)\s+)*reports?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report of a State in a text, and where the words that name it stand."""

    state: State
    report: Report
    start: int
    end: int


def numbers_of(text: str) -> tuple[int, ...]:
    """The numbers of a series: "initial and second" is (1, 2), "second to fourth" is (2, 3, 4)."""
    words = re.findall(_ORDINAL, text, re.IGNORECASE)
    numbers = [1 if word.lower() == "initial" else our_english().read_session(word) or 0 for word in words]
    ranged = re.search(r"\b(?:to)\b|[–-](?=\s*(?:\d|initial))", text)
    if ranged and len(numbers) == 2 and numbers[0] < numbers[1]:
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)


def state_list(text: str, start: int, states: States) -> list[FoundState]:
    """The States of a list that begins at `start`: "Mexico, the Niger and Jamaica"; empty if none stands there."""
    out: list[FoundState] = []
    at = start
    for found in states.find(text[start:]):
        shifted = FoundState(found.state, found.start + start, found.end + start)
        between = text[at : shifted.start]
        joint = r"\s*(?:,|;)?\s*(?:and|as well as|and also)?\s*" if out else r"\s*(?:(?:both|the Governments? of)\s+)?"
        if not re.fullmatch(joint, between) or (out and not between.strip()):
            break
        out.append(shifted)
        after = re.match(r"\s*\((?!\s*(?:the|a)\b)[^()]*\)", text[shifted.end :])
        at = shifted.end + (after.end() if after else 0)
    return out


def find_reports(text: str, states: States) -> Iterator[FoundReport]:
    """The reports of States that a text names, in order, one for each State."""
    for match in _REPORT.finditer(text):
        numbers = numbers_of(match["numbers"] or "")
        for found in state_list(text, match.end(), states):
            yield FoundReport(found.state, Report(numbers), match.start(), found.end)


def reports_in(text: str, states: States) -> list[FoundReport]:
    """The reports that a text names; a State without a report of its own has one without numbers."""
    found = list(find_reports(text, states))
    if found:
        return found
    listed = list(states.find(text))
    own = _OF_COUNTRY.search(text)
    numbers = numbers_of(own["numbers"]) if own and len(listed) == 1 else ()
    return [FoundReport(each.state, Report(numbers), each.start, each.end) for each in listed]
