"""Records in languages that have no wording: refused by name, not read as empty ones."""

from __future__ import annotations

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXTS, mapping, table
from precis.language.wording import languages
from precis.model import FileSpan, PrecisError
from precis.reading.search.tolerant import squeezed

__all__ = ["check_language"]


_UNREAD = table({"titles": mapping(TEXTS)})


def check_language(text: str, file: str, assets: Assets) -> None:
    """Raise PrecisError if the text has the title of a record in a language that cannot be read."""
    titles = (read_table(assets, "languages", "unread.toml", shape=_UNREAD) or {}).get("titles", {})
    words = squeezed(text).replace("\n", "")
    for language, forms in titles.items():
        if any(squeezed(form) in words for form in forms):
            known = ", ".join(languages(assets))
            message = f"is a record in {language}; precis has no wording to read it by, only that of: {known}"
            raise PrecisError.one("unknown-language", message, FileSpan(file))
