"""A difference of words said as a person would say it: the shortest that reads well and means one place only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.corrections.edits import Edit, MisfitError, carried_out, edit_of, merged, occurrences
from precis.corrections.instruction import Delete, InsertAfter, InsertAt, Replace, Side, Split, TextInstruction
from precis.corrections.passage import CLOSING, Passage, Token
from precis.corrections.words import Hunk
from precis.model import Inlines

__all__ = ["Phrased", "Scope", "phrased", "split_words", "written"]

_LONGEST_NAME = 8  # words taken in on one side
_MOST_CONTEXT = 8  # words added to be unique, before the whole scope is quoted
_CONTENT = 4  # letters; a shorter word alone ("of", "has") says too little to be found by


@dataclass(frozen=True, slots=True)
class Phrased:
    """An instruction, and the sentence of the old passage it is for; None: the passage as a whole."""

    instruction: TextInstruction
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a hunk may quote: the old tokens from `first` to before `last`, which but for the hunk are also new.

    `edges` are the edits that the words must not be moved across: where the passage breaks into paragraphs.
    """

    first: int
    last: int
    sentence: int | None = None
    edges: tuple[Edit, ...] = ()


def phrased(old: Passage, new: Passage, hunk: Hunk, truth: Edit, scope: Scope) -> Phrased | None:
    """The correction that says `hunk`, whose exact effect is `truth`; None if no words of the scope can say it."""
    try:
        goal = carried_out(old, merged([truth, *scope.edges]))
    except MisfitError:
        return None  # what changes reaches over a place where the passage breaks
    for instruction in _candidates(old, new, hunk, scope):
        try:
            edit = edit_of(old, instruction, scope.sentence)
            done = carried_out(old, merged([edit, *scope.edges]))
        except MisfitError:
            continue
        if done == goal:
            return Phrased(instruction, scope.sentence)
    return None


def split_words(old: Passage, token: int) -> Split | None:
    """The instruction to begin a new paragraph at a token, or None if its words are nowhere unique."""
    start = old.tokens[token].start
    for count in range(min(3, len(old.tokens) - token), len(old.tokens) - token + 1):
        words = old[start : old.tokens[token + count - 1].end]
        if len(occurrences(old, (0, len(old)), words)) == 1:
            return Split(*written(words))
    return None


def _candidates(old: Passage, new: Passage, hunk: Hunk, scope: Scope) -> Iterator[TextInstruction]:
    """What could be said, the best first."""
    if hunk.old == hunk.old_end:
        reading = _text(new, hunk.new, hunk.new_end)
        yield from _additions(old, reading, hunk, scope)
        if _has_content(new, hunk.new, hunk.new_end):
            yield from _insertions(old, reading, hunk, scope)
    elif hunk.new == hunk.new_end and _has_content(old, hunk.old, hunk.old_end):
        yield Delete(*written(_text(old, hunk.old, hunk.old_end)))
    yield from _replacements(old, new, hunk, scope)


def _additions(old: Passage, reading: Passage, hunk: Hunk, scope: Scope) -> Iterator[InsertAt]:
    """At the beginning or the end of the passage or sentence."""
    span = (0, len(old.tokens)) if scope.sentence is None else _sentence_tokens(old, scope.sentence)
    whole = old if scope.sentence is None else old[slice(*old.sentences[scope.sentence - 1])]
    for side, token in ((Side.AFTER, span[1]), (Side.BEFORE, span[0])):
        if hunk.old == token:
            yield InsertAt(side, written(reading, whole)[0])


def _insertions(old: Passage, reading: Passage, hunk: Hunk, scope: Scope) -> Iterator[InsertAfter]:
    """After the words before: as few as say something, then more."""
    first = _back(old.tokens, hunk.old, scope.first, 1)
    first = _name_start(old, first, scope.first)
    for _ in range(_MOST_CONTEXT):
        if _has_content(old, first, hunk.old):
            yield InsertAfter(*written(_text(old, first, hunk.old), reading))
        if first == scope.first:
            return
        first = _back(old.tokens, first, scope.first, 1)


def _replacements(old: Passage, new: Passage, hunk: Hunk, scope: Scope) -> Iterator[Replace]:
    """*For* … *read* …: the words that read well, then more on either side, then all."""
    start, end = _well_read(old, new, hunk, scope)
    tried = set()
    for left, right in [*_growing(), (len(old.tokens), len(old.tokens))]:
        first = _back(old.tokens, start, scope.first, left)
        last = _forth(old.tokens, end, scope.last, right)
        if (first, last) in tried:
            continue
        tried.add((first, last))
        reading = _text(new, hunk.new - (hunk.old - first), hunk.new_end + (last - hunk.old_end))
        words = _text(old, first, last)
        if words.cells and reading.cells:
            yield Replace(*written(words, reading))


def _growing() -> Iterator[tuple[int, int]]:
    for more in range(_MOST_CONTEXT + 1):
        for left in range(more + 1):
            yield left, more - left


def _well_read(old: Passage, new: Passage, hunk: Hunk, scope: Scope) -> tuple[int, int]:
    """The tokens of the old passage to quote: the whole of a name or date, and words enough to be found by."""
    cores = [(old, hunk.old, hunk.old_end), (new, hunk.new, hunk.new_end)]
    cores = [(passage, first, last) for passage, first, last in cores if first < last]
    start, end = hunk.old, hunk.old_end
    if any(_is_name(passage, first) for passage, first, _ in cores):
        start = _name_start(old, start, scope.first)
    if any(_is_name(passage, last - 1) for passage, _, last in cores):
        end = _name_end(old, end, scope.last)
    if not any(token.is_word for passage, first, last in cores for token in passage.tokens[first:last]):
        start, end = _back(old.tokens, start, scope.first, 1), _forth(old.tokens, end, scope.last, 1)
    elif start == hunk.old and any(_closes(passage, first) for passage, first, _ in cores):
        start = _back(old.tokens, start, scope.first, 1)
    if not _has_content(old, start, end) or (end - start == 1 and _is_figure(old, start)):
        further = _forth(old.tokens, end, scope.last, 1)
        if further == end:
            start = _back(old.tokens, start, scope.first, 1)
        end = _name_end(old, further, scope.last) if further > end and _is_name(old, further - 1) else further
    return start, end


def _name_start(passage: Passage, at: int, floor: int) -> int:
    """Where the name begins that goes on at a token: words with capitals or figures, small words between them."""
    for _ in range(_LONGEST_NAME):
        if at - 1 >= floor and _is_name(passage, at - 1):
            at -= 1
        elif at - 2 >= floor and _connects(passage, at - 1, at, at - 2):
            at -= 2
        else:
            break
    return at


def _name_end(passage: Passage, at: int, ceiling: int) -> int:
    """Before which token the name ends that is not yet at its end before the token `at`."""
    for _ in range(_LONGEST_NAME):
        if at < ceiling and _is_name(passage, at):
            at += 1
        elif at + 1 < ceiling and _connects(passage, at, at - 1, at + 1):
            at += 2
        else:
            break
    return at


def _is_name(passage: Passage, index: int) -> bool:
    """Whether a token may be part of a name or a date: a word with a capital that tells something, or figures."""
    token = passage.tokens[index]
    word = passage.text[token.start : token.end]
    capital = word[0].isupper() and word.lower() not in passage.words.common
    return token.is_word and (capital or _is_figure(passage, index))


def _is_figure(passage: Passage, index: int) -> bool:
    return passage.text[passage.tokens[index].start].isdigit()


def _closes(passage: Passage, index: int) -> bool:
    """Whether a token is punctuation that belongs to the word before it."""
    return passage.text[passage.tokens[index].start] in CLOSING


def _connects(passage: Passage, index: int, *sides: int) -> bool:
    """Whether a token is a small word inside a name, between two words with capitals: "Council and Treaties"."""
    if not all(0 <= side < len(passage.tokens) and _is_name(passage, side) for side in sides):
        return False
    token = passage.tokens[index]
    figures = any(_is_figure(passage, side) for side in sides)
    return not figures and passage.text[token.start : token.end] in passage.words.in_names


def _has_content(passage: Passage, first: int, last: int) -> bool:
    """Whether among these tokens is a word to find the place by."""
    words = [token for token in passage.tokens[first:last] if token.is_word]
    return any(token.end - token.start >= _CONTENT for token in words) or any(
        passage.text[token.start].isupper() or passage.text[token.start].isdigit() for token in words
    )


def _back(tokens: Sequence[Token], at: int, floor: int, words: int) -> int:
    """The token that begins the `words`-th word before `at`, or `floor`."""
    while words and at > floor:
        at -= 1
        words -= tokens[at].is_word
    return at


def _forth(tokens: Sequence[Token], at: int, ceiling: int, words: int) -> int:
    """The token after the `words`-th word from `at` on, or `ceiling`."""
    while words and at < ceiling:
        words -= tokens[at].is_word
        at += 1
    return at


def _sentence_tokens(passage: Passage, sentence: int) -> tuple[int, int]:
    start, end = passage.sentences[sentence - 1]
    inside = [index for index, token in enumerate(passage.tokens) if start <= token.start < end]
    return (inside[0], inside[-1] + 1) if inside else (-1, -1)


def _text(passage: Passage, first: int, last: int) -> Passage:
    """The passage from one token to before another."""
    if first >= last:
        return passage[0:0]
    return passage[passage.tokens[first].start : passage.tokens[last - 1].end]


def written(*passages: Passage) -> tuple[Inlines, ...]:
    """The passages as they are written in an instruction: without emphasis, if all have one and the same."""
    looks = {passage.look for passage in passages}
    return tuple(
        (passage.in_look(0) if len(looks) == 1 and None not in looks else passage).inlines for passage in passages
    )
