"""Numbers, letters and bullets that Word itself counts (ECMA-376 Part 1, clause 17.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from precis.model import PrecisError
from precis.writers.docx.markup import document, w
from precis.writers.lettered import Lettered
from precis.writers.style import PageClass

__all__ = ["Numbering"]

Key = tuple[str, ...]


@dataclass(slots=True)
class Numbering:
    """The lists of a document; those of a reference template come before `first_list` and `first_number`."""

    first_list: int = 0
    first_number: int = 1
    _lists: dict[Key, str] = field(default_factory=dict)
    _numbers: list[str] = field(default_factory=list)
    _running: dict[Key, tuple[int, int]] = field(default_factory=dict)

    def number(self, page_class: PageClass, printed: str) -> int:
        """The `w:numId` under which Word prints `printed` ("12.") on the next paragraph of this class.

        A number that follows the last one goes on with its list; any other begins a list again at that number.
        """
        parts = re.fullmatch(r"(\d+)(\D*)", printed)
        if parts is None:
            message = f"'{printed}' is not the number of a paragraph; write it as 12."
            raise PrecisError.one("page-paragraph", message)
        value, key = int(parts[1]), (page_class.name, parts[2])
        identifier, last = self._running.get(key, (0, 0))
        if value != last + 1 or not identifier:
            start = value if identifier or value != 1 else None
            level = _level(page_class, "decimal", f"%1{parts[2]}")
            identifier = self._begin(key, [level], {} if start is None else {0: start})
        self._running[key] = (identifier, value)
        return identifier

    def bullets(self, classes: Sequence[PageClass]) -> int:
        """The `w:numId` under which Word prints the bullets of lists, whose levels have these classes."""
        key = tuple(page_class.name for page_class in classes)
        if key not in self._running:
            levels = [_bullet_level(page_class, at) for at, page_class in enumerate(classes)]
            self._running[key] = (self._begin(key, levels, {}), 0)
        return self._running[key][0]

    def letters(self, items: Sequence[tuple[int, Lettered]], classes: Sequence[PageClass]) -> list[int]:
        """The `w:numId` under which Word prints the letter of each item of a list, given with its level from 1.

        Word counts the items by their levels, whose `classes` are given; one whose letter does not count on begins
        again at it. Lists that are made alike have the same levels, and each begins anew.
        """
        usual = dict(reversed(items))
        numbers: list[int] = []
        running: list[int] = [0] * len(classes)
        last: list[Lettered | None] = [None] * len(classes)
        for level, item in items:
            at = level - 1
            if not running[at] or item != _next(last[at], usual[level]):
                made = [
                    _letter_level(page_class, item if each == level else usual.get(each), each)
                    for each, page_class in enumerate(classes, 1)
                ]
                number = self._begin(("letters", *made), made, {at: item.number})
            else:
                number = running[at]
            running[at:] = [number] * (len(classes) - at)
            last[at:] = [item, *[None] * (len(classes) - level)]
            # A level that was passed over counts for Word as its first item: one that comes later begins anew.
            running[:at] = [each if known else 0 for each, known in zip(running[:at], last[:at], strict=True)]
            numbers.append(number)
        return numbers

    def part(self) -> bytes:
        """The numbering part."""
        return document("numbering", *self._lists.values(), *self._numbers)

    def _begin(self, key: Key, levels: Sequence[str], starts: dict[int, int]) -> int:
        """A new `w:num` of the list `key`, which is made if there is none, with where its levels start."""
        if key not in self._lists:
            identifier = self.first_list + len(self._lists)
            kind = w("multiLevelType", val="singleLevel" if len(levels) == 1 else "multilevel")
            self._lists[key] = w("abstractNum", kind, *levels, abstractNumId=identifier)
        list_id = self.first_list + list(self._lists).index(key)
        number = self.first_number + len(self._numbers)
        restarts = (w("lvlOverride", w("startOverride", val=start), ilvl=at) for at, start in starts.items())
        self._numbers.append(w("num", w("abstractNumId", val=list_id), *restarts, numId=number))
        return number


def _next(last: Lettered | None, usual: Lettered) -> Lettered:
    """What a level prints next behind its last item; the first of the usual kind where it has none yet."""
    return replace(usual, number=1) if last is None else replace(last, number=last.number + 1)


def _level(page_class: PageClass, form: str, text: str, at: int = 0) -> str:
    """The number stands at the indent, the text begins at the tab, the lines that follow at the indent again."""
    style = page_class.style
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w(
            "pPr",
            w("tabs", w("tab", val="num", pos=page_class.number_tab)),
            w("ind", left=style.left, firstLine=style.first),
        ),
        ilvl=at,
    )


def _letter_level(page_class: PageClass, item: Lettered | None, level: int) -> str:
    """A level of a list with letters: as its item has it; (a), (i), a., i. where it has none."""
    form = ("lowerLetter", "lowerRoman")[(level - 1) % 2] if item is None else item.form
    before, after = ("(", ")") if item is None else (item.before, item.after)
    return _level(page_class, form, f"{before}%{level}{after}", level - 1)


def _bullet_level(page_class: PageClass, at: int) -> str:
    style = page_class.style
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("lvlText", val=page_class.bullet),
        w("lvlJc", val="left"),
        w("pPr", w("tabs", w("tab", val="num", pos=style.left)), w("ind", left=style.left, hanging=-style.first)),
        ilvl=at,
    )
