"""The words inside a block, as elements: written and read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from precis.model import DOCUMENT_SYMBOL, Call, Footnote, Gap, Inline, Inlines, Link, Run, joined
from precis.source.akn.names import add, add_text, local

__all__ = ["NoteReader", "put_inlines", "read_inlines"]

_LOOKS = (("bold", "b"), ("italic", "i"), ("superscript", "sup"))
_DOCUMENTS = "https://docs.un.org/"
_LINES = re.compile("(\n)")


def put_inlines(
    parent: Any, items: Inlines, notes: Mapping[str, tuple[int, Footnote]], wrap: Any = None, *, gone: bool = False
) -> None:
    """Put words at the end of an element. A note stands where it is called.

    `notes` are the footnotes by their labels, each with its number. The first bold run is put into the element `wrap`,
    if there is one: it names the speaker. Words that are `gone` were taken out: their notes have other names.
    """
    for item in items:
        match item:
            case Run():
                place = parent
                if wrap is not None and item.bold:
                    parent.append(wrap)
                    place, wrap = wrap, None
                _put_run(place, item)
            case Link():
                link = add(parent, "a", href=item.href)
                for run in item.runs:
                    _put_run(link, run, documents=False)
            case Gap():
                add(parent, "placeholder", item.lacks)
            case Call():
                _put_note(parent, item.label, notes, "fn_gone" if gone else "fn")


def _put_run(parent: Any, run: Run, *, documents: bool = True) -> None:
    for look, name in _LOOKS:
        if getattr(run, look):
            parent = add(parent, name)
    for piece in _LINES.split(run.text):
        if piece == "\n":
            add(parent, "eol")
        elif documents:
            _put_words(parent, piece)
        else:
            add_text(parent, piece)


def _put_words(parent: Any, words: str) -> None:
    """Put words with the symbols of documents in them led to where these are published."""
    at = 0
    for match in DOCUMENT_SYMBOL.finditer(words):
        add_text(parent, words[at : match.start()])
        add(parent, "ref", match[0], href=f"{_DOCUMENTS}{match[0].rstrip('*')}")
        at = match.end()
    add_text(parent, words[at:])


def _put_note(parent: Any, label: str, notes: Mapping[str, tuple[int, Footnote]], name: str) -> None:
    number, note = notes[label]
    more = {} if label == str(number) else {"class_": label}
    made = add(parent, "authorialNote", marker=str(number), placement="bottom", eId=f"{name}_{number}", **more)
    put_inlines(add(made, "p"), note.inlines, {})


class NoteReader:
    """Gathers the footnotes of a text in the order of their numbers."""

    def __init__(self) -> None:
        self.found: dict[int, Footnote] = {}

    def call(self, note: Any) -> Call:
        """The call of a note, which is taken in."""
        number = int(note.get("marker", "")) if note.get("marker", "").isdigit() else len(self.found) + 1
        label = note.get("class") or str(number)
        words = [inline for child in note for inline in read_inlines(child, None)]
        self.found[number] = Footnote(label, joined(words))
        return Call(label)

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes, in order."""
        return tuple(note for _, note in sorted(self.found.items()))


def read_inlines(node: Any, notes: NoteReader | None) -> Inlines:
    """The words of an element; its footnotes go to `notes`, and are left out without."""
    return joined(_read(node, Run(" "), notes))


def _read(node: Any, look: Run, notes: NoteReader | None) -> Iterator[Inline]:
    yield _run(node.text, look)
    for child in node:
        name = local(child)
        if name == "authorialNote":
            if notes is not None:
                yield notes.call(child)
        elif name == "inline" and child.get("name") == "number":
            pass
        elif name == "eol":
            yield _run("\n", look)
        elif name == "placeholder":
            yield Gap("".join(child.itertext()))
        elif name == "a":
            yield Link(
                tuple(run for run in joined(_read(child, look, None)) if isinstance(run, Run)), child.get("href", "")
            )
        elif name:
            own = {each: getattr(look, each) or name == mark for each, mark in _LOOKS}
            yield from _read(child, Run(" ", **own), notes)
        yield _run(child.tail, look)


def _run(text: str | None, look: Run) -> Run:
    return Run(text or "", look.bold, look.italic, look.superscript)
