"""What happened at a meeting, said once: who speaks, under which item, and what was decided.

`proceedings_of` gives the `Proceedings` of a record: its items, its turns with their speakers, its lines of procedure,
and each passage with what it is part of. Each name is loaded when it is asked for: the readers, which need only how
headings, speakers and lines of procedure look, start without the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_FROM = {
    "Decision": "decision",
    "Item": "items",
    **dict.fromkeys(("Form", "Passage", "Sentence", "Span", "normal"), "passages"),
    **dict.fromkeys(("Procedure", "ProcedureKind"), "procedure"),
    **dict.fromkeys(("Proceedings", "Said", "proceedings_of"), "record"),
    "Referent": "referents",
    **dict.fromkeys(("NO_REPORT", "Report"), "reports"),
    "Speaker": "speaker",
    "Turn": "turns",
    "Vote": "vote",
}
"""The module of each name."""


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
