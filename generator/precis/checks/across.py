"""Rules that compare the records of a folder: each a function from all of them to alarms, by the name of its finder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from precis.checks.alarm import Alarm
from precis.checks.finders.person_names import names_in, usual_spellings
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field, in_text, texts

__all__ = ["ACROSS", "Named", "alarms_across"]


@dataclass(frozen=True, slots=True)
class Named:
    """A record under its rules, and its file."""

    file: str
    subject: Subject


Found = Iterator[tuple[str, Alarm]]
"""The alarms of files."""


def alarms_across(records: Sequence[Named], rules: Mapping[str, Sequence[Rule]]) -> Found:
    """What the rules of each file say of the records together: those of one body and session in one language.

    `rules` are the rules that each file is held to.
    """
    every = {rule.name: rule for of_file in rules.values() for rule in of_file if rule.across}
    for rule in every.values():
        under = [each for each in records if any(rule.name == other.name for other in rules[each.file])]
        yield from ACROSS[rule.finder](under, rule)


def _sessions(records: Sequence[Named], *, apart: bool = True) -> Iterator[list[Named]]:
    """The records of each session, those of each language `apart`."""
    groups: dict[tuple[object, ...], list[Named]] = {}
    for each in records:
        record = each.subject.record
        key = (record.body, record.session, record.language if apart else "")
        if record.session is not None:
            groups.setdefault(key, []).append(each)
    yield from (group for group in groups.values() if len(group) > 1)


def _names(records: Sequence[Named], rule: Rule) -> Found:
    """A name that is spelled otherwise than in most records. What one record spells in two ways is told there."""
    for group in _sessions(records):
        found = {each.file: list(names_in(each.subject, rule)) for each in group}
        counts = Counter(name for names in found.values() for name in dict.fromkeys(name for _, _, name in names))
        usual = usual_spellings(counts)
        for each in group:
            own = {name for _, _, name in found[each.file]}
            for stretch, span, name in found[each.file]:
                right = usual.get(name)
                if right is not None and right not in own:
                    other = next(file for file, names in found.items() if any(right == said for _, _, said in names))
                    yield each.file, in_text(rule, each.subject, stretch, span, right, files=other)
                    break


def _terms(records: Sequence[Named], rule: Rule) -> Found:
    """The form of a term that fewer records of the session have."""
    for group in _sessions(records):
        for forms in rule.words.values():
            counts = {form: sum(form in each.subject.own for each in group) for form in forms}
            usual = max(forms, key=lambda form: counts[form])
            for each in group:
                own = [form for form in forms if form != usual and form in each.subject.own]
                if not own or usual in each.subject.own:
                    continue
                for stretch, text in texts(each.subject, rule):
                    if own[0] in text:
                        span = text.index(own[0]), text.index(own[0]) + len(own[0])
                        yield each.file, in_text(rule, each.subject, stretch, span, None, fix=usual)
                        break


def _fields(records: Sequence[Named], rule: Rule) -> Found:
    """The session of a record, where most of one body in one folder are of another."""
    folders: dict[tuple[str, str | None], list[Named]] = {}
    for each in records:
        if each.subject.record.session is not None:
            folders.setdefault((each.file.rpartition("/")[0], each.subject.record.body), []).append(each)
    for group in folders.values():
        counts = Counter(each.subject.record.session for each in group)
        usual, count = counts.most_common(1)[0]
        for each in group:
            session = each.subject.record.session
            if session != usual and count > len(group) / 2:
                yield each.file, in_field(rule, "session", str(session), fix=usual)


def _order(records: Sequence[Named], rule: Rule) -> Found:
    """A meeting that is held before one of a lower number."""
    for group in _sessions(records):
        meetings = [
            (record.symbol.meeting, record.held.date, each.file)
            for each in group
            if (record := each.subject.record).symbol is not None and record.held is not None
        ]
        meetings.sort(key=lambda each: each[0])
        for (before, earlier, _), (meeting, date, file) in pairwise(meetings):
            if date < earlier and meeting != before:
                values = {"date": date, "before": before, "earlier": earlier}
                yield file, in_field(rule, "held", str(meeting), **values)


def _unrecorded(records: Sequence[Named], rule: Rule) -> Found:
    """A range of meetings without records that has the meeting of a record."""
    for group in _sessions(records, apart=False):
        meetings = {record.meeting: str(record.symbol) for each in group if (record := each.subject.record).symbol}
        for each in group:
            gap = each.subject.record.unrecorded
            if gap is None:
                continue
            for meeting, symbol in sorted((number, symbol) for number, symbol in meetings.items() if number):
                if gap.first <= meeting <= gap.last:
                    yield each.file, in_field(rule, "unrecorded", str(gap), fix=symbol)
                    break


_SAME = ("held", "session", "coverage", "part", "unrecorded", "reissued")
"""The fields that two editions of one record share, whatever their language."""


def _editions(records: Sequence[Named], rule: Rule) -> Found:
    """A field, or the number of paragraphs, that two language editions of a record do not share."""
    editions: dict[object, list[Named]] = {}
    for each in records:
        symbol = each.subject.record.symbol
        if symbol is not None:
            editions.setdefault(symbol.bare, []).append(each)
    for group in editions.values():
        first, *others = group
        for each in others:
            one, other = first.subject.record, each.subject.record
            if one.language == other.language:
                continue
            for name in _SAME:
                here, there = getattr(other, name), getattr(one, name)
                if here != there and here is not None and there is not None:
                    told = {"what": name, "files": first.file, "fix": _shown(there)}
                    yield each.file, in_field(rule, name, _shown(here), **told)
            here, there = (sum(each.number is not None for each in record.paragraphs) for record in (other, one))
            if here != there:
                told = {"what": "the number of paragraphs", "files": first.file, "fix": str(there)}
                yield each.file, in_field(rule, "symbol", str(here), **told)


def _shown(value: object) -> str:
    date = getattr(value, "date", None)
    return f"{date} {getattr(value, 'time', '')}".strip() if date is not None else str(value)


ACROSS: Mapping[str, Callable[[Sequence[Named], Rule], Found]] = MappingProxyType(
    {
        "session-names": _names,
        "session-terms": _terms,
        "session-fields": _fields,
        "session-order": _order,
        "session-unrecorded": _unrecorded,
        "session-editions": _editions,
    }
)
"""What compares records, by the names by which rules call it."""
