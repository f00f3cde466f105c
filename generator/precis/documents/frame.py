"""What stands about the text of a document that has a masthead: the names of templates/pages/document.html."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from precis.language import Wording
from precis.model import Inlines, Run, plain

__all__ = ["Frame", "document_names", "language_lines", "masthead_names", "words"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a masthead and the foot of page 1 say; `reissue` is the call of the note on a starred symbol."""

    treaty: str
    distribution: str
    issued: Inlines
    language_lines: Sequence[Inlines]
    address: str
    corrections: Sequence[Inlines] = ()
    job_number: str = ""
    reissue: Inlines = ()


def masthead_names(frame: Frame, wording: Wording) -> dict[str, Any]:
    """The names that the masthead and the foot of page 1 use."""
    return {
        "treaty": frame.treaty,
        "distribution": frame.distribution,
        "issued": frame.issued,
        "language_lines": frame.language_lines,
        "address": frame.address,
        "qr_text": wording.labels["qr"].format(address=frame.address),
        "corrections": frame.corrections,
        "job_number": frame.job_number,
        "reissue": frame.reissue,
    }


def document_names(
    wording: Wording, symbol: str, title: str, date: dt.date | None, subject: str, keywords: str, *, sample: bool
) -> dict[str, Any]:
    """The names that every document gives: its language, and what the file says of itself."""
    initial, _, rest = symbol.partition("/")
    return {
        "language": wording.language,
        "labels": wording.labels,
        "symbol": {"text": symbol, "initial": initial, "rest": f"/{rest}"},
        "document_title": title.replace("\n", " "),
        "document_date": date or "",
        "subject": subject.replace("\n", " "),
        "keywords": keywords.replace("\n", " "),
        "sample": wording.labels["sample"] if sample else "",
    }


def language_lines(language: str, original: Any, wording: Wording) -> list[Inlines]:
    """ "Original: English"; two lines when the document is a translation (docs/conventions.md §2.1).

    `original` is the code of a language, or a gap.
    """
    line = wording.say("original", original=original)
    if not isinstance(original, str) or original == language:
        return [line]
    return [(Run(wording.labels["this_language"]),), line]


def words(inlines: Inlines) -> str:
    """The words of a line, a line break as a blank."""
    return plain(inlines).replace("\n", " ")
