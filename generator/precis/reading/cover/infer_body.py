"""Which body a record is of that lost its symbol and its names: what its headings and paragraphs say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from precis.language.bodies import Body
from precis.language.wording import Wording
from precis.model import Heading, Paragraph, Symbol, plain
from precis.reading.draft import CoverDraft
from precis.reading.search.tolerant import LooseText, collapsed, find, squeezed
from precis.reading.text.body import Body as Text

__all__ = ["infer_body", "words_with_lines"]

_FIGURES = re.compile(r"\d+")
_PARENTHESES = re.compile(r"[(（][^()（）]*[)）]")

_FIRST_WORDS = 6
"""So many headings and paragraphs a session is opened in."""

_LONGEST_OF = 6
"""So many letters stand at most between a session and its body: "of the"."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How often a text names a treaty and a committee in full, and how many headings have a body's symbols."""

    body: Body
    treaty: int
    committee: int
    symbols: int

    @property
    def weight(self) -> int:
        """A record calls its own committee the Committee, and names others in full; its own treaty it names too."""
        return 10 * self.symbols + self.treaty - self.committee


def infer_body(text: Text, bodies: Sequence[Body], wording: Wording, draft: CoverDraft) -> None:
    """The body: from the symbol, or else from the names and symbols in the text."""
    symbol: Symbol | None = draft.symbol.value
    if symbol is not None:
        of_symbol = [body.code for body in bodies if body.series == symbol.series]
        if of_symbol and not draft.body.given:
            draft.body.value = of_symbol[0]
        return
    if draft.body.value is not None or _body_of_other_part(bodies, draft):
        return
    found = sorted(_evidence(text, bodies, wording, draft), key=lambda each: -each.weight)
    if not found or found[0].weight <= 0 or (len(found) > 1 and found[1].weight == found[0].weight):
        _body_declared(text, bodies, wording, draft)
        if draft.body.value is None:
            _body_of_article(text, bodies, wording, draft)
        return
    first = found[0]
    reason = f"the headings have symbols of {first.body.series}"
    wanted = f"{first.body.series}/"
    if not first.symbols:
        wanted = _instrument(first.body, wording)
        times = "once" if first.treaty == 1 else f"{first.treaty} times"
        reason = f"the text names its treaty in full {times}, and its committee only as the Committee: {wanted}"
    at = next((at for words, at in words_with_lines(text) if squeezed(wanted) in squeezed(words)), None)
    draft.body.infer(first.body.code, reason, at)


def _body_declared(text: Text, bodies: Sequence[Body], wording: Wording, draft: CoverDraft) -> None:
    """The body whose session the first paragraphs open: "declared open the eighty-eighth session of the …"."""
    for words, at in words_with_lines(text)[:_FIRST_WORDS]:
        loose = LooseText(words)
        ends = [found.end for form in wording.forms("session_declared") for found in find("session", form, loose)]
        for rest in (squeezed(words[end:]) for end in ends):
            named = [
                body
                for body in bodies
                if wording.language in body.names and 0 <= rest.find(_committee(body, wording)) <= _LONGEST_OF
            ]
            if len(named) == 1:
                draft.body.infer(named[0].code, "the session of this body is declared open or closed", at)


def _body_of_article(text: Text, bodies: Sequence[Body], wording: Wording, draft: CoverDraft) -> None:
    """The body under whose article reports are considered: "Consideration of reports … under article 18"."""
    considerations = tuple(wording.reading["considerations"])
    items = [(plain(item.inlines), draft.contents_as_printed.line) for item in draft.contents_as_printed.value or ()]
    items += [
        (plain(block.inlines), at)
        for block, at in zip(text.blocks, text.lines, strict=True)
        if isinstance(block, Heading)
    ]
    for words, at in items:
        figures = _FIGURES.findall(_PARENTHESES.sub("", words)) if words.lower().startswith(considerations) else []
        found = [
            body for body in bodies if figures and _FIGURES.findall(body.report_articles)[: len(figures)] == figures
        ]
        if len(found) == 1:
            draft.body.infer(found[0].code, f"reports are considered under its article: “{words}”", at)
            return


def _body_of_other_part(bodies: Sequence[Body], draft: CoverDraft) -> bool:
    """Infer the body from the symbol of the other part of the meeting, if a note has it."""
    other: Symbol | None = draft.other_part.value
    body = next((body for body in bodies if other is not None and body.series == other.series), None)
    if body is not None:
        draft.body.infer(body.code, f"the other part of the meeting is {other}", draft.other_part.line)
    return body is not None


def _evidence(text: Text, bodies: Sequence[Body], wording: Wording, draft: CoverDraft) -> list[_Evidence]:
    items = (plain(item.inlines) for item in draft.contents_as_printed.value or ())
    words = squeezed("\n".join((*items, *(words for words, _ in words_with_lines(text)))))
    headings = [plain(block.inlines) for block in text.blocks if isinstance(block, Heading)]
    return [
        _Evidence(
            body,
            words.count(squeezed(_instrument(body, wording))),
            words.count(_committee(body, wording)),
            sum(f"{body.series}/" in heading for heading in headings),
        )
        for body in bodies
        if body.report_articles and wording.language in body.names
    ]


def _committee(body: Body, wording: Wording) -> str:
    """The name of a committee as it stands in squeezed text. In Arabic its first letter melts into a prefix: للجنة."""
    name = squeezed(collapsed(body.named(wording.language).committee))
    return name[1:] if wording.from_the_right else name


def _instrument(body: Body, wording: Wording) -> str:
    names = body.named(wording.language)
    return names.instrument or names.treaty


def words_with_lines(text: Text) -> list[tuple[str, int | None]]:
    """The words of the headings and paragraphs, with the line of each."""
    return [
        (plain(block.inlines), at)
        for block, at in zip(text.blocks, text.lines, strict=True)
        if isinstance(block, Heading | Paragraph)
    ]
