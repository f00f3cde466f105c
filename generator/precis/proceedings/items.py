"""What headings say: the item of the agenda, the report that is considered, whose it is (docs/conventions.md §2.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.model import Heading, Paragraph, Record, plain
from precis.proceedings.headings import (
    considers,
    in_heading_only,
    number_before,
    number_of_item,
    symbols_in,
    without_continued,
)
from precis.proceedings.labels import any_of
from precis.proceedings.passages import Span, normal
from precis.proceedings.reports import NO_REPORT, Report, Review, reviews_in

__all__ = ["Item", "items_of"]

_LONGEST_LINE = 200
"""A line of procedure tells what was adopted in so many characters."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a heading says.

    `words` is all that is printed, `listed` what the contents have of it, without symbols and "(agenda item 4)", whose
    number is `number`, and `title` that without "(continued)". `reviews` are the States under review with their
    reports; `dialogue` says that these are considered with their States. `paragraph` is the number of the first
    numbered paragraph below, None if there is none.
    """

    at: Span
    level: int
    words: str
    listed: str
    title: str
    number: str = ""
    symbols: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    dialogue: bool = False
    paragraph: int | None = None

    @property
    def continued(self) -> bool:
        """Whether it was begun at an earlier meeting."""
        return self.title != self.listed

    @property
    def states(self) -> tuple[State, ...]:
        """The States under review, each once."""
        return tuple(dict.fromkeys(each.state for each in self.reviews))

    @property
    def state(self) -> State | None:
        """The State under review: the first, where there are several."""
        return self.reviews[0].state if self.reviews else None

    @property
    def report(self) -> Report:
        """The report that is considered: the first, where there are several."""
        return self.reviews[0].report if self.reviews else NO_REPORT


def items_of(record: Record, wording: Wording, states: States) -> list[Item]:
    """The items of a record, in order."""
    below: int | None = None
    numbers: dict[int, int | None] = {}
    for index in range(len(record.blocks) - 1, -1, -1):
        block = record.blocks[index]
        if isinstance(block, Paragraph) and block.number is not None:
            below = block.number
        numbers[index] = below
    items: list[Item] = []
    for index, block in enumerate(record.blocks):
        if isinstance(block, Heading):
            above = next((item for item in reversed(items) if item.level < block.level), None)
            items.append(_item(block, index, above, numbers[index], wording, states))
    drafted = _drafted(record, wording)
    return [replace(item, dialogue=False) if item.dialogue and _below(items, item, drafted) else item for item in items]


def _drafted(record: Record, wording: Wording) -> list[int]:
    """The blocks by which paragraphs of a text were adopted: "Paragraphs 12 to 20 were adopted"."""
    words = wording.speech
    noun = words["texts"]["paragraph"]
    paragraph = any_of([*noun["one"], *noun["many"]])
    adopted = re.compile(
        rf"(?:\w+ )?(?:{paragraph})\b[^:]*? (?:{any_of(words['were'])}) (?:{any_of(words['done'])})\b", re.IGNORECASE
    )
    return [
        index
        for index, block in enumerate(record.blocks)
        if isinstance(block, Paragraph) and adopted.match(normal(plain(block.inlines))[:_LONGEST_LINE])
    ]


def _below(items: Sequence[Item], item: Item, blocks: Sequence[int]) -> bool:
    """Whether one of some blocks stands below an item, before the next of its level."""
    ends = (each.at.block for each in items if each.at.block > item.at.block and each.level <= item.level)
    end = next(ends, None)
    return any(item.at.block < block and (end is None or block < end) for block in blocks)


def _item(
    heading: Heading, index: int, above: Item | None, paragraph: int | None, wording: Wording, states: States
) -> Item:
    words = plain(heading.inlines)
    listed = _without(words, list(in_heading_only(words, wording)))
    title = without_continued(listed, wording)
    numbers = (number_of_item(words[start:end].strip(), wording) for start, end in in_heading_only(words, wording))
    reviews, dialogue = _reviews(normal(words), normal(title), above, wording, states)
    return Item(
        Span(index, 0, len(words)),
        heading.level,
        words,
        listed,
        title,
        next(filter(None, numbers), number_before(words, wording)),
        symbols_in(normal(words)),
        reviews,
        dialogue,
        paragraph,
    )


def _without(words: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words without some stretches of them."""
    edges = [0, *(edge for span in spans for edge in span), len(words)]
    return "".join(words[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)).strip()


def _reviews(
    text: str, title: str, above: Item | None, wording: Wording, states: States
) -> tuple[tuple[Review, ...], bool]:
    """The States under review by a heading, and whether their reports are considered with them.

    A heading that is only a State is one of a report if nothing stands above, or the consideration of reports.
    """
    alone = states.named(title)
    if alone is not None:
        symbols = symbols_in(text)
        considered = above is None or considers(above.words, wording)
        return (Review(alone, Report((), symbols[0] if symbols else "")),), considered
    lowered = text.lower()
    words = wording.speech
    if not any(word in lowered for word in words["reviewed"]):
        return (), False
    reviews = tuple(reviews_in(text, wording, states))
    if not reviews:
        named = next(iter(states.find(text)), None)
        reviews = (Review(named.state),) if named is not None else ()
    considered = any(word in lowered for word in words["considered"])
    return reviews, bool(reviews) and considered and not any(word in lowered for word in words["not_considered"])
