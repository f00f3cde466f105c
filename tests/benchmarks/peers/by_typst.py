"""Each of the Typst files that are named, as PDF/A-2a and PDF/UA-1, in one process: `by_typst.py FILE.typ…`."""

import sys
from pathlib import Path

import typst

for name in sys.argv[1:]:
    written = typst.compile(name, format="pdf", pdf_standards=["a-2a", "ua-1"])
    Path(name).with_suffix(".pdf").write_bytes(written)
