"""Texts that would do harm: each is read, or refused with a clear error, in bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import PrecisError
from precis.reading.files import read_file

READ = {
    "openings of a formula without its end": "Held at the X, on " * 50_000,
    "thousands of closing lines": "The meeting rose at 6 p.m.\n" * 5_000,
    "thousands of paragraphs": "".join(f"{number}. The Chair said so.\n" for number in range(5_000)),
    "asterisks": "*" * 900_000,
    "one word": "a" * 900_000,
    "marks of emphasis": "# a\n" + "*" * 100_000 + "\n" + "_a_ " * 100_000,
}
REFUSED = {
    "more lines than any record": ("x\n" * 20_000, "has 20,000 lines; a record has fewer than 10,000"),
    "more characters than any record": ("x" * 2_000_000, "has 2,000,000 characters; a record has fewer than 1,000,000"),
}


@pytest.mark.parametrize("text", READ.values(), ids=READ.keys())
def test_read(text: str, tmp_path: Path, assets: Assets) -> None:
    start = time.process_time()
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    read_file(tmp_path / "x.txt", assets)
    assert time.process_time() - start < 60


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(text: str, message: str, tmp_path: Path, assets: Assets) -> None:
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    with pytest.raises(PrecisError) as error:
        read_file(tmp_path / "x.txt", assets)
    assert message in str(error.value)
