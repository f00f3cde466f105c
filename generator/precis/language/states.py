"""States by their United Nations short names (templates/states.toml): found in a text as records print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXT, TEXTS, mapping, table

__all__ = ["FoundState", "State", "States", "load_states"]

_OF_PERSON = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Judge)\.?\s+(?:[^\W\d_]+\s+)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class State:
    """A State: its short name in lists, its ISO 3166-1 alpha-3 code, its M49 code (none for a fictional State).

    `article` stands before the name in running text; `prose` is the form of running text where that is another one.
    `status` is "member", "observer", "party" (outside the United Nations) or "sample" (fictional).
    """

    name: str
    code: str
    m49: str = ""
    official: str = ""
    article: str = ""
    prose: str = ""
    also: tuple[str, ...] = ()
    status: str = "member"

    @property
    def in_text(self) -> str:
        """The name in running text: "the Niger", "the Islamic Republic of Iran", "Mexico"."""
        return " ".join(filter(None, (self.article, self.prose or self.name)))

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


class States:
    """All States, found by their names or codes."""

    def __init__(self, states: Mapping[str, State]) -> None:
        self.by_code = states
        self._by_form = {_plain(form): state for state in states.values() for form in state.forms}

    @cached_property
    def pattern(self) -> str:
        """A pattern, without groups, for any name of a State, with or without its article."""
        forms = sorted(self._by_form, key=len, reverse=True)
        names = "|".join(re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in forms)
        # "Guinea" is not in "Guinea-Bissau", nor "Mexico" in "Mexico City".
        return rf"(?:\b[Tt]he\s+)?(?<![\w-])(?:{names})(?![\w-]|\s+City\b)"

    @cached_property
    def _search(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def find(self, text: str) -> Iterator[FoundState]:
        """The States that a text names, in order. "Mr. Jordan" names none."""
        for match in self._search.finditer(text):
            if not _OF_PERSON.search(text[: match.start()]):
                yield FoundState(self._by_form[_plain(match[0])], match.start(), match.end())

    def named(self, text: str) -> State | None:
        """The State whose name or code the whole of `text` is, or None."""
        return self._by_form.get(_plain(text.strip())) or self.by_code.get(text.strip().upper())


def _plain(text: str) -> str:
    return re.sub(r"\A[Tt]he ", "", re.sub(r"\s+", " ", text.replace("’", "'")))


_STATE = table({"name": TEXT}, {"m49": TEXT, "official": TEXT, "article": TEXT, "prose": TEXT, "also": TEXTS})
_STATES = table({}, dict.fromkeys(("member", "observer", "party", "sample"), mapping(_STATE)))


@lru_cache(maxsize=4)
def load_states(assets: Assets) -> States:
    """The States of templates/states.toml. PrecisError if the file is wrong."""
    table_of_states = read_table(assets, "states.toml", shape=_STATES)
    assert table_of_states is not None, "the table of States is part of the package"
    found = {
        code: State(code=code, status=status, **{**row, "also": tuple(row.get("also", ()))})
        for status, rows in table_of_states.items()
        for code, row in rows.items()
    }
    return States(found)
