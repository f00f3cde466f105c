"""The cover of a record while it is read: its words, the wording they are read by, and what they gave so far.

A rule is a function of a cover. It looks for its formulae in the words that no rule before it has taken, takes them,
and puts what they say into the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from precis.language.bodies import Body
from precis.language.formula import fixed, without_case
from precis.language.letters import without_accents
from precis.language.states import States
from precis.language.wording import Wording
from precis.model import plain
from precis.reading.draft import About, CoverDraft
from precis.reading.line import TextLine
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import Found
from precis.reading.search.zone import Piece, Zone

__all__ = ["Cover", "StarredNote"]


@dataclass(frozen=True, slots=True)
class StarredNote:
    """A note of the cover: its formula, its words, those a document would print, its asterisks, its line."""

    name: str
    text: str
    usual: str
    stars: str
    at: int | None


@dataclass
class Cover:
    """The words of a cover, and what the rules have made of them so far.

    What stands after the text is read with it, since notes may stand there: from the character `tail_start` on.
    `page_title` are the words that a web page has added to the title.
    """

    zone: Zone
    wording: Wording
    bodies: Sequence[Body]
    states: States
    draft: CoverDraft
    tail_start: int
    title: Found | None = None
    page_title: str = ""
    held_end: int | None = None
    chairs_end: int | None = None
    notes: list[StarredNote] = field(default_factory=list)
    contents_start: int | None = None
    contents_labels: list[tuple[int, int]] = field(default_factory=list)
    contents: list[TextLine] = field(default_factory=list)
    before_opening: list[TextLine] = field(default_factory=list)

    def first(self, name: str) -> Found | None:
        """The first place where a formula stands in words not yet taken."""
        return self.zone.first(name, self.wording.forms(name))

    def all(self, name: str, *labels: str) -> Iterator[Found]:
        """All places where a formula, or one of some labels of the wording, stands in words not yet taken."""
        forms = [fixed(self.wording.labels[label]) for label in labels]
        return self.zone.find(name, [*forms, *self.wording.forms(name)])

    def words(self, found: Found | Piece) -> str:
        """The words of a place, as they stand."""
        return self.zone.text[found.start : found.end]

    def take(self, found: Found | Piece) -> int | None:
        """Mark the words of a place as read. Gives its line in the file."""
        self.zone.take(found.start, found.end)
        return self.zone.line_at(found.start)

    def said(self, name: str, values: Mapping[str, Any]) -> str:
        """What a formula prints with these values; nothing, if it does not print or lacks one of them."""
        forms = self.wording.forms(name)
        prints = forms and forms[0].text == self.wording.formulae.get(name)
        if not prints or not set(map(without_case, forms[0].names)) <= values.keys():
            return ""
        return plain(self.wording.say(name, **values))

    def settle(self, name: About, found: Found, printed: str | None = None) -> None:
        """Tell the words of a formula if a document would print others: by default, those of the formula."""
        if printed is None:
            printed = self.said(found.name, found.values)
        self.draft.settle(name, self.words(found), printed, self.zone.line_at(found.start))

    def whole(self, *labels: str) -> list[Piece]:
        """The words not yet taken that are just one of these labels, and nothing else before the next taken word."""
        words = {letters(without_accents(self.wording.labels[label])) for label in labels}
        words |= {letters(without_accents(form.text)) for label in labels for form in self.wording.forms(label)}
        return [piece for piece in self.zone.rest() if letters(without_accents(piece.text)) in words]

    def is_alone(self, found: Found | Piece) -> bool:
        """Whether it stands alone on its lines."""
        before, after = self.zone.text[: found.start].rstrip(" \t"), self.zone.text[found.end :].lstrip(" \t")
        return (not before or before.endswith("\n")) and after[:1] in ("", "\n")

    def begins(self, found: Found) -> bool:
        """Whether nothing stands before it on its line but what has been taken."""
        first = self.zone.starts[self.zone.index(found.start)]
        return not any(letters(piece.text) for piece in self.zone.rest(first, found.start))

    def outside_contents(self, found: Found) -> bool:
        """Whether it stands before the contents, or alone on its lines: not inside an item of the contents."""
        return self.is_alone(found) or self.contents_start is None or found.start < self.contents_start
