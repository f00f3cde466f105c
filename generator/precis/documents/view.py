"""What a document gives its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from precis.model import Inlines, Record

if TYPE_CHECKING:
    from precis.corrections.source import Corrected

__all__ = ["RECORD", "Marking", "NoteText", "View"]

RECORD = "record:"
"""How the address of a reference begins: "record:CMW/C/SR.1952#p18", until it is known what stands beside the paper."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a call prints: its mark and the text of the note."""

    mark: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Marking:
    """What a marked copy shows: the changes from the view `before`, made by `author` on `date` (2024-12-20)."""

    before: View
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class View:
    """The names a template uses, and the notes that its texts call.

    `template` is the page to set it in, `stem` the name of its files without ending: "CMW_C_SR.590-en". `gaps` are the
    fields the document needs and lacks, `unconfirmed` the formulae it prints that no real document has confirmed: a
    build tells both. With a `marking` the page shows what changed. `record` is that of which it is the document;
    `corrected` are those to which it is the corrigendum, in its order, or the one that was corrected and reissued.
    `house` is the house that prints it, where that follows from the record.
    """

    template: str
    stem: str
    names: Mapping[str, Any]
    notes: Mapping[str, NoteText]
    gaps: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    marking: Marking | None = None
    record: Record | None = None
    corrected: tuple[Corrected, ...] = ()
    house: str = ""
