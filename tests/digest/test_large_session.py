"""The pages of a session of forty records and five States: each holds what it can, and no more."""

from __future__ import annotations

import pytest

from precis.documents.session.paper import Look, Paper
from precis.model import Table
from precis.tasks.digest import brief_papers, digest_paper
from precis.tasks.gather import gather
from precis.tasks.subject import Subject
from tests.support.papers import ASSETS, STYLE, fills, made
from tests.support.sessions import STATES, write_session


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paper, ...]:
    """The digest, and the briefings on the session and on a State."""
    folder = write_session(tmp_path_factory.mktemp("large"), 40, 34)
    known = gather(str(folder), ASSETS)
    session = next(brief_papers(known, Subject(), STYLE, ASSETS))
    state = next(brief_papers(known, Subject(state="Borduria"), STYLE, ASSETS))
    return digest_paper(known, STYLE, ASSETS, "."), session, state


def test_a_page_a_state_and_each_on_its_page(papers: tuple[Paper, ...]) -> None:
    digest, session, state = papers
    assert [sheet.title for sheet in digest.sheets[1:-1]] == [name for name, _ in STATES]
    assert (len(session.sheets), len(state.sheets)) == (2, 2)
    for paper in papers:
        assert all(part <= 1.0 for part in fills(made(paper))), paper.title


def test_briefings_that_leave_things_out_are_full(papers: tuple[Paper, ...]) -> None:
    for paper in papers[1:]:
        assert all(part >= 0.9 for part in fills(made(paper))), (paper.title, fills(made(paper)))


def test_the_box_holds_the_dates_that_come_first(papers: tuple[Paper, ...]) -> None:
    box = next(each for each in papers[0].sheets[0].sections if each.look is Look.DATES)
    (table,) = (block for block in box.blocks if isinstance(block, Table))
    assert 8 <= len(table.rows) <= 26


def test_the_calendar_has_a_row_for_each_day(papers: tuple[Paper, ...]) -> None:
    calendar = next(each for each in papers[0].sheets[0].sections if each.look is Look.CALENDAR)
    (table, *_) = (block for block in calendar.blocks if isinstance(block, Table))
    assert len(table.rows) >= 20
