"""Digests and briefings of the sample session for tests, each made once: the paper, its page, its files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from precis.assets import shipped
from precis.documents.session.paper import Look, Paper, Section
from precis.documents.session.view import paper_view
from precis.language import load_wording
from precis.language.sentences import sentences
from precis.model import Block, Call, Inlines, Link, List, Paragraph, Quotation, Table, plain
from precis.tasks import rendering
from precis.tasks.digest import brief_papers, digest_paper
from precis.tasks.gather import Gathered, gather
from precis.tasks.subject import Subject
from precis.writers.measure import sheet_height, sheet_room
from precis.writers.page import Page
from precis.writers.style import load_style
from tests.support.sessions import SAMPLE_SESSION

__all__ = ["ASSETS", "NAMES", "STYLE", "docx_of", "fills", "gathered", "made", "page_of", "paper", "pdf_of", "told"]

ASSETS = shipped()
STYLE = load_style("geneva", ASSETS)
SMALL = load_wording("en", ASSETS).small_words
NAMES = ("digest", "session", "Ruritania", "Borduria", "1950", "1952", "1956", "1960", "theme", "member")
"""The papers of the sample: the digest; briefings on the session, on States, on meetings, on a theme and a member."""

_SUBJECTS = {
    "session": Subject(),
    "Ruritania": Subject(state="Ruritania"),
    "Borduria": Subject(state="Borduria"),
    "theme": Subject(theme="Recruitment"),
    "member": Subject(member="Nakagawa-Reyes"),
}


@cache
def gathered(name: Path = SAMPLE_SESSION) -> Gathered:
    """The facts of a folder or a record."""
    return gather(str(name), ASSETS)


@cache
def paper(name: str) -> Paper:
    """A paper of the sample."""
    if name == "digest":
        return digest_paper(gathered(), STYLE, ASSETS, "97")
    if name.isdigit():
        return next(brief_papers(gathered(SAMPLE_SESSION / f"{name}.md"), Subject(), STYLE, ASSETS))
    return next(brief_papers(gathered(), _SUBJECTS[name], STYLE, ASSETS))


def made(of: Paper) -> Page:
    """The page of a paper that stands alone in its folder."""
    return rendering.page_of(paper_view(of, ASSETS), STYLE, ASSETS)


@cache
def page_of(name: str) -> Page:
    """The page of a paper of the sample."""
    return made(paper(name))


@cache
def pdf_of(name: str) -> bytes:
    """Its PDF."""
    from precis.writers.pdf import write_pdf

    return write_pdf(page_of(name), STYLE, ASSETS)


@cache
def docx_of(name: str) -> bytes:
    """Its Word file."""
    from precis.writers.docx import write_docx

    return write_docx(page_of(name), STYLE, ASSETS)


def fills(page: Page) -> list[float]:
    """The part of its page that each sheet fills."""
    design = STYLE.design("sheet")
    return [
        sheet_height(sheet, design, int(sheet.get("data-leading", 0))) / sheet_room(design, first=number == 0)
        for number, sheet in enumerate(page.body.findall("section"))
    ]


def _texts(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph():
            yield block.inlines
        case List():
            yield from (item.inlines for item in block.items)
        case Quotation():
            yield from block.paragraphs
        case Table():
            for row in block.rows:
                yield from row


def told(sections: Iterator[Section] | tuple[Section, ...]) -> Iterator[str]:
    """The sentences that sections say in the words of records, without their references."""
    for section in sections:
        if section.look in (Look.SMALL, Look.WHO, Look.CALENDAR):
            continue
        for block in section.blocks:
            for text in _texts(block):
                for called, items in groupby(text, key=lambda item: isinstance(item, Call | Link)):
                    words = "" if called else plain(tuple(items)).strip()
                    yield from (words[start:end] for start, end in sentences(words, SMALL))
