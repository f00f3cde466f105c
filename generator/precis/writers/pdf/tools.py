"""What must be installed for a PDF to be right, and to be made fast: said as warnings, never silently done without."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from precis.writers.style import HouseStyle

__all__ = ["check_fonts", "heard"]

_SUBSET = "HarfBuzz-Subset"
_NO_GLYPH = ".notdef glyph"


def check_fonts(fonts: Any, style: HouseStyle) -> None:
    """Warn when the text was set in none of the house's fonts, or when no font has some of its characters."""
    wanted = (style.font, *style.fallback_fonts)
    found = {font.family for font in fonts}
    if found and not found & set(wanted):
        warnings.warn(
            f"no font has the widths of {style.font}: the text is set in {', '.join(sorted(found))}, and its lines and "
            f"pages end elsewhere than in print; install one of: {', '.join(wanted)} (Debian: fonts-liberation)",
            stacklevel=3,
        )
    script = style.script
    if script is not None and not found & set(script.fonts):
        warnings.warn(
            f"no font of the house has the characters of this language; install one of: {', '.join(script.fonts)} "
            f"(Debian: {script.package})",
            stacklevel=3,
        )
    missing = sorted({chr(point) for font in fonts for point in font.missing})
    if missing:
        warnings.warn(f"no font has the characters {' '.join(missing)}; install one that does", stacklevel=3)


@contextmanager
def heard() -> Iterator[None]:
    """Turn what WeasyPrint logs into Python warnings, so that a caller hears of it."""
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
    for message in dict.fromkeys(listener.messages):
        warnings.warn(message, stacklevel=3)


class _Listener(logging.Handler):
    """Keeps what is logged; what is missing is said in words that name what to install."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        message = record.getMessage()
        if message.startswith(_NO_GLYPH):
            return  # check_fonts tells of all such characters at once
        if _SUBSET in message:
            message = "libharfbuzz-subset is missing: PDF files take four times as long; install libharfbuzz-subset0"
        self.messages.append(message)
