"""The wording of a language: its labels and formulae, printed and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache
from typing import Any

from precis.assets import Assets
from precis.assets.tables import refuse
from precis.language.cases import slots_in_cases
from precis.language.chinese import chinese
from precis.language.english import english
from precis.language.files import language_tables, languages
from precis.language.formula import Formula, read_first, without_case
from precis.language.grammar import Grammar
from precis.language.houses import NOTICES, House, houses
from precis.language.numbers import grammar_of
from precis.language.sentences import SmallWords, small_words
from precis.language.shapes import AGREEING, ours
from precis.language.slots import WithWords, slots_of
from precis.language.tongues import code_wrong, honorifics_of_others, names_of_others
from precis.model import Gap, Inlines

__all__ = ["Wording", "languages", "load_wording"]

_GRAMMARS = {"en": english, "zh": chinese}
"""The languages whose numbers no data says (`shapes.OWN_NUMBERS`); of all others numbers.toml says all."""


def load_wording(language: str, assets: Assets) -> Wording:
    """The wording of `language` ("en").

    PrecisError if one of its files is wrong; it names the languages there are if it is none of them.
    """
    wording = copy(_wording_of(language, assets))
    wording.said_unconfirmed = set()
    return wording


@lru_cache(maxsize=8)
def _wording_of(language: str, assets: Assets) -> Wording:
    """The wording of a language, made once a run."""
    data = language_tables(language, assets)
    own = data["languages"]
    if language not in ours("wording.toml")["languages"]:
        refuse(code_wrong(language, assets), assets, "languages", language, "wording.toml")
    others, honorifics = names_of_others(language, own, assets), honorifics_of_others(own, assets)
    data |= {"languages": {**own, **others}, "named_by_others": frozenset(others)}
    data["honorifics"] = {key: (*forms, *honorifics[key]) for key, forms in data["honorifics"].items()}
    return Wording(language, data, _GRAMMARS.get(language, grammar_of)(data), houses(assets))


@lru_cache(maxsize=2)
def _lowered(text: str) -> str:
    """The text in small letters: the forms of many formulae are asked for in the same one."""
    return text.lower()


class Wording:
    """The labels and formulae of one language.

    `places` are how the house prints them, by their names in a source; `named_places` are those names, by how any house
    prints them. `said_unconfirmed` collects the formulae printed so far that no real document has confirmed, so that a
    build can say which it used.
    """

    def __init__(self, language: str, data: Mapping[str, Any], grammar: Grammar, houses: Sequence[House]) -> None:
        self.language = language
        said, *others = [_notices(house, self.language, data["formulae"]) for house in houses]
        data = {**data, "formulae": data["formulae"] | said}
        self.grammar = grammar
        self.labels: Mapping[str, str] = data["labels"]
        self.formulae: Mapping[str, str] = data["formulae"]
        self.section = houses[0].section(self.language)
        self.job_prefixes = tuple(dict.fromkeys(prefix for house in houses for prefix in house.job_prefixes))
        self.places: Mapping[str, str] = houses[0].places.get(language, {})
        self.named_places = {text: key for house in houses for key, text in house.places.get(language, {}).items()}
        self.named_places |= {
            text: key for house in houses for text, key in house.places_read.get(language, {}).items()
        }
        self.reading: Mapping[str, Sequence[str]] = data["reading"]
        self.speech: Mapping[str, Any] = data["speech"]
        self.honorific_after: bool = data.get("honorific_after", False)
        self.without_blanks: bool = data.get("without_blanks", False)
        self.from_the_right: bool = data.get("direction") == "rtl"
        self.connecting: Mapping[str, Sequence[str]] = data["connecting"]
        self.small_words: SmallWords = small_words(data)
        self.procedure: tuple[str, ...] = tuple(data["procedure"])
        self.said_unconfirmed: set[str] = set()
        self._data = data
        self._unconfirmed = frozenset(data["unconfirmed"])
        self._slots = slots_of(data, grammar, self.places, self.named_places)
        self._formulae = {name: Formula(text, self._slots) for name, text in data["formulae"].items()}
        self._alone = {name: Formula("{" + name + "}", self._slots) for name in self._slots}
        variants, lines = (
            {name: [Formula(_form(entry), self._slots) for entry in entries] for name, entries in data[part].items()}
            for part in ("variants", "procedure")
        )
        variants |= {f"procedure_{name}": forms for name, forms in lines.items()}
        variants["procedure"] = [form for forms in lines.values() for form in forms]
        self._forms = {
            name: (*filter(None, (self._formulae.get(name),)), *variants.get(name, ()))
            for name in (*self._formulae, *variants)
        }
        for name in AGREEING:
            self._forms[name] += (*filter(None, (self._formulae.get(f"{name}_part"),)),)
        for notices in others:
            for name, text in notices.items():
                if text not in [form.text for form in self._forms[name]]:
                    self._forms[name] += (Formula(text, self._slots),)

    def __eq__(self, other: object) -> bool:
        """Copies of one wording are the same: what is made of one can be kept for all."""
        return isinstance(other, Wording) and self._data is other._data

    def __hash__(self) -> int:
        return id(self._data)

    def say(self, formula: str, **values: Any) -> Inlines:
        """The formula called `formula`, with its slots filled."""
        self._note_unconfirmed(formula)
        if "original" in values:
            self._note_language(values["original"])
        return self._formulae[formula].say(values)

    def forms(self, formula: str) -> tuple[Formula, ...]:
        """The forms in which a formula is read, that which prints first; some only read."""
        return self._forms.get(formula, ())

    def texts(self) -> Iterator[str]:
        """All words of the wording: labels, formulae and the lists of the readers."""
        for part in ("labels", "formulae", "variants", "procedure", "reading", "speech"):
            for value in self._data[part].values():
                yield from (value,) if isinstance(value, str) else map(_form, value)

    def read(self, formula: str, text: str) -> dict[str, Any] | None:
        """The values of the slots, if the whole of `text` is this formula or a variant of it; None if not."""
        return read_first(self.forms(formula), text)

    def forms_in(self, formula: str, text: str) -> list[Formula]:
        """The forms whose words stand in a text. Only these need be looked for in its parts."""
        words = _lowered(text)
        return [form for form in self.forms(formula) if form.may_be(words)]

    def of_part(self, formula: str) -> str:
        """The formula that stands behind the title of a part of a meeting, where it agrees with it."""
        return f"{formula}_part" if f"{formula}_part" in self._formulae else formula

    def label(self, name: str, *, of: str = "") -> str:
        """A label; where the language has two, that which agrees with the person `of` ("Mme Diallo")."""
        key = name
        if key not in self.labels:
            key = f"{name}_{self.gender(of)}"
        self._note_unconfirmed(name)
        return self.labels[key]

    def gender(self, name: str) -> str:
        """What agrees with a person: "f" where the honorific is that of a woman, else "m"."""
        return "f" if self._honorific_of(name) == "ms" else "m"

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
        self._note_language(code)
        return self.language_names.get(code, code)

    def person(self, name: str) -> str:
        """The name with its honorific in this language: "Ms. Diallo" is "Mme Diallo" in French.

        An honorific of this language stays: a record of 1999 has "Mrs.".
        """
        found = self._honorific(name)
        if found is None or found[1] in self.speech["persons"]:
            return name
        key, _, bare = found
        own: str = self._data["honorifics"][key][0]
        return f"{bare}{own}" if self.honorific_after else f"{own} {bare}"

    def office(self, office: str, *, of: str) -> str:
        """An office in this language ("Vice-Chair"), agreeing with the person `of`; as given where it is not known.

        Behind a comma may stand the State of the person: "Vice-Chair, Monaco".
        """
        name, comma, state = office.partition(", ")
        forms: Sequence[str] = self._data["offices"].get(name, [name])
        return (forms[-1] if self._honorific_of(of) == "ms" else forms[0]) + comma + state

    @property
    def offices(self) -> frozenset[str]:
        """The offices that have words in this language, as a record's data names them."""
        return frozenset(self._data["offices"])

    def office_of(self, words: str, *, of: str) -> str:
        """The office that `office` says in these words of the person `of`; the words themselves where it is none."""
        name, comma, state = words.partition(", ")
        bare = name.casefold()
        own = (office for office in self._data["offices"] if self.office(office, of=of).casefold() == bare)
        only_read: Mapping[str, Sequence[str]] = self._data.get("offices_read", {})
        other = (office for office, forms in only_read.items() if bare in map(str.casefold, forms))
        return next(own, next(other, name)) + comma + state

    def formula(self, text: str, slots: Iterable[str]) -> Formula:
        """A formula of other words, with those of this wording's `slots`; any other slot holds words as they are.

        A slot may be in a case: "session_g".
        """
        own = frozenset(slots)
        return Formula(text, WithWords({name: slot for name, slot in self._slots.items() if without_case(name) in own}))

    @property
    def slots_in_cases(self) -> frozenset[str]:
        """The slots that it has words for in another case: "session_g"."""
        return slots_in_cases(self._data)

    def alone(self, slot: str) -> Formula:
        """The formula that is nothing but this slot: a date that stands alone."""
        return self._alone[slot]

    def date(self, date: dt.date) -> Inlines:
        """A date: 13 December 2024."""
        return self._alone["date"].say({"date": date})

    def issued(self, date: dt.date) -> Inlines:
        """The date of issue as the masthead has it."""
        return self._alone["issued"].say({"issued": date})

    def time(self, time: dt.time) -> Inlines:
        """A time of day: 3 p.m."""
        return self._alone["time"].say({"time": time})

    def _honorific_of(self, name: str) -> str | None:
        found = self._honorific(name)
        return None if found is None else found[0]

    def _honorific(self, name: str) -> tuple[str, str, str] | None:
        """Whether a name is that of a man or a woman, its honorific, and the name without it; None if it has none.

        An honorific stands before the name, with a blank, or behind it, where the language has it so: 王女士.
        """
        # Of "de heer" and "de" the longer one is it.
        known = [(form, key) for key, forms in self._data["honorifics"].items() for form in forms]
        words = " ".join(name.split())
        before = [(form, key) for form, key in known if words.startswith(f"{form} ")]
        if before:
            form, key = max(before, key=lambda each: len(each[0]))
            return key, form, words.removeprefix(form).lstrip()
        for key, forms in self._data["honorifics"].items():
            behind = next((form for form in forms if name.endswith(form)), None) if self.honorific_after else None
            if behind is not None and behind != name:
                return key, behind, name.removesuffix(behind).rstrip()
        return None

    def _note_language(self, code: Any) -> None:
        """Note the name of a language that this one has from the folder of that one."""
        if code in self._data["named_by_others"]:
            self.said_unconfirmed.add(f"languages.{code}")

    def _note_unconfirmed(self, name: str) -> None:
        if name in self._unconfirmed:
            self.said_unconfirmed.add(name)


def _form(entry: str | Sequence[str]) -> str:
    """A form that only reads, without its example."""
    return entry if isinstance(entry, str) else entry[0]


def _notices(house: House, language: str, formulae: Mapping[str, str]) -> dict[str, str]:
    """The notices of a house in a language: its own, or those of the language with its section in them."""
    own = house.notices.get(language, {})
    return {name: own.get(name, formulae[name]).replace("{section}", house.section(language)) for name in NOTICES}
