"""What precis takes from inside WeasyPrint, in this one place.

`source` gives it a page, `layout` has it set, and `quick` sets ways in the place of its own that come to the same in
less time. `tests/write_pdf/test_engine.py` says when the inside has changed; `docs/performance.md` what each way saves.
"""

from precis.writers.pdf.engine.layout import laid_out
from precis.writers.pdf.engine.source import page_source
from precis.writers.pdf.engine.ways import quick

__all__ = ["laid_out", "page_source", "quick"]
