"""Notes of a text that has none of its own: a line that begins with a raised figure which the text above calls."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from precis.model import Call, Inline, Inlines, Run, joined
from precis.reading.line import LineLook, TextLine, cut

__all__ = ["with_raised_notes"]

_LABEL = re.compile(r"\s*(\d{1,3}|[a-z])\s*")


def with_raised_notes(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, with those as notes that begin with a raised label, if each is called once above its note."""
    notes = {at: label for at, line in enumerate(lines) if len(line.inlines) > 1 and (label := _begins(line))}
    if not notes:
        return list(lines)
    called: dict[str, int] = {}
    for at, line in enumerate(lines):
        for label in _raised(line.inlines[1:] if at in notes else line.inlines):
            called.setdefault(label, at)
    sound = {at: label for at, label in notes.items() if called.get(label, at) < at}
    if len(sound) < len(notes) or len(set(notes.values())) < len(notes):
        return list(lines)
    labels = set(notes.values())
    return [_note(line, notes[at]) if at in notes else _with_calls(line, labels) for at, line in enumerate(lines)]


def _begins(line: TextLine) -> str:
    """The raised label that a line begins with; "" if it begins with none, or is nothing else."""
    first = line.inlines[0] if line.look is LineLook.TEXT else None
    match = _LABEL.fullmatch(first.text) if isinstance(first, Run) and first.superscript else None
    return match[1] if match else ""


def _raised(inlines: Inlines) -> list[str]:
    """The labels that stand raised in a text."""
    raised = (item.text for item in inlines if isinstance(item, Run) and item.superscript)
    return [match[1] for text in raised if (match := _LABEL.fullmatch(text))]


def _note(line: TextLine, label: str) -> TextLine:
    first = line.inlines[0]
    assert isinstance(first, Run), "the label is a run"
    return replace(line, look=LineLook.FOOTNOTE, label=label, inlines=cut(line.inlines, len(first.text)))


def _with_calls(line: TextLine, labels: Collection[str]) -> TextLine:
    found = [label for label in _raised(line.inlines) if label in labels]
    if not found:
        return line
    return replace(
        line, inlines=_called(line.inlines, labels), cells=tuple(_called(cell, labels) for cell in line.cells)
    )


def _called(inlines: Inlines, labels: Collection[str]) -> Inlines:
    out: list[Inline] = []
    for item in inlines:
        match = _LABEL.fullmatch(item.text) if isinstance(item, Run) and item.superscript else None
        if isinstance(item, Run) and match and match[1] in labels:
            before, _, after = item.text.partition(match[1])
            out += [replace(item, text=before), Call(match[1]), replace(item, text=after, superscript=False)]
        else:
            out.append(item)
    return joined(out)
