"""What the stems of words tell of themes, learnt from records whose themes are written by hand.

The tables (templates/languages/xx/learnt.toml) are made by tests/facts/gold/learn.py; nobody writes them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from precis.assets import Assets, read_table, shapes
from precis.assets.lines import KeyPath

__all__ = ["Learnt", "load_learnt"]


class Learnt:
    """For each stem, by how much it makes a theme likelier than those that it was never seen with.

    A stem is given as the tables have it, "Education 2.3, Work 0.5", and read when it is met.
    """

    def __init__(self, stems: Mapping[str, str]) -> None:
        self._stems = stems
        self._read: dict[str, tuple[tuple[str, float], ...]] = {}

    def of(self, stems: Collection[str]) -> dict[str, float]:
        """What some stems tell together of each theme; those that none of them was seen with are left out."""
        told: dict[str, float] = {}
        # Floats are added up in one order, whichever the stems come in.
        for stem in sorted(self._stems.keys() & stems):
            for theme, weight in self._read.get(stem) or self._learn(stem):
                told[theme] = told.get(theme, 0.0) + weight
        return told

    def _learn(self, stem: str) -> tuple[tuple[str, float], ...]:
        pairs = (each.rpartition(" ") for each in self._stems[stem].split(", "))
        read = self._read[stem] = tuple((theme, float(weight)) for theme, _, weight in pairs)
        return read


_WEIGHTS = re.compile(r"(?:[A-Z][\w -]* \d\.\d(?:, |\Z))+")


def _is_weights(value: object, path: KeyPath) -> Iterator[shapes.Wrong]:
    """What is wrong with what is told of a stem."""
    if not isinstance(value, str) or not _WEIGHTS.fullmatch(value):
        yield shapes.Wrong(path, "template-type", 'is no list of themes with weights; write "Education 2.3, Work 0.5"')


_SHAPE = shapes.mapping(shapes.Shape("themes with weights", '"Education 2.3, Work 0.5"', _is_weights))


@lru_cache(maxsize=8)
def load_learnt(assets: Assets, language: str) -> Learnt:
    """What was learnt in a language; nothing in one that has no learnt.toml. PrecisError if the file is wrong."""
    return Learnt(read_table(assets, "languages", language, "learnt.toml", shape=_SHAPE) or {})
