"""Names and offices that a converter tore or glued: "Ms. N ikolay- Leitner", "theCHAIRPERSON", "Mr.KÄLIN"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

from precis.language.grammar import NOTHING, any_of
from precis.language.wording import Wording

__all__ = ["Names", "names_of"]

_MOST_PIECES = 8
"""No name has more words, or is torn in more pieces."""

_SHORTEST_GLUED = 2
"""An honorific of no more letters may begin a name that is glued to nothing: "M" in "MAROC"."""

_CAPITAL = "[A-ZÀ-ÖØ-ÞŠŽĆČŁА-ЯЁ]"
_SMALL = "[^\\W\\d_A-ZÀ-ÖØ-ÞА-ЯЁ]"


class Names:
    """Mends the names of persons, and the offices of those who preside, in the texts of one language."""

    def __init__(self, wording: Wording) -> None:
        words = wording.speech
        labels = [label.split() for label in words["presiding"]]
        self._offices = sorted({word for label in labels for word in label[1:] if word[0].isupper()}, key=len)[::-1]
        self._short = frozenset(wording.reading["short_words"])
        self._particles = frozenset(words["particles"])
        self._verbs = frozenset(
            verb.split()[0] for verb in (*words["verbs"], *words["adverbs"], wording.connecting["joints"][0])
        )
        verbs, persons = any_of(self._verbs), any_of(words["persons"])
        article = rf"(?:(?P<article>(?i:{any_of({label[0] for label in labels if len(label) > 1})})) ?)?"
        office = "|".join(" ?".join(map(re.escape, each)) for each in self._offices) or NOTHING
        self._office = re.compile(rf"(?<!\w){article}(?P<office>(?i:{office}))(?:(?!\w)|(?P<verb>(?=(?:{verbs})\b)))")
        honorifics = any_of({word.removesuffix(".") for word in words["persons"] if word.endswith(".")})
        whole = any_of(word for word in words["persons"] if word[-1:].islower() and len(word) > _SHORTEST_GLUED)
        self._glued = re.compile(rf"(?<![\w.])(?:(?:{honorifics})\.(?={_CAPITAL}\w)|(?:{whole})(?={_CAPITAL}{{2}}))")
        word = rf"{_CAPITAL}[\w’'‑-]*"
        self._torn = re.compile(
            rf"(?<!\w)(?:{persons})[ \u00a0](?:(?:(?:{any_of(self._particles)}) )*{word} ){{0,{_MOST_PIECES}}}?"
            rf"(?:(?P<first>{_CAPITAL})(?P<a> )(?P<rest>{_SMALL}{{2,}})(?P<after>\W|$)(?=(?P<next>\w*))"
            rf"|{word}(?P<b> )(?P<letter>{_SMALL})(?!\w)(?P<goes_on> {_CAPITAL})?"
            rf"|{word}(?:(?<=-)(?P<c> )(?={_CAPITAL})|(?P<d> )(?=-{_CAPITAL}))"
            rf"|{_CAPITAL}{_SMALL}{{1,2}}(?P<e> )(?=(?P<end>{_SMALL}{{2,}})-{_CAPITAL}))"
        )

    def mended(self, text: str, is_known: Callable[[str], bool]) -> str:
        """The text with its names and offices whole, each apart from its neighbours.

        `is_known` tells words of the language or of the rest of the text, in small letters.
        """
        text = self._office.sub(_whole_office, text)
        text = self._glued.sub(lambda found: f"{found[0]} ", text)
        for _ in range(_MOST_PIECES):
            before, text = text, self._torn.sub(lambda found: self._whole(found, is_known), text)
            if text == before:
                break
        return text

    def _whole(self, found: re.Match[str], is_known: Callable[[str], bool]) -> str:
        """A name without the blank in one of its words, if that is one word."""
        if found["a"]:
            whole = found["first"] + found["rest"]
            ends = found["after"] != " " or not found["next"] or found["next"] in self._verbs
            is_word = found["rest"] in self._verbs or found["rest"] in self._short or found["rest"] in self._particles
            torn = is_known(whole.lower()) or (ends and not is_word)
        elif found["b"]:
            is_particle = found["letter"] in self._particles and found["goes_on"] is not None
            torn = not is_particle and (found["letter"] in self._particles or found["letter"] not in self._short)
        elif found["e"]:
            torn = found["end"] not in self._particles and found["end"] not in self._short
        else:
            torn = True
        at = max(found.start(blank) for blank in "abcde") - found.start()
        return found[0][:at] + found[0][at + 1 :] if torn else found[0]

    def pieces(self) -> dict[str, list[str]]:
        """The offices torn in two: first pieces of two letters and more, and the offices that each may begin."""
        out: dict[str, list[str]] = defaultdict(list)
        for office in self._offices:
            for word in (office, office.upper(), office.lower()):
                for at in range(2, len(word)):
                    out[word[:at]].append(f"{word[:at]} {word[at:]}")
        return out

    def glued(self) -> set[str]:
        """The offices glued to a verb behind them."""
        return {word + verb for office in self._offices for word in (office, office.upper()) for verb in self._verbs}


@lru_cache(maxsize=4)
def names_of(wording: Wording) -> Names:
    """The names of a language."""
    return Names(wording)


def _whole_office(found: re.Match[str]) -> str:
    article = f"{found['article']} " if found["article"] else ""
    return article + found["office"].replace(" ", "") + ("" if found["verb"] is None else " ")
