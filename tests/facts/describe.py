"""Facts as lines that a person can read and write: "adopted 5.1: text=concluding observations; state=BEN"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from precis.facts import RecordFacts
from precis.facts.fact import Fact, Move, Report
from precis.language.states import State


def shown(value: object) -> str:
    """A value of a fact in words."""
    match value:
        case State():
            return value.code or value.name
        case tuple():
            return ",".join(shown(each) for each in value)
        case _:
            return str(value)


def span(numbers: tuple[int, ...]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"


def values(fact: Fact) -> dict[str, str]:
    """The fields of a fact that say something."""
    out: dict[str, str] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name in ("at", "proposal", "reports") or value in ("", None, ()):
            continue
        if isinstance(value, Report):
            if value.numbers:
                out["report"] = span(value.numbers)
            if value.symbol:
                out["symbol"] = value.symbol
            if value.protocol:
                out["protocol"] = value.protocol
        else:
            out[field.name] = shown(value)
    return out


def place(fact: Fact) -> str:
    at = fact.at
    if at.part == "heading":
        return "heading"
    return f"{at.paragraph}.{at.sentence}" if at.sentence else f"{at.paragraph}"


def describe(fact: Fact) -> str:
    """The line of a fact."""
    head = f"{fact.kind} {place(fact)}"
    if isinstance(fact, Move):
        return f"{head}: {fact.move}"
    said = values(fact)
    return f"{head}: {'; '.join(f'{key}={value}' for key, value in said.items())}" if said else head


def spoken(found: RecordFacts) -> Iterator[dict[str, str]]:
    """What is said of each speaker of each turn: the place, the label, the last paragraph, and what else is known."""
    for turn in found.turns:
        for speaker in turn.speakers:
            # The label of an office says the office.
            role = speaker.role if speaker.name else ""
            parts = {"role": role, "state": speaker.state, "organization": speaker.organization}
            parts |= {"on_behalf_of": speaker.on_behalf_of, "last": turn.last}
            said = {name: shown(part) for name, part in parts.items() if part}
            yield {"at": str(turn.first), "name": speaker.label, **said}


def describe_speakers(found: RecordFacts) -> Iterator[str]:
    """A line for each speaker of each turn."""
    for said in spoken(found):
        at, name = said.pop("at"), said.pop("name")
        yield f"speaker {at}: {'; '.join([name, *(f'{key}={value}' for key, value in said.items())])}"
