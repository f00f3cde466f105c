"""Precedents: how words were said before, from the index of an archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from precis.archive.place import day_of
from precis.archive.search import search
from precis.model import PrecisError
from precis.tasks.rendering import Settings
from precis.tasks.search import excerpt_of, query_of

__all__ = ["precedents"]

_MOST = 20


def precedents(words: str, indexes: Sequence[Path], settings: Settings) -> dict[str, Any]:
    """The newest paragraphs in which the words stand beside one another.

    Each hit has symbol, paragraph, date and speaker, and the words before, of and after it. Raises PrecisError where
    there is no index, or nothing is looked for.
    """
    missing = [path for path in indexes if not path.is_file()]
    if not indexes or missing:
        where = missing[0] if missing else "precis.index"
        message = f"there is no index at {where}; run precis index FOLDER, or name another with --index"
        raise PrecisError.one("index-missing", message)
    query = query_of(words, {}, indexes, settings.assets, phrase=True)
    hits = []
    for hit in search(indexes, query, _MOST):
        said, day = excerpt_of(hit, query), day_of(hit.number)
        start, end = said.marked[0] if said.marked else (0, 0)
        hits.append(
            {
                "symbol": hit.cover.symbol or hit.cover.record_uri,
                "paragraph": hit.row.paragraph,
                "date": "" if day is None else day.isoformat(),
                "speaker": hit.row.speaker,
                "before": ("…" if said.begins else "") + said.text[:start],
                "hit": said.text[start:end],
                "after": said.text[end:] + ("…" if said.ends else ""),
            }
        )
    return {"hits": hits}
