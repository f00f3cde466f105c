"""Texts as other programs save them, and characters that no source may hold."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.model import PrecisError
from precis.reading.files import read_file
from tests.trials.made import COVER, paragraph, seen, word

LINES = [*COVER, "The meeting was called to order at 3.05 p.m.", COVER[-1]]
LINES += ["1. Ms. Duquesne-Ålund (Côte d’Ivoire) said – so.", "The meeting rose at 5.45 p.m."]
TEXT = "\n".join(LINES)
READ = "**Ms. Duquesne-Ålund** (Côte d’Ivoire) said – so."


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        (TEXT.encode(), False),
        (TEXT.encode("utf-8-sig"), False),
        (TEXT.encode("utf-16"), False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), False),
        (TEXT.encode("utf-16-le"), False),
        (TEXT.encode("utf-32"), False),
        (TEXT.encode("cp1252"), True),
        (TEXT.encode().replace("Å".encode(), b"\xc5"), True),
        (unicodedata.normalize("NFD", TEXT).encode(), False),
    ],
)
def test_encodings(data: bytes, guessed: bool, tmp_path: Path) -> None:
    found = seen(data, tmp_path, "text.txt")
    assert found.blocks[1] == READ
    assert any(finding.code == "encoding-read" for finding in found.findings) == guessed


def test_an_encoding_that_is_given(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.replace("so.", "слово.").replace("Å", "A").replace("ô", "o").encode("cp1251"))
    reading = read_file(path, shipped(), encoding="windows-1251")
    assert "слово" in str(reading.record.blocks)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", '<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>'),
        (
            "a.xml",
            '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
        ),
        (
            "a.fodt",
            '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        ),
        ("a.mht", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n"),
        ("a.txt", '<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>'),
        ("a.xml", '<?xml version="1.0"?><speech/>'),
    ],
)
def test_files_of_office_programs_that_are_text_are_refused(name: str, data: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(data)
    with pytest.raises(PrecisError) as caught:
        read_file(tmp_path / name, shipped())
    assert [fault.code for fault in caught.value.faults] == ["file-form"]


def test_letters_and_their_accents_apart(tmp_path: Path) -> None:
    body = [
        "1. <b>Ms. Koné</b> (Côte d’Ivoire) said that it was so.",
        "2. <b>Ms. Kon</b><b>e\u0301</b> thanked the Chair.",
    ]
    apart = [paragraph(unicodedata.normalize("NFD", text)) for text in body]
    found = seen(word(apart), tmp_path, "apart.docx")
    assert found.blocks[1:] == [
        "**Ms. Koné** (Côte d’Ivoire) said that it was so.",
        "**Ms. Koné** thanked the Chair.",
    ]


SOURCE = "---\nsymbol: CMW/C/SR.1953\n---\n\n# One\n\nThe Chair said{} so.\n"


@pytest.mark.parametrize("char", ["\f", "\v", "\ufffe", "\u202e"])
def test_a_control_character_is_told_with_its_line(char: str, tmp_path: Path) -> None:
    path = tmp_path / "source.md"
    path.write_text(SOURCE.format(char), encoding="utf-8")
    with pytest.raises(PrecisError) as caught:
        read_file(path, shipped())
    (fault,) = caught.value.faults
    assert (fault.code, fault.span.line) == ("character", 7)
    assert f"U+{ord(char):04X}" in fault.message


def test_what_turns_the_direction_of_words_is_not_read(tmp_path: Path) -> None:
    assert seen(TEXT.replace("said", "\u202asaid\u202c").encode(), tmp_path, "text.txt").blocks[1] == READ


def test_json_is_read_in_composed_letters(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text(json.dumps({"symbol": "CMW/C/SR.1953", "place": "Gene\u0300ve"}))
    assert "Genève" in str(read_file(path, shipped()).record)
