"""What a paper has beside its sheets: its title, where and when the session was held, its committee, its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from precis.documents.session.desk import Desk
from precis.documents.session.paper import Paper, Sheet
from precis.language.bodies import load_body

__all__ = ["about_session", "finished", "frame_of", "place_of_session", "session_stem", "session_title"]


def session_title(desk: Desk) -> str:
    """The title of a session: its number in words."""
    number = desk.facts.number
    return desk.words.text("title_unnumbered") if number is None else desk.words.text("title_session", session=number)


def session_stem(desk: Desk, *more: str) -> str:
    """The name of the files of a paper on a session: "CMW_97_digest"."""
    facts = desk.facts
    return "_".join((facts.body.upper() if facts.body else "session", str(facts.number or "x"), *more))


def place_of_session(desk: Desk) -> str:
    """Where a session was held: as its source says, or else its records."""
    records = sorted(desk.facts.records, key=lambda each: each.record.language != desk.words.language)
    places = (desk.facts.session.place, *(each.record.place for each in records))
    return desk.words.place(next(filter(None, places), ""))


def about_session(desk: Desk) -> str:
    """Where and when a session was held."""
    facts, words = desk.facts, desk.words
    if facts.first_day is None or facts.last_day is None:
        return ""
    days = words.days(facts.first_day, facts.last_day)
    place = place_of_session(desk)
    return words.text("about_session", place=place, days=days) if place else words.text("about_session_days", days=days)


def frame_of(kind: str, title: str, about: str, stem: str, desk: Desk, records: str, state: str = "") -> Paper:
    """A paper without sheets, of what all papers on a session have."""
    facts = desk.facts
    names = load_body(facts.body, desk.assets).named(desk.words.language) if facts.body else None
    issued = [record.record.issued for record in facts.records if record.record.issued is not None]
    return Paper(
        kind,
        title,
        about,
        re.sub(r"[^\w.-]+", "_", stem),
        language=desk.words.language,
        committee=names.committee.replace("\n", " ") if names else "",
        session=facts.number,
        body=facts.body or "",
        date=max(issued, default=facts.last_day),
        sample=facts.sample,
        records=records,
        state=state,
    )


def finished(frame: Paper, sheets: Sequence[Sheet], desk: Desk) -> Paper:
    """The paper of these sheets, with what they cite."""
    settled, cited = desk.citations.settled(sheets)
    return replace(frame, sheets=settled, cited=cited, unconfirmed=tuple(sorted(desk.words.said_unconfirmed)))
