"""Edits: an instruction about words, found in its passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from precis.corrections.instruction import (
    Delete,
    InsertAfter,
    InsertAt,
    Remove,
    Replace,
    Rewrite,
    Side,
    Split,
    TextInstruction,
)
from precis.corrections.passage import Passage, Span, space_between
from precis.model import Inlines
from precis.source.marks import marked

__all__ = [
    "Edit",
    "MisfitError",
    "carried_out",
    "edit_of",
    "join_of",
    "merged",
    "occurrences",
    "require",
]

_NOTHING = Passage(())


class MisfitError(Exception):
    """An instruction that does not fit its passage. `words` are those that were not found there."""

    def __init__(self, code: str, message: str, words: Passage = _NOTHING) -> None:
        self.code = code
        self.message = message
        self.words = words
        super().__init__(message)


def require(holds: bool, code: str, message: str) -> None:
    """MisfitError with this code and message, unless it holds."""
    if not holds:
        raise MisfitError(code, message)


@dataclass(frozen=True, slots=True)
class Edit:
    """The cells from `start` to `end` of a passage give way to `new`, or to a new paragraph (`breaks`)."""

    start: int
    end: int
    new: Passage = _NOTHING
    breaks: bool = False


def edit_of(passage: Passage, instruction: TextInstruction, sentence: int | None = None) -> Edit:
    """The edit that the instruction asks for in the passage, or in its `sentence` (from 1).

    MisfitError if it does not fit. An edit is no wider than it must be: the words that two neighbouring corrections
    quote to be found by may overlap.
    """
    start, end = _scope(passage, sentence)
    match instruction:
        case Replace(old, new):
            return _replacement(passage, (start, end), old, new)
        case InsertAfter(words, new):
            return _insertion(passage, (start, end), words, new)
        case InsertAt(side, new):
            at = start if side is Side.BEFORE else end
            inserted = _emphasized(Passage.of(new), _NOTHING, passage[start:end])
            return Edit(at, at, _with_space(passage, at, side, inserted))
        case Delete(words):
            return _deletion(passage, _found(passage, (start, end), Passage.of(words)))
        case Rewrite(new):
            return Edit(start, end, Passage.of(new))
        case Remove():
            return _deletion(passage, (start, end))
        case Split(words):
            return _break(passage, _found(passage, (start, end), Passage.of(words))[0])


def merged(edits: Iterable[Edit]) -> list[Edit]:
    """The edits of one passage in order; MisfitError if two of them want the same characters."""
    out: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        last = out[-1] if out else None
        if last is None or edit.start > last.end or (edit.start == last.end and not _same_gap(last, edit)):
            out.append(edit)
        elif not last.new.cells and not edit.new.cells and not last.breaks and not edit.breaks:
            out[-1] = Edit(last.start, max(last.end, edit.end))
        else:
            raise MisfitError("corrections-overlap", "two corrections change the same words; write them as one")
    return out


def carried_out(passage: Passage, edits: Iterable[Edit]) -> list[Passage]:
    """The passage after the edits (in order, without overlap); more than one where it breaks into paragraphs."""
    pieces = [passage[:0]]
    at = 0
    for edit in edits:
        pieces[-1] += passage[at : edit.start] + edit.new
        if edit.breaks:
            pieces.append(passage[:0])
        at = edit.end
    pieces[-1] += passage[at:]
    return pieces


def join_of(before: Passage, after: Passage) -> Passage:
    """What is put between two paragraphs that become one: a space, if both have words."""
    return Passage(space_between(before.cells[-1:], after.cells[:1]) if before.cells and after.cells else ())


def occurrences(passage: Passage, span: Span, words: Passage) -> list[int]:
    """Where `words` begin in the span, as whole words, whatever their emphasis and the kind of their blanks."""
    text, sought = passage.folded.text, words.folded.text
    found: list[int] = []
    labels = words.labels
    at = text.find(sought, span[0], span[1]) if sought else -1
    while at >= 0:
        end = at + len(sought)
        if (
            not _inside_word(text, at)
            and not _inside_word(text, end)
            and (not labels or passage[at:end].labels == labels)
        ):
            found.append(at)
        at = text.find(sought, at + 1, span[1])
    return found


def _scope(passage: Passage, sentence: int | None) -> Span:
    if sentence is None:
        return (0, len(passage))
    spans = passage.sentences
    if not 1 <= sentence <= len(spans):
        held = "one sentence" if len(spans) == 1 else f"{len(spans)} sentences"
        raise MisfitError("no-sentence", f"it has {held}; name one of them")
    return spans[sentence - 1]


def _found(passage: Passage, span: Span, words: Passage) -> Span:
    """The one place where the words stand."""
    found = occurrences(passage, span, words)
    if not found:
        raise MisfitError("words-missing", f"the words '{words.text}' are not there", words)
    if len(found) > 1:
        times = "twice" if len(found) == 2 else f"{len(found)} times"
        raise MisfitError(
            "words-ambiguous", f"the words '{words.text}' stand there {times}; add words before or after them"
        )
    start, end = found[0], found[0] + len(words)
    if words.looks != passage[start:end].looks and (words.look != 0 or passage[start:end].look is None):
        standing = marked(passage[start:end].inlines)
        raise MisfitError("words-emphasis", f"the words '{words.text}' have other emphasis there; write '{standing}'")
    return start, end


def _replacement(passage: Passage, scope: Span, old: Inlines, new: Inlines) -> Edit:
    words = Passage.of(old)
    start, end = _found(passage, scope, words)
    found = passage[start:end]
    reading = _emphasized(Passage.of(new), words, found)
    compared = (found, reading) if found.text == words.text else (found.folded, reading.folded)
    before = _alike(*compared)
    after = _alike(*(passage[before:][::-1] for passage in compared))
    return Edit(start + before, end - after, reading[before : len(reading) - after])


def _alike(old: Passage, new: Passage) -> int:
    """How many cells the two have in common at the beginning; words count as a whole."""
    pairs = zip(old.cells, new.cells, strict=False)
    count = next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))
    while any(_inside_word(passage.text, count) for passage in (old, new)):
        count -= 1
    return count


def _insertion(passage: Passage, scope: Span, words: Inlines, new: Inlines) -> Edit:
    anchor = Passage.of(words)
    start, end = _found(passage, scope, anchor)
    inserted = _emphasized(Passage.of(new), anchor, passage[start:end])
    return Edit(end, end, _with_space(passage, end, Side.AFTER, inserted))


def _emphasized(new: Passage, written: Passage, found: Passage) -> Passage:
    """`new` in the emphasis of the words found, if both it and the words written are without any."""
    return new.in_look(found.look or 0) if new.look == 0 and written.look == 0 else new


def _with_space(passage: Passage, at: int, side: Side, new: Passage) -> Passage:
    if side is Side.AFTER:
        return passage[:at].spaced(new) + new
    return new + new.spaced(passage[at:])


def _deletion(passage: Passage, span: Span) -> Edit:
    """The span and one of the spaces on its two sides: that before it, but at the beginning that after it."""
    start, end = span
    text = passage.text
    before = len(text[:start].rstrip())
    after = len(text) - len(text[end:].lstrip())
    if start == before:
        return Edit(start, after)
    return Edit(before, end)


def _break(passage: Passage, at: int) -> Edit:
    start = len(passage.text[:at].rstrip())
    if start == 0:
        raise MisfitError("words-first", "these words begin the paragraph; name those that begin the new one")
    return Edit(start, at, breaks=True)


def _same_gap(last: Edit, edit: Edit) -> bool:
    return last.start == last.end == edit.start == edit.end


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
