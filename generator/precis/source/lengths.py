"""How long a source and its lines may be."""

from __future__ import annotations

from collections.abc import Iterable

from precis.model import Faults

__all__ = ["check_lengths", "check_texts"]

_LONGEST = 100_000
"""Characters of a line, and so of a text; the paragraphs of records have fewer than 6,000."""
_MOST_LINES = 100_000


def check_lengths(text: str, faults: Faults) -> None:
    """Refuse a text with a line that is longer than any text of a record, or with more lines than any record.

    PrecisError has all of them.
    """
    if len(text) <= _LONGEST:
        return
    if (count := text.count("\n")) > _MOST_LINES:
        message = (
            f"the source has {count:,} lines; a record has fewer than {_MOST_LINES:,}; give the text of one record"
        )
        faults.add("text-long", message, 1)
        faults.check()
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST:
            faults.add("text-long", _told("line", line), number)
    faults.check()


def check_texts(texts: Iterable[str], faults: Faults, line: int) -> None:
    """Refuse texts that are longer than any of a record; they stand in what begins on a line of the file.

    PrecisError has all of them.
    """
    if longer := [text for text in texts if len(text) > _LONGEST]:
        for text in longer:
            faults.add("text-long", _told("text", text), line)
        faults.check()


def _told(what: str, text: str) -> str:
    fewer = f"a text of a record has fewer than {_LONGEST:,}; part it into paragraphs"
    return f"the {what} has {len(text):,} characters; {fewer}"
