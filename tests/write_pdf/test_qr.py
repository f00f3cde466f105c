"""The QR code: docs/conventions.md §1.5."""

import hashlib
import inspect
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from segno import encoder

from precis.assets import shipped
from precis.model import PrecisError
from precis.writers import mask
from precis.writers.qr import qr_png, qr_svg
from precis.writers.style import load_style
from tests.support.processes import run_python

STYLE = load_style("geneva", shipped())
ADDRESS = "https://docs.un.org/en/CMW/C/SR.590"


def test_an_address_takes_version_3_without_a_margin():
    svg = ElementTree.fromstring(qr_svg(ADDRESS, STYLE))
    assert svg.get("viewBox") == "0 0 29 29"
    assert svg.get("width") is None


def test_svg_and_png_show_the_same_modules():
    assert modules_of_svg(qr_svg(ADDRESS, STYLE)) == modules_of_png(qr_png(ADDRESS, STYLE), 29)


def test_the_same_bytes_in_another_process():
    code = (
        "import sys; from precis.assets import shipped; from precis.writers.style import load_style;"
        "from precis.writers.qr import qr_png;"
        "sys.stdout.buffer.write(qr_png(sys.argv[1], load_style('geneva', shipped())))"
    )
    assert run_python(code, ADDRESS) == qr_png(ADDRESS, STYLE)


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=120), st.sampled_from("LMQH"))
def test_the_mask_is_that_which_segno_chooses(text, correction):
    own = segno.make_qr(text, error=correction, boost_error=False)
    with mask.masking():
        ours = segno.make_qr(text, error=correction, boost_error=False)
    assert (ours.mask, ours.matrix) == (own.mask, own.matrix)


def test_the_inside_of_segno_is_as_it_was():
    """Where it has changed, read what changed, mend the choice of the mask, and write digits and version anew."""
    root = Path(__file__).parent.parent.parent
    locked = re.search(r"^segno==(\S+)", (root / "requirements.txt").read_text(), re.MULTILINE)
    assert locked and locked[1] == mask.KNOWN == segno.__version__
    inside = (encoder.find_and_apply_best_mask, encoder.mask_scores, encoder.get_data_mask_functions)
    source = "".join(map(inspect.getsource, inside))
    assert hashlib.sha256(source.encode()).hexdigest()[:16] == "04e46df33fed9dea"


def test_an_address_too_long_is_a_fault():
    with pytest.raises(PrecisError, match="an address of 5000 characters is too long for a QR code"):
        qr_svg("x" * 5000, STYLE)


def modules_of_svg(svg):
    """The dark modules, from the path: relative moves (m) and horizontal strokes (h)."""
    import re

    path = next(element for element in ElementTree.fromstring(svg) if element.tag.endswith("path")).get("d")
    dark, x, y = set(), 0, 0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            dark |= {(x + step, y) for step in range(int(values[0]))}
            x += int(values[0])
        elif command == "M":
            x, y = int(values[0]), int(values[1])
        else:
            x, y = x + int(values[0]), y + int(values[1])
    return dark


def modules_of_png(png, across):
    import io

    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("L")
    step = image.width // across
    return {
        (x, y)
        for x in range(across)
        for y in range(across)
        if image.getpixel((x * step + step // 2, y * step + step // 2)) == 0
    }
