"""Notes at the foot of a page: known by the short rule above them and their small print (docs/conventions.md §1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import dropwhile, takewhile

from precis.model import Call, Inline, Inlines, Run, joined
from precis.reading.forms.pdf.blocks import inlines_of
from precis.reading.forms.pdf.drawing import Rule
from precis.reading.forms.pdf.measure import Measure
from precis.reading.forms.pdf.rows import Row, row_of
from precis.reading.line import LineLook, TextLine, cut
from precis.reading.search.divided import Vocabulary

__all__ = ["Note", "notes_of", "with_calls", "without_notes"]

_SHORTEST, _LONGEST = 40, 200
"""The length of the rule above notes, in points."""
_OUTSET, _INSET = 80, 15
"""It begins no farther before or after the text, in points."""
_SMALLER = 0.4
"""Notes are smaller than the text by more than this many points."""
_LABEL = re.compile(r"(\*{1,5}|\d{1,3}|[a-z])")
_CLOSE = 1.4
"""Lines of one note are no farther apart, in parts of their size."""
_ORDINAL = re.compile(r"(?:er?|re|st|nd|rd|th)(?=\d)")
_DRAWN = re.compile(r"_{5,}")
_NUMBERED = re.compile(r"(\d{1,3})\.\s+(?=\S)")
_STARRED = re.compile(r"(\*{1,5})\s*(?=\w)")


@dataclass
class Note:
    """A note: what it is called by, and its rows. A note without a label goes on from the page before."""

    label: str
    rows: list[Row] = field(default_factory=list)

    def line(self, words: Vocabulary) -> TextLine:
        """The note as a line, without its label."""
        return TextLine(cut(inlines_of(self.rows, words), 0), self.rows[0].page, LineLook.FOOTNOTE, label=self.label)


def without_notes(
    rows: Sequence[Row], rules: Sequence[Rule], measure: Measure, waiting: Set[str] = frozenset()
) -> tuple[list[Row], list[Row]]:
    """The rows of a page that are text, and those that are notes.

    `waiting` are what stands raised on the pages before, and has no note there.
    """
    small = [row for row in rows if row.size < measure.size - _SMALLER]
    drawn = [row for row in rows if _DRAWN.fullmatch(row.text)]
    rows = [row for row in rows if row not in drawn]
    rules = [*rules, *(Rule(row.left, row.right, row.base) for row in drawn)]
    for rule in rules:
        below = [row for row in rows if row.base < rule.base]
        notes = [row for row in below if row in small]
        if not notes or rule.length < _SHORTEST:
            continue
        last = rule is rules[-1] and _all_notes(notes, below)
        if _parts(rule, notes, below, measure) if rule.length <= _LONGEST else last:
            return [row for row in rows if row not in notes], notes
    if same := _notes_of_same_size(rows, rules, measure.size):
        return [row for row in rows if row not in same], same
    end = list(takewhile(small.__contains__, reversed(rows)))[::-1]
    raised = {piece.text.strip() for row in rows for piece in row.pieces if piece.raised} | waiting
    end = list(dropwhile(lambda row: not _begins_note(row, raised), end))
    return [row for row in rows if row not in end], end


def _begins_note(row: Row, raised: set[str]) -> bool:
    """Whether a row begins with the raised label of a note, or with the number and stop of one that the page calls."""
    numbered = _NUMBERED.match(row.text)
    return bool(row.pieces[0].raised and _split(row)[0]) or (numbered is not None and numbered[1] in raised)


def _notes_of_same_size(rows: Sequence[Row], rules: Sequence[Rule], size: float) -> list[Row]:
    """The notes of a page that are set as large as its text, whose `size` is given.

    Below a rule, or last of all, they begin with raised labels that the text above them calls.
    """
    large = (at for at, row in enumerate(rows) if row.size >= size - _SMALLER)
    labelled = [at for at in large if rows[at].pieces[0].raised and _split(rows[at])[0]]
    for begin in labelled:
        ruled = any(
            _height_above(rows, begin) > rule.base > rows[begin].base for rule in rules if rule.length >= _SHORTEST
        )
        notes = list(_run_of_notes(rows, begin))
        if (ruled or begin + len(notes) == len(rows)) and _called_above(rows[:begin], notes):
            return notes
    return []


def _height_above(rows: Sequence[Row], at: int) -> float:
    """The height of the row above one; without such, above all."""
    return rows[at - 1].base if at else float("inf")


def _run_of_notes(rows: Sequence[Row], begin: int) -> Iterator[Row]:
    """The rows of notes from the first of them: those with a label, and those that follow one closely."""
    above = rows[begin]
    for row in rows[begin:]:
        label = row.pieces[0].raised and _split(row)[0]
        if not label and above.base - row.base > _CLOSE * max(above.size, row.size):
            return
        yield row
        above = row


def _called_above(rows: Sequence[Row], notes: Sequence[Row]) -> bool:
    """Whether the label of each note stands raised in the text above."""
    raised = {piece.text.strip() for row in rows for piece in row.pieces if piece.raised}
    return {label for row in notes if row.pieces[0].raised and (label := _split(row)[0])} <= raised


def _parts(rule: Rule, notes: Sequence[Row], below: Sequence[Row], measure: Measure) -> bool:
    """Whether a rule stands above notes: it begins where the text does, and what follows it is small."""
    beside = measure.left - _OUTSET <= rule.left <= measure.left + _INSET
    return beside and below[0] is notes[0] and (len(notes) == len(below) or notes[0].page == 1)


def _all_notes(notes: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether what stands below the last rule of a page is small and in one column: a longer rule may close a table."""
    return len(notes) == len(below) and all(len(_split(row)[1].cells()) == 1 for row in notes)


def notes_of(rows: Sequence[Row]) -> list[Note]:
    """The notes that rows make. Rows before the first label go on with a note of the page before."""
    out: list[Note] = []
    for row in rows:
        label, rest = _split(row)
        if not label and (numbered := _NUMBERED.match(row.pieces[0].text)) and _follows(numbered[1], out):
            first, *others = row.pieces
            label, rest = numbered[1], row_of(row.page, [replace(first, text=first.text[numbered.end() :]), *others])
        if label or not out:
            out.append(Note(label))
        out[-1].rows.append(rest)
    return out


def _follows(number: str, notes: Sequence[Note]) -> bool:
    """Whether a number with a stop is the label of the next note, as WeasyPrint sets them, and none of its words."""
    return not notes or (notes[-1].label.isdigit() and int(number) == int(notes[-1].label) + 1)


def _split(row: Row) -> tuple[str, Row]:
    """The label that a row begins with, and the rest of it."""
    first, *others = row.pieces
    label = first.text.strip()
    if others and _LABEL.fullmatch(label) and (first.raised or label.startswith("*") or label.isdigit()):
        return label, row_of(row.page, others)
    starred = _STARRED.match(first.text)
    if starred:
        rest = replace(first, text=first.text[starred.end() :])
        return starred[1], row_of(row.page, [rest, *others])
    return "", row


def with_calls(inlines: Inlines, labels: set[str]) -> Inlines:
    """The words with raised labels of notes as their calls; there may be several, and an ordinal's ending before."""
    out: list[Inline] = []
    for item in inlines:
        called = _called(item.text, labels) if isinstance(item, Run) and item.superscript else None
        if isinstance(item, Run) and called:
            before, found, after = called
            out.append(replace(item, text=before, superscript=bool(before.strip())))
            out += [Call(part) if part in labels else replace(item, text=part) for part in found]
            out.append(replace(item, text=after, superscript=False))
        else:
            out.append(item)
    return joined(out)


def _called(text: str, labels: set[str]) -> tuple[str, list[str], str] | None:
    """What stands before the calls in a raised text, the calls and what parts them, and the blanks after them."""
    words = text.strip()
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    if words in labels:
        return before, [words], after
    ending = _ORDINAL.match(words)
    if ending:
        before, words = before + ending[0], words[ending.end() :]
    parts = re.split(r"(\s*,\s*)", words)
    if all(part in labels for part in parts[::2]):
        return before, parts, after
    for cut_at in range(1, len(words)):
        first, second = words[:cut_at], words[cut_at:]
        if words.isdigit() and {first, second} <= labels and int(second) == int(first) + 1:
            return before, [first, second], after
    return None
