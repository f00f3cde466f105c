"""Facts as lines that a person can read and write: "adopted 5.1: text=concluding observations; state=BEN"."""

from __future__ import annotations

from dataclasses import fields

from precis.facts.fact import Fact, Move, Report, Speaker, Turn
from precis.language.states import State


def shown(value: object) -> str:
    """A value of a fact in words."""
    match value:
        case State():
            return value.code
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
        if field.name in ("at", "proposal") or value in ("", None, ()):
            continue
        if isinstance(value, Report):
            if value.numbers:
                out["report"] = span(value.numbers)
            if value.symbol:
                out["symbol"] = value.symbol
        elif isinstance(value, Speaker):
            out |= {"name": value.name} | {
                name: shown(part)
                for name in ("role", "state", "organization", "on_behalf_of")
                if (part := getattr(value, name))
            }
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
    if isinstance(fact, Turn):
        name = said.pop("name")
        return f"{head}: {'; '.join([name, *(f'{key}={value}' for key, value in said.items())])}"
    return f"{head}: {'; '.join(f'{key}={value}' for key, value in said.items())}" if said else head
