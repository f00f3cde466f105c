"""Emphasis that a text lost: the names of speakers are bold, lines of procedure italic (un-conventions.md §2.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from precis.model import Block, Heading, Inline, Inlines, Paragraph, Run, Table, joined, plain
from precis.readers.body import texts_of
from precis.readers.facts import Facts
from precis.wording.wording import Wording

__all__ = ["has_emphasis", "restored", "speaker_span"]


def has_emphasis(blocks: Sequence[Block]) -> bool:
    """Whether any words of the text, headings and tables aside, are bold or italic."""
    return any(
        isinstance(item, Run) and (item.bold or item.italic)
        for block in blocks
        if not isinstance(block, Heading | Table)
        for text in texts_of(block)
        for item in text
    )


def restored(paragraph: Paragraph, at: int | None, wording: Wording, facts: Facts) -> Paragraph:
    """The paragraph with its speaker bold, or italic if all of it is a line of procedure."""
    text = plain(paragraph.inlines)
    if wording.read("procedure", text) is not None:
        reason = "a line of procedure is italic; the text has lost its emphasis"
        facts.tell("inferred", "text", reason, at, old=text, new=f"*{text}*")
        return replace(paragraph, inlines=_marked(paragraph.inlines, 0, len(text), italic=True))
    span = speaker_span(text, wording)
    if span is None:
        return paragraph
    name = text[slice(*span)]
    reason = "a speaker is named in bold; the text has lost its emphasis"
    facts.tell("inferred", "text", reason, at, old=name, new=f"**{name}**")
    return replace(paragraph, inlines=_marked(paragraph.inlines, *span, bold=True))


def speaker_span(text: str, wording: Wording) -> tuple[int, int] | None:
    """Where a paragraph that begins with its speaker names him or her, or None.

    The name alone is meant: not the office in parentheses, nor "speaking on behalf of …" (un-conventions.md §6,
    rule 26).
    """
    words = wording.reading
    match = _speaker(
        tuple(words["officers"]),
        tuple(words["persons"]),
        tuple(words["particles"]),
        tuple(words["unnamed"]),
        tuple(words["verbs"]),
        tuple(words["courtesies"]),
    ).match(text)
    return match.span("name") if match else None


@lru_cache(maxsize=8)
def _speaker(
    officers: tuple[str, ...],
    persons: tuple[str, ...],
    particles: tuple[str, ...],
    unnamed: tuple[str, ...],
    verbs: tuple[str, ...],
    courtesies: tuple[str, ...],
) -> re.Pattern[str]:
    capital = r"[^\W\d_a-zà-öø-ÿ][\w'’‑-]*\.?"
    particle = f"(?:{_any(particles)})"
    name = (
        rf"(?:{_any(persons)})[ \u00a0](?:{particle}[ \u00a0])*{capital}(?:[ \u00a0](?:{particle}[ \u00a0])*{capital})*"
    )
    unknown = rf"(?:{_any(unnamed)}) .+?"
    who = rf"(?P<name>(?i:{_any(officers)})|{name}|{unknown})"
    office = r"(?: \((?:[^()]|\([^()]*\))*\))?"
    aside = rf"(?:, (?:{_any(persons)}|[^.]){{1,200}}?,)?"
    verb = rf"(?: (?:also|then|therefore|again|once again))? (?:{_any(verbs)})\b"
    return re.compile(rf"(?:(?:{_any(courtesies)}), )?{who}{office}{aside}{verb}")


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _marked(inlines: Inlines, start: int, end: int, *, bold: bool = False, italic: bool = False) -> Inlines:
    """The text with the characters `start` to `end` in bold or italic."""
    out: list[Inline] = []
    at = 0
    for item in inlines:
        if not isinstance(item, Run):
            out.append(item)
            continue
        first, last = (min(max(edge - at, 0), len(item.text)) for edge in (start, end))
        marked = replace(item, text=item.text[first:last], bold=bold, italic=italic)
        out.extend((replace(item, text=item.text[:first]), marked, replace(item, text=item.text[last:])))
        at += len(item.text)
    return joined(out)
