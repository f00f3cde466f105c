"""Whole records as converters leave them: the blocks come back, whatever became of lines, pages, numbers and marks.

The records are those of the sample session. Each is set as a converter would set it, and read again.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Heading, Inlines, List, Paragraph, Quotation, Record, Run, plain, texts_of
from precis.reading.published import read_published
from precis.reading.search.letters import letters
from precis.source.record import read_record
from tests.support.lost import lost

RECORDS = sorted((Path(__file__).parents[2] / "records").glob("*/*/[0-9]*.md"))
LINES_OF_PAGE = 42


def cover(record: Record, assets: Assets) -> tuple[list[str], str, str]:
    """The lines of the cover, and the opening and the closing line."""
    names = summary_record(record, assets, "").names

    def said(text: str | Inlines) -> str:
        return text if isinstance(text, str) else plain(text)

    lines = ["United Nations", names["symbol"]["text"], names["treaty"], names["distribution"], names["issued"]]
    lines += [*names["language_lines"], *said(names["committee"]).split("\n"), names["session"], names["title"]]
    lines += [names["held"], *((Run(chair["label"] + " "), *chair["name"]) for chair in names["chairs"]), "Contents"]
    lines += [item.inlines for item in names["contents"]]
    return [said(line) for line in lines], said(names["opening"]), said(names["closing"])


def blocks(record: Record) -> Iterator[tuple[str, int | None, str]]:
    """What is read back: of each block its kind, its level or number, and its letters."""
    for block in record.blocks:
        if isinstance(block, Heading):
            yield "heading", block.level, letters(plain(block.inlines))
        elif isinstance(block, Paragraph):
            yield "paragraph", block.number, letters(plain(block.inlines))
        elif isinstance(block, Quotation | List):
            yield from ((type(block).__name__, None, letters(plain(text))) for text in texts_of(block))


def texts(record: Record, say: Callable[[Inlines], str] = plain) -> Iterator[tuple[str, int | None, str]]:
    """The kind, the number and the words of each line of the text; of those not numbered, the mark before them."""
    for block in record.blocks:
        if isinstance(block, Heading):
            yield "heading", None, say(block.inlines)
        elif isinstance(block, Paragraph):
            yield "paragraph", block.number, say(block.inlines)
        elif isinstance(block, Quotation):
            yield from (("quotation", None, say(text)) for text in block.paragraphs)
        elif isinstance(block, List):
            yield from (("bullet", None, say(text)) for text in texts_of(block))


def paged(lines: list[str], symbol: str, *, layout: bool) -> str:
    """The lines on pages with heads and feet: symbol, page number, job number."""
    out: list[str] = []
    for page, first in enumerate(range(0, len(lines), LINES_OF_PAGE), 1):
        if first and layout:
            out += [f"{page - 1}{' ' * 80}GE.24-23840", f"\f{' ' * 85}{symbol}", ""]
        elif first:
            out += ["GE.24-23840", str(page - 1), f"\f{symbol}"]
        out += lines[first : first + LINES_OF_PAGE]
    return "\n".join(out)


def pdf_with_layout(record: Record, assets: Assets) -> str:
    lines, opening, closing = cover(record, assets)
    out = [" " * 12 + opening, ""]
    for kind, number, words in texts(record):
        indent = " " * (18 if kind == "heading" else 12)
        said = f"{number}.    {words}" if number else words
        out += [*textwrap.wrap(said, 92, initial_indent=indent, subsequent_indent=indent), ""]
    return "\n".join(lines) + "\n\n" + paged([*out, " " * 12 + closing], str(record.symbol), layout=True)


def pdf_without_layout(record: Record, assets: Assets) -> str:
    lines, opening, closing = cover(record, assets)
    out = [opening]
    for _, number, words in texts(record):
        out += [*([f"{number}."] if number else []), *textwrap.wrap(words, 88)]
    return "\n".join(lines) + "\n" + paged([*out, closing], str(record.symbol), layout=False)


def numbers_glued(record: Record, assets: Assets, gap: str = "\n\n") -> str:
    lines, opening, closing = cover(record, assets)
    text = [f"{number}.{words}" if number else words for _, number, words in texts(record)]
    return gap.join([*lines, opening, *text, closing])


def single_line_ends(record: Record, assets: Assets) -> str:
    return numbers_glued(record, assets, "\n")


def numbers_lost(record: Record, assets: Assets) -> str:
    lines, opening, closing = cover(record, assets)
    return "\n\n".join([*lines, opening, *(words for _, _, words in texts(record)), closing])


def markdown(record: Record, assets: Assets, width: int = 10_000) -> str:
    lines, opening, closing = cover(record, assets)
    marks = {"heading": "**{}**", "paragraph": "{}", "quotation": "> {}", "bullet": "- {}"}
    out = [line.replace("*", "\\*") for line in lines]
    out.append(f"*{opening}*")
    for kind, number, words in texts(record, emphasized):
        out.append(marks[kind].format(f"{number}\\. {words}" if number else words))
    return "\n\n".join("\n".join(textwrap.wrap(line, width)) for line in [*out, f"*{closing}*"])


def emphasized(inlines: Inlines) -> str:
    """The text with the marks of Markdown."""
    runs = [item for item in inlines if isinstance(item, Run)]
    return "".join(f"**{run.text}**" if run.bold else f"*{run.text}*" if run.italic else run.text for run in runs)


def markdown_wrapped(record: Record, assets: Assets) -> str:
    return markdown(record, assets, 72)


def markdown_in_quotations(record: Record, assets: Assets) -> str:
    """As Pandoc sets the indented paragraphs of a Word file."""
    return "\n".join(f"> {line}".rstrip() for line in markdown(record, assets, 72).split("\n"))


PLAIN = (markdown_in_quotations, pdf_with_layout, pdf_without_layout, numbers_glued, single_line_ends, numbers_lost)


@pytest.mark.parametrize("converted", [*PLAIN, markdown, markdown_wrapped], ids=lambda form: form.__name__)
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_blocks_come_back(path: Path, converted: Callable[[Record, Assets], str], assets: Assets) -> None:
    record = read_record(path.read_text(encoding="utf-8"), path.name, assets)
    if converted in PLAIN and any(isinstance(block, Quotation | List) for block in record.blocks):
        pytest.skip("plain text has no marks of its own for quotations and lists")
    text = converted(record, assets)
    reading = read_published(text, "text", assets)
    assert list(blocks(reading.record)) == list(blocks(record))
    assert lost(text, reading, assets) == ""


def test_there_are_records() -> None:
    assert len(RECORDS) >= 7
