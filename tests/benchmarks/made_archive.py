"""A made-up archive: rows of records in the six languages, in words that no language has, so that none is real text.

The words of a language are made of syllables in its script, and come as often as words do (the second half as often as
the first, the third a third as often). Chinese texts are runs of characters.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from itertools import accumulate

from precis.archive.rows import Cover, Row
from precis.archive.subjects import Subjects, words_of
from precis.language.states import State
from precis.tasks.shelf import Shelved

__all__ = ["LANGUAGES", "PHRASE", "TOPIC", "made_archive", "text_size"]

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_SYLLABLES = {
    "en": "ba ke ri to mu shen dra lor wick stan ing ed",
    "fr": "bé la ri tou mé chan dre lor que stan ique ée",
    "es": "ba le ri to ñu cha dre lor que stan ción ada",
    "ru": "ба ке ри то му шен дра лор вик стан ний ого",
    "zh": "移徙工人权利委员会国家报告儿童家庭",
    "ar": "با كي ري تو مو شن در لو ال ست ون ات",
}
_WORDS = 12_000
TOPIC, PHRASE = "zorblaxian", "wickstan dralor"
"""A word in one English paragraph of fifty, and a phrase in one of twenty."""
_BODIES = ("cmw", "crc", "cat", "ccpr")
_STATES = tuple(State(f"{a}{b}X", name=f"State {a}{b}") for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ")


def made_archive(records: int, paragraphs: int = 20, words: int = 60) -> Iterator[Shelved]:
    """So many records of as many paragraphs each, over thirty years; in English every second, else in turn."""
    draw = random.Random(16)
    vocabularies = {language: _vocabulary(language, draw) for language in LANGUAGES}
    weights = list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))
    for number in range(records):
        language = "en" if number % 2 else LANGUAGES[1 + number // 2 % 5]
        day = dt.date(1995, 1, 1) + dt.timedelta(draw.randrange(30 * 365))
        body, state = _BODIES[number % 4], _STATES[draw.randrange(100)]
        symbol = f"{body.upper()}/C/SR.{number + 1}"
        cover = Cover(f"/akn/{number}", symbol, body, 1, number + 1, day.isoformat(), language, "en", "", f"u/{symbol}")
        rows, subjects = [], []
        for place in range(1, paragraphs + 1):
            said = draw.choices(vocabularies[language], cum_weights=weights, k=words)
            if language == "en" and draw.random() < 0.02:
                said.append(TOPIC)
            if language == "en" and draw.random() < 0.05:
                said.append(PHRASE)
            text = ("" if language == "zh" else " ").join(said) + "."
            speaker = f"Mr. {said[0].title()}"
            moves = ("answer",) if place % 2 else ("question",)
            row = Row("Reports", "", place, "speech", speaker, "", state.name, "", False, text, "", (state,), state)
            rows.append(row)
            subjects.append(Subjects((state,), moves, ("Work",), *words_of(row, language)))
        yield Shelved(f"{body}/{number}.md", cover, tuple(rows), tuple(subjects))


def _vocabulary(language: str, draw: random.Random) -> list[str]:
    if language == "zh":
        characters = _SYLLABLES["zh"] + "".join(chr(0x4E00 + draw.randrange(5_000)) for _ in range(600))
        return ["".join(draw.choices(characters, k=draw.choice((1, 2, 2, 3)))) for _ in range(_WORDS)]
    syllables = _SYLLABLES[language].split()
    return ["".join(draw.choices(syllables, k=draw.choice((1, 2, 2, 3, 3, 4)))) for _ in range(_WORDS)]


def text_size(archive: list[Shelved]) -> int:
    """The bytes of all texts in UTF-8."""
    return sum(len(row.text.encode()) for each in archive for row in each.rows)
