"""What is refused: files that would do harm, what the schema refuses, and what it lets through though it is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

import precis
from precis.assets import shipped
from precis.model import PrecisError
from precis.source.akn.names import tag
from precis.source.akn.read import read_akn
from tests.akn.test_round_trips import written
from tests.archive.made import made_record, paragraph, rich_record
from tests.conftest import ROOT
from tests.support.commands import run

SAMPLE = ROOT / "records" / "cmw" / "97" / "1952.md"
SECONDS = 2.0


def codes_of(data: bytes) -> set[str]:
    with pytest.raises(PrecisError) as told:
        read_akn(data, "made.xml", shipped())
    assert all(fault.span.line for fault in told.value.faults)
    return {fault.code for fault in told.value.faults}


def entities(depth: int) -> str:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth))
    return f'<!DOCTYPE akomaNtoso [<!ENTITY e0 "ha">{names}]><akomaNtoso>&e{depth - 1};</akomaNtoso>'


@pytest.mark.parametrize(
    "data",
    [
        entities(10).encode(),
        b'<?xml version="1.0"?>' + entities(3).encode(),
        b'<!DOCTYPE akomaNtoso SYSTEM "file:///etc/passwd"><akomaNtoso/>',
        b'<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "file:///etc/hostname">]><akomaNtoso>&x;</akomaNtoso>',
        ('<?xml version="1.0" encoding="UTF-16"?>' + entities(3)).encode("utf-16"),
        b"<!doctype akomaNtoso><akomaNtoso/>",
    ],
    ids=["a bomb", "entities", "a file", "a file as entity", "in UTF-16", "in small letters"],
)
def test_a_document_type_is_refused_at_once(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "made.xml"
    file.write_bytes(data)
    start = time.monotonic()
    with pytest.raises(PrecisError) as told:
        precis.read(file)
    assert time.monotonic() - start < SECONDS
    assert told.value.faults[0].code in ("akn-dtd", "akn-form")


def test_what_is_no_xml_or_no_record_is_told() -> None:
    assert codes_of(b"<akomaNtoso>") == {"akn-form"}
    empty = f'<akomaNtoso xmlns="{tag("x")[1:-2]}"/>'.encode()
    assert codes_of(empty) == {"akn-schema", "akn-kind"}


def first(root: etree._Element, name: str) -> etree._Element:
    return next(root.iter(tag(name)))


CHANGES: dict[str, tuple[Callable[[etree._Element], object], str]] = {
    "a speaker that is nobody": (lambda root: first(root, "speech").set("by", "#ghost"), "akn-reference"),
    "an empty speaker": (lambda root: first(root, "speech").set("by", ""), "akn-reference"),
    "a thing that is nowhere": (lambda root: first(root, "session").set("refersTo", "#ghost"), "akn-reference"),
    "a language by its name": (lambda root: first(root, "FRBRlanguage").set("language", "english"), "akn-language"),
    "a language of two letters": (lambda root: first(root, "FRBRlanguage").set("language", "en"), "akn-language"),
    "another country": (lambda root: first(root, "FRBRcountry").set("value", "zz"), "akn-address"),
    "a symbol with slashes": (lambda root: first(root, "FRBRnumber").set("value", "CMW/C/SR.590"), "akn-address"),
    "an address with slashes": (lambda root: first(root, "FRBRuri").set("value", "/akn/un/x"), "akn-address"),
    "a number that differs": (lambda root: setattr(first(root, "num"), "text", "9."), "akn-number"),
    "no number": (lambda root: first(root, "speech").remove(first(root, "num")), "akn-number"),
    "an hour that is none": (lambda root: first(root, "FRBRdate").set("date", "2024"), "akn-schema"),
    "a name twice": (lambda root: first(root, "mainBody").set("eId", "para_1"), "akn-schema"),
}
"""What is changed in a document that is right, and the code that tells it."""


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_wrong_is_told_by_its_code_and_line(name: str) -> None:
    root = etree.fromstring(written(rich_record(), shipped()))
    change, code = CHANGES[name]
    change(root)
    assert code in codes_of(etree.tostring(root))


def test_a_record_without_a_day_has_no_address() -> None:
    with pytest.raises(PrecisError) as told:
        written(made_record([paragraph(1, "The Chair", " spoke.")], day=None), shipped())
    assert told.value.faults[0].code == "akn-address"


def test_the_commands_write_read_and_check(in_tmp: Path) -> None:
    assert run("build", str(SAMPLE), "--to", "akn").stdout == "CMW_C_SR.1952-en.xml\n"
    assert run("parse", "CMW_C_SR.1952-en.xml", "-o", "1952.md").exit_code == 0
    assert precis.read("1952.md").record == precis.read(SAMPLE).record
    assert run("check", "CMW_C_SR.1952-en.xml").exit_code == 0
    text = Path("CMW_C_SR.1952-en.xml").read_text(encoding="utf-8")
    Path("CMW_C_SR.1952-en.xml").write_text(text.replace('by="#person_', 'by="#nobody_', 1), encoding="utf-8")
    wrong = run("check", "CMW_C_SR.1952-en.xml", "--format", "json")
    assert wrong.exit_code == 1 and "akn-reference" in wrong.stdout
    digest = run("digest", str(SAMPLE.parent), "--to", "akn")
    assert digest.exit_code == 1 and "[akn-kind]" in digest.stderr
