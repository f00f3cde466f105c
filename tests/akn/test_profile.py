"""What the profile has beside the text: votes, the contents, the last day for corrections, changes that are marked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from precis.assets import shipped
from precis.model import Paragraph, Record, Run, plain
from precis.source.akn.names import tag
from precis.source.akn.read import read_akn
from tests.akn.test_round_trips import faults_of, written
from tests.archive.made import heading, made_record, paragraph, rich_record

VOTES = {
    "all figures": (
        "The draft decision was adopted by 13 votes to 3, with 1 abstention.",
        "adopted",
        [("in favour", "13"), ("against", "3"), ("abstaining", "1")],
        ["13", "3", "1"],
    ),
    "a figure within another": (
        "The draft decision was rejected by 12 votes to 2.",
        "rejected",
        [("in favour", "12"), ("against", "2")],
        ["12", "2"],
    ),
    "the same figure twice": (
        "The draft decision was adopted by 5 votes to 5, with 5 abstentions.",
        "adopted",
        [("in favour", "5"), ("against", "5"), ("abstaining", "5")],
        ["5", "5", "5"],
    ),
}


def root_of(record: Record) -> Any:
    data = written(record, shipped())
    assert faults_of(data) == []
    assert read_akn(data, "made.xml", shipped()).record.blocks == record.blocks
    return etree.fromstring(data)


def shown(root: Any) -> dict[str | None, str]:
    return {f"#{node.get('eId')}": node.get("showAs") for node in root.iter() if node.get("showAs")}


@pytest.mark.parametrize("name", VOTES)
def test_a_vote_is_counted_and_its_figures_are_marked(name: str) -> None:
    words, outcome, counts, figures = VOTES[name]
    line = Paragraph(7, (Run(words, italic=True),))
    root = root_of(made_record([heading("Other matters"), paragraph(6, "The Chair", " spoke."), line]))
    (voting,), names = root.iter(tag("voting")), shown(root)
    assert (voting.get("href"), names[voting.get("outcome")]) == ("#para_7", outcome)
    assert [(names[each.get("refersTo")], each.get("value")) for each in voting] == counts
    marked = {f"#{node.get('eId')}": node for node in root.iter(tag("quantity"))}
    assert [marked[each.get("href")].text for each in voting] == figures
    assert list(marked) == [each.get("href") for each in voting]
    (told,) = root.iter(tag("summary"))
    assert "".join(told.itertext()) == words


def test_a_record_without_a_vote_has_no_analysis() -> None:
    assert not list(root_of(rich_record()).iter(tag("analysis")))


def test_the_contents_lead_to_the_sections_of_their_headings() -> None:
    root = root_of(rich_record())
    sections = {f"#{node.get('eId')}": node for node in root.iter(tag("debateSection"))}
    items = list(root.iter(tag("tocItem")))
    assert [item.get("level") for item in items] == ["1", "2", "1"]
    for item in items:
        assert "".join(sections[item.get("href")].find(tag("heading")).itertext()).startswith(
            "".join(item.itertext())[:10]
        )
    assert [item.get("href") for item in items] == ["#dbsect", "#dbsect_2", "#dbsect_3"]


def test_the_last_day_for_corrections_is_a_week_after_the_issue() -> None:
    root = root_of(rich_record())
    (step,) = root.iter(tag("step"))
    assert (step.get("date"), shown(root)[step.get("refersTo")]) == ("2024-12-24", "last day for corrections")
    assert not list(root_of(replace(rich_record(), issued=None)).iter(tag("step")))


def test_a_suspension_says_its_times() -> None:
    (line,) = [node for node in root_of(rich_record()).iter(tag("narrative")) if node.get("refersTo")]
    times = [(each.get("type"), each.get("time"), each.text) for each in line.iter(tag("recordedTime"))]
    assert times == [("startEvent", "16:00:00", "4 p.m."), ("endEvent", "16:15:00", "4.15 p.m.")]


def test_the_masthead_says_its_symbol_and_day() -> None:
    cover = root_of(rich_record()).find(f".//{tag('coverPage')}")
    assert [node.text for node in cover.iter(tag("docNumber"))] == ["CMW/C/SR.590"]
    assert [node.get("date") for node in cover.iter(tag("date"))] == [dt.date(2024, 12, 17).isoformat()]


def test_marked_changes_are_read_as_accepted_or_rejected() -> None:
    root = etree.fromstring(written(rich_record(), shipped()))
    fifth = next(node for node in root.iter() if node.get("eId") == "para_5").find(tag("p"))
    fifth.text = "No "
    for kind, words in (("del", "one"), ("ins", "member")):
        etree.SubElement(fifth, tag(kind)).text = words
    fifth[-1].tail = " was named here."
    third = next(node for node in root.iter() if node.get("eId") == "para_3").find(tag("p"))
    gone = etree.SubElement(third, tag("del"))
    gone.text, third.text = third.text, None
    gone.extend(list(third)[:-1])
    data = etree.tostring(root)
    assert faults_of(data) == []

    def texts(*, rejected: bool) -> dict[int | None, str]:
        record = read_akn(data, "made.xml", shipped(), rejected=rejected).record
        return {block.number: plain(block.inlines) for block in record.blocks if isinstance(block, Paragraph)}

    accepted, rejected = texts(rejected=False), texts(rejected=True)
    assert (accepted[5], rejected[5]) == ("No member was named here.", "No one was named here.")
    assert 3 not in accepted
    assert rejected == {
        block.number: plain(block.inlines) for block in rich_record().blocks if isinstance(block, Paragraph)
    }
