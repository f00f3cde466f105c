"""The themes of sentences: each example of templates/themes/*.toml is on its theme, or not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts.themes import GENERAL, load_themes, theme_labels
from tests.support.cases import Case, each_case

TEMPLATES = Path(__file__).parents[2] / "templates"


def examples() -> Iterator[tuple[str, str, str, str, bool]]:
    """Language, body, theme, sentence, and whether it is on the theme."""
    files = [("en", path.stem, path) for path in sorted((TEMPLATES / "themes").glob("*.toml"))]
    files += [(path.parent.name, "", path) for path in sorted((TEMPLATES / "languages").glob("*/themes.toml"))]
    for language, body, path in files:
        for theme in tomllib.loads(path.read_text(encoding="utf-8"))["theme"]:
            for sentence in theme.get("yes", ()):
                yield language, body, theme["name"], sentence, True
            for sentence in theme.get("no", ()):
                yield language, body, theme["name"], sentence, False


@pytest.mark.parametrize(("language", "body", "theme", "sentence", "is_on"), list(examples()))
def test_an_example_is_on_its_theme(
    language: str, body: str, theme: str, sentence: str, is_on: bool, assets: Assets
) -> None:
    themes = load_themes(assets, None if body in ("", "general") else body, language)
    assert (themes.of(sentence) == theme) is is_on


def test_a_fund_in_a_name_is_no_trafficking(assets: Assets) -> None:
    themes = load_themes(assets, "cat")
    assert (
        themes.of("The State contributed to the United Nations Voluntary Fund for Victims of Torture.") != "Trafficking"
    )


def test_what_no_word_tells_is_general(assets: Assets) -> None:
    assert load_themes(assets).of("She would return to that matter later.") == GENERAL


@each_case((Path(__file__).parent / "themes").glob("*.txt"))
def test_sentences_of_a_dialogue_are_on_their_themes(case: Case, assets: Assets) -> None:
    """The cases of a body, themes/BODY.txt: numbered sentences, and the theme of each by itself."""
    read, expected = (dict(re.findall(r"(\d+)\. (.+)", text)) for text in case.texts)
    themes = load_themes(assets, case.file.stem)
    assert {number: themes.of(sentence) for number, sentence in read.items()} == expected


def test_what_a_language_prints_for_a_theme_has_the_apostrophes_of_print(assets: Assets) -> None:
    """docs/conventions.md §6, 39: curly apostrophes in final documents."""
    labels = theme_labels(assets, "fr")
    assert labels
    assert [label for label in labels.values() if "'" in label] == []
