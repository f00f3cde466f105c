"""The contents of a cover (un-conventions.md §2.5)."""

from __future__ import annotations

from precis.read.cover import Cover

__all__ = ["read_contents", "read_contents_label"]


def read_contents_label(cover: Cover) -> None:
    """Find the word Contents: on a line of its own, or on a line with others."""
    text = cover.zone.text
    for found in sorted(cover.all("contents", "contents"), key=lambda found: found.start):
        if not cover.zone.free(found.start, found.end) or _inside_word(text, found.start, found.end):
            continue
        begins_line = not text[: found.start].strip(" \t") or text[: found.start].rstrip(" \t").endswith("\n")
        if begins_line or cover.contents_start is None:
            cover.take(found)
            cover.contents_start = cover.contents_start or found.end
            cover.settle("contents", found, cover.wording.labels["contents"])


def _inside_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def read_contents(cover: Cover) -> None:
    """Read the lines below the word Contents, up to the next thing that is known."""
    if cover.contents_start is None:
        return
    after = [first for first, _ in cover.zone.taken if first >= cover.contents_start]
    for piece in list(cover.zone.rest(cover.contents_start, min(after, default=len(cover.zone.text)))):
        if piece.text.startswith("*"):
            break
        cover.contents.append(piece.line)
        cover.take(piece)
