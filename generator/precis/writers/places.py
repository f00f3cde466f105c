"""The places of a document that others lead to: its numbered paragraphs, each as #p18."""

from __future__ import annotations

from typing import Any

__all__ = ["name_paragraphs"]


def name_paragraphs(body: Any) -> None:
    """Give each numbered paragraph of a page its `id`; of two with one number the first has it."""
    known = {element.get("id") for element in body.iter() if element.get("id")}
    for paragraph in body.iter("p"):
        number = paragraph.findtext("span[@class='number']", "").strip().rstrip(".")
        name = f"p{number}"
        if paragraph.get("class") == "paragraph" and number.isdigit() and name not in known:
            known.add(name)
            paragraph.set("id", name)
