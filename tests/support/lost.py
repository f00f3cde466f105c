"""What a reading lost of its text: the letters and digits that stand neither in the record nor in a finding."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from random import Random

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Block, Call, Gap, Heading, Inlines, List, Paragraph, Quotation, Reading, Run, Symbol, Table
from precis.reading.forms.tags import TAG

HOLE = "\0"
SHORTEST = 5
TRIES = 300

_LOOKS = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")

Place = tuple[int, int]
"""Where words begin and end in a text."""


def lost(text: str, reading: Reading, assets: Assets) -> str:
    """The letters and digits of `text` that the reading does not account for, in the order of the text.

    Each line that the record prints, and each old text of a finding, stands for itself once and as a whole. What a
    formula prints counts, for that is how a record holds it; what was inferred or repaired does not, for there the
    finding counts. Which words stand for which place is not told, and a text that is there twice has the same words in
    two: so the lines are laid on the text in several ways, the longest first, the findings first, in their order, and
    then by chance. Nothing is lost if one way leaves nothing.
    """
    of_record, of_findings = list(printed(reading, assets)), list(told(reading))
    orders = (
        _longest_first([*of_record, *of_findings]),
        [*_longest_first(of_findings), *_longest_first(of_record)],
        [*_longest_first(of_record), *_longest_first(of_findings)],
        [*of_record, *of_findings],
    )
    by_chance = (Random(number) for number in range(TRIES))
    ways = chain(((lines, None) for lines in orders), ((orders[chance.randrange(3)], chance) for chance in by_chance))
    whole = "\n".join(TAG.sub("", _unescaped(line)) for line in text.split("\n"))
    least: str | None = None
    for lines, chance in ways:
        left = _left(_without_heads(whole, reading, chance), lines, chance)
        least = left if least is None else min(least, left, key=len)
        if not least:
            break
    return least or ""


def _longest_first(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(lines, key=lambda line: -len("".join(line)))


def _without_heads(text: str, reading: Reading, chance: Random | None) -> str:
    """The letters of each line, without those heads and feet of pages that findings name."""
    lines = ["\n".join(letters(cell) for cell in re.split(r"\|| {3,}", line)) for line in text.split("\n")]
    for finding in reading.findings:
        words = letters(finding.old)
        if finding.field == "page" and finding.span.line is not None and words:
            index = finding.span.line - 1
            found = _place("\n*".join(words), lines[index], chance)
            lines[index] = lines[index] if found is None else _without(lines[index], found, "")
    return "\n".join(lines)


def _left(text: str, lines: list[tuple[str, str]], chance: Random | None) -> str:
    """What is left of the letters of a text when the lines are taken out of them in this order.

    A line that is nowhere as a whole may go around what was taken out; and words that the columns of a masthead have
    torn apart count if such a line has them.
    """
    left = text
    torn: list[str] = []
    for number, words in lines:
        found = _find(number, words, left, chance) if words else None
        if found is None:
            torn.append(words)
            continue
        left = _without(left, found, HOLE)
        for around in [each for each in torn if each]:
            found = _place(f"[{HOLE}\n]*".join(around), left, chance)
            if found is not None:
                left = _without(left, found, HOLE)
                torn.remove(around)
    pieces = (piece for piece in re.split("[\n\0]", left) if not _is_word(piece) or piece not in " ".join(torn))
    return "".join(pieces)


def _is_word(piece: str) -> bool:
    """Whether letters are so many that they are one place: two characters of Chinese are a word."""
    return len(piece) >= SHORTEST or re.fullmatch("[\u3400-\u9fff]{2,}", piece) is not None


def _find(number: str, words: str, text: str, chance: Random | None) -> Place | None:
    """Where the words stand in the text, with their number or without: as whole lines, or else anywhere."""
    anywhere = "\n*".join(words)
    whole = f"(?:^|(?<=[\n\0]))(?:{number}\n*)?{anywhere}(?=[\n\0]|$)"
    patterns = [whole, number + anywhere, anywhere]
    if chance is not None and chance.random() < 0.5:
        chance.shuffle(patterns)
    return next((found for each in patterns if (found := _place(each, text, chance))), None)


def _place(pattern: str, text: str, chance: Random | None) -> Place | None:
    """The first place of a pattern in a text; or one by chance of all, of which some may overlap."""
    if chance is None:
        first = re.search(pattern, text)
        return first and first.span()
    found = [match.span(1) for match in re.finditer(f"(?=({pattern}))", text)]
    # The lines at the ends of a text leave the others most room.
    return chance.choice((found[0], found[-1], chance.choice(found))) if found else None


def _without(text: str, place: Place, hole: str) -> str:
    return text[: place[0]] + hole + text[place[1] :]


def _unescaped(line: str) -> str:
    """The line with its entities as characters; one without its semicolon is words, as the reader takes it.

    Letters that stand for others stand as these.
    """
    line = re.sub(r"&#?\w+;", lambda entity: html.unescape(entity[0]), line)
    # The forms of an Arabic letter are one letter; a symbol has Latin letters, whatever letters look like them.
    line = re.sub("[\ufb50-\ufdff\ufe70-\ufefc]+", lambda forms: unicodedata.normalize("NFKC", forms[0]), line)
    return re.sub(r"\S+/SR\.\d\S*", lambda symbol: symbol[0].translate(_LOOKS), line)


def letters(text: str) -> str:
    # What stretches an Arabic word is no letter of it.
    return "".join(
        str(int(char)) if char.isdecimal() else char for char in text.lower() if char.isalnum() and char != "\u0640"
    )


def kept(reading: Reading, assets: Assets) -> Counter[str]:
    """The letters that a document of the record prints, and those of the findings that tell of what it does not."""
    of_record = (f"{number}{words}" for number, words in printed(reading, assets))
    of_findings = (letters(each.old) for each in reading.findings if each.field != "text" or each.kind == "unread")
    return Counter("".join((*of_record, *of_findings)))


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
        "official_records": [names["official_records"]],
        "chair": [(Run(chair["label"]), *chair["name"], Run(chair["state"])) for chair in names["chairs"]],
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
    if isinstance(block, List):
        return tuple(item.inlines for item in block.items)
    assert isinstance(block, Table)
    return (block.caption, *block.head, *(cell for row in block.rows for cell in row), block.source)
