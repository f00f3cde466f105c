"""Quotation marks and brackets that open and are not closed, or the other way about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Stretch, Subject
from precis.checks.telling import in_text

__all__ = ["find"]

_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_LETTER = re.compile(r"(?:^|(?<=[ ;:,.]))(?:[a-z]|[ivx]{1,4}|\d{1,2})\)")
"""A letter of a list with one bracket."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The first mark of a text that has no other one. A quotation of several texts opens in each, and closes once."""
    texts_of = subject.stretches
    for before, stretch, after in zip((None, *texts_of), texts_of, (*texts_of[1:], None), strict=False):
        text = stretch.exact
        if stretch.form not in rule.where:
            continue
        for opening, closing in _PAIRS:
            # Two brackets are a gap, of which the rules of mark-up tell.
            if text.count(opening) != text.count(closing) and opening * 2 not in text:
                at = _alone(_LETTER.sub(_covered, text) if closing == ")" else text, opening, closing)
                # A quotation in one mark of each kind is told at its straight one.
                mixed = opening == "“" and text.count('"') % 2
                if (
                    at is not None
                    and not mixed
                    and not (opening in "“«" and _goes_on(text[at], opening, closing, before, after))
                ):
                    why = f"write “{closing if text[at] == opening else opening}” where it belongs"
                    yield in_text(rule, subject, stretch, (at, at + 1), None, why=why)
        if text.count('"') % 2 and not any(each and each.exact.count('"') % 2 for each in (before, after)):
            at = text.rindex('"')
            yield in_text(rule, subject, stretch, (at, at + 1), None, why="write the other one where it belongs")


def _goes_on(mark: str, opening: str, closing: str, before: Stretch | None, after: Stretch | None) -> bool:
    """Whether the quotation goes on in the text behind, or began in that before."""
    if mark == opening:
        other, first, last = after, closing, opening
    else:
        other, first, last = before, opening, closing
    return other is not None and (other.exact.startswith(opening) or other.exact.count(first) > other.exact.count(last))


def _alone(text: str, opening: str, closing: str) -> int | None:
    """Where the first mark stands that has no other one."""
    open_at: list[int] = []
    for match in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if match[0] == opening:
            open_at.append(match.start())
        elif not open_at:
            return match.start()
        else:
            open_at.pop()
    return open_at[0] if open_at else None


def _covered(match: re.Match[str]) -> str:
    return " " * len(match[0])
