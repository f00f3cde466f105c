"""Numbers as texts of a language write them: "four", "Forty-nine", "1,674", "a" and "none"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

__all__ = ["Counts"]

_GROUPS = re.compile(r"(?<=\d)[, \u00a0](?=\d)")


class Counts:
    """Reads the numbers of a language, from its small words: what each is, and which of them say none, one and two."""

    def __init__(self, data: Mapping[str, Sequence[str]]) -> None:
        small, tens = data["small"], data["tens"]
        self._values = dict(zip(small, range(len(small)), strict=True))
        self._values |= dict(zip(tens, range(20, 100, 10), strict=True))
        self._hundred, self._joins = frozenset(data["hundred"]), frozenset(data["joins"])
        self._whole = {word: number for number, name in enumerate(("none", "one", "two")) for word in data[name]}
        words = "|".join(sorted(self._values, key=len, reverse=True))
        two = rf"(?:{words})(?:-(?:{words}))?"
        hundred = "|".join(data["hundred"])
        self.pattern = (
            rf"(?:\d{{1,3}}(?:[, \u00a0]\d{{3}})+|\d+|{two}(?: (?:{hundred})(?: and {two})?)?|an? (?:{hundred}))"
        )
        """A pattern, without groups, for a count in figures or in words; to be read without regard to capitals."""
        whole = "|".join(self._whole)
        number = rf"(?P<number>{self.pattern}|{whole})(?: (?:{'|'.join(data['of'])}))?"
        self._before = re.compile(rf"(?<![\w.,/-]){number}(?P<rest>(?: [\w'-]+){{0,4}})\s*\Z", re.IGNORECASE)
        # "a further four communications": the last number is that of what is counted.
        another = rf"[\w'-]+(?:-| ){self.pattern}\Z| {self.pattern}\b"
        self._not_between = re.compile(rf"\b(?:{'|'.join(data['not_between'])})\b|{another}", re.IGNORECASE)

    def of(self, words: str) -> int | None:
        """The number that words are: "1,674" is 1674, "forty-nine" is 49, "a" is 1, "no" is 0; None for others."""
        text = _GROUPS.sub("", words.strip().lower())
        if text.isdigit():
            return int(text)
        if text in self._whole:
            return self._whole[text]
        number = 0
        for part in re.split(r"[- ]", text):
            if part in self._hundred:
                number = max(1, number) * 100
            elif part in self._values:
                number += self._values[part]
            elif part not in self._joins:
                return None
        return number

    def before(self, text: str, end: int) -> int | None:
        """The number of what stands at `end`: "two other joint communications" is 2; None where none is said."""
        words = text[max(0, end - 60) : end]
        match = self._before.search(words)
        while match is not None and self._not_between.search(match["rest"]):
            # "a total of 230 complaints": the first number is not that of what is counted.
            match = self._before.search(words, match.end("number"))
        return None if match is None else self.of(match["number"])
