"""Numbered footnotes that a text has at its end: their calls stand in the words as figures."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from precis.model import Block, Call, Footnote, Inlines, Paragraph, Run, joined, mapped, plain, texts_of
from precis.reading.cover.cover import Cover
from precis.reading.draft import CoverDraft
from precis.reading.line import cut, stretch
from precis.reading.search.zone import Piece
from precis.reading.text.body import Body

__all__ = ["read_footnotes", "settle_footnotes"]

_CALL = r"(?<=[^\W\d_]|[.,;:!?”’\")])(?:{0}|\[{0}\])(?=\s|$)"
_BACK = re.compile(r"\s*[↩↵⏎]\ufe0e?$")
"""The sign of a link to the call, which a web page that was printed has behind a note."""
_NOTE = re.compile(r"\[?(\d{1,2})[\]/.]?\s+(?=\S)")


def read_footnotes(cover: Cover, text: Body) -> None:
    """Read the footnotes after the text, if each of them is called in it, in order.

    Their numbers are typed, or those of a list, as web pages have them.
    """
    found = ((_number_of(piece), piece) for piece in cover.zone.rest(cover.tail_start))
    notes = [(number, start, piece) for (number, start), piece in found if number > 0]
    if not notes or [number for number, _, _ in notes] != list(range(1, len(notes) + 1)):
        return
    called = _with_calls(text, len(notes))
    if called is None:
        return
    text.blocks[:] = called
    for number, start, piece in notes:
        _read_note(cover, text, str(number), start, piece)


def _number_of(piece: Piece) -> tuple[int, int]:
    """The number of a note that some words are, or 0, and where in them the note begins."""
    match = _NOTE.match(piece.text)
    if match is None and piece.start == piece.first:
        return piece.of.number or 0, 0
    return (int(match[1]), match.end()) if match else (0, 0)


def settle_footnotes(text: Body, draft: CoverDraft) -> None:
    """Keep the footnotes that are called, in the order of their calls; a call without a footnote is text again."""
    given: dict[str, Footnote] = {}
    called = [item.label for block in text.blocks for inlines in texts_of(block) for item in _calls(inlines)]
    for footnote in text.footnotes:
        if footnote.label in given or footnote.label not in called:
            words = f"[^{footnote.label}]: {plain(footnote.inlines)}"
            draft.tell("footnote-uncalled", "footnote", "no call of this footnote is in the text", None, old=words)
        else:
            back = _BACK.search(plain(footnote.inlines))
            given[footnote.label] = (
                replace(footnote, inlines=cut(footnote.inlines, 0, back.start())) if back else footnote
            )
    text.footnotes[:] = [given[label] for label in dict.fromkeys(called) if label in given]
    if set(called) - set(given):
        text.blocks[:] = [mapped(block, lambda inlines: _without_calls(inlines, given)) for block in text.blocks]


def _calls(inlines: Inlines) -> list[Call]:
    return [item for item in inlines if isinstance(item, Call)]


def _without_calls(inlines: Inlines, given: Collection[str]) -> Inlines:
    return joined(
        Run(f"[^{item.label}]") if isinstance(item, Call) and item.label not in given else item for item in inlines
    )


def _read_note(cover: Cover, text: Body, label: str, start: int, piece: Piece) -> None:
    at = cover.take(piece)
    text.footnotes.append(Footnote(label, cut(piece.line.inlines, start)))
    reason = f"the figure {label} in the text calls a footnote below it"
    cover.draft.tell("footnote-called", "footnote", reason, at, old=label, new=f"[^{label}]")


def _with_calls(text: Body, count: int) -> list[Block] | None:
    """The blocks with calls in the place of the figures 1 to `count`, or None if one of these is not found."""
    blocks = list(text.blocks)
    wanted = 1
    for index, block in enumerate(text.blocks):
        while isinstance(block, Paragraph) and wanted <= count:
            figure = re.search(_CALL.format(wanted), plain(block.inlines))
            if figure is None:
                break
            before, after = stretch(block.inlines, 0, figure.start()), stretch(block.inlines, figure.end())
            blocks[index] = block = replace(block, inlines=joined((*before, Call(str(wanted)), *after)))
            wanted += 1
    return blocks if wanted > count else None
