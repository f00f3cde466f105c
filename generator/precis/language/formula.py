"""A formula: one line with slots that prints and reads.

`Held {place}, on {weekday}, {date}, at {time}{zone}` is filled by a writer and compiled to a pattern by a reader. What
a slot holds is fixed by its name; a name that ends in a figure is a second slot of the same kind ("time2"), and one
that begins with a capital begins a sentence ("Session"); one that ends in `_` and a letter holds its words in another
case ("part_n"). A gap may stand in any slot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any

from precis.language.letters import without_accents
from precis.model import Call, Gap, Inline, Inlines, Run, joined

__all__ = ["CALL", "Formula", "Slot", "Words", "fixed", "marked_up", "read_first", "without_case"]

CALL = r"\s*\**"
"""The pattern of a note's call: the asterisks that stand there, if any do."""

_PIECE = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_WORDS = re.compile(r"[\s\-\u2010\u2011]+")
_MARKUP = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*|\^(?P<raised>[^^]+)\^")


@dataclass(frozen=True, slots=True)
class Slot:
    """What a slot holds: how a value is printed, the pattern of its print (without groups), and how it is read.

    `choices` are the words that it holds one of, where there are only a few.
    """

    pattern: str
    show: Callable[[Any], str | Inlines]
    read: Callable[[str], Any]
    choices: tuple[str, ...] = ()


def marked_up(text: str) -> Inlines:
    """The runs of a text of the wording, in which `*…*` is italic, `**…**` bold and `^…^` raised."""
    out: list[Inline] = []
    end = 0
    for match in _MARKUP.finditer(text):
        out.append(Run(text[end : match.start()]))
        bold, italic, raised = match["bold"], match["italic"], match["raised"]
        out.append(Run(bold or italic or raised, bool(bold), bool(italic), bool(raised)))
        end = match.end()
    out.append(Run(text[end:]))
    return joined(out)


class Words:
    """Which words stand in a text of small letters without blanks, hyphens and accents.

    Many formulae ask for the same words, which are looked for once.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}
        self._choices: dict[tuple[str, ...], bool] = {}

    def among(self, formulae: Iterable[Formula]) -> Iterator[Formula]:
        """Those formulae of which all fixed words stand in the text, be it inside others, and one of their choices."""
        known = self._known
        for formula in formulae:
            for words in formula.glued:
                there = known.get(words)
                if there is None:
                    there = known[words] = words in self._text
                if not there:
                    break
            else:
                if not formula.glued_choices or all(map(self._has_one, formula.glued_choices)):
                    yield formula

    def _has_one(self, choices: tuple[str, ...]) -> bool:
        found = self._choices.get(choices)
        if found is None:
            found = self._choices[choices] = any(map(self._text.__contains__, choices))
        return found


@dataclass(frozen=True, eq=False)
class Formula:
    """One line of the wording, with the slots of its language.

    Two are the same only if they are one object: so what is made of one, as a pattern, can be kept beside it.
    """

    text: str
    slots: Mapping[str, Slot]

    @cached_property
    def _pieces(self) -> list[str]:
        """Its fixed words, and between them the names of its slots."""
        return _PIECE.split(self.text)

    @cached_property
    def _fixed(self) -> list[Inlines]:
        """Its fixed words as runs."""
        return [marked_up(piece) for piece in self._pieces[::2]]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its slots, in order."""
        return tuple(self._pieces[1::2])

    def say(self, values: Mapping[str, Any]) -> Inlines:
        """The formula with `values` in its slots. KeyError if one is missing."""
        if len(self._pieces) == 1:
            return self._fixed[0]
        out: list[Inline] = []
        for index, piece in enumerate(self._pieces):
            if index % 2 == 0:
                # "at {time}." ends in one full stop, though "6 p.m." has its own.
                stop = piece.startswith(".") and _ends_in_stop(out)
                out.extend(marked_up(piece[1:]) if stop else self._fixed[index // 2])
            else:
                value = values[without_case(piece)]
                shown = (value,) if isinstance(value, Gap) else self.slot(piece).show(value)
                if isinstance(shown, str):
                    shown = marked_up(shown)
                out.extend(_begun(shown) if piece[0].isupper() else shown)
        return joined(out)

    def read(self, text: str) -> dict[str, Any] | None:
        """The values in `text`, if the whole of it is this formula; None if not, or if a value is none."""
        return self._values(self._pattern.fullmatch(text.strip()))

    def find(self, text: str) -> dict[str, Any] | None:
        """The values in the first words of `text` that are this formula; None if there are none; see `read`."""
        return self._values(self._pattern.search(text))

    def _values(self, match: re.Match[str] | None) -> dict[str, Any] | None:
        if match is None:
            return None
        found: dict[str, Any] = {}
        for name in self.names:
            value = self.slot(name).read(match[name] or "")
            if value is None:
                return None
            found[without_case(name)] = value
        return found

    def slot(self, name: str) -> Slot:
        """The slot called `name` in the formula."""
        return self.slots[name.rstrip("23").lower()]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that stand in every text of this formula, in small letters, the longest first."""
        found = {word for piece in self._pieces[::2] for word in _WORD.findall(_unmarked(piece).lower())}
        return tuple(sorted(found, key=lambda word: (-len(word), word)))

    @cached_property
    def glued(self) -> tuple[str, ...]:
        """Its fixed words in small letters, those glued together that no sign or slot parts; the longest first."""
        pieces = (without_accents(_BETWEEN_WORDS.sub("", _unmarked(piece).lower())) for piece in self._pieces[::2])
        found = {words for piece in pieces for words in _WORD.findall(piece)}
        return tuple(sorted(found, key=lambda words: (-len(words), words)))

    @cached_property
    def glued_choices(self) -> list[tuple[str, ...]]:
        """For each slot that holds one of a few words, these words as `glued` has them."""
        return [tuple(map(without_accents, words)) for words in self._choices]

    def may_be(self, text: str) -> bool:
        """Whether a text in small letters has the words of this formula, and one of each of its choices.

        Most texts are no formula, which is known so before a pattern is tried.
        """
        for word in self.words:
            if word not in text:
                return False
        return all(any(map(text.__contains__, choices)) for choices in self._choices)

    @cached_property
    def _choices(self) -> list[tuple[str, ...]]:
        """For each slot that holds one of a few words, the longest word of each."""
        slots = (self.slot(name) for name in self.names)
        return [
            tuple(max(_WORD.findall(choice.lower()), key=len) for choice in slot.choices)
            for slot in slots
            if slot.choices
        ]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        out = []
        for index, piece in enumerate(self._pieces):
            out.append(_literal(piece) if index % 2 == 0 else f"(?P<{piece}>{self.slot(piece).pattern})")
        return re.compile("".join(out), re.IGNORECASE | re.DOTALL)


@cache
def without_case(name: str) -> str:
    """The name of what a slot holds: that of the slot, without the case in which the words stand ("part_n")."""
    return re.sub(r"_[a-z]$", "", name.lower())


def read_first(forms: Iterable[Formula], text: str) -> dict[str, Any] | None:
    """The values in `text`, if the whole of it is one of the forms; see `Formula.read`."""
    words = text.lower()
    read = (form.read(text) for form in forms if form.may_be(words))
    return next((values for values in read if values is not None), None)


@lru_cache(maxsize=1024)
def fixed(words: str) -> Formula:
    """The formula of words without slots: a label, a name."""
    return Formula(words, {})


def _begun(items: Inlines) -> Inlines:
    """What begins a sentence, with a capital."""
    first = next(iter(items), None)
    if not isinstance(first, Run):
        return items
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *items[1:])


def _ends_in_stop(items: list[Inline]) -> bool:
    return bool(items) and isinstance(items[-1], Run) and items[-1].text.endswith(".")


def _unmarked(text: str) -> str:
    return _MARKUP.sub(lambda match: match["bold"] or match["italic"] or match["raised"], text)


def _literal(text: str) -> str:
    """A pattern for the fixed words of a formula, as converters and years vary them: blanks, apostrophes, hyphens."""
    out = re.escape(_unmarked(text))
    out = re.sub(r"(?:\\ |\\\n)+", r"\\s+", out)
    out = re.sub("['’]", "['’]", out).replace(r"\-", "[-‑]")
    out = re.sub(r"(?:\\s\+)?:", r"\\s*:", out)
    out = re.sub(r"\\\($", r"\\(\\s*", out)
    return re.sub(r"^\\\.", r"\\.?", out)


def call_slot() -> Slot:
    """The slot of a note's call: printed as the call, read as the asterisks that stand there."""

    def show(value: Call | None) -> Inlines:
        return () if value is None else (value,)

    return Slot(CALL, show, str.strip)
