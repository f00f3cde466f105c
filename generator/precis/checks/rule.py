"""A rule of the house: what it forbids, why, how it is found and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["HEADING", "SOURCE", "TEXT_FORMS", "Fixing", "Level", "Rule"]

HEADING = "heading"

TEXT_FORMS = ("paragraph", "bullet", "note", HEADING, "cell")
"""Where a rule looks that does not say it: all words of the record's own, not those that are quoted from others."""

SOURCE = "source"
"""The lines of the source itself, below its front matter: for slips of mark-up."""


class Level(StrEnum):
    """How heavy a finding is. Only errors change the exit code."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Fixing(StrEnum):
    """Who mends: `--fix`, since there is one right text; or a person, who is shown what would change; or nobody."""

    SAFE = "safe"
    ASK = "ask"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. It is found by its `pattern`, by the keys of `swaps`, or by the module of `finders` called `finder`.

    `name` and `message` are what is told; in the message, {found} and {fix} are what stands there and what would, and a
    finder gives other names. `source` says where the rule is from. `good` are texts that keep it, `bad` texts that do
    not, and `fixed` what its fix makes of these. `fix` is the template of the text that takes the place of what the
    pattern found. `words` are lists that a finder uses.

    `structure` marks the rules that hold for records of all years, which before 2010 were written by other rules of
    style. `since` is the first year of a record that the rule is for. `asked` rules are of taste: they speak only when
    they are selected. A `quoted` rule looks into quotations and names too, an `exact` one at the signs as they stand:
    curly apostrophes, no-break spaces. `across` compares the records of a folder.
    What a `build` rule tells is told when the record is built, too. `by_part` has what a rule lists by the
    longest of its words, by which it is looked up, with all of them.
    """

    name: str
    level: Level
    source: str
    why: str
    message: str
    area: str
    language: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    fixed: tuple[str, ...] = ()
    pattern: str = ""
    swaps: Mapping[str, str] = field(default_factory=dict)
    finder: str = ""
    fix: str = ""
    fixing: Fixing = Fixing.NONE
    hint: tuple[str, ...] = ()
    where: tuple[str, ...] = TEXT_FORMS
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    structure: bool = False
    since: int = 0
    asked: bool = False
    quoted: bool = False
    exact: bool = False
    across: bool = False
    build: bool = False
    by_part: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
