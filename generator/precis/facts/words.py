"""The words that the rules of facts rest on (templates/languages/xx/facts.toml): actors, texts, frames and phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.late import LatePattern
from precis.assets.shapes import FLAG, TEXT, TEXTS, Shape, each, mapping, table
from precis.facts.clauses import Mood, Voice
from precis.facts.counts import Counts
from precis.facts.dialogue.anchors import Needs, needs_of_any
from precis.facts.dialogue.sieve import Index
from precis.facts.patterns import Patterns, text_or_texts
from precis.language.wording import load_wording

__all__ = ["ANY_VERB", "Actors", "FactWords", "Frame", "Phrase", "TextKind", "load_fact_words"]


@dataclass(frozen=True, slots=True)
class Actors:
    """Patterns for who acts, matched at the beginning of a subject."""

    committee: LatePattern
    ours: LatePattern
    others: LatePattern
    pronouns: LatePattern
    persons: LatePattern
    titled: LatePattern
    says: LatePattern


@dataclass(frozen=True, slots=True)
class TextKind:
    """A kind of text of a Committee: the words that name one, and whether each is on the report of one State."""

    name: str
    words: str
    of_state: bool
    good: str
    bad: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A rule over one clause: its verbs, and what its parts must be for the clause to tell of an event of `kind`.

    `sense` is what the fact then says ("postponed", "violation"). `patient` is searched for in what the verb acts upon,
    `subject` and `behind` in what stands before and behind it; `never` in the whole clause. `actors` are those who may
    act, all where it is empty. `moods` are those that count; with `decided`, what is proposed counts too where the line
    of procedure below says that it was so decided. `perfect` says that only what had happened before counts. `under`
    are the verbs that the clause must hang on: "found that Spain had violated the Covenant" hangs on "find".
    A frame of ANY_VERB fits whatever the verb, known or not, that is none of `but`; its patient tells what the
    sentence `needs` to hold.
    """

    kind: str
    sense: str
    verbs: frozenset[str]
    moods: frozenset[Mood]
    good: str
    bad: str
    voice: Voice | None = None
    actors: frozenset[str] = frozenset()
    patient: LatePattern | None = None
    subject: LatePattern | None = None
    behind: LatePattern | None = None
    never: LatePattern | None = None
    perfect: bool = False
    negated: bool = False
    decided: bool = False
    bare: bool = False
    under: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    needs: Needs | None = None


ANY_VERB = "*"
"""What stands for the verbs of a frame that asks only for what is acted upon."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tell a fact by themselves wherever the Committee's own affairs are spoken of."""

    kind: str
    words: LatePattern
    good: str
    bad: str
    needs: LatePattern | None = None
    never: LatePattern | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FactWords:
    """All of a language. `mention` finds any text; its groups are t0, t1 … in the order of `texts`.

    `glue` tells which of the `phrases` may stand in a text.
    `patterns` are those of the kinds by name, `counts` reads numbers, `months` are the names of the months,
    `protocols` the Optional Protocols by words of their titles, `plurals` how words of several end and those of one.
    `verbs` are those that a kind asks for besides its frames, by what they say: "communication.counting".
    """

    actors: Actors
    texts: tuple[TextKind, ...]
    mention: LatePattern
    frames: Mapping[str, tuple[Frame, ...]]
    phrases: tuple[Phrase, ...]
    glue: Index
    patterns: Patterns
    counts: Counts
    months: tuple[str, ...]
    protocols: Mapping[str, str]
    plurals: Mapping[str, str]
    offices: Mapping[str, str]
    verbs: Mapping[str, frozenset[str]]

    def verbs_of(self, kinds: frozenset[str]) -> frozenset[str]:
        """The verbs of the frames of some kinds."""
        return _verbs_of(self, kinds)

    def phrases_near(self, text: str) -> tuple[Phrase, ...]:
        """The phrases that may stand in a text, in their order."""
        return _phrases_near(self, text)


@lru_cache(maxsize=16)
def _verbs_of(words: FactWords, kinds: frozenset[str]) -> frozenset[str]:
    return frozenset(verb for verb, frames in words.frames.items() if any(frame.kind in kinds for frame in frames))


@lru_cache(maxsize=2)
def _phrases_near(words: FactWords, text: str) -> tuple[Phrase, ...]:
    """The same; kept, since several kinds ask for the phrases of one sentence."""
    return tuple(words.phrases[place] for place in words.glue.near(text.lower()))


_ACTORS = ("committee", "ours", "others", "pronouns", "persons", "titled", "says")
_EXAMPLES = {"good": TEXT, "bad": TEXT}
_OPTIONAL = {
    "sense": TEXT,
    "moods": TEXTS,
    "voice": TEXT,
    "actors": TEXTS,
    "patient": TEXTS,
    "subject": TEXTS,
    "behind": TEXTS,
    "never": TEXTS,
    "perfect": FLAG,
    "negated": FLAG,
    "decided": FLAG,
    "bare": FLAG,
    "under": TEXTS,
    "but": TEXTS,
}
_PATTERN = Shape("a pattern in quotation marks, or a list of them", '"…"', text_or_texts)
_SHAPE = table(
    {
        "actors": table(dict.fromkeys(_ACTORS, TEXTS), {}),
        "texts": each(table({"name": TEXT, "words": TEXTS, **_EXAMPLES}, {"of_state": FLAG})),
        "frames": each(table({"kind": TEXT, "verbs": TEXTS, **_EXAMPLES}, _OPTIONAL)),
        "phrases": each(table({"kind": TEXT, "words": TEXTS, **_EXAMPLES}, {"needs": TEXTS, "never": TEXTS})),
        "protocols": mapping(TEXT),
        "plurals": mapping(TEXT),
        "offices": table({"rapporteur": TEXT}),
        "shorthand": mapping(TEXT),
        "numbers": mapping(TEXTS),
        "months": TEXTS,
        "verbs": mapping(mapping(TEXTS)),
        "patterns": mapping(mapping(_PATTERN)),
    },
    {},
)


@lru_cache(maxsize=8)
def load_fact_words(assets: Assets, language: str = "en") -> FactWords | None:
    """The words of a language; None for one that has no facts.toml. PrecisError if the file is wrong."""
    data = read_table(assets, "languages", language, "facts.toml", shape=_SHAPE)
    if data is None:
        return None
    texts = tuple(
        TextKind(row["name"], _any(row["words"]), row.get("of_state", False), row["good"], row["bad"])
        for row in data["texts"]
    )
    counts = Counts(data["numbers"])
    session = load_wording(language, assets).grammar.session_pattern
    own = {"number": rf"(?<![\w-])(?i:{counts.pattern})", "session": session}
    frames: dict[str, list[Frame]] = {}
    for row in data["frames"]:
        frame = _frame(row)
        for verb in row["verbs"]:
            frames.setdefault(verb, []).append(frame)
    return FactWords(
        Actors(**{name: LatePattern(rf"(?:{_any(data['actors'][name])})(?!\w)", re.IGNORECASE) for name in _ACTORS}),
        texts,
        LatePattern("|".join(rf"(?P<t{n}>\b{text.words}(?!\w))" for n, text in enumerate(texts)), re.IGNORECASE),
        {verb: tuple(each) for verb, each in frames.items()},
        tuple(_phrase(row) for row in data["phrases"]),
        Index(needs_of_any(row["words"]) for row in data["phrases"]),
        Patterns(data["patterns"], data["shorthand"], own),
        counts,
        tuple(data["months"]),
        data["protocols"],
        data["plurals"],
        data["offices"],
        {f"{kind}.{name}": frozenset(verbs) for kind, lists in data["verbs"].items() for name, verbs in lists.items()},
    )


def _frame(row: Mapping[str, Any]) -> Frame:
    return Frame(
        row["kind"],
        row.get("sense", ""),
        frozenset(row["verbs"]),
        frozenset(Mood(mood) for mood in row.get("moods", ["done"])),
        row["good"],
        row["bad"],
        Voice(row["voice"]) if "voice" in row else None,
        frozenset(row.get("actors", ())),
        patient=_search_in(row, "patient"),
        subject=_search_in(row, "subject"),
        behind=_search_in(row, "behind"),
        never=_search_in(row, "never"),
        perfect=row.get("perfect", False),
        negated=row.get("negated", False),
        decided=row.get("decided", False),
        bare=row.get("bare", False),
        under=frozenset(row.get("under", ())),
        but=frozenset(row.get("but", ())),
        needs=needs_of_any(row["patient"]) if ANY_VERB in row["verbs"] else None,
    )


def _phrase(row: Mapping[str, Any]) -> Phrase:
    words, needs, never = _search(row["words"]), _search_in(row, "needs"), _search_in(row, "never")
    return Phrase(row["kind"], words, row["good"], row["bad"], needs, never)


def _search_in(row: Mapping[str, Any], name: str) -> LatePattern | None:
    return _search(row[name]) if name in row else None


def _search(words: Iterable[str]) -> LatePattern:
    return LatePattern(rf"(?<!\w){_any(words)}(?!\w)", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"
