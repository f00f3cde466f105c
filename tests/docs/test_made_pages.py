"""What tables make of the pages is what they hold: `make docs` would change nothing."""

from __future__ import annotations

import re

import click
import pytest

from precis.assets import shipped
from precis.checks import every_rule
from precis.checks.explain import rules_page
from precis.cli import main
from precis.cli.pages import PARTS, messages_page, with_parts
from precis.model import MESSAGES
from precis.source.kinds import KINDS
from precis.writers.formats import FORMATS
from tests.conftest import ROOT
from tests.docs.pages import tables

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_page_of_messages_is_what_the_table_makes() -> None:
    page = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    assert page == messages_page()
    assert all(f"| `{code}` |" in page for code in MESSAGES)


def test_the_page_of_rules_is_what_their_files_make() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == rules_page(every_rule(shipped()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_parts_of_a_page_are_what_the_tables_make(page) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == with_parts(text)


def test_every_part_stands_on_one_page() -> None:
    found = [
        name for page in PAGES for name in re.findall(r"<!-- made: ([\w-]+) -->", page.read_text(encoding="utf-8"))
    ]
    assert sorted(found) == sorted(PARTS)


def listed(head: str, page: str = README) -> list[str]:
    (table,) = (table for table in tables(page) if table.head[0] == head)
    return [row[0].strip("`") for row in table.rows]


def test_every_command_format_and_kind_is_named() -> None:
    named = [f"precis {name}" for name, command in main.commands.items() if not isinstance(command, click.Group)]
    assert [name for name in named if not any(f"{each} ".startswith(f"{name} ") for each in listed("command"))] == []
    assert listed("`--to`") == list(FORMATS)
    assert listed("`document`", (ROOT / "docs" / "source.md").read_text(encoding="utf-8")) == list(KINDS)


def test_every_command_says_what_it_does() -> None:
    (table,) = (table for table in tables(README) if table.head[0] == "command")
    assert all(row[1].endswith(".") and len(row[1]) > 20 for row in table.rows)
