"""Plain text and Markdown, as converters leave them, as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from precis.model import Call, Gap, Inlines, Run, joined
from precis.reading.forms.side_by_side import column_after_column
from precis.reading.forms.tags import without_tags
from precis.reading.line import LineLook, TextLine, cut
from precis.reading.search.letters import letters
from precis.source.marks import inlines as marked_up

__all__ = ["lines_of_text"]

_MARKDOWN = re.compile(
    r"#(?<=^#)#{0,5} "  # a heading
    r"|\\\*"  # an escaped asterisk
    r"|\*\*(?<![*\w]\*\*)[^\s*][^*\n]*\*\*"  # bold
    r"|\|(?<=^\|)[ :-]+\|[ :|-]*$"  # the rule of a table
    r"|\*(?<=^\*)[^\s*][^*\n]*[^\s*]\*[ \t]*$",  # an italic line
    re.MULTILINE,
)
"""What only Markdown has. Each begins with its sign, and then looks behind it: so the rest of a text is passed over."""

_RULES = "-_*="
_RULE = re.compile(rf"(?:[{_RULES}] ?){{3,}}")
_HEADING = re.compile(r"(#{1,6})\s+")
_BULLET = re.compile(r"(?:[•●▪·]\s*|[-–]\s+)(?=\S)")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_UNDERSCORES = re.compile(r"(?<![\w\\])(_{1,2})(?=\S)([^_]+?)(?<=\S)\1(?!\w)")
_OTHER_ENDS = "\f\v\x85\u2028\u2029"
"""Ends of pages and lines that editors do not count as lines."""

_LONGEST_EMPHASIS = 6
"""So many lines words in bold or italic may run over."""

_MARKS = re.compile(r"[\\*^_\[]")
_LINK = re.compile(r"(?<!\\)\[(?!\^)(?=[^\[\]]+\]\()")
_STARS = re.compile(r"\\.|\*+")


def lines_of_text(text: str) -> list[TextLine]:
    """The lines of a text that have words. Whether it is Markdown is seen from its looks."""
    rows: Sequence[str] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if "<" in text or "&" in text:
        rows = [without_tags(row) for row in rows]
        text = "\n".join(rows)
    markdown = bool(_MARKDOWN.search(text))
    if markdown or ">" in text:
        rows = _without_quotes(rows)
    if markdown:
        rows = _with_whole_marks(rows)
    out: list[TextLine] = []
    gap = True
    # Only pages of a text that nobody marked up have columns.
    numbered = enumerate(rows, 1) if markdown else column_after_column(enumerate(rows, 1))
    for at, line in _numbered(numbered, text):
        words = line.strip()
        if not words or (words[0] in _RULES and _RULE.fullmatch(words)):
            gap = True
            continue
        if markdown and _TABLE_RULE.fullmatch(words) and out and out[-1].look is LineLook.ROW:
            continue
        out.extend(_of_markdown(line, at, gap) if markdown else _of_plain(line, at, gap))
        gap = False
    return out


def _numbered(numbered: Iterable[tuple[int, str]], text: str) -> Iterator[tuple[int, str]]:
    """The lines, each with its number; some may end in the middle of a row."""
    if not any(end in text for end in _OTHER_ENDS):
        return iter(numbered)
    return ((at, line) for at, row in numbered for line in re.split(f"[{_OTHER_ENDS}]", row))


def _without_quotes(rows: Sequence[str]) -> Sequence[str]:
    """The lines without the marks of quotations, where a converter took every indented paragraph for one, or a mail
    has its text from another.
    """
    said = [row.lstrip() for row in rows if row.strip("> \t")]
    if 2 * sum(row.startswith(">") for row in said) <= len(said):
        return rows
    return [re.sub(r"^\s*>[> ]*", "", row) for row in rows]


def _with_whole_marks(rows: Sequence[str]) -> list[str]:
    """The lines of Markdown, with emphasis that goes on over the end of a line ended there and begun again."""
    out = list(rows)
    for at, row in enumerate(rows[:-1]):
        opened = _left_open(out[at]) if row.strip() and "*" in out[at] else ""
        below = list(takewhile(str.strip, rows[at + 1 : at + _LONGEST_EMPHASIS]))
        if opened and any(opened in line for line in below):
            out[at] = out[at].rstrip() + opened
            out[at + 1] = re.sub(r"^(\s*)", rf"\g<1>{re.escape(opened)}".replace("\\*", "*"), out[at + 1])
    return out


def _left_open(line: str) -> str:
    """The mark that a line opens and does not close."""
    opened = ""
    for match in _STARS.finditer(line):
        stars = match[0]
        if opened and stars == opened and line[match.start() - 1 : match.start()].strip():
            opened = ""
        elif not opened and len(stars) <= 3 and stars[0] == "*" and line[match.end() : match.end() + 1].strip():
            opened = stars
    return opened


def _of_plain(line: str, at: int, after_gap: bool) -> Iterator[TextLine]:
    words = line.strip(" \t\ufeff\u200b")
    left = len(line) - len(line.lstrip())
    bullet = _BULLET.match(words)
    look = LineLook.BULLET if bullet else LineLook.TEXT
    if _is_row(words):
        yield _row(tuple((Run(cell.strip()),) if cell.strip() else () for cell in _cells(words)), at, after_gap)
    elif words:
        runs = (Run(words[bullet.end() :] if bullet else words),)
        yield TextLine(runs, at, look, indent=line[:left].count("\t"), left=left, after_gap=after_gap)


def _of_markdown(line: str, at: int, after_gap: bool) -> Iterator[TextLine]:
    words = line.strip(" \t\ufeff\u200b")
    for look, pattern in ((LineLook.HEADING, _HEADING), (LineLook.FOOTNOTE, _FOOTNOTE), (LineLook.BULLET, _BULLET)):
        match = pattern.match(words)
        if match:
            level = len(match[1]) if look is LineLook.HEADING else 0
            label = match[1] if look is LineLook.FOOTNOTE else ""
            runs = _emphasis(words[match.end() :])
            yield TextLine(runs, at, look, level=level, label=label, after_gap=after_gap)
            return
    if words.startswith(">"):
        runs = _emphasis(words.lstrip("> "))
        yield from (TextLine(runs, at, LineLook.QUOTATION, after_gap=after_gap),) if words.strip("> ") else ()
    elif _is_row(words):
        yield _row(tuple(_emphasis(cell.strip()) for cell in _cells(words)), at, after_gap)
    else:
        yield TextLine(_emphasis(words), at, after_gap=after_gap)


def _is_row(words: str) -> bool:
    return words.startswith("|") and words.endswith("|") and words.count("|") > 2


def _cells(words: str) -> list[str]:
    return re.split(r"(?<!\\)\|", words[1:-1])


def _row(cells: tuple[Inlines, ...], at: int, after_gap: bool) -> TextLine:
    words = joined(item for cell in cells for item in (*cell, Run(" ")))
    return TextLine(words, at, LineLook.ROW, cells=cells, after_gap=after_gap)


def _emphasis(text: str) -> Inlines:
    """The runs of a line of Markdown. A text whose marks cannot be read keeps its letters, marks and all."""
    if not _MARKS.search(text):
        return cut((Run(text),), 0)
    text = _UNDERSCORES.sub(lambda match: "*" * len(match[1]) + match[2] + "*" * len(match[1]), text)
    found = marked_up(_only_marks(text), lenient=True)
    kept = letters(
        "".join(item.label if isinstance(item, Call) else item.text for item in found if not isinstance(item, Gap))
    )
    return cut(found, 0) if kept == letters(text) else (Run(text),)


def _only_marks(text: str) -> str:
    """The text with a backslash before each asterisk that calls a note: one that nothing opened and a blank follows."""
    out: list[str] = []
    end = 0
    opened = False
    for match in _STARS.finditer(text):
        out.append(text[end : match.start()])
        end = match.end()
        stars = match[0]
        if stars.startswith("\\"):
            out.append(stars)
            continue
        after = text[end : end + 1]
        if opened or (after.strip() and len(stars) <= 3):
            opened = not opened
            out.append(stars)
        else:
            out.append("\\*" * len(stars))
    out.append(text[end:])
    # A link of Markdown keeps its letters, those of the address too.
    return _LINK.sub(r"\\\g<0>", "".join(out).replace("[[", "\\[\\["))
