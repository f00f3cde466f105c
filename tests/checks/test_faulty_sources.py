"""A source with faults is told all at once: its faults, and what its cover and its text break of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import Faults, PrecisError
from precis.source.front import split_front
from precis.tasks.build import build
from precis.tasks.check import Wanted, check
from precis.tasks.rendering import Settings

SOURCE = """---
document: summary recrod
symbol: CMW/C/SR.590
sesion: 39
held: 13/12/24
chair: "Ms. Diallo
place: Palais Wilsn, Geneva
rose: 14:00
began: 15:00
title: a: b
---

# Organizational matters

**The Chair said that the Secretary General had spent 5% of
it at 5:40 PM on December 12th.

#### Deep [^1]

The Vice Chair had been ^thanked by * Ms. Lee.

| a | b |
|---|---|
| it | is | so |

It was labor
"""

FAULTS = [
    "2:11 unknown-kind",
    "4:1 unknown-field",
    "5:7 field-value",
    "6:8 front-matter",
    "8:7 field-value",
    "10:9 front-matter",
    "15:1 mark-form",
    "18:None heading-deep",
    "18:11 footnote",
    "20:25 mark-form",
    "20:37 mark-form",
    "24:None table-form",
]
BROKEN = [
    "7:1 place-unknown",
    "15:27 secretary-general",
    "15:55 percent-sign",
    "16:7 clock-time",
    "16:18 date-month-first",
    "18:6 lone-heading",
    "20:5 office-hyphen",
    "26:8 united-nations-spelling",
    "26:1 paragraph-end",
]


def told_of(text: str, folder: Path, assets: Assets, *, fix: bool = False) -> list[str]:
    (folder / "x.md").write_text(text, encoding="utf-8")
    return [
        f"{each.line}:{each.column} {each.code}"
        for each in check(str(folder / "x.md"), assets, Wanted(fix=fix)).told
        if each.code not in ("opening-line", "closing-line")
    ]


def test_faults_of_cover_and_text_hide_nothing_of_one_another(tmp_path: Path, assets: Assets) -> None:
    assert sorted(told_of(SOURCE, tmp_path, assets)) == sorted([*FAULTS, *BROKEN])


def test_build_tells_the_same_faults_and_what_else_it_would_tell(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "y.md").write_text(SOURCE.replace("recrod", "record"), encoding="utf-8")
    with pytest.raises(PrecisError) as raised:
        build([str(tmp_path / "x.md"), str(tmp_path / "y.md")], tmp_path / "out", Settings(formats=("html",)))
    lines = [
        f"{each.span.line}:{each.span.columns[0] if each.span.columns else None} {each.code}"
        for each in raised.value.faults
    ]
    assert lines == [*FAULTS, *FAULTS[1:]]
    assert [each.span.line for each in raised.value.findings] == [7, 7]
    assert not (tmp_path / "out").exists()


def test_a_field_that_cannot_be_read_is_not_called_missing(tmp_path: Path, assets: Assets) -> None:
    cover = "---\nsymbol: CMW/C/SR.590\nbegan: '15:00\nrsoe: 18:00\n---\n\nIt was so.\n"
    (tmp_path / "x.md").write_text(cover, encoding="utf-8")
    told = check(str(tmp_path / "x.md"), assets, Wanted()).told
    assert [(each.line, each.code) for each in told] == [(3, "front-matter"), (4, "unknown-field")]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("french", ["3:11 field-value", "6:10 fr-pour-cent"]),
        ("zz", ["3:11 field-value"]),
        ("'en", ["3:11 front-matter"]),
    ],
)
def test_a_text_is_held_to_the_rules_of_no_other_language(
    language: str, told: list[str], tmp_path: Path, assets: Assets
) -> None:
    text = f"---\nsymbol: CMW/C/SR.590\nlanguage: {language}\n---\n\nIl était 5%.\n"
    assert told_of(text, tmp_path, assets) == told


def test_nothing_is_mended_before_faults_are_put_right(tmp_path: Path, assets: Assets) -> None:
    assert told_of(SOURCE, tmp_path, assets, fix=True)[0] == "None:None fix-faulty"
    assert (tmp_path / "x.md").read_text(encoding="utf-8") == SOURCE


@pytest.mark.parametrize(
    ("front", "slips", "keys"),
    [
        ('a: b\nchair: "Ms. Diallo\nrose: "18:00"\n', ["3:8"], ["a", "rose"]),
        ("title: a: b\nx: y\nplace: c: d\n", ["2:9", "4:9"], ["x"]),
        ("chair: [b, c\nx: y\n", ["2:8"], ["x"]),
        ("a: b\nx y\nz: w\n", ["3:1"], ["a", "z"]),
        ("a: b\n- c\nd: e\n", ["3:1"], ["d"]),
        ("a: *x\nb: c\nd: @x\n", ["2:4", "4:4"], ["b"]),
        ('a: "b" c\nd: e\n', ["2:8"], ["d"]),
        ("notes:\n- b: c: d\n- e\nf: g\n", ["3:7"], ["f"]),
        ("a: b\n\tc: d\ne: f\n", ["3:1"], ["e"]),
        ("a: b\x01\nc: d\n", ["2:None"], ["a", "c"]),
        ("a: it's\nb: 'it's'\nc: d\n", ["3:8"], ["a", "c"]),
        ("a: b\n...\nc: d\n", ["3:1"], ["a", "c"]),
        ("only words\n", ["2:None"], []),
        ("  *a) One;\n", ["2:5"], []),
        ("- a\n- b\n", ["2:None"], []),
    ],
)
def test_each_slip_of_a_front_matter_is_told_where_its_field_stands(
    front: str, slips: list[str], keys: list[str]
) -> None:
    faults = Faults("x.md")
    read, _, _ = split_front(f"---\n{front}---\n", faults)
    told = [f"{each.span.line}:{each.span.columns[0] if each.span.columns else None}" for each in faults.in_order]
    assert told == slips
    assert list(read.values) == keys


def test_a_front_matter_without_an_end_goes_to_the_first_blank_line(tmp_path: Path, assets: Assets) -> None:
    text = "---\nsymbol: CMW/C/SR.590\nheld: 13/12/24\n\n# Work\n\nIt was 5% so.\n"
    assert told_of(text, tmp_path, assets) == ["1:None front-matter", "3:7 field-value", "7:8 percent-sign"]
