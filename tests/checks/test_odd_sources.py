"""Odd sources, front matter and body, are told of or built: no error but a fault, and nothing half written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import PrecisError
from precis.source.fields import FIELDS
from precis.tasks.build import build
from precis.tasks.check import Wanted, check
from precis.tasks.rendering import Settings
from tests.conftest import BUDGET

COUNT = 60 * BUDGET

KNOWN = (3814, 2535)
"""Sources that broke something once: a safe fix made a text that could not be read; a front matter had no field."""

VALUES = (
    "", "null", "~", "CMW/C/SR.590", "E/C.12/SR.40", "cmw/c/sr 590", "39", "4100", "-1", "0", "٣٩", "2024-12-13 15:00",
    "2024-12-13", "13/12/24", "9999-12-31 23:59", "15:00", "25:00", "3 p.m.", "partial", "first (public)", "(public)",
    "580-589", "589-580", "590", "610-612, 614", "580, 582-584, 586", "580-582, 581", "580-, 590", "1-2, 4, 6-9, 11",
    "Palais Wilson, Genève", "online", "hybrid", "en", "fr", "ru", "xx",
    "Ms. Diallo; Mr. Lee", "Temporary Chair: Ms. Lee (Secretary)", "[a, [b, c]]", "{a: b}", "'", '"', "[", "*a", "&a b",
    "true", "no", "GE.24-00000 (E)", "cat", "general", "title *with* stars**", "- x", "| x", "\u200b", "\u202e", "�",
    "x" * 500, "Ms. Diallo", "summary record", "session", "%", "@x", "`x`", "🙂",
)  # fmt: skip

PIECES = (
    "#Title", "# Title", "## Under", "#### Deep", "#", "---", "===", "***", "**", "*", "^", "[[",
    "[[gap]]", "]]", "[^1]",
    "[^1]: Note.", "[^2]:", "- ", "- One;", "  - inner", "1. One", "2) Two", "(a) One;", "> Said.", ">", "| a | b |",
    "|---|:-:|", "| c |", "|", "|+ Table 1. Workers, 5% of them", "|+ Source: OHCHR's report", "|:--|--:|:-:|",
    "|+ Caption\n| a | b |\n|:--|--:|\n| 1,5 | 10500 |\n|+ Source: the Secretary General.",
    "|+ Only a caption", "| a |\n|---|\n|+ *x*", "(a) One:\n  (i) Inner;\n  (ii) Second; and\n(b) Two.",
    "(a) One\n    (i) deep\n        a. deeper\n            (x) deepest", "  (ii) inner;", "a) One;", "(b) Two; {-}",
    "- One\n  (a) inner\n    - deepest\n- Two", "{-}", "*It was so decided.* {-}", "*The meeting rose at 6 p.m.* {-}",
    "<b>x</b>", "<!--",
    "<!-- ignore percent-sign: so -->", "<!-- ignore -->", "-->", "![a](b.png)", "[a](http://b.c)", "`x`", "_x_", "\\",
    "\\*", "**The Chair** said 5% of it at 5:40 PM on December 12th.", "The Secretary General had  come , to to it",
    "Ms. Lee (Mexico) says that I am", "the UN's ‘view’ - 1990-1995", "CMW/C/NGR/1 and A/RES/79/165",
    "“open", "«ouvert",
    "12th December, 2024 and 3,5 percent of 10 000", "\t", "  ", "", "", "", "\u00a0", "\u2028", "١٢ ٪", "第590次会议",
    "é̂" * 3, "a" * 300, "Mr", "Iran and Niger and Sudan.", "HIV (ILO) ILO's ILO.", "1th 2th 113rd", "100000 workers",
)  # fmt: skip


def odd_source(chance: random.Random) -> str:
    """A source of odd values and odd lines, most of them with front matter that can be read."""
    keys = [field.key for field in FIELDS]
    usual = {"symbol": "CMW/C/SR.590", "held": "2024-12-13 15:00"} if chance.random() < 0.7 else {}
    values = usual | {
        chance.choice([*keys, "documnet", "numbers"]): chance.choice(VALUES) for _ in range(chance.randrange(4))
    }
    front = "".join(f"{key}: {value}\n" for key, value in values.items())
    ending = "---\n" if chance.random() < 0.97 else ""
    breaks = ("\n", "\n\n", " ", "")
    body = "".join(chance.choice(PIECES) + chance.choice(breaks) for _ in range(chance.randrange(25)))
    return f"---\n{front}{ending}{body}"


def held_to(text: str, folder: Path, assets: Assets) -> None:
    source, out = folder / "odd.md", folder / "out"
    source.write_text(text, encoding="utf-8")
    told = check(str(source), assets, Wanted()).told
    assert all(each.message and each.code for each in told)
    assert all(each.line is None or 1 <= each.line <= text.count("\n") + 1 for each in told)
    try:
        built = build([str(source)], out, Settings(formats=("html",)))
    except PrecisError as error:
        assert error.faults and not out.exists(), "a fault writes nothing"
    else:
        assert all(path.exists() for path in built.paths)
        assert sorted(out.iterdir()) == sorted(built.paths), "nothing is left over"
        for path in built.paths:
            path.unlink()
        out.rmdir()
    assert source.read_text(encoding="utf-8") == text, "a check changes nothing"
    check(str(source), assets, Wanted(fix=True))
    mended = source.read_text(encoding="utf-8")
    assert check(str(source), assets, Wanted(fix=True)).mended == 0, "what was mended stays so"
    assert source.read_text(encoding="utf-8") == mended


@pytest.mark.slow
def test_odd_sources_are_told_of_or_built(tmp_path: Path, assets: Assets) -> None:
    for number in (*KNOWN, *range(COUNT - len(KNOWN))):
        text = odd_source(random.Random(number))
        try:
            held_to(text, tmp_path, assets)
        except Exception as error:
            raise AssertionError(f"source {number}:\n{text}") from error
