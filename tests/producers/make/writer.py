"""The record as a person types it into LibreOffice Writer: a flat OpenDocument file with notes and styles of Writer."""

from __future__ import annotations

import html
from collections.abc import Iterator

from precis.model import Block, Heading, Inlines, List, Paragraph, Quotation, Record, Table, texts_of
from tests.producers.make.record import CLOSING, CONTENTS, COVER, FOOT, NOTES, OPENING, TITLE, marked

__all__ = ["writer_text_of"]

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
FONT = 'fo:font-family="Liberation Serif" fo:font-size="11pt"'
STYLES = f"""<office:styles>
<style:default-style style:family="paragraph"><style:text-properties {FONT} fo:language="en" fo:country="GB"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>
{
    "".join(
        f'''<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="{level}"><style:paragraph-properties
 fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"/><style:text-properties fo:font-weight="bold"
 fo:font-size="{size}pt"/></style:style>'''
        for level, size in ((1, 16), (2, 13), (3, 11))
    )
}
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-bottom="0.5cm"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm"/><style:text-properties fo:font-size="10pt"/>
</style:style>
<text:notes-configuration text:note-class="footnote" style:num-format="1"
 text:citation-style-name="Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_anchor"
 text:footnotes-position="page" text:start-numbering-at="document"/>
<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text">
<style:text-properties style:text-position="super 58%"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.1cm"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="1.27cm"
 fo:text-indent="-0.63cm" fo:margin-left="1.27cm"/></style:list-level-properties></text:list-level-style-bullet>
</text:list-style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin="2cm"/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>
<text:p text:style-name="Standard"><text:page-number text:select-page="current">1</text:page-number></text:p>
</style:footer></style:master-page></office:master-styles>"""


def writer_text_of(record: Record) -> str:
    """The file; its starred notes are footnotes with a mark of their own, as Writer makes them."""
    notes = {note.label: _words(note.inlines, {}) for note in record.footnotes}
    lines = [_heading(1, _starred(line)) if line == TITLE else _paragraph(html.escape(line)) for line in COVER]
    lines += [_heading(2, "Contents"), *map(_paragraph, CONTENTS), *map(_paragraph, FOOT)]
    lines += [_paragraph(_italic(OPENING)), *(line for block in record.blocks for line in _block(block, notes))]
    lines.append(_paragraph(_italic(CLOSING)))
    body = "\n".join(lines)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">\n{STYLES}\n'
        f"<office:body><office:text>\n{body}\n</office:text></office:body></office:document>\n"
    )


def _starred(title: str) -> str:
    """The title with its two notes, whose calls are stars."""
    before, between, after = title.split("*", 2)[0], title.split("*")[1], ""
    one, two = (_note(star, words, f' text:label="{star}"') for star, words in NOTES)
    return f"{before}{one}{between}{two}{after}"


def _note(mark: str, words: str, label: str = "") -> str:
    text = f'<text:p text:style-name="Footnote">{words}</text:p>'
    return (
        f'<text:note text:id="ftn{mark}" text:note-class="footnote"><text:note-citation{label}>{mark}'
        f"</text:note-citation><text:note-body>{text}</text:note-body></text:note>"
    )


def _block(block: Block, notes: dict[str, str]) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block.level + 1, _words(block.inlines, notes))
        case Paragraph():
            number = "" if block.number is None else f"{block.number}.<text:tab/>"
            yield _paragraph(number + _words(block.inlines, notes))
        case Quotation():
            yield from (_paragraph(_words(each, notes), "Quotations") for each in block.paragraphs)
        case List():
            items = (f"<text:list-item>{_paragraph(_words(each, notes))}</text:list-item>" for each in texts_of(block))
            yield f'<text:list text:style-name="Bullets">{"".join(items)}</text:list>'
        case Table():
            columns = f'<table:table-column table:number-columns-repeated="{len(block.head)}"/>'
            head = f"<table:table-header-rows>{_row(block.head)}</table:table-header-rows>"
            yield f'<table:table table:name="Figures">{columns}{head}{"".join(map(_row, block.rows))}</table:table>'


def _row(cells: tuple[Inlines, ...]) -> str:
    paragraphs = (_paragraph(_words(cell, {}), "Standard") for cell in cells)
    inside = "".join(f'<table:table-cell table:style-name="Cell">{each}</table:table-cell>' for each in paragraphs)
    return f"<table:table-row>{inside}</table:table-row>"


def _heading(level: int, words: str) -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'


def _paragraph(words: str, style: str = "Text_20_body") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def _italic(words: str) -> str:
    return f'<text:span text:style-name="I">{words}</text:span>'


def _words(inlines: Inlines, notes: dict[str, str]) -> str:
    bold, italic = (f'<text:span text:style-name="{name}">{{}}</text:span>' for name in "BI")
    return marked(inlines, bold, italic, lambda label: _note(label, notes[label]), html.escape)
