"""Corrigenda as Akoma Ntoso: as many modifications as corrections, each with its old words as the record has them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from precis.assets import shipped
from precis.corrections.compare import correct
from precis.corrections.instruction import (
    AddFootnote,
    Correction,
    Delete,
    InsertAfter,
    InsertAt,
    Instruction,
    Renumber,
    Replace,
    Side,
)
from precis.corrections.leaves import leaf_at, leaves
from precis.corrections.location import Location, LocationKind
from precis.corrections.source import Corrected, CorrectionsSource
from precis.documents.corrigendum import corrigendum
from precis.language.tongues import iso_codes
from precis.model import Call, Faults, Paragraph, Record, Run, Symbol, plain
from precis.model.uri import text_uri
from precis.source.akn.amendment import check_amendment
from precis.source.akn.names import tag
from precis.source.akn.schema import check
from precis.tasks.rendering import Settings
from precis.writers.akn_corrigendum import KINDS, write_corrigendum
from precis.writers.page import make_page
from tests.akn.test_round_trips import dated
from tests.archive.made import rich_record
from tests.conftest import ROOT
from tests.corrections.edits import edited
from tests.support.commands import run
from tests.support.corrections import WORDS as WORDS_OF
from tests.support.records import records

ADDRESS = "https://docs.un.org/{language}/{symbol}"
WORDS = (Run("the law"),)


def at(number: int) -> Location:
    return Location(LocationKind.PARAGRAPH, number)


CORRECTIONS = (
    Correction(at(1), Replace((Run("had been changed"),), (Run("had been repealed"),))),
    Correction(at(1), InsertAfter(WORDS, (Run("on wages"),))),
    Correction(at(5), Delete((Run("named"),))),
    Correction(Location(LocationKind.TEXT), Renumber()),
)


def amended(language: str = "en", corrections: tuple[Correction, ...] = CORRECTIONS) -> tuple[Record, Any]:
    record = replace(rich_record(), language=language)
    assert record.symbol is not None
    source = CorrectionsSource(symbol=record.symbol, issued=record.issued, record="590.md", corrections=corrections)
    view = corrigendum([Corrected(record, source, "c.md")], shipped(), ADDRESS, dt.date(2025, 1, 17))
    page = make_page(view, Settings().house, shipped())
    return record, etree.fromstring(write_corrigendum(page, view.corrected, shipped()))


def texts(record: Record) -> Iterator[str]:
    yield from (plain(block.inlines) for block in record.blocks if isinstance(block, Paragraph))


@pytest.mark.slow
@settings(max_examples=60, phases=(Phase.explicit, Phase.generate), deadline=None)
@given(st.data())
def test_any_corrections_are_as_many_modifications_whose_old_words_are_the_record_s(data: st.DataObject) -> None:
    old = dated(replace(data.draw(records()), symbol=Symbol("CMW/C", 590), body="cmw", meeting_as_printed=None))
    new = data.draw(edited(old))
    language = old.language if old.language in WORDS_OF else "en"
    corrections = correct(old, new, WORDS_OF[language])
    if not corrections:
        return
    source = CorrectionsSource(old.symbol, old.issued, "590.md", corrections=corrections)
    view = corrigendum([Corrected(old, source, "c.md")], shipped(), ADDRESS, dt.date(2025, 1, 17))
    made = write_corrigendum(make_page(view, Settings().house, shipped()), view.corrected, shipped())
    check_amendment(made, "c.xml", tuple(iso_codes(shipped()).values()))
    root = etree.fromstring(made)
    assert len(list(root.iter(tag("mod")))) == len(list(root.iter(tag("textualMod")))) == len(corrections)
    for gap in root.iter(tag("placeholder")):
        gap.text = ""
    named = {f"#{node.get('eId')}": unspaced("".join(node.itertext())) for node in root.iter(tag("quotedText"))}
    numbers = {note.label: str(number) for number, note in enumerate(old.footnotes, 1)}
    passages = leaves(old)
    for change, correction in zip(root.iter(tag("textualMod")), corrections, strict=True):
        for words in change.iter(tag("old")):
            passage = passages[leaf_at(passages, correction.location)]
            said = "".join(
                numbers.get(one.label, one.label) if isinstance(one, Call) else plain((one,)) for one in passage
            )
            assert named[words.get("href")] in unspaced(said)


def unspaced(words: str) -> str:
    """Words without blanks: a line that breaks is two lines in a document."""
    return "".join(words.split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_corrigendum_passes_the_schema_and_has_a_modification_a_correction(language: str) -> None:
    record, root = amended(language)
    faults = Faults("c.xml")
    check(root, tuple(iso_codes(shipped()).values()), faults)
    assert faults.found == []
    mods, changes = list(root.iter(tag("mod"))), list(root.iter(tag("textualMod")))
    assert len(mods) == len(changes) == len(CORRECTIONS)
    assert [change.get("type") for change in changes] == ["substitution", "insertion", "repeal", "renumbering"]
    for change in changes:
        (destination,) = change.iter(tag("destination"))
        assert destination.get("href").startswith(f"{text_uri(record, iso_codes(shipped()))}/!main")
    quoted = {f"#{node.get('eId')}": node.text for node in root.iter(tag("quotedText"))}
    old = [quoted[node.get("href")] for node in root.iter(tag("old"))]
    new = [quoted[node.get("href")] for node in root.iter(tag("new"))]
    assert (old, new) == (["had been changed", "the law", "named"], ["had been repealed", "on wages"])
    assert all(any(words in text for text in texts(record)) for words in old)


def test_the_words_of_a_correction_are_those_that_are_printed() -> None:
    _, root = amended()
    first = next(root.iter(tag("mod")))
    said = " ".join("".join(first.itertext()).split())
    assert "had been changed" in said and said.index("had been changed") < said.index("had been repealed")


BOLD = Run("The Chair", bold=True)
SAID = {
    "words of the formula": (Replace((Run("read"),), (Run("For"),)), ["read", "For"]),
    "new words that stand in the old ones": (
        Replace((Run("the law and read"),), (Run("law"),)),
        ["the law and read", "law"],
    ),
    "words put behind those they stand in": (InsertAfter((Run("the law"),), (Run("law"),)), ["the law", "law"]),
    "words of two looks": (Replace((BOLD, Run(" said")), (Run("They said"),)), ["The Chair said", "They said"]),
    "bold words": (Delete((Run("Chair", bold=True),)), ["Chair"]),
    "a passage that is set off": (
        Replace((Run("said " * 39 + "so"),), (Run("read " * 39 + "it"),)),
        ["said " * 39 + "so", "read " * 39 + "it"],
    ),
    "a footnote": (AddFootnote((Run("See "), Run("The law", italic=True), Run("."))), ["See The law."]),
}
"""What is asked for, and the words of the record and those to be read, as they are marked."""


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
@pytest.mark.parametrize("name", SAID)
def test_the_words_that_are_marked_are_those_of_the_correction(name: str, language: str) -> None:
    instruction, expected = SAID[name]
    note = isinstance(instruction, AddFootnote)
    where = Location(LocationKind.FOOTNOTE, name="b") if note else at(1)
    _, root = amended(language, (Correction(where, instruction),))
    faults = Faults("c.xml")
    check(root, tuple(iso_codes(shipped()).values()), faults)
    assert faults.found == []
    assert ["".join(node.itertext()) for node in root.iter(tag("quotedText"))] == expected


def test_a_sign_that_is_named_is_not_marked() -> None:
    _, root = amended("en", (Correction(at(1), InsertAt(Side.AFTER, (Run("."),))),))
    assert "full stop" in "".join(root.find(".//" + tag("mod")).itertext())
    assert not list(root.iter(tag("quotedText")))


def test_a_corrigendum_to_several_records_leads_each_correction_to_its_own() -> None:
    """They stand in the order of their meetings, whatever the order in which they are given."""
    records = [replace(rich_record(), symbol=Symbol("CMW/C", number)) for number in (592, 590, 591)]
    several = [
        Corrected(
            record, CorrectionsSource(record.symbol, record.issued, "r.md", corrections=CORRECTIONS[: place + 1]), "c"
        )
        for place, record in enumerate(records)
    ]
    view = corrigendum(several, shipped(), ADDRESS, dt.date(2025, 1, 17))
    root = etree.fromstring(write_corrigendum(make_page(view, Settings().house, shipped()), view.corrected, shipped()))
    faults = Faults("c.xml")
    check(root, tuple(iso_codes(shipped()).values()), faults)
    assert faults.found == []
    wanted = [
        text_uri(record, iso_codes(shipped())) for place in (1, 2, 0) for record in [records[place]] * (place + 1)
    ]
    assert [node.get("href").partition("/!main")[0] for node in root.iter(tag("destination"))] == wanted
    assert [node.get("href") for node in root.iter(tag("activeRef"))] == list(dict.fromkeys(wanted))
    lines = [" ".join("".join(line.itertext()).split()) for line in next(root.iter(tag("amendmentContent")))]
    assert [line for line in lines if line.startswith("CMW/C/SR.")] == [f"CMW/C/SR.{n}" for n in (590, 591, 592)]
    assert len(lines) == len(wanted) + len(records)


def test_every_instruction_has_its_kind() -> None:
    from typing import get_args

    assert set(KINDS) == set(get_args(Instruction))


def test_the_command_writes_it(in_tmp: Path) -> None:
    from precis import write

    write(rich_record(), "590.md")
    source = "---\ndocument: corrections\nsymbol: CMW/C/SR.590\nissued: 2024-12-17\nrecord: 590.md\n---\n\n"
    Path("c.md").write_text(
        f'{source}- Paragraph 1: for "had been changed" read "had been repealed"\n', encoding="utf-8"
    )
    done = run("corrigendum", "c.md", "--to", "akn", "--on", "2025-01-17")
    assert done.exit_code == 0, done.output
    assert Path("CMW_C_SR.590_Corr.1-en.xml").is_file()


def told_of(root: Any, in_tmp: Path) -> set[str]:
    """The codes of what is told of a corrigendum that is checked."""
    Path("corrigendum.xml").write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    done = run("check", "corrigendum.xml", "--format", "json")
    told = {each["rule"] for each in json.loads(done.stdout)}
    assert done.exit_code == bool(told)
    return told


def test_a_corrigendum_is_checked(in_tmp: Path) -> None:
    assert told_of(amended()[1], in_tmp) == set()


def first(root: Any, name: str) -> Any:
    return next(root.iter(tag(name)))


WRONG: dict[str, tuple[Callable[[Any], object], str]] = {
    "a correction that no modification tells": (
        lambda root: first(root, "activeModifications").remove(first(root, "textualMod")),
        "akn-modification",
    ),
    "a modification that no correction makes": (
        lambda root: first(root, "source").set("href", "#record_1"),
        "akn-modification",
    ),
    "a modification of nothing": (lambda root: first(root, "source").set("href", "#ghost"), "akn-reference"),
    "words of another correction": (lambda root: first(root, "old").set("href", "#mod_2__old"), "akn-modification"),
    "words that are nowhere": (lambda root: first(root, "new").set("href", "#ghost"), "akn-reference"),
    "another record": (
        lambda root: first(root, "destination").set("href", "/akn/un/debateReport/minute/un-cmw/2024-12-13/X/eng@"),
        "akn-modification",
    ),
    "a kind that is none": (lambda root: first(root, "textualMod").set("type", "change"), "akn-schema"),
}
"""What is changed in a corrigendum that is right, and the code that tells it."""


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_corrigendum_is_told(name: str, in_tmp: Path) -> None:
    root = amended()[1]
    change, code = WRONG[name]
    change(root)
    assert code in told_of(root, in_tmp)


def test_a_corrigendum_of_another_hand_is_right(in_tmp: Path) -> None:
    path = ROOT.parent / "shared" / "akoma-ntoso" / "corrigendum.xml"
    if not path.exists():
        pytest.skip("the examples of the profile are not here (../shared/akoma-ntoso)")
    assert told_of(etree.parse(str(path)).getroot(), in_tmp) == set()


def test_a_corrigendum_among_records_is_passed_over(in_tmp: Path) -> None:
    from precis import write

    Path("records").mkdir()
    write(rich_record(), "records/590.md")
    Path("records/corrigendum.xml").write_bytes(etree.tostring(amended()[1]))
    for command in ("export", "index", "digest"):
        done = run(command, "records", *(("--to", "html") if command == "digest" else ()))
        assert done.exit_code == 0, done.output
        assert "records/corrigendum.xml: warning: it is 'corrections'" in done.stderr
