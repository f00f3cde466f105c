"""What every edition of a record says alike (editions.toml): a line is read in one language and said in another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXT, TEXTS, mapping, table
from precis.assets.tables import refuse
from precis.language.cases import cases_wrong
from precis.language.formula import Formula, Slot
from precis.language.grammar import alternatives
from precis.language.letters import without_accents
from precis.language.shapes import ours, said_like
from precis.language.states import State, States, is_confirmed, load_states, state_in
from precis.language.wording import Wording
from precis.model import Gap, Inlines, Run

__all__ = ["Edition", "load_edition"]

_PARTS = ("items", "behind", "procedure")
_OF_WORDING = ("time", "number")
_AGREEING = re.compile(r"(?P<key>\w+)_(?P<agrees>[mf])")
_VOWELS = "aeiouh"


class Edition:
    """The lines of one language, each found by a key that is the same in all.

    `said_unconfirmed` collects the keys said so far that no published document has confirmed.
    """

    def __init__(self, wording: Wording, data: Mapping[str, Any], assets: Assets, year: int | None) -> None:
        self.wording = wording
        self.said_unconfirmed: set[str] = set()
        self._unconfirmed = frozenset(data.get("unconfirmed", ()))
        states = load_states(assets, wording.language).in_year(year)
        slots = {
            **{name: wording.alone(name).slot(name) for name in _OF_WORDING},
            "nth": _ordinals(data.get("ordinals", ())),
            "state": _state_slot(data.get("of", {}), states, wording.language, assets, self.said_unconfirmed),
            "person": Slot(r".+?", lambda name: (Run(wording.person(name)),), str.strip),
        }
        self._lines = {part: {key: Formula(text, slots) for key, text in data.get(part, {}).items()} for part in _PARTS}

    def read(self, part: str, text: str) -> tuple[str, dict[str, Any]] | None:
        """The key of a line of a part ("items", "behind", "procedure"), and what its slots hold; None for no line."""
        for key, formula in self._lines[part].items():
            values = formula.read(text)
            if values is not None:
                agreeing = _AGREEING.fullmatch(key)
                return (agreeing["key"] if agreeing else key), values
        return None

    def say(self, part: str, key: str, values: Mapping[str, Any], presiding: str | None) -> Inlines | None:
        """The line with its slots filled; None where the language has none.

        `presiding` says whether a man or a woman presides, "m" or "f"; None where that is not known.
        """
        lines = self._lines[part]
        agrees = self.wording.gender(values["person"]) if "person" in values else presiding
        formula = lines.get(key) or lines.get(f"{key}_{agrees}")
        if formula is None:
            return None
        if key in self._unconfirmed:
            self.said_unconfirmed.add(key)
        return formula.say(values)


def load_edition(language: str, wording: Wording, assets: Assets, year: int | None) -> Edition:
    """The lines of a language; of one without editions.toml, none. `year` is that of the names of States.

    PrecisError if the file is wrong.
    """
    return Edition(wording, _tables(language, assets), assets, year)


@lru_cache(maxsize=8)
def _tables(language: str, assets: Assets) -> Mapping[str, Any]:
    place = ("languages", language, "editions.toml")
    found = read_table(assets, *place, shape=_shape()) or {}
    lines = (((part, key), text) for part in _PARTS for key, text in found.get(part, {}).items())
    # No slot of these lines has cases.
    refuse(cases_wrong(lines, ()), assets, *place)
    return found


def _shape() -> Any:
    lines: dict[str, Any] = {}
    for part in _PARTS:
        texts = {key: said_like(text, whole=True) for key, text in ours("editions.toml")[part].items()}
        lines[part] = table({}, texts | {f"{key}_{agrees}": shape for key, shape in texts.items() for agrees in "mf"})
    return table({"unconfirmed": TEXTS}, {"ordinals": TEXTS, "of": mapping(TEXT), **lines})


def _ordinals(words: Any) -> Slot:
    numbers = {word.lower(): number for number, word in enumerate(words, 1)}

    def show(number: int) -> str | Inlines:
        return str(words[number - 1]) if number <= len(words) else (Gap(str(number)),)

    return Slot(alternatives(tuple(words)), show, lambda text: numbers.get(text.lower()))


def _state_slot(of: Mapping[str, str], states: States, language: str, assets: Assets, unconfirmed: set[str]) -> Slot:
    """A State with what stands before it: "of the Niger". A name that the language lacks is a gap.

    Names said that no published document has confirmed are added to `unconfirmed`.
    """

    def read(text: str) -> State:
        rests = [text[len(lead) :] for lead in sorted(of.values(), key=len, reverse=True) if text.startswith(lead)]
        found = (states.named(rest) for rest in rests)
        return next(filter(None, found), None) or State.as_printed((rests or [text])[-1])

    def show(state: State) -> Inlines:
        own = state if language == "en" else state_in(state, language, assets)
        if state.unlisted or (own is state and language != "en"):
            return tuple(item for item in (Run(of.get("", "")), Gap(state.in_text)) if item != Run(""))
        if not is_confirmed(state, language, assets):
            unconfirmed.add(f"states.{state.code}")
        name = own.genitive or own.prose or own.name
        article = own.article
        if not article and without_accents(name[:1].lower()) in _VOWELS and "vowel" in of:
            article = "vowel"
        return (Run(f"{of.get(article, of.get('', ''))}{name}"),)

    return Slot(r".+?", show, read)
