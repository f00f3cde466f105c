"""PDF/A-2a and PDF/UA-1 in one file, and what the file says of itself."""

import page as validation
import pytest
from lxml import etree

from tests.support.pages import COVER, FOOT, MASTHEAD, document, paragraph, sentences
from tests.support.pdf_file import PdfFile

PROFILES = [validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1]


def failures(data, profile):
    return [
        f"{failure.rule_id}: {failure.message}"
        for failure in validation.validate_pdf_bytes(data, profile=profile).failures
    ]


@pytest.mark.parametrize("profile", PROFILES, ids=["PDF/A-2a", "PDF/UA-1"])
def test_a_record_conforms(record_pdf, profile):
    assert failures(record_pdf, profile) == []


@pytest.mark.parametrize("profile", PROFILES, ids=["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize(
    "page",
    [
        document(paragraph(1, "Only a text.")),
        document(paragraph(1, "Text."), before=MASTHEAD),
        document(paragraph(1, "Text."), before=MASTHEAD + FOOT),
        document(paragraph(1, "Text."), before=COVER.format(contents="") + FOOT, language="fr"),
        document("".join(paragraph(number, sentences(9)) for number in range(1, 30))),
        document('<p class="line">委员会说，<i>临时议程</i>“获得通过”。 <b>主席</b> No. 18</p>', language="zh"),
        document('<p class="line">الأطفال والإناث <b>لا</b> CCPR/C/SR.2041* (5)</p>', before=MASTHEAD, language="ar"),
        document('<p class="line">Ελληνικά, Кириллица, “quotes” – and ½ €</p>'),
    ],
    ids=["text", "masthead", "no cover", "no masthead", "many pages", "Chinese", "Arabic", "scripts"],
)
def test_every_form_of_a_document_conforms(pdf, page, profile):
    assert failures(pdf(page), profile) == []


@pytest.mark.parametrize("profile", PROFILES, ids=["PDF/A-2a", "PDF/UA-1"])
def test_an_emblem_conforms(pdf, record, emblem, profile):
    assert failures(pdf(record, emblem), profile) == []


def test_a_stream_that_ends_in_a_carriage_return_is_in_no_doubt(pdf):
    # One stream in 256 ends so by chance; two of these three hundred files had one.
    written = [pdf(document(paragraph(1, f"x<b>bold {number}</b>") + paragraph(2, "y"))) for number in range(60)]
    assert not any(b"\r\nendstream" in data for data in written)


def test_the_packet_says_what_the_information_dictionary_says(record_pdf):
    file = PdfFile(record_pdf)
    info = {name: value.decode() for name, value in file.get(file.trailer["Info"]).items()}
    packet = file.get(file.catalog["Metadata"]).data
    xmp = etree.fromstring(packet[packet.index(b"<x:xmpmeta") : packet.index(b"<?xpacket end")])
    names = {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
    }

    def said(path):
        (value,) = xmp.xpath(path, namespaces=names)
        return str(value)

    assert (
        info["Title"] == said("//dc:title//rdf:li/text()") == "CXX/C/SR.7: Summary record (partial) of the 7th meeting"
    )
    assert info["Subject"] == said("//dc:description//rdf:li/text()") == "Committee on Lighthouses, second session"
    assert info["Keywords"] == said("//pdf:Keywords/text()") == "Keepers; Lamps, oil and wicks"
    assert info["Creator"] == said("//xmp:CreatorTool/text()") == "precis"
    assert info["Producer"] == said("//@pdf:Producer")
    assert info["CreationDate"] == info["ModDate"] == "D:20310304000000Z"
    assert said("//xmp:CreateDate/text()") == said("//xmp:ModifyDate/text()") == "2031-03-04T00:00:00Z"


def test_the_title_is_shown_and_the_language_known(record_pdf):
    catalog = PdfFile(record_pdf).catalog
    assert catalog["ViewerPreferences"]["DisplayDocTitle"] is True
    assert catalog["Lang"] == b"en"


def test_headings_make_the_outline_without_their_notes(record_pdf):
    file = PdfFile(record_pdf)
    first = file.get(file.get(file.catalog["Outlines"])["First"])
    assert first["Title"] == b"Summary record (partial) of the 7th meeting"
    assert file.get(first["First"])["Title"] == b"Keepers"


def test_a_document_without_a_date_has_no_dates(pdf):
    page = document(paragraph(1, "Text."))
    page.root.find("head").remove(page.root.find("head/meta[@name='date']"))
    info = PdfFile(pdf(page))
    assert "CreationDate" not in info.get(info.trailer["Info"])
