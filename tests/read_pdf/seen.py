"""Lines as a test reads them: a text a line, with signs for what the form told of it."""

from __future__ import annotations

import re
from collections import Counter

from precis.model import Call, Gap, Inlines, Run
from precis.reading.line import FileText, LineLook, TextLine
from precis.reading.search.letters import letters

__all__ = ["counted", "lines_of", "pages_told", "said"]


def said(inlines: Inlines) -> str:
    """The words with marks: **bold**, *italic*, ^raised^, {call}, <gap>."""
    out = ""
    for item in inlines:
        if isinstance(item, Run):
            marks = "**" * item.bold + "*" * item.italic + "^" * item.superscript
            out += f"{marks}{item.text}{marks[::-1]}"
        else:
            out += f"{{{item.label}}}" if isinstance(item, Call) else f"<{item.lacks}>"
    return out


def lines_of(text: FileText) -> list[str]:
    """Each line: what it is, and its words."""
    return [f"{_kind(line)}: {_words(line)}" for line in text.lines]


def _kind(line: TextLine) -> str:
    if line.role is not None:
        return f"{line.role}{f' {line.number}' if line.number else ''}{f' {line.level}' if line.level else ''}"
    extra = {LineLook.HEADING: f" {line.level}", LineLook.FOOTNOTE: f" {line.label}"}.get(line.look, "")
    return f"{line.look}{extra}{' begins' if line.begins else ''}"


def _words(line: TextLine) -> str:
    return " | ".join(said(cell) for cell in line.cells) if line.cells else said(line.inlines)


def counted(text: FileText) -> Counter[str]:
    """How often each letter and digit stands in the lines and the findings; what a page repeats counts on each page."""
    out: Counter[str] = Counter()
    for line in text.lines:
        out.update(letters(f"{line.label}{line.number or ''}{_plain(line.inlines)}"))
    for finding in text.findings:
        for _ in range(1 if finding.code == "page-number" else pages_told(finding.reason)):
            out.update(letters(finding.old))
    return out


def _plain(inlines: Inlines) -> str:
    return "".join(
        item.text if isinstance(item, Run) else item.lacks if isinstance(item, Gap) else item.label for item in inlines
    )


def pages_told(reason: str) -> int:
    """How many pages "on pages 2, 4–9" are."""
    found = re.search(r"on pages? (.+)$", reason)
    spans = [span.split("–") for span in found[1].split(", ")] if found else [["1"]]
    return sum(int(span[-1]) - int(span[0]) + 1 for span in spans)
