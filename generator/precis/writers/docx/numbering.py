"""Numbers and bullets that Word itself counts (ECMA-376 Part 1, clause 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from precis.model import PrecisError
from precis.writers.docx.markup import document, w
from precis.writers.style import PageClass

__all__ = ["Numbering"]


@dataclass(slots=True)
class Numbering:
    """The lists of a document; those of a reference template come before `first_list` and `first_number`."""

    first_list: int = 0
    first_number: int = 1
    _lists: dict[tuple[str, str], str] = field(default_factory=dict)
    _numbers: list[str] = field(default_factory=list)
    _running: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

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
            identifier = self._begin(key, _number_level(page_class, parts[2]), start)
        self._running[key] = (identifier, value)
        return identifier

    def bullet(self, page_class: PageClass) -> int:
        """The `w:numId` under which Word prints the bullet of this class."""
        key = (page_class.name, "")
        if key not in self._running:
            self._running[key] = (self._begin(key, _bullet_level(page_class), None), 0)
        return self._running[key][0]

    def part(self) -> bytes:
        """The numbering part."""
        return document("numbering", *self._lists.values(), *self._numbers)

    def _begin(self, key: tuple[str, str], level: str, start: int | None) -> int:
        """A new `w:num` of the list `key`, which is made if there is none."""
        if key not in self._lists:
            identifier = self.first_list + len(self._lists)
            self._lists[key] = w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=identifier)
        list_id = self.first_list + list(self._lists).index(key)
        number = self.first_number + len(self._numbers)
        restart = "" if start is None else w("lvlOverride", w("startOverride", val=start), ilvl=0)
        self._numbers.append(w("num", w("abstractNumId", val=list_id), restart, numId=number))
        return number


def _number_level(page_class: PageClass, after: str) -> str:
    """The number stands at the indent, the text begins at the tab, the lines that follow at the indent again."""
    style = page_class.style
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal"),
        w("lvlText", val=f"%1{after}"),
        w("lvlJc", val="left"),
        w("pPr", w("tabs", w("tab", val="num", pos=page_class.number_tab)), w("ind", left=style.left, firstLine=0)),
        ilvl=0,
    )


def _bullet_level(page_class: PageClass) -> str:
    style = page_class.style
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("lvlText", val=page_class.bullet),
        w("lvlJc", val="left"),
        w("pPr", w("tabs", w("tab", val="num", pos=style.left)), w("ind", left=style.left, hanging=-style.first)),
        ilvl=0,
    )
