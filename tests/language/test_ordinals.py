"""Ordinals in words from 1 to 120 against a table of unicode-rbnf, line by line: ordinals.txt says how it was made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.language import load_wording

TABLE = Path(__file__).parent / "ordinals.txt"
MOST = 120
PRINTED = {"en": 99, "fr": 99, "ru feminine": 99, "zh": MOST, "ar feminine": MOST}
"""The sessions that a language prints in words, up to which; Spanish prints figures, Russian the nominative."""

_LINE = re.compile(r"(?P<number>\d+) (?P<theirs>[^=]+?)(?: = (?P<ours>.+) \((?P<reason>[\w-]+)\))?")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A line of the table: whose word it is, and ours with the reason where ours is another."""

    name: str
    number: int
    theirs: str
    ours: str | None
    reason: str | None


def _table() -> list[Ordinal]:
    found: list[Ordinal] = []
    name = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line[1 : line.index("]")]
        elif line and not line.startswith("#"):
            match = _LINE.fullmatch(line)
            assert match is not None, line
            found.append(Ordinal(name, int(match["number"]), match["theirs"], match["ours"], match["reason"]))
    return found


ORDINALS = _table()
NAMES = tuple(dict.fromkeys(each.name for each in ORDINALS))


@pytest.mark.parametrize("name", NAMES)
def test_every_ordinal_is_read_and_printed_as_the_table_has_it_or_for_its_reason(name: str) -> None:
    grammar = load_wording(name[:2], shipped()).grammar
    of_name = [each for each in ORDINALS if each.name == name]
    assert [each.number for each in of_name] == list(range(1, MOST + 1))
    for each in of_name:
        ours = each.ours or each.theirs
        assert grammar.read_session(ours) == each.number, ours
        if each.number <= PRINTED.get(name, 0):
            assert grammar.session(each.number) == ours


def test_all_six_languages_have_their_ordinals() -> None:
    assert {name[:2] for name in NAMES} == {"en", "fr", "es", "ru", "zh", "ar"}


def test_every_difference_has_one_of_the_reasons_and_every_reason_a_difference() -> None:
    reasons = set(re.findall(r"^# ([\w-]+): ", TABLE.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert reasons == {each.reason for each in ORDINALS if each.reason}
    assert all(each.ours != each.theirs for each in ORDINALS)
