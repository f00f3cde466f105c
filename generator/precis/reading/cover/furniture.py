"""What a page has besides its text: running heads, page numbers, job numbers, bar codes (docs/conventions.md §1.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, combinations

from precis.language.cover_lines import job_line
from precis.language.grammar import any_of
from precis.language.wording import Wording
from precis.model import Symbol
from precis.reading.cover.cover import Cover
from precis.reading.cover.web import date_of_page
from precis.reading.draft import CoverDraft
from precis.reading.line import LineLook, TextLine
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import Found, squeezed
from precis.reading.search.zone import Piece

__all__ = ["read_furniture", "without_furniture"]

_GLUED_YEAR = re.compile(r"(?<=\D)(\d{2})(?=\d)")

_BAR_CODE = re.compile(r"\*?\s?\d{7}\s?\*?")
_OVERLEAF = re.compile(r"/\s?(?:\.\s?){2,3}|/?…|(?:\.\s?){3,}")
_ANY_SYMBOL = r"(?:[a-z]+)(?:/[a-z0-9.-]+){1,3}/sr\.?\d+(?:/(?:add|corr|rev)\.?\d+)*"
_LONGEST_HEAD = 80
_MOST_WORDS = 4
"""A line of so many letters, or of so few words with blanks between, may be the head or the foot of a page."""

_FIGURE = re.compile(r"[(–-]?\s?\d{1,7}(?:/\d{1,4})?\s?[)–-]?")
_FIGURES = ("page-number", "bar-code")
_NO_PAGE = re.compile(r"\d \d|^\d+\.$")
"""Two figures, and one with a full stop."""
_SHORTEST_PAGE, _LONGEST_PAGE = 600, 9_000
"""A page of text has so many letters."""
_FIRST_PAGES = 9
"""So many pages may have little text."""
_HYPHEN = "(?:\\s?[-‐‑–]\\s?)"
"""What stands between the year and the figures of a job number, as converters leave it."""
_FIRST_OF_COVER = 1
"""A cover is one page or two."""
_NEAR = 3
"""Lines of a file are no farther apart if they stand beside one another: blank lines may be between them."""

_OF_PAGE = "a line of a web page"


def read_furniture(cover: Cover) -> None:
    """Read the job number, and take what every first page has, and the page heads that stand among its words."""
    for piece in list(cover.zone.rest()):
        job = _job(cover.wording.job_prefixes).match(piece.text)
        if job:
            glued = letters(_BAR_CODE.sub("", piece.text[job.end() :]))
            found = Found("job", piece.start, piece.start + job.end() if glued else piece.end)
            _read_job_number(cover, re.sub(_HYPHEN, "-", job["number"]), cover.words(found), cover.take(found))
    _read_label(cover)
    _read_page(cover)
    for piece in list(cover.zone.rest()):
        if piece.text.startswith("*") and not _BAR_CODE.match(piece.text):
            continue
        if _is_notice(piece.text, cover.wording):
            _read_notice(cover, piece)
            continue
        why = _furniture(piece.text, cover.draft.symbol.value, cover.wording)
        if why is not None and why[0] == "page-number" and _FIGURE.fullmatch(piece.text.strip()):
            at = cover.zone.index(piece.start)
            alone = piece.text == piece.of.text.strip()
            held = alone and _at_end_of_page(
                cover.zone.lines, at, piece.start, cover.wording, cover.draft, first=_FIRST_OF_COVER
            )
            why = why if held else None
        if why is None and "/" in piece.text and date_of_page(piece.text) is not None:
            why = ("web-page", "the title of a web page")
        if why is not None and (why[0] != "page-head" or cover.draft.symbol.value):
            cover.draft.tell(why[0], "page", why[1], cover.take(piece), old=piece.text)


def _read_notice(cover: Cover, piece: Piece) -> None:
    """Read the notice of a sample; where a page is there twice, it is too."""
    at = cover.take(piece)
    if cover.draft.sample.value:
        cover.draft.tell("printed-again", "page", "printed again", at, old=piece.text)
    cover.draft.sample.read(True, at)


def _read_page(cover: Cover) -> None:
    """Take the lines that a web page has above the record, and the stamp of a library."""
    reading = cover.wording.reading
    alone, stamps, until = (_labels(tuple(reading[name])) for name in ("web_alone", "stamps", "web_until"))
    pieces = list(cover.zone.rest())
    last = max((number for number, piece in enumerate(pieces) if letters(piece.text) in until), default=-1)
    for number, piece in enumerate(pieces):
        said = letters(piece.text)
        if number <= last or said in alone or (piece.first == 0 and _is_title_of_page(said, cover.wording)):
            cover.draft.tell("web-page", "page", _OF_PAGE, cover.take(piece), old=piece.text)
        elif said in stamps:
            cover.draft.tell("page-furniture", "page", "the stamp of a library", cover.take(piece), old=piece.text)


def _is_title_of_page(said: str, wording: Wording) -> bool:
    """Whether the letters of the first line end as the title of a web page does."""
    return said.endswith(_labels(tuple(wording.reading["web_ends"])))


def _read_label(cover: Cover) -> None:
    """Take the words United Nations where they stand alone, or first on a line that has more of the masthead."""
    first, label = True, cover.wording.labels["united_nations"]
    for found in list(cover.all("united_nations", "united_nations")):
        if not cover.zone.free(found.start, found.end) or not _begins(cover, found):
            continue
        at = cover.take(found)
        if not first:
            cover.draft.tell("printed-again", "page", "printed again", at, old=cover.words(found))
        elif letters(cover.words(found)) != letters(label):
            # Some mastheads have it in English.
            cover.draft.settle("cover", cover.words(found), label, at)
        first = False


def _begins(cover: Cover, found: Found) -> bool:
    """Whether nothing stands before it on its line but a word of a web page."""
    first = cover.zone.starts[cover.zone.index(found.start)]
    before = letters(cover.zone.text[first : found.start])
    return cover.begins(found) or before in _labels(tuple(cover.wording.reading["web_alone"]))


def _read_job_number(cover: Cover, number: str, words: str, at: int | None) -> None:
    draft = cover.draft
    if draft.job_number.value is None or draft.job_number.given:
        number = re.sub(r"\s", "", number)
        number = number if "-" in number else _GLUED_YEAR.sub(r"\1-", number, count=1)
        draft.job_number.read(number, at)
        draft.settle(
            "job_number", words, job_line(cover.wording, number), at, "precis prints the number and the language"
        )
    else:
        draft.tell("printed-again", "page", "the job number again", at, old=words)


def without_furniture(lines: Sequence[TextLine], wording: Wording, draft: CoverDraft) -> list[TextLine]:
    """The lines of a text without the heads and feet of its pages, each of which is told."""
    out: list[TextLine] = []
    page_ended = False
    pages = _page_numbers(lines, wording, draft)
    for index, line in enumerate(lines):
        short = len(line.text) <= _LONGEST_HEAD or len(line.text.split(None, _MOST_WORDS)) <= _MOST_WORDS
        why = _furniture(line.text, draft.symbol.value, wording) if short else None
        if index == 0 and line.at == 1 and _is_title_of_page(letters(line.text), wording):
            why = ("web-page", _OF_PAGE)
        if why is not None and why[0] in _FIGURES and index not in pages and _FIGURE.fullmatch(line.text.strip()):
            why = None
        if why is None:
            out.append(replace(line, after_page=True) if page_ended else line)
        else:
            draft.tell(why[0], "page", why[1], line.at, old=f"{line.label} {line.text}".lstrip())
        page_ended = why is not None
    return out


def _page_numbers(lines: Sequence[TextLine], wording: Wording, draft: CoverDraft) -> set[int]:
    """The lines that are a figure alone and may be the number of a page.

    Such numbers run, with a page of text between two of them, or stand beside the head or the end of a page. Rows of
    tables, items of lists, votes and the like are text.
    """
    figures = [at for at, line in enumerate(lines) if line.look is LineLook.TEXT and _FIGURE.fullmatch(line.text)]
    if not figures:
        return set()
    lengths = [0, *accumulate(len(line.text) for line in lines)]
    out = {at for at in figures if _at_end_of_page(lines, at, lengths[at], wording, draft)}
    for at, after in combinations(figures, 2):
        first, second = _number(lines[at].text), _number(lines[after].text)
        between = lengths[after] - lengths[at]
        if second > first and _SHORTEST_PAGE * (second - first) <= between <= _LONGEST_PAGE * (second - first):
            out.update((at, after))
    return out


def _number(figure: str) -> int:
    return int(re.sub(r"\D.*", "", figure.strip("-–( ")))


def _at_end_of_page(
    lines: Sequence[TextLine],
    at: int,
    before: int,
    wording: Wording,
    draft: CoverDraft,
    *,
    first: int = _FIRST_PAGES,
) -> bool:
    """Whether a page ends or begins beside a figure, by its form or by the head or foot that stands there.

    `before` counts the characters that stand before it, among which so many pages have room, and the `first` ones. The
    symbol of the masthead is no head. The readers of files that have pages know the numbers of these by their places.
    """
    if draft.paged:
        return False
    if lines[at].after_page or (at + 1 < len(lines) and lines[at + 1].after_page):
        return True
    if _number(lines[at].text) > before / _SHORTEST_PAGE + first:
        return False
    # The job number of the first page stands beside no number but 1: a cover's second page has both again.
    of_cover = first == _FIRST_OF_COVER and _number(lines[at].text) > 1
    printed_once = {draft.symbol.line, draft.job_number.line if of_cover else draft.symbol.line}
    beside = (lines[each] for each in (at - 1, at + 1) if 0 <= each < len(lines))
    return any(
        _furniture(line.text, draft.symbol.value, wording)
        for line in beside
        if not _FIGURE.fullmatch(line.text) and _is_near(line, lines[at]) and line.at not in printed_once
    )


def _is_near(one: TextLine, other: TextLine) -> bool:
    """Whether two lines stand beside one another in the file: lines between them may have been read already."""
    return one.at is None or other.at is None or abs(one.at - other.at) <= _NEAR


def _is_notice(words: str, wording: Wording) -> bool:
    """Whether the words are the notice that stands at the foot of every page of a sample."""
    return letters(words) == letters(wording.labels["sample"])


_LONGEST_CODE = 200
"""No bar codes, and what stands behind them, have more characters: each is looked at by itself."""


def _furniture(words: str, symbol: Symbol | None, wording: Wording) -> tuple[str, str] | None:
    """The code of what the words are instead of text, and in words; or None."""
    said = letters(words)
    if said in _labels(tuple(wording.reading["furniture"])):
        return "page-first", "every first page has it"
    if _is_notice(words, wording):
        return "page-foot", "the foot of a page"
    if said.startswith(_labels(tuple(wording.reading["web"]))):
        return "web-page", _OF_PAGE
    if words.startswith("<!--") and words.endswith("-->"):
        return "comment-left-out", "a comment of the converter"
    code = _BAR_CODE.match(words)
    short = len(words) <= _LONGEST_CODE
    if (code and short and _furniture(words[code.end() :].strip(), symbol, wording)) or _BAR_CODE.fullmatch(words):
        return "bar-code", "the bar code"
    if _foot(wording.job_prefixes).fullmatch(words):
        return "page-foot", "the foot of a page"
    loose = squeezed(words).replace("\n", "")
    page, head = _page_and_head(tuple(wording.reading["page"]), tuple(wording.reading["page_of"]), symbol)
    if page.fullmatch(loose.replace(" ", "")) and not _NO_PAGE.search(loose):
        return "page-number", "a page number"
    if head.fullmatch(loose.replace(" ", "")):
        return "page-head", "the head of a page"
    if symbol is not None and said == letters(symbol.series.partition("/")[0]):
        return "page-furniture", "the large letters of the masthead"
    return ("page-furniture", "the sign that the text goes on") if _OVERLEAF.fullmatch(words) else None


@lru_cache(maxsize=8)
def _job(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    """The job number of a house, or of New York, with its language or its pages and the dates of its printing."""
    return re.compile(
        rf"(?P<number>(?:{any_of(prefixes)})\.?\s?\d{{2}}{_HYPHEN}?\d{{4,6}}\b"
        rf"|\d{{2}}{_HYPHEN}\d{{5}}(?=\s*(?:\d{{4}}[A-Z]\s*)?\([A-ZА-Я]\)))"
        r"(?P<rest>\s*(?:\d{4}[A-Z]\s*)?(?:\([A-ZА-Я]+\)|\(\d+\s?p\.\))?[\s\d/*]*)"
    )


@lru_cache(maxsize=8)
def _foot(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    """A job number at the foot of a page, the number of the page before it."""
    return re.compile(rf"(?:\d{{1,4}}\s+(?={any_of(prefixes)}))?{_job(prefixes).pattern}")


@lru_cache(maxsize=8)
def _labels(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(letters, words))


@lru_cache(maxsize=8)
def _page_and_head(
    words: tuple[str, ...], of: tuple[str, ...], symbol: Symbol | None
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of a page number, and of the symbol at the head of a page, without blanks."""
    page = rf"(?:{'|'.join(words)})?(?:\d{{1,4}}(?:/\d{{1,4}})?|\(\d{{1,4}}\)|[-–]\d{{1,4}}[-–])"
    if of:
        page = rf"(?:{page}|(?:{'|'.join(words)})\d{{1,4}}(?:{'|'.join(of)})\d{{1,4}})"
    name = re.escape(str(symbol.bare).lower()) if symbol else _ANY_SYMBOL
    return re.compile(page), re.compile(rf"(?:{page})?{name}\**(?:{page})?")
