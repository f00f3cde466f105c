"""The wording of a language: its labels and formulae, printed and read."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from precis.assets import Assets
from precis.language.english import english
from precis.language.formula import Formula, Slot, call_slot, read_first
from precis.language.french import french
from precis.language.grammar import YEAR, Grammar, alternatives, without_accents
from precis.language.houses import NOTICES, House, houses
from precis.model import Access, Gap, Inlines, PrecisError, Run

__all__ = ["Wording", "languages", "load_wording"]

_GRAMMARS = {"en": english, "fr": french}
_FILES = ("wording.toml", "reading.toml", "speech.toml")
_LEAP_YEAR = 2000


def languages(assets: Assets) -> list[str]:
    """The codes of the languages that documents can be written in."""
    return [name for name in assets.names("languages", "/wording.toml") if name in _GRAMMARS]


def load_wording(language: str, assets: Assets) -> Wording:
    """The wording of `language` ("en"); PrecisError names the languages there are if it is none of them."""
    wording = copy(_wording_of(language, assets))
    wording.said_unconfirmed = set()
    return wording


@lru_cache(maxsize=8)
def _wording_of(language: str, assets: Assets) -> Wording:
    """The wording of a language, made once a run. What tables of one name hold in its files is put together."""
    texts = tuple(text for name in _FILES if (text := assets.text("languages", language, name)) is not None)
    if len(texts) < len(_FILES) or language not in _GRAMMARS:
        known = ", ".join(languages(assets))
        raise PrecisError.one("unknown-language", f"there is no wording in '{language}'; choose one of: {known}")
    data: dict[str, Any] = {}
    for text in texts:
        for name, value in tomllib.loads(text).items():
            data[name] = data.get(name, {}) | value if isinstance(value, dict) else value
    return Wording(data, _GRAMMARS[language](), houses(assets))


class Wording:
    """The labels and formulae of one language.

    `said_unconfirmed` collects the formulae printed so far that no real document has confirmed, so that a build can
    say which it used.
    """

    def __init__(self, data: Mapping[str, Any], grammar: Grammar, houses: Sequence[House]) -> None:
        self.language: str = data["language"]
        said, *others = [_notices(house, self.language, data["formulae"]) for house in houses]
        data = {**data, "formulae": data["formulae"] | said}
        self.grammar = grammar
        self.labels: Mapping[str, str] = data["labels"]
        self.formulae: Mapping[str, str] = data["formulae"]
        self.section = houses[0].section(self.language)
        self.job_prefixes = tuple(dict.fromkeys(prefix for house in houses for prefix in house.job_prefixes))
        self.places = _places(houses, self.language)
        self.reading: Mapping[str, Sequence[str]] = data["reading"]
        self.speech: Mapping[str, Any] = data["speech"]
        self.procedure: tuple[str, ...] = tuple(data["procedure"])
        self.said_unconfirmed: set[str] = set()
        self._data = data
        self._unconfirmed = frozenset(data["unconfirmed"])
        self._slots = _slots(data, grammar, self.places)
        self._formulae = {name: Formula(text, self._slots) for name, text in data["formulae"].items()}
        self._alone = {name: Formula("{" + name + "}", self._slots) for name in self._slots}
        variants = {name: [Formula(text, self._slots) for text in texts] for name, texts in data["variants"].items()}
        lines = {name: [Formula(text, self._slots) for text in texts] for name, texts in data["procedure"].items()}
        variants |= {f"procedure_{name}": forms for name, forms in lines.items()}
        variants["procedure"] = [form for forms in lines.values() for form in forms]
        self._forms = {
            name: (*filter(None, (self._formulae.get(name),)), *variants.get(name, ()))
            for name in (*self._formulae, *variants)
        }
        for notices in others:
            for name, text in notices.items():
                self._forms[name] += (Formula(text, self._slots),)

    def say(self, formula: str, **values: Any) -> Inlines:
        """The formula called `formula`, with its slots filled."""
        self._note_unconfirmed(formula)
        return self._formulae[formula].say(values)

    def forms(self, formula: str) -> tuple[Formula, ...]:
        """The forms in which a formula is read, that which prints first; some only read."""
        return self._forms.get(formula, ())

    def texts(self) -> Iterator[str]:
        """All words of the wording: labels, formulae and the lists of the readers."""
        for part in ("labels", "formulae", "variants", "procedure", "reading", "speech"):
            for value in self._data[part].values():
                yield from (value,) if isinstance(value, str) else value

    def read(self, formula: str, text: str) -> dict[str, Any] | None:
        """The values of the slots, if the whole of `text` is this formula or a variant of it; None if not."""
        return read_first(self.forms(formula), text)

    def forms_in(self, formula: str, text: str) -> list[Formula]:
        """The forms whose words stand in a text. Only these need be looked for in its parts."""
        words = text.lower()
        return [form for form in self.forms(formula) if form.may_be(words)]

    def label(self, name: str, *, of: str = "") -> str:
        """A label; where the language has two, that which agrees with the person `of` ("Mme Diallo")."""
        key = name
        if key not in self.labels:
            key = f"{name}_{'f' if self._honorific_of(of) == 'ms' else 'm'}"
        self._note_unconfirmed(name)
        return self.labels[key]

    def field_name(self, key: str) -> str:
        """A field of the cover, as a correction names it."""
        name: str = self._data["fields"][key]
        return name

    def sign_name(self, sign: str) -> str | None:
        """What a sign is called that stands alone in a correction: "a full stop"; None for what is no such sign."""
        name: str | None = self._data["signs"].get(sign)
        return name

    def gap(self, name: str) -> Gap:
        """The gap that stands where a document lacks `name` ("issued")."""
        return Gap(self._data["gaps"][name])

    @property
    def language_names(self) -> Mapping[str, str]:
        """The languages that a record may be written in: their names, as they stand after "Original:", by code."""
        names: Mapping[str, str] = self._data["languages"]
        return names

    def language_name(self, code: str) -> str:
        """The name of a language; the code itself where it is not known."""
        return self.language_names.get(code, code)

    def person(self, name: str) -> str:
        """The name with its honorific in this language: "Ms. Diallo" is "Mme Diallo" in French.

        An honorific of this language stays: a record of 1999 has "Mrs.".
        """
        key = self._honorific_of(name)
        if key is None or name.split(maxsplit=1)[0] in self.speech["persons"]:
            return name
        return f"{self._data['honorifics'][key][0]} {name.split(maxsplit=1)[1]}"

    def office(self, office: str, *, of: str) -> str:
        """An office in this language ("Vice-Chair"), agreeing with the person `of`; as given where it is not known."""
        forms: Sequence[str] = self._data["offices"].get(office, [office])
        return forms[-1] if self._honorific_of(of) == "ms" else forms[0]

    def alone(self, slot: str) -> Formula:
        """The formula that is nothing but this slot: a date that stands alone."""
        return self._alone[slot]

    def date(self, date: dt.date) -> Inlines:
        """A date: 13 December 2024."""
        return self._alone["date"].say({"date": date})

    def time(self, time: dt.time) -> Inlines:
        """A time of day: 3 p.m."""
        return self._alone["time"].say({"time": time})

    def _honorific_of(self, name: str) -> str | None:
        first = name.split(maxsplit=1)
        if len(first) < 2:
            return None
        return next((key for key, forms in self._data["honorifics"].items() if first[0] in forms), None)

    def _note_unconfirmed(self, name: str) -> None:
        if name in self._unconfirmed:
            self.said_unconfirmed.add(name)


def _notices(house: House, language: str, formulae: Mapping[str, str]) -> dict[str, str]:
    """The notices of a house in a language: its own, or those of the language with its section in them."""
    own = house.notices.get(language, {})
    return {name: own.get(name, formulae[name]).replace("{section}", house.section(language)) for name in NOTICES}


def _places(houses: Sequence[House], language: str) -> dict[str, str]:
    """How places are printed, by their names in a source; where houses differ, as the first has it."""
    return {key: text for house in reversed(houses) for key, text in house.places.get(language, {}).items()}


def _slots(data: Mapping[str, Any], grammar: Grammar, places: Mapping[str, str]) -> dict[str, Slot]:
    """What each slot of the formulae holds, by its name in lower case."""
    keys_of_places = {phrase: key for key, phrase in places.items()}
    of_place = Formula(data["formulae"]["place"], {"place": _text_slot(r".+?")})
    words: Mapping[str, str] = data["words"]
    parts = {1: words["first"], 2: words["second"]}
    access = {Access.PUBLIC: words["public"], Access.CLOSED: words["closed"]}
    tongues: Mapping[str, str] = data["languages"]

    def show_place(place: str) -> Inlines:
        return (Run(places[place]),) if place in places else of_place.say({"place": place})

    def read_place(text: str) -> str:
        collapsed = re.sub(r"\s+", " ", text.strip())
        if collapsed in keys_of_places:
            return keys_of_places[collapsed]
        found = of_place.read(collapsed)
        return found["place"] if found else collapsed

    meeting = Slot(grammar.meeting_pattern, grammar.meeting, grammar.read_meeting)
    return {
        "session": Slot(grammar.session_pattern, grammar.session, grammar.read_session),
        "meeting": meeting,
        "first": meeting,
        "last": meeting,
        "date": Slot(grammar.date_pattern, grammar.date, grammar.read_date),
        "weekday": _choice_slot(dict(enumerate(grammar.weekdays))),
        "time": Slot(grammar.time_pattern, grammar.time, grammar.read_time),
        "zone": _text_slot(r"(?:\s+[^\s.,][^,]*?)?", lead=" "),
        "place": Slot(r".+?", show_place, read_place),
        "part": _choice_slot(parts, {2: data["reading"].get("second_too", ())}),
        "access": _choice_slot(access, {Access.CLOSED: data["reading"].get("closed_too", ())}),
        "original": _choice_slot(tongues),
        "symbol": _text_slot(r"[A-Z]+(?:/[A-Z0-9][A-Z0-9.]*)*?/SR\.\d+(?:/(?:Add|Corr|Rev|Amend)\.\d+)*"),
        "name": _text_slot(r".+?"),
        "item": _text_slot(r"\d+(?:[^)]|(?<=\d [a-z])\)(?= ))*?"),
        "number": Slot(r"\d+", str, int),
        "nth": Slot(grammar.session_pattern, grammar.session, grammar.read_session),
        "mark": _text_slot(r"\*+"),
        "field": _text_slot(r".+?"),
        "where": _text_slot(r".+?"),
        "old": _text_slot(r".+?"),
        "new": _text_slot(r".+?"),
        "words": _text_slot(r".+?"),
        "note": call_slot(),
        "gap": call_slot(),
        **_slots_of_variants(data, grammar),
    }


def _slots_of_variants(data: Mapping[str, Any], grammar: Grammar) -> dict[str, Slot]:
    """What the slots hold that only variants have: none of them is printed."""
    words = {name: alternatives(tuple(texts)) for name, texts in (data["reading"] | data["speech"]).items()}
    tongues = alternatives(tuple(data["languages"].values()))
    day = grammar.date_pattern.removesuffix(rf"\s+{YEAR}")
    # "Mr." may stand in the rest of a sentence.
    rest = r"(?:[^.]|\.(?! [^\W\d_])|(?<=\bM[rs])\.)*"
    return {
        # A date that has lost its year is read in a leap year.
        "day": Slot(day, str, lambda text: grammar.read_date(f"{text} {_LEAP_YEAR}")),
        "others": _text_slot(rf"(?:\s*{words['joints']}\s*{tongues})*"),
        "kind": _text_slot(rf"\(?{words['kinds']}\)?", choices=data["reading"]["kinds"]),
        "who": _text_slot(r"[^,()]{1,40}?(?:\s\([^()]*\)|,[^,]{1,40},)?"),
        "person": _text_slot(rf"{words['persons']}\s.+?"),
        "tail": _text_slot(rf"(?:,?\s+{words['tails']}\b{rest})?"),
        **{
            name: _text_slot(words[name], choices=(data["reading"] | data["speech"])[name])
            for name in ("were", "done", "shown", "took", "made", "appears")
        },
    }


def _text_slot(pattern: str, lead: str = "", choices: Sequence[str] = ()) -> Slot:
    """A slot that holds words as they are, plain or as runs; `lead` is printed before them when there are any."""

    def show(value: str | Inlines) -> Inlines:
        if isinstance(value, tuple):
            return value
        return (Run(lead + value),) if value else ()

    return Slot(pattern, show, str.strip, tuple(choices))


def _choice_slot(choices: Mapping[Any, str], others: Mapping[Any, Sequence[str]] = MappingProxyType({})) -> Slot:
    """A slot that holds one of a few words; `others` are read in their place."""
    words = {word.lower(): key for key, word in choices.items()}
    words |= {word.lower(): key for key, texts in others.items() for word in texts}
    keys = {without_accents(word): key for word, key in words.items()}

    def read(text: str) -> Any:
        return keys[without_accents(text.lower())]

    return Slot(alternatives(tuple(words)), lambda key: choices[key], read, tuple(words))
