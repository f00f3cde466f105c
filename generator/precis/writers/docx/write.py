"""One page into one DOCX."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXT, mapping
from precis.model import PrecisError
from precis.writers.docx.blocks import blocks_of
from precis.writers.docx.heads import first_foot, foot, head, sheet_foot, sheet_head
from precis.writers.docx.join import joined_numbering, joined_styles, numbering_after
from precis.writers.docx.mark import CUSTOM, UNMARKED
from precis.writers.docx.markup import document, escaped, w
from precis.writers.docx.masthead import masthead_table
from precis.writers.docx.numbering import Numbering
from precis.writers.docx.package import Package, Part, Story
from precis.writers.docx.reference import Reference, read_reference
from precis.writers.docx.settings import fonts, house_theme, section, separators, settings
from precis.writers.docx.sheets import sheets
from precis.writers.docx.styles import house_sheet
from precis.writers.docx.vocabulary import by_class
from precis.writers.docx.writer import Writer
from precis.writers.page import Page
from precis.writers.style import HouseStyle

__all__ = ["write_docx"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_THEME = "/word/theme/theme1.xml"
_SIDES = {"even": "left", "default": "right", "first": "first"}
"""On which side the pages of a kind carry their symbol and number: the outer one."""


def write_docx(
    page: Page, style: HouseStyle, assets: Assets, emblem: bytes | None = None, reference: bytes | None = None
) -> bytes:
    """The page as a DOCX in the house style; the same arguments give the same bytes.

    `emblem` is a picture file for the place of the emblem. `reference` is a DOCX or DOTX whose styles are taken where
    their names are ours. Raises PrecisError for either that cannot be read, and for a page that is out of form.
    """
    style = style.design(page.design, page.language)
    language = _word_language(page.language, assets)
    page = _with_word_languages(page, assets)
    template = None if reference is None else read_reference(reference)
    numbering = Numbering() if template is None else numbering_after(template)
    sheet = house_sheet(style, language, numbering)
    if template is not None:
        sheet = joined_styles(sheet, template)
    writer = Writer(page, style, sheet, numbering, emblem)
    package = Package(properties=_properties(page, language))
    if page.design == "sheet":
        content = sheets(writer, _running(package, writer))
    else:
        content = _body(writer)
        content += section(style, *_heads_and_feet(package, writer))
    _beside(package, writer, assets, template)
    for picture in writer.pictures.values():
        package.add(Part(picture.name, picture.content_type, picture.blob))
    text = document("document", w("body", content))
    package.add(Part("/word/document.xml", f"{_WORD}.document.main+xml", text, writer.main.relations))
    package.add(_custom_properties(page.meta("symbol")))
    return package.packed()


def _body(writer: Writer) -> str:
    """Masthead, cover and text; the text begins a page when there is a cover."""
    parts = by_class(writer.page.body, ("masthead", "cover", "first-foot", "text"))
    first = "".join(masthead_table(header, writer) for header in parts["masthead"])
    first += "".join(blocks_of(cover, writer) for cover in parts["cover"])
    writer.break_pending = bool(parts["cover"])
    # Word wants a paragraph at the end, also of a document without text.
    return first + ("".join(blocks_of(text, writer) for text in parts["text"]) or w("p"))


def _heads_and_feet(package: Package, writer: Writer) -> tuple[dict[str, str], dict[str, str]]:
    """Adds the heads and feet of even, odd and first pages; the `r:id` of each by its kind."""
    page = writer.page
    symbol, notice = page.meta("symbol"), page.meta("foot")
    heads, feet = {}, {}
    for kind, side in _SIDES.items():
        heads[kind] = _add(package, writer.main, "header", head(symbol, side, writer), name=f"header-{kind}")
        story = writer.first_foot if kind == "first" else Story()
        footer = page.body.find("footer")
        content = first_foot(footer, notice, writer) if kind == "first" else foot(notice, side, writer)
        feet[kind] = _add(package, writer.main, "footer", content, story, name=f"footer-{kind}")
    return heads, feet


def _running(package: Package, writer: Writer) -> tuple[dict[str, str], dict[str, str]]:
    """Adds the running head and the foot of sheets, the same on all pages but that the first has no head."""
    page = writer.page
    head = sheet_head(page.meta("head"), page.meta("notice"), writer)
    foot = sheet_foot(page.meta("foot"), writer)
    heads = {
        "default": _add(package, writer.main, "header", head, name="header-default"),
        "first": _add(package, writer.main, "header", sheet_head("", "", writer), name="header-first"),
    }
    feet = {
        kind: _add(package, writer.main, "footer", foot, Story(), name=f"footer-{kind}")
        for kind in ("default", "first")
    }
    return heads, feet


def _beside(package: Package, writer: Writer, assets: Assets, template: Reference | None) -> None:
    """Adds the parts that stand beside the text; a template's lists, fonts, theme and settings take part."""
    main, style = writer.main, writer.style
    numbering, theme, font_table = writer.numbering.part(), house_theme(style, assets), fonts(style)
    kept: Mapping[str, str] = {}
    if template is not None:
        numbering, kept = joined_numbering(numbering, template), template.settings
        theme, font_table = template.theme or theme, template.fonts or font_table
    _add(package, main, "styles", writer.sheet.blob)
    _add(package, main, "numbering", numbering)
    _add(package, main, "settings", settings(style, kept))
    _add(package, main, "fontTable", font_table)
    if style.footnotes:
        _add(package, main, "footnotes", document("footnotes", separators(style), *writer.footnotes), writer.notes)
    package.add(Part(_THEME, "application/vnd.openxmlformats-officedocument.theme+xml", theme))
    main.relate("theme", _THEME)


def _add(package: Package, main: Story, kind: str, blob: bytes, story: Story | None = None, *, name: str = "") -> str:
    """Adds a part of the kind; the `r:id` by which the main text refers to it."""
    path = f"/word/{name or kind}.xml"
    package.add(Part(path, f"{_WORD}.{kind}+xml", blob, story.relations if story else ()))
    return main.relate(kind, path)


def _with_word_languages(page: Page, assets: Assets) -> Page:
    """The page whose words in another language have Word's tag for it."""
    if page.body.find(".//span[@lang]") is None:
        return page
    copy = page.copy()
    for words in copy.body.iterfind(".//span[@lang]"):
        words.set("lang", _word_language(words.get("lang", ""), assets))
    return copy


def _word_language(language: str, assets: Assets) -> str:
    """Word's tag for the language of a page."""
    known = read_table(assets, "word", "languages.toml", shape=mapping(TEXT)) or {}
    return str(known.get(language, language))


def _properties(page: Page, language: str) -> dict[str, str | dt.datetime]:
    """What the file says of itself; its times are the day of the document, at midnight."""
    found: dict[str, str | dt.datetime] = {
        "title": page.title,
        "subject": page.meta("subject"),
        "keywords": page.meta("keywords"),
        "language": language,
    }
    date = page.meta("date")
    if date:
        try:
            found["created"] = found["modified"] = dt.datetime.strptime(date, "%Y-%m-%d")
        except ValueError as error:
            raise PrecisError.one("page-date", f"'{date}' is not a date of the page; write 2024-12-17") from error
    return {name: value for name, value in found.items() if value}


def _custom_properties(symbol: str) -> Part:
    """The symbol under the name that United Nations files give it (docs/conventions.md §1.7), and our own mark."""
    named = {"Symbol1": symbol} if symbol else {}
    said = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate((named | {"precis": UNMARKED}).items(), 2)
    )
    blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{said}</Properties>'
    )
    return Part(f"/{CUSTOM}", _CUSTOM, blob.encode())
