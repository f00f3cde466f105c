"""From records to digests and briefings: a folder read, its facts found, a document fitted to its pages and checked."""

from __future__ import annotations

import os
from pathlib import Path

from precis.assets import Assets
from precis.documents import drawing
from precis.documents.brief import meeting_brief, session_brief, state_brief
from precis.documents.digest import Digest, load_words
from precis.documents.digest_check import check_references
from precis.documents.digest_limits import BRIEF, DIGEST, LEVELS, Limits
from precis.documents.digest_session import session_digest
from precis.documents.digest_source import print_digest, read_digest
from precis.documents.digest_view import digest_view
from precis.documents.view import View
from precis.facts.session import SessionFacts
from precis.facts.themes import GENERAL
from precis.language.states import State, load_states
from precis.model import PrecisError
from precis.reading.files import read_text
from precis.source import kinds
from precis.tasks.gather import Gathered, gather
from precis.tasks.made import Made
from precis.writers.measure import pages_of
from precis.writers.page import make_page
from precis.writers.style import HouseStyle

__all__ = ["PAGES", "brief", "digest", "digest_text", "from_source"]

PAGES = {kinds.DIGEST: 8, kinds.BRIEF_SESSION: 2, kinds.BRIEF_MEETING: 1, kinds.BRIEF_STATE: 2}
"""The most pages of each kind of document."""


def digest_text(name: str, target: Path, style: HouseStyle, assets: Assets) -> tuple[str, Gathered]:
    """The source of the digest of a folder, that will stand at `target`."""
    gathered = gather(name, assets)
    records = Path(os.path.relpath(name, target.parent)).as_posix()
    return print_digest(_fitted(kinds.DIGEST, gathered.facts, style, assets, records)), gathered


def digest(gathered: Gathered, style: HouseStyle, assets: Assets) -> Made:
    """The digest of a session."""
    made = _fitted(kinds.DIGEST, gathered.facts, style, assets, gathered.name)
    return Made((_view(made, gathered.facts, style, assets),), gathered.told)


def brief(gathered: Gathered, state: str | None, style: HouseStyle, assets: Assets) -> Made:
    """The briefing on a session, on the dialogue with the State called `state`, or on the one record gathered."""
    facts = gathered.facts
    if state is not None:
        found = load_states(assets).named(state)
        if found is None:
            known = ", ".join(each.state.name for each in facts.dialogues) or "none"
            message = (
                f"'{state}' is no State by its United Nations short name; the records hold dialogues with: {known}"
            )
            raise PrecisError.one("unknown-state", message)
        made = _fitted(kinds.BRIEF_STATE, facts, style, assets, gathered.name, found)
    elif Path(gathered.name).is_dir():
        made = _fitted(kinds.BRIEF_SESSION, facts, style, assets, gathered.name)
    else:
        made = _fitted(kinds.BRIEF_MEETING, facts, style, assets, gathered.name)
    return Made((_view(made, facts, style, assets),), gathered.told)


def _fitted(
    kind: str, facts: SessionFacts, style: HouseStyle, assets: Assets, records: str, state: State | None = None
) -> Digest:
    """The document with as much in it as its pages hold; what it leaves out stands in it."""
    most = DIGEST if kind == kinds.DIGEST else BRIEF
    made = None
    for part in LEVELS:
        made = _made(kind, facts, assets, records, state, most.scaled(part))
        if pages_of(make_page(_view(made, facts, style, assets), style, assets), style) <= PAGES[kind]:
            return made
    assert made is not None, "there is a least level"
    return made


def _made(kind: str, facts: SessionFacts, assets: Assets, records: str, state: State | None, limits: Limits) -> Digest:
    if state is not None:
        return state_brief(facts, state, assets, records, limits)
    if kind == kinds.BRIEF_MEETING:
        return meeting_brief(facts, assets, records, limits)
    if kind == kinds.BRIEF_SESSION:
        return session_brief(facts, assets, records, limits)
    return session_digest(facts, assets, records, limits)


def from_source(file: str, style: HouseStyle, assets: Assets) -> Made:
    """The maker of digests and briefings that a person edited: every reference is followed to its paragraph."""
    source = read_digest(read_text(file), file)
    gathered = gather(os.fspath(Path(file).parent / source.digest.records), assets)
    check_references(source, gathered.facts, assets)
    return Made((_view(source.digest, gathered.facts, style, assets),), gathered.told)


def _view(made: Digest, facts: SessionFacts, style: HouseStyle, assets: Assets) -> View:
    def drawn(mark: str) -> tuple[str, str] | None:
        words = load_words(made.language, assets)
        if mark == "{calendar}":
            return drawing.calendar(facts.meetings, words)
        name = "themes" if made.kind == kinds.BRIEF_STATE else "shares"
        return drawing.shares(_shares(made, facts, assets), words, name)

    return digest_view(made, assets, style.first_foot["qr_address"], drawn)


def _shares(made: Digest, facts: SessionFacts, assets: Assets) -> list[tuple[str, int]]:
    """What the bars of a briefing show: questions by theme for a State, paragraphs by item for a meeting."""
    counts: dict[str, int] = {}
    if made.kind == kinds.BRIEF_STATE:
        state = load_states(assets).named(made.state)
        for dialogue in facts.dialogues:
            if dialogue.state == state:
                for each in dialogue.exchanges:
                    counts[each.question.theme] = counts.get(each.question.theme, 0) + 1
        ranked = sorted(counts.items(), key=lambda entry: (entry[0] == GENERAL, -entry[1], entry[0]))
        return ranked[:6]
    return list(facts.records[0].items)[:8] if facts.records else []
