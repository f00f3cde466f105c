"""The fixed words of digests and briefings in a language (templates/languages/xx/digest.toml): formulae and labels."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import PATTERN, TEXT, TEXTS, WHOLE, Shape, each, like, mapping, table
from precis.assets.tables import refuse
from precis.documents.session.binding import Binding
from precis.documents.session.dates import Calendar
from precis.documents.session.speech import Prose, prose_of
from precis.facts.clauses import ClauseGrammar, load_clause_grammar
from precis.language import Wording, languages, load_wording
from precis.language.cases import cases_wrong, forms_of
from precis.language.formula import Formula
from precis.language.grammar import any_of
from precis.language.shapes import ours, said_like
from precis.model import Inlines, PrecisError, Run, plain
from precis.proceedings import Report

__all__ = ["FIGURE", "FigureLabel", "Tongue", "Words", "load_words", "telling_words"]

_IN_WORDS = _MONTHS = 12
_RANGE = 3
"""So many numbers in a row are told as a range."""
_JOINING = ("introducing", "said_that", "asked", "said_again", "replied_that", "delegation")
_SLOTS = ("session", "meeting", "time", "weekday")
"""The slots that are numbers, times and days; any other of these formulae holds words."""


FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for the figure that is to be labelled, in the patterns of labels and in the sentence they are tried on."""

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """How the label of a figure is made of its sentence, in which `FIGURE` stands for the amount."""

    say: re.Pattern[str]
    label: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """How sentences of records in one language are told: its small words, dates, labels of figures, and clauses."""

    prose: Prose
    calendar: Calendar
    figures: Sequence[FigureLabel]
    grammar: ClauseGrammar | None
    formulae: Mapping[str, Formula]
    """The words by which a sentence is joined to who says it."""


class Words:
    """The words of one language. `said_unconfirmed` are the formulae printed that no real document has confirmed.

    `gap` is what stands between two sentences. `tongues` are by language how the sentences of records are told; `read`
    the tables of those languages.
    """

    def __init__(
        self, data: Table, wording: Wording, read: Sequence[Table], tongues: Mapping[str, Tongue], other: str
    ) -> None:
        self.data = data
        self.wording = wording
        self.language = wording.language
        self.gap = "" if wording.without_blanks else " "
        self.own: Prose = prose_of(data["prose"])
        spoken = [table["prose"] for table in (data, *read)]
        self.binding = Binding(spoken)
        self._rapporteur = re.compile("|".join(each for table in spoken for each in table["rapporteur"]))
        per_cent = any_of({each for table in spoken for each in table["per_cent"]})
        self._share = re.compile(rf"(?P<amount>[\d.,]+) (?:{per_cent})")
        self.tongues = tongues
        self._other = other
        self._tables = read
        self.said_unconfirmed: set[str] = set()
        self._unconfirmed = frozenset(data["unconfirmed"])
        self._formulae = {name: wording.formula(text, _SLOTS) for name, text in data["formulae"].items()}
        self._and_before = [
            (re.compile(each["next"]), wording.formula(each["and"], _SLOTS)) for each in data.get("and_before", ())
        ]

    def tongue(self, language: str) -> Tongue:
        """How the sentences of records in a language are told; of one without words, as of another of the session."""
        return self.tongues.get(language) or self.tongues[self._other]

    def say(self, name: str, /, **values: Any) -> Inlines:
        """A formula, with its slots filled."""
        if name in self._unconfirmed:
            self.said_unconfirmed.add(name)
        words = {
            slot: str(value) if isinstance(value, int) and slot not in _SLOTS else value
            for slot, value in values.items()
        }
        return self._formulae[name].say(words)

    def text(self, name: str, /, **values: Any) -> str:
        """A formula, with its slots filled, as plain words."""
        return plain(self.say(name, **values))

    def read(self, name: str, text: str) -> dict[str, Any] | None:
        """The values of the slots of a formula, if the whole of `text` is this formula; None if not."""
        return self._formulae[name].read(text)

    def has(self, name: str) -> bool:
        """Whether there is a formula of that name."""
        return name in self._formulae

    def of(self, table: str, name: str) -> str:
        """A word of another table of the file; the name itself where the table does not have it."""
        words = self.data.get(table, {})
        if name in words and table in self._unconfirmed:
            self.said_unconfirmed.add(table)
        return str(words.get(name, name))

    def on(self, title: str) -> str:
        """What the title of an item says that it is on: "domestic workers" of "Discussion on domestic workers"."""
        found = (re.search(own["calendar"]["on"], title) for own in self._tables)
        return next((each["what"] for each in found if each), title)

    def is_discussion(self, title: str) -> bool:
        """Whether the title of an item is that of a discussion."""
        return any(re.search(own["calendar"]["discussion"], title) for own in self._tables)

    def called(self, titles: Sequence[str]) -> str:
        """What a meeting on items of these titles is called in a calendar."""
        own: Table = self.data["calendar"]
        for place, (_, word) in enumerate(own["items"]):
            patterns = (table["calendar"]["items"][place][0] for table in self._tables)
            if any(re.search(pattern, title) for pattern in patterns for title in titles):
                return str(word)
        return str(own["other"])

    def actor(self, text: str) -> str:
        """Who must act, by the words of a sentence; empty where it does not say."""
        for place, name in enumerate(self.data["actors"]):
            if any(re.search(list(table["actors"].values())[place], text) for table in self._tables):
                return str(name)
        return ""

    def is_rapporteur(self, role: str) -> bool:
        """Whether a role is that of a rapporteur."""
        return self._rapporteur.search(role) is not None

    def share(self, amount: str) -> str:
        """The number of an amount that is a share: "42" of "42 per cent"; empty for another amount."""
        found = self._share.fullmatch(amount)
        return found["amount"] if found else ""

    def title(self, name: str) -> str:
        """The title of a section."""
        return str(self.data["titles"][name])

    def columns(self, name: str) -> tuple[Inlines, ...]:
        """The heads of the columns of a table."""
        return tuple((Run(text),) if text else () for text in self.data["columns"][name])

    def listed(self, names: Iterable[str]) -> str:
        """A list in a sentence: "A, B and C". The word before the last may be another for its sound: "A e Irán"."""
        *rest, last = list(names)
        if not rest:
            return last
        some = self.joined("comma", rest)
        for sound, form in self._and_before:
            if sound.match(last):
                self.said_unconfirmed.update({"and"} & self._unconfirmed)
                return plain(form.say({"some": some, "one": last}))
        return self.text("and", some=some, one=last)

    def row(self, names: Iterable[str]) -> str:
        """A list without its last word: "A, B, C"."""
        return self.joined("comma", names)

    def series(self, texts: Iterable[str]) -> str:
        """Texts with semicolons between them."""
        return self.joined("semicolon", texts)

    def joined(self, name: str, texts: Iterable[str]) -> str:
        """Texts put together by a formula of two; nothing for none."""
        own = list(texts)
        return reduce(lambda some, one: self.text(name, some=some, one=one), own) if own else ""

    def place(self, name: str) -> str:
        """A place of a source ("Palais Wilson, Geneva") as the language names it; the same where it has no name."""
        return self.of("places", name)

    def language_named(self, code: str) -> str:
        """The name of the language of a record, as a sentence has it; the masthead may have an English one."""
        return str(self.data.get("languages", {}).get(code) or self.wording.language_name(code))

    def date(self, date: dt.date, *, year: bool = True) -> str:
        """A date: 13 December 2024; or without its year."""
        grammar = self.wording.grammar
        return (grammar.date if year else grammar.day)(date).replace("^", "")

    def month(self, date: dt.date, *, year: bool = True) -> str:
        """The month of a date, with its year or alone: "December 2024"."""
        name = self.data.get("months", self.wording.grammar.months)[date.month - 1]
        return self.text("month", month=name, year=str(date.year)) if year else str(name)

    def span(self, first: dt.date, last: dt.date, *, year: bool = True) -> tuple[str, str]:
        """Two days as they stand beside each other: month and year once, where both have them."""
        begun, ended = self.wording.grammar.days(first, last, year or first.year != last.year)
        return begun.replace("^", ""), ended.replace("^", "")

    def days(self, first: dt.date, last: dt.date, *, short: bool = False, year: bool = True) -> str:
        """The days from `first` to `last`: month and year once, where both have them; the year only if wanted."""
        if first == last:
            return self.date(first, year=year)
        begun, ended = self.span(first, last, year=year)
        near = short and (first.year, first.month) == (last.year, last.month)
        return self.text("days_short" if near else "days", begun=begun, ended=ended)

    def meeting(self, number: int) -> str:
        """The number of a meeting: "590th"."""
        return self.text("meeting_number", meeting=number)

    def meetings(self, numbers: Iterable[int], say: Callable[[int], str]) -> list[str]:
        """Numbers in words, three and more in a row as a range: "1951st", "1957th to 1959th"."""
        runs: list[list[int]] = []
        for number in sorted(set(numbers)):
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        out: list[str] = []
        for own in runs:
            if len(own) < _RANGE:
                out.extend(map(say, own))
            else:
                out.append(self.text("record_range", begun=say(own[0]), ended=say(own[-1])))
        return out

    def ordinal(self, number: int) -> str:
        """The number of a session, or of a report, in words: "thirty-ninth"."""
        return plain(self.wording.alone("session").say({"session": number}))

    def number(self, number: int) -> str:
        """A number in words where it is small: "three"; in figures where not."""
        small = {count: word for word, count in self.data["dates"]["counts"].items() if word != "a"}
        return str(small.get(number, number)) if number <= _IN_WORDS else f"{number:,}"

    def report(self, report: Report) -> str:
        """A report in words: "second periodic report", "combined second to fourth periodic reports"; or nothing."""
        numbers = report.numbers
        if not numbers:
            return ""
        if len(numbers) == 1:
            one = self._nth("reports_one", numbers[0])
            return self.text("report_initial") if numbers == (1,) else self.text("report_one", ordinal=one)
        first, last = (
            self.text("initial") if each == 1 else self._nth("reports", each) for each in (numbers[0], numbers[-1])
        )
        return self.text("report_two" if len(numbers) == 2 else "report_many", begun=first, ended=last)

    def _nth(self, table: str, number: int) -> str:
        """The ordinal of a report, where its gender or case is not that of a session, of the list of that name."""
        words = self.data.get("ordinals", {}).get(table, ())
        return str(words[number - 1]) if number <= len(words) else self.ordinal(number)


def load_words(language: str, assets: Assets, read: Iterable[str] = ()) -> Words:
    """The words of digests in `language`, on records in the languages `read`; PrecisError if there are none."""
    known = assets.names("languages", "/digest.toml")
    words = copy(_load(language, assets, tuple(each for each in dict.fromkeys(read) if each in known) or (language,)))
    words.said_unconfirmed = set()
    return words


@lru_cache(maxsize=4)
def telling_words(assets: Assets) -> Mapping[str, frozenset[str]]:
    """By language, the words that tell its sentences."""
    names = assets.names("languages", "/digest.toml")
    tables = {name: read_table(assets, "languages", name, "digest.toml", shape=_shape()) or {} for name in names}
    return {name: frozenset(data["prose"]["small"] + data["prose"]["tell"]) for name, data in tables.items() if data}


_NEEDED = ("the", "it", "the_body")
"""The lists of [prose] whose first word is printed; patterns of the others may be lacking."""


@cache
def _shape() -> Shape:
    """What the file must hold: all that our English says, and patterns and words of the language's own."""
    own = ours("digest.toml")
    said = {name: said_like(own[name]) for name in ("formulae", "titles", "columns", "labels")}
    words = {"calendar": like(own["calendar"], words=True)}
    words["dates"] = _dates(own["dates"])
    words["prose"] = table({key: each(PATTERN, least=1 if key in _NEEDED else 0) for key in own["prose"]})
    figure = table({"say": PATTERN, "label": TEXT})
    named = dict.fromkeys(
        ("texts", "texts_before", "texts_many", "offices_many", "stages", "themes", "places", "languages"),
        mapping(TEXT),
    )
    months = {"months": each(TEXT, count=_MONTHS)}
    ordinals = {"ordinals": table({}, {"reports_one": TEXTS, "reports": TEXTS})}
    others = {"unconfirmed": TEXTS, "symbols": mapping(TEXT), "actors": mapping(PATTERN), "figure": each(figure)}
    sounds = {"and_before": each(table({"next": PATTERN, "and": said_like(own["formulae"]["and"])}))}
    return table({**said, **words, **others}, {**named, **months, **ordinals, **sounds})


def _dates(own: Table) -> Shape:
    """What [dates] must hold: the lists and tables of our English, the tables with words of the language's own."""
    number = frozenset(
        key for key, value in own.items() if isinstance(value, dict) and int in map(type, value.values())
    )
    tables = {key: mapping(WHOLE if key in number else TEXT) for key, value in own.items() if isinstance(value, dict)}
    return table({**{key: TEXTS for key in own if key not in tables}, **tables})


@lru_cache(maxsize=4)
def _load(language: str, assets: Assets, read: tuple[str, ...]) -> Words:
    data = _table(language, assets)
    if data is None:
        known = ", ".join(assets.names("languages", "/digest.toml"))
        there = language in languages(assets)
        advice = f"; write languages/{language}/digest.toml, from a copy of languages/en/digest.toml" if there else ""
        raise PrecisError.one(
            "unknown-language", f"digests are not written in '{language}'; they are in: {known}{advice}"
        )
    tables = {each: table for each in read if (table := _table(each, assets)) is not None}
    tongues = {each: _tongue(each, table, assets) for each, table in tables.items()}
    return Words(data, load_wording(language, assets), tuple(tables.values()), tongues, next(iter(tongues)))


def _tongue(language: str, table: Table, assets: Assets) -> Tongue:
    wording = load_wording(language, assets)
    calendar, grammar = Calendar(table["dates"], wording.grammar.months), load_clause_grammar(assets, language)
    formulae = {name: wording.formula(table["formulae"][name], _SLOTS) for name in _JOINING}
    figures = [FigureLabel(re.compile(each["say"].replace("{N}", FIGURE)), each["label"]) for each in table["figure"]]
    return Tongue(prose_of(table["prose"]), calendar, figures, grammar, formulae)


@lru_cache(maxsize=8)
def _table(language: str, assets: Assets) -> Table | None:
    place = ("languages", language, "digest.toml")
    found = read_table(assets, *place, shape=_shape())
    if found is not None:
        refuse(cases_wrong(forms_of(found), load_wording(language, assets).slots_in_cases), assets, *place)
    return found


def first_capital(words: Sequence[str] | str) -> str:
    """Words with a capital."""
    text = words if isinstance(words, str) else " ".join(words)
    return f"{text[:1].upper()}{text[1:]}"
