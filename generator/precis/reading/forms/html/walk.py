"""The walk through the elements of a page: blocks become lines, what stands in them becomes runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from precis.model import Align, Call, FileSpan, Gap, Inline, Inlines, PrecisError, Run, joined
from precis.reading.forms.html.asides import Asides, folded
from precis.reading.forms.html.css import Css
from precis.reading.forms.html.formulae import linear
from precis.reading.forms.html.lists import form_of, number_of
from precis.reading.forms.html.notes import BLOCKS, Notes
from precis.reading.forms.html.spans import Spans
from precis.reading.forms.insets import Inset, with_quotations
from precis.reading.forms.numbers import formatted
from precis.reading.forms.symbols import is_symbol_font, symbol_sign
from precis.reading.forms.text import lines_of_text
from precis.reading.line import MOST_LINES, LineLook, Role, TextLine, cut

__all__ = ["Walk"]

_NO_TEXT = frozenset("head script style template svg img object iframe noscript input select textarea".split())
_CELLS = ("td", "th")
_BREAK = "\u2028"
"""Stands for a break while the blanks of a line are folded, which have line ends among them."""

_BULLET = re.compile(r"[•●▪·][\s\u00a0]+")
_LABEL = re.compile(r"\(?(?:\d{1,4}|[a-z]{1,5})[.)]", re.IGNORECASE)
"""A label of an item that is a number or letter; any other is a bullet."""
_QUOTES = (("“", "”"), ("‘", "’"))

_ROLES = {role.value: role for role in Role}
_HEADING = re.compile(r"h([1-6])")
_OWN_HEADING = re.compile(r"heading-(\d)")
_OWN_CONTENTS = re.compile(r"contents-(\d)")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of the page: the block that it is in, what that block is in, and how words are set there."""

    home: Any
    bold: bool = False
    italic: bool = False
    raised: bool = False
    quoted: bool = False
    font: str = ""
    quotes: int = 0
    item: Any = None
    note: str = ""
    worded: bool = False

    def within(self, block: Any, notes: Notes) -> _Place:
        """The place in a block that stands here."""
        quoted = self.quoted or block.tag == "blockquote"
        note, worded = notes.blocks.get(block, self.note), block in notes.worded
        return _Place(block, quoted=quoted, item=block if block.tag == "li" else self.item, note=note, worded=worded)

    def inside(self, tag: str) -> _Place:
        """The place in an inline element that stands here."""
        if tag in ("b", "strong"):
            return replace(self, bold=True)
        if tag in ("i", "em", "cite"):
            return replace(self, italic=True)
        return replace(self, raised=True) if tag == "sup" else self

    def in_font(self, font: str) -> _Place:
        """The place in an element that asks for a font; "" asks for none."""
        return replace(self, font=font if is_symbol_font(font) else "") if font and font != self.font else self

    def styled(self, bold: bool | None, italic: bool | None, raised: bool | None) -> _Place:
        """The place in an element of which a style says so much; None where it says nothing."""
        if bold is italic is raised is None:
            return self
        return replace(
            self,
            bold=self.bold if bold is None else bold,
            italic=self.italic if italic is None else italic,
            raised=self.raised if raised is None else raised,
        )


@dataclass
class Walk:
    """Goes through a page once. `own` pages have the classes of this project; `asides` tell what was left out."""

    file: str
    notes: Notes
    own: bool
    rejected: bool
    css: Css = field(default_factory=Css)
    asides: Asides = field(init=False)
    _out: list[TextLine] = field(default_factory=list)
    _words: list[Inline] = field(default_factory=list)
    _cells: list[Inlines] | None = None
    _spans: Spans = field(default_factory=Spans)
    _begins: bool = False
    _bullet: bool = False
    _number: int | None = None
    _letter: str = ""
    _begun: set[Any] = field(default_factory=set)
    _insets: dict[int, Inset] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.asides = Asides(self.file, self.notes, self.css)

    def lines(self, body: Any) -> Sequence[TextLine]:
        """The lines of a page, in the order in which they stand in it."""
        self._element(body, _Place(body))
        return self._out if self.own else with_quotations(self._out, self._insets)

    def _element(self, element: Any, place: _Place) -> None:
        """Read what stands in an element; the words after it are read by its parent."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _NO_TEXT or not tag or element in self.notes.marks:
            self.asides.tell_unread(element, tag)
            return
        if tag == "math":
            self._formula(element, place)
            return
        if not self.own and self.asides.stands_apart(element, tag):
            return
        if tag in BLOCKS:
            self._block(element, place)
        elif element in self.notes.calls:
            self._words.append(Call(self.notes.calls[element]))
        elif tag == "br":
            self._break(place)
        elif tag == ("ins" if self.rejected else "del") or tag in ("s", "strike"):
            self.asides.leave_out(element, tag)
        elif not self.own and self.css.strikes(element):
            self.asides.tell("struck-left-out", "a line goes through these words", element)
        elif self.own and element.get("class") == "gap":
            self._words.append(Gap(folded("".join(element.itertext())).strip().removeprefix("[").removesuffix("]")))
        elif self.own and element.get("class") == "number":
            printed = "".join(element.itertext())
            figures = re.sub(r"\D", "", printed)
            self._number, self._letter = (int(figures), "") if figures else (None, re.sub(r"[\W_]", "", printed))
        elif not self.own and self.css.labels(element) and not _LABEL.fullmatch(_words(element)):
            self._bullet = True
        else:
            place = place.inside(tag)
            if not self.own:
                place = place.styled(*self.css.emphasis(element)).in_font(self.css.font(element))
            quotes = _QUOTES[place.quotes % 2] if tag == "q" else ("", "")
            self._say(quotes[0], place)
            self._children(element, replace(place, quotes=place.quotes + 1) if tag == "q" else place)
            self._say(quotes[1], place)

    def _children(self, element: Any, place: _Place) -> None:
        self._say(element.text, place)
        for child in element:
            self._element(child, place)
            self._say(child.tail, place)

    def _say(self, text: str | None, place: _Place) -> None:
        if text:
            if place.font:
                text = "".join(char if char.isspace() else symbol_sign(place.font, ord(char)) or char for char in text)
            self._words.append(Run(text, place.bold, place.italic, place.raised))

    def _formula(self, element: Any, place: _Place) -> None:
        words = linear(element)
        self._say(words, place)
        if words != "".join("".join(element.itertext()).split()):
            self.asides.tell_linear(words, element)

    def _break(self, place: _Place) -> None:
        """A break; two of them end a paragraph, where pages are written so."""
        before = "".join(item.text if isinstance(item, Run) else "x" for item in self._words).rstrip(" \t\r\n\f")
        if before.endswith(_BREAK) and not self.own and self._cells is None:
            self._flush(place)
        else:
            self._say(_BREAK, place)

    def _block(self, element: Any, outside: _Place) -> None:
        self._flush(outside)
        tag = element.tag
        if tag == "pre":
            start = (element.sourceline or 1) - 1
            found = lines_of_text("".join(element.itertext()))
            self._out.extend(replace(line, at=start + (line.at or 1)) for line in found)
            return
        if tag in ("ul", "ol", "blockquote", "table") and not (self.own and outside.item is not None):
            self._begins = True
        place = outside.within(element, self.notes)
        if not self.own and tag != "th" and not _HEADING.fullmatch(tag):
            bold, italic, _ = self.css.emphasis(element)
            place = place.styled(bold, italic, None)
        if (
            tag == "tr"
            and self._cells is None
            and (self.own or len(_cells_of(element)) > 1 or self._spans.reach(element))
        ):
            self._row(element, place)
        else:
            # A table of a single column only sets a page: what stands in it are lines like others.
            self._children(element, place)
            self._flush(place)

    def _row(self, row: Any, place: _Place) -> None:
        """A row of a table; words that stand in none of its cells come before it."""
        others: list[str] = [row.text or "", *(cell.tail or "" for cell in row)]
        self._say(" ".join(others), place)
        for other in row:
            if other.tag not in _CELLS:
                self._element(other, place)
        self._flush(place)
        found: list[Inlines] = []
        for cell in _cells_of(row):
            self._cells = []
            self._children(cell, place)
            self._flush(place)
            found.append(cut(joined(item for part in self._cells for item in (Run("\n"), *part)), 0))
        self._cells = None
        found = found if self.own else self._spans.filled(row, _cells_of(row), found)
        if self.own or any(found):
            words = joined(item for cell in found for item in (*cell, Run(" ")))
            aligns = tuple(map(_align, _cells_of(row))) if self.own else ()
            line = TextLine(words, row.sourceline, LineLook.ROW, cells=tuple(found), aligns=aligns, after_gap=True)
            self._out.append(replace(line, begins=self._begins))
            self._begins = False

    def _flush(self, place: _Place) -> None:
        """End the line that stands at a place, if it has words."""
        inlines = _set(self._words) if self._words else ()
        self._words.clear()
        number, self._number = self._number, None
        letter, self._letter = self._letter, ""
        if not inlines and number is None and not letter:
            return
        if self._cells is not None:
            self._cells.append(inlines)
            return
        if len(self._out) >= MOST_LINES:
            message = f"has more than {MOST_LINES:,} paragraphs, which no record has; give the page of one record"
            raise PrecisError.one("file-long", message, FileSpan(self.file))
        line = TextLine(inlines, place.home.sourceline, number=number, label=letter, after_gap=True)
        placed = self._placed_line(line, place.home) if self.own and not place.note else None
        if not self.own and place.home.tag in ("p", "div"):
            self._insets[len(self._out)] = self.css.inset(place.home)
        self._out.append(placed or self._looked_at(line, place))

    def _placed_line(self, line: TextLine, home: Any) -> TextLine | None:
        """The line with the place that its class names, in a page of this project."""
        name = home.get("class") or ""
        if line.number is not None and name != Role.PARAGRAPH:
            line = replace(line, number=None, inlines=joined((Run(f"{line.number}. "), *line.inlines)))
        if heading := _OWN_HEADING.fullmatch(name):
            return replace(line, look=LineLook.HEADING, level=int(heading[1]))
        if contents := _OWN_CONTENTS.fullmatch(name):
            return replace(line, role=Role.CONTENTS, level=int(contents[1]))
        return replace(line, role=_ROLES[name]) if name in _ROLES else None

    def _looked_at(self, line: TextLine, place: _Place) -> TextLine:
        """The line with what its element says of it."""
        if place.note:
            mark = re.match(rf"[\[(]?{re.escape(place.note)}[\])/.]?\s+", line.text) if place.worded else None
            words = cut(line.inlines, mark.end()) if mark else line.inlines
            return replace(line, look=LineLook.FOOTNOTE, label=place.note, inlines=words)
        if heading := _HEADING.fullmatch(place.home.tag):
            return replace(line, look=LineLook.HEADING, level=int(heading[1]))
        begins, self._begins = self._begins, False
        bullet, self._bullet = self._bullet, False
        typed = _BULLET.match(line.text) if place.item is None and not place.quoted else None
        if bullet or typed:
            return replace(line.part(typed.end()) if typed else line, look=LineLook.BULLET, begins=begins)
        if place.item is not None:
            return self._item(line, place.item, begins)
        return replace(line, look=LineLook.QUOTATION, begins=begins) if place.quoted else line

    def _item(self, line: TextLine, item: Any, begins: bool) -> TextLine:
        """A line of a list: a paragraph with its number or letter, or a bullet; what follows in an item goes on."""
        if item in self._begun:
            return line
        self._begun.add(item)
        if self.own:
            level = 1 + sum(1 for _ in item.iterancestors("li"))
            return replace(line, look=LineLook.BULLET, level=level, begins=begins)
        holder = item.getparent()
        form = form_of(holder, item, self.css)
        if form == "decimal":
            return replace(line, number=number_of(item))
        if form:
            label = formatted(number_of(item), form)
            return replace(line, inlines=joined((Run(f"({label}) "), *line.inlines)))
        return replace(line, look=LineLook.BULLET, begins=begins)


def _words(element: Any) -> str:
    return folded("".join(element.itertext())).strip(" \u00a0")


def _align(cell: Any) -> Align:
    align = cell.get("class")
    return align if align in ("center", "right") else "left"


def _cells_of(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in _CELLS]


def _set(items: Sequence[Inline]) -> Inlines:
    """The words as a browser sets them: one blank for any run of blanks, none at the ends of lines."""
    out: list[Inline] = []
    blank = True
    for item in joined(items):
        if not isinstance(item, Run):
            out.append(item)
            blank = False
            continue
        text = re.sub(f" ?{_BREAK} ?", _BREAK, folded(item.text))
        text = text.removeprefix(" ") if blank else text
        if text.startswith(_BREAK) and out and isinstance(out[-1], Run):
            out[-1] = replace(out[-1], text=out[-1].text.removesuffix(" "))
        blank = text.endswith((" ", _BREAK)) if text else blank
        out.append(replace(item, text=text))
    lines = cut(joined(out), 0)
    texts = (replace(item, text=item.text.replace(_BREAK, "\n")) if isinstance(item, Run) else item for item in lines)
    return cut(tuple(texts), 0)
