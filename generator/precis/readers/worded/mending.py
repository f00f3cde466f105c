"""Words that a converter split ("o n that understanding") and blanks that it put before signs, mended."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from precis.model import Inlines, Run, joined
from precis.readers.facts import Facts
from precis.readers.line import TextLine, cut
from precis.wording.wording import Wording

__all__ = ["Mender", "is_sound", "with_parted_letters", "words_of"]

_WORD = re.compile(r"[^\W\d_]+")
_ALONE = r"[^\W\d_AaI](?![\w’'.)/-])"
_SUSPECT = re.compile(
    rf"(?: |[^\w ’'./-]){_ALONE}"  # a letter that stands alone
    r"| [.,);:] |\( "  # a blank before a sign, or after a parenthesis
    r"| /[A-Z]|\u2011 | \u2011"  # in a symbol, or beside a hyphen
)
"""What no sound text has, in its words with a blank between and around them."""

_LONE = r"[^\W\d_]{1,2}"
_PAIR = re.compile(rf"(?<![\w’'./-])(?:({_LONE}) ([^\W\d_]+)|([^\W\d_]+) ({_LONE}))(?![\w’'/])")
"""Two words side by side of which one has a letter or two."""

_BLANKS = re.compile(
    r"(?<=[\w)]) (?=[.,](?:\s|$))|(?<=\() (?=\S)|(?<=\S) (?=\))|(?<=[A-Z]) (?=/[A-Z])"
    r"|(?<=\w) (?=\u2011)|(?<=\u2011) (?=\w)"
)
_BLANKS_BEFORE_MARKS = re.compile(rf"{_BLANKS.pattern}|(?<=\w) (?=[;:](?:\s|$))")


_LETTER = re.compile(r"(?:\(\s?([a-z]{1,2}|[ivx]{1,4})\s?\)|([a-z])\))(?P<blank>\s?)(?=\w)(?!(?<=\(s\))he\b)")
"""The letter at the start of a part or of an item; not that of "(s)he"."""


def with_parted_letters(lines: Sequence[TextLine], facts: Facts) -> list[TextLine]:
    """The lines, with a blank behind the letter that some begin with, and none inside it: "(a )Reports"."""
    return [_with_parted_letter(line, facts) if line.text[1:4].find(")") >= 0 else line for line in lines]


def _with_parted_letter(line: TextLine, facts: Facts) -> TextLine:
    match = _LETTER.match(line.text)
    first = line.inlines[0]
    if match is None or not isinstance(first, Run):
        return line
    letter = f"({match[1]}) " if match[1] else f"{match[2]}) "
    if match["blank"] and match[0].rstrip() == letter.rstrip():
        return line
    parted = replace(line, inlines=joined((replace(first, text=letter), *cut(line.inlines, match.end()))))
    old, new = (f"{' '.join(words.split()[:3])} …" for words in (line.text, parted.text))
    facts.tell("repaired", "text", "a converter glued or split the letter of a part", line.at, old=old, new=new)
    return parted


class Mender:
    """Mends the words of one text.

    Two pieces are one word if that word is known, from the wording or from elsewhere in the text, and one of them is
    none.
    """

    def __init__(self, wording: Wording, texts: Iterable[str] = ()) -> None:
        self._short = frozenset(wording.reading["short_words"])
        self._known = words_of(wording)
        self._texts = texts
        self._words: Collection[str] | None = None
        self._blanks = _BLANKS_BEFORE_MARKS if wording.labels["colon"] == ":" else _BLANKS

    def mend(self, inlines: Inlines) -> tuple[Inlines, str, str]:
        """The text mended, what stood in the places that were changed, and what stands there now."""
        old: list[str] = []
        new: list[str] = []
        out = tuple(self._run(item, old, new) if isinstance(item, Run) else item for item in inlines)
        return out, " … ".join(old), " … ".join(new)

    def _run(self, run: Run, old: list[str], new: list[str]) -> Run:
        if not _is_suspect(run.text):
            return run
        text = _PAIR.sub(lambda found: self._joined(found, old, new), run.text)
        for start, end in _stretches(text, [found.start() for found in self._blanks.finditer(text)]):
            old.append(text[start:end])
            new.append(self._blanks.sub("", text[start:end]))
        return replace(run, text=self._blanks.sub("", text))

    def _joined(self, found: re.Match[str], old: list[str], new: list[str]) -> str:
        """The two pieces as one word, if they are one."""
        first, second = found[1] or found[3], found[2] or found[4]
        whole = (first + second).lower()
        broken = any(len(piece) < 3 and piece.lower() not in self._short for piece in (first, second))
        if not broken or second.lower() != second or not self._is_known(whole):
            return found[0]
        old.append(found[0])
        new.append(first + second)
        return first + second

    def _is_known(self, word: str) -> bool:
        if word in self._known or word in self._short:
            return True
        if self._words is None:
            self._words = {word.lower() for text in self._texts for word in _WORD.findall(text)}
        return len(word) > 2 and word in self._words


def is_sound(texts: Iterable[Inlines]) -> bool:
    """Whether there is nothing to mend in some texts. Most have nothing: so all are asked at once."""
    return not _is_suspect("\n".join(item.text for text in texts for item in text if isinstance(item, Run)))


def _is_suspect(text: str) -> bool:
    # A word of letters alone is sound, and most are: so the others are looked at, each once.
    odd = {word for word in text.split() if not word.isalpha() or len(word) == 1}
    return _SUSPECT.search(f" {' '.join(odd)} ") is not None


def _stretches(text: str, blanks: Sequence[int]) -> list[tuple[int, int]]:
    """The words on both sides of the blanks; those that touch are one stretch."""
    out: list[tuple[int, int]] = []
    for at in blanks:
        start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at + 1)
        end = len(text) if end < 0 else end
        if out and start <= out[-1][1]:
            start, _ = out.pop()
        out.append((start, end))
    return out


@lru_cache(maxsize=4)
def words_of(wording: Wording) -> frozenset[str]:
    """The words of the formulae and of the lists of the readers."""
    return frozenset(word.lower() for text in wording.texts() for word in _WORD.findall(text))
