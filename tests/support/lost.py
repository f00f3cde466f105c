"""What a reading lost of its text: the letters and digits that stand neither in the record nor in a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Block, Bullets, Heading, Inlines, Paragraph, Quotation, Run, Symbol, Table, plain
from precis.readers.reading import Reading

HOLE = "\0"


def lost(text: str, reading: Reading, assets: Assets) -> str:
    """The letters and digits of `text` that the reading does not account for, in the order of the text.

    Each line that the record prints, and each old text of a finding, stands for itself once and as a whole. What a
    formula prints counts, for that is how a record holds it; what was inferred or repaired does not, for there the
    finding counts. Which words stand for which place is not told, so the longest are tried first, and the findings.
    """
    of_record, of_findings = list(printed(reading, assets)), list(told(reading))
    orders = (
        sorted([*of_record, *of_findings], key=lambda line: -len(line[1])),
        [*sorted(of_findings, key=lambda line: -len(line[1])), *sorted(of_record, key=lambda line: -len(line[1]))],
        [*sorted(of_record, key=lambda line: -len(line[1])), *sorted(of_findings, key=lambda line: -len(line[1]))],
    )
    return min((_left(text, lines) for lines in orders), key=len)


def _left(text: str, lines: list[tuple[str, str]]) -> str:
    """What is left of the text when the lines are taken out of it in this order."""
    left = "\n".join(letters(line) for line in text.splitlines())
    for number, words in lines:
        found = _find(number, words, left) if words else None
        if found is not None:
            left = left[: found.start()] + HOLE + left[found.end() :]
    return letters(left)


def _find(number: str, words: str, text: str) -> re.Match[str] | None:
    """Where the words stand in the text, with their number or without: as whole lines, or else anywhere."""
    anywhere = "\n*".join(words)
    whole = f"(?:^|(?<=[\n\0]))(?:{number}\n*)?{anywhere}(?=[\n\0]|$)"
    patterns = (whole, number + anywhere, anywhere)
    return next((found for pattern in patterns if (found := re.search(pattern, text))), None)


def letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def told(reading: Reading) -> Iterator[tuple[str, str]]:
    """The old texts of the findings. Text that was changed in its place stands in the record, and counts there."""
    for finding in reading.findings:
        if finding.field != "text" or finding.kind == "unread":
            yield "", letters(finding.old)


def printed(reading: Reading, assets: Assets) -> Iterator[tuple[str, str]]:
    """Each line that a document of the record prints: its number, and its letters."""
    record = reading.record
    symbol = record.symbol or Symbol("CMW/C", record.meeting or 1)
    known = replace(record, symbol=symbol if record.reissued else symbol.bare, body=record.body or "cmw")
    view = summary_record(known, assets, "")
    names = view.names
    lines: dict[str, list[Inlines | str]] = {
        "symbol": [names["symbol"]["text"]],
        "treaty": [names["treaty"]],
        "committee": [names["committee"]],
        "session": [names["session"]],
        "distribution": [names["distribution"]],
        "issued": [names["issued"]],
        "original": names["language_lines"][-1:],
        "language": names["language_lines"][:-1],
        "title": [names["title"]],
        "held": [names["held"]],
        "chairs": [(Run(chair["label"]), *chair["name"]) for chair in names["chairs"]],
        "contents": [names["labels"]["contents"]],
        "items": [item.inlines for item in names["contents"]],
        "notes": [note.inlines for note in view.notes.values()],
        "corrections": names["corrections"],
        "job_number": [names["job_number"], record.job_number or ""],
        "opening": [names["opening"]],
        "closing": [names["closing"]],
        "masthead": [names["labels"]["united_nations"]],
    }
    not_of_text = {
        finding.field
        for finding in reading.findings
        if finding.kind in ("inferred", "missing") or (finding.kind == "repaired" and finding.new)
    }
    for field, texts in lines.items():
        if field not in not_of_text:
            yield from (("", letters(text if isinstance(text, str) else plain(text))) for text in texts)
    for block in record.blocks:
        if isinstance(block, Paragraph):
            yield str(block.number or ""), letters(plain(block.inlines))
        else:
            yield from (("", letters(plain(text))) for text in texts_of(block))


def texts_of(block: Block) -> tuple[Inlines, ...]:
    if isinstance(block, Heading):
        return (block.inlines,)
    if isinstance(block, Quotation):
        return block.paragraphs
    if isinstance(block, Bullets):
        return block.items
    assert isinstance(block, Table)
    return (*block.head, *(cell for row in block.rows for cell in row))
