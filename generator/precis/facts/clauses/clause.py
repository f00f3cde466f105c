"""A clause: a verb with its subject and object, and what the sentence makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

__all__ = ["Clause", "Mood", "Span", "Voice"]

_COPULAS = frozenset(("be", "remain", "become"))

Span = tuple[int, int]
"""The first character of words in a sentence, and the one behind their last."""


class Voice(StrEnum):
    """Whether the subject acts or is acted upon."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Mood(StrEnum):
    """What a sentence makes of what its verb says. Only DONE happened."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    """What the Committee is taken to wish: done once it is so decided."""
    PURPOSE = "purpose"
    POSSIBLE = "possible"
    RECOMMENDED = "recommended"
    HYPOTHETICAL = "hypothetical"
    CONDITIONAL = "conditional"
    GENERIC = "generic"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what belongs to it; all places are characters of the sentence `text`.

    `verb` is the whole group with its auxiliaries, `word` the verb as it stands. `subject` is who acts, or what is
    acted upon where `voice` is passive; a clause without words of its own has that of the clause it goes on from.
    `object` is what stands behind the verb, up to the next clause. `agent` is who acted, behind "by". `antecedent` is
    what a relative clause or a participle hangs on, and `gap` what of the clause that is. `perfect` says that the verb
    tells of what was before ("had adopted", not "adopted"); `bare`, that it is a participle without auxiliary.
    `governor` is the lemma of the verb before "to" or "that".
    """

    text: str
    lemma: str
    word: str
    verb: Span
    voice: Voice
    mood: Mood
    negated: bool = False
    perfect: bool = False
    bare: bool = False
    form: Literal["finite", "to", "ing", "participle"] = "finite"
    subject: Span = (0, 0)
    object: Span = (0, 0)
    agent: Span = (0, 0)
    antecedent: Span = (0, 0)
    gap: Literal["", "subject", "object"] = ""
    governor: str = ""
    marker: str = ""

    @property
    def done(self) -> bool:
        """Whether the sentence says that it happened."""
        return self.mood is Mood.DONE and not self.negated

    @property
    def infinitive(self) -> bool:
        """Whether the verb stands behind "to" and tells no time of its own."""
        return self.form == "to"

    def words(self, span: Span) -> str:
        """The words of a place."""
        return self.text[span[0] : span[1]].strip()

    @property
    def patient(self) -> Span:
        """What the verb acts upon: the subject of a passive, the object of an active verb, or what it hangs on."""
        if self.voice is Voice.PASSIVE:
            return self.antecedent if self.antecedent != (0, 0) and self.subject == (0, 0) else self.subject
        if self._is_intransitive:
            return self.subject
        return self.antecedent if self.gap == "object" else self.object

    @property
    def _is_intransitive(self) -> bool:
        """Whether nothing is acted upon: "would be among", "had taken place"."""
        return self.lemma in _COPULAS or (self.lemma == "take" and self.words(self.object).startswith("place"))

    @property
    def actor(self) -> str:
        """The words that say who acts; empty where nobody is named."""
        return self.words(self.agent if self.voice is Voice.PASSIVE else self.subject)
