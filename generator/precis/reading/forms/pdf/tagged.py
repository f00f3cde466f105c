"""A PDF that this project wrote, read by its structure: each element says in its title what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from precis.model import MESSAGES, Align, Call, FileSpan, Finding, Gap, Inline, Inlines, Run, joined, plain
from precis.reading.forms.pdf.frame import pages_in_words
from precis.reading.forms.pdf.structure import Element
from precis.reading.line import FileText, LineLook, Role, TextLine
from precis.reading.search.letters import letters

__all__ = ["tagged_lines"]

_ROLES = {role.value: role for role in Role}
_LEVELLED = re.compile(r"(?P<kind>heading|contents|digest-heading)-(?P<level>\d)")
_LOOKS = {"quotation": LineLook.QUOTATION}
_ALIGNS: Mapping[str, Align] = {"center": "center", "right": "right"}
_EMPHASIS = {"bold", "italic", "raised"}
_BLANKS = re.compile(r"[ \n]+")
_MANY_BLANKS, _ABOUT_END = re.compile(" +"), re.compile(r" *\n *")


def tagged_lines(root: Element, artifacts: Sequence[Sequence[str]], file: str) -> FileText:
    """The lines of a document by its structure, and of its pages' heads and feet what no line has.

    `artifacts` are, page by page, the words that belong to no element.
    """
    reader = _Reader(file)
    lines = list(reader.lines(root))
    return FileText([*_notices(artifacts, lines, file, reader.findings), *lines], tuple(reader.findings), "page")


class _Reader:
    """Gives the lines of elements, and tells what was deleted in a marked copy."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def lines(self, element: Element) -> Iterator[TextLine]:
        """The lines of an element and of all below it, in reading order."""
        if element.role == "Figure":
            return
        if element.role == "Note":
            yield self._note(element)
        elif element.role == "TR":
            yield self._row(element)
            yield from (self._note(note) for cell in element.elements() for note in _notes(cell))
        elif element.role == "LI":
            yield from self._item(element, 1)
        elif element.role in ("P", "H1", "H2", "H3", "H4", "H5", "H6"):
            yield self._line(element)
            yield from (self._note(note) for note in _notes(element))
        elif element.role == "Caption":
            yield TextLine(self._inlines(element), element.page, role=Role.TABLE_CAPTION)
            yield from (self._note(note) for note in _notes(element))
        elif element.role == "Table":
            inside = [line for child in element.elements() for line in self.lines(child)]
            first = next((at for at, line in enumerate(inside) if line.look is LineLook.ROW), -1)
            yield from (replace(line, begins=at == first) for at, line in enumerate(inside))
        elif element.role in ("BlockQuote", "L"):
            inside = [line for child in element.elements() for line in self.lines(child)]
            yield from (replace(line, begins=index == 0) for index, line in enumerate(inside))
        else:
            for child in element.elements():
                yield from self.lines(child)

    def _item(self, element: Element, level: int) -> Iterator[TextLine]:
        """The line of an item of a list, then its notes and the items in it."""
        label = element.first("Lbl")
        letter = "" if label is None else re.sub(r"[\W_]", "", label.text())
        yield TextLine(self._inlines(element), element.page, LineLook.BULLET, level=level, label=letter)
        yield from (self._note(note) for note in _notes(element))
        for inner in _lists(element):
            for child in inner.elements():
                yield from self._item(child, level + 1)

    def _line(self, element: Element) -> TextLine:
        """The line of a block, with the place that its title names."""
        title, words = element.title, self._inlines(element)
        level = _LEVELLED.fullmatch(title)
        label = element.first("Lbl")
        if title in _LOOKS:
            return TextLine(words, element.page, _LOOKS[title])
        if level and level["kind"] != "contents":
            return TextLine(words, element.page, LineLook.HEADING, level=int(level["level"]))
        if level:
            return TextLine(words, element.page, role=Role.CONTENTS, level=int(level["level"]))
        if title == Role.PARAGRAPH and label is not None:
            digits = re.sub(r"\D", "", label.text())
            return TextLine(words, element.page, role=Role.PARAGRAPH, number=int(digits) if digits else None)
        if label is not None:
            words = _tidy([Run(f"{label.text().strip()} "), *words])
        return TextLine(words, element.page, role=_ROLES.get(title))

    def _note(self, note: Element) -> TextLine:
        label = note.first("Lbl")
        mark = "" if label is None else label.text().strip()
        return TextLine(self._inlines(note), note.page, LineLook.FOOTNOTE, label=mark)

    def _row(self, row: Element) -> TextLine:
        cells = tuple(self._inlines(cell) for cell in row.elements())
        aligns = tuple(_ALIGNS.get(cell.title, "left") for cell in row.elements())
        words = joined(item for cell in cells for item in (*cell, Run(" ")))
        return TextLine(words, row.page, LineLook.ROW, cells=cells, aligns=aligns)

    def _inlines(self, element: Element) -> Inlines:
        """The words of a block: without its own label, which is no word of it, and without the notes in it."""
        return _tidy(list(self._items(element, Run(" "))))

    def _items(self, element: Element, look: Run) -> Iterator[Inline]:
        for part in element.parts:
            if isinstance(part, str):
                yield from (Run(words, look.bold, look.italic, look.superscript) for words in [part] if words)
            elif part.title in _EMPHASIS:
                yield from _apart(list(self._items(part, _emphasised(look, part.title))), look)
            elif part.title == "gap" or part.role == "Reference":
                words = _BLANKS.sub(" ", part.text())
                yield Call(words.strip()) if part.role == "Reference" else Gap(words.strip()[1:-1])
                yield replace(look, text=_blanks_after(part.text()))
            elif part.title == "inserted":
                yield from _apart(_without_signs(list(self._items(part, look))), look)
            elif part.title == "deleted":
                words = plain(_without_signs(list(self._items(part, look))))
                place = FileSpan(self.file, part.page, "page")
                self.findings.append(Finding("change-left-out", place, "text", "deleted in the marked copy", old=words))
            elif part.role not in ("Note", "Lbl", "Figure", "L"):
                yield from self._items(part, look)


def _notes(element: Element) -> list[Element]:
    """The notes that stand inside a block, at its end; not those of the items in an item."""
    if element.role == "Note":
        return []
    inside = [part for part in element.elements() if part.role != "L"]
    return [note for part in inside for note in ([part] if part.role == "Note" else _notes(part))]


def _lists(item: Element) -> list[Element]:
    """The lists in an item of a list."""
    return [below for part in item.elements() for below in ([part] if part.role == "L" else _lists(part))]


def _emphasised(look: Run, title: str) -> Run:
    changes = {"bold": {"bold": True}, "italic": {"italic": True}, "raised": {"superscript": True}}
    return replace(look, **changes[title])  # type: ignore[arg-type]


def _apart(items: list[Inline], look: Run) -> Iterator[Inline]:
    """Emphasised words with the blanks at their ends set as what is about them: those were drawn with the word before
    them, and parted it from the next.
    """
    before = after = ""
    if items and isinstance(items[0], Run):
        words = items[0].text.lstrip(" \n")
        before, items[0] = items[0].text[: len(items[0].text) - len(words)], replace(items[0], text=words)
    if items and isinstance(items[-1], Run):
        after = _blanks_after(items[-1].text)
        items[-1] = replace(items[-1], text=items[-1].text.rstrip(" \n"))
    yield replace(look, text=before)
    yield from items
    yield replace(look, text=after)


def _blanks_after(text: str) -> str:
    return text[len(text.rstrip(" \n")) :]


def _without_signs(items: list[Inline]) -> list[Inline]:
    """The words of a change without the signs that stand about it for the eye."""
    items = list(_apart(items, Run(" ")))[1:-1]
    for place, cut in ((0, slice(1, None)), (-1, slice(0, -1))):
        item = items[place] if items else None
        if isinstance(item, Run):
            items[place] = replace(item, text=item.text[cut])
    return items


def _tidy(items: Sequence[Inline]) -> Inlines:
    """A text with one blank between words, none about the end of a line, and none at its own ends."""
    out: list[Inline] = []
    open_blank = True
    for item in joined(items):
        if isinstance(item, Run):
            text = _MANY_BLANKS.sub(" ", item.text) if "  " in item.text else item.text
            text = _ABOUT_END.sub("\n", text) if "\n" in text else text
            if open_blank:
                text = text.lstrip(" ")
            open_blank = text[-1:] in (" ", "\n") if text else open_blank
            item = replace(item, text=text)
        else:
            open_blank = False
        out.append(item)
    out = list(joined(out))
    if out and isinstance(out[-1], Run):
        out[-1] = replace(out[-1], text=out[-1].text.rstrip(" \n"))
    return joined(out)


def _notices(
    artifacts: Sequence[Sequence[str]], lines: Sequence[TextLine], file: str, findings: list[Finding]
) -> list[TextLine]:
    """Tell the heads and feet of the pages, each wording once; give the notice that stands at the foot of each page."""
    rows = {letters(plain(cell)) for line in lines if line.look is LineLook.ROW for cell in line.cells}
    found: dict[tuple[str, int], list[int]] = {}
    numbers: list[int] = []
    for page, texts in enumerate(artifacts, start=1):
        on_page: Counter[str] = Counter()
        for words in filter(letters, texts):  # dots that lead to a word say nothing
            if words == str(page):
                numbers.append(page)
            else:
                # What stands twice on a page is told twice.
                found.setdefault((words, on_page[words]), []).append(page)
                on_page[words] += 1

    def tell(code: str, pages: Sequence[int], words: str) -> None:
        place = FileSpan(file, pages[0], "page")
        reason = f"{MESSAGES[code].means}, on {pages_in_words(pages)}"
        findings.append(Finding(code, place, "page", reason, old=words))

    notices: list[TextLine] = []
    for (words, _), pages in found.items():
        if pages[0] == 1:
            # Page 1 has no running head, and no table is there before it begins.
            notices.append(TextLine((Run(words),), 1, role=Role.NOTICE))
            if len(pages) > 1:
                tell("page-foot", pages[1:], words)
        else:
            said = letters(words)
            # A cell may be printed over several lines; a figure that is a part of another is none of it.
            table = said in rows or (not said.isdecimal() and any(said in row for row in rows))
            tell("table-head" if table else "page-head", pages, words)
    if numbers:
        tell("page-number", numbers, " ".join(str(number) for number in numbers))
    return notices
