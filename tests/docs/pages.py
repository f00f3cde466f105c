"""A page of Markdown: its headings, its links, its sections; and the sections of the conventions that a text cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")
_HTML_LINK = re.compile(r"""\b(?:href|src)\s*=\s*["']([^"']+)["']""")
_SECTION = re.compile(r"(\d+(?:\.\d+)*)\.? ")
_CITED = re.compile(
    r"(?:(?P<page>[\w./-]+)\.md`?,?[\s#*]*)?"
    r"§(?P<section>\d+(?:\.\d+)*)"
    r"(?:,?[\s#*]+(?:rules?|items?)[\s#*]+(?P<entries>\d+(?:(?:,|,? and|,? to)[\s#*]+\d+)*))?"
)

CONVENTIONS = "docs/conventions"
"""How a text names the page of the conventions, the only one that is cited by section."""


class Link(NamedTuple):
    """Where a link leads, and the line on which its block begins."""

    target: str
    line: int


class Citation(NamedTuple):
    """A section that a text cites, the rules or items of it that it names, and the line. No `page`: the conventions."""

    page: str | None
    section: str
    entries: tuple[str, ...]
    line: int


def links(text: str) -> list[Link]:
    """The links and pictures of a page, those in HTML too; what stands in code is none."""
    found: list[Link] = []
    for token in _PARSER.parse(text):
        line = token.map[0] + 1 if token.map else 1
        for each in (token, *(token.children or ())):
            found += [Link(target, line) for target in _targets(each)]
    return found


def _targets(token: Token) -> Iterator[str]:
    if token.type in ("html_block", "html_inline"):
        yield from _HTML_LINK.findall(token.content)
    for name in ("href", "src"):
        if name in token.attrs:
            yield str(token.attrs[name])


def anchors(text: str) -> set[str]:
    """The names that GitHub gives the headings of a page."""
    found: set[str] = set()
    for heading in _headings(text):
        name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        again = (f"{name}-{number}" for number in range(1, len(found) + 1))
        found.add(name if name not in found else next(each for each in again if each not in found))
    return found


def _headings(text: str) -> Iterator[str]:
    """The words of each heading, without marks."""
    for token, inline in pairwise(_PARSER.parse(text)):
        if token.type == "heading_open":
            yield "".join(each.content for each in inline.children or () if each.type in ("text", "code_inline"))


class Table(NamedTuple):
    """A table, the heading it stands under, and its rows below the heading row: the words of each cell, as typed."""

    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(text: str) -> list[Table]:
    """The tables of a page."""
    found: list[Table] = []
    heading = ""
    rows: list[list[str]] = []
    for token, following in pairwise(_PARSER.parse(text)):
        if token.type == "heading_open":
            heading = following.content
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(following.content)
        elif token.type == "table_close":
            head, *others = map(tuple, rows)
            found.append(Table(heading, head, tuple(others)))
            rows = []
    return found


def examples(text: str, language: str) -> list[tuple[str, str]]:
    """The fenced blocks of a page in a language, each with the heading it stands under."""
    found: list[tuple[str, str]] = []
    heading = ""
    tokens = _PARSER.parse(text)
    for token, following in pairwise([*tokens, tokens[-1]]):
        if token.type == "heading_open":
            heading = following.content
        elif token.type == "fence" and token.info == language:
            found.append((heading, token.content))
    return found


def dead_links(page: Path, root: Path) -> list[str]:
    """Every relative link of a page that leads to no file of the project, or to no heading of a page."""
    dead: list[str] = []
    for link in links(page.read_text(encoding="utf-8")):
        parts = urlsplit(link.target)
        if parts.scheme or parts.netloc:
            continue
        file = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
        where = f"{page.relative_to(root)}:{link.line}: {link.target}"
        if not file.is_relative_to(root.resolve()) or not file.exists():
            dead.append(f"{where}: there is no such file")
        elif parts.fragment and (
            file.suffix != ".md" or unquote(parts.fragment) not in anchors(file.read_text(encoding="utf-8"))
        ):
            dead.append(f"{where}: there is no such heading")
    return dead


def sections(text: str) -> dict[str, frozenset[str]]:
    """The numbered sections of a page, each with the numbers of its rules: rows of a table, items of a list."""
    found: dict[str, frozenset[str]] = {}
    number = None
    for part in re.split(r"^#+ ", text, flags=re.MULTILINE):
        match = _SECTION.match(part)
        number = match[1] if match else number
        if number is not None:
            entries = re.findall(r"^(?:\| (\d+) \||(\d+)\. )", part.partition("\n")[2], re.MULTILINE)
            found[number] = found.get(number, frozenset()) | {row or item for row, item in entries}
    return found


def citations(text: str) -> Iterator[Citation]:
    """The sections that a text cites: "docs/conventions.md §6 rule 29", "§1.3 and §1.5"."""
    for match in _CITED.finditer(text):
        page = match["page"]
        known = page in (None, CONVENTIONS)
        line = text.count("\n", 0, match.start("section")) + 1
        entries = tuple(re.findall(r"\d+", match["entries"] or ""))
        yield Citation(None if known else f"{page}.md", match["section"], entries, line)


def dead_citations(file: Path, root: Path, known: Mapping[str, frozenset[str]]) -> list[str]:
    """Every section that a file cites and that the conventions, whose sections are `known`, do not have."""
    dead: list[str] = []
    for page, section, entries, line in citations(file.read_text(encoding="utf-8")):
        where = f"{file.relative_to(root)}:{line}: §{section}"
        if page is not None:
            dead.append(f"{where}: is cited of {page}; only {CONVENTIONS}.md is cited by section, link to other pages")
        elif section not in known:
            dead.append(f"{where}: there is no such section in {CONVENTIONS}.md")
        else:
            dead += [f"{where}: has no rule or item {entry}" for entry in entries if entry not in known[section]]
    return dead
