"""Files of ours that somebody has worked on in Word."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from precis.assets import Assets, shipped
from precis.reading.forms.docx import read_docx
from precis.writers.docx import write_docx
from precis.writers.style import HouseStyle
from tests.read_docx.letters import lost
from tests.read_docx.shown import of_text, of_view
from tests.read_docx.test_nothing_lost import REAL
from tests.support.documents import page_of, view_of
from tests.support.office import Office

TEXT, STYLES = "word/document.xml", "word/styles.xml"
Edit = Callable[[dict[str, str]], None]


@pytest.fixture(scope="module")
def sample(style: HouseStyle, assets: Assets) -> bytes:
    return write_docx(page_of("sample"), style, assets)


@pytest.fixture(scope="module")
def expected() -> list[str]:
    view = view_of("sample")
    return of_view(view, notice=view.names["sample"])


def edited(data: bytes, edit: Edit) -> bytes:
    """The file with its parts changed by `edit`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        texts = {name: blob.decode() for name, blob in parts.items() if name.endswith((".xml", ".rels"))}
        edit(texts)
        for name, blob in parts.items():
            new.writestr(name, texts.get(name, blob))
    return out.getvalue()


def other_style_ids(parts: dict[str, str]) -> None:
    """Word in another language gives styles other ids; their names stay."""
    for name in [name for name in parts if name.startswith("word/") and "theme" not in name]:
        parts[name] = re.sub(
            r'(<w:(?:pStyle|rStyle|basedOn|next|link) w:val="|w:styleId=")([^"]+)"', r'\1x\2y"', parts[name]
        )


def split_runs(parts: dict[str, str]) -> None:
    """Word cuts runs at every correction and marks them."""

    def split(match: re.Match[str]) -> str:
        properties, text = match[1] or "", match[2]
        middle = len(text) // 2
        if "&" in text:
            return match[0]
        halves = (
            f'<w:r w:rsidR="00A1">{properties}<w:t xml:space="preserve">{half}</w:t></w:r>'
            for half in (text[:middle], text[middle:])
        )
        return '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="9" w:name="b"/><w:bookmarkEnd w:id="9"/>'.join(
            halves
        )

    parts[TEXT] = re.sub(
        r'<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>', split, parts[TEXT]
    )


def complex_fields(parts: dict[str, str]) -> None:
    """Word writes page numbers as complex fields."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    for name in [name for name in parts if "footer" in name]:
        parts[name] = re.sub(
            r"<w:fldSimple[^>]*>(.*?)</w:fldSimple>",
            mark.format("begin")
            + "<w:r><w:instrText> PAGE </w:instrText></w:r>"
            + mark.format("separate")
            + r"\1"
            + mark.format("end"),
            parts[name],
        )


def rendered_breaks(parts: dict[str, str]) -> None:
    parts[TEXT] = parts[TEXT].replace("<w:r>", '<w:r w:rsidRPr="00B2"><w:lastRenderedPageBreak/>')


@pytest.mark.parametrize("edit", [other_style_ids, split_runs, complex_fields, rendered_breaks])
def test_what_word_does_to_a_file_changes_no_line(edit: Edit, sample: bytes, expected: list[str]) -> None:
    data = edited(sample, edit)
    assert data != sample
    text = read_docx(data, "edited.docx", shipped())
    assert of_text(text) == expected
    assert lost(data, text) == []


@pytest.mark.parametrize("name", ["ADAS-37-02.docx", "A_80_604_Add.1.docx"])
def test_a_file_in_the_styles_of_another_template_has_the_same_lines(
    name: str, style: HouseStyle, assets: Assets, expected: list[str]
) -> None:
    path = REAL / name
    if not path.exists():
        pytest.skip(f"{name} is not here (../shared/real-documents)")
    data = write_docx(page_of("sample"), style, assets, reference=path.read_bytes())
    assert of_text(read_docx(data, "sample.docx", shipped())) == expected


def test_a_file_saved_by_libreoffice_has_the_same_lines(sample: bytes, expected: list[str], tmp_path: Path) -> None:
    saved = Office(tmp_path).convert(sample, "docx")
    assert saved != sample
    text = read_docx(saved, "saved.docx", shipped())
    assert of_text(text) == expected
    assert lost(saved, text) == []


def test_a_file_in_strict_open_xml_has_the_same_lines(sample: bytes, expected: list[str]) -> None:
    def strict(parts: dict[str, str]) -> None:
        for name in parts:
            parts[name] = re.sub(
                r"http://schemas.openxmlformats.org/(wordprocessingml|officeDocument)/2006/(main|relationships)",
                r"http://purl.oclc.org/ooxml/\1/\2",
                parts[name],
            )

    assert of_text(read_docx(edited(sample, strict), "strict.docx", shipped())) == expected


def paragraph(number: int, lines: list[str]) -> int:
    """Where the paragraph of a number is."""
    return next(index for index, line in enumerate(lines) if line.startswith(f"paragraph {number} |"))


def paragraphs_after(lines: list[str], start: int) -> list[str]:
    """The lines with the numbers from `start` on one higher."""
    return [
        re.sub(r"^paragraph (\d+)", lambda each: f"paragraph {int(each[1]) + (int(each[1]) >= start)}", line)
        for line in lines
    ]


def test_a_paragraph_put_in_takes_its_number(sample: bytes, expected: list[str]) -> None:
    def insert(parts: dict[str, str]) -> None:
        first = re.search(r"<w:p><w:pPr><w:pStyle w:val=\"SingleTxtG\"/><w:numPr>.*?</w:pPr>", parts[TEXT])
        assert first is not None
        added = f"{first[0]}<w:r><w:t>Put in.</w:t></w:r></w:p>"
        parts[TEXT] = parts[TEXT][: first.start()] + added + parts[TEXT][first.start() :]

    at = paragraph(1, expected)
    lines = paragraphs_after(expected, 1)
    lines[at:at] = ["paragraph 1 | Put in."]
    assert of_text(read_docx(edited(sample, insert), "edited.docx", shipped())) == lines


def test_a_paragraph_split_in_two(sample: bytes, expected: list[str]) -> None:
    line = next(line for line in expected if line.startswith("paragraph 2 |"))
    head, _, tail = line.partition("** said ")
    words = f" said {tail}".partition(". ")[0]

    def split(parts: dict[str, str]) -> None:
        at = parts[TEXT].index(words) + len(words) + 1
        properties = re.findall(r"<w:p>(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)", parts[TEXT][:at])[-1]
        parts[TEXT] = f"{parts[TEXT][:at]}</w:t></w:r></w:p><w:p>{properties}<w:r><w:t>{parts[TEXT][at:].lstrip()}"

    at = paragraph(2, expected)
    lines = paragraphs_after(expected, 3)
    second = line.removeprefix(f"{head}**{words}. ")
    lines[at : at + 1] = [f"{head}**{words}.", f"paragraph 3 | {second}"]
    assert of_text(read_docx(edited(sample, split), "edited.docx", shipped())) == lines


def test_tracked_changes_of_an_editor(sample: bytes, expected: list[str]) -> None:
    def track(parts: dict[str, str]) -> None:
        old = '<w:r><w:t xml:space="preserve">Ninety-seventh session</w:t></w:r>'
        assert old in parts[TEXT]
        deleted = old.replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
        inserted = old.replace("Ninety-seventh", "Ninety-eighth")
        parts[TEXT] = parts[TEXT].replace(
            old, f'<w:del w:id="1" w:author="E">{deleted}</w:del><w:ins w:id="2" w:author="E">{inserted}</w:ins>'
        )

    data = edited(sample, track)
    accepted, rejected = (
        read_docx(data, "edited.docx", shipped()),
        read_docx(data, "edited.docx", shipped(), rejected=True),
    )
    assert of_text(accepted) == [line.replace("Ninety-seventh", "Ninety-eighth") for line in expected]
    assert of_text(rejected) == expected
    assert accepted.findings[0].old == "Ninety-seventh session"
    assert rejected.findings[0].old == "Ninety-eighth session"


def test_a_line_in_a_style_that_is_not_ours_is_a_line_of_the_text(sample: bytes, expected: list[str]) -> None:
    def insert(parts: dict[str, str]) -> None:
        parts[TEXT] = parts[TEXT].replace(
            "<w:sectPr>", "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>More</w:t></w:r></w:p><w:sectPr>"
        )

    at = next(index for index, line in enumerate(expected) if line.startswith("footnote"))
    lines = [*expected[:at], "line | **More**", *expected[at:]]
    assert of_text(read_docx(edited(sample, insert), "edited.docx", shipped())) == lines
