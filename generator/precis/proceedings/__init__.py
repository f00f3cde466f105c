"""What happened at a meeting, said once: who speaks, under which item, and what was decided.

`proceedings_of` gives the `Proceedings` of a record: its items, its turns with their speakers, its lines of procedure,
and each passage with what it is part of.
"""

from precis.proceedings.decision import Decision
from precis.proceedings.items import Item
from precis.proceedings.passages import Form, Passage, Sentence, Span, normal
from precis.proceedings.procedure import Procedure, ProcedureKind
from precis.proceedings.record import Proceedings, Said, proceedings_of
from precis.proceedings.referents import Referent
from precis.proceedings.reports import NO_REPORT, Report
from precis.proceedings.speaker import Speaker
from precis.proceedings.turns import Turn
from precis.proceedings.vote import Vote

__all__ = [
    "NO_REPORT",
    "Decision",
    "Form",
    "Item",
    "Passage",
    "Procedure",
    "ProcedureKind",
    "Proceedings",
    "Referent",
    "Report",
    "Said",
    "Sentence",
    "Span",
    "Speaker",
    "Turn",
    "Vote",
    "normal",
    "proceedings_of",
]
