"""Files of many programs, changed by chance: each letter is in the record or told, and no figure is made a page's.

`PRECIS_BUDGET=40` changes two thousand files of each form.
"""

from __future__ import annotations

import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest
from lxml import etree

import precis
from precis.assets import shipped
from precis.model import PrecisError, Reading
from precis.reading.files import read_file
from precis.reading.forms.pdf.reading import read_here
from precis.reading.recognise import recognise
from tests.conftest import LONG, ROOT
from tests.mutated import page, prints, word
from tests.producers.extracted import words_of
from tests.read_pdf.seen import pages_told
from tests.read_pdf.test_real import layer
from tests.support.lost import kept, letters

COUNT = 2_000 if LONG else 8
SHOWN: Mapping[str, Sequence[int]] = MappingProxyType(
    {"docx": (916, 20461), "html": (494, 20023), "pdf": (673, 961, 1253, 1779)}
)
"""The numbers that showed a fault once; they are always run."""

PRODUCERS = ROOT / "tests" / "producers" / "files"
OURS = ("1953", "1960")
COPIES = 4
"""A page may be put in again so often, with its number."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MUTATED: Mapping[str, Callable[[bytes, Random], bytes]] = MappingProxyType(
    {"docx": word.mutated, "html": page.mutated, "pdf": prints.mutated}
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The files of each form: those that a dozen programs wrote of one record, and ours of two more."""
    folder = tmp_path_factory.mktemp("ours")
    for name in OURS:
        for form in MUTATED:
            precis.write(precis.read(ROOT / "records" / "cmw" / "97" / f"{name}.md").record, folder / f"{name}.{form}")
    return {form: sorted((*PRODUCERS.glob(f"*.{form}"), *folder.glob(f"*.{form}"))) for form in MUTATED}


@pytest.mark.slow
@pytest.mark.parametrize("form", MUTATED)
def test_nothing_is_lost(form: str, files: dict[str, list[Path]], tmp_path: Path) -> None:
    path = tmp_path / f"file.{form}"
    for number in dict.fromkeys((*range(COUNT), *SHOWN.get(form, ()))):
        given = files[form][number % len(files[form])]
        data = MUTATED[form](given.read_bytes(), Random(number))
        path.write_bytes(data)
        try:
            reading = _read(path)
        except PrecisError as error:
            assert all(fault.code and fault.message for fault in error.faults)
            continue
        assert not Counter(_plainly(_words(path))) - _told(reading), (number, given.name)
        assert _page_numbers(reading) <= _at_most(given), (number, given.name)


def _read(path: Path) -> Reading:
    """The reading of a file; a PDF is read in this process, as its letters were counted on the way there."""
    if path.suffix == ".pdf":
        return recognise(read_here(path.read_bytes(), path.name), path.name, shipped(), {})
    return read_file(path, shipped())


def _words(path: Path) -> str:
    """The words of a file, taken from it without the readers; heads and feet of pages once each."""
    if path.suffix == ".pdf":
        return "".join(layer(path.read_bytes()).elements())
    return _of_docx(path.read_bytes()) if path.suffix == ".docx" else words_of(path)


def _of_docx(data: bytes) -> str:
    text: list[str] = []
    about: set[str] = set()
    with zipfile.ZipFile(BytesIO(data)) as packed:
        for name in packed.namelist():
            root = etree.fromstring(packed.read(name)) if name[:5] == "word/" and name[-4:] == ".xml" else None
            for paragraph in [] if root is None else root.iter(f"{W}p"):
                words = "".join(
                    "\t" if each.tag == f"{W}tab" else each.text or "" for each in paragraph.iter(f"{W}t", f"{W}tab")
                )
                if root.tag in (f"{W}hdr", f"{W}ftr"):
                    about.update(words.split("\t"))
                else:
                    text.append(words)
    return "".join((*text, *about))


def _told(reading: Reading) -> Counter[str]:
    """The letters of the record and of the findings: heads of pages as often as they stand, and what was left out.

    Notes are counted anew in a record, so that the labels that they had count, too.
    """
    findings = reading.findings
    again = "".join(
        letters(each.old) * (pages_told(each.reason) - 1) for each in findings if each.code != "page-number"
    )
    out = "".join(letters(each.old) for each in findings if each.code.endswith("left-out") and each.field == "text")
    labels = "".join(note.label for note in reading.record.footnotes)
    return Counter(_plainly("".join((kept(reading, shipped()) + Counter(again + out + labels)).elements())))


def _plainly(words: str) -> str:
    return letters(unicodedata.normalize("NFKD", words))


@cache
def _at_most(path: Path) -> Counter[str]:
    """The numbers of pages that a file has, as often as pages are put in again."""
    return Counter({figure: COPIES * count for figure, count in _page_numbers(_read(path)).items()})


def _page_numbers(reading: Reading) -> Counter[str]:
    return Counter(figure for each in reading.findings if each.code == "page-number" for figure in each.old.split())


def test_a_figure_that_is_lost_is_seen(files: dict[str, list[Path]]) -> None:
    path = files["docx"][0]
    reading = _read(path)
    assert Counter(_plainly(f"{_words(path)} 88888888")) - _told(reading)
