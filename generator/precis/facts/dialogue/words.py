"""All that a language says of dialogues (templates/languages/xx/dialogue.toml), ready to be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.lines import KeyPath
from precis.assets.shapes import FLAG, TEXT, TEXTS, Shape, Wrong, choice, each, mapping, table
from precis.facts.dialogue.figures import Figures
from precis.facts.dialogue.holder import Holder
from precis.facts.dialogue.phrases import Phrases, any_of, filled, phrases_of
from precis.facts.dialogue.plans import PLAN_WORDS, PlanWords
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
    asks: re.Pattern[str]
    """What a question without a verb of asking begins with."""
    back: re.Pattern[str]
    """Where, behind a question, the speaker comes back to what they think themselves."""
    own: re.Pattern[str]
    """The subject of what a member thinks, at the end of a text."""
    holder: Holder
    named: str
    """The word by which the Chair names those who have come for a State."""
    own_state: re.Pattern[str]
    """What only a delegate says."""
    says: re.Pattern[str]
    presents: re.Pattern[str]
    introduces: re.Pattern[str]
    replies: re.Pattern[str]
    due: re.Pattern[str]
    years: re.Pattern[str]
    figures: Figures
    plans: PlanWords
    stems: Stems
    takes_up: re.Pattern[str]
    """What a reply begins with when it takes up another matter, which stands behind."""
    asks_count: re.Pattern[str]
    asks_cause: re.Pattern[str]
    reason: re.Pattern[str]
    asks_date: re.Pattern[str]
    none: re.Pattern[str]
    """What a reply says of a number that is nought."""
    hanging: re.Pattern[str]
    """Words of a question or a reply that stand for what was said before it, or say that it is one."""
    holds: re.Pattern[str]
    """What a sentence begins with that turns the one before, or hangs on it."""
    holds_within: re.Pattern[str]
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
_ENTRY = {"say": _PATTERN, "yes": _EXAMPLES}
_OTHER = {"no": _EXAMPLES}
_PHRASES = each(table(_ENTRY, {**_OTHER, "own": FLAG}))
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
_SHAPE = table(
    {
        "shorthand": mapping(_PATTERN),
        "question": _PHRASES,
        "not_question": _PHRASES,
        "concern": _PHRASES,
        "not_concern": _PHRASES,
        "praise": each(table(_ENTRY, {**_OTHER, "own": FLAG, "thanks": FLAG})),
        "not_praise": _PHRASES,
        "undertaking": each(table({**_ENTRY, "firmness": _FIRMNESS}, _OTHER)),
        "not_undertaking": _PHRASES,
        "admitted": _PHRASES,
        "refused": _PHRASES,
        "courtesy": _PHRASES,
        "asks": table({"direct": _PATTERN, "back": _PATTERN, "own": _PATTERN}),
        "holder": table(dict.fromkeys(_HOLDER, _PATTERN)),
        "sides": table({"named": TEXT, "own": _PATTERN, "says": _PATTERN}),
        "phases": table(dict.fromkeys(("presents", "introduces", "replies"), _PATTERN)),
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
                    _PATTERN,
                ),
            }
        ),
        "dates": table(dict.fromkeys(("due", "within", "report", "year", "month"), _PATTERN)),
        "state_plan": table(dict.fromkeys(PLAN_WORDS, _PATTERN)),
        "turns": table({"words": TEXTS, "within": TEXTS}),
        "takes_up": table({"words": _PATTERN}),
        "kinds_of_question": table(dict.fromkeys(("count", "cause", "reason", "none", "hanging", "date"), _PATTERN)),
        "stems": table({"inflections": each(TEXTS), "endings": TEXTS, "same": each(TEXTS)}),
        "formula": table({"words": TEXT}),
    }
)


@lru_cache(maxsize=8)
def load_dialogue_words(language: str, assets: Assets) -> DialogueWords | None:
    """The words of a language; None for one that has no dialogue.toml. PrecisError if the file is wrong."""
    data = read_table(assets, "languages", language, "dialogue.toml", shape=_SHAPE)
    return None if data is None else _made(data)


def _months(data: Mapping[str, Any]) -> list[str]:
    """The months of the year, in order."""
    return re.findall(r"\w+", data["dates"]["month"].removeprefix("(?:"))


def _made(data: Mapping[str, Any]) -> DialogueWords:
    shorthand = shorthand_of(data)

    def phrases(kind: str) -> Phrases:
        return phrases_of(data, kind, shorthand)

    def pattern(table: str, key: str, form: str = r"(?<!\w)(?:{})(?!\w)") -> re.Pattern[str]:
        return re.compile(form.replace("{}", filled(data[table][key], shorthand)))

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
        re.compile(rf"(?<!\w)(?:{due})(?!\w)"),
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
        re.compile(rf"{any_of(data['turns']['words'])}(?!\w)"),
        re.compile(rf"{any_of((*data['turns']['words'], *data['turns']['within']))}(?!\w)"),
    )
