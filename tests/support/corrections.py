"""Corrections with the small words of the record's language."""

from __future__ import annotations

from collections.abc import Iterable

from precis import corrections
from precis.assets import shipped
from precis.corrections import Correction
from precis.language import languages, load_wording
from precis.model import Record

WORDS = {language: load_wording(language, shipped()).small_words for language in languages(shipped())}
ENGLISH, FRENCH = WORDS["en"], WORDS["fr"]


def correct(old: Record, new: Record) -> tuple[Correction, ...]:
    return corrections.correct(old, new, WORDS[old.language])


def apply(old: Record, found: Iterable[Correction]) -> Record:
    return corrections.apply(old, found, WORDS[old.language])
