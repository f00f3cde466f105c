"""The file: it passes the Open XML rules, says what it is, and is the same on every day and in every process."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from precis.model import PrecisError
from precis.writers.page import Page
from tests.support.canonical_docx import Docx
from tests.support.pages import document, page_from

DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"


def png() -> bytes:
    """A small picture, twice as wide as high."""
    import segno
    from PIL import Image

    out = io.BytesIO()
    segno.make_qr("emblem").save(out, kind="png", scale=4)
    picture = io.BytesIO()
    Image.open(io.BytesIO(out.getvalue())).convert("L").resize((80, 40)).save(picture, "PNG")
    return picture.getvalue()


def faults(data: bytes, tmp_path: Path) -> list[str]:
    """What the Open XML rules have against a file."""
    path = tmp_path / "document.docx"
    path.write_bytes(data)
    return [f"{error.part_uri} {error.path}: {error.description}" for error in OpenXmlValidator().validate(path).errors]


def test_every_page_passes_the_open_xml_rules(page: Page, write, tmp_path: Path) -> None:
    assert faults(write(page), tmp_path) == []


def test_a_page_with_an_emblem_passes_them(record: Page, write, tmp_path: Path) -> None:
    assert faults(write(record, emblem=png()), tmp_path) == []


def test_the_rules_find_what_is_wrong(record: Page, write, tmp_path: Path) -> None:
    """So that their silence above means something."""
    source = zipfile.ZipFile(io.BytesIO(write(record)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<w:titlePg/>", b"<w:titelPg/>"))
    assert any("titelPg" in fault for fault in faults(out.getvalue(), tmp_path))


def test_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    source = Path(__file__).parent / "pages" / "record.html"
    code = (
        "import sys; from pathlib import Path; from tests.support.pages import page_from\n"
        "from precis.assets import shipped; from precis.writers.docx import write_docx\n"
        "from precis.writers.style import load_style\n"
        f"page = page_from(Path({str(source)!r}))\n"
        "sys.stdout.buffer.write(write_docx(page, load_style('geneva', shipped()), shipped()))"
    )
    root = Path(__file__).parents[2]
    found = set()
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        paths = os.pathsep.join([str(root), str(root / "generator")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths, "TZ": f"UTC+{seed}"}
        found.add(subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True).stdout)
    assert len(found) == 1
    assert found.pop().startswith(b"PK")


def test_the_package_has_no_time_and_one_order(record: Page, write) -> None:
    with zipfile.ZipFile(io.BytesIO(write(record))) as packed:
        names = packed.namelist()
        assert {file.date_time for file in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_the_file_says_what_it_is(record: Page, write) -> None:
    docx = Docx(write(record))
    core = docx.part("docProps/core.xml")
    assert core.findtext(f"{DC}title") == "CMW/C/SR.1960*: Summary record (partial) of the 1960th meeting"
    assert core.findtext(f"{DC}subject") == "Committee on Migrant Workers, ninety-seventh session"
    assert core.findtext(f"{DC}language") == "en-GB"
    assert core.findtext(f"{TERMS}created") == core.findtext(f"{TERMS}modified") == "2091-03-07T00:00:00Z"
    symbol, mark = docx.part("docProps/custom.xml")
    assert (symbol.get("name"), "".join(symbol.itertext())) == ("Symbol1", "CMW/C/SR.1960")
    assert mark.get("name") == "precis" and set("".join(mark.itertext())) > {"0", "1"}


def test_a_page_without_a_date_has_no_time(write) -> None:
    page = page_from('<html lang="en"><head><title>T</title></head><body><section class="text"/></body></html>')
    core = Docx(write(page)).part("docProps/core.xml")
    assert core.find(f"{TERMS}created") is None
    assert core.find(f"{TERMS}modified") is None


def test_a_date_that_is_none(write) -> None:
    page = page_from('<html lang="en"><head><meta name="date" content="soon"/></head><body/></html>')
    with pytest.raises(PrecisError, match="'soon' is not a date of the page; write 2024-12-17"):
        write(page)


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("fr", "fr-FR"), ("zh", "zh-CN"), ("pt", "pt")])
def test_the_language_of_the_text(language: str, tag: str, write) -> None:
    docx = Docx(write(document('<p class="line">…</p>', language=language)))
    assert f'<w:lang w:val="{tag}" w:eastAsia="{tag}"'.encode() in docx.blobs["word/styles.xml"]


def test_the_emblem_keeps_its_shape_in_its_place(record: Page, write) -> None:
    docx = Docx(write(record, emblem=png()))
    extent = next(docx.document.iter("{*}inline")).find("{*}extent")
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (1125 * 635, 562 * 635)
    assert next(docx.document.iter("{*}docPr")).get("descr") == "Emblem of the United Nations"


def test_without_an_emblem_its_place_is_empty(record: Page, write) -> None:
    assert not list(Docx(write(record)).document.iter("{*}docPr"))


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n", bytes(99)]
)
def test_an_emblem_that_is_no_picture(data: bytes, record: Page, write) -> None:
    with pytest.raises(PrecisError, match="the emblem is not a picture that Word can show; give it as PNG or JPEG"):
        write(record, emblem=data)
