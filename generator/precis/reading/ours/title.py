"""The title of a record from a line that is known to be it, and the notes that it calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from precis.language.cover_lines import usual_notes
from precis.model import Call, Coverage, Inline, Inlines, Note, Part, Run, Symbol, joined, plain
from precis.reading.cover.notes import TELLING, read_telling
from precis.reading.cover.title import TITLES
from precis.reading.line import TextLine
from precis.reading.ours.page import PlacedCover
from precis.reading.ours.strict import call_labels, read_printed, said_with_gaps
from precis.reading.search.zone import Zone

__all__ = ["read_placed_title", "read_title_notes"]

_PRINTED = ("title_part", "title_public_part", "title_partial", "title")


def read_placed_title(cover: PlacedCover, lines: list[TextLine]) -> bool:
    """Read the title. One that is not as precis prints it is kept, and looked through for what it says."""
    line, draft = lines[0], cover.draft
    text = said_with_gaps(line.inlines)
    printed = read_printed(_PRINTED, text, cover.wording)
    values: Mapping[str, Any] = {} if printed is None else printed[1]
    if printed is None:
        zone = Zone([TextLine((Run(text),))])
        loose = next((found for name in TITLES if (found := zone.first(name, cover.wording.forms(name)))), None)
        values = loose.values if loose else {}
    partial = "note" in values and not {"part", "access"} & values.keys()
    draft.coverage.read(Coverage.PARTIAL if partial else Coverage.FULL, line.at)
    if "meeting" in values:
        draft.meeting_as_printed.read(values["meeting"], line.at)
    if "access" in values:
        draft.part.read(Part(values.get("part"), values["access"]), line.at)
    symbol: Symbol | None = draft.symbol.value
    if printed is None or (symbol is not None and symbol.meeting != values["meeting"]):
        cover.calls = call_labels(line.inlines)
        title = _called(cover, line)
        draft.title_as_printed.read(title, line.at)
    else:
        cover.calls = [values.get("note", ""), values.get("gap", "")]
    return True


def _called(cover: PlacedCover, line: TextLine) -> Inlines:
    """The title with its calls counted from 1, those of them that have a note."""
    out: list[Inline] = []
    number = 0
    for item in line.inlines:
        if not isinstance(item, Call):
            out.append(item)
        elif item.label in cover.notes:
            number += 1
            out.append(Call(str(number)))
        else:
            cover.draft.tell("note-lost", "notes", "the title calls a note that is not there", line.at, old=item.label)
    return joined(out)


def read_title_notes(cover: PlacedCover) -> None:
    """Read the notes that the title calls. They are kept as printed if a document would print others."""
    draft, wording = cover.draft, cover.wording
    found = [cover.notes.pop(label) for label in cover.calls if label in cover.notes]
    for note in found:
        words = plain(note.inlines)
        values = next((read for name in TELLING if (read := wording.read(name, words)) is not None), {})
        read_telling(values, note.at, draft)
    part, unrecorded = draft.part.value, draft.unrecorded.value
    usual = usual_notes(wording, draft.coverage.value, part, draft.other_part.value, unrecorded)
    texts = tuple(note.inlines for note in found)
    if draft.title_as_printed.value is None and len(texts) < len(usual):
        # What follows from the title has a note in any document; the text has lost it.
        texts = usual if unrecorded is None else (*usual[: len(usual) - len(texts)], *texts)
        reason = "the text has lost a note that the title calls; documents print the usual one"
        draft.tell("note-usual", "notes", reason, draft.coverage.line, new=plain(texts[0]))
    if texts != usual:
        draft.notes_as_printed.read(tuple(Note(text) for text in texts), draft.coverage.line)
    for note in cover.notes.values():
        draft.tell("note-uncalled", "notes", "a note that nothing on the cover calls", note.at, old=plain(note.inlines))
