"""Records of a few paragraphs, and what an archive makes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from precis.assets import shipped
from precis.facts.record import facts_of, label_of
from precis.model import Block, Call, Footnote, Heading, Held, List, Paragraph, Quotation, Record, Run, Symbol
from precis.tasks.shelf import Shelved, shelved_facts

__all__ = ["ADDRESS", "heading", "made_record", "paragraph", "rich_record", "shelf_of"]

ADDRESS = "https://docs.un.org/{language}/{symbol}"


def paragraph(number: int | None, *words: str) -> Paragraph:
    """A paragraph whose first words are bold, where it has two."""
    runs = [Run(words[0], bold=True), Run(words[1])] if len(words) > 1 else [Run(words[0])]
    return Paragraph(number, tuple(runs))


def heading(words: str, level: int = 1) -> Heading:
    return Heading(level, (Run(words),))


def made_record(
    blocks: Sequence[Block], meeting: int = 590, day: str | None = "2024-12-13", language: str = "en"
) -> Record:
    held = None if day is None else Held(dt.date.fromisoformat(day), dt.time(15))
    return Record(
        symbol=Symbol("CMW/C", meeting), body="cmw", session=39, held=held, language=language, blocks=tuple(blocks)
    )


def rich_record() -> Record:
    """A record with all that belongs to a paragraph, two levels of headings, procedure, and speakers who go on."""
    return Record(
        symbol=Symbol("CMW/C", 590),
        body="cmw",
        session=39,
        held=Held(dt.date(2024, 12, 13), dt.time(15)),
        issued=dt.date(2024, 12, 17),
        original="en",
        blocks=(
            heading("Consideration of reports (agenda item 4) (continued)"),
            heading("Initial report of Ruritania (CMW/C/RUR/1)", 2),
            paragraph(1, "Mr. Rassendyll", " (Ruritania) said that the law had been changed."),
            Paragraph(2, (Run("It protected migrant children, as CMW/C/GC/4 asked"), Call("a"), Run(":"))),
            Quotation(((Run("No child shall be held."),), (Run("Nor their parents."),))),
            List.of(((Run("in schools;"),), (Run("at borders."),))),
            paragraph(3, "The Chair", " said that she took it that the Committee wished to adopt the report."),
            Paragraph(4, (Run("It was so decided.", italic=True),)),
            Paragraph(None, (Run("The meeting was suspended at 4 p.m. and resumed at 4.15 p.m.", italic=True),)),
            heading("Other matters"),
            paragraph(5, "No one was named here."),
        ),
        footnotes=(Footnote("a", (Run("See A/79/292."),)),),
    )


def shelf_of(record: Record, file: str = "590.md") -> Shelved:
    """What an archive makes of a record."""
    return shelved_facts(facts_of(record, shipped(), file), label_of(record, file), ADDRESS, shipped())
