"""Page → one HTML file for a browser, with nothing beside it: the same words, notes that link to and fro.

The look is templates/pages/screen.css, that of sheets templates/pages/sheet.css; fonts and colours are those of the
house style.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from lxml import etree

from precis.assets import Assets
from precis.writers.direction import set_directions
from precis.writers.lettered import level_of
from precis.writers.page import Page
from precis.writers.picture import checked_picture
from precis.writers.places import name_paragraphs
from precis.writers.qr import qr_svg
from precis.writers.style import HouseStyle

__all__ = ["html_tree", "write_html"]


def write_html(page: Page, style: HouseStyle, assets: Assets, emblem: bytes | None = None) -> str:
    """The page as a file. Without an `emblem` (PNG or JPEG) there is no place for it; PrecisError if it is neither."""
    root = html_tree(page, style, assets, emblem)
    text: str = etree.tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>", pretty_print=False)
    return f"{text}\n"


def html_tree(page: Page, style: HouseStyle, assets: Assets, emblem: bytes | None = None) -> Any:
    """The `html` element of that file; else as `write_html`."""
    copy = page.copy()
    body = copy.body
    _set_pictures(body, style, emblem)
    _set_gaps_and_changes(body)
    name_paragraphs(body)
    rtl = style.design(page.design, page.language).rtl
    if rtl:
        set_directions(body, "bdi")
    _gather_notes(body)
    _nest_lists(body)
    _set_captions(body)
    _set_main(body)
    _add_notice(body, page.meta("foot"))
    _drop_measures(body)
    root = etree.Element("html", lang=page.language)
    if rtl:
        root.set("dir", "rtl")
    root.extend([_head(page, style, assets), body])
    return root


def _head(page: Page, style: HouseStyle, assets: Assets) -> Any:
    head = etree.Element("head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", name="viewport", content="width=device-width")
    etree.SubElement(head, "title").text = page.title
    for name, content in (
        ("description", page.meta("subject")),
        ("keywords", page.meta("keywords")),
        ("dcterms.created", page.meta("date")),
    ):
        if content:
            etree.SubElement(head, "meta", name=name, content=content)
    if page.meta("symbol"):
        etree.SubElement(head, "script", type="application/ld+json").text = _linked_data(page)
    etree.SubElement(head, "style").text = _rules(page, style.design(page.design, page.language), assets)
    return head


def _linked_data(page: Page) -> str:
    """What the page is, for programs that gather pages: a report (schema.org, JSON-LD 1.1)."""
    address = next((image.get("src", "") for image in page.body.iter("img") if image.get("class") == "qr"), "")
    said = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": page.title,
        "identifier": page.meta("symbol"),
        "datePublished": page.meta("date"),
        "inLanguage": page.language,
        "isPartOf": {"@type": "CreativeWork", "name": page.meta("subject")} if page.meta("subject") else None,
        "url": address.removeprefix("qr:"),
    }
    # A script ends at "</", whatever stands around it.
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False).replace("</", "<\\/")


def _rules(page: Page, style: HouseStyle, assets: Assets) -> str:
    """How it looks on a screen: a file for records, and one for sheets, which has the colours of the house style."""
    fonts = _families(style.fonts, "serif")
    if page.design == "record":
        return f"body {{ font-family: {fonts}; }}\n{assets.text('pages', 'screen.css') or ''}{_emphasis(style)}"
    sans = _families((style.sans, *style.sans_fallback_fonts), "sans-serif")
    colours = " ".join(f"--{name}: #{value};" for name, value in style.colours.items())
    return f":root {{ --serif: {fonts}; --sans: {sans}; {colours} }}\n{assets.text('pages', 'sheet.css') or ''}"


def _emphasis(style: HouseStyle) -> str:
    """The look of what is emphasised in a script that has no italics."""
    if style.script is None or not style.script.emphasis_fonts:
        return ""
    fonts = _families((style.font, *style.fallback_fonts, *style.script.emphasis_fonts), "serif")
    return f"i, h3, .heading-2 {{ font-family: {fonts}; font-style: normal; }}\n"


def _families(fonts: tuple[str, ...], last: str) -> str:
    return ", ".join((*(f'"{font}"' for font in fonts), last))


def _set_pictures(body: Any, style: HouseStyle, emblem: bytes | None) -> None:
    """Put the pictures themselves in: the code as drawing, the emblem as data."""
    for image in list(body.iter("img")):
        source = image.get("src")
        if source.startswith("qr:"):
            drawing = etree.fromstring(qr_svg(source.removeprefix("qr:"), style))
            drawing.attrib.update({"class": "qr", "role": "img", "aria-label": image.get("alt", "")})
            drawing.tail = image.tail
            image.getparent().replace(image, drawing)
        elif emblem is None:
            place = image.getparent()
            place.getparent().remove(place)
        else:
            media_type, data = checked_picture(emblem)
            image.set("src", f"data:{media_type};base64,{base64.b64encode(data).decode()}")


def _set_gaps_and_changes(body: Any) -> None:
    """What HTML has elements of its own for: a gap is marked text, a change has its date."""
    for element in body.iter("span", "ins", "del"):
        if element.get("class") == "gap":
            element.tag = "mark"
        if date := element.attrib.pop("data-date", None):
            element.set("datetime", date)


def _nest_lists(body: Any) -> None:
    """Put the items of lists that are in others into these; a list with letters is an ordered one."""
    for whole in list(body.iter("ul")):
        above: list[Any] = []
        for item in list(whole):
            del above[level_of(item) - 1 :]
            if above:
                inner = above[-1].find("ul")
                (etree.SubElement(above[-1], "ul") if inner is None else inner).append(item)
            above.append(item)
    for each in list(body.iter("ul")):
        if len(each) and all(item.find("span[@class='number']") is not None for item in each):
            each.tag = "ol"


def _set_captions(body: Any) -> None:
    """Put the caption that stands above a table into it."""
    for caption in [each for each in body.iter("p") if each.get("class") == "table-caption"]:
        caption.getnext().insert(0, caption)
        caption.tag = "caption"


def _gather_notes(body: Any) -> None:
    """Put the notes at the end; each call links to its note, and the mark of the note back to its call."""
    notes = [span for span in body.iter("span") if span.get("class") == "note"]
    if not notes:
        return
    section = etree.SubElement(body, "section", role="doc-endnotes")
    section.set("class", "notes")
    for number, note in enumerate(notes, start=1):
        mark = note.attrib.pop("data-mark")
        call = etree.Element("sup")
        link = etree.SubElement(call, "a", href=f"#note-{number}", id=f"call-{number}", role="doc-noteref")
        link.text, call.tail, note.tail = mark, note.tail, None
        note.getparent().replace(note, call)
        note.tag = "p"
        note.set("id", f"note-{number}")
        back = etree.Element("a", href=f"#call-{number}", role="doc-backlink")
        back.text, back.tail, note.text = mark, f" {note.text or ''}", None
        note.insert(0, back)
        section.append(note)


def _set_main(body: Any) -> None:
    """Let all but the masthead be the main part, where a reader can jump to it."""
    main = etree.Element("main")
    main.extend(child for child in list(body) if child.tag != "header")
    body.append(main)


def _drop_measures(body: Any) -> None:
    """Columns of tables, and lines, find their own places on a screen."""
    for element in body.iter("table", "section"):
        for name in ("data-widths", "data-leading"):
            element.attrib.pop(name, None)


def _add_notice(body: Any, notice: str) -> None:
    """The notice that paper has at the foot of every page stands once, where nobody can miss it."""
    if notice:
        paragraph = etree.Element("p")
        paragraph.set("class", "notice")
        paragraph.text = notice
        body.insert(0, paragraph)
