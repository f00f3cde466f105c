"""Footnotes and endnotes: their labels, as Word prints them (ECMA-376 Part 1, clause 17.11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from precis.reading.forms.docx.markup import W, integer, value
from precis.reading.forms.numbers import formatted

__all__ = ["Key", "Notes"]

Key = tuple[str, str]
"""The kind of a note ("footnote", "endnote") and its id in the file."""

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class _Count:
    form: str
    start: int
    restart: str
    next: int


@dataclass(slots=True)
class Notes:
    """The notes of a file by kind and id, counted in the order of their calls.

    `settings` is the part with the form of the numbers for all sections. `marks` are those marks that are not counted:
    they stand in the text of their notes again.
    """

    footnotes: Any = None
    endnotes: Any = None
    settings: Any = None
    labels: dict[Key, str] = field(default_factory=dict)
    marks: dict[Key, str] = field(default_factory=dict)
    _counts: dict[str, _Count] = field(init=False)
    _unread: dict[Key, Any] = field(init=False)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._unread = {}
        for kind, root in (("footnote", self.footnotes), ("endnote", self.endnotes)):
            for each in () if root is None else root.iterchildren(f"{W}{kind}"):
                if each.get(f"{W}type", "normal") == "normal":
                    self._unread[kind, each.get(f"{W}id", "")] = each
        self._counts = {kind: _count(kind, self.settings) for kind in _FORMS}

    def begin_section(self, properties: Any) -> None:
        """Count on, or again, in a section with the properties `w:sectPr`."""
        for kind, count in self._counts.items():
            own = _count(kind, self.settings, properties)
            again = own.restart == "eachSect" or own.start != count.start
            own.next = own.start if again else count.next
            self._counts[kind] = own

    def called(self, key: Key, mark: str | None) -> str | None:
        """The label of a note where it is called: its own mark, or the next number; None if there is no such note."""
        if key not in self.labels:
            if key not in self._unread:
                return None
            self.marks[key] = (mark or "").strip()
            self.labels[key] = self._free(self.marks[key] or self._number(key[0]))
        return self.labels[key]

    def taken(self, key: Key) -> Any:
        """The element of a note to read, once; then None."""
        return self._unread.pop(key, None)

    def uncalled(self) -> Iterator[Any]:
        """The notes that nothing calls."""
        yield from self._unread.values()

    def _number(self, kind: str) -> str:
        count = self._counts[kind]
        count.next += 1
        return formatted(count.next - 1, count.form) or str(count.next - 1)

    def _free(self, mark: str) -> str:
        """The mark; with a number behind it where another note has that figure, so that a label names one note.

        Asterisks stay as they are printed: each stands beside its note.
        """
        if set(mark) == {"*"}:
            return mark
        label, again = mark, 1
        while label in self._taken:
            again += 1
            label = f"{mark}-{again}"
        self._taken.add(label)
        return label


def _count(kind: str, *places: Any) -> _Count:
    """How the notes of a kind are counted, by the properties in each of the places; the last that speaks wins."""
    form, start, restart = _FORMS[kind], 1, "continuous"
    for place in places:
        properties = None if place is None else place.find(f"{W}{kind}Pr")
        form = value(properties, f"{W}numFmt") or form
        start = integer(value(properties, f"{W}numStart"), start)
        restart = value(properties, f"{W}numRestart") or restart
    return _Count(form, start, restart, start)
