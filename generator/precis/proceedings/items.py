"""What headings say: the item of the agenda, the report that is considered, whose it is (un-conventions.md §2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.model import DOCUMENT_SYMBOL, Heading, Paragraph, Record, plain
from precis.proceedings.passages import Span, normal
from precis.proceedings.reports import NO_REPORT, Report, report_numbers

__all__ = ["Item", "items_of"]


@dataclass(frozen=True, slots=True)
class Item:
    """What a heading says.

    `words` is all that is printed, `listed` what is left without symbols and "(agenda item 4)", whose number is
    `number`, and `title` that without "(continued)". `states` are those under review, `report` the report that is
    considered; `dialogue` says that it is considered with its State. `paragraph` is the number of the first numbered
    paragraph below, None if there is none.
    """

    at: Span
    level: int
    words: str
    listed: str
    title: str
    number: str = ""
    continued: bool = False
    symbols: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    report: Report = NO_REPORT
    dialogue: bool = False
    paragraph: int | None = None

    @property
    def state(self) -> State | None:
        """The State under review: the first, where there are several."""
        return self.states[0] if self.states else None


def items_of(record: Record, wording: Wording, states: States) -> Iterator[Item]:
    """The items of a record, in order."""
    for index, block in enumerate(record.blocks):
        if isinstance(block, Heading):
            after = (each for each in record.blocks[index:] if isinstance(each, Paragraph))
            paragraph = next((each.number for each in after if each.number is not None), None)
            yield _item(plain(block.inlines), index, block.level, paragraph, wording, states)


def _item(words: str, block: int, level: int, paragraph: int | None, wording: Wording, states: States) -> Item:
    text = normal(words)
    speech = wording.speech
    symbols = tuple(dict.fromkeys(match[0].rstrip("*") for match in DOCUMENT_SYMBOL.finditer(text)))
    continued = any(word in words.lower() for word in wording.reading["continued"])
    number = ""
    listed = words
    for parenthesis in re.findall(r"\s*\([^()]*\)", words):
        read = wording.read("agenda_item", parenthesis.strip())
        number = read["item"] if read else number
        if read or DOCUMENT_SYMBOL.search(parenthesis):
            listed = listed.replace(parenthesis, "")
    listed = listed.strip()
    title = listed
    for word in wording.reading["continued"]:
        title = title.removesuffix(word).rstrip()
    lowered = text.lower()
    reviewed: tuple[State, ...] = ()
    if any(re.search(rf"\b{word}", lowered) for word in speech["reviewed"]):
        state = _state_in(text, states)
        reviewed = (state,) if state else ()
    considered = any(re.search(rf"\b{word}\b", lowered) for word in speech["considered"])
    dialogue = bool(reviewed) and considered and not any(word in lowered for word in speech["not_considered"])
    report = NO_REPORT
    if dialogue:
        report = Report(report_numbers(text.split(f" {speech['of']} ")[0], wording), symbols[0] if symbols else "")
    at = Span(block, 0, len(words))
    shown = words, listed, title, number, continued, symbols
    return Item(at, level, *shown, reviewed, report, dialogue, paragraph)


def _state_in(text: str, states: States) -> State | None:
    """The State that a heading names, or the code in a symbol of its report."""
    named = next(iter(states.find(text)), None)
    if named is not None:
        return named.state
    code = re.search(r"/C/(?:OP\w+/)?([A-Z]{3})/", text)
    return states.by_code.get(code[1]) if code else None
