"""Patterns that are made when they are first asked for: they are as others, and all of ours can be made."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from precis.assets import chosen, shipped
from precis.assets.late import LatePattern
from precis.facts.dialogue.words import load_dialogue_words
from precis.facts.words import load_fact_words
from precis.model import PrecisError

LANGUAGES = Path(__file__).parents[2] / "templates" / "languages"
DIALOGUES = sorted(path.parent.name for path in LANGUAGES.glob("*/dialogue.toml"))


def test_a_late_pattern_finds_what_the_pattern_finds() -> None:
    late, made = LatePattern(r"(?<!\w)(?P<word>c\w+)", re.IGNORECASE), re.compile(r"(?<!\w)(?P<word>c\w+)", re.I)
    text = "The Committee, its Chair and an act"
    assert [found.span("word") for found in late.finditer(text)] == [found.span() for found in made.finditer(text)]
    assert late.search(text, 5) is not None
    assert late.search(text, 5)["word"] == "Chair"  # type: ignore[index]
    assert late.match(text) is None
    assert late.match(text, 4)["word"] == "Committee"  # type: ignore[index]
    assert late.fullmatch("chair") is not None
    assert late.sub("…", text) == "The …, its … and an act"


def test_a_late_pattern_that_is_none_tells_when_it_is_asked() -> None:
    late = LatePattern("(")
    with pytest.raises(re.error):
        late.search("")
    with pytest.raises(AttributeError):
        late.nothing  # noqa: B018


def test_every_pattern_of_facts_can_be_made() -> None:
    words = load_fact_words(shipped())
    assert words is not None
    for name in words.patterns.names:
        assert isinstance(words.patterns[name], re.Pattern)
    rows = (*words.phrases, *(frame for frames in words.frames.values() for frame in frames))
    values = (getattr(row, field.name) for row in rows for field in fields(row))
    late = [value for value in values if isinstance(value, LatePattern)]
    assert len(late) > 300
    for each in late:
        each.search("")


def users_own(language: str, folder: Path, text: str) -> None:
    """Load the words of dialogues with a file of the user's own, in which every pattern is tried."""
    target = folder / "languages" / language / "dialogue.toml"
    target.parent.mkdir(parents=True)
    target.write_text(text, encoding="utf-8")
    assert load_dialogue_words(language, chosen(folder)) is not None


@pytest.mark.parametrize("language", DIALOGUES)
def test_every_pattern_of_dialogues_can_be_made(language: str, tmp_path: Path) -> None:
    text = (LANGUAGES / language / "dialogue.toml").read_text(encoding="utf-8")
    users_own(language, tmp_path / "same", text)
    with pytest.raises(PrecisError) as raised:
        users_own(language, tmp_path / "broken", re.sub(r"(?m)^(say = '+)", r"\1(", text, count=1))
    (fault,) = raised.value.faults
    assert fault.code == "template-pattern"
    assert fault.span.line is not None
