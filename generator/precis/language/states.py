"""States by their United Nations short names (templates/states.toml): found in a text as records print them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXT, TEXTS, WHOLE, each, mapping, table
from precis.language.state_names import names_in

__all__ = ["FoundState", "State", "States", "is_confirmed", "load_states", "state_in"]

_ARTICLE = re.compile(r"(?<!\w)[Tt]he\s+\Z")


@dataclass(frozen=True, slots=True, order=True)
class State:
    """A State, told apart and sorted by its ISO 3166-1 alpha-3 code; one that no list knows has none, but its name.

    `name` is the short name in lists; `prose` the form of running text where that is another one, and `article` stands
    before it; `genitive` is the form behind "of" in a language with cases. `m49` is its code in the list of the United
    Nations Statistics Division. `status` is "member", "observer", "party" (outside the United Nations), "territory",
    "former", "sample" (fictional) or "unlisted".
    `unlisted` is the name of a State that no list knows, as a record prints it.
    """

    code: str
    unlisted: str = ""
    name: str = field(default="", compare=False)
    m49: str = field(default="", compare=False)
    official: str = field(default="", compare=False)
    article: str = field(default="", compare=False)
    prose: str = field(default="", compare=False)
    genitive: str = field(default="", compare=False)
    also: tuple[str, ...] = field(default=(), compare=False)
    status: str = field(default="member", compare=False)

    @classmethod
    def as_printed(cls, words: str) -> State:
        """A State that no list knows, as a record names it: "the Republic of Nowhere"."""
        name = _without_article(" ".join(words.split()))
        article = "the" if name != words.strip() else ""
        return cls("", name, name=name, article=article, status="unlisted")

    @property
    def in_text(self) -> str:
        """The name in running text: "the Niger", "the Islamic Republic of Iran", "Mexico"."""
        name = self.prose or self.name
        return f"{self.article}{name}" if self.article.endswith("’") else " ".join(filter(None, (self.article, name)))

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the name that a text may hold, without articles."""
        return tuple(dict.fromkeys(filter(None, (self.name, self.prose, self.official, *self.also))))


@dataclass(frozen=True, slots=True)
class FoundState:
    """A State in a text, and where its name stands there, its article included."""

    state: State
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Named:
    """A State under a name that it had until the year `until` (the last of it), or from `since` on."""

    state: State
    since: int = 0
    until: int = 9999


Forms = tuple[tuple[str, str], ...]
"""The forms of the names of States in a language, each with the code of its State."""


class States:
    """All States, found by their names or codes. A name that a State has no longer gives the State under that name.

    `forms` are their names in another language than English, by which they are found in its texts.
    """

    def __init__(
        self, named: tuple[_Named, ...], apart: Mapping[str, frozenset[str]], year: int = 9998, forms: Forms = ()
    ) -> None:
        self._named, self._apart, self._year, self._forms = named, apart, year, forms
        self.by_code: Mapping[str, State] = {each.state.code: each.state for each in named if self._had(each)}
        found: dict[str, State] = {_plain(form): each.state for each in named for form in each.state.forms}
        found |= {_plain(form): state for state in self.by_code.values() for form in state.forms}
        if forms:
            every = {each.state.code: each.state for each in named} | dict(self.by_code)
            found = {_plain(form): every[code] for form, code in forms}
        # Headings and names of old are in capitals.
        self._by_form = {form.upper(): state for form, state in found.items()} | found
        self._names = names_in(tuple(self._by_form), apart["behind"])
        self._under: dict[tuple[str, str, bool], State] = {}

    def in_year(self, year: int | None) -> States:
        """The States under the names they had in a year; in the last year of a name and the first of the next, both."""
        return self if year is None else _in_year(self, year)

    def find(self, text: str) -> Iterator[FoundState]:
        """The States that a text names, in order. "Mr. Jordan" names none."""
        for at, end in self._names.find(text):
            before = text[max(0, at - 40) : at]
            if before and (before[-1] in "-‑" or self._is_of_other_name(before)):
                continue
            article = _ARTICLE.search(before, max(0, len(before) - 6))
            start = at - (len(article[0]) if article else 0)
            form = _plain(text[at:end])
            yield FoundState(self._as_named(self._by_form[form], form, start != at), start, end)

    def named(self, text: str) -> State | None:
        """The State whose name or code the whole of `text` is, or None."""
        words = text.strip()
        state = self._by_form.get(_plain(words))
        return (
            self.by_code.get(words.upper())
            if state is None
            else self._as_named(state, _plain(words), "the " in words[:4])
        )

    def _as_named(self, state: State, form: str, article: bool) -> State:
        """The State under the name that a text has: a short form is kept, the full name is that of the table."""
        if form not in state.also:
            return state
        key = (state.code, form, article)
        found = self._under.get(key)
        if found is None:
            found = self._under[key] = replace(state, prose=form, article="the" if article else "")
        return found

    def _is_of_other_name(self, before: str) -> bool:
        """Whether what stands before makes a person's name or another place of it: "Ms. Ana Jordan", "New Mexico"."""
        words = before.split()[-2:]
        person = any(word.rstrip(".") in self._apart["persons"] for word in words)
        return person or (bool(words) and words[-1] in self._apart["places"])

    def _had(self, each: _Named) -> bool:
        return each.since <= self._year < each.until


@lru_cache(maxsize=64)
def _in_year(states: States, year: int) -> States:
    return States(states._named, states._apart, year, states._forms)


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return _without_article(re.sub(r"\s+", " ", text.replace("’", "'").replace("‑", "-")))


def _without_article(text: str) -> str:
    return re.sub(r"\A[Tt]he ", "", text)


_NAME = {"official": TEXT, "article": TEXT, "prose": TEXT, "genitive": TEXT, "cases": TEXTS, "also": TEXTS}
_EARLIER = table({"name": TEXT, "until": WHOLE}, _NAME)
_STATE = table({"name": TEXT}, {"m49": TEXT, **_NAME, "before": each(_EARLIER)})
_STATUSES = ("member", "observer", "party", "territory", "former", "sample")
_STATES = table(
    {"apart": table({"persons": TEXTS, "places": TEXTS, "behind": TEXTS})}, dict.fromkeys(_STATUSES, mapping(_STATE))
)


@lru_cache(maxsize=8)
def load_states(assets: Assets, language: str = "en") -> States:
    """The States under their names of today, found by their names in a language. PrecisError if a file is wrong.

    They are those of templates/states.toml; the names of another language are in its states.toml, if it has one.
    """
    rows_of = read_table(assets, "states.toml", shape=_STATES)
    assert rows_of is not None, "the table of States is part of the package"
    apart = {name: frozenset(words) for name, words in rows_of.pop("apart").items()}
    named: list[_Named] = []
    for status, rows in rows_of.items():
        for code, row in rows.items():
            named.extend(_names_of(code, status, row))
    codes = {each.state.code for each in named}
    return States(tuple(named), apart, forms=() if language == "en" else _forms(assets, language, codes))


def state_in(state: State, language: str, assets: Assets, year: int | None = None) -> State:
    """The State under its name in a language, that of a year; as it is where the language has no name of its own."""
    codes = _codes(assets)
    row = _names_in(assets, language, codes).get(state.code) if state.code in codes else None
    if row is None:
        return state
    earlier = (each for each in row.get("before", ()) if year is not None and year < each["until"])
    own = {key: value for key, value in next(earlier, row).items() if key not in ("before", "until", "cases")}
    return replace(state, **{"article": "", "prose": "", "official": "", "genitive": "", **own, "also": state.also})


@lru_cache(maxsize=8)
def _codes(assets: Assets) -> frozenset[str]:
    """The codes of all States."""
    return frozenset(load_states(assets).by_code)


@lru_cache(maxsize=8)
def _names_in(assets: Assets, language: str, codes: frozenset[str]) -> Mapping[str, Mapping[str, Any]]:
    """What a language's own table says of the names of the States of these codes; nothing where it has none."""
    return {key: row for key, row in _table_of(assets, language, codes).items() if key in codes}


@lru_cache(maxsize=8)
def _table_of(assets: Assets, language: str, codes: frozenset[str]) -> Mapping[str, Any]:
    rows = dict.fromkeys(codes, table({"name": TEXT}, {**_NAME, "before": each(_EARLIER)}))
    return read_table(assets, "languages", language, "states.toml", shape=table({}, {"confirmed": TEXTS, **rows})) or {}


def is_confirmed(state: State, language: str, assets: Assets) -> bool:
    """Whether the name of a State in a language was seen in a published document; all are where no list says which."""
    own = _table_of(assets, language, _codes(assets))
    return "confirmed" not in own or state.code in own["confirmed"]


def _forms(assets: Assets, language: str, codes: Collection[str]) -> Forms:
    """The names of the States of these codes in a language; none where it has no table of them."""
    rows = _names_in(assets, language, frozenset(codes))
    return tuple(
        (form, code)
        for code, row in rows.items()
        for named in (row, *row.get("before", ()))
        for form in (
            *filter(None, map(named.get, ("name", "prose", "genitive"))),
            *named.get("cases", ()),
            *named.get("also", ()),
        )
    )


def _names_of(code: str, status: str, row: Mapping[str, Any]) -> Iterator[_Named]:
    """A State under each of the names it had: `before` has the earlier ones, each with the first year of the next."""
    since = 0
    today = {key: value for key, value in row.items() if key != "before"} | {"also": tuple(row.get("also", ()))}
    state = State(code=code, status=status, **today)
    for earlier in row.get("before", ()):
        own = {key: value for key, value in earlier.items() if key not in ("until", "also")}
        cleared = {"official": "", "prose": "", "article": "", "also": tuple(earlier.get("also", ()))}
        yield _Named(replace(state, **{**cleared, **own}), since, earlier["until"])
        since = earlier["until"]
    yield _Named(state, since)
