"""Word files, web pages and texts as Google Docs, WPS, Pages, Outlook, mammoth, pandoc and forms leave them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.model import plain
from precis.reading.files import read_file
from tests.read_docx.made import OFFICE, docx, packed, parts_of
from tests.trials.made import COVER, Seen, page, paragraph, seen, word

CHAIR, THANKS = "**The Chair** said that it was so.", "**Mr. Okonjo** thanked the Chair."
TYPED = ("1.\t<b>The Chair</b> said that it was so.", "2.\t<b>Mr. Okonjo</b> thanked the Chair.")
COUNTED = ("<b>The Chair</b> said that it was so.", "<b>Mr. Okonjo</b> thanked the Chair.")
OPENING, CLOSING = "The meeting was called to order at 3.05 p.m.", "The meeting rose at 5.45 p.m."
NOTE = "[^1]: See A/108/48."


def _run(words: str, properties: str = "") -> str:
    return f'{{<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>}}'


def _numbered(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def _level(text: str = "%1.", form: str = "decimal", start: int = 1, more: str = "") -> str:
    numbers = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{numbers}</w:lvl></w:abstractNum>'


def _used(number: int = 1, of: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def _note(number: int, words: str, kind: str = "footnote") -> str:
    run = f"<w:r><w:t>{words}</w:t></w:r>"
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{run}</w:p></w:{kind}>'


def _call(number: int, kind: str = "footnote", more: str = "") -> str:
    return f'{{<w:r><w:{kind}Reference w:id="{number}"{more}/></w:r>}}'


def _field(instruction: str, result: str = "", form: str = "") -> str:
    begin = f'<w:fldChar w:fldCharType="begin">{form}</w:fldChar>'
    marks = [begin, f"<w:instrText> {instruction} </w:instrText>"]
    marks += ['<w:fldChar w:fldCharType="separate"/>', f"<w:t>{result}</w:t>"] if result else []
    return "".join(f"<w:r>{mark}</w:r>" for mark in [*marks, '<w:fldChar w:fldCharType="end"/>'])


def _table(*rows: tuple[str, ...]) -> str:
    said = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in said)}</w:tbl>"


def _cells(found: Seen) -> list[str]:
    """The blocks, with short rules of tables."""
    return [re.sub(r"-{3,}", "---", block) for block in found.blocks[1:]]


def _google() -> bytes:
    """Notes from 0 on, every switch said, also those that are off."""
    bold, light = '<w:b w:val="1"/><w:rtl w:val="0"/>', '<w:rtl w:val="0"/>'
    one = _run("The Chair", bold) + _run(" said that it was so.", light) + _call(0, more=' w:customMarkFollows="0"')
    two = _run("Mr. Okonjo", bold) + _run(" thanked the ", light) + _run("Chair", bold.replace("w:b ", "w:i "))
    body = [paragraph(each, _numbered(1)) for each in (one, two + _run(".", light))]
    return word(body, numbering=_level() + _used(), footnotes=_note(0, "See A/108/48."))


def _wps() -> bytes:
    """Styles whose ids are figures."""
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>'
    body = [paragraph("Other matters", '<w:pStyle w:val="3"/>'), *(paragraph(each, _numbered(1)) for each in COUNTED)]
    return word(body, styles=styles, numbering=_level(more='<w:suff w:val="space"/>') + _used())


def _pages() -> bytes:
    """A list whose numbers are those of a style, which another list has."""
    style = f'<w:style w:type="numbering" w:styleId="N"><w:name w:val="N"/><w:pPr>{_numbered(1)}</w:pPr></w:style>'
    linked = _level().replace("<w:lvl ", '<w:styleLink w:val="N"/><w:lvl ')
    other = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum>'
    body = [paragraph(each, _numbered(2)) for each in COUNTED]
    return word(body, styles=style, numbering=linked + other + _used() + _used(2, 1))


def _directions() -> bytes:
    one = '{<w:dir w:val="ltr"><w:r><w:rPr><w:b/></w:rPr><w:t>The Chair</w:t></w:r></w:dir>}'
    return word([paragraph(f"1.\t{one}{{<w:bdo w:val='ltr'>{_run(' said that it was so.')[1:-1]}</w:bdo>}}")])


def _controls() -> bytes:
    row = "<w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt>"
    row += f"<w:tc>{paragraph('Fines')}</w:tc></w:tr>"
    table = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>{_table(('2051', '37'))[7:]}"
    return word([f"<w:sdt><w:sdtContent>{paragraph(TYPED[0])}</w:sdtContent></w:sdt>", table, paragraph(TYPED[1])])


def _switched_off() -> bytes:
    """A paragraph of a numbered style, without its number."""
    style = f'<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Text"/><w:pPr>{_numbered(1)}</w:pPr></w:style>'
    of = '<w:pStyle w:val="N"/>'
    body = [
        paragraph(COUNTED[0], of),
        paragraph("It was so decided.", of + _numbered(0)),
        paragraph(COUNTED[1], of),
    ]
    return word(body, styles=style, numbering=_level() + _used())


def _moved() -> bytes:
    """A paragraph that was moved behind the next."""
    run = "<w:r><w:t>2. Ms. Lee agreed.</w:t></w:r>"
    went, came = (
        f'<w:p><w:pPr><w:rPr><w:{kind} w:id="1" w:author="A"/></w:rPr></w:pPr><w:{kind} w:id="2" w:author="A">{run}'
        f"</w:{kind}></w:p>"
        for kind in ("moveFrom", "moveTo")
    )
    return word([went, paragraph(TYPED[0]), came])


def _merged() -> bytes:
    first, on = ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>")
    table = _table(("State", "Year"), ("Ruritania", "2051"), ("", "2052"))
    cell = paragraph("Ruritania")
    table = table.replace(cell, first + cell).replace(f"<w:tc>{paragraph('')}", f"<w:tc>{on}{paragraph('')}")
    return word([paragraph(TYPED[0]), table])


def _hidden() -> bytes:
    """Words hidden by a style are told; those that only a web page hides are text."""
    style = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/><w:rtl w:val="0"/></w:rPr>'
        "</w:style>"
    )
    one = f"1.\t<b>The Chair</b> said that it{_run(' perhaps', '<w:rStyle w:val=' + chr(34) + 'H' + chr(34) + '/>')}"
    two = f"2.\t<b>Mr. Okonjo</b> thanked{_run(' the Chair', '<w:webHidden/>')}."
    return word([paragraph(f"{one} was so."), paragraph(two)], styles=style)


def _divided() -> bytes:
    """Where a page ended when the file was saved, and where a word may be divided, is no blank."""
    words = (
        "{<w:r><w:t xml:space='preserve'> so re</w:t><w:lastRenderedPageBreak/><w:softHyphen/><w:t>cent.</w:t></w:r>}"
    )
    return word([paragraph(f"1.\t<b>The Chair</b> said that it was{words}")])


def _columns() -> bytes:
    section = '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
    two = TYPED[1].replace(" the", '{<w:r><w:br w:type="column"/></w:r>} the')
    return word([paragraph(TYPED[0]), section, paragraph(two)])


def _noted() -> bytes:
    """A note of a table, and one at the end of the text."""
    table = _table(("Year", "Fines"), (f"2051{_call(1)}", "37"))
    body = [paragraph(TYPED[0]), table, paragraph(TYPED[1] + _call(1, "endnote"))]
    return word(body, footnotes=_note(1, "To May."), endnotes=_note(1, "Ibid.", "endnote"))


def _headed() -> bytes:
    heading = paragraph("Adoption of the agenda", f'{_numbered(1)}<w:outlineLvl w:val="1"/>')
    return word([heading, paragraph(TYPED[0])], numbering=_level(form="upperRoman") + _used())


def _twice_changed() -> bytes:
    """Words that one reviewer put in and another took out."""
    run = '<w:r><w:delText xml:space="preserve">never </w:delText></w:r>'
    change = f'{{<w:ins w:id="1" w:author="A"><w:del w:id="2" w:author="B">{run}</w:del></w:ins>}}'
    return word([paragraph(TYPED[0].replace("was", f"{change}was"))])


def _note_changed() -> bytes:
    old, new = ("<w:r><w:delText>A/107/48</w:delText></w:r>", "<w:r><w:t>A/108/48</w:t></w:r>")
    changes = (
        f'<w:r><w:t xml:space="preserve">See </w:t></w:r><w:del w:id="1">{old}</w:del><w:ins w:id="2">{new}</w:ins>'
    )
    note = _note(1, ".").replace("<w:footnoteRef/></w:r>", f"<w:footnoteRef/></w:r>{changes}")
    return word([paragraph(TYPED[0] + _call(1))], footnotes=note)


def _asked() -> bytes:
    """A field that asks for another, and its result."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    asks = (
        f"<w:r><w:instrText> IF </w:instrText></w:r>{_field('PAGE', '1')}<w:r><w:instrText> = 1 so </w:instrText></w:r>"
    )
    field = f"{mark('begin')}{asks}{mark('separate')}<w:r><w:t>so</w:t></w:r>{mark('end')}"
    return word([paragraph(TYPED[0].replace("so.", f"{{{field}}}."))])


def _lettered() -> bytes:
    items = [paragraph(words, _numbered(1)) for words in ("The report;", "The reply.")]
    body = [paragraph(TYPED[0].replace("so.", "so:")), *items, paragraph(TYPED[1])]
    return word(body, numbering=_level("(%1)", "lowerLetter") + _used())


def _commented() -> bytes:
    """A comment and the reply to it."""
    said = {1: "Is it?", 2: "It is."}
    calls = "".join(f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in said)
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="A"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
        for number, words in said.items()
    )
    return word([paragraph(f"{TYPED[0]}{{{calls}}}")], comments=comments)


LIST = "- The report;\n- The reply."
FINES = "| Year | Fines |\n|---|---|\n| 2051 | 37 |"
WORD: dict[str, tuple[Callable[[], bytes], list[str], list[str]]] = {
    "Google Docs": (_google, [f"{CHAIR}[^1]", "**Mr. Okonjo** thanked the *Chair*.", NOTE], []),
    "WPS": (_wps, ["### Other matters", CHAIR, THANKS], []),
    "Pages": (_pages, [CHAIR, THANKS], []),
    "directions": (_directions, [CHAIR], []),
    "controls": (_controls, [CHAIR, FINES, THANKS], []),
    "no number": (_switched_off, [CHAIR, "It was so decided. {-}", THANKS], []),
    "moved": (_moved, [CHAIR, "Ms. Lee agreed."], ["change-left-out"]),
    "merged cells": (_merged, [CHAIR, "| State | Year |\n|---|---|\n| Ruritania | 2051 |\n|  | 2052 |"], []),
    "hidden": (_hidden, [CHAIR, THANKS], ["hidden-left-out"]),
    "divided": (_divided, ["**The Chair** said that it was so recent."], []),
    "columns": (_columns, [CHAIR, THANKS], []),
    "notes": (
        _noted,
        [CHAIR, FINES.replace("2051", "2051[^1]"), f"{THANKS}[^i]", "[^1]: To May.", "[^i]: Ibid."],
        [],
    ),
    "changed twice": (_twice_changed, [CHAIR], ["change-left-out"]),
    "a note changed": (_note_changed, [f"{CHAIR}[^1]", NOTE], ["change-left-out"]),
    "a field that asks": (_asked, [CHAIR], ["hidden-left-out"]),
    "letters": (
        _lettered,
        [CHAIR.replace("so.", "so:"), "(a) The report; {-}", "(b) The reply. {-}", THANKS],
        [],
    ),
    "comments": (_commented, [CHAIR], ["comment-left-out"] * 2),
    "a numbered heading": (_headed, ["### I. Adoption of the agenda", CHAIR], []),
}


@pytest.mark.parametrize("name", WORD)
def test_word_files(name: str, tmp_path: Path) -> None:
    made, blocks, codes = WORD[name]
    found = seen(made(), tmp_path, "file.docx")
    assert _cells(found) == blocks
    assert [finding.code for finding in found.findings] == codes


def _form(inside: str) -> str:
    return "{" + _field("FORM", form=f"<w:ffData>{inside}</w:ffData>") + "}"


LISTED = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="two"/><w:listEntry w:val="three"/></w:ddList>'
PLACEHOLDER = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (_form(LISTED), "three"),
        (_form("<w:checkBox><w:default w:val='1'/></w:checkBox>"), "☒"),
        (_form("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>"), "☐"),
        ("{" + PLACEHOLDER.format("<w:r><w:t>Click [here].</w:t></w:r>") + "}", "[[Click (here).]]"),
    ],
)
def test_forms(written: str, read: str, tmp_path: Path) -> None:
    """What was chosen or ticked is text; what a control asks for is a gap."""
    found = seen(word([paragraph(f"1.\t<b>The Chair</b> named {written} reports.")]), tmp_path, "form.docx")
    assert found.blocks[1:] == [f"**The Chair** named {read} reports."]
    assert found.told("field-unread") == (["Click [here]."] if "[[" in read else [])


def test_a_control_of_a_paragraph_that_is_not_filled_in(tmp_path: Path) -> None:
    body = [paragraph(TYPED[0]), PLACEHOLDER.format(paragraph("Write here.")), paragraph(TYPED[1])]
    assert seen(word(body), tmp_path, "form.docx").blocks[1:] == [CHAIR, "[[Write here.]] {-}", THANKS]


def _drawing(inside: str) -> str:
    return paragraph(f"{{<w:r><w:drawing><docPr descr='Of fines'/>{inside}</w:drawing></w:r>}}")


DRAWN = {
    "chart": (
        "<c:chart xmlns:c='c' r:id='rId90'/>",
        "<c:chartSpace xmlns:c='c'><c:v>2051</c:v></c:chartSpace>",
        "2051",
    ),
    "diagramData": (
        "<d:relIds xmlns:d='d' r:dm='rId90'/>",
        "<d:dataModel xmlns:d='d' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
        "<a:t>A fine</a:t></d:dataModel>",
        "A fine",
    ),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_words_of_charts_and_diagrams_are_told(kind: str, tmp_path: Path) -> None:
    inside, part, words = DRAWN[kind]
    cover = "".join(map(paragraph, (*COVER, OPENING, f"<b>{COVER[12]}</b>", TYPED[0])))
    members: dict[str, str | bytes] = {
        **parts_of(cover + _drawing(inside) + paragraph(CLOSING)),
        "word/drawn.xml": part,
    }
    relation = f'<Relationship Id="rId90" Type="{OFFICE}/{kind}" Target="drawn.xml"/></Relationships>'
    relations = str(members["word/_rels/document.xml.rels"]).replace("</Relationships>", relation)
    found = seen(packed({**members, "word/_rels/document.xml.rels": relations}), tmp_path, "drawn.docx")
    assert found.blocks[1] == f"{CHAIR} [[Of fines]]"
    assert found.told("picture-unread") == [f"Of fines {words}"]


def test_words_that_are_drawn_are_told(tmp_path: Path) -> None:
    drawn = "{<w:r><w:pict><v:shape><v:textpath string='Not final'/></v:shape></w:pict></w:r>}"
    found = seen(word([paragraph(TYPED[0] + drawn)]), tmp_path, "drawn.docx")
    assert (found.blocks[1], found.told("picture-unread")) == (CHAIR, ["Not final"])


def test_pages_of_a_table_of_contents_are_no_words_of_its_items(tmp_path: Path) -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    begin = f"{mark('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{mark('separate')}"
    items = ("Organizational matters", "Reports of States parties")
    rows = [f"{item}{{<w:r><w:tab/></w:r>{_field('PAGEREF _Toc1', '2')}}}" for item in items]
    contents = paragraph(f"{{{begin}}}{rows[0]}") + paragraph(f"{rows[1]}{{{mark('end')}}}")
    text = "".join(map(paragraph, (OPENING, f"<b>{items[0]}</b>", *TYPED, CLOSING)))
    (tmp_path / "contents.docx").write_bytes(docx("".join(map(paragraph, COVER[:12])) + contents + text))
    reading = read_file(tmp_path / "contents.docx", shipped())
    assert [plain(each.inlines) for each in reading.record.contents_as_printed or ()] == list(items)
    assert [each.old for each in reading.findings if each.code == "page-number"] == ["2", "2"]


ONE, TWO = "<p>1. <b>The Chair</b> said that it was so.</p>", "<p>2. <b>Mr. Okonjo</b> thanked the Chair.</p>"
_OUTLOOK = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:{}'>"
    "<span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span>"
    "<![endif]>{}<o:p></o:p></p>"
)
OUTLOOK = _OUTLOOK.format
OUTLOOK_CALL = (
    '<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>'
    "<![if !supportFootnotes]>[1]<![endif]></span></a>"
)
OUTLOOK_NOTE = (
    "<div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1>"
    '<p><a href="#_ftnref1" name="_ftn1" title="">[1]</a> See A/108/48.<o:p></o:p></p></div></div>'
)
WORD_CALL = '<span><a href="#_msocom_1" id="_anchor_1" name="_msoanchor_1" class=msocomanchor>[A1]</a></span>'
WORD_COMMENT = (
    '<div style="mso-element:comment"><div id="_com_1" class=msocomtxt><a name="_msocom_1"></a><p class=MsoCommentText>'
    '<span><a href="#_msoanchor_1" class=msocomoff>[A1]</a></span>Is that so?</p></div></div>'
)
GOOGLE = (
    "<style>.c1{font-weight:700}ol.lst-kix_a-0{list-style-type:none}"
    '.lst-kix_a-0 > li:before{content:"" counter(lst-ctn-kix_a-0,decimal) ". "}</style>'
    '<ol class="c0 lst-kix_a-0 start" start="1"><li><span class="c1">The Chair</span> said that it was so.'
    '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></li></ol><ol class="c0 lst-kix_a-0" start="2"><li>'
    '<span class="c1">Mr. Okonjo</span> thanked the Chair.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></li></ol>'
)
GOOGLE_NOTES = (
    '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See A/108/48.</span></p></div>'
    '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is that so?</span></p></div>'
)
MAMMOTH = (
    "<ol><li><strong>The Chair</strong> said that it was so."
    '<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></li></ol>'
)
MAMMOTH_NOTES = '<ol><li id="footnote-1"><p> See A/108/48. <a href="#footnote-ref-1">↑</a></p></li></ol>'
TABLE = (
    "<table><tr><th>Year<th>Month<th>Fines<tr><td rowspan=2>2051<td>May<td>37<tr><td>June<td>38"
    "<tr><td colspan=2>Both<td>75</table>"
)
SPANNED = "| Year | Month | Fines |\n|---|---|---|\n| 2051 | May | 37 |\n|  | June | 38 |\n| Both |  | 75 |"


@pytest.mark.parametrize(
    ("web", "blocks", "codes"),
    [
        (page(OUTLOOK("", "1.", ONE[6:-4]) + OUTLOOK("", "2.", TWO[6:-4])), [CHAIR, THANKS], []),
        (page(ONE + OUTLOOK("Symbol", "·", "The report;") + OUTLOOK("", "o", "The reply.") + TWO), [LIST, THANKS], []),
        (page(ONE + "<p>•&nbsp; The report;</p><p>•&nbsp; The reply.</p>" + TWO), [LIST, THANKS], []),
        (page(ONE.replace("so.", f"so.{OUTLOOK_CALL}")) + OUTLOOK_NOTE, [f"{CHAIR}[^1]", NOTE], []),
        (page(GOOGLE) + GOOGLE_NOTES, [f"{CHAIR}[^1]", THANKS, NOTE], ["comment-left-out"]),
        (
            page(ONE.replace("so.", f"so.{OUTLOOK_CALL}")).replace("[1]", "[i]") + OUTLOOK_NOTE.replace("[1]", "[i]"),
            [f"{CHAIR}[^i]", NOTE.replace("1", "i", 1)],
            [],
        ),
        (page(ONE.replace("so.", f"so.{WORD_CALL}")) + WORD_COMMENT, [CHAIR], ["comment-left-out"]),
        (page(MAMMOTH) + MAMMOTH_NOTES, [f"{CHAIR}[^1]", NOTE], []),
        (page(ONE.replace("it", "<font face=Symbol>a</font>")), [CHAIR.replace("it", "α")], []),
        (page(ONE.replace("it", "<i style='font-family:Symbol'>a</i>")), [CHAIR.replace("it", "*α*")], []),
        (page(ONE.replace("it", "<q>it, <q>it</q></q>")), [CHAIR.replace("it", "“it, ‘it’”")], []),
        (page(ONE.replace("it", "CO<sub>2</sub>, m<sup>2</sup>")), [CHAIR.replace("it", "CO2, m^2^")], []),
        (
            page(
                ONE.replace("it", "<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>")
            ),
            [CHAIR.replace("it", "a/(b+1)")],
            ["formula-linear"],
        ),
        (page(ONE.replace("it", "<math><mi>a</mi></math>")), [CHAIR.replace("it", "a")], []),
        (page(ONE + TABLE), [CHAIR, SPANNED], []),
        (page(ONE.replace("it", "<del>not </del><ins>it</ins>")), [CHAIR], ["change-left-out"]),
    ],
)
def test_web_pages(web: str, blocks: list[str], codes: list[str], tmp_path: Path) -> None:
    found = seen(web.encode(), tmp_path, "page.html")
    assert _cells(found)[-len(blocks) :] == blocks
    assert [finding.code for finding in found.findings] == codes


def test_words_behind_the_end_of_a_page_are_of_the_page(tmp_path: Path) -> None:
    web = page(ONE, closing=False) + f"</html>{TWO}<p>{CLOSING}</p></body></html>"
    assert seen(web.encode(), tmp_path, "page.html").blocks[1:] == [CHAIR, THANKS]


def test_the_head_of_a_mail_is_told(tmp_path: Path) -> None:
    head = "<div><p><b>From:</b> The Secretariat<br><b>Subject:</b> FW: draft</p></div>"
    found = seen(page(ONE).replace("<body>", f"<body>{head}").encode(), tmp_path, "page.html")
    assert found.told("cover-unread") == ["From: The Secretariat", "Subject: FW: draft"]


def test_the_text_layer_of_a_viewer(tmp_path: Path) -> None:
    lines = (*COVER, OPENING, COVER[12], "1. The Chair said that it was", "so.", TYPED[1].replace("<b>", ""), CLOSING)
    layer = "".join(f'<span role="presentation">{line}</span><br role="presentation">' for line in lines)
    found = seen(f'<html><body><div class="textLayer">{layer}</div></body></html>'.encode(), tmp_path, "page.html")
    assert found.blocks[1:] == [CHAIR, THANKS]


def _text(*paragraphs: str, contents: str = COVER[12]) -> str:
    cover = "\n".join((*COVER[:12], contents))
    return "\n\n".join((cover, OPENING, COVER[12], *paragraphs))


SAID = ("1. The Chair said that it was so.", "2. Mr. Okonjo thanked the Chair.")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (_text(*SAID, CLOSING), [CHAIR, THANKS]),
        ("\n".join(f"> {line}".strip() for line in _text(*SAID, CLOSING).split("\n")), [CHAIR, THANKS]),
        (_text(*SAID, CLOSING).replace("\n", "\r"), [CHAIR, THANKS]),
        (_text(f"{SAID[0]}[1]", SAID[1], CLOSING, "[1] See A/108/48."), [f"{CHAIR}[^1]", THANKS, NOTE]),
        (
            _text(f"1. {CHAIR}[^1]", f"2. {THANKS}", CLOSING, NOTE),
            [f"{CHAIR}[^1]", THANKS, NOTE],
        ),
    ],
    ids=["plain", "in a mail", "of a Mac", "of pandoc", "of Markdown"],
)
def test_texts(text: str, blocks: list[str], tmp_path: Path) -> None:
    assert seen(text.encode(), tmp_path, "text.txt").blocks[1:] == blocks


def test_pages_in_texts(tmp_path: Path) -> None:
    contents = f"{COVER[12]} ............ 2\nReports of States parties . . . . . . 14"
    text = _text(SAID[0], "Page 1 of 3\n\f", SAID[1], CLOSING, contents=contents)
    found = seen(text.encode(), tmp_path, "text.txt")
    assert found.blocks[1:] == [CHAIR, THANKS]
    assert found.told("page-number") == ["2", "14", "Page 1 of 3"]
