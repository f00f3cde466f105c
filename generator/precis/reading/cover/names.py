"""The names of the masthead: the treaty or the organ, and the committee (docs/conventions.md §1.3, §2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from precis.language.bodies import Body
from precis.language.formula import Formula
from precis.model import Symbol
from precis.reading.cover.cover import Cover
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import Found

__all__ = ["read_names"]

_LARGE_LETTERS = re.compile(r"[A-Z\s]{0,6}")
_SHORTEST_REST = 12


def read_names(cover: Cover) -> None:
    """Read the names of the treaty and the committee: which body it is."""
    found: list[tuple[Found, Body]] = []
    there = _there(cover, [cover.wording.language])
    if {"treaty", "committee"} - {kind for kind, _, _ in there}:
        # Some languages print a part of the masthead in another, and a converter loses lines.
        there = _there(cover, _languages(cover))
    for kind, form, body in sorted(there, key=lambda name: -len(name[1].text)):
        for place in cover.zone.find(kind, [form]):
            if cover.zone.free(place.start, place.end) and _in_masthead(cover, place):
                cover.take(place)
                found.append((place, body))
    # The committee says which body it is: the Economic and Social Council stands over more than one.
    ranked = sorted(found, key=lambda item: (item[0].name == "treaty", item[0].start))
    telling = [body for place, body in ranked if place.name != "treaty" or not _is_organ(cover, body)]
    if telling:
        if cover.draft.body.value is None:
            cover.draft.body.value = telling[0].code
    else:
        _infer_from_organ(cover, ranked)
    _settle_names(cover, sorted(found, key=lambda item: item[0].start))
    _read_large_letters(cover)
    if all(place.name != "treaty" for place, _ in found) and cover.title is not None:
        _read_rest_of_name(cover, cover.title.start)


def _settle_names(cover: Cover, found: Sequence[tuple[Found, Body]]) -> None:
    """Tell the names that documents print otherwise, those that are printed again, and those of another body."""
    symbol: Symbol | None = cover.draft.symbol.value
    of_symbol = [body for body in cover.bodies if symbol is not None and body.series == symbol.series]
    own = next(iter(of_symbol), None) or next((b for b in cover.bodies if b.code == cover.draft.body.value), None)
    seen: set[str] = set()
    for place, body in found:
        field: Literal["treaty", "committee"] = "treaty" if place.name == "treaty" else "committee"
        names = body.names.get(cover.wording.language)
        of_own = own and own.names.get(cover.wording.language)
        at = cover.zone.line_at(place.start)
        if own is None or (names and of_own and getattr(names, field) != getattr(of_own, field)):
            reason = "the name of another body" if own else "its committee is not known"
            cover.draft.tell("body-differs", field, reason, at, old=cover.words(place))
            continue
        if field in seen:
            cover.draft.tell("printed-again", field, "printed again", at, old=cover.words(place))
        else:
            cover.settle(field, place, getattr(names, field) if names else "")
        seen.add(field)


def _is_organ(cover: Cover, body: Body) -> bool:
    """Whether what the masthead of a body prints is no treaty of its own, but the organ that it is of."""
    names = body.names.get(cover.wording.language)
    shared = names and [each for each in cover.bodies if _treaty(cover, each) == names.treaty]
    return bool(names and (names.instrument or (shared and len(shared) > 1)))


def _treaty(cover: Cover, body: Body) -> str:
    names = body.names.get(cover.wording.language)
    return names.treaty if names else ""


def _infer_from_organ(cover: Cover, found: Sequence[tuple[Found, Body]]) -> None:
    """The body of the only committee that an organ has, if the cover has neither a symbol nor another committee."""
    organs = tuple(map(letters, cover.wording.reading["organs"]))
    end = cover.title.start if cover.title else None
    others = any(letters(piece.text).startswith(organs) for piece in cover.zone.rest(0, end))
    for place, body in found[:1]:
        # An organ that is its own is not among its committees.
        below = [each for each in cover.bodies if cover.wording.language in each.printed]
        alone = [each for each in below if _treaty(cover, each) == _treaty(cover, body)] == [body]
        if alone and not others and cover.draft.symbol.value is None:
            reason = f"the masthead names no committee below “{_treaty(cover, body)}”"
            cover.draft.body.infer(body.code, reason, cover.zone.line_at(place.start))


def _read_large_letters(cover: Cover) -> None:
    """Take the letters of the body that old mastheads print large."""
    codes = {name for body in cover.bodies for name in (body.code, letters(body.series.partition("/")[0]))}
    end = cover.title.start if cover.title else None
    for piece in list(cover.zone.rest(0, end)):
        if piece.text.isupper() and letters(piece.text) in codes and cover.is_alone(piece):
            cover.draft.tell(
                "page-furniture", "page", "the large letters of the masthead", cover.take(piece), old=piece.text
            )


def _read_rest_of_name(cover: Cover, end: int) -> None:
    """Take the last words of a name above the title, the first of which are lost; they may tell the body."""
    for piece in list(cover.zone.rest(0, end)):
        words = letters(piece.text)
        if len(words) < _SHORTEST_REST:
            continue
        every = _names(cover, _languages(cover))
        cut = [body for _, form, body in every if letters(form.text).endswith(words)]
        if cut:
            at = cover.take(piece)
            cover.draft.tell("name-cut", "treaty", "the first words of the name are lost", at, old=piece.text)
        if len({body.code for body in cut}) == 1:
            cover.draft.body.infer(cut[0].code, f"the name ends in “{piece.text}”", at)


def _in_masthead(cover: Cover, found: Found) -> bool:
    """Whether a name stands in the masthead: alone, or before the title and behind nothing but its large letters."""
    if cover.is_alone(found):
        return True
    piece = next(piece for piece in cover.zone.rest() if piece.start <= found.start < piece.end)
    before = cover.zone.text[piece.start : found.start]
    label = re.compile(re.escape(cover.wording.labels["united_nations"]), re.IGNORECASE)
    behind_letters = _LARGE_LETTERS.fullmatch(label.sub("", before).strip())
    before_title = cover.title is None or found.start < cover.title.start
    return before_title and behind_letters is not None and cover.outside_contents(found)


def _there(cover: Cover, languages: Iterable[str]) -> list[tuple[str, Formula, Body]]:
    """The names in these languages whose words stand on the cover."""
    among = cover.zone.loose.words.among
    return [name for name in _names(cover, languages) if any(among((name[1],)))]


def _languages(cover: Cover) -> Iterable[str]:
    """The languages that bodies have names in."""
    return dict.fromkeys(language for body in cover.bodies for language in body.names)


def _names(cover: Cover, languages: Iterable[str]) -> Iterator[tuple[str, Formula, Body]]:
    """The names of all bodies in these languages, each with what it names."""
    return (
        (kind, form, body)
        for body in cover.bodies
        for language in languages
        for kind, form in body.printed.get(language, ())
    )
