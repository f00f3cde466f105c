"""The references of a paper, each followed to its place: the cited words must stand there, and statements have one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from precis.assets import Assets
from precis.documents.session.paper import Cited, Look, Paper, Section
from precis.documents.session.references import label_stem
from precis.documents.session.source import PaperSource, print_note
from precis.documents.session.standing import Places, Standing, places_of, sentences_in, standing
from precis.facts.session import SessionFacts
from precis.facts.source import SOURCE
from precis.model import (
    Block,
    Call,
    Fault,
    Faults,
    FileSpan,
    Finding,
    Inline,
    Inlines,
    List,
    Paragraph,
    PrecisError,
    Run,
    Table,
    mapped,
    plain,
    texts_of,
)

__all__ = ["Followed", "checked", "followed", "without_reference"]

_LABEL = re.compile(r"(?P<stem>.+?)\.(?P<heading>h?)(?P<first>\d+)(?:[-–](?P<last>\d+))?")


_Problem = tuple[str, str]
"""A code and a message."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A paper whose references were followed: with all that its calls name, what stands there now by the labels of the
    calls, and a fault for each that leads nowhere or whose words have changed.
    """

    paper: Paper
    standing: Mapping[str, Standing]
    faults: tuple[Fault, ...]


def checked(source: PaperSource, facts: SessionFacts, assets: Assets) -> Paper:
    """The paper with all that its calls name, also those without a note; words are filled in where there are none.

    Raises PrecisError with every reference that leads nowhere, or whose words have changed, with the old and the new.
    """
    found = followed(source, facts, assets)
    if found.faults:
        raise PrecisError(found.faults)
    return found.paper


def followed(source: PaperSource, facts: SessionFacts, assets: Assets) -> Followed:
    """The same with its faults."""
    faults, places = Faults(source.file, source.text), places_of(facts, assets)
    found: dict[str, Standing] = {}
    for label, cited in source.paper.cited.items():
        found[label] = standing(cited, places, facts)
        for code, message in _problems(cited, found[label], places, facts):
            faults.add(code, message, source.notes.get(label), words=f"[^{label}]")
    lines = {id(block): line for _, block, line in source.blocks}
    filler = _Filler(source.paper, places, faults)
    sheets = tuple(
        replace(
            sheet,
            sections=tuple(
                replace(section, blocks=tuple(filler.filled(block, lines.get(id(block))) for block in section.blocks))
                for section in sheet.sections
            ),
        )
        for sheet in source.paper.sheets
    )
    for label, cited in filler.cited.items():
        if label not in found:
            found[label] = standing(cited, places, facts)
    return Followed(replace(source.paper, sheets=sheets, cited=filler.cited), found, faults.in_order)


def _problems(cited: Cited, now: Standing, places: Mapping[str, Places], facts: SessionFacts) -> Iterator[_Problem]:
    if cited.part == "source":
        yield from _source_problems(cited, now, facts)
        return
    if now.record is None:
        known = ", ".join(places) or "none"
        message = f"there is no record {cited.record} among those given, which are: {known}"
        yield "reference-record", f"{message}; give the record, or take the statement out"
        return
    if now.texts is None:
        yield _no_paragraph(now.record, cited.paragraph)
        return
    where = print_note(replace(cited, words=()))
    for words, new in now.changed:
        said = f"there now stands: “{new}”" if new else "nothing like them stands there now"
        yield _changed(where, words, said)


def _changed(where: str, words: str, now: str) -> _Problem:
    return "reference-words", f"{where}: the cited words have changed: “{words}”; {now}; put the statement right"


def _no_paragraph(record: Places, number: int) -> _Problem:
    message = f"{record.label} has no paragraph {number}; it has paragraphs {record.span}"
    return "reference-paragraph", f"{message}; name the paragraph that says it"


def _source_problems(cited: Cited, now: Standing, facts: SessionFacts) -> Iterator[_Problem]:
    if cited.record != SOURCE:
        yield "reference-form", f"'{cited.record}' is neither a record with a paragraph nor the {SOURCE}"
        return
    if facts.source is None:
        yield "reference-record", f"the {SOURCE} is cited, and the records have none; add session.md to their folder"
        return
    for words, new in now.changed:
        yield _changed(SOURCE, words, f"it now says: “{new}”" if new else "it says nothing like it now")


class _Filler:
    """Finds the paragraphs of calls without a note, and the words of each that the statement before it uses."""

    def __init__(self, paper: Paper, places: Mapping[str, Places], faults: Faults) -> None:
        self.places = {label_stem(label): own for label, own in places.items()}
        self.faults = faults
        self.given = paper.cited
        self.cited: dict[str, Cited] = {}
        self.line: int | None = None

    def filled(self, block: Block, line: int | None) -> Block:
        """The block, a range of paragraphs as several calls."""
        self.line = line
        return mapped(block, self._filled)

    def _filled(self, items: Inlines) -> Inlines:
        out: list[Inline] = []
        said = ""
        for item in items:
            if isinstance(item, Call):
                out.extend(self._calls(item.label, said))
            else:
                said = f"{said}{item.text}" if isinstance(item, Run) and not isinstance(out[-1:], Call) else said
                out.append(item)
        return tuple(out)

    def _calls(self, label: str, said: str) -> Iterator[Call]:
        if label in self.given:
            cited = self.given[label]
            own = next((each for each in self.places.values() if each.label == cited.record), None)
            if not cited.words and own is not None and cited.printed:
                cited = replace(cited, words=self._words(own, cited, said))
            self.cited[label] = cited
            yield Call(label)
            return
        match = _LABEL.fullmatch(label)
        own = self.places.get(match["stem"]) if match else None
        if match is None or own is None:
            known = ", ".join(self.places)
            message = f"[^{label}] has no note and names no record; write [^1952.18] with one of these: {known}"
            self.faults.add("reference-record", message, self.line, words=f"[^{label}]")
            return
        first, last = int(match["first"]), int(match["last"] or match["first"])
        for number in range(first, last + 1):
            cited = Cited(own.label, number, (), own.computed, "heading" if match["heading"] else "text")
            if own.texts(cited) is None or number not in own.paragraphs:
                code, message = _no_paragraph(own, number)
                self.faults.add(code, message, self.line, words=f"[^{label}]")
                continue
            one = f"{match['stem']}.{match['heading']}{number}"
            self.cited.setdefault(one, self.given.get(one) or replace(cited, words=self._words(own, cited, said)))
            yield Call(one)

    @staticmethod
    def _words(own: Places, cited: Cited, said: str) -> tuple[str, ...]:
        """The sentence of the paragraph that is most like what the reference is for."""
        from rapidfuzz import fuzz, process

        candidates = sentences_in(own.texts(cited) or (), own.words)
        found = process.extractOne(said, candidates, scorer=fuzz.token_set_ratio)
        return (found[0],) if found else ()


def without_reference(source: PaperSource) -> Iterator[Finding]:
    """The statements of a paper that end in no reference, each with its line."""
    for section, block, line in source.blocks:
        for text, own in _statements(section, block, line):
            if text and not _has_call(text, last=not isinstance(block, Table)):
                words = " ".join(plain(text).split())
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …"
                reason = f"“{shown}” has no reference; write one after it, such as [^1952.18]"
                yield Finding("no-reference", FileSpan(source.file, own), "text", reason)


_SHOWN = 60
"""Letters of a statement that are told."""
_TOLD = (Look.LEAD, Look.PROSE, Look.DIALOGUE)
_TABLES = (Look.KEYS, Look.ASKED, Look.DATES, Look.UNDERTAKINGS, Look.FIGURES)


def _statements(section: Section, block: Block, line: int) -> Iterator[tuple[Inlines, int]]:
    """What a block states, with its lines: paragraphs of prose, lists, rows of tables that say what records say."""
    match block:
        case Paragraph() if section.look in _TOLD:
            # A dialogue begins with the line that says what was considered and when.
            if section.look is not Look.DIALOGUE or block is not section.blocks[0]:
                yield block.inlines, line
        case List() if section.look.told:
            yield from ((text, line) for text in texts_of(block))
        case Table() if section.look in _TABLES:
            for number, row in enumerate(block.rows, line + 2):
                if sum(map(bool, row)) > 1:
                    yield tuple(item for cell in row for item in cell), number


def _has_call(items: Inlines, *, last: bool) -> bool:
    """Whether a statement has a reference; one in words at its end, where only a date by an arrow may follow."""
    called = [place for place, item in enumerate(items) if isinstance(item, Call)]
    if not called or not last:
        return bool(called)
    return all(not isinstance(item, Run) or item.bold or not item.text.strip() for item in items[called[-1] + 1 :])
