"""From records to digests and briefings: facts found, a paper whose sheets fill their pages, and its source checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from precis.assets import Assets
from precis.assets.shapes import nearest
from precis.documents.session.desk import Desk, desk_of
from precis.documents.session.digest import session_digest
from precis.documents.session.fitting import Measure
from precis.documents.session.paper import Paper, Sheet
from precis.documents.session.view import paper_view
from precis.facts.exchange import StateDialogue
from precis.facts.session import SessionFacts, session_facts
from precis.language import languages
from precis.language.states import load_states
from precis.model import FileSpan, Finding, PrecisError
from precis.reading.files import read_text
from precis.source.kinds import Form
from precis.tasks.gather import Gathered, gather
from precis.tasks.made import Made, kind_of_file
from precis.tasks.subject import Subject
from precis.writers.measure import sheet_height, sheet_room
from precis.writers.page import make_page
from precis.writers.style import HouseStyle

__all__ = ["brief", "brief_papers", "digest", "digest_paper", "digest_text", "from_source"]


def digest(gathered: Gathered, style: HouseStyle, assets: Assets, language: str = "en") -> Made:
    """The digest of a session, in `language`; its statements stay in the languages of their records."""
    paper = digest_paper(gathered, style, assets, gathered.name, language)
    return Made((paper_view(paper, assets),), (*gathered.told, *_of_one(gathered.name)))


def _of_one(name: str) -> tuple[Finding, ...]:
    """What is told of a digest that is made of one record: a reader would take it for that of the session."""
    if not Path(name).is_file():
        return ()
    reason = (
        "the digest is of this meeting alone; for that of the session name the folder of its records, and for a page "
        f"on the meeting use precis brief {name}"
    )
    return (Finding("digest-of-one", FileSpan(name), "document", reason),)


def digest_text(
    name: str, target: Path, style: HouseStyle, assets: Assets, language: str = "en"
) -> tuple[str, tuple[Finding, ...]]:
    """The source of the digest of a folder, that will stand at `target`, and what its reader should know.

    Of the source of a digest or a briefing, the same with the words that its references lack.
    """
    from precis.documents.session.source import print_paper

    if Path(name).is_file() and kind_of_file(name, assets).form is Form.DIGEST:
        paper, told = _from_source(name, assets)
        records = Path(os.path.relpath(Path(name).parent / paper.records, target.parent)).as_posix()
        return print_paper(replace(paper, records=records)), told
    gathered = gather(name, assets)
    records = Path(os.path.relpath(name, target.parent)).as_posix()
    return print_paper(digest_paper(gathered, style, assets, records, language)), (*gathered.told, *_of_one(name))


def digest_paper(gathered: Gathered, style: HouseStyle, assets: Assets, records: str, language: str = "en") -> Paper:
    """The digest of a session before it is set; `records` is how its source names the folder."""
    desk = desk_of(gathered.facts, assets, language)
    return session_digest(desk, records, _measure(desk, style))


def brief(gathered: Gathered, subject: Subject, style: HouseStyle, assets: Assets, language: str = "en") -> Made:
    """The briefing on a subject, in `language`; several if it is every one.

    PrecisError for a subject that the records do not have.
    """
    subject.check()
    papers = brief_papers(gathered, subject, style, assets, language)
    return Made(tuple(paper_view(paper, assets) for paper in papers), gathered.told)


def brief_papers(
    gathered: Gathered, subject: Subject, style: HouseStyle, assets: Assets, language: str = "en"
) -> Iterator[Paper]:
    """The briefings on a subject before they are set."""
    from precis.documents.session.across import member_brief, theme_brief
    from precis.documents.session.brief_meeting import meeting_brief
    from precis.documents.session.brief_session import session_brief
    from precis.documents.session.brief_state import state_brief

    facts, pages = gathered.facts, subject.pages
    desk = desk_of(facts, assets, language)
    measure = _measure(desk, style)
    if subject.state is not None:
        yield state_brief(_dialogue(subject.state, facts, assets), desk, gathered.name, measure, pages)
    elif subject.theme is not None:
        yield theme_brief(subject.theme, desk, gathered.name, measure, pages)
    elif subject.member is not None:
        yield member_brief(subject.member, desk, gathered.name, measure, pages)
    elif not Path(gathered.name).is_dir():
        yield meeting_brief(desk, gathered.name, measure, pages)
    else:
        yield session_brief(desk, gathered.name, measure, pages)
    if subject.every and Path(gathered.name).is_dir():
        yield from _each(desk, gathered, style, pages)


def _each(desk: Desk, gathered: Gathered, style: HouseStyle, pages: int | None) -> Iterator[Paper]:
    """A briefing on the dialogue with each State, and on each meeting from its record alone."""
    from precis.documents.session.brief_meeting import meeting_brief
    from precis.documents.session.brief_state import state_brief

    facts, assets, language = gathered.facts, desk.assets, desk.words.language
    for dialogue in facts.dialogues:
        own = desk.cleared()
        yield state_brief(dialogue, own, gathered.name, _measure(own, style), pages)
    for given in gathered.given:
        if given not in facts.others:
            own = desk_of(session_facts((given,), None, assets), assets, language)
            yield meeting_brief(own, given.file, _measure(own, style))


def _dialogue(name: str, facts: SessionFacts, assets: Assets) -> StateDialogue:
    """The dialogue with the State of that name."""
    held = {dialogue.state: dialogue for dialogue in facts.dialogues}
    known = ", ".join(state.name for state in held)
    others = f"; they hold dialogues with: {known}" if known else ", nor with any other State"
    wanted = name.casefold().strip()
    state = next((each for each in held if each.name.casefold() == wanted), None) or next(
        filter(None, (load_states(assets, language).named(name) for language in languages(assets))), None
    )
    if state is None:
        near = nearest(name, [each.name for each in held])
        hint = f"did you mean {near}?" if near else "write it as the United Nations does"
        message = f"'{name}' is no State by its United Nations short name; {hint}"
        raise PrecisError.one("unknown-state", message)
    if state not in held:
        message = f"the records hold no dialogue with {state.in_text}{others}"
        unread = [f"{each.label} is in '{each.record.language}'" for each in facts.records if each.words is None]
        if unread:
            message += (
                f"; the dialogues of a record are found in the languages that have a dialogue.toml: {'; '.join(unread)}"
            )
        raise PrecisError.one("no-dialogue", message)
    return held[state]


def from_source(file: str, style: HouseStyle, assets: Assets) -> Made:
    """The maker of digests and briefings that a person edited: every reference is followed to its place."""
    del style
    paper, told = _from_source(file, assets)
    return Made((paper_view(paper, assets),), told, of_others=True)


def _from_source(file: str, assets: Assets) -> tuple[Paper, tuple[Finding, ...]]:
    from precis.documents.session.check import checked, without_reference
    from precis.documents.session.source import read_paper

    source = read_paper(read_text(file), file)
    gathered = gather(os.fspath(Path(file).parent / source.paper.records), assets)
    paper = checked(source, gathered.facts, assets)
    return paper, (*gathered.told, *without_reference(source))


def _measure(desk: Desk, style: HouseStyle) -> Measure:
    """How much of its page a sheet of a paper written at `desk` fills, with the leading that it is set in."""
    known: dict[tuple[str, Sheet, bool], float] = {}
    design = style.design("sheet", desk.words.language)

    def measure(frame: Paper, sheet: Sheet, first: bool) -> float:
        key = frame.stem, sheet, first
        if key not in known:
            sheets, cited = desk.citations.settled((sheet,) if first else (Sheet(()), sheet))
            page = make_page(paper_view(replace(frame, sheets=sheets, cited=cited), desk.assets), style, desk.assets)
            own = page.body.findall("section")[-1]
            step = int(own.get("data-leading", 0))
            known[key] = sheet_height(own, design, step) / sheet_room(design, first=first)
        return known[key]

    return measure
