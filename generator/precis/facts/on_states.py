"""The States that a text is on: those named behind it, or those that "all four States parties" speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from precis.facts.context import Context
from precis.facts.reports import reports_in
from precis.language.states import State
from precis.proceedings import NO_REPORT, Report

__all__ = ["reports_on", "spoken_of"]


def reports_on(context: Context, start: int, behind: str) -> dict[State, Report]:
    """The States and reports that a text at `start` is on, by the words behind it or by what was said before."""
    cut = context.patterns["on_states.ends"].search(behind)
    kept = behind[: cut.start()] if cut else behind
    but = context.patterns["on_states.except"].search(kept)
    all_but = but is not None and context.patterns["on_states.all"].search(kept, 0, but.start()) is not None
    found = {} if all_but else {each.state: each.report for each in reports_in(kept, context)}
    if found:
        context.memory.note(each for each in found)
        return found
    if context.patterns["on_states.that_state"].search(kept):
        return _last_named(context, start, kept)
    told_before = context.patterns["on_states.corresponding"].search(context.text, 0, start)
    if told_before is not None:
        return dict(context.memory.considered)
    first = context.patterns["on_states.first_of"].search(kept)
    if first is not None and (count := context.words.counts.of(first["count"])):
        named = dict.fromkeys(each.state for each in context.found if each.end <= start)
        return dict.fromkeys(list(named)[:count], NO_REPORT) if len(named) >= count else {}
    if not context.patterns["on_states.all"].search(kept):
        alone = _of_symbols(context) if _stands_alone(context, kept) else {}
        context.memory.note(alone)
        return alone
    before = {each.state: each.report for each in reports_in(context.text[:start], context)}
    if not before or context.patterns["on_states.whole"].search(kept):
        before = spoken_of(context, kept)
    return _numbered(context, kept, before)


def _last_named(context: Context, start: int, kept: str) -> dict[State, Report]:
    """The State that "that country" is: the last named before, in the sentence or as the only one of that before it."""
    named = [each.state for each in context.states.find(context.text[:start])]
    before = [each.state for each in context.states.find(context.before.text)] if context.before is not None else []
    state = named[-1] if named else before[0] if len(set(before)) == 1 else None
    if state is None:
        return {}
    own = context.patterns["reports.of_country"].search(kept)
    return {state: replace(NO_REPORT, numbers=context.read_series(own["numbers"]) if own else ())}


def _numbered(context: Context, words: str, reports: dict[State, Report]) -> dict[State, Report]:
    """The reports with the number that words like "their initial reports" say of all."""
    told = context.patterns["on_states.numbered"].search(words)
    numbers = context.read_series(told["numbers"]) if told else ()
    if not numbers:
        return reports
    return {state: report if report.numbers else replace(report, numbers=numbers) for state, report in reports.items()}


def _stands_alone(context: Context, kept: str) -> bool:
    """Whether nothing at all says which reports are meant: "concluding observations had been adopted"."""
    return context.patterns["on_states.alone"].fullmatch(kept) is not None


def spoken_of(context: Context, words: str) -> dict[State, Report]:
    """The States that "all six of the reports" speaks of: so many as are said, of those told of before."""
    if not context.patterns["on_states.all"].search(words):
        return {}
    but = context.patterns["on_states.except"].search(words)
    left_out = {each.state for each in context.states.find(but["but"])} if but else set()
    number = next(
        (
            context.words.counts.of(match["count"])
            for match in context.patterns["on_states.count"].finditer(words[: but.start()] if but else words)
        ),
        None,
    )
    memory = context.memory
    here = {each.state: NO_REPORT for each in context.found if each.start < context.text.find(words)}
    groups = [here, dict.fromkeys(memory.listed, NO_REPORT), memory.considered, _of_symbols(context)]
    known = [group for group in groups if group]
    right = next((group for group in known if number is None or len(group) == number), None)
    if right is None:
        return {}
    reports = memory.considered
    return {state: reports.get(state, NO_REPORT) for state in right if state not in left_out}


def _of_symbols(context: Context) -> dict[State, Report]:
    """The States of the concluding observations whose symbols stand in the sentence, the one before or the heading."""
    texts = [context.text, context.before.text if context.before else "", *context.headings]
    return {state: NO_REPORT for text in texts for state in _concluded(context, text)}


def _concluded(context: Context, text: str) -> Iterable[State]:
    codes = dict.fromkeys(context.patterns["on_states.concluded"].findall(text))
    return [context.states.by_code[code] for code in codes if code in context.states.by_code]
