"""Where the names of States stand in a text: by their first words, or in scripts without capitals by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Protocol

from precis.language.grammar import NOTHING, any_of, tree_of

__all__ = ["Names", "names_in"]

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_OTHER_SCRIPT = re.compile("[\u0400-\u052f\u0621-\u064a\u3400-\u9fff]")
_CHINESE = "[\u3400-\u9fff]"
_ARABIC_PREFIX = "(?:[\u0648\u0641]?[\u0628\u0643\u0644]?)"
"""The letters that stand before an Arabic name without a blank: and, then; in, as, for."""


class Names(Protocol):
    """The names of all States."""

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand in a text, the longest of those that begin at a place."""


@lru_cache(maxsize=8)
def names_in(forms: tuple[str, ...], behind: frozenset[str]) -> Names:
    """The names in all their forms. `behind` are words that make another place of a name before them."""
    other = any(_OTHER_SCRIPT.match(form) for form in forms)
    return _OtherNames(forms, behind) if other else _Names(forms, behind)


class _Names:
    """The names of all States by their first word (`forms`): a text is looked through once, word by word.

    `behind` are words that make another place of a name before them. `words` finds the words that a name can begin
    with: those with a capital, and a few others.
    """

    def __init__(self, forms: Iterable[str], behind: Iterable[str]) -> None:
        self.forms: dict[str, list[str]] = {}
        for form in sorted(forms, key=len, reverse=True):
            start = _WORD.match(form)
            assert start is not None, f"the name of a State begins with a letter: {form}"
            for key in {start[0], start[0].replace("'", "’")}:
                self.forms.setdefault(key, []).append(form)
        small = [word for word in self.forms if word[0].islower()]
        letters = "".join(sorted({word[0] for word in small}))
        rest = "".join(f"|(?<={word[0]}){re.escape(word[1:])}" for word in small)
        # What stands for an article before a vowel is no part of a name: "L’Italie".
        begins = r"(?:(?<!\w.)(?!(?<=[DL])['’][A-ZÀ-Þ])|(?<=[DL]['’].))"
        self.words = re.compile(rf"[A-ZÀ-Þ{letters}]{begins}(?:(?<=[A-ZÀ-Þ])[\w'’]*{rest})")
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._end = rf"(?![\w-]|‑\w|\s+(?:{any_of(behind)})\b)"

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        end = 0
        for word in self.words.finditer(text):
            if word[0] not in self.forms or word.start() < end:
                continue
            match = self._match(text, word)
            if match is not None:
                end = match.end()
                yield match.span()

    def _match(self, text: str, word: re.Match[str]) -> re.Match[str] | None:
        """The longest name that begins with a word of the text, or None. Patterns are made as they are asked for."""
        first = word[0]
        if first not in self._patterns:
            forms = (re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in self.forms[first])
            # "Guinea" is not in "Guinea-Bissau", nor "Mexico" in "Mexico City".
            self._patterns[first] = re.compile(rf"(?:{'|'.join(forms)}){self._end}")
        return self._patterns[first].match(text, word.start())


class _OtherNames:
    """The names in a script other than Latin. Arabic ones have prefixes; no blanks stand beside Chinese ones."""

    def __init__(self, forms: Iterable[str], behind: Iterable[str]) -> None:
        self._forms, self._behind = tuple(forms), tuple(behind)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        glued = sorted(form for form in self._forms if re.match(_CHINESE, form))
        apart = sorted({*self._forms}.difference(glued))
        names = rf"(?P<apart>{tree_of(apart)})(?![\w-])" if apart else NOTHING
        # A transcribed name of a person may be that of a State.
        together = rf"(?P<glued>{tree_of(glued)})(?!{any_of(self._behind)})" if glued else NOTHING
        pattern = rf"(?<![\w-]){_ARABIC_PREFIX}{names}|{together}"
        return re.compile(pattern.replace(r"\ ", r"\s+").replace("'", "['’]").replace(r"\-", "[-‑]"))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        for found in self._pattern.finditer(text):
            yield found.span(found.lastgroup or 0)
