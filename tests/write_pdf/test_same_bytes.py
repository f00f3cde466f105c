"""The same page makes the same bytes: in another process, with another hash seed, on another day, in another folder."""

import pytest

from tests.support.processes import run_python
from tests.write_pdf.conftest import PAGES

CODE = """
import sys, time
real = time.time
time.time = lambda: real() + float(sys.argv[2])
from pathlib import Path
from precis.assets import shipped
from precis.writers.pdf import write_pdf
from precis.writers.style import load_style
from tests.support.pages import page_from
assets = shipped()
sys.stdout.buffer.write(write_pdf(page_from(Path(sys.argv[1])), load_style("geneva", assets), assets))
"""


@pytest.mark.parametrize(("seed", "days"), [("1", 0), ("2", 400)])
def test_in_another_process(record_pdf, tmp_path, seed, days):
    other = tmp_path / "elsewhere" / "record.html"
    other.parent.mkdir()
    other.write_bytes((PAGES / "record.html").read_bytes())
    again = run_python(CODE, str(other), str(days * 86400), PYTHONHASHSEED=seed, TZ="Pacific/Auckland")
    assert again == record_pdf


def test_in_the_same_process(pdf, record, record_pdf):
    assert pdf(record) == record_pdf


def test_the_file_knows_no_path_and_no_clock(record_pdf):
    import datetime

    assert str(PAGES.parent.parent.parent).encode() not in record_pdf
    assert f"D:{datetime.date.today().year}".encode() not in record_pdf
