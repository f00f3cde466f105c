"""Files that are no Word file, damaged, or made to do harm: one clear line each, in bounded time and memory."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import shipped
from precis.model import PrecisError
from precis.reading.forms.docx import read_docx
from precis.reading.forms.docx.package import MAX_MEMBERS
from precis.reading.forms.docx.xml import MAX_DEPTH
from precis.reading.line import FileText
from tests.read_docx.made import docx, packed, parts_of

SECONDS = 10
BODY = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>"
PARTS = parts_of(BODY)
DOCUMENT = "word/document.xml"
DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


def with_document(xml: str | bytes) -> bytes:
    return packed({**PARTS, DOCUMENT: xml})


def document(inside: str) -> str:
    return PARTS[DOCUMENT].replace(BODY, inside)


def other_main(kind: str) -> bytes:
    types = PARTS["[Content_Types].xml"].replace("wordprocessingml.document.main", f"{kind}.main")
    return packed({**PARTS, "[Content_Types].xml": types})


def bomb() -> bytes:
    return with_document(document(f"<w:p><w:r><w:t>{'0' * 60_000_000}</w:t></w:r></w:p>"))


def bomb_that_says_it_is_small() -> bytes:
    """The sizes in the directory and before the member are those of a small file."""
    data = bytearray(bomb())
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = [each.start() for each in re.finditer(re.escape(signature), bytes(data))]
        for start in at:
            size = struct.unpack_from("<L", data, start + place)[0]
            if size > 1_000_000:
                struct.pack_into("<L", data, start + place, 500_000)
    return bytes(data)


def stored(members: Mapping[str, str | bytes]) -> bytes:
    """The members as they are, so that no ratio tells them from others."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def two_gigabytes() -> bytes:
    data = bytearray(docx(BODY))
    start = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, start + 24, 2_000_000_000)
    return bytes(data)


def packed_without_bounds() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(docx(BODY))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for each in re.finditer(re.escape(signature), bytes(data)):
            data[each.start() + place] |= 1
    return bytes(data)


def changed_byte() -> bytes:
    """A letter of the text is another one, so that the sum of the member is wrong."""
    return stored(PARTS).replace(b"<w:t>Text", b"<w:t>Test")


HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a Word file of before 2007": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "file-damaged", "get the file again"),
    "a password": (
        lambda: b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "file-encrypted",
        "has a password",
    ),
    "a PDF": (lambda: b"%PDF-1.7\n", "file-form", "is a PDF"),
    "rich text": (lambda: b"{\\rtf1 x}", "file-form", "Rich Text"),
    "a web page": (lambda: b"<html></html>", "file-form", "XML or HTML"),
    "anything": (lambda: b"hello", "file-form", "is not a Word file"),
    "an OpenDocument file": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "file-form",
        "OpenDocument",
    ),
    "an Excel file": (lambda: other_main("spreadsheetml.sheet"), "file-form", "Excel"),
    "a PowerPoint file": (lambda: other_main("presentationml.presentation"), "file-form", "PowerPoint"),
    "another archive": (lambda: packed({"a.txt": "x"}), "file-form", "ZIP archive"),
    "no content types": (
        lambda: packed({name: part for name, part in PARTS.items() if "Types" not in name}),
        "file-form",
        "ZIP archive",
    ),
    "no text part": (
        lambda: packed({name: part for name, part in PARTS.items() if name != DOCUMENT}),
        "file-damaged",
        "lacks its text",
    ),
    "a text part without a text": (
        lambda: with_document('<w:styles xmlns:w="urn:x"/>'),
        "file-damaged",
        "no text where a Word file has it",
    ),
    "cut off": (lambda: docx(BODY)[:700], "file-damaged", "cut off"),
    "a changed byte": (changed_byte, "file-damaged", "damaged"),
    "an encrypted archive": (encrypted, "file-encrypted", "password"),
    "a way of packing with no bounds": (packed_without_bounds, "file-damaged", "packed in a way"),
    "not well formed": (lambda: with_document("<w:document>"), "file-damaged", "is not XML"),
    "a name that leads out": (lambda: packed({**PARTS, "../../etc/passwd": "x"}), "file-path", "leads out"),
    "an absolute name": (lambda: packed({**PARTS, "/etc/passwd": "x"}), "file-path", "leads out"),
    "a name with a drive": (lambda: packed({**PARTS, "C:/x": "x"}), "file-path", "leads out"),
    "too many members": (
        lambda: packed({**PARTS, **{f"x{number}": "" for number in range(MAX_MEMBERS)}}),
        "file-size",
        "members",
    ),
    "a bomb": (bomb, "file-size", "says that"),
    "a bomb that says it is small": (bomb_that_says_it_is_small, "file-damaged", "damaged"),
    "two gigabytes": (two_gigabytes, "file-size", "2,000 MB"),
    "entities": (
        lambda: with_document(PARTS[DOCUMENT].replace("<w:document", DTD + "]><w:document", 1)),
        "file-dtd",
        "document type",
    ),
    "entities in UTF-16": (
        lambda: with_document(
            PARTS[DOCUMENT].replace("UTF-8", "UTF-16").replace("<w:document", DTD + "]><w:document", 1).encode("utf-16")
        ),
        "file-dtd",
        "document type",
    ),
    "ten thousand nested tags": (
        lambda: with_document(document("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000)),
        "file-depth",
        "deep",
    ),
    "nested tables": (
        lambda: with_document(document("<w:tbl><w:tr><w:tc>" * 100 + BODY + "</w:tc></w:tr></w:tbl>" * 100)),
        "file-depth",
        "deep",
    ),
    "a hundred thousand paragraphs": (
        lambda: stored({**PARTS, DOCUMENT: document("<w:p/>" * 100_000)}),
        "file-long",
        "paragraphs",
    ),
    "three million elements": (
        lambda: stored({**PARTS, DOCUMENT: document("<w:p/>" * 3_000_000)}),
        "file-size",
        "elements",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_clear_line(name: str) -> None:
    make, code, words = HOSTILE[name]
    data = make()
    start = time.perf_counter()
    with pytest.raises(PrecisError) as caught:
        read_docx(data, "record.docx", shipped())
    assert time.perf_counter() - start < SECONDS
    (fault,) = caught.value.faults
    assert fault.code == code
    assert words in fault.message
    assert str(fault).startswith("record.docx: ") and "\n" not in str(fault)


def nested(opening: str, closing: str, count: int) -> str:
    return opening * count + BODY + closing * count


SLOW = {
    "elements as deep as may be": nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", (MAX_DEPTH - 10) // 2),
    "tables as deep as may be": nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", (MAX_DEPTH - 10) // 3),
    "boxes as deep as may be": nested("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", MAX_DEPTH // 3 - 4),
    "fields that never end": '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/>'
    + "<w:t>x</w:t></w:r></w:p>"
    + '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>y</w:t></w:r></w:p>' * 40_000,
    "one word in as many runs": "<w:p>" + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" * 50_000 + "</w:p>",
    "a note called again and again": "<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 50_000 + "</w:p>",
    "columns without end": BODY
    + '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    "paragraphs that are all joined": "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    * 20_000,
}


@pytest.mark.parametrize("name", SLOW)
def test_a_laborious_file_is_read_in_bounded_time(name: str) -> None:
    note = "<w:footnote w:id='1'><w:p><w:r><w:t>" + "long " * 2_000 + "</w:t></w:r></w:p></w:footnote>"
    data = stored(parts_of(SLOW[name], footnotes=note))
    start = time.perf_counter()
    text = read_docx(data, "record.docx", shipped())
    assert time.perf_counter() - start < SECONDS
    assert sum(len(line.text) for line in text.lines) < 200_000


def test_a_member_that_is_packed_too_well_is_refused() -> None:
    with pytest.raises(PrecisError, match="unpacks to 3 MB"):
        read_docx(with_document(document(" " * 3_000_000)), "record.docx", shipped())


def whole_file() -> bytes:
    """A small file with something of everything."""
    body = (
        '<w:p><w:pPr><w:pStyle w:val="SingleTxtG"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t>Mr. X</w:t><w:tab/><w:footnoteReference w:id="1"/></w:r><w:r><w:fldChar '
        'w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:del w:author="A"><w:r><w:delText>d'
        "</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl><w:sectPr><w:titlePg/></w:sectPr>"
    )
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    return stored(
        parts_of(
            body,
            numbering=f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
            footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>',
            header1="<w:p><w:r><w:t>Head</w:t></w:r></w:p>",
        )
    )


WHOLE = whole_file()
DOCUMENT_PART = zipfile.ZipFile(io.BytesIO(WHOLE)).read(DOCUMENT)
places = st.integers(0, len(WHOLE) - 1)
marks = st.sampled_from([*b'<>/="w:0123456789-', 0, 255])


def read_or_refused(data: bytes) -> None:
    try:
        assert isinstance(read_docx(data, "record.docx", shipped()), FileText)
    except PrecisError as error:
        assert "\n" not in str(error)


@settings(max_examples=400)
@given(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=4), st.one_of(st.none(), places))
def test_a_damaged_archive_is_read_or_refused(changes: list[tuple[int, int]], end: int | None) -> None:
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    read_or_refused(bytes(data[:end]))


@settings(max_examples=400)
@given(st.lists(st.tuples(st.integers(0, len(DOCUMENT_PART) - 1), marks), min_size=1, max_size=3))
def test_a_damaged_text_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    xml = bytearray(DOCUMENT_PART)
    for place, value in changes:
        xml[place] = value
    read_or_refused(with_document(bytes(xml)))


names = st.sampled_from(sorted(set(re.findall(r"<w:(\w+)", WHOLE.decode("latin-1")))))


@settings(max_examples=400)
@given(names, names, st.sampled_from(["", "0", "-1", "9" * 4_400, "x", "none", "\u0660"]))
def test_elements_and_values_in_wrong_places_are_read_or_refused(old: str, new: str, value: str) -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    for name in ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"):
        xml = re.sub(rf"(</?w:){old}\b", rf"\g<1>{new}", members[name])
        members[name] = re.sub(rf'(<w:{new}\b[^>]*?w:\w+=")[^"]*', rf"\g<1>{value}", xml)
    read_or_refused(packed(members))
