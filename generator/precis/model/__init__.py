"""What a record is: frozen dataclasses that know nothing of files, languages or layout."""

from precis.model.blocks import (
    Block,
    Bullets,
    Footnote,
    Heading,
    Paragraph,
    Quotation,
    Table,
)
from precis.model.findings import Fault, Faults, Finding, Place, PrecisError
from precis.model.inline import Call, Inline, Inlines, Run, joined, plain
from precis.model.record import (
    Access,
    Chair,
    ContentsItem,
    Coverage,
    Held,
    Line,
    LineKind,
    MeetingRange,
    Note,
    Part,
    Record,
)
from precis.model.symbol import Symbol, SymbolError

__all__ = [
    "Access",
    "Block",
    "Bullets",
    "Call",
    "Chair",
    "ContentsItem",
    "Coverage",
    "Fault",
    "Faults",
    "Finding",
    "Footnote",
    "Heading",
    "Held",
    "Inline",
    "Inlines",
    "Line",
    "LineKind",
    "MeetingRange",
    "Note",
    "Paragraph",
    "Part",
    "Place",
    "PrecisError",
    "Quotation",
    "Record",
    "Run",
    "Symbol",
    "SymbolError",
    "Table",
    "joined",
    "plain",
]
