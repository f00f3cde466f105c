"""Notes that a converter names: "abolished.----footnote1---- The" and, behind the text, "footnote1)⇥Adopted in 2019.".

So docx2python writes those of a Word file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from precis.model import Call, Inline, Inlines, Run, joined
from precis.reading.line import LineLook, TextLine, cut

__all__ = ["with_named_notes"]

_NAMES = ("footnote", "endnote")
_NOTE = re.compile(r"(foot|end)note(\d{1,3})\)\s+(?=\S)")
_CALL = re.compile(r"-{4}(foot|end)note(\d{1,3})-{4}|(?<=\S)(foot|end)note(\d{1,3})\)")
"""A call: between dashes, or glued to the word before it, as its note begins."""


def with_named_notes(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, with those as notes that begin with a name, if each is called once."""
    if not any(name in line.text for line in lines for name in _NAMES):
        return list(lines)
    notes = {at: _label(match) for at, line in enumerate(lines) if (match := _begins(line))}
    called = Counter(
        _label(match) for at, line in enumerate(lines) if at not in notes for match in _CALL.finditer(line.text)
    )
    if not notes or Counter(notes.values()) != called or set(called.values()) != {1}:
        return list(lines)
    return [
        _note(line, notes[at]) if at in notes else _with_calls(line, called.keys()) for at, line in enumerate(lines)
    ]


def _begins(line: TextLine) -> re.Match[str] | None:
    return _NOTE.match(line.text) if line.look is LineLook.TEXT else None


def _label(match: re.Match[str]) -> str:
    """The label of a note: its number; of one at the end of the file, with a letter."""
    kind, number = (group for group in match.groups() if group)
    return number if kind == "foot" else f"e{number}"


def _note(line: TextLine, label: str) -> TextLine:
    match = _NOTE.match(line.text)
    assert match is not None, "the line begins so"
    return replace(line, look=LineLook.FOOTNOTE, label=label, inlines=cut(line.inlines, match.end()))


def _with_calls(line: TextLine, labels: Collection[str]) -> TextLine:
    if not any(name in line.text for name in _NAMES):
        return line
    cells = tuple(_called(cell, labels) for cell in line.cells)
    return replace(line, inlines=_called(line.inlines, labels), cells=cells)


def _called(inlines: Inlines, labels: Collection[str]) -> Inlines:
    out: list[Inline] = []
    for item in inlines:
        if not isinstance(item, Run):
            out.append(item)
            continue
        found = [match for match in _CALL.finditer(item.text) if _label(match) in labels]
        edges = [0, *(edge for match in found for edge in match.span()), len(item.text)]
        pieces = [replace(item, text=item.text[start:end]) for start, end in list(pairwise(edges))[::2]]
        calls = [Call(_label(match)) for match in found]
        out += [pieces[0], *(each for call, piece in zip(calls, pieces[1:], strict=True) for each in (call, piece))]
    return joined(out)
