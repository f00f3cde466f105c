"""Symbols of documents that are out of form, or have the code of no State."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Stretch, Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_SERIES = r"(?:CERD|CCPR|CAT|CEDAW|CRC|CMW|CRPD|CED)"
_BLANK = re.compile(rf"\b(?P<a>{_SERIES}|A|E|HRI)(?: /|/ )(?=[A-Z0-9]+[/.])[A-Z0-9/.-]*[A-Z0-9]")
_SR = re.compile(rf"\b(?P<series>{_SERIES}/[A-Z](?:/\d+)?)/SR(?:\. |[ ,/]?)(?P<number>\d+)\b")
_REPORT = re.compile(rf"\b(?:{_SERIES}/C|E/C\.12)/(?P<code>[A-Z]{{3}})(?:-[A-Z]{{3}})?/(?:[A-Z]+/)?\d")
_SMALL = re.compile(rf"(?<![\w/.])(?:{_SERIES.lower()}|[A-Z][a-z]+)/[cC]/(?:[A-Za-z]{{3}}|SR|sr)[/.]\S*\d")
_SUFFIX = re.compile(
    rf"\b(?P<whole>(?:{_SERIES}|A|E|S|HRI)/[A-Z0-9/.-]*\d)/(?P<suffix>[A-Z][a-z]+)(?P<stop>[. ]?)(?P<number>\d+)\b"
)
_PARTS = r"(?:CO|QPR|RQ|Q|FCO|FU|ARR|INT|LOIPR|GC|OPR|NHS|CSS|IRS)"
"""What stands between the State and the number of a document."""
_GLUED = re.compile(rf"\b(?P<a>(?:{_SERIES}/C|E/C\.12)/[A-Z]{{3}}/{_PARTS})[.-]?(?P<b>\d[\d/-]*)(?![\w])")
_STATE_GLUED = re.compile(rf"\b(?P<a>(?:{_SERIES}/C|E/C\.12)/[A-Z]{{3}})[.-]?(?P<b>(?:{_PARTS}/)?\d[\d/-]*)(?!\w)")
_SERIES_GLUED = re.compile(
    rf"\b(?P<a>{_SERIES})(?:C/|/C(?=[A-Z]{{3}}/)|/(?=[A-Z]{{3}}/)(?!CSP/))(?P<b>[A-Z]{{3}}/(?:{_PARTS}/)?\d[\d/-]*)(?!\w)"
)
_ECOSOC = re.compile(r"\bE/C[ ]?12/(?P<rest>[A-Z0-9][\w./-]*\w)")
_YEARLESS = re.compile(r"\bE/C\.12/SR\.\d+\b")
_RESOLUTION = re.compile(r"\b(?P<a>A/(?:RES|HRC|C\.[1-6])|S/(?:RES|PRST))[. ]?(?P<b>\d+(?:/\d+)*)\b")
_TWICE = re.compile(rf"\b(?:{_SERIES}|A|E|HRI|S)/[A-Z0-9./-]*//[A-Z0-9./-]*[A-Z0-9]")
_COMMENT_GLUED = re.compile(rf"\b(?P<a>(?:{_SERIES}/C|E/C\.12)/GC)[.]?(?P<b>\d+)\b")
_SERIES_SR = re.compile(rf"\b(?P<a>{_SERIES})/SR\.? ?(?P<b>\d+)\b")
_SERIES_COMMENT = re.compile(rf"\b(?P<a>(?!CRC/GC/(?:19|20)\d\d){_SERIES})/(?P<b>(?:GC|FU|FCO)/\d[\w./-]*)(?<![./-])")
"""The Committee on the Rights of the Child numbered its first general comments by years: CRC/GC/2003/5."""
_TURNED = {
    "CG": "GC",
    "OC": "CO",
    "QR": "RQ",
    "PQR": "QPR",
    "QRP": "QPR",
    "RPQ": "QPR",
    "RQP": "QPR",
    "FOC": "FCO",
    "UF": "FU",
}
_TURNED_PART = re.compile(
    rf"\b(?P<a>(?:{_SERIES}/C|E/C\.12)(?:/[A-Z]{{3}})?)/(?P<b>{'|'.join(_TURNED)})/(?P<c>\d[\d/-]*)(?!\w)"
)
_STOPLESS = re.compile(
    r"\b(?P<a>[AES](?:/[A-Z0-9][A-Za-z0-9.-]*)*?/(?:L|CRP|PV|WP|WG|AC|CN|CONF|INF|Sub|(?<=A/)C(?=[1-6]/)))"
    r"(?P<b>\d+)(?P<c>(?:/[A-Z0-9][\w.-]*)*)"
)
_SUFFIX_APART = re.compile(
    rf"\b(?P<a>(?:{_SERIES}|A|E|S|HRI)/[A-Z0-9/.-]*\d) (?P<b>(?:Add|Corr|Rev)\.\d+(?:/[\w.]*\w)?)"
)
_DASH = re.compile(rf"\b(?:{_SERIES}/C|E/C\.12)/[A-Z]{{3}}/(?:{_PARTS}/)?\d+–\d+(?!\w)")
_BLANK_BEHIND = re.compile(rf"\b(?:{_SERIES}|A|E|HRI)/[A-Z0-9./-]+(?:/ | /)(?=[A-Z]*[./]?\d)[A-Z0-9./-]*\d")
_HYPHENED = re.compile(
    rf"\b(?:(?:{_SERIES}|HRI|E/C\.12)-(?=[A-Z0-9.-]*/)|(?:{_SERIES}|HRI|[AES])/(?=[A-Z0-9./]*-))[A-Z0-9./-]*\d"
)
_HYPHEN = re.compile(
    r"(?<!/S)(?<!/ES)(?<=[A-Z])-(?=\d)|(?<=\d)-(?=[A-Z])(?![A-Z]+/C/)|(?<=[A-Z])-(?=[A-Z])(?!(?<=/[A-Z]{3}-)[A-Z]{3}\b)"
    r"|(?<=A/RES/\d\d)-(?=\d)"
)
"""A hyphen in the place of a slash: not that of a part of a State, CHN-HKG, of a special session, S-29, or of a range.

Nor that of a document of two committees, CEDAW/C/GC/31-CRC/C/GC/18.
"""
_OTHER_SERIES = re.compile(r"(?<![\w/.-])(?P<a>[A-Z]{3,5})(?P<b>/C/(?:[A-Z]{3}|SR)[/.][A-Z0-9/.-]*\d)")
_LONG_CODE = re.compile(rf"\b{_SERIES}/C/(?P<code>UK|US|[A-Z]{{4,}})/(?:{_PARTS}/)?\d[\d/-]*")
_ZERO = re.compile(rf"\b(?P<a>(?:{_SERIES}/C|E/C\.12)/[A-Z]{{3}}/)C0(?P<b>/\d[\d/-]*)")
_REACH = 40
"""No symbol has more characters before its first slash, or behind its last one."""
_OF_TWO = 2
_OLD_CODES = (
    "BOT",
    "BUL",
    "CRO",
    "DEN",
    "ENG",
    "GAM",
    "GER",
    "GRE",
    "GUA",
    "INA",
    "LIB",
    "MAL",
    "NEP",
    "PAR",
    "PHI",
    "POR",
    "ROM",
)
"""Codes of States in symbols of the Committee on the Elimination of Discrimination against Women that are not ISO's."""
_ISO_SINCE = 2012
_ALL_SERIES = ("CERD", "CCPR", "CAT", "CEDAW", "CRC", "CMW", "CRPD", "CED")
_SUFFIXES = ("Add", "Amend", "Corr", "Misc", "Rev", "Sub")

_SLASHES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_GLUED, lambda match: f"{match['a']}/{match['b']}"),
    (_STATE_GLUED, lambda match: f"{match['a']}/{match['b']}"),
    (_SERIES_GLUED, lambda match: f"{match['a']}/C/{match['b']}"),
    (_ECOSOC, lambda match: f"E/C.12/{match['rest']}"),
    (_RESOLUTION, lambda match: f"{match['a']}/{match['b']}"),
    (_COMMENT_GLUED, lambda match: f"{match['a']}/{match['b']}"),
    (_SUFFIX_APART, lambda match: f"{match['a']}/{match['b']}"),
    (_SERIES_COMMENT, lambda match: f"{match['a']}/C/{match['b']}"),
    (_TURNED_PART, lambda match: f"{match['a']}/{_TURNED[match['b']]}/{match['c']}"),
    (_STOPLESS, lambda match: f"{match['a']}.{match['b']}{match['c']}"),
    (_SERIES_SR, lambda match: f"{match['a']}/C/SR.{match['b']}"),
    (_DASH, lambda match: match[0].replace("–", "-")),
    (_BLANK_BEHIND, lambda match: match[0].replace(" ", "")),
    (_TWICE, lambda match: re.sub("/{2,}", "/", match[0])),
    (_ZERO, lambda match: f"{match['a']}CO{match['b']}"),
    (_HYPHENED, lambda match: _HYPHEN.sub("/", match[0])),
)
"""Symbols that lost a slash or the stop of E/C.12, or have a slash too many, and what they are with it."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Blanks in a symbol, a stop, a slash or a year that is missing, small letters, a code that is of no State."""
    codes = subject.states.by_code
    for stretch, text in texts(subject, rule):
        if "/" not in text:
            continue
        about = max(0, text.index("/") - _REACH), text.rindex("/") + _REACH
        for match in _SR.finditer(text, *about):
            right = f"{match['series']}/SR.{match['number']}"
            yield in_text(rule, subject, stretch, match.span(), right, why=f"write {right}")
        for match in _BLANK.finditer(text, *about):
            right = match[0].replace(" ", "")
            yield in_text(rule, subject, stretch, match.span(), right, why=f"write {right}")
        told = -1
        for form, right_of in _SLASHES:
            for match in form.finditer(text, *about):
                right = right_of(match)
                if right != match[0] and told != match.start():
                    told = match.start()
                    yield in_text(rule, subject, stretch, match.span(), right, why=f"write {right}")
        for match in _YEARLESS.finditer(text, *about):
            yield in_text(rule, subject, stretch, match.span(), None, why="the year of the meeting stands before SR")
        for match in _SMALL.finditer(text, *about):
            yield in_text(rule, subject, stretch, match.span(), None, why="symbols are in capitals")
        for match in _SUFFIX.finditer(text, *about):
            like = get_close_matches(match["suffix"], _SUFFIXES, 1, 0.3)
            new = f"{match['whole']}/{like[0]}.{match['number']}" if like else None
            if new != match[0]:
                why = f"write {new}" if new else f"it ends in none of {', '.join(_SUFFIXES)}"
                yield in_text(rule, subject, stretch, match.span(), new, why=why)
        yield from _of_no_series(subject, rule, stretch, text)
        for match in _REPORT.finditer(text, *about):
            if match["code"] not in codes and not _is_old_code(match[0], match["code"], subject.year):
                why = f"{match['code']} is the code of no State (ISO 3166-1 alpha-3)"
                yield in_text(rule, subject, stretch, match.span(), None, why=why)


def _is_old_code(symbol: str, code: str, year: int | None) -> bool:
    """Whether a code of the Committee's own stands in a symbol of its earlier records (docs/conventions.md §3.3)."""
    return symbol.startswith("CEDAW/") and code in _OLD_CODES and year is not None and year < _ISO_SINCE


def _of_no_series(subject: Subject, rule: Rule, stretch: Stretch, text: str) -> Iterator[Alarm]:
    """Series whose letters are mistyped, and States by two letters or by their names in the place of their codes."""
    codes = subject.states.by_code
    for match in _OTHER_SERIES.finditer(text):
        if match["a"] not in _ALL_SERIES:
            letters = sorted(match["a"])
            like = [each for each in _ALL_SERIES if sorted(each) == letters]
            like = like or get_close_matches(match["a"], _ALL_SERIES, 1, 0.5)
            new = f"{like[0]}{match['b']}" if like else None
            why = f"write {new}" if new else f"{match['a']} is the series of no body"
            yield in_text(rule, subject, stretch, match.span(), new, why=why)
    for match in _LONG_CODE.finditer(text):
        code = match["code"].casefold()
        if len(code) > _OF_TWO and not any(state.name.casefold().startswith(code) for state in codes.values()):
            continue
        why = f"{match['code']} is the code of no State (ISO 3166-1 alpha-3)"
        yield in_text(rule, subject, stretch, match.span(), None, why=why)
