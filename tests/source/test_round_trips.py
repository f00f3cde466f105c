"""Whatever stands in a text reads as it was written: signs that begin blocks, breaks in all places, gaps."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import precis
from precis.assets import shipped
from precis.model import (
    Block,
    Call,
    Footnote,
    Gap,
    Heading,
    Inlines,
    Link,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Record,
    Run,
    Table,
    joined,
)
from precis.source.record import print_record, read_record

ASSETS = shipped()
NOTE = (Footnote("1", (Run("See it."),)),)


def read_again(record: Record) -> Record:
    return read_record(print_record(record), "x.md", ASSETS)


def paragraph(*items: Run | Gap | Call, number: int | None = 1) -> tuple[Block, ...]:
    return (Paragraph(number, items),)


CASES: dict[str, tuple[Block, ...]] = {
    "words that look like the text of a note": paragraph(Run("[^1]: x")),
    "a call before a colon": paragraph(Call("1"), Run(": x")),
    "a call before a colon, without a number": paragraph(Call("1"), Run(": x"), number=None),
    "a break before what looks like the text of a note": paragraph(Run("a\n"), Call("1"), Run(": x")),
    "a break in a cell": (Table(((Run("a\nb"),), (Run("c"),)), (((Run("d\n# e"),), (Run("f\n|\n"),)),)),),
    "a break in a heading": (Heading(2, (Run("a\nb\n# c"),)), Paragraph(1, (Run("d"),))),
    "a break in an item before a dash": (List.of(((Run("a\n- b"),), (Run("c"),))),),
    "a break in an item before a letter": (List((ListItem((Run("a\n(b) c"),), 1, "a"),)),),
    "what looks like an item with a letter": paragraph(Run("(a) b")),
    "what looks like an item with a letter, at its end": paragraph(Run("iv) b")),
    "a line that begins with a letter": paragraph(Run("(a) b\n(c) d"), number=None),
    "an item that ends in the mark of no number": (List((ListItem((Run("b {-}"),), 1, "a"),)),),
    "a letter behind a bullet": (List.of([(Run("(a) b"),)]),),
    "an item without words": (List((ListItem((), 1, "a"), ListItem((), 2))),),
    "a break in a quotation before its sign": (Quotation(((Run("a\n> b"),), (Run("c"),))),),
    "a break before signs of blocks": paragraph(Run("a\n# b\n> c\n- d\n| e\n2. f")),
    "a break at the end": (*paragraph(Run("a\n")), Paragraph(2, (Run("b"),))),
    "breaks alone": paragraph(Run("\n\n")),
    "the mark of no number before a break": paragraph(Run("a {-}\n")),
    "the mark of no number, twice": paragraph(Run("a {-} {-}"), number=None),
    "brackets in a gap": paragraph(Run("a "), Gap("unread: [sic]] b"), Run(" c")),
    "a bracket at the end of a gap": paragraph(Gap("a]")),
    "opening brackets in a gap": paragraph(Gap("[[a")),
    "a break and a backslash in a gap": paragraph(Gap("a\\\nb\\")),
}


@pytest.mark.parametrize("title", CASES)
def test_what_is_written_reads_as_the_same(title: str) -> None:
    calls = Call("1") in getattr(CASES[title][0], "inlines", ())
    record = Record(blocks=CASES[title], footnotes=NOTE if calls else ())
    assert read_again(record) == record


def test_a_break_in_a_footnote_may_stand_before_what_looks_like_another() -> None:
    record = Record(blocks=paragraph(Run("a"), Call("1")), footnotes=(Footnote("1", (Run("b\n[^2]: c\n# d"),)),))
    assert read_again(record) == record


@pytest.mark.parametrize("dashes", ["---", "--- ", "---\t "])
def test_a_front_matter_may_begin_with_blanks_behind_its_dashes(dashes: str, in_tmp: Path) -> None:
    Path("x.md").write_text(f"{dashes}\nsymbol: CMW/C/SR.590\n{dashes}\n\nIt met.\n", encoding="utf-8")
    record = precis.read("x.md").record
    assert (str(record.symbol), record.blocks) == ("CMW/C/SR.590", paragraph(Run("It met.")))


signs = st.text(st.sampled_from("ab1 .:#>-|[]^(){}*\\\n\t/"), min_size=1, max_size=12)
runs = st.builds(Run, signs, st.booleans(), st.booleans(), st.booleans())
links = st.builds(Link, st.lists(runs, min_size=1, max_size=2).map(joined), st.just("#p5"))
texts: SearchStrategy[Inlines] = st.lists(runs | links | st.builds(Gap, signs), min_size=1, max_size=4).map(joined)
rows = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.tuples(*[st.just(()) | texts] * width), min_size=1, max_size=3)
)
blocks: SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, st.none() | st.integers(1, 30), texts),
    st.builds(Heading, st.integers(1, 3), texts),
    st.lists(texts, min_size=1, max_size=3).map(lambda found: Quotation(tuple(found))),
    st.lists(texts, min_size=1, max_size=3).map(List.of),
    st.lists(texts, min_size=1, max_size=3).map(
        lambda found: List(tuple(ListItem(text, level, "ab"[level % 2]) for level, text in enumerate(found, 1)))
    ),
    rows.map(
        lambda found: Table(found[0], tuple(found[1:]), ("right", "center", "left")[: len(found[0])], *found[0][:2])
    ),
)


@given(st.lists(blocks, max_size=4))
@settings(max_examples=400)
def test_signs_in_all_places_read_as_they_were_written(found: list[Block]) -> None:
    record = Record(blocks=tuple(found))
    assert read_again(record) == record
