"""What the files of a language must hold (templates/languages/xx/): the keys of our English ones, in its own words.

What a document says must be said in every language. A list of words may be empty, and of the forms that only read a
language has as many as it knows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from precis.assets import shipped
from precis.assets.lines import KeyPath
from precis.assets.shapes import (
    FLAG,
    LANGUAGE_CODE,
    TEXT,
    TEXTS,
    WHOLE,
    Shape,
    Wrong,
    choice,
    each,
    mapping,
    nearest,
    not_among,
    other_type,
    table,
)
from precis.assets.tables import parsed
from precis.language.formula import without_case
from precis.language.numbers import WORDS_IN_CASE
from precis.language.slots import SLOTS

__all__ = ["OWN_NUMBERS", "ours", "said_like", "shapes_of_language"]

OWN_NUMBERS = ("en", "zh")
"""The languages that say times, and ordinals in words, in a module of their own."""

_BY_PERSON = ("chair",)
"""The labels that may have a form for a man and one for a woman: chair_m and chair_f."""

AGREEING = ("held", "held_online")
"""The formulae that may have a form for the record of a part of a meeting, with which they agree: held_part."""

_WORD_IN_CASE = re.compile(r"(?:first|second|public|closed)_[a-z]")
"""A word of a part in another case than that of titles and notes."""

_SLOT = re.compile(r"\{(\w+)\}")
_OF_THREE_LETTERS = re.compile(r"[a-z]{3}")
_SHOWN = 60
"""So many characters of our English are shown where a text is missing."""


def shapes_of_language(language: str) -> Mapping[str, Shape]:
    """The shape of each file that a language must have, by its name."""
    return {
        "wording.toml": _wording(language),
        "reading.toml": table({"variants": _variants(), "reading": _lists("reading.toml", "reading")}),
        "speech.toml": _speech(),
        "numbers.toml": _numbers(language if language in OWN_NUMBERS else ""),
    }


@cache
def ours(file: str) -> Mapping[str, Any]:
    """The table of a file of our English."""
    return parsed(shipped().text("languages", "en", file) or "")


def said_like(example: Any, *, whole: bool = False) -> Shape:
    """A text with slots of the `example`, with all of them if it is a `whole`; or a table or a list of such texts."""
    if isinstance(example, str):
        return _text_with(_SLOT.findall(example), example, whole=whole)
    if isinstance(example, dict):
        return table({key: said_like(text, whole=whole) for key, text in example.items()})
    return each(said_like(example[0]), count=len(example))


def _text_with(names: Collection[str], example: str, *, whole: bool) -> Shape:
    """A text whose slots have these names, with each of them if it is a `whole`; `example` shows how one is written."""
    slots = frozenset(map(_slot, names))
    shown = example if len(example) <= _SHOWN else f"{example[:_SHOWN].rstrip()} …"

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if not isinstance(value, str):
            yield other_type(value, path, TEXT.wanted)
            return
        found = _SLOT.findall(value)
        yield from _slots_wrong(value, {name: _slot(name) for name in found}, slots, path)
        missing = sorted(set(slots) - set(map(_slot, found)))
        if whole and missing:
            yield Wrong(path, "template-slot", f"lacks {_braced(missing)}; our English is: {shown}")

    return Shape(TEXT.wanted, f'"…" (our English: {shown})', check)


def _slot(name: str) -> str:
    """The name of a slot without its case; one number stands in figures or as an ordinal, as the language will."""
    return "nth" if name == "number" else without_case(name)


def _slots_wrong(value: str, found: Mapping[str, str], slots: Collection[str], path: KeyPath) -> Iterator[Wrong]:
    """What is wrong with the slots of a text, `found` as they are written and by the names they go by."""
    for name, slot in found.items():
        if slot not in slots:
            near = nearest(slot, {"number" if each == "nth" else each for each in slots})
            known = f"write {{{near.replace(' or ', '} or {')}}}" if near else "docs/how-to/language.md has the slots"
            advice = known if slots else "it has none"
            yield Wrong(path, "template-slot", f"has {{{name}}}, which is no slot of it; {advice}")
    if re.search(r"[{}]", _SLOT.sub("", value)):
        yield Wrong(path, "template-slot", "has a brace that is of no slot; a slot is a name in braces: {place}")


def _braced(names: Collection[str]) -> str:
    return ", ".join(f"{{{'number' if name == 'nth' else name}}}" for name in names)


def _iso_wrong(value: Any, path: KeyPath) -> Iterator[Wrong]:
    if not isinstance(value, str) or _OF_THREE_LETTERS.fullmatch(value) is None:
        yield Wrong(
            path, "template-type", f"is '{value}'; write the code of the language in ISO 639-3, such as \"eng\""
        )


_ISO_639_3 = Shape(
    "a code of three letters", '"…" (the code of the language in ISO 639-3; that of English: eng)', _iso_wrong
)


@cache
def _wording(language: str) -> Shape:
    tables = ours("wording.toml")
    names = {*tables["formulae"], *tables["labels"], *(f"{key}_part" for key in AGREEING)}
    return table(
        {
            "iso_639_3": _ISO_639_3,
            "unconfirmed": each(_one_of(names)),
            "labels": _labels(tables["labels"]),
            "languages": table({language: TEXT}, others=(LANGUAGE_CODE, TEXT)),
            "signs": mapping(TEXT),
            "formulae": table(
                {key: said_like(text, whole=True) for key, text in tables["formulae"].items()},
                {f"{key}_part": said_like(tables["formulae"][key], whole=True) for key in AGREEING},
            ),
            "words": table(dict.fromkeys(tables["words"], TEXT), others=(_WORD_IN_CASE, TEXT)),
            **{name: said_like(tables[name]) for name in ("gaps", "fields")},
        },
        {"named_in": table({}, others=(LANGUAGE_CODE, TEXT))},
    )


def _labels(labels: Mapping[str, str]) -> Shape:
    """Labels; of those that agree with a person one form, or one for a man and one for a woman."""
    known = {key: said_like(text, whole=True) for key, text in labels.items()}
    forms = {f"{key}_{person}": known[key] for key in _BY_PERSON for person in "mf"}
    one, two = table(known), table({key: known[key] for key in known if key not in _BY_PERSON} | forms)

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        yield from (two if isinstance(value, dict) and forms.keys() & value.keys() else one).check(value, path)

    return Shape(one.wanted, one.example, check)


def _one_of(names: Collection[str]) -> Shape:
    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if value not in names:
            yield not_among(value, path, names)

    return Shape("the name of a formula or a label", '"…"', check)


def _lists(file: str, name: str) -> Shape:
    """Lists of words, single words and tables of them, under the keys of a table of ours."""
    return table({key: _words_like(value) for key, value in ours(file)[name].items()})


def _words_like(value: Any) -> Shape:
    """What holds words as `value` does; the keys of a table of single words or numbers are words of the language."""
    if isinstance(value, dict):
        first = next(iter(value.values()))
        inside = {key: _words_like(each) for key, each in value.items()}
        return table(inside) if isinstance(first, dict | list) else mapping(_words_like(first))
    return TEXTS if isinstance(value, list) else WHOLE if isinstance(value, int) else TEXT


@cache
def _variants() -> Shape:
    """Forms that only read, by what they are forms of."""
    files = (ours("reading.toml"), ours("speech.toml"))
    names = {
        *ours("wording.toml")["formulae"],
        *ours("wording.toml")["labels"],
        *(key for file in files for key in file["variants"]),
    }
    return table({}, dict.fromkeys(names, each(_FORM)))


def _form_wrong(value: Any, path: KeyPath) -> Iterator[Wrong]:
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3 or not all(isinstance(part, str) for part in parts):
        yield other_type(value, path, _FORM.wanted)
        return
    # A figure tells a second slot of one kind.
    slots = {name: without_case(name).rstrip("23") for name in _SLOT.findall(parts[0])}
    yield from _slots_wrong(parts[0], slots, SLOTS, path)
    if slots and len(parts) == 1:
        yield Wrong(
            path, "template-example", 'has slots and no example; write ["…{place}…", "…Palais Wilson, Geneva…"]'
        )


_FORM = Shape(
    'a form without slots, or a list of a form, an example and where it stands: ["…", "…"]', '"…"', _form_wrong
)


@cache
def _speech() -> Shape:
    some = each(TEXT, least=1)
    return table(
        {
            "honorifics": table({"mr": some, "ms": some}),
            "offices": mapping(some),
            "speech": _lists("speech.toml", "speech"),
            "variants": _variants(),
            "procedure": table({}, dict.fromkeys(ours("speech.toml")["procedure"], each(_FORM))),
        },
        {"honorific_after": FLAG, "offices_read": mapping(some)},
    )


@cache
def _numbers(own: str) -> Shape:
    """The shape of numbers.toml: that of tables, or that of a language that has a module of its `own`."""
    date = _text_with({"day", "month", "year"}, "{day} {month} {year}", whole=True)
    ordinal = _text_with({"ordinal"}, "one hundred and {ordinal}", whole=True)
    connecting = dict.fromkeys(ours("numbers.toml")["connecting"], TEXTS)
    figures = _by_figures(_text_with({"number"}, "{number}th", whole=True))
    ordinals = {"figures": figures, "ends": TEXTS}
    dates = table({"printed": date}, {"first": date, "day_ends": TEXTS})
    in_words = {"words": TEXTS, "hundred": ordinal, "read": mapping(WHOLE), "sessions": figures}
    return table(
        {
            "months": each(TEXT, count=12),
            "weekdays": each(TEXT, count=7),
            "date": dates,
            "ordinals": table(
                ordinals | ({"words": each(TEXT, count=99)} if own == "en" else {}),
                {} if own else in_words,
                others=(re.compile(WORDS_IN_CASE), TEXTS),
            ),
            "time": _times(own),
            "abbreviations": table(dict.fromkeys(ours("numbers.toml")["abbreviations"], TEXTS)),
            "connecting": table(connecting | {"joints": each(TEXT, least=1)}),
            **_OWN_TABLES.get(own, {}),
        },
        {
            "masthead": table({"date": dates, "months": each(TEXT, count=12)}),
            "without_blanks": FLAG,
            "direction": choice("ltr", "rtl"),
        },
    )


_OWN_TABLES: Mapping[str, Mapping[str, Shape]] = {
    "en": {
        "cardinals": table(
            {
                "ones": each(TEXT, count=9),
                "tens": each(TEXT, count=8),
                **dict.fromkeys(("hundred", "thousand", "and"), TEXT),
            }
        )
    },
    "zh": {"numerals": table({"digits": TEXT, "ten": TEXT, "hundred": TEXT, "zero": TEXTS})},
}
"""The tables of numbers.toml that only a language with a module of its own has."""


def _times(own: str) -> Shape:
    """The shape of the table of times."""
    if own == "en":
        return table({"noon": TEXT, "midnight": TEXT})
    some = each(TEXT, least=1)
    if own == "zh":
        forms = {
            "whole": _text_with({"h"}, "{h} h", whole=True),
            "parted": _text_with({"h", "mm"}, "{h} h {mm}", whole=True),
            "half": TEXT,
            "zone": _text_with({"zone"}, "({zone})", whole=True),
        }
        return table(forms | dict.fromkeys(("hour_words", "minute_words", "morning", "noon", "afternoon"), some))
    hour, minutes = (
        _text_with({"h", "hh"}, "{h} h", whole=False),
        _text_with({"h", "hh", "m", "mm"}, "{h} h {m}", whole=False),
    )
    return table(
        {"hours": _by_figures(hour), "minutes": minutes, "hour_words": some},
        {"minute_words": TEXTS},
    )


def _by_figures(form: Shape) -> Shape:
    """Forms of a number by its last figures; "" is that of all others, "=1" that of one alone."""
    return table({"": form}, others=(re.compile(r"=?\d+"), form))
