"""The record written with python-docx, whose notes are typed, with raised figures and below the text."""

from __future__ import annotations

import sys
from typing import Any

import docx

from precis.model import Call, Heading, Inlines, List, Paragraph, Quotation, Run, Table, texts_of
from tests.producers.make.record import CLOSING, CONTENTS, COVER, FOOT, NOTES, OPENING, TITLE, the_record


def write(path: str) -> None:
    """Write the file."""
    record, file = the_record(), docx.Document()
    for line in COVER:
        file.add_heading(line, 1) if line == TITLE else file.add_paragraph(line)
    file.add_heading("Contents", 2)
    for line in (*CONTENTS, *(f"{star} {words}" for star, words in NOTES), *FOOT):
        file.add_paragraph(line)
    file.add_paragraph().add_run(OPENING).italic = True
    for block in record.blocks:
        match block:
            case Heading():
                _fill(file.add_heading("", block.level + 1), block.inlines)
            case Paragraph():
                number = "" if block.number is None else f"{block.number}.\t"
                _fill(file.add_paragraph(number), block.inlines)
            case Quotation():
                for each in block.paragraphs:
                    _fill(file.add_paragraph(style="Quote"), each)
            case List():
                for each in texts_of(block):
                    _fill(file.add_paragraph(style="List Bullet"), each)
            case Table():
                table = file.add_table(0, len(block.head), style="Table Grid")
                for cells in (block.head, *block.rows):
                    for cell, inlines in zip(table.add_row().cells, cells, strict=True):
                        _fill(cell.paragraphs[0], inlines)
    file.add_paragraph().add_run(CLOSING).italic = True
    for note in record.footnotes:
        _fill(file.add_paragraph(), (Call(note.label), Run(" "), *note.inlines))
    file.save(path)


def _fill(paragraph: Any, inlines: Inlines) -> None:
    for item in inlines:
        if isinstance(item, Call):
            paragraph.add_run(item.label).font.superscript = True
        else:
            assert isinstance(item, Run)
            run = paragraph.add_run(item.text)
            run.bold, run.italic = item.bold or None, item.italic or None


if __name__ == "__main__":
    write(sys.argv[1])
