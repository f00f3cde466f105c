"""What is raised for a zip file that is damaged or made to do harm; Word files are such files."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

__all__ = ["UNREADABLE"]

UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, LookupError),
    *(NotImplementedError, RuntimeError, OverflowError),
)
"""All that zipfile raises, also for what it cannot unpack (NotImplementedError) and for locked parts (RuntimeError)."""
