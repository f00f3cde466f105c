"""The record as a plain web page: typed numbers, raised calls, the notes below a rule at the end."""

from __future__ import annotations

from collections.abc import Iterator

from precis.model import Block, Heading, List, Paragraph, Quotation, Record, Table, texts_of
from tests.producers.make.record import CLOSING, CONTENTS, COVER, FOOT, NOTES, OPENING, TITLE, in_html

__all__ = ["page_of"]

STYLE = (
    "@page{size:A4;margin:2cm} body{font:11pt 'Liberation Serif';line-height:1.3} table{border-collapse:collapse}"
    "td,th{border:1px solid;padding:2pt 6pt} sup{font-size:8pt} .note{font-size:9pt}"
)


def page_of(record: Record, style: str = STYLE) -> str:
    """The page, in HTML."""
    lines = [f"<h1>{line}</h1>" if line == TITLE else f"<p>{line}</p>" for line in COVER]
    lines += ["<h2>Contents</h2>", *(f"<p>{line}</p>" for line in CONTENTS)]
    lines += [f'<p class="note">{star} {words}</p>' for star, words in NOTES]
    lines += [f'<p class="note">{words}</p>' for words in FOOT]
    lines += [f"<p><i>{OPENING}</i></p>", *(line for block in record.blocks for line in _block(block))]
    lines += [f"<p><i>{CLOSING}</i></p>", "<hr>"]
    lines += [f'<p class="note"><sup>{note.label}</sup> {in_html(note.inlines)}</p>' for note in record.footnotes]
    head = f'<meta charset="utf-8"><title>CMW/C/SR.1971</title><style>{style}</style>'
    body = "\n".join(lines)
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level + 1}>{in_html(block.inlines)}</h{block.level + 1}>"
        case Paragraph():
            number = "" if block.number is None else f"{block.number}. "
            yield f"<p>{number}{in_html(block.inlines)}</p>"
        case Quotation():
            yield f"<blockquote>{''.join(f'<p>{in_html(each)}</p>' for each in block.paragraphs)}</blockquote>"
        case List():
            yield f"<ul>{''.join(f'<li>{in_html(each)}</li>' for each in texts_of(block))}</ul>"
        case Table():
            rows = [_row(block.head, "th"), *(_row(row, "td") for row in block.rows)]
            yield f"<table>{''.join(rows)}</table>"


def _row(cells: tuple[object, ...], name: str) -> str:
    return f"<tr>{''.join(f'<{name}>{in_html(cell)}</{name}>' for cell in cells)}</tr>"  # type: ignore[arg-type]
