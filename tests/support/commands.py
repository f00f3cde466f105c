"""Commands run as a user runs them, and a record that builds, for tests that make it wrong."""

from __future__ import annotations

from click.testing import CliRunner, Result

from precis.cli import main

__all__ = ["GOOD", "run"]

GOOD = """---
symbol: CMW/C/SR.590
session: 39
held: 2024-12-13 15:00
place: Palais Wilson, Geneva
chair: Ms. Diallo
issued: 2024-12-17
original: en
began: 15:00
rose: 18:00
---

**The Chair** said that all was well.
"""


def run(*words: str) -> Result:
    """The outcome of `precis` with these words; an error of the program itself is raised."""
    return CliRunner().invoke(main, words, catch_exceptions=False)
