"""Whether a sentence of a paper stands in a record: but for words in brackets, names, and the words that join it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from precis.tasks.gather import Gathered

__all__ = ["plainly", "stands"]

_NAME = r"(?:(?:Mr|Ms|Mrs|M)\.|Mme) [\w’'-]+(?: [A-Z][\w’'-]+)?"
_JOINING = re.compile(
    rf"^(?:Introducing the report, {_NAME} said that |Présentation du rapport par {_NAME} : |"
    r"Réponse de la délégation : |La délégation(?: : | )|The delegation (?:(?:replied|said) that )?|"
    rf"{_NAME}(?: \([^)]*(?:\([^)]*\)[^)]*)?\))?(?: : )?(?: ?(?:said that|asked:|demande :) )?|"
    r"(?:The (?:Temporary )?Chair|L[ea] Présidente?) (?:said that )?|[\w ]{3,20} ?: )"
)
_PUT_IN = re.compile(rf"\[[^\]]*\]|{_NAME}(?: \([^)]*(?:\([^)]*\)[^)]*)?\))?")
"""Words in brackets, and names, each with its capacity: they stand where the record has a pronoun."""
_HOWEVER = re.compile(r"\b(?:however|nevertheless|nonetheless|therefore|toutefois|cependant|néanmoins)\b")


def plainly(text: str) -> str:
    """The words of a text in small letters, without "however"; what hung on "said that" goes on without its "that"."""
    free = _HOWEVER.sub("", text.lower())
    words = " ".join(re.findall(r"[\w%]+", free))
    return re.sub(r" (and|but|et|mais) (?:that|que|qu) ", r" \1 ", words)


@lru_cache(maxsize=16)
def _sentences(name: str, said: tuple[str, ...]) -> frozenset[str]:
    del name
    return frozenset(map(plainly, said))


def stands(sentence: str, gathered: Gathered) -> bool:
    """Whether a sentence stands in one of the records."""
    said = tuple(each.passage.exact for record in gathered.facts.records for each in record.proceedings.said)
    texts = _sentences(gathered.name, said)
    bare = re.sub(r"\s*→.*", "", sentence)
    if any(_pieces_stand(each, texts) for each in (bare, _JOINING.sub("", bare))):
        return True
    # What opens a list, and its items, stand in the record each by itself.
    parts = re.split(r"[:;] ", bare)
    return len(parts) > 2 and all(_pieces_stand(part, texts) for part in parts)


def _pieces_stand(text: str, texts: Iterable[str]) -> bool:
    pieces = [piece for piece in _PUT_IN.split(text) if piece.strip(" .,:")]
    return all(any(plainly(piece) in each for each in texts) for piece in pieces)
