"""The cover of a page of ours while it is read backwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from precis.language.bodies import Body
from precis.language.wording import Wording
from precis.model import ContentsItem
from precis.reading.draft import CoverDraft
from precis.reading.line import Role, TextLine

__all__ = ["PlacedCover"]


@dataclass
class PlacedCover:
    """What the lines of a cover gave: the items of the contents, if it has any, and the lines that were not read.

    `calls` are the marks of the notes that the title calls: that of the part recorded and that of the meetings before
    it, either of which may be empty. `read` are the places that were read.
    """

    wording: Wording
    bodies: Sequence[Body]
    draft: CoverDraft
    notes: dict[str, TextLine]
    calls: Sequence[str] = ()
    contents: tuple[ContentsItem, ...] | None = None
    read: set[Role] = field(default_factory=set)
    rest: list[TextLine] = field(default_factory=list)
