"""Setting the pages with WeasyPrint, its notes kept where they are called."""

from __future__ import annotations

import os
import threading
from typing import Any

from precis.writers.pdf.engine.styles import tidy

__all__ = ["laid_out"]

_here = threading.local()
_OTHER_LANGUAGES = "en:ar:zh-cn:ru"


def laid_out(html: Any, **options: Any) -> Any:
    """The document that `html` (a WeasyPrint HTML) makes with these rendering options.

    Where a paragraph may not break, WeasyPrint makes room by moving notes to the next page, away from their calls, and
    in the wrong order. Word moves the paragraph. WeasyPrint does so too inside columns, and asks its context whether it
    is in one; here the answer is yes, but for the height of the notes, which is that of the page.
    """
    from weasyprint import DEFAULT_OPTIONS, Document
    from weasyprint.layout import LayoutContext

    class NoteKeepingContext(LayoutContext):  # type: ignore[misc]
        """Lays out as in a column whatever is not the area of the notes."""

        measuring_notes = False

        @property
        def in_column(self) -> bool:
            return not self.measuring_notes

        def _update_footnote_area(self) -> bool:
            self.measuring_notes = True
            overflows: bool = super()._update_footnote_area()
            self.measuring_notes = False
            return overflows

    class NoteKeepingDocument(Document):  # type: ignore[misc]
        """A document that is laid out in that context."""

        @classmethod
        def _build_layout_context(cls, *arguments: Any) -> Any:
            context = super()._build_layout_context(*arguments)
            del context.in_column
            context.__class__ = NoteKeepingContext
            return context

    fonts = _fonts()
    tidy(fonts)
    return NoteKeepingDocument._render(html, fonts, None, None, {**DEFAULT_OPTIONS, **options})


def _fonts() -> Any:
    """The fonts of this machine, looked for once in a thread: Pango's are of one thread.

    Words of another script than the page's are set as in the first language of it that Pango is told: else it would be
    one of the machine's, and the file another on another machine.
    """
    os.environ["PANGO_LANGUAGE"] = _OTHER_LANGUAGES
    from weasyprint.text.fonts import FontConfiguration

    if not hasattr(_here, "fonts"):
        _here.fonts = FontConfiguration()
    return _here.fonts
