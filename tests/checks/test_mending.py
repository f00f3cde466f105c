"""What `check --fix` does to a text in which each safe fix is asked for once: those words change, and no others."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.assets import shipped
from precis.checks import Fixing, load_rules
from precis.cli import main
from precis.corrections.eye import eye
from tests.checks.subjects import as_source

CORRECTION = re.compile(r'- Paragraph (\d+): for "([^"]*)" read "([^"]*)"')

MARKS = """- Paragraph 1: delete
- Paragraph 2: insert before it:

  # Work
- Renumber the paragraphs
"""


UNSEEN = ["double-blank"]


def run(*words: str) -> str:
    return CliRunner().invoke(main, list(words)).stdout


def safe_samples(language: str, area: str) -> list[str]:
    """The first wrong text of each rule that is mended safely: those on marks, which make other blocks, or the rest."""
    rules = load_rules(shipped(), language).values()
    safe = [rule for rule in rules if rule.fixing is Fixing.SAFE]
    return [rule.bad[0] for rule in safe if rule.name.startswith("mark-") == (area == "marks")]


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """The letters that stand in one phrase and not in the other, in order, whatever stands around them."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b].strip(), new[c:d].strip()) for kind, a, b, c, d in steps if kind != "equal"]


def corrections(text: str) -> str:
    return text.split("---\n", 2)[2].lstrip("\n")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_safe_fix_changes_its_words_alone(language: str, in_tmp: Path) -> None:
    samples = safe_samples(language, "words")
    text = as_source("\n\n".join(samples), language)
    Path("old.md").write_text(text, encoding="utf-8")
    Path("new.md").write_text(text, encoding="utf-8")
    told = [each for each in json.loads(run("check", "old.md", "--format", "json")) if each["fix"]]
    assert {each["paragraph"] for each in told} == set(range(1, len(samples) + 1)), "every fix is asked for"
    assert {each["fix"]["kind"] for each in told} == {"safe"}

    run("check", "new.md", "--fix")
    lines = text.split("\n")
    for each in reversed(told):
        line, first, end = each["line"] - 1, each["column"] - 1, each["end_column"] - 1
        lines[line] = lines[line][:first] + each["fix"]["text"] + lines[line][end:]
    assert Path("new.md").read_text(encoding="utf-8") == "\n".join(lines)

    listed = corrections(run("correct", "old.md", "new.md")).splitlines()
    found = [CORRECTION.fullmatch(line) for line in listed]
    assert all(found), listed
    named = [(int(each[1]), change) for each in found if each for change in changes(each[2], each[3])]
    seen = [each for each in told if eye(f"x{each['found']}x") != eye(f"x{each['fix']['text']}x")]
    mended = [(each["paragraph"], change) for each in seen for change in changes(each["found"], each["fix"]["text"])]
    assert named == mended
    assert [each["rule"] for each in told if each not in seen] == UNSEEN, "blanks alone are no correction"

    again = Path("new.md").read_bytes()
    run("check", "new.md", "--fix")
    assert Path("new.md").read_bytes() == again


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_mended_mark_makes_its_block_and_leaves_all_words(language: str, in_tmp: Path) -> None:
    heading, number, joined = safe_samples(language, "marks")
    Path("old.md").write_text(as_source(heading, language), encoding="utf-8")
    Path("new.md").write_text(as_source(heading, language), encoding="utf-8")
    run("check", "new.md", "--fix")
    assert corrections(run("correct", "old.md", "new.md")) == MARKS
    Path("typed.md").write_text(as_source(number, language), encoding="utf-8")
    run("check", "typed.md", "--fix")
    assert Path("typed.md").read_text(encoding="utf-8") == as_source("It was so.\n\nIt was not.", language)
    Path("joined.md").write_text(as_source(joined, language), encoding="utf-8")
    run("check", "joined.md", "--fix")
    assert Path("joined.md").read_text(encoding="utf-8") == as_source("**The Chair** said that it was so.", language)
