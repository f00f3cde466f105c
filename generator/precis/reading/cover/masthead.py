"""The masthead: symbol, session, distribution, date and language (docs/conventions.md §1.3, §2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from precis.model import Symbol, plain
from precis.reading.cover.cover import Cover
from precis.reading.cover.web import date_of_page
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import Found, LooseText, find

__all__ = [
    "read_distribution",
    "read_issued",
    "read_language",
    "read_session",
    "read_symbol",
    "symbol_of",
]

_LONGEST_DATE = 32
_OTHER_ORGANS = r"a/hrc|a/cn\.\d+|a/c\.\d+|e/cn\.\d+|e(?=/\d{4}/sr)|(?:cerd|ccpr|cat|cedaw|crc|cmw)/sp|crpd/csp|ced/csp"
"""Organs that are no bodies of ours, but have records in the same form: among them the meetings of States parties."""

_SUFFIX = re.compile(r"(add|corr|rev|amend)\.?(\d+)", re.IGNORECASE)


def read_symbol(cover: Cover) -> None:
    """Read the symbol; where it is printed again, as above every page, that is told."""
    for symbol, found in _symbols(cover):
        at, known = cover.take(found), cover.draft.symbol.value
        if known is None or cover.draft.symbol.given:
            cover.draft.symbol.read(symbol, at)
            if not cover.draft.symbol.given:
                cover.settle("symbol", found, str(symbol))
        elif known.bare == symbol.bare:
            cover.draft.tell("printed-again", "symbol", "printed again", at, old=cover.words(found))
        else:
            cover.draft.tell("symbol-second", "symbol", f"another symbol than {known}", at, old=cover.words(found))


def _symbols(cover: Cover) -> Iterator[tuple[Symbol, Found]]:
    zone = cover.zone
    for match in _pattern(cover).finditer(zone.loose.squeezed):
        end = match.end()
        suffixes = tuple((kind.capitalize(), int(number)) for kind, number in _SUFFIX.findall(match["suffixes"]))
        symbol = Symbol(
            series=match["series"].replace("\n", "").upper(),
            meeting=int(match["meeting"]),
            element=int(match["element"]) if match["element"] else None,
            suffixes=suffixes,
            stars=len(match["stars"]),
        )
        if zone.loose.squeezed[end : end + 1].isalpha() and not match["stars"]:
            symbol, end = _without_day(cover, symbol, end)
        elif cover.title is not None and not suffixes:
            rest = re.match(r"(?: \d+)+", zone.loose.squeezed[end:])
            meeting: int = cover.title.values["meeting"]
            if rest and f"{symbol.meeting}{rest[0]}".replace(" ", "") == str(meeting):
                symbol, end = replace(symbol, meeting=meeting), end + rest.end()
        start, stop = zone.loose.span(match.start(), end)
        if zone.free(start, stop):
            yield symbol, Found("symbol", start, stop)


def _pattern(cover: Cover) -> re.Pattern[str]:
    """Symbols of the known bodies in squeezed text, broken wherever a line may end."""
    names = sorted({body.series.lower() for body in cover.bodies}, key=len, reverse=True)
    series = "|".join(re.escape(name).replace("/", r"\n?/\n?").replace(r"\.", r"\.?") for name in names)
    return re.compile(
        rf"(?P<series>{series}|{_OTHER_ORGANS})(?:\n?/\n?(?P<element>\d+))?\n?/\n?sr\.?\n?(?P<meeting>\d+)"
        r"(?P<suffixes>(?:\n?/\n?(?:add|corr|rev|amend)\.?\d+)*)(?P<stars>\**)"
    )


def _without_day(cover: Cover, symbol: Symbol, end: int) -> tuple[Symbol, int]:
    """The symbol without the day of a date that is glued to it: CMW/C/SR.59017 December 2024.

    The number in the title says where the symbol ends; without it, a day of two figures is taken first.
    """
    kind, number = symbol.suffixes[-1] if symbol.suffixes else ("", symbol.meeting)
    known = str(cover.title.values["meeting"]) if cover.title and not kind else None
    lengths = [length for length in (2, 1) if str(number)[:-length] and _is_date(cover, end - length)]
    length = next((each for each in lengths if str(number)[:-each] == known), lengths[0] if lengths else 0)
    if not length:
        return symbol, end
    rest = int(str(number)[:-length])
    if kind:
        return replace(symbol, suffixes=(*symbol.suffixes[:-1], (kind, rest))), end - length
    return replace(symbol, meeting=rest), end - length


def _is_date(cover: Cover, start: int) -> bool:
    """Whether a date begins at a place of the squeezed text."""
    # The words of a date are told by the blanks between them: "11 de agosto de 2009".
    at, _ = cover.zone.loose.span(start, start + 1)
    words = cover.zone.text[at : at + _LONGEST_DATE]
    date = cover.wording.alone("issued")
    return not words.startswith("0") and any(found.start == 0 for found in find("issued", date, LooseText(words)))


def symbol_of(text: str) -> Symbol:
    """The symbol that some words are, whatever blanks and capitals they have."""
    words = re.sub(r"\s", "", text).upper()
    return Symbol.parse(_SUFFIX.sub(lambda match: f"{match[1].capitalize()}.{match[2]}", words))


def read_session(cover: Cover) -> None:
    """Read the session: the last that stands before the title."""
    found = [place for place in cover.all("session") if cover.outside_contents(place)]
    before = [place for place in found if cover.title is None or place.start < cover.title.start]
    for place in (before or found)[-1:]:
        cover.draft.session.read(place.values["session"], cover.take(place))
        cover.settle("session", place)


def read_distribution(cover: Cover) -> None:
    """Read the distribution."""
    for key in ("general", "limited", "restricted"):
        for found in cover.all(key, key):
            if cover.draft.distribution.value is None or cover.draft.distribution.given:
                cover.draft.distribution.read(key, cover.take(found))
                cover.settle("distribution", found, cover.wording.labels[key])
    _read_bare_distribution(cover)
    _read_marks(cover)


def _read_marks(cover: Cover) -> None:
    """Take the marks that a record has no field for; that of the Official Records is printed where the body says so."""
    official = letters(plain(cover.wording.say("official_records")))
    marks = {official, *(letters(mark) for mark in cover.wording.reading["marks"])}
    symbol: Symbol | None = cover.draft.symbol.value
    printed = any(symbol and body.series == symbol.series and body.official_records for body in cover.bodies)
    for piece in [piece for piece in cover.zone.rest() if letters(piece.text) in marks]:
        at = cover.take(piece)
        if not printed or letters(piece.text) != official:
            reason = "a mark of the document for which a record has no field"
            cover.draft.tell("mark-unread", "cover", reason, at, old=piece.text)


def _read_bare_distribution(cover: Cover) -> None:
    """Read the last word of the line of the distribution where a converter has lost the first: "GENERAL"."""
    for key in ("general", "limited", "restricted"):
        label = cover.wording.labels[key]
        last = letters(label.replace(":", " ").split()[-1])
        end = cover.title.start if cover.title else cover.tail_start
        for piece in list(cover.zone.rest(0, end)):
            if cover.draft.distribution.value is None and letters(piece.text) == last and cover.is_alone(piece):
                at = cover.take(piece)
                cover.draft.distribution.read(key, at)
                cover.draft.settle("distribution", piece.text, label, at)


def read_language(cover: Cover) -> None:
    """Read the lines of languages: that of the original, and that of this text where it is a translation."""
    found = cover.first("original")
    if found is not None:
        cover.draft.original.read(found.values["original"], cover.take(found))
        cover.settle("original", found)
    for piece in cover.whole("english_only"):
        at, language = cover.take(piece), cover.wording.language
        if cover.draft.original.value is None:
            cover.draft.original.read(language, at)
        printed = cover.said("original", {"original": language})
        reason = "precis prints the language of the original"
        cover.draft.tell("usual-form", "original", reason, at, old=piece.text, new=printed)
    for number, piece in enumerate(cover.whole("this_language")):
        at = cover.take(piece)
        if number or cover.draft.original.value in (None, cover.wording.language):
            reason = "a language line of its own stands only in translations"
            cover.draft.tell("usual-form", "original", reason, at, old=piece.text)
        else:
            cover.draft.settle("language", piece.text, cover.wording.labels["this_language"], at)


def read_issued(cover: Cover) -> None:
    """Read the date of issue: a date that stands alone."""
    for found in cover.zone.find("issued", [cover.wording.alone("issued")]):
        piece = next((piece for piece in cover.zone.rest() if piece.start <= found.start < piece.end), None)
        if piece is None:
            continue
        others = letters(piece.text).replace(letters(cover.words(found)), "", 1)
        language = letters(cover.wording.labels["this_language"])
        # The label of the original's language may have lost its value: "23 June 2004 RUSSIAN Original:".
        original = letters(cover.wording.formulae["original"].partition("{")[0])
        if others not in ("", language, original, language + original):
            continue
        at = cover.take(piece)
        if others not in ("", language):
            reason = "a mark of the document for which a record has no field"
            cover.draft.tell("mark-unread", "cover", reason, at, old=piece.text)
        if cover.draft.issued.value is None or cover.draft.issued.given:
            cover.draft.issued.read(found.values["issued"], at)
            cover.settle("issued", found, plain(cover.wording.issued(found.values["issued"])))
        else:
            cover.draft.tell("date-second", "issued", "a second date", at, old=piece.text)
    _infer_issued(cover)


def _infer_issued(cover: Cover) -> None:
    """The date of issue where only a web page has one, behind the title that it prints above the record."""
    date, held = date_of_page(cover.page_title), cover.draft.held.value
    if date is not None and (held is None or held.date <= date) and cover.title is not None:
        reason = f"the title on the web page ends in “{cover.page_title.strip()}”"
        cover.draft.issued.infer(date, reason, cover.zone.line_at(cover.title.start))
