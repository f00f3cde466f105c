"""Text inside a block: flat runs, the same grain as a Word run, links, calls of footnotes, and gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

__all__ = ["Call", "Gap", "Inline", "Inlines", "Link", "Run", "joined", "plain", "stripped"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same throughout. The text is never empty."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False

    def like(self, other: Run) -> bool:
        """Whether the two look the same, so that they could be one run."""
        return self.bold == other.bold and self.italic == other.italic and self.superscript == other.superscript


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: to an address, or with "#" to a place in the same document.

    `title` says in words where, for those who cannot see the address; a source does not hold it. The runs are never
    empty.
    """

    runs: tuple[Run, ...]
    href: str
    title: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Call:
    """The place where a footnote is called; `label` names one of `Record.footnotes`."""

    label: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What a draft still lacks, in words: "date of issue". It is printed so that nobody takes it for text."""

    lacks: str


Inline = Run | Link | Call | Gap
Inlines = tuple[Inline, ...]


def joined(items: Iterable[Inline]) -> Inlines:
    """The same text in normal form: no empty run, no two neighbours that look the same."""
    out: list[Inline] = []
    for item in items:
        if isinstance(item, Run):
            if not item.text:
                continue
            last = out[-1] if out else None
            if isinstance(last, Run) and last.like(item):
                out[-1] = Run(last.text + item.text, last.bold, last.italic, last.superscript)
                continue
        out.append(item)
    return tuple(out)


def plain(items: Iterable[Inline]) -> str:
    """The words alone: no emphasis, no addresses, no calls, no gaps."""
    return "".join([item.text for item in items if isinstance(item, (Run, Link))])


def stripped(inlines: Inlines) -> Inlines:
    """The same text without the blanks at its ends."""
    items = list(inlines)
    while items and isinstance(items[0], Run) and not items[0].text.strip():
        items.pop(0)
    while items and isinstance(items[-1], Run) and not items[-1].text.strip():
        items.pop()
    if items and isinstance(items[0], Run) and items[0].text[0].isspace():
        items[0] = replace(items[0], text=items[0].text.lstrip())
    if items and isinstance(items[-1], Run) and items[-1].text[-1].isspace():
        items[-1] = replace(items[-1], text=items[-1].text.rstrip())
    return tuple(items)
