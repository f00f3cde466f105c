"""What a page cannot have, and what is said when the machine lacks something."""

from dataclasses import replace

import pytest

from precis.model import PrecisError
from precis.writers.html import write_html
from precis.writers.pdf import write_pdf
from precis.writers.pdf.fetch import fetcher, pictures_of
from tests.support.pages import MASTHEAD, document, paragraph


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "https://example.org/lamp.png",
        "data:image/png;base64,AAAA",
        "lamp.png",
        "emblem:",
        "qr:another",
    ],
)
def test_a_page_loads_nothing(style, address):
    page = document(paragraph(1, "Text."), before='<footer class="first-foot"><img class="qr" src="qr:one"/></footer>')
    loader = fetcher(pictures_of(page, style, None))
    assert loader.fetch("qr:one").content_type == "image/svg+xml"
    with pytest.raises(ValueError, match="a page loads no files"):
        loader.fetch(address)


def test_an_emblem_loads_nothing_either(style, assets):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>'
    with pytest.raises(PrecisError, match="give it as PNG or JPEG"):
        write_pdf(document(paragraph(1, "Text."), before=MASTHEAD), style, assets, drawing)


@pytest.mark.parametrize("write", [write_pdf, write_html], ids=["PDF", "HTML"])
@pytest.mark.parametrize("damage", ["empty", "GIF", "head only", "half"])
def test_an_emblem_that_is_no_picture_is_a_fault(style, assets, emblem, write, damage):
    damaged = {"empty": b"", "GIF": b"GIF89a", "head only": emblem[:8], "half": emblem[: len(emblem) // 2]}[damage]
    with pytest.raises(PrecisError) as caught:
        write(document(paragraph(1, "Text."), before=MASTHEAD), style, assets, damaged)
    assert [fault.code for fault in caught.value.faults] == ["emblem-form"]


def test_an_address_too_long_for_a_code_is_a_fault(style, assets):
    foot = f'<footer class="first-foot"><img class="qr" src="qr:{"x" * 4000}" alt="QR code"/></footer>'
    with pytest.raises(PrecisError, match="too long for a QR code"):
        write_pdf(document(paragraph(1, "Text."), before=foot), style, assets)


def test_a_font_of_other_widths_is_told(style, assets):
    poor = replace(style, font="No Such Font", fallback_fonts=("Nor This One",))
    with pytest.warns(
        UserWarning, match="no font has the widths of No Such Font: .* install one of: No Such Font, Nor This One"
    ):
        write_pdf(document(paragraph(1, "Text.")), poor, assets)


def test_a_character_that_no_font_has_is_told(style, assets):
    with pytest.warns(UserWarning, match="no font has the characters \ue000; install one that does") as told:
        write_pdf(document(paragraph(1, "Text \ue000 and \ue000.")), style, assets)
    assert len([warning for warning in told if warning.category is UserWarning]) == 1


def test_the_lack_of_the_subsetter_is_told_once(style, assets, monkeypatch, recwarn):
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    write_pdf(document(paragraph(1, "Text <b>and</b> <i>text</i>.")), style, assets)
    assert [str(told.message) for told in recwarn if issubclass(told.category, UserWarning)] == [
        "libharfbuzz-subset is missing: PDF files take four times as long; install libharfbuzz-subset0"
    ]


def test_an_address_of_any_letters_makes_a_code(style, assets, recwarn):
    foot = '<footer class="first-foot"><img class="qr" src="qr:https://example.org/é ü" alt="QR code"/></footer>'
    write_pdf(document(paragraph(1, "Text."), before=foot), style, assets)
    assert [told for told in recwarn if issubclass(told.category, UserWarning)] == []
