"""The houses that there are: their pages against docs/conventions.md §1, and what they print read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest import approx

from precis.assets import chosen
from precis.language.houses import house_table, style_table
from precis.model import PrecisError
from precis.reading.files import read_file
from precis.writers.pdf import write_pdf
from precis.writers.style import load_style
from tests.conftest import ROOT
from tests.support.commands import run
from tests.support.pages import COVER, FOOT, MASTHEAD, document, paragraph, sentences
from tests.support.places import Line, extent_at, lines_of, rules_at

RECORDS = ROOT / "records" / "cmw" / "97"
HOUSES = ("geneva-2013", "new-york")
HALF = 0.5
"""No place is more than half a point from the measured one."""

TEXT = "".join(paragraph(number, sentences(9)) for number in range(1, 20))
BEFORE = MASTHEAD.replace("International Convention on the Keeping of Lighthouses", "General Assembly")


@pytest.fixture(scope="module")
def printed() -> Callable[[str], bytes]:
    known: dict[str, bytes] = {}

    def of(house: str) -> bytes:
        if house not in known:
            assets = chosen(None, house)
            page = document(TEXT + '<hr class="end"/>', before=BEFORE + COVER.format(contents="") + FOOT)
            known[house] = write_pdf(page, load_style(house, assets), assets, None)
        return known[house]

    return of


def _line(data: bytes, page: int, words: str) -> Line:
    found = lines_of(data, page)
    return next((each for each in found if each.words == words), None) or next(
        each for each in found if each.words.startswith(words)
    )


@pytest.mark.parametrize(
    ("house", "page", "words", "baseline", "left"),
    [
        ("geneva", 2, "CXX/C/SR.7", 51.0, 56.6),
        ("geneva", 2, "2", 812.0, 56.6),
        ("geneva-2013", 2, "CXX/C/SR.7", 65.0, 56.6),
        ("geneva-2013", 2, "2", 754.8, 56.6),  # measured from 754 to 755
        ("geneva-2013", 1, "XX.31-00007", 726.7, 56.6),
        ("new-york", 1, "XX.31-00007", None, 60.0),
        ("new-york", 2, "2/6", None, 60.0),
        ("new-york", 2, "CXX/C/SR.7", None, 60.0),
    ],
)
def test_lines_about_the_text(
    house: str, page: int, words: str, baseline: float | None, left: float, printed: Callable[[str], bytes]
) -> None:
    found = _line(printed(house), page, words)
    assert found.left == approx(left, abs=HALF)
    assert baseline is None or found.baseline == approx(baseline, abs=HALF)


@pytest.mark.parametrize(
    ("house", "first", "last", "left", "right"),
    [
        ("geneva", 80.8, 783.4, 113.3, 481.9),
        ("geneva-2013", 94.7, 726.2, 113.3, 481.9),
        # 1200 and 1267 twips from either edge of a page of 12240.
        ("new-york", None, 792 - 1728 / 20, 123.35, 612 - 123.35),
    ],
)
def test_the_text_stands_between_its_margins(
    house: str, first: float | None, last: float, left: float, right: float, printed: Callable[[str], bytes]
) -> None:
    data = printed(house)
    text = [found for found in lines_of(data, 3) if found.size == approx(10, abs=0.1)]
    assert first is None or text[0].baseline == approx(first, abs=HALF)
    assert max(found.baseline for found in text) <= last + HALF
    assert min(found.left for found in text) == approx(left, abs=HALF)
    assert max(found.right for found in text) == approx(right, abs=HALF)


@pytest.mark.parametrize(
    ("house", "masthead", "head", "extent"),
    [
        ("geneva", [(56.6, 57.1), (198.5, 199.9)], (56.8, 57.2), (55.2, 540.1)),
        ("geneva-2013", [(70.9, 71.4), (212.8, 214.2)], (71.0, 71.5), (55.2, 540.1)),
        # Rows of 864 and 2880 twips below a header at 432; two cells of 4920.
        ("new-york", [(64.8, 65.3), (208.8, 210.3)], (64.8, 65.05), (60.0, 552.0)),
    ],
)
def test_the_rules_of_the_masthead_and_of_running_heads(
    house: str,
    masthead: list[tuple[float, float]],
    head: tuple[float, float],
    extent: tuple[float, float],
    printed: Callable[[str], bytes],
) -> None:
    data = printed(house)
    for rule in masthead:
        assert rules_at(data, 1, 340, rule[0] - 3, rule[1] + 3) == [approx(rule, abs=HALF)]
    assert rules_at(data, 2, 340, head[0] - 3, head[1] + 3) == [approx(head, abs=HALF)]
    assert extent_at(data, 2, sum(head) / 2) == [approx(extent, abs=HALF)]


@pytest.mark.parametrize(
    ("house", "left", "top", "size"),
    [("geneva", 496.4, 778.1, 45.0), ("geneva-2013", 488.0, 710.4, 50.2), ("new-york", None, None, 54.7)],
)
def test_the_code_at_the_foot_of_page_1(
    house: str, left: float | None, top: float | None, size: float, printed: Callable[[str], bytes]
) -> None:
    foot = load_style(house, chosen(None, house)).first_foot
    assert foot["qr"] / 20 == approx(size, abs=HALF)
    at, above = foot["qr_x"] / 20, foot["qr_y"] / 20
    assert left is None or at == approx(left, abs=HALF)
    assert top is None or above == approx(top, abs=HALF)
    data = printed(house)
    runs = [run for run in extent_at(data, 1, above + 0.6) if run[0] >= at - 1]
    assert (runs[0][0], runs[-1][1]) == approx((at, at + foot["qr"] / 20), abs=HALF)


@pytest.mark.parametrize(
    ("house", "page"),
    [
        ("geneva", (11907, 16840, 1418, 1134, 1134, 1134, 851, 567)),
        ("geneva-2013", (11907, 16840, 1701, 1134, 2268, 1134, 1134, 1701)),
        ("new-york", (12240, 15840, 1440, 1200, 1728, 1200, 432, 504)),
    ],
)
def test_the_page_in_word_is_that_of_the_conventions(house: str, page: tuple[int, ...]) -> None:
    keys = ("width", "height", "top", "right", "bottom", "left", "header", "footer")
    assert tuple(load_style(house, chosen(None, house)).page[key] for key in keys) == page


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["1950", "1952", "1960"])
def test_each_house_reads_back(house: str, form: str, name: str, in_tmp: Path) -> None:
    source = RECORDS / f"{name}.md"
    built = run("build", str(source), "--to", form, "--style", house)
    assert built.exit_code == 0
    (file,) = built.stdout.split()
    assert read_file(file, chosen(None)).record == read_file(source, chosen(None)).record


@pytest.mark.parametrize(("house", "files"), [("geneva-2013", 2), ("new-york", 2), ("geneva", 3)])
def test_a_house_is_three_files_at_most(house: str, files: int) -> None:
    assert len(list((ROOT / "templates" / "houses" / house).iterdir())) == files


def test_a_house_like_another_has_its_keys_but_those_of_its_own() -> None:
    assets = chosen(None)
    geneva, older = (style_table(name, assets) for name in ("geneva", "geneva-2013"))
    assert older.keys() == geneva.keys()
    assert older["page"]["grid"] == geneva["page"]["grid"]
    assert older["page"]["top"] == 1701
    address = house_table("geneva-2013", assets)["first_foot"]["qr_address"]
    assert address == "http://undocs.org/{symbol}"


def test_what_a_house_is_like_must_be_there(in_tmp: Path) -> None:
    folder = Path("mine/houses/odd")
    folder.mkdir(parents=True)
    for name in ("house.toml", "style.toml"):
        (folder / name).write_text('like = "genava"\n', encoding="utf-8")
    with pytest.raises(PrecisError) as error:
        load_style("odd", chosen(Path("mine"), "odd"))
    (fault,) = error.value.faults
    assert (fault.code, fault.span.line) == ("template-name-unknown", 1)
    (folder / "house.toml").write_text('like = "geneva"\n', encoding="utf-8")
    (folder / "style.toml").write_text('like = "geneva"\n\n[page]\ntop = "high"\n', encoding="utf-8")
    with pytest.raises(PrecisError) as error:
        load_style("odd", chosen(Path("mine"), "odd"))
    (fault,) = error.value.faults
    assert (fault.code, fault.span.line) == ("template-type", 4)


def test_the_words_of_new_york_are_printed(in_tmp: Path) -> None:
    run("build", str(RECORDS / "1960.md"), "--to", "html", "--style", "new-york")
    page = Path("CMW_C_SR.1960-en.html").read_text(encoding="utf-8")
    assert "to the Chief of the Documents Management Section (dms@un.org), and incorporated in a copy" in page
