"""Proceedings as lines that a person can read and write: "arrival 3: the delegation of Chad; states=TCD"."""

from __future__ import annotations

from collections.abc import Iterator

from precis.proceedings import Item, Procedure, Proceedings, Speaker, Turn, Vote

__all__ = ["describe", "speaker_line"]


def describe(found: Proceedings) -> Iterator[str]:
    """A line for each item, turn and line of procedure."""
    numbers = {said.passage.at: said.passage.number for said in found.said}
    for item in found.items:
        yield f"item {item.paragraph}: {_of_item(item)}"
    for turn in found.turns:
        yield f"turn {_numbers(turn)}: {' & '.join(map(speaker_line, turn.speakers))}"
    for line in found.procedure:
        yield f"{line.kind} {numbers.get(line.at) if line.at else '-'}: {_of_procedure(line)}".removesuffix(": ")


def speaker_line(speaker: Speaker) -> str:
    """The label of a speaker, and what is known of him or her."""
    said = {
        "honorific": speaker.honorific,
        "name": speaker.name,
        "role": speaker.role,
        "state": speaker.state.code or speaker.state.name if speaker.state else "",
        "organization": speaker.organization,
        "on_behalf_of": speaker.on_behalf_of,
    }
    parts = [speaker.label, *(f"{name}={value}" for name, value in said.items() if value)]
    return "; ".join([*parts, *(["presides"] if speaker.presides else [])])


def _numbers(turn: Turn) -> str:
    return str(turn.first) if turn.first == turn.last else f"{turn.first}-{turn.last}"


def _of_item(item: Item) -> str:
    parts = [item.title]
    if item.number:
        parts.append(f"number={item.number}")
    if item.continued:
        parts.append("continued")
    if item.symbols:
        parts.append(f"symbols={', '.join(item.symbols)}")
    for review in item.reviews:
        report = review.report
        numbers = ",".join(map(str, report.numbers))
        said = (review.state.code or review.state.name, numbers, report.protocol, report.symbol)
        parts.append(f"review={' '.join(filter(None, said))}")
    if item.dialogue:
        parts.append("dialogue")
    return "; ".join(parts)


def _of_procedure(line: Procedure) -> str:
    parts = []
    if line.time is not None:
        parts.append(f"time={line.time:%H:%M}")
    if line.until is not None:
        parts.append(f"until={line.until:%H:%M}")
    if line.who:
        parts.append(f"who={line.who}")
    if line.states:
        parts.append(f"states={', '.join(state.code for state in line.states)}")
    if line.vote is not None:
        parts.append(_of_vote(line.vote))
    if line.decision is not None:
        parts.append(f"what={line.decision.what}")
        parts.extend(f"{each.words} = {each.stands_for}" for each in line.decision.refers)
    return "; ".join(parts)


def _of_vote(vote: Vote) -> str:
    figures = (vote.in_favour, vote.against, vote.abstaining)
    lists = (vote.states_in_favour, vote.states_against, vote.states_abstaining)
    told = "-".join("?" if figure is None else str(figure) for figure in figures)
    names = " | ".join(", ".join(state.code for state in side) for side in lists)
    return f"vote={told}" + (f"; voted={names}" if any(lists) else "")
