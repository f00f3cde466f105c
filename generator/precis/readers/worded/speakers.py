"""Emphasis that a text lost: the names of speakers are bold, lines of procedure italic (un-conventions.md §2.9)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.model import Block, Heading, Inline, Inlines, Paragraph, Run, Table, joined, plain
from precis.readers.facts import Facts
from precis.readers.worded.body import texts_of
from precis.wording.formula import Formula, read_first
from precis.wording.wording import Wording

__all__ = ["has_emphasis", "restored", "speaker_spans"]


_LONGEST_LINE = 400
"""No line of procedure is longer."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a paragraph that begins with its speaker, with several, or with a clause; and of a name."""

    one: re.Pattern[str]
    several: re.Pattern[str]
    after_clause: re.Pattern[str]
    name: re.Pattern[str]


def has_emphasis(blocks: Sequence[Block]) -> bool:
    """Whether any words of the text, headings and tables aside, are bold or italic."""
    return any(
        isinstance(item, Run) and (item.bold or item.italic)
        for block in blocks
        if not isinstance(block, Heading | Table)
        for text in texts_of(block)
        for item in text
    )


def restored(
    paragraph: Paragraph, at: int | None, procedure: Collection[Formula], wording: Wording, facts: Facts
) -> Paragraph:
    """The paragraph with its speakers bold, or italic if all of it is a line of procedure, in one of these forms."""
    text = plain(paragraph.inlines)
    if len(text) <= _LONGEST_LINE and read_first(procedure, text) is not None:
        reason = "a line of procedure is italic; the text has lost its emphasis"
        facts.tell("inferred", "text", reason, at, old=text, new=f"*{text}*")
        return Paragraph(paragraph.number, _marked(paragraph.inlines, 0, len(text), italic=True))
    spans = speaker_spans(text, wording)
    inlines = paragraph.inlines
    for span in spans:
        name = text[slice(*span)]
        reason = "a speaker is named in bold; the text has lost its emphasis"
        facts.tell("inferred", "text", reason, at, old=name, new=f"**{name}**")
        inlines = _marked(inlines, *span, bold=True)
    return Paragraph(paragraph.number, inlines) if spans else paragraph


def speaker_spans(text: str, wording: Wording) -> list[tuple[int, int]]:
    """Where a paragraph that begins with its speakers names them.

    The names alone are meant: not the office in parentheses, nor "speaking on behalf of …" (un-conventions.md §6,
    rule 26).
    """
    patterns = _patterns(wording)
    several = patterns.several.match(text)
    if several is not None:
        return [found.span() for found in patterns.name.finditer(text, 0, several.end("names"))]
    match = patterns.one.match(text) or patterns.after_clause.match(text)
    return [match.span("name")] if match else []


@lru_cache(maxsize=4)
def _patterns(wording: Wording) -> _Patterns:
    """The patterns of a language.

    A person, or who presides, speaks whatever the verb is: what they do without a word is a line of procedure. The
    others, who may also be spoken of, are speakers with the verbs of speech.
    """
    words = wording.reading
    capital = r"[^\W\d_a-zà-öø-ÿ][\w'’‑-]*\.?"
    particle = f"(?:{_any(words['particles'])})"
    # Converters glue "Mr.KÄLIN", and houses leave out the stop.
    person = _any(words["persons"]).replace(r"\.", r"\.?")
    last = rf"(?:{particle}[ \u00a0])*{capital}"
    name = rf"(?:{person})[ \u00a0]?{last}(?:[ \u00a0]{last})*(?<!['’]s)"
    office = r"(?: \((?:[^()]|\([^()]*\))*\))?"
    aside = rf"(?:, (?:{person}|[^.]){{1,200}}?,)?"
    some_verb = rf" (?!(?:{_any(words['not_verbs'])})\b)[a-zà-öø-ÿ]"
    verb = rf"(?: (?:{_any(words['adverbs'])}))? (?:{_any(words['verbs'])})\b"
    known = rf"(?i:{_any(words['presiding'])})|{name}"
    other = rf"(?:{_any(words['officers'])})|(?:{_any(words['unnamed'])}) .+?"
    names = rf"{name}{office}(?:, {name}{office})*,? {words['joints'][0]} {name}{office}"
    clause = rf"(?:{_any(words['clauses'])})\b.{{1,200}}?, "
    return _Patterns(
        re.compile(rf"(?P<name>(?:{known})(?={office}{aside}{some_verb})|(?:{other})(?={office}{aside}{verb}))"),
        re.compile(rf"(?P<names>{names}){aside}{some_verb}"),
        re.compile(rf"{clause}(?P<name>{known}|{other}){office}{aside}{verb}"),
        re.compile(name),
    )


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
        own = item.bold, item.italic, item.superscript
        marked = bold or item.bold, italic or item.italic, item.superscript
        pieces = (item.text[:first], own), (item.text[first:last], marked), (item.text[last:], own)
        out.extend(Run(words, *look) for words, look in pieces if words)
        at += len(item.text)
    return joined(out)
