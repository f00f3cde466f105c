"""Heads and feet of pages: the masthead and the foot of page 1 as lines, the rest told once (ECMA-376 clause 17.10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from precis.model import DOCUMENT_SYMBOL, Finding
from precis.reading.forms.docx.blocks import BlockReader
from precis.reading.forms.docx.file import WordFile
from precis.reading.line import LineLook, Role, TextLine

__all__ = ["Heads", "read_heads"]

_HEAD, _FOOT = ("page-head", "the head of the pages"), ("page-foot", "the foot of the pages")
_PAGE_NUMBER = re.compile(r"\b(?:page\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?\b", re.IGNORECASE)
_BAR_CODE = re.compile(r"\*\s?\d{7}\s?\*")
_SIGNS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Heads:
    """What heads and feet hold: the lines `before` the text, those at the `foot` of page 1, and findings."""

    before: list[TextLine] = field(default_factory=list)
    foot: list[TextLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_heads(file: WordFile) -> Heads:
    """Read the heads and feet of a file, each different text once.

    The head of the first page is text where it holds more than a symbol and the number of the page: files of New York
    have the masthead there (docs/conventions.md §1.7). So is the foot of the first page: the job number, and the
    paragraph on corrections (§1.5, §1.6); the bar code says the job number again, and is told.
    """
    heads = Heads()
    told: set[tuple[bool, str]] = set()
    for part in sorted(file.heads_and_feet, key=lambda each: not each.first):
        story = BlockReader(file)
        story.read(part.element)
        lines = story.lines if part.is_head or not file.own else list(_parts_of_foot(story.lines, first=part.first))
        if part.first and not _is_running(lines):
            # The masthead borrows the styles of headings for their sizes.
            codes = [line for line in lines if _BAR_CODE.fullmatch(line.text)]
            for line in codes:
                story.tell("bar-code", "the bar code", line.text)
            plain = [replace(line, look=LineLook.TEXT, level=0) for line in lines if line not in codes]
            (heads.before if part.is_head else heads.foot).extend(plain)
            lines = []
        for line in lines:
            key = (part.is_head, line.text)
            if line.role is Role.NOTICE and line not in heads.foot:
                heads.foot.append(line)
            elif line.role is not Role.NOTICE and key not in told:
                told.add(key)
                story.tell(*(_HEAD if part.is_head else _FOOT), line.text)
        heads.findings += story.findings
    return heads


def _is_running(lines: Iterable[TextLine]) -> bool:
    """Whether lines hold nothing but symbols and numbers of pages."""
    words = DOCUMENT_SYMBOL.sub(" ", " ".join(line.text for line in lines))
    return not _SIGNS.sub("", _PAGE_NUMBER.sub(" ", words))


def _parts_of_foot(lines: Iterable[TextLine], *, first: bool) -> Iterator[TextLine]:
    """The lines of a foot of ours, whose last has columns between tabs: a number, a notice, a number.

    The number is that of the job on the first page, that of the page on all others.
    """
    for line in lines:
        if line.role is Role.CORRECTIONS:
            yield line
            continue
        at = 0
        for column, words in enumerate(line.text.split("\t"), line.indent):
            number = column == 0 or _PAGE_NUMBER.fullmatch(words)
            role = (Role.JOB_NUMBER if first else None) if number else Role.NOTICE
            if words:
                yield replace(line.part(at, at + len(words)), role=role, indent=0, after_gap=False)
            at += len(words) + 1
