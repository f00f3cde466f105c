"""The words by which texts are found, in the scripts of the six official languages.

English texts have the words of SQLite's own tokenizer (`porter unicode61`). It finds no Chinese word, so all others
have words of ours: one form of compatible letters (NFKC), small letters, accents folded, the stem by Snowball; of
Chinese every two characters that stand together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from precis.archive.stems import stemmer
from precis.language.letters import ARABIC_SIGNS

__all__ = ["Word", "Words", "pieces", "words_for"]

_LATIN_ACCENTS = "\u0300-\u036f"
_PIECE = re.compile(rf"[\w{_LATIN_ACCENTS}{ARABIC_SIGNS}]+")
"""What a word is made of. An apostrophe and a hyphen part words: either apostrophe is the same, and "follow-up" is
found as "follow up".
"""

_ACCENTS = re.compile(rf"(?<=[a-z])[{_LATIN_ACCENTS}]+")
_SIGNS = re.compile(f"[{ARABIC_SIGNS}]")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "_": " "})
"""Letters that are written in two ways."""

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_CHINESE = re.compile(f"[{_HAN}]+|[^{_HAN}]+")
_IS_CHINESE = re.compile(f"[{_HAN}]")
_PAIR = 2
_LONGEST_KEPT = 40
"""Characters of a piece whose words are remembered: longer ones hardly come again."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the index has it, and where it stands in the text."""

    text: str
    start: int
    end: int


def pieces(text: str) -> list[str]:
    """The pieces of a text that stand between blanks and signs, as they are."""
    return _PIECE.findall(text)


class _Known(dict[str, str]):
    """The words of pieces, made when they are first asked for. Long pieces are not remembered."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make

    def __missing__(self, piece: str) -> str:
        words = self._make(piece)
        if len(piece) <= _LONGEST_KEPT:
            self[piece] = words
        return words


class Words:
    """Finds the words of texts in a language. What a piece gives is remembered."""

    def __init__(self, language: str) -> None:
        self._stem = stemmer(language)
        self._known = _Known(self._of)

    def line(self, text: str) -> str:
        """The words of a text, parted by blanks, as they are put into the index."""
        return " ".join(map(self._known.__getitem__, _PIECE.findall(text)))

    def asked(self, text: str) -> list[str]:
        """The words of what somebody looks for, in order: without the last character of Chinese by itself."""
        return [word.text for word in self.found(text, ends=False)]

    def found(self, text: str, *, ends: bool = True) -> Iterator[Word]:
        """The words of a text, each with its place. A run of Chinese `ends` with its last character alone."""
        for match in _PIECE.finditer(text):
            if _IS_CHINESE.search(match[0]) is None:
                start, end = match.span()
                yield from (Word(word, start, end) for word in self._known[match[0]].split())
                continue
            for part in _CHINESE.finditer(match[0]):
                yield from self._part(part[0], match.start() + part.start(), ends=ends)

    def _part(self, part: str, start: int, *, ends: bool) -> Iterator[Word]:
        if _IS_CHINESE.match(part) is None:
            yield from (Word(word, start, start + len(part)) for word in self._plain(part).split())
            return
        for at, word in enumerate(_pairs(part)):
            if ends or len(word) == _PAIR or len(part) == 1:
                yield Word(word, start + at, start + at + len(word))

    def _of(self, piece: str) -> str:
        """The words of a piece, parted by blanks."""
        if _IS_CHINESE.search(piece) is None:
            words = self._plain(piece)
        else:
            parts = (part[0] for part in _CHINESE.finditer(piece))
            words = " ".join(
                self._plain(part) if _IS_CHINESE.match(part) is None else " ".join(_pairs(part)) for part in parts
            )
        return words

    def _plain(self, piece: str) -> str:
        folded = unicodedata.normalize("NFKC", piece).casefold()
        if not folded.isascii():
            folded = _SIGNS.sub("", _ACCENTS.sub("", unicodedata.normalize("NFD", folded)))
            folded = unicodedata.normalize("NFC", folded)
        # A fraction and other signs come apart into figures and signs.
        return " ".join(self._stem(word) for word in _PIECE.findall(folded.translate(_LETTERS)))


def _pairs(run: str) -> list[str]:
    """Every two characters of Chinese that stand together, and the last alone. Compatible ones are one for one."""
    run = unicodedata.normalize("NFKC", run)
    return [run[at : at + _PAIR] for at in range(len(run))]


@cache
def words_for(language: str) -> Words:
    """The words of a language; they are made once."""
    return Words(language)
