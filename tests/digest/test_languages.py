"""Digests in the words of one language on records in another: each statement stays in the language of its record."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import shipped
from precis.documents.session.source import print_paper
from precis.model import PrecisError
from precis.tasks.digest import digest_paper
from precis.tasks.gather import gather
from precis.writers.style import load_style
from tests.facts.gold.cases import files

FRENCH, ENGLISH = "dialogue-cat-fr-2021", "dialogue-cat-2019"


def digest_of(folder: Path, language: str, *names: str) -> str:
    """The source of the digest of gold records."""
    for name in names:
        file = next(file for file in files("dev") if file.stem == name)
        text = file.read_text(encoding="utf-8")
        record = next(part for part in text.split("===\n") if part.startswith("---\nsymbol"))
        (folder / f"{name}.md").write_text(record, encoding="utf-8")
    gathered = gather(str(folder), shipped())
    return print_paper(digest_paper(gathered, load_style("geneva", shipped()), shipped(), str(folder), language))


def test_a_french_digest_of_a_french_record_is_french_throughout(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "fr", FRENCH)
    assert "Le Comité a dialogué avec le Sénégal." in told
    assert "Cinquième rapport périodique (CAT/C/SEN/5) · 1850e séance, 10 novembre 2021" in told
    assert "Présentation du rapport par M. Ndoye : la loi adoptée par l’Assemblée nationale" in told
    assert "| Détention |" in told
    for english in ("The Committee", "delegation", "Theme", "Chair", "Senegal", "Not read"):
        assert english not in told.partition("\n[^")[0], english


def test_an_english_digest_of_a_french_record_keeps_its_words(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "en", FRENCH)
    assert "The Committee held a dialogue with the delegation of Senegal." in told
    assert "Présentation du rapport par M. Ndoye : la loi adoptée par l’Assemblée nationale" in told
    assert "Not read" not in told


def test_a_french_digest_of_an_english_record_keeps_its_words(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "fr", ENGLISH)
    assert "Le Comité a dialogué avec " in told
    assert "The delegation replied that " in told
    assert "## Thèmes" in told
    assert "The Government intended to" in told


def test_a_spanish_digest_of_an_english_record_keeps_its_words(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "es", ENGLISH)
    assert "El Comité mantuvo un diálogo con la delegación de Zambia." in told
    assert "## Compromisos y fechas *con las palabras del acta" in told
    assert "| **Marzo de 2020** |" in told
    assert "| **Julio de 2019** |" in told
    assert "Respuesta de la delegación" not in told
    assert "The Government intended to" in told


def test_no_digest_is_written_in_a_language_without_words_for_it(tmp_path: Path) -> None:
    with pytest.raises(PrecisError, match="digests are not written in 'ru'; they are in: en, es, fr"):
        digest_of(tmp_path, "ru", FRENCH)
