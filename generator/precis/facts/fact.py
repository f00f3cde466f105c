"""The facts that a record gives: one type a kind, each with its place and the exact words it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Literal

from precis.language.states import State
from precis.proceedings import NO_REPORT, Report, Speaker

__all__ = [
    "Adopted",
    "Citation",
    "Decision",
    "Departure",
    "Dialogue",
    "Election",
    "Encounter",
    "EntryIntoForce",
    "Fact",
    "Figure",
    "Firmness",
    "FollowUp",
    "Move",
    "MoveKind",
    "Part",
    "PartyCount",
    "Plan",
    "Ratification",
    "Reference",
    "Resources",
    "SessionMark",
    "Stage",
    "Stance",
    "WorkingMethods",
]

Part = Literal["text", "heading", "cover", "source"]


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A place in a record: its symbol, paragraph and sentence, and the exact words that stand there.

    `record` is the symbol without asterisks, or the name of the file of a record without one. `part` "heading" is the
    heading before the paragraph, "cover" the cover, "source" a field of the session's source. `computed` is true for a
    paragraph whose number the record does not print. Sentences count from 1; 0 is the whole.
    """

    record: str
    paragraph: int | None
    sentence: int
    words: str
    part: Part = "text"
    computed: bool = False

    @property
    def number(self) -> str:
        """The number of the paragraph as it is cited, in brackets where the record does not print it."""
        return self.cited(self.paragraph or 0)

    def cited(self, paragraph: int) -> str:
        """The number of another paragraph of the same record, in the same way."""
        return f"[{paragraph}]" if self.computed else str(paragraph)


@dataclass(frozen=True, slots=True)
class Fact:
    """What all facts have: the place and the exact words they came from."""

    kind: ClassVar[str] = "fact"

    at: Reference


class Stage(StrEnum):
    """How far a text has come, or what was done with it."""

    ADOPTED = "adopted"
    PROVISIONALLY_ADOPTED = "provisionally adopted"
    ORALLY_REVISED = "adopted as orally revised"
    AS_AMENDED = "adopted as amended"
    ON_FIRST_READING = "adopted on first reading"
    SUBJECT_TO_DRAFTING = "adopted subject to drafting changes"
    DISCUSSED = "discussed"
    LAUNCHED = "launched"
    PUBLISHED = "published"
    POSTPONED = "postponed"
    NOT_ADOPTED = "not adopted"

    @property
    def adopted(self) -> bool:
        """Whether the text was adopted, in whatever form."""
        return self.startswith(("adopted", "provisionally"))


@dataclass(frozen=True, slots=True)
class Dialogue(Fact):
    """A dialogue with a State party, or the consideration of its report."""

    kind: ClassVar[str] = "dialogue"

    state: State
    report: Report = NO_REPORT


@dataclass(frozen=True, slots=True)
class Adopted(Fact):
    """A text of the Committee and its stage. `text` is its kind ("list of issues"), `title` what tells it apart.

    `count` is how many there are where they are not named one by one; `partner` is the body it is made with.
    """

    kind: ClassVar[str] = "adopted"

    text: str
    stage: Stage
    state: State | None = None
    report: Report = NO_REPORT
    title: str = ""
    procedure: str = ""
    count: int | None = None
    partner: str = ""
    date: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp(Fact):
    """A report of a State on follow-up to concluding observations that the Committee examined."""

    kind: ClassVar[str] = "follow-up"

    state: State
    report: Report = NO_REPORT


@dataclass(frozen=True, slots=True)
class Encounter(Fact):
    """A meeting with others: with whom, on what, when. `manner` is "met", "joint", "briefed by" or "attended by"."""

    kind: ClassVar[str] = "meeting"

    whom: str
    manner: str
    subject: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Election(Fact):
    """A person elected, re-elected or appointed to an office; `manner` is "by acclamation" or such."""

    kind: ClassVar[str] = "election"

    person: str
    office: str
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Departure(Fact):
    """A person who leaves the Committee or an office."""

    kind: ClassVar[str] = "departure"

    person: str
    how: str


@dataclass(frozen=True, slots=True)
class Ratification(Fact):
    """A State that ratified a treaty or acceded to it. `treaty` is empty for the Committee's own."""

    kind: ClassVar[str] = "ratification"

    state: State
    act: str
    date: str = ""
    treaty: str = ""


@dataclass(frozen=True, slots=True)
class EntryIntoForce(Fact):
    """The day on which a treaty entered into force for a State. `treaty` is empty for the Committee's own."""

    kind: ClassVar[str] = "entry into force"

    state: State
    date: str
    treaty: str = ""


@dataclass(frozen=True, slots=True)
class PartyCount(Fact):
    """The number of States parties. `treaty` is empty for the Committee's own."""

    kind: ClassVar[str] = "States parties"

    count: int
    as_at: str = ""
    treaty: str = ""


@dataclass(frozen=True, slots=True)
class Resources(Fact):
    """A sentence on the resources of the Committee or of the treaty body system."""

    kind: ClassVar[str] = "resources"


@dataclass(frozen=True, slots=True)
class WorkingMethods(Fact):
    """A sentence on working methods."""

    kind: ClassVar[str] = "working methods"


@dataclass(frozen=True, slots=True)
class Plan(Fact):
    """What is planned: a "session", "consideration of reports", a "deadline", "event", "day of discussion" or "visit".

    `who` is for whom a deadline is: "civil society", "States parties". `reports` are those of the `states`, each as it
    is named; without numbers where it is not.
    """

    kind: ClassVar[str] = "plan"

    what: str
    sessions: tuple[int, ...] = ()
    date: str = ""
    states: tuple[State, ...] = ()
    place: str = ""
    who: str = ""
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionMark(Fact):
    """The session declared open or closed."""

    kind: ClassVar[str] = "session"

    act: Literal["opened", "closed"]
    session: int | None = None


@dataclass(frozen=True, slots=True)
class Decision(Fact):
    """What the Committee decided: the proposal and "It was so decided", or the words of a decision."""

    kind: ClassVar[str] = "decision"

    what: str
    proposal: Reference | None = None


@dataclass(frozen=True, slots=True)
class Citation(Fact):
    """A document symbol or a resolution that the text cites; `organ` and `date` where they are said."""

    kind: ClassVar[str] = "citation"

    document: str
    organ: str = ""
    date: str = ""


class MoveKind(StrEnum):
    """What a sentence of a dialogue does; one sentence may do several, which are as many moves."""

    PRESENTED = "presented"
    """Said by the delegation before it was asked anything: the introduction of its report."""
    PRAISE = "praise"
    CONCERN = "concern"
    QUESTION = "question"
    ANSWER = "answer"
    UNDERTAKING = "undertaking"
    FIGURE = "figure"


class Firmness(StrEnum):
    """How firm a promise is, by its verb; from the firmest on."""

    UNDERTOOK = "undertook"
    WOULD = "would"
    INTENDED = "intended"
    PLANNED = "planned"


class Stance(StrEnum):
    """What an answer owns up to: that something is amiss, or that a thing will not be done."""

    ADMITTED = "admitted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the record has it: "some 11,000 domestic workers" has the amount "11,000", and is approximate.

    `of` are the words that say what is counted; empty where the number stands alone ("of which 187 had …").
    """

    amount: str
    of: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Move(Fact):
    """A move in the dialogue with `state`: by a member, or by the delegation. `passage` is the paragraph it is in.

    `firmness` and `date` are of an undertaking, the date in the words of the record ("by March 2020", "within 48
    hours"); `figures` of a figure; `stance` of an answer, a presentation or an undertaking.
    """

    kind: ClassVar[str] = "move"

    move: MoveKind
    state: State
    speaker: Speaker
    theme: str = ""
    passage: str = field(default="", repr=False)
    firmness: Firmness | None = None
    date: str = ""
    figures: tuple[Figure, ...] = ()
    stance: Stance | None = None
