"""What is found, in six scripts; and that what is found is there, in the order of days, in one index or in several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.archive.files import Folders
from precis.archive.marking import excerpt, places_of
from precis.archive.query import Query
from precis.archive.rows import Cover, Row
from precis.archive.search import Hit, around, by_year, search
from precis.assets import shipped
from precis.language import languages
from precis.model import PrecisError, Record
from precis.tasks.index import make_index
from precis.tasks.shelf import Shelved
from tests.archive.made import heading, made_record, paragraph, rich_record, shelf_of
from tests.support.cases import Case, each_case
from tests.support.records import WORDS

HERE = Path(__file__).parent
MANY = 1000


def index_of(shelves: Iterable[Shelved], path: Path) -> Path:
    """An index of some records."""
    found = [Shelved(f"{place}.md", each.cover, each.rows, each.subjects) for place, each in enumerate(shelves)]
    make_index(path, "records", Folders(), found)
    return path


def texts(hits: Iterable[Hit]) -> list[str]:
    return [hit.row.text for hit in hits]


@each_case(HERE.glob("queries.txt"), 3)
def test_a_query_finds_what_it_should_and_nothing_else(case: Case, tmp_path: Path) -> None:
    given, asked, expected = case.texts
    lines = [line.split(" ", 2) for line in given.splitlines()]
    records = [
        shelf_of(made_record([paragraph(1, words)], 590 + int(number), language=language))
        for number, language, words in lines
    ]
    query = Query(asked)
    hits = search([index_of(records, tmp_path / "one.index")], query, MANY)
    assert sorted(str((hit.cover.meeting or 0) - 590) for hit in hits) == expected.split()
    for hit in hits:
        assert places_of(query, hit.row.text, hit.cover.language), f"nothing is marked in {hit.row.text}"


WORDS_ASKED = sorted({word.strip("“”«»\"'.,;:#>|*_[]\\^<&%{}-–\u00a0") for word in WORDS} - {""})


@settings(max_examples=120)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12), min_size=1, max_size=6),
    st.sampled_from((*languages(shipped()), "tl")),
    st.data(),
)
def test_what_is_found_holds_the_words_and_what_holds_them_is_found(
    tmp_path_factory: pytest.TempPathFactory, said: list[list[str]], language: str, data: st.DataObject
) -> None:
    blocks = [paragraph(number, " ".join(words).replace("*", "")) for number, words in enumerate(said, 1)]
    record = made_record(blocks, language=language)
    path = index_of([shelf_of(record)], tmp_path_factory.mktemp("index") / "one.index")
    asked = data.draw(st.sampled_from(WORDS_ASKED).filter(lambda word: any(letter.isalnum() for letter in word)))
    query = Query(asked)
    hits = search([path], query, MANY)
    for hit in hits:
        assert places_of(query, hit.row.text, language)
    held = [each.inlines[0] for each in blocks if places_of(query, each.inlines[0].text, language)]  # type: ignore[union-attr]
    assert sorted(texts(hits)) == sorted(run.text for run in held)  # type: ignore[union-attr]


def some_records() -> list[Record]:
    """Records of several days, two of one day, in two languages, of two kinds of dialogue."""
    days = ("2015-03-01", "2012-05-02", "2020-01-09", "2020-01-09", None, "1996-11-30")
    return [
        made_record(
            [
                heading("Initial report of Ruritania" if place % 2 else "Initial report of Syldavia"),
                paragraph(1, "The Chair", f" said that wages were paid in case {place}."),
                paragraph(2, f"Wages were a matter of evidence in {place}."),
                paragraph(3, "Ms. Nakagawa", " asked who paid."),
            ],
            600 + place,
            day,
        )
        for place, day in enumerate(days)
    ]


def test_the_newest_come_first_and_those_without_a_day_last(tmp_path: Path) -> None:
    path = index_of(map(shelf_of, some_records()), tmp_path / "one.index")
    hits = search([path], Query("wages"), MANY)
    assert [(hit.cover.meeting, hit.row.paragraph) for hit in hits] == [
        (meeting, number) for meeting in (602, 603, 600, 601, 605, 604) for number in (1, 2)
    ]
    assert hits[:3] == search([path], Query("wages"), 3)


ASKED = (
    Query("wages"),
    Query("", state="rur0"),
    Query("paid", speaker="chair"),
    Query("in case", phrase=True),
    Query("wages", since=dt.date(2012, 5, 2)),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=6, max_size=6))
def test_several_indexes_give_the_hits_of_one_in_its_order(
    tmp_path_factory: pytest.TempPathFactory, parts: list[int]
) -> None:
    """Whatever part the records are dealt into: `parts` says into which each one goes."""
    folder = tmp_path_factory.mktemp("shards")
    records = [shelf_of(record) for record in some_records()]
    whole = index_of(records, folder / "whole.index")
    shards = [
        index_of([each for each, part in zip(records, parts, strict=True) if part == one], folder / f"{one}.index")
        for one in sorted(set(parts))
    ]

    def told(hits: Iterable[Hit]) -> list[tuple[Cover, Row]]:
        return [(hit.cover, hit.row) for hit in hits]

    for query in ASKED:
        found = told(search([whole], query, MANY))
        assert found
        assert told(search(shards, query, MANY)) == found
        assert told(search(shards, query, 3)) == found[:3]
        assert by_year(shards, query) == by_year([whole], query)


SAID = {
    "en": ("wages", "Wages,", "paid", "were", "wage", "convention", "child", "unpaid."),
    "fr": ("salaires", "salaire", "payé", "la", "convention", "wages"),
    "es": ("salarios", "convención", "convention", "pagado"),
    "zh": ("工资", "儿童", "工", "convention", "。"),
}
RANKED = (
    Query("wages"),
    Query("paid wages"),
    Query("wages wages"),
    Query("wages were paid", phrase=True),
    Query("convention"),
    Query("工"),
    Query("salaire"),
    Query("convention", language="es"),
    Query("wages", since=dt.date(2020, 1, 9)),
    Query("", body="cmw"),
)


@st.composite
def texts_said(draw: st.DrawFn) -> tuple[str, str, int, int]:
    """A language, words in it, the day, and the index that the record is dealt into."""
    language = draw(st.sampled_from(tuple(SAID)))
    words = draw(st.lists(st.sampled_from(SAID[language]), min_size=1, max_size=25))
    return language, ("" if language == "zh" else " ").join(words), draw(st.integers(0, 3)), draw(st.integers(0, 2))


@settings(max_examples=60, deadline=None)
@given(st.lists(texts_said(), min_size=1, max_size=14))
def test_several_indexes_give_the_ranks_of_one(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("ranks")
    days = ("2015-03-01", "2020-01-09", "2020-01-10", None)
    shelves = [
        shelf_of(made_record([paragraph(1, text), paragraph(2, text[:9])], 600 + place, days[day], language))
        for place, (language, text, day, _) in enumerate(said)
    ]
    whole = index_of(shelves, folder / "whole.index")
    dealt = [part for *_, part in said]
    shards = [
        index_of([each for each, part in zip(shelves, dealt, strict=True) if part == one], folder / f"{one}.index")
        for one in range(3)
    ]
    for query in RANKED:
        for most in (MANY, 3):
            found = [(hit.cover, hit.row, hit.rank) for hit in search([whole], query, most, ranked=True)]
            assert [(hit.cover, hit.row, hit.rank) for hit in search(shards, query, most, ranked=True)] == found


def test_of_equal_ranks_the_newest_come_first(tmp_path: Path) -> None:
    days = ("2015-03-01", "2020-01-09", None, "2024-12-13")
    records = [made_record([paragraph(1, "Wages.")], 600 + place, day) for place, day in enumerate(days)]
    path = index_of(map(shelf_of, records), tmp_path / "one.index")
    assert [hit.cover.meeting for hit in search([path], Query("wages"), 2, ranked=True)] == [603, 601]
    assert [hit.cover.meeting for hit in search([path], Query("", body="cmw"), 3, ranked=True)] == [603, 601, 600]


def test_a_search_is_narrowed(tmp_path: Path) -> None:
    path = index_of([shelf_of(rich_record()), *map(shelf_of, some_records())], tmp_path / "one.index")

    def found(words: str = "", **narrowed: object) -> set[tuple[int | None, int | None]]:
        return {(hit.cover.meeting, hit.row.paragraph) for hit in search([path], Query(words, **narrowed), MANY)}  # type: ignore[arg-type]

    assert found("law", state="rur0") == {(590, 1)}
    assert found("law", state="syl0") == set()
    assert found(kind="decision") == {(590, 4)}
    assert found("wages", since=dt.date(2020, 1, 1)) == {(m, n) for m in (602, 603) for n in (1, 2)}
    assert found(speaker="Rassendyll") == {(590, 1), (590, 2)}
    assert found("wages", language="fr") == set()
    assert found("wages", body="crc") == set()
    assert len(found("wages", body="cmw")) == 12


def test_the_best_come_first_where_rank_is_asked_for(tmp_path: Path) -> None:
    said = ["Wages and many other words that have nothing to do with any of them.", "Wages, wages, wages."]
    blocks = [paragraph(number, words) for number, words in enumerate(said, 1)]
    path = index_of([shelf_of(made_record(blocks))], tmp_path / "one.index")
    assert texts(search([path], Query("wages"), MANY)) == said
    assert texts(search([path], Query("wages"), MANY, ranked=True)) == said[::-1]


def test_years_are_counted(tmp_path: Path) -> None:
    path = index_of(map(shelf_of, some_records()), tmp_path / "one.index")
    assert by_year([path], Query("wages were paid", phrase=True)) == {None: 1, 1996: 1, 2012: 1, 2015: 1, 2020: 2}


def test_paragraphs_around_a_hit_are_of_its_record(tmp_path: Path) -> None:
    path = index_of(map(shelf_of, some_records()), tmp_path / "one.index")
    (hit,) = (each for each in search([path], Query("evidence"), MANY) if each.cover.meeting == 602)
    before, after = around(hit, 5)
    assert ([each.row.paragraph for each in before], [each.row.paragraph for each in after]) == ([1], [3])
    assert {each.cover.meeting for each in (*before, *after)} == {602}


def test_an_excerpt_shows_what_was_found_in_whole_words() -> None:
    text = " ".join(f"word{number}" for number in range(100))
    shown = excerpt(Query("word50"), text, "en")
    assert [shown.text[start:end] for start, end in shown.marked] == ["word50"]
    assert shown.begins and shown.ends and len(shown.text) < 260
    assert set(shown.text.split()) <= set(text.split())
    assert excerpt(Query("", state="rur0"), "Short.", "en").text == "Short."


@pytest.mark.parametrize("asked", ["", "—", '""', "%"])
def test_a_search_for_nothing_is_told(asked: str) -> None:
    with pytest.raises(PrecisError) as told:
        Query(asked)
    assert told.value.faults[0].code == "search-empty"


@settings(max_examples=150)
@given(st.text(max_size=30), st.sampled_from(["", "en", "zh", "ar"]))
def test_no_text_that_is_asked_for_is_taken_for_an_expression(
    tmp_path_factory: pytest.TempPathFactory, asked: str, language: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "odd.index"
    if not path.exists():
        index_of([shelf_of(rich_record())], path)
    try:
        query = Query(asked, speaker=asked, language=language)
    except PrecisError:
        return
    assert isinstance(search([path], query, MANY), list)
