"""Lines as text to read and compare: what a line is, a bar, and its words with marks of their looks.

**bold**, _italic_, ^raised^, ‹call›, [[gap]]; a break is "/". `of_view` shows the lines that a document of ours must
be read as, from the model alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from precis.documents.view import View
from precis.model import Call, Gap, Heading, Inlines, List, Paragraph, Quotation, Run, Table, joined
from precis.reading.forms.docx.lines import without_bold
from precis.reading.line import FileText, TextLine
from precis.reading.mend.directions import without_marks

__all__ = ["inline_marks", "of_text", "of_view", "shown"]


def of_text(text: FileText) -> list[str]:
    """The lines of a file without marks of direction, which show nothing; notes after all others."""
    lines = [shown(without_marks(line)) for line in text.lines]
    return sorted(lines, key=lambda line: line.startswith("footnote "))


def shown(line: TextLine) -> str:
    """What a line is, and its words."""
    name = str(line.role or line.look)
    if name == "contents" or line.look == "heading":
        name += f" {line.level}"
    if line.number is not None:
        name += f" {line.number}"
    if line.look == "footnote":
        name += f" {line.label}"
    begins = "> " if line.begins else ""
    if line.look == "bullet":
        begins += _letter(line.level, line.label)
    words = " ; ".join(map(inline_marks, line.cells)) if line.cells else inline_marks(line.inlines)
    return f"{name} | {begins}{words}"


def inline_marks(inlines: Inlines) -> str:
    """The words with marks of their looks."""
    return "".join(_marked(item) for item in joined(inlines))


def _marked(item: Run | Call | Gap) -> str:
    if isinstance(item, Call):
        return f"‹{item.label}›"
    if isinstance(item, Gap):
        return f"[[{item.lacks}]]"
    marks = "**" * item.bold + "_" * item.italic + "^" * item.superscript
    return f"{marks}{item.text}{marks[::-1]}".replace("\n", " / ")


def of_view(view: View, *, notice: str = "") -> list[str]:
    """The lines that the document of a summary record must be read as."""
    names, notes = view.names, view.notes
    symbol = (Run(names["symbol"]["text"]), *names["reissue"])
    cover = [
        ("united-nations", names["labels"]["united_nations"]),
        ("symbol", symbol),
        ("treaty", names["treaty"]),
        ("distribution", names["distribution"]),
        ("issued", names["issued"]),
        *(("language", line) for line in names["language_lines"]),
        ("committee", names["committee"]),
        ("session", names["session"]),
        ("title", names["title"]),
        ("held", names["held"]),
        *(("chair", (Run(f"{chair['label']} "), *chair["name"])) for chair in names["chairs"]),
        ("contents-title", names["labels"]["contents"]),
        *((f"contents {item.level}", item.inlines) for item in names["contents"]),
        *(("corrections", paragraph) for paragraph in names["corrections"]),
        ("job-number", names["job_number"]),
        ("notice", notice),
    ]
    first, last = (f"line | {inline_marks(_in_italics(names[name]))}" for name in ("opening", "closing"))
    text = [[first], *(list(_block(block)) for block in names["blocks"]), [last]]
    first_page = [f"{name} | {_words(words)}" for name, words in cover if words]
    marks = {label: note.mark for label, note in notes.items()}
    lines = [
        *first_page,
        *(line for lines in text for line in lines),
        *(f"footnote {note.mark} | {inline_marks(note.inlines)}" for note in notes.values()),
    ]
    # A call names its note by a label; what is printed is the mark.
    return [re.sub("‹(.+?)›", lambda call: f"‹{marks[call[1]]}›", line) for line in lines]


def _words(words: Inlines | str) -> str:
    return inline_marks((Run(words),) if isinstance(words, str) else words)


def _in_italics(inlines: Inlines) -> Inlines:
    return tuple(
        Run(item.text, item.bold, True, item.superscript) if isinstance(item, Run) else item for item in inlines
    )


def _block(block: Heading | Paragraph | Quotation | List | Table) -> Iterator[str]:
    match block:
        case Heading():
            yield f"heading {block.level} | {inline_marks(block.inlines)}"
        case Paragraph():
            name = "line" if block.number is None else f"paragraph {block.number}"
            yield f"{name} | {inline_marks(block.inlines)}"
        case Quotation():
            yield from _group("quotation", map(inline_marks, block.paragraphs))
        case List():
            yield from _group(
                "bullet", (_letter(item.level, item.label) + inline_marks(item.inlines) for item in block.items)
            )
        case Table():
            yield from (f"table-caption | {inline_marks(text)}" for text in (block.caption,) if text)
            rows = [map(without_bold, block.head), *block.rows]
            yield from _group("row", (" ; ".join(map(inline_marks, row)) for row in rows))
            yield from (f"table-source | {inline_marks(text)}" for text in (block.source,) if text)


def _letter(level: int, label: str) -> str:
    return "  " * (level - 1) + (f"({label}) " if label else "")


def _group(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield from (f"{name} | {'' if index else '> '}{line}" for index, line in enumerate(lines))
