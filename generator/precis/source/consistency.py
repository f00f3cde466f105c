"""Whether the fields of a cover fit one another, and name what there is: one set of rules for all that makes records.

Sources, JSON, settings and corrections are refused with these rules; what a reader found in a published text is
settled by them, so that what it writes can be built.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from precis.assets import Assets
from precis.language import languages, load_wording
from precis.language.bodies import bodies
from precis.model import Call, Faults, Record, duration

__all__ = [
    "Misfit",
    "check_consistent",
    "contradictions",
    "doubts",
    "meant_language",
    "unknown_body",
    "unknown_names",
]


_NEAR = 0.75
"""How like a symbol begins to one that is known, of all letters, to be taken for it."""
_LONGEST_DELAY = dt.timedelta(hours=4)
"""So long after the time of its line a meeting, or the part of it that is recorded, has begun."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A field of the cover that cannot stand: its key, what is wrong, and what to write instead.

    `other` is the key of the field that it does not fit; empty where its value alone is wrong.
    """

    key: str
    message: str
    other: str = ""

    def __str__(self) -> str:
        return f"{self.key}: {self.message}"


def contradictions(record: Record) -> Iterator[Misfit]:
    """The fields that do not fit one another."""
    for rule in _RULES:
        yield from rule(record)


def check_consistent(record: Record) -> None:
    """Raise PrecisError if fields do not fit one another."""
    faults = Faults()
    for misfit in contradictions(record):
        faults.add("field-value", str(misfit), field=misfit.key)
    faults.check()


def _times(record: Record) -> Iterator[Misfit]:
    opening, closing = record.opening, record.closing
    if opening and closing and duration(opening.time, closing.time) is None:
        message = f"{closing.time:%H:%M} is not after {opening.time:%H:%M}, when the meeting began"
        yield Misfit("rose", message, "began")


def _dates(record: Record) -> Iterator[Misfit]:
    held, issued, reissued = record.held, record.issued, record.reissued
    if held and issued and issued < held.date:
        yield Misfit("issued", f"{issued} is before the meeting, which was held on {held.date}", "held")
    if issued and reissued and reissued < issued:
        yield Misfit("reissued", f"{reissued} is before the record was issued, on {issued}", "issued")


def _meeting(record: Record) -> Iterator[Misfit]:
    if record.meeting_as_printed is not None and record.symbol is not None:
        yield Misfit("meeting", f"the symbol says {record.symbol.meeting} already; leave this line out", "symbol")


def _marks(record: Record) -> Iterator[Misfit]:
    """Each asterisk has its note, and each note its asterisk (docs/conventions.md §6 rule 29)."""
    if record.symbol is not None and record.symbol.stars and record.reissued is None:
        message = f"'{record.symbol}' has an asterisk and no note; give the date as reissued: 2025-01-17"
        yield Misfit("symbol", message, "reissued")
    own, gap = int(record.covers_part), int(record.unrecorded is not None)
    notes = own + gap if record.notes_as_printed is None else len(record.notes_as_printed)
    called = {own + 1} if gap else {own, own + 1}
    if record.title_as_printed is not None:
        called = {sum(isinstance(item, Call) for item in record.title_as_printed)}
    if notes not in called and record.notes_as_printed is None:
        message = f"it has {max(called)} asterisks and {notes} notes; give each its note"
        yield Misfit("title", message, "notes")
    elif notes not in called:
        message = f"{notes} are given for {max(called)} asterisks; give each asterisk its note"
        yield Misfit("notes", message, "title")


_RULES: tuple[Callable[[Record], Iterable[Misfit]], ...] = (_times, _dates, _meeting, _marks)


def doubts(record: Record) -> Iterator[Misfit]:
    """The fields that fit one another badly: a person should look at them."""
    held, opening = record.held, record.opening
    if held is not None and held.time is not None and opening is not None and opening.time != held.time:
        # An hour before that of the meeting is one of the next day, if it is not long after.
        delay = duration(held.time, opening.time)
        if delay is None or delay > _LONGEST_DELAY:
            yield Misfit("began", f"the meeting was held at {held.time:%H:%M}", "held")


def unknown_body(code: str | None, assets: Assets) -> Iterator[Misfit]:
    """The field `body`, if its code is that of none."""
    codes = [body.code for body in bodies(assets)]
    if code is not None and code not in codes:
        advice = f"write {code.lower()}" if code.lower() in codes else f"choose one of: {', '.join(codes)}"
        yield Misfit("body", f"'{code}' is not a known treaty body; {advice}")


def unknown_names(record: Record, assets: Assets) -> Iterator[Misfit]:
    """The fields that name a body or a language that there is not."""
    yield from unknown_body(record.body, assets)
    known = bodies(assets)
    told = record.body or assets.body
    if record.symbol is not None and told is None and record.symbol.series not in [body.series for body in known]:
        series = list(dict.fromkeys(body.series for body in known))
        near = get_close_matches(record.symbol.series, series, 1, _NEAR)
        hint = f"did you mean {near[0]}?" if near else f"their symbols begin with: {', '.join(series)}"
        yield Misfit("symbol", f"'{record.symbol}' is of no known treaty body; {hint}")
    written = languages(assets)
    if record.language not in written:
        advice = _code(record.language, written, assets)
        yield Misfit("language", f"there is no wording in '{record.language}'; {advice}")
    known_language = record.language if record.language in written else written[0]
    spoken = list(load_wording(known_language, assets).language_names)
    if record.original is not None and record.original not in spoken:
        advice = _code(record.original, spoken, assets)
        yield Misfit("original", f"'{record.original}' is not the code of a language; {advice}")


def _code(word: str, codes: Iterable[str], assets: Assets) -> str:
    """What to write for a language that is called by its name, in any language of ours, or in capitals."""
    meant = meant_language(word, codes, assets)
    return f"write {meant}" if meant else f"choose one of: {', '.join(codes)}"


def meant_language(word: str, codes: Iterable[str], assets: Assets) -> str | None:
    """The code of a language that is called by its name, in any language of ours, or in capitals; None if none is."""
    names = {
        name.lower(): code
        for language in languages(assets)
        for code, name in load_wording(language, assets).language_names.items()
        if code in codes
    }
    meant = names.get(word.lower(), word.lower())
    return meant if meant in codes else None
