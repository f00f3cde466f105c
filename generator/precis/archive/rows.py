"""The rows of a record: a row a paragraph, with who speaks, for whom, and under which item; from the proceedings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import groupby

from precis.archive.columns import PARAGRAPHS
from precis.facts.record import RecordFacts
from precis.language.states import State
from precis.model import Record
from precis.model.uri import text_uri
from precis.proceedings import ProcedureKind, Said, Speaker
from precis.proceedings.headings import symbols_in

__all__ = ["KINDS", "OF_COVER", "OF_ROW", "Cover", "Row", "cover_of", "rows_of"]

KINDS = ("speech", "decision", "event", "text")
"""What a paragraph is."""

_DECIDED = frozenset(
    (
        ProcedureKind.DECISION,
        ProcedureKind.ADOPTION,
        ProcedureKind.REJECTION,
        ProcedureKind.ELECTION,
        ProcedureKind.VOTE,
    )
)
"""The lines of procedure by which something is decided."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What all rows of a record have in common, in the order of their columns; None or empty where it is not known."""

    record_uri: str
    symbol: str
    body: str | None
    session: int | None
    meeting: int | None
    date: str | None
    language: str
    original: str | None
    part: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph: its place, what it is, who speaks, and its words.

    `under` is the State under review, where the paragraph is of a dialogue; it is searched, and no column of the table.
    """

    item: str
    subitem: str
    paragraph: int | None
    kind: str
    speaker: str
    role: str
    state: str
    organization: str
    speaker_inferred: bool
    text: str
    cited_symbols: str
    states: tuple[State, ...] = ()
    under: State | None = None

    def cells(self, cover: Cover) -> tuple[str | int | bool | None, ...]:
        """The cells of its row of the table of paragraphs, of the record that has the cover."""
        return tuple(getattr(cover if name in OF_COVER else self, name) for name in PARAGRAPHS.names)


OF_COVER = tuple(field.name for field in fields(Cover))
OF_ROW = tuple(name for name in PARAGRAPHS.names if name not in OF_COVER)
"""The columns of the table of paragraphs that a cover has, and those that a row has, in the order of their fields."""


def cover_of(record: Record, label: str, address: str, codes: Mapping[str, str]) -> Cover:
    """What all rows of a record have in common.

    `label` names a record without symbol; `address` is the pattern of the address of a published document; `codes` are
    those of languages in ISO 639-3.
    """
    symbol = "" if record.symbol is None else str(record.symbol.bare)
    return Cover(
        text_uri(record, codes) or label,
        symbol,
        record.body,
        record.session,
        record.meeting,
        None if record.held is None else record.held.date.isoformat(),
        record.language,
        record.original,
        "" if record.part is None else str(record.part),
        address.format(language=record.language, symbol=symbol) if symbol else "",
    )


def rows_of(facts: RecordFacts) -> Iterator[Row]:
    """The rows of a record in the order of its text. Their texts are all its texts, but for headings, to the letter."""
    for together in _together(facts.proceedings.said):
        yield _row(together)


def _together(said: Iterable[Said]) -> Iterator[Sequence[Said]]:
    """The passages, each paragraph with what belongs to it."""
    count = 0

    def paragraph(each: Said) -> int:
        nonlocal count
        count += each.passage.main
        return count

    return (tuple(group) for _, group in groupby(said, paragraph))


def _row(said: Sequence[Said]) -> Row:
    first = said[0]
    text = "\n".join(each.passage.exact for each in said)
    speakers = first.speakers
    return Row(
        first.items[0].title if first.items else "",
        first.items[-1].title if len(first.items) > 1 else "",
        first.passage.number,
        _kind(first),
        _listed(speaker.label for speaker in speakers),
        _listed(speaker.role for speaker in speakers),
        _listed(state.name for state in _states(speakers)),
        _listed(speaker.organization for speaker in speakers),
        bool(speakers) and not first.begins,
        text,
        " ".join(symbols_in(text)),
        _states(speakers),
        first.state,
    )


def _kind(said: Said) -> str:
    if said.procedure is not None:
        return "decision" if said.procedure.kind in _DECIDED else "event"
    return "speech" if said.speakers else "text"


def _states(speakers: Iterable[Speaker]) -> tuple[State, ...]:
    return tuple(dict.fromkeys(speaker.state for speaker in speakers if speaker.state is not None))


def _listed(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, words)))
