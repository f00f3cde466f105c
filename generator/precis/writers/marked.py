"""The marked copy: two pages of one document, before and after its corrections, as one page with what changed marked.

With all changes accepted it says what the page after says, with all rejected what the page before said: that holds for
the cover and the notes as for the text, whatever the corrections were. Words are compared, with their emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from lxml import etree

from precis.writers.page import Page

__all__ = ["marked_page"]

_LEAVES = {"p", "h1", "h2", "h3", "h4", "li", "th", "td"}
_WHOLE = {"note", "label", "initial", "gap"}
_ALIKE = 0.4
"""How much of their words two blocks share, from which one is the other corrected."""

Wrapper = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class _Token:
    """A word, a blank or an element of a line, and the elements it stands in, outermost first."""

    text: str
    wrappers: tuple[Wrapper, ...] = ()
    element: Any = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Token) and (self.text, self.wrappers) == (other.text, other.wrappers)

    def __hash__(self) -> int:
        return hash((self.text, self.wrappers))


def marked_page(old: Page, new: Page, author: str, date: str) -> Page:
    """The page that marks what changed from `old` to `new`, by `author` on `date` (2024-12-20)."""
    out = new.copy()
    marker = _Marker({"data-author": author, "data-date": date})
    marked = marker.children(list(old.body), list(new.body))
    for child in list(out.body):
        out.body.remove(child)
    out.body.extend(marked)
    if _is_counted(old.body) and _is_counted(new.body):
        _count_paragraphs(out.body)
    return out


class _Marker:
    def __init__(self, attributes: dict[str, str]) -> None:
        self.attributes = attributes

    def children(self, old: Sequence[Any], new: Sequence[Any]) -> list[Any]:
        """The elements of a container, merged."""
        out: list[Any] = []
        matcher = SequenceMatcher(None, [_key(each) for each in old], [_key(each) for each in new], autojunk=False)
        for kind, i, j, k, m in matcher.get_opcodes():
            if kind == "equal":
                out.extend(deepcopy(each) for each in new[k:m])
            else:
                out.extend(self._replaced(old[i:j], new[k:m]))
        return out

    def _replaced(self, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Any]:
        """Pair each block with the one it became, in order; what has no pair is deleted or inserted."""
        waiting = list(old)
        for element in new:
            index = next((at for at, each in enumerate(waiting) if _alike(each, element)), None)
            if index is None:
                yield self._all(element, "ins")
                continue
            for each in waiting[:index]:
                yield self._all(each, "del")
            yield self._both(waiting[index], element)
            waiting = waiting[index + 1 :]
        for each in waiting:
            yield self._all(each, "del")

    def _both(self, old: Any, new: Any) -> Any:
        """An element and what it became."""
        out = etree.Element(new.tag, dict(new.attrib))
        if new.tag in _LEAVES:
            self._fill(out, new, self._line(list(_tokens(old)), list(_tokens(new))))
        elif new.tag in ("img", "hr"):
            return deepcopy(new)
        else:
            out.extend(self.children(list(old), list(new)))
        return out

    def _line(self, old: list[_Token], new: list[_Token]) -> Iterator[tuple[str, _Token]]:
        """The tokens of a line, each with what happens to it: "", "del" or "ins"."""
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for kind, i, j, k, m in _joined_changes(matcher.get_opcodes(), new):
            if kind == "equal":
                yield from (("", token) for token in new[k:m])
            else:
                yield from self._changed(old[i:j], new[k:m])

    def _changed(self, old: list[_Token], new: list[_Token]) -> Iterator[tuple[str, _Token]]:
        """Words deleted and inserted. A note stays where it is called when only its own words changed."""
        notes = [[at for at, token in enumerate(tokens) if _is_note(token)] for tokens in (old, new)]
        if len(notes[0]) == len(notes[1]):
            first, second = 0, 0
            for here, there in zip(*notes, strict=True):
                yield from (("del", token) for token in old[first:here])
                yield from (("ins", token) for token in new[second:there])
                note = new[there]
                yield "", _Token(note.text, note.wrappers, self._note(old[here].element, note.element))
                first, second = here + 1, there + 1
            old, new = old[first:], new[second:]
        yield from (("del", token) for token in old)
        yield from (("ins", token) for token in new)

    def _note(self, old: Any, new: Any) -> Any:
        out = etree.Element(new.tag, dict(new.attrib))
        self._fill(out, new, self._line(list(_tokens(old)), list(_tokens(new))))
        return out

    def _all(self, element: Any, change: str) -> Any:
        """The whole of an element as inserted or deleted."""
        out = etree.Element(element.tag, dict(element.attrib))
        if element.tag in _LEAVES:
            self._fill(out, element, ((change, token) for token in _tokens(element)))
        elif element.tag in ("img", "hr"):
            return deepcopy(element)
        else:
            out.extend(self._all(child, change) for child in element)
        return out

    def _fill(self, out: Any, source: Any, changes: Iterable[tuple[str, _Token]]) -> None:
        """Put the number of `source` and then the tokens into `out`, in as few elements as their changes need."""
        number = source.find("span[@class='number']")
        if number is not None:
            out.append(_copied(number))
        place, last = out, ""
        stack: Stack = [(None, out)]
        words: list[str] = []
        wrappers: Sequence[Wrapper] = ()
        for change, token in changes:
            if number is not None and token.text == " " and len(out) == 1 and out[0].tail is None:
                # The blank after a number is no part of what changed.
                out[0].tail = " "
                continue
            if change != last or token.wrappers != wrappers or token.element is not None:
                _say("".join(words), place)
                words.clear()
                wrappers = token.wrappers
            if change != last:
                place = etree.SubElement(out, change, self.attributes) if change else out
                stack, last = [(None, place)], change
            place, stack = _inside(token.wrappers, stack)
            if token.element is not None:
                place.append(_copied(token.element))
            else:
                words.append(token.text)
        _say("".join(words), place)


def _say(words: str, place: Any) -> None:
    """Put words behind all that stands in an element."""
    if len(place):
        place[-1].tail = (place[-1].tail or "") + words if words else place[-1].tail
    elif words:
        place.text = (place.text or "") + words


def _copied(element: Any) -> Any:
    """An element without the text that follows it."""
    out = deepcopy(element)
    out.tail = None
    return out


Stack = list[tuple[Wrapper | None, Any]]


def _inside(wrappers: Sequence[Wrapper], stack: Stack) -> tuple[Any, Stack]:
    """The element inside `wrappers`, using those of `stack` that are open already and the last in their place."""
    kept = 1
    while kept < len(stack) and kept <= len(wrappers) and stack[kept][0] == wrappers[kept - 1]:
        kept += 1
    stack = stack[:kept]
    for tag, attributes in wrappers[kept - 1 :]:
        stack.append(((tag, attributes), etree.SubElement(stack[-1][1], tag, dict(attributes))))
    return stack[-1][1], stack


def _is_note(token: _Token) -> bool:
    return token.element is not None and token.element.get("class") == "note"


def _tokens(element: Any, wrappers: tuple[Wrapper, ...] = ()) -> Iterator[_Token]:
    """The words, blanks and notes of a line; the number of a paragraph is not one of its words."""
    yield from _words(element.text, wrappers)
    for child in element:
        if child.get("class") == "number":
            pass
        elif child.get("class") in _WHOLE or child.tag in ("br", "img"):
            yield _Token(f"<{child.tag} {_text(child)}>", wrappers, child)
        else:
            yield from _tokens(child, (*wrappers, (child.tag, tuple(sorted(child.attrib.items())))))
        yield from _words(child.tail, wrappers)


def _words(text: str | None, wrappers: tuple[Wrapper, ...]) -> Iterator[_Token]:
    for piece in re.findall(r"\s+|\S+", text or ""):
        yield _Token(" " if piece.isspace() else piece, wrappers)


def _joined_changes(
    opcodes: Sequence[tuple[str, int, int, int, int]], new: Sequence[_Token]
) -> Iterator[tuple[str, int, int, int, int]]:
    """The opcodes, with two changes that only a blank parts made one: words are read, not blanks."""
    held: tuple[str, int, int, int, int] | None = None
    for index, (kind, i, j, k, m) in enumerate(opcodes):
        between = kind == "equal" and held is not None and index + 1 < len(opcodes)
        if kind != "equal" or (between and all(token.text == " " for token in new[k:m])):
            held = ("replace", held[1] if held else i, j, held[3] if held else k, m)
            continue
        if held is not None:
            yield held
            held = None
        yield kind, i, j, k, m
    if held is not None:
        yield held


def _key(element: Any) -> tuple[str, str, str]:
    """What makes two blocks the same; a number that only counts does not."""
    plain = _copied(element)
    for number in plain.iterfind(".//span[@class='number']"):
        number.text = ""
    content = " ".join(etree.tostring(plain, encoding="unicode").split())
    return element.tag, element.get("class") or "", content


def _alike(old: Any, new: Any) -> bool:
    """Whether one block can be the other, corrected."""
    if (old.tag, old.get("class")) != (new.tag, new.get("class")):
        return False
    if old.tag not in _LEAVES or old.getparent().tag in ("body", "header", "tr"):
        return True
    matcher = SequenceMatcher(None, _text(old).split(), _text(new).split(), autojunk=False)
    return matcher.ratio() >= _ALIKE


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _numbers(body: Any) -> list[Any]:
    return list(body.iterfind(".//p[@class='paragraph']/span[@class='number']"))


def _is_counted(body: Any) -> bool:
    """Whether the numbers of the paragraphs only count them."""
    return all(element.text == f"{number}." for number, element in enumerate(_numbers(body), 1))


def _count_paragraphs(body: Any) -> None:
    """Number the paragraphs as Word counts them while the changes are shown, deleted ones too."""
    for number, element in enumerate(_numbers(body), 1):
        element.text = f"{number}."
