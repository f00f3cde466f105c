"""What pages show of the command is what it does: the first minutes with it, and the faults that how-to pages quote."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.cli import Exit, main
from tests.conftest import ROOT
from tests.docs.pages import examples
from tests.support.told import errors


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def run(command: str) -> Result:
    program, *words = shlex.split(command, comments=True)
    assert program == "precis"
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture
def checkout(in_tmp: Path) -> Path:
    """A folder with the samples."""
    shutil.copytree(ROOT / "records", "records")
    return in_tmp


def quoted(name: str) -> list[str]:
    """The lines of faults that a page quotes."""
    return [line for line in page(name).splitlines() if ": error: " in line]


def test_the_first_five_minutes_work_as_they_stand(checkout: Path) -> None:
    (text,) = (text for heading, text in examples(page("README.md"), "sh") if heading == "The first five minutes")
    commands = [line for line in text.splitlines() if line.startswith("precis ")]
    assert len(commands) > 5
    for command in commands:
        result = run(command)
        assert (command, result.exit_code, errors(result)) == (command, Exit.DONE, [])
    read_back = Path("out/1960.md").read_text(encoding="utf-8")
    assert read_back.partition("\n---\n")[2] == page("records/cmw/97/1960.md").partition("\n---\n")[2]


def test_three_commands_lead_from_a_folder_of_pdf_files_to_a_paragraph(checkout: Path) -> None:
    heading = "An archive: who said what on this, and where"
    (text,) = (text for under, text in examples(page("README.md"), "sh") if under == heading)
    assert (
        run("precis build records/cmw/97/1955.md records/cmw/97/1956.md --to pdf -o downloads").exit_code == Exit.DONE
    )
    shutil.rmtree("records")
    commands = text.splitlines()
    assert len(commands) == 3
    for command in commands:
        result = run(command)
        assert (command, result.exit_code, errors(result)) == (command, Exit.DONE, [])
    assert result.stdout.startswith("CMW/C/SR.1955, para. 5 · 27 November 2053 · Mr. Bersonin (Ruritania)\n")


def test_the_faults_that_the_page_on_houses_quotes(checkout: Path) -> None:
    assert run("precis templates copy houses/geneva mine").exit_code == Exit.DONE
    house = Path("mine/houses/geneva").rename("mine/houses/vienna")
    style = house / "style.toml"
    style.write_text(
        style.read_text(encoding="utf-8").replace('held = { style = "MeetingG" }', 'held = { style = "Meting" }')
    )
    told = errors(run("precis build records/cmw/97/1960.md --style vienna --templates mine -o out"))
    assert told == quoted("docs/how-to/house.md")


def test_a_house_may_have_no_look_of_digests_of_its_own(checkout: Path) -> None:
    run("precis templates copy houses/geneva mine")
    house = Path("mine/houses/geneva").rename("mine/houses/vienna")
    (house / "digest.toml").unlink()
    assert run("precis digest records/cmw/97 --style vienna --templates mine --to html").exit_code == Exit.DONE


def test_the_body_of_the_page_on_bodies(checkout: Path) -> None:
    (text,) = (text for _, text in examples(page("docs/how-to/body.md"), "toml"))
    body = Path("mine/bodies/xyz.toml")
    body.parent.mkdir(parents=True)
    body.write_text(text, encoding="utf-8")
    assert run("precis draft XYZ/C/SR.12 -o 12.md --templates mine").exit_code == Exit.DONE
    assert run("precis build 12.md --templates mine --to html").exit_code == Exit.DONE
    body.write_text("".join(line for line in text.splitlines(True) if not line.startswith("short")), encoding="utf-8")
    (told,) = errors(run("precis build 12.md --templates mine --to html"))
    assert f"`{told}`" in page("docs/how-to/body.md")


def test_the_rule_of_the_page_on_checks(checkout: Path) -> None:
    text = examples(page("docs/how-to/check.md"), "toml")[0][1]
    rules = Path("mine/checks/en/ours.toml")
    rules.parent.mkdir(parents=True)
    rules.write_text(text, encoding="utf-8")
    Path("a.md").write_text("---\nsymbol: CMW/C/SR.590\n---\n\n**The Chair** said that it had met at 12 noon.\n")
    assert "“12 noon”: write “noon” [clock-word]" in run("precis check a.md --templates mine").stdout
    run("precis check a.md --templates mine --fix")
    assert "had met at noon." in Path("a.md").read_text(encoding="utf-8")
    assert "page 4" in run("precis explain clock-word --templates mine").stdout
