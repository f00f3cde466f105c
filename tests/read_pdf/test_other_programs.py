"""Records as PDF files of other programs and other houses, read by the places of their letters.

What places cannot tell, and `by_places` sets aside:

- italics inside a heading of the second level, which is italic as a whole;
- no-break hyphens, which LibreOffice draws as hyphens.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import pytest

import precis
from precis.assets import Assets, shipped
from precis.model import Call, Footnote, Heading, Inlines, Paragraph, Record, Run, joined, mapped
from precis.reading.files import read_file, set_values
from precis.reading.forms.pdf.reading import read_here
from precis.reading.recognise import recognise
from tests.read_pdf.houses import HOUSES, set_by
from tests.support.office import Office
from tests.support.pages import sentences

SAMPLES = Path(__file__).parent.parent.parent / "records" / "cmw" / "97"
NAMES = sorted(path.stem for path in SAMPLES.glob("[0-9]*.md"))
PUBLISHED = ("closing_2024", "closing_2025")


def published(name: str, request: pytest.FixtureRequest) -> Record:
    """A published record, with what its text lacks: a gap of a draft would be read as words in brackets."""
    more = ("symbol=CMW/C/SR.608", "held=2025-04-17 15:00", "place=Palais Wilson, Geneva", "chair=Ms. Diallo")
    values = (*more, "original=en", "issued=2025-04-24") if name == "closing_2025" else ()
    return read_file(request.getfixturevalue(name), shipped(), set_values(values)).record


def long_record() -> Record:
    """A record of some ten pages: a note every fourth paragraph, of one line, of ten, or of more than half a page."""
    blocks, notes = [], []
    sources = [precis.read(SAMPLES / f"{name}.md").record for name in ("1954", "1960", "1956")]
    for block in (block for source in sources for block in source.blocks):
        if isinstance(block, Paragraph) and block.number is not None:
            number = 1 + sum(isinstance(each, Paragraph) and each.number is not None for each in blocks)
            inlines: Inlines = tuple(item for item in block.inlines if not isinstance(item, Call))
            if number % 4 == 0:
                label, length = str(len(notes) + 1), (1, 10, 1, 40)[len(notes) % 4]
                inlines = (*inlines, Call(label))
                notes.append(
                    Footnote(
                        label,
                        (Run(sentences(length).replace("item ", f"item {label}/").replace("year", f"year {label}")),),
                    )
                )
            block = Paragraph(number, joined(inlines))
        blocks.append(block)
    return replace(sources[0], blocks=tuple(blocks), footnotes=tuple(notes))


def by_places(record: Record) -> Record:
    """The record without what places cannot tell."""
    blocks = []
    for block in record.blocks:
        plain = isinstance(block, Heading) and block.level == 2
        blocks.append(mapped(block, lambda inlines, plain=plain: _seen(inlines, upright=plain)))
    notes = tuple(replace(note, inlines=_seen(note.inlines, upright=False)) for note in record.footnotes)
    return replace(record, blocks=tuple(blocks), footnotes=notes)


def _seen(inlines: Inlines, *, upright: bool) -> Inlines:
    return joined(
        replace(item, text=item.text.replace("\u2011", "-"), italic=item.italic and not upright)
        if isinstance(item, Run)
        else item
        for item in inlines
    )


def read_back(data: bytes, assets: Assets) -> Record:
    return recognise(read_here(data, "file.pdf"), "file.pdf", assets, {}).record


@pytest.mark.parametrize("tagged", [False, True], ids=["plain", "tagged"])
def test_files_of_libreoffice(tagged: bool, tmp_path: Path, assets: Assets, request: pytest.FixtureRequest) -> None:
    records = {name: precis.read(SAMPLES / f"{name}.md").record for name in NAMES}
    records |= {name: published(name, request) for name in PUBLISHED} | {"long": long_record()}
    files = printed(records, tmp_path, tagged=tagged)
    for name, record in records.items():
        assert read_back(files[name], assets) == by_places(record), name


OTHERWISE: dict[str, tuple[str, str]] = {
    "Letter paper": (r"<w:pgSz [^>]*>", '<w:pgSz w:w="12240" w:h="15840"/>'),
    "lines that are not justified": ('<w:jc w:val="both"/>', '<w:jc w:val="left"/>'),
    "sans serif": ("Times New Roman|Liberation Serif", "Liberation Sans"),
    "wide lines": ('w:line="240" w:lineRule="atLeast"', 'w:line="360" w:lineRule="auto"'),
    "no gaps between paragraphs": ('w:after="120"', 'w:after="0"'),
}


def test_files_that_were_set_otherwise_in_word(tmp_path: Path, assets: Assets) -> None:
    record = long_record()
    files = printed(dict.fromkeys(OTHERWISE, record), tmp_path, OTHERWISE)
    for name in OTHERWISE:
        assert read_back(files[name], assets) == by_places(record), name


def printed(
    records: Mapping[str, Record],
    folder: Path,
    edits: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    *,
    tagged: bool = False,
) -> dict[str, bytes]:
    """PDF files that LibreOffice makes of our Word files, in some of which a pattern is changed before."""
    documents = {}
    for name, record in records.items():
        precis.write(record, folder / "record.docx")
        documents[name] = _edited((folder / "record.docx").read_bytes(), *edits.get(name, ("", "")))
    options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": str(tagged).lower()}})
    return Office(folder).convert_all(documents, f"pdf:writer_pdf_Export:{options}")


def _edited(docx: bytes, pattern: str, new: str) -> bytes:
    """A Word file with a pattern of its text and styles changed."""
    if not pattern:
        return docx
    out = BytesIO()
    found = 0
    with zipfile.ZipFile(BytesIO(docx)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name in ("word/document.xml", "word/styles.xml"):
                text, count = re.subn(pattern, new, data.decode())
                data, found = text.encode(), found + count
            after.writestr(name, data)
    assert found, f"a Word file has no {pattern}"
    return out.getvalue()


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("name", ["1954", "1960", "closing_2025"])
def test_files_of_other_houses(
    house: str, name: str, tmp_path: Path, assets: Assets, request: pytest.FixtureRequest
) -> None:
    record = published(name, request) if name in PUBLISHED else precis.read(SAMPLES / f"{name}.md").record
    record = replace(record, job_number="GE.31-00007", sample=False)
    found = read_back(set_by(house, record, tmp_path), assets)
    assert by_places(found) == by_places(record)


@pytest.mark.parametrize("house", ["geneva-old", "report"])
def test_a_table_and_notes_over_pages(house: str, tmp_path: Path, assets: Assets) -> None:
    record = replace(long_record(), sample=False)
    record = replace(record, footnotes=tuple(_cut(note) for note in record.footnotes))
    assert read_back(set_by(house, record, tmp_path), assets) == by_places(record)


def _cut(note: Footnote) -> Footnote:
    """The note at a length for which a page has room, as WeasyPrint breaks none."""
    (run,) = (item for item in note.inlines if isinstance(item, Run))
    return replace(note, inlines=(Run(run.text[:900].rstrip()),))
