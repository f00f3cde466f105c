"""Editions of one record in several languages: where two disagree, and what is none."""

from __future__ import annotations

from precis.model.messages.message import Message, faults

__all__ = ["EDITIONS"]

_RIGHT = "Look at the original, and put the wrong one right."

EDITIONS = (
    Message("edition-cover", "warning", "two editions of a record say otherwise on the cover", _RIGHT),
    Message("edition-date", "warning", "two editions of a text have other dates", _RIGHT),
    Message("edition-figure", "warning", "two editions of a text have other figures, or times", _RIGHT),
    Message(
        "edition-gap",
        "warning",
        "an edition has texts that are still to be translated, which are not compared",
        "Write the translation in the place of the gap.",
    ),
    Message("edition-number", "warning", "a paragraph has another number in the other edition", _RIGHT),
    Message("edition-paragraph", "warning", "a text stands in one edition and not in the other", _RIGHT),
    Message("edition-speaker", "warning", "another person begins to speak in the other edition, or nobody", _RIGHT),
    Message("edition-symbol", "warning", "two editions of a text have other symbols of documents", _RIGHT),
    Message(
        "edition-lines",
        "warning",
        "a language has no lines that all editions say alike",
        "Write editions.toml in the folder of the language (docs/how-to/language.md).",
    ),
    *faults(
        (
            "edition-language",
            "a record is in the language in which another edition is wanted",
            "Name another language, or two editions in two languages.",
        ),
    ),
)
"""What is told of editions."""
