"""What each slot of the formulae of a language holds: its pattern, how it is printed and how it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from precis.language.formula import Formula, Slot, call_slot
from precis.language.grammar import NOTHING, Grammar, alternatives
from precis.language.letters import without_accents
from precis.language.numbers import WORDS_IN_CASE
from precis.model import Access, Inlines, MeetingRanges, Run

__all__ = ["SLOTS", "WithWords", "slots_of"]

SLOTS = frozenset(
    "abstentions access appears count date day done field first gap item kind last made mark meeting meetings name new "
    "note nth number old original others part person place session shown symbol tail time took votes weekday were "
    "where who words zone".split()
)
"""The names of all slots that formulae may have."""

_ONE_OF_A_LIST = ("were", "done", "shown", "took", "made", "appears", "votes", "abstentions")
"""The slots that hold one of the list of their name."""


def slots_of(
    data: Mapping[str, Any], grammar: Grammar, places: Mapping[str, str], named_places: Mapping[str, str]
) -> dict[str, Slot]:
    """What each slot of the formulae holds, by its name in lower case; the places as a `Wording` has them."""
    of_place = Formula(data["formulae"]["place"], {"place": _text_slot(r".+?")})
    words: Mapping[str, str] = data["words"]
    cases = sorted({"", *(key[-2:] for key in words if key[-2:-1] == "_")})
    tongues: Mapping[str, str] = data["languages"]

    def show_place(place: str) -> Inlines:
        return (Run(places[place]),) if place in places else of_place.say({"place": place})

    def read_place(text: str) -> str:
        collapsed = re.sub(r"\s+", " ", text.strip())
        if collapsed in named_places:
            return named_places[collapsed]
        found = of_place.read(collapsed)
        return found["place"] if found else collapsed

    meeting = Slot(grammar.meeting_pattern, grammar.meeting, grammar.read_meeting)
    return {
        "session": Slot(grammar.session_pattern, grammar.session, grammar.read_session),
        **_sessions_in_cases(data["ordinals"], grammar),
        "meeting": meeting,
        "meetings": _meetings_slot(meeting, words, data["reading"]),
        "first": meeting,
        "last": meeting,
        "date": Slot(grammar.date_pattern, grammar.date, grammar.read_date),
        "issued": Slot(grammar.issued_pattern, grammar.issued, grammar.read_issued),
        "weekday": _choice_slot(dict(enumerate(grammar.weekdays))),
        "time": Slot(grammar.time_pattern, grammar.time, grammar.read_time),
        "zone": _zone_slot(data["time"].get("zone")),
        "place": Slot(r".+?", show_place, read_place),
        **{f"part{case}": _part_slot(words, case, data["reading"]["second_too"]) for case in cases},
        **{f"access{case}": _access_slot(words, case, data["reading"]["closed_too"]) for case in cases},
        "original": _choice_slot(tongues),
        "symbol": _text_slot(r"[A-Z]+(?:/[A-Z0-9][A-Z0-9.]*)*?/SR\.\d+(?:/(?:Add|Corr|Rev|Amend)\.\d+)*"),
        "name": _text_slot(r".+?"),
        "item": _text_slot(r"\d+(?:[^()（）]|[(（][^()（）]*[)）]|(?<= [a-z])\)(?= ))*?"),
        "number": Slot(r"\d+", str, int),
        "nth": Slot(grammar.session_pattern, grammar.nth, grammar.read_session),
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


def _zone_slot(form: str | None) -> Slot:
    """A time zone behind a time: with a blank, or in parentheses, if the `form` says so."""
    if form is None:
        return _text_slot(r"(?:\s+[^\s.,][^,]*?)?", lead=" ")

    def show(zone: str) -> str:
        return form.format(zone=zone) if zone else ""

    return Slot(r"(?:[(（][^()（）]+[)）])?", show, lambda text: text.strip("()（） "))


def _sessions_in_cases(ordinals: Mapping[str, Any], grammar: Grammar) -> Mapping[str, Slot]:
    """The slots of a session in other cases ("session_a"), whose ordinals in words the language has."""

    def slot(words: Sequence[str]) -> Slot:
        def show(number: int) -> str:
            return words[number - 1] if number <= len(words) else grammar.session(number)

        return Slot(grammar.session_pattern, show, grammar.read_session)

    return {
        key.replace("words", "session"): slot(words)
        for key, words in ordinals.items()
        if re.fullmatch(WORDS_IN_CASE, key)
    }


def _part_slot(words: Mapping[str, str], case: str, second_too: Sequence[str]) -> Slot:
    """Which part of a meeting it was, in a case ("_n"); where the words have none of it, in the usual one."""
    said = {number: words.get(key + case, words[key]) for number, key in ((1, "first"), (2, "second"))}
    return _choice_slot(said, {2: () if case else second_too})


def _access_slot(words: Mapping[str, str], case: str, closed_too: Sequence[str]) -> Slot:
    """Whether it was public or closed, in a case ("_n"); where the words have none of it, in the usual one."""
    said = {access: words.get(access.value + case, words[access.value]) for access in (Access.PUBLIC, Access.CLOSED)}
    return _choice_slot(said, {Access.CLOSED: () if case else closed_too})


def _meetings_slot(meeting: Slot, words: Mapping[str, str], reading: Mapping[str, Sequence[str]]) -> Slot:
    """Meetings by their numbers: one or more, with ranges among them."""
    to, others = ([words[name], *reading[name]] for name in ("to_meeting", "next_meeting"))
    ends, begins = (
        "|".join(r"\s*".join(map(re.escape, text.split())) for text in sorted(texts, key=len, reverse=True))
        for texts in (to, [words["last_meeting"], *others])
    )
    step = re.compile(rf"(?:(?P<to>\s*(?:{ends})\s*)|\s*(?:{begins})\s*)?(?P<meeting>{meeting.pattern})", re.IGNORECASE)

    def show(meetings: MeetingRanges) -> str:
        said = [
            words["to_meeting"].join(str(meeting.show(number)) for number in dict.fromkeys((each.first, each.last)))
            for each in meetings.ranges
        ]
        return words["last_meeting"].join(filter(None, (words["next_meeting"].join(said[:-1]), said[-1])))

    def read(text: str) -> MeetingRanges | None:
        ends: list[tuple[int, int]] = []
        for found in step.finditer(text):
            number = meeting.read(found["meeting"])
            if number is None:
                return None
            first = ends.pop()[0] if found["to"] and ends else number
            ends.append((first, number))
        try:
            return MeetingRanges.of(*ends)
        except ValueError:
            return None

    return Slot(rf"{meeting.pattern}(?:\s*(?:{ends}|{begins})\s*{meeting.pattern})*", show, read)


class WithWords(dict[str, Slot]):
    """Slots by their names; one of a name that is not among them holds words as they are."""

    def __missing__(self, _name: str) -> Slot:
        return _text_slot(r".+?")


def _slots_of_variants(data: Mapping[str, Any], grammar: Grammar) -> dict[str, Slot]:
    """What the slots hold that only variants have: none of them is printed."""
    lists = {name: (data["reading"] | data["speech"])[name] for name in ("kinds", "persons", "tails", *_ONE_OF_A_LIST)}
    words = {name: alternatives(tuple(texts)) for name, texts in lists.items()}
    tongues, joints = alternatives(tuple(data["languages"].values())), alternatives(data["connecting"]["joints"])
    counts: Mapping[str, int] = data["speech"]["numbers"]
    # "Mr." may stand in the rest of a sentence.
    titles = "|".join(rf"(?<=\b{re.escape(each[:-1])})" for each in data["speech"]["persons"] if each.endswith("."))
    rest = rf"(?:[^.]|\.(?! [^\W\d_])|(?:{titles or NOTHING})\.)*"
    return {
        "day": Slot(grammar.day_pattern, str, grammar.read_day),
        "others": _text_slot(rf"(?:\s*{joints}\s*{tongues})*"),
        "kind": _text_slot(rf"\(?{words['kinds']}\)?", choices=lists["kinds"]),
        "who": _text_slot(r"[^,()]{1,40}?(?:\s\([^()]*\)|,[^,]{1,40},)?"),
        "person": _text_slot(rf"{words['persons']}\s.+?"),
        "tail": _text_slot(rf"(?:,?\s+{words['tails']}\b{rest})?"),
        "count": Slot(rf"(?:\d+|{alternatives(tuple(counts))})", str, lambda text: _count(text, counts)),
        **{name: _text_slot(words[name], choices=lists[name]) for name in _ONE_OF_A_LIST},
    }


def _count(text: str, words: Mapping[str, int]) -> int:
    """A number in figures or in one of the words."""
    return int(text) if text.isdigit() else words[text.lower()]


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

    def bare(word: str) -> str:
        # Converters lose the blanks of "в пятницу" too.
        return without_accents("".join(word.lower().split()))

    keys = {bare(word): key for word, key in words.items()}

    def read(text: str) -> Any:
        return keys[bare(text)]

    return Slot(alternatives(tuple(words)), lambda key: choices[key], read, tuple(words))
