"""Three sessions made up for tests, in the language of real records: tests/digest/sessions; all States are fictional.

A committee with communications, reprisals and a vote; one whose meetings are recorded in parts; one with records in
French and in English, of one dialogue too.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from precis.tasks.gather import Gathered, gather
from tests.support.papers import ASSETS

__all__ = ["MADE", "made_session"]

FOLDER = Path(__file__).parent.parent / "digest" / "sessions"
MADE = {"cat-88": "en", "cescr-97": "en", "cedaw-99": "fr"}
"""The sessions, each with the language that its papers are made in."""


@cache
def made_session(name: str) -> Gathered:
    """The facts of a session."""
    return gather(str(FOLDER / name), ASSETS)
