"""The formulae of a language (templates/languages/xx/formulae.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import FLAG, TEXT, TEXTS, WHOLE, each, mapping, table
from precis.facts.dialogue.anchors import needs_of
from precis.facts.dialogue.phrases import filled
from precis.facts.dialogue.sieve import Index
from precis.facts.fact import Stage
from precis.language.grammar import Grammar

__all__ = ["Formula", "Formulae", "TextName", "load_formulae"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A phrase that tells a fact of `kind`; `sense` is what it then says. `decided` says that it must be so decided."""

    kind: str
    sense: str
    say: re.Pattern[str]
    never: re.Pattern[str] | None
    decided: bool


@dataclass(frozen=True, slots=True)
class TextName:
    """A kind of text, the words that name one, and whether each is on the report of one State."""

    name: str
    words: re.Pattern[str]
    of_state: bool


@dataclass(frozen=True, slots=True, eq=False)
class Formulae:
    """All formulae of a language, with what reads their parts: lists of States, numbers, stages, addressees.

    `glue` tells which of them may stand in a text. `comma` ends a title; `parts` parts the outcomes of communications
    of a sentence, `counted` says how many of them there are, `single` that it is one. `next` is a session, `present`
    that of the record, `person` one of a list of persons; `day_of_count` a day on which a count stands, `on_a_day`
    that of an adoption before its text, `month_before` a month alone before what was done, `day_behind` a day behind
    the verb. `vague` is a decision on "the proposal", `followed` what was done about reprisals, `followed_next` in
    the next paragraph; `tens` stands between tens and units in words.
    """

    formulae: tuple[Formula, ...]
    glue: Index
    texts: tuple[TextName, ...]
    lead: re.Pattern[str]
    join: re.Pattern[str]
    those: re.Pattern[str]
    comma: re.Pattern[str]
    parts: re.Pattern[str]
    counted: re.Pattern[str]
    single: re.Pattern[str]
    next: re.Pattern[str]
    present: re.Pattern[str]
    person: re.Pattern[str]
    protocol: re.Pattern[str]
    own_treaty: re.Pattern[str]
    day_of_count: re.Pattern[str]
    on_a_day: re.Pattern[str]
    article: re.Pattern[str]
    article_of_persons: re.Pattern[str]
    before_date: re.Pattern[str]
    month_before: re.Pattern[str]
    day_behind: re.Pattern[str]
    date: re.Pattern[str]
    stages: Mapping[Stage, re.Pattern[str]]
    numbers: Mapping[str, int]
    tens: re.Pattern[str]
    who: Mapping[str, str]
    proposal: re.Pattern[str]
    vague: re.Pattern[str]
    followed: re.Pattern[str]
    followed_next: re.Pattern[str]

    def near(self, low: str) -> list[Formula]:
        """The formulae that may stand in a text in small letters, in their order."""
        return [self.formulae[place] for place in self.glue.near(low)]

    def number(self, words: str) -> int | None:
        """The number that words are, in figures or in words; None for others."""
        digits = re.sub(r"[\s.]", "", words)
        return int(digits) if digits.isdigit() else self._in_words(words.strip())

    def _in_words(self, words: str) -> int | None:
        """The number that words are; of "quarante-trois", the tens and the units together."""
        known = self.numbers.get(words)
        if known is not None:
            return known
        for join in self.tens.finditer(words):
            tens, units = self.numbers.get(words[: join.start()]), self.numbers.get(words[join.end() :])
            if tens is not None and units is not None and tens > units:
                return tens + units
        return None


_LISTS = (
    "lead",
    "join",
    "those",
    "comma",
    "parts",
    "counted",
    "single",
    "next",
    "present",
    "person",
    "protocol",
    "own_treaty",
    "day_of_count",
    "on_a_day",
    "article",
    "article_of_persons",
    "before_date",
    "month_before",
    "day_behind",
)
_EXAMPLES = {"yes": TEXT, "no": TEXT}
_SHAPE = table(
    {
        "months": TEXTS,
        "shorthand": mapping(TEXT),
        "lists": table(dict.fromkeys(_LISTS, TEXT)),
        "numbers": table({"small": TEXTS, "others": mapping(WHOLE), "and": TEXT}),
        "stages": mapping(TEXT),
        "texts": each(table({"name": TEXT, "words": TEXT}, {"of_state": FLAG})),
        "formulae": each(
            table({"kind": TEXT, "say": TEXT, **_EXAMPLES}, {"sense": TEXT, "never": TEXT, "decided": FLAG})
        ),
        "who": mapping(TEXTS),
        "decisions": table(dict.fromkeys(("proposal", "vague", "followed", "followed_next"), TEXT)),
    }
)


@lru_cache(maxsize=8)
def load_formulae(language: str, assets: Assets, grammar: Grammar) -> Formulae | None:
    """The formulae of a language; None for one that has none. PrecisError if the file is wrong."""
    data = read_table(assets, "languages", language, "formulae.toml", shape=_SHAPE)
    return None if data is None else _made(data, grammar)


def _made(data: Mapping[str, Any], grammar: Grammar) -> Formulae:
    shorthand = {**data["shorthand"], "session": grammar.session_pattern}

    def pattern(words: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{filled(words, shorthand)})(?!\w)")

    formulae = tuple(
        Formula(
            row["kind"],
            row.get("sense", ""),
            pattern(row["say"]),
            pattern(row["never"]) if "never" in row else None,
            row.get("decided", False),
        )
        for row in data["formulae"]
    )
    lists = {name: re.compile(filled(data["lists"][name], shorthand)) for name in _LISTS}
    numbers = {word: number for number, word in enumerate(data["numbers"]["small"])} | data["numbers"]["others"]
    return Formulae(
        formulae,
        Index(needs_of(filled(row["say"], shorthand)) for row in data["formulae"]),
        tuple(TextName(row["name"], pattern(row["words"]), row.get("of_state", False)) for row in data["texts"]),
        lists["lead"],
        lists["join"],
        lists["those"],
        lists["comma"],
        lists["parts"],
        lists["counted"],
        lists["single"],
        lists["next"],
        lists["present"],
        lists["person"],
        lists["protocol"],
        lists["own_treaty"],
        lists["day_of_count"],
        lists["on_a_day"],
        lists["article"],
        lists["article_of_persons"],
        lists["before_date"],
        lists["month_before"],
        lists["day_behind"],
        pattern(data["shorthand"]["date"]),
        {Stage(name): pattern(words) for name, words in data["stages"].items()},
        numbers,
        re.compile(data["numbers"]["and"]),
        {word: who for who, words in data["who"].items() for word in words},
        pattern(data["decisions"]["proposal"]),
        pattern(data["decisions"]["vague"]),
        pattern(data["decisions"]["followed"]),
        pattern(data["decisions"]["followed_next"]),
    )
