"""A Word file as lines in reading order, with what is not of its text as findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from precis.assets import Assets
from precis.reading.forms.docx.blocks import BlockReader
from precis.reading.forms.docx.changes import authors_in
from precis.reading.forms.docx.file import open_word_file
from precis.reading.forms.docx.heads import read_heads
from precis.reading.forms.insets import with_quotations
from precis.reading.line import FileText, LineLook, TextLine

__all__ = ["read_docx", "who_changed"]


def read_docx(data: bytes, file: str, assets: Assets, *, rejected: bool = False) -> FileText:
    """The lines of a DOCX, and as findings the words that no line has; places count paragraphs.

    Tracked changes are read as accepted, or as `rejected`. `file` is the name that findings and errors give. Raises
    PrecisError, of one line, for what is no DOCX, for a damaged one, and for one beyond the bounds of `package`.
    """
    word_file = open_word_file(data, file, assets, rejected=rejected)
    story = BlockReader(word_file, counted=True)
    story.read(word_file.body)
    heads = read_heads(word_file)
    story.tell_rest()
    lines = story.lines if word_file.own else with_quotations(_with_levels(story), story.insets)
    end = _end_of_first_page(lines)
    return FileText(
        [*heads.before, *lines[:end], *heads.foot, *lines[end:]], [*story.findings, *heads.findings], "paragraph"
    )


def who_changed(data: bytes, file: str, assets: Assets) -> tuple[str, ...] | None:
    """Who made the tracked changes of a DOCX, as far as they say who; None for a file without any. Raises PrecisError
    as `read_docx` does.
    """
    return authors_in(open_word_file(data, file, assets, rejected=False).body)


def _end_of_first_page(lines: Sequence[TextLine]) -> int:
    """Where the first page ends by hand; the beginning where none does, since a cover may have been lost."""
    return next((index for index, line in enumerate(lines) if index and line.after_page), 0)


def _with_levels(story: BlockReader) -> list[TextLine]:
    """The lines with the levels of headings counted from their ranks; a rank of the cover alone is the first."""
    levels = {rank: level for level, rank in enumerate(sorted(story.ranks), 1)}
    return [
        replace(line, level=levels.get(line.level, 1)) if line.look is LineLook.HEADING else line
        for line in story.lines
    ]
