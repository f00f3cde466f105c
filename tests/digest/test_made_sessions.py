"""The papers of the sample and of three made-up sessions: true to their records, light, each thing once, full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from precis.documents.session.desk import Desk, desk_of
from precis.documents.session.figures import figure_rows
from precis.documents.session.lines import Line, place_of
from precis.documents.session.paper import Look, Paper
from precis.documents.session.references import calls_in
from precis.model import Call, Table, plain
from precis.source.kinds import BRIEF_MEETING, DIGEST
from precis.tasks.digest import brief_papers, digest_paper
from precis.tasks.gather import Gathered
from precis.tasks.subject import Subject
from precis.writers.lines import longest, words_of
from precis.writers.measure import cell_style
from tests.support.made_sessions import MADE, made_session
from tests.support.papers import ASSETS, STYLE, fills, gathered, made, told
from tests.support.standing import plainly, stands

ACROSS = {
    "sample": ("Recruitment", "Nakagawa-Reyes"),
    "cat-88": ("Detention", "Castellane"),
    "cescr-97": ("Housing", "Aubertin-Kay"),
    "cedaw-99": ("Éducation", "Thorsen"),
}
"""A theme and a member of each session, for the papers across its dialogues."""
LANGUAGES = {"sample": "en", **MADE}
sessions = pytest.mark.parametrize("session", list(LANGUAGES))


def facts_of(session: str) -> Gathered:
    return gathered() if session == "sample" else made_session(session)


@cache
def papers_of(session: str) -> tuple[Paper, ...]:
    """All papers of a session: its digest, and the briefings on it, its States, its meetings, a theme and a member."""
    known, language = facts_of(session), LANGUAGES[session]
    theme, member = ACROSS[session]
    subjects = (Subject(every=True), Subject(theme=theme), Subject(member=member))
    briefings = (each for subject in subjects for each in brief_papers(known, subject, STYLE, ASSETS, language))
    return (digest_paper(known, STYLE, ASSETS, ".", language), *briefings)


@cache
def desk(session: str) -> Desk:
    return desk_of(facts_of(session).facts, ASSETS, LANGUAGES[session])


def sentences(paper: Paper, *looks: Look) -> list[str]:
    parts = (each for sheet in paper.sheets for each in sheet.sections if each.look in looks)
    return [sentence for sentence in told(parts) if len(sentence.split()) > 4 and sentence.endswith((".", "?"))]


TOLD = (Look.KEYS, Look.ASKED, Look.PROSE)


@sessions
def test_there_is_a_paper_for_all_that_was_held(session: str) -> None:
    known = facts_of(session).facts
    titles = [paper.title for paper in papers_of(session)]
    assert len(titles) == 4 + len(known.dialogues) + len(known.records)
    assert all(desk(session).state(dialogue.state).name in titles for dialogue in known.dialogues)


@sessions
def test_every_sentence_told_stands_in_a_record(session: str) -> None:
    known = facts_of(session)
    for paper in papers_of(session):
        found = sentences(paper, *TOLD) if paper.kind != DIGEST else state_prose(paper)
        wrong = [sentence for sentence in found if not stands(sentence, known) and not composed(sentence)]
        assert wrong == [], paper.title


def state_prose(paper: Paper) -> list[str]:
    parts = [each for sheet in paper.sheets[1:-1] for each in sheet.sections if each.look is Look.PROSE]
    return [sentence for sentence in told(tuple(parts)) if len(sentence.split()) > 4]


def composed(sentence: str) -> bool:
    """Whether a sentence is one of the list of those elected: "Vice-Chair: Mr. X and Ms. Y."."""
    return re.match(r"[A-Z][\w -]{3,40}: (?:Mr|Ms|M|Mme)\b", sentence) is not None


def cited(paper: Paper) -> Iterator[tuple[str, int | None, str]]:
    """The words that a paper rests on, each with its record and paragraph."""
    for each in paper.cited.values():
        for words in each.words if each.part == "text" else ():
            yield each.record, each.paragraph, words


@sessions
def test_every_statement_rests_on_words_of_its_paragraph(session: str) -> None:
    said: dict[tuple[str, int | None], list[str]] = {}
    for record in facts_of(session).facts.records:
        for each in record.proceedings.said:
            for sentence in each.sentences:
                said.setdefault((record.label, sentence.number), []).append(sentence.exact)
    for paper in papers_of(session):
        for record, paragraph, words in cited(paper):
            assert any(words in text for text in said[record, paragraph]), (paper.title, words)


@sessions
def test_every_statement_of_a_dialogue_is_a_move_or_stands_beside_one(session: str) -> None:
    own = desk(session)
    for dialogue in own.facts.dialogues:
        moves = {place_of(move.at) for move in dialogue.moves}
        facts = {place_of(fact.at) for fact in own.facts.facts}
        name = own.state(dialogue.state).name
        sheet = next(each for each in papers_of(session)[0].sheets if each.title == name)
        for line in lines_of(papers_of(session)[0], [each for each in sheet.sections if each.look.told], own):
            near = {place_of(each.at) for each in beside(line, own)}
            asked_by_chair = line.speaker is not None and line.speaker.presides
            assert near & (moves | facts) or asked_by_chair, line.text


@sessions
def test_every_statement_is_a_fact_or_what_somebody_who_is_named_said(session: str) -> None:
    """An event: a fact, a move of a dialogue, what stands beside one; something to come by a date that is told; else a
    turn, under the name of its speaker.
    """
    own = desk(session)
    facts = {place_of(fact.at) for record in own.facts.records for fact in record.facts}
    facts |= {place_of(move.at) for dialogue in own.facts.dialogues for move in dialogue.moves}
    for paper in papers_of(session):
        words = words_in(paper)
        for section in (each for sheet in paper.sheets for each in sheet.sections if each.look.told):
            for line in lines_of(paper, [section], own):
                to_come = section.look is Look.DATES and any(own.dates(line))
                if to_come or not facts.isdisjoint(place_of(each.at) for each in beside(line, own)):
                    continue
                assert line.speaker is not None, (paper.title, line.text)
                assert own.person(line.speaker) in words or line.speaker.label in words, (paper.title, line.text)


def lines_of(paper: Paper, sections: list, own: Desk) -> Iterator[Line]:
    """The sentences that sections cite."""
    for call in calls_in(sections):
        each = paper.cited[call.label]
        for words in each.words:
            for line in own.lines.paragraph(each.record, each.paragraph):
                if line.at.words == words:
                    yield line


def beside(line: Line, own: Desk) -> list[Line]:
    """A sentence with the two after it for whose sake it may be told, and the one that it turns."""
    after = own.lines.after(line)
    further = own.lines.after(after) if after is not None else None
    return [each for each in (line, after, further, own.lines.before(line)) if each is not None]


@sessions
def test_no_reply_is_cut_before_what_turns_it(session: str) -> None:
    own = desk(session)
    for paper in papers_of(session):
        if paper.kind == DIGEST:
            continue
        parts = [each for sheet in paper.sheets for each in sheet.sections if each.look in TOLD]
        found = {place_of(line.at) for line in lines_of(paper, parts, own)}
        for line in lines_of(paper, parts, own):
            if line.speaker is not None and line.speaker.state is not None:
                turned = own.teller.turned(line)
                assert turned is None or place_of(turned.at) in found or is_due(turned, paper), line.text


def is_due(line: Line, paper: Paper) -> bool:
    """Whether a sentence stands in the list of dates, to which an arrow leads."""
    return any(line.at.words in each.words for each in paper.cited.values())


def letters(text: str) -> int:
    return len(re.sub(r"\s", "", text))


@sessions
def test_references_take_a_tenth_of_the_ink_at_most(session: str) -> None:
    for paper in papers_of(session):
        body = made(paper).body
        ink = sum(letters("".join(link.itertext())) for link in body.iter("a"))
        assert 0 < ink <= 0.1 * letters("".join(body.itertext())), paper.title


@sessions
def test_nothing_is_told_twice_in_a_briefing(session: str) -> None:
    for paper in papers_of(session)[1:]:
        found = [
            plainly(each)
            for sheet in paper.sheets
            for each in told(sheet.sections)
            if len(each.split()) > 6 and "→" not in each
        ]
        assert sorted(each for each in found if found.count(each) > 1) == [], paper.title


@sessions
def test_a_page_of_a_briefing_that_leaves_things_out_is_filled(session: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {paper.stem: words(paper) for paper in without_end(session, monkeypatch)}
    for paper in papers_of(session):
        if paper.kind == DIGEST:
            continue
        parts = fills(made(paper))
        assert max(parts) <= 1.0, (paper.title, parts)
        if words(paper) < whole[paper.stem]:
            assert min(parts) >= 0.9, (paper.title, parts, words(paper), whole[paper.stem])


def without_end(session: str, monkeypatch: pytest.MonkeyPatch) -> list[Paper]:
    """The briefings as they would be on pages without an end."""
    import precis.tasks.digest as task

    theme, member = ACROSS[session]
    with monkeypatch.context() as patched:
        patched.setattr(task, "_measure", lambda *_: lambda *_: 0.5)
        subjects = (Subject(every=True), Subject(theme=theme), Subject(member=member))
        known = facts_of(session), STYLE, ASSETS, LANGUAGES[session]
        return [each for own in subjects for each in brief_papers(known[0], own, *known[1:])]


def words(paper: Paper) -> int:
    """The words that a paper tells."""
    return sum(len(each.split()) for sheet in paper.sheets for each in told(sheet.sections))


def test_a_meeting_with_a_vote_tells_what_was_voted_on_and_how() -> None:
    paper = next(each for each in papers_of("cat-88") if each.title.startswith("2116th"))
    keys = " ".join(sentences(paper, Look.KEYS))
    assert "introduced a draft decision under which the Committee would, as from 2055, examine" in keys
    assert "The draft decision was adopted by 6 votes to 2, with 1 abstention." in keys
    assert "said that she had voted against the draft decision because" in " ".join(sentences(paper, Look.PROSE))


def words_in(paper: Paper) -> str:
    text = "".join(made(paper).body.itertext())
    return " ".join(text.split()).replace("\u2060", "").replace("\u00a0", " ")


def test_a_digest_tells_a_vote_first_and_by_the_words_that_put_it_forward() -> None:
    paper = papers_of("cat-88")[0]
    assert "Vote" in {bold.text for bold in made(paper).body.iter("b", "strong")}
    words = words_in(paper)
    what = (
        "raft decision under which the Committee would, as from 2055, examine a State party whose report was overdue "
        "by more than five years in the absence of a report (CAT/C/88/CRP.2)"
    )
    found = words.index(f"Vote: d{what} – adopted by 6 votes to 2, with 1 abstention.")
    assert found < words.index("Syldavia: the remaining 22 police stations")
    assert f"D{what}" in words


def test_several_decisions_are_told_as_several() -> None:
    words = words_in(papers_of("cat-88")[0])
    assert "Decisions on 13 communications" in words
    assert "Decision on 13" not in words


def test_a_date_to_come_stands_beside_what_is_to_come_and_not_in_it() -> None:
    words = words_in(papers_of("cescr-97")[0])
    assert "The contribution would be waived for persons who earned less than the minimum wage" in words


def test_the_capacity_of_a_speaker_stands_where_they_are_named_first_on_the_page() -> None:
    paper = next(each for each in papers_of("cat-88") if "2116th" in each.title)
    words = words_in(paper)
    assert words.index("Ishimwe-Paulsen (Rapporteur on follow-up") == words.index("Ishimwe-Paulsen")


def test_a_meeting_in_two_parts_is_one() -> None:
    words = " ".join("".join(made(papers_of("cescr-97")[0]).body.itertext()).split())
    cells = ["".join(cell.itertext()) for cell in made(papers_of("cescr-97")[0]).body.iter("td")]
    assert [cell for cell in cells if cell.startswith("9 ")] == ["9 Freedonia"]
    assert "four closed, without one (2nd, 8th, 15th and 17th)" in words
    assert "9th and 9th" not in words


FOREIGN = {
    "fr": ("Committee", "delegation", "Theme", "meeting", "Chair:"),
    "en": ("Comité", "séance", "délégation"),
}


@pytest.mark.parametrize("session", ["sample", "cat-88", "cescr-97"])
def test_no_word_of_another_language_is_around_what_records_say(session: str) -> None:
    for paper in papers_of(session):
        text = "".join(made(paper).body.itertext())
        assert [word for word in FOREIGN[LANGUAGES[session]] if word in text] == [], paper.title


def test_a_person_named_in_two_languages_is_one() -> None:
    text = words_in(papers_of("cedaw-99")[0])
    assert "Délégation : Mme Munodi, qui a présenté le rapport, et M. Skyresh" in text
    assert "Ms. Berthelot-Sylla" not in text


@sessions
def test_a_meeting_paper_is_one_page_and_says_what_it_was(session: str) -> None:
    for paper in papers_of(session):
        if paper.kind == BRIEF_MEETING:
            assert len(paper.sheets) == 1
            assert paper.about[0].isupper()


@sessions
def test_no_word_is_wider_than_its_column(session: str) -> None:
    design = STYLE.design("sheet")
    for paper in papers_of(session):
        for table in made(paper).body.iter("table"):
            kind = design.tables[table.get("class", "plain")]
            widths = [int(width) for width in table.get("data-widths").split()]
            for row in table.iter("tr"):
                for cell, width in zip(row, widths, strict=False):
                    if not cell.get("colspan"):
                        widest = longest(words_of(cell, cell_style(cell, kind), design))
                        assert widest * 20 <= width, (paper.title, "".join(cell.itertext()))


def test_what_came_to_its_stage_at_an_earlier_session_is_no_decision_of_this_one() -> None:
    digest = papers_of("cescr-97")[0]
    decisions = [row for row in _decisions(digest) if "aragraphs" in row[0]]
    assert decisions == [
        ["General comment No. 31 on social protection: paragraphs 41 to 58", "adopted as orally revised"]
    ]


def _decisions(digest: Paper) -> list[list[str]]:
    tables = (block for section in digest.sheets[-1].sections for block in section.blocks if isinstance(block, Table))
    return [
        [plain(tuple(item for item in cell if not isinstance(item, Call))) for cell in row] for row in next(tables).rows
    ]


def test_a_lead_in_french_says_what_was_adopted_in_a_sentence() -> None:
    (lead,) = [words for words in told(papers_of("cedaw-99")[0].sheets[0].sections[:1]) if "recommandation" in words]
    assert "des constatations concernant trois communications et la recommandation générale no 45 sur" in lead


def test_a_figure_of_some_of_those_who_are_named_says_so() -> None:
    rows = figure_rows(desk("cescr-97").facts.dialogues[0], desk("cescr-97"))
    assert [(row.label, row.amount) for row in rows][:1] == [
        ("Miners who had been retrained and had found work", "5,100")
    ]
