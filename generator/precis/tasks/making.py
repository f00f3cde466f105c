"""What a source is made into, by what it says that it is. What makes digests is loaded only for digests."""

from __future__ import annotations

from pathlib import Path

from precis.assets import Assets
from precis.model import Place, PrecisError
from precis.tasks.build import Made, document_kind, summary_records
from precis.writers.style import HouseStyle

__all__ = ["any_document"]


def any_document(file: str, style: HouseStyle, assets: Assets) -> Made:
    """The maker of what a source says that it is: a summary record, or a digest or briefing."""
    kind = document_kind(file) if Path(file).suffix.lower() == ".md" and Path(file).is_file() else None
    if kind in (None, "record"):
        return summary_records(file, style, assets)
    if kind == "session":
        message = "is the source of a session, of which no document is made by itself; use precis digest on its folder"
        raise PrecisError.one("session-source", message, Place(file))
    from precis.documents.digest_source import KINDS
    from precis.tasks.digest import from_source

    return (from_source if kind in KINDS else summary_records)(file, style, assets)
