"""From records to digests and briefings: a folder read, its facts found, a document fitted to its pages and checked."""

from __future__ import annotations

import os
from dataclasses import dataclass
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
from precis.facts.session import GivenRecord, SessionFacts, session_facts
from precis.facts.themes import GENERAL
from precis.language.states import State, load_states
from precis.model import Fault, Place, PrecisError
from precis.reading.files import ENDINGS, read_file, read_text
from precis.source.session import SessionSource, read_session
from precis.tasks.build import SOURCES, Made, document_kind
from precis.tasks.progress import Progress, silent
from precis.writers.measure import pages_of
from precis.writers.page import make_page
from precis.writers.style import HouseStyle

__all__ = ["PAGES", "Gathered", "brief", "digest", "digest_text", "from_source", "gather"]

PAGES = {"digest": 8, "brief-session": 2, "brief-meeting": 1, "brief-state": 2}
"""The most pages of each kind of document."""

_NOT_RECORDS = ("readme.md",)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A session's facts, the folder or record they are from, and what its readers found, as lines to tell."""

    facts: SessionFacts
    name: str
    told: tuple[str, ...]


def gather(name: str, assets: Assets, progress: Progress[str] = silent) -> Gathered:
    """The facts of a folder of records, with its session's source if it has one, or of one record.

    Raises PrecisError with the faults of all files that cannot be read, and for a folder without records.
    """
    files = _files(name)
    faults: list[Fault] = []
    given: list[GivenRecord] = []
    sources: list[SessionSource] = []
    told: list[str] = []
    for file in progress(files, len(files)):
        try:
            kind = document_kind(file)
            if kind == "session":
                sources.append(read_session(read_text(file), file, assets))
            elif kind in (None, "record"):
                reading = read_file(file, assets)
                computed = any(finding.code == "number-counted" for finding in reading.findings)
                given.append(GivenRecord(file, reading.record, computed))
                told.extend(str(finding) for finding in reading.findings if finding.kind in ("missing", "unread"))
        except PrecisError as error:
            faults.extend(
                fault if fault.place.file else Fault(Place(file), fault.code, fault.message) for fault in error.faults
            )
    faults.extend(
        Fault(Place(source.file), "session-twice", f"{sources[0].file} is a session's source too; keep one")
        for source in sources[1:]
    )
    if not given and not faults:
        message = f"holds no records; put files there that end in {', '.join(ENDINGS)}, or name another folder"
        faults.append(Fault(Place(name), "no-records", message))
    if faults:
        raise PrecisError(faults)
    facts = session_facts(given, sources[0] if sources else None, assets)
    return Gathered(facts, name, (*told, *(str(finding) for finding in facts.findings)))


def _files(name: str) -> list[str]:
    path = Path(name)
    if not path.is_dir():
        return [name]
    found = sorted(each for each in path.iterdir() if each.is_file() and each.name.lower() not in _NOT_RECORDS)
    # Beside sources, Word files and PDF files are what was built from them.
    for endings in (SOURCES, ENDINGS):
        if files := [os.fspath(each) for each in found if each.suffix.lower() in endings]:
            return files
    return []


def digest_text(name: str, target: Path, style: HouseStyle, assets: Assets) -> tuple[str, Gathered]:
    """The source of the digest of a folder, that will stand at `target`."""
    gathered = gather(name, assets)
    records = Path(os.path.relpath(name, target.parent)).as_posix()
    return print_digest(_fitted("digest", gathered.facts, style, assets, records)), gathered


def digest(gathered: Gathered, style: HouseStyle, assets: Assets) -> Made:
    """The digest of a session."""
    made = _fitted("digest", gathered.facts, style, assets, gathered.name)
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
        made = _fitted("brief-state", facts, style, assets, gathered.name, found)
    elif Path(gathered.name).is_dir():
        made = _fitted("brief-session", facts, style, assets, gathered.name)
    else:
        made = _fitted("brief-meeting", facts, style, assets, gathered.name)
    return Made((_view(made, facts, style, assets),), gathered.told)


def _fitted(
    kind: str, facts: SessionFacts, style: HouseStyle, assets: Assets, records: str, state: State | None = None
) -> Digest:
    """The document with as much in it as its pages hold; what it leaves out stands in it."""
    most = DIGEST if kind == "digest" else BRIEF
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
    if kind == "brief-meeting":
        return meeting_brief(facts, assets, records, limits)
    if kind == "brief-session":
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
        name = "themes" if made.kind == "brief-state" else "shares"
        return drawing.shares(_shares(made, facts, assets), words, name)

    return digest_view(made, assets, style.first_foot["qr_address"], drawn)


def _shares(made: Digest, facts: SessionFacts, assets: Assets) -> list[tuple[str, int]]:
    """What the bars of a briefing show: questions by theme for a State, paragraphs by item for a meeting."""
    counts: dict[str, int] = {}
    if made.kind == "brief-state":
        state = load_states(assets).named(made.state)
        for dialogue in facts.dialogues:
            if dialogue.state == state:
                for each in dialogue.exchanges:
                    counts[each.question.theme] = counts.get(each.question.theme, 0) + 1
        ranked = sorted(counts.items(), key=lambda entry: (entry[0] == GENERAL, -entry[1], entry[0]))
        return ranked[:6]
    return list(facts.records[0].items)[:8] if facts.records else []
