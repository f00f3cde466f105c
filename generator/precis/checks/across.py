"""Rules that compare the records of a folder: each a function from all of them to alarms, by the name of its finder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from precis.checks.beside import Found, Named, sessions
from precis.checks.finders.person_names import names_in, usual_spellings
from precis.checks.meetings import chairs, days, fields, order, overlap, unrecorded
from precis.checks.rule import Rule
from precis.checks.telling import in_field, in_text, texts

__all__ = ["ACROSS", "alarms_across"]


def alarms_across(records: Sequence[Named], rules: Mapping[str, Sequence[Rule]]) -> Found:
    """What the rules of each file say of the records together: those of one body and session in one language.

    `rules` are the rules that each file is held to.
    """
    every = {rule.name: rule for of_file in rules.values() for rule in of_file if rule.across}
    for rule in every.values():
        under = [each for each in records if any(rule.name == other.name for other in rules[each.file])]
        yield from ACROSS[rule.finder](under, rule)


def _names(records: Sequence[Named], rule: Rule) -> Found:
    """A name that is spelled otherwise than in most records. What one record spells in two ways is told there."""
    for group in sessions(records):
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
    for group in sessions(records):
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


def _twice(records: Sequence[Named], rule: Rule) -> Found:
    """A record that is there in two files of one form: one of them may be an older text."""
    first: dict[tuple[str, ...], Named] = {}
    for each in records:
        record = each.subject.record
        if record.symbol is None:
            continue
        other = first.setdefault((str(record.symbol), record.language, each.file.rpartition(".")[2]), each)
        if other is not each:
            yield each.file, in_field(rule, "symbol", str(record.symbol), files=other.file)


_SAME = ("held", "session", "coverage", "part", "unrecorded", "reissued")
"""The fields that two editions of one record share, whatever their language."""


def _editions(records: Sequence[Named], rule: Rule) -> Found:
    """A field, or the numbers of paragraphs, that two language editions of a record do not share."""
    editions: dict[object, list[Named]] = {}
    for each in records:
        symbol = each.subject.record.symbol
        if symbol is not None:
            editions.setdefault(symbol.bare, []).append(each)
    for first, *others in editions.values():
        for each in others:
            if first.subject.record.language != each.subject.record.language:
                yield from _differences(first, each, rule)
    yield from _other_symbols([group[0] for group in editions.values() if len(group) == 1], rule)


def _differences(first: Named, each: Named, rule: Rule) -> Found:
    one, other = first.subject.record, each.subject.record
    for name in _SAME:
        here, there = getattr(other, name), getattr(one, name)
        if here != there and here is not None and there is not None:
            yield each.file, in_field(rule, name, _shown(here), what=name, files=first.file, fix=_shown(there))
    numbers, others = ([each.number for each in record.paragraphs if each.number] for record in (other, one))
    if len(numbers) != len(others):
        what, here, there = "the number of paragraphs", len(numbers), len(others)
    elif numbers != others:
        here, there = next(pair for pair in zip(numbers, others, strict=True) if pair[0] != pair[1])
        what = "the number of a paragraph"
    else:
        return
    yield each.file, in_field(rule, "symbol", str(here), what=what, files=first.file, fix=str(there))


def _other_symbols(alone: Sequence[Named], rule: Rule) -> Found:
    """Records of one meeting, by the day and hour of a session, in two languages under two symbols."""
    by_hour: dict[tuple[object, ...], Named] = {}
    for each in alone:
        record = each.subject.record
        if record.held is None or record.held.time is None or record.session is None:
            continue
        first = by_hour.setdefault((record.body, record.session, record.held.date, record.held.time), each)
        if first.subject.record.language != record.language:
            told = {"what": "symbol", "files": first.file, "fix": str(first.subject.record.symbol)}
            yield each.file, in_field(rule, "symbol", str(record.symbol), **told)


def _shown(value: object) -> str:
    date = getattr(value, "date", None)
    return f"{date} {getattr(value, 'time', '')}".strip() if date is not None else str(value)


ACROSS: Mapping[str, Callable[[Sequence[Named], Rule], Found]] = MappingProxyType(
    {
        "session-names": _names,
        "session-terms": _terms,
        "session-fields": fields,
        "session-order": order,
        "session-overlap": overlap,
        "session-days": days,
        "session-chairs": chairs,
        "session-unrecorded": unrecorded,
        "session-twice": _twice,
        "session-editions": _editions,
    }
)
"""What compares records, by the names by which rules call it."""
