"""The form of facts written by hand: the keys of each kind, the words they may have, and that their place is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from precis.assets import Assets
from precis.facts.themes import load_themes
from precis.language.states import load_states
from precis.language.wording import load_wording
from precis.model import Record
from precis.proceedings import Proceedings, proceedings_of
from precis.source.record import read_record
from tests.facts.gold.cases import rows_of, texts_of
from tests.facts.gold.scores import MAY, OR

KEYS: Mapping[str, str] = {
    "States parties": "count as_at treaty",
    "adopted": "text stage state report title symbol date count protocol",
    "communication": "outcome count state",
    "considered": "state report symbol protocol",
    "decision": "what",
    "departure": "person how",
    "dialogue": "state report symbol protocol",
    "election": "person office manner",
    "entry into force": "state treaty date",
    "explanation": "who",
    "follow-up": "state report",
    "inquiry": "state stage",
    "meeting": "whom manner subject date",
    "pair": "answers",
    "plan": "what session date states place who",
    "postponed": "what state",
    "ratification": "state act treaty date",
    "session": "act session",
    "speaker": "name role state organization on_behalf_of",
    "state plan": "what date",
    "urgent action": "count",
    "vote": "what for against abstaining",
} | dict.fromkeys(("answer", "concern", "figure", "praise", "presented", "question", "undertaking"), "theme")
"""The keys of each kind; those that are not here have none: reprisal, resources, translation, working methods."""
BARE = ("reprisal", "resources", "translation", "working methods")

VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("adopted", "stage"): (
        "adopted",
        "provisionally adopted",
        "adopted as orally revised",
        "adopted as amended",
        "adopted on first reading",
        "adopted subject to drafting changes",
        "discussed",
        "launched",
        "published",
        "postponed",
        "not adopted",
    ),
    ("adopted", "text"): (
        "agenda",
        "annual report",
        "chapter",
        "concluding observations",
        "decision",
        "follow-up report",
        "general comment",
        "guidelines",
        "list of issues",
        "list of issues prior to reporting",
        "paragraphs",
        "programme of work",
        "report of the Working Group of the Whole",
        "report on the session",
        "rules of procedure",
        "statement",
        "views",
    ),
    ("communication", "outcome"): (
        "merits",
        "violation",
        "no violation",
        "inadmissible",
        "discontinued",
        "pending",
        "registered",
    ),
    ("departure", "how"): ("died", "resigned", "term ended"),
    ("election", "manner"): ("acclamation", "secret ballot", "appointed"),
    ("inquiry", "stage"): (
        "initiated",
        "continuing",
        "under preliminary examination",
        "consent to a visit sought",
        "consent to a visit obtained",
        "visit carried out",
        "report transmitted to the State party",
        "concluded",
        "discontinued",
    ),
    ("meeting", "manner"): ("met", "briefed by", "addressed", "attended by", "took part in"),
    ("plan", "what"): ("session", "consideration of reports", "deadline", "event", "day of discussion", "visit"),
    ("ratification", "act"): ("ratification", "accession", "signature"),
    ("session", "act"): ("opened", "closed"),
    ("state plan", "what"): ("law", "referendum", "ratification"),
}
"""The words that a key may have, where it is one of a few."""


def faults(path: Path, assets: Assets) -> Iterator[str]:
    """What is wrong with the form of a case, in words: nothing is said of what rules find in it."""
    source, written = texts_of(path)
    record = read_record(source, path.name, assets)
    places = _places(record, assets)
    themes = load_themes(assets, record.body, record.language).names
    seen: set[str] = set()
    for row in rows_of(written):
        said = {key.rstrip(MAY): value for key, value in row.said.items()}
        if row.place not in places:
            yield f"{path.name}: {row}: there is no such place"
        if str(row) in seen:
            yield f"{path.name}: {row}: written twice"
        seen.add(str(row))
        if row.kind not in KEYS and row.kind not in BARE:
            yield f"{path.name}: {row}: no such kind"
        for key, value in said.items():
            allowed = themes if key == "theme" else VALUES.get((row.kind, key))
            if key not in KEYS.get(row.kind, "").split() or not value:
                yield f"{path.name}: {row}: {key} is no key of it, or says nothing"
            elif allowed and not set(value.split(OR)) <= set(allowed):
                yield f"{path.name}: {row}: {key} is one of {', '.join(allowed)}"


def _places(record: Record, assets: Assets) -> set[str]:
    wording = load_wording(record.language, assets)
    states = load_states(assets, record.language).in_year(record.held.date.year if record.held else None)
    proceedings: Proceedings = proceedings_of(record, wording, states)
    sentences = {f"{each.number}.{each.place}" for said in proceedings.said for each in said.sentences}
    turns = {str(turn.first) for turn in proceedings.turns}
    return sentences | turns | {f"heading {item.paragraph}" for item in proceedings.items}
