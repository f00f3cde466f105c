"""A record that was reissued with corrections: what is other than before is marked, and can be taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

import precis
from precis.assets import shipped
from precis.documents.summary_record import summary_record
from precis.model import Block, List, Paragraph, PrecisError, Quotation, Record, Run, Symbol, Table, texts_of
from precis.source.akn.names import tag
from precis.source.akn.read import read_akn
from precis.tasks.rendering import Settings
from precis.writers.akn import write_akn
from precis.writers.page import make_page
from tests.akn.test_round_trips import ADDRESS, dated, faults_of, written
from tests.archive.made import paragraph, rich_record
from tests.corrections.edits import edited
from tests.support.commands import run
from tests.support.records import records


def marked(old: Record, new: Record) -> bytes:
    view = summary_record(new, shipped(), ADDRESS)
    assert view.record is not None
    return write_akn(make_page(view, Settings().house, shipped()), view.record, shipped(), old)


def said(blocks: Sequence[Block]) -> list[tuple[object, ...]]:
    """What blocks say, without the numbers that count them, and without those and the items that say nothing."""
    return [(type(block), tuple(filter(None, texts_of(block)))) for block in blocks if any(texts_of(block))]


def worded(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without what has no word, as an edit may leave: no source holds it, and nothing in it is marked."""
    for block in blocks:
        if isinstance(block, List):
            block = replace(block, items=tuple(item for item in block.items if item.inlines))
        elif isinstance(block, Quotation):
            block = replace(block, paragraphs=tuple(filter(None, block.paragraphs)))
        if any(texts_of(block)) or isinstance(block, Table) or getattr(block, "number", None) is not None:
            yield block


def with_text(record: Record, number: int, text: str) -> Record:
    """The record with other words behind the speaker of a paragraph."""

    def other(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.number != number:
            return block
        return replace(block, inlines=(*(run for run in block.inlines if run.bold), Run(text)))  # type: ignore[union-attr]

    return replace(record, blocks=tuple(map(other, record.blocks)))


def test_words_put_in_the_place_of_others_are_one_modification() -> None:
    old = rich_record()
    new = replace(with_text(old, 1, " (Ruritania) said that the law had been repealed."), reissued=dt.date(2025, 1, 17))
    data = marked(old, new)
    assert faults_of(data) == []
    root = etree.fromstring(data)
    named = {f"#{node.get('eId')}": node for node in root.iter() if node.get("eId")}
    (change,) = root.iter(tag("textualMod"))
    assert change.get("type") == "substitution"
    said = {each.tag: named[each.get("href")] for each in change}
    assert (said[tag("old")].text, said[tag("new")].text) == (" changed.", " repealed.")
    assert named["#para_1"] in said[tag("new")].iterancestors()
    assert (said[tag("source")].get("type"), said[tag("source")].get("date")) == ("amendment", "2025-01-17")
    assert read_akn(data, "made.xml", shipped()).record == new
    assert read_akn(data, "made.xml", shipped(), rejected=True).record.blocks == old.blocks


def test_paragraphs_that_came_and_went_are_marked_whole() -> None:
    old = rich_record()
    new = replace(old, blocks=(*old.blocks[:-1], paragraph(5, "Other words altogether stood instead.")))
    data = marked(old, new)
    assert faults_of(data) == []
    kinds = [node.get("type") for node in etree.fromstring(data).iter(tag("textualMod"))]
    assert sorted(kinds) == ["insertion", "repeal"]
    assert read_akn(data, "made.xml", shipped()).record == new
    assert said(read_akn(data, "made.xml", shipped(), rejected=True).record.blocks) == said(old.blocks)


def test_what_belonged_to_a_deleted_paragraph_stays_behind_it() -> None:
    old = rich_record()
    places = [place for place, block in enumerate(old.blocks) if isinstance(block, Paragraph)]
    for first in places:
        for last in (first + 1, first + 2, first + 3):
            new = replace(old, blocks=(*old.blocks[:first], *old.blocks[last:]))
            data = marked(old, new)
            assert faults_of(data) == []
            assert said(read_akn(data, "made.xml", shipped()).record.blocks) == said(new.blocks)
            assert said(read_akn(data, "made.xml", shipped(), rejected=True).record.blocks) == said(old.blocks)


def test_a_table_whose_only_cell_was_filled_stays_when_that_is_rejected() -> None:
    old, new = (
        replace(rich_record(), blocks=(*rich_record().blocks, Table((cell,), (), (), (), (Run("the Office"),))))
        for cell in ((), (Run("Year"),))
    )
    assert read_akn(marked(old, new), "made.xml", shipped()).record == new
    assert read_akn(marked(old, new), "made.xml", shipped(), rejected=True).record == old


def test_a_table_without_words_that_was_filled_is_there_once() -> None:
    tables = (Table(((),), (((),), ((),))), Table(((),), (((),), ((Run("Haddad"),),))))
    old, new = (replace(rich_record(), blocks=(*rich_record().blocks, table)) for table in tables)
    assert read_akn(marked(old, new), "made.xml", shipped()).record == new


def test_a_table_with_a_source_alone_goes_with_it() -> None:
    new = rich_record()
    old = replace(new, blocks=(*new.blocks, Table(((),), (), (), (), (Run("the Office"),))))
    assert read_akn(marked(old, new), "made.xml", shipped()).record == new
    assert read_akn(marked(old, new), "made.xml", shipped(), rejected=True).record.blocks == old.blocks


def test_a_record_that_did_not_change_has_no_marks() -> None:
    assert marked(rich_record(), rich_record()) == written(rich_record(), shipped())


@pytest.mark.slow
@settings(max_examples=200, phases=(Phase.explicit, Phase.generate), deadline=None)
@given(st.data())
def test_any_edit_is_read_as_accepted_or_rejected(data: st.DataObject) -> None:
    fixed = {"symbol": Symbol.parse("CMW/C/SR.590"), "body": "cmw", "meeting_as_printed": None}
    old = dated(replace(data.draw(records()), **fixed))
    new = replace(
        data.draw(edited(old)),
        **{name: getattr(old, name) for name in ("symbol", "body", "held", "issued", "language")},
    )
    try:
        plain = read_akn(written(new, shipped()), "made.xml", shipped()).record
    except (PrecisError, KeyError):
        return  # an edit may leave what no source can hold, such as a note that is not called
    made = marked(old, new)
    assert faults_of(made) == []
    accepted = read_akn(made, "made.xml", shipped()).record.blocks
    assert said(accepted) == said(plain.blocks)
    assert list(worded(accepted)) == list(worded(plain.blocks))
    back = read_akn(made, "made.xml", shipped(), rejected=True).record
    assert said(back.blocks) == said(old.blocks)


def test_the_command_marks_what_was_corrected(in_tmp: Path) -> None:
    precis.write(rich_record(), "590.md")
    front = "---\ndocument: corrections\nsymbol: CMW/C/SR.590\nissued: 2024-12-17\nrecord: 590.md\n---\n\n"
    Path("c.md").write_text(f'{front}- Paragraph 1: for "changed" read "repealed"\n', encoding="utf-8")
    assert run("reissue", "c.md", "--to", "akn", "--on", "2025-01-17").exit_code == 0
    (file,) = Path().glob("*.xml")
    after, before = (precis.read(file, rejected=rejected).record for rejected in (False, True))
    assert after == precis.read(next(Path().glob("*reissued*.md"))).record
    assert before.blocks == precis.read("590.md").record.blocks
    assert after.blocks != before.blocks
