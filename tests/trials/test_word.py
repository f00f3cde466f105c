"""Word files as other programs and other hands leave them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import precis
from tests.trials.made import paragraph, seen, word

RUN = '{<w:r><w:rPr>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>}'
MATHS = "{<m:oMath>%s</m:oMath>}"


def _shown(text: str, folder: Path) -> tuple[str, list[str]]:
    found = seen(word([paragraph(f"1.\t<b>The Chair</b> said that {text}.")]), folder, "text.docx")
    return found.blocks[1].removeprefix("**The Chair** said that ").removesuffix("."), [
        finding.code for finding in found.findings
    ]


@pytest.mark.parametrize("strike", ["<w:strike/>", "<w:dstrike/>", '<w:dstrike w:val="true"/><w:b/>'])
def test_words_that_are_crossed_out_are_told(strike: str, tmp_path: Path) -> None:
    text = "it had " + RUN % (strike, "three ") + "four reports"
    assert _shown(text, tmp_path) == ("it had four reports", ["struck-left-out"])


def test_a_strike_that_is_switched_off_is_none(tmp_path: Path) -> None:
    assert _shown("it had " + RUN % ('<w:strike w:val="0"/>', "three") + " reports", tmp_path) == (
        "it had three reports",
        [],
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('{<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>}', "°"),
        ('{<w:r><w:sym w:font="Symbol" w:char="00B3"/></w:r>}', "≥"),
        ('{<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>}', "✓"),
        (RUN % ('<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', "\uf061"), "α"),
        (RUN % ('<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', "a"), "α"),
        (RUN % ('<w:rFonts w:ascii="Arial"/>', "a"), "a"),
        (MATHS % "<m:r><m:t>a+b</m:t></m:r>", "a+b"),
    ],
)
def test_signs_of_fonts_that_have_their_own(written: str, read: str, tmp_path: Path) -> None:
    assert _shown(f"x {written} y", tmp_path) == (f"x {read} y", [])


def _maths(kind: str, **parts: str) -> str:
    return f"<m:{kind}>{''.join(f'<m:{key}>{value}</m:{key}>' for key, value in parts.items())}</m:{kind}>"


def _said(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        (_maths("f", num=_said("a"), den=_said("b")), "a/b"),
        (_maths("f", num=_said("a+b"), den=_said("12")), "(a+b)/12"),
        (_maths("sSup", e=_said("x"), sup=_said("2")), "x^2"),
        (_maths("rad", e=_said("n")), "√n"),
    ],
)
def test_formulae_stand_on_one_line_and_are_told(formula: str, read: str, tmp_path: Path) -> None:
    assert _shown(MATHS % formula, tmp_path) == (read.replace("^", "\\^"), ["formula-linear"])


def _field(instruction: str) -> str:
    marks = ['<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{instruction}</w:instrText>"]
    return "{" + "".join(f"<w:r>{mark}</w:r>" for mark in [*marks, '<w:fldChar w:fldCharType="end"/>']) + "}"


def test_numbers_that_word_counts_in_fields(tmp_path: Path) -> None:
    text = f"it would {_field(' LISTNUM NumberDefault ' + chr(92) + 'l 5 ')} report and "
    text += _field(r" LISTNUM NumberDefault \l 5 ") + " reply"
    words, codes = _shown(text, tmp_path)
    assert words == "it would (a) report and (b) reply"
    assert set(codes) == {"field-counted"}


def test_another_field_without_a_result_is_told(tmp_path: Path) -> None:
    assert _shown(f"see {_field(' REF place ')}above", tmp_path) == ("see above", ["field-unread"])


def test_fields_that_print_nothing_are_not_told(tmp_path: Path) -> None:
    assert _shown(f"see {_field(' XE word ')}above", tmp_path) == ("see above", [])


TWO = ["1.\t<b>The Chair</b> said that it was so:", "2.\t<b>Mr. Okonjo</b> thanked the Chair."]
BOX = (
    "{<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>}"
)


@pytest.mark.parametrize(
    "between",
    [[TWO[0] + BOX, ""], [TWO[0], '<w:framePr w:w="2000" w:wrap="around"/>Draft']],
    ids=["box", "frame"],
)
def test_boxes_and_frames_are_no_headings(between: list[str], tmp_path: Path) -> None:
    frame = between[1].removesuffix("Draft")
    body = [paragraph(between[0]), *([paragraph("Draft", frame)] if frame else []), paragraph(TWO[1])]
    found = seen(word(body), tmp_path, "box.docx")
    assert found.blocks[2:] == ["Draft {-}", "**Mr. Okonjo** thanked the Chair."]


def test_a_drop_cap_begins_its_paragraph(tmp_path: Path) -> None:
    cap = paragraph("T", '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>')
    found = seen(word([paragraph(TWO[0]), cap, paragraph("he meeting was suspended.")]), tmp_path, "cap.docx")
    assert found.blocks[2] == "The meeting was suspended. {-}"


def test_a_picture_is_told_and_leaves_a_gap(tmp_path: Path) -> None:
    picture = '{<w:r><w:drawing><docPr descr="Scan of a [letter]"/><blip r:embed="rId9"/></w:drawing></w:r>}'
    found = seen(word([paragraph(TWO[0]), paragraph(picture), paragraph(TWO[1])]), tmp_path, "picture.docx")
    assert found.blocks[1] == "**The Chair** said that it was so: [[Scan of a (letter)]]"
    assert found.told("picture-unread") == ["Scan of a [letter]"]


def test_a_part_of_a_master_document_is_told(tmp_path: Path) -> None:
    found = seen(word([paragraph(TWO[0]), '<w:subDoc r:id="rId9"/>', paragraph(TWO[1])]), tmp_path, "master.docx")
    # The part stood where the paragraph before it ends in a colon.
    assert [finding.code for finding in found.findings] == ["file-inside", "announced-missing"]


def test_members_with_backslashes_in_their_names(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(map(paragraph, TWO)))) as source, zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            info = zipfile.ZipInfo("x")
            info.filename = name.replace("/", "\\")
            packed.writestr(info, source.read(name))
    found = seen(target.getvalue(), tmp_path, "backslash.docx")
    assert found.blocks[2] == "**Mr. Okonjo** thanked the Chair."


@pytest.mark.parametrize("style", ["Quote", "Block Text", "Quotations"])
def test_quotations_in_the_styles_of_other_programs(style: str, tmp_path: Path) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="{style}"/></w:style>'
    body = [paragraph(TWO[0]), paragraph("No one shall be expelled.", '<w:pStyle w:val="Q"/>'), paragraph(TWO[1])]
    assert seen(word(body, styles=styles), tmp_path, "quote.docx").blocks[2] == "> No one shall be expelled."


@pytest.mark.parametrize("text", [(0, 0), (1134, 1134)])
def test_a_quotation_that_is_only_set_in(text: tuple[int, int], tmp_path: Path) -> None:
    usual, farther = (f'<w:ind w:left="{text[0] + by}" w:right="{text[1] + by}"/>' for by in (0, 567))
    before = f"{TWO[0].rstrip('.')}:"
    body = [paragraph(before, usual), paragraph("No one shall be expelled.", farther), paragraph(TWO[1], usual)]
    found = seen(word(body), tmp_path, "inset.docx").blocks
    assert found[2] == "> No one shall be expelled."
    assert found[3] == seen(word([paragraph(TWO[0]), paragraph(TWO[1])]), tmp_path, "plain.docx").blocks[2]


def test_items_that_are_set_in_are_no_quotation(tmp_path: Path) -> None:
    items = [
        "(a) The data of the State;",
        "(b) A report that goes on and on, with so many words that it is a long one.",
    ]
    body = [paragraph(each, '<w:ind w:left="567"/>') for each in items]
    found = seen(word([paragraph("1.\t<b>The Chair</b> asked for:"), *body]), tmp_path, "items.docx").blocks
    assert not any(block.startswith(">") for block in found)


def test_italics_in_a_heading_whose_style_is_italic(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Heading 2"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>'
    )
    words = "Reports " + RUN % ("<w:i/>", "(continued)")
    body = [paragraph(words, '<w:pStyle w:val="H"/>'), paragraph(TWO[0])]
    assert seen(word(body, styles=styles), tmp_path, "head.docx").blocks[1].lstrip("# ") == "Reports *(continued)*"


def test_the_bold_of_a_head_is_its_place(tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(one)}</w:tc><w:tc>{paragraph(two)}</w:tc></w:tr>"
        for one, two in (("<b>Year</b>", "<b>Fines</b>"), ("2051", "<b>37</b>"))
    )
    found = seen(word([paragraph(TWO[0]), f"<w:tbl>{rows}</w:tbl>"]), tmp_path, "head.docx")
    assert found.blocks[2] == "| Year | Fines |\n|---|---|\n| 2051 | **37** |"


def test_the_asterisks_of_a_mark_in_two_runs(tmp_path: Path) -> None:
    record = precis.read(Path(__file__).parents[2] / "records" / "cmw" / "97" / "1960.md").record
    precis.write(record, tmp_path / "record.docx")
    half = '<w:t xml:space="preserve">*</w:t>'
    target, found = tmp_path / "split.docx", 0
    with zipfile.ZipFile(tmp_path / "record.docx") as source, zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                found = text.count(2 * half.encode())
                text = text.replace(2 * half.encode(), f'{half}</w:r><w:proofErr w:type="x"/><w:r>{half}'.encode())
            packed.writestr(name, text)
    assert found == 1
    assert precis.read(target).record == record
