"""What is to come after a session, by when, and who must act: the undertakings of States, the Committee's own plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.documents.session.dates import When
from precis.documents.session.desk import Desk, once
from precis.documents.session.lines import Line, collapsed, place_of
from precis.documents.session.saying import by_name
from precis.documents.session.speech import Prose, capitalized, has_words
from precis.documents.session.telling import Told
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Firmness, Move, MoveKind, Plan, Reference
from precis.language.states import State
from precis.proceedings import Form

__all__ = ["Due", "dues_of", "in_order", "promises_of", "soonest"]

_FIRM = (MoveKind.UNDERTAKING,)


@dataclass(frozen=True, slots=True)
class Due:
    """Something to come. `text` is the sentence without its date, `index` its predicate alone where that is enough.

    `when` is None for an undertaking without a date. `who` must act; empty where the records do not say. `by` said it.
    `sources` are what it rests on beside its lines.
    """

    when: When | None
    who: str
    text: str
    index: str
    lines: tuple[Line, ...]
    state: State | None = None
    by: str = ""
    sources: tuple[Reference, ...] = ()

    @property
    def places(self) -> tuple[Reference, ...]:
        """All that it rests on."""
        return (*(line.at for line in self.lines), *self.sources)


@once
def promises_of(dialogue: StateDialogue, desk: Desk) -> list[Due]:
    """The undertakings of a State, those with a date first, sorted by it; and what the Chair asked of it by a date."""
    out: list[Due] = []
    for move, line in desk.moves(dialogue, *_FIRM):
        due = _promise(move, line, desk)
        if due is not None and not _repeated(due, out):
            out.append(due)
    for line in (*_replied(dialogue, desk), *_asked_of(dialogue, desk)):
        due = _dated(line, desk, desk.state(dialogue.state).name, dialogue.state)
        if due is not None and not _repeated(due, out):
            out.append(due)
    return in_order(out)


def _replied(dialogue: StateDialogue, desk: Desk) -> Iterator[Line]:
    """What the delegation said beside its undertakings: some of it names a date to come."""
    for _, line in desk.moves(dialogue, MoveKind.ANSWER, MoveKind.PRESENTED):
        yield line


def _promise(move: Move, line: Line, desk: Desk) -> Due | None:
    told = desk.teller.listed(line)
    if told is None:
        return None
    when = _to_come(line, desk, promised=True)
    if when is None and (move.date or move.firmness is None or not _is_own(move, line, desk)):
        # Its date is past, or cannot be told; what was promised for the session itself is done; what only describes a
        # thing to come is told as a reply.
        return None
    told = _act_alone(told, desk)
    text = _told_undated(told, when, desk)
    index = _index(told, when, desk)
    return Due(when, desk.state(move.state).name, text, index, told.lines, move.state, desk.person(move.speaker))


def _is_own(move: Move, line: Line, desk: Desk) -> bool:
    """Whether an undertaking without a date is one of the State: by its verb, or since the State is to act."""
    speech, prose = desk.teller.speech(line), desk.prose(line)
    if move.firmness is not Firmness.WOULD or not speech.clause or not has_words(prose.persons):
        return True
    named = prose.government.match(speech.clause) is not None and prose.hangs.match(speech.clause) is None
    return named or prose.persons.match(speech.clause) is not None


def _to_come(line: Line, desk: Desk, *, promised: bool = False) -> When | None:
    """The first date of a sentence that lies after the session and is told of as to come; if `promised`, of any."""
    last = desk.facts.last_day
    found = [when for when in desk.dates(line) if last is None or when.last > last]
    told = (when for when in found if _is_to_come(line.text, when, desk.prose(line)))
    return next(told, found[0] if found and promised else None)


def _is_to_come(text: str, when: When, prose: Prose) -> bool:
    """Whether the statement that names a date says what will be; not one that only tells of whom or what another is."""
    starts = [match.end() for match in prose.coordinate.finditer(text) if match.end() <= when.start]
    ends = [match.start() for match in prose.coordinate.finditer(text) if match.start() >= when.end - 1]
    start = starts[-1] if starts else 0
    if prose.dated.search(text[: when.start]):
        return False
    # The word by which a further statement begins may be its verb: "and would be resumed".
    statement = text[start : ends[0] if ends else len(text)]
    return prose.future.search(statement) is not None and prose.within.search(text[start : when.start]) is None


def _asked_of(dialogue: StateDialogue, desk: Desk) -> Iterator[Line]:
    """What the Chair says that the State party is to do, by a date."""
    promised = {place_of(move.at) for move in dialogue.of(MoveKind.UNDERTAKING)}
    for label in dialogue.labels:
        for line in desk.lines.record(label):
            if line.speaker is None or not line.speaker.presides or place_of(line.at) in promised:
                continue
            if line.said.state == dialogue.state and desk.prose(line).asked_of.search(line.text):
                yield line


def dues_of(desk: Desk) -> list[Due]:
    """All dates to come of a session, sorted: undertakings with a date, and what the Committee's own work brings."""
    out = [due for dialogue in desk.facts.dialogues for due in promises_of(dialogue, desk) if due.when is not None]
    told = {place_of(line.at) for due in out for line in due.lines}
    planned = {
        place_of(fact.at) for fact in desk.facts.of(Plan) if fact.what in ("session", "consideration of reports")
    }
    for record in desk.facts.records:
        for line in desk.lines.record(record.label):
            if (
                place_of(line.at) in told | planned
                or line.said.state is not None
                or line.said.passage.form is not Form.PARAGRAPH
            ):
                continue
            due = _dated(line, desk, "", None)
            if due is not None:
                out.append(due)
    return in_order(out)


def _dated(line: Line, desk: Desk, who: str, state: State | None) -> Due | None:
    """What a sentence says is to come, if it names a date to come and speaks of what will be; no question does."""
    prose, when = desk.prose(line), _to_come(line, desk)
    if when is None or prose.asks.match(desk.teller.speech(line).verb):
        return None
    told = desk.teller.listed(line)
    if told is None:
        return None
    told = _act_alone(told, desk)
    text = _told_undated(told, when, desk)
    actor = who or desk.words.actor(told.text)
    speaker = desk.person(line.speaker) if line.speaker is not None else ""
    called = prose.called.match(text)
    index = _index(told, when, desk) if state else text
    if called:
        text = index = capitalized(text[called.end() :].lstrip())
    return Due(when, actor, text, index, told.lines, state, speaker)


def _act_alone(told: Told, desk: Desk) -> Told:
    """What is to come without a regret or an admission before it, if it can be told without."""
    line, words = told.parts[-1]
    personal = any(not desk.teller.speech(each).clause for each in told.lines[:-1])
    prose = desk.prose(line)
    if not personal or prose.points(words) or (prose.hangs.match(words) and not prose.stands.match(words)):
        return told
    return Told(((line, words),))


def _told_undated(told: Told, when: When | None, desk: Desk) -> str:
    """The sentences of what is to come, the last without its date."""
    text = by_name(told, desk, role=False)
    line, words = told.parts[-1]
    at = text.rfind(words)
    if at <= 0 or desk.teller.speech(line).clause == "":
        return _without_date(text, when, desk.prose(line))
    return f"{text[:at]}{_without_date(words, when, desk.prose(line))}"


def _without_date(text: str, when: When | None, prose: Prose) -> str:
    """The statement that a date belongs to, without it: it stands in a column of its own.

    Of a sentence of several statements it is the one that names the date, unless another is its condition.
    """
    if when is None:
        return text.rstrip(".")
    words = collapsed(when.words)
    statement = _statement(text, words, prose)
    end = re.sub(rf",? {re.escape(words)}(?=[.,;]?\Z)", "", statement, count=1, flags=re.IGNORECASE)
    if end != statement:
        return prose.copula.sub("", end.rstrip(".,; ")).rstrip(",")
    begun = re.match(rf"{re.escape(words)},? ", statement, re.IGNORECASE)
    if begun:
        return capitalized(statement[begun.end() :]).rstrip(".")
    if words[:1].islower():
        # "would be waived from 1 July 2055 for persons …": with its preposition it can stand away from its place.
        statement = re.sub(rf" {re.escape(words)}(?= )", "", statement, count=1)
    return statement.rstrip(".")


def _statement(text: str, words: str, prose: Prose) -> str:
    """The statement among those of a text that holds the words; what somebody was told, without that."""
    at = text.lower().find(words.lower())
    if at < 0:
        return text
    starts = [match.end() for match in prose.coordinate.finditer(text) if match.end() <= at]
    ends = [match.start() for match in prose.coordinate.finditer(text) if match.start() >= at + len(words) - 1]
    start = next((each for each in reversed(starts) if prose.subject.match(text, each)), 0)
    told = prose.told.match(text, start)
    start = told.end() + 1 if told else start
    return capitalized(text[start : ends[0] if ends else len(text)].strip())


def _index(told: Told, when: When | None, desk: Desk) -> str:
    """An undertaking in few words: its last sentence, without "The Government".

    The sentence before goes with it where it begins with a pronoun or has one for a thing; whose a thing is, the list
    of the State tells.
    """
    line, last = told.parts[-1]
    prose = desk.prose(line)
    needed = prose.hangs.match(last) is not None or prose.points(prose.theirs.sub("", last))
    text = _without_date(told.text if needed else last, when, prose)
    match = prose.government.match(text)
    return text[match.end() :].lstrip() if match else text


def _repeated(due: Due, before: Sequence[Due]) -> bool:
    """Whether the same is told: of the same sentence, or in the same words of the same State by the same date."""
    told = {line.at for each in before for line in each.lines}
    same = any((each.text, each.when, each.state) == (due.text, due.when, due.state) for each in before)
    return same or any(line.at in told for line in due.lines)


def in_order(dues: Sequence[Due]) -> list[Due]:
    """What is to come by date, equal dates that the same words name together; what has none after it."""
    dated = [(due.when.order, due.when.words.lower(), due) for due in dues if due.when is not None]
    first: dict[tuple[object, str], int] = {}
    for order, words, _ in dated:
        first.setdefault((order, words), len(first))
    dated.sort(key=lambda each: (each[0], first[each[:2]]))
    return [*(due for _, _, due in dated), *(due for due in dues if due.when is None)]


def soonest(dues: Sequence[Due], most: int) -> tuple[list[Due], list[Due]]:
    """At most so many dates to come, by date, and those left out.

    A State's latest are left out first, since they stand with the State too; what is the Committee's own stands nowhere
    else.
    """
    dated = [due for due in in_order(dues) if due.when is not None]
    spare = [due for due in dated if due.state is not None][::-1]
    own = [due for due in dated if due.state is None][::-1]
    left = [*spare, *own][: max(0, len(dated) - most)]
    return [due for due in dated if due not in left], [due for due in dated if due in left]
