"""Plain text and Markdown, as converters leave them, as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from precis.model import Call, Inlines, Run, joined, plain
from precis.readers.facts import letters
from precis.readers.line import LineLook, TextLine, cut
from precis.source.marks import inlines as marked_up

__all__ = ["lines_of_text"]

_MARKDOWN = re.compile(r"^#{1,6} |\\\*|(?<![*\w])\*\*[^\s*][^*\n]*\*\*|^\*[^\s*][^*\n]*[^\s*]\*[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"(?:[-_*=] ?){3,}")
_HEADING = re.compile(r"(#{1,6})\s+")
_BULLET = re.compile(r"(?:[•●▪·]\s*|[-–]\s+)(?=\S)")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_STARS = re.compile(r"\\.|\*+")


def lines_of_text(text: str) -> list[TextLine]:
    """The lines of a text that have words. Whether it is Markdown is seen from its looks."""
    markdown = bool(_MARKDOWN.search(text))
    out: list[TextLine] = []
    gap = True
    for at, line in enumerate(re.split(r"\r\n?|[\n\f\v\x85\u2028\u2029]", text), 1):
        if not line.strip() or _RULE.fullmatch(line.strip()):
            gap = True
            continue
        if markdown and _TABLE_RULE.fullmatch(line.strip()) and out and out[-1].look is LineLook.ROW:
            continue
        read = _of_markdown(line, at) if markdown else _of_plain(line, at)
        out.extend(replace(each, after_gap=gap) for each in read)
        gap = False
    return out


def _of_plain(line: str, at: int) -> Iterator[TextLine]:
    words = line.strip(" \t\ufeff\u200b")
    indent = line[: len(line) - len(line.lstrip())].count("\t")
    bullet = _BULLET.match(words)
    look = LineLook.BULLET if bullet else LineLook.TEXT
    if words:
        yield TextLine((Run(words[bullet.end() :] if bullet else words),), at, look, indent=indent)


def _of_markdown(line: str, at: int) -> Iterator[TextLine]:
    words = line.strip(" \t\ufeff\u200b")
    for look, pattern in ((LineLook.HEADING, _HEADING), (LineLook.FOOTNOTE, _FOOTNOTE), (LineLook.BULLET, _BULLET)):
        match = pattern.match(words)
        if match:
            found = TextLine(_emphasis(words[match.end() :]), at, look)
            heading = look is LineLook.HEADING
            yield replace(found, level=len(match[1]) if heading else 0, label=match[1] if match.re is _FOOTNOTE else "")
            return
    if words.startswith(">"):
        yield from (TextLine(_emphasis(words.lstrip("> ")), at, LineLook.QUOTATION),) if words.strip("> ") else ()
    elif words.startswith("|") and words.count("|") > 1:
        cells = tuple(_emphasis(cell.strip()) for cell in re.split(r"(?<!\\)\|", words.strip("|")))
        yield TextLine(joined(item for cell in cells for item in (*cell, Run(" "))), at, LineLook.ROW, cells=cells)
    else:
        yield TextLine(_emphasis(words), at)


def _emphasis(text: str) -> Inlines:
    """The runs of a line of Markdown. A text whose marks cannot be read keeps its letters, marks and all."""
    found = marked_up(_only_marks(text), lenient=True)
    kept = plain(found) + "".join(item.label for item in found if isinstance(item, Call))
    return cut(found, 0) if sorted(letters(kept)) == sorted(letters(text)) else (Run(text),)


def _only_marks(text: str) -> str:
    """The text with a backslash before each asterisk that calls a note: one that nothing opened and a blank follows."""
    out: list[str] = []
    end = 0
    opened = False
    for match in _STARS.finditer(text):
        out.append(text[end : match.start()])
        end = match.end()
        stars = match[0]
        if stars.startswith("\\"):
            out.append(stars)
            continue
        after = text[end : end + 1]
        if opened or (after.strip() and len(stars) <= 3):
            opened = not opened
            out.append(stars)
        else:
            out.append("\\*" * len(stars))
    out.append(text[end:])
    return "".join(out).replace("[[", "\\[\\[")
