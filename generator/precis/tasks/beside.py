"""References of digests led to the record beside them, to its paragraph in a page or PDF, or where it is published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from precis.documents.view import RECORD
from precis.tasks.named import REACHED
from precis.writers.page import Page

__all__ = ["lead_to_records"]


def lead_to_records(page: Page, beside: Sequence[str], address: str) -> None:
    """Lead the references of `page` to records among the files `beside` which it will stand, as `records_beside` names.

    A file of the page's own language comes first. `address` is the pattern of the address of a published document.
    """
    links = [link for link in page.body.iter("a") if link.get("href", "").startswith(RECORD)]
    found: dict[str, str] = {}
    for link in links:
        record, _, paragraph = link.get("href", "").removeprefix(RECORD).partition("#")
        if record not in found:
            found[record] = _file_of(record, beside, page.language) or address.format(
                language=page.language, symbol=record
            )
        published = found[record].startswith("http")
        link.set("href", found[record] if published else f"{found[record]}#{paragraph}")


def _file_of(record: str, names: Iterable[str], language: str) -> str:
    """The file of a record, or nothing."""
    form = re.compile(rf"{re.escape(record.replace('/', '_'))}-(?P<language>[a-z]{{2}})(?P<ending>\.\w+)")
    own = [match for name in names if (match := form.fullmatch(name)) and match["ending"] in REACHED]
    ranked = sorted(own, key=lambda each: (each["language"] != language, REACHED.index(each["ending"])))
    return ranked[0][0] if ranked else ""
