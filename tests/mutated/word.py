"""Changes of a Word file as programs and hands make them: rows dropped, runs split, styles renamed, figures put in."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Any

from lxml import etree

__all__ = ["MUTATIONS", "mutated"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHANGED = ("word/document.xml", "word/styles.xml", "word/footnotes.xml")
_STYLES = ("Normal", "List Paragraph", "heading 2", "Quote", "Body Text", "Table Grid", "List Bullet", "header")

Parts = dict[str, Any]
Mutation = Callable[[Random, Parts], None]


def mutated(data: bytes, chance: Random) -> bytes:
    """The file after one to three changes."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        blobs = {name: packed.read(name) for name in packed.namelist()}
    parts = {name: etree.fromstring(blobs[name]) for name in _CHANGED if name in blobs}
    for _ in range(chance.randint(1, 3)):
        MUTATIONS[chance.choice(list(MUTATIONS))](chance, parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, blob in blobs.items():
            packed.writestr(name, etree.tostring(parts[name]) if name in parts else blob)
    return out.getvalue()


def _one(chance: Random, parts: Parts, path: str, part: str = "word/document.xml") -> Any:
    """An element of a part by chance; None where there is none."""
    root = parts.get(part)
    found = [] if root is None else list(root.iterfind(f".//{path}"))
    return chance.choice(found) if found else None


def _gone(element: Any) -> None:
    if element is not None and element.getparent() is not None:
        element.getparent().remove(element)


def _row_dropped(chance: Random, parts: Parts) -> None:
    _gone(_one(chance, parts, f"{W}tr"))


def _cell_dropped(chance: Random, parts: Parts) -> None:
    _gone(_one(chance, parts, f"{W}tc"))


def _cell_emptied(chance: Random, parts: Parts) -> None:
    cell = _one(chance, parts, f"{W}tc")
    for run in [] if cell is None else list(cell.iter(f"{W}r")):
        _gone(run)


def _paragraph_dropped(chance: Random, parts: Parts) -> None:
    _gone(_one(chance, parts, f"{W}p"))


def _paragraph_moved(chance: Random, parts: Parts) -> None:
    paragraph, before = _one(chance, parts, f"{W}p"), _one(chance, parts, f"{W}p")
    if paragraph is None or before in paragraph.iter() or paragraph in before.iterancestors():
        return
    before.addprevious(paragraph)


def _paragraph_twice(chance: Random, parts: Parts) -> None:
    paragraph = _one(chance, parts, f"{W}p")
    if paragraph is not None:
        paragraph.addnext(copy.deepcopy(paragraph))


def _paragraphs_joined(chance: Random, parts: Parts) -> None:
    paragraph = _one(chance, parts, f"{W}p")
    after = None if paragraph is None else paragraph.getnext()
    if after is not None and after.tag == f"{W}p":
        paragraph.extend(list(after.iterchildren(f"{W}r")))
        _gone(after)


def _run_split(chance: Random, parts: Parts) -> None:
    text = _one(chance, parts, f"{W}t")
    if text is None or text.getparent().tag != f"{W}r":
        return
    run, words = text.getparent(), text.text or ""
    at = chance.randint(0, len(words))
    half = copy.deepcopy(run)
    for each in half.iterchildren():
        if each.tag != f"{W}rPr":
            half.remove(each)
    second = etree.SubElement(half, f"{W}t", {_SPACE: "preserve"})
    text.text, second.text = words[:at], words[at:]
    text.set(_SPACE, "preserve")
    run.addnext(half)
    mark = etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"})
    run.addnext(mark)


def _in_a_paragraph_broken(chance: Random, parts: Parts) -> None:
    """A line break or a tab inside of words."""
    text = _one(chance, parts, f"{W}t")
    if text is not None:
        text.addnext(etree.Element(chance.choice((f"{W}br", f"{W}tab", f"{W}cr", f"{W}noBreakHyphen"))))


def _style_renamed(chance: Random, parts: Parts) -> None:
    name = _one(chance, parts, f"{W}style/{W}name", "word/styles.xml")
    if name is not None:
        name.set(f"{W}val", chance.choice(_STYLES))


def _style_given(chance: Random, parts: Parts) -> None:
    """A paragraph in the style of another."""
    style, other = _one(chance, parts, f"{W}pStyle"), _one(chance, parts, f"{W}pStyle")
    if style is not None:
        style.set(f"{W}val", other.get(f"{W}val"))


def _properties_dropped(chance: Random, parts: Parts) -> None:
    _gone(_one(chance, parts, chance.choice((f"{W}pPr", f"{W}rPr", f"{W}numPr", f"{W}tblPr", f"{W}pStyle"))))


def _bold(chance: Random, parts: Parts) -> None:
    run = _one(chance, parts, f"{W}r")
    if run is not None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        etree.SubElement(properties, chance.choice((f"{W}b", f"{W}i", f"{W}vanish", f"{W}strike", f"{W}caps")))


def _tracked(chance: Random, parts: Parts) -> None:
    run = _one(chance, parts, f"{W}p/{W}r")
    if run is not None:
        change = etree.Element(chance.choice((f"{W}ins", f"{W}del", f"{W}moveFrom")), {f"{W}id": "900"})
        run.addprevious(change)
        change.append(run)


def _wrapped(chance: Random, parts: Parts) -> None:
    """Words in a content control, a smart tag or a link."""
    run = _one(chance, parts, f"{W}p/{W}r")
    if run is not None:
        outer = etree.Element(chance.choice((f"{W}smartTag", f"{W}hyperlink", f"{W}sdt", f"{W}dir")))
        run.addprevious(outer)
        inner = etree.SubElement(outer, f"{W}sdtContent") if outer.tag == f"{W}sdt" else outer
        inner.append(run)


def _figure_put_in(chance: Random, parts: Parts) -> None:
    """A figure alone: a paragraph, a row of a table, a raised call."""
    figure = str(chance.choice((2, 3, 7, 12, 412)))
    run = f'<w:r xmlns:w="{W[1:-1]}"><w:t>{figure}</w:t></w:r>'
    kind = chance.choice(("paragraph", "row", "raised"))
    if kind == "raised":
        text = _one(chance, parts, f"{W}p/{W}r")
        if text is not None:
            raised = etree.fromstring(run.replace("<w:t>", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>'))
            text.addnext(raised)
        return
    place = _one(chance, parts, f"{W}body/{W}p" if kind == "paragraph" else f"{W}tr")
    if place is None:
        return
    paragraph = f'<w:p xmlns:w="{W[1:-1]}">{run}</w:p>'
    row = f'<w:tr xmlns:w="{W[1:-1]}"><w:tc>{paragraph}</w:tc></w:tr>'
    place.addnext(etree.fromstring(paragraph if kind == "paragraph" else row))


def _note_dropped(chance: Random, parts: Parts) -> None:
    """A footnote without its call, or a call without its footnote."""
    _gone(_one(chance, parts, f"{W}footnote", "word/footnotes.xml"))
    if chance.random() < 0.5:
        _gone(_one(chance, parts, f"{W}footnoteReference"))


MUTATIONS: Mapping[str, Mutation] = MappingProxyType(
    {
        "a row dropped": _row_dropped,
        "a cell dropped": _cell_dropped,
        "a cell emptied": _cell_emptied,
        "a paragraph dropped": _paragraph_dropped,
        "a paragraph moved": _paragraph_moved,
        "a paragraph twice": _paragraph_twice,
        "two paragraphs joined": _paragraphs_joined,
        "a run split": _run_split,
        "a break in words": _in_a_paragraph_broken,
        "a style renamed": _style_renamed,
        "a style of another": _style_given,
        "properties dropped": _properties_dropped,
        "another look": _bold,
        "a tracked change": _tracked,
        "words wrapped": _wrapped,
        "a figure put in": _figure_put_in,
        "a note dropped": _note_dropped,
    }
)
