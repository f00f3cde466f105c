"""What a reading lost of its text: the letters and digits that stand neither in the record nor in a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Block, Bullets, Heading, Inlines, Paragraph, Quotation, Record, Symbol, Table, plain
from precis.read.reading import Reading

HOLE = "\0"


def lost(text: str, reading: Reading, assets: Assets) -> str:
    """The letters and digits of `text` that the reading does not account for, in the order of the text.

    Each line that the record prints, and each old text of a finding, stands for itself once and as a whole; the longest
    is taken out of the text first. What a formula prints counts, for that is how a record holds it.
    """
    left = letters(text)
    lines = [[letters(words) for words in line] for line in (*printed(reading.record, assets), *told(reading))]
    for line in sorted(lines, key=lambda line: -len(line[0])):
        words = next((words for words in line if words and words in left), None)
        if words is not None:
            left = left.replace(words, HOLE, 1)
    return left.replace(HOLE, "")


def letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def told(reading: Reading) -> Iterator[list[str]]:
    """The old texts of the findings. Text that was changed in its place stands in the record, and counts there."""
    for finding in reading.findings:
        if finding.field != "text" or finding.kind == "unread":
            yield [finding.old]


def printed(record: Record, assets: Assets) -> Iterator[list[str]]:
    """Each line that a document of the record prints: a list of the ways in which it may stand in a text."""
    known = replace(record, symbol=record.symbol or Symbol("CMW/C", record.meeting or 1), body=record.body or "cmw")
    view = summary_record(known, assets, "")
    names = view.names
    for key in ("committee", "session", "title", "held", "opening", "closing"):
        yield [plain(names[key])]
    for key in ("treaty", "distribution"):
        yield [names[key]]
    yield [names["symbol"]["text"]]
    yield [plain(names["issued"])]
    yield [names["job_number"], record.job_number or ""]
    yield [names["labels"]["united_nations"]]
    yield [names["labels"]["contents"]]
    for line in (*names["language_lines"], *names["corrections"]):
        yield [plain(line)]
    for chair in names["chairs"]:
        yield [chair["label"] + plain(chair["name"])]
    for item in names["contents"]:
        yield [plain(item.inlines)]
    for note in view.notes.values():
        yield [plain(note.inlines)]
    for block in record.blocks:
        yield from lines_of(block)


def lines_of(block: Block) -> Iterator[list[str]]:
    if isinstance(block, Paragraph):
        words = plain(block.inlines)
        yield [f"{block.number or ''}{words}", words]
    else:
        for text in texts_of(block):
            yield [plain(text)]


def texts_of(block: Block) -> tuple[Inlines, ...]:
    if isinstance(block, Heading):
        return (block.inlines,)
    if isinstance(block, Quotation):
        return block.paragraphs
    if isinstance(block, Bullets):
        return block.items
    assert isinstance(block, Table)
    return (*block.head, *(cell for row in block.rows for cell in row))
