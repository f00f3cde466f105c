"""The theme of a sentence of a dialogue, from a table of words (templates/themes/general.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXTS, mapping, table

__all__ = ["GENERAL", "Themes", "load_themes"]

GENERAL = "General"
"""The theme of what none of the table's words tells."""


class Themes:
    """Names the theme of a text by the words it holds."""

    def __init__(self, stems: Mapping[str, list[str]]) -> None:
        self.names = (*stems, GENERAL)
        self._patterns = {
            name: re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})", re.IGNORECASE)
            for name, words in stems.items()
        }

    def of(self, text: str) -> str:
        """The theme of a text; GENERAL where no word tells one."""
        # A stem of more words weighs more: "domestic violence" tells more than "women".
        scores = {
            name: sum(1 + found.count(" ") for found in pattern.findall(text))
            for name, pattern in self._patterns.items()
        }
        best = max(scores, key=lambda name: scores[name])
        return best if scores[best] else GENERAL


_THEMES = table({"theme": mapping(TEXTS)})


@lru_cache(maxsize=4)
def load_themes(assets: Assets) -> Themes:
    """The themes of templates/themes/general.toml. PrecisError if the file is wrong."""
    data = read_table(assets, "themes", "general.toml", shape=_THEMES)
    assert data is not None, "the table of themes is part of the package"
    return Themes(data["theme"])
