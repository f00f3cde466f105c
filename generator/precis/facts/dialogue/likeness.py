"""What else in a dialogue a sentence speaks of: the sentences that have the same rare words, names above all.

"The bill had been sent back" tells no matter by itself; that an earlier sentence named the bill and its matter does.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

__all__ = ["alike"]

_FEW = 6
"""So many sentences may have a word that is rare."""
_ENOUGH = 4.5
"""What the words that a sentence shares weigh together for the others to count in full."""


def alike(sentences: Sequence[frozenset[str]]) -> Iterator[Mapping[int, float]]:
    """For each sentence, given by its stems, the places of those that share rare ones, and how much each counts.

    Together they count 1 at most, and less where little is shared.
    """
    counts = Counter(stem for stems in sentences for stem in stems)
    rare = {stem: math.log((len(sentences) + 1) / (count + 0.5)) for stem, count in counts.items() if count <= _FEW}
    places: dict[str, list[int]] = {}
    for place, stems in enumerate(sentences):
        for stem in stems & rare.keys():
            places.setdefault(stem, []).append(place)
    for place, stems in enumerate(sentences):
        shared: dict[int, list[float]] = {}
        for stem in stems & rare.keys():
            for other in places[stem]:
                if other != place:
                    shared.setdefault(other, []).append(rare[stem])
        # The words are added up exactly, whichever comes first: they are in no order.
        weights = {other: math.fsum(shared[other]) for other in sorted(shared)}
        total = math.fsum(weights.values())
        yield {other: weight / max(total, _ENOUGH) for other, weight in weights.items()}
