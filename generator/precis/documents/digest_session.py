"""The digest of a session: its head, five lines in brief, and the sections in their order."""

from __future__ import annotations

from dataclasses import replace

from precis.assets import Assets
from precis.documents.digest import Cited, Digest, Words, load_words
from precis.documents.digest_dialogue import Dialogues
from precis.documents.digest_limits import Limits
from precis.documents.digest_phrases import Statement, day_range
from precis.documents.digest_sections import Sections, renumbered
from precis.facts.cover import chair_line
from precis.facts.fact import Reference
from precis.facts.session import SessionFacts
from precis.facts.source import reference_of
from precis.language.bodies import load_body
from precis.model import Block
from precis.source.kinds import DIGEST

__all__ = ["chair_lines", "common", "head_lines", "in_brief", "session_digest"]

_WEIGHTS = ("dialogues", "decisions", "comments", "next", "parties", "officers", "others", "resources")
"""What a reader most wants to know first."""


def session_digest(facts: SessionFacts, assets: Assets, records: str, limits: Limits, language: str = "en") -> Digest:
    """The digest of a session. `records` is the folder of its records, as a source would name it.

    `limits` say how much it holds; it tells what they left out.
    """
    words = load_words(language, assets)
    cited = Cited()
    sections = Sections(facts, words, cited, limits)
    dialogues = Dialogues(words, cited, limits)
    held = facts.dialogues
    statements = sections.statements()
    blocks: list[Block] = [
        *(cited.paragraph(text, *references) for text, references in head_lines(facts, words)),
        *in_brief(statements, words, cited, "brief", limits.key),
        *sections.figures(),
        *sections.calendar(),
    ]
    if held:
        blocks.append(words.heading("dialogues"))
        for dialogue in limits.take(words.title("dialogues"), held, limits.states):
            blocks.extend(dialogues.block(dialogue))
    blocks.extend(dialogues.themes(held))
    blocks.extend(sections.lists(statements))
    blocks.extend(sections.documents())
    blocks.extend(sections.coverage())
    title = words.head("digest_unnumbered")
    if facts.number is not None:
        title = words.head("digest", session=words.ordinal(facts.number))
    stem = f"{(facts.body or 'session').upper()}_{facts.number or 'x'}_digest"
    return common(facts, assets, Digest(DIGEST, title, stem, renumbered(blocks), cited.references, records=records))


def common(facts: SessionFacts, assets: Assets, digest: Digest) -> Digest:
    """The digest with what all documents on a session have: the names of its body, its date, whether it is a sample."""
    dates = [record.record.issued for record in facts.records if record.record.issued is not None]
    names = load_body(facts.body, assets).named(digest.language) if facts.body else None
    return replace(
        digest,
        committee=names.committee.replace("\n", " ") if names else "",
        session=facts.number,
        date=max(dates, default=facts.last_day),
        sample=facts.sample,
    )


def head_lines(facts: SessionFacts, words: Words) -> list[Statement]:
    """When and where, who presided, which records are covered, and that it is no official record."""
    out: list[Statement] = []
    held = _held(facts, words)
    if held:
        out.append(held)
    out.extend(chair_lines(facts, words))
    symbols = ", ".join(record.label for record in facts.records)
    out.append((words.head("covered", symbols=symbols) if symbols else words.head("covered_none"), []))
    out.append((words.head("unofficial"), []))
    return out


def chair_lines(facts: SessionFacts, words: Words) -> list[Statement]:
    """Who presided, each once, with the cover that says so."""
    chairs: dict[str, Reference] = {}
    for record in facts.records:
        for chair in record.record.chairs:
            line = Reference(record.label, None, 0, chair_line(record.record), "cover")
            chairs.setdefault(chair.named, line)
    if not chairs:
        return []
    return [(words.head("chairs", names="; ".join(chairs)), list(dict.fromkeys(chairs.values())))]


def _held(facts: SessionFacts, words: Words) -> Statement | None:
    first, last = facts.first_day, facts.last_day
    if first is None or last is None:
        return None
    days = day_range(first, last, words)
    place = facts.session.place or next((r.record.place for r in facts.records if r.record.place), None)
    stated = facts.source is not None and facts.session.days is not None
    if facts.source is not None and stated:
        references = [reference_of(facts.source, "held")]
        if facts.session.place:
            references.append(reference_of(facts.source, "place"))
    else:
        dated = [meeting for meeting in facts.meetings if meeting.date in (first, last)]
        references = [reference for meeting in dated for reference in meeting.basis]
    name = "held" if stated else "recorded"
    text = words.head(name, place=place, days=days) if place else f"{days}."
    return text, references


def in_brief(statements: dict[str, list[Statement]], words: Words, cited: Cited, title: str, most: int) -> list[Block]:
    """The first statement of each section, by weight, and more of the weightiest while there is room."""
    chosen: list[tuple[int, int, Statement]] = []
    for depth in range(most):
        for rank, name in enumerate(_WEIGHTS):
            if depth < len(statements[name]) and len(chosen) < most:
                chosen.append((rank, depth, statements[name][depth]))
    if not chosen:
        return []
    lines = [statement for _, _, statement in sorted(chosen, key=lambda each: each[:2])]
    return [words.heading(title), cited.bullets(lines)]
