"""What headings are made of, and of what kind they are, by their words (docs/conventions.md §2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.language.wording import Wording
from precis.model import DOCUMENT_SYMBOL

__all__ = [
    "considers",
    "ends_as_heading",
    "ends_in_symbols",
    "in_heading_only",
    "is_end_of_heading",
    "is_report",
    "is_usual_item",
    "number_before",
    "number_of_item",
    "symbols_in",
    "without_continued",
]

_OF_SYMBOLS = re.compile(r"[\d/]")
_INSIDE = r"(?:[^()（）]|\([^()]*\)|（[^（）]*）|(?<= [a-z])\)(?= ))*"
"""What stands in parentheses: others, as in "(agenda item 3 (a))"; and ends that none opens, as in French "4 a) de"."""

_WORD = re.compile(r"[^\W\d_]{4}")
"""A word that is none of those that join numbers."""

_PARENTHESIS = re.compile(rf"\s*[(（]{_INSIDE}[)）]")
_SYMBOLS_AT_END = re.compile(r"\([^()]*[A-Z]/[^()]*\)\.$")
_LAST_PARENTHESIS = re.compile(rf"[(（]{_INSIDE}[)）]$")
_ONLY_PARENTHESES = re.compile(rf"(?:\({_INSIDE}\)[\s;,]*)+")


def symbols_in(text: str) -> tuple[str, ...]:
    """The symbols of documents in a heading, each once."""
    return tuple(dict.fromkeys(match[0].rstrip("*") for match in DOCUMENT_SYMBOL.finditer(text)))


def in_heading_only(text: str, wording: Wording) -> Iterator[tuple[int, int]]:
    """The parentheses that the item of the contents does not have: "(agenda item 4)" and the symbols of documents."""
    for match in _PARENTHESIS.finditer(text):
        parenthesis = match[0].strip()
        if number_of_item(parenthesis, wording) or _holds_symbols(parenthesis, wording):
            yield match.span()


def number_of_item(parenthesis: str, wording: Wording) -> str:
    """The number in "(agenda item 4)"; empty for another parenthesis."""
    read = wording.read("agenda_item", parenthesis)
    return read["item"] if read else ""


def number_before(text: str, wording: Wording) -> str:
    """The number that a heading begins with, as in New York: "Agenda item 12: Report of the Council"; else empty."""
    match = _numbered(wording).match(text)
    return match["number"] if match else ""


@lru_cache(maxsize=8)
def _numbered(wording: Wording) -> re.Pattern[str]:
    names = "|".join(map(re.escape, wording.reading["numbered_items"]))
    return re.compile(rf"(?:{names})\s?(?P<number>\d+(?: \([a-z]\))?)\s?[:：]", re.IGNORECASE)


def _holds_symbols(parenthesis: str, wording: Wording) -> bool:
    if not _OF_SYMBOLS.search(parenthesis):
        return False
    between, suffix = _between_symbols(wording)
    pieces = between.split(parenthesis[1:-1].strip())
    if all(DOCUMENT_SYMBOL.fullmatch(piece) or suffix.fullmatch(piece) for piece in pieces):
        return True
    # Others stand behind a symbol: "(CAT/C/9/Add.1 to 3 and a document without a symbol, issued in English only)".
    first = DOCUMENT_SYMBOL.match(pieces[0])
    return first is not None and (len(pieces) > 1 or _WORD.search(pieces[0], first.end()) is None)


@lru_cache(maxsize=8)
def _between_symbols(wording: Wording) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between symbols, and for a whole one after the first: "CAT/C/PSE/1 and Add.1"."""
    edge = "" if wording.without_blanks else r"\b"
    joints = "|".join(f"{edge}{re.escape(word)}{edge}" for word in wording.connecting["joints"] if word.isalpha())
    ranges = "|".join(map(re.escape, ("-", "–", *wording.connecting["ranges"])))
    return (
        re.compile(rf"\s*(?:[;,；，、؛،]|{joints or '(?!)'})\s*"),
        re.compile(rf"(?:Add|Corr|Rev)\.\d+(?:\s?(?:{ranges})\s?(?:Add\.)?\d+)?"),
    )


def without_continued(text: str, wording: Wording) -> str:
    """The words of an item without "(continued)" at their end."""
    for word in wording.reading["continued"]:
        if text.lower().endswith(word):
            return text[: -len(word)].rstrip()
    return text


def ends_in_symbols(text: str) -> bool:
    """Whether a line ends in symbols and a full stop, as few headings and no paragraphs do."""
    return text.endswith(").") and _SYMBOLS_AT_END.search(text) is not None


def ends_as_heading(text: str, wording: Wording) -> bool:
    """Whether a text ends in "(continued)", or in the number of its agenda item."""
    last = _LAST_PARENTHESIS.search(text)
    if last is None:
        return False
    continued = {_letters(word) for word in wording.reading["continued"]}
    return _letters(last[0]) in continued or bool(number_of_item(last[0], wording))


def is_end_of_heading(text: str, wording: Wording) -> bool:
    """Whether a line is nothing but the end of a heading: symbols in parentheses, or "(continued)"."""
    return _ONLY_PARENTHESES.fullmatch(text) is not None and ("/" in text or ends_as_heading(text, wording))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def is_usual_item(text: str, wording: Wording) -> bool:
    """Whether a line begins as items do that many records have."""
    return text.lower().startswith(tuple(wording.reading["alone"])) or considers(text, wording)


def considers(text: str, wording: Wording) -> bool:
    """Whether an item is the consideration of reports."""
    return any(word in text.lower() for word in wording.reading["considerations"])


def is_report(text: str, wording: Wording) -> bool:
    """Whether an item is a report that is considered."""
    return any(word in text.lower() for word in wording.reading["reports"]) and not considers(text, wording)
