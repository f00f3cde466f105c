"""What a text lost and its blocks show: the numbers of paragraphs, the emphasis of speakers; and what is odd in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from precis.language.wording import Wording
from precis.model import Block, Heading, Inlines, Paragraph, Quotation, mapped, plain, texts_of
from precis.proceedings.procedure import stands_alone, takes_chair
from precis.reading.draft import CoverDraft
from precis.reading.line import cut
from precis.reading.mend.blanks import take_blanks
from precis.reading.mend.glued import warn_of_glued_words
from precis.reading.mend.mending import Mender, is_sound
from precis.reading.text.body import Body
from precis.reading.text.emphasis import restore_emphasis
from precis.reading.text.signs import NUMBER, PART, has_end

__all__ = ["repair"]


def repair(body: Body, wording: Wording, draft: CoverDraft) -> None:
    """Mend words, number the paragraphs again, restore emphasis, and warn of what a reader should look at."""
    take_blanks(body, wording, draft)
    texts = [text for block in body.blocks for text in texts_of(block)]
    sound = is_sound(texts, wording)
    if not sound:
        _mend(body, Mender(wording, map(plain, texts)), draft)
    numbered = any(paragraph.number is not None for _, paragraph in _paragraphs(body))
    _number(body, wording, draft)
    restore_emphasis(body, wording, draft)
    _warn(body, draft)
    if numbered:
        _warn_of_announcements(body, draft)
    if not sound:
        warn_of_glued_words(body, wording, draft)


def _mend(body: Body, mender: Mender, draft: CoverDraft) -> None:
    """Join the words that a converter split, and put right the blanks before and after signs."""
    for index, block in enumerate(body.blocks):

        def mended(text: Inlines, at: int | None = body.lines[index]) -> Inlines:
            return mender.mended(text, at, draft)

        whole = mapped(block, mended)
        body.blocks[index] = whole if whole is block else _with_own_number(whole)


def _with_own_number(block: Block) -> Block:
    """A block whose words were mended; the number that they may begin with now ("4 . It was") is its own."""
    if not isinstance(block, Paragraph) or block.number is not None:
        return block
    number = NUMBER.match(plain(block.inlines))
    words = cut(block.inlines, number.end()) if number else ()
    return Paragraph(int(number[1]), words) if number and words else block


def _paragraphs(body: Body) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs, and the place of each among the blocks."""
    return ((index, block) for index, block in enumerate(body.blocks) if isinstance(block, Paragraph))


def _number(body: Body, wording: Wording, draft: CoverDraft) -> None:
    """Number the paragraphs of a text that lost all its numbers, and those between two numbers that just fit."""
    found = list(_paragraphs(body))
    numbered = [(place, paragraph.number) for place, (_, paragraph) in enumerate(found) if paragraph.number is not None]
    if not numbered:
        of_text = [index for index, paragraph in found if not _without_number(body, index, paragraph, wording)]
        _assign(body, of_text, 1, "number-counted", "the text has lost its paragraph numbers", draft)
        return
    if len(numbered) > 2 and {number for _, number in numbered} == {1}:
        all_one = [index for index, paragraph in found if paragraph.number is not None]
        reason = "all paragraphs have the number 1, as lists of Markdown may"
        _assign(body, all_one, 1, "number-counted", reason, draft)
        return
    for (place, number), (next_place, next_number) in zip([(-1, 0), *numbered], numbered, strict=False):
        between = [
            index
            for index, paragraph in found[place + 1 : next_place]
            if not _without_number(body, index, paragraph, wording)
        ]
        if between and next_number - number == len(between) + 1:
            reason = "the paragraph has lost its number; those around it leave just this one"
            _assign(body, between, number + 1, "number-restored", reason, draft)


def _assign(body: Body, places: list[int], first: int, code: str, reason: str, draft: CoverDraft) -> None:
    for number, index in enumerate(places, first):
        paragraph = body.blocks[index]
        assert isinstance(paragraph, Paragraph)
        body.blocks[index] = replace(paragraph, number=number)
        old = f"{paragraph.number}." if paragraph.number is not None else ""
        if old != f"{number}.":
            draft.tell(code, "text", reason, body.lines[index], old=old, new=f"{number}.")


def _without_number(body: Body, index: int, paragraph: Paragraph, wording: Wording) -> bool:
    """Whether a paragraph is one that has no number in any record: a suspension, or what goes on after a quotation."""
    text = plain(paragraph.inlines)
    after_quotation = index > 0 and isinstance(body.blocks[index - 1], Quotation)
    is_first = not any(isinstance(block, Paragraph) for block in body.blocks[:index])
    above = is_first and takes_chair(text, wording)
    return above or stands_alone(text, wording) or after_quotation or text[:1].islower()


def _is_of_list(body: Body, index: int, text: str) -> bool:
    """Whether a paragraph is a part of a list, or stands before one: it may end in "and", or without a sign."""
    after = body.blocks[index + 1] if index + 1 < len(body.blocks) else None
    before_list = isinstance(after, Paragraph) and PART.match(plain(after.inlines))
    return bool(before_list or PART.match(text))


def _warn_of_announcements(body: Body, draft: CoverDraft) -> None:
    """Warn of each paragraph that announces a text, and is followed by another of the record's numbers.

    What is announced has no number: a quotation, parts of a list, a table.
    """
    for index, paragraph in _paragraphs(body):
        after = body.blocks[index + 1] if index + 1 < len(body.blocks) else None
        text = plain(paragraph.inlines)
        begun = isinstance(after, Paragraph) and (after.number is None or PART.match(plain(after.inlines)))
        if text.endswith((":", "：")) and (after is None or isinstance(after, Paragraph | Heading)) and not begun:
            last = " ".join(text.split()[-3:])
            reason = "what it announces does not follow; it may be lost"
            draft.tell("announced-missing", "text", reason, body.lines[index], old=f"… {last}")


def _warn(body: Body, draft: CoverDraft) -> None:
    expected = 1
    for index, paragraph in _paragraphs(body):
        at, number = body.lines[index], paragraph.number
        text = plain(paragraph.inlines)
        name = f"paragraph {number}" if number else "a paragraph without a number"
        if not has_end(text) and not _is_of_list(body, index, text):
            last = " ".join(text.split()[-3:])
            draft.tell("full-stop-missing", "text", f"{name} has no full stop at its end", at, old=f"… {last}")
        if number is not None:
            if number != expected:
                reason = f"{expected} is the next number after the paragraph before it"
                draft.tell("number-unexpected", "text", reason, at, old=f"{number}.")
            expected = number + 1
