"""The record in LaTeX as many type it: the article class with its own fonts, whose accents stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.model import Block, Heading, Inlines, List, Paragraph, Quotation, Record, Table, texts_of
from tests.producers.make.record import CLOSING, CONTENTS, COVER, FOOT, NOTES, OPENING, TITLE, marked

__all__ = ["tex_of"]

HEAD = r"\documentclass[a4paper,11pt]{article}" + "\n" + r"\usepackage{textcomp}" + "\n"
HEADINGS = {1: r"\section*{%s}", 2: r"\subsection*{%s}", 3: r"\subsubsection*{%s}"}


def tex_of(record: Record) -> str:
    """The text of the record for pdfLaTeX."""
    notes = {note.label: _words(note.inlines, {}) for note in record.footnotes}
    lines = [rf"\section*{{{_escaped(line)}}}" if line == TITLE else _escaped(line) for line in COVER]
    lines += [r"\subsection*{Contents}", *CONTENTS, *(_escaped(f"{star} {words}") for star, words in NOTES)]
    lines += [*map(_escaped, FOOT), rf"\textit{{{OPENING}}}"]
    lines += [line for block in record.blocks for line in _block(block, notes)]
    body = "\n\n".join((*lines, rf"\textit{{{CLOSING}}}"))
    return f"{HEAD}\\begin{{document}}\n\n{body}\n\n\\end{{document}}\n"


def _block(block: Block, notes: dict[str, str]) -> Iterator[str]:
    match block:
        case Heading():
            yield HEADINGS[block.level] % _words(block.inlines, notes)
        case Paragraph():
            number = "" if block.number is None else f"{block.number}. "
            yield number + _words(block.inlines, notes)
        case Quotation():
            inside = "\n\n".join(_words(each, notes) for each in block.paragraphs)
            yield f"\\begin{{quotation}}\n{inside}\n\\end{{quotation}}"
        case List():
            items = "\n".join(rf"\item {_words(each, notes)}" for each in texts_of(block))
            yield f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}"
        case Table():
            rows = [" & ".join(_words(cell, notes) for cell in row) for row in (block.head, *block.rows)]
            inside = "\\\\ \\hline\n".join(rows)
            columns = "|".join("l" * len(block.head))
            yield f"\\begin{{tabular}}{{|{columns}|}} \\hline\n{inside}\\\\ \\hline\n\\end{{tabular}}"


def _words(inlines: Inlines, notes: dict[str, str]) -> str:
    bold, italic = "\\textbf{{{}}}", "\\textit{{{}}}"
    return marked(inlines, bold, italic, lambda label: rf"\footnote{{{notes[label]}}}", _escaped)


def _escaped(words: str) -> str:
    out = re.sub(r"([&%$#_])", r"\\\1", words)
    for sign, tex in {
        "–": "--",
        "“": "``",
        "”": "''",
        "’": "'",
        "€": r"\texteuro{}",
        "é": r"\'e",
        "É": r"\'E",
        "ý": r"\'y",
    }.items():
        out = out.replace(sign, tex)
    return out
