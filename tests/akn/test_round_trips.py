"""A record written as Akoma Ntoso and read again is the same record; each document passes the schema and our check."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import precis
from precis.assets import Assets, shipped
from precis.documents.summary_record import summary_record
from precis.language.tongues import iso_codes
from precis.model import Faults, Held, Record, plain
from precis.source.akn.names import tag
from precis.source.akn.read import read_akn
from precis.source.akn.schema import check, parsed
from precis.tasks.rendering import Settings
from precis.writers.akn import write_akn
from precis.writers.page import make_page
from tests.archive.made import rich_record
from tests.conftest import ROOT
from tests.support.records import printable_records, records

SAMPLES = sorted((ROOT / "records" / "cmw" / "97").glob("19*.md"))
EXAMPLES = ROOT.parent / "shared" / "akoma-ntoso"
ADDRESS = "https://docs.un.org/{language}/{symbol}"


def written(record: Record, assets: Assets) -> bytes:
    view = summary_record(record, assets, ADDRESS)
    assert view.record is not None
    return write_akn(make_page(view, Settings().house, assets), view.record, assets)


def faults_of(data: bytes) -> list[str]:
    faults = Faults("made.xml")
    check(parsed(data, faults), tuple(iso_codes(shipped()).values()), faults)
    return [str(fault) for fault in faults.found]


def dated(record: Record) -> Record:
    """The record with a day of its meeting, of which its address is made."""
    return record if record.held or record.issued else replace(record, held=Held(dt.date(1995, 1, 1)))


@pytest.mark.slow
@settings(max_examples=1000, suppress_health_check=list(HealthCheck))
@given(printable_records())
def test_a_record_is_read_as_it_was_written(record: Record) -> None:
    record = dated(record)
    data = written(record, shipped())
    assert read_akn(data, "made.xml", shipped()).record == record
    said_as_in(record, data)


def said_as_in(record: Record, data: bytes) -> None:
    """Each numbered paragraph is an element with its number and, but for its notes and gaps, its words and lines."""
    root = etree.fromstring(data)
    for note in list(root.iter(tag("authorialNote"), tag("placeholder"))):
        note.text = ""
        del note[:]
    for end in root.iter(tag("eol")):
        end.text = "\n"
    named = {node.get("eId"): node for node in root.iter() if node.get("eId")}
    counts: Counter[int] = Counter()
    for block in record.paragraphs:
        if block.number is not None:
            counts[block.number] += 1
            again = f"_{counts[block.number]}" if counts[block.number] > 1 else ""
            number, words = list(named[f"para_{block.number}{again}"])[:2]
            assert number.text == f"{block.number}."
            assert "".join(words.itertext()) == plain(block.inlines)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(records())
def test_whatever_a_source_holds_is_read_as_it_was_written(record: Record) -> None:
    if record.symbol is None:
        return
    record = dated(record)
    data = written(record, shipped())
    assert faults_of(data) == []
    assert read_akn(data, "made.xml", shipped()).record == record


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_each_numbered_paragraph_is_an_element_with_its_words(sample: Path) -> None:
    record = precis.read(sample).record
    assert any(block.number for block in record.paragraphs)
    said_as_in(record, written(record, shipped()))


def test_who_speaks_stands_beside_the_words() -> None:
    root = etree.fromstring(written(rich_record(), shipped()))
    shown = {f"#{node.get('eId')}": node.get("showAs") for node in root.iter() if node.get("showAs")}
    said = {
        node.get("eId"): (shown[node.get("by")], shown.get(node.get("as") or "")) for node in root.iter(tag("speech"))
    }
    assert said == {
        "para_1": ("Mr. Rassendyll", "Ruritania"),
        "para_2": ("Mr. Rassendyll", "Ruritania"),
        "para_3": ("The Chair", "Chair"),
    }
    decided = next(root.iter(tag("summary")))
    assert decided.getparent().get("eId") == "para_4" and shown[decided.get("refersTo")] == "decision"
    assert [node.get("eId") for node in root.iter(tag("narrative"))] == [None, "line"]
    # Who speaks in paragraph 5 is not known, and nobody is made up.
    assert next(node for node in root.iter() if node.get("eId") == "para_5").tag == tag("debateSection")


def test_two_languages_of_a_meeting_have_the_same_names() -> None:
    english = rich_record()
    french = replace(english, language="fr")

    def names(record: Record) -> set[str]:
        root = etree.fromstring(written(record, shipped()))
        return {node.get("eId", "") for node in root.iter() if node.get("eId", "").startswith("para_")}

    assert names(english) == names(french) == {f"para_{number}" for number in range(1, 6)}


@pytest.mark.parametrize("name", ["590", "590-reissued", "part-public"])
def test_documents_of_other_hands_on_the_profile_are_read(name: str) -> None:
    path = EXAMPLES / f"{name}.xml"
    if not path.exists():
        pytest.skip("the examples of the profile are not here (../shared/akoma-ntoso)")
    record = precis.read(path).record
    assert record.symbol is not None and str(record.symbol) in ("CMW/C/SR.590", "CAT/C/SR.1051/Add.1")
    assert len([block for block in record.paragraphs if block.number]) in (6, 7)
    assert read_akn(written(record, shipped()), "again.xml", shipped()).record == record


def test_the_same_record_gives_the_same_bytes() -> None:
    assert written(rich_record(), shipped()) == written(rich_record(), shipped())
