"""The quick ways come to the same bytes as WeasyPrint's own; a change of its inside is told at once."""

import hashlib
import inspect
import os
import re
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.writers.pdf import write_pdf
from precis.writers.pdf.engine import declare, declared
from precis.writers.pdf.engine import ways as engine
from tests.support.pages import COVER, FOOT, MASTHEAD, document, paragraph, sentences

ROOT = Path(__file__).parent.parent.parent

INSIDE = {
    "ComputedStyle.__init__": "ffbc48647d0d85e2",
    "ComputedStyle.copy": "4398a49b631bf992",
    "ComputedStyle.__missing__": "b318d8efc8ac79d7",
    "AnonymousStyle.__init__": "9fbdd74c1ad0945a",
    "weasyprint.css.ComputedStyle": "4ff0512c0af12674",
    "AnonymousStyle.copy": "2490632fa445a0d8",
    "AnonymousStyle.__missing__": "d392527077647306",
    "Layout.setup": "fb227a55094f41d4",
    "Layout.set_text": "fe23ca9937dbf520",
    "Layout.reactivate": "0b89ee097104b713",
    "Layout.deactivate": "bfec3ec8406e1c82",
    "weasyprint.text.line_break.strut": "b57885b70dd08efe",
    "weasyprint.layout.inline.strut": "b57885b70dd08efe",
    "weasyprint.layout.inline.create_layout": "6587192cc0ab3ffa",
    "weasyprint.layout.inline.can_break_text": "4f3fb5ef1c239df9",
    "weasyprint.layout.preferred.can_break_text": "4f3fb5ef1c239df9",
    "weasyprint.layout.inline.split_first_line": "39ad1016863ca34d",
    "weasyprint.text.line_break.split_first_line": "39ad1016863ca34d",
    "weasyprint.layout.preferred.split_first_line": "39ad1016863ca34d",
    "weasyprint.layout.inline.get_next_linebox": "67af458c2545e74f",
    "weasyprint.layout.inline.inline_block_box_layout": "e1588f1538b60873",
    "Box.is_in_normal_flow": "5f49d6ab23da7e51",
    "ParentBox.page_values": "9bcfda076d1961e6",
    "weasyprint.layout.block.block_level_page_name": "5ee94a04549b477a",
    "weasyprint.layout.background.layout_box_backgrounds": "617a870678c82755",
    "weasyprint.layout.absolute.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.block.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.column.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.float.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.grid.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.inline.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.page.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.percent.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.table.resolve_percentages": "71673078096fcf87",
    "weasyprint.draw.text.draw_first_line": "1bb8eae6d88e71b1",
    "Stream.add_font": "e4226e1117477217",
    "weasyprint.stacking._dispatch": "003563d2565b4d30",
    "weasyprint.draw.draw_border": "8ba918f30893929f",
    "weasyprint.draw.draw_outline": "c98afcef4e21d301",
    "weasyprint.draw.border.draw_outline": "c98afcef4e21d301",
    "weasyprint.draw.draw_inline_level": "068162a401d00efd",
    "Stream.set_color": "d289ec41ef8285c2",
    "pydyf._to_bytes": "1cefd02c285d3aee",
    "weasyprint.svg.TAGS": "194cd562b8d98251",
}
"""What stood in WeasyPrint when its quick way was written: the first digits of the SHA-256 of its source.

Where one has changed, read what changed, mend the quick way, and write its digits and the version (`ways.py`) anew.
"""


def test_the_version_is_the_one_that_is_locked():
    locked = re.search(r"^weasyprint==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert locked and locked[1] == engine.KNOWN == weasyprint.__version__


def test_what_is_stood_in_for_is_as_it_was():
    found = {
        f"{getattr(owner, '__qualname__', owner.__name__)}.{name}": hashlib.sha256(
            inspect.getsource(own["path"] if name == "TAGS" else own).encode()
        ).hexdigest()[:16]
        for (owner, name), (own, _) in engine.stand_ins().items()
        if own is not engine.ABSENT
    }
    assert found == INSIDE


def test_the_declarations_are_those_of_this_weasyprint():
    """After a change of version, `python -m precis.writers.pdf.engine.declare` makes them anew."""
    assert Path(declared.__file__).read_text() == declare.declared()


LOADS = """
import sys, gc
from precis.writers.pdf.engine.loading import loaded
{before}
weasyprint = loaded()
import cffi
from weasyprint.text.ffi import ffi
print(type(ffi).__name__, cffi.FFI.__name__, len(weasyprint.HTML(string="<p>Oil lamps<p>Wells").write_pdf()))
"""


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("", "PackedFFI"),
        ("import cffi", "PackedFFI"),
        ("import weasyprint", "FFI"),
        ("from precis.writers.pdf.engine import declared; declared.SOURCE = ''", "FFI"),
    ],
)
def test_the_same_file_with_declarations_read_or_packed(before, kind):
    """A process ends well, too, though Python gives back what it holds after the libraries that made it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", LOADS.format(before=before)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    size = len(weasyprint.HTML(string="<p>Oil lamps<p>Wells").write_pdf())
    assert (run.returncode, run.stderr, run.stdout.split()) == (0, "", [kind, "FFI", str(size)])


def test_an_unknown_version_is_left_alone(monkeypatch):
    monkeypatch.setattr(weasyprint, "__version__", "0.0")
    assert engine.stand_ins.__wrapped__() == {}


@pytest.fixture(scope="module")
def quickly(style, assets):
    """Writes a page; characters that no font has on this machine are none of the matter."""

    def write(page):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            return write_pdf(page, style, assets)

    return write


@pytest.fixture(scope="module")
def plainly(quickly):
    """Writes a page in WeasyPrint's own ways."""

    def write(page):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine, "stand_ins", dict)
            return quickly(page)

    return write


LETTERS = (
    "Zürich, Łódź, naïve façade, Москва и Ереван, Αθήνα, 北京市, القاهرة, a\u0301ccent, \ufb01n, 5\u2044 8, \u2060word"
)
PAGES = {
    "paragraphs": document("".join(paragraph(number, sentences(number % 9 + 1)) for number in range(95, 125))),
    "letters": document(paragraph(1, f"{LETTERS} " * 12)),
    "soft hyphens": document(
        paragraph(1, "in\u00adter\u00adna\u00adtion\u00adal or\u00adgan\u00adi\u00adza\u00adtions " * 30)
    ),
    "long words": document(paragraph(1, "https://example.org/" + "lamps/and/" * 30 + "oil" * 90)),
    "types": document(
        paragraph(1, "<b>Ms. A</b> (<i>Chair</i>) said<sup>2</sup> <ins>so</ins><del>no</del>, well-known. " * 20)
    ),
    "large numbers": document(paragraph(123456, sentences(3)) + paragraph(9999999999, sentences(3))),
    "frame": document(paragraph(1, sentences(60)), before=MASTHEAD + COVER.format(contents="") + FOOT),
    "table": document(f"<table><tbody><tr><td>{sentences(4)}</td><td>B</td></tr></tbody></table>" * 6),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_same_bytes(quickly, plainly, name):
    assert quickly(PAGES[name]) == plainly(PAGES[name])


def test_the_same_bytes_of_all_elements(record_pdf, plainly, record):
    assert record_pdf == plainly(record)


def test_the_same_bytes_whatever_was_made_before(quickly):
    """Larger letters come first in some of the pages: what a font says of their widths is that of the first."""
    made = {name: quickly(page) for name, page in PAGES.items()}
    assert {name: quickly(PAGES[name]) for name in reversed(PAGES)} == made


WORDS = st.text(st.sampled_from("abcWi éÜß-–—/.,;()’“”«»%&12\u00a0 "), min_size=1, max_size=60)


@settings(max_examples=25)
@given(st.lists(WORDS.filter(str.strip), min_size=3, max_size=30))
def test_the_same_lines_of_any_words(quickly, plainly, words):
    page = document(f'<p class="line">{" ".join(words).replace("&", "&amp;")}</p>')
    assert quickly(page) == plainly(page)


def test_its_own_ways_are_back_afterwards(pdf, record):
    ways = engine.stand_ins()
    pdf(record)
    with engine.quick(), engine.quick():
        assert all(vars(owner)[name] is ours for (owner, name), (_, ours) in ways.items())
    assert all(vars(owner).get(name, engine.ABSENT) is own for (owner, name), (own, _) in ways.items())


def test_threads_make_the_same(pdf, record, record_pdf):
    made = []
    threads = [threading.Thread(target=lambda: made.append(pdf(record))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [record_pdf] * 4
