"""The columns of the two tables of an archive: what each holds, which the data dictionary says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["FACTS", "PARAGRAPHS", "Column", "Table"]

Type = Literal["string", "integer", "boolean", "date"]
"""The type of a column, by its name in Table Schema (Frictionless Data, version 1)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and what it holds. A cell is empty where there is nothing to say."""

    name: str
    type: Type
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row of it is, and its columns in their order."""

    name: str
    says: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


_RECORD = Column(
    "record_uri",
    "string",
    "The address of the record in its language (Akoma Ntoso); the name of its file for one without symbol or date.",
)
_SYMBOL = Column("symbol", "string", "The symbol of the record, without asterisks.")
_LANGUAGE = Column("language", "string", "The language of the text: en, fr, es, ru, zh or ar.")
_PARAGRAPH = Column(
    "paragraph", "integer", "The number of the paragraph; of the one before for lines without a number."
)

PARAGRAPHS = Table(
    "paragraphs",
    "A paragraph of a record, with the quotations, lists, cells of tables and footnotes that belong to it.",
    (
        _RECORD,
        _SYMBOL,
        Column("body", "string", "The code of the treaty body: cmw."),
        Column("session", "integer", "The number of the session."),
        Column("meeting", "integer", "The number of the meeting."),
        Column("date", "date", "The day of the meeting."),
        _LANGUAGE,
        Column("original", "string", "The language that the record was written in."),
        Column("part", "string", "The part of the meeting that the record covers: first (public)."),
        Column("item", "string", "The heading of the agenda item, without (continued), its number and symbols."),
        Column("subitem", "string", "The innermost heading below it."),
        _PARAGRAPH,
        Column(
            "kind",
            "string",
            "speech, decision (with adoptions, elections and votes), event (another line of procedure), or text.",
        ),
        Column("speaker", "string", "Who speaks, as the record prints it; several are parted by a semicolon."),
        Column("role", "string", "The office or capacity of the speaker."),
        Column("state", "string", "The State for which the speaker speaks."),
        Column("organization", "string", "The organization for which the speaker speaks."),
        Column(
            "speaker_inferred", "boolean", "True where the paragraph does not name its speaker, who goes on from above."
        ),
        Column("text", "string", "The text to the letter; each quotation, item, cell or footnote in it on a new line."),
        Column("cited_symbols", "string", "The symbols of documents in the text, parted by blanks."),
        Column("url", "string", "Where the record is published."),
    ),
)

FACTS = Table(
    "facts",
    "A fact that a record tells, or a move of a dialogue, with the sentence that says it.",
    (
        _RECORD,
        _SYMBOL,
        _LANGUAGE,
        Column("place", "string", "text; heading for the heading before the paragraph; or cover."),
        _PARAGRAPH,
        Column("sentence", "integer", "The number of the sentence in its paragraph, from 1; 0 for all of it."),
        Column("kind", "string", "What is told: adopted, election, citation, …; of a move question, answer, …"),
        Column("state", "string", "The State that it concerns."),
        Column("speaker", "string", "Who makes the move."),
        Column("theme", "string", "The theme of the move."),
        Column("details", "string", "What else is known of it, as JSON."),
        Column("words", "string", "The words that say it, to the letter."),
    ),
)
