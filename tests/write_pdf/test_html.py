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
