"""The facts of a record as rows of a table: what all have as columns, the rest as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from precis.archive.rows import Cover
from precis.facts.fact import Fact, Move, Reference
from precis.facts.record import RecordFacts
from precis.language.states import State

__all__ = ["fact_rows", "kind_of"]

_OF_COLUMNS = frozenset(("at", "state", "speaker", "theme", "move", "passage"))
"""The fields of facts that columns hold; the passage of a move is its paragraph, which the other table has."""


def fact_rows(facts: RecordFacts, cover: Cover) -> Iterator[tuple[str | int | None, ...]]:
    """The cells of a row a fact, in the order of `columns.FACTS` and of the text."""
    for fact in facts.facts:
        at = fact.at
        state, speaker = getattr(fact, "state", None), getattr(fact, "speaker", None)
        yield (
            cover.record_uri,
            cover.symbol,
            cover.language,
            at.part,
            at.paragraph,
            at.sentence,
            kind_of(fact),
            state.name if state is not None else "",
            speaker.label if speaker is not None else "",
            getattr(fact, "theme", ""),
            _details(fact),
            at.words,
        )


def kind_of(fact: Fact) -> str:
    """What a fact tells: of a move of a dialogue, which move it is."""
    return str(fact.move) if isinstance(fact, Move) else fact.kind


def _details(fact: Fact) -> str:
    """What a fact says beside its columns, as JSON; empty if it is nothing."""
    said = {field.name: _plain(getattr(fact, field.name)) for field in fields(fact) if field.name not in _OF_COLUMNS}
    kept = {name: value for name, value in said.items() if value not in (None, "", [], {}, False)}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def _plain(value: Any) -> Any:
    """A value as JSON has it: a State by its name, a place by its paragraph and words; without what is empty."""
    if isinstance(value, State):
        return value.name
    if isinstance(value, Reference):
        return {"paragraph": value.paragraph, "words": value.words}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {name: each for name, each in plain.items() if each not in (None, "", [], {}, False)}
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value
