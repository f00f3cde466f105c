"""Two editions of one record beside one another: where they disagree, with file and line on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.assets import Assets
from precis.corrections.editions import Text, differences, pairs, texts_of_record
from precis.model import FileSpan, Finding, PrecisError, Record
from precis.reading.files import read_file, read_text
from precis.source.fields import values_of
from precis.source.front import begins_with_front
from precis.source.record import Placed, read_placed
from precis.tasks.made import check_holds_record, may_be_source

__all__ = ["Compared", "compared"]

_SAME = (
    "session",
    "coverage",
    "part",
    "held",
    "place",
    "distribution",
    "original",
    "unrecorded",
    "other_part",
    "began",
    "opening",
    "rose",
    "closing",
    "sample",
)
"""The fields that say the same in every edition: those of which a source does not have the words of its language."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What two editions disagree in; how many disagreements that are, and how many texts were compared."""

    findings: tuple[Finding, ...]
    count: int
    texts: int


@dataclass(frozen=True, slots=True)
class _Edition:
    """A record with the places of what it says, if it is a source."""

    file: str
    record: Record
    texts: tuple[Text, ...]
    placed: Placed | None

    def span(self, text: Text) -> FileSpan:
        if self.placed is None:
            return FileSpan(self.file)
        body = self.placed.body
        return FileSpan(self.file, body.note_lines[text.note] if text.note else body.lines[text.block])

    def span_of_field(self, *keys: str) -> FileSpan:
        lines = {} if self.placed is None else self.placed.front.lines
        return FileSpan(self.file, next((lines[key] for key in keys if key in lines), None))


def compared(one: str, other: str, assets: Assets) -> Compared:
    """Where the editions in two files disagree, in the order of the text.

    Raises PrecisError for files that cannot be read, and for records of two meetings or in one language.
    """
    first, second = _edition(one, assets), _edition(other, assets)
    _check(first, second)
    found = [*_of_covers(first, second), *_of_texts(first, second)]
    return Compared((*found, *_gaps(first), *_gaps(second)), len(found), max(len(first.texts), len(second.texts)))


def _edition(file: str, assets: Assets) -> _Edition:
    if may_be_source(file) and begins_with_front(text := read_text(file)):
        placed = read_placed(text, file, assets)
        return _Edition(file, placed.reading.record, texts_of_record(placed.reading.record, assets), placed)
    record = read_file(file, assets).record
    check_holds_record(record, file)
    return _Edition(file, record, texts_of_record(record, assets), None)


def _check(one: _Edition, other: _Edition) -> None:
    first, second = one.record.symbol, other.record.symbol
    if first is not None and second is not None and first.bare != second.bare:
        message = f"is the record {second.bare}, not an edition of {first.bare}; name two editions of one record"
        raise PrecisError.one("other-record", message, other.span_of_field("symbol"))
    if one.record.language == other.record.language:
        message = f"is in {other.record.language}, as {one.file} is; precis correct compares two texts in one language"
        raise PrecisError.one("edition-language", message, other.span_of_field("language"))


def _of_covers(one: _Edition, other: _Edition) -> Iterator[Finding]:
    first, second = values_of(one.record), values_of(other.record)
    for key in _SAME:
        here, there = first.get(key), second.get(key)
        if here != there:
            where = other.span_of_field(key)
            yield _disagreement("edition-cover", one.span_of_field(key), key, _said(here), where, _said(there))
    if len(one.record.chairs) != len(other.record.chairs):
        chairs = (", ".join(map(str, each.record.chairs)) or "nothing" for each in (one, other))
        here, there = chairs
        yield _disagreement(
            "edition-cover", one.span_of_field("chair"), "chair", here, other.span_of_field("chair"), there
        )


def _said(value: object) -> str:
    return "nothing" if value is None else str(value)


def _of_texts(one: _Edition, other: _Edition) -> Iterator[Finding]:
    before, after = 0, 0
    for here, there in pairs(one.texts, other.texts):
        if there < 0:
            text, beside = one.texts[here], _span_at(other, after)
            yield _disagreement("edition-paragraph", one.span(text), text.name, text.name, beside, "nothing")
        elif here < 0:
            text, beside = other.texts[there], _span_at(one, before)
            yield _disagreement("edition-paragraph", beside, text.name, "nothing", other.span(text), text.name)
        else:
            for each in differences(one.texts[here], other.texts[there]):
                span, where = one.span(each.one), other.span(each.other)
                yield _disagreement(each.code, span, each.one.name, each.here, where, each.there)
        before, after = max(before, here), max(after, there)


def _span_at(edition: _Edition, place: int) -> FileSpan:
    """The place of the last text before one that the edition lacks."""
    return edition.span(edition.texts[place]) if edition.texts else FileSpan(edition.file)


def _disagreement(code: str, span: FileSpan, field: str, here: str, where: FileSpan, there: str) -> Finding:
    return Finding(code, span, field, f"{here} here, {there} at {where}")


def _gaps(edition: _Edition) -> Sequence[Finding]:
    """How many texts of an edition are still to be translated; they are not compared."""
    gaps = [text for text in edition.texts if text.gap]
    if not gaps:
        return ()
    reason = f"{len(gaps)} text{' is' if len(gaps) == 1 else 's are'} still to be written, and not compared"
    return (Finding("edition-gap", edition.span(gaps[0]), "text", reason),)
