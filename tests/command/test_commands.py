"""The commands as a new user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import precis
from precis.assets import Assets
from precis.cli import Exit, main
from precis.source.record import read_record
from tests.conftest import ROOT


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


DRAFT = [
    "draft", "CMW/C/SR.620", "--session", "41", "--held", "2025-12-12 15:00", "--place", "Palais Wilson, Geneva",
    "--chair", "Ms. X", "--item", "Organizational matters", "--item", "Closure of the session",
]  # fmt: skip


def test_a_draft_is_ready_to_fill() -> None:
    result = run(*DRAFT)
    assert result.stdout == (
        "---\nsymbol: CMW/C/SR.620\nsession: 41\nheld: 2025-12-12 15:00\nplace: Palais Wilson, Geneva\n"
        "chair: Ms. X\noriginal: en\n# Still wanted:\n"
        "# issued: the date of issue on the masthead, 2024-12-17\n"
        "# began: when the meeting, or the part recorded, began: 17:40\n"
        "# rose: when the meeting rose: 18:00\n---\n\n"
        "# Organizational matters\n\n[[text]]\n\n# Closure of the session\n\n[[text]]\n"
    )


def test_a_draft_builds_at_once_with_its_gaps_marked(in_tmp: Path) -> None:
    assert run(*DRAFT, "-o", "620.md").exit_code == Exit.DONE
    result = run("build", "620.md", "--to", "html")
    assert result.stdout.split() == ["CMW_C_SR.620-en.html"]
    assert (
        "620.md: warning: gaps are printed for: issued, began, rose, 2 places in the text [gap-printed]"
        in result.stderr
    )
    html = Path("CMW_C_SR.620-en.html").read_text(encoding="utf-8")
    for gap in ("[date of issue]", "[time of opening]", "[time of closing]", "[text]"):
        assert gap in html


def test_draft_takes_any_field(in_tmp: Path) -> None:
    result = run("draft", "CMW/C/SR.620", "--set", "coverage=partial", "--set", "began=16:05", "--language", "fr")
    assert "coverage: partial\n" in result.stdout
    assert "language: fr\noriginal: fr\nbegan: 16:05\n" in result.stdout


def test_a_wrong_draft_writes_nothing(in_tmp: Path) -> None:
    result = run("draft", "CMW-620", "--held", "tomorrow", "-o", "620.md")
    assert result.exit_code == Exit.FAULT
    assert len(result.stderr.splitlines()) == 2
    assert not Path("620.md").exists()


def test_build_names_files_by_symbol_and_language(sample: Path, in_tmp: Path) -> None:
    result = run("build", str(sample), "-o", "out", "--to", "html")
    assert result.stdout.splitlines() == ["out/CMW_C_SR.1960-en.html"]
    html = Path("out/CMW_C_SR.1960-en.html").read_text(encoding="utf-8")
    assert "Sample: not a United Nations document" in html


def test_a_template_can_extend_what_it_replaces(sample: Path, in_tmp: Path) -> None:
    Path("mine/pages").mkdir(parents=True)
    Path("mine/pages/summary-record.html").write_text(
        '{% extends "precis/summary-record.html" %}\n'
        '{% block text %}{{ super() }}<section class="text"><p class="line">Added by {{ symbol.text }}.</p></section>'
        "{% endblock %}\n"
    )
    run("build", str(sample), "--to", "html", "--templates", "mine")
    html = Path("CMW_C_SR.1960-en.html").read_text(encoding="utf-8")
    assert "Added by CMW/C/SR.1960." in html
    assert "The meeting rose at 5.55 p.m." in html


def test_parse_makes_json_that_builds_the_same(sample: Path, in_tmp: Path) -> None:
    result = run("parse", str(sample), "-o", "1960.json")
    assert result.exit_code == Exit.DONE
    assert json.loads(Path("1960.json").read_text())["held"] == "2053-12-05 15:00"
    run("build", "1960.json", "--to", "html", "-o", "from-json")
    run("build", str(sample), "--to", "html", "-o", "from-source")
    name = "CMW_C_SR.1960-en.html"
    assert Path("from-json", name).read_bytes() == Path("from-source", name).read_bytes()


def test_parse_sets_fields(sample: Path, assets: Assets) -> None:
    result = run("parse", str(sample), "--set", "chair=Mr. A", "--set", "chair=Ms. B", "--set", "coverage=full")
    record = read_record(result.stdout, "x.md", assets)
    assert [chair.name for chair in record.chairs] == ["Mr. A", "Ms. B"]
    assert record.coverage == "full"


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["properties"]["held"]["type"] == "string"


@pytest.mark.parametrize("ending", ["md", "json", "html"])
def test_from_python(ending: str, sample: Path, in_tmp: Path) -> None:
    record = precis.read(sample).record
    precis.write(record, f"out/1960.{ending}")
    written = Path(f"out/1960.{ending}")
    assert written.stat().st_size > 1000
    if ending != "html":
        assert precis.read(written).record == record


def test_from_python_an_unknown_ending_is_told(sample: Path, in_tmp: Path) -> None:
    from precis.model import PrecisError

    with pytest.raises(PrecisError, match=r"x.odt: has none of the endings .md, .json, .pdf, .docx, .html"):
        precis.write(precis.read(sample).record, "x.odt")


def test_a_draft_goes_on_where_a_record_ends(in_tmp: Path) -> None:
    before = str(ROOT / "records" / "cmw" / "97" / "1952.md")
    words = ["--held", "2053-12-02 10:00", "--partial", "--began", "10:20", "--rose", "12:55", "--issued", "2053-12-09"]
    text = run("draft", "CMW/C/SR.1953", "--after", before, *words).stdout
    assert text.splitlines()[1:13] == [
        "symbol: CMW/C/SR.1953",
        "session: 97",
        "coverage: partial",
        "held: 2053-12-02 10:00",
        "place: Palais Wilson, Geneva",
        "chair: Ms. Halvorsen",
        "issued: 2053-12-09",
        "original: en",
        "began: 10:20",
        "rose: 12:55",
        "sample: true",
        "---",
    ]
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert [heading.count("(*continued*)") for heading in headings] == [1, 1]
    assert headings[1].startswith("## Second periodic report of Borduria (*continued*) (CMW/C/BOR/2; ")
    assert "*At the invitation of the Chair, the delegation of Borduria " in text
    # An item of one's own begins anew.
    own = run("draft", "CMW/C/SR.1961", "--after", before, "--item", "Other matters").stdout
    assert [
        line for line in own.splitlines() if line.startswith("# ") and "wanted" not in line and ":" not in line
    ] == ["# Other matters"]
