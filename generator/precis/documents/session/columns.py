"""Rows of tables: dates as they are printed in a column, blank where they repeat the row above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from precis.documents.session.dates import When
from precis.documents.session.dues import Due
from precis.documents.session.words import Words, first_capital
from precis.model import Inlines, Run

__all__ = ["blanked", "bold", "due_label", "index_label"]


def due_label(due: Due, words: Words) -> str:
    """The date of what is to come; of a record in another language than the paper, in the words of the paper."""
    foreign = due.when is not None and any(line.language != words.language for line in due.lines)
    return index_label(due.when, words, 0) if foreign and due.when is not None else date_label(due.when, words)


def date_label(when: When | None, words: Words) -> str:
    """A date as a State's own list has it: in the words of the record, with a capital; a counted day has its star."""
    if when is None:
        return words.text("no_date")
    if when.counted:
        return words.text("counted_day", date=words.text("by_day", date=words.date(when.first)))
    if when.kind == "day" and when.lead in ("on", ""):
        return words.date(when.first)
    if when.kind == "days":
        return words.days(when.first, when.last, short=True)
    text = " ".join(when.words.split())
    for long, short in words.data["dates"]["short"].items():
        text = re.sub(rf"(?<!\w){re.escape(long)}(?= )", short, text, count=1, flags=re.IGNORECASE)
    return f"{text[:1].upper()}{text[1:]}"


def index_label(when: When, words: Words, year: int) -> str:
    """A date as the box of a digest has it, with a capital."""
    return first_capital(_index_label(when, words, year))


def _index_label(when: When, words: Words, year: int) -> str:
    """A date as the box of a digest has it: short, without the year that stands above it."""
    if when.kind == "period":
        return date_label(when, words)
    apart = when.first.year != year
    if when.kind == "day":
        label = words.date(when.first, year=apart)
        return words.text("counted_day", date=label) if when.counted else label
    if when.kind == "days":
        return words.days(when.first, when.last, short=True, year=apart)
    if when.kind == "month":
        return _month_label(when, words, year=apart)
    if when.kind == "season":
        text, own = date_label(when, words), f" {year}"
        return text.removesuffix(own) if text.endswith(own) else text
    name = "end_of" if when.part == "end" else "by_year" if when.lead in ("by", "before") else "in_year"
    return words.text(name, year=str(when.first.year))


def _month_label(when: When, words: Words, *, year: bool) -> str:
    """A month alone, or from which or until the end of which something is."""
    name = {"from": "from_month", "end": "end_of_month"}.get(when.part or when.lead, "")
    if not name:
        return words.month(when.first, year=year)
    own = words.wording.grammar.months[when.first.month - 1]
    month = words.text("month", month=own, year=str(when.first.year)) if year else own
    return words.text(name, month=month)


def bold(text: str) -> Inlines:
    """A text in bold, or nothing."""
    return (Run(text, bold=True),) if text else ()


def blanked(labels: Sequence[str]) -> list[str]:
    """The labels of a column, each blank where it repeats the one above."""
    return ["" if number and label == labels[number - 1] else label for number, label in enumerate(labels)]
