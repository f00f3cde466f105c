"""What a reading lost of its text: the letters and digits that stand neither in the record nor in a finding."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Block, Bullets, Call, Gap, Heading, Inlines, Paragraph, Quotation, Reading, Run, Symbol, Table
from precis.reading.forms.tags import TAG

HOLE = "\0"
SHORTEST = 5


def lost(text: str, reading: Reading, assets: Assets) -> str:
    """The letters and digits of `text` that the reading does not account for, in the order of the text.

    Each line that the record prints, and each old text of a finding, stands for itself once and as a whole. What a
    formula prints counts, for that is how a record holds it; what was inferred or repaired does not, for there the
    finding counts. Which words stand for which place is not told, so the longest are tried first, the findings, and the
    lines in their order.
    """
    of_record, of_findings = list(printed(reading, assets)), list(told(reading))
    orders = (
        sorted([*of_record, *of_findings], key=lambda line: -len(line[1])),
        [*sorted(of_findings, key=lambda line: -len(line[1])), *sorted(of_record, key=lambda line: -len(line[1]))],
        [*sorted(of_record, key=lambda line: -len(line[1])), *sorted(of_findings, key=lambda line: -len(line[1]))],
        [*of_record, *of_findings],
    )
    left = _without_heads("\n".join(TAG.sub("", html.unescape(line)) for line in text.split("\n")), reading)
    return min((_left(left, lines) for lines in orders), key=len)


def _without_heads(text: str, reading: Reading) -> str:
    """The letters of each line, without those heads and feet of pages that findings name."""
    lines = ["\n".join(letters(cell) for cell in re.split(r"\|| {3,}", line)) for line in text.split("\n")]
    for finding in reading.findings:
        if finding.field == "page" and finding.span.line is not None:
            index = finding.span.line - 1
            found = _find("", letters(finding.old), lines[index])
            lines[index] = lines[index] if found is None else lines[index].replace(found[0], "", 1)
    return "\n".join(lines)


def _left(text: str, lines: list[tuple[str, str]]) -> str:
    """What is left of the letters of a text when the lines are taken out of them in this order.

    Words that the columns of a masthead have torn apart count if a line that is nowhere as a whole has them.
    """
    torn = ""
    left = text
    for number, words in lines:
        found = _find(number, words, left) if words else None
        if found is not None:
            left = left[: found.start()] + HOLE + left[found.end() :]
        else:
            torn += f"{words} "
    pieces = (piece for piece in re.split("[\n\0]", left) if len(piece) < SHORTEST or piece not in torn)
    return "".join(pieces)


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
        number_lost = finding.kind == "repaired" and finding.old.removesuffix(".").isdigit()
        if finding.field not in ("text", "page") or finding.kind == "unread" or number_lost:
            yield "", letters(finding.old)


def printed(reading: Reading, assets: Assets) -> Iterator[tuple[str, str]]:
    """Each line that a document of the record prints: its number, and its letters."""
    record = reading.record
    symbol = record.symbol or Symbol("CMW/C", record.meeting or 1)
    known = replace(record, symbol=symbol.bare, meeting_as_printed=None, body=record.body or "cmw")
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
        "chair": [(Run(chair["label"]), *chair["name"]) for chair in names["chairs"]],
        "contents": [names["labels"]["contents"]],
        "items": [item.inlines for item in names["contents"]],
        "notes": [(Run(note.mark), *note.inlines) for note in view.notes.values()],
        "corrections": names["corrections"],
        "job_number": [names["job_number"], record.job_number or ""],
        "began": [names["opening"]],
        "rose": [names["closing"]],
        "masthead": [names["labels"]["united_nations"]],
        "sample": [names["sample"]],
    }
    not_of_text = {
        finding.field
        for finding in reading.findings
        if finding.kind in ("inferred", "missing") or (finding.kind == "repaired" and finding.new)
    } - {"notes", "chair"} | set(reading.missing)
    inferred = {
        letters(finding.new) for finding in reading.findings if (finding.kind, finding.field) == ("inferred", "notes")
    }
    items = lines.pop("items")
    for field, texts in lines.items():
        if field not in not_of_text:
            yield from (("", words) for text in texts if (words := letters(words_of(text))) not in inferred)
    for block in record.blocks:
        if isinstance(block, Paragraph):
            yield str(block.number or ""), letters(words_of(block.inlines))
        else:
            yield from (("", letters(words_of(text))) for text in texts_of(block))
    # Contents that follow from the headings may stand nowhere else.
    yield from (("", letters(words_of(item))) for item in items)


def words_of(text: Inlines | str) -> str:
    """The words of a text, with the figures that call its footnotes."""
    if isinstance(text, str):
        return text
    return "".join(item.label if isinstance(item, Call) else item.text for item in text if not isinstance(item, Gap))


def texts_of(block: Block) -> tuple[Inlines, ...]:
    if isinstance(block, Heading):
        return (block.inlines,)
    if isinstance(block, Quotation):
        return block.paragraphs
    if isinstance(block, Bullets):
        return block.items
    assert isinstance(block, Table)
    return (*block.head, *(cell for row in block.rows for cell in row))
