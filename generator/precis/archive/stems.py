"""The stems of words: those of Snowball, and of forms of one word that its algorithms leave apart one of our making.

A rule needs not make a word that there is. It is carried out in texts and in what is asked alike, so that all that
matters is that the forms of a word get one stem, and other words no stem of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from types import MappingProxyType

__all__ = ["KNOWN", "stemmer"]

_ALGORITHMS: Mapping[str, str] = MappingProxyType(
    {"en": "porter", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}
)
"""The Snowball algorithm of each language; Chinese words have no endings."""

KNOWN = (*_ALGORITHMS, "zh")
"""The languages whose words are found by their stems, and Chinese. Those of any other are found as they stand."""

Rule = tuple[re.Pattern[str], str]

_OF_LAM = "جنة|جنت|جان$|جوء|غة|غات|غوي|اجي|قاء|بنان|يبي|ايح|وايح"
"""How words that begin with lam go on: "to the committee" is written with two lams, not three (للجنة)."""


def _rules(*rules: tuple[str, str]) -> Sequence[Rule]:
    return tuple((re.compile(find), put) for find, put in rules)


_BEFORE: Mapping[str, Sequence[Rule]] = MappingProxyType(
    {
        "ar": _rules(
            # "And", "so", "by", "as" and the article are written as one with a word; "to" and the article are two lams.
            (rf"^[وف]?ل(?=ل(?:{_OF_LAM}))", ""),
            (r"^[وف]?(?:[بك]?ال|لل)(?:ال)?(?=\w{2})", ""),
            (r"(?<=\w{2})يات$", "يه"),
            # The hamza as it is written in Egypt: مسئولية, شئون.
            (r"^(مس|ش)ي(?=ول|ون)", r"\1و"),
        ),
        # Citizens: one and several (гражданин, граждане).
        "ru": _rules((r"(?<=\w{2}[ая]н)(?:ин(?:а|у|ом|е)?|е)$", "")),
    }
)
"""What is put right in a word before its stem is taken, of which accents are folded."""

_AFTER: Mapping[str, Sequence[Rule]] = MappingProxyType(
    {
        "fr": _rules(
            # Plurals that Snowball leaves, since other words end so too: "lois", "détenus", "enjeux"; "travaux".
            (r"^(?!mais$|mois$|fois$)(\w+[iou])s$", r"\1"),
            (r"(?<=eu)x$", ""),
            (r"^traval$", "travail"),
        ),
        # "Jueces" is the plural of "juez".
        "es": _rules((r"z$", "c")),
        # Vowels that come and go: "список" and "списка", "девочка" and "девочек", "беженец" and "беженцы".
        "ru": _rules(
            (r"(?<=\w[бвгджзклмнпрстфхцчшщ])ок$", "к"),
            (r"(?<=[жчшщц])ек$", "к"),
            (r"(?<=\wл)ец$", "ьц"),
            (r"(?<=[аеиоуыэюя])ец$", "йц"),
            (r"(?<=[бвгджзкмнпрстфхцчшщ])ец$", "ц"),
        ),
    }
)
"""What is put right in a stem."""


def stemmer(language: str) -> Callable[[str], str]:
    """What gives the stem of a word in small letters without accents; the word itself where a language has no stems."""
    algorithm = _ALGORITHMS.get(language)
    if algorithm is None:
        return str
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
    if language == "en":
        # SQLite leaves English words alone that are shorter, or longer.
        return lambda word: stem(word) if 3 <= len(word.encode()) <= 64 else word
    before, after = _BEFORE.get(language, ()), _AFTER.get(language, ())
    # The stem of a plural may be a word whose own stem is another: "loyers", "loyer", "loi".
    return lambda word: _put_right(stem(stem(_put_right(word, before))), after)


def _put_right(word: str, rules: Sequence[Rule]) -> str:
    return reduce(lambda found, rule: rule[0].sub(rule[1], found), rules, word)
