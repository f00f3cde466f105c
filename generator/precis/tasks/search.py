"""What a user looks for, put in the words of the index; and what was found, as text and as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from precis.archive.columns import PARAGRAPHS
from precis.archive.marking import Excerpt, excerpt, places_of
from precis.archive.place import day_of
from precis.archive.query import Query
from precis.archive.rows import KINDS
from precis.archive.schema import opened
from precis.archive.search import Hit, around
from precis.archive.store import mark, state_mark
from precis.assets import Assets
from precis.assets.shapes import nearest
from precis.facts.fact import MoveKind
from precis.language.bodies import load_body
from precis.language.states import load_states
from precis.language.wording import languages, load_wording
from precis.model import PrecisError, plain

__all__ = ["as_json", "excerpt_of", "heading_of", "query_of", "state_named", "theme_named", "where"]


def query_of(
    words: str, narrowed: Mapping[str, Any], indexes: Sequence[Path], assets: Assets, *, phrase: bool = False
) -> Query:
    """What a user looks for in some indexes: `words`, `narrowed` by the fields of `Query` as the user names them.

    Raises PrecisError for what there is not, and for a search for nothing.
    """
    state, theme = narrowed.get("state"), narrowed.get("theme")
    return Query(
        words,
        state_named(state, assets) if state else "",
        _body(narrowed.get("body") or "", assets),
        _kind(narrowed.get("kind") or ""),
        theme_named(theme, indexes) if theme else "",
        narrowed.get("speaker") or "",
        _language(narrowed.get("language") or "", assets),
        narrowed.get("since"),
        phrase,
    )


def state_named(name: str, assets: Assets) -> str:
    """A State as the index has it, by its name in any language or by its code; PrecisError if there is none."""
    for language in languages(assets):
        state = load_states(assets, language).named(name)
        if state is not None:
            return state_mark(state)
    near = nearest(name, [state.name for state in load_states(assets).by_code.values()])
    hint = f"did you mean {near}?" if near else "write it as the United Nations does"
    raise PrecisError.one("unknown-state", f"'{name}' is no State by its United Nations short name; {hint}")


def theme_named(name: str, indexes: Sequence[Path]) -> str:
    """A theme of the indexes; PrecisError if they have none of that name."""
    known: dict[str, str] = {}
    for path in indexes:
        with opened(path) as connection:
            known |= dict(connection.execute("SELECT word, name FROM theme ORDER BY name").fetchall())
    if mark(name) not in known:
        near = nearest(name, list(known.values()))
        hint = f"did you mean {near}?" if near else f"they have: {', '.join(sorted(known.values())) or 'none'}"
        raise PrecisError.one("unknown-theme", f"no dialogue of the records has the theme '{name}'; {hint}")
    return known[mark(name)]


def heading_of(hit: Hit, assets: Assets) -> str:
    """The place of a hit in words: its symbol, paragraph, day and speaker; who is only inferred stands in brackets."""
    cover, row, day = hit.cover, hit.row, day_of(hit.number)
    number = f"para. {row.paragraph}" if row.paragraph is not None else ""
    whom = f"{row.speaker} ({row.state or row.organization})" if row.state or row.organization else row.speaker
    speaker = f"[{whom}]" if row.speaker_inferred else whom
    place = ", ".join(filter(None, (cover.symbol or cover.record_uri, number)))
    date = "" if day is None else plain(load_wording("en", assets).date(day))
    return " · ".join(filter(None, (place, date, speaker)))


def _body(code: str, assets: Assets) -> str:
    """The code of a treaty body, or nothing; PrecisError if there is none of that code."""
    return load_body(code.lower(), assets).code if code else ""


def _language(code: str, assets: Assets) -> str:
    """The code of a language that there is, or nothing; PrecisError if it is none."""
    if code and code not in languages(assets):
        message = f"there are no records in '{code}'; write one of: {', '.join(languages(assets))}"
        raise PrecisError.one("unknown-language", message)
    return code


def _kind(name: str) -> str:
    """What a paragraph is, or a move in it, or nothing; PrecisError if there is none of that name."""
    known = (*KINDS, *map(str, MoveKind))
    if name and name not in known:
        raise PrecisError.one("unknown-move", f"no paragraph is '{name}'; choose one of: {', '.join(known)}")
    return name


def excerpt_of(hit: Hit, query: Query, *, whole: bool = False) -> Excerpt:
    """The words around what was found in a hit, or the `whole` paragraph."""
    if whole:
        return Excerpt(hit.row.text, places_of(query, hit.row.text, hit.cover.language))
    return excerpt(query, hit.row.text, hit.cover.language)


def where(hit: Hit) -> str:
    """The file of a hit as seen from the working folder."""
    with opened(hit.index) as connection:
        home: str = connection.execute("SELECT value FROM about WHERE key = 'folder'").fetchone()[0]
    return os.path.relpath(hit.index.parent / home / hit.file)


def as_json(hit: Hit, query: Query, context: int) -> str:
    """A hit as an object of JSON: its columns, where what was found stands in its text, and the paragraphs around."""
    said: dict[str, Any] = dict(zip(PARAGRAPHS.names, hit.row.cells(hit.cover), strict=True))
    said["file"] = where(hit)
    said["found"] = places_of(query, hit.row.text, hit.cover.language)
    if context:
        before, after = around(hit, context)
        said["before"] = [_short(each) for each in before]
        said["after"] = [_short(each) for each in after]
    return json.dumps(said, ensure_ascii=False)


def _short(hit: Hit) -> dict[str, str | int | None]:
    return {"paragraph": hit.row.paragraph, "speaker": hit.row.speaker, "text": hit.row.text}
