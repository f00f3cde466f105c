"""Records with their facts by hand (dev/*.txt, aside/*.txt), and what is found in them, both as rows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from precis.assets import Assets
from precis.facts import RecordFacts, facts_of
from precis.facts.exchange import state_dialogues
from precis.facts.fact import Dialogue, Fact, Move, Plan
from precis.source.record import read_record
from tests.facts.describe import spoken, values
from tests.support.cases import cases_of

_NOT_WRITTEN = ("citation", "solemn declaration")
"""Kinds that are not written by hand."""

_NOT_FOUND = "open"
"""Written by hand are the questions without a reply; that there is none is never stated, so that nothing finds them."""

HERE = Path(__file__).parent
FOLDERS = ("dev", *(("aside",) if os.environ.get("PRECIS_GOLD") == "aside" else ()))
"""What is measured: with PRECIS_GOLD=aside, the half that is set aside too."""

_KEYS = {"sessions": "session", "in_favour": "for"}


@dataclass(frozen=True, slots=True)
class Row:
    """A fact: its kind, where it stands ("3.2", "heading 1"), and what it says."""

    kind: str
    place: str
    said: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        said = "; ".join(f"{key}={value}" for key, value in self.said.items())
        return f"{self.kind} {self.place}: {said}" if said else f"{self.kind} {self.place}"


def files(folder: str) -> list[Path]:
    """The cases of "dev" or of "aside"."""
    return sorted((HERE / folder).glob("*.txt"))


def read_case(path: Path, assets: Assets) -> tuple[RecordFacts, list[Row]]:
    """The facts found in a record, and the rows written by hand."""
    source, written = texts_of(path)
    record = read_record(source, path.name, assets)
    return facts_of(record, assets, path.name), list(rows_of(written))


def texts_of(path: Path) -> tuple[str, str]:
    """The source of a record, and the lines written below it."""
    ((source, written),) = (case.texts for case in cases_of([path]))
    return source, written


_LINE = re.compile(
    r"(?P<kind>dialogue|entry into force|States parties|follow-up|urgent action|state plan|working methods|[a-z]+)"
    r" (?P<place>heading \d+|[\d.]+)(?: -> (?P<answers>[\d, ]+))?:?(?: (?P<said>.*))?"
)


def rows_of(written: str) -> Iterator[Row]:
    """The facts written by hand, as rows; AssertionError for a line that is none."""
    for line in written.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        assert match is not None, f"no fact: {line}"
        if match["answers"]:
            yield Row("pair", match["place"], {"answers": match["answers"].replace(" ", "")})
            continue
        if match["kind"] == _NOT_FOUND:
            continue
        parts = [part for part in (match["said"] or "").split("; ") if part]
        named = {"name": parts.pop(0)} if match["kind"] == "speaker" else {}
        pairs = (part.partition("=") for part in parts)
        yield Row(match["kind"], match["place"], named | {key.strip(): value.strip() for key, _, value in pairs})


def found_rows(found: RecordFacts) -> Iterator[Row]:
    """What was found, as rows."""
    for fact in found.facts:
        yield from _of_fact(fact)
    for said in spoken(found):
        said.pop("last", "")
        yield Row("speaker", said.pop("at"), said)
    for dialogue in state_dialogues([found]):
        for exchange in dialogue.exchanges:
            asked = f"{exchange.question.at.paragraph}.{exchange.question.at.sentence}"
            if exchange.answer is not None:
                yield Row("pair", asked, {"answers": ",".join(map(str, exchange.answer.paragraphs))})


def _of_fact(fact: Fact) -> Iterator[Row]:
    at = fact.at
    place = f"heading {at.paragraph}" if at.part == "heading" else f"{at.paragraph}.{at.sentence}"
    said = values(fact)
    if isinstance(fact, Move):
        yield Row(str(fact.move), place, {"theme": said.get("theme", "")})
    elif isinstance(fact, Dialogue) and at.part != "heading":
        yield Row("considered", place, said)
    elif fact.kind not in _NOT_WRITTEN:
        for ours, written in _KEYS.items():
            if ours in said:
                said[written] = said.pop(ours)
        if fact.kind == "state plan":
            del said["state"]
        if isinstance(fact, Plan) and fact.what == "visit" and fact.states:
            del said["states"]
            said["place"] = " ".join(state.in_text for state in fact.states)
        yield Row(fact.kind, place, said)
