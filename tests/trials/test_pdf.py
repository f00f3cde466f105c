"""PDF files of everyday programs: what stands where it should not, and what looks like something else."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import precis
from precis.reading.forms.pdf.accents import Letter, with_accents
from precis.reading.search.divided import Vocabulary
from tests.read_pdf.made import BOLD, page_of, printed, stream, words
from tests.trials.made import COVER, printed_page, seen, shared

FIGURES = [["Year", "Inspections", "Fines"], ["2051", "412", "37"], ["2052", "508", "61"]]
TABLE = [
    "1. The figures were:",
    "| Year | Inspections | Fines |\n|---|---|---|\n| 2051 | 412 | 37 |\n| 2052 | 508 | 61 |",
]


def _table(attributes: str = "", cell: str = "") -> str:
    head, *rows = FIGURES
    first = "".join(f"<th{cell}>{each}</th>" for each in head)
    body = "".join(f"<tr>{''.join(f'<td{cell}>{each}</td>' for each in row)}</tr>" for row in rows)
    return f"<p>1. The figures were:</p><table{attributes}><tr>{first}</tr>{body}</table>"


@pytest.mark.parametrize(
    ("attributes", "style"),
    [
        (' border="1"', "td,th{border:1px solid}"),
        ("", "td,th{border:1px solid;padding:2pt} table{border-collapse:collapse}"),
        ("", ""),
        ("", "td,th{text-align:left;padding:0 20pt 0 0}"),
        ("", "td{text-align:right}"),
        ("", "table{width:100%} th{text-align:left}"),
    ],
)
def test_a_table_with_borders_of_cells_or_without_rules(attributes: str, style: str, tmp_path: Path) -> None:
    body = _table(attributes) + "<p>2. <b>Mr. Okonjo</b> thanked the Chair.</p>"
    found = seen(printed_page(body, style), tmp_path, "table.pdf")
    assert found.blocks[1:3] == ["The figures were:", TABLE[1]]
    assert found.blocks[3:] == ["**Mr. Okonjo** thanked the Chair."]


def test_a_table_without_rules_in_a_tagged_file(tmp_path: Path) -> None:
    assert TABLE[1] in seen(shared("table-without-rules/ch_table_plain.pdf"), tmp_path).blocks


def test_lines_of_prose_that_end_in_figures_are_no_table(tmp_path: Path) -> None:
    text = (
        "1. <b>The Chair</b> said that there were 12 <br>of them in 2051 and 14 <br>in 2052, of whom some 16 <br>left."
    )
    assert len(seen(printed_page(f"<p>{text}</p>"), tmp_path, "prose.pdf").blocks) == 2


def test_notes_as_large_as_the_text(tmp_path: Path) -> None:
    body = "<p>1. <b>The Chair</b> said that it had grown<sup>1</sup> in 2052.<sup>2</sup></p><p>2. She left.</p><hr>"
    body += "<p><sup>1</sup> CMW/C/GFK/1.</p><p><sup>2</sup> A/108/48, which is a note of two lines as it has so many "
    body += f"words: {'it goes on and on, ' * 8} and ends.</p>"
    found = seen(printed_page(body, "sup{font-size:9pt}"), tmp_path, "notes.pdf")
    assert found.blocks[1] == "**The Chair** said that it had grown[^1] in 2052.[^2]"
    assert found.blocks[2] == "She left."
    assert found.blocks[3] == "[^1]: CMW/C/GFK/1."
    assert found.blocks[4].startswith("[^2]: A/108/48, which") and found.blocks[4].endswith("and ends.")
    assert not found.told("page-number")


@pytest.mark.parametrize("name", ["lo-docxjs.pdf", "lo-pandoc.pdf"])
def test_notes_of_office_programs(name: str, tmp_path: Path) -> None:
    found = seen(shared(f"notes-as-large-as-text/{name}"), tmp_path)
    assert found.blocks[-2:] == [
        "[^1]: See A/108/256, annex II, and the report of the Secretary-General (A/108/48).",
        "[^2]: CMW/C/GFK/Q/1/Add.1, para. 14.",
    ]
    assert "| 2052 | 508 | 61 |" in "\n".join(found.blocks)
    assert not found.told("cover-unread")


SENTENCE = "said that the Committee had continued its work on the joint general comment and had received written words."


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    names = ["The Chair", "Mr. Okonjo", "Ms. Kim", "The Chair", "Mr. Okonjo", "Ms. Kim"]
    paragraphs = "".join(f"<p>{at}. <b>{name}</b> {SENTENCE}</p>" for at, name in enumerate(names, 1))
    found = seen(printed_page(f"<div>{paragraphs}</div>", "div{columns:2}"), tmp_path, "columns.pdf")
    assert found.blocks[1:] == [f"**{name}** {SENTENCE}" for name in names]
    assert not found.told("paragraph-moved")


def test_a_paragraph_goes_on_at_the_top_of_the_second_column(tmp_path: Path) -> None:
    long = f"<p>1. <b>The Chair</b> {SENTENCE[:-1]}{' and then some more of those words' * 16}.</p>"
    found = seen(printed_page(f"<div>{long}</div>", "div{columns:2}"), tmp_path, "columns.pdf")
    assert len(found.blocks) == 2 and found.blocks[1].count("and then some more of those words") == 16


def test_a_browser_prints_heads_and_feet_on_page_1_too(tmp_path: Path) -> None:
    style = '@page{margin:2cm;@top-left{content:"11/30/26, 3:06 AM"}@top-center{content:"A page"}'
    style += (
        '@bottom-left{content:"http://127.0.0.1:8765/SR.html"}@bottom-right{content:counter(page)"/"counter(pages)}}'
    )
    for paragraphs in (1, 60):
        text = "".join(f"<p>{at}. <b>Mr. Okonjo</b> thanked the Chair.</p>" for at in range(1, paragraphs + 1))
        found = seen(printed_page(text, style), tmp_path, "browser.pdf")
        assert found.blocks[1:] == ["**Mr. Okonjo** thanked the Chair."] * paragraphs
        assert "http://127.0.0.1:8765/SR.html" in "".join(found.told("page-foot"))
        assert not found.told("cover-unread")


def test_what_every_page_has_is_not_put_between_paragraphs(tmp_path: Path) -> None:
    text = "".join(f"<p>{at}. <b>Mr. Okonjo</b> thanked the Chair.</p>" for at in range(1, 61))
    style = '@page{margin:2cm;@bottom-left{content:"Working copy of the secretariat"}}'
    found = seen(printed_page(text, style), tmp_path, "feet.pdf")
    assert found.blocks[1:] == ["**Mr. Okonjo** thanked the Chair."] * 60
    assert found.told("cover-unread") == ["Working copy of the secretariat"]


def test_a_watermark_is_told(tmp_path: Path) -> None:
    mark = '<div style="position:fixed;top:9cm;left:4cm;font-size:60pt;transform:rotate(-40deg)">DRAFT</div>'
    body = "".join(f"<p>{at}. <b>Mr. Okonjo</b> thanked the Chair.</p>" for at in range(1, 8))
    found = seen(printed_page(mark + body), tmp_path, "mark.pdf")
    assert found.blocks[1:] == ["**Mr. Okonjo** thanked the Chair."] * 7
    assert found.told("page-furniture") == ["DRAFT"]


def test_two_headings_stay_two(tmp_path: Path) -> None:
    body = "<h3>Reports of States parties</h3><h3>Initial report of Grand Fenwick</h3><p>1. <b>Mr. Okonjo</b> left.</p>"
    found = seen(printed_page(body), tmp_path, "heads.pdf")
    assert [each.lstrip("# ") for each in found.blocks[1:3]] == [
        "Reports of States parties",
        "Initial report of Grand Fenwick",
    ]


def test_struck_words_are_left_out_and_told(tmp_path: Path) -> None:
    body = "<p>1. <b>The Chair</b> said that <s>three</s><u>four</u> States had <s>not</s> ratified it.</p>"
    found = seen(printed_page(body), tmp_path, "struck.pdf")
    assert found.blocks[1] == "**The Chair** said that four States had ratified it."
    assert found.told("struck-left-out") == ["three", "not"]


def test_marks_of_a_reader_are_told_with_their_words(tmp_path: Path) -> None:
    found = seen(shared("annotated-pdf/annotated.pdf"), tmp_path)
    reasons = [(each.old, each.reason) for each in found.findings if each.code == "annotation"]
    assert ("welcomed", "struck out by Permanent Mission, marked on the page") in [
        (old, reason.partition(":")[0]) for old, reason in reasons
    ]
    assert any(old.endswith("welcomed") and "noted with satisfaction" in reason for old, reason in reasons)
    assert {"The name of the Chair is misspelt", "Please reissue"} <= {old for old, _ in reasons}


def _annotated(data: bytes) -> bytes:
    """The file with a highlight of a reader about its first line."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    document = pdfium.PdfDocument(data)
    page = document[0]
    note = raw.FPDFPage_CreateAnnot(page.raw, raw.FPDF_ANNOT_TEXT)
    words = (raw.FPDF_WCHAR * 12)(*b"a question?", 0)
    raw.FPDFAnnot_SetStringValue(note, b"Contents", words)
    raw.FPDFPage_CloseAnnot(note)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_marks_on_any_page_are_told(tmp_path: Path) -> None:
    found = seen(_annotated(printed_page("<p>1. <b>The Chair</b> left.</p>")), tmp_path, "noted.pdf")
    assert found.told("annotation") == ["a question?"]


def test_letters_beyond_the_first_plane(tmp_path: Path) -> None:
    found = seen(shared("beyond-bmp-pdf/name-of-the-second-plane.pdf"), tmp_path)
    assert found.blocks[1] == "**Ms. 𠮷田** (Japan) said that she agreed."


def test_blanks_that_the_file_has_are_kept(tmp_path: Path) -> None:
    found = seen(shared("words-glued-in-italics/wk_italicf.pdf"), tmp_path)
    assert found.blocks[1].startswith("*At the invitation of the Chair, the delegation of Grand Fenwick joined")
    assert found.blocks[2] == "**The Chair** quoted *The Life of Galileo*."


def test_words_that_tex_divides_are_closed_and_told(tmp_path: Path) -> None:
    found = seen(shared("hyphen-at-line-end/t1.pdf"), tmp_path)
    assert "affidavit on flexible quotas" in found.blocks[1]
    assert found.told("hyphen-closed") == ["flex-ible"]
    assert found.blocks[2] == "**Mr. Jiří Novotný** thanked the Chair."


def test_typed_hyphens_stay(tmp_path: Path) -> None:
    lines = [
        *COVER,
        "The meeting was called to order at 3.05 p.m.",
        "1. The Chair spoke of first-",
        "and second-year pupils.",
    ]
    shown = [(57.0, 60.0 + 14 * at, line) for at, line in enumerate(lines)]
    found = seen(printed([*shown, (57, 300, "The meeting rose at 5.45 p.m.")]), tmp_path, "typed.pdf")
    assert "first-" in " ".join(found.blocks)
    assert not found.told("hyphen-closed")


@pytest.mark.parametrize("limit", ["-v 6000000", "-t 300"])
def test_limits_that_are_set_already_are_kept(limit: str, tmp_path: Path) -> None:
    path = tmp_path / "any.pdf"
    path.write_bytes(printed([(57, 60, "words"), (57, 80, "more words", BOLD, 12)]))
    code = (
        "import sys; from pathlib import Path; from precis.reading.forms.pdf import read_pdf;"
        "print([line.text for line in read_pdf(Path(sys.argv[1]).read_bytes(), 'any.pdf').lines])"
    )
    command = f'ulimit {limit}; exec "{sys.executable}" -c "{code}" "{path}"'
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "generator")},
    )
    assert done.stdout.strip() == "['words', 'more words']", done.stderr


def test_bullets_that_are_drawn(tmp_path: Path) -> None:
    style = "ul{list-style:none} li::before{content:'';display:inline-block;width:3pt;height:3pt;background:black;"
    style += "margin:0 6pt 2pt -12pt}"
    body = "<p>1. <b>The Chair</b> asked for:</p><ul><li>The data;</li><li>A report.</li></ul>"
    found = seen(printed_page(body, style), tmp_path, "drawn.pdf")
    assert found.blocks[2] == "- The data;\n- A report."


def test_a_table_without_rules_that_lacks_a_figure(tmp_path: Path) -> None:
    rows = [["Year", "Refused", "Appeals"], ["2050", "88", "9"], ["2051", "", "3"], ["2052", "37", "12"]]
    cells = "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in row)}</tr>" for row in rows)
    found = seen(
        printed_page(f"<p>1. The figures:</p><table>{cells}</table><p>2. She left.</p>"), tmp_path, "lacks.pdf"
    )
    assert "| 2051 |  | 3 |\n| 2052 | 37 | 12 |" in found.blocks[2]


def test_a_colon_introduces_lines_that_are_set_in(tmp_path: Path) -> None:
    # No word of the second line had room in the first, so that its end tells nothing.
    quotation = "Each case of expulsion shall be examined and decided by itself, and nobody " + "shall " * 11
    body = f"<p>{SENTENCE * 4}</p><p>1. <b>The Chair</b> read out:</p>"
    body += f"<blockquote>{quotation}{'unquestionably' * 4} go.</blockquote>"
    found = seen(printed_page(f"{body}<p>2. <b>Mr. Okonjo</b> left.</p>"), tmp_path, "set-in.pdf")
    assert found.blocks[3].startswith("> Each case of expulsion") and found.blocks[4] == "**Mr. Okonjo** left."


def test_notes_at_the_end_of_a_print(tmp_path: Path) -> None:
    body = "<p>1. <b>The Chair</b> said that it had grown.<sup>1</sup></p>"
    body += "".join(f"<p>{at}. <b>Mr. Okonjo</b> thanked the Chair.</p>" for at in range(2, 90))
    notes = "<hr><p class='note'><sup>1</sup> CMW/C/GFK/1.</p>"
    style = "sup{font-size:7pt} .note{font-size:8pt}"
    data = printed_page(body + f"<p><i>The meeting rose at 5.45 p.m.</i></p>{notes}", style, closing=False)
    found = seen(data, tmp_path, "end.pdf")
    assert (found.blocks[1], found.blocks[-1]) == ("**The Chair** said that it had grown.[^1]", "[^1]: CMW/C/GFK/1.")


def test_a_line_of_procedure_that_calls_a_note_is_no_heading(tmp_path: Path) -> None:
    body = "".join(f"<p>{at}. <b>Mr. Okonjo</b> thanked the Chair.</p>" for at in range(1, 60))
    body += "<p><i>The meeting was suspended at 4.30 p.m.</i><sup><i>1</i></sup></p><p>60. <b>Ms. Kim</b> left.</p>"
    body += "<hr><p class='note'><sup>1</sup> CMW/C/GFK/1.</p>"
    found = seen(printed_page(body, "sup{font-size:7pt} .note{font-size:8pt}"), tmp_path, "line.pdf")
    assert found.blocks[60] == "*The meeting was suspended at 4.30 p.m.[^1]* {-}"


@pytest.mark.parametrize(
    "style",
    [
        "table{width:100%;border-collapse:collapse} td,th{border-bottom:1px solid;text-align:left}",
        "table{margin:auto} td,th{text-align:center;padding:2pt 8pt;font-weight:normal}",
        "table{width:9cm} td,th{text-align:left;padding:6pt 8pt 6pt 0;vertical-align:bottom} td{vertical-align:top} "
        "td:first-child{width:3cm}",
    ],
    ids=["a rule below each row", "in the middle, without rules", "a label of two lines, without rules"],
)
def test_the_head_and_the_labels_of_a_table(style: str, tmp_path: Path) -> None:
    rows = [("Still in Graustark", "2,204"), ("Returned to their country", "3,760"), ("Not known", "615")]
    cells = "".join(f"<tr><td>{label}</td><td>{count}</td><td>0</td></tr>" for label, count in rows)
    table = f"<table><tr><th>Workers who posted it</th><th>Entitled</th><th>Repaid</th></tr>{cells}</table>"
    found = seen(printed_page(f"<p>1. The figures:</p>{table}<p>2. She left.</p>", style), tmp_path, "table.pdf")
    lines = [f"| {label} | {count} | 0 |" for label, count in rows]
    assert found.blocks[2].split("\n") == ["| Workers who posted it | Entitled | Repaid |", "|---|---|---|", *lines]
    assert found.blocks[3] == "She left."


def test_paragraphs_that_stand_apart_are_whole(tmp_path: Path) -> None:
    # The next word would have had room behind the full stop.
    text = "It was so in the district of Zenda, and in that of Hentzau, as it had been<br>before. Then it ended."
    body = "".join(f"<p>{at}. <b>Mr. Okonjo</b> left. {text}</p>" for at in range(1, 5))
    found = seen(printed_page(body.replace("<br>before.", ".<br>Nobody came.")), tmp_path, "apart.pdf")
    assert found.blocks[1:] == [f"**Mr. Okonjo** left. {text.replace('<br>before.', '. Nobody came.')}"] * 4


@pytest.mark.parametrize(
    ("above", "below", "divided"), [("its ninety-", "sixth day", False), ("a com-", "mittee", True)]
)
def test_numerals_keep_their_hyphen(above: str, below: str, divided: bool) -> None:
    texts = ("Ninety-seventh session", above, below)
    assert Vocabulary(texts, divides=True).divided(above, below) is divided


def _with_pages(data: bytes, *numbers: int) -> bytes:
    """A file of pages of another, all if none is named, as a program that puts pages together makes it."""
    import pypdfium2 as pdfium

    made = pdfium.PdfDocument.new()
    made.import_pages(pdfium.PdfDocument(data), list(numbers) or None)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def test_what_stands_on_a_page_and_on_its_copy_is_no_head(tmp_path: Path) -> None:
    text = "".join(f"<p>{at}. <b>Mr. Okonjo</b> thanked the Chair.</p>" for at in range(1, 90))
    found = seen(_with_pages(printed_page(text), 0, 1, 1, 2), tmp_path, "copied.pdf")
    assert not found.told("page-head") and not found.told("page-foot")
    assert found.blocks.count("**Mr. Okonjo** thanked the Chair.") > 89


def test_a_file_of_ours_whose_pages_were_put_together(tmp_path: Path) -> None:
    record = precis.read(Path(__file__).parents[2] / "records" / "cmw" / "97" / "1954.md").record
    precis.write(record, tmp_path / "record.pdf")
    data = (tmp_path / "record.pdf").read_bytes()
    (tmp_path / "put.pdf").write_bytes(_with_pages(data))
    found = precis.read(tmp_path / "put.pdf").record
    assert found.symbol == record.symbol and found.blocks == record.blocks


def test_a_heading_that_begins_the_line_of_a_paragraph(tmp_path: Path) -> None:
    body = "<p>1. <b>The Chair</b> left.</p><p><b>Articles 1 to 6</b> 2. <b>Ms. Kim</b> asked for the data.</p>"
    found = seen(printed_page(body), tmp_path, "run-in.pdf")
    assert [each.lstrip("# ") for each in found.blocks[2:]] == ["Articles 1 to 6", "**Ms. Kim** asked for the data."]
    assert not found.told("number-restored")


@pytest.mark.parametrize(("accent", "letter", "whole"), [("ˆ", "ı", "î"), ("¨", "ı", "ï"), ("´", "e", "é")])
def test_accents_on_a_letter_without_its_dot(accent: str, letter: str, whole: str) -> None:
    found = with_accents([Letter(accent, 1, 4, 0, 0, False), Letter(letter, 0, 5, 0, 0, False)])
    assert [each.char for each in found] == [whole]


def test_a_line_that_ends_before_the_number_of_a_symbol(tmp_path: Path) -> None:
    lines = [*COVER, "The meeting was called to order at 3.05 p.m.", "1. The Chair said that the paper (CMW/C/97/CRP."]
    shown = [(57.0, 60.0 + 12 * at, line) for at, line in enumerate([*lines, "2) was before the Committee."])]
    found = seen(printed([*shown, (57, 500, "The meeting rose at 5.45 p.m.")]), tmp_path, "symbol.pdf")
    assert "the paper (CMW/C/97/CRP.2) was before the Committee." in found.blocks[-1]


def test_footnotes_of_a_style_sheet(tmp_path: Path) -> None:
    style = ".note{float:footnote;font-size:8pt}"
    notes = ['<span class="note">CMW/C/GFK/1.</span>', '<span class="note">A/108/48.</span>']
    body = f"<p>1. <b>The Chair</b> said that it had grown.{notes[0]} It was so.{notes[1]}</p>"
    found = seen(printed_page(body, style), tmp_path, "notes.pdf")
    assert found.blocks[1:] == [
        "**The Chair** said that it had grown.[^1] It was so.[^2]",
        "[^1]: CMW/C/GFK/1.",
        "[^2]: A/108/48.",
    ]


@pytest.mark.parametrize(
    ("below", "whole"),
    [("or second-year pupils left.", "first- or second-year"), ("hand reports were read.", "first-hand reports")],
)
def test_a_hyphen_that_stands_for_the_end_of_a_word(below: str, whole: str, tmp_path: Path) -> None:
    lines = [*COVER, "The meeting was called to order at 3.05 p.m.", "1. The Chair said that all first-", below]
    shown = [(57.0, 60.0 + 12 * at, line) for at, line in enumerate(lines)]
    found = seen(printed([*shown, (57, 500, "The meeting rose at 5.45 p.m.")]), tmp_path, "first.pdf")
    assert whole in found.blocks[-1]


def test_a_large_heading_whose_lines_stand_far_apart(tmp_path: Path) -> None:
    style = "h2{font-size:18pt;line-height:1.55;margin:0}"
    words = "Consideration of reports submitted by States parties under the Convention (agenda item 5)"
    body = f"<h2>{words}</h2><p>1. <b>The Chair</b> left.</p>{'<p>2. ' + SENTENCE * 5 + '</p>'}"
    found = seen(printed_page(body, style), tmp_path, "large.pdf")
    assert found.blocks[1].lstrip("# ") == words


def test_numbered_notes_behind_the_closing_line_are_no_paragraphs(tmp_path: Path) -> None:
    note = "The report of the State party is contained in document CMW/C/GFK/1, and its replies in another."
    body = "<p>1. <b>The Chair</b> said that it had grown.<sup>1</sup></p><p><i>The meeting rose at 5.45 p.m.</i></p>"
    found = seen(printed_page(f"{body}<p>1. {note}</p>", closing=False), tmp_path, "notes.pdf")
    assert found.blocks[1:] == ["**The Chair** said that it had grown.[^1]", f"[^1]: {note}"]
    assert not found.told("paragraph-moved")


@pytest.mark.parametrize("under", [True, False])
def test_words_without_ink_are_read_once(under: bool, tmp_path: Path) -> None:
    # OCR was run on a page of text, and lays its own words, a little beside the others and with a slip; or on a scan.
    text = "1. The Chair said that there was no more to say on it."
    lines = [*COVER, "The meeting was called to order at 3.05 p.m.", text, "The meeting rose at 5.45 p.m."]
    found = re.search(rb"stream\n(.*)\nendstream", words(*lines), re.DOTALL)
    assert found is not None
    printed_words = found[1]
    ocr = printed_words.replace(b"BT ", b"BT 3 Tr ").replace(b" 113 ", b" 114.5 ").replace(b"no more", b"no rnore")
    data = page_of(stream(printed_words + b"\nq " + ocr + b" Q" if under else b"q " + ocr + b" Q"))
    record = seen(data, tmp_path, "ocr.pdf")
    assert record.blocks == [f"**The Chair** said that there was no {'more' if under else 'rnore'} to say on it."]
    assert any("without ink" in finding.reason for finding in record.findings) is under
