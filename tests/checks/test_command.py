"""`precis check` and `precis explain` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.cli import main

SOURCE = """---
symbol: CMW/C/SR.590
session: 39
held: 2024-12-13 15:00
place: Palais Wilson, Geneva
chair: Ms. Diallo
began: 15:00
rose: 18:00
---

# Organizational matters

**The Chair** said that the Secretary General had spent 5% of
it at 5:40 PM on December 12th.

The Vice Chair had been thanked.
"""

TOLD = """590.md:13:29: error: “Secretary General”: write “Secretary-General” [secretary-general]
590.md:13:57: error: “5%”: write “5 per cent” [percent-sign]
590.md:14:7: error: “5:40 PM”: write “5.40 p.m.” [clock-time]
590.md:14:18: error: “December 12th”: write “12 December” [date-month-first]
590.md:16:5: error: “Vice Chair”: write “Vice-Chair” [office-hyphen]
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def source(in_tmp: Path) -> Path:
    path = in_tmp / "590.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_each_fault_is_told_with_its_place_and_what_to_write(source: Path) -> None:
    result = run("check", "590.md")
    assert result.stdout == TOLD
    assert result.stderr == "5 errors in 1 file\n"
    assert result.exit_code == 1


def test_only_errors_change_the_exit_code(source: Path) -> None:
    source.write_text(
        SOURCE.replace("Secretary General had spent 5% of\nit at 5:40 PM on December 12th", "x was labor")
    )
    assert run("check", "590.md", "--ignore", "office-hyphen").exit_code == 0


def test_fix_mends_what_is_safe_and_nothing_else_and_a_second_time_nothing(source: Path) -> None:
    result = run("check", "590.md", "--fix")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "nothing to tell in 1 file; 5 mended\n", 0)
    mended = source.read_text(encoding="utf-8")
    assert mended == SOURCE.replace("Secretary General", "Secretary-General").replace("5%", "5 per cent").replace(
        "5:40 PM", "5.40 p.m."
    ).replace("December 12th", "12 December").replace("Vice Chair", "Vice-Chair")
    assert run("check", "590.md", "--fix").stderr == "nothing to tell in 1 file\n"
    assert source.read_text(encoding="utf-8") == mended


def test_what_is_no_source_is_not_mended_and_told(source: Path) -> None:
    text = "CMW/C/SR.590\n\nSummary record of the 590th meeting\n\nThe UN had spent 5% of it.\n"
    Path("590.txt").write_text(text, encoding="utf-8")
    told = "590.txt: warning: is no source, and --fix mends sources alone: make one with precis parse, and check that"
    assert f"{told} [fix-no-source]\n" in run("check", "590.txt", "--fix").stdout
    assert Path("590.txt").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_text_that_is_no_record_is_held_to_no_rule(command: str, in_tmp: Path) -> None:
    Path("notes.txt").write_text("Buy milk.\nCall the interpreters.\n", encoding="utf-8")
    result = run(command, "notes.txt")
    message = (
        "has nothing of a summary record: no symbol, title, date of a meeting, opening or closing line [no-record]"
    )
    assert f"notes.txt: error: {message}" in result.stdout or f"notes.txt: error: {message}" in result.stderr
    assert result.exit_code == 1


def test_the_corrections_of_what_was_mended_name_the_words_alone(source: Path) -> None:
    Path("old.md").write_text(SOURCE, encoding="utf-8")
    run("check", "590.md", "--fix")
    listed = run("correct", "old.md", "590.md")
    assert listed.stderr == "4 corrections\n"
    assert "Secretary General" in listed.stdout and "Organizational" not in listed.stdout


def test_a_rule_is_left_alone_by_a_comment_with_a_reason(source: Path) -> None:
    said = "<!-- ignore percent-sign, clock-time: the slogan is printed so -->\n**The Chair**"
    source.write_text(SOURCE.replace("**The Chair**", said), encoding="utf-8")
    assert [line.split("[")[1] for line in run("check", "590.md").stdout.splitlines()] == [
        "secretary-general]",
        "date-month-first]",
        "office-hyphen]",
    ]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        (
            "ignore percent-sign",
            "590.md:13: error: 'ignore percent-sign' gives no reason; write ignore RULE: reason, as in: "
            "ignore percent-sign: the report prints it so [ignore-form]",
        ),
        (
            "ignore percent: it is so",
            "590.md:13: error: there is no rule 'percent'; docs/checks.md lists them [unknown-rule]",
        ),
        (
            "ignore thousands: it is so",
            "590.md:13: warning: 'thousands' is left alone here and is not found; take the comment out [ignore-unused]",
        ),
    ],
)
def test_a_comment_that_says_nothing_is_told(source: Path, comment: str, told: str) -> None:
    source.write_text(SOURCE.replace("**The Chair**", f"<!-- {comment} -->\n**The Chair**"), encoding="utf-8")
    assert told in run("check", "590.md").stdout.splitlines()


def test_a_rule_of_the_cover_is_left_alone_in_the_front_matter(source: Path) -> None:
    late = SOURCE.replace(
        "rose: 18:00", "unrecorded: 589-591\n# ignore unrecorded-meetings: told so by the secretariat\nrose: 18:00"
    )
    source.write_text(late, encoding="utf-8")
    assert "unrecorded-meetings" not in run("check", "590.md").stdout
    source.write_text(late.replace("# ignore", "# said"), encoding="utf-8")
    assert (
        "590.md:8:1: error: “589-591” is not before meeting 590: name the meetings before it [unrecorded-meetings]"
        in run("check", "590.md").stdout.splitlines()
    )


def test_a_baseline_is_written_once_and_then_what_is_new_is_told(source: Path) -> None:
    assert run("check", "590.md", "--baseline", "known.json").stdout == ""
    moved = SOURCE.replace("# Organizational matters", "# Organizational matters\n\nIt was a new text.")
    source.write_text(moved.replace("The Vice Chair", "In 12 percent of cases the Vice Chair"), encoding="utf-8")
    assert run("check", "590.md", "--baseline", "known.json").stdout == (
        "590.md:18:7: error: “percent”: write “per cent” [percent-word]\n"
    )


def test_a_file_that_is_no_baseline_is_told(source: Path) -> None:
    Path("known.json").write_text("[]")
    told = run("check", "590.md", "--baseline", "known.json")
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr.endswith("to have one written [baseline-form]\n")


def test_select_and_ignore_name_rules(source: Path) -> None:
    assert run("check", "590.md", "--select", "percent-sign,clock-time").stderr == "2 errors in 1 file\n"
    assert run("check", "590.md", "--ignore", "percent-sign").stderr == "4 errors in 1 file\n"
    assert run("check", "590.md", "--select", "percent").stderr == (
        "error: there is no rule 'percent'; did you mean percent-sign or percent-word or percent-words? "
        "[unknown-rule]\n"
    )


def test_what_fix_leaves_for_a_person_is_told_so(source: Path) -> None:
    source.write_text(SOURCE.replace("The Vice Chair had", "Two of Kazakstan had"), encoding="utf-8")
    result = run("check", "590.md", "--fix")
    left = "“Kazakstan”: the United Nations name is “Kazakhstan” (left for you to decide) [state-misspelled]"
    assert result.stdout == f"590.md:16:8: warning: {left}\n"
    assert result.stderr == "1 warning in 1 file; 4 mended; --fix left 1 for you to decide\n"
    assert "left for you" not in run("check", "590.md").stdout


def test_a_field_that_is_missing_is_told_where_the_front_matter_ends(source: Path) -> None:
    source.write_text(SOURCE.replace("rose: 18:00\n", "").replace("5%", "5 per cent"), encoding="utf-8")
    assert (
        "590.md:8: warning: rose: is missing: write when the meeting rose [closing-line]"
        in run("check", "590.md").stdout.splitlines()
    )


def test_json_has_the_place_the_rule_and_the_fix(source: Path) -> None:
    first = json.loads(run("check", "590.md", "--format", "json").stdout)[0]
    assert first == {
        "file": "590.md",
        "line": 13,
        "column": 29,
        "end_line": 13,
        "end_column": 46,
        "paragraph": 1,
        "rule": "secretary-general",
        "level": "error",
        "message": "“Secretary General”: write “Secretary-General”",
        "found": "Secretary General",
        "fix": {"kind": "safe", "text": "Secretary-General"},
        "source": "docs/conventions.md §6 rule 9",
    }


def test_github_has_an_annotation_a_line(source: Path) -> None:
    lines = run("check", "590.md", "--format", "github").stdout.splitlines()
    assert lines[1] == (
        "::error file=590.md,line=13,col=57,title=percent-sign,endColumn=59::“5%25”: write “5 per cent”"
    )


def test_sarif_has_rules_results_and_fixes(source: Path) -> None:
    document = json.loads(run("check", "590.md", "--format", "sarif").stdout)
    assert document["version"] == "2.1.0"
    (found,) = document["runs"]
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert all(rules[each["ruleIndex"]] == each["ruleId"] for each in found["results"])
    place = found["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "590.md"},
        "region": {"startLine": 13, "startColumn": 29, "endLine": 13, "endColumn": 46},
    }
    change = found["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"] == {"text": "Secretary-General"}


def test_explain_says_why_wrong_right_and_source() -> None:
    assert run("explain", "percent-sign").stdout == (
        "percent-sign (error, mended by --fix)\n\n"
        "A percentage is written in figures and with “per cent”; the sign stands in tables only.\n\n"
        "Wrong:\n    Some 5% of the workers had been repaid.\n    It had risen from 3.5 % to 4 per cent.\n\n"
        "Right:\n    Some 5 per cent of the workers had been repaid.\n"
        "    It had risen from 3.5 per cent to 4 per cent.\n\n"
        "Source: docs/conventions.md §6 rule 4\n"
    )


def test_rules_of_the_user_are_added_to_ours(source: Path) -> None:
    folder = Path("mine/checks/en")
    folder.mkdir(parents=True)
    rule = '[rules.vice]\nlevel = "error"\nsource = "ours"\nwhy = "No vice."\nmessage = "{found}"\npattern = "Vice"\n'
    (folder / "ours.toml").write_text(f'{rule}good = ["It was so."]\nbad = ["Vice."]\n', encoding="utf-8")
    told = run("check", "590.md", "--templates", "mine", "--select", "vice").stdout
    assert told == "590.md:16:5: error: Vice [vice]\n"


def test_a_rule_of_the_user_is_checked_on_loading(source: Path) -> None:
    folder = Path("wrong/checks/en")
    folder.mkdir(parents=True)
    (folder / "ours.toml").write_text('[rules.vice]\npattern = "Vi("\nfinder = "clock"\n', encoding="utf-8")
    told = run("check", "590.md", "--templates", "wrong").stderr
    assert "wrong/checks/en/ours.toml:2:1: error: rules.vice.pattern: is no pattern" in told
    assert "wrong/checks/en/ours.toml:3:1: error: rules.vice.finder: is 'clock', which is not known here" in told
    assert "rules.vice.why: is missing" in told


def test_faults_of_a_source_are_told_in_the_same_form(source: Path) -> None:
    source.write_text(SOURCE.replace("2024-12-13 15:00", "13/12/24"), encoding="utf-8")
    told = run("check", "590.md")
    fault = "590.md:4:7: error: held: '13/12/24' is not a date; write 2024-12-13 15:00 [field-value]\n"
    assert told.stdout == fault + TOLD
    assert told.exit_code == 1


def test_the_records_of_a_folder_are_held_to_the_source_of_their_session(source: Path) -> None:
    folder = Path("97")
    folder.mkdir()
    (folder / "590.md").write_text(
        SOURCE.replace("Ms. Diallo", "Ms. Halvorssen").partition("**The")[0], encoding="utf-8"
    )
    of_session = (
        "---\ndocument: session\nsession: {}\nheld: 2024-12-02 to 2024-12-12\nofficers:\n- Chair: Ms. Halvorsen\n---\n"
    )
    (folder / "session.md").write_text(of_session.format(39), encoding="utf-8")
    told = run("check", "97", "--select", "session-days,session-chairs")
    assert told.stdout == (
        "97/590.md:4:1: warning: held: 2024-12-13 is none of the days of the session, which its source has from "
        "2024-12-02 to 2024-12-12 [session-days]\n"
        "97/590.md:6:1: warning: chair: “Ms. Halvorssen” may be “Ms. Halvorsen”, as in the rest of the session "
        "[session-chairs]\n"
    )
    (folder / "session.md").write_text(of_session.format(40), encoding="utf-8")
    assert run("check", "97", "--select", "session-days,session-chairs").stdout == ""
