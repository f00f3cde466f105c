"""Briefings: one page on a meeting, two on a session, two on the dialogue with a State."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from precis.assets import Assets
from precis.documents.digest import Cited, Digest, Words, load_words
from precis.documents.digest_dialogue import Dialogues, weight_of
from precis.documents.digest_limits import Limits
from precis.documents.digest_phrases import Statement, joined
from precis.documents.digest_sections import Sections, renumbered
from precis.documents.digest_session import chair_lines, common, head_lines, in_brief
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Citation, MoveKind, Reference
from precis.facts.record import RecordFacts
from precis.facts.session import Meeting, SessionFacts
from precis.language.states import State
from precis.model import Block, Bullets, Heading, Inlines, Paragraph, PrecisError, Run, Table
from precis.proceedings import Speaker, Turn
from precis.source.kinds import BRIEF_MEETING, BRIEF_SESSION, BRIEF_STATE

__all__ = ["meeting_brief", "session_brief", "state_brief"]


def session_brief(facts: SessionFacts, assets: Assets, records: str, limits: Limits) -> Digest:
    """The briefing on a session: key points, calendar, themes, undertakings, decisions, what comes next."""
    words, cited = load_words("en", assets), Cited()
    sections, dialogues = Sections(facts, words, cited, limits), Dialogues(words, cited, limits)
    held = facts.dialogues
    statements = sections.statements()
    drawn: list[Block] = []
    if any(meeting.date for meeting in facts.meetings):
        drawn = [words.heading("calendar"), _mark("{calendar}")]
    blocks: list[Block] = [
        *_head(head_lines(facts, words), cited),
        *in_brief(statements, words, cited, "key", limits.key),
        *drawn,
        *_states(held, words, cited, dialogues, limits),
        *dialogues.themes(held),
        *_undertakings(held, words, cited, dialogues, limits),
        *sections.section("decisions", [*statements["decisions"], *statements["comments"]]),
        *sections.section("resources", statements["resources"]),
        *sections.following(statements),
        *_gaps(sections, words, cited, limits),
    ]
    title = (
        words.head("digest_unnumbered")
        if facts.number is None
        else words.head("brief_session", session=words.ordinal(facts.number))
    )
    stem = f"{(facts.body or 'session').upper()}_{facts.number or 'x'}_brief"
    return _made(BRIEF_SESSION, title, stem, blocks, cited, facts, assets, records)


def state_brief(facts: SessionFacts, state: State, assets: Assets, records: str, limits: Limits) -> Digest:
    """The briefing on the dialogue with a State. PrecisError, with the States there are, if there was none."""
    words, cited = load_words("en", assets), Cited()
    held = {dialogue.state: dialogue for dialogue in facts.dialogues}
    if state not in held:
        known = joined(each.name for each in held) if held else "none"
        message = f"the records hold no dialogue with {state.in_text}; they hold dialogues with: {known}"
        raise PrecisError.one("no-dialogue", message)
    dialogue = held[state]
    sections, dialogues = Sections(facts, words, cited, limits), Dialogues(words, cited, limits)
    lists = dict(dialogues.lists(dialogue))
    head = [*head_lines(facts, words)[:1], *dialogues.heads(dialogue)]
    blocks: list[Block] = [
        *_head([*head, (words.head("unofficial"), [])], cited),
        *_key_points(lists, words, cited, limits),
        *([_mark("{shares}")] if dialogue.exchanges else []),
        *dialogues.questions(dialogue),
        *(block for name in ("undertakings", "given_figures") for block in _list(name, lists, words, cited)),
        *_steps(sections, state, words, cited),
        *_documents(facts, dialogue, words, cited, limits),
        *_gaps(sections, words, cited, limits),
    ]
    title = words.head("brief_state", state=dialogues.name(dialogue))
    stem = f"{(facts.body or 'session').upper()}_{facts.number or 'x'}_{state.code}_brief"
    made = _made(BRIEF_STATE, title, stem, blocks, cited, facts, assets, records)
    return replace(made, state=state.code)


def meeting_brief(facts: SessionFacts, assets: Assets, records: str, limits: Limits) -> Digest:
    """The briefing on one meeting, from its record alone: the first of `facts`."""
    words, cited = load_words("en", assets), Cited()
    sections, dialogues = Sections(facts, words, cited, limits), Dialogues(words, cited, limits)
    record, statements = facts.records[0], sections.statements()
    meeting = next(each for each in facts.meetings if each.label == record.label)
    held = facts.dialogues
    lists = dict(dialogues.lists(held[0])) if held else {}
    lines: list[Block] = [
        *_head(_meeting_lines(facts, meeting, words), cited),
        *(_key_points(lists, words, cited, limits) if held else in_brief(statements, words, cited, "key", limits.key)),
        *([_mark("{shares}")] if len(meeting.items) > 1 else []),
        *_speakers(record, words, cited, limits),
        *(dialogues.questions(held[0]) if held else []),
        *_list("undertakings", lists, words, cited),
        *sections.section("decisions", [*statements["decisions"], *statements["comments"]]),
        *(sections.section("next", statements["next"])),
        *_cited_symbols(record, words, cited, limits),
        *_gaps(sections, words, cited, limits),
    ]
    number = meeting.numbers.first
    title = (
        words.head("brief_meeting", meeting=words.meeting(number))
        if number
        else words.head("brief_record", label=record.label)
    )
    symbol = record.record.symbol
    stem = f"{symbol.file_name if symbol else record.label}_brief"
    return _made(BRIEF_MEETING, title, stem, lines, cited, facts, assets, records)


def _made(
    kind: str,
    title: str,
    stem: str,
    blocks: Sequence[Block],
    cited: Cited,
    facts: SessionFacts,
    assets: Assets,
    records: str,
) -> Digest:
    digest = Digest(kind, title, stem, renumbered(_smaller(blocks)), cited.references, records=records)
    return common(facts, assets, digest)


def _smaller(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with all headings of sections a level lower than in a digest, as a page or two want them."""
    return [Heading(2, block.inlines) if isinstance(block, Heading) and block.level != 2 else block for block in blocks]


def _head(lines: Sequence[Statement], cited: Cited) -> list[Block]:
    return [cited.paragraph(text, *references) for text, references in lines]


def _mark(text: str) -> Paragraph:
    return Paragraph(1, (Run(text),))


def _list(name: str, lists: dict[str, list[Statement]], words: Words, cited: Cited) -> list[Block]:
    return [words.heading(name), cited.bullets(lists[name])] if lists.get(name) else []


def _key_points(lists: dict[str, list[Statement]], words: Words, cited: Cited, limits: Limits) -> list[Block]:
    """A concern and an undertaking; where one is wanting, more of the others."""
    names = ("concern", "undertakings", "praise", "given_figures")
    chosen: list[Statement] = []
    for depth in range(limits.key):
        for name in names:
            if depth < len(lists[name]) and len(chosen) < limits.key:
                chosen.append(lists[name][depth])
    return [words.heading("key"), cited.bullets(chosen)] if chosen else []


def _states(
    held: Sequence[StateDialogue], words: Words, cited: Cited, dialogues: Dialogues, limits: Limits
) -> list[Block]:
    if not held:
        return []
    kept = limits.take(words.title("dialogues"), held, limits.states)
    lines = [(f"{dialogues.name(each)}: {joined(each.labels)}.", list(each.basis[:2])) for each in kept]
    return [words.heading("dialogues"), cited.bullets(lines)]


def _undertakings(
    held: Sequence[StateDialogue], words: Words, cited: Cited, dialogues: Dialogues, limits: Limits
) -> list[Block]:
    """The undertakings of all States, in turn, the weightiest of each first."""
    each_state = [
        [dialogues.statement(move) for move in sorted(dialogue.of(MoveKind.UNDERTAKING), key=weight_of, reverse=True)]
        for dialogue in held
    ]
    names = [dialogue.state.name for dialogue in held]
    lines: list[Statement] = []
    for depth in range(max(map(len, each_state), default=0)):
        lines.extend(
            (f"{name}: {own[depth][0]}", own[depth][1])
            for name, own in zip(names, each_state, strict=True)
            if depth < len(own)
        )
    kept = limits.take(words.title("undertakings"), lines, limits.undertakings)
    return [words.heading("undertakings"), cited.bullets(kept)] if kept else []


def _meeting_lines(facts: SessionFacts, meeting: Meeting, words: Words) -> list[Statement]:
    """The symbol, the type, the day and the Chair of a meeting, and that the briefing is no official record."""
    parts = [meeting.label, words.of("status", meeting.status)]
    if meeting.date is not None:
        parts.append(words.date(meeting.date))
    if meeting.time is not None:
        parts.append(words.time(meeting.time))
    parts.append(facts.records[0].record.place or "")
    told = ", ".join(filter(None, parts))
    return [(f"{told}.", list(meeting.basis)), *chair_lines(facts, words), (words.head("unofficial"), [])]


def _speakers(record: RecordFacts, words: Words, cited: Cited, limits: Limits) -> list[Block]:
    """Who spoke, in which capacity, in which paragraphs."""
    turns: dict[str, list[tuple[Speaker, Turn]]] = {}
    for turn in record.turns:
        for speaker in turn.speakers:
            turns.setdefault(speaker.label, []).append((speaker, turn))
    ordered = sorted(turns.values(), key=lambda own: -sum(_span(turn) for _, turn in own))
    kept = limits.take(words.title("spoke"), ordered, limits.speakers)
    rows = [_speaker_row(record, own, cited) for own in sorted(kept, key=lambda own: own[0][1].first or 0)]
    return [words.heading("spoke"), Table(words.columns("speakers"), tuple(rows))] if rows else []


def _span(turn: Turn) -> int:
    return (turn.last or 0) - (turn.first or 0) + 1


def _speaker_row(record: RecordFacts, own: Sequence[tuple[Speaker, Turn]], cited: Cited) -> tuple[Inlines, ...]:
    speaker = own[-1][0]
    # The label of an office says it already.
    role = speaker.role if speaker.name else ""
    capacity = role or (speaker.state.name if speaker.state else speaker.organization)
    places = [(record.place_of(turn), turn.last) for _, turn in own]
    paragraphs = [at.number if last in (None, at.paragraph) else f"{at.number}–{at.cited(last)}" for at, last in places]
    told = cited.say(", ".join(paragraphs), places[0][0])
    return (Run(speaker.label),), (Run(capacity or "–"),), told


def _steps(sections: Sections, state: State, words: Words, cited: Cited) -> list[Block]:
    """What comes next for the State: plans that name it, and the next session."""
    statements = sections.statements()
    own = [line for line in statements["next"] if state.in_text in line[0] or state.name in line[0]]
    adopted = [line for line in statements["decisions"] if state.in_text in line[0]]
    rest = [line for line in statements["next"] if line not in own][:2]
    lines = [*adopted, *own, *rest]
    told = cited.bullets(lines) if lines else cited.paragraph(words.say("not_stated"))
    return [words.heading("steps"), told]


def _documents(facts: SessionFacts, dialogue: StateDialogue, words: Words, cited: Cited, limits: Limits) -> list[Block]:
    """The documents of the State that the records cite, and the records of the dialogue."""
    found: dict[str, Reference] = {}
    for fact in facts.of(Citation):
        if f"/{dialogue.state.code}/" in fact.document:
            found.setdefault(fact.document, fact.at)
    kept = limits.take(words.title("documents"), list(found.items()), limits.documents)
    lines = [(f"{name}.", [at]) for name, at in kept]
    return [words.heading("documents"), cited.bullets(lines)] if lines else []


def _cited_symbols(record: RecordFacts, words: Words, cited: Cited, limits: Limits) -> list[Block]:
    """The documents that one record cites, in one line."""
    found: dict[str, Reference] = {}
    for fact in record.facts:
        if isinstance(fact, Citation):
            found.setdefault(f"{fact.organ} {fact.document}".strip(), fact.at)
    kept = limits.take(words.title("documents"), list(found.items()), limits.documents)
    if not kept:
        return []
    lines = [("; ".join(name for name, _ in kept) + ".", [at for _, at in kept])]
    return [words.heading("documents"), cited.bullets(lines)]


def _gaps(sections: Sections, words: Words, cited: Cited, limits: Limits) -> list[Block]:
    """Meetings without a record and parts not recorded, then what was left out to fit the page."""
    lines = sections.limits.take(words.title("limits"), sections.gaps(), limits.listed)
    blocks: list[Block] = [words.heading("limits"), Bullets(cited.bullets(lines).items)] if lines else []
    told = limits.told(words)
    return [*blocks, cited.paragraph(told)] if told else blocks
