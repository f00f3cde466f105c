"""Translating: the source of a record's edition in another language, with what follows from formulae said in it.

The cover, headings and lines of procedure that every edition says alike, and the notes, are in the other language. All
else is a gap with its original beneath as a comment; numbers of paragraphs, calls of footnotes and the form of blocks
stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from precis.assets import Assets
from precis.language import Wording, load_wording
from precis.language.bodies import body_of_symbol, load_body, with_body
from precis.language.editions import Edition, load_edition
from precis.model import (
    ONLINE,
    Block,
    Call,
    Faults,
    FileSpan,
    Finding,
    Footnote,
    Gap,
    Heading,
    Inlines,
    Note,
    Paragraph,
    PrecisError,
    Record,
    Run,
    joined,
    mapped,
    plain,
    texts_of,
)
from precis.proceedings.headings import symbols_in
from precis.proceedings.labels import labels_of
from precis.proceedings.passages import normal
from precis.reading.files import read_file
from precis.source.chunks import ORIGINAL
from precis.source.fields import values_of
from precis.source.front import FrontMatter, print_front
from precis.source.marks import marked
from precis.source.printed import print_block
from precis.source.record import check_record

__all__ = ["Translated", "edition_path", "translated"]

_TEXT, _HEADING, _TITLE = Gap("text"), Gap("heading"), Gap("title")
_PARENTHESIS = re.compile(r"\s*(?P<inside>[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）])\Z")
_FIGURES = re.compile(r"[\d\s*–-]*")
_OF_EDITION = ("issued", "job_number")
"""The fields that each edition has of its own, and that its source still wants."""
_NOTES = (
    "rest_unrecorded",
    "unrecorded_one",
    "unrecorded",
    "other_part",
    "other_closed_part",
    "no_other_part",
    "no_other_closed_part",
)


@dataclass(frozen=True, slots=True)
class Translated:
    """The source of another edition; how many of its blocks and footnotes are said and how many are gaps; findings."""

    text: str
    said: int
    gaps: int
    findings: tuple[Finding, ...] = ()


def edition_path(file: str, language: str, code: str) -> Path:
    """Where the edition of a record in the language of a `code` is written: beside it, as 590.es.md."""
    path = Path(file)
    return path.with_name(f"{path.stem.removesuffix(f'.{language}')}.{code}.md")


def translated(file: str, code: str, assets: Assets) -> tuple[Translated, Path]:
    """The edition of the record of a file in the language of a `code`, and where it is written if nothing else is said.

    PrecisError if there is no such language, if the record is in it, or if its body has no name in it.
    """
    reading = read_file(file, assets)
    record = with_body(reading.record, assets)
    if record.language == code:
        message = f"is in {code} already; give --to another language"
        raise PrecisError.one("edition-language", message, FileSpan(file))
    to = load_wording(code, assets)
    if record.body is not None:
        load_body(record.body, assets).named(code)
    text = _Translation(record, load_wording(record.language, assets), to, assets).text(file)
    return text, edition_path(file, record.language, code)


class _Translation:
    def __init__(self, record: Record, wording: Wording, to: Wording, assets: Assets) -> None:
        year = record.held.date.year if record.held else None
        self._record, self._from, self._to, self._assets = record, wording, to, assets
        self._read: Edition = load_edition(record.language, wording, assets, year)
        self._say: Edition = load_edition(to.language, to, assets, year)
        genders = {wording.gender(chair.name) for chair in record.chairs}
        self._presiding = next(iter(genders)) if len(genders) == 1 else None
        self._said = self._gaps = 0

    def text(self, file: str) -> Translated:
        record = self._record
        cover, comments = self._cover()
        faults = Faults(file)
        check_record(cover, FrontMatter({}), faults, self._assets)
        faults.check()
        parts = [*self._blocks(), *self._notes()]
        values = values_of(cover)
        if record.symbol is not None and body_of_symbol(record.symbol, self._assets) is not None:
            # So will that of the edition tell it.
            values.pop("body", None)
        text = print_front(values, comments) + "\n" + "\n\n".join(parts) + "\n" * bool(parts)
        return Translated(text, self._said, self._gaps, tuple(self._findings(file)))

    def _findings(self, file: str) -> Iterator[Finding]:
        for language in (self._from.language, self._to.language):
            if self._assets.find("languages", language, "editions.toml") is None:
                lines = f"languages/{language}/editions.toml, from a copy of languages/en/editions.toml"
                reason = f"no headings and lines are known by their formulae in {language}; write {lines}"
                yield Finding("edition-lines", FileSpan(file), "text", reason)
        if self._say.said_unconfirmed:
            keys = ", ".join(sorted(self._say.said_unconfirmed))
            reason = f"no published document in {self._to.language} has confirmed how these lines are said: {keys}"
            yield Finding("unconfirmed-printed", FileSpan(file), "text", reason)

    def _cover(self) -> tuple[Record, dict[str, list[str]]]:
        """The cover in the other language, and the comments above its fields."""
        record = self._record
        comments: dict[str, list[str]] = {}
        wanted = [f"{key}: that of this edition" for key in _OF_EDITION]
        known = {*self._to.places, ONLINE, None}
        if record.place not in known:
            wanted.append(f"place: as it is said in {self._to.language}")
        offices = self._to.offices
        if any(words and words not in offices for chair in record.chairs for words in (chair.capacity, chair.label)):
            wanted.append(f"chair: offices as they are said in {self._to.language}")
        comments[""] = ["Still wanted:", *wanted]
        symbol = None if record.symbol is None else record.symbol.bare
        own = {"symbol": symbol, "reissued": None, "issued": None, "job_number": None, "language": self._to.language}
        printed = {
            "title_as_printed": ("title", self._title()),
            "contents_as_printed": ("contents", self._contents()),
            "notes_as_printed": ("notes", self._printed_notes()),
        }
        shown = values_of(record)
        for key, value in printed.values():
            if value is not None:
                comments[key] = [f"{ORIGINAL} {' / '.join(_flat(shown[key]))}"]
        given: dict[str, Any] = own | {name: value for name, (_, value) in printed.items()}
        return replace(record, **given, blocks=(), footnotes=()), comments

    def _title(self) -> Inlines | None:
        title = self._record.title_as_printed
        return None if title is None else (_TITLE, *(item for item in title if isinstance(item, Call)))

    def _contents(self) -> Any:
        items = self._record.contents_as_printed
        if items is None:
            return None
        return tuple(replace(item, inlines=self._heading(item.inlines)) for item in items)

    def _printed_notes(self) -> tuple[Note, ...] | None:
        notes = self._record.notes_as_printed
        return None if notes is None else tuple(Note(self._note(plain(note.inlines))) for note in notes)

    def _note(self, text: str) -> Inlines:
        """A note of the title by its formula, or a gap."""
        for name in _NOTES:
            values = self._from.read(name, text)
            form = next(iter(self._to.forms(name)), None)
            if values is not None and form is not None and set(form.names) <= set(values):
                return self._to.say(name, **values)
        return (_TEXT,)

    def _blocks(self) -> Iterator[str]:
        last, own = 0, 0
        for block in self._record.blocks:
            other = self._block(block)
            yield print_block(other, last)
            if _has_gap(other):
                yield _original(print_block(block, own))
                self._gaps += 1
            else:
                self._said += 1
            if isinstance(block, Paragraph) and block.number is not None:
                last = own = block.number

    def _notes(self) -> Iterator[str]:
        for note in self._record.footnotes:
            other = Footnote(note.label, self._words(note.inlines))
            yield f"[^{other.label}]: {marked(other.inlines)}"
            if _TEXT in other.inlines:
                yield _original(marked(note.inlines))
                self._gaps += 1
            else:
                self._said += 1

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, inlines=self._heading(block.inlines))
            case Paragraph():
                return replace(block, inlines=self._procedure(block.inlines) or self._words(block.inlines))
            case _:
                return mapped(block, self._words)

    def _words(self, text: Inlines) -> Inlines:
        """A text that is to be translated: a gap and its calls of footnotes; figures and symbols alone stay."""
        words = plain(text)
        if _FIGURES.fullmatch(_without_symbols(words)):
            return text
        return (_TEXT, *(item for item in text if isinstance(item, Call)))

    def _heading(self, inlines: Inlines) -> Inlines:
        text = plain(inlines)
        behind: list[Inlines] = []
        while (found := _PARENTHESIS.search(text)) is not None:
            said = self._behind(found["inside"])
            if said is None:
                break
            behind.insert(0, said)
            text = text[: found.start()]
        read = self._read.read("items", text.strip())
        said = None if read is None else self._say.say("items", *read, self._presiding)
        blank = () if self._to.without_blanks else (Run(" "),)
        calls = (item for item in inlines if isinstance(item, Call))
        rest = [item for each in behind for item in (*blank, *each)]
        return joined((*(said or (_HEADING,)), *rest, *calls))

    def _behind(self, inside: str) -> Inlines | None:
        """What stands in parentheses behind an item: its number, "(continued)", or symbols, which stay."""
        if symbols_in(inside) and not any(map(str.isalpha, _without_symbols(inside))):
            return (Run(inside),)
        read = self._read.read("behind", inside)
        return None if read is None else self._say.say("behind", *read, self._presiding)

    def _procedure(self, inlines: Inlines) -> Inlines | None:
        """A line of procedure by its key, in italics; None for other paragraphs, and where a language lacks it."""
        if any(not isinstance(item, Run) or not item.italic for item in inlines):
            return None
        read = self._read.read("procedure", plain(inlines))
        if read is None:
            return None
        person = read[1].get("person")
        if person is not None and re.fullmatch(labels_of(self._from).person, normal(person)) is None:
            return None
        said = self._say.say("procedure", *read, self._presiding)
        if said is None:
            return None
        return tuple(replace(item, italic=True) if isinstance(item, Run) else item for item in said)


def _without_symbols(text: str) -> str:
    for symbol in sorted(symbols_in(text), key=len, reverse=True):
        text = text.replace(symbol, "")
    return text


def _has_gap(block: Block) -> bool:
    return any(isinstance(item, Gap) for text in texts_of(block) for item in text)


def _original(text: str) -> str:
    words = text.replace("-->", r"--\>")
    return f"<!-- {ORIGINAL} {words} -->"


def _flat(value: Any) -> Iterator[str]:
    """The texts of a field's value, lists in it included, each on one line."""
    for each in value if isinstance(value, list) else [value]:
        yield from _flat(each) if isinstance(each, list) else (str(each).replace("\n", " "),)
