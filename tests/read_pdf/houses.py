"""Records set as other houses set them: our web page of a record with a style sheet of theirs, as an untagged PDF."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from lxml import html

import precis
from precis.model import Record

__all__ = ["HOUSES", "set_by"]

_SHEETS = Path(__file__).parent / "houses"
HOUSES = sorted(path.stem for path in _SHEETS.glob("*.css") if path.stem != "common")


def set_by(house: str, record: Record, folder: Path) -> bytes:
    """The record as a PDF in the style of a house, the name of a style sheet beside this module."""
    from weasyprint import HTML

    precis.write(record, folder / "record.html")
    page = html.document_fromstring((folder / "record.html").read_bytes())
    for element in page.xpath("//style | //*[local-name()='svg'] | //p[@class='notice'] | //hr"):
        element.drop_tree()
    _set_notes(page)
    _set_head(page, "" if record.symbol is None else str(record.symbol), record.job_number or "")
    page.head.append(html.fromstring(f"<style>{_sheet('common')}{_sheet(house)}</style>"))
    out = BytesIO()
    HTML(string=html.tostring(page, encoding="unicode")).write_pdf(out)
    return out.getvalue()


@lru_cache
def _sheet(name: str) -> str:
    return (_SHEETS / f"{name}.css").read_text(encoding="utf-8")


def _set_notes(page: html.HtmlElement) -> None:
    """Put each note where it is called: a style sheet sets it at the foot of the page."""
    for note in page.xpath("//section[@class='notes']/p"):
        (back,) = note.xpath("./a")
        call = page.get_element_by_id(back.get("href")[1:]).getparent()
        note.tag, note.attrib["data-mark"] = "span", back.text
        note.text, back.tail = (back.tail or "").lstrip(), None
        note.remove(back)
        call.addnext(note)
        note.tail, call.tail = call.tail, None
        call.drop_tree()
    for section in page.find_class("notes"):
        section.drop_tree()


def _set_head(page: html.HtmlElement, symbol: str, job: str) -> None:
    """Give the style sheet what stands on pages besides their text: the symbol, the job number and its bar code."""
    for name, words in (("head", symbol), ("foot", job), ("bar-code", f"*{job[3:].replace('-', '')}*" if job else "")):
        page.body.insert(0, html.fromstring(f"<div class='{name}'>{words}</div>"))
