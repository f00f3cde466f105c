"""The package as a developer meets it: docs/api.md runs and type-checks, and importing it loads nothing."""

from __future__ import annotations

import ast
import contextlib
import datetime as dt
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import precis
from precis.writers.formats import FORMATS
from tests.conftest import ROOT
from tests.docs.pages import examples, tables
from tests.support.processes import run_python

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
CODE = [text for _, text in examples(PAGE, "python")]
FUNCTIONS = ["read", "draft", "build", "correct", "translate", "compare_editions"]
FUNCTIONS += ["digest", "brief", "write", "export", "index", "search"]
SAMPLE = ROOT / "records" / "cmw" / "97" / "1960.md"


def test_the_examples_of_the_page_run(in_tmp: Path) -> None:
    shutil.copytree(ROOT / "records", "records")
    names: dict[str, object] = {}
    said: list[str] = []
    for code in CODE:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, "docs/api.md", "exec"), names)
        said.append(out.getvalue())
    assert said[0].startswith("CMW/C/SR.1960 ")
    assert re.fullmatch(r"\('body', .*\)\n|\('place', .*\)\n", said[2]), said[2]
    assert said[3].startswith("['CMW_C_SR.620-en.docx', 'CMW_C_SR.620-en.html']\n")
    assert said[5] == "1\n"
    counts, *told = said[6].splitlines()
    texts, gaps = map(int, counts.split())
    assert texts and [line.split()[0] for line in told] == ["edition-gap"]
    assert f"{gaps} texts are still to be written, and not compared" in told[0]
    tables_told, index_told, again, *hits = said[8].splitlines()
    assert tables_told.startswith("['paragraphs.jsonl', 'facts.jsonl', 'datapackage.json'] ")
    assert (tables_told.split()[-2], again, len(hits)) == (index_told.split()[0], "0", 2)
    assert all(re.match(r"CMW/C/SR\.19\d\d \d+ 2053-", hit) for hit in hits)
    assert "file-read no-such.md is not there" in said[-1]
    assert sorted(path.name for path in Path("documents").glob("*.html")) == [
        "CMW_97_RUR_brief-en.html",
        "CMW_97_digest-en.html",
        "CMW_C_SR.1956_brief-en.html",
        "CMW_C_SR.620-en.html",
    ]


def test_the_examples_are_typed(in_tmp: Path) -> None:
    Path("example.py").write_text("\n".join(CODE), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--follow-imports=silent", "example.py"]
    environment = {**os.environ, "MYPYPATH": str(ROOT / "generator")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_page_names_every_function() -> None:
    (table,) = (table for table in tables(PAGE) if table.head[0] == "function")
    assert [row[0].strip("`") for row in table.rows] == FUNCTIONS
    types = {row[2].split("`")[1] for row in table.rows if "`" in row[2]} - {"str"}
    assert {*FUNCTIONS, *types, "__version__", "PrecisError", "Record", "Finding", "Fault"} == set(precis.__all__)


@pytest.mark.parametrize("name", precis.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(precis, name)
    assert name == "__version__" or len(value.__doc__) > 30
    assert name not in FUNCTIONS or f"`{name}`" in PAGE


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'precis' has no attribute 'nothing'"):
        _ = precis.nothing  # type: ignore[attr-defined]


def test_importing_it_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules)\nimport precis\nprint(sorted(set(sys.modules) - before))"
    loaded = ast.literal_eval(run_python(code).decode().splitlines()[-1])
    assert [name for name in loaded if name.startswith("precis")] == ["precis"]
    assert not [
        name for name in loaded if name.split(".")[0] in ("jinja2", "lxml", "yaml", "click", "importlib.metadata")
    ]


def test_the_version_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == precis.__version__
    assert (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").count(precis.__version__)


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["schema"]], ids=lambda words: words[0])
def test_the_module_is_the_command(words: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "precis", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    begins = {"--version": f"precis, version {precis.__version__}\n", "--help": "Usage: precis ", "schema": "{\n"}
    assert done.stdout.startswith(begins[words[0]])


def test_what_a_reading_found_comes_with_the_record(in_tmp: Path) -> None:
    text = (
        "CMW/C/SR.608\n\nThe meeting was called to order at 3 p.m.\n\nThe Chair spoke.\n\nThe meeting rose at 6 p.m.\n"
    )
    Path("608.txt").write_text(text, encoding="utf-8")
    reading = precis.read("608.txt")
    assert "chair" in reading.missing
    assert {finding.code for finding in reading.findings if finding.kind == "missing"} == {"field-missing"}
    assert "number-counted" in {finding.code for finding in reading.findings}
    given = precis.read("608.txt", {"chair": ["Ms. Diallo", "Mr. Taghizade"]})
    assert [chair.name for chair in given.record.chairs] == ["Ms. Diallo", "Mr. Taghizade"]
    assert "chair" not in given.missing


@pytest.mark.parametrize("ending", [".md", ".json", *(each.ending for each in FORMATS.values())])
def test_a_record_is_written_in_every_form_and_read_again(in_tmp: Path, ending: str) -> None:
    record = precis.read(SAMPLE).record
    precis.write(record, f"new/1960{ending}")
    assert precis.read(f"new/1960{ending}").record == record


def test_a_corrected_record_is_the_new_one(in_tmp: Path) -> None:
    record = precis.read(SAMPLE).record
    precis.write(record, "1960.md")
    precis.write(replace(record, issued=dt.date(2053, 12, 20)), "new.md")
    precis.write(precis.correct("1960.md", "new.md", folder="lists"), "lists/corrections.md")
    text = Path("lists/corrections.md").read_text(encoding="utf-8")
    assert "record: ../1960.md\n" in text and text.count("\n- ") == 1


FAULTS = {
    "an ending that is none": (lambda record: precis.write(record, "x.odt"), "file-form"),
    "corrections as a document": (lambda _: precis.write(precis.correct(SAMPLE, SAMPLE), "x.pdf"), "file-form"),
    "a format that is none": (lambda _: precis.build(SAMPLE, formats=["pfd"]), "unknown-format"),
    "a style that is none": (lambda record: precis.write(record, "x.html", style="paris"), "unknown-style"),
    "a field that is none": (lambda _: precis.read(SAMPLE, {"sumbol": "CMW/C/SR.1"}), "unknown-field"),
    "a value that is none": (lambda _: precis.draft("CMW/C/SR.620", {"held": "soon"}), "field-value"),
    "a file that is not there": (lambda _: precis.read("no.md"), "file-read"),
    "a folder without records": (lambda _: precis.digest("."), "no-records"),
    "a State that is none": (lambda _: precis.brief(SAMPLE.parent, state="Atlantis"), "unknown-state"),
    "a picture that is not there": (lambda record: precis.write(record, "x.html", emblem="no.png"), "file-read"),
    "tables of a form that is none": (lambda _: precis.export(SAMPLE.parent, to="xlsx"), "unknown-format"),
    "an archive without records": (lambda _: precis.export("."), "no-records"),
    "an index of no records": (lambda _: precis.index("."), "no-records"),
    "an index that is not there": (lambda _: precis.search("wages"), "index-missing"),
    "a search for nothing": (lambda _: precis.search("—"), "search-empty"),
    "a kind that is none": (lambda _: precis.search("wages", kind="shout"), "unknown-move"),
    "a State to search for that is none": (lambda _: precis.search("wages", state="Atlantis"), "unknown-state"),
    "templates that are not there": (lambda _: precis.read(SAMPLE, templates="no"), "templates-folder"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_a_user_does_wrong_is_a_precis_error(in_tmp: Path, name: str) -> None:
    call, code = FAULTS[name]
    record = precis.read(SAMPLE).record
    with pytest.raises(precis.PrecisError) as caught:
        call(record)
    assert [fault.code for fault in caught.value.faults] == [code]
    assert list(Path().iterdir()) == []


def test_an_option_that_is_none_is_no_option() -> None:
    with pytest.raises(TypeError, match="there is no option styl; write one of: emblem, force, formats, "):
        precis.build(SAMPLE, styl="geneva")  # type: ignore[call-arg]

    with pytest.raises(TypeError, match="there is no option stat; write one of: body, kind, language, "):
        precis.search("wages", stat="Ruritania")  # type: ignore[call-arg]


def test_hits_are_the_rows_of_the_table(in_tmp: Path) -> None:
    precis.index(SAMPLE.parent)
    precis.export(SAMPLE.parent, to="jsonl")
    rows = [json.loads(line) for line in Path("paragraphs.jsonl").read_text(encoding="utf-8").splitlines()]
    hits = precis.search('"wage guarantee fund"', ["precis.index"], speaker="Castafiore")
    assert [(hit.cover.symbol, hit.row.paragraph) for hit in hits] == [("CMW/C/SR.1956", 4)]
    names = list(rows[0])
    assert dict(zip(names, hits[0].row.cells(hits[0].cover), strict=True)) in rows


def test_one_format_may_be_a_word(in_tmp: Path) -> None:
    assert [path.name for path in precis.build(SAMPLE, formats="html").paths] == ["CMW_C_SR.1960-en.html"]


def test_the_wheel_says_that_it_is_typed(in_tmp: Path) -> None:
    builder = pytest.importorskip("hatchling.builders.wheel")
    builder = builder.WheelBuilder(str(ROOT))
    (wheel,) = builder.build(directory=str(in_tmp), versions=["standard"])
    names = zipfile.ZipFile(wheel).namelist()
    assert {"precis/py.typed", "precis/__main__.py", "precis/templates/README.md"} <= set(names)


def test_a_changed_figure_in_one_edition_is_found(in_tmp: Path) -> None:
    folder = ROOT / "tests" / "editions"
    french, spanish = (folder / f"1960.{language}.md" for language in ("fr", "es"))
    assert precis.compare_editions(french, spanish).count == 0
    Path("1960.es.md").write_text(spanish.read_text(encoding="utf-8").replace("2.204", "2.240"), encoding="utf-8")
    compared = precis.compare_editions(french, "1960.es.md")
    assert [finding.code for finding in compared.findings] == ["edition-figure"]
    assert compared.texts > compared.count == 1
