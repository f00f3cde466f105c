"""The HTML file: the same words, nothing beside it, notes to and fro."""

import base64
import re

import pytest
from lxml import html

from precis.writers.html import write_html
from tests.support.canonical import differences, of_html, of_page
from tests.support.pages import document, paragraph


@pytest.fixture(scope="module")
def text(record, style, assets):
    return write_html(record, style, assets)


@pytest.fixture(scope="module")
def tree(text):
    return html.document_fromstring(text)


def test_the_words_are_those_of_the_page(record, text):
    assert differences(of_page(record), of_html(text)) == []


def test_it_says_what_it_is(text, tree):
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert tree.findtext("head/title") == "CXX/C/SR.7: Summary record (partial) of the 7th meeting"
    described = {meta.get("name"): meta.get("content") for meta in tree.iterfind("head/meta") if meta.get("name")}
    assert described["description"] == "Committee on Lighthouses, second session"
    assert described["dcterms.created"] == "2031-03-04"


def test_nothing_is_loaded_from_elsewhere(text, tree):
    # What a page says to programs is data, and no script.
    assert not tree.xpath("//link | //script[@src or @type != 'application/ld+json'] | //iframe | //object")
    assert all(source.startswith("data:") for source in tree.xpath("//@src"))
    assert "url(" not in text
    assert "@import" not in text


def test_each_call_links_to_its_note_and_back(tree):
    calls = tree.xpath("//a[@role='doc-noteref']")
    notes = tree.xpath("//section[@role='doc-endnotes']/p")
    assert [call.text for call in calls] == ["*", "**", "1", "2", "3", "4"]
    assert [call.get("href") for call in calls] == [f"#{note.get('id')}" for note in notes]
    assert [note[0].get("href") for note in notes] == [f"#{call.get('id')}" for call in calls]
    assert [note[0].text for note in notes] == [call.text for call in calls]


def test_pictures_have_their_texts(record, style, assets, emblem, tree):
    assert tree.xpath("//*[local-name()='svg']/@aria-label") == ["QR code with the address of this document"]
    assert tree.xpath("//img") == []
    (image,) = html.document_fromstring(write_html(record, style, assets, emblem)).xpath("//img")
    assert image.get("alt") == "Emblem of the United Nations"
    assert base64.b64decode(image.get("src").removeprefix("data:image/png;base64,")) == emblem


def test_the_notice_stands_first_and_once(text):
    assert text.count("Sample: not a United Nations document") == 1
    assert re.search(r"<body[^>]*>\s*<p class=\"notice\">Sample", text)


def test_changes_have_their_dates_and_gaps_are_marked(tree):
    assert tree.xpath("//ins/@datetime | //del/@datetime") == ["2031-03-05", "2031-03-05"]
    assert tree.xpath("//mark[@class='gap']/text()") == ["[name of the ship]"]


def test_a_page_without_notes_has_no_place_for_them(style, assets):
    text = write_html(document(paragraph(1, "a &lt; b &amp; c")), style, assets)
    assert "doc-endnotes" not in text
    assert "a &lt; b &amp; c" in text


def test_items_in_others_are_in_their_lists_and_letters_make_them_ordered(style, assets):
    items = (
        '<li class="item"><span class="number">(a)</span> one</li><li class="bullet-2">in it</li>'
        '<li class="item"><span class="number">(b)</span> two</li>'
    )
    body = html.document_fromstring(write_html(document(f"<ul>{items}</ul>"), style, assets)).find("body")
    (outer,) = body.iter("ol")
    (inner,) = body.iter("ul")
    assert [each.tag for each in outer] == ["li", "li"] and inner.getparent() is outer[0]
    assert outer[0].text_content() == "(a) onein it"


def test_a_caption_is_in_its_table(style, assets):
    rows = '<thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td class="right">b</td></tr></tbody>'
    text = f'<p class="table-caption">Table 1</p><table>{rows}</table><p class="table-source">Source: x.</p>'
    body = html.document_fromstring(write_html(document(text), style, assets)).find("body")
    (caption,) = body.iter("caption")
    assert caption.getparent()[0] is caption and caption.text == "Table 1"
    assert caption.getparent().getnext().text == "Source: x."
