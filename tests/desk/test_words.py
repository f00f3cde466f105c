"""The interface in its languages: every one has every word, with the same places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from precis.assets import Assets, chosen, shipped
from precis.desk.words import interface_languages, language_wanted, words_of
from precis.language import load_wording
from precis.model import PrecisError

FILES = shipped().names("desk/words", ".toml")
LANGUAGES = ("en", *(name for name in FILES if name != "en"))


def texts(words: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(words, str):
        yield path, words
        return
    for key, value in words.items():
        yield from texts(value, f"{path}.{key}")


def test_the_official_languages_are_there_english_first(assets: Assets) -> None:
    assert interface_languages(assets) == LANGUAGES
    assert set(LANGUAGES) >= {"en", "ar", "es", "fr", "ru", "zh"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_and_fills_in_the_same(language: str, assets: Assets) -> None:
    english, own = dict(texts(words_of("en", assets))), dict(texts(words_of(language, assets)))
    assert own.keys() == english.keys()
    assert [key for key, words in own.items() if not words.strip()] == []
    for key, words in own.items():
        assert sorted(re.findall(r"\{\w+\}", words)) == sorted(re.findall(r"\{\w+\}", english[key])), key
    assert own[".direction"] == ("rtl" if load_wording(language, assets).from_the_right else "ltr")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_language_is_translated(language: str, assets: Assets) -> None:
    english, own = dict(texts(words_of("en", assets))), dict(texts(words_of(language, assets)))
    same = [key for key, words in own.items() if words == english[key] and len(re.sub(r"\{\w+\}", "", words)) > 12]
    assert same == []


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de, ru;q=0.5, en;q=0.1", "ru"),
        ("en;q=0.1, ar;q=0.9", "ar"),
        ("zh-Hans-CN", "zh"),
        ("de", "en"),
        ("", "en"),
        ("*", "en"),
        ("fr;q=0, es", "es"),
        ("fr;q=x, es;q=0.2", "es"),
        ("," * 5000 + "fr", "en"),
    ],
)
def test_the_language_is_the_one_that_the_browser_wants_most(accepted: str, language: str, assets: Assets) -> None:
    assert language_wanted(accepted, assets) == language


def test_words_of_the_users_own_are_held_to_the_keys(tmp_path: Path) -> None:
    folder = tmp_path / "desk" / "words"
    folder.mkdir(parents=True)
    (folder / "fr.toml").write_text('name = "Français"\ndirection = 1\nodd = "x"\n', encoding="utf-8")
    with pytest.raises(PrecisError) as told:
        words_of("fr", chosen(tmp_path))
    codes = {fault.code for fault in told.value.faults}
    assert codes >= {"template-key-missing", "template-type"}
    assert all(fault.span.file.endswith("fr.toml") for fault in told.value.faults)
