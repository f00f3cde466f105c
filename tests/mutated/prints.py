"""Changes of a PDF file as programs and hands make them: pages cut, moved, doubled; words taken out, figures put in."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Any

__all__ = ["MUTATIONS", "mutated"]

Mutation = Callable[[Random, Any], None]


def mutated(data: bytes, chance: Random) -> bytes:
    """The file after one to three changes."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    for _ in range(chance.randint(1, 3)):
        MUTATIONS[chance.choice(list(MUTATIONS))](chance, document)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _page_cut(chance: Random, document: Any) -> None:
    if len(document) > 1:
        document.del_page(chance.randrange(len(document)))


def _page_moved(chance: Random, document: Any) -> None:
    _page_twice(chance, document)
    _page_cut(chance, document)


def _page_twice(chance: Random, document: Any) -> None:
    """A page again, as whoever scans or prints a heap puts it in."""
    import pypdfium2 as pdfium

    other = pdfium.PdfDocument(_saved(document))
    document.import_pages(other, [chance.randrange(len(other))], index=chance.randint(0, len(document)))


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _words_taken_out(chance: Random, document: Any) -> None:
    """A stretch of text that is drawn no more."""
    import pypdfium2.raw as raw

    page = document[chance.randrange(len(document))]
    texts = [each for each in page.get_objects(max_depth=1) if each.type == raw.FPDF_PAGEOBJ_TEXT]
    if texts:
        page.remove_obj(chance.choice(texts))
        page.gen_content()


def _words_moved(chance: Random, document: Any) -> None:
    """A stretch of text a little off its place."""
    import pypdfium2.raw as raw

    page = document[chance.randrange(len(document))]
    texts = [each for each in page.get_objects(max_depth=1) if each.type == raw.FPDF_PAGEOBJ_TEXT]
    if texts:
        text = chance.choice(texts)
        text.set_matrix(text.get_matrix().translate(chance.choice((-40, 3, 30, 200)), chance.choice((-30, 2, 9, 90))))
        page.gen_content()


def _rules_taken_out(chance: Random, document: Any) -> None:
    """The rules of a page, such as that above notes and those of tables."""
    import pypdfium2.raw as raw

    page = document[chance.randrange(len(document))]
    for each in list(page.get_objects(max_depth=1)):
        if each.type == raw.FPDF_PAGEOBJ_PATH:
            page.remove_obj(each)
    page.gen_content()


def _figure_put_in(chance: Random, document: Any) -> None:
    """A figure alone between the lines of a page, far from its head and its foot."""
    import pypdfium2.raw as raw

    page = document[chance.randrange(len(document))]
    width, height = page.get_size()
    text = raw.FPDFPageObj_NewTextObj(document.raw, b"Times-Roman", 10)
    words = str(chance.choice((2, 3, 7, 12, 412))) + "\0"
    encoded = words.encode("utf-16-le")
    raw.FPDFText_SetText(text, raw.FPDF_WIDESTRING((raw.FPDF_WCHAR * (len(encoded) // 2)).from_buffer_copy(encoded)))
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, chance.uniform(0.1, 0.8) * width, chance.uniform(0.25, 0.8) * height)
    raw.FPDFPage_InsertObject(page.raw, text)
    page.gen_content()


def _turned(chance: Random, document: Any) -> None:
    page = document[chance.randrange(len(document))]
    page.set_rotation(chance.choice((0, 90, 180, 270)))


MUTATIONS: Mapping[str, Mutation] = MappingProxyType(
    {
        "a page cut": _page_cut,
        "a page moved": _page_moved,
        "a page twice": _page_twice,
        "words taken out": _words_taken_out,
        "words moved": _words_moved,
        "rules taken out": _rules_taken_out,
        "a figure put in": _figure_put_in,
        "a page turned": _turned,
    }
)
