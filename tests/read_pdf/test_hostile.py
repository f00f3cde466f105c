"""Files that are damaged, locked or made to do harm: one clear error, in bounded time and memory."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from precis.model import PrecisError
from precis.reading.forms.pdf import apart, read_pdf
from tests.read_pdf.made import deflated, page_of, stream, words
from tests.support.processes import run_python

TEXT = b"BT /F 10 Tf 113 700 Td (Hello) Tj ET\n"
HELLO = words("Hello")
LONGEST = 20
"""Seconds that one case may take on a busy machine."""


def forms(levels: int, width: int) -> bytes:
    """A page whose form draws forms, each as often as `width`, and so on."""
    more = {}
    for level in range(levels):
        last = level == levels - 1
        inner = b"/Font<</F 5 0 R>>" if last else b"/XObject<</X %d 0 R>>" % (level + 11)
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<%s>>" % inner
        more[10 + level] = stream(TEXT if last else b"/X Do " * width, entries)
    return page_of(stream(b"/X Do"), resources=b"/XObject<</X 10 0 R>>", more=more)


def locked() -> bytes:
    keys = b"/O<%s>/U<%s>" % (b"41" * 32, b"42" * 32)
    more = {9: b"<</Filter/Standard/V 1/R 2%s/P -4>>" % keys}
    return page_of(HELLO, more=more, trailer=b"/Encrypt 9 0 R/ID[<00><00>]")


def contents_many_times() -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[%s]/Resources<</Font<</F 5 0 R>>>>>>"
    return page_of(HELLO, more={3: page % (b"4 0 R " * 500_000)})


REFUSED = {
    "a scan": (lambda: page_of(stream(b"0 0 10 10 re f")), "pdf-no-text", "1 page and no text on any"),
    "no PDF": (lambda: b"%PDF-1.4\nnothing here", "pdf-damaged", "is damaged or no PDF"),
    "cut off": (lambda: page_of(HELLO)[:300], "pdf-damaged", "is damaged or no PDF"),
    "locked": (locked, "pdf-locked", "save a copy without it"),
    "2,001 pages": (lambda: page_of(HELLO, kids=b"3 0 R " * 2001, count=2001), "pdf-pages", "has 2,001 pages"),
    "pages in a ring": (lambda: page_of(HELLO, kids=b"2 0 R 3 0 R", count=10**6), "pdf-pages", "1,000,000 pages"),
    "pages that hold themselves": (lambda: page_of(HELLO, kids=b"2 0 R", count=50), "pdf-damaged", "page 1"),
    "a page of 200 m": (lambda: page_of(HELLO, box=b"0 0 600000 600000"), "pdf-page-size", "600,000 × 600,000"),
    "a page of a million words": (lambda: page_of(deflated(TEXT * 10**6)), "pdf-page-long", "letters and lines"),
    "a page of millions of letters": (
        lambda: page_of(deflated(b"BT /F 1 Tf 0 0 Td %s ET" % (b"(%s) Tj " % (b"a" * 50) * 60_000))),
        "pdf-costly",
        "MB to read",
    ),
    "a page of a gigabyte of blanks": (lambda: page_of(deflated(b" " * 10**9, times=2)), "pdf-costly", "MB to read"),
    "forms that draw forms": (lambda: forms(30, 2), "pdf-costly", "MB to read"),
    "forms that draw a thousand forms": (lambda: forms(8, 1000), "pdf-costly", "MB to read"),
    "the same content half a million times": (contents_many_times, "pdf-page-long", "letters and lines"),
    "brackets without end": (lambda: page_of(stream(b"[" * 10**6)), "pdf-no-text", "no text"),
}

READ = {
    "a count of a thousand million pages": lambda: page_of(HELLO, count=10**9),
    "a stream of two gigabytes, it says": lambda: page_of(stream(TEXT, length=2**31)),
    "a page of no size": lambda: page_of(HELLO, box=b"0 0 0 0"),
    "a million brackets in the catalog": lambda: page_of(HELLO, entries=b"/X" + b"[" * 10**6),
    "a million states kept": lambda: page_of(stream(b"q " * 10**6 + TEXT)),
    "an element of the structure in itself": lambda: page_of(
        HELLO,
        entries=b"/StructTreeRoot 8 0 R/MarkInfo<</Marked true>>",
        more={8: b"<</Type/StructTreeRoot/K 9 0 R>>", 9: b"<</Type/StructElem/S/P/T(text)/P 8 0 R/K[9 0 R 9 0 R]>>"},
    ),
}


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.LIMITS, "seconds", 5)


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused(name: str) -> None:
    make, code, said = REFUSED[name]
    data = make()
    begin = time.monotonic()
    with pytest.raises(PrecisError) as caught:
        read_pdf(data, "file.pdf")
    assert time.monotonic() - begin < LONGEST
    (fault,) = caught.value.faults
    assert fault.code == code
    assert said in str(fault)
    assert str(fault).startswith("file.pdf")
    assert "\n" not in str(fault)


@pytest.mark.parametrize("name", READ)
def test_is_read_all_the_same(name: str) -> None:
    data = READ[name]()
    begin = time.monotonic()
    assert [line.text for line in read_pdf(data, "file.pdf").lines] == ["Hello"]
    assert time.monotonic() - begin < LONGEST


def test_the_next_file_is_read_after_one_that_ended_the_process() -> None:
    with pytest.raises(PrecisError):
        read_pdf(forms(30, 2), "file.pdf")
    assert [line.text for line in read_pdf(page_of(HELLO), "file.pdf").lines] == ["Hello"]


def test_modules_in_the_folder_of_a_file_are_not_imported(in_tmp: Path) -> None:
    for name in ("pypdfium2", "pickle", "lxml"):
        Path(f"{name}.py").write_text("open('imported', 'w')", encoding="utf-8")
    Path("a.pdf").write_bytes(page_of(words("The meeting rose at 6 p.m.")))
    code = (
        "import sys\nsys.path.remove('')\nfrom precis.reading.forms.pdf import read_pdf\n"
        "print(read_pdf(open('a.pdf', 'rb').read(), 'a.pdf').lines[0].text)"
    )
    assert run_python(code) == b"The meeting rose at 6 p.m.\n"
    assert not Path("imported").exists()
