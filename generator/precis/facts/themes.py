"""The theme of a sentence of a dialogue, from a table of words (templates/facts/themes.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache

from precis.assets import Assets

__all__ = ["GENERAL", "Themes", "load_themes"]

GENERAL = "General"
"""The theme of what none of the table's words tells."""


class Themes:
    """Names the theme of a text by the words it holds."""

    def __init__(self, stems: Mapping[str, list[str]]) -> None:
        self.names = (*stems, GENERAL)
        # A longer stem weighs more: "domestic violence" tells more than "women".
        self._patterns = {
            name: [(re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE), 1 + stem.count(" ")) for stem in words]
            for name, words in stems.items()
        }

    def of(self, text: str) -> str:
        """The theme of a text; GENERAL where no word tells one."""
        scores = {
            name: sum(weight * len(pattern.findall(text)) for pattern, weight in patterns)
            for name, patterns in self._patterns.items()
        }
        best = max(scores, key=lambda name: scores[name])
        return best if scores[best] else GENERAL


def load_themes(assets: Assets) -> Themes:
    """The themes of templates/facts/themes.toml."""
    text = assets.text("facts", "themes.toml")
    assert text is not None, "the table of themes is part of the package"
    return _load(text)


@lru_cache(maxsize=4)
def _load(text: str) -> Themes:
    return Themes(tomllib.loads(text)["theme"])
