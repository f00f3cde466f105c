"""A text of planted faults gives these and nothing else; clean records give nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from precis.checks import Level
from precis.tasks.check import Told, Wanted, check
from tests.conftest import ROOT
from tests.support.cases import cases_of

TEXTS = Path(__file__).parent / "texts"

GOLD = sorted((ROOT / "tests" / "facts" / "gold").glob("[da]*/*.txt"))
"""Records in the language of real ones, of ten bodies, in English and French, of 1998 to 2024."""

DOUBTFUL = {
    ("cat-2013-subcommittee", "state-name"): 1,
    ("cat-2014-closing", "state-name"): 2,
    ("cat-2014-subcommittee-inquiries", "speaker-pronoun"): 1,
    ("cat-2014-subcommittee-inquiries", "state-article"): 1,
    ("cat-2014-subcommittee-inquiries", "state-name"): 1,
    ("cat-2016-followup-vote", "state-name"): 1,
    ("ced-2019-cloture-fr", "fr-blanc-signe"): 3,
    ("ced-2024-cambodia", "number-magnitude"): 1,
    ("ced-2024-cambodia", "state-name"): 2,
    ("ced-2024-closing", "number-words"): 1,
    ("ced-2024-closing", "state-name"): 2,
    ("cescr-2011-organization", "range-hyphen"): 1,
    ("cescr-2018-closing", "state-name"): 2,
    ("cerd-2010-maroc-fr", "fr-blanc-signe"): 2,
    ("cerd-2010-maroc-fr", "fr-petit-nombre"): 1,
    ("cerd-2011-rapport-annuel-fr", "fr-guillemets-blanc"): 2,
    ("closing-cescr-fr-2015", "fr-nom-d-etat"): 1,
    ("closing-crc-2024", "state-name"): 3,
    ("cmw-2010-senegal", "small-figures"): 1,
    ("cmw-2012-closing", "state-name"): 2,
    ("cmw-2017-indonesia", "small-figures"): 1,
    ("crc-2009-bolivia", "mark-line"): 1,
    ("crc-2014-opening", "state-name"): 1,
    ("crpd-2017-ouverture-fr", "fr-nom-d-etat"): 1,
    ("crpd-2017-ouverture-fr", "fr-nombre-en-lettres"): 2,
    ("crpd-2018-philippines", "mark-line"): 1,
    ("crpd-2022-closing", "state-name"): 1,
}
"""What is told of the records that were written as gold for facts. All of it is so: blanks that French has, States
under short names or those that they had, numbers under ten in figures, some from ten on in words, a range with a
hyphen, and a closing line typed beside `rose`."""


def lines(told: tuple[Told, ...]) -> list[str]:
    return sorted(f"{each.line} {each.code} {each.found.strip()}".rstrip() for each in told)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("faults", 40),
        ("faults-2", 26),
        ("faults-3", 26),
        ("faults-4", 26),
        ("faults-5", 25),
        ("faults-6", 25),
        ("faults-7", 26),
        ("faults-8", 25),
        ("faults-9", 33),
        ("faults-10", 26),
        ("faults-11", 25),
        ("faults-12", 26),
        ("faults-13", 27),
        ("faults-14", 25),
        ("faults-15", 26),
        ("faults-16", 26),
        ("faults-17", 27),
        ("faults-18", 26),
        ("faults-19", 27),
        ("faults-20", 27),
        ("faults-21", 26),
        ("faults-22", 26),
        ("faults-23", 26),
        ("faults-24", 26),
        ("faults-25", 25),
        ("faults-26", 26),
        ("faults-27", 25),
        ("faults-28", 26),
        ("faults-29", 26),
        ("faults-30", 26),
        ("faults-31", 27),
        ("faults-32", 27),
        ("faults-33", 27),
        ("faults-34", 28),
    ],
)
def test_planted_faults_are_found_and_nothing_else(name: str, least: int, assets) -> None:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    expected = sorted(line.rstrip() for line in text.splitlines() if not line.startswith("#"))
    assert len(expected) >= least
    assert lines(check(str(TEXTS / f"{name}.md"), assets, Wanted()).told) == expected


def test_three_hundred_clean_paragraphs_of_nine_bodies_give_one_doubtful_warning_at_most(assets) -> None:
    records = sorted((TEXTS / "clean").glob("*.md"))
    told = [each for record in records for each in check(str(record), assets, Wanted()).told]
    assert len({record.name.split("-")[0] for record in records}) == 9
    texts = [block for record in records for block in record.read_text(encoding="utf-8").split("\n\n")[1:]]
    assert sum(not block.startswith("#") for block in texts) >= 300
    assert len(told) <= 1 and all(each.level is Level.WARNING for each in told), [each.message for each in told]


@pytest.mark.parametrize("name", ["clean-en.md", "clean-en-2.md", "clean-fr.md", "clean-fr-2.md", "clean-fr-3.md"])
def test_what_only_looks_like_a_fault_is_left_alone(name: str, assets) -> None:
    assert [each.message for each in check(str(TEXTS / name), assets, Wanted()).told] == []


def test_the_samples_give_no_alarm(assets) -> None:
    checked = check(str(ROOT / "records"), assets, Wanted())
    assert len(checked.files) == 8
    assert checked.told == ()


def test_the_published_record_gives_its_two_errors(closing_2024: Path, assets) -> None:
    told = check(str(closing_2024), assets, Wanted()).told
    assert [(each.code, each.number, each.found) for each in told] == [
        ("secretary-general", 3, "Secretary General"),
        ("paragraph-end", 6, "fulfil its mandate"),
    ]


def test_the_other_published_record_gives_none(closing_2025: Path, assets) -> None:
    assert check(str(closing_2025), assets, Wanted()).told == ()


@pytest.mark.parametrize("file", GOLD, ids=lambda file: file.stem)
def test_records_of_ten_bodies_give_no_alarm(file: Path, tmp_path: Path, assets) -> None:
    ((source, _),) = (case.texts for case in cases_of([file]))
    (tmp_path / "record.md").write_text(source, encoding="utf-8")
    told = check(str(tmp_path / "record.md"), assets, Wanted()).told
    known = {rule: count for (stem, rule), count in DOUBTFUL.items() if stem == file.stem}
    assert dict(Counter(each.code for each in told)) == known, [each.message for each in told]


def test_these_are_more_than_three_hundred_paragraphs(assets) -> None:
    sources = [case.texts[0] for case in cases_of(GOLD)]
    paragraphs = sum(len(text.split("\n\n")) for text in sources)
    assert paragraphs > 600
    assert sum(DOUBTFUL.values()) * 100 <= 2 * paragraphs
