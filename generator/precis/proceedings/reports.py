"""Reports of States parties as headings name them: whose, which, under which Protocol (docs/conventions.md §3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from precis.language.states import FoundState, State, States
from precis.language.wording import Wording
from precis.proceedings.headings import symbols_in
from precis.proceedings.labels import any_of, with_blanks

__all__ = ["NO_REPORT", "Report", "Review", "report_numbers", "reviews_in"]

_CODE = re.compile(r"/([A-Z]{3})(?=/)")
_PROTOCOL = re.compile(r"/C/(OP[A-Z]*)/")


@dataclass(frozen=True, slots=True, order=True)
class Report:
    """A report of a State party: (1,) is the initial, (2, 3, 4) the combined second to fourth; () where not said.

    `protocol` is the Optional Protocol it is made under, as symbols name it ("OPAC"); empty for the treaty itself.
    """

    numbers: tuple[int, ...] = ()
    symbol: str = ""
    protocol: str = ""


NO_REPORT = Report()
"""A report of which nothing is said."""


@dataclass(frozen=True, slots=True)
class Review:
    """A State under review, and its report."""

    state: State
    report: Report = NO_REPORT


def reviews_in(text: str, wording: Wording, states: States) -> Iterator[Review]:
    """The States whose reports a heading names, each with its report; those named together have one each alike.

    `text` is normal. A State that no list knows is one as it is printed; where only a symbol tells it, its code does.
    """
    forms = _forms(wording)
    found: list[Review] = []
    edges = [match.start() for match in forms.report.finditer(text)]
    before = 0
    for start, end in pairwise((*edges, len(text))):
        window, segment = text[before:start], text[start:end]
        before = start + max((segment.rfind(")") + 1, *(each.end for each in states.find(segment))))
        symbols = symbols_in(segment)
        numbers = report_numbers(window[-_LONGEST_SERIES:] + forms.until_state(segment, states), wording)
        numbers = numbers or ((1,) if forms.initial_by.search(segment) else ())
        own = list(_states_of(segment, states, forms, numbered=bool(numbers))) or [each.state for each in found[-1:]]
        report = Report(numbers, symbols[0] if symbols else "", _protocol(segment, symbols, wording))
        found.extend(Review(state, report) for state in own)
    full = {each.state for each in found if each.report != NO_REPORT}
    yield from dict.fromkeys(each for each in found if each.report != NO_REPORT or each.state not in full)


def report_numbers(text: str, wording: Wording) -> tuple[int, ...]:
    """The numbers of a series of reports: "initial and second" is (1, 2), "second to fourth" is (2, 3, 4)."""
    forms = _forms(wording)
    words = forms.ordinal.findall(text)
    numbers = [1 if word.lower() in forms.initial else wording.grammar.read_session(word) or 0 for word in words]
    if len(numbers) == 2 and numbers[0] < numbers[1] and forms.ranged.search(text):
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)


_LONGEST_SERIES = 120
"""The numbers of a report stand within so many characters before it."""


def _states_of(segment: str, states: States, forms: _Forms, *, numbered: bool) -> Iterator[State]:
    """The States that a stretch of a heading names, which begins with "report": those that stand in one list.

    One that no list knows is told by the number of its report: "third periodic report of the Republic of Nowhere".
    """
    found = list(states.find(segment))
    if found:
        yield from dict.fromkeys(each.state for each in _first_list(segment, found))
        return
    if forms.others.match(segment):
        return
    codes = (states.by_code.get(match[1]) for symbol in symbols_in(segment) for match in _CODE.finditer(symbol))
    by_code = next(filter(None, codes), None)
    unlisted = forms.unlisted.match(segment) if numbered else None
    if by_code is not None:
        yield by_code
    elif unlisted is not None:
        yield State.as_printed(unlisted["name"])


def _first_list(text: str, found: Sequence[FoundState]) -> Iterator[FoundState]:
    end = None
    for each in found:
        if end is not None and not re.fullmatch(r"\s?[,;]?(?:\s\w{1,3})?\s?", text[end : each.start]):
            return
        yield each
        end = each.end


def _protocol(segment: str, symbols: Sequence[str], wording: Wording) -> str:
    """The Optional Protocol that a report is under: by its symbol, or by the words of its title."""
    for symbol in symbols[:1]:
        match = _PROTOCOL.search(symbol)
        if match is not None:
            return match[1]
    words = wording.speech["protocols"]
    return next((name for title, name in words.items() if title in segment), "")


@dataclass(frozen=True, slots=True)
class _Forms:
    """The patterns of a language: of a report, of one whose State no list knows, of one of no State, of numbers."""

    report: re.Pattern[str]
    unlisted: re.Pattern[str]
    others: re.Pattern[str]
    ordinal: re.Pattern[str]
    ranged: re.Pattern[str]
    initial: frozenset[str]
    initial_by: re.Pattern[str]

    def until_state(self, segment: str, states: States) -> str:
        """What stands between "report" and the State or the symbols: in French, its number."""
        end = next((found.start for found in states.find(segment)), len(segment))
        return re.split(r"[(:;]", segment[:end])[0]


@lru_cache(maxsize=8)
def _forms(wording: Wording) -> _Forms:
    words = wording.speech
    ordinal = rf"(?:{any_of(words['initial'])}|{wording.grammar.session_pattern})"
    to = any_of(wording.connecting["ranges"])
    link = rf"(?:(?:{with_blanks(words['of_report'])}))"
    others = rf"(?:{any_of(words['not_states'])})\b"
    name = rf"(?!{others})" + r"[A-ZÀ-Þ][\w'-]*(?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][\w'-]*)*"
    return _Forms(
        re.compile(rf"\b(?:{any_of(words['report'])})\b", re.IGNORECASE),
        re.compile(rf"\w+ {link}(?P<name>(?:{with_blanks(words['articles'])})?{name})"),
        re.compile(rf"\w+ {link}(?:{with_blanks(words['articles'])})?{others}"),
        re.compile(rf"\b{ordinal}\b", re.IGNORECASE),
        re.compile(rf"{ordinal}\s*(?:\b(?:{to})\b|[–-])\s*{ordinal}", re.IGNORECASE),
        frozenset(word.lower() for word in words["initial"]),
        re.compile(any_of(words["initial_by"])),
    )
