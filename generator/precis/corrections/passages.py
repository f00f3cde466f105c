"""Two versions of one passage: the corrections that make the new one of the old."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from precis.corrections.alignment import Item, Pairing, WordCodes, aligned
from precis.corrections.edits import Edit, MisfitError, carried_out, edit_of, merged
from precis.corrections.instruction import InsertAt, Remove, Replace, Rewrite, Side
from precis.corrections.passage import Passage, Span
from precis.corrections.phrasing import Phrased, Scope, phrased, written
from precis.corrections.words import Hunk, hunks

__all__ = ["Part", "differences", "part_differences"]

# A sentence or passage of which a larger share than this changes is replaced as a whole.
_TOO_MUCH = 0.6
_MOST_HUNKS = 3  # in one sentence
_PLACE = 25  # letters
_SHORT = 12  # tokens; what is no longer is replaced by *for* … *read* …


def differences(old: Passage, new: Passage) -> list[Phrased]:
    """The corrections that make `new` of `old`, in order; the whole passage is replaced where nothing less says it."""
    if old == new:
        return []
    if not old.tokens or not new.tokens:
        return [Phrased(Rewrite(new.inlines))]
    whole = (Part(old, 0, len(old)), Part(new, 0, len(new)))
    attempts = (_by_sentences(old, new), part_differences(*whole, ()))
    found = [attempt for attempt in attempts if attempt is not None and _makes(old, new, attempt)]
    return min(found, key=_length, default=[_replaced(*whole, None)])


def _length(found: Sequence[Phrased]) -> int:
    """How much a person has to read: the words quoted, and the place of each correction."""
    quoted = [getattr(said.instruction, item.name) for said in found for item in fields(said.instruction)]
    return _PLACE * len(found) + sum(len(Passage.of(words)) for words in quoted if isinstance(words, tuple))


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a passage from character `start` to `end`."""

    passage: Passage
    start: int
    end: int

    @property
    def tokens(self) -> range:
        """The tokens that lie in it."""
        tokens = self.passage.tokens
        first = bisect_left(tokens, self.start, key=lambda token: token.start)
        return range(first, max(first, bisect_right(tokens, self.end, key=lambda token: token.end)))

    def between(self, first: int, last: int) -> Span:
        """From the end of the token before `first` to the start of the token `last`, within the part."""
        tokens, inside = self.passage.tokens, self.tokens
        start = tokens[first - 1].end if first > inside.start else self.start
        end = tokens[last].start if last < inside.stop else self.end
        return start, end


def part_differences(old: Part, new: Part, edges: tuple[Edit, ...]) -> list[Phrased] | None:
    """The differences of two parts as words; None if they are too many, or no words say one of them.

    `edges` are edits of the old passage, at the ends of the part, that must not be touched.
    """
    if old.passage[old.start : old.end] == new.passage[new.start : new.end]:
        return []
    changed = hunks(old.passage, new.passage, old.tokens, new.tokens)
    if not changed or _too_much(changed, old, new):
        return None
    found: list[Phrased] = []
    for index, hunk in enumerate(changed):
        first = changed[index - 1].old_end if index else old.tokens.start
        last = changed[index + 1].old if index + 1 < len(changed) else old.tokens.stop
        start, end = old.between(hunk.old, hunk.old_end)
        truth = Edit(start, end, new.passage[slice(*new.between(hunk.new, hunk.new_end))])
        scopes = _scopes(old.passage, hunk, first, last, edges)
        said = next((said for scope in scopes if (said := phrased(old.passage, new.passage, hunk, truth, scope))), None)
        if said is None:
            return None
        found.append(said)
    return found


def _scopes(passage: Passage, hunk: Hunk, first: int, last: int, edges: tuple[Edit, ...]) -> Iterator[Scope]:
    """The sentence in which the hunk lies, if the passage has several; then the passage.

    What is put in before the first word or after the last is said of the passage first.
    """
    if hunk.old == hunk.old_end and hunk.old in (0, len(passage.tokens)):
        yield Scope(hunk.old, hunk.old, None, edges)
    if len(passage.sentences) > 1:
        for number, (start, end) in enumerate(passage.sentences, start=1):
            tokens = Part(passage, start, end).tokens
            if tokens.start <= hunk.old and hunk.old_end <= tokens.stop:
                yield Scope(max(first, tokens.start), min(last, tokens.stop), number, edges)
    yield Scope(first, last, None, edges)


def _too_much(changed: Sequence[Hunk], old: Part, new: Part) -> bool:
    touched = sum(hunk.old_end - hunk.old + hunk.new_end - hunk.new for hunk in changed)
    total = len(old.tokens) + len(new.tokens)
    sentences = max(1, sum(old.start <= start < old.end for start, _ in old.passage.sentences))
    return len(changed) > _MOST_HUNKS * sentences or touched > _TOO_MUCH * total


def _by_sentences(old: Passage, new: Passage) -> list[Phrased] | None:
    """Sentence by sentence: kept, changed, replaced, inserted, deleted. None if too much is."""
    if len(old.sentences) == len(new.sentences) == 1:
        return None
    codes = WordCodes()
    pairings = aligned(_items(old, codes), _items(new, codes)).kept
    found: list[Phrased] = []
    at = to = 0
    for pairing in [*pairings, Pairing(range(len(old.sentences), 0), range(len(new.sentences), 0))]:
        found.extend(Phrased(Remove(), number + 1) for number in range(at, pairing.old.start))
        if to < pairing.new.start:
            found.append(_inserted(old, new, pairing.old.start, range(to, pairing.new.start)))
        if pairing.old:
            said = _pair(old, new, pairing)
            if said is None:
                return None
            found.extend(said)
        at, to = pairing.old.stop, pairing.new.stop
    return found


def _items(passage: Passage, codes: WordCodes) -> list[Item]:
    parts = [passage[start:end] for start, end in passage.sentences]
    return [Item(part, "sentence", codes.of(part.text), "sentence") for part in parts]


def _inserted(old: Passage, new: Passage, before: int, sentences: range) -> Phrased:
    """The sentences put in before the old sentence `before` (from 0)."""
    reading = new[new.sentences[sentences.start][0] : new.sentences[sentences.stop - 1][1]]
    side = Side.AFTER if before else Side.BEFORE
    named = before if 0 < before < len(old.sentences) else None
    place = old if named is None else old[slice(*old.sentences[named - 1])]
    return Phrased(InsertAt(side, written(reading, place)[0]), named)


def _pair(old: Passage, new: Passage, pairing: Pairing) -> list[Phrased] | None:
    before = Part(old, old.sentences[pairing.old.start][0], old.sentences[pairing.old.stop - 1][1])
    after = Part(new, new.sentences[pairing.new.start][0], new.sentences[pairing.new.stop - 1][1])
    said = part_differences(before, after, ())
    if said is None and len(pairing.old) == 1:
        return [_replaced(before, after, pairing.old.start + 1 if len(old.sentences) > 1 else None)]
    return said


def _replaced(old: Part, new: Part, sentence: int | None) -> Phrased:
    """The whole part replaced: by *for* … *read* … if it is short."""
    words, reading = old.passage[old.start : old.end], new.passage[new.start : new.end]
    if 0 < max(len(old.tokens), len(new.tokens)) <= _SHORT:
        replace = Replace(*written(words, reading))
        try:
            edit = edit_of(old.passage, replace, sentence)
        except MisfitError:
            return Phrased(Rewrite(reading.inlines), sentence)
        if carried_out(old.passage, [edit]) == carried_out(old.passage, [Edit(old.start, old.end, reading)]):
            return Phrased(replace, sentence)
    return Phrased(Rewrite(reading.inlines), sentence)


def _makes(old: Passage, new: Passage, found: Sequence[Phrased]) -> bool:
    """Whether the corrections make `new` of `old`, and touch less of it than would be too much."""
    try:
        edits = merged(edit_of(old, said.instruction, said.sentence) for said in found)
    except MisfitError:
        return False
    touched = sum(edit.end - edit.start + len(edit.new) for edit in edits)
    too_much = len(found) > 2 and touched > _TOO_MUCH * (len(old) + len(new))
    return not too_much and carried_out(old, edits) == [new]
