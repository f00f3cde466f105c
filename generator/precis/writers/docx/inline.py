"""The text inside a block: elements of the page into runs (ECMA-376 Part 1, clauses 17.3.2, 17.13.5 and 17.16.22)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from precis.writers.docx.vocabulary import misplaced

__all__ = ["PLAIN", "Change", "Look", "Piece", "pieces_of"]

_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what was done, by whom, on which day (2025-01-10) or at which time."""

    kind: Literal["ins", "del"]
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text looks, where it leads to and which change it is part of. `size` is in points.

    `kind` is "reference" or "aside" for what the house style has such words in; `colour` is six hexadecimal figures;
    `in_cell` the size, in half points, of a reference in a cell. `script` says that a text is of signs or emphasised
    characters of the script of the page, or that it runs from the right; `language` is Word's tag of another than
    that of the page.
    """

    bold: bool = False
    italic: bool = False
    raised: bool = False
    gap: bool = False
    initial: bool = False
    kind: Literal["", "reference", "aside"] = ""
    colour: str = ""
    in_cell: int | None = None
    size: float | None = None
    link: str = ""
    change: Change | None = None
    script: Literal["", "wide", "emphasis", "rtl"] = ""
    language: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a line: a text, a line break, a tab, or an element (the call of a note, a picture).

    A "leader" is a tab with dots, or a blank where a class has none.
    """

    kind: Literal["text", "break", "tab", "leader", "note", "image"]
    look: Look
    text: str = ""
    element: Any = None


def pieces_of(element: Any, look: Look = PLAIN) -> list[Piece]:
    """The pieces inside `element`, with the white space of the page collapsed."""
    return _collapsed(_pieces(element, look))


def _pieces(element: Any, look: Look) -> Iterator[Piece]:
    if element.text:
        yield Piece("text", look, element.text)
    for child in element:
        kind = child.tag if child.tag != "span" else f"span.{child.get('class')}"
        if kind not in _INLINES:
            raise misplaced(child)
        yield from _INLINES[kind](child, look)
        if child.tail:
            yield Piece("text", look, child.tail)


def _bold(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, bold=True))


def _italic(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, italic=True))


def _raised(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, raised=True))


def _gap(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, gap=True))


def _initial(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, initial=True))


def _reference(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, kind="reference", bold=False, italic=False))


def _aside(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, kind="aside", bold=False, italic=False))


def _end(element: Any, look: Look) -> Iterator[Piece]:
    """What stands at the other end of the line is set after a tab."""
    yield Piece("tab", look)
    yield from _aside(element, look)


def _tongue(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, language=element.get("lang", "")))


def _state(element: Any, look: Look) -> Iterator[Piece]:
    yield Piece("leader", look)
    yield from _pieces(element, look)


def _link(element: Any, look: Look) -> Iterator[Piece]:
    return _pieces(element, replace(look, link=element.get("href", "")))


def _change(element: Any, look: Look) -> Iterator[Piece]:
    change = Change(element.tag, element.get("data-author", ""), element.get("data-date", ""))
    return _pieces(element, replace(look, change=change))


def _label(element: Any, look: Look) -> Iterator[Piece]:
    yield from _pieces(element, look)
    yield Piece("tab", look)


def _number(_element: Any, _look: Look) -> Iterator[Piece]:
    """Word counts the paragraph itself."""
    return iter(())


def _break(_element: Any, look: Look) -> Iterator[Piece]:
    yield Piece("break", look)


def _note(element: Any, look: Look) -> Iterator[Piece]:
    yield Piece("note", look, element=element)


def _image(element: Any, look: Look) -> Iterator[Piece]:
    yield Piece("image", look, element=element)


_INLINES: Mapping[str, Callable[[Any, Look], Iterator[Piece]]] = {
    "b": _bold,
    "i": _italic,
    "sup": _raised,
    "br": _break,
    "a": _link,
    "ins": _change,
    "del": _change,
    "img": _image,
    "span.aside": _aside,
    "span.end": _end,
    "span.gap": _gap,
    "span.initial": _initial,
    "span.label": _label,
    "span.note": _note,
    "span.number": _number,
    "span.reference": _reference,
    "span.state": _state,
    "span.None": _tongue,
}


def _collapsed(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces with one blank for any run of them, and none at the ends or beside a break or tab."""
    out: list[Piece] = []
    after_text = False  # a blank that comes next would print
    for piece in pieces:
        if piece.kind == "text":
            text = _BLANKS.sub(" ", piece.text)
            text = text if after_text else text.removeprefix(" ")
            if text:
                out.append(Piece("text", piece.look, text))
                after_text = text[-1] != " "
            continue
        after_text = piece.kind in ("note", "image")
        if not after_text:
            _end_line(out)
        out.append(piece)
    _end_line(out)
    return out


def _end_line(pieces: list[Piece]) -> None:
    """Take away the blank with which a line ends."""
    if pieces and pieces[-1].kind == "text" and pieces[-1].text.endswith(" "):
        last = pieces.pop()
        if last.text != " ":
            pieces.append(Piece("text", last.look, last.text[:-1]))
