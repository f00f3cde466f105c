"""All that a language says of dialogues (templates/languages/xx/dialogue.toml), ready to be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.late import LatePattern
from precis.assets.lines import KeyPath
from precis.assets.shapes import FLAG, TEXT, TEXTS, Shape, Wrong, choice, each, mapping, table
from precis.facts.dialogue.figures import Figures
from precis.facts.dialogue.holder import Holder
from precis.facts.dialogue.phrases import Phrases, any_of, filled, phrases_of
from precis.facts.dialogue.plans import PLAN_WORDS, PlanWords
from precis.facts.dialogue.sieve import Sieve
from precis.facts.dialogue.stems import Stems
from precis.facts.fact import Firmness

__all__ = ["DialogueWords", "load_dialogue_words", "shorthand_of"]


@dataclass(frozen=True, slots=True, eq=False)
class DialogueWords:
    """The phrases and words of a language that tell what a sentence of a dialogue does."""

    question: Phrases
    concern: Phrases
    praise: Phrases
    undertaking: Phrases
    admitted: Phrases
    refused: Phrases
    courtesy: Phrases
    asks: LatePattern
    """What a question without a verb of asking begins with."""
    back: LatePattern
    """Where, behind a question, the speaker comes back to what they think themselves."""
    own: LatePattern
    """The subject of what a member thinks, at the end of a text."""
    holder: Holder
    named: str
    """The word by which the Chair names those who have come for a State."""
    own_state: LatePattern
    """What only a delegate says."""
    says: LatePattern
    presents: LatePattern
    introduces: LatePattern
    replies: LatePattern
    due: LatePattern
    years: LatePattern
    figures: Figures
    plans: PlanWords
    stems: Stems
    takes_up: LatePattern
    """What a reply begins with when it takes up another matter, which stands behind."""
    asks_count: LatePattern
    asks_cause: LatePattern
    reason: LatePattern
    asks_date: LatePattern
    none: LatePattern
    """What a reply says of a number that is nought."""
    hanging: LatePattern
    """Words of a question or a reply that stand for what was said before it, or say that it is one."""
    holds: LatePattern
    """What a sentence begins with that turns the one before, or hangs on it."""
    holds_within: LatePattern
    """The same, of a sentence of the same paragraph."""


def shorthand_of(data: Mapping[str, Any]) -> dict[str, str]:
    """What stands for the words in braces."""
    made = {name: any_of(words) for name, words in data["promised"].items()}
    return {**data["shorthand"], **made, "month": data["dates"]["month"], "year": data["dates"]["year"]}


def _is_pattern(value: Any, path: KeyPath) -> Iterator[Wrong]:
    """What is wrong with a pattern whose shorthand is not written out."""
    if not isinstance(value, str):
        yield from TEXT.check(value, path)
        return
    try:
        re.compile(re.sub(r"\{[a-z_]+\}", "x", value))
    except re.error as error:
        yield Wrong(path, "template-pattern", f"is no pattern of Python's re: {error}")


_PATTERN = Shape("a pattern of Python's re", "'…'", _is_pattern)
_EXAMPLES = Shape(
    "a sentence or several", '"…"', lambda value, path: (TEXT if isinstance(value, str) else TEXTS).check(value, path)
)
_OTHER = {"no": _EXAMPLES}
_FIRMNESS = choice(*(str(firmness) for firmness in Firmness))
_FIGURES = (
    "words",
    "ones",
    "parts",
    "powers",
    "share",
    "joins",
    "numbered",
    "uncounted",
    "further",
    "definite",
    "age",
    "pronoun",
    "approximate",
    "ends",
    "of",
)
_HOLDER = (
    "stands",
    "person",
    "group",
    "head",
    "names",
    "perfect",
    "adverbs",
    "participle",
    "joins",
    "tells",
    "per",
    "back",
)


def _shape(pattern: Shape) -> Shape:
    """What a dialogue.toml holds, where patterns have a shape."""
    entry = {"say": pattern, "yes": _EXAMPLES}
    phrases = each(table(entry, {**_OTHER, "own": FLAG}))
    return table(
        {
            "shorthand": mapping(pattern),
            "question": phrases,
            "not_question": phrases,
            "concern": phrases,
            "not_concern": phrases,
            "praise": each(table(entry, {**_OTHER, "own": FLAG, "thanks": FLAG})),
            "not_praise": phrases,
            "undertaking": each(table({**entry, "firmness": _FIRMNESS}, _OTHER)),
            "not_undertaking": phrases,
            "admitted": phrases,
            "refused": phrases,
            "courtesy": phrases,
            "asks": table({"direct": pattern, "back": pattern, "own": pattern}),
            "holder": table(dict.fromkeys(_HOLDER, pattern)),
            "sides": table({"named": TEXT, "own": pattern, "says": pattern}),
            "phases": table(dict.fromkeys(("presents", "introduces", "replies"), pattern)),
            "promised": table({"act": TEXTS, "done": TEXTS}),
            "figures": table(
                {
                    **dict.fromkeys(_FIGURES, TEXTS),
                    **dict.fromkeys(
                        (
                            "thirds",
                            "plural",
                            "per",
                            "among",
                            "of_them",
                            "changes",
                            "limit",
                            "limit_after",
                            "aged",
                        ),
                        pattern,
                    ),
                }
            ),
            "dates": table(dict.fromkeys(("due", "within", "report", "year", "month"), pattern)),
            "state_plan": table(dict.fromkeys(PLAN_WORDS, pattern)),
            "turns": table({"words": TEXTS, "within": TEXTS}),
            "takes_up": table({"words": pattern}),
            "kinds_of_question": table(dict.fromkeys(("count", "cause", "reason", "none", "hanging", "date"), pattern)),
            "stems": table({"inflections": each(TEXTS), "endings": TEXTS, "same": each(TEXTS)}),
            "formula": table({"words": TEXT}),
        }
    )


_SHAPE, _OURS = _shape(_PATTERN), _shape(TEXT)
"""Of our own files no pattern is made to see whether it is one: most are never needed, and the tests make them all."""


@lru_cache(maxsize=8)
def load_dialogue_words(language: str, assets: Assets) -> DialogueWords | None:
    """The words of a language; None for one that has no dialogue.toml. PrecisError if the file is wrong."""
    parts = "languages", language, "dialogue.toml"
    path = assets.find(*parts)
    data = read_table(assets, *parts, shape=_OURS if path is not None and assets.is_ours(path) else _SHAPE)
    return None if data is None else _made(data)


def _months(data: Mapping[str, Any]) -> list[str]:
    """The months of the year, in order."""
    return re.findall(r"\w+", data["dates"]["month"].removeprefix("(?:"))


def _made(data: Mapping[str, Any]) -> DialogueWords:
    shorthand, sieve = shorthand_of(data), Sieve()

    def phrases(kind: str) -> Phrases:
        return phrases_of(data, kind, shorthand, sieve)

    def pattern(table: str, key: str, form: str = r"(?<!\w)(?:{})(?!\w)") -> LatePattern:
        return LatePattern(form.replace("{}", filled(data[table][key], shorthand)))

    due = "|".join(filled(data["dates"][name], shorthand) for name in ("report", "within", "due"))
    return DialogueWords(
        phrases("question"),
        phrases("concern"),
        phrases("praise"),
        phrases("undertaking"),
        phrases("admitted"),
        phrases("refused"),
        phrases("courtesy"),
        pattern("asks", "direct", r"(?:{})(?!\w)"),
        pattern("asks", "back", r"(?:{})(?!\w)"),
        pattern("asks", "own", r"(?<!\w)(?:{}),? \Z"),
        Holder({name: filled(words, shorthand) for name, words in data["holder"].items()}),
        data["sides"]["named"],
        pattern("sides", "own"),
        pattern("sides", "says"),
        pattern("phases", "presents"),
        pattern("phases", "introduces"),
        pattern("phases", "replies"),
        LatePattern(rf"(?<!\w)(?:{due})(?!\w)"),
        pattern("dates", "year"),
        Figures(data["figures"]),
        PlanWords({name: filled(words, shorthand) for name, words in data["state_plan"].items()}, _months(data)),
        Stems(data),
        pattern("takes_up", "words"),
        pattern("kinds_of_question", "count"),
        pattern("kinds_of_question", "cause"),
        pattern("kinds_of_question", "reason"),
        pattern("kinds_of_question", "date"),
        pattern("kinds_of_question", "none"),
        pattern("kinds_of_question", "hanging"),
        LatePattern(rf"{any_of(data['turns']['words'])}(?!\w)"),
        LatePattern(rf"{any_of((*data['turns']['words'], *data['turns']['within']))}(?!\w)"),
    )
