"""Notes made ready: each becomes a call that links to it, and a text that WeasyPrint sets at the foot of the page.

WeasyPrint never breaks a note. A long one is therefore cut into pieces at its blanks; they follow each other, on the
next page where the first is full. The structure tree makes one note of them again.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

__all__ = ["prepare_notes"]

_PIECE = 1200
"""Characters of a piece, about a quarter of a page."""


def prepare_notes(body: Any) -> None:
    """Rewrite every `span.note`: `a.call`, then `span.note` with its `span.mark`, and further pieces if it is long."""
    notes = [span for span in body.iter("span") if span.get("class") == "note"]
    for number, note in enumerate(notes, start=1):
        mark = note.attrib.pop("data-mark")
        name = f"note-{number}"
        call = etree.Element("a", href=f"#{name}")
        call.set("class", "call" if set(mark) == {"*"} else "call counted")
        call.set("data-note", name)
        call.set("title", " ".join("".join(note.itertext()).split()))
        call.text = mark
        note.addprevious(call)
        label = etree.Element("span")
        label.set("class", "mark")
        label.set("data-note", name)
        label.text, label.tail = mark, note.text
        note.text = None
        note.insert(0, label)
        note.set("id", name)
        note.set("data-note", name)
        rest: Any = note
        while rest is not None:
            rest = _cut(rest)


def _cut(note: Any) -> Any:
    """Cut a note at the first blank beyond the length of a piece, outside of any element in it; what is cut off."""
    length = 0
    for child in note:
        inside = len("".join(child.itertext()))
        tail = child.tail or ""
        at = tail.find(" ", max(0, _PIECE - length - inside))
        if length + inside + len(tail) > _PIECE and at >= 0 and tail[at:].strip():
            rest = etree.Element("span")
            rest.set("class", "note more")
            rest.set("data-note", note.get("data-note"))
            # An element of its own, so that the next cut finds the text in a tail again.
            begin = etree.SubElement(rest, "span")
            begin.tail = tail[at + 1 :]
            rest.extend(child.itersiblings())
            child.tail = tail[:at]
            rest.tail, note.tail = note.tail, None
            note.addnext(rest)
            return rest
        length += inside + len(tail)
    return None
