"""The styles of a user's own template: theirs are kept, ours that they lack are added, nothing harmful is read."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from precis.model import PrecisError
from precis.writers.docx.reference import MAX_BYTES, MAX_FILES
from precis.writers.page import Page
from tests.conftest import ROOT
from tests.support.canonical import of_page
from tests.support.canonical_docx import Docx, W, of_docx
from tests.write_docx.test_package import faults

REAL = ROOT.parent / "shared" / "real-documents"


def changed(docx: bytes, **parts: Callable[[bytes], bytes]) -> bytes:
    """The same file with some of its parts in `word/` changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            change = parts.get(name.removeprefix("word/").removesuffix(".xml"), bytes)
            target.writestr(name, change(source.read(name)))
    return out.getvalue()


@pytest.fixture
def template(record: Page, write) -> bytes:
    """A template of a user: our own file with other letters, one style renamed and another left out."""

    def restyled(styles: bytes) -> bytes:
        styles = styles.replace(b'w:val="20"', b'w:val="23"').replace(b'w:styleId="H23G"', b'w:styleId="Heading23"')
        styles = styles.replace(b'<w:outlineLvl w:val="1"/>', b"").replace(b'"_ Single Txt_G"', b'"_ SINGLE TXT_G"')
        start = styles.index(b'<w:style w:type="paragraph" w:customStyle="1" w:styleId="QuotationG">')
        end = styles.index(b"</w:style>", start) + len(b"</w:style>")
        return styles[:start] + styles[end:]

    return changed(write(record), styles=restyled)


def test_the_words_stay_the_same(page: Page, write, template: bytes, tmp_path: Path) -> None:
    data = write(page, reference=template)
    assert of_docx(data) == of_page(page)
    assert faults(data, tmp_path) == []


def test_their_styles_are_kept_under_their_names_and_ids(record: Page, write, template: bytes) -> None:
    docx = Docx(write(record, reference=template))
    assert docx.styles["SingleTxtG"].find(f"{W}rPr/{W}sz").get(f"{W}val") == "23"
    used = {each.get(f"{W}val") for each in docx.document.iter(f"{W}pStyle")}
    assert "Heading23" in used
    assert "H23G" not in used
    assert used <= set(docx.styles)


def test_ours_that_they_lack_are_added(record: Page, write, template: bytes) -> None:
    docx = Docx(write(record, reference=template))
    assert docx.styles["QuotationG"].find(f"{W}rPr/{W}sz").get(f"{W}val") == "20"
    names = [each.find(f"{W}name").get(f"{W}val").casefold() for each in docx.styles.values()]
    assert len(names) == len(set(names))


def test_headings_keep_their_level_though_the_style_has_none(record: Page, write, template: bytes) -> None:
    docx = Docx(write(record, reference=template))
    headings = [
        ("".join(each.itertext()), each.find(f"{W}pPr/{W}outlineLvl"))
        for each in docx.document.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle[@{W}val='Heading23']") is not None
    ]
    assert [words[:8] for words, _ in headings] == ["Contents", "Opening ", "Consider"]
    assert [None if level is None else level.get(f"{W}val") for _, level in headings] == [None, "1", "1"]


def test_a_style_of_ours_takes_no_id_of_theirs(record: Page, write, template: bytes) -> None:
    taken = changed(template, styles=lambda blob: blob.replace(b'w:styleId="GapG"', b'w:styleId="QuotationG"'))
    docx = Docx(write(record, reference=taken))
    assert docx.styles["QuotationG"].find(f"{W}name").get(f"{W}val") == "_ Gap_G"
    assert docx.styles["QuotationG1"].find(f"{W}name").get(f"{W}val") == "_ Quotation_G"


def test_lists_of_theirs_and_ours_are_apart(record: Page, write, template: bytes) -> None:
    numbering = Docx(write(record, reference=template)).part("word/numbering.xml")
    tags = [each.tag.removeprefix(W) for each in numbering]
    assert tags == sorted(tags)  # all abstractNum before all num, as the schema has it
    numbers = [each.get(f"{W}numId") for each in numbering.iterfind(f"{W}num")]
    assert len(numbers) == len(set(numbers)) == 6


def test_their_settings_of_layout_are_kept_and_no_others(record: Page, write, template: bytes) -> None:
    other = changed(
        template, settings=lambda blob: blob.replace(b'defaultTabStop w:val="567"', b'defaultTabStop w:val="720"')
    )
    settings = Docx(write(record, reference=other)).part("word/settings.xml")
    assert settings.find(f"{W}defaultTabStop").get(f"{W}val") == "720"
    assert settings.find(f"{W}evenAndOddHeaders") is not None


def test_the_same_bytes_twice(record: Page, write, template: bytes) -> None:
    assert write(record, reference=template) == write(record, reference=template)


@pytest.mark.parametrize("name", ["ADAS-37-02.docx", "A_80_604_Add.1.docx"])
def test_a_genuine_template(name: str, record: Page, write, tmp_path: Path) -> None:
    path = REAL / name
    if not path.is_file():
        pytest.skip(f"the genuine file {name} is not here (../shared/real-documents)")
    data = write(record, reference=path.read_bytes())
    assert of_docx(data) == of_page(record)
    assert faults(data, tmp_path) == []


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, blob in files.items():
            target.writestr(name, blob)
    return out.getvalue()


def retyped(docx: bytes, kind: bytes) -> bytes:
    """The same file, its main part said to be of another kind."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"wordprocessingml.document.main", kind))
    return out.getvalue()


def entities(styles: bytes) -> bytes:
    """A part that would unfold into gigabytes."""
    names = "".join(f'<!ENTITY e{number + 1} "{f"&e{number};" * 10}">' for number in range(9))
    declared = f'<!DOCTYPE styles [<!ENTITY e0 "lol">{names}]>'.encode()
    start = styles.index(b"<w:styles")
    return styles[:start] + declared + styles[start:].replace(b'"_ Gap_G"', b'"&e9;"')


NO_WORD_FILE = {
    "nothing": lambda _: b"",
    "a text": lambda _: b"Styles, please.",
    "a zip that is no document": lambda _: packed(a=b"b"),
    "the first half of one": lambda docx: docx[: len(docx) // 2],
    "styles that are no XML": lambda docx: changed(docx, styles=lambda _: b"<w:styles"),
    "styles with another root": lambda docx: changed(docx, styles=lambda blob: blob.replace(b"w:styles", b"w:stiles")),
    "entities that unfold": lambda docx: changed(docx, styles=entities),
    "a document of another kind": lambda docx: retyped(docx, b"presentationml.slide"),
    "a style without a name": lambda docx: changed(docx, styles=lambda b: b.replace(b'<w:name w:val="footer"/>', b"")),
    "a level that is none": lambda docx: changed(docx, styles=lambda b: b.replace(b'Lvl w:val="2"', b'Lvl w:val="x"')),
    "a list without a number": lambda docx: changed(docx, numbering=lambda b: b.replace(b'numId="1"', b'numId="one"')),
}


@pytest.mark.parametrize("title", NO_WORD_FILE)
def test_a_file_that_is_no_template(title: str, record: Page, write, template: bytes) -> None:
    with pytest.raises(PrecisError, match="the reference is not a Word file that can be read; give a DOCX or DOTX"):
        write(record, reference=NO_WORD_FILE[title](template))


@pytest.mark.parametrize(
    "bomb",
    [packed(big=bytes(MAX_BYTES + 1)), packed(**{str(number): b"" for number in range(MAX_FILES + 1)})],
    ids=["too large", "too many files"],
)
def test_a_bomb_is_refused_before_it_is_unpacked(bomb: bytes, record: Page, write) -> None:
    began = time.perf_counter()
    with pytest.raises(PrecisError, match="the reference unpacks to more than 2000 files or 64 MB"):
        write(record, reference=bomb)
    assert time.perf_counter() - began < 2
