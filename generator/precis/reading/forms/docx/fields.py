"""Fields whose results stand in no file: numbers that Word counts as it prints (ECMA-376, clause 17.16.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from precis.reading.forms.docx.markup import W, integer, named, switched, value
from precis.reading.forms.numbers import formatted

__all__ = ["FieldNumbers", "chosen", "is_page_in_contents", "prints"]

_SILENT = frozenset("ADVANCE ASK BOOKMARK GOTOBUTTON MACROBUTTON PRIVATE RD SET TA TC TOC XE PRINT NEXT NEXTIF".split())
"""Fields that print nothing, or nothing of their own."""
_SWITCH = re.compile(r"\\([lsLS])\s*(\d{1,5})")
_DECIMAL, _LETTER, _ROMAN = "decimal", "lowerLetter", "lowerRoman"
_LISTS = {
    "numberdefault": (
        *((_DECIMAL, "{})"), (_LETTER, "{})"), (_ROMAN, "{})")),
        *((_DECIMAL, "({})"), (_LETTER, "({})"), (_ROMAN, "({})")),
        *((_DECIMAL, "{}."), (_LETTER, "{}."), (_ROMAN, "{}.")),
    ),
    "outlinedefault": (
        *(("upperRoman", "{}."), ("upperLetter", "{}."), (_DECIMAL, "{}."), (_LETTER, "{})")),
        *((_DECIMAL, "({})"), (_LETTER, "({})"), (_ROMAN, "({})"), (_LETTER, "({})"), (_ROMAN, "({})")),
    ),
}
"""The lists that Word knows by name, level by level."""
_MOST_LEVELS = 9


def prints(instruction: str) -> bool:
    """Whether a field with this instruction prints something."""
    name = instruction.split(None, 1)[0].upper() if instruction.strip() else ""
    return bool(name) and name not in _SILENT


def is_page_in_contents(instructions: Sequence[str]) -> bool:
    """Whether the innermost of fields tells the page of an item, in a table of contents (clause 17.16.5.46)."""
    names = [each.split(None, 1)[0].upper() if each.strip() else "" for each in instructions]
    return names[-1] == "PAGEREF" and "TOC" in names


def chosen(begin: Any) -> str | None:
    """What a field of a form prints that has a list to choose from, or a box to tick (clauses 17.16.9 and 17.16.7).

    `begin` is the mark that begins the field. None for any other field.
    """
    choices, box = begin.find(named("ffData/ddList")), begin.find(named("ffData/checkBox"))
    if choices is not None:
        entries = [each.get(f"{W}val", "") for each in choices.iterchildren(f"{W}listEntry")]
        at = integer(value(choices, named("result")) or value(choices, named("default")))
        return entries[at] if 0 <= at < len(entries) else ""
    if box is None:
        return None
    ticked = switched(box.find(named("checked")))
    return "☒" if (switched(box.find(named("default"))) if ticked is None else ticked) else "☐"


@dataclass(slots=True)
class FieldNumbers:
    """Counts the fields LISTNUM and AUTONUM of a file in their order."""

    _lists: dict[str, list[int]] = field(default_factory=dict)
    _auto: int = 0

    def printed(self, instruction: str) -> str | None:
        """What Word prints for a field without a result; None for any other field."""
        words = instruction.split()
        name = words[0].upper() if words else ""
        if name in ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT"):
            self._auto += 1
            return f"{self._auto}."
        return self._listed(instruction, words[1:]) if name == "LISTNUM" else None

    def _listed(self, instruction: str, words: list[str]) -> str:
        switches = {match[1].lower(): int(match[2]) for match in _SWITCH.finditer(instruction)}
        named = words[0].strip('"') if words and not words[0].startswith("\\") else "NumberDefault"
        counts = self._lists.setdefault(named.casefold(), [0] * _MOST_LEVELS)
        at = min(max(switches.get("l", 1), 1), _MOST_LEVELS) - 1
        counts[at] = switches["s"] if "s" in switches else counts[at] + 1
        counts[at + 1 :] = [0] * (_MOST_LEVELS - at - 1)
        if named.casefold() == "legaldefault":
            return ".".join(str(max(count, 1)) for count in counts[: at + 1]) + "."
        form, shape = _LISTS.get(named.casefold(), _LISTS["numberdefault"])[at]
        return shape.format(formatted(counts[at], form))
