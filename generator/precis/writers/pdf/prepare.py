"""The page made ready for WeasyPrint: the same words in the same order, with what CSS cannot find out by itself.

Each block carries its gap as a class; a treaty's name its fitted size; the foot of page 1 is called where page 1 has
room for it, as a note is; a note longer than a page can hold is cut into pieces that follow each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from precis.writers.bars import code_of
from precis.writers.direction import set_directions
from precis.writers.fit import fitted_treaty, is_wide
from precis.writers.font import face
from precis.writers.page import Page
from precis.writers.pdf.fetch import BARS
from precis.writers.pdf.frame import foot_sheet, head_sheet, treaty_class
from precis.writers.pdf.gaps import give_gaps
from precis.writers.pdf.notes import prepare_notes
from precis.writers.pdf.sheet import leading_sheet, sheet_heads
from precis.writers.pdf.wide import set_wide_signs
from precis.writers.places import name_paragraphs
from precis.writers.style import HouseStyle

__all__ = ["Prepared", "prepared"]

_SAFE = 0.6
"""The width in ems that a letter is reckoned with at least: fonts that stand in for the house's may be wider."""
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What WeasyPrint is given: the page (an lxml element), rules that others may have too, and those of its own."""

    root: Any
    shared: str
    own: str


def prepared(page: Page, style: HouseStyle, *, emblem: bool) -> Prepared:
    """Make `page` ready; without an `emblem` its place stays empty, and so no picture is announced to a reader."""
    body = page.copy().body
    name_paragraphs(body)
    if style.script is not None and style.script.wide:
        set_wide_signs(body, style.script.wide)
    if style.rtl:
        set_directions(body, "span")
    gaps = give_gaps(body, style)
    _set_masthead(body, style, emblem=emblem)
    _set_columns(body)
    _label_headings(body)
    _close_tabs(body)
    _measure_labels(body, style)
    noted = _first_notes(body)
    prepare_notes(body)
    _set_bar_code(body, style)
    _call_first_foot(body)
    root = etree.Element("html", lang=page.language)
    root.extend([_head(page), body])
    if page.design != "sheet":
        shared = foot_sheet(style, page.meta("foot"), noted=noted)
        return Prepared(root, f"{shared}\n{gaps}", head_sheet(page.meta("symbol")))
    return Prepared(root, gaps, _page_sheet(page, style))


def _page_sheet(page: Page, style: HouseStyle) -> str:
    """The rules of these sheets alone: their heads and feet, and their leading."""
    steps = {int(sheet.get("data-leading", 0)) for sheet in page.body.iterfind("section[@data-leading]")}
    heads = sheet_heads(style, page.meta("head"), page.meta("notice"), page.meta("foot"))
    return f"{heads}\n{leading_sheet(steps, style)}"


def _head(page: Page) -> Any:
    """What the file says of itself. Its dates are that of the document, so that it is the same on every day."""
    head = etree.Element("head")
    etree.SubElement(head, "title").text = page.title
    date = page.meta("date")
    said = {"description": page.meta("subject"), "keywords": page.meta("keywords"), "generator": "precis"}
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        said |= {"dcterms.created": f"{date}T00:00:00Z", "dcterms.modified": f"{date}T00:00:00Z"}
    for name, content in said.items():
        if content:
            etree.SubElement(head, "meta", name=name, content=content)
    return head


def words_of(element: Any) -> str:
    """The text of a block without the text of its notes; a line break is "\\n", other white space one blank."""
    parts = [_BLANKS.sub(" ", element.text or "")]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.get("class") != "note":
            parts.append(words_of(child))
        parts.append(_BLANKS.sub(" ", child.tail or ""))
    return "".join(parts)


def _set_masthead(body: Any, style: HouseStyle, *, emblem: bool) -> None:
    """Fit the names, gather the lines of the last column, take out a picture that is not there."""
    masthead = body.find("header")
    if masthead is None:
        return
    lines = etree.Element("div")
    lines.set("class", "lines")
    for line in masthead.findall("p"):
        name = line.get("class")
        if name == "treaty":
            size, _ = fitted_treaty(words_of(line).strip(), style)
            line.set("class", f"treaty {treaty_class(size)}")
        elif name == "united-nations" and is_wide(words_of(line).strip(), style):
            line.set("class", "united-nations wide")
        elif name == "emblem" and not emblem:
            masthead.remove(line)
        elif name in ("distribution", "issued", "language"):
            lines.append(line)
    masthead.append(lines)


def _set_columns(body: Any) -> None:
    """Give the columns of a table the widths it names, in parts of their sum."""
    for table in body.iter("table"):
        widths = [int(width) for width in table.attrib.pop("data-widths", "").split()]
        group = etree.Element("colgroup")
        for width in widths:
            etree.SubElement(group, "col", style=f"width: {100 * width / sum(widths):.3f}%")
        if widths:
            table.insert(0, group)


def _label_headings(body: Any) -> None:
    """Give headings the words that stand for them in the outline: their own, without the notes."""
    for heading in body.iter("h1", "h2", "h3", "h4"):
        heading.set("data-outline", " ".join(words_of(heading).split()))


def _close_tabs(body: Any) -> None:
    """Take the blank after a number or label to its own words: they end at the tab, and are parted for a reader."""
    for span in body.iter("span"):
        if span.get("class") in ("number", "label") and span.tail:
            span.tail = span.tail.lstrip()
            last = span
            while len(last) and not last[-1].tail:
                last = last[-1]
            if len(last):
                last[-1].tail += " "
            else:
                last.text = f"{last.text or ''} "


def _measure_labels(body: Any, style: HouseStyle) -> None:
    """Mark each number and label that ends before its tab, whatever font it is set in: its box has the width of that.

    The others grow, which WeasyPrint finds out by setting them three times.
    """
    for span in body.iter("span"):
        name, parent = span.get("class"), style.classes.get(_class(span.getparent()))
        if name not in ("number", "label") or parent is None:
            continue
        tab = parent.number_tab if name == "number" else parent.label_tab
        words = "".join(span.itertext())
        widest = sum(max(_SAFE, face(parent.style).width(character)) for character in words)
        begins = parent.style.left + max(parent.style.first, 0)
        if tab is not None and widest * parent.style.size < (tab - begins) / 20:
            span.set("class", f"{name} short")


def _class(block: Any) -> str:
    """The class of a block, without that of its gap."""
    return str(block.get("class") or "").split(" ")[0]


def _first_notes(body: Any) -> bool:
    """Whether page 1 has notes of its own: those of masthead and cover, or of the text where there is no cover."""
    covered = body.find("section[@class='cover']") is not None
    parts = [part for part in body if not (covered and part.get("class") == "text")]
    return any(part.find(".//span[@class='note']") is not None for part in parts)


def _set_bar_code(body: Any, style: HouseStyle) -> None:
    """Put the bar code of the job number behind it, where the house has one."""
    if code := code_of(body, style):
        image = etree.Element("img", src=f"{BARS}{code}", alt="")
        image.set("class", "bar-code")
        body.find("footer/p[@class='job-number']").addnext(image)


def _call_first_foot(body: Any) -> None:
    """Have the corrections called like a note, after the notes of the title; job number and code stand by themselves.

    A page has no other place that grows upwards from its foot. The call prints nothing.
    """
    foot = body.find("footer")
    if foot is None:
        return
    body.remove(foot)
    fixed = [child for child in foot if child.get("class") in ("job-number", "bar-code", "qr")]
    for position, child in enumerate(fixed):
        body.insert(position, child)
    if len(foot):
        call = etree.SubElement(_first_block(body), "span")
        call.set("class", "first-foot")
        for paragraph in list(foot):
            paragraph.tag = "span"
            paragraph.tail = None
            call.append(paragraph)


def _first_block(body: Any) -> Any:
    """The block of page 1 that calls its foot: the title, or else the first there is."""
    for path in ("section[@class='cover']//h1", "section[@class='cover']//p", "header/p", "section//p", "section//h1"):
        if (found := body.find(path)) is not None:
            return found
    return etree.SubElement(body, "p")
