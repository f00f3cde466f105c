"""The digest of a session: its first page, a page for each State, and the rest of its work."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from precis.documents.session.desk import Desk
from precis.documents.session.first_sheet import FirstExtent, first_sheet
from precis.documents.session.fitting import Measure, fitted, fullest
from precis.documents.session.frame import about_session, finished, frame_of, session_stem, session_title
from precis.documents.session.other_sheet import OtherExtent, other_sheet
from precis.documents.session.paper import Paper
from precis.documents.session.state_prose import Extent
from precis.documents.session.state_sheet import StateExtent, state_sheet
from precis.source.kinds import DIGEST

__all__ = ["session_digest"]


def session_digest(desk: Desk, records: str, measure: Measure) -> Paper:
    """The digest of a session; each sheet holds as much as its page does."""
    frame = frame_of(DIGEST, session_title(desk), about_session(desk), session_stem(desk, "digest"), desk, records)
    fill = partial(measure, frame)
    sheets = [fitted(_FIRSTS, partial(first_sheet, desk), fill, first=True)]
    sheets.extend(fitted(_STATES, partial(state_sheet, each, desk), fill) for each in desk.facts.dialogues)
    sheets.append(fullest(_OTHERS, lambda extent: (other_sheet(desk, extent), None), fill)[0])
    return finished(frame, sheets, desk)


_FIRSTS = (
    FirstExtent(),
    *(FirstExtent(dates) for dates in range(22, 9, -2)),
    FirstExtent(20, exact=True),
    FirstExtent(8),
)
_WHOLE = StateExtent()
_STATES = (
    _WHOLE,
    *(replace(_WHOLE, figures=figures) for figures in (13, 11, 9)),
    *(replace(_WHOLE, figures=9, themes=themes) for themes in (12, 10)),
    *(
        replace(_WHOLE, figures=9, themes=10, prose=Extent(2, 1, 3, 2, words), undertakings=10)
        for words in (180, 160, 140)
    ),
    StateExtent(Extent(2, 1, 2, 1, 130), 7, 8, 8),
    *(StateExtent(Extent(2, 1, 2, 1, 110), figures, 6, themes) for figures, themes in ((6, 7), (5, 6), (4, 5))),
)
_TALK = (
    *((4, 16, 12), (3, 14, 10), (2, 12, 9), (2, 9, 7), (1, 12, 7), (1, 9, 6), (1, 7, 5), (1, 6, 5), (1, 5, 4)),
    *((1, 4, 4), (1, 4, 3), (1, 4, 2), (1, 3, 3), (1, 3, 2), (1, 2, 2), (1, 1, 1)),
)
_OTHERS = tuple(
    tuple(OtherExtent(sentences, turns, listed + more) for more in range(4, -1, -1))
    for sentences, turns, listed in _TALK
)
"""How much the sheets hold, from most to least."""
